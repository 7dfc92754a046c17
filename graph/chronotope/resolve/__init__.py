"""What we hold: extractions → `Knowledge`, derived from all articles at once, to be dropped and made anew at will."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from chronotope.lexicon import Lexicon
from chronotope.mentions import Extraction
from chronotope.model import Event, Knowledge
from chronotope.resolve.actors import resolve_actors
from chronotope.resolve.claims import resolve_claims
from chronotope.resolve.events import events_by_mention, order_events, order_of_reports, resolve_events, with_causes
from chronotope.resolve.places import resolve_places


def resolve(extractions: Sequence[Extraction], lexicon: Lexicon) -> Knowledge:
    """Resolve what all articles say into what we hold; the order of the articles does not matter."""
    actors = resolve_actors(extractions, lexicon)
    places = resolve_places(extractions, lexicon.gazetteer)
    events = resolve_events(extractions, actors, places)
    claims = resolve_claims(extractions, actors, events)
    ordered = order_events(events, [*order_of_reports(events, claims), *_as_told(events, extractions)])
    caused = with_causes(ordered, _as_told(events, extractions, furthest=1), lexicon)
    return Knowledge(actors=actors, places=places, events=caused, claims=claims)


def _as_told(
    events: Sequence[Event], extractions: Sequence[Extraction], furthest: int | None = None
) -> Iterator[tuple[str, str]]:
    """The order that articles tell, of events told within `furthest` sentences of one another where that is given."""
    held = events_by_mention(events)
    for extraction in extractions:
        begins = [sentence.begin for sentence in extraction.sentences]
        number = {mention.id: bisect_right(begins, mention.span.begin) for mention in extraction.events}
        for mention in extraction.events:
            for later in mention.before:
                if later in held and (furthest is None or abs(number[mention.id] - number[later]) <= furthest):
                    yield held[mention.id], held[later]
