"""An order that grows pair by pair and stays free of circles.

Each thing keeps a place in a line that agrees with the order; only what lies between the places of a new pair is looked
at (Pearce and Kelly 2007, "A dynamic topological sort algorithm for directed acyclic graphs").
"""

from __future__ import annotations

from collections import defaultdict


class Order:
    """Which things come before which.

    >>> order = Order()
    >>> [order.add(*pair) for pair in [("a", "b"), ("b", "c"), ("c", "a")]]
    [True, True, False]
    >>> order.after("a")
    ('b',)
    """

    def __init__(self) -> None:
        self._later: dict[str, set[str]] = defaultdict(set)
        self._earlier: dict[str, set[str]] = defaultdict(set)
        self._place: dict[str, int] = {}

    def after(self, thing: str) -> tuple[str, ...]:
        """What was added as coming after a thing, sorted."""
        return tuple(sorted(self._later.get(thing, ())))

    def add(self, earlier: str, later: str) -> bool:
        """Put one thing before another, unless it comes after it already; tell whether it was done."""
        for thing in (earlier, later):
            self._place.setdefault(thing, len(self._place))
        if self._place[later] < self._place[earlier]:
            ahead = self._reach(later, self._later, limit=self._place[earlier], up=True)
            if earlier in ahead:
                return False
            behind = self._reach(earlier, self._earlier, limit=self._place[later], up=False)
            self._reorder([*sorted(behind, key=self._place_of), *sorted(ahead, key=self._place_of)])
        elif earlier == later:
            return False
        self._later[earlier].add(later)
        self._earlier[later].add(earlier)
        return True

    def _place_of(self, thing: str) -> int:
        return self._place[thing]

    def _reach(self, start: str, arcs: dict[str, set[str]], *, limit: int, up: bool) -> set[str]:
        """What is reached from a thing without leaving the stretch of the line up to `limit`."""
        found, todo = {start}, [start]
        while todo:
            for thing in arcs.get(todo.pop(), ()):
                place = self._place[thing]
                if thing not in found and (place <= limit if up else place >= limit):
                    found.add(thing)
                    todo.append(thing)
        return found

    def _reorder(self, things: list[str]) -> None:
        for thing, place in zip(things, sorted(self._place[thing] for thing in things), strict=True):
            self._place[thing] = place
