"""Which of two events came first."""

from collections.abc import Callable
from random import Random

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from chronotope.extract.learned.ordering import ordered_pairs, without_circles
from chronotope.mentions import Extraction

_pairs = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[1] != pair[2]),
    max_size=30,
)


@given(_pairs)
def test_no_circle_is_left(pairs: list[tuple[float, int, int]]) -> None:
    order: nx.DiGraph[int] = nx.DiGraph(without_circles(pairs))
    assert nx.is_directed_acyclic_graph(order)


@given(_pairs)
def test_only_what_was_judged_is_left_and_the_surest_always_holds(pairs: list[tuple[float, int, int]]) -> None:
    found = without_circles(pairs)
    assert set(found) <= {(first, second) for _, first, second in pairs}
    if pairs:
        _, first, second = min(pairs, key=lambda pair: (-pair[0], pair[1:]))
        assert nx.has_path(nx.DiGraph(found), first, second)


@given(_pairs, st.randoms())
def test_the_order_of_pairs_does_not_matter(pairs: list[tuple[float, int, int]], random: Random) -> None:
    shuffled = sorted(pairs, key=lambda _: random.random())
    assert without_circles(shuffled) == without_circles(pairs)


@given(_pairs)
def test_nothing_that_follows_is_said(pairs: list[tuple[float, int, int]]) -> None:
    found = without_circles(pairs)
    order: nx.DiGraph[int] = nx.DiGraph(found)
    assert set(nx.transitive_reduction(order).edges) == set(found)


def test_what_did_not_happen_has_no_order() -> None:
    assert list(ordered_pairs(["actual", "denied", "planned", "hypothetical", "reported"])) == [(0, 2), (0, 4), (2, 4)]


def test_what_is_told_came_before_the_telling(extracted: Callable[[str, str], Extraction]) -> None:
    found = extracted("« Trois soldats ont été tués », a annoncé le ministre de la Défense.", "fr")
    killed, announced = found.events
    assert (killed.before, announced.before) == ((announced.id,), ())
