"""Pages of other libraries with the graph of a timeline: what the explorer is measured beside.

Cytoscape.js and vis-timeline are fetched by npm into a temporary folder, and are no part of the repository. All pages
hold their library, so that none asks a network for anything. They carry labels and places, and no evidence.
"""

from __future__ import annotations

import json
import math
import re
import shutil
import subprocess
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from pyvis.network import Network

from chronotope.show.timeline import Timeline
from chronotope.timeline.layout import extent_of

PACKAGES: Final = {"cytoscape": "3.34.4", "vis-timeline": "8.5.4"}
_LIBRARIES: Final = {
    "cytoscape": {"library": "dist/cytoscape.min.js"},
    "vis-timeline": {
        "library": "standalone/umd/vis-timeline-graph2d.min.js",
        "style": "styles/vis-timeline-graph2d.min.css",
    },
}
_TEMPLATES: Final = Path(__file__).with_name("peers")
_APART: Final = 40
_DRAWN: Final = ("participation", "claim", "before", "during", "causes", "sub-event")
"""Kinds of edges between events and actors; those to places are lanes of the explorer, and no lines."""
# Bootstrap, which pyvis asks a network for even where all is to stand in line.
_FROM_NETWORK: Final = re.compile(r'<link\s[^>]*href="https:[^>]*>|<script\s[^>]*src="https:[^>]*></script>')
# vis-network draws within the frame after it is made, and tells nobody who came later.
_WHEN_DRAWN: Final = (
    '<script>requestAnimationFrame(() => { document.documentElement.dataset.ready = "true"; });</script>'
)
_MILLISECONDS: Final = 1000


class NoLibraries(Exception):
    """The libraries of the peers cannot be had here."""


class Graph(NamedTuple):
    """Events and actors with a place for each, and the edges among them that the explorer draws too; JSON."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    items: list[dict[str, Any]]
    """The dated events alone, as a timeline wants them."""


def fetch_libraries(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """The sources of the peers' libraries, by package and by what they are in its page."""
    npm = shutil.which("npm")
    if npm is None:
        raise NoLibraries("npm is not installed")
    found = {}
    for package, version in PACKAGES.items():
        command = [npm, "pack", f"{package}@{version}", "--loglevel", "error", "--pack-destination", str(folder)]
        try:
            subprocess.run(command, check=True, capture_output=True, text=True, timeout=120, cwd=folder)
        except subprocess.CalledProcessError as failure:
            raise NoLibraries(
                f"npm cannot fetch {package} {version}: {' '.join(str(failure.stderr).split())[:200]}"
            ) from failure
        except subprocess.TimeoutExpired as failure:
            raise NoLibraries(f"npm did not fetch {package} {version} within two minutes") from failure
        with tarfile.open(folder / f"{package}-{version}.tgz") as archive:
            found[package] = {part: _member(archive, name) for part, name in _LIBRARIES[package].items()}
    return found


def graph_of(timeline: Timeline) -> Graph:
    """Give each event a place by its time, in rows that fill a wide area evenly; actors stand above."""
    events = [node for node, data in timeline.nodes(data=True) if data["kind"] == "event"]
    actors = [node for node, data in timeline.nodes(data=True) if data["kind"] == "actor"]
    extents = {event: extent_of(timeline.nodes[event]) for event in events}
    middles = [extent.middle for extent in extents.values() if extent]
    begin, end = min(middles), max(middles)
    rows = math.ceil(math.sqrt(len(events) / 2))
    places = {
        event: (2 * rows * _APART * ((extent.middle - begin) / (end - begin) if extent else 1.05), index % rows)
        for index, (event, extent) in enumerate(extents.items())
    }
    places |= {actor: (index % (2 * rows) * _APART, -2 - index // (2 * rows)) for index, actor in enumerate(actors)}
    known = [
        (source, target)
        for source, target, data in timeline.edges(data=True)
        if data["kind"] in _DRAWN and source in places and target in places
    ]
    return Graph(
        nodes=[
            {"id": node, "label": timeline.nodes[node]["label"], "x": round(x), "y": row * _APART}
            for node, (x, row) in places.items()
        ],
        edges=[{"id": f"edge/{index}", "from": one, "to": other} for index, (one, other) in enumerate(known)],
        items=[_item(event, timeline.nodes[event]["label"], extent) for event, extent in extents.items() if extent],
    )


def pyvis_page(graph: Graph) -> str:
    """What `Network.write_html` writes, physics off, less the links to Bootstrap, with a line to say when it is drawn.

    The lists are filled directly: `add_node` and `add_edge` look through all that is there each time.
    """
    network = Network(height="850px", width="1390px", directed=True, cdn_resources="in_line")
    network.toggle_physics(False)
    network.nodes = [{**node, "shape": "dot", "size": 8} for node in graph.nodes]
    network.edges = graph.edges
    html: str = network.generate_html()
    return _FROM_NETWORK.sub("", html).replace("</body>", f"{_WHEN_DRAWN}</body>")


def cytoscape_page(graph: Graph, library: Mapping[str, str]) -> str:
    """Cytoscape.js with its preset layout."""
    return _filled("cytoscape.html", {**library, "data": _json({"nodes": graph.nodes, "edges": graph.edges})})


def vis_timeline_page(graph: Graph, library: Mapping[str, str]) -> str:
    """vis-timeline with dated events alone: it knows neither actors nor edges."""
    return _filled("vis-timeline.html", {**library, "data": _json({"items": graph.items})})


def _item(event: str, label: str, extent: Any) -> dict[str, Any]:
    """`Any`: an extent whose ends may be open, in seconds; the library counts milliseconds."""
    begin = extent.middle if extent.begin is None else extent.begin
    item = {"id": event, "content": label, "start": begin * _MILLISECONDS}
    return item if extent.end is None else {**item, "end": extent.end * _MILLISECONDS}


def _member(archive: tarfile.TarFile, name: str) -> str:
    file = archive.extractfile(f"package/{name}")
    if file is None:
        raise NoLibraries(f"a package of npm holds no {name}")
    return file.read().decode()


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _filled(template: str, parts: Mapping[str, str]) -> str:
    page = (_TEMPLATES / template).read_text(encoding="utf-8")
    for name, text in parts.items():
        page = page.replace(f"/*{name}*/", re.sub("</(?=script|style)", r"<\\/", text, flags=re.IGNORECASE))
    return page
