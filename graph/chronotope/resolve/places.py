"""Resolves places: `PlaceMention` → `Place`. The same name is the same place, the likeliest of that name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from chronotope.gazetteer import Gazetteer, GazetteerEntry, fold
from chronotope.mentions import Extraction, PlaceMention
from chronotope.model import Label, Place
from chronotope.resolve.naming import commonest_labels, id_from_mentions


def resolve_places(extractions: Iterable[Extraction], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places of all extractions and the countries that hold them, sorted by id."""
    named: dict[str, list[tuple[PlaceMention, str]]] = defaultdict(list)
    entries: dict[str, GazetteerEntry | None] = {}
    for extraction in extractions:
        for mention in extraction.places:
            found = gazetteer.find(mention.text)
            key = found[0].id if found else fold(mention.text)
            entries[key] = found[0] if found else None
            named[key].append((mention, extraction.article.language))
    places = {place.id: place for place in (_place(mentions, entries[key]) for key, mentions in named.items())}
    for country in {place.contained_in for place in places.values()} - {None, *places}:
        entry = gazetteer.country(str(country))
        if entry is not None:
            places[entry.id] = _place([], entry)
    return tuple(places[id_] for id_ in sorted(places))


def places_by_mention(places: Iterable[Place]) -> Mapping[str, str]:
    """Ids of mentions → ids of the places they name."""
    return {mention: place.id for place in places for mention in place.mentions}


def _place(mentions: list[tuple[PlaceMention, str]], entry: GazetteerEntry | None) -> Place:
    ids = tuple(sorted(mention.id for mention, _ in mentions))
    names = [Label(mention.text, language) for mention, language in mentions]
    if entry is None:
        return Place(id=id_from_mentions("place", ids), labels=commonest_labels(names), mentions=ids)
    return Place(
        id=entry.id,
        labels=commonest_labels(names, otherwise=entry.labels),
        kind=entry.kind,
        mentions=ids,
        latitude=entry.latitude,
        longitude=entry.longitude,
        contained_in=entry.contained_in,
        same_as=entry.same_as,
    )
