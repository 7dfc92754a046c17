"""Measures the explorer's page on made-up timelines, beside plain pyvis, Cytoscape.js and vis-timeline.

    python benchmarks/explorer.py [--sizes 50,1000,5000,20000] [--runs 5] [--no-peers] [--keep FOLDER]

Each page is opened in a headless Chromium of its own, with software rendering, 1400×860, from disk and offline. The
peers get the same events and actors, and the same edges among them; their libraries are fetched by npm.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from explorer_peers import (  # type: ignore[import-not-found]  # beside this script
    PACKAGES,
    Graph,
    NoLibraries,
    cytoscape_page,
    fetch_libraries,
    graph_of,
    pyvis_page,
    vis_timeline_page,
)
from explorer_visits import (  # type: ignore[import-not-found]  # beside this script
    EXPLORER,
    LIMIT,
    STEPS,
    Steps,
    Visit,
    visit,
)
from synthetic_prose import compression  # type: ignore[import-not-found]  # beside this script
from synthetic_timeline import synthetic_timeline  # type: ignore[import-not-found]  # beside this script

from chronotope.show.timeline import Timeline

SIZES: Final = (50, 1_000, 5_000, 20_000)
PEER_RUNS: Final = 3
_NEVER: Final = float("inf")

TARGETS: Final[Mapping[str, Mapping[int, float]]] = {
    "export, s": {20_000: 2},
    "file, MB": {50: 0.8, 1_000: 1.3, 20_000: 6},
    "interactive, s": {1_000: 0.8, 5_000: 1.2, 20_000: 2},
    "zoom step, ms: work, median": {20_000: 33},
    "zoom step, ms: work, 95th percentile": {20_000: 33},
    "zoom step, ms: frame to frame, median": {20_000: 33.4},
    "pan step, ms: work, median": {20_000: 33},
    "pan step, ms: work, 95th percentile": {20_000: 33},
    "pan step, ms: frame to frame, median": {20_000: 33.4},
    "select, ms: first": dict.fromkeys(SIZES, 100),
    "select, ms: later, median": dict.fromkeys(SIZES, 100),
    "marks that moved after the first draw": dict.fromkeys(SIZES, 0),
    "layout shift after the first draw": dict.fromkeys(SIZES, 0),
}
"""What is to be reached, at most, by measure and number of events. Two frames of 60 a second take 33.4 ms."""


class Column(NamedTuple):
    """The figures of one number of events."""

    events: int
    figures: Mapping[str, float]


class Row(NamedTuple):
    """The figures of one library for one number of events."""

    events: int
    name: str
    megabytes: float
    visits: Sequence[Visit]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="numbers of events, with commas between")
    parser.add_argument("--runs", type=int, default=5, help="figures are medians of so many")
    parser.add_argument("--no-peers", action="store_true", help="the explorer alone")
    parser.add_argument("--keep", type=Path, help="leave the pages in this folder")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        # What is loaded once is no part of what an export takes.
        synthetic_timeline(50).to_html(folder / "warm.html")
        libraries, missing = (None, "") if arguments.no_peers else _libraries(Path(temporary))
        columns, rows = [], []
        for size in arguments.sizes:
            timeline = synthetic_timeline(size)
            print(f"{size:,} events: {_described(timeline)}", flush=True)
            column, row = explorer_figures(timeline, size, folder, arguments.runs)
            columns.append(column)
            rows.append(row)
            if libraries is not None:
                rows.extend(peer_rows(graph_of(timeline), size, folder, libraries))
    load = " ".join(f"{figure:.1f}" for figure in os.getloadavg())
    print(f"\n{os.cpu_count()} cores; load in the last 1, 5 and 15 minutes: {load}")
    print_explorer(columns)
    if missing:
        print(f"\nThe peers are left out: {missing}.")
    elif libraries is not None:
        print_peers(rows)


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(",") if size)


def _libraries(folder: Path) -> tuple[Mapping[str, Mapping[str, str]] | None, str]:
    """The peers' libraries, or why there are none."""
    try:
        return fetch_libraries(folder), ""
    except NoLibraries as reason:
        return None, str(reason)


def _described(timeline: Timeline) -> str:
    """What is in a timeline, and how near its sentences come to prose."""
    told = {said.sentence for _, data in timeline.nodes(data=True) for said in data.get("evidence", ())}
    kinds = [data["kind"] for *_, data in timeline.edges(data=True)]
    tied = sum(kind not in {"place", "contained-in"} for kind in kinds)
    actors, places = (
        sum(data["kind"] == kind for _, data in timeline.nodes(data=True)) for kind in ("actor", "place")
    )  # fmt: skip
    return (
        f"{actors:,} actors, {places:,} places, {tied:,} edges and {len(kinds) - tied:,} more to and among places; "
        f"{len(told):,} sentences, which zlib makes {compression(sorted(told)):.2f} times smaller"
    )


def explorer_figures(timeline: Timeline, size: int, folder: Path, runs: int) -> tuple[Column, Row]:
    """Write the page and visit it, some times over."""
    path = folder / f"explorer-{size}.html"
    seconds = [_export(timeline, path) for _ in range(runs)]
    visits = [visit(path, EXPLORER) for _ in range(runs)]
    megabytes = path.stat().st_size / 1e6
    firsts = [each.selections[0] for each in visits if each.selections]
    later = [taken for each in visits for taken in each.selections[1:]]
    figures = {
        "export, s": statistics.median(seconds),
        "file, MB": megabytes,
        "interactive, s": _median(each.ready for each in visits),
        **_step_figures("zoom", [each.zoom for each in visits]),
        **_step_figures("pan", [each.pan for each in visits]),
        "select, ms: first": _median(firsts),
        "select, ms: later, median": _median(later),
        "select, ms: later, 95th percentile": _percentile(later),
        "marks that moved after the first draw": max(each.moved for each in visits),
        "layout shift after the first draw": max(each.shifted for each in visits),
        "visits in which the picture changed after the first draw": sum(each.redrawn for each in visits),
        "longest task of the half second after, ms": _median(each.longest for each in visits),
        "memory, MB": _median(each.memory for each in visits),
    }
    return Column(size, figures), Row(size, "explorer", megabytes, visits)


def _export(timeline: Timeline, path: Path) -> float:
    started = time.perf_counter()
    timeline.to_html(path)
    return time.perf_counter() - started


def _step_figures(name: str, gestures: Sequence[Steps | None]) -> dict[str, float]:
    """The medians of what the gestures of all visits say; where one did not end, there is no figure."""
    ended = [steps for steps in gestures if steps is not None]
    if len(ended) < len(gestures):
        return {f"{name} step, ms: work, median": _NEVER}
    return {
        f"{name} step, ms: work, median": _median(_median(steps.work) for steps in ended),
        f"{name} step, ms: work, 95th percentile": _median(_percentile(steps.work) for steps in ended),
        f"{name} step, ms: frame to frame, median": _median(_median(steps.intervals) for steps in ended),
        f"{name} step, ms: frame to frame, 95th percentile": _median(_percentile(steps.intervals) for steps in ended),
        f"{name}, tasks over 50 ms in {STEPS} steps": _median(steps.long_tasks for steps in ended),
    }


def peer_rows(graph: Graph, size: int, folder: Path, libraries: Mapping[str, Mapping[str, str]]) -> Iterable[Row]:
    """Write and visit the pages of the peers. One that took too long is not asked again."""
    pages = {
        "pyvis": pyvis_page(graph),
        "Cytoscape.js": cytoscape_page(graph, libraries["cytoscape"]),
        "vis-timeline": vis_timeline_page(graph, libraries["vis-timeline"]),
    }
    for name, html in pages.items():
        path = folder / f"{name.lower()}-{size}.html"
        path.write_text(html, encoding="utf-8")
        visits = [visit(path)]
        while len(visits) < PEER_RUNS and visits[0].ready is not None and visits[0].zoom is not None:
            visits.append(visit(path))
        yield Row(size, name, path.stat().st_size / 1e6, visits)


def print_explorer(columns: Sequence[Column]) -> None:
    """Print a row for each measure, each figure with what is to be reached."""
    print("\n| the explorer |", *(f"{column.events:,} events |" for column in columns))
    print("|---|", *("---|" for _ in columns), sep="")
    for measure in dict.fromkeys(measure for column in columns for measure in column.figures):
        cells = (_judged(measure, column) for column in columns)
        print(f"| {measure} |", *(f"{cell} |" for cell in cells))


def _judged(measure: str, column: Column) -> str:
    figure, target = column.figures.get(measure), TARGETS.get(measure, {}).get(column.events)
    if figure is None:
        return "–"
    if target is None:
        return _written(figure)
    return f"{_written(figure)} ({'≤' if target else 'target'} {target:g}{'' if figure <= target else ', missed'})"


def print_peers(rows: Sequence[Row]) -> None:
    """Print a row for each page of each size."""
    versions = ", ".join(f"{package} {version}" for package, version in PACKAGES.items())
    print(f"\nPeers: pyvis without physics, with its library in line and its links to Bootstrap taken out; {versions}.")
    print("Labels and places alone, no evidence; vis-timeline shows dated events, no actors and no edges.\n")
    print("| events | page | file, MB | first draw, s | zoom step, ms: work, median / 95th | frame to frame |")
    print("|---|---|---|---|---|---|")
    for row in rows:
        ready = _median(each.ready for each in row.visits)
        figures = {} if ready == _NEVER else _step_figures("zoom", [each.zoom for each in row.visits])
        work, frames = (_both(figures, of) for of in ("work", "frame to frame"))
        print(f"| {row.events:,} | {row.name} | {_written(row.megabytes)} | {_written(ready)} | {work} | {frames} |")


def _both(figures: Mapping[str, float], of: str) -> str:
    """Median and 95th percentile of the zoom steps, as far as there are any."""
    keys = (f"zoom step, ms: {of}, {which}" for which in ("median", "95th percentile"))
    return " / ".join(_written(figures[key]) for key in keys if key in figures) or "–"


def _written(figure: float) -> str:
    """A figure with as many digits as mean something.

    >>> [_written(figure) for figure in (0.8149, 2.0, 33.34, 1204, 0, float("inf"))]
    ['0.81', '2', '33.3', '1,204', '0', 'more than 60 s']
    """
    if figure == _NEVER:
        return f"more than {LIMIT:.0f} s"
    digits = 0 if figure == int(figure) or figure >= 1000 else 1 if figure >= 10 else 2
    return f"{figure:,.{digits}f}"


def _median(figures: Iterable[float | None]) -> float:
    """The median, where None took too long."""
    found = [_NEVER if figure is None else figure for figure in figures]
    return statistics.median(found) if found else _NEVER


def _percentile(figures: Sequence[float]) -> float:
    """The 95th percentile."""
    ordered = sorted(figures)
    return ordered[int(0.95 * (len(ordered) - 1))] if ordered else _NEVER


if __name__ == "__main__":
    main()
