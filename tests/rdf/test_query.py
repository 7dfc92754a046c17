"""Stock queries answer, parameters are bound and never pasted, and no query leaves the chronicle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pandas as pd
import pyoxigraph as ox
import pytest

from chronotope.errors import InvalidQuery
from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.ontologies import stock_queries
from chronotope.rdf.query import ask, installed_queries, rows
from chronotope.rdf.vocabulary import CHT, ID, KNOWLEDGE, RDF, RDFS, SEM

EXAMPLES: Mapping[str, Mapping[str, str | int]] = {
    "around-date": {"date": "2024-03-12", "days": 3},
    "by-actor": {"name": "morvenn"},
    "by-place": {"name": "LORIENT"},
    "claims-by-holder": {"holder": "ashdowne"},
    "co-participation": {},
    "contradictions": {},
    "copies": {},
    "disputes": {},
    "evidence": {"event": "whatever the last event is"},
    "explain": {"event": "whatever the last event is"},
    "merges": {},
    "sources": {},
    "statuses": {},
    "timeline": {},
}
EVENT_QUERIES = ("evidence", "explain")
SEVERAL = ("contradictions", "copies", "disputes", "merges")
"""What is asked of several articles about one event; `several` holds something of each."""
INNER = [(folder, name) for folder in ("graph", "tables") for name in stock_queries(folder)]


def table(kg: KnowledgeGraph, query: str, **parameters: str | int) -> pd.DataFrame:
    found = kg.query(query, **parameters)
    assert isinstance(found, pd.DataFrame)
    return found


def test_every_stock_query_has_an_example_here() -> None:
    assert set(EXAMPLES) == set(installed_queries())


@pytest.mark.parametrize("name", EXAMPLES)
def test_stock_queries_say_what_they_are_for(name: str) -> None:
    stock = installed_queries()[name]
    assert " / " in stock.title, "in English and French"
    assert set(stock.parameters) == set(EXAMPLES[name])
    explained = [*stock.parameters.values(), *stock.options.values()]
    assert all("(" in text for text in explained), "an example for each parameter"


@pytest.fixture(scope="module")
def several(disputed_example: KnowledgeGraph) -> KnowledgeGraph:
    """Three articles about one fire, two of them one text, that disagree on how many died; and times that cannot be."""
    store = ox.Store()
    store.extend(disputed_example.store)
    events = sorted(quad.subject.value for quad in events_of(store) if isinstance(quad.subject, ox.NamedNode))
    facts: list[tuple[str, ox.NamedNode | ox.Literal]] = [
        (RDF.type, ox.NamedNode(CHT.Contradiction)),
        (RDFS.comment, ox.Literal("one; other", language="en")),
        *((CHT.concerns, ox.NamedNode(event)) for event in events),
    ]
    contradiction, graph = ox.NamedNode(ID["contradiction/1"]), ox.NamedNode(KNOWLEDGE)
    store.extend(ox.Quad(contradiction, ox.NamedNode(predicate), value, graph) for predicate, value in facts)
    return KnowledgeGraph(store)


@pytest.mark.parametrize("name", EXAMPLES)
def test_stock_queries_give_rows_and_none_twice(example: KnowledgeGraph, several: KnowledgeGraph, name: str) -> None:
    kg = several if name in SEVERAL else example
    parameters = {"event": str(kg.events().index[-1])} if name in EVENT_QUERIES else EXAMPLES[name]
    found = table(kg, name, **parameters)
    assert len(found) > 0
    assert not found.duplicated().any()


@pytest.mark.parametrize("name", EVENT_QUERIES)
def test_an_event_is_named_by_how_it_ends(example: KnowledgeGraph, name: str) -> None:
    event = str(example.events().index[0])
    whole, end = (
        table(example, name, event=named).drop(columns="event") for named in (event, event.rpartition("/id/")[2])
    )
    assert set(whole["iri"]) == {event}
    assert whole.equals(end)


@pytest.mark.parametrize("name", ["contradictions", "disputes", "merges"])
def test_an_event_may_be_named_or_not(several: KnowledgeGraph, name: str) -> None:
    event = str(several.events(disputed=True).index[0])
    every = table(several, name)
    one = table(several, name, event=event.rpartition("/id/")[2])
    assert set(one["event"]) == {event.rpartition("/id/")[2]}
    assert 0 < len(one) <= len(every)
    if "iri" in one:
        assert set(one["iri"]) == {event}
        assert one.drop(columns="event").equals(
            every[every["iri"] == event].drop(columns="event").reset_index(drop=True)
        )
    assert len(table(several, name, event="event/none")) == 0


def test_disputes_tell_each_version_with_its_articles(several: KnowledgeGraph) -> None:
    found = table(several, "disputes")
    assert found[["when", "aspect", "said", "articles"]].to_numpy().tolist() == [
        ["2024-05-13", "count", "11", "quais; radio"],
        ["2024-05-13", "count", "14", "port"],
    ]


def test_merges_tell_what_was_joined_and_why(several: KnowledgeGraph) -> None:
    found = table(several, "merges", event=str(several.events(disputed=True).index[0]))
    assert {tuple(sorted(pair)) for pair in found[["article", "otherArticle"]].to_numpy()} == {
        ("quais", "radio"),
        ("port", "quais"),
    }
    assert set(found["words"]) == set(found["otherWords"]) == {"tué"}
    assert found["likeness"].between(0, 1).all()
    assert (found["why"] != "").all()


def test_copies_name_the_text_they_are_of(several: KnowledgeGraph) -> None:
    found = table(several, "copies")
    assert found[["article", "publisher"]].to_numpy().tolist() == [["radio", "Radio Loire-Sud"]]
    assert found[["copyOf", "firstPublisher"]].to_numpy().tolist() == [["quais", "Le Courrier des quais"]]


def test_contradictions_name_their_events(several: KnowledgeGraph) -> None:
    (found,) = table(several, "contradictions").to_dict("records")
    assert found["said"] == "one; other"
    assert found["events"].split("; ") == sorted(several.events()["label"])


def test_the_evidence_of_a_merged_event_is_that_of_all_its_articles(several: KnowledgeGraph) -> None:
    event = str(several.events(disputed=True).index[0])
    found = table(several, "evidence", event=event)
    assert found["published"].tolist() == ["2024-05-14", "2024-05-14", "2024-05-15"]
    assert found["who"].str.contains("personnes").all()
    assert found["mention"].is_unique


def test_every_article_of_a_merged_event_counts_its_own_mentions(several: KnowledgeGraph) -> None:
    found = table(several, "sources").set_index("identifier")
    assert found["mentions"].to_dict() == dict.fromkeys(("quais", "radio", "port"), len(several.events()))


def test_around_a_date_of_long_ago_is_only_what_has_no_beginning(example: KnowledgeGraph) -> None:
    assert table(example, "around-date", date="1850-01-01", days=3)["when"].str.startswith("..").all()


def test_around_a_date_is_what_may_lie_there(example: KnowledgeGraph) -> None:
    days = {
        when
        for when in table(example, "around-date", date="2024-03-12", days=1)["when"]
        if len(when) == 10 and when[:2] == "20"
    }
    assert days == {"2024-03-11", "2024-03-12", "2024-03-13"}


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        pytest.param("by-actor", {"name": "nobody of that name"}, id="unknown actor"),
        pytest.param("by-place", {"name": "nowhere of that name"}, id="unknown place"),
        pytest.param("claims-by-holder", {"holder": "42"}, id="a number for a name"),
        pytest.param("evidence", {"event": "event/none"}, id="unknown event"),
        pytest.param("explain", {"event": "event/none"}, id="unknown event to explain"),
    ],
)
def test_what_is_not_there_gives_no_rows(example: KnowledgeGraph, name: str, parameters: dict[str, str | int]) -> None:
    assert len(table(example, name, **parameters)) == 0


def test_timeline_has_every_event_once(example: KnowledgeGraph) -> None:
    assert sorted(table(example, "timeline")["event"]) == sorted(example.events().index)


def test_statuses_count_every_event(example: KnowledgeGraph) -> None:
    assert table(example, "statuses")["events"].sum() == len(example.events())


@pytest.mark.parametrize(("folder", "name"), INNER, ids=str)
def test_inner_queries_give_no_row_twice(
    example: KnowledgeGraph, several: KnowledgeGraph, folder: str, name: str
) -> None:
    store = several.store if name in SEVERAL else example.store
    found = Counter(tuple(sorted(row.items())) for row in rows(store, stock_queries(folder)[name]))
    assert found
    assert {row: count for row, count in found.items() if count > 1} == {}


def test_events_stand_in_one_row_of_graph_and_table(example: KnowledgeGraph) -> None:
    events = {quad.subject.value for quad in events_of(example.store) if isinstance(quad.subject, ox.NamedNode)}
    for folder in ("graph", "tables"):
        found = [row["event"] for row in rows(example.store, stock_queries(folder)["events"])]
        assert sorted(found) == sorted(events)


def events_of(store: ox.Store) -> list[ox.Quad]:
    return list(store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(SEM.Event), None))


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", id="SERVICE"),
        pytest.param("SELECT * { service <http://127.0.0.1:9/> { ?s ?p ?o } }", id="small letters"),
        pytest.param("SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }", id="SILENT"),
        pytest.param("SELECT * { SERVICE ?s { ?s ?p ?o } }", id="SERVICE of a variable"),
        pytest.param("SELECT * { #a\r SERVICE <http://127.0.0.1:9/> {?s ?p ?o}\n }", id="a comment that CR ends"),
        pytest.param("SELECT * { #a\\u000d SERVICE <http://127.0.0.1:9/> {?s ?p ?o}\n }", id="CR as an escape"),
        pytest.param("SELECT * { ?s ?p ex:a\\# . SERVICE <http://127.0.0.1:9/> {} }", id="behind an escaped #"),
        pytest.param("SELECT * { ?s ?p 1SERVICE<http://127.0.0.1:9/>{} }", id="behind a number"),
        pytest.param("SELECT * { ?s ?p trueSERVICE<http://127.0.0.1:9/>{} }", id="behind a truth value"),
        pytest.param("SELECT * { FILTER(?a<?b) SERVICE ?x { ?a ?p ?b } FILTER(?b>?a) }", id="between < and >"),
        pytest.param(r"SELECT * { \u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", id="escaped letter"),
        pytest.param(r"SELECT * { \U00000053ERVIC\u0045 <http://127.0.0.1:9/> { ?s ?p ?o } }", id="long escape"),
        pytest.param(r"SELECT * { SERV\u0049CE<http://127.0.0.1:9/>{ ?s ?p ?o } }", id="escape, no spaces"),
        pytest.param("SELECT * { { SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } } }", id="subquery"),
        pytest.param("ASK { FILTER EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }", id="FILTER EXISTS"),
        pytest.param("ASK { ?a ?b ?c MINUS { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } } }", id="MINUS"),
        pytest.param("ASK { GRAPH ?g { OPTIONAL { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } } }", id="GRAPH"),
        pytest.param("SELECT (EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } AS ?x) {}", id="projected EXISTS"),
        pytest.param("CONSTRUCT { ?s ?p ?o } { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", id="CONSTRUCT"),
        pytest.param("DESCRIBE ?s { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", id="DESCRIBE"),
        pytest.param("SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://127.0.0.1:9/> {} })", id="ORDER BY"),
        pytest.param("SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }", id="FROM"),
        pytest.param("SELECT * FROM NAMED <http://127.0.0.1:9/> { ?s ?p ?o }", id="FROM NAMED"),
        pytest.param(r"SELECT * \u0046ROM <http://127.0.0.1:9/> { ?s ?p ?o }", id="FROM, escaped"),
        pytest.param("DESCRIBE <http://a/> FROM <http://127.0.0.1:9/>", id="DESCRIBE FROM"),
    ],
)
def test_no_query_reaches_outside(example: KnowledgeGraph, query: str) -> None:
    with pytest.raises(InvalidQuery):
        example.query(query)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("INSERT DATA { <http://a> <http://a> <http://a> }", id="insertion"),
        pytest.param("DROP ALL", id="removal"),
        pytest.param("LOAD <file:///etc/passwd>", id="loading"),
        pytest.param("SELECT * {", id="no end"),
        pytest.param("SELECT * { ?s nope:p ?o }", id="unknown prefix"),
        pytest.param("nonsense", id="no such stock query"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_query_is_refused(example: KnowledgeGraph, query: str) -> None:
    before = len(example.store)
    with pytest.raises(InvalidQuery):
        example.query(query)
    assert len(example.store) == before


@pytest.mark.parametrize(
    "query",
    [
        pytest.param('ASK { FILTER("a letter from the civil service" != "") }', id="the words in a text"),
        pytest.param("# from another service\nASK {}", id="the words in a comment"),
        pytest.param("SELECT ?from ?service { ?from ?service ?o } LIMIT 1", id="the words as variables"),
        pytest.param(
            "PREFIX from: <http://example.org/service/> ASK { ?s from:a/from:b* ?o }", id="the words as prefix"
        ),
        pytest.param("ASK { ?s a sem:Event ; rdfs:label ?l ; cht:status status:actual }", id="our prefixes"),
    ],
)
def test_harmless_queries_are_answered(example: KnowledgeGraph, query: str) -> None:
    example.query(query)


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        pytest.param("timeline", {"city": "Quiberon"}, id="no such variable"),
        pytest.param("timeline", {"place": "Quiberon"}, id="a variable within, no column"),
        pytest.param("by-actor", {"name": "a", "names": "b"}, id="one letter more"),
    ],
)
def test_unknown_parameters_are_refused(example: KnowledgeGraph, name: str, parameters: dict[str, str]) -> None:
    with pytest.raises(InvalidQuery, match=list(parameters)[-1]):
        example.query(name, **parameters)


@pytest.mark.parametrize("name", [name for name, parameters in EXAMPLES.items() if parameters])
def test_missing_parameters_are_refused(example: KnowledgeGraph, name: str) -> None:
    with pytest.raises(InvalidQuery, match=next(iter(EXAMPLES[name]))):
        example.query(name)


@pytest.mark.parametrize("name", ["", " ", "?x", "x y", "x }", "1x", "é"])
def test_strange_parameter_names_are_refused(example: KnowledgeGraph, name: str) -> None:
    with pytest.raises(InvalidQuery):
        ask(example.store, "SELECT ?x { ?x ?y ?z } LIMIT 1", {name: "a"})


@pytest.mark.parametrize(
    "value",
    [
        pytest.param('") || true || ("', id="end of a text"),
        pytest.param("' } UNION { ?s ?p ?o } #", id="end of a group"),
        pytest.param('\\") || (1 = 1', id="backslash"),
        pytest.param("> } INSERT DATA { <a> <b> <c> } #", id="update"),
        pytest.param("?event", id="a variable"),
        pytest.param("\n\t\0\u2028", id="control characters"),
        pytest.param("x" * 100_000, id="very long"),
        pytest.param(".*", id="a pattern"),
    ],
)
def test_parameters_are_data(example: KnowledgeGraph, value: str) -> None:
    before = len(example.store)
    assert len(table(example, "by-actor", name=value)) == 0
    assert len(table(example, "evidence", event=value)) == 0
    assert len(example.store) == before


def test_a_parameter_binds_its_variable(example: KnowledgeGraph) -> None:
    edtf = f"SELECT ?time ?edtf {{ ?time <{CHT.edtf}> ?edtf }}"
    assert set(table(example, edtf, edtf="2024-03-15")["edtf"]) == {"2024-03-15"}


def test_answers_are_python_values(example: KnowledgeGraph) -> None:
    assert example.query("ASK { ?s a sem:Event }") is True
    assert len(example.query("CONSTRUCT { ?s a sem:Event } { ?s a sem:Event }")) == len(example.events())  # type: ignore[arg-type]
    values = table(example, "SELECT (1 AS ?one) (0.5 AS ?half) (true AS ?yes) ('a'@fr AS ?text) ?nothing {}").iloc[0]
    assert list(values) == [1, 0.5, True, "a", None]


@pytest.mark.parametrize(
    "query",
    [
        pytest.param('SELECT * { ?s ?p "SERVICE FROM" }', id="in a string"),
        pytest.param("SELECT * { ?service ?from ?o }", id="variables"),
        pytest.param("SELECT * { ?s <http://service.from/x> ?o }", id="in an IRI"),
        pytest.param("# from here\nSELECT * { ?s ?p ?o }", id="in a comment"),
        pytest.param("PREFIX from: <http://a#> SELECT * { ?s from:service ?o }", id="in a prefixed name"),
        pytest.param('SELECT * { ?s ?p """a " from ""x""" }', id="in a long string"),
    ],
)
def test_the_words_may_stand_where_they_do_nothing(query: str) -> None:
    results = ask(ox.Store(), query)
    assert isinstance(results, ox.QuerySolutions)
    assert list(results) == []


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(InvalidQuery, match="brackets within brackets"):
        ask(ox.Store(), "SELECT * { FILTER" + "(" * 20_000 + "1" + ")" * 20_000 + "}")
