"""Resolves times: `TimeMention` and dateline → TIMEX3 value and `TimeSpan`.

A dateline is an interval. When it is only a month, "hier" lies within that month shifted by a day, its TIMEX3 value
stays the month, and no day is invented. TIMEX3 values: TimeML 1.2.1; EDTF: ISO 8601-2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from chronotope.dates import PartialDate
from chronotope.mentions import DATELINE, Expression, TimeMention, innermost
from chronotope.model import TimeBasis, TimeSpan
from chronotope.resolve.discourse import Discourse, tells_history
from chronotope.resolve.intervals import (
    TIMEX_PARTS,
    Interval,
    find_interval,
    interval_of,
    is_before_christ,
    value_before_christ,
)
from chronotope.resolve.spans import Bounds, span_of_bounds

_DURATIONS: Final = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M",
    "quarter": "P{}Q", "year": "P{}Y", "decade": "P{}DE", "century": "P{}CE",
}  # fmt: skip


class TimeReading(NamedTuple):
    """What a time mention comes to: its TIMEX3 value, and when that is; a duration or a set is at no one time."""

    timex: str
    span: TimeSpan | None


def resolve_times(mentions: Sequence[TimeMention], dateline: PartialDate | None) -> dict[str, TimeReading]:
    """Read each mention against the dateline and the mentions before it; ids → readings.

    What hangs on a missing dateline keeps a TIMEX3 value with unknown parts ("XXXX-08-31") and has no span.
    """
    here = None if dateline is None else interval_of(dateline)
    discourse = Discourse(mentions, here, tells_history(mentions, here))
    intervals: dict[str, Interval] = {}
    readings: dict[str, TimeReading] = {}
    for index, mention in enumerate(mentions):
        expression = mention.expression
        anchor = here if mention.anchor in (None, DATELINE) else intervals.get(mention.anchor, here)
        if discourse.history:
            expression, anchor = discourse.placed(expression, index), discourse.anchor(expression)
        elif innermost(expression).name == "that-day":
            anchor = discourse.day or here
        reading, interval = _read(expression, anchor, here)
        readings[mention.id] = reading
        if interval is not None:
            intervals[mention.id] = interval
            discourse.moves_to(index, interval)
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
        return span_of_bounds(Bounds(), basis="inferred")
    here = interval_of(dateline)
    return span_of_bounds(Bounds(latest_begin=here.last, latest_end=here.last), basis="inferred", unit=here.unit)


def after_dateline(dateline: PartialDate | None) -> TimeSpan:
    """Some time from the dateline on: all that is known of an undated plan."""
    if dateline is None:
        return span_of_bounds(Bounds(), basis="inferred")
    here = interval_of(dateline)
    return span_of_bounds(Bounds(earliest_begin=here.first, earliest_end=here.first), basis="inferred", unit=here.unit)


def _read(
    expression: Expression, anchor: Interval | None, here: Interval | None
) -> tuple[TimeReading, Interval | None]:
    name, arguments = expression
    if name in ("since", "until", "by") and isinstance(arguments[0], Expression):
        reading, interval = _read(arguments[0], anchor, here)
        span = None if interval is None or is_before_christ(interval) else _OPEN[name](interval, here)
        return TimeReading(reading.timex, span), interval
    if name == "now":
        return TimeReading("PRESENT_REF", None if here is None else _within(here, "relative")), None
    if name in _AT_NO_ONE_TIME:
        return TimeReading(_AT_NO_ONE_TIME[name](*arguments), None), None
    interval = find_interval(expression, anchor)
    if interval is None:
        return TimeReading(_unknown_value(expression), None), None
    if is_before_christ(interval):
        return TimeReading(value_before_christ(interval), None), interval
    basis: TimeBasis = "stated" if _stands_alone(expression) else "relative"
    return TimeReading(interval.value, _within(_within_month(interval), basis)), interval


def _within_month(interval: Interval) -> Interval:
    """What is told by the day or the week under a dateline of a month lies in the month that its value names.

    "Hier" may lie a day before the month, but hardly ever does; the bounds say what the value says.
    """
    if interval.unit != "month" or not re.fullmatch(r"\d{4}-\d\d(-XX.*)?", interval.value):
        return interval
    year, month = interval.value.split("-")[:2]
    whole = interval_of(PartialDate(year=int(year), month=int(month)))
    return replace(interval, first=whole.first, last=whole.last)


def _stands_alone(expression: Expression) -> bool:
    if expression.name in ("at", "part-of") and isinstance(expression.arguments[0], Expression):
        return _stands_alone(expression.arguments[0])
    return expression.name in ("date", "decade")


def _duration_value(*arguments: int | str | Expression) -> str:
    """The TIMEX3 value of numbers and their units, one after the other.

    >>> _duration_value(4, "hour", 42, "minute")
    'PT4H42M'
    """
    first, *rest = (
        _DURATIONS[str(unit)].format(number) for number, unit in zip(arguments[::2], arguments[1::2], strict=True)
    )
    return first + "".join(value.removeprefix("PT" if first.startswith("PT") else "P") for value in rest)


def _set_value(argument: int | str | Expression, number: int | str | Expression = 1) -> str:
    if isinstance(argument, Expression) and argument.name == "part-of":
        day, part = argument.arguments
        days = _set_value(day) if isinstance(day, Expression) else "XXXX-XX-XX"
        return f"{days}T{TIMEX_PARTS[str(part)]}"
    if isinstance(argument, Expression) and argument.name == "season":
        return f"XXXX-{argument.arguments[0]}"
    if isinstance(argument, Expression):
        return f"XXXX-WXX-{argument.arguments[0]}" if argument.name == "weekday" else "XXXX-XX-XX"
    return _DURATIONS[str(argument)].format(number)


def _unknown_value(expression: Expression) -> str:
    """The TIMEX3 value of what cannot be resolved without a dateline."""
    numbers = [argument for argument in expression.arguments if isinstance(argument, int)]
    inner = expression.arguments[0] if expression.arguments else None
    if expression.name in ("part-of", "at") and isinstance(inner, Expression):
        clock = f"{numbers[0]:02d}:{numbers[1]:02d}" if numbers else TIMEX_PARTS[str(expression.arguments[1])]
        return f"{_unknown_value(inner)}T{clock}"
    if expression.name in ("ago-some", "later-some"):
        return _DURATIONS[str(expression.arguments[0])].format("X")
    return _UNKNOWN.get(expression.name, "XXXX-XX-XX").format(*expression.arguments)


_UNKNOWN: Final = {
    "day-month": "XXXX-{1:02d}-{0:02d}", "month": "XXXX-{0:02d}", "season": "XXXX-{0}", "quarter": "XXXX-Q{0}",
    "weekday": "XXXX-WXX-{0}", "weekday-day": "XXXX-WXX-{0}",
}  # fmt: skip
_AT_NO_ONE_TIME: Final[Mapping[str, Callable[..., str]]] = {
    "duration": _duration_value,
    "within": _duration_value,
    "every": _set_value,
    "past": lambda: "PAST_REF",
    "future": lambda: "FUTURE_REF",
}


def _within(interval: Interval, basis: TimeBasis) -> TimeSpan:
    """Somewhere within an interval."""
    bounds = Bounds(interval.first, interval.last, interval.first, interval.last)
    return span_of_bounds(bounds, basis=basis, unit=interval.unit, zone=interval.zone)


def _since(interval: Interval, here: Interval | None) -> TimeSpan:
    del here
    bounds = Bounds(earliest_begin=interval.first, latest_begin=interval.last)
    return span_of_bounds(bounds, basis="relative", unit=interval.unit)


def _until(interval: Interval, here: Interval | None) -> TimeSpan:
    del here
    bounds = Bounds(earliest_end=interval.first, latest_end=interval.last)
    return span_of_bounds(bounds, basis="relative", unit=interval.unit)


def _by(interval: Interval, here: Interval | None) -> TimeSpan:
    """A deadline: somewhere between the dateline and it."""
    if here is None or here.first > interval.last:
        return _until(interval, here)
    bounds = Bounds(here.first, interval.last, here.first, interval.last)
    return span_of_bounds(bounds, basis="relative", unit=interval.unit)


_OPEN: Final[Mapping[str, Callable[[Interval, Interval | None], TimeSpan]]] = {
    "since": _since,
    "until": _until,
    "by": _by,
}
