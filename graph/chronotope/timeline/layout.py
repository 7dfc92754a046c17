"""Where every event of a timeline stands: its point in time, its lane and its row.

Times are seconds since 1970-01-01T00:00:00 in the local time of the event, so that positions are proportional to time.
Nothing here knows how a page looks but for one thing: rows depend on how much of the line an event takes, and that
is measured in pixels of a page of ordinary width.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import networkx as nx

PAGE_WIDTH: Final = 880
"""Pixels that a line of events has on a page 1,400 pixels wide, beside lane names and panel."""

MARK: Final = 26
"""Pixels that the mark of an event takes, with air around it."""

FADE: Final = 46
"""Pixels over which a bar with an open end fades out."""

UNDATED_COLUMNS: Final = 3
"""Undated events stand side by side in the margin, so that many of them do not stretch a lane."""

_DAY: Final = 86_400.0
_LETTER: Final = 6.6
_LONGEST_LABEL: Final = 30
_FEW: Final = 150
_PIXELS_EACH: Final = 0.35
"""Thousands of events may overlap a little on a first look: zooming in spreads them out, not endless rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The stretch of time in which an event lies; an end that nobody knows is None, and then `middle` is what is known.

    >>> extent_of({"earliest_begin": "1970-01-01T00:00:00", "latest_end": "1970-01-01T00:02:00"})
    Extent(middle=60.0, begin=0.0, end=120.0)
    >>> extent_of({"earliest_begin": "1970-01-01T00:00:10"})
    Extent(middle=10.0, begin=10.0, end=None)
    """

    middle: float
    begin: float | None
    end: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPosition:
    """An event's point in time, its lane and its row there. Undated: `extent` is None, `column` is the margin's."""

    event: str
    extent: Extent | None
    lane: int
    row: int
    column: int = 0

    @property
    def x(self) -> float | None:
        return None if self.extent is None else self.extent.middle


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A stripe for the events of one place; `place` is None in the last lane, for events without one."""

    place: str | None
    label: str
    rows: int
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLayout:
    """Positions in the order of time, undated ones last; lanes from top to bottom.

    `begin` and `end` hold all dates. `opening_begin` and `opening_end` hold most of them, for a first look that one
    event of long ago does not squeeze into a corner; rows do not overlap at that scale.
    """

    positions: tuple[EventPosition, ...]
    lanes: tuple[Lane, ...]
    begin: float
    end: float
    opening_begin: float
    opening_end: float


def lay_out(timeline: nx.MultiDiGraph[str]) -> TimelineLayout:
    """Place every event of a timeline. The same graph gives the same layout, whatever order its nodes come in.

    >>> import networkx as nx
    >>> timeline = nx.MultiDiGraph()
    >>> dates = {"earliest_begin": "2021-08-26T00:00:00", "latest_end": "2021-08-26T23:59:59"}
    >>> timeline.add_node("e/1", kind="event", label="attack", **dates)
    >>> timeline.add_node("e/2", kind="event", label="talks")
    >>> timeline.add_node("p/1", kind="place", label="Kabul")
    >>> edge = timeline.add_edge("e/1", "p/1", kind="place")
    >>> layout = lay_out(timeline)
    >>> [(position.event, position.x, position.lane) for position in layout.positions]
    [('e/1', 1629979199.5, 0), ('e/2', None, 1)]
    >>> [lane.label for lane in layout.lanes]
    ['Kabul', '—']
    """
    events = {node: timeline.nodes[node] for node in sorted(timeline) if timeline.nodes[node]["kind"] == "event"}
    extents = {event: extent_of(data) for event, data in events.items()}
    dated = {event: extent for event, extent in extents.items() if extent is not None}
    begin, end = _whole(dated.values())
    opening_begin, opening_end = _opening(list(dated.values()), begin, end)
    seconds = (opening_end - opening_begin) / max(PAGE_WIDTH, _PIXELS_EACH * len(events))
    lengths = {event: _label_length(data["label"], len(events)) for event, data in events.items()}

    positions: list[EventPosition] = []
    lanes: list[Lane] = []
    for place, label, members in _lanes(timeline, events):
        placed = [
            *_dated_positions(members, dated, lengths, lane=len(lanes), seconds=seconds),
            *_undated_positions([event for event in members if event not in dated], lane=len(lanes)),
        ]
        rows = 1 + max(position.row for position in placed)
        lanes.append(Lane(place=place, label=label, rows=rows, events=len(members)))
        positions.extend(placed)
    return TimelineLayout(
        positions=tuple(sorted(positions, key=_in_time)),
        lanes=tuple(lanes),
        begin=begin,
        end=end,
        opening_begin=opening_begin,
        opening_end=opening_end,
    )


def extent_of(bounds: Mapping[str, object]) -> Extent | None:
    """The stretch that a node's four bounds allow, or None where they say nothing at all."""
    earliest_begin, latest_begin, earliest_end, latest_end = (
        _bound(bounds, name) for name in ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    )
    if earliest_begin is not None and latest_end is not None:
        return Extent(middle=(earliest_begin + latest_end) / 2, begin=earliest_begin, end=latest_end)
    if earliest_begin is not None:
        return Extent(middle=earliest_begin, begin=earliest_begin, end=None)
    if latest_end is not None:
        return Extent(middle=latest_end, begin=None, end=latest_end)
    known = [bound for bound in (latest_begin, earliest_end) if bound is not None]
    return Extent(middle=sum(known) / len(known), begin=None, end=None) if known else None


def seconds_of(iso: str) -> float:
    """Seconds since 1970 of a local time; a zone is left aside, as everywhere in the timeline.

    >>> seconds_of("1970-01-02T00:00:01")
    86401.0
    """
    return (datetime.fromisoformat(iso).replace(tzinfo=None) - datetime(1970, 1, 1)).total_seconds()


def _bound(bounds: Mapping[str, object], name: str) -> float | None:
    iso = bounds.get(name)
    return seconds_of(iso) if isinstance(iso, str) else None


def _whole(extents: Iterable[Extent]) -> tuple[float, float]:
    known = [time for extent in extents for time in (extent.begin, extent.end, extent.middle) if time is not None]
    if not known:
        return 0.0, _DAY
    begin, end = min(known), max(known)
    return (begin, end) if end - begin >= _DAY else (begin - _DAY / 2, end + _DAY / 2)


def _opening(extents: Sequence[Extent], begin: float, end: float) -> tuple[float, float]:
    """The shortest stretch that holds four events in five, and what lies close, if much shorter than the whole."""
    if not extents:
        return begin, end
    middles = sorted(extent.middle for extent in extents)
    enough = -(-4 * len(middles) // 5)
    low, high = min(
        ((middles[start], middles[start + enough - 1]) for start in range(len(middles) - enough + 1)),
        key=lambda window: (window[1] - window[0], window[0]),
    )
    near = [middle for middle in middles if 2 * low - high <= middle <= 2 * high - low]
    low, high = near[0], near[-1]
    halves = sorted((extent.end - extent.begin) / 2 for extent in extents if extent.begin and extent.end)
    margin = max(_DAY / 2, (high - low) / 20, halves[len(halves) // 2] if halves else 0)
    low, high = max(begin, low - margin), min(end, high + margin)
    return (low, high) if high - low < (end - begin) / 8 else (begin, end)


def _lanes(
    timeline: nx.MultiDiGraph[str], events: Mapping[str, Mapping[str, object]]
) -> Iterable[tuple[str | None, str, list[str]]]:
    """Yield place, name and events of each lane. An event of several places stands where most events stand."""
    places = {event: _places(timeline, event) for event in events}
    labels = {place: str(timeline.nodes[place]["label"]) for known in places.values() for place in known}
    counts = Counter(place for known in places.values() for place in known)
    members: dict[str, list[str]] = {
        place: [] for place in sorted(labels, key=lambda place: (-counts[place], labels[place], place))
    }
    rank = {place: index for index, place in enumerate(members)}
    placeless: list[str] = []
    for event, known in places.items():
        (members[min(known, key=rank.__getitem__)] if known else placeless).append(event)
    for place, inside in members.items():
        if inside:
            yield place, labels[place], inside
    if placeless:
        yield None, "—", placeless


def _places(timeline: nx.MultiDiGraph[str], event: str) -> list[str]:
    return sorted({place for _, place, data in timeline.out_edges(event, data=True) if data["kind"] == "place"})


def _dated_positions(
    events: Iterable[str], extents: Mapping[str, Extent], lengths: Mapping[str, float], *, lane: int, seconds: float
) -> Iterable[EventPosition]:
    """Put each event into the first row that is free where it stands: mark, bar and, on an airy page, its name."""
    taken = {
        event: _taken(extents[event], MARK / 2 * seconds, lengths[event] * seconds, FADE * seconds)
        for event in events
        if event in extents
    }
    rows: list[float] = []
    for event, (begin, end) in sorted(taken.items(), key=lambda item: (item[1], item[0])):
        row = next((index for index, busy_until in enumerate(rows) if busy_until <= begin), len(rows))
        rows[row : row + 1] = [end]
        yield EventPosition(event=event, extent=extents[event], lane=lane, row=row)


def _taken(extent: Extent, mark: float, label: float, fade: float) -> tuple[float, float]:
    begin = extent.middle - fade if extent.begin is None else extent.begin
    end = extent.middle + fade if extent.end is None else extent.end
    return min(begin, extent.middle - mark), max(end, extent.middle + mark + label)


def _label_length(label: object, events: int) -> float:
    """Pixels to keep free for a name. Of many events, only the names that happen to have room are shown."""
    return min(len(str(label)), _LONGEST_LABEL) * _LETTER if events <= _FEW else 0


def _undated_positions(events: Sequence[str], *, lane: int) -> Iterable[EventPosition]:
    for index, event in enumerate(sorted(events)):
        row, column = divmod(index, UNDATED_COLUMNS)
        yield EventPosition(event=event, extent=None, lane=lane, row=row, column=column)


def _in_time(position: EventPosition) -> tuple[bool, float, float, str]:
    extent = position.extent
    if extent is None:
        return True, 0.0, 0.0, position.event
    return False, extent.middle, extent.middle if extent.begin is None else extent.begin, position.event
