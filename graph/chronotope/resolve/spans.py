"""Writes four bounds as a `TimeSpan`: its EDTF, and how fine it may be said to be.

EDTF: ISO 8601-2, https://www.loc.gov/standards/datetime/, level 1, and `[a..b]` of level 2 for "somewhere within".
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final, NamedTuple, get_args

from chronotope.model import TimeBasis, TimeGranularity, TimeSpan
from chronotope.resolve.intervals import Interval, day_interval, unit_around


class Bounds(NamedTuple):
    """Between which moments something begins, and between which it ends; None where that is open."""

    earliest_begin: datetime | None = None
    latest_begin: datetime | None = None
    earliest_end: datetime | None = None
    latest_end: datetime | None = None


def span_of_bounds(
    bounds: Bounds, *, basis: TimeBasis, unit: TimeGranularity | None = None, zone: str | None = None
) -> TimeSpan:
    """The time span of these bounds. `unit` says how finely they are told; None: as finely as they lie together.

    >>> first, last = datetime(2021, 8, 1), datetime(2021, 8, 31, 23, 59, 59)
    >>> span_of_bounds(Bounds(first, last, first, last), basis="inferred").edtf
    '2021-08'
    >>> span_of_bounds(Bounds(latest_begin=last, latest_end=last), basis="inferred", unit="month").edtf
    '../2021-08'
    """
    grain = unit or fitting_unit(bounds)
    return TimeSpan(edtf=_edtf(bounds, grain), granularity=grain, basis=basis, zone=zone, **bounds._asdict())


def bounds_of(span: TimeSpan) -> Bounds:
    """The four bounds of a time span."""
    return Bounds(span.earliest_begin, span.latest_begin, span.earliest_end, span.latest_end)


def fitting_unit(bounds: Bounds, told: TimeGranularity = "day") -> TimeGranularity:
    """The finest unit that is honest for these bounds; `told` is that of the known side where the other is open.

    >>> fitting_unit(Bounds(datetime(2021, 8, 15), None, None, datetime(2021, 8, 26, 23, 59, 59)))
    'month'
    """
    begin = _width(bounds.earliest_begin, bounds.latest_begin)
    end = _width(bounds.earliest_end, bounds.latest_end)
    if bounds.earliest_begin is None and bounds.latest_end is None:
        return "century"
    if bounds.earliest_begin is None or bounds.latest_end is None:
        known = begin if bounds.latest_end is None else end
        return told if known is None else max(told, _unit_of(known), key=_COARSENESS.__getitem__)
    if _lasts(bounds) and begin is not None and end is not None:
        return _unit_of(max(begin, end))
    return _unit_of(bounds.latest_end - bounds.earliest_begin)


# News is about few days, and each of them stands in many sentences.
@lru_cache(maxsize=4096)
def edge_date(edge: datetime, unit: TimeGranularity) -> str:
    """The first or last moment of a unit, written as coarsely as that: a year, a month, a minute, else its day.

    >>> edge_date(datetime(2021, 8, 31, 23, 59, 59), "month"), edge_date(datetime(2021, 8, 15), "month")
    ('2021-08', '2021-08-15')
    """
    if unit in ("minute", "second"):
        return edge.replace(second=0 if unit == "minute" else edge.second).isoformat()
    whole = unit_around(edge, unit) if unit in ("year", "month") else day_interval(edge)
    return whole.value if edge in (whole.first, whole.last) else day_interval(edge).value


_COARSENESS: Final = {unit: -index for index, unit in enumerate(get_args(TimeGranularity))}
_LENGTHS: Final[tuple[tuple[timedelta, TimeGranularity], ...]] = (
    # Bounds are the first and last second of a unit, so each is a second shorter than this.
    (timedelta(seconds=1), "second"),
    (timedelta(minutes=1), "minute"),
    (timedelta(hours=1), "hour"),
    (timedelta(days=1), "day"),
    (timedelta(days=7), "week"),
    (timedelta(days=31), "month"),
    (timedelta(days=92), "quarter"),
    (timedelta(days=366), "year"),
    (timedelta(days=3653), "decade"),
)


def _width(first: datetime | None, last: datetime | None) -> timedelta | None:
    return None if first is None or last is None else last - first


def _unit_of(width: timedelta) -> TimeGranularity:
    return next((unit for length, unit in _LENGTHS if width < length), "century")


def _lasts(bounds: Bounds) -> bool:
    """Whether it has certainly begun at some moment and not ended."""
    begun, unended = bounds.latest_begin, bounds.earliest_end
    return begun is not None and unended is not None and begun < unended


def _edtf(bounds: Bounds, unit: TimeGranularity) -> str:
    first, last = bounds.earliest_begin, bounds.latest_end
    if first is None or last is None:
        begin = ".." if first is None else _edge(first, first, bounds.latest_begin, unit)
        end = ".." if last is None else _edge(last, bounds.earliest_end, last, unit)
        return f"{begin}/{end}"
    if _lasts(bounds):
        ends = [_cover(first, bounds.latest_begin or first), _cover(bounds.earliest_end or last, last)]
        if None not in ends and ends[0] != ends[1]:
            return f"{ends[0]}/{ends[1]}"
    return _within(first, last, unit)


def _within(first: datetime, last: datetime, unit: TimeGranularity) -> str:
    """A precision-reduced date when it says all, else `[a..b]`: somewhere within."""
    for whole in _wholes(first):
        if (whole.first, whole.last) == (first, last):
            return whole.value
    if unit in ("minute", "second") and last - first < timedelta(minutes=1):
        return first.isoformat()
    days = (edge_date(first, "day"), edge_date(last, "day"))
    return days[0] if days[0] == days[1] else f"[{days[0]}..{days[1]}]"


def _edge(edge: datetime, first: datetime | None, last: datetime | None, unit: TimeGranularity) -> str:
    """An end of an EDTF interval, which must be a date: the stretch it lies in when that is one, else its day.

    Where one side of that stretch is open, the edge is written as coarsely as it is told.
    """
    if first is not None and last is not None:
        within = _within(first, last, unit)
        return day_interval(edge).value if within.startswith("[") else within
    return edge_date(edge, unit)


def _cover(first: datetime, last: datetime) -> str | None:
    """The smallest date that holds both; None where not even a year does."""
    return next((whole.value for whole in reversed(_wholes(first)) if last <= whole.last), None)


@lru_cache(maxsize=4096)
def _wholes(moment: datetime) -> tuple[Interval, Interval, Interval]:
    return unit_around(moment, "year"), unit_around(moment, "month"), unit_around(moment, "day")
