"""What the page needs of each event to draw, filter and list it. Times are seconds since 1970, local."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from chronotope.show.html.packing import Json, numbered
from chronotope.show.html.things import Attributes, Edges, Nodes
from chronotope.show.html.when import in_words
from chronotope.timeline.build import BOUNDS
from chronotope.timeline.layout import seconds_of

_SECONDS: Final = ("earliestBegin", "latestBegin", "earliestEnd", "latestEnd")


def event_content(
    nodes: Nodes, edges: Edges, events: Sequence[str], articles: Mapping[str, Json], language: str
) -> dict[str, Json]:
    """A record for each event. Articles stand by their numbers; the event's own is its place among the page's texts."""
    numbers = numbered(articles)
    places = _places(edges)
    return {
        event: {"number": number, **_event(nodes[event], places.get(event, []), numbers, language)}
        for number, event in enumerate(events)
    }


def _event(data: Attributes, places: Sequence[str], articles: Mapping[str, int], language: str) -> Json:
    edtf = data.get("edtf") or ""
    evidence = data.get("evidence", ())
    return {
        "type": data.get("type", ""),
        "status": data.get("status", "reported"),
        "when": in_words(edtf, language) if edtf else "",
        "edtf": edtf,
        "basis": data.get("basis", ""),
        "granularity": data.get("granularity", ""),
        **dict(zip(_SECONDS, _bounds(data), strict=True)),
        "confidence": round(data.get("confidence", 1.0), 3),
        "salience": round(data.get("salience", 0.5), 3),
        "sources": data.get("sources", 1),
        "mentions": data.get("mentions", len(evidence)),
        "speech": bool(data.get("speech")),
        "disputed": bool(data.get("disputes")),
        "places": places,
        "articles": list(dict.fromkeys(articles[item.article] for item in evidence)),
    }


def _bounds(data: Attributes) -> Iterator[float | None]:
    for bound in BOUNDS:
        iso = data.get(bound)
        yield None if iso is None else seconds_of(iso)


def _places(edges: Edges) -> dict[str, list[str]]:
    places: dict[str, list[str]] = {}
    for event, place, data in edges:
        if data["kind"] == "place":
            places.setdefault(event, []).append(place)
    return {event: sorted(set(found)) for event, found in places.items()}
