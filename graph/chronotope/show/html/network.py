"""A pyvis network that is a timeline, and that writes pages which need nothing but themselves."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import networkx as nx
from pyvis.network import Network

from chronotope.files import replacing
from chronotope.garbage import no_collecting
from chronotope.show.html.appearance import LINES, colours_of, node_style
from chronotope.show.html.events import event_content
from chronotope.show.html.labels import interface_language
from chronotope.show.html.outlines import outlines_for
from chronotope.show.html.packing import Json
from chronotope.show.html.page import render_page
from chronotope.show.html.texts import text_content
from chronotope.show.html.things import (
    actor_content,
    article_content,
    group_content,
    place_content,
    status_content,
    type_content,
)
from chronotope.timeline.given import Edges, Nodes, read_graph
from chronotope.timeline.layout import TimelineLayout, lay_out

_WIDTH: Final = 1000
_ROW: Final = 30

_OPTIONS: Final[Json] = {
    "autoResize": False,
    "physics": False,
    "layout": {"improvedLayout": False},
    # The page moves along time only and finds what is under the pointer itself: vis-network scales both axes.
    "interaction": {"dragNodes": False, "dragView": False, "zoomView": False, "selectable": False, "hover": False},
    "nodes": {"chosen": False},
    "edges": {"chosen": False, "smooth": False, "arrows": {"to": {"scaleFactor": 0.6}}},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a page tells beyond what pyvis draws: a record for each node by identifier, and what is common to all."""

    title: str
    language: str
    events: Mapping[str, Json]
    actors: Mapping[str, Json]
    places: Mapping[str, Json]
    articles: Mapping[str, Json]
    types: Mapping[str, Json]
    groups: Mapping[str, Json]
    statuses: Mapping[str, Json]
    whole: Json
    opening: Json
    outlines: list[list[int]]
    texts: Json
    folder: str | None = None
    """The name of the chronicle's folder, for the commands that would mend what is wrong."""


class TimelineNetwork(Network):  # type: ignore[misc]  # pyvis carries no types, so Network is Any
    """A pyvis network whose nodes are the events, actors and places of a timeline.

    `nodes` and `edges` are pyvis's own and can be changed as ever: the page draws events with the colour, shape, size
    and label that their nodes have, and shows nodes of other kinds among the actors. Where events stand is the page's
    business; `x` and `y` say where they would on a plain canvas. `content` is what else the page tells. Writing makes
    one UTF-8 file: no lib/ folder beside it, and nothing from a network.
    """

    def __init__(self, content: Content) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.content = content
        self.options = dict(_OPTIONS)

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:  # noqa: ARG002  # pyvis's signature
        """The page; the arguments are pyvis's, and change nothing here."""
        with no_collecting():
            self.html = render_page(self)
        return self.html

    def write_html(
        self, name: str | os.PathLike[str], local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:  # fmt: skip
        """Write the page in one go: whoever reads the file meanwhile sees the old page or the new one.

        The other arguments are pyvis's, and change nothing here; nothing is opened.
        """
        del local, notebook, open_browser
        html = self.generate_html()
        with replacing(Path(name)) as file:
            # A half surrogate, which UTF-8 cannot hold, becomes "?".
            file.write(html.encode("utf-8", errors="replace"))

    def show(self, name: str | os.PathLike[str], local: bool = True, notebook: bool = True) -> None:
        """Write the page, like `write_html`."""
        self.write_html(name, local=local, notebook=notebook)


def to_pyvis(timeline: nx.MultiDiGraph[str], *, title: str, language: str) -> TimelineNetwork:
    """Draw a timeline: events in their time, actors and places, and how they hang together.

    Unlike `Network.from_nx` this leaves the graph as it is, takes what NetworkX can hold, and is fast: pyvis looks
    through all nodes for every node and edge that is added. Identifiers become text. Raises `UnreadableGraph`.
    """
    with no_collecting():
        return _drawn(timeline, title, language)


def _drawn(timeline: nx.MultiDiGraph[str], title: str, language: str) -> TimelineNetwork:
    given = read_graph(timeline)
    layout = lay_out(given)
    nodes, edges = given.nodes, given.edges
    events = [*layout.dated, *layout.undated]
    told = [nodes[event] for event in events]
    articles = article_content(told, language)
    network = TimelineNetwork(
        Content(
            title=title,
            language=interface_language(language),
            events=event_content(nodes, edges, events, articles, language),
            actors=actor_content(nodes, edges, layout.opening_events),
            places=place_content(nodes, edges),
            articles=articles,
            types=type_content(told),
            groups=group_content(told),
            statuses=status_content(told),
            whole=asdict(layout.whole),
            opening=asdict(layout.opening),
            outlines=outlines_for(nodes.values()),
            texts=text_content(nodes, events, articles, language),
            folder=timeline.graph.get("folder"),
        )
    )
    _add_nodes(network, [*_event_nodes(nodes, network.content, layout), *_other_nodes(nodes, network.content)])
    network.edges.extend(_edges(edges))
    return network


def _add_nodes(network: TimelineNetwork, nodes: list[dict[str, object]]) -> None:
    network.nodes.extend(nodes)
    network.node_ids.extend(node["id"] for node in nodes)
    network.node_map.update((node["id"], node) for node in nodes)


def _event_nodes(known: Nodes, content: Content, layout: TimelineLayout) -> list[dict[str, object]]:
    """Events along time, each place on a line of its own; the undated to the right of all time."""
    colours = colours_of(content.groups)
    lanes = {place: index for index, place in enumerate(content.places)}
    seconds = (layout.whole.end - layout.whole.begin) / _WIDTH
    nodes = []
    for event, told in content.events.items():
        data = known[event]
        extent = layout.dated.get(event)
        nodes.append(
            {
                "id": event,
                "label": data["label"],
                "kind": "event",
                "x": _WIDTH + _ROW if extent is None else round((extent.middle - layout.whole.begin) / seconds, 1),
                "y": _ROW * min((lanes[place] for place in told["places"]), default=len(lanes)),
                **node_style(str(told["status"]), colours[data["group"]], data["salience"]),
            }
        )
    return nodes


def _other_nodes(known: Nodes, content: Content) -> list[dict[str, object]]:
    """Actors above the events, places to the left of them."""
    style = {"shape": "box", "font": {"size": 12}, "color": {"background": "#ffffff", "border": "#c4cad4"}}
    spots = [
        *((actor, "actor", index * 140, -2 * _ROW) for index, actor in enumerate(content.actors)),
        *((place, "place", -5 * _ROW, index * _ROW) for index, place in enumerate(content.places)),
    ]
    return [
        {"id": node, "label": known[node]["label"], "kind": kind, "x": x, "y": y, **style} for node, kind, x, y in spots
    ]


def _edges(drawn: Edges) -> list[dict[str, object]]:
    """Participations, claims, places and relations between events, in an order that does not depend on the graph's."""
    edges = [
        {"from": source, "to": target, **data, **LINES[data["kind"]]}
        for source, target, data in drawn
        if data["kind"] in LINES
    ]
    edges.sort(key=_in_order)
    return edges


def _in_order(edge: Mapping[str, object]) -> tuple[object, ...]:
    """Between two things each kind of edge stands once with a role or stance, so that nothing else is compared."""
    return edge["from"], edge["to"], edge["kind"], edge.get("role", ""), edge.get("stance", "")
