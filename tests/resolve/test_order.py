"""An order without circles: what it takes and what it refuses, against NetworkX."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.resolve.order import Order

things = st.sampled_from("abcdefghij")
pairs = st.lists(st.tuples(things, things), max_size=60)


@pytest.mark.parametrize(
    ("told", "taken"),
    [
        pytest.param(["ab"], [True], id="the earlier before the later"),
        pytest.param(["aa"], [False], id="nothing is before itself"),
        pytest.param(["ab", "ab"], [True, True], id="twice"),
        pytest.param(["ab", "ba"], [True, False], id="no circle of two"),
        pytest.param(["ab", "bc", "ca"], [True, True, False], id="no circle of three"),
        pytest.param(["bc", "ab", "ca", "ac"], [True, True, False, True], id="whatever came first"),
        pytest.param(["ab", "cd", "da", "bc"], [True, True, True, False], id="two lines joined"),
    ],
)
def test_what_is_taken(told: list[str], taken: list[bool]) -> None:
    order = Order()
    assert [order.add(*pair) for pair in told] == taken


def test_what_comes_after_is_sorted() -> None:
    order = Order()
    for later in "cab":
        order.add("x", later)
    assert order.after("x") == ("a", "b", "c")
    assert order.after("a") == order.after("never told") == ()


@given(pairs)
def test_it_takes_what_a_graph_with_paths_would(told: list[tuple[str, str]]) -> None:
    order = Order()
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from("abcdefghij")
    for earlier, later in told:
        closes_a_circle = nx.has_path(graph, later, earlier)
        assert order.add(earlier, later) is not closes_a_circle
        if not closes_a_circle:
            graph.add_edge(earlier, later)
    assert {thing: order.after(thing) for thing in graph} == {thing: tuple(sorted(graph[thing])) for thing in graph}


@given(pairs)
def test_there_is_never_a_circle(told: list[tuple[str, str]]) -> None:
    order = Order()
    for pair in told:
        order.add(*pair)
    graph = nx.DiGraph([(thing, later) for thing in "abcdefghij" for later in order.after(thing)])
    assert nx.is_directed_acyclic_graph(graph)
