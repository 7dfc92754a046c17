"""Golden articles: small articles, and the whole graph that each gives. `--rewrite-golden` writes the graphs anew."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

import chronotope
from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.rdf.export import write_rdf
from chronotope.rdf.vocabulary import ONTOLOGY
from chronotope.text import BASE

ARTICLES = sorted((Path(__file__).parent / "golden").glob("*.txt"))


def graph_of(article: Path) -> KnowledgeGraph:
    """What an article says and what is held of it; the vocabulary would hide it."""
    store = chronotope.read(article).store
    store.remove_graph(ox.NamedNode(ONTOLOGY))
    return KnowledgeGraph(store)


def lines(graph: Graph) -> set[str]:
    """A line for each triple, without blank nodes."""
    return {" ".join(term.n3(graph.namespace_manager) for term in triple) for triple in graph}


def test_there_are_articles() -> None:
    assert {article.stem for article in ARTICLES} == {"incendie", "march", "talibans"}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.stem)
def test_golden(article: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    expected, found = article.with_suffix(".ttl"), tmp_path / "found.ttl"
    write_rdf(graph_of(article).store, found)
    whole = found.read_text(encoding="utf-8")
    # Ids relative to a base, as in docs/model.ttl: half as long to review.
    found.write_text(f"@base <{BASE}> .\n" + whole.replace(f"<{BASE}", "<"), encoding="utf-8")
    if request.config.getoption("--rewrite-golden"):
        expected.write_bytes(found.read_bytes())
    wanted, given = Graph().parse(expected), Graph().parse(found)
    # Sorted by subject, so that what has changed about a thing stands together.
    missing, new = (
        (f"- {line}" for line in lines(wanted) - lines(given)),
        (f"+ {line}" for line in lines(given) - lines(wanted)),
    )
    changes = sorted([*missing, *new], key=lambda line: line[2:])
    assert isomorphic(wanted, given), "\n".join(
        [
            f"{article.name} gives another graph; if it is better: pytest tests/test_golden.py --rewrite-golden",
            *changes,
        ]
    )
