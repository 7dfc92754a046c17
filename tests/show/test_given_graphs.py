"""Pages of graphs that people bring, and of networks that they change, whatever these hold."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
import zlib
from datetime import date, datetime
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronotope.errors import Problem, UnreadableGraph
from chronotope.show.timeline import Timeline
from chronotope.timeline.bounds import BOUNDS
from chronotope.timeline.evidence import Evidence

KINDS: Final = ("events", "actors", "places", "others")
INFINITE: Final = [float("nan"), float("inf"), float("-inf")]


def data_of(page: str) -> Any:  # JSON of any shape
    """What a page tells at once. Its tables are rows again."""
    block = re.search(r'<script id="timeline-data" type="text/plain">([\w+/=]*)</script>', page)
    assert block is not None
    data = json.loads(zlib.decompress(base64.b64decode(block[1])))
    return data | {kind: rows_of(data[kind]) for kind in (*KINDS, "edges")}


def rows_of(table: Any) -> list[dict[str, Any]]:
    columns = {
        name: [column["of"][at] for at in column["at"]] if isinstance(column, dict) else column
        for name, column in table["columns"].items()
    }
    return [{name: column[row] for name, column in columns.items()} for row in range(table["length"])]


def shown(timeline: Timeline) -> Any:
    return data_of(timeline.to_pyvis().generate_html())


def empty() -> Any:  # Any: its nodes may be of any type, whatever the stubs say
    """A timeline without anything in it."""
    return Timeline()


def things_in(data: Any) -> list[str]:
    return [thing["id"] for kind in KINDS for thing in data[kind]]


def test_numbers_may_name_nodes() -> None:
    timeline = empty()
    timeline.add_nodes_from([(1, {"kind": "event"}), (2, {"kind": "actor"}), (3, {"kind": "place", "label": "Kabul"})])
    timeline.add_edge(1, 2, kind="participation")
    timeline.add_edge(1, 3, kind="place")
    data = shown(timeline)
    assert things_in(data) == ["1", "2", "3"]
    assert [thing["label"] for kind in KINDS for thing in data[kind]] == ["1", "2", "Kabul"]
    assert data["events"][0]["places"] == [2]
    assert [(edge["from"], edge["to"]) for edge in data["edges"]] == [(0, 1), (0, 2)]


def test_numbers_may_name_what_is_added_to_the_network(timeline: Timeline) -> None:
    """pyvis labels a node by its number where nothing else is said."""
    network = timeline.to_pyvis()
    network.add_node(1)
    network.add_node(2, label=20)
    network.add_edge(1, 2)
    network.add_edge(2, "event/attack")
    data = data_of(network.generate_html())
    assert [(other["id"], other["label"]) for other in data["others"]] == [("1", "1"), ("2", "20")]
    names = things_in(data)
    ends = {(names[edge["from"]], names[edge["to"]]) for edge in data["edges"]}
    assert {("1", "2"), ("2", "event/attack")} <= ends


def test_two_nodes_of_one_name_are_a_problem(timeline: Timeline) -> None:
    """All numbers of nodes after them would be wrong."""
    network = timeline.to_pyvis()
    network.add_node(1)
    network.add_node("1")
    with pytest.raises(UnreadableGraph, match=r"node '1', id: 2 nodes have it; rename"):
        network.generate_html()


@pytest.mark.parametrize("number", INFINITE)
def test_numbers_without_end(number: float) -> None:
    timeline = Timeline()
    timeline.add_node("event", kind="event", confidence=number, salience=number, sources=number, mentions=number)
    timeline.add_node("place", kind="place", latitude=number, longitude=number)
    timeline.add_node("actor", kind="actor")
    timeline.add_edge("event", "actor", kind="participation", minimum=number, maximum=number)
    data = shown(timeline)
    [event], [place] = data["events"], data["places"]
    assert [event[name] for name in ("confidence", "salience", "sources", "mentions")] == [1.0, 0.5, 1, 0]
    assert (place["latitude"], place["longitude"]) == (None, None)
    assert data["outlines"] == []
    assert "minimum" not in data["edges"][0]


@pytest.mark.parametrize(
    ("bound", "first", "last"),
    [
        pytest.param("", None, None, id="no text"),
        pytest.param("10000-01-01T00:00:00", None, None, id="year 10000"),
        pytest.param("-0044-03-15T00:00:00", None, None, id="before year 1"),
        pytest.param("the ides of March", None, None, id="words"),
        pytest.param(datetime(1970, 1, 2, 12), 129_600.0, 129_600.0, id="datetime"),
        pytest.param(date(1970, 1, 2), 86_400.0, 172_799.0, id="date"),
    ],
)
def test_bounds(bound: object, first: float | None, last: float | None) -> None:
    """Where an event stands and what is told of its time are never two things."""
    timeline = Timeline()
    timeline.add_node("event/2", kind="event", **dict.fromkeys(BOUNDS, bound))
    timeline.add_node("event/1", kind="event")
    network = timeline.to_pyvis()
    data = data_of(network.generate_html())
    told = next(event for event in data["events"] if event["id"] == "event/2")
    assert [told[name] for name in ("earliestBegin", "latestBegin", "earliestEnd", "latestEnd")] == [first, last] * 2
    undated = network.get_node("event/1")["x"]
    assert (network.get_node("event/2")["x"] == undated) is (first is None)


def test_what_cannot_be_meant_is_a_problem() -> None:
    timeline = Timeline()
    timeline.add_node("event", kind="event", earliest_begin=["2021-08-26"])
    with pytest.raises(Problem, match=r"node 'event', earliest_begin: list is no date; write it as"):
        timeline.to_pyvis()


def test_roles_of_several_types() -> None:
    timeline = Timeline()
    timeline.add_node("event", kind="event")
    timeline.add_node("actor", kind="actor")
    for role in (1, "agent", None, 2.5):
        timeline.add_edge("event", "actor", kind="participation", role=role)
    assert [edge["role"] for edge in shown(timeline)["edges"]] == [None, "1", "2.5", "agent"]


def test_a_place_that_is_an_actor_is_no_place() -> None:
    timeline = Timeline()
    timeline.add_node("event", kind="event")
    timeline.add_node("actor", kind="actor")
    timeline.add_edge("event", "actor", kind="place")
    data = shown(timeline)
    assert data["events"][0]["places"] == []
    assert data["edges"] == []


VALUES: Final = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.dates(),
    st.datetimes(),
    st.lists(st.one_of(st.none(), st.text(max_size=3), st.integers()), max_size=3),
    st.just((Evidence("a", None, "2021", None, None, "So it is.", 3, 5),)),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)
NAMES: Final = st.one_of(st.integers(0, 5), st.sampled_from(["a", "b", "place/c", "", "1"]))
ATTRIBUTES: Final = st.sampled_from(
    [
        "label", "names", "type", "type_label", "group", "group_label", "status", "edtf", "basis", "granularity",
        "confidence", "salience", "sources", "mentions", "speech", "evidence", "claims", "time_words", "disputes",
        "latitude", "longitude", "place_kind", "actor_kind", *BOUNDS,
    ]
)  # fmt: skip
NODE_KINDS: Final = st.sampled_from(["event", "event", "actor", "place", "time", None])
EDGE_KINDS: Final = st.sampled_from(["participation", "claim", "place", "contained-in", "before", "causes", None])


@settings(max_examples=60, deadline=None)
@given(
    nodes=st.dictionaries(NAMES, st.tuples(NODE_KINDS, st.dictionaries(ATTRIBUTES, VALUES, max_size=4)), max_size=6),
    edges=st.lists(st.tuples(NAMES, NAMES, EDGE_KINDS, VALUES, VALUES), max_size=8),
)
def test_any_graph_has_a_page_or_a_named_problem(
    nodes: dict[int | str, tuple[str | None, dict[str, Any]]],
    edges: list[tuple[int | str, int | str, str | None, object, object]],
) -> None:
    timeline = empty()
    for name, (kind, attributes) in nodes.items():
        timeline.add_node(name, kind=kind, **attributes)
    for begin, end, kind, role, count in edges:
        timeline.add_edge(begin, end, kind=kind, role=role, minimum=count)
    try:
        data = shown(timeline)
    except Problem:
        return
    known = {str(name) for name, (kind, _) in nodes.items() if kind in {"event", "actor", "place"}}
    assert set(things_in(data)) == known
    assert all(isinstance(thing["label"], str) for kind in KINDS for thing in data[kind])


NARROWED: Final = """
import hashlib
from chronotope.show.timeline import Timeline
from chronotope.timeline.narrow import narrow

timeline = Timeline(title="Kabul", language="en")
for number in range(40):
    timeline.add_node(f"actor/{number}", kind="actor", label=f"actor {number}", names=f"actor {number} | another")
    timeline.add_node(f"event/{number}", kind="event", label=f"event {number}", type="A" if number < 8 else "B")
    timeline.add_edge(f"event/{number}", f"actor/{number}", kind="participation", role="agent")
    timeline.add_edge(f"event/{number}", f"actor/{number // 2}", kind="participation", role="patient")
narrowed = narrow(timeline, type="A")
print(list(narrowed), hashlib.sha256(narrowed.to_pyvis().generate_html().encode()).hexdigest())
"""


def test_every_process_narrows_to_the_same_bytes() -> None:
    pages = {
        subprocess.run(
            [sys.executable, "-c", NARROWED],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(pages) == 1
