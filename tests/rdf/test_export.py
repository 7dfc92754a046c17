"""Each ending has its format; everything is sorted, and a failure leaves nothing behind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NoReturn

import networkx as nx
import pandas as pd
import pyoxigraph as ox
import pytest
from rdflib import Graph

from chronotope.errors import UnknownFormat
from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.ontologies import stock_queries
from chronotope.rdf.export import sorted_nquads, write_rdf

FORMATS = {".nq": ox.RdfFormat.N_QUADS, ".trig": ox.RdfFormat.TRIG, ".jsonld": ox.RdfFormat.JSON_LD}
ENDINGS = [".nq", ".trig", ".ttl", ".jsonld", ".csv", ".graphml", ".gexf", ".html"]


@pytest.fixture(scope="session")
def small(example: KnowledgeGraph) -> KnowledgeGraph:
    """The example without its vocabulary, which makes files ten times as large and has blank nodes."""
    store = ox.Store()
    store.extend(
        quad for quad in example.store if quad.graph_name != ox.NamedNode("https://w3id.org/chronotope#ontology")
    )
    return KnowledgeGraph(store, title="small")


@pytest.mark.parametrize("ending", FORMATS)
def test_datasets_come_back(small: KnowledgeGraph, ending: str, tmp_path: Path) -> None:
    (path,) = small.export(tmp_path / f"out{ending}")
    store = ox.Store()
    store.load(path=str(path), format=FORMATS[ending])
    assert sorted_nquads(store) == sorted_nquads(small.store)


def test_turtle_is_the_union(small: KnowledgeGraph, tmp_path: Path) -> None:
    (path,) = small.export(tmp_path / "out.ttl")
    parsed = Graph().parse(path)
    assert len(parsed) == len({quad.triple for quad in small.store})
    assert "@prefix sem:" in path.read_text(encoding="utf-8")


def test_the_vocabulary_is_exported_too(example: KnowledgeGraph, tmp_path: Path) -> None:
    (path,) = example.export(tmp_path / "out.trig")
    assert "type:Attack a" in path.read_text(encoding="utf-8")


def test_nquads_are_sorted(small: KnowledgeGraph, tmp_path: Path) -> None:
    (path,) = small.export(tmp_path / "out.nq")
    lines = path.read_bytes().split(b"\n")
    assert lines[-1] == b""
    assert lines[:-1] == sorted(lines[:-1])
    assert len(lines) - 1 == len(small.store)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_store_gives_the_same_bytes(small: KnowledgeGraph, ending: str, tmp_path: Path) -> None:
    reversed_store = ox.Store()
    for quad in reversed(list(small.store)):
        reversed_store.add(quad)
    once = small.export(tmp_path / f"once{ending}")
    again = KnowledgeGraph(reversed_store, title="small").export(tmp_path / f"again{ending}")
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in again]


@pytest.mark.parametrize("ending", ENDINGS)
def test_endings_may_be_capitals(small: KnowledgeGraph, ending: str, tmp_path: Path) -> None:
    assert all(path.stat().st_size for path in small.export(tmp_path / f"OUT{ending.upper()}"))


def test_tables(small: KnowledgeGraph, tmp_path: Path) -> None:
    paths = small.export(tmp_path / "out.csv")
    names = {"out.csv"} | {f"out-{name}.csv" for name in stock_queries("tables") if name != "events"}
    assert {path.name for path in paths} == names == {path.name for path in tmp_path.iterdir()}
    events = pd.read_csv(tmp_path / "out.csv")
    assert len(events) == len(small.events())
    assert events["label"].notna().all()
    for name in names - {"out.csv"}:
        assert len(pd.read_csv(tmp_path / name)) > 0


def test_tables_of_an_empty_graph_have_their_heads(tmp_path: Path) -> None:
    for path in KnowledgeGraph(ox.Store()).export(tmp_path / "out.csv"):
        assert path.read_text(encoding="utf-8").count("\n") == 1


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_graph_is_exported(ending: str, tmp_path: Path) -> None:
    assert all(path.exists() for path in KnowledgeGraph(ox.Store()).export(tmp_path / f"out{ending}"))


def test_graph_formats_are_read_by_networkx(small: KnowledgeGraph, tmp_path: Path) -> None:
    timeline = small.timeline()
    for name, read in (("out.graphml", nx.read_graphml), ("out.gexf", nx.read_gexf)):
        graph = read(small.export(tmp_path / name)[0])
        assert set(graph) == set(timeline)
        assert graph.number_of_edges() == timeline.number_of_edges()


@pytest.mark.parametrize("name", ["out.xyz", "out", ".nq", "out.nq.zip"])
def test_unknown_endings_list_the_known(small: KnowledgeGraph, name: str, tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match=r"\.csv, \.gexf, \.graphml, \.html, \.jsonld, \.nq, \.trig, \.ttl"):
        small.export(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_missing_folder_is_not_made(small: KnowledgeGraph, ending: str, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        small.export(tmp_path / "none" / f"out{ending}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [".nq", ".trig", ".ttl", ".jsonld"])
def test_a_failure_leaves_the_older_file(
    small: KnowledgeGraph, ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(*_: object, **__: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    target = tmp_path / f"out{ending}"
    target.write_text("older", encoding="utf-8")
    monkeypatch.setattr(ox, "serialize", break_off)
    with pytest.raises(OSError, match="No space"):
        write_rdf(small.store, target)
    assert target.read_text(encoding="utf-8") == "older"
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_a_table_that_cannot_be_written_leaves_no_stray_file(small: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "out-places.csv").mkdir()
    with pytest.raises(OSError, match="directory"):
        small.export(tmp_path / "out.csv")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_json_ld_is_json(small: KnowledgeGraph, tmp_path: Path) -> None:
    (path,) = small.export(tmp_path / "out.jsonld")
    assert json.loads(path.read_text(encoding="utf-8"))
