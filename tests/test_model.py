"""What is held: bounds in order, ids by content."""

from dataclasses import FrozenInstanceError, replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.model import Place, TimeSpan

MONDAY = datetime(2018, 3, 12)
TUESDAY = datetime(2018, 3, 13)
SPAN = TimeSpan(edtf="2018-03-12", granularity="day", basis="stated", earliest_begin=MONDAY, latest_end=TUESDAY)


@pytest.mark.parametrize(
    ("low", "high"),
    [
        pytest.param("earliest_begin", "latest_begin", id="begin"),
        pytest.param("earliest_end", "latest_end", id="end"),
        pytest.param("earliest_begin", "latest_end", id="it ends before it begins"),
    ],
)
def test_bounds_are_in_order(low: str, high: str) -> None:
    bare = TimeSpan(edtf="x", granularity="day", basis="stated")
    for first, last in ((MONDAY, TUESDAY), (MONDAY, MONDAY)):
        replace(bare, **{low: first, high: last})  # type: ignore[arg-type]  # bounds
    with pytest.raises(ValueError, match="bounds of x are out of order"):
        replace(bare, **{low: TUESDAY, high: MONDAY})  # type: ignore[arg-type]  # bounds


_bounds = st.none() | st.datetimes(datetime(2000, 1, 1), datetime(2000, 1, 9))


@given(_bounds, _bounds, _bounds, _bounds)
def test_no_span_is_out_of_order(
    first_begin: datetime | None, last_begin: datetime | None, first_end: datetime | None, last_end: datetime | None
) -> None:
    pairs = [(first_begin, last_begin), (first_end, last_end), (first_begin, last_end)]
    ordered = all(low is None or high is None or low <= high for low, high in pairs)
    try:
        TimeSpan(
            edtf="x",
            granularity="day",
            basis="inferred",
            earliest_begin=first_begin,
            latest_begin=last_begin,
            earliest_end=first_end,
            latest_end=last_end,
        )
    except ValueError:
        assert not ordered
    else:
        assert ordered


def test_equal_spans_have_one_id() -> None:
    assert replace(SPAN).id == SPAN.id


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(SPAN, basis="relative"), id="basis"),
        pytest.param(replace(SPAN, granularity="hour"), id="granularity"),
        pytest.param(replace(SPAN, zone="+01:00"), id="zone"),
        pytest.param(replace(SPAN, latest_end=None), id="a bound"),
        pytest.param(replace(SPAN, earliest_begin=None, earliest_end=MONDAY), id="the same moment as another bound"),
    ],
)
def test_another_span_has_another_id(other: TimeSpan) -> None:
    assert other.id != SPAN.id


def test_values_do_not_change() -> None:
    place = Place(id="place/FR", labels=())
    with pytest.raises(FrozenInstanceError):
        place.id = "place/DE"  # type: ignore[misc]  # the point of the test
