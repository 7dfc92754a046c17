"""Made-up times of events, as precise as those of news: what `synthetic_timeline.py` dates its events with.

Of a hundred events five have no date, and twenty-five a span or an open end.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

_KINDS: Final = {
    "undated": 5, "month": 8, "days": 8, "since": 5, "until": 4, "day": 46, "hour": 10, "minute": 8, "lasting": 6,
}  # fmt: skip
_LONG_AGO: Final = 0.03
_WORDS: Final = ("hier", "mardi", "la veille", "ce week-end", "il y a trois jours", "dans la nuit", "le mois dernier")
_SECOND: Final = timedelta(seconds=1)


class Time(NamedTuple):
    """When something was: as EDTF, as four bounds, and by which words. Undated: all bounds are None."""

    edtf: str
    granularity: str
    basis: str
    words: tuple[str, ...]
    bounds: Mapping[str, str | None]


def some_time(dice: random.Random, told: date) -> Time:
    """A time some days before an article, or, rarely, years.

    >>> some_time(random.Random(2), date(2021, 8, 31)).edtf
    '2021-08'
    """
    away = dice.randrange(400, 9_000) if dice.random() < _LONG_AGO else int(dice.expovariate(0.25))
    day = datetime(told.year, told.month, told.day) - timedelta(away)
    kind = dice.choices(list(_KINDS), list(_KINDS.values()))[0]
    edtf, granularity, begins, ends = _span(dice, day, kind)
    bounds = [*begins, *ends]
    names = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    return Time(
        edtf=edtf,
        granularity=granularity,
        basis=dice.choices(("stated", "relative", "inferred"), (30, 40, 30))[0],
        words=(dice.choice(_WORDS),) if kind != "undated" and dice.random() < 0.7 else (),
        bounds={name: None if bound is None else bound.isoformat() for name, bound in zip(names, bounds, strict=True)},
    )


_Bounds = tuple[datetime | None, datetime | None]


def _span(dice: random.Random, day: datetime, kind: str) -> tuple[str, str, _Bounds, _Bounds]:
    """EDTF, granularity, and the bounds of begin and end."""
    whole: _Bounds = (day, day + timedelta(1) - _SECOND)
    edtf, unit, begins, ends = f"{day:%Y-%m-%d}", "day", whole, whole
    match kind:
        case "undated":
            edtf, unit, begins, ends = "../..", "century", (None, None), (None, None)
        case "month":
            first = day.replace(day=1)
            begins = ends = (first, (first + timedelta(32)).replace(day=1) - _SECOND)
            edtf, unit = f"{day:%Y-%m}", "month"
        case "days":
            last = day + timedelta(dice.randrange(2, 10)) - _SECOND
            begins = ends = (day, last)
            edtf, unit = f"[{day:%Y-%m-%d}..{last:%Y-%m-%d}]", "week"
        case "since":
            edtf, begins, ends = f"{day:%Y-%m-%d}/..", (day, None), (day, None)
        case "until":
            edtf, begins, ends = f"../{day:%Y-%m-%d}", (None, whole[1]), (None, whole[1])
        case "lasting":
            last = day + timedelta(dice.randrange(1, 12))
            edtf, ends = f"{day:%Y-%m-%d}/{last:%Y-%m-%d}", (last, last + timedelta(1) - _SECOND)
        case "hour":
            begin = day + timedelta(hours=6 * dice.randrange(4))
            begins = ends = (begin, begin + timedelta(hours=6) - _SECOND)
            unit = "hour"
        case "minute":
            begin = day + timedelta(minutes=15 * dice.randrange(96))
            begins = ends = (begin, begin + timedelta(minutes=1) - _SECOND)
            edtf, unit = begin.isoformat(), "minute"
    return edtf, unit, begins, ends
