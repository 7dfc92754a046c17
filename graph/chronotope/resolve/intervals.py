"""Stretches of the calendar: what a neutral expression comes to, counted from an anchor.

Local time throughout; arithmetic is the calendar's ("a month from 31 January" is its last day).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Final

from dateutil.easter import easter

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
TIMEX_PARTS: Final = {part: code for part, (code, _, _) in _PARTS.items()} | {"noon": "12:00"}
_ORDER: Final = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century")
_SECOND = timedelta(seconds=1)
_LAST_YEAR: Final = 9999
_LAST_YEAR_OF_TEXTS: Final = 5000


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
    if name in _ABSOLUTE:
        return _ABSOLUTE[name](*arguments)
    if name in _YEARLY and any(isinstance(word, int) and word > _LAST_HOLIDAY for word in arguments):
        return _YEARLY[name](*(word for word in arguments if word not in _DIRECTIONS))
    if anchor is None:
        return None
    return _RELATIVE[name](anchor, *arguments) if name in _RELATIVE else None


def _date(*numbers: int) -> Interval | None:
    try:
        return interval_of(PartialDate.of(*numbers))
    except ValueError:
        return None


def _before_christ(year: int, *rest: int) -> Interval | None:
    return _date(_LAST_YEAR - year, *rest)


def _year_end(first: int, short: int) -> Interval | None:
    """The 42 of "1941–42", and the 02 of "1999–02"."""
    return _date(first + (short - first) % 100)


def _decade(number: int) -> Interval:
    year = number // 10 * 10
    return Interval(str(year // 10), datetime(year, 1, 1), datetime(year + 9, 12, 31, 23, 59, 59), "decade")


def _century(number: int) -> Interval:
    """The nineteenth is 18 in TIMEX3: the years 1801 to 1900, taken as it is spoken of."""
    year = (number - 1) * 100
    last = datetime(year + 99, 12, 31, 23, 59, 59)
    return Interval(f"{number - 1:02d}", datetime(max(year, 1), 1, 1), last, "century")


def _months(value: str, year: int, month: int, count: int, unit: TimeGranularity) -> Interval:
    first = datetime(year, month, 1)
    return Interval(value, first, _add(first, count, "month") - _SECOND, unit)


def _quarter(number: int, year: int) -> Interval | None:
    return _months(f"{year}-Q{number}", year, 3 * number - 2, 3, "quarter") if 1 <= number <= 4 else None


def _half(number: int, year: int) -> Interval | None:
    return _months(f"{year}-H{number}", year, 6 * number - 5, 6, "quarter") if 1 <= number <= 2 else None


def _season(code: str, year: int) -> Interval:
    """A season of a year, the winter that which begins in it. Bounds hold the months and the astronomers' season."""
    begin = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    return _months(f"{year}-{code}", year, begin, 4, "quarter")


def _easter(days: int, year: int) -> Interval:
    """So many days after the Easter Sunday of a year, in the calendar of the West."""
    return day_interval(datetime.combine(easter(year), time()) + timedelta(days=days))


_LAST_HOLIDAY: Final = 400
_ABSOLUTE: Final[Mapping[str, Callable[..., Interval | None]]] = {
    "date": _date,
    "before-christ": _before_christ,
    "season-before-christ": lambda code, year: _season(code, _LAST_YEAR - year),
    "century-before-christ": lambda number: _century(_LAST_YEAR // 100 - number + 2),
    "decade-before-christ": lambda year: _decade(_LAST_YEAR - year),
    "year-end": _year_end,
    "decade": _decade,
    "century": _century,
}
_YEARLY: Final[Mapping[str, Callable[..., Interval | None]]] = {
    "quarter": _quarter, "half": _half, "season": _season, "easter": _easter,
    "day-month": lambda day, month, year: _date(year, month, day),
    "month": lambda month, year: _date(year, month),
}  # fmt: skip
"""What comes back every year: its year stands last where a text tells it."""


def _around(name: str) -> Callable[..., Interval | None]:
    """That of the nearest year, or on the side of the anchor that the tense told."""

    def nearest(anchor: Interval, *arguments: int | str) -> Interval | None:
        direction = str(arguments[-1]) if arguments[-1] in _DIRECTIONS else "near"
        told = tuple(word for word in arguments if word not in _DIRECTIONS)
        # Far from either end of the calendar.
        years = range(max(anchor.first.year - 2, 1), min(anchor.last.year + 1, _LAST_YEAR - 1) + 1)
        found = [date for date in (_YEARLY[name](*told, year) for year in years) if date is not None]
        if direction == "last":
            found = [date for date in found if date.last < anchor.first][-1:]
        elif direction == "next":
            found = [date for date in found if date.first > anchor.last][:1]
        elif name in ("quarter", "half"):
            found = [date for date in found if date.first.year == anchor.first.year]
        return min(found, key=lambda date: _distance(date, anchor, direction), default=None)

    return nearest


_DIRECTIONS: Final = frozenset({"past", "future", "near", "last", "next"})


def is_before_christ(interval: Interval) -> bool:
    """Whether an interval stands for one before our era.

    No `datetime` does, so 480 BC is kept as the year 9519: the calendar's arithmetic then holds across it, and no text
    that we read names such a year.
    """
    return interval.first.year > _LAST_YEAR_OF_TEXTS


def value_before_christ(interval: Interval) -> str:
    """The TIMEX3 value of an interval before our era.

    >>> value_before_christ(unit_around(datetime(9999 - 478, 5, 1), "decade"))
    'BC047'
    """
    digits = re.match(r"\d*", interval.value)
    years = digits[0] if digits else ""
    return "BC" + "".join(str(9 - int(digit)) for digit in years) + interval.value[len(years) :]


_DAYS: Final = frozenset({"second", "minute", "hour", "day"})


def day_interval(moment: datetime) -> Interval:
    """The day of a moment."""
    return interval_of(PartialDate(year=moment.year, month=moment.month, day=moment.day))


def _at(day: Interval, clock: tuple[int | str | Expression, ...]) -> Interval:
    if day.unit != "day":
        return day
    hour, minute = (int(str(number)) for number in clock[:2])
    zone = str(clock[2]) if len(clock) > 2 else None
    if hour == 24:
        first = day.last + _SECOND
        return Interval(f"{day.value}T24:00", first, first + timedelta(seconds=59), "minute", day.zone)
    first = day.first.replace(hour=hour, minute=minute)
    value = f"{day.value}T{hour:02d}:{minute:02d}{zone or ''}"
    return Interval(value, first, first + timedelta(seconds=59), "minute", zone or day.zone)


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
    # A decimal is a word: "une heure et demie plus tard" is not counted more finely than by the hour.
    number = int(float(number))
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


def _that_day(anchor: Interval) -> Interval | None:
    return day_interval(anchor.first) if anchor.unit in _DAYS else None


def _ago_some(anchor: Interval, unit: str) -> Interval | None:
    return anchor if unit in ("hour", "minute", "second") else None


def _day_of_month(anchor: Interval, day: int, direction: str = "near") -> Interval | None:
    """ "Le 12", of the nearest month that has one."""
    months = [_add(anchor.first.replace(day=1), shift, "month") for shift in (0, -1, 1)]
    found = [date for date in (_date(month.year, month.month, day) for month in months) if date is not None]
    return min(found, key=lambda date: _distance(date, anchor, direction), default=None)


# A plan for a day eleven months ahead, or a tale of one eleven months ago, names its year.
_AGAINST_TENSE: Final = timedelta(days=275)


def _distance(date: Interval, anchor: Interval, direction: str = "near") -> tuple[timedelta, bool]:
    middle = anchor.first + (anchor.last - anchor.first) / 2
    away = abs(date.first + (date.last - date.first) / 2 - middle)
    against = (direction == "past" and date.first > anchor.last) or (direction == "future" and date.last < anchor.first)
    if against:
        away += _AGAINST_TENSE
    return (timedelta(0) if date.first <= middle <= date.last else away), date.first > middle


def _weekday(anchor: Interval, weekday: int, direction: str = "past") -> Interval:
    """The weekday before the anchor, or the anchor's own; "next" is the first after it, "last" the one before it."""
    if anchor.unit not in ("day", "hour", "minute", "second"):
        days = timedelta(days=7)
        if direction == "near":
            return replace(anchor, first=anchor.first - days, last=anchor.last + days)
        if direction in ("next", "future"):
            return replace(anchor, last=anchor.last + days)
        return replace(anchor, first=anchor.first - days)
    back = (anchor.first.isoweekday() - weekday) % 7
    if direction == "next" or (direction == "future" and back) or (direction == "near" and back > _HALF_WEEK):
        return day_interval(_add(anchor.first, 7 - back, "day"))
    return day_interval(_add(anchor.first, -7 if direction == "last" and back == 0 else -back, "day"))


_HALF_WEEK: Final = 3


def _weekday_day(anchor: Interval, weekday: int, day: int) -> Interval | None:
    """ "Lundi 12": the nearest month in which the 12th is a Monday."""
    months = (_add(anchor.first.replace(day=1), shift, "month") for shift in (0, -1, 1, -2, 2))
    dates = (_date(month.year, month.month, day) for month in months)
    return next((date for date in dates if date and date.first.isoweekday() == weekday), None)


def _weekend(anchor: Interval, number: int, direction: str = "near") -> Interval:
    if anchor.unit not in ("day", "hour", "minute", "second"):
        return anchor
    # "Ce week-end, ils ont gagné", on a Tuesday, tells of the one before.
    back = 1 if direction == "past" and number == 0 and anchor.first.isoweekday() < _FRIDAY else 0
    monday = unit_around(_add(anchor.first, 7 * (number - back), "day"), "week").first
    year, week, _ = monday.isocalendar()
    return Interval(f"{year}-W{week:02d}-WE", monday + timedelta(days=5), monday + timedelta(days=7) - _SECOND, "day")


_FRIDAY: Final = 5


def _phase(anchor: Interval, phase: str, unit: str, direction: str = "near") -> Interval:
    """The unit whose beginning or end is meant: in December a beginning of the year to come is that of the next."""
    whole = unit_around(anchor.first, unit)
    if _ORDER.index(anchor.unit) >= _ORDER.index(unit):
        return anchor
    gone = (anchor.first - whole.first) / (whole.last - whole.first)
    if phase == "begin" and direction == "future" and gone > _THIRD:
        return _shift(anchor, 1, unit)
    if phase == "end" and direction == "past" and gone < 1 - _THIRD:
        return _shift(anchor, -1, unit)
    return whole


_THIRD: Final = 1 / 3


def _night_from(anchor: Interval, weekday: int) -> Interval:
    evening = _weekday(anchor, weekday)
    if evening.unit != "day":
        return replace(evening, value=f"{evening.value}-XXTNI" if evening.unit == "month" else evening.value)
    return Interval(f"{evening.value}TNI", evening.first, evening.last + timedelta(days=1), "day")


_RELATIVE: Final[Mapping[str, Callable[..., Interval | None]]] = {
    "that-day": _that_day,
    "that-time": lambda anchor: anchor,
    "shift": _shift,
    "later": _shift,
    "ago": _ago,
    "ago-some": _ago_some,
    "day-month": _around("day-month"),
    "month": _around("month"),
    "quarter": _around("quarter"),
    "half": _around("half"),
    "season": _around("season"),
    "easter": _around("easter"),
    "day-of-month": _day_of_month,
    "phase": _phase,
    "of-that-year": lambda anchor, inner: find_interval(inner, _shift(anchor, 0, "year")),
    "in-year": lambda anchor, inner, years: find_interval(inner, _shift(anchor, years, "year")),
    "month-of": lambda anchor, month, shift: _date(anchor.first.year + shift, month),
    "weekday": _weekday,
    "weekday-day": _weekday_day,
    "weekend": _weekend,
    "night-from": _night_from,
}
