"""A pyvis network that is a timeline, and that writes pages which need nothing but themselves."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import networkx as nx
from pyvis.network import Network

from chronotope.files import replacing
from chronotope.show.html.appearance import LINES, colours_of, node_style
from chronotope.show.html.content import (
    Json,
    actor_content,
    event_content,
    group_content,
    layout_content,
    status_content,
)
from chronotope.show.html.labels import LOCALES, interface_language, labels_in
from chronotope.show.html.page import render_page
from chronotope.timeline.layout import PAGE_WIDTH, EventPosition, TimelineLayout, lay_out

ROW: Final = 26
"""Pixels from one row of events to the next."""

_TOLD: Final = ("kind", "role", "stance", "minimum", "maximum")
"""What an edge of the graph says that the page tells too."""

_LANE_PADDING: Final = 10
_ACTORS_TOP: Final = -60
_ACTORS_APART: Final = 140

_OPTIONS: Final[Json] = {
    "autoResize": False,
    "physics": False,
    "layout": {"improvedLayout": False},
    # The page moves along time only and finds what is under the pointer itself: vis-network scales both axes.
    "interaction": {"dragNodes": False, "dragView": False, "zoomView": False, "selectable": False, "hover": False},
    "nodes": {"chosen": False},
    "edges": {"chosen": False, "smooth": False, "arrows": {"to": {"scaleFactor": 0.6}}},
}


class TimelineNetwork(Network):  # type: ignore[misc]  # pyvis carries no types, so Network is Any
    """A pyvis network whose nodes stand where they belong in time.

    `nodes` and `edges` are pyvis's own and can be changed as ever; `content` is what else the page tells. Writing
    makes one UTF-8 file: no lib/ folder beside it, and nothing from a network.
    """

    def __init__(self, content: Json) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.content = content
        self.options = dict(_OPTIONS)

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:  # noqa: ARG002  # pyvis's signature
        """The page; the arguments are pyvis's, and change nothing here."""
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
    """Draw a timeline: events where and when they took place, actors above, relations between them.

    Unlike `Network.from_nx` this leaves the graph as it is, takes what NetworkX can hold, and is fast: pyvis looks
    through all nodes for every node and edge that is added.
    """
    layout = lay_out(timeline)
    events = event_content(timeline, layout, language)
    network = TimelineNetwork(
        {
            "title": title,
            "language": interface_language(language),
            "locale": LOCALES[interface_language(language)],
            "labels": dict(labels_in(language)),
            "events": events,
            "actors": actor_content(timeline),
            "groups": group_content(events),
            "statuses": status_content(events),
            **layout_content(layout, placeless=labels_in(language)["placeless"]),
        }
    )
    _add_nodes(network, [*_event_nodes(timeline, layout), *_actor_nodes(network.content)])
    network.edges.extend(_edges(timeline, known=network.node_map))
    return network


def _add_nodes(network: TimelineNetwork, nodes: list[dict[str, object]]) -> None:
    network.nodes.extend(nodes)
    network.node_ids.extend(node["id"] for node in nodes)
    network.node_map.update((node["id"], node) for node in nodes)


def _event_nodes(timeline: nx.MultiDiGraph[str], layout: TimelineLayout) -> list[dict[str, object]]:
    colours = colours_of(data["group"] for _, data in timeline.nodes(data=True) if data["kind"] == "event")
    tops = [0]
    for lane in layout.lanes:
        tops.append(tops[-1] + lane.rows * ROW + 2 * _LANE_PADDING)
    return [
        {
            "id": position.event,
            "label": timeline.nodes[position.event]["label"],
            "kind": "event",
            "x": _pixel(position, layout),
            "y": tops[position.lane] + _LANE_PADDING + round((position.row + 0.5) * ROW),
            **node_style(timeline.nodes[position.event]["status"], colours[timeline.nodes[position.event]["group"]]),
        }
        for position in layout.positions
    ]


def _pixel(position: EventPosition, layout: TimelineLayout) -> float:
    """Where an event stands on a page of ordinary width; undated ones stand to the right of all time."""
    if position.x is None:
        return PAGE_WIDTH + (position.column + 1) * ROW
    return round((position.x - layout.begin) / (layout.end - layout.begin) * PAGE_WIDTH, 2)


def _actor_nodes(content: Json) -> list[dict[str, object]]:
    actors = content["actors"]
    assert isinstance(actors, list)  # noqa: S101  # for the type checker: `actor_content` made it
    return [
        {
            "id": actor["id"],
            "label": actor["label"],
            "kind": "actor",
            "shape": "box",
            "x": index * _ACTORS_APART,
            "y": _ACTORS_TOP,
            "font": {"size": 12},
            "color": {"background": "#ffffff", "border": "#c4cad4"},
        }
        for index, actor in enumerate(actors)
    ]


def _edges(timeline: nx.MultiDiGraph[str], known: Mapping[str, object]) -> list[dict[str, object]]:
    """Participations, claims and relations between events, in an order that does not depend on the graph's."""
    edges = [
        {"from": source, "to": target, **_told(data), **LINES[data["kind"]]}
        for source, target, data in timeline.edges(data=True)
        if data["kind"] in LINES and source in known and target in known
    ]
    edges.sort(key=lambda edge: [str(edge.get(key, "")) for key in ("from", "to", *_TOLD)])
    return [{"id": f"edge/{index}", **edge} for index, edge in enumerate(edges)]


def _told(data: Mapping[str, object]) -> dict[str, object]:
    return {key: data[key] for key in _TOLD if data.get(key) is not None}
