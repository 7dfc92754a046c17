"""Circles in a network of "at least so much later": what would have something come before itself.

Arcs come strongest first and are admitted one by one; one that closes such a circle with those before it is left out.
So the weakest of each circle goes, and no arc goes that could have stayed. Feasible potentials are kept up to date as
in Ramalingam, Song, Joskowicz and Miller, "Solving systems of difference constraints incrementally" (1999).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import networkx as nx

from chronotope.resolve.reach import Arcs

# A weight and, far below its last digit, whether it is strict: a circle of "before" alone is impossible too.
_STRICT_BITS: Final = 40


class Circle(NamedTuple):
    """An arc that closes a circle, and the arcs from its head back to its tail."""

    closing: int
    rest: tuple[int, ...]


def find_circles(arcs: Arcs) -> Iterator[Circle]:
    """Yield the arcs that have to be left out, each with the circle that it would close.

    >>> [circle.closing for circle in find_circles(Arcs.between(2, [(0, 1, 0, True), (1, 0, 0, True)]))]
    [1]
    """
    weights = [(weight << _STRICT_BITS) + strict for weight, strict in zip(arcs.weights, arcs.strict, strict=True)]
    for number, (tail, head) in enumerate(zip(arcs.tails, arcs.heads, strict=True)):
        if tail == head and weights[number] > 0:
            yield Circle(number, ())
    for group in _on_circles(arcs):
        yield from _refused(group, arcs, weights)


def _on_circles(arcs: Arcs) -> list[list[int]]:
    """The arcs of each strongly connected part, in order; no other arc can lie on a circle."""
    numbers = _core(arcs)
    graph: nx.DiGraph[int] = nx.DiGraph((arcs.tails[number], arcs.heads[number]) for number in numbers)
    part_of = {node: place for place, part in enumerate(nx.strongly_connected_components(graph)) for node in part}
    groups: dict[int, list[int]] = defaultdict(list)
    for number in numbers:
        tail, head = arcs.tails[number], arcs.heads[number]
        if tail != head and part_of[tail] == part_of[head]:
            groups[part_of[tail]].append(number)
    return sorted(groups.values())


def _core(arcs: Arcs) -> list[int]:
    """The arcs left when nodes that nothing enters are peeled off, then those that nothing leaves.

    Most of a network lies on no circle, and this is far quicker than to build a graph of it.
    """
    left = _peeled(range(len(arcs.tails)), arcs)
    return _peeled(left, arcs.mirrored())


def _peeled(numbers: Sequence[int], arcs: Arcs) -> list[int]:
    inside = set(numbers)
    entering = [0] * len(arcs.leaving)
    for number in numbers:
        entering[arcs.heads[number]] += 1
    free = [node for node, count in enumerate(entering) if not count]
    while free:
        for number in arcs.leaving[free.pop()]:
            if number in inside:
                inside.remove(number)
                head = arcs.heads[number]
                entering[head] -= 1
                if not entering[head]:
                    free.append(head)
    return sorted(inside)


def _refused(group: Sequence[int], arcs: Arcs, weights: Sequence[int]) -> Iterator[Circle]:
    potentials: dict[int, int] = defaultdict(int)
    leaving: dict[int, list[int]] = defaultdict(list)
    for number in group:
        raised, circle = _make_room(number, arcs, weights, leaving, potentials)
        if circle is None:
            potentials.update(raised)
            leaving[arcs.tails[number]].append(number)
        else:
            yield circle


def _make_room(
    closing: int, arcs: Arcs, weights: Sequence[int], leaving: Mapping[int, list[int]], potentials: Mapping[int, int]
) -> tuple[dict[int, int], Circle | None]:
    """The potentials that an arc raises, or the circle that it closes."""
    raised: dict[int, int] = {}
    by: dict[int, int] = {}
    waiting = deque([closing])
    while waiting:
        number = waiting.popleft()
        tail, head = arcs.tails[number], arcs.heads[number]
        value = raised.get(tail, potentials[tail]) + weights[number]
        if value > raised.get(head, potentials[head]):
            raised[head], by[head] = value, number
            if head == arcs.tails[closing]:
                return {}, Circle(closing, _back(closing, arcs, by))
            waiting.extend(leaving[head])
    return raised, None


def _back(closing: int, arcs: Arcs, by: Mapping[int, int]) -> tuple[int, ...]:
    way = [by[arcs.tails[closing]]]
    while by[arcs.tails[way[-1]]] != closing:
        way.append(by[arcs.tails[way[-1]]])
    return tuple(reversed(way))
