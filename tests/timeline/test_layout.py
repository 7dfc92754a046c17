from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

import networkx as nx
import pytest

from chronotope.timeline.bounds import seconds_of
from chronotope.timeline.given import read_graph
from chronotope.timeline.layout import Extent, TimelineLayout, extent_of, lay_out

DAY = 86_400.0


def bounds(*values: str | None) -> dict[str, str | None]:
    return dict(zip(("earliest_begin", "latest_begin", "earliest_end", "latest_end"), values, strict=True))


def day(number: int, *, length: int = 1) -> dict[str, str | None]:
    begin = datetime(2021, 8, 1) + timedelta(days=number)
    end = begin + timedelta(days=length, seconds=-1)
    return bounds(begin.isoformat(), end.isoformat(), begin.isoformat(), end.isoformat())


def timeline_of(events: dict[str, dict[str, str | None]]) -> nx.MultiDiGraph[str]:
    timeline: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for event, dates in events.items():
        timeline.add_node(event, kind="event", label="attack", **dates)
    return timeline


def layout_of(timeline: nx.MultiDiGraph[str]) -> TimelineLayout:
    return lay_out(read_graph(timeline))


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
        pytest.param(
            bounds("", "soon", "-0044-03-15T00:00:00", "10000-01-01"), None, id="no date we can read: nowhere"
        ),
    ],
)
def test_extent(dates: dict[str, str | None], extent: Extent | None) -> None:
    assert extent_of(dates) == extent


def test_dated_events_stand_in_the_order_of_time() -> None:
    layout = layout_of(timeline_of({"c": day(5), "a": day(0), "b": day(1)}))
    assert list(layout.dated) == ["a", "b", "c"]
    middles = [extent.middle for extent in layout.dated.values()]
    assert [middle - middles[0] for middle in middles] == [0, DAY, 5 * DAY]


def test_of_two_with_one_middle_the_one_that_begins_first_comes_first() -> None:
    assert list(layout_of(timeline_of({"a": day(1), "b": day(0, length=3)})).dated) == ["b", "a"]


def test_undated_events_stand_nowhere_in_time_and_in_what_is_known_of_their_order() -> None:
    timeline = timeline_of({"a": {}, "b": day(1), "c": {}, "d": {}})
    timeline.add_edge("d", "b", kind="before")
    timeline.add_edge("b", "a", kind="before")
    layout = layout_of(timeline)
    assert list(layout.dated) == ["b"]
    assert set(layout.undated) == {"a", "c", "d"}
    assert layout.undated.index("d") < layout.undated.index("a")


@pytest.mark.parametrize("reorder", [pytest.param(reversed, id="reversed"), pytest.param(sorted, id="sorted")])
def test_the_order_of_nodes_does_not_matter(reorder: Callable[[Iterable[str]], Iterable[str]]) -> None:
    events = {f"event/{index}": day(index % 3) for index in (4, 1, 3, 0, 2)} | {"event/6": {}, "event/5": {}}
    other = timeline_of({event: events[event] for event in reorder(list(events))})
    layout = layout_of(timeline_of(events))
    assert layout == layout_of(other)
    assert list(layout.dated) == list(layout_of(other).dated)


def test_one_event_of_long_ago_does_not_squeeze_the_opening() -> None:
    events = {f"event/{index}": day(index) for index in range(20)}
    events["old"] = bounds("1996-01-01T00:00:00", None, None, "1996-12-31T23:59:59")
    layout = layout_of(timeline_of(events))
    assert layout.whole.begin == seconds_of(datetime(1996, 1, 1))
    assert seconds_of(datetime(2021, 7, 1)) < layout.opening.begin < seconds_of(datetime(2021, 8, 2))
    assert layout.opening.end == layout.whole.end


def test_what_begins_with_1970_counts_for_the_opening() -> None:
    """Seconds since then are 0, which is a time like any other."""
    years = {f"event/{index}": bounds("1970-01-01T00:00:00", None, None, "1970-12-31T23:59:59") for index in range(9)}
    later = {"late": bounds("1999-01-01T00:00:00", None, None, "1999-01-01T23:59:59")}
    layout = layout_of(timeline_of(years | later))
    assert (layout.opening.begin, layout.opening.end) == (0.0, seconds_of(datetime(1970, 12, 31, 23, 59, 59)))


def test_an_empty_timeline_has_a_layout() -> None:
    layout = layout_of(nx.MultiDiGraph())
    assert not layout.dated
    assert layout.undated == ()
    assert layout.whole.begin < layout.whole.end
    assert layout.opening == layout.whole
