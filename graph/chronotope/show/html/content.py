"""What the page tells of each event, beyond what pyvis draws: words for dates, evidence, places, positions.

Everything here is JSON. Offsets are UTF-16 code units, as JavaScript counts, and only web links are links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

import networkx as nx

from chronotope.registry import installed_languages
from chronotope.show.html.appearance import MARKS, colours_of, mark_of
from chronotope.show.html.disputes import disagreement_in_words
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


def event_content(timeline: nx.MultiDiGraph[str], layout: TimelineLayout, language: str) -> list[Json]:
    """Everything about each event but its links to others, in the order of time."""
    return [_event(timeline, position, language) for position in layout.positions]


def actor_content(timeline: nx.MultiDiGraph[str]) -> list[Json]:
    """The actors, the one of most events first."""
    counts = Counter(actor for actor, _ in _parts_in_events(timeline))
    actors = [node for node in timeline if timeline.nodes[node]["kind"] == "actor"]
    actors.sort(key=lambda actor: (-counts[actor], timeline.nodes[actor]["label"], actor))
    return [
        {
            "id": actor,
            "label": timeline.nodes[actor]["label"],
            "kind": timeline.nodes[actor].get("actor_kind", ""),
            "count": counts[actor],
            "chip": _names_somebody(timeline.nodes[actor]),
        }
        for actor in actors
    ]


def _names_somebody(actor: Mapping[str, str]) -> bool:
    """Whether an actor is worth a chip: no thing, and no pronoun that nobody resolved."""
    pronouns = (language.pronouns for language in installed_languages().values())
    return actor.get("actor_kind") != "thing" and not any(actor["label"].lower() in words for words in pronouns)


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
    counts = Counter(str(event["status"]) for event in events)
    order = [*MARKS, *sorted(counts.keys() - MARKS.keys())]
    marks = {status: mark_of(status) for status in order if counts[status]}
    return [
        {
            "id": status,
            "shape": mark.shape,
            "filled": mark.filled,
            "dashed": mark.dashed,
            "count": counts[status],
        }
        for status, mark in marks.items()
    ]


def layout_content(layout: TimelineLayout, *, placeless: str) -> Json:
    """Lanes and stretches of time; `placeless` heads the lane of events without a place."""
    return {
        "lanes": [
            {"label": placeless if lane.place is None else lane.label, "rows": lane.rows, "events": lane.events}
            for lane in layout.lanes
        ],
        "whole": {"begin": layout.begin, "end": layout.end},
        "opening": {"begin": layout.opening_begin, "end": layout.opening_end},
    }


def safe_link(url: str | None) -> str | None:
    """The address if a click on it can do no more than open a web page, else None.

    >>> safe_link("https://example.org/a"), safe_link("javascript:alert(1)"), safe_link("//example.org")
    ('https://example.org/a', None, None)
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


def _parts_in_events(timeline: nx.MultiDiGraph[str]) -> set[tuple[str, str]]:
    """Pairs of an actor and an event in which it takes part, or of which it says something."""
    parts: set[tuple[str, str]] = set()
    for source, target, data in timeline.edges(data=True):
        if data["kind"] == "participation":
            parts.add((target, source))
        elif data["kind"] == "claim":
            parts.add((source, target))
    return parts


def _event(timeline: nx.MultiDiGraph[str], position: EventPosition, language: str) -> Json:
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
        "sources": data["sources"],
        "disputes": _disputes(data, language),
    }


def _disputes(data: Mapping[str, Any], language: str) -> list[Json]:
    """What articles disagree about; they are named by publisher and date. `Any`: attributes of an event."""
    names = {item.article: _name(item, language) for item in data["evidence"]}
    return [
        {
            "aspect": said.aspect,
            "versions": [
                {"value": version.value, "articles": [names.get(article, article) for article in version.articles]}
                for version in said.versions
            ],
        }
        for said in (disagreement_in_words(each, language) for each in data["disputes"])
    ]


def _name(article: Evidence, language: str) -> str:
    """An article in few words: two papers may give it one headline, and one paper may count anew each day."""
    date = f", {in_words(article.date, language)}" if article.date else ""
    return f"{article.publisher or article.title or article.article}{date}"


def _certain_stretch(data: Mapping[str, str | None]) -> tuple[float, float] | None:
    """From the latest begin to the earliest end: while an event lasts for certain."""
    begin, end = data.get("latest_begin"), data.get("earliest_end")
    if begin is None or end is None or begin >= end:
        return None
    return seconds_of(begin), seconds_of(end)


def _places(timeline: nx.MultiDiGraph[str], event: str) -> list[str]:
    """The names of an event's places, each with what contains it."""
    places = {place for _, place, data in timeline.out_edges(event, data=True) if data["kind"] == "place"}
    return sorted(", ".join(_place_and_containers(timeline, place)) for place in places)


def _place_and_containers(timeline: nx.MultiDiGraph[str], place: str) -> list[str]:
    chain: list[str] = []
    while place not in chain:
        chain.append(place)
        edges = timeline.out_edges(place, data=True)
        around = sorted(outer for _, outer, data in edges if data["kind"] == "contained-in")
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
