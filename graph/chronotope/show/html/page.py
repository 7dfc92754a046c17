"""Joins template, style, scripts and data into one file that opens from disk, offline.

The page runs its own two scripts and nothing else: a Content-Security-Policy names them by their hashes, forbids all
other sources, and the data is a block of JSON that no text in it can leave.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, Protocol

from jinja2 import Environment
from markupsafe import Markup

_ENTRY: Final = "main.js"
_VIS_NETWORK: Final = "templates/lib/vis-9.1.2/vis-network.min.js"

_ESCAPES: Final = str.maketrans(
    {"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"}
)

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(?P<name>[\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function |const |class )", re.MULTILINE)


class Drawn(Protocol):
    """What a page is made of: the nodes, edges and options of a pyvis network, and what else is to be told."""

    nodes: list[dict[str, object]]
    edges: list[dict[str, object]]
    options: dict[str, object]
    content: Mapping[str, object]


def render_page(network: Drawn) -> str:
    """Write a network down as one HTML page. The same network gives the same bytes."""
    scripts = [_vis_network(), _own_script()]
    style = _read("style.css")
    data = {**network.content, "nodes": network.nodes, "edges": network.edges, "options": network.options}
    template = Environment(autoescape=True, keep_trailing_newline=True).from_string(_read("page.html"))
    return template.render(
        title=network.content["title"],
        language=network.content["language"],
        labels=network.content["labels"],
        policy=_policy(scripts, style),
        style=_inline(style, "style"),
        scripts=[_inline(script, "script") for script in scripts],
        data=Markup(json_block(data)),  # noqa: S704  # json_block leaves nothing that HTML would read
    )


def json_block(data: object) -> str:
    r"""JSON that can stand between script tags whatever its texts say.

    >>> json_block({"label": "</script><b>"})
    '{"label":"\\u003c/script\\u003e\\u003cb\\u003e"}'
    """
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")).translate(_ESCAPES)


def join_modules(sources: Mapping[str, str], entry: str) -> str:
    """Join modules into one script, each after those it imports. They share one scope, so names must differ.

    >>> print(join_modules({
    ...     "main.js": 'import { half } from "./numbers.js";\\nhalf(4);\\n',
    ...     "numbers.js": "export function half(n) { return n / 2; }\\n",
    ... }, "main.js"))
    "use strict";
    (() => {
    function half(n) { return n / 2; }
    half(4);
    })();
    """
    ordered: dict[str, str] = {}

    def add(name: str) -> None:
        for match in _IMPORT.finditer(sources[name]):
            if match["name"] not in ordered:
                add(match["name"])
        ordered[name] = _EXPORT.sub("", _IMPORT.sub("", sources[name])).strip("\n")

    add(entry)
    body = "\n".join(ordered.values())
    return f'"use strict";\n(() => {{\n{body}\n}})();'


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


@cache
def _own_script() -> str:
    here = files(__package__)
    return join_modules({file.name: _read(file.name) for file in here.iterdir() if file.name.endswith(".js")}, _ENTRY)


@cache
def _vis_network() -> str:
    """vis-network as pyvis ships it, without the address of its source map, which is no part of the page."""
    source = files("pyvis").joinpath(_VIS_NETWORK).read_text(encoding="utf-8")
    return re.sub(r"\n//# sourceMappingURL=.*", "", source)


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
