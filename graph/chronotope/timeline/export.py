"""Writes the timeline graph for Gephi, yEd and other graph programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Final

import networkx as nx

from chronotope.files import replacing


def write_graph(timeline: nx.MultiDiGraph[str], path: Path) -> None:
    """Write a timeline as GraphML or GEXF, by the ending of the path."""
    graph = flattened(timeline)
    with replacing(path) as file:
        GRAPH_WRITERS[path.suffix.lower()](graph, file)


def flattened(timeline: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The timeline with text and numbers only, as GraphML and GEXF need: evidence becomes its sentences."""
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, attributes in timeline.nodes(data=True):
        plain = {name: value for name, value in attributes.items() if value is not None and name != "evidence"}
        if "evidence" in attributes:
            plain["evidence"] = " | ".join(evidence.sentence for evidence in attributes["evidence"])
        flat.add_node(iri, **plain)
    for begin, end, key, attributes in timeline.edges(keys=True, data=True):
        flat.add_edge(begin, end, key=key, **{name: value for name, value in attributes.items() if value is not None})
    return flat


GRAPH_WRITERS: Final[Mapping[str, Callable[[nx.MultiDiGraph[str], IO[bytes]], None]]] = {
    ".graphml": nx.write_graphml,
    ".gexf": nx.write_gexf,
}
