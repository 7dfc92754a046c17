"""The timeline graph: what nodes and edges carry, and that any dataset that keeps the contract can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import networkx as nx
import pyoxigraph as ox
import pytest
from rdflib import Graph

from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.lexicon import load_lexicon
from chronotope.mentions import ActorKind, Role, Stance, Status
from chronotope.model import PlaceKind, TimeBasis, TimeGranularity
from chronotope.rdf.check import find_faults
from chronotope.rdf.vocabulary import ID
from chronotope.show.text import timeline_text
from chronotope.show.timeline import Timeline
from chronotope.timeline.bounds import BOUNDS
from chronotope.timeline.build import build_timeline, events_of
from chronotope.timeline.disagreements import Disagreement, Version
from chronotope.timeline.evidence import Evidence

MODEL = (Path(__file__).parent.parent.parent / "docs" / "model.ttl").read_text(encoding="utf-8")
TYPED = "sem:eventType type:AtLarge ; cht:status status:reported ;     #"
DENOTED = "gaf:denotedBy <mention/event/ab12/70-76> ;                    #"
ENDS = {
    "participation": ("event", "actor"),
    "place": ("event", "place"),
    "time": ("event", "time"),
    "before": ("event", "event"),
    "during": ("event", "event"),
    "causes": ("event", "event"),
    "sub-event": ("event", "event"),
    "claim": ("actor", "event"),
    "contained-in": ("place", "place"),
}


@pytest.fixture(scope="module")
def timeline(example: KnowledgeGraph) -> nx.MultiDiGraph[str]:
    return build_timeline(example.store, title="ferry")


def nodes(timeline: nx.MultiDiGraph[str], kind: str) -> Iterator[dict[str, Any]]:
    """`Any`: attributes are of many types, which is what is tested here."""
    found = [attributes for _, attributes in timeline.nodes(data=True) if attributes["kind"] == kind]
    assert found
    yield from found


def stored(turtle: str) -> ox.Store:
    store = ox.Store()
    store.load(turtle.encode(), ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("https://example.org/graph"))
    return store


def test_the_graph_says_what_it_is(timeline: nx.MultiDiGraph[str]) -> None:
    assert timeline.graph == {"title": "ferry", "language": "fr"}


def test_every_node_has_a_kind_and_a_label(timeline: nx.MultiDiGraph[str]) -> None:
    for iri, attributes in timeline.nodes(data=True):
        assert iri.startswith(ID)
        assert attributes["kind"] in {"event", "actor", "place", "time"}
        assert isinstance(attributes["label"], str)
        assert attributes["label"]


def test_events(timeline: nx.MultiDiGraph[str]) -> None:
    types = load_lexicon().types
    for event in nodes(timeline, "event"):
        assert event["type"] in types
        assert event["group"] == types[event["type"]].group
        assert (event["type_label"], "fr") in types[event["type"]].labels
        assert event["group_label"] != ""
        assert event["status"] in get_args(Status)
        assert 0 <= event["confidence"] <= 1
        assert event["granularity"] in get_args(TimeGranularity)
        assert event["basis"] in get_args(TimeBasis)
        assert event["edtf"] != ""
        assert 1 <= event["sources"] <= len({said.article for said in event["evidence"]})
        assert isinstance(event["disputes"], tuple)
        assert event["sources"] <= event["mentions"] == len(event["evidence"])
        assert 0 < event["salience"] <= 1
        assert isinstance(event["speech"], bool)


def test_bounds_are_moments_in_order_or_none(timeline: nx.MultiDiGraph[str]) -> None:
    for kind in ("event", "time"):
        for node in nodes(timeline, kind):
            first, last_begin, first_end, last = (
                node[bound] and datetime.fromisoformat(node[bound]) for bound in BOUNDS
            )
            for low, high in ((first, last_begin), (first_end, last), (first, last)):
                assert not (low and high) or low <= high


def test_every_event_shows_its_words(timeline: nx.MultiDiGraph[str]) -> None:
    for event in nodes(timeline, "event"):
        assert isinstance(event["evidence"], tuple)
        assert event["evidence"]
        for said in event["evidence"]:
            assert isinstance(said, Evidence)
            assert 0 <= said.begin < said.end <= len(said.sentence)
        words = [said.sentence[said.begin : said.end] for said in event["evidence"]]
        assert any(event["label"].startswith(each) for each in words)


def test_an_event_of_several_articles_has_the_words_of_all(disputed_example: KnowledgeGraph) -> None:
    timeline = disputed_example.timeline()
    assert list(nodes(timeline, "event"))
    for event in nodes(timeline, "event"):
        # In the order of their dates; two of the three are one text.
        assert [said.article for said in event["evidence"]] == ["quais", "radio", "port"]
        assert event["sources"] == 2
        assert len({said.sentence for said in event["evidence"]}) == 2


def test_what_articles_disagree_about(disputed_example: KnowledgeGraph) -> None:
    timeline = disputed_example.timeline(disputed=True)
    (event,) = nodes(timeline, "event")
    versions = (Version("11", ("quais", "radio")), Version("14", ("port",)))
    assert event["type"] == "Death"
    assert event["disputes"] == (Disagreement("count", versions),)
    table = disputed_example.events(disputed=True)
    assert table[["type", "sources", "disputed"]].to_numpy().tolist() == [["Death", 2, "count"]]
    assert set(disputed_example.events()["disputed"]) == {"", "count"}


def test_actors_and_places(timeline: nx.MultiDiGraph[str]) -> None:
    assert {actor["actor_kind"] for actor in nodes(timeline, "actor")} <= set(get_args(ActorKind))
    for place in nodes(timeline, "place"):
        assert place["place_kind"] in (*get_args(PlaceKind), None)
        assert (place["latitude"] is None) == (place["longitude"] is None)
        if place["latitude"] is not None:
            assert -90 <= place["latitude"] <= 90
            assert -180 <= place["longitude"] <= 180


def test_coordinates_are_not_swapped(timeline: nx.MultiDiGraph[str]) -> None:
    (lorient,) = [place for place in nodes(timeline, "place") if place["label"] == "Lorient"]
    assert (round(lorient["latitude"]), round(lorient["longitude"])) == (48, -3)


def test_edges_tie_what_their_kind_says(timeline: nx.MultiDiGraph[str]) -> None:
    kinds = set()
    for begin, end, key, attributes in timeline.edges(keys=True, data=True):
        kind = attributes["kind"]
        ends = timeline.nodes[begin]["kind"], timeline.nodes[end]["kind"]
        # A place may be what is attacked or left.
        assert ends == ENDS[kind] or (kind, ends) == ("participation", ("event", "place"))
        assert key == {
            "participation": f"participation/{attributes.get('role')}",
            "claim": f"claim/{attributes.get('stance')}",
        }.get(kind, kind)
        kinds.add(kind)
    assert {"participation", "place", "time", "claim", "contained-in"} <= kinds


def test_edges_carry_roles_counts_and_stances(timeline: nx.MultiDiGraph[str]) -> None:
    counted = 0
    for *_, attributes in timeline.edges(data=True):
        if attributes["kind"] == "participation":
            assert attributes["role"] in get_args(Role)
            low, high = attributes["minimum"], attributes["maximum"]
            assert low is None or high is None or 0 <= low <= high
            counted += low is not None
        elif attributes["kind"] == "claim":
            assert attributes["stance"] in get_args(Stance)
    assert counted


def test_every_event_has_one_time(timeline: nx.MultiDiGraph[str]) -> None:
    for event in events_of(timeline):
        times = [other for _, other, attributes in timeline.out_edges(event, data=True) if attributes["kind"] == "time"]
        assert len(times) == 1


def test_labels_come_in_the_language_asked_for(example: KnowledgeGraph, timeline: nx.MultiDiGraph[str]) -> None:
    english = build_timeline(example.store, language="en")
    assert set(english) == set(timeline)
    assert {event["group_label"] for event in nodes(english, "event")} >= {"Disaster and rescue", "Justice"}
    assert {event["group_label"] for event in nodes(timeline, "event")} >= {"Catastrophe et secours", "Justice"}


def test_a_language_without_labels_falls_back(example: KnowledgeGraph) -> None:
    assert all(attributes["label"] for _, attributes in build_timeline(example.store, language="fi").nodes(data=True))


def test_events_come_in_the_order_of_time(timeline: nx.MultiDiGraph[str]) -> None:
    events = events_of(timeline)
    begins = [timeline.nodes[event]["earliest_begin"] for event in events]
    assert len(events) == len(set(events)) == sum(1 for _ in nodes(timeline, "event"))
    assert {"2024-02-21T00:00:00", "2024-03-15T00:00:00"} <= set(begins)
    dated = [begin for begin in begins if begin]
    first, last = begins.index(min(dated)), begins.index(max(dated))
    assert first < last


def test_the_order_does_not_depend_on_how_nodes_came_in(timeline: nx.MultiDiGraph[str]) -> None:
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(timeline.nodes(data=True))))
    assert events_of(turned) == events_of(timeline)


def test_the_contract_by_itself_can_be_shown(tmp_path: Path) -> None:
    timeline = Timeline(build_timeline(stored(MODEL), title="model"))
    (event,) = nodes(timeline, "event")
    assert event["label"] == "errent : sept terroristes de l’Etat islamique, Kaboul"
    assert (event["edtf"], event["granularity"], event["basis"], event["status"]) == (
        "2021-08",
        "month",
        "relative",
        "reported",
    )
    assert [said.article for said in event["evidence"]] == ["kaboul"]
    (said,) = event["evidence"]
    assert (said.before, said.after) == ("", "")
    # The claim's holder is only named there.
    assert (event["mentions"], event["time_words"], event["claims"], event["speech"]) == (1, (), (), False)
    assert 0 < event["salience"] < 1
    # The second article is only named there.
    versions = (Version("7", ("kaboul",)), Version("9", ("cd34",)))
    assert (event["sources"], event["disputes"]) == (2, (Disagreement("count", versions),))
    # The holder of its claim and the country of its place are only named there, so they are no nodes.
    assert {attributes["kind"] for *_, attributes in timeline.edges(data=True)} == {"participation", "place", "time"}
    timeline.to_html(tmp_path / "model.html")
    assert (tmp_path / "model.html").stat().st_size > 0
    assert timeline_text(timeline)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("cht:granularity time:unitMonth", "cht:granularity cht:unitQuarter", id="a unit of ours"),
        pytest.param(
            TYPED,
            "sem:eventType <https://example.org/types/Heist> ; cht:status status:reported ; #",
            id="a type of others, with a slash",
        ),
        pytest.param(
            TYPED,
            "sem:eventType <https://example.org/types#Heist> ; cht:status status:reported ; #",
            id="a type of others, with a hash",
        ),
        pytest.param(
            '"errent : sept terroristes de l’Etat islamique, Kaboul"@fr',
            '"at large"@en, "auf freiem Fuß"@de',
            id="other languages",
        ),
        pytest.param('"errent : sept terroristes de l’Etat islamique, Kaboul"@fr', '"at large"', id="no language"),
        pytest.param("a sem:Actor, cht:Group", "a sem:Actor", id="an actor of no kind"),
        pytest.param("a sem:Actor, cht:Group", "a sem:Actor, cht:Group, schema:Person", id="an actor of two kinds"),
        pytest.param("sem:hasActor <actor/9d> ;", "", id="no plain link"),
        pytest.param("cht:min 7 ; cht:max 7 ;   #", "#", id="no count"),
        pytest.param('schema:headline "…" ;', 'schema:headline "a"@fr, "b"@en ;', id="two headlines"),
        pytest.param("nif:sentence <mention/sentence/ab12/0-154> ;", "", id="no sentence"),
        pytest.param("geo:hasGeometry <geometry/1138958> ;", "", id="no coordinates"),
        pytest.param("cht:placeKind cht:city ;", "", id="a place of no kind"),
        pytest.param(DENOTED, DENOTED.replace(";", ", <mention/event/zz/1-2> ;", 1), id="two mentions, one elsewhere"),
        pytest.param('sem:hasEarliestBeginTimeStamp "2021-08-01T00:00:00"^^xsd:dateTime ;', "", id="no earliest begin"),
        pytest.param(
            "cht:confidence 0.8 .\n<participation", 'cht:duration "P1D" .\n<participation', id="no confidence"
        ),
    ],
)
def test_whatever_conforms_can_be_shown(old: str, new: str, tmp_path: Path) -> None:
    assert MODEL.count(old) == 1
    turtle = MODEL.replace(old, new)
    if "zz" in new:
        turtle += "<mention/event/zz/1-2> a <https://w3id.org/chronotope#EventMention> ."
    else:
        assert find_faults(Graph().parse(data=turtle, format="turtle")) == []
    timeline = Timeline(build_timeline(stored(turtle)))
    (event,) = nodes(timeline, "event")
    assert event["label"]
    assert event["type"]
    assert event["type_label"]
    timeline.to_html(tmp_path / "page.html")


def test_an_empty_store_gives_an_empty_timeline() -> None:
    assert list(build_timeline(ox.Store())) == []
