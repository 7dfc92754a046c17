"""What several articles come to for one event: what joined them, what they disagree about, what dates it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

import pyoxigraph as ox

from chronotope.explain.explanations import (
    DisputeExplanation,
    MergeExplanation,
    SaidExplanation,
    VersionExplanation,
)
from chronotope.explain.questions import Row, answers, id_of_iri
from chronotope.ontologies import stock_queries
from chronotope.text import BASE

NAMED: Final = re.compile(r"\b(?:event|actor|place|article)/[\w-]+")
"""The ids that a reason names things by."""


def explain_merges(store: ox.Store, event: ox.NamedNode) -> tuple[MergeExplanation, ...]:
    """The joinings that made the event, the likeliest first."""
    rows = answers(store, stock_queries("explain")["merges"], event)
    return tuple(_merge(list(of_merge)) for _, of_merge in groupby(rows, key=itemgetter("merge")))


def _merge(rows: Sequence[Row]) -> MergeExplanation:
    return MergeExplanation(
        merge=id_of_iri(rows[0]["merge"]),
        likeness=float(rows[0]["likeness"]),
        reasons=tuple(dict.fromkeys(row["reason"] for row in rows if "reason" in row)),
        said=tuple(dict.fromkeys(map(_said, rows))),
    )


def explain_disputes(store: ox.Store, event: ox.NamedNode) -> tuple[DisputeExplanation, ...]:
    """What articles say differently of the event, aspect by aspect."""
    rows = answers(store, stock_queries("explain")["disputes"], event)
    return tuple(_dispute(list(of_dispute)) for _, of_dispute in groupby(rows, key=itemgetter("dispute")))


def _dispute(rows: Sequence[Row]) -> DisputeExplanation:
    return DisputeExplanation(
        dispute=id_of_iri(rows[0]["dispute"]), aspect=rows[0]["aspect"], versions=tuple(_versions(rows))
    )


def _versions(rows: Iterable[Row]) -> Iterator[VersionExplanation]:
    for of_version in sorted((list(grouped) for _, grouped in groupby(rows, key=itemgetter("version"))), key=_told_at):
        yield VersionExplanation(value=of_version[0]["value"], said=tuple(map(_said, of_version)))


def _told_at(rows: Sequence[Row]) -> tuple[bool, str, str]:
    """When a version was first told; tolls grow, so the order of the articles tells more than that of the values."""
    return "published" not in rows[0], rows[0].get("published", ""), rows[0]["article"]


def _said(row: Row) -> SaidExplanation:
    return SaidExplanation(
        article=row["article"],
        article_id=id_of_iri(row["source"]),
        mention=id_of_iri(row["mention"]) if "mention" in row else None,
        words=row.get("words"),
    )


def explain_time(store: ox.Store, event: ox.NamedNode) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Why the event is dated so, and what was said of its time that cannot all hold."""
    rows = answers(store, stock_queries("explain")["times"], event)
    # What bounds it from below comes first.
    reasons = sorted((row["reason"] for row in rows if "reason" in row), key=lambda reason: "not after" in reason)
    return tuple(reasons), tuple(row["said"] for row in rows if "said" in row)


def names_in(store: ox.Store, reasons: Iterable[str]) -> Mapping[str, str]:
    """What the things are called that reasons name by their ids.

    >>> names_in(ox.Store(), ["after event/4c1 (stated order)"])
    {}
    """
    ids = sorted({id_ for reason in reasons for id_ in NAMED.findall(reason)})
    query = stock_queries("explain")["names"]
    found = ((id_, answers(store, query, ox.NamedNode(BASE + id_))) for id_ in ids)
    return {id_: rows[0]["name"] for id_, rows in found if rows and "name" in rows[0]}
