"""Writes the timeline graph for Gephi, yEd and other graph programs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any, Final

import networkx as nx

from chronotope.files import replacing
from chronotope.timeline.claims import Chain

_NO_XML: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graph(timeline: nx.MultiDiGraph[str], path: Path) -> None:
    """Write a timeline as GraphML or GEXF, by the ending of the path."""
    graph = flattened(timeline)
    with replacing(path) as file:
        GRAPH_WRITERS[path.suffix.lower()](graph, file)


def flattened(timeline: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The timeline with text and numbers only, as GraphML and GEXF need.

    Evidence becomes its sentences, disagreements their versions, and claims who vouches how, by the labels of holders,
    each text on one line.
    """
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, attributes in timeline.nodes(data=True):
        flat.add_node(iri, **_plain({**attributes, **_as_text(timeline, attributes)}))
    for begin, end, key, attributes in timeline.edges(keys=True, data=True):
        flat.add_edge(begin, end, key=key, **_plain(attributes))
    return flat


def _as_text(timeline: nx.MultiDiGraph[str], attributes: Mapping[str, Any]) -> dict[str, str]:
    """What is no text and no number in the attributes of an event. `Any`: attributes are of many types."""
    texts = {}
    if "evidence" in attributes:
        texts["evidence"] = " | ".join(evidence.sentence for evidence in attributes["evidence"])
    if "disputes" in attributes:
        texts["disputes"] = " | ".join(map(str, attributes["disputes"]))
    if "claims" in attributes:
        texts["claims"] = " | ".join(_chain(timeline, chain) for chain in attributes["claims"])
    if "time_words" in attributes:
        texts["time_words"] = " | ".join(attributes["time_words"])
    return texts


def _chain(timeline: nx.MultiDiGraph[str], chain: Chain) -> str:
    """Who says that somebody says so, the outermost first: "Pentagon asserts (said) > witness believes"."""
    return " > ".join(
        f"{_label(timeline, saying.holder)} {saying.stance}{f' ({saying.words})' if saying.words else ''}"
        for saying in chain
    )


def _label(timeline: nx.MultiDiGraph[str], holder: str) -> str:
    return str(timeline.nodes[holder]["label"]) if holder in timeline else holder


def _plain(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """What is known, in signs that XML can hold. `Any`: attributes are text and numbers alike."""
    return {
        name: _NO_XML.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
        for name, value in attributes.items()
        if value is not None
    }


GRAPH_WRITERS: Final[Mapping[str, Callable[[nx.MultiDiGraph[str], IO[bytes]], None]]] = {
    ".graphml": nx.write_graphml,
    ".gexf": nx.write_gexf,
}
