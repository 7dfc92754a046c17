"""Scores what we say of events against annotated articles, and shows what we took for what.

    PYTHONPATH=training python -P benchmarks/events.py GOLD_FOLDER

The folder holds dev-fr.jsonl and dev-en.jsonl, as tests/gold does. The figures are those of `gold/score.py`, without
a graph between. `-P`, because this folder has a gold.py too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, get_args

from rich.console import Console
from rich.table import Table

from chronotope.mentions import Role, Status
from gold import load
from scores import NONE, UNSEEN, Scores, score

CONFUSIONS: Final = 25
Pairs = Mapping[tuple[str, str], int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    arguments = parser.parse_args()
    # One width wherever it is printed, so that two runs can be compared line by line.
    console = Console(width=100, color_system=None, highlight=False)
    for language in ("fr", "en"):
        for title, table in tables(score(load([arguments.gold / f"dev-{language}.jsonl"]))):
            console.print(f"\n{language}: {title}")
            console.print(table)


def tables(scores: Scores) -> Iterator[tuple[str, Table]]:
    roles = [*get_args(Role), NONE]
    yield "figures", figures(scores)
    yield "types confused most often", confusions(scores.types)
    yield "mentions by type", recognition(scores.types)
    yield "statuses of events, gold down, ours across", matrix(scores.statuses, get_args(Status), get_args(Status))
    yield "roles of fillers, gold down, ours across", matrix(scores.roles, roles, [*roles, UNSEEN])


def figures(scores: Scores) -> Table:
    """Precision, recall and F1 of everything; for an accuracy all three are the same."""
    rows = [
        [name, *(f"{value:.3f}" for value in (each.precision, each.recall, each.f1)), each.hit, each.given, each.gold]
        for name, each in scores.figures.items()
    ]
    return filled(["", "P", "R", "F1", "right", "given", "gold"], rows)


def confusions(types: Pairs) -> Table:
    """The types that we confuse most often."""
    wrong = [(*pair, count) for pair, count in types.items() if pair[0] != pair[1] and NONE not in pair]
    rows = sorted(wrong, key=lambda row: (-row[2], row))[:CONFUSIONS]
    return filled(["gold", "ours", "count"], rows, words=2)


def recognition(types: Pairs) -> Table:
    """How many mentions of each type are not found, and how many we find where gold has none; the most first."""
    gold, given, right = Counter[str](), Counter[str](), Counter[str]()
    for (wanted, ours), count in types.items():
        gold[wanted] += count
        given[ours] += count
        right[wanted] += count * (wanted == ours)
    wrong = {name: types.get((name, NONE), 0) + types.get((NONE, name), 0) for name in {*gold, *given} - {NONE}}
    rows = [
        [name, gold[name], types.get((name, NONE), 0), right[name], given[name], types.get((NONE, name), 0)]
        for name in sorted(wrong, key=lambda name: (-wrong[name], name))
    ]  # fmt: skip
    return filled(["", "gold", "missed", "right", "given", "spurious"], rows)


def matrix(pairs: Pairs, gold: Sequence[str], ours: Sequence[str]) -> Table:
    """How often an answer of gold's (down) met one of ours (across)."""
    rows = [[name, *(pairs.get((name, other), "") for other in ours)] for name in gold]
    return filled(["", *ours], rows)


def filled(head: Sequence[str], rows: Sequence[Sequence[object]], *, words: int = 1) -> Table:
    """A table of numbers, but for its first columns, which are words."""
    table = Table(box=None, pad_edge=False)
    for number, name in enumerate(head):
        table.add_column(name, justify="left" if number < words else "right", no_wrap=True)
    for row in rows:
        table.add_row(*map(str, row))
    return table


if __name__ == "__main__":
    main()
