"""Narrows a timeline to what somebody asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from chronotope.dates import PartialDate
from chronotope.gazetteer import fold
from chronotope.timeline.evidence import Evidence


def narrow(
    timeline: nx.MultiDiGraph[str],
    *,
    actor: str | None = None,
    place: str | None = None,
    type: str | None = None,  # noqa: A002  # the word of the command line
    status: str | None = None,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
    disputed: bool = False,
    source: str | None = None,
    confidence: float = 0.0,
    text: str | None = None,
) -> nx.MultiDiGraph[str]:
    """The events that satisfy every condition given, with their actors, places and times; a copy.

    `actor` and `place` are contained in a name, of any language, whatever accents and capitals; a place holds the
    places within it.
    `type` is a type or group by its name or label. An event that may lie within `since`–`until` is kept.
    `disputed` keeps only what independent articles disagree about. `source` is part of the name of a publisher, or the
    identifier of an article, that tells of the event; `confidence` the least that is kept. Every word of `text` stands
    in the event's label or in a sentence that tells of it, whatever accents and capitals.
    """
    words = fold(text or "").split()
    kept = {
        event
        for event, attributes in timeline.nodes(data=True)
        if attributes["kind"] == "event"
        and (actor is None or _named(timeline, _tied(timeline, event, ("participation", "claim")), actor))
        and (place is None or _named(timeline, _places(timeline, event), place))
        and (type is None or _is_of_type(timeline, event, type))
        and (status is None or timeline.nodes[event]["status"] == status)
        and _may_lie_within(timeline, event, since, until)
        and (not disputed or attributes["disputes"])
        and (source is None or _is_told_by(attributes["evidence"], source))
        and (not confidence or attributes["confidence"] >= confidence)
        and (not words or _has_words(attributes, words))
    }
    around = {other for event in kept for other in nx.all_neighbors(timeline, event)}
    around = {other for other in around if timeline.nodes[other]["kind"] != "event"}
    containers = {container for thing in around for container in _containers(timeline, thing)}
    return timeline.subgraph(kept | around | containers).copy()


def _tied(timeline: nx.MultiDiGraph[str], event: str, kinds: Iterable[str]) -> Iterator[str]:
    for _, other, attributes in timeline.out_edges(event, data=True):
        if attributes["kind"] in kinds:
            yield other
    for other, _, attributes in timeline.in_edges(event, data=True):
        if attributes["kind"] in kinds:
            yield other


def _places(timeline: nx.MultiDiGraph[str], event: str) -> Iterator[str]:
    for place in _tied(timeline, event, ("place",)):
        yield place
        yield from _containers(timeline, place)


def _containers(timeline: nx.MultiDiGraph[str], thing: str) -> Iterator[str]:
    """What holds a place, from the nearest outwards; data of others may go in a circle."""
    pending, seen = [thing], {thing}
    for inner in pending:
        for _, container, attributes in timeline.out_edges(inner, data=True):
            if attributes["kind"] == "contained-in" and container not in seen:
                seen.add(container)
                pending.append(container)
                yield container


def _named(timeline: nx.MultiDiGraph[str], things: Iterable[str], name: str) -> bool:
    nodes = (timeline.nodes[thing] for thing in things)
    return any(fold(name) in fold(called) for node in nodes for called in (node["label"], node.get("names", "")))


def _is_told_by(evidence: Iterable[Evidence], source: str) -> bool:
    name = fold(source)
    return any(name == fold(said.article) or name in fold(said.publisher or "") for said in evidence)


def _has_words(event: Mapping[str, Any], words: Iterable[str]) -> bool:
    """`Any`: attributes are of many types."""
    text = fold("\n".join((event["label"], *(said.sentence for said in event["evidence"]))))
    return all(word in text for word in words)


def _is_of_type(timeline: nx.MultiDiGraph[str], event: str, name: str) -> bool:
    node = timeline.nodes[event]
    return fold(name) in {fold(node[key]) for key in ("type", "type_label", "group", "group_label")}


def _may_lie_within(
    timeline: nx.MultiDiGraph[str], event: str, since: PartialDate | None, until: PartialDate | None
) -> bool:
    node = timeline.nodes[event]
    begin, end = node["earliest_begin"] or node["latest_begin"], node["latest_end"] or node["latest_begin"]
    if since is None and until is None:
        return True
    if begin is None and end is None:
        return False
    after = since is None or end is None or end >= since.earliest.isoformat()
    before = until is None or begin is None or begin <= until.latest.isoformat()
    return after and before
