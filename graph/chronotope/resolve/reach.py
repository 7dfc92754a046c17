"""How far bounds reach through a network of "at least so much later": longest paths, and what leads along them.

Nodes and arcs are numbers, and so are moments: a network of all events of a large chronicle has millions of them. An
arc says that its head is at least its weight more than its tail, a bound that its node is at least some value. Upper
bounds are the same on the mirrored network: values negated, arcs turned round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Final

_UNKNOWN: Final = -(1 << 80)


@dataclass(frozen=True, slots=True)
class Arcs:
    """The arcs of a network, each at its number in every list, and of each node the arcs that leave and enter it.

    An arc that is `strict` makes its head more than its weight alone would, however little. `kept` is 0 for arcs that
    have been left out.
    """

    tails: Sequence[int]
    heads: Sequence[int]
    weights: Sequence[int]
    strict: Sequence[bool]
    kept: bytearray
    leaving: Sequence[Sequence[int]]
    entering: Sequence[Sequence[int]]

    @classmethod
    def between(cls, size: int, arcs: Iterable[tuple[int, int, int, bool]]) -> Arcs:
        """A network of `size` nodes: tail, head, weight and strictness of each arc."""
        tails, heads, weights, strict = [list(each) for each in zip(*arcs, strict=True)] or ([], [], [], [])
        leaving: list[list[int]] = [[] for _ in range(size)]
        entering: list[list[int]] = [[] for _ in range(size)]
        for number, (tail, head) in enumerate(zip(tails, heads, strict=True)):
            leaving[tail].append(number)
            entering[head].append(number)
        kept = bytearray(b"\1") * len(tails)
        return cls(tails, heads, weights, [bool(each) for each in strict], kept, leaving, entering)

    def mirrored(self) -> Arcs:
        """The same network the other way round; what is left out of one is left out of both."""
        return Arcs(self.heads, self.tails, self.weights, self.strict, self.kept, self.entering, self.leaving)


class Reach:
    """The least value of every node, and why; kept right while bounds and arcs are left out.

    Each node knows its value, its hops (the arcs from the bound that gives the value), its support (the last of them,
    or the bound itself at no hops) and its root, that bound. Of all that give the same value the fewest hops are told,
    then the lowest number: the way does not depend on the order in which the network is walked. The network has no
    circle of positive weight: see `circles`.
    """

    def __init__(self, size: int, arcs: Arcs, bounds: Sequence[tuple[int, int]]) -> None:
        self._arcs = arcs
        self._bounds = bounds
        self._kept = bytearray(b"\1") * len(bounds)
        self._own: dict[int, list[int]] = {}
        for number, (node, _) in enumerate(bounds):
            self._own.setdefault(node, []).append(number)
        self._values = [_UNKNOWN] * size
        self._hops = [0] * size
        self._supports = [-1] * size
        self._roots = [-1] * size
        for node in self._own:
            self._take_own(node)
        self._pass_on(self._own)

    def value(self, node: int) -> int | None:
        """The least that a node can be; None when nothing bounds it."""
        value = self._values[node]
        return None if value == _UNKNOWN else value

    def root(self, node: int) -> int:
        """The number of the bound that gives a node its value."""
        return self._roots[node]

    def way(self, node: int) -> Iterator[int]:
        """The arcs from that bound, the last first."""
        while self._hops[node]:
            arc = self._supports[node]
            yield arc
            node = self._arcs.tails[arc]

    def leave_out_bound(self, number: int) -> None:
        """Forget a bound, and what follows from it alone."""
        self._kept[number] = 0
        node = self._bounds[number][0]
        if self._supports[node] == number and not self._hops[node]:
            self._forget(node)

    def forget_arc(self, number: int) -> None:
        """Forget what follows from an arc alone, which has been left out of the arcs."""
        node = self._arcs.heads[number]
        if self._supports[node] == number and self._hops[node]:
            self._forget(node)

    def _forget(self, node: int) -> None:
        lost = self._leaning_on(node)
        for each in lost:
            self._values[each], self._hops[each], self._supports[each], self._roots[each] = _UNKNOWN, 0, -1, -1
        givers = {self._arcs.tails[arc] for each in lost for arc in self._arcs.entering[each] if self._arcs.kept[arc]}
        for each in lost:
            self._take_own(each)
        self._pass_on(sorted(givers.union(lost)))

    def _leaning_on(self, node: int) -> list[int]:
        found = [node]
        # The list grows while it is walked. Ways have no circles, so no node comes twice.
        for each in found:
            for arc in self._arcs.leaving[each]:
                head = self._arcs.heads[arc]
                if self._supports[head] == arc and self._hops[head] and self._arcs.kept[arc]:
                    found.append(head)
        return found

    def _take_own(self, node: int) -> None:
        for number in self._own.get(node, ()):
            if self._kept[number] and self._bounds[number][1] > self._values[node]:
                self._values[node], self._supports[node], self._roots[node] = self._bounds[number][1], number, number

    def _pass_on(self, nodes: Iterable[int]) -> None:
        """Give on what nodes have, the greatest value first.

        So each node gives on but once where no weight is positive, as in Dijkstra's algorithm.
        """
        queue = [(-self._values[node], self._hops[node], node) for node in nodes if self._has_to_give(node)]
        heapify(queue)
        while queue:
            value, hops, node = heappop(queue)
            if (-value, hops) != (self._values[node], self._hops[node]):
                continue
            for arc in self._arcs.leaving[node]:
                if self._improves(arc):
                    head = self._arcs.heads[arc]
                    found = self._values[node] + self._arcs.weights[arc]
                    self._values[head], self._hops[head] = found, hops + 1
                    self._supports[head], self._roots[head] = arc, self._roots[node]
                    heappush(queue, (-found, hops + 1, head))

    def _has_to_give(self, node: int) -> bool:
        return self._values[node] != _UNKNOWN and any(map(self._improves, self._arcs.leaving[node]))

    def _improves(self, arc: int) -> bool:
        tail, head = self._arcs.tails[arc], self._arcs.heads[arc]
        found, known = self._values[tail] + self._arcs.weights[arc], self._values[head]
        if found != known or not self._arcs.kept[arc]:
            return found > known and self._arcs.kept[arc] == 1
        hops = self._hops[tail] + 1
        if hops != self._hops[head]:
            return hops < self._hops[head]
        # The same support with another root: what it rests on has changed.
        support = self._supports[head]
        return arc < support or (arc == support and self._roots[tail] != self._roots[head])
