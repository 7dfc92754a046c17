"""What we hold: extractions → `Knowledge`, derived from all articles at once, to be dropped and made anew at will."""

from __future__ import annotations

from collections.abc import Sequence

from chronotope.lexicon import Lexicon
from chronotope.mentions import Extraction
from chronotope.model import Claim, Event, Knowledge
from chronotope.resolve.actors import resolve_actors
from chronotope.resolve.claims import resolve_claims
from chronotope.resolve.events import order_by_speech, resolve_events
from chronotope.resolve.places import resolve_places


def resolve(extractions: Sequence[Extraction], lexicon: Lexicon) -> Knowledge:
    """Resolve what all articles say into what we hold; the order of the articles does not matter."""
    actors = resolve_actors(extractions, lexicon)
    places = resolve_places(extractions, lexicon.gazetteer)
    events = resolve_events(extractions, actors, places)
    claims = resolve_claims(extractions, actors, events)
    return Knowledge(actors=actors, places=places, events=_ordered(events, claims), claims=claims)


def _ordered(events: tuple[Event, ...], claims: tuple[Claim, ...]) -> tuple[Event, ...]:
    known = {event.id for event in events}
    reports = ((claim.reported_by, about) for claim in claims for about in claim.about if about in known)
    return order_by_speech(events, [(speech, told) for speech, told in reports if speech is not None])
