"""Dates keep the precision they were given."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.dates import PartialDate
from chronotope.errors import InvalidDate


@pytest.mark.parametrize(
    ("text", "granularity", "earliest", "latest"),
    [
        pytest.param("2021", "year", "2021-01-01T00:00:00", "2021-12-31T23:59:59", id="year"),
        pytest.param("2024-02", "month", "2024-02-01T00:00:00", "2024-02-29T23:59:59", id="month of a leap year"),
        pytest.param("2021-08-26", "day", "2021-08-26T00:00:00", "2021-08-26T23:59:59", id="day"),
        pytest.param("2021-08-26T17:50", "minute", "2021-08-26T17:50:00", "2021-08-26T17:50:59", id="minute"),
        pytest.param(
            "2021-08-26T17:50:07Z", "second", "2021-08-26T17:50:07", "2021-08-26T17:50:07", id="zone shifts nothing"
        ),
        pytest.param(
            "2021-08-26 17:50+0430", "minute", "2021-08-26T17:50:00", "2021-08-26T17:50:59", id="zone without colon"
        ),
    ],
)
def test_bounds(text: str, granularity: str, earliest: str, latest: str) -> None:
    date = PartialDate.parse(text)
    assert (date.granularity, date.earliest.isoformat(), date.latest.isoformat()) == (granularity, earliest, latest)


@pytest.mark.parametrize(
    "text", ["", "2021-13", "2021-02-30", "21-08", "2021-8-26", "août 2021", "2021-08-26T25:00", "2021-08-26T17"]
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(InvalidDate, match="is no date; write it as YYYY"):
        PartialDate.parse(text)


def test_a_part_may_not_be_missing_within() -> None:
    with pytest.raises(InvalidDate):
        PartialDate(year=2021, day=3)


@given(st.datetimes(), st.integers(1, 6))
def test_what_is_written_is_read(moment: datetime, parts: int) -> None:
    numbers = [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second]
    names = ["year", "month", "day", "hour", "minute", "second"]
    kept = parts if parts != 4 else 5
    date = PartialDate(**dict(zip(names[:kept], numbers[:kept], strict=True)))  # type: ignore[arg-type]  # numbers
    assert PartialDate.parse(str(date)) == date
    assert date.earliest <= moment.replace(microsecond=0) <= date.latest
