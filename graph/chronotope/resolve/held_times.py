"""When each event is, by all that is said of it and of what it hangs together with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, Literal, NamedTuple, get_args

from chronotope.model import Contradiction, Event, TimeBasis, TimeSpan
from chronotope.resolve.constraints import OrderKind, Reading, Told, closed, date_told, read, sayings_of
from chronotope.resolve.network import Bound, Conflict, Constraint, Network, Point, Side, tighten
from chronotope.resolve.spans import Bounds, bounds_of, edge_date, fitting_unit, span_of_bounds

_LONGEST_REASON: Final = 4


class HeldTime(NamedTuple):
    """When an event is, and what says so."""

    span: TimeSpan
    reasons: tuple[str, ...]


class HeldTimes(NamedTuple):
    """The times of events by their ids, and what could not hold together with the rest."""

    times: Mapping[str, HeldTime]
    contradictions: tuple[Contradiction, ...]


def held_times(
    events: Sequence[Event],
    told: Mapping[str, Sequence[Told]],
    before: Iterable[tuple[str, str, OrderKind]] = (),
    causes: Iterable[tuple[str, str]] = (),
    parts: Iterable[tuple[str, str]] = (),
) -> HeldTimes:
    """The tightest time of each event; see `sayings_of` for what goes in.

    `told` gives each event's tellings; an event without any has the time that it holds.
    Where nothing is known beyond what one article says, its own span stands as it said it; else the span is inferred.
    """
    readings = [read(event, told.get(event.id, ())) for event in events]
    network = tighten(*sayings_of(readings, before, causes, parts))
    known = {event.id for event in events}
    contradictions = {each.id: each for each in (_contradiction(conflict, known) for conflict in network.conflicts)}
    times = {reading.event.id: _held(reading, network) for reading in readings}
    return HeldTimes(times, tuple(contradictions[id_] for id_ in sorted(contradictions)))


def _held(reading: Reading, network: Network) -> HeldTime:
    event = reading.event
    bounds = Bounds(*(network.moment(*corner) for corner in _corners(event.id)))
    span = _as_said(reading, bounds)
    if span is None:
        return HeldTime(_inferred(reading, bounds, network), (*_disagreement(reading), *_reasons(event.id, network)))
    sources = [date_told(telling) for telling in reading.dated if telling.span == span and telling.article]
    return HeldTime(span, tuple(dict.fromkeys(sources)) or tuple(_reasons(event.id, network)))


def _corners(event: str) -> Iterator[tuple[Point, Side]]:
    """The points and sides of four bounds, in their order."""
    for edge in ("begin", "end"):
        for side in get_args(Side):
            yield Point(event, edge), side


def _as_said(reading: Reading, bounds: Bounds) -> TimeSpan | None:
    """The span of an article than which no more is known; its own words before what is counted."""
    own = reading.event.time
    spans = [telling.span for telling in reading.dated if telling.span is not None]
    bases = get_args(TimeBasis)
    spans.sort(key=lambda span: (span != own, bases.index(span.basis), span.id))
    if not reading.agree:
        return None
    return next((span for span in spans or [own] if not _is_tighter(bounds, closed(bounds_of(span)))), None)


def _is_tighter(bounds: Bounds, other: Bounds) -> bool:
    return any(
        moment is not None and (than is None or (moment > than if name.startswith("earliest") else moment < than))
        for name, moment, than in zip(Bounds._fields, bounds, other, strict=True)
    )


def _inferred(reading: Reading, bounds: Bounds, network: Network) -> TimeSpan:
    outer: tuple[Literal["begin", "end"], Side] = ("end", "latest")
    if bounds.earliest_begin is not None:
        outer = ("begin", "earliest")
    root = network.root(Point(reading.event.id, outer[0]), outer[1])
    zones = {telling.span.zone for telling in reading.dated if telling.span is not None}
    unit = fitting_unit(bounds, "day" if root is None else root.unit)
    return span_of_bounds(bounds, basis="inferred", unit=unit, zone=zones.pop() if len(zones) == 1 else None)


def _disagreement(reading: Reading) -> Iterator[str]:
    if not reading.agree:
        yield f"sources disagree: {'; '.join(dict.fromkeys(map(date_told, reading.dated)))}"


def _reasons(event: str, network: Network) -> Iterator[str]:
    """A sentence for each bound; what bounds the begin and the end alike is said once, of the event."""
    for side, word, outer, inner in (("earliest", "before", "begin", "end"), ("latest", "after", "end", "begin")):
        whole = _reason(Point(event, outer), side, network)  # type: ignore[arg-type]  # an edge and a side
        other = _reason(Point(event, inner), side, network)  # type: ignore[arg-type]  # an edge and a side
        if whole is not None:
            yield f"not {word} {whole}"
        if other is not None and other != whole:
            yield f"{inner}s not {word} {other}"


def _reason(point: Point, side: Side, network: Network) -> str | None:
    moment, root = network.moment(point, side), network.root(point, side)
    if moment is None or root is None:
        return None
    steps = list(islice(network.why(point, side), _LONGEST_REASON))
    # The events between have reasons of their own.
    steps += [] if steps[-1] == root.reason else ["and so on", root.reason]
    return f"{edge_date(moment, root.unit)}: {', '.join(steps)}"


def _contradiction(conflict: Conflict, events: Iterable[str]) -> Contradiction:
    lower, path, upper, left_out = conflict
    sayings: list[Bound | Constraint | None] = [lower, *path, upper]
    named = {point.event for saying in sayings for point in _points(saying)}
    reasons = [_said(saying) for saying in sayings if saying is not None]
    return Contradiction(
        events=tuple(sorted(named.intersection(events))), reasons=(*reasons, f"left out: {_said(left_out)}")
    )


def _points(saying: Bound | Constraint | None) -> tuple[Point, ...]:
    if saying is None:
        return ()
    return (saying.point,) if isinstance(saying, Bound) else (saying.earlier, saying.later)


def _said(saying: Bound | Constraint) -> str:
    if isinstance(saying, Constraint):
        return f"{saying.later.event} {saying.after}"
    word = "before" if saying.side == "earliest" else "after"
    date = edge_date(saying.moment, saying.unit)
    return f"{saying.point.event} {saying.point.edge}s not {word} {date}: {saying.reason}"
