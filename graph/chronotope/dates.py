"""Dates as precise as they were given, and never more.

News says "2021-08" as well as "2021-08-26T17:50+04:30". A `datetime` would have to invent the missing parts, so dates
that people and articles give are kept as a `PartialDate`; the bounds it lies within are computed, not stored.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from chronotope.errors import InvalidDate

Granularity = Literal["year", "month", "day", "hour", "minute", "second"]

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?"
    # XML Schema's zones: up to 14 hours either way.
    r"\s?(?P<zone>Z|[+-](?:(?:0\d|1[0-3]):?[0-5]\d|14:?00))?)?)?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date, or a date and time, whose unknown parts are None. Local time; a stated zone is kept beside it.

    Raises `InvalidDate` for what no calendar holds.

    >>> august = PartialDate(year=2021, month=8)
    >>> str(august), august.granularity
    ('2021-08', 'month')
    >>> str(august.earliest), str(august.latest)
    ('2021-08-01 00:00:00', '2021-08-31 23:59:59')
    """

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None

    def __post_init__(self) -> None:
        parts = (self.year, self.month, self.day, self.hour, self.minute, self.second)
        known = [part for part in parts if part is not None]
        try:
            whole = list(parts[: len(known)]) == known
            datetime(*(known + [1] * (3 - len(known))))  # type: ignore[arg-type]  # a list of int, of the right length
        except ValueError:
            whole = False
        if not whole or len(known) == 4:
            raise InvalidDate("-".join("?" if part is None else str(part) for part in parts[:3]))

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
        """A date without a time, as short as the numbers given."""
        return cls(year=year, month=month, day=day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read an ISO 8601 date of any precision down to the second.

        >>> PartialDate.parse("2021-08-26T17:50+04:30")
        PartialDate(year=2021, month=8, day=26, hour=17, minute=50, second=None, zone='+04:30')
        """
        match = _ISO.fullmatch(text.strip())
        if match is None:
            raise InvalidDate(text)
        numbers = {name: int(value) for name, value in match.groupdict().items() if value and name != "zone"}
        # "+0430" is ISO 8601 too, but no XML Schema zone.
        zone = re.sub(r"([+-]\d\d)(\d\d)", r"\1:\2", match["zone"]) if match["zone"] else None
        try:
            return cls(zone=zone, **numbers)
        except InvalidDate:
            raise InvalidDate(text) from None

    @property
    def granularity(self) -> Granularity:
        if self.month is None:
            return "year"
        if self.day is None:
            return "month"
        if self.minute is None:
            return "day"
        return "minute" if self.second is None else "second"

    @property
    def earliest(self) -> datetime:
        """The first second within this date."""
        return datetime(self.year, self.month or 1, self.day or 1, self.hour or 0, self.minute or 0, self.second or 0)

    @property
    def latest(self) -> datetime:
        """The last second within this date."""
        month = self.month or 12
        day = self.day or calendar.monthrange(self.year, month)[1]
        hour, minute, second = (
            last if part is None else part for part, last in ((self.hour, 23), (self.minute, 59), (self.second, 59))
        )
        return datetime(self.year, month, day, hour, minute, second)

    def __str__(self) -> str:
        """ISO 8601, as long as what is known; the zone is part of it.

        >>> str(PartialDate(year=2024, month=3, day=12, hour=18, minute=40, zone="+01:00"))
        '2024-03-12T18:40+01:00'
        """
        text = f"{self.year:04d}"
        for part in (self.month, self.day):
            text += "" if part is None else f"-{part:02d}"
        if self.minute is not None:
            text += f"T{self.hour:02d}:{self.minute:02d}"
            text += "" if self.second is None else f":{self.second:02d}"
        return text + (self.zone or "")
