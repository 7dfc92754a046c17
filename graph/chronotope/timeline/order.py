"""What comes before what: by the bounds of two events, or by a chain of `before` edges."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx


def follows_by_time(timeline: nx.MultiDiGraph[str], earlier: str, later: str) -> bool:
    """Whether one event has certainly ended before another begins, by their bounds alone.

    >>> timeline = nx.MultiDiGraph()
    >>> timeline.add_node("a", earliest_begin="2021-08-01T00:00:00", latest_end="2021-08-01T23:59:59")
    >>> timeline.add_node("b", earliest_begin="2021-08-02T00:00:00", latest_end=None)
    >>> follows_by_time(timeline, "a", "b"), follows_by_time(timeline, "b", "a")
    (True, False)
    """
    end, begin = timeline.nodes[earlier]["latest_end"], timeline.nodes[later]["earliest_begin"]
    return end is not None and begin is not None and end < begin


def stated_order(timeline: nx.MultiDiGraph[str]) -> nx.DiGraph[str]:
    """The events that `before` edges order, without the edges that follow from others."""
    edges = [(one, other) for one, other, attributes in timeline.edges(data=True) if attributes["kind"] == "before"]
    order: nx.DiGraph[str] = nx.DiGraph(edges)
    # A circle has no order; what belongs to one is left as it is said.
    return nx.transitive_reduction(order) if nx.is_directed_acyclic_graph(order) else order


def neighbours_in_order(timeline: nx.MultiDiGraph[str], event: str) -> Iterator[tuple[str, str]]:
    """Yield ("before" | "after", event) for the events that `before` edges tie to one, sorted."""
    earlier = [one for one, _, attributes in timeline.in_edges(event, data=True) if attributes["kind"] == "before"]
    later = [other for _, other, attributes in timeline.out_edges(event, data=True) if attributes["kind"] == "before"]
    yield from (("before", one) for one in sorted(earlier))
    yield from (("after", other) for other in sorted(later))
