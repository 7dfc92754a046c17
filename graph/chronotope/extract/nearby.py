"""Mentions by where they stand, so that nobody looks through a whole text for what stands around a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from chronotope.extract.arcs import Arcs
from chronotope.extract.tokens import tokens_touched
from chronotope.languages import Language
from chronotope.mentions import ActorMention, ClaimMention, Mention, PlaceMention, TimeMention
from chronotope.text import Document, Span, sentences_touched

Kind = TypeVar("Kind", bound=Mention)
BySentence = Mapping[Span, Sequence[Kind]]
"""What touches a sentence, in the order in which it was found; every sentence of the document is a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """What is known of a document before its events, made once: mentions by sentence, and the tokens already taken."""

    arcs: Arcs | None
    """None where nothing was parsed."""
    actors: BySentence[ActorMention]
    places: BySentence[PlaceMention]
    times: BySentence[TimeMention]
    claims: BySentence[ClaimMention]
    """By the sentences that their scopes touch."""
    claim_of_event: Mapping[str, ClaimMention]
    """Claims by the id of the speech event that introduces them."""
    actor_tokens: frozenset[int]
    name_tokens: frozenset[int]
    """The tokens of times, and of actors that have a name."""

    @classmethod
    def of(cls, document: Document, language: Language, mentions: Sequence[Mention]) -> Nearby:
        actors, times, claims = _of(ActorMention, mentions), _of(TimeMention, mentions), _of(ClaimMention, mentions)
        names = [actor.span for actor in actors if actor.name is not None]
        return cls(
            arcs=Arcs.of(document, language) if document.is_parsed else None,
            actors=by_sentence(document, ((actor.span, actor) for actor in actors)),
            places=by_sentence(document, ((place.span, place) for place in _of(PlaceMention, mentions))),
            times=by_sentence(document, ((time.span, time) for time in times)),
            claims=by_sentence(document, ((claim.scope, claim) for claim in claims)),
            claim_of_event={claim.event: claim for claim in reversed(claims) if claim.event is not None},
            actor_tokens=tokens_touched(document, (actor.span for actor in actors)),
            name_tokens=tokens_touched(document, [*names, *(time.span for time in times)]),
        )


def by_sentence(document: Document, mentions: Iterable[tuple[Span, Kind]]) -> BySentence[Kind]:
    """Mentions by the sentences that the span given with each touches."""
    found: dict[Span, list[Kind]] = {sentence: [] for sentence in document.sentences}
    for span, mention in mentions:
        for sentence in sentences_touched(document.sentences, span):
            found[sentence].append(mention)
    return found


def _of(kind: type[Kind], mentions: Sequence[Mention]) -> list[Kind]:
    return [mention for mention in mentions if isinstance(mention, kind)]
