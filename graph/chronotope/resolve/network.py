"""A simple temporal network: moments, bounds on them, and what must come before what.

Dechter, Meiri and Pearl, "Temporal constraint networks" (1991). Each event has two points, its begin and its end. What
is said bounds points and ties them to one another; `tighten` draws the consequences. Where sayings cannot all hold, the
weakest of each impossible set is left out and the set is told: a contradiction is never hidden, nor does it spread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final, Literal, NamedTuple, get_args

from chronotope.model import TimeGranularity
from chronotope.resolve.circles import Circle, find_circles
from chronotope.resolve.reach import Arcs, Reach

Side = Literal["earliest", "latest"]
Kind = Literal["nature", "time expression", "dateline", "stated order", "part", "cause", "inferred order"]
"""What a saying rests on, the strongest first. By nature an event begins no later than it ends."""

_STRENGTH: Final[Mapping[Kind, int]] = {kind: number for number, kind in enumerate(get_args(Kind))}
_TICK: Final = timedelta(microseconds=1)


class Point(NamedTuple):
    """The begin or the end of an event."""

    event: str
    edge: Literal["begin", "end"]


class Bound(NamedTuple):
    """A point is at that moment at the earliest, or at the latest; `unit` is how finely the moment is told."""

    point: Point
    side: Side
    moment: datetime
    reason: str
    kind: Kind = "time expression"
    unit: TimeGranularity = "second"


class Constraint(NamedTuple):
    """One point comes before another, by at least so much; `least` may be negative, if it may be a little after.

    None: strictly before, however little, so that no circle of such can hold; moments may still be the same, as they
    are only known to the second. `after` is what dates the later point ("after event/4c1"), `before` the earlier.
    """

    earlier: Point
    later: Point
    kind: Kind
    after: str
    before: str
    least: timedelta | None = None


class Conflict(NamedTuple):
    """What cannot hold together, none of it to spare, and what of it was left out.

    From `lower` the path leads to later and later points, up to `upper`, which lies before it. A circle has no bounds.
    """

    lower: Bound | None
    path: tuple[Constraint, ...]
    upper: Bound | None
    left_out: Bound | Constraint


@dataclass(frozen=True, slots=True)
class Network:
    """The tightest bounds that follow from what is kept, and why; see `tighten`."""

    conflicts: tuple[Conflict, ...]
    _places: Mapping[str, int]
    _constraints: Sequence[Constraint]
    _bounds: Mapping[Side, Sequence[Bound]]
    _reach: Mapping[Side, Reach]

    def moment(self, point: Point, side: Side) -> datetime | None:
        """The earliest or latest that a point can be; None when nothing bounds it, or nothing within the calendar."""
        value = self._reach[side].value(_node(point, self._places)) if point.event in self._places else None
        try:
            return None if value is None else datetime.min + (value if side == "earliest" else -value) * _TICK
        except OverflowError:
            return None

    def root(self, point: Point, side: Side) -> Bound | None:
        """The stated bound that it goes back to."""
        number = self._reach[side].root(_node(point, self._places)) if point.event in self._places else -1
        return None if number < 0 else self._bounds[side][number]

    def path(self, point: Point, side: Side) -> Iterator[Constraint]:
        """The constraints that lead back to that bound, the nearest first."""
        way = self._reach[side].way(_node(point, self._places)) if point.event in self._places else ()
        # The first arcs are those from the begin of each event to its end.
        return (self._constraints[arc - len(self._places)] for arc in way if arc >= len(self._places))

    def why(self, point: Point, side: Side) -> Iterator[str]:
        """The reasons, from the nearest to the one that states a moment."""
        for step in self.path(point, side):
            yield step.after if side == "earliest" else step.before
        root = self.root(point, side)
        if root is not None:
            yield root.reason


def tighten(bounds: Iterable[Bound], constraints: Iterable[Constraint]) -> Network:
    """Draw the consequences of bounds and constraints; the order in which they are given does not matter.

    >>> a, b = Point("a", "begin"), Point("b", "begin")
    >>> told = Bound(a, "earliest", datetime(2021, 8, 26), "dated 2021-08-26")
    >>> network = tighten([told], [Constraint(a, b, "stated order", "after a", "before b")])
    >>> str(network.moment(b, "earliest")), list(network.why(b, "earliest"))
    ('2021-08-26 00:00:00', ['after a', 'dated 2021-08-26'])
    """
    told, tied = set(bounds), set(constraints)
    named = {limit.point.event for limit in told} | {point.event for tie in tied for point in tie[:2]}
    places = {event: place for place, event in enumerate(sorted(named))}
    # Numbers first: to compare texts takes longer than all that follows.
    limits = sorted(told, key=lambda limit: (_node(limit.point, places), _STRENGTH[limit.kind], limit))
    ties = sorted(tied, key=lambda tie: _constraint_key(tie, places))
    by_nature = ((2 * place, 2 * place + 1, 0, False) for place in range(len(places)))
    arcs = Arcs.between(2 * len(places), [*by_nature, *(_arc(tie, places) for tie in ties)])
    circles = list(find_circles(arcs))
    for circle in circles:
        arcs.kept[circle.closing] = 0
    sides: dict[Side, list[Bound]] = {side: [each for each in limits if each.side == side] for side in _SIDES}
    reach = {
        side: Reach(2 * len(places), each, [(_node(limit.point, places), _value(limit)) for limit in sides[side]])
        for side, each in zip(_SIDES, (arcs, arcs.mirrored()), strict=True)
    }
    settling = _Settling(ties, sides, arcs, reach, len(places))
    conflicts = (*map(settling.circle, circles), *settling.conflicts())
    return Network(conflicts, places, ties, sides, reach)


_SIDES: Final[tuple[Side, Side]] = ("earliest", "latest")


def _constraint_key(tie: Constraint, places: Mapping[str, int]) -> tuple[int, int, int, str, str, bool, timedelta]:
    nodes = _node(tie.earlier, places), _node(tie.later, places)
    return _STRENGTH[tie.kind], *nodes, tie.after, tie.before, tie.least is None, tie.least or timedelta(0)


def _node(point: Point, places: Mapping[str, int]) -> int:
    return 2 * places[point.event] + (point.edge == "end")


def _arc(tie: Constraint, places: Mapping[str, int]) -> tuple[int, int, int, bool]:
    weight = 0 if tie.least is None else tie.least // _TICK
    return _node(tie.earlier, places), _node(tie.later, places), weight, tie.least is None


def _value(limit: Bound) -> int:
    value = (limit.moment - datetime.min) // _TICK
    return value if limit.side == "earliest" else -value


@dataclass(frozen=True, slots=True)
class _Settling:
    """Takes a network in which lower bounds exceed upper ones, and leaves out what it must."""

    ties: Sequence[Constraint]
    sides: Mapping[Side, Sequence[Bound]]
    arcs: Arcs
    reach: Mapping[Side, Reach]
    events: int

    def circle(self, circle: Circle) -> Conflict:
        def is_impossible(rest: list[int]) -> bool:
            circled = [circle.closing, *rest]
            more = sum(self.arcs.weights[arc] for arc in circled)
            return more > 0 or (more == 0 and any(self.arcs.strict[arc] for arc in circled))

        rest = self._without_detours(list(circle.rest), is_impossible)
        return Conflict(None, self._told((circle.closing, *rest)), None, self.ties[circle.closing - self.events])

    def conflicts(self) -> Iterator[Conflict]:
        # To leave something out only loosens, so a node that has been passed stays without conflict.
        for node in range(2 * self.events):
            while self._exceeds(node):
                lower, upper = (self.sides[side][self.reach[side].root(node)] for side in _SIDES)
                room = -_value(lower) - _value(upper)
                way = self._without_detours(self._way(node), partial(self._exceed, room))
                arc = max(way, default=-1)
                # Arcs are sorted by strength.
                tie = self.ties[arc - self.events] if arc >= self.events else None
                weakest = max((lower, upper), key=lambda bound: (_STRENGTH[bound.kind], bound))
                if tie is not None and _STRENGTH[tie.kind] >= _STRENGTH[weakest.kind]:
                    self._leave_out_arc(arc)
                    yield Conflict(lower, self._told(way), upper, tie)
                else:
                    self.reach[weakest.side].leave_out_bound(self.reach[weakest.side].root(node))
                    yield Conflict(lower, self._told(way), upper, weakest)

    def _exceeds(self, node: int) -> bool:
        low, high = (self.reach[side].value(node) for side in _SIDES)
        return low is not None and high is not None and low > -high

    def _way(self, node: int) -> list[int]:
        """The arcs from the lower bound to a node, and on to the upper bound."""
        up = list(self.reach["earliest"].way(node))[::-1]
        on = list(self.reach["latest"].way(node))
        # Where both ways pass through another node too, the detour from it and back has no part in the conflict.
        passed = {node: 0} | {self.arcs.heads[arc]: place for place, arc in enumerate(on, 1)}
        stations = [*(self.arcs.tails[arc] for arc in up), node]
        first = next(place for place, station in enumerate(stations) if station in passed)
        return up[:first] + on[passed[stations[first]] :]

    def _exceed(self, room: int, way: Iterable[int]) -> bool:
        return sum(self.arcs.weights[arc] for arc in way) > room

    def _without_detours(self, way: list[int], is_impossible: Callable[[list[int]], bool]) -> list[int]:
        """The way with an event's own length in place of what leads from its begin to its end, where that is enough."""
        shorter: list[int] | None = way
        while shorter is not None:
            way = shorter
            shorter = next((each for each in self._shortened(way) if is_impossible(each)), None)
        return way

    def _shortened(self, way: Sequence[int]) -> Iterator[list[int]]:
        stations = [*(self.arcs.tails[arc] for arc in way), *(self.arcs.heads[arc] for arc in way[-1:])]
        places = {station: place for place, station in enumerate(stations)}
        for place, station in enumerate(stations):
            event, edge = divmod(station, 2)
            end = places.get(station + 1, 0) if edge == 0 else 0
            if end > place and list(way[place:end]) != [event]:
                yield [*way[:place], event, *way[end:]]

    def _told(self, arcs: Iterable[int]) -> tuple[Constraint, ...]:
        return tuple(self.ties[arc - self.events] for arc in arcs if arc >= self.events)

    def _leave_out_arc(self, arc: int) -> None:
        self.arcs.kept[arc] = 0
        for reach in self.reach.values():
            reach.forget_arc(arc)
