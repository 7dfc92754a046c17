"""Which of two events of a text came first, where the text tells: judged by a trained model.

Dates order events by themselves, later, when they are resolved. Here count tenses, causes and effects, who tells of
what, words like "avant" and "then", and the course that events of their types take.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

import networkx as nx

from chronotope.extract.learned.inheritance import Own
from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import Recognised

BEFORE: Final = "before"
AFTER: Final = "after"
_MOST: Final = 40
# Events are ordered among so many that follow one another: few articles tell of more, and circles are sought in all.
_BLOCK: Final = 120


def ordered_pairs(statuses: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of events that may be ordered, the one told first before the other; what did not happen has no order."""
    happening = [number for number, status in enumerate(statuses) if status not in ("denied", "hypothetical")]
    for place, later in enumerate(happening):
        for earlier in happening[max(0, place - _MOST) : place]:
            yield earlier, later


def ordering_features(
    reading: Reading,
    events: Sequence[Recognised],
    statuses: Sequence[str],
    times: Sequence[Own],
    told_by: Mapping[int, Sequence[int]],
    earlier: int,
    later: int,
) -> list[str]:
    """What speaks for the order of two events. `told_by` gives the speech events that vouch for an event."""
    one, two = events[earlier], events[later]
    first, second = one.candidate.head, two.candidate.head
    groups = [reading.lexicon.types[each.type].group for each in (one, two)]
    types, group = f"{one.type}>{two.type}", f"{groups[0]}>{groups[1]}"
    status = f"{statuses[earlier]}>{statuses[later]}"
    tenses = f"{reading.tenses[first]}>{reading.tenses[second]}"
    apart = reading.sentences[second] - reading.sentences[first]
    near = str(min(apart, 4))
    told = "told" if later in told_by.get(earlier, ()) else "tells" if earlier in told_by.get(later, ()) else "-"
    when = _when(times[earlier], times[later])
    sources = f"{times[earlier].source}>{times[later].source}"
    features = [
        f"types={types}",
        f"types={types}|{status}",
        f"types={types}|{near}",
        f"types={types}|when={when}",
        f"groups={group}|{tenses}",
        f"groups={group}|{status}|{near}",
        f"groups={group}|when={when}",
        f"groups={group}|told={told}",
        f"first={one.type}|{status}",
        f"second={two.type}|{status}",
        f"first={one.type}|{tenses}",
        f"second={two.type}|{tenses}",
        f"status={status}",
        f"status={status}|{near}",
        f"status={status}|when={when}",
        f"tenses={tenses}",
        f"tenses={tenses}|{near}",
        f"tenses={tenses}|when={when}",
        f"told={told}|{status}",
        f"told={told}|{tenses}",
        f"when={when}|{near}",
        f"sources={sources}|when={when}",
        f"kinds={_kind(times[earlier])}>{_kind(times[later])}|when={when}",
        f"kinds={_kind(times[earlier])}>{_kind(times[later])}|{status}",
        f"place={min(earlier, 3)}|{near}|{group}",
        f"quoted={(first in reading.quoted, second in reading.quoted)}|{told}",
    ]
    if apart == 0:
        path = reading.path(first, second, 5)
        marks = sorted({reading.tokens[each].lemma for each in range(first, second) if _is_small(reading, each)})
        features += [f"path={path}", f"path={path}|{types}", f"path={path}|{tenses}"]
        features += [f"mark={mark}|{reading.tokens[second].pos}" for mark in marks]
        opening = reading.document.tokens_in(reading.document.sentences[reading.sentences[first]]).start
        features += [f"opens={reading.tokens[opening].lemma}|{near}"]
    else:
        opening = reading.document.tokens_in(reading.document.sentences[reading.sentences[second]]).start
        features += [f"opens={reading.tokens[opening].lemma}", f"opens={reading.tokens[opening].lemma}|{tenses}"]
    return features


def _is_small(reading: Reading, index: int) -> bool:
    return reading.tokens[index].pos in ("ADP", "SCONJ", "CCONJ", "ADV")


def _when(one: Own, other: Own) -> str:
    """Whether two events are told of at one time."""
    if one.value is None or other.value is None:
        return "?"
    sure = min(one.share, other.share) >= _SURE
    return ("same" if one.value == other.value else "other") + ("" if sure else "?")


_SURE: Final = 0.4


def _kind(own: Own) -> str:
    """How a time is told: "shift", "day-month", "dateline" …"""
    return "-" if own.value is None or own.share < _SURE else own.value.partition("(")[0]


def without_circles(
    pairs: Sequence[tuple[float, int, int]], kept: Container[tuple[int, int]] = frozenset()
) -> list[tuple[int, int]]:
    """The pairs, surest first, that close no circle, less those that follow from others, unless they are to be kept.

    >>> without_circles([(0.9, 0, 1), (0.8, 1, 2), (0.7, 0, 2), (0.6, 2, 0)])
    [(0, 1), (1, 2)]
    """
    blocks: dict[int, nx.DiGraph[int]] = defaultdict(nx.DiGraph)
    for _, first, second in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        order = blocks[first // _BLOCK]
        if first // _BLOCK != second // _BLOCK:
            continue
        if not (order.has_node(second) and order.has_node(first) and nx.has_path(order, second, first)):
            order.add_edge(first, second)
    found: set[tuple[int, int]] = set()
    for order in blocks.values():
        found.update(nx.transitive_reduction(order).edges)
        found.update(pair for pair in order.edges if pair in kept)
    return sorted(found)
