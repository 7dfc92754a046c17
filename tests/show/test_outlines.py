"""Outlines are cut from a small world of two countries here; the real ones are looked at where bqplot is installed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from chronotope.show.html.outlines import outlines, outlines_for, trace

HAS_BQPLOT = find_spec("bqplot") is not None


def world(
    arcs: list[list[list[int]]], land: list[list[int]], *countries: list[list[int]]
) -> dict[str, Any]:  # Any: JSON
    """A TopoJSON whose numbers are degrees."""
    return {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": arcs,
        "objects": {
            "land": {"type": "MultiPolygon", "arcs": [land]},
            "subunits": {
                "type": "GeometryCollection",
                "geometries": [{"type": "Polygon", "arcs": country} for country in countries],
            },
        },
    }


def neighbours() -> dict[str, Any]:
    """A square of ten degrees with a border down its middle: its western shore, its eastern shore, the border."""
    west = [[5, 0], [-5, 0], [0, 10], [5, 0]]
    east = [[5, 10], [5, 0], [0, -10], [-5, 0]]
    border = [[5, 10], [0, -10]]
    return world([west, east, border], [[0, 1]], [[0, 2]], [[1, -3]])


def around() -> dict[str, Any]:
    """A country within another."""
    outer = [[0, 0], [30, 0], [0, 30], [-30, 0], [0, -30]]
    inner = [[10, 10], [10, 0], [0, 10], [-10, 0], [0, -10]]
    return world([outer, inner], [[0]], [[0], [-2]], [[1]])


def points(line: list[int]) -> list[tuple[int, int]]:
    """A line as the page decodes it."""
    x = y = 0
    decoded = []
    for right, up in zip(line[::2], line[1::2], strict=True):
        x, y = x + right, y + up
        decoded.append((x, y))
    return decoded


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    """Each test reads the file that is there at its time."""
    outlines.cache_clear()
    yield
    outlines.cache_clear()


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of the same name that cannot be imported: only its file may be read."""
    data = tmp_path / "bqplot" / "map_data"
    data.mkdir(parents=True)
    (tmp_path / "bqplot" / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    (data / "WorldMap.json").write_text(json.dumps(neighbours()), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return data / "WorldMap.json"


def test_shores_close_and_borders_do_not() -> None:
    shore, border = (points(line) for line in trace(neighbours()))
    assert shore[0] == shore[-1]
    assert set(shore) == {(0, 0), (0, 100), (100, 100), (100, 0), (50, 0), (50, 100)}
    assert border == [(50, 100), (50, 0)]


def test_a_border_around_a_country_does_not_become_a_shore() -> None:
    shore, *border = (points(line) for line in trace(around()))
    assert shore[0] == shore[-1]
    assert all(line[0] != line[-1] for line in border)
    assert border[0][-1] == border[1][0]
    assert border[1][-1] == border[0][0]


@pytest.mark.parametrize(
    ("bulge", "corners"),
    [
        pytest.param(0, 5, id="straight"),
        pytest.param(1, 6, id="a degree is seen"),
    ],
)
def test_a_point_that_nobody_would_miss_goes(bulge: int, corners: int) -> None:
    shore = [[0, 0], [10, -bulge], [10, bulge], [0, 20], [-20, 0], [0, -20]]
    assert len(points(trace(world([shore], [[0]]))[0])) == corners


def test_specks_go() -> None:
    speck = world([[[0, 0], [2, 0], [0, 2], [-2, 0], [0, -2]]], [[0]])
    speck["transform"]["scale"] = [0.1, 0.1]
    assert trace(speck) == []


def test_reads_the_file_without_importing_the_package(installed: Path) -> None:
    assert installed.is_file()
    assert outlines() == trace(neighbours())
    assert "bqplot" not in sys.modules


def test_without_the_file_there_are_none(installed: Path) -> None:
    installed.unlink()
    assert outlines() == []


def test_without_the_package_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chronotope.show.html.outlines.find_spec", lambda _: None)
    assert outlines() == []


@pytest.mark.parametrize(
    ("attributes", "drawn"),
    [
        pytest.param({"latitude": 34.5, "longitude": 69.2}, True, id="a place on the map"),
        pytest.param({"latitude": 0.0, "longitude": 0.0}, True, id="where the equator meets Greenwich"),
        pytest.param({"latitude": None, "longitude": None}, False, id="a place somewhere"),
        pytest.param({}, False, id="a graph of somebody's own"),
    ],
)
@pytest.mark.usefixtures("installed")
def test_only_a_timeline_with_a_map_has_them(attributes: dict[str, float | None], drawn: bool) -> None:
    assert bool(outlines_for([attributes])) is drawn


@pytest.mark.skipif(not HAS_BQPLOT, reason="the extra `map` is not installed")
def test_the_world_is_small_and_whole() -> None:
    lines = [points(line) for line in outlines()]
    assert len(json.dumps(outlines(), separators=(",", ":"))) <= 40_000
    longitudes, latitudes = zip(*(point for line in lines for point in line), strict=True)
    assert (min(longitudes), max(longitudes)) == (-1800, 1800)
    assert min(latitudes) >= -900
    assert max(latitudes) <= 900
    shores = [line for line in lines if line[0] == line[-1]]
    assert 50 < len(shores) < len(lines)
