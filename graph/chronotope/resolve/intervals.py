"""Stretches of the calendar: what a neutral expression comes to, counted from an anchor.

Local time throughout; arithmetic is the calendar's ("a month from 31 January" is its last day).
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from chronotope.dates import PartialDate
from chronotope.mentions import Expression
from chronotope.model import TimeGranularity

_PARTS: Final[Mapping[str, tuple[str, int, int]]] = {
    # part of day: TIMEX3 code, first hour, hours it lasts
    "morning": ("MO", 5, 7),
    "midday": ("MI", 11, 3),
    "afternoon": ("AF", 12, 6),
    "evening": ("EV", 18, 6),
    "night": ("NI", 18, 12),
}
_ORDER: Final = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century")
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of the calendar: its TIMEX3 value (TimeML 1.2.1), first and last second, and how precise it is."""

    value: str
    first: datetime
    last: datetime
    unit: TimeGranularity
    zone: str | None = None


def interval_of(date: PartialDate) -> Interval:
    """A date as the stretch it covers."""
    value = str(replace(date, zone=None))
    return Interval(value, date.earliest, date.latest, date.granularity, date.zone)


def find_interval(expression: Expression, anchor: Interval | None) -> Interval | None:
    """Where an expression lies; None when it needs an anchor and there is none, or when no calendar holds it.

    >>> august = interval_of(PartialDate(year=2021, month=8, day=28))
    >>> find_interval(Expression("shift", (-1, "day")), august).value
    '2021-08-27'
    """
    name, arguments = expression
    if name in ("at", "part-of"):
        day = find_interval(arguments[0], anchor) if isinstance(arguments[0], Expression) else None
        return None if day is None else (_at if name == "at" else _part_of)(day, arguments[1:])
    if name == "date":
        return _date(*(number for number in arguments if isinstance(number, int)))
    if name == "decade":
        year = int(arguments[0]) // 10 * 10  # type: ignore[arg-type]  # a pattern gives a number here
        return Interval(str(year // 10), datetime(year, 1, 1), datetime(year + 9, 12, 31, 23, 59, 59), "decade")
    if anchor is None:
        return None
    return _RELATIVE[name](anchor, *arguments) if name in _RELATIVE else None


def _date(*numbers: int) -> Interval | None:
    try:
        return interval_of(PartialDate.of(*numbers))
    except ValueError:
        return None


def day_interval(moment: datetime) -> Interval:
    """The day of a moment."""
    return interval_of(PartialDate(year=moment.year, month=moment.month, day=moment.day))


def _at(day: Interval, clock: tuple[int | str | Expression, ...]) -> Interval:
    if day.unit != "day":
        return day
    hour, minute = (int(str(number)) for number in clock)
    first = day.first.replace(hour=hour, minute=minute)
    return Interval(f"{day.value}T{hour:02d}:{minute:02d}", first, first + timedelta(seconds=59), "minute", day.zone)


def _part_of(day: Interval, parts: tuple[int | str | Expression, ...]) -> Interval:
    if parts[0] == "noon":
        return _at(day, (12, 0))
    code, hour, hours = _PARTS[str(parts[0])]
    if day.unit != "day":
        # A dateline of a month: "cet après-midi" is the afternoon of some day of it.
        return replace(day, value=f"{day.value}-XXT{code}" if day.unit == "month" else day.value)
    first = day.first.replace(hour=hour)
    return Interval(f"{day.value}T{code}", first, first + timedelta(hours=hours) - _SECOND, "hour", day.zone)


def _shift(anchor: Interval, number: int, unit: str) -> Interval:
    """So many units from the anchor, as precise as the coarser of both."""
    first, last = _add(anchor.first, number, unit), _add(anchor.last, number, unit)
    if _ORDER.index(anchor.unit) > _ORDER.index(unit):
        # The week before some day of August may begin in July.
        return replace(anchor, first=unit_around(first, unit).first, last=unit_around(last, unit).last)
    return unit_around(first, unit)


def unit_around(moment: datetime, unit: str) -> Interval:
    """The whole unit of the calendar that holds a moment: its week from Monday, its quarter."""
    if unit in ("second", "minute", "hour", "day"):
        day = day_interval(moment)
        return day if unit == "day" else _at(day, (moment.hour, moment.minute))
    if unit == "week":
        monday = moment.replace(hour=0, minute=0, second=0) - timedelta(days=moment.weekday())
        year, week, _ = monday.isocalendar()
        return Interval(f"{year}-W{week:02d}", monday, monday + timedelta(days=7) - _SECOND, "week")
    if unit == "month":
        return interval_of(PartialDate(year=moment.year, month=moment.month))
    if unit == "quarter":
        quarter = (moment.month - 1) // 3 + 1
        last = PartialDate(year=moment.year, month=3 * quarter).latest
        return Interval(f"{moment.year}-Q{quarter}", datetime(moment.year, 3 * quarter - 2, 1), last, "quarter")
    if unit == "year":
        return interval_of(PartialDate(year=moment.year))
    years = 10 if unit == "decade" else 100
    start = moment.year // years * years
    grain: TimeGranularity = "decade" if unit == "decade" else "century"
    # No calendar has a year 0.
    return Interval(
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


def _ago(anchor: Interval, number: int, unit: str) -> Interval:
    """ "Il y a deux ans" is that year; hours and minutes ago are within the day of the anchor."""
    if unit in ("hour", "minute", "second") and anchor.unit not in ("hour", "minute", "second"):
        return anchor
    return _shift(anchor, -number, unit)


def _ago_some(anchor: Interval, unit: str) -> Interval | None:
    return anchor if unit in ("hour", "minute", "second") else None


def _day_month(anchor: Interval, day: int, month: int) -> Interval | None:
    years = (anchor.first.year - 1, anchor.first.year, anchor.last.year + 1)
    found = [date for date in (_date(year, month, day) for year in years) if date is not None]
    return min(found, key=lambda date: _distance(date, anchor), default=None)


def _month(anchor: Interval, month: int, direction: str = "nearest") -> Interval | None:
    years = (anchor.first.year - 1, anchor.first.year, anchor.last.year + 1)
    found = [date for date in (_date(year, month) for year in years) if date is not None]
    if direction == "last":
        found = [date for date in found if date.last < anchor.first][-1:]
    elif direction == "next":
        found = [date for date in found if date.first > anchor.last][:1]
    return min(found, key=lambda date: _distance(date, anchor), default=None)


def _distance(date: Interval, anchor: Interval) -> tuple[timedelta, bool]:
    middle = anchor.first + (anchor.last - anchor.first) / 2
    away = abs(date.first + (date.last - date.first) / 2 - middle)
    return (timedelta(0) if date.first <= middle <= date.last else away), date.first > middle


def _weekday(anchor: Interval, weekday: int, direction: str = "last-or-today") -> Interval:
    """The weekday before the anchor, or the anchor's own; "next" is the first after it."""
    if anchor.unit not in ("day", "hour", "minute", "second"):
        days = timedelta(days=7)
        if direction == "next":
            return replace(anchor, last=anchor.last + days)
        return replace(anchor, first=anchor.first - days)
    back = (anchor.first.isoweekday() - weekday) % 7
    if direction == "next":
        return day_interval(anchor.first + timedelta(days=7 - back))
    return day_interval(anchor.first - timedelta(days=7 if direction == "last" and back == 0 else back))


def _weekday_day(anchor: Interval, weekday: int, day: int) -> Interval | None:
    """ "Lundi 12": the nearest month in which the 12th is a Monday."""
    months = (_add(anchor.first.replace(day=1), shift, "month") for shift in (0, -1, 1, -2, 2))
    dates = (_date(month.year, month.month, day) for month in months)
    return next((date for date in dates if date and date.first.isoweekday() == weekday), None)


def _weekend(anchor: Interval, number: int) -> Interval:
    if anchor.unit not in ("day", "hour", "minute", "second"):
        return anchor
    monday = unit_around(anchor.first + timedelta(days=7 * number), "week").first
    year, week, _ = monday.isocalendar()
    return Interval(f"{year}-W{week:02d}-WE", monday + timedelta(days=5), monday + timedelta(days=7) - _SECOND, "day")


def _night_from(anchor: Interval, weekday: int) -> Interval:
    evening = _weekday(anchor, weekday)
    if evening.unit != "day":
        return evening
    return Interval(f"{evening.value}TNI", evening.first, evening.last + timedelta(days=1), "day")


_RELATIVE: Final[Mapping[str, Callable[..., Interval | None]]] = {
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
