"""Joins ECMAScript modules into one script, so that a page needs no other file.

Each module becomes a function of its own whose exports others take: names are private to their file, as in modules.
Only what the page's sources use is understood: `import { a, b } from "./other.js";` at the beginnings of lines, and
`export` before `function`, `const` and `class`. Comments and indentation stay behind, a third of the sources: they are
for those who read these, and every page would carry them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath
from typing import Final

_IMPORT: Final = re.compile(r'^import \{(?P<names>[^}]*)\} from "(?P<path>\.[\w./-]+\.js)";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:function\*? |class |const )(?P<name>\w+))", re.MULTILINE)
_NAMED: Final = re.compile(r"^export (?:async )?(?:function\*?|class|const) (?P<name>\w+)", re.MULTILINE)
_COMMENT: Final = re.compile(r"^[ ]*(?:/\*\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_INDENT: Final = re.compile(r"^ +", re.MULTILINE)
_LEFT: Final = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def join_modules(sources: Mapping[str, str], entry: str) -> str:
    """Join modules, each after those it imports; what `entry` does not need is left out.

    Raises `ValueError` for a circle of imports, a module or an export that is not there, and for other forms of import.

    >>> print(join_modules({
    ...     "main.js": 'import { half } from "./maths/numbers.js";\\nhalf(4);\\n',
    ...     "maths/numbers.js": "export function half(n) { return n / 2; }\\n",
    ... }, "main.js"))
    "use strict";
    (() => {
    const maths_numbers = (() => {
    function half(n) { return n / 2; }
    return { half };
    })();
    const main = (() => {
    const { half } = maths_numbers;
    half(4);
    return {  };
    })();
    })();
    """
    written: dict[str, str] = {}

    def add(path: str, waiting: tuple[str, ...]) -> None:
        if path in waiting:
            raise ValueError(f"modules import each other in a circle: {' → '.join((*waiting, path))}")
        if path in written:
            return
        if path not in sources:
            raise ValueError(f"{waiting[-1] if waiting else 'the entry'} imports {path}, which is not there")
        for match in _IMPORT.finditer(sources[path]):
            imported = _resolved(path, match["path"])
            add(imported, (*waiting, path))
            if missing := _names(match["names"]) - _exports(sources[imported]):
                raise ValueError(f"{imported} does not export {', '.join(sorted(missing))}, which {path} imports")
        written[path] = _wrapped(path, sources[path])

    add(entry, ())
    return "\n".join(['"use strict";', "(() => {", *written.values(), "})();"])


def _wrapped(path: str, source: str) -> str:
    taken = _IMPORT.sub(
        lambda match: (
            f"const {{{match['names'].rstrip(', ' + chr(10))} }} = {_variable(_resolved(path, match['path']))};\n"
        ),
        source,
    )
    body = _INDENT.sub("", _COMMENT.sub("", _EXPORT.sub("", taken))).strip("\n")
    if any(line.count("`") % 2 for line in body.splitlines()):
        raise ValueError(f"{path}: a template literal of several lines would lose its indentation")
    if left := _LEFT.search(body):
        raise ValueError(f"{path}: a form of import or export that cannot be joined: {left[0]}")
    exports = ", ".join(match["name"] for match in _NAMED.finditer(source))
    return f"const {_variable(path)} = (() => {{\n{body}\nreturn {{ {exports} }};\n}})();"


def _resolved(importer: str, path: str) -> str:
    return normpath(join(dirname(importer), path))


def _names(listed: str) -> set[str]:
    return {name.strip() for name in listed.split(",") if name.strip()}


def _exports(source: str) -> set[str]:
    return {match["name"] for match in _NAMED.finditer(source)}


def _variable(path: str) -> str:
    return re.sub(r"\W", "_", path.removesuffix(".js"))
