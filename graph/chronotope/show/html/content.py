"""What the page tells of each event, beyond what pyvis draws: words for dates, evidence, places, positions.

Everything here is JSON. Offsets are UTF-16 code units, as JavaScript counts, and only web links are links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Protocol
from urllib.parse import urlsplit

import networkx as nx  # type: ignore[import-untyped]  # networkx carries no types

from chronotope.show.html.appearance import colours_of, mark_of
from chronotope.show.html.when import in_words
from chronotope.timeline.layout import EventPosition, TimelineLayout, seconds_of

Json = Mapping[str, object]


class Evidence(Protocol):
    """A sentence of an article, and the words in it that tell of an event: what `timeline.build.Evidence` holds."""

    @property
    def article(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def date(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...
    @property
    def publisher(self) -> str | None: ...
    @property
    def sentence(self) -> str: ...
    @property
    def begin(self) -> int: ...
    @property
    def end(self) -> int: ...


def event_content(timeline: nx.MultiDiGraph, layout: TimelineLayout, language: str) -> list[Json]:
    """Everything about each event but its links to others, in the order of time."""
    return [_event(timeline, position, language) for position in layout.positions]


def actor_content(timeline: nx.MultiDiGraph) -> list[Json]:
    """The actors, the one of most events first."""
    counts = Counter(
        actor
        for actor, event in {
            (source if kind == "claim" else target, target if kind == "claim" else source)
            for source, target, kind in timeline.edges(data="kind")
            if kind in {"participation", "claim"}
        }
        if timeline.nodes[actor]["kind"] == "actor"
    )
    actors = [
        {"id": node, "label": data["label"], "kind": data.get("actor_kind", ""), "count": counts[node]}
        for node, data in timeline.nodes(data=True)
        if data["kind"] == "actor"
    ]
    return sorted(actors, key=lambda actor: (-counts[actor["id"]], actor["label"], actor["id"]))


def group_content(events: Iterable[Json]) -> list[Json]:
    """The groups of event types that occur, with colour and number, by name."""
    known = list(events)
    counts = Counter(str(event["group"]) for event in known)
    labels = {str(event["group"]): str(event["groupLabel"]) for event in known}
    colours = colours_of(counts)
    return [
        {"id": group, "label": labels[group], "colour": colours[group], "count": counts[group]}
        for group in sorted(counts, key=lambda group: (labels[group], group))
    ]


def status_content(events: Iterable[Json]) -> list[Json]:
    """The statuses that occur, with their marks and numbers, from what happened to what was denied."""
    order = ["actual", "reported", "planned", "hypothetical", "denied"]
    counts = Counter(str(event["status"]) for event in events)
    return [
        {"id": status, "shape": mark_of(status).shape, "filled": mark_of(status).filled, "dashed": mark_of(status).dashed,
         "count": counts[status]}
        for status in sorted(counts, key=lambda status: (order.index(status) if status in order else len(order), status))
    ]  # fmt: skip


def layout_content(layout: TimelineLayout) -> Json:
    """Lanes and stretches of time."""
    return {
        "lanes": [{"label": lane.label, "rows": lane.rows, "events": lane.events} for lane in layout.lanes],
        "whole": {"begin": layout.begin, "end": layout.end},
        "opening": {"begin": layout.opening_begin, "end": layout.opening_end},
    }


def safe_link(url: str | None) -> str | None:
    """The address if a click on it can do no more than open a web page, else None.

    >>> safe_link("https://example.org/a"), safe_link("javascript:alert(1)"), safe_link("//example.org"), safe_link(None)
    ('https://example.org/a', None, None, None)
    """
    if url is None or any(character.isspace() or not character.isprintable() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def utf16_offset(text: str, offset: int) -> int:
    """An offset in code points as JavaScript counts it.

    >>> utf16_offset("🔥 feu", 2), "🔥 feu"[2]
    (3, 'f')
    """
    return offset + sum(character > "\uffff" for character in text[:offset])


def _event(timeline: nx.MultiDiGraph, position: EventPosition, language: str) -> Json:
    data = timeline.nodes[position.event]
    extent = position.extent
    return {
        "id": position.event,
        "label": data["label"],
        "type": data["type_label"],
        "group": data["group"],
        "groupLabel": data["group_label"],
        "status": data["status"],
        "when": in_words(data["edtf"], language) if data["edtf"] else "",
        "edtf": data["edtf"],
        "basis": data["basis"],
        "x": position.x,
        "begin": None if extent is None else extent.begin,
        "end": None if extent is None else extent.end,
        "surely": _certain_stretch(data),
        "lane": position.lane,
        "row": position.row,
        "column": position.column,
        "confidence": data["confidence"],
        "places": _places(timeline, position.event),
        "evidence": _evidence(data["evidence"], language),
    }


def _certain_stretch(data: Mapping[str, str | None]) -> tuple[float, float] | None:
    """From the latest begin to the earliest end: while an event lasts for certain."""
    begin, end = data.get("latest_begin"), data.get("earliest_end")
    if begin is None or end is None or begin >= end:
        return None
    return seconds_of(begin), seconds_of(end)


def _places(timeline: nx.MultiDiGraph, event: str) -> list[str]:
    """The names of an event's places, each with what contains it."""
    places = sorted({place for _, place, kind in timeline.out_edges(event, data="kind") if kind == "place"})
    return sorted(", ".join(_place_and_containers(timeline, place)) for place in places)


def _place_and_containers(timeline: nx.MultiDiGraph, place: str) -> list[str]:
    chain: list[str] = []
    while place not in chain:
        chain.append(place)
        around = sorted(outer for _, outer, kind in timeline.out_edges(place, data="kind") if kind == "contained-in")
        place = around[0] if around else place
    return [timeline.nodes[inner]["label"] for inner in chain]


def _evidence(evidence: Iterable[Evidence], language: str) -> list[Json]:
    """One entry for each sentence, with all its highlighted words."""
    sentences: dict[tuple[str, str], list[Evidence]] = {}
    for item in evidence:
        sentences.setdefault((item.article, item.sentence), []).append(item)
    return [
        {
            "article": article,
            "title": items[0].title,
            "date": in_words(items[0].date, language) if items[0].date else None,
            "url": safe_link(items[0].url),
            "publisher": items[0].publisher,
            "sentence": sentence,
            "words": sorted({(utf16_offset(sentence, item.begin), utf16_offset(sentence, item.end)) for item in items}),
        }
        for (article, sentence), items in sentences.items()
    ]
