"""Resolves claims: `ClaimMention` → `Claim`, about events and, since claims nest, about claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from chronotope.mentions import ClaimMention, Extraction
from chronotope.model import Actor, Claim, Event
from chronotope.resolve.actors import actors_by_mention
from chronotope.resolve.events import events_by_mention
from chronotope.text import content_key


def resolve_claims(
    extractions: Iterable[Extraction], actors: Sequence[Actor], events: Sequence[Event]
) -> tuple[Claim, ...]:
    """The claims of all extractions that are about something, sorted by id."""
    holders, told = actors_by_mention(actors), events_by_mention(events)
    claims = [claim for extraction in extractions for claim in _claims_of(extraction, holders, told)]
    return tuple(sorted(claims, key=lambda claim: claim.id))


def _claims_of(extraction: Extraction, holders: Mapping[str, str], event_of: Mapping[str, str]) -> Iterator[Claim]:
    told = _events_by_claim(extraction)
    nested: dict[str, list[ClaimMention]] = defaultdict(list)
    for mention in extraction.claims:
        if mention.embedded_in is not None:
            nested[mention.embedded_in].append(mention)
    held: dict[str, Claim] = {}
    for mention in _inner_first(extraction.claims, nested):
        about = list({event_of[event] for event in told[mention.id]})
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


def _events_by_claim(extraction: Extraction) -> Mapping[str, list[str]]:
    """The events of each claim; one that is told within another claim is told by the inner one alone."""
    around = {claim.id: claim.embedded_in for claim in extraction.claims}
    told: dict[str, list[str]] = defaultdict(list)
    for event in extraction.events:
        outer = {around[claim] for claim in event.embedded_in}
        for claim in event.embedded_in:
            if claim not in outer:
                told[claim].append(event.id)
    return told


def _claim(mention: ClaimMention, about: tuple[str, ...], holder: str, event_of: Mapping[str, str]) -> Claim:
    return Claim(
        id=f"claim/{content_key(holder, mention.stance, mention.id, *about)}",
        holder=holder,
        stance=mention.stance,
        about=about,
        mentions=(mention.id,),
        reported_by=event_of.get(mention.event) if mention.event else None,
    )
