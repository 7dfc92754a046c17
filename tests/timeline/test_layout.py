from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import combinations

import networkx as nx
import pytest

from chronotope.timeline.layout import Extent, extent_of, lay_out

DAY = 86_400.0


def bounds(*values: str | None) -> dict[str, str | None]:
    return dict(zip(("earliest_begin", "latest_begin", "earliest_end", "latest_end"), values, strict=True))


def day(number: int, *, length: int = 1) -> dict[str, str | None]:
    begin = datetime(2021, 8, 1) + timedelta(days=number)
    end = begin + timedelta(days=length, seconds=-1)
    return bounds(begin.isoformat(), end.isoformat(), begin.isoformat(), end.isoformat())


def timeline_of(
    events: dict[str, dict[str, str | None]], places: Iterable[tuple[str, str]] = (), *, label: str = "attack"
) -> nx.MultiDiGraph[str]:
    timeline: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for event, dates in events.items():
        timeline.add_node(event, kind="event", label=label, **dates)
    for event, place in places:
        timeline.add_node(place, kind="place", label=place)
        timeline.add_edge(event, place, kind="place")
    return timeline


@pytest.mark.parametrize(
    ("dates", "extent"),
    [
        pytest.param(
            bounds("1970-01-01T00:00:00", None, None, "1970-01-03T00:00:00"),
            Extent(middle=DAY, begin=0.0, end=2 * DAY),
            id="known on both sides: the middle",
        ),
        pytest.param(
            bounds("1970-01-02T00:00:00", "1970-01-03T00:00:00", None, None),
            Extent(middle=DAY, begin=DAY, end=None),
            id="goes on: at its begin, open to the right",
        ),
        pytest.param(
            bounds(None, None, None, "1970-01-02T00:00:00"),
            Extent(middle=DAY, begin=None, end=DAY),
            id="only an upper bound: there, open to the left",
        ),
        pytest.param(
            bounds(None, "1970-01-02T00:00:00", None, None),
            Extent(middle=DAY, begin=None, end=None),
            id="begun by then: there, open on both sides",
        ),
        pytest.param(bounds(None, None, None, None), None, id="nothing known: nowhere"),
        pytest.param({}, None, id="no bounds at all: nowhere"),
    ],
)
def test_extent(dates: dict[str, str | None], extent: Extent | None) -> None:
    assert extent_of(dates) == extent


def test_positions_are_proportional_to_time() -> None:
    layout = lay_out(timeline_of({"a": day(0), "b": day(1), "c": day(5)}))
    a, b, c = (position.x for position in layout.positions)
    assert a is not None
    assert b is not None
    assert c is not None
    assert (b - a, c - a) == (DAY, 5 * DAY)


def test_undated_events_stand_last_and_nowhere_in_time() -> None:
    layout = lay_out(timeline_of({"a": {}, "b": day(1), "c": {}, "d": {}, "e": {}}))
    assert [(position.event, position.x is None) for position in layout.positions] == [
        ("b", False),
        ("a", True),
        ("c", True),
        ("d", True),
        ("e", True),
    ]
    assert [(position.row, position.column) for position in layout.positions[1:]] == [(0, 0), (0, 1), (0, 2), (1, 0)]


def test_lanes_go_by_number_then_name_and_placeless_events_come_last() -> None:
    events = {name: day(index) for index, name in enumerate("abcdef")}
    places = [("a", "Lyon"), ("b", "Doha"), ("c", "Doha"), ("d", "Kabul"), ("e", "Kabul")]
    layout = lay_out(timeline_of(events, places))
    assert [(lane.label, lane.events) for lane in layout.lanes] == [("Doha", 2), ("Kabul", 2), ("Lyon", 1), ("—", 1)]


def test_an_event_of_several_places_stands_where_most_events_stand() -> None:
    events = {name: day(index) for index, name in enumerate("abc")}
    layout = lay_out(
        timeline_of(events, [("a", "Doha"), ("a", "Kabul"), ("b", "Kabul"), ("c", "Doha"), ("c", "Kabul")])
    )
    assert [lane.label for lane in layout.lanes] == ["Kabul"]


@pytest.mark.parametrize(
    ("events", "rows"),
    [
        pytest.param({"a": day(0), "b": day(0)}, {"a": 0, "b": 1}, id="same day"),
        pytest.param({"a": day(0), "b": day(200), "c": day(400)}, {"a": 0, "b": 0, "c": 0}, id="far apart"),
        pytest.param({"a": day(0, length=31), "b": day(20)}, {"a": 0, "b": 1}, id="a day within a vague month"),
    ],
)
def test_rows(events: dict[str, dict[str, str | None]], rows: dict[str, int]) -> None:
    assert {position.event: position.row for position in lay_out(timeline_of(events)).positions} == rows


@pytest.mark.parametrize("seed", range(5))
def test_bars_in_one_row_never_overlap(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # no secrets here
    events = {f"event/{index}": day(chance.randrange(300), length=chance.choice([1, 1, 3, 31])) for index in range(120)}
    places = [(event, f"place/{chance.randrange(4)}") for event in events]
    layout = lay_out(timeline_of(events, places))
    for one, other in combinations(layout.positions, 2):
        if (one.lane, one.row) == (other.lane, other.row):
            assert apart(one.extent, other.extent)


def apart(one: Extent | None, other: Extent | None) -> bool:
    assert one is not None
    assert other is not None
    assert None not in {one.begin, one.end, other.begin, other.end}
    return max(one.begin or 0, other.begin or 0) >= min(one.end or 0, other.end or 0)


@pytest.mark.parametrize("reorder", [pytest.param(reversed, id="reversed"), pytest.param(sorted, id="sorted")])
def test_the_order_of_nodes_does_not_matter(reorder: Callable[[Iterable[str]], Iterable[str]]) -> None:
    events = {f"event/{index}": day(index % 3) for index in (4, 1, 3, 0, 2)}
    places = [("event/1", "Doha"), ("event/2", "Kabul")]
    other = timeline_of({event: events[event] for event in reorder(list(events))}, reversed(places))
    assert lay_out(timeline_of(events, places)) == lay_out(other)


def test_one_event_of_long_ago_does_not_squeeze_the_opening() -> None:
    events = {f"event/{index}": day(index) for index in range(20)}
    events["old"] = bounds("1996-01-01T00:00:00", None, None, "1996-12-31T23:59:59")
    layout = lay_out(timeline_of(events))
    assert layout.begin == datetime_seconds("1996-01-01")
    assert datetime_seconds("2021-07-01") < layout.opening_begin < datetime_seconds("2021-08-02")
    assert layout.opening_end == layout.end


def test_an_empty_timeline_has_a_layout() -> None:
    layout = lay_out(nx.MultiDiGraph())
    assert layout.positions == ()
    assert layout.lanes == ()
    assert layout.begin < layout.end


def datetime_seconds(date: str) -> float:
    return (datetime.fromisoformat(date) - datetime(1970, 1, 1)).total_seconds()
