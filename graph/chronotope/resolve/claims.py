"""Resolves claims: `ClaimMention` → `Claim`, about events and, since claims nest, about claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from chronotope.mentions import ClaimMention
from chronotope.model import Claim
from chronotope.resolve.accounts import Account
from chronotope.text import content_key


def resolve_claims(
    accounts: Iterable[Account], holders: Mapping[str, str], event_of: Mapping[str, str]
) -> tuple[Claim, ...]:
    """The claims of all accounts that are about something, sorted by id.

    `holders` are ids of mentions of actors → ids of actors, `event_of` the same of events.
    """
    claims = [claim for account in accounts for claim in _claims_of(account, holders, event_of)]
    return tuple(sorted(claims, key=lambda claim: claim.id))


def _claims_of(account: Account, holders: Mapping[str, str], event_of: Mapping[str, str]) -> Iterator[Claim]:
    nested: dict[str, list[ClaimMention]] = defaultdict(list)
    for mention in account.claims:
        if mention.embedded_in is not None:
            nested[mention.embedded_in].append(mention)
    held: dict[str, Claim] = {}
    for mention in _inner_first(account.claims, nested):
        about = list({event_of[event] for event in account.told.get(mention.id, ()) if event in event_of})
        about += [held[inner.id].id for inner in nested[mention.id] if inner.id in held]
        if about:
            held[mention.id] = _claim(mention, tuple(sorted(about)), holders[mention.holder], event_of)
    yield from held.values()


def _inner_first(
    claims: Iterable[ClaimMention], nested: Mapping[str, Sequence[ClaimMention]]
) -> Iterator[ClaimMention]:
    """Claims before those they are made within. No recursion: a hostile text nests deeper than Python does."""
    found = [claim for claim in claims if claim.embedded_in is None]
    for claim in found:  # which grows meanwhile
        found.extend(nested.get(claim.id, ()))
    return reversed(found)


def _claim(mention: ClaimMention, about: tuple[str, ...], holder: str, event_of: Mapping[str, str]) -> Claim:
    return Claim(
        id=f"claim/{content_key(holder, mention.stance, mention.id, *about)}",
        holder=holder,
        stance=mention.stance,
        about=about,
        mentions=(mention.id,),
        reported_by=event_of.get(mention.event) if mention.event else None,
    )
