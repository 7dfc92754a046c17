"""Resolves places: `PlaceMention` → `Place`.

`read_places` reads one article by itself, and its readings can be kept; `hold_places` puts those of all articles
together. In one article a name means one place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from chronotope.gazetteer import Gazetteer, GazetteerEntry
from chronotope.model import Label, Place, PlaceKind
from chronotope.resolve.naming import commonest_labels, id_from_mentions
from chronotope.resolve.place_reading import PlaceReading, read_places

__all__ = ["PlaceReading", "hold_places", "places_by_mention", "read_places", "with_entries"]

_MOST_ALTERNATIVES = 4


def hold_places(readings: Iterable[PlaceReading], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """One place for the readings of an entry, or of one name, kind and container; what holds them comes with them."""
    groups: dict[tuple[str, str, str], list[PlaceReading]] = defaultdict(list)
    for reading in readings:
        groups[_identity(reading)].append(reading)
    places = [_place(its) for its in groups.values()]
    return with_entries(places, (place.contained_in for place in places), gazetteer)


def with_entries(places: Iterable[Place], ids: Iterable[str | None], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places held, the entries of some ids, which no article needs to name, and what holds these; sorted by id.

    An id that no entry has adds nothing.
    """
    held = {place.id: place for place in places}
    for id_ in set(ids) - held.keys():
        entry = None if id_ is None else gazetteer.entry(id_)
        for each in () if entry is None else (entry, *gazetteer.containers(entry)):
            held.setdefault(each.id, _place_of(each))
    return tuple(held[id_] for id_ in sorted(held))


def places_by_mention(places: Iterable[Place]) -> Mapping[str, str]:
    """Ids of mentions → ids of the places they name."""
    return {mention: place.id for place in places for mention in place.mentions}


def _identity(reading: PlaceReading) -> tuple[str, str, str]:
    """What readings of one place share. The order of articles has no part in it."""
    if reading.entry is not None:
        return reading.entry, "", ""
    return reading.key, reading.kind or "", reading.contained_in or ""


def _place(readings: Sequence[PlaceReading]) -> Place:
    first = min(readings, key=lambda reading: (reading.mentions, reading.labels))
    mentions = tuple(sorted(mention for reading in readings for mention in reading.mentions))
    names = [Label(*name) for reading in readings for name in reading.names]
    return Place(
        id=first.entry or id_from_mentions("place", mentions),
        labels=commonest_labels(names, otherwise=[Label(*label) for label in first.labels]),
        kind=cast("PlaceKind | None", first.kind),
        mentions=mentions,
        latitude=first.latitude,
        longitude=first.longitude,
        contained_in=first.contained_in,
        same_as=first.same_as,
        confidence=max(reading.confidence for reading in readings) if mentions else None,
        alternatives=_alternatives(readings),
    )


def _alternatives(readings: Iterable[PlaceReading]) -> tuple[str, ...]:
    weights: dict[str, float] = {}
    for reading in readings:
        for id_, weight in reading.alternatives:
            weights[id_] = max(weights.get(id_, 0), weight)
    return tuple(sorted(weights, key=lambda id_: (-weights[id_], id_))[:_MOST_ALTERNATIVES])


def _place_of(entry: GazetteerEntry) -> Place:
    return Place(
        id=entry.id,
        labels=commonest_labels([], otherwise=entry.labels),
        kind=entry.kind,
        latitude=entry.latitude,
        longitude=entry.longitude,
        contained_in=entry.contained_in,
        same_as=entry.same_as,
    )
