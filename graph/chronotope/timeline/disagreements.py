"""What independent articles say differently of an event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pyoxigraph as ox

from chronotope.timeline.queries import graph_rows


class Version(NamedTuple):
    """One of several things that are said of an event, and the identifiers of the articles that say it."""

    value: str
    articles: tuple[str, ...]


class Disagreement(NamedTuple):
    """What independent articles say differently of an event: its count, date, place, status or actor.

    Versions stand in the order of their earliest articles. As text, they stand side by side.

    >>> print(Disagreement("count", (Version("11", ("quay",)), Version("14", ("port", "radio")))))
    count: 11 (quay) / 14 (port, radio)
    """

    aspect: str
    versions: tuple[Version, ...]

    def __str__(self) -> str:
        return f"{self.aspect}: {side_by_side(self.versions)}"


def side_by_side(versions: Iterable[Version]) -> str:
    """Versions on one line, each with its articles."""
    return " / ".join(f"{version.value} ({', '.join(version.articles)})" for version in versions)


def find_disagreements(store: ox.Store) -> Mapping[str, tuple[Disagreement, ...]]:
    """The disagreements of a store by the event they are about."""
    found: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for row in graph_rows(store, "disputes"):
        found[row["event"]][row["aspect"]][row["value"]].append(row["article"])
    return {event: tuple(_disagreement(aspect, said) for aspect, said in told.items()) for event, told in found.items()}


def _disagreement(aspect: str, said: Mapping[str, list[str]]) -> Disagreement:
    return Disagreement(aspect, tuple(Version(value, tuple(articles)) for value, articles in said.items()))
