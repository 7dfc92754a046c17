"""Coarse outlines of the world's land and borders for the map, from a package that ships them.

They come from bqplot (shapes of Natural Earth as the TopoJSON project cut them, BSD), which the extra `map` installs.
Only its file is read: importing bqplot would start a good part of Jupyter. Without it the map has its graticule alone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

_TOLERANCE = 1.0
"""Tenths of a degree that a line may stray: a pixel or less until the map shows a small part of a continent."""

_SMALLEST = 4
"""Tenths of a degree that an island must measure: smaller ones are dots, and there are hundreds."""

_ISLAND = 4
"""A ring with fewer points than this encloses nothing."""

Point = tuple[int, int]


def outlines_for(nodes: Iterable[Mapping[str, object]]) -> list[list[int]]:
    """The outlines, if one of these nodes has coordinates: a page without a map needs none.

    >>> outlines_for([])
    []
    """
    located = any(node.get("latitude") is not None and node.get("longitude") is not None for node in nodes)
    return outlines() if located else []


@cache
def outlines() -> list[list[int]]:
    """Lines as longitude and latitude in tenths of a degree, each point but the first told from the one before it.

    A line that ends where it begins encloses land, or a sea within land; an open one is a border between countries.
    The list is empty where bqplot is not installed; it is the same list every time, so leave it as it is.

    >>> all(len(line) % 2 == 0 for line in outlines())
    True
    """
    file = _file()
    return [] if file is None else trace(json.loads(file.read_text(encoding="utf-8")))


def trace(world: dict[str, Any]) -> list[list[int]]:  # Any: TopoJSON nests lists of several depths
    """The outlines in a TopoJSON of the world whose objects are its `land` and its `subunits`.

    Neighbours share their arcs there. Each arc is simplified once, so that no gap opens between them.

    >>> square = [[0, 0], [9, 0], [0, 9], [-9, 0], [0, -9]]
    >>> objects = {"land": {"type": "Polygon", "arcs": [[0]]}, "subunits": {"type": "MultiPolygon", "arcs": []}}
    >>> trace({"transform": {"scale": [1, 1], "translate": [0, 0]}, "arcs": [square], "objects": objects})
    [[0, 0, 90, 0, 0, 90, -90, 0, 0, -90]]
    """
    arcs = [_simplified(arc) for arc in _absolute(world)]
    land = list(_rings(world["objects"]["land"]))
    coast = {_number(arc) for ring in land for arc in ring}
    sides = Counter(_number(arc) for ring in _rings(world["objects"]["subunits"]) for arc in ring)
    shared = [arcs[arc] for arc, uses in sorted(sides.items()) if uses > 1 and arc not in coast]
    rings = [_joined(arcs, ring) for ring in land]
    borders = [line for arc in shared for line in _opened(arc)]
    return [_told(line) for line in [*filter(_is_seen, rings), *borders]]


def _file() -> Path | None:
    package = find_spec("bqplot")
    if package is None or package.origin is None:
        return None
    file = Path(package.origin).with_name("map_data") / "WorldMap.json"
    return file if file.is_file() else None


def _absolute(world: dict[str, Any]) -> Iterator[list[Point]]:
    """The arcs of a TopoJSON in tenths of a degree; it tells each point from the one before it."""
    across, up = world["transform"]["scale"]
    left, bottom = world["transform"]["translate"]
    for arc in world["arcs"]:
        columns = accumulate(x for x, _ in arc)
        rows = accumulate(y for _, y in arc)
        yield [
            (round((left + x * across) * 10), round((bottom + y * up) * 10)) for x, y in zip(columns, rows, strict=True)
        ]


def _rings(shape: dict[str, Any]) -> Iterator[list[int]]:
    """The rings of a shape and of all shapes in it, as numbers of arcs."""
    match shape["type"]:
        case "GeometryCollection":
            for inner in shape["geometries"]:
                yield from _rings(inner)
        case "MultiPolygon":
            for polygon in shape["arcs"]:
                yield from polygon
        case "Polygon":
            yield from shape["arcs"]


def _number(arc: int) -> int:
    """Which arc is meant: TopoJSON writes one that is walked backwards as ~number."""
    return arc if arc >= 0 else ~arc


def _joined(arcs: Sequence[list[Point]], ring: Sequence[int]) -> list[Point]:
    points: list[Point] = []
    for arc in ring:
        points.extend(arcs[arc] if arc >= 0 else reversed(arcs[~arc]))
    return points


def _opened(border: list[Point]) -> list[list[Point]]:
    """A border all around a country, such as Lesotho's, in two lines: one line that closes would be a shore.

    >>> _opened([(0, 0), (9, 0), (9, 9), (0, 0)])
    [[(0, 0), (9, 0), (9, 9)], [(9, 9), (0, 0)]]
    """
    if border[0] != border[-1]:
        return [border]
    half = len(border) // 2
    return [border[: half + 1], border[half:]] if half else []


def _is_seen(ring: Sequence[Point]) -> bool:
    """Whether anybody would see it on a map of the world."""
    if len(ring) < _ISLAND:
        return False
    columns = [x for x, _ in ring]
    rows = [y for _, y in ring]
    return max(max(columns) - min(columns), max(rows) - min(rows)) >= _SMALLEST


def _simplified(arc: Sequence[Point]) -> list[Point]:
    """The arc without the points it can do without (Douglas and Peucker), both ends kept.

    >>> _simplified([(0, 0), (5, 1), (10, 0), (10, 10)])
    [(0, 0), (10, 0), (10, 10)]
    """
    kept = {0, len(arc) - 1}
    # A stack, as some coasts would be deeper than Python recurses.
    stretches = [(0, len(arc) - 1)]
    while stretches:
        first, last = stretches.pop()
        middle = max(range(first + 1, last), key=lambda at: _away(arc[at], arc[first], arc[last]), default=None)
        if middle is not None and _away(arc[middle], arc[first], arc[last]) > _TOLERANCE:
            kept.add(middle)
            stretches += [(first, middle), (middle, last)]
    return [arc[at] for at in sorted(kept)]


def _away(point: Point, begin: Point, end: Point) -> float:
    """How far a point lies from a straight piece, in tenths of a degree."""
    across, up = end[0] - begin[0], end[1] - begin[1]
    x, y = point[0] - begin[0], point[1] - begin[1]
    length = across * across + up * up
    along = max(0.0, min(1.0, (x * across + y * up) / length)) if length else 0.0
    return float(((x - along * across) ** 2 + (y - along * up) ** 2) ** 0.5)


def _told(line: Sequence[Point]) -> list[int]:
    """The first point, then the steps; where arcs meet a point stands twice, and needs no step."""
    steps = [(right[0] - left[0], right[1] - left[1]) for left, right in pairwise(line)]
    return [*line[0], *(number for step in steps if step != (0, 0) for number in step)]
