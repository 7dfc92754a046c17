"""Joins template, styles, scripts and data into one file that opens from disk, offline.

The page runs vis-network, its own script and the few lines that unpack these, and nothing else: a
Content-Security-Policy names them by their hashes and forbids all other sources. Scripts and data are blocks of base64:
what is drawn at once, the sentences that are read later, and the scripts, which are most of a small page.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Final, Protocol

from jinja2 import Environment
from markupsafe import Markup

from chronotope.errors import UnreadableGraph
from chronotope.show.html.appearance import PAPER
from chronotope.show.html.labels import LOCALES, labels_in
from chronotope.show.html.modules import join_modules
from chronotope.show.html.packing import Json, Row, columns, deflated, numbered, packed, table

if TYPE_CHECKING:
    from chronotope.show.html.network import Content

_VIS_NETWORK: Final = "templates/lib/vis-9.1.2/vis-network.min.js"


class Drawn(Protocol):
    """What a page is made of: the nodes, edges and options of a pyvis network, and what else is to be told."""

    nodes: list[dict[str, object]]
    edges: list[dict[str, object]]
    options: dict[str, object]
    content: Content


def render_page(network: Drawn) -> str:
    """Write a network down as one HTML page. The same network gives the same bytes."""
    scripts = [_vis_network(), _own_script()]
    style = _style()
    content = network.content
    template = Environment(autoescape=True, keep_trailing_newline=True).from_string(_read("page.html"))
    # zlib works beside us: it needs none of what Python locks.
    with ThreadPoolExecutor(max_workers=1) as beside:
        texts = beside.submit(packed, content.texts)
        data = packed(_data(network))
    return template.render(
        title=content.title,
        language=content.language,
        labels=labels_in(content.language),
        policy=_policy([_loader(), *scripts], style),
        style=_inline(style, "style"),
        scripts=[_packed_script(script) for script in scripts],
        loader=_inline(_loader(), "script"),
        data=data,
        texts=texts.result(),
    )


def _data(network: Drawn) -> Json:
    """What is drawn at once: nodes with all that is known of them, edges between their numbers, and lists.

    Nodes are numbered as they stand here: events, actors, places, and what a user may have added.
    """
    content = network.content
    drawn = [_in_text(node) for node in network.nodes]
    known = content.events.keys() | content.actors.keys() | content.places.keys()
    nodes: dict[str, list[Row]] = {
        "events": _known(drawn, "event", content.events),
        "actors": _known(drawn, "actor", content.actors),
        "places": _known(drawn, "place", content.places),
        "others": [node for node in drawn if node["id"] not in known],
    }
    numbers = numbered(node["id"] for kind in nodes.values() for node in kind)
    _check_numbers(numbers, nodes)
    for number, event in enumerate(nodes["events"]):
        _finish(event, number, numbers)
    edges = [edge for edge in network.edges if str(edge["from"]) in numbers and str(edge["to"]) in numbers]
    ends = {end: [numbers[str(edge[end])] for edge in edges] for end in ("from", "to")}
    lists = {
        "articles": content.articles,
        "types": content.types,
        "groups": content.groups,
        "statuses": content.statuses,
    }
    return {
        "title": content.title,
        "folder": content.folder,
        "language": content.language,
        "locale": LOCALES[content.language],
        "labels": dict(labels_in(content.language)),
        "options": network.options,
        "paper": PAPER,
        "whole": content.whole,
        "opening": content.opening,
        "outlines": content.outlines,
        **{kind: table(rows) for kind, rows in nodes.items()},
        "edges": {"length": len(edges), "columns": {**columns(edges), **ends}},
        **{name: [{"id": key, **record} for key, record in records.items()] for name, records in lists.items()},
    }


def _finish(event: Row, index: int, numbers: Mapping[str, int]) -> None:
    """Places become numbers of nodes, and what the page has no use for is left out.

    It places events itself, and their own numbers are needed only where a user has changed the order.
    """
    event["places"] = [numbers[place] for place in event["places"] if place in numbers]
    event.pop("x", None)
    event.pop("y", None)
    if event["number"] == index:
        del event["number"]


def _in_text(node: dict[str, object]) -> Row:
    """A node whose identifier and label are text: pyvis takes numbers too, and makes them labels."""
    name, label = node["id"], node.get("label")
    if type(name) is str and type(label) is str:
        return node
    return {**node, "id": str(name), "label": str(name if label is None else label)}


def _check_numbers(numbers: Mapping[str, int], nodes: Mapping[str, Sequence[Row]]) -> None:
    """Two nodes of one name would move the numbers of all that come after them."""
    if len(numbers) == sum(map(len, nodes.values())):
        return
    names = Counter(str(node["id"]) for kind in nodes.values() for node in kind)
    [(name, times)] = names.most_common(1)
    raise UnreadableGraph(name, "id", f"{times} nodes have it", remedy="rename the others, or take them out")


def _known(nodes: Iterable[Row], kind: str, records: Mapping[str, Json]) -> list[Row]:
    """The nodes of a kind, each with what is known of it."""
    return [{**node, **records[node["id"]]} for node in nodes if node.get("kind") == kind and node["id"] in records]


def _policy(scripts: list[str], style: str) -> str:
    """Nothing but what is in the page. Pictures may be data, since vis-network's style names some."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(_digest(script) for script in scripts)}",
            f"style-src {_digest(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _inline(content: str, element: str) -> Markup:
    """Our own content, as it is: escaping it would break it. It must not hold what ends its element."""
    if f"</{element}" in content.lower() or "<!--" in content:
        raise ValueError(f"a {element} cannot be put into the page: it holds the end of its own element")
    return Markup(content)  # noqa: S704  # checked just above


def _own_script() -> str:
    return _joined("main.js")


def _loader() -> str:
    return _joined("loader.js")


@cache
def _joined(entry: str) -> str:
    scripts = files(__package__).joinpath("page/scripts")
    return join_modules({path: _text(file) for path, file in _below(scripts) if path.endswith(".js")}, entry)


@cache
def _packed_script(script: str) -> str:
    return deflated(script)


@cache
def _style() -> str:
    """The style sheets by name, "base.css" first: it holds the colours that the others use."""
    styles = sorted(
        _below(files(__package__).joinpath("page/styles")), key=lambda item: (item[0] != "base.css", item[0])
    )
    return "\n".join(_text(file) for path, file in styles if path.endswith(".css"))


def _below(folder: Traversable, prefix: str = "") -> Iterable[tuple[str, Traversable]]:
    for inside in folder.iterdir():
        if inside.is_dir():
            yield from _below(inside, f"{prefix}{inside.name}/")
        else:
            yield f"{prefix}{inside.name}", inside


@cache
def _vis_network() -> str:
    """vis-network as pyvis ships it, without the address of its source map, which is no part of the page."""
    source = _text(files("pyvis").joinpath(_VIS_NETWORK))
    return re.sub(r"\n//# sourceMappingURL=.*", "", source)


def _read(name: str) -> str:
    return _text(files(__package__).joinpath("page", name))


def _text(file: Traversable) -> str:
    return file.read_text(encoding="utf-8")
