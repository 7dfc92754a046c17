"""Checks a graph against the contract's shapes, by SHACL (pyshacl)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pyshacl
from rdflib import SH, XSD, Dataset, Graph, Literal

from chronotope.ontologies import SHAPES_FILE, ontology_text
from chronotope.rdf.vocabulary import RDF


class Fault(NamedTuple):
    """One thing that breaks a shape: which node, on which path, and the shape's message."""

    node: str
    path: str
    message: str


def find_faults(data: Graph, *, language: str = "en") -> list[Fault]:
    """Every fault of a graph, sorted; an empty list is conformance.

    A dataset is checked as the union of its graphs: an event's evidence lies in another graph than the event.

    >>> from rdflib import RDF, URIRef
    >>> from chronotope.rdf.vocabulary import SEM
    >>> graph = Graph().add((URIRef("https://example.org/1"), RDF.type, SEM.Event))
    >>> {fault.node for fault in find_faults(graph)}
    {'https://example.org/1'}
    """
    merged = _merged(data) if isinstance(data, Dataset) else data
    _, report, _ = pyshacl.validate(merged, shacl_graph=_shapes(), inference="none", advanced=False, meta_shacl=False)
    assert isinstance(report, Graph)  # noqa: S101  # narrows the type: pyshacl gives bytes only when asked to serialise
    return sorted(_faults(report, language))


def _merged(dataset: Dataset) -> Graph:
    merged = Graph()
    for subject, predicate, value, _ in dataset.quads((None, None, None, None)):
        # A store gives text as xsd:string, which rdflib takes for another term than the same text without datatype.
        text = isinstance(value, Literal) and value.datatype == XSD.string
        merged.add((subject, predicate, Literal(str(value)) if text else value))
    return merged


@cache
def _shapes() -> Graph:
    return Graph().parse(data=ontology_text(SHAPES_FILE), format="turtle")


def _faults(report: Graph, language: str) -> set[Fault]:
    found = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        messages = list(report.objects(result, SH.resultMessage))
        best = sorted(messages, key=lambda message: (getattr(message, "language", None) != language, str(message)))
        path = report.value(result, SH.resultPath)
        node = report.value(result, SH.focusNode)
        found.add(Fault(str(node), str(path or ""), str(best[0]) if best else ""))
    return found
