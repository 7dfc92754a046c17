"""A store: embedded Oxigraph, seen through rdflib where that serves people better."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset

from chronotope.ontologies import read_ontology
from chronotope.rdf.terms import node
from chronotope.rdf.vocabulary import ID, ONTOLOGY


def dataset_of(store: ox.Store) -> Dataset:
    """A store as an rdflib dataset whose default graph is the union of its graphs; both share the same data."""
    return Dataset(store=OxigraphStore(store=store), default_union=True)


def write_ontology(store: ox.Store, extra: tuple[Path, ...]) -> None:
    """Put the vocabulary in force into `cht:ontology`, in place of what stood there.

    Known actors are not part of the vocabulary: those that articles name are described in `cht:knowledge`.
    """
    store.remove_graph(node(ONTOLOGY))
    store.bulk_extend(_vocabulary(extra))


# Every build writes the same thousands of lines; making them anew was a fifth of building a small chronicle.
@cache
def _vocabulary(extra: tuple[Path, ...]) -> tuple[ox.Quad, ...]:
    graph, actors = node(ONTOLOGY), ID["actor/"]
    return tuple(
        ox.Quad(quad.subject, quad.predicate, quad.object, graph)
        for quad in read_ontology(extra)
        if not getattr(quad.subject, "value", "").startswith(actors)
    )
