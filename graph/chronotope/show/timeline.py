"""A timeline: a graph like any other of NetworkX, that can also show itself."""

from __future__ import annotations

from html import escape
from os import PathLike
from typing import TYPE_CHECKING

import networkx as nx

from chronotope.garbage import no_collecting

if TYPE_CHECKING:
    from chronotope.show.html.network import TimelineNetwork

    Graph = nx.MultiDiGraph[str]
else:
    Graph = nx.MultiDiGraph  # only its stubs know what nodes are


class Timeline(Graph):
    """Events, actors, places and times, and how they hang together; all of NetworkX works on it.

    `graph["title"]` and `graph["language"]` say what stands above the page and in which language it speaks,
    `graph["folder"]` the name of the chronicle that it was made of, if it was.

    >>> timeline = Timeline(title="Kabul", language="en")
    >>> timeline.add_node("event/1", kind="event", label="attack")
    >>> timeline.subgraph(["event/1"]).copy()
    <Timeline 'Kabul': 1 nodes, 0 edges>
    """

    def to_pyvis(self) -> TimelineNetwork:
        """This timeline drawn with pyvis: its nodes and edges can be looked at and changed before it is written."""
        # pyvis brings IPython along, which takes longer to load than most timelines take to build.
        from chronotope.show.html.network import to_pyvis  # noqa: PLC0415

        return to_pyvis(self, title=self._title, language=self.graph.get("language") or "en")

    def to_html(self, path: str | PathLike[str]) -> None:
        """Write one page that opens from disk and needs nothing else. An older one is replaced by a whole new one."""
        with no_collecting():
            self.to_pyvis().write_html(path)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, so that notebook and page cannot touch each other."""
        page = escape(self.to_pyvis().generate_html(), quote=True)
        return (
            f'<iframe srcdoc="{page}" sandbox="allow-scripts allow-popups allow-downloads allow-modals" '
            'width="100%" height="640" style="border:0" loading="lazy"></iframe>'
        )

    def __repr__(self) -> str:
        return f"<Timeline {self._title!r}: {self.number_of_nodes()} nodes, {self.number_of_edges()} edges>"

    @property
    def _title(self) -> str:
        return str(self.graph.get("title") or "Chronotope")
