"""Resolves times: `TimeMention` and dateline → TIMEX3 value and `TimeSpan`.

A dateline is an interval. When it is only a month, "hier" lies within that month shifted by a day, its TIMEX3 value
stays the month, and no day is invented. TIMEX3 values: TimeML 1.2.1; EDTF: ISO 8601-2.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from chronotope.dates import PartialDate
from chronotope.mentions import DATELINE, Expression, TimeMention
from chronotope.model import TimeBasis, TimeGranularity, TimeSpan

_PARTS: Final[Mapping[str, tuple[str, int, int]]] = {
    # part of day: TIMEX3 code, first hour, hours it lasts
    "morning": ("MO", 5, 7),
    "midday": ("MI", 11, 3),
    "afternoon": ("AF", 12, 6),
    "evening": ("EV", 18, 6),
    "night": ("NI", 18, 12),
}
_ORDER: Final = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century")
_DURATIONS: Final = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M",
    "quarter": "P{}Q", "year": "P{}Y", "decade": "P{}DE", "century": "P{}CE",
}  # fmt: skip
_SECOND = timedelta(seconds=1)


class TimeReading(NamedTuple):
    """What a time mention comes to: its TIMEX3 value, and when that is; a duration or a set is at no one time."""

    timex: str
    span: TimeSpan | None


@dataclass(frozen=True, slots=True)
class _Interval:
    """A stretch of the calendar, first and last second, with its TIMEX3 value."""

    value: str
    first: datetime
    last: datetime
    unit: TimeGranularity
    zone: str | None = None


def resolve_times(mentions: Sequence[TimeMention], dateline: PartialDate | None) -> dict[str, TimeReading]:
    """Read each mention against the dateline and the mentions before it; ids → readings.

    What hangs on a missing dateline keeps a TIMEX3 value with unknown parts ("XXXX-08-31") and has no span.
    """
    here = None if dateline is None else interval_of(dateline)
    intervals: dict[str, _Interval] = {}
    readings: dict[str, TimeReading] = {}
    for mention in mentions:
        anchor = here if mention.anchor in (None, DATELINE) else intervals.get(mention.anchor, here)
        reading, interval = _read(mention.expression, anchor, here)
        readings[mention.id] = reading
        if interval is not None:
            intervals[mention.id] = interval
    return readings


def dateline_span(dateline: PartialDate) -> TimeSpan:
    """A dateline as a time span.

    >>> dateline_span(PartialDate(year=2021, month=8)).edtf
    '2021-08'
    """
    return _within(interval_of(dateline), "stated")


def before_dateline(dateline: PartialDate | None) -> TimeSpan:
    """Some time up to the dateline: all that is known of an undated event told in the past.

    >>> before_dateline(PartialDate(year=2021, month=8)).edtf
    '../2021-08'
    """
    if dateline is None:
        return TimeSpan(edtf="../..", granularity="century", basis="inferred")
    here = interval_of(dateline)
    return TimeSpan(
        edtf=f"../{_edge(here, here.last)}",
        granularity=here.unit,
        basis="inferred",
        latest_begin=here.last,
        latest_end=here.last,
    )


def after_dateline(dateline: PartialDate | None) -> TimeSpan:
    """Some time from the dateline on: all that is known of an undated plan."""
    if dateline is None:
        return TimeSpan(edtf="../..", granularity="century", basis="inferred")
    here = interval_of(dateline)
    return TimeSpan(
        edtf=f"{_edge(here, here.first)}/..",
        granularity=here.unit,
        basis="inferred",
        earliest_begin=here.first,
        earliest_end=here.first,
    )


def interval_of(date: PartialDate) -> _Interval:
    value = str(replace(date, zone=None))
    return _Interval(value, date.earliest, date.latest, date.granularity, date.zone)


def _read(
    expression: Expression, anchor: _Interval | None, here: _Interval | None
) -> tuple[TimeReading, _Interval | None]:
    name, arguments = expression
    if name in ("since", "until", "by") and isinstance(arguments[0], Expression):
        reading, interval = _read(arguments[0], anchor, here)
        span = None if interval is None else _OPEN[name](interval, here)
        return TimeReading(reading.timex, span), interval
    if name in ("duration", "within"):
        number, unit = arguments
        return TimeReading(_DURATIONS[str(unit)].format(number), None), None
    if name == "every":
        return TimeReading(_set_value(arguments[0]), None), None
    if name == "now":
        return TimeReading("PRESENT_REF", None if here is None else _within(here, "relative")), None
    interval = _interval(expression, anchor)
    if interval is None:
        return TimeReading(_unknown_value(expression), None), None
    basis: TimeBasis = "stated" if _stands_alone(expression) else "relative"
    return TimeReading(interval.value, _within(interval, basis)), interval


def _stands_alone(expression: Expression) -> bool:
    if expression.name in ("at", "part-of") and isinstance(expression.arguments[0], Expression):
        return _stands_alone(expression.arguments[0])
    return expression.name in ("date", "decade")


def _set_value(argument: int | str | Expression) -> str:
    if isinstance(argument, Expression):
        return f"XXXX-WXX-{argument.arguments[0]}"
    return _DURATIONS[str(argument)].format(1)


def _unknown_value(expression: Expression) -> str:
    """The TIMEX3 value of what cannot be resolved without a dateline."""
    numbers = [argument for argument in expression.arguments if isinstance(argument, int)]
    if expression.name == "day-month":
        return f"XXXX-{numbers[1]:02d}-{numbers[0]:02d}"
    if expression.name == "month":
        return f"XXXX-{numbers[0]:02d}"
    if expression.name in ("weekday", "weekday-day"):
        return f"XXXX-WXX-{numbers[0]}"
    return "XXXX-XX-XX"


def _interval(expression: Expression, anchor: _Interval | None) -> _Interval | None:
    name, arguments = expression
    if name in ("at", "part-of"):
        day = _interval(arguments[0], anchor) if isinstance(arguments[0], Expression) else None
        return None if day is None else (_at if name == "at" else _part_of)(day, arguments[1:])
    if name == "date":
        return _date(*(number for number in arguments if isinstance(number, int)))
    if name == "decade":
        year = int(arguments[0]) // 10 * 10  # type: ignore[arg-type]  # a pattern gives a number here
        return _Interval(str(year // 10), datetime(year, 1, 1), datetime(year + 9, 12, 31, 23, 59, 59), "decade")
    if anchor is None:
        return None
    return _RELATIVE[name](anchor, *arguments) if name in _RELATIVE else None


def _date(*numbers: int) -> _Interval | None:
    try:
        return interval_of(PartialDate.of(*numbers))
    except ValueError:
        return None


def _day(moment: datetime) -> _Interval:
    return interval_of(PartialDate(year=moment.year, month=moment.month, day=moment.day))


def _at(day: _Interval, clock: tuple[int | str | Expression, ...]) -> _Interval:
    if day.unit != "day":
        return day
    hour, minute = (int(str(number)) for number in clock)
    first = day.first.replace(hour=hour, minute=minute)
    return _Interval(f"{day.value}T{hour:02d}:{minute:02d}", first, first + timedelta(seconds=59), "minute", day.zone)


def _part_of(day: _Interval, parts: tuple[int | str | Expression, ...]) -> _Interval:
    if parts[0] == "noon":
        return _at(day, (12, 0))
    code, hour, hours = _PARTS[str(parts[0])]
    if day.unit != "day":
        # A dateline of a month: "cet après-midi" is the afternoon of some day of it.
        return replace(day, value=f"{day.value}-XXT{code}" if day.unit == "month" else day.value)
    first = day.first.replace(hour=hour)
    return _Interval(f"{day.value}T{code}", first, first + timedelta(hours=hours) - _SECOND, "hour", day.zone)


def _shift(anchor: _Interval, number: int, unit: str) -> _Interval:
    """So many units from the anchor, as precise as the coarser of both."""
    first, last = _add(anchor.first, number, unit), _add(anchor.last, number, unit)
    if _ORDER.index(anchor.unit) > _ORDER.index(unit):
        # The week before some day of August may begin in July.
        return replace(anchor, first=_unit_around(first, unit).first, last=_unit_around(last, unit).last)
    return _unit_around(first, unit)


def _unit_around(moment: datetime, unit: str) -> _Interval:
    if unit in ("second", "minute", "hour", "day"):
        day = _day(moment)
        return day if unit == "day" else _at(day, (moment.hour, moment.minute))
    if unit == "week":
        monday = moment.replace(hour=0, minute=0, second=0) - timedelta(days=moment.weekday())
        year, week, _ = monday.isocalendar()
        return _Interval(f"{year}-W{week:02d}", monday, monday + timedelta(days=7) - _SECOND, "week")
    if unit == "month":
        return interval_of(PartialDate(year=moment.year, month=moment.month))
    if unit == "quarter":
        quarter = (moment.month - 1) // 3 + 1
        last = PartialDate(year=moment.year, month=3 * quarter).latest
        return _Interval(f"{moment.year}-Q{quarter}", datetime(moment.year, 3 * quarter - 2, 1), last, "quarter")
    if unit == "year":
        return interval_of(PartialDate(year=moment.year))
    years = 10 if unit == "decade" else 100
    start = moment.year // years * years
    grain: TimeGranularity = "decade" if unit == "decade" else "century"
    # No calendar has a year 0.
    return _Interval(
        str(start // years), datetime(max(start, 1), 1, 1), datetime(start + years - 1, 12, 31, 23, 59, 59), grain
    )


def _add(moment: datetime, number: int, unit: str) -> datetime:
    """Calendar arithmetic; the day of a shorter month is its last. Stays within years 1–9999."""
    days = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0}
    try:
        if unit in days:
            return moment + timedelta(days=number * days[unit])
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        year, month = divmod(moment.year * 12 + moment.month - 1 + number * months, 12)
        return moment.replace(year=year, month=month + 1, day=min(moment.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return datetime.min if number < 0 else datetime.max.replace(microsecond=0)


def _ago(anchor: _Interval, number: int, unit: str) -> _Interval:
    """ "Il y a deux ans" is that year; hours and minutes ago are within the day of the anchor."""
    if unit in ("hour", "minute", "second") and anchor.unit not in ("hour", "minute", "second"):
        return anchor
    return _shift(anchor, -number, unit)


def _ago_some(anchor: _Interval, unit: str) -> _Interval | None:
    return anchor if unit in ("hour", "minute", "second") else None


def _day_month(anchor: _Interval, day: int, month: int) -> _Interval | None:
    years = (anchor.first.year - 1, anchor.first.year, anchor.last.year + 1)
    found = [date for date in (_date(year, month, day) for year in years) if date is not None]
    return min(found, key=lambda date: _distance(date, anchor), default=None)


def _month(anchor: _Interval, month: int, direction: str = "nearest") -> _Interval | None:
    years = (anchor.first.year - 1, anchor.first.year, anchor.last.year + 1)
    found = [date for date in (_date(year, month) for year in years) if date is not None]
    if direction == "last":
        found = [date for date in found if date.last < anchor.first][-1:]
    elif direction == "next":
        found = [date for date in found if date.first > anchor.last][:1]
    return min(found, key=lambda date: _distance(date, anchor), default=None)


def _distance(date: _Interval, anchor: _Interval) -> tuple[timedelta, bool]:
    middle = anchor.first + (anchor.last - anchor.first) / 2
    away = abs(date.first + (date.last - date.first) / 2 - middle)
    return (timedelta(0) if date.first <= middle <= date.last else away), date.first > middle


def _weekday(anchor: _Interval, weekday: int, direction: str = "last-or-today") -> _Interval:
    """The weekday before the anchor, or the anchor's own; "next" is the first after it."""
    if anchor.unit not in ("day", "hour", "minute", "second"):
        days = timedelta(days=7)
        if direction == "next":
            return replace(anchor, last=anchor.last + days)
        return replace(anchor, first=anchor.first - days)
    back = (anchor.first.isoweekday() - weekday) % 7
    if direction == "next":
        return _day(anchor.first + timedelta(days=7 - back))
    return _day(anchor.first - timedelta(days=7 if direction == "last" and back == 0 else back))


def _weekday_day(anchor: _Interval, weekday: int, day: int) -> _Interval | None:
    """ "Lundi 12": the nearest month in which the 12th is a Monday."""
    months = (_add(anchor.first.replace(day=1), shift, "month") for shift in (0, -1, 1, -2, 2))
    dates = (_date(month.year, month.month, day) for month in months)
    return next((date for date in dates if date and date.first.isoweekday() == weekday), None)


def _weekend(anchor: _Interval, number: int) -> _Interval:
    if anchor.unit not in ("day", "hour", "minute", "second"):
        return anchor
    monday = _unit_around(anchor.first + timedelta(days=7 * number), "week").first
    year, week, _ = monday.isocalendar()
    return _Interval(f"{year}-W{week:02d}-WE", monday + timedelta(days=5), monday + timedelta(days=7) - _SECOND, "day")


def _night_from(anchor: _Interval, weekday: int) -> _Interval:
    evening = _weekday(anchor, weekday)
    if evening.unit != "day":
        return evening
    return _Interval(f"{evening.value}TNI", evening.first, evening.last + timedelta(days=1), "day")


_RELATIVE: Final[Mapping[str, Callable[..., _Interval | None]]] = {
    "shift": _shift,
    "later": _shift,
    "ago": _ago,
    "ago-some": _ago_some,
    "day-month": _day_month,
    "month": _month,
    "weekday": _weekday,
    "weekday-day": _weekday_day,
    "weekend": _weekend,
    "night-from": _night_from,
}


def _within(interval: _Interval, basis: TimeBasis) -> TimeSpan:
    """Somewhere within an interval."""
    return TimeSpan(
        edtf=_edtf(interval),
        granularity=interval.unit,
        basis=basis,
        earliest_begin=interval.first,
        latest_begin=interval.last,
        earliest_end=interval.first,
        latest_end=interval.last,
        zone=interval.zone,
    )


def _since(interval: _Interval, here: _Interval | None) -> TimeSpan:
    del here
    return TimeSpan(
        edtf=f"{_edge(interval, interval.first)}/..",
        granularity=interval.unit,
        basis="relative",
        earliest_begin=interval.first,
        latest_begin=interval.last,
    )


def _until(interval: _Interval, here: _Interval | None) -> TimeSpan:
    del here
    return TimeSpan(
        edtf=f"../{_edge(interval, interval.last)}",
        granularity=interval.unit,
        basis="relative",
        earliest_end=interval.first,
        latest_end=interval.last,
    )


def _by(interval: _Interval, here: _Interval | None) -> TimeSpan:
    """A deadline: somewhere between the dateline and it."""
    if here is None or here.first > interval.last:
        return _until(interval, here)
    return TimeSpan(
        edtf=f"[{_edge(here, here.first)}..{_edge(interval, interval.last)}]",
        granularity=interval.unit,
        basis="relative",
        earliest_begin=here.first,
        latest_begin=interval.last,
        earliest_end=here.first,
        latest_end=interval.last,
    )


_OPEN: Final[Mapping[str, Callable[[_Interval, _Interval | None], TimeSpan]]] = {
    "since": _since,
    "until": _until,
    "by": _by,
}


def _edtf(interval: _Interval) -> str:
    """A precision-reduced date when it says all, else `[a..b]`: somewhere within."""
    first, last = interval.first, interval.last
    for unit in ("year", "month", "day"):
        whole = _unit_around(first, unit)
        if (whole.first, whole.last) == (first, last):
            return whole.value
    if interval.unit in ("minute", "second"):
        return first.isoformat()
    days = (_day(first).value, _day(last).value)
    return days[0] if days[0] == days[1] else f"[{days[0]}..{days[1]}]"


def _edge(interval: _Interval, edge: datetime) -> str:
    """An end of an EDTF interval, which must be a date: the interval when it is one, else the day of its edge."""
    edtf = _edtf(interval)
    return _day(edge).value if edtf.startswith("[") else edtf
