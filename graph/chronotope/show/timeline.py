"""A timeline: a graph like any other of NetworkX, that can also show itself."""

from __future__ import annotations

from html import escape
from os import PathLike
from typing import TYPE_CHECKING

import networkx as nx  # type: ignore[import-untyped]  # networkx carries no types

if TYPE_CHECKING:
    from chronotope.show.html.network import TimelineNetwork


class Timeline(nx.MultiDiGraph):  # type: ignore[misc]  # networkx carries no types, so MultiDiGraph is Any
    """Events, actors, places and times, and how they hang together; all of NetworkX works on it.

    `graph["title"]` and `graph["language"]` say what stands above the page and in which language it speaks.

    >>> timeline = Timeline(title="Kabul", language="en")
    >>> timeline.add_node("event/1", kind="event", label="attack")
    >>> timeline.subgraph(["event/1"]).copy()
    <Timeline 'Kabul': 1 nodes, 0 edges>
    """

    def to_pyvis(self) -> TimelineNetwork:
        """This timeline drawn with pyvis: its nodes and edges can be looked at and changed before it is written."""
        # pyvis brings IPython along, which takes longer to load than most timelines take to build.
        from chronotope.show.html.network import to_pyvis  # noqa: PLC0415

        return to_pyvis(self, title=self.graph.get("title", "Chronotope"), language=self.graph.get("language", "en"))

    def to_html(self, path: str | PathLike[str]) -> None:
        """Write one page that opens from disk and needs nothing else. An older file is replaced only by a whole new one."""
        self.to_pyvis().write_html(path)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, so that notebook and page cannot touch each other."""
        page = escape(self.to_pyvis().generate_html(), quote=True)
        return (
            f'<iframe srcdoc="{page}" sandbox="allow-scripts allow-popups" '
            'width="100%" height="640" style="border:0" loading="lazy"></iframe>'
        )

    def __repr__(self) -> str:
        title = self.graph.get("title", "Chronotope")
        return f"<Timeline {title!r}: {self.number_of_nodes()} nodes, {self.number_of_edges()} edges>"
