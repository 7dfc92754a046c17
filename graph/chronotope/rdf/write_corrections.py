"""Writes what people decide as quads, into `cht:corrections`, which no rebuild touches."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from chronotope.model import Correction
from chronotope.rdf.terms import date_literal, id_node, node, slug, text_literal
from chronotope.rdf.triples import Pair, about
from chronotope.rdf.vocabulary import CHT, CORRECTIONS, PROV, RDF, RDFS


def correction_quads(correction: Correction) -> Iterator[ox.Quad]:
    """One correction, and who made it.

    >>> from chronotope.dates import PartialDate
    >>> made = Correction(
    ...     action="dateline", on=("article/ab12",), value="2021-08-28", was="2021-08", by="Ada",
    ...     at=PartialDate.parse("2026-01-01T00:00"),
    ... )
    >>> len(list(correction_quads(made)))
    10
    """
    graph, person = node(CORRECTIONS), f"person/{slug(correction.by)}"
    pairs: list[Pair] = [
        (RDF.type, node(CHT.Correction)),
        (RDF.type, node(PROV.Activity)),
        (CHT.action, node(CHT[correction.action])),
        *((CHT.on, id_node(each)) for each in correction.on),
        *((CHT.apartFrom, id_node(each)) for each in correction.apart_from),
        (PROV.wasAssociatedWith, id_node(person)),
        (PROV.endedAtTime, date_literal(correction.at)),
    ]
    if correction.value is not None:
        pairs.append((CHT.value, text_literal(correction.value, correction.language)))
    if correction.was is not None:
        pairs.append((CHT.was, text_literal(correction.was)))
    if correction.reason is not None:
        pairs.append((RDFS.comment, text_literal(correction.reason)))
    described: list[Pair] = [(RDF.type, node(PROV.Person)), (RDFS.label, text_literal(correction.by))]
    for subject, predicate, value in [*about(correction.id, pairs), *about(person, described)]:
        yield ox.Quad(subject, node(predicate), value, graph)
