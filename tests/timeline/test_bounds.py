"""What is a bound, and what is none."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from chronotope.errors import Problem, UnreadableGraph
from chronotope.timeline.bounds import BOUNDS, bounds_of, seconds_of

DAY = 86_400.0


@pytest.mark.parametrize(
    ("bound", "first", "last"),
    [
        pytest.param("1970-01-02T00:00:00", DAY, DAY, id="a moment"),
        pytest.param("1970-01-02T00:00:00+05:00", DAY, DAY, id="a zone is left aside"),
        pytest.param("1970-01-02T00:00", DAY, DAY + 59, id="a minute"),
        pytest.param("1970-01-02", DAY, 2 * DAY - 1, id="a day"),
        pytest.param("1970-01", 0.0, 31 * DAY - 1, id="a month"),
        pytest.param("1970", 0.0, 365 * DAY - 1, id="a year"),
        pytest.param(datetime(1970, 1, 2), DAY, DAY, id="datetime"),
        pytest.param(datetime(1970, 1, 2, tzinfo=timezone(timedelta(hours=5))), DAY, DAY, id="datetime with a zone"),
        pytest.param(date(1970, 1, 2), DAY, 2 * DAY - 1, id="date"),
        pytest.param("0001-01-01", seconds_of(datetime(1, 1, 1)), seconds_of(datetime(1, 1, 1)) + DAY - 1, id="first"),
        pytest.param(
            "9999", seconds_of(datetime(9999, 1, 1)), seconds_of(datetime(9999, 12, 31, 23, 59, 59)), id="last"
        ),
        pytest.param(None, None, None, id="nothing"),
        pytest.param(float("nan"), None, None, id="nothing, in pandas"),
        pytest.param("", None, None, id="no text"),
        pytest.param(" ", None, None, id="a space"),
        pytest.param("in August", None, None, id="words"),
        pytest.param("2021-02-30", None, None, id="no such day"),
        pytest.param("10000-01-01", None, None, id="year 10000"),
        pytest.param("0000-01-01", None, None, id="year 0"),
        pytest.param("-0044-03-15T00:00:00", None, None, id="before year 1"),
    ],
)
def test_bounds(bound: Any, first: float | None, last: float | None) -> None:
    assert bounds_of(dict.fromkeys(BOUNDS, bound)) == (first, last, first, last)


def test_what_pandas_has_where_no_date_is() -> None:
    pandas = pytest.importorskip("pandas")
    assert bounds_of({"earliest_begin": pandas.NaT, "latest_end": pandas.Timestamp(1970, 1, 2)}) == (
        None, None, None, DAY
    )  # fmt: skip


@pytest.mark.parametrize("bound", [["2021"], 2021, {"year": 2021}, True])
def test_what_cannot_be_meant(bound: object) -> None:
    with pytest.raises(UnreadableGraph, match=r"node 'e/1', latest_end: \w+ is no date; write it as") as caught:
        bounds_of({"latest_end": bound}, "e/1")
    assert isinstance(caught.value, Problem)
    assert (caught.value.node, caught.value.key) == ("e/1", "latest_end")
