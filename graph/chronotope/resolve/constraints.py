"""Where the bounds and constraints on times come from: dates, datelines, tense, order, parts and causes.

A wrong bound is worse than none. Words that name a day do not say when in it, so that one event comes before another
ties no more than their begins, unless both are known to take less than a day. What never happened, or only might, is
no part of the order of what did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from chronotope.dates import PartialDate
from chronotope.mentions import Status
from chronotope.model import Event, TimeSpan
from chronotope.resolve.network import Bound, Constraint, Kind, Point, Side
from chronotope.resolve.spans import Bounds, bounds_of

OrderKind = Literal["stated order", "inferred order"]

_PAST: Final[frozenset[Status]] = frozenset({"actual", "reported", "denied"})
_IN_ORDER: Final[frozenset[Status]] = frozenset({"actual", "reported", "planned"})
_AT_ONCE: Final = timedelta(0)
_SIDES: Final[Mapping[str, tuple[Literal["begin", "end"], Side]]] = {
    "earliest_begin": ("begin", "earliest"),
    "latest_begin": ("begin", "latest"),
    "earliest_end": ("end", "earliest"),
    "latest_end": ("end", "latest"),
}


class Told(NamedTuple):
    """What one article says of an event: when it is (None: nothing), its status, and the article's key and date."""

    article: str
    span: TimeSpan | None
    status: Status
    dateline: PartialDate | None


class Sayings(NamedTuple):
    """All that goes into a network."""

    bounds: tuple[Bound, ...]
    constraints: tuple[Constraint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An event as its articles date it together.

    `dated` are those tellings that have a span. Where they `agree` all of them hold, and `bounds` are what they share;
    where they do not, each may be right, and `bounds` reach from the earliest to the latest.
    """

    event: Event
    told: tuple[Told, ...]
    dated: tuple[Told, ...]
    agree: bool
    bounds: Bounds


def sayings_of(
    readings: Sequence[Reading],
    before: Iterable[tuple[str, str, OrderKind]],
    causes: Iterable[tuple[str, str]],
    parts: Iterable[tuple[str, str]],
) -> Sayings:
    """What is said of the times of events.

    `before` pairs what came earlier and later, `causes` cause and effect, `parts` part and whole, all by id.

    An article came out after what it tells as past and before what it announces. Where its day is not known it is a
    point of the network too, the begin of `article/KEY`: what dates one of its events dates it, and by it the others.
    """
    by_id = {reading.event.id: reading for reading in readings}
    tellings = (telling for reading in readings for telling in reading.told if _sure_day(telling) is None)
    pages = {(telling.article, telling.dateline) for telling in tellings}
    bounds = [bound for reading in readings for bound in _dates(reading)]
    bounds += [bound for article, dateline in pages if dateline is not None for bound in _dateline(article, dateline)]
    tenses = [saying for reading in readings for saying in _tenses(reading)]
    bounds += [saying for saying in tenses if isinstance(saying, Bound)]
    constraints = [saying for saying in tenses if isinstance(saying, Constraint)]
    for earlier, later, kind in before:
        constraints += [_order(*pair, kind) for pair in _pair(by_id, earlier, later)]
    for cause, effect in causes:
        constraints += [_cause(*pair) for pair in _pair(by_id, cause, effect)]
    for part, whole in parts:
        for pair in _pair(by_id, part, whole):
            constraints += _part(*pair)
    return Sayings(tuple(bounds), tuple(constraints))


def read(event: Event, told: Sequence[Told]) -> Reading:
    """Put together what articles say of when an event is."""
    # Without any telling the event itself is all there is to go by; no article is named for it.
    tellings = tuple(sorted(set(told), key=_telling_key)) or (Told("", event.time, "hypothetical", None),)
    dated = tuple(telling for telling in tellings if telling.span is not None)
    spans = [_bounds(telling) for telling in dated]
    shared = Bounds(*(_tightest(name, spans) for name in Bounds._fields))
    agree = not any(
        low is not None and high is not None and low > high
        for low, high in (shared[:2], shared[2:], (shared.earliest_begin, shared.latest_end))
    )
    bounds = shared if agree else Bounds(*(_widest(name, spans) for name in Bounds._fields))
    return Reading(event=event, told=tellings, dated=dated, agree=agree, bounds=closed(bounds))


def closed(bounds: Bounds) -> Bounds:
    """Bounds with what follows from them: nothing ends before it begins.

    >>> closed(Bounds(earliest_begin=datetime(2021, 8, 15))).earliest_end
    datetime.datetime(2021, 8, 15, 0, 0)
    """
    earliest_end = max((edge for edge in (bounds[0], bounds[2]) if edge is not None), default=None)
    latest_begin = min((edge for edge in (bounds[1], bounds[3]) if edge is not None), default=None)
    return bounds._replace(earliest_end=earliest_end, latest_begin=latest_begin)


def article_id(key: str) -> str:
    """The id by which an article stands in a network."""
    return f"article/{key}"


def date_told(telling: Told) -> str:
    """What an article says of when an event is, as a reason.

    >>> span = TimeSpan(edtf="2021-08-26", granularity="day", basis="stated")
    >>> date_told(Told("ab12", span, "actual", None))
    'dated 2021-08-26 by article/ab12'
    """
    date = "" if telling.span is None else f" {telling.span.edtf}"
    return f"dated{date}" + (f" by {article_id(telling.article)}" if telling.article else "")


def _telling_key(telling: Told) -> tuple[str, ...]:
    span = "" if telling.span is None else telling.span.id
    return telling.article, span, telling.status, str(telling.dateline or "")


def _bounds(telling: Told) -> Bounds:
    return Bounds() if telling.span is None else closed(bounds_of(telling.span))


def _tightest(name: str, spans: Sequence[Bounds]) -> datetime | None:
    moments = [moment for span in spans if (moment := getattr(span, name)) is not None]
    return (max if name.startswith("earliest") else min)(moments, default=None)


def _widest(name: str, spans: Sequence[Bounds]) -> datetime | None:
    moments = [getattr(span, name) for span in spans]
    return None if None in moments else (min if name.startswith("earliest") else max)(moments)


def _dates(reading: Reading) -> Iterator[Bound]:
    """What the words say: every telling where all can hold, else the widest of them."""
    for telling in reading.dated:
        for name, (edge, side) in _SIDES.items():
            moment = getattr(_bounds(telling), name)
            if moment is not None and (reading.agree or moment == getattr(reading.bounds, name)):
                unit = "second" if telling.span is None else telling.span.granularity
                yield Bound(Point(reading.event.id, edge), side, moment, date_told(telling), unit=unit)


def _dateline(article: str, dateline: PartialDate) -> Iterator[Bound]:
    out, date = Point(article_id(article), "begin"), _day(dateline)
    yield Bound(out, "earliest", date.earliest, f"dated {date}", unit=date.granularity)
    yield Bound(out, "latest", date.latest, f"dated {date}", unit=date.granularity)


@lru_cache(maxsize=4096)
def _day(dateline: PartialDate) -> PartialDate:
    """No finer than the day: pages are changed after they come out, and the hours of other places are others."""
    return PartialDate.of(dateline.year, dateline.month, dateline.day)


def _tenses(reading: Reading) -> Iterator[Bound | Constraint]:
    event = reading.event.id
    past = any(_tells_as_past(telling) for telling in reading.told)
    for telling in reading.told:
        if _tells_as_past(telling):
            # What has a date may go on after it is told of; without one it is taken as over.
            yield _before_page(Point(event, "begin" if reading.dated else "end"), telling)
        elif _announces(telling):
            # A plan that others tell as past may already have been under way.
            yield _after_page(Point(event, "end" if past else "begin"), telling)


def _before_page(point: Point, telling: Told) -> Bound | Constraint:
    page = article_id(telling.article)
    told = f"told as past by {page}"
    if (date := _sure_day(telling)) is not None:
        return Bound(point, "latest", date.latest, f"{told}, dated {date}", "dateline", "day")
    after = f"tells of {point.event} as past"
    return Constraint(point, Point(page, "begin"), "dateline", after, told, _AT_ONCE)


def _after_page(point: Point, telling: Told) -> Bound | Constraint:
    page = article_id(telling.article)
    told = f"announced by {page}"
    if (date := _sure_day(telling)) is not None:
        return Bound(point, "earliest", date.earliest, f"{told}, dated {date}", "dateline", "day")
    return Constraint(Point(page, "begin"), point, "dateline", told, f"announces {point.event}", _AT_ONCE)


def _sure_day(telling: Told) -> PartialDate | None:
    """The day of an article, where it is known: there is nothing to learn about it, and hours would mislead."""
    date = None if telling.dateline is None else _day(telling.dateline)
    return date if date is not None and date.granularity == "day" else None


def _tells_as_past(telling: Told) -> bool:
    """Whether an article tells an event as past; not when its own words have it begin after the article."""
    begin = _bounds(telling).earliest_begin
    ahead = begin is not None and telling.dateline is not None and begin > _day(telling.dateline).latest
    return bool(telling.article) and telling.status in _PAST and not ahead


def _announces(telling: Told) -> bool:
    """Whether an article announces an event; not when its own words have it begun before the article."""
    begin = _bounds(telling).latest_begin
    begun = begin is not None and telling.dateline is not None and begin < _day(telling.dateline).earliest
    return bool(telling.article) and telling.status == "planned" and not begun


def _pair(readings: Mapping[str, Reading], one: str, other: str) -> Iterator[tuple[Reading, Reading]]:
    """Two events that are in one order of time: told to happen, have happened or be going to."""
    if one != other and one in readings and other in readings:
        pair = readings[one], readings[other]
        if all(reading.event.status in _IN_ORDER for reading in pair):
            yield pair


def _order(earlier: Reading, later: Reading, kind: OrderKind) -> Constraint:
    edge: Literal["begin", "end"] = "end" if _is_short(earlier) and _is_short(later) else "begin"
    after, before = f"after {earlier.event.id} ({kind})", f"before {later.event.id} ({kind})"
    return _tied(earlier, edge, later, "begin", kind, after, before)


def _cause(cause: Reading, effect: Reading) -> Constraint:
    after, before = f"caused by {cause.event.id}", f"cause of {effect.event.id}"
    return _tied(cause, "begin", effect, "begin", "cause", after, before)


def _part(part: Reading, whole: Reading) -> Iterator[Constraint]:
    within, around = f"part of {whole.event.id}", f"whole of {part.event.id}"
    yield _tied(whole, "begin", part, "begin", "part", within, around, _AT_ONCE)
    yield _tied(part, "end", whole, "end", "part", around, within, _AT_ONCE)


def _tied(
    earlier: Reading,
    edge: Literal["begin", "end"],
    later: Reading,
    later_edge: Literal["begin", "end"],
    kind: Kind,
    after: str,
    before: str,
    least: timedelta | None = None,
) -> Constraint:
    """Local times of zones apart may run against the order; bounds are loosened by as much, and never shifted."""
    zones = [_offset(reading) for reading in (earlier, later)]
    if zones[0] is not None and zones[1] is not None and zones[1] < zones[0]:
        least = zones[1] - zones[0]
    return Constraint(Point(earlier.event.id, edge), Point(later.event.id, later_edge), kind, after, before, least)


def _is_short(reading: Reading) -> bool:
    begin, end = reading.bounds.earliest_begin, reading.bounds.latest_end
    return begin is not None and end is not None and end - begin < timedelta(days=1)


def _offset(reading: Reading) -> timedelta | None:
    """The zone that all of its dates are told in, as it is ahead of UTC."""
    zones = {telling.span.zone for telling in reading.dated if telling.span is not None}
    match = re.fullmatch(r"Z|([+-])(\d\d):(\d\d)", zones.pop() or "") if len(zones) == 1 else None
    if match is None:
        return None
    ahead = timedelta(hours=int(match[2] or 0), minutes=int(match[3] or 0))
    return -ahead if match[1] == "-" else ahead
