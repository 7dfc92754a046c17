"""What comes before what is an order: nothing before itself, no circles, and before what is before is before."""

from __future__ import annotations

from datetime import datetime
from itertools import permutations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.timeline.build import events_of
from chronotope.timeline.order import follows_by_time, neighbours_in_order, stated_order

MOMENTS = st.datetimes(datetime(2021, 8, 1), datetime(2021, 8, 3)).map(
    lambda moment: moment.replace(microsecond=0).isoformat()
)
BOUNDED = st.tuples(st.none() | MOMENTS, st.none() | MOMENTS).filter(
    lambda bounds: bounds[0] is None or bounds[1] is None or bounds[0] <= bounds[1]
)


def timeline_of(bounds: list[tuple[str | None, str | None]]) -> nx.MultiDiGraph[str]:
    timeline: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, (begin, end) in enumerate(bounds):
        timeline.add_node(str(number), kind="event", earliest_begin=begin, latest_end=end)
    return timeline


def stated(*pairs: tuple[str, str], kind: str = "before") -> nx.MultiDiGraph[str]:
    timeline: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for one, other in pairs:
        timeline.add_edge(one, other, kind=kind)
    return timeline


@given(st.lists(BOUNDED, min_size=1, max_size=6))
def test_order_by_time_has_no_circle_and_is_transitive(bounds: list[tuple[str | None, str | None]]) -> None:
    timeline = timeline_of(bounds)
    order: nx.DiGraph[str] = nx.DiGraph()
    order.add_nodes_from(timeline)
    order.add_edges_from(pair for pair in permutations(timeline, 2) if follows_by_time(timeline, *pair))
    assert not any(follows_by_time(timeline, event, event) for event in timeline)
    assert nx.is_directed_acyclic_graph(order)
    assert set(nx.transitive_closure(order).edges) == set(order.edges)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), max_size=20))
def test_stated_order_says_the_same_with_fewer_edges(pairs: list[tuple[int, int]]) -> None:
    said = [(str(one), str(other)) for one, other in pairs]
    order = stated_order(stated(*said))
    assert set(nx.transitive_closure(order).edges) == set(nx.transitive_closure(nx.DiGraph(said)).edges)
    for edge in list(order.edges):
        fewer = order.copy()
        fewer.remove_edge(*edge)
        assert not nx.has_path(fewer, *edge)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param([], set(), id="nothing said"),
        pytest.param([("a", "b"), ("b", "c"), ("a", "c")], {("a", "b"), ("b", "c")}, id="what follows is left out"),
        pytest.param([("a", "b"), ("a", "b")], {("a", "b")}, id="said twice"),
        pytest.param([("a", "b"), ("b", "a")], {("a", "b"), ("b", "a")}, id="a circle stays as it is said"),
        pytest.param([("a", "a")], {("a", "a")}, id="before itself"),
    ],
)
def test_stated_order(pairs: list[tuple[str, str]], expected: set[tuple[str, str]]) -> None:
    assert set(stated_order(stated(*pairs)).edges) == expected


def test_other_edges_say_nothing_of_order() -> None:
    assert list(stated_order(stated(("a", "b"), kind="causes")).edges) == []


@pytest.mark.parametrize(
    ("earlier", "later", "follows"),
    [
        pytest.param((None, "2021-08-01T10:00:00"), ("2021-08-01T10:00:01", None), True, id="one second later"),
        pytest.param((None, "2021-08-01T10:00:00"), ("2021-08-01T10:00:00", None), False, id="the same second"),
        pytest.param(("2021-08-01T10:00:00", None), ("2021-08-02T10:00:00", None), False, id="no end is known"),
        pytest.param((None, "2021-08-01T10:00:00"), (None, "2021-08-02T10:00:00"), False, id="no begin is known"),
    ],
)
def test_follows_by_time(
    earlier: tuple[str | None, str | None], later: tuple[str | None, str | None], follows: bool
) -> None:
    timeline = timeline_of([earlier, later])
    assert follows_by_time(timeline, "0", "1") is follows


def test_neighbours_are_sorted() -> None:
    timeline = stated(("d", "m"), ("b", "m"), ("m", "z"), ("m", "y"))
    timeline.add_edge("a", "m", kind="causes")
    assert list(neighbours_in_order(timeline, "m")) == [
        ("before", "b"),
        ("before", "d"),
        ("after", "y"),
        ("after", "z"),
    ]


def test_a_build_has_no_circle(example: KnowledgeGraph) -> None:
    timeline = example.timeline()
    order = stated_order(timeline)
    assert order.number_of_edges() > 0
    assert nx.is_directed_acyclic_graph(order)
    assert set(order) <= set(events_of(timeline))
