"""Narrows a timeline to what somebody asks for."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

import networkx as nx

from chronotope.dates import PartialDate
from chronotope.gazetteer import fold
from chronotope.timeline.bounds import seconds_of
from chronotope.timeline.evidence import Evidence
from chronotope.timeline.given import Attributes, Nodes, read_nodes


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
    """The events that satisfy every condition given, with their actors, places and times; a copy in the same order.

    `actor` and `place` are contained in a name, of any language, whatever accents and capitals; a place holds the
    places within it.
    `type` is a type or group by its name or label. An event that may lie within `since`–`until` is kept, so that one of
    which only the begin is known may go on for ever, and one of which nothing is known is left out.
    `disputed` keeps only what independent articles disagree about. `source` is part of the name of a publisher, or the
    identifier of an article, that tells of the event; `confidence` the least that is kept. Every word of `text` stands
    in the event's label or in a sentence that tells of it, whatever accents and capitals. Raises `UnreadableGraph`.
    """
    words = fold(text or "").split()
    known = read_nodes(timeline)
    events = {node: known[str(node)] for node, data in timeline.nodes(data=True) if data.get("kind") == "event"}
    kept = {
        event
        for event, data in events.items()
        if (actor is None or _named(known, _tied(timeline, event, ("participation", "claim")), actor))
        and (place is None or _named(known, _places(timeline, event), place))
        and (type is None or _is_of_type(data, type))
        and (status is None or data["status"] == status)
        and _may_lie_within(data, since, until)
        and (not disputed or data["disputes"])
        and (source is None or _is_told_by(data["evidence"], source))
        and (not confidence or data["confidence"] >= confidence)
        and (not words or _has_words(data, words))
    }
    around = {other for event in kept for other in nx.all_neighbors(timeline, event)} - events.keys()
    containers = {container for thing in around for container in _containers(timeline, thing)}
    return _part(timeline, kept | around | containers)


def _part(timeline: nx.MultiDiGraph[str], kept: Container[str]) -> nx.MultiDiGraph[str]:
    """A copy of these nodes and the edges between them. `subgraph` goes through a set, in an order of its own."""
    part = timeline.__class__()
    part.graph.update(timeline.graph)
    part.add_nodes_from((node, data.copy()) for node, data in timeline.nodes(data=True) if node in kept)
    part.add_edges_from(
        (source, target, key, data.copy())  # type: ignore[misc]  # the stubs know of no keys here
        for source, target, key, data in timeline.edges(keys=True, data=True)
        if source in kept and target in kept
    )
    return part


def _tied(timeline: nx.MultiDiGraph[str], event: str, kinds: Container[str]) -> Iterator[str]:
    for _, other, attributes in timeline.out_edges(event, data=True):
        if attributes.get("kind") in kinds:
            yield other
    for other, _, attributes in timeline.in_edges(event, data=True):
        if attributes.get("kind") in kinds:
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
            if attributes.get("kind") == "contained-in" and container not in seen:
                seen.add(container)
                pending.append(container)
                yield container


def _named(known: Nodes, things: Iterable[str], name: str) -> bool:
    nodes = (known[str(thing)] for thing in things if str(thing) in known)
    return any(fold(name) in fold(called) for node in nodes for called in (node["label"], node.get("names", "")))


def _is_told_by(evidence: Iterable[Evidence], source: str) -> bool:
    name = fold(source)
    return any(name == fold(said.article) or name in fold(said.publisher or "") for said in evidence)


def _has_words(event: Attributes, words: Iterable[str]) -> bool:
    text = fold("\n".join((event["label"], *(said.sentence for said in event["evidence"]))))
    return all(word in text for word in words)


def _is_of_type(event: Attributes, name: str) -> bool:
    return fold(name) in {fold(event[key]) for key in ("type", "type_label", "group", "group_label")}


def _may_lie_within(event: Attributes, since: PartialDate | None, until: PartialDate | None) -> bool:
    """What has no earliest begin may have begun at any time, what has no latest end may go on for ever."""
    if since is None and until is None:
        return True
    bounds = event["bounds"]
    if all(bound is None for bound in bounds):
        return False
    begin, *_, end = bounds
    after = since is None or end is None or end >= seconds_of(since.earliest)
    before = until is None or begin is None or begin <= seconds_of(until.latest)
    return after and before
