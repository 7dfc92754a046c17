"""Where every event of a timeline stands in time, and which stretch of time a first look shows.

Times are seconds, as `bounds.py` reads them, so that positions are proportional to time.
Nothing here knows how a page looks: rows and lanes depend on what a reader asks for, and are the page's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from chronotope.timeline.bounds import Seconds, bounds_of
from chronotope.timeline.given import GivenGraph
from chronotope.timeline.order import margin_order

_DAY: Final = 86_400.0


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
class Stretch:
    """From one time to another."""

    begin: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLayout:
    """The dated events in the order of time, and the events without a date in what is known of their order.

    `whole` holds all dates. `opening` holds most of them, for a first look that one event of long ago does not squeeze
    into a corner.
    """

    dated: Mapping[str, Extent]
    undated: tuple[str, ...]
    whole: Stretch
    opening: Stretch

    @property
    def opening_events(self) -> frozenset[str]:
        """The events that a first look shows."""
        begin, end = self.opening.begin, self.opening.end
        return frozenset(event for event, extent in self.dated.items() if begin <= extent.middle <= end)


def lay_out(given: GivenGraph) -> TimelineLayout:
    """Place every event of a timeline. The same graph gives the same layout, whatever order its nodes come in.

    >>> import networkx as nx
    >>> from chronotope.timeline.given import read_graph
    >>> timeline = nx.MultiDiGraph()
    >>> dates = {"earliest_begin": "2021-08-26T00:00:00", "latest_end": "2021-08-26T23:59:59"}
    >>> timeline.add_node("e/1", kind="event", label="attack", **dates)
    >>> timeline.add_node("e/2", kind="event", label="talks")
    >>> layout = lay_out(read_graph(timeline))
    >>> layout.dated["e/1"].middle, layout.undated
    (1629979199.5, ('e/2',))
    """
    extents = {node: _extent(data["bounds"]) for node, data in given.nodes.items() if data["kind"] == "event"}
    known = {event: extent for event, extent in extents.items() if extent is not None}
    dated = dict(sorted(known.items(), key=lambda item: (*_in_time(item[1]), item[0])))
    whole = _whole(dated.values())
    return TimelineLayout(
        dated=dated,
        undated=tuple(margin_order(given)) if len(dated) < len(extents) else (),
        whole=whole,
        opening=_opening(list(dated.values()), whole),
    )


def extent_of(bounds: Mapping[str, object]) -> Extent | None:
    """The stretch that a node's four bounds allow, or None where they say nothing at all."""
    return _extent(bounds_of(bounds))


def _extent(bounds: Seconds) -> Extent | None:
    earliest_begin, latest_begin, earliest_end, latest_end = bounds
    if earliest_begin is not None and latest_end is not None:
        return Extent(middle=(earliest_begin + latest_end) / 2, begin=earliest_begin, end=latest_end)
    if earliest_begin is not None:
        return Extent(middle=earliest_begin, begin=earliest_begin, end=None)
    if latest_end is not None:
        return Extent(middle=latest_end, begin=None, end=latest_end)
    known = [bound for bound in (latest_begin, earliest_end) if bound is not None]
    return Extent(middle=sum(known) / len(known), begin=None, end=None) if known else None


def _in_time(extent: Extent) -> tuple[float, float]:
    return extent.middle, extent.middle if extent.begin is None else extent.begin


def _whole(extents: Iterable[Extent]) -> Stretch:
    known = [time for extent in extents for time in (extent.begin, extent.end, extent.middle) if time is not None]
    if not known:
        return Stretch(begin=0.0, end=_DAY)
    begin, end = min(known), max(known)
    if end - begin >= _DAY:
        return Stretch(begin=begin, end=end)
    return Stretch(begin=begin - _DAY / 2, end=end + _DAY / 2)


def _opening(extents: Sequence[Extent], whole: Stretch) -> Stretch:
    """The shortest stretch that holds four events in five, and what lies close, if much shorter than the whole."""
    if not extents:
        return whole
    middles = sorted(extent.middle for extent in extents)
    enough = -(-4 * len(middles) // 5)
    low, high = min(
        ((middles[start], middles[start + enough - 1]) for start in range(len(middles) - enough + 1)),
        key=lambda window: (window[1] - window[0], window[0]),
    )
    near = [middle for middle in middles if 2 * low - high <= middle <= 2 * high - low]
    low, high = near[0], near[-1]
    halves = sorted(
        (extent.end - extent.begin) / 2 for extent in extents if extent.begin is not None and extent.end is not None
    )
    margin = max(_DAY / 2, (high - low) / 20, halves[len(halves) // 2] if halves else 0)
    opening = Stretch(begin=max(whole.begin, low - margin), end=min(whole.end, high + margin))
    return opening if opening.end - opening.begin < (whole.end - whole.begin) / 8 else whole
