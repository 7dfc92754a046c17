"""Laws of the calendar's arithmetic, for any day there is."""

from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.dates import PartialDate
from chronotope.mentions import Expression
from chronotope.resolve.intervals import Interval, find_interval, interval_of, unit_around

DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))
NUMBERS = st.integers(-500, 500)
UNITS = ("day", "week", "month", "quarter", "year", "decade", "century")


def day(given: date) -> Interval:
    return interval_of(PartialDate(year=given.year, month=given.month, day=given.day))


def shifted(anchor: Interval, number: int, unit: str) -> Interval:
    found = find_interval(Expression("shift", (number, unit)), anchor)
    assert found is not None
    return found


def precedes(one: Interval, other: Interval) -> bool:
    return one.last < other.first


@given(DAYS, NUMBERS, st.sampled_from(["day", "week"]))
def test_there_and_back_again(given: date, number: int, unit: str) -> None:
    start = shifted(day(given), 0, unit)
    assert shifted(shifted(start, number, unit), -number, unit) == start


@given(DAYS, st.sampled_from(UNITS))
def test_a_unit_holds_its_moment_and_is_its_own(given: date, unit: str) -> None:
    moment = datetime(given.year, given.month, given.day, 12)
    whole = unit_around(moment, unit)
    assert whole.first <= moment <= whole.last
    assert unit_around(whole.first, unit) == unit_around(whole.last, unit) == whole


@given(DAYS, st.sampled_from(UNITS))
def test_neighbouring_units_leave_no_gap(given: date, unit: str) -> None:
    before, here, after = (shifted(day(given), number, unit) for number in (-1, 0, 1))
    for one, other in pairwise((before, here, after)):
        assert precedes(one, other)
        assert (other.first - one.last).total_seconds() == 1


@given(st.lists(DAYS, min_size=3, max_size=3, unique=True), NUMBERS, st.sampled_from(["day", "week"]))
def test_order_is_transitive_and_kept_by_a_shift(given: list[date], number: int, unit: str) -> None:
    first, second, third = (day(each) for each in sorted(given))
    assert precedes(first, second)
    assert precedes(second, third)
    assert precedes(first, third)
    assert not precedes(third, first)
    moved = [shifted(each, number, unit) for each in (first, second, third)]
    assert all(one.first <= other.first and one.last <= other.last for one, other in pairwise(moved))


@pytest.mark.parametrize("unit", UNITS)
def test_a_coarser_unit_holds_the_finer(unit: str) -> None:
    moment = datetime(2021, 8, 26, 17, 50)
    finer = unit_around(moment, "day")
    whole = unit_around(moment, unit)
    assert whole.first <= finer.first
    assert finer.last <= whole.last
