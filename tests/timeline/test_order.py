"""Undated events stand in the order in which they are known to lie, and nothing that is said twists them into knots."""

from __future__ import annotations

import datetime
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.timeline.evidence import Evidence
from chronotope.timeline.given import read_graph
from chronotope.timeline.order import margin_order

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=25)


def timeline_of(undated: str, *edges: tuple[str, str, str], **days: str) -> nx.MultiDiGraph[str]:
    """Undated events by their letters, events of whole days, and what is said of any two."""
    timeline: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    timeline.add_nodes_from(undated, kind="event")
    for event, day in days.items():
        timeline.add_node(event, kind="event", earliest_begin=f"{day}T00:00:00", latest_end=f"{day}T23:59:59")
    for one, kind, other in edges:
        timeline.add_edge(one, other, kind=kind)
    return timeline


def order_of(timeline: nx.MultiDiGraph[str]) -> list[str]:
    return margin_order(read_graph(timeline))


DAYS = {"raid": "2021-08-20", "burial": "2021-08-28"}


@pytest.mark.parametrize(
    ("timeline", "expected"),
    [
        pytest.param(timeline_of("cab"), "abc", id="nothing is known"),
        pytest.param(timeline_of("abc", ("c", "before", "a")), "bca", id="stated"),
        pytest.param(timeline_of("ab", ("b", "causes", "a")), "ba", id="a cause comes first"),
        pytest.param(timeline_of("ab", ("a", "during", "b")), "ba", id="what holds another has begun"),
        pytest.param(timeline_of("ab", ("b", "sub-event", "a")), "ab", id="other edges say nothing"),
        pytest.param(
            timeline_of("ab", ("burial", "before", "a"), ("b", "before", "raid"), **DAYS), "ba", id="by dated events"
        ),
        pytest.param(timeline_of("ab", ("raid", "before", "a"), ("b", "before", "raid"), **DAYS), "ba", id="by one"),
        pytest.param(
            timeline_of("abc", ("b", "before", "c"), ("burial", "before", "a"), ("c", "before", "raid"), **DAYS),
            "bca",
            id="by a dated event and one another",
        ),
        pytest.param(
            timeline_of("ab", ("burial", "during", "a"), ("b", "during", "raid"), **DAYS),
            "ab",
            id="may have begun before",
        ),
        pytest.param(
            timeline_of("ab", ("burial", "causes", "a"), ("b", "during", "raid"), **DAYS),
            "ba",
            id="within a dated event",
        ),
        pytest.param(
            timeline_of("ab", ("raid", "before", "a"), ("b", "before", "burial"), **DAYS), "ab", id="not told apart"
        ),
        pytest.param(timeline_of("ab", ("a", "before", "a")), "ab", id="before itself"),
        pytest.param(timeline_of("abc", ("b", "before", "a"), ("a", "before", "b")), "abc", id="a circle"),
        pytest.param(
            timeline_of("abcd", ("d", "before", "b"), ("b", "before", "c"), ("c", "before", "b"), ("c", "before", "a")),
            "dbca",
            id="before and after a circle",
        ),
        pytest.param(
            timeline_of("ab", ("burial", "before", "b"), ("b", "before", "raid"), ("b", "before", "a"), **DAYS),
            "ba",
            id="dates that contradict",
        ),
        pytest.param(timeline_of("", **DAYS), "", id="all are dated"),
    ],
)
def test_margin_order(timeline: nx.MultiDiGraph[str], expected: str) -> None:
    assert "".join(order_of(timeline)) == expected


def test_where_nothing_is_known_what_was_told_first_comes_first() -> None:
    timeline = timeline_of("abc")
    for event, date, offset in (("a", "2021-09", 0), ("b", "2021-08", 50), ("c", "2021-08", 10)):
        timeline.nodes[event]["evidence"] = (Evidence("x", None, date, None, None, "So.", 0, 2, offset),)
    assert order_of(timeline) == ["c", "b", "a"]


def test_one_known_bound_is_a_date() -> None:
    timeline = timeline_of("ab")
    timeline.nodes["a"]["latest_begin"] = "2021-08-26T00:00:00"
    assert order_of(timeline) == ["b"]


def test_a_date_that_cannot_be_read_is_none() -> None:
    timeline = timeline_of("ab", ("b", "before", "a"))
    timeline.nodes["a"].update(earliest_begin="", latest_end="soon")
    assert order_of(timeline) == ["b", "a"]


def test_dates_of_any_kind_are_compared() -> None:
    timeline = timeline_of("abc", ("burial", "before", "a"), ("b", "before", "raid"), ("c", "during", "truce"), **DAYS)
    timeline.nodes["raid"].update(earliest_begin=datetime.date(2021, 8, 20), latest_end="2021-08-20")
    timeline.add_node(
        "truce", kind="event", earliest_begin=datetime.datetime(2021, 8, 24, 12), latest_end="2021-08-25T11:00Z"
    )
    assert order_of(timeline) == ["b", "c", "a"]


@given(PAIRS)
def test_every_event_once_in_the_same_order(pairs: list[tuple[int, int]]) -> None:
    edges = [(str(one), "before", str(other)) for one, other in pairs]
    names = "0123456789"
    assert order_of(timeline_of(names, *edges)) == order_of(timeline_of(names[::-1], *edges[::-1]))
    assert sorted(order_of(timeline_of(names, *edges))) == list(names)


@given(PAIRS)
def test_what_is_said_holds_but_in_circles(pairs: list[tuple[int, int]]) -> None:
    timeline = timeline_of("0123456789", *((str(one), "before", str(other)) for one, other in pairs))
    places = {event: place for place, event in enumerate(order_of(timeline))}
    circles = [set(circle) for circle in nx.strongly_connected_components(timeline)]
    for one, other in timeline.edges():
        assert places[one] < places[other] or any({one, other} <= circle for circle in circles)


def test_a_long_chain() -> None:
    names = [f"{number:05}" for number in range(20_000)]
    timeline: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    timeline.add_nodes_from(names, kind="event")
    timeline.add_edges_from(((one, other) for other, one in pairwise(names)), kind="before")
    assert order_of(timeline) == names[::-1]


def test_a_build_has_no_circle(example: KnowledgeGraph) -> None:
    timeline = example.timeline()
    stated = [(one, other) for one, other, data in timeline.edges(data=True) if data["kind"] == "before"]
    assert stated
    assert nx.is_directed_acyclic_graph(nx.DiGraph(stated))
    undated = {
        event for event, data in timeline.nodes(data=True) if data["kind"] == "event" and data["edtf"] == "../.."
    }
    assert set(order_of(timeline)) == undated
