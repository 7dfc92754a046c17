"""In which order undated events stand: by what comes before what, since no date may be made up for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from heapq import heappop, heappush
from itertools import chain, pairwise
from typing import Final, Literal

import networkx as nx

from chronotope.timeline.evidence import first_told
from chronotope.timeline.given import Edges, GivenGraph, Nodes

_YEAR_ONE: Final = 62_135_596_800
"""Seconds from there to 1970."""


# What the order is worked out for: an event, the begin or the end of a dated one, or a moment (as text that sorts).
_Point = tuple[Literal["event", "begin", "end", "moment"], str]
_Later = Sequence[Sequence[int]]
"""What comes after each point, right after or later. Points are numbered as they stand where nothing else is known."""


def margin_order(given: GivenGraph) -> list[str]:
    """The events without any date, from the earliest to the latest as far as that is known.

    What `before`, `causes` and `during` say counts, of one another and of dated events, whose dates then tell apart
    undated ones that nobody compared. Where nothing is known, and in a circle, the one that was told first comes first.

    >>> from chronotope.timeline.given import read_graph
    >>> timeline = nx.MultiDiGraph()
    >>> for event, day in (("raid", "2021-08-20"), ("funeral", "2021-08-28")):
    ...     timeline.add_node(event, kind="event", earliest_begin=f"{day}T00:00:00", latest_end=f"{day}T23:59:59")
    >>> timeline.add_nodes_from(("aftermath", "planning", "rumour"), kind="event")
    >>> timeline.add_edges_from([("planning", "raid"), ("funeral", "aftermath")], kind="before")
    [0, 0]
    >>> margin_order(read_graph(timeline))
    ['planning', 'aftermath', 'rumour']
    """
    events = {iri: data for iri, data in given.nodes.items() if data["kind"] == "event"}
    undated = {iri for iri, data in events.items() if all(bound is None for bound in data["bounds"])}
    pairs = list(_stated(given.edges, undated))
    pairs += _dated(events, {iri for pair in pairs for kind, iri in pair if kind != "event"})
    points: set[_Point] = {("event", iri) for iri in undated}.union(*pairs)
    ordered = sorted(points, key=lambda point: _as_told(point, events))
    numbers = {point: number for number, point in enumerate(ordered)}
    later: list[list[int]] = [[] for _ in ordered]
    for one, other in pairs:
        if one != other:
            later[numbers[one]].append(numbers[other])
    return [ordered[number][1] for number in _in_order(later) if ordered[number][0] == "event"]


def _as_told(point: _Point, events: Nodes) -> tuple[bool, tuple[str, str, int], str, str]:
    """What is no event of the margin comes first, so that it holds up nothing."""
    kind, name = point
    told = first_told(events[name]["evidence"]) if kind == "event" else ("", "", 0)
    return kind == "event", told, name, kind


def _stated(edges: Edges, undated: Collection[str]) -> Iterator[tuple[_Point, _Point]]:
    """What edges say. Of two dated events their dates say it better."""

    def point(event: str, edge: Literal["begin", "end"]) -> _Point:
        return "event" if event in undated else edge, event

    for one, other, data in edges:
        if one in undated or other in undated:
            match data["kind"]:
                case "before":
                    yield point(one, "end"), point(other, "begin")
                case "causes":
                    # A cause may go on beside what it causes.
                    yield point(one, "begin"), point(other, "begin")
                case "during":
                    yield point(other, "begin"), point(one, "begin")
                    if other not in undated:
                        yield point(one, "end"), point(other, "end")


def _dated(events: Nodes, named: Collection[str]) -> Iterator[tuple[_Point, _Point]]:
    """Begin and end of these events among the moments that bound them, and each moment before the next."""
    moments: set[str] = set()
    for iri in named:
        begin: _Point = ("begin", iri)
        end: _Point = ("end", iri)
        bounds = [None if bound is None else _moment(bound) for bound in events[iri]["bounds"]]
        yield begin, end
        for point, (low, high) in ((begin, bounds[:2]), (end, bounds[2:])):
            if low is not None:
                moments.add(low)
                yield ("moment", low), point
            if high is not None:
                moments.add(high)
                yield point, ("moment", high)
    for earlier, later in pairwise(sorted(moments)):
        yield ("moment", earlier), ("moment", later)


def _moment(seconds: float) -> str:
    """A point in time as text that sorts as time does.

    >>> _moment(-1.0) < _moment(0.0) < _moment(86_400.0)
    True
    """
    return f"{seconds + _YEAR_ONE:019.6f}"


def _in_order(later: _Later) -> list[int]:
    """All points, each after what comes before it. A circle is broken before its first point."""
    found = list(_freed(later))
    return found if len(found) == len(later) else list(_freed(_opened(later, set(range(len(later))) - set(found))))


def _freed(later: _Later) -> Iterator[int]:
    """Points one by one, the first of those for which nothing is left to wait; points of circles never come."""
    waiting = Counter(chain.from_iterable(later))
    free = [point for point in range(len(later)) if not waiting[point]]
    while free:
        point = heappop(free)
        yield point
        for other in later[point]:
            waiting[other] -= 1
            if not waiting[other]:
                heappush(free, other)


def _opened(later: _Later, stuck: Collection[int]) -> _Later:
    """The same without what goes back to an earlier point of a circle; `stuck` holds all circles."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_edges_from((one, other) for one in stuck for other in later[one])
    opened = list(later)
    for circle in nx.strongly_connected_components(graph):
        if len(circle) > 1:
            places = {point: place for place, point in enumerate(_round(circle, later))}
            for one in circle:
                opened[one] = [other for other in later[one] if places.get(other, len(places)) > places[one]]
    return opened


def _round(circle: Collection[int], later: _Later) -> Iterator[int]:
    """Once round a circle from its first point, and on from the first that is left wherever it is a circle still."""
    waiting = Counter(other for point in circle for other in later[point] if other in circle)
    left, firsts, free = set(circle), iter(sorted(circle)), list[int]()
    while left:
        point = heappop(free) if free else next(firsts)
        if point in left:
            left.remove(point)
            yield point
            for other in later[point]:
                waiting[other] -= 1
                if other in left and not waiting[other]:
                    heappush(free, other)
