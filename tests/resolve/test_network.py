"""Laws of the temporal network, on small networks of whole seconds, against Floyd and Warshall."""

from datetime import datetime, timedelta
from itertools import product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.resolve.network import Bound, Constraint, Kind, Network, Point, Side, tighten

START = datetime(2021, 8, 1)
EVENTS = ("a", "b", "c", "d")
POINTS = [Point(event, edge) for event in EVENTS for edge in ("begin", "end")]
KINDS = get_args(Kind)[1:]
SIDES: tuple[Side, Side] = get_args(Side)


def at(second: int) -> datetime:
    return START + timedelta(seconds=second)


def bound(point: Point, side: Side, second: int, kind: Kind = "time expression") -> Bound:
    return Bound(point, side, at(second), f"{side} {second}", kind)


def tie(earlier: Point, later: Point, kind: Kind = "stated order", least: int | None = None) -> Constraint:
    gap = None if least is None else timedelta(seconds=least)
    return Constraint(earlier, later, kind, f"after {earlier.event}", f"before {later.event}", gap)


points = st.sampled_from(POINTS)
bounds = st.lists(st.builds(bound, points, st.sampled_from(SIDES), st.integers(0, 20), st.sampled_from(KINDS)))
ties = st.lists(st.builds(tie, points, points, st.sampled_from(KINDS), st.none() | st.integers(-5, 5)), max_size=12)


def tightest(network: Network) -> dict[tuple[Point, Side], datetime | None]:
    return {(point, side): network.moment(point, side) for point, side in product(POINTS, SIDES)}


def kept(told: list[Bound], order: list[Constraint], network: Network) -> tuple[list[Bound], list[Constraint]]:
    left_out = [conflict.left_out for conflict in network.conflicts]
    return [each for each in told if each not in left_out], [each for each in order if each not in left_out]


def floyd_warshall(told: list[Bound], order: list[Constraint]) -> dict[tuple[Point, Side], datetime | None] | None:
    """The tightest bounds; None when there are none. A strict constraint is an instant that adds up to no second."""
    origin = Point("", "begin")
    nodes = [origin, *POINTS]
    instant = 1e-4
    longest = {pair: (0.0 if pair[0] == pair[1] else float("-inf")) for pair in product(nodes, nodes)}
    edges = [(Point(event, "begin"), Point(event, "end"), 0.0) for event in EVENTS]
    for each in told:
        second = (each.moment - START).total_seconds()
        edges.append((origin, each.point, second) if each.side == "earliest" else (each.point, origin, -second))
    for constraint in order:
        gap = instant if constraint.least is None else constraint.least.total_seconds()
        edges.append((constraint.earlier, constraint.later, gap))
    for one, other, gap in edges:
        longest[one, other] = max(longest[one, other], gap)
    for via, one, other in product(nodes, nodes, nodes):
        longest[one, other] = max(longest[one, other], longest[one, via] + longest[via, other])
    # What is bounded may be the same second; only a circle of points must not be strict.
    if any(longest[node, node] > 0.5 for node in nodes) or not _is_feasible(order):
        return None
    found: dict[tuple[Point, Side], datetime | None] = {}
    for point in POINTS:
        low, high = longest[origin, point], longest[point, origin]
        found[point, "earliest"] = None if low == float("-inf") else at(round(low))
        found[point, "latest"] = None if high == float("-inf") else at(-round(high))
    return found


def _is_feasible(order: list[Constraint]) -> bool:
    reach = {pair: float("-inf") for pair in product(POINTS, POINTS)}
    for event in EVENTS:
        reach[Point(event, "begin"), Point(event, "end")] = 0.0
    for each in order:
        gap = 1e-4 if each.least is None else each.least.total_seconds()
        reach[each.earlier, each.later] = max(reach[each.earlier, each.later], gap)
    for via, one, other in product(POINTS, POINTS, POINTS):
        reach[one, other] = max(reach[one, other], reach[one, via] + reach[via, other])
    return all(reach[point, point] <= 0 for point in POINTS)


@given(bounds, ties)
def test_what_is_kept_is_consistent_and_as_tight_as_can_be(told: list[Bound], order: list[Constraint]) -> None:
    network = tighten(told, order)
    assert tightest(network) == floyd_warshall(*kept(told, order, network))


@given(bounds, ties)
def test_nothing_is_left_out_of_what_can_hold(told: list[Bound], order: list[Constraint]) -> None:
    assert (floyd_warshall(told, order) is None) == bool(tighten(told, order).conflicts)


@given(bounds, ties, st.randoms(use_true_random=False))
def test_the_order_of_telling_does_not_matter(told: list[Bound], order: list[Constraint], random: object) -> None:
    network = tighten(told, order)
    shuffled = [random.sample(each, len(each)) for each in (told, order)]  # type: ignore[attr-defined]
    other = tighten(*shuffled)
    assert other.conflicts == network.conflicts
    assert tightest(other) == tightest(network)
    for point, side in product(POINTS, SIDES):
        assert list(other.why(point, side)) == list(network.why(point, side))


@given(bounds, ties)
def test_tightening_never_widens(told: list[Bound], order: list[Constraint]) -> None:
    network = tighten(told, order)
    for each in kept(told, order, network)[0]:
        moment = network.moment(each.point, each.side)
        assert moment is not None
        assert moment >= each.moment if each.side == "earliest" else moment <= each.moment


@given(bounds, ties)
def test_tightening_again_changes_nothing(told: list[Bound], order: list[Constraint]) -> None:
    network = tighten(told, order)
    found = [
        Bound(point, side, moment, "found") for (point, side), moment in tightest(network).items() if moment is not None
    ]
    again = tighten(found, kept(told, order, network)[1])
    assert again.conflicts == ()
    assert tightest(again) == tightest(network)


@given(bounds, ties, bounds, ties)
def test_to_know_more_never_loosens(
    told: list[Bound], order: list[Constraint], more: list[Bound], more_order: list[Constraint]
) -> None:
    rich = tighten(told + more, order + more_order)
    told_kept, order_kept = kept(told + more, order + more_order, rich)
    poor = tighten([each for each in told if each in told_kept], [each for each in order if each in order_kept])
    for (point, side), moment in tightest(poor).items():
        tighter = rich.moment(point, side)
        if moment is not None:
            assert tighter is not None
            assert tighter >= moment if side == "earliest" else tighter <= moment


@given(bounds, ties)
def test_a_conflict_cannot_hold_and_holds_without_any_of_it(told: list[Bound], order: list[Constraint]) -> None:
    for conflict in tighten(told, order).conflicts:
        limits = [each for each in (conflict.lower, conflict.upper) if each is not None]
        assert floyd_warshall(limits, list(conflict.path)) is None
        assert conflict.left_out in (*limits, *conflict.path)
        for spared in (*limits, *conflict.path):
            rest = [each for each in limits if each != spared], [each for each in conflict.path if each != spared]
            assert floyd_warshall(*rest) is not None


@given(bounds, ties)
def test_reasons_lead_back_to_the_bound(told: list[Bound], order: list[Constraint]) -> None:
    network = tighten(told, order)
    for point, side in product(POINTS, SIDES):
        root, moment = network.root(point, side), network.moment(point, side)
        assert (root is None) == (moment is None)
        if root is not None and moment is not None:
            gaps = sum((step.least or timedelta(0) for step in network.path(point, side)), timedelta(0))
            assert moment == root.moment + (gaps if side == "earliest" else -gaps)
            assert list(network.why(point, side))[-1] == root.reason


A, B, C = (Point(event, "begin") for event in "abc")


@pytest.mark.parametrize(
    ("order", "left_out"),
    [
        pytest.param([tie(A, B, "stated order"), tie(B, A, "inferred order")], "inferred order", id="inferred order"),
        pytest.param([tie(A, B, "cause"), tie(B, A, "stated order")], "cause", id="cause"),
        pytest.param([tie(A, B, "stated order"), tie(B, A, "dateline")], "stated order", id="stated order"),
        pytest.param([tie(A, B, "dateline"), tie(B, A, "time expression")], "dateline", id="dateline"),
    ],
)
def test_the_weakest_of_a_circle_is_left_out(order: list[Constraint], left_out: str) -> None:
    (conflict,) = tighten([], order).conflicts
    assert conflict.left_out.kind == left_out
    assert (conflict.lower, conflict.upper) == (None, None)
    assert set(conflict.path) == set(order)


def test_what_is_at_once_may_be_so_both_ways() -> None:
    told = [bound(A, "earliest", 3), bound(B, "latest", 9)]
    network = tighten(told, [tie(A, B, least=0), tie(B, A, least=0)])
    assert network.conflicts == ()
    assert [network.moment(B, "earliest"), network.moment(A, "latest")] == [at(3), at(9)]


def test_one_conflict_does_not_hide_what_else_is_known() -> None:
    told = [bound(A, "earliest", 5), bound(B, "latest", 2), bound(B, "earliest", 1)]
    network = tighten(told, [tie(A, B), tie(B, C), tie(A, C, "cause")])
    (conflict,) = network.conflicts
    assert conflict.left_out == tie(A, B)
    assert [network.moment(B, "earliest"), network.moment(C, "earliest")] == [at(1), at(5)]
    assert list(network.why(C, "earliest")) == ["after a", "earliest 5"]


def test_a_bound_that_leaves_the_calendar_is_none() -> None:
    network = tighten([Bound(A, "earliest", datetime.max, "far")], [tie(A, B, least=1)])
    assert network.moment(B, "earliest") is None
    assert network.moment(Point("unknown", "begin"), "earliest") is None
    assert list(network.why(Point("unknown", "begin"), "latest")) == []


def test_a_circle_needs_no_more_than_that_an_event_ends_after_it_begins() -> None:
    end = Point("a", "end")
    ties_here = [tie(A, end, "time expression"), tie(end, B), tie(B, A, "cause")]
    (conflict,) = tighten([], ties_here).conflicts
    assert set(conflict.path) == set(ties_here[1:])
