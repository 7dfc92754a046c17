"""Asks a store about one thing."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

import pyoxigraph as ox

from chronotope.rdf.query import evaluating
from chronotope.text import BASE

Row = Mapping[str, str]


def answers(store: ox.Store, query: str, iri: ox.NamedNode, **more: ox.Literal) -> list[Row]:
    """The rows of a SELECT of ours about the thing that its `?iri` stands for, as text; unbound variables are left out.

    >>> answers(ox.Store(), "SELECT ?iri ?name { ?iri ?p ?name }", ox.NamedNode("https://example.org/1"))
    []
    """
    bound: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
        ox.Variable("iri"): iri,
        **{ox.Variable(name): value for name, value in more.items()},
    }
    with evaluating():
        solutions = store.query(query, use_default_graph_as_union=True, substitutions=bound)
        assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101  # narrows the type: the query is a SELECT
        names = [variable.value for variable in solutions.variables]
        return [
            {name: value.value for name in names if (value := solution[name]) is not None} for solution in solutions
        ]


def id_of_iri(iri: str) -> str:
    """The id within an IRI of ours.

    >>> id_of_iri("https://w3id.org/chronotope/id/event/4c1")
    'event/4c1'
    """
    return iri.removeprefix(BASE)


def rule_of_iri(iri: str | None) -> str | None:
    """The rule that an IRI names."""
    return None if iri is None else unquote(iri.removeprefix(f"{BASE}rule/"))


def number_of(text: str | None) -> float | None:
    """A score, None where there is none."""
    return None if text is None else float(text)
