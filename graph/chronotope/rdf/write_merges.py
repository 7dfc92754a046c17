"""Writes what came of holding several articles together: what was joined, where they disagree, what was replaced."""

from __future__ import annotations

from collections.abc import Iterator

from chronotope.model import Contradiction, Dispute, Knowledge, Merge, Version
from chronotope.rdf.terms import decimal_literal, id_node, node, text_literal
from chronotope.rdf.triples import Pair, Triple, about
from chronotope.rdf.vocabulary import CHT, DCT, RDF, RDFS
from chronotope.text import content_key


def merge_triples(knowledge: Knowledge) -> Iterator[Triple]:
    """Merges, disputes, contradictions, copies of one text, and the ids that others took the place of.

    >>> one, other = "mention/event/ab12/1-2", "mention/event/cd34/3-4"
    >>> made = Merge(one=one, other=other, likeness=0.87, reasons=("both are Death",))
    >>> [predicate.rpartition("#")[2] for _, predicate, _ in merge_triples(Knowledge(merges=(made,)))]
    ['type', 'joins', 'joins', 'likeness', 'reason']
    """
    for merge in knowledge.merges:
        yield from _merge(merge)
    for dispute in knowledge.disputes:
        yield from _dispute(dispute)
    for contradiction in knowledge.contradictions:
        yield from _contradiction(contradiction)
    for copy, text in knowledge.copies:
        yield from about(copy, [(CHT.copyOf, id_node(text))])
    for former, held in knowledge.replaced:
        yield from about(former, [(DCT.isReplacedBy, id_node(held))])


def _merge(merge: Merge) -> Iterator[Triple]:
    yield from about(
        merge.id,
        [
            (RDF.type, node(CHT.Merge)),
            (CHT.joins, id_node(merge.one)),
            (CHT.joins, id_node(merge.other)),
            (CHT.likeness, decimal_literal(merge.likeness)),
            *((CHT.reason, text_literal(reason)) for reason in merge.reasons),
        ],
    )


def _dispute(dispute: Dispute) -> Iterator[Triple]:
    aspect = text_literal(dispute.aspect)
    pairs: list[Pair] = [
        (RDF.type, node(CHT.Dispute)),
        (CHT.concerns, id_node(dispute.event)),
        (CHT.aspect, aspect),
    ]
    for version in dispute.versions:
        id_ = f"version/{content_key(dispute.id, version.value)}"
        pairs.append((CHT.version, id_node(id_)))
        yield from about(id_, _version(version))
    yield from about(dispute.id, pairs)
    yield from about(dispute.event, [(CHT.disputed, aspect)])


def _version(version: Version) -> list[Pair]:
    """What denotes a thing is counted as telling of it, so that words of a version are only said there."""
    return [
        (RDF.type, node(CHT.Version)),
        (CHT.value, text_literal(version.value)),
        *((DCT.source, id_node(article)) for article in version.articles),
        *((CHT.saidIn, id_node(mention)) for mention in version.mentions),
    ]


def _contradiction(contradiction: Contradiction) -> Iterator[Triple]:
    yield from about(
        contradiction.id,
        [
            (RDF.type, node(CHT.Contradiction)),
            *((CHT.concerns, id_node(event)) for event in contradiction.events),
            (RDFS.comment, text_literal("; ".join(contradiction.reasons), "en")),
        ],
    )
