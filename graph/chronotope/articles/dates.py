"""The date an article gives for itself → `PartialDate`, never more precise than it was written."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from chronotope.dates import PartialDate
from chronotope.errors import InvalidDate, Problem
from chronotope.registry import installed_languages

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_LONGEST: Final = 100
"""Characters of a date. dateparser has had denial-of-service faults."""

_BASES: Final = (datetime(2000, 2, 2), datetime(2011, 11, 11))
"""What dateparser fills missing parts in from. A part that changes with the base was not written."""

_PARTS: Final = {"year": 1, "month": 2, "day": 3, "time": 3}
_DAY_AND_MONTH = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}(?!\d)")
_YEAR_FIRST = re.compile(r"\s*\d{4}[-/.](\d{1,2})(?!\d)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:(\d{2})(?::(\d{2}))?(?!\d)")
_HOURS_AND_MINUTES = re.compile(r"(?<=\d)\s?[hH]\s?(?=\d\d(?!\d))")


def read_date(text: str, language: str) -> PartialDate:
    """Read a date in ISO 8601, or as it is written in a language or in English (as mail and web servers do).

    Raises `InvalidDate` for what is no whole date: "17 mars", "mai 68" and "hier" leave open which year they mean.
    Raises `Problem` for a date that may be two, and for a year that no news is from.

    >>> [str(read_date(text, "fr")) for text in ("17 mars 2018", "octobre 2021", "2021", "12/03/2024 à 18 h 40")]
    ['2018-03-17', '2021-10', '2021', '2024-03-12T18:40']
    >>> str(read_date("Tue, 12 Mar 2024 18:40:05 +0100", "fr"))
    '2024-03-12T18:40:05+01:00'
    >>> read_date("12/03/2024", "en")
    Traceback (most recent call last):
    chronotope.errors.Problem: the date '12/03/2024' may be two; write it as YYYY-MM-DD
    """
    text = text.strip()
    if len(text) > _LONGEST:
        raise InvalidDate(text[:_LONGEST] + "…")
    try:
        date: PartialDate | None = PartialDate.parse(text)
    except InvalidDate:
        date = _written_date(text, language) or _written_date(text, "en")
    if date is None:
        raise InvalidDate(text)
    if not 1000 <= date.year <= 2200:
        raise Problem(f"the date {text!r} is not between the years 1000 and 2200; mend it, or leave it out")
    return date


@lru_cache(maxsize=10_000)
def _written_date(text: str, language: str) -> PartialDate | None:
    clear = _HOURS_AND_MINUTES.sub(":", text)
    readings = [_parse(clear, language, base) for base in _BASES]
    (first, period), (second, _) = readings
    if first is None or second is None or period not in _PARTS:
        return None
    parts = (first.year, first.month, first.day)[: _PARTS[period]]
    if parts != (second.year, second.month, second.day)[: _PARTS[period]] or not _is_written_so(clear, first):
        return None
    spoken = installed_languages().get(language)
    if spoken is not None and spoken.ambiguous_dates and _is_two_dates(clear):
        raise Problem(f"the date {text!r} may be two; write it as YYYY-MM-DD")
    month, day = (*parts[1:], None, None)[:2]
    return _with_time(PartialDate(year=first.year, month=month, day=day), first, clear)


def _parse(text: str, language: str, base: datetime) -> tuple[datetime | None, str]:
    try:
        data = _parser(language, base).get_date_data(text)
    except ValueError:  # a language that dateparser has no words of, or a date that it trips over
        return None, ""
    return data.date_obj, data.period or ""


@cache
def _parser(language: str, base: datetime) -> DateDataParser:
    from dateparser.date import DateDataParser  # noqa: PLC0415  # imported where it is needed: ISO dates do without

    settings = {
        "PARSERS": ["absolute-time"],  # "hier" and "il y a 3 jours" would count from the day of the build
        "RELATIVE_BASE": base,
        "REQUIRE_PARTS": ["year"],
        "RETURN_TIME_AS_PERIOD": True,
    }
    return DateDataParser(languages=[language], settings=settings)


def _is_written_so(text: str, moment: datetime) -> bool:
    """Whether the year stands there with four digits ("mai 68" is read as 2068), and a month behind it as itself."""
    month = _YEAR_FIRST.match(text)
    return (month is None or int(month[1]) == moment.month) and re.search(
        rf"(?<!\d){moment.year:04d}(?!\d)", text
    ) is not None


def _is_two_dates(text: str) -> bool:
    match = _DAY_AND_MONTH.search(text)
    if match is None:
        return False
    one, other = int(match[1]), int(match[2])
    return one != other and max(one, other) <= 12


def _with_time(day: PartialDate, moment: datetime, text: str) -> PartialDate:
    """Add the time where it is written to the minute: "18 h" would come back as 18:00."""
    clock = _CLOCK.search(text)
    if day.day is None or clock is None or int(clock[1]) != moment.minute:
        return day
    return PartialDate(
        year=day.year,
        month=day.month,
        day=day.day,
        hour=moment.hour,
        minute=moment.minute,
        second=None if clock[2] is None else moment.second,
        zone=_zone(moment.utcoffset()),
    )


def _zone(offset: timedelta | None) -> str | None:
    if offset is None:
        return None
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"{'-' if offset < timedelta() else '+'}{hours:02d}:{minutes:02d}"
