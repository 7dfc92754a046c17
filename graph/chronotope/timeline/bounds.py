"""What bounds an event in time, as seconds: the one place that says which bounds can be read.

Seconds are counted from 1970-01-01T00:00:00 in the local time of the event; a zone is left aside, as everywhere in the
timeline. The years are 1 to 9999, as Python knows no others.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from chronotope.dates import PartialDate
from chronotope.errors import InvalidDate, UnreadableGraph

BOUNDS: Final = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")

Seconds = tuple[float | None, float | None, float | None, float | None]
"""Earliest and latest begin, earliest and latest end; None is not known."""

_EPOCH: Final = datetime(1970, 1, 1)


def bounds_of(data: Mapping[str, object], node: object = "") -> Seconds:
    """The four bounds of a node. A text that is no date we can read is as good as none.

    A date without a time is the whole of it: the first second where it is an earliest bound, else the last. Raises
    `UnreadableGraph`, which names the node, for what is neither text nor date.

    >>> bounds_of({"earliest_begin": "1970-01-01", "latest_end": "1970-01-01", "latest_begin": "soon"})
    (0.0, None, None, 86399.0)
    """
    earliest_begin, latest_begin, earliest_end, latest_end = map(data.get, BOUNDS)
    return (
        None if earliest_begin is None else _seconds(earliest_begin, node, BOUNDS[0]),
        None if latest_begin is None else _seconds(latest_begin, node, BOUNDS[1]),
        None if earliest_end is None else _seconds(earliest_end, node, BOUNDS[2]),
        None if latest_end is None else _seconds(latest_end, node, BOUNDS[3]),
    )


def seconds_of(moment: datetime) -> float:
    """Seconds since 1970 of a local time.

    >>> seconds_of(datetime(1970, 1, 2, 0, 0, 1))
    86401.0
    """
    return (moment.replace(tzinfo=None) - _EPOCH).total_seconds()


def _seconds(bound: object, node: object, name: str) -> float | None:
    if isinstance(bound, str):
        return _read(bound, last=name.startswith("latest"))
    if isinstance(bound, datetime):
        seconds = seconds_of(bound)
        # pandas has a moment that is none, NaT.
        return seconds if seconds == seconds else None  # noqa: PLR0124
    if isinstance(bound, date):
        return _read(bound.isoformat(), last=name.startswith("latest"))
    if isinstance(bound, float) and bound != bound:  # noqa: PLR0124  # what pandas has where nothing is
        return None
    raise UnreadableGraph(
        node, name, f"{type(bound).__name__} is no date", remedy='write it as "2021-08-26T17:50:00", or leave it out'
    )


@lru_cache(maxsize=100_000)
def _read(text: str, *, last: bool) -> float | None:
    try:
        day = PartialDate.parse(text)
    except InvalidDate:
        return None
    return seconds_of(day.latest if last else day.earliest)
