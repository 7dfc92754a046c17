"""What the page needs of each event to draw, filter and list it. Times are seconds since 1970, local."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from chronotope.show.html.packing import Json, numbered
from chronotope.show.html.when import in_words
from chronotope.timeline.given import Attributes, Edges, Nodes

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
    edtf = data["edtf"]
    return {
        "type": data["type"],
        "status": data["status"],
        "when": in_words(edtf, language) if edtf else "",
        "edtf": edtf,
        "basis": data["basis"],
        "granularity": data["granularity"],
        **dict(zip(_SECONDS, data["bounds"], strict=True)),
        "confidence": round(data["confidence"], 3),
        "salience": round(data["salience"], 3),
        "sources": data["sources"],
        "mentions": data["mentions"],
        "speech": data["speech"],
        "disputed": bool(data["disputes"]),
        "places": places,
        "articles": list(dict.fromkeys(articles[item.article] for item in data["evidence"])),
    }


def _places(edges: Edges) -> dict[str, list[str]]:
    places: dict[str, list[str]] = {}
    for event, place, data in edges:
        if data["kind"] == "place":
            places.setdefault(event, []).append(place)
    return {event: sorted(set(found)) for event, found in places.items()}
