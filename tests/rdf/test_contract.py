"""The RDF contract, `docs/model.ttl`: the sketch keeps the shapes, what breaks them is told, and builds keep them."""

from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from chronotope.chronicle import build_chronicle, open_chronicle
from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.rdf.check import find_faults
from chronotope.rdf.vocabulary import CHT, ID, KNOWLEDGE, ONTOLOGY, PREFIXES, SCHEMA

MODEL = (Path(__file__).parent.parent.parent / "docs" / "model.ttl").read_text(encoding="utf-8")
# Where `schema:sameAs` and WKT may lead.
AUTHORITIES = ("https://sws.geonames.org/", "http://www.wikidata.org/entity/")


def test_the_sketch_conforms() -> None:
    assert find_faults(Graph().parse(data=MODEL, format="turtle")) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param(
            "cht:status status:reported ; cht:polarity",
            "cht:polarity",
            "Exactly one status",
            id="mention without status",
        ),
        pytest.param(
            "cht:status status:reported ;     #",
            "cht:status status:rumoured ; #",
            "Exactly one status",
            id="unknown status",
        ),
        pytest.param(
            "cht:status status:reported ;     #",
            "cht:status status:reported, status:denied ; #",
            "Exactly one status",
            id="two statuses",
        ),
        pytest.param(
            "sem:roleType role:agent ; cht:filler",
            "sem:roleType role:helper ; cht:filler",
            "Exactly one role",
            id="unknown role",
        ),
        pytest.param(
            "cht:certainty cht:certain", "cht:certainty cht:maybe", "Exactly one certainty", id="unknown certainty"
        ),
        pytest.param(
            "cht:confidence 0.8 .\n<argument",
            "cht:confidence 1.5 .\n<argument",
            "confidence",
            id="confidence above one",
        ),
        pytest.param('nif:beginIndex "70"', 'nif:beginIndex "90"', "before the end", id="begin behind end"),
        pytest.param(
            'nif:beginIndex "70"^^xsd:nonNegativeInteger', "nif:beginIndex -1", "an offset from 0", id="negative offset"
        ),
        pytest.param('nif:anchorOf "errent" ;', "", "Exactly one text", id="mention without words"),
        pytest.param(
            'nif:anchorOf "errent"', 'nif:anchorOf "errent"@fr', "Exactly one text", id="words with a language"
        ),
        pytest.param(
            'dct:identifier "kaboul" ;', 'dct:identifier "a", "b" ;', "Exactly one identifier", id="two identifiers"
        ),
        pytest.param('"2021-08"^^xsd:gYearMonth', '"août 2021"', "date of publication", id="date in words"),
        pytest.param(
            'LatestEndTimeStamp "2021-08-31T23:59:59"',
            'LatestEndTimeStamp "2021-08-31T23:59:59Z"',
            "without zone",
            id="bound with a zone",
        ),
        pytest.param(
            'LatestBeginTimeStamp "2021-08-31T23:59:59"',
            'LatestBeginTimeStamp "2021-07-31T23:59:59"',
            "earliest begin",
            id="bounds crossed",
        ),
        pytest.param('cht:edtf "2021-08" ;', "", "EDTF", id="time without EDTF"),
        pytest.param("time:unitMonth", "time:unitFortnight", "granularity", id="unknown granularity"),
        pytest.param(
            'rdfs:label "errent : sept terroristes de l’Etat islamique, Kaboul"@fr ;',
            "",
            "At least one label",
            id="no label",
        ),
        pytest.param(
            "gaf:denotedBy <mention/event/ab12/70-76> ;", "", "At least one event mention", id="event without evidence"
        ),
        pytest.param(
            "sem:hasTime <time/5e> ;                                       # exactly",
            "#",
            "Exactly one time span",
            id="event without time",
        ),
        pytest.param("rdf:value <actor/9d> ;", "", "Exactly one participant", id="participation of nobody"),
        pytest.param("cht:holder <actor/us-intelligence> ;", "", "Exactly one holder", id="claim of nobody"),
        pytest.param("POINT(69.1723 34.5289)", "69.1723 34.5289", "WKT", id="coordinates without WKT"),
        pytest.param(
            '; cht:scopeEnd "94"^^xsd:nonNegativeInteger', "", "both a begin and an end", id="scope with one end"
        ),
        pytest.param("cht:sources 2 ;", "", "number of sources", id="event without sources"),
        pytest.param("cht:sources 2 ;", "cht:sources 0 ;", "number of sources", id="event of no source"),
        pytest.param(
            'cht:disputed "count"', 'cht:disputed "colour"', "What is disputed", id="unknown side of an event"
        ),
        pytest.param(
            "<mention/event/ab12/70-76>, <mention/event/cd34/12-20> ;   # two",
            "<mention/event/ab12/70-76> ; #",
            "joins two mentions",
            id="merge of one mention",
        ),
        pytest.param("cht:likeness 0.87", "cht:likeness 1.87", "likeness", id="likeness above one"),
        pytest.param('cht:aspect "count"', 'cht:aspect "colour"', "Exactly one aspect", id="unknown aspect"),
        pytest.param("<version/07>, <version/09> .", "<version/07> .", "two versions", id="dispute of one version"),
        pytest.param(
            'cht:value "9" ; dct:source <article/cd34>', 'cht:value "9"', "At least one article", id="version of nobody"
        ),
        pytest.param(
            "a cht:Contradiction ; cht:concerns <event/4c1>",
            "a cht:Contradiction ; cht:concerns <event/none>",
            "which is described",
            id="contradiction about nothing",
        ),
        pytest.param(
            "dct:isReplacedBy <event/4c1>",
            "dct:isReplacedBy <event/4c1>, <event/4c9>",
            "Replaced by one thing",
            id="replaced by two things",
        ),
        pytest.param("# <article/ef56>", "<article/ab12> cht:copyOf <article/none> . #", "copy", id="copy of nothing"),
        pytest.param("prov:wasAssociatedWith <person/editor> ;", "", "Signed", id="anonymous correction"),
        pytest.param('cht:value "2021-08-28" ;', "", "ISO 8601 date", id="dateline without value"),
        pytest.param('cht:value "2021-08-28" ;', 'cht:value "hier" ;', "ISO 8601 date", id="dateline in words"),
        pytest.param('cht:was "2021-08" ;', 'cht:was "2021-08", "2020" ;', "former value", id="two former values"),
    ],
)
def test_what_breaks_the_contract_is_told(old: str, new: str, message: str) -> None:
    assert MODEL.count(old) == 1
    faults = find_faults(Graph().parse(data=MODEL.replace(old, new), format="turtle"))
    assert any(message in fault.message for fault in faults), faults


def test_messages_come_in_french() -> None:
    broken = MODEL.replace("cht:holder <actor/us-intelligence> ;", "")
    faults = find_faults(Graph().parse(data=broken, format="turtle"), language="fr")
    assert [fault.message for fault in faults] == ["Une voix et une seule."]


def test_a_build_conforms(example: KnowledgeGraph) -> None:
    assert example.validate() == []


def test_a_broken_store_does_not(example: KnowledgeGraph) -> None:
    store = ox.Store()
    store.bulk_extend(quad for quad in example.store if quad.predicate != ox.NamedNode(CHT.edtf))
    assert {fault.path for fault in KnowledgeGraph(store).validate()} == {str(CHT.edtf)}


def test_no_triple_stands_in_two_graphs(example: KnowledgeGraph) -> None:
    graphs: dict[ox.Triple, list[str]] = defaultdict(list)
    for quad in example.store:
        graphs[quad.triple].append(str(quad.graph_name))
    assert {triple: found for triple, found in graphs.items() if len(found) > 1} == {}


def test_graphs_are_those_of_the_contract(example: KnowledgeGraph) -> None:
    names = {graph.value for graph in example.store.named_graphs()}
    extractions = {name for name in names if name.startswith(ID["extraction/"])}
    assert len(extractions) == 6
    assert names - extractions == {str(KNOWLEDGE), str(ONTOLOGY)}
    assert not any(example.store.quads_for_pattern(None, None, None, ox.DefaultGraph()))


def test_no_blank_nodes_outside_the_ontology(example: KnowledgeGraph) -> None:
    ours = (quad for quad in example.store if quad.graph_name != ox.NamedNode(ONTOLOGY))
    assert [
        quad for quad in ours if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode)
    ] == []


def test_mentions_cut_their_words_out_of_the_body(example: KnowledgeGraph) -> None:
    cut = """
        SELECT ?mention {
          ?mention nif:anchorOf ?words ; nif:referenceContext/nif:isString ?body .
          ?mention nif:beginIndex ?begin ; nif:endIndex ?end .
          FILTER(SUBSTR(?body, ?begin + 1, ?end - ?begin) %s ?words)
        }"""
    assert list(example.raw_query(cut % "!=", {})) == []
    assert len(list(example.raw_query(cut % "=", {}))) > 100


def test_iris_are_ours_or_of_a_known_vocabulary(example: KnowledgeGraph) -> None:
    known = (*(iri for name, iri in PREFIXES.items() if name != "id"), *AUTHORITIES)
    strange = set()
    for quad in example.store:
        if quad.graph_name == ox.NamedNode(ONTOLOGY):
            continue
        subject, value = quad.subject, quad.object
        assert isinstance(subject, ox.NamedNode)
        if not subject.value.startswith(ID):
            strange.add(subject)
        if not quad.predicate.value.startswith(known):
            strange.add(quad.predicate)
        if isinstance(value, ox.NamedNode) and not value.value.startswith((*known, ID)):
            strange.add(value)
    assert strange == set()


def test_what_is_named_is_described(example: KnowledgeGraph) -> None:
    """Rules are names of code; what else the name of a place may mean is named only. All else of ours is described."""
    described = {quad.subject for quad in example.store}
    named = {quad.object for quad in example.store if isinstance(quad.object, ox.NamedNode)}
    dangling = {
        node.value for node in named - described if isinstance(node, ox.NamedNode) and node.value.startswith(ID)
    }
    assert {iri for iri in dangling if not iri.startswith((ID["rule/"], ID["place/"]))} == set()


@pytest.fixture(scope="module")
def fire(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """Two articles about one fire, which count its dead differently, and a copy of the second."""
    folder = tmp_path_factory.mktemp("fire")
    told = (
        "À Marseille, un incendie a ravagé lundi un entrepôt. L'incendie a fait treize morts et quatre blessés, ont "
        "indiqué les pompiers. Un gardien a été arrêté mardi par des policiers. La ministre britannique est venue."
    )
    texts = {
        "courrier": "Un incendie a ravagé lundi un entrepôt de Marseille, faisant onze morts, selon les pompiers.",
        "gazette": told,
        "matin": f"{told} (AFP)",
    }
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"date: 2024-05-15\nlang: fr\n\n{text}", encoding="utf-8")
    build_chronicle(folder / "fire", [folder / f"{name}.txt" for name in texts])
    return open_chronicle(folder / "fire")


def test_what_several_articles_come_to_conforms(fire: KnowledgeGraph) -> None:
    kinds = {str(CHT.Merge), str(CHT.Dispute), str(CHT.Version)}
    assert kinds <= {getattr(quad.object, "value", "") for quad in fire.store}
    assert fire.validate() == []


def test_what_several_articles_come_to_stands_in_one_graph(fire: KnowledgeGraph) -> None:
    quads = list(fire.store)
    assert len({quad.triple for quad in quads}) == len(quads)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param('?e cht:disputed "count" ; cht:sources 2 ; sem:eventType type:Death', id="event"),
        pytest.param(
            '?d a cht:Dispute ; cht:concerns ?e ; cht:aspect "count" ; cht:version ?one, ?other . '
            '?one cht:value "11" ; dct:source/dct:identifier "courrier" ; cht:saidIn/nif:anchorOf "onze morts" . '
            '?other cht:value "13" ; dct:source/dct:identifier "gazette", "matin"',
            id="dispute",
        ),
        pytest.param(
            "?m a cht:Merge ; cht:joins ?one, ?other ; cht:likeness 1.0 ; cht:reason ?why . "
            '?one nif:referenceContext/dct:identifier "gazette" . ?other nif:referenceContext/dct:identifier "matin"',
            id="merge of copies",
        ),
        pytest.param("?copy cht:copyOf ?text . ?text dct:identifier ?id FILTER(?copy != ?text)", id="copy"),
        pytest.param("?old dct:isReplacedBy ?e . ?e a sem:Event FILTER NOT EXISTS { ?old a ?kind }", id="former id"),
        pytest.param("?e cht:timeReason ?why ; sem:hasTime/cht:timeBasis cht:inferred", id="reason of a date"),
    ],
)
def test_what_several_articles_come_to_is_written(fire: KnowledgeGraph, question: str) -> None:
    assert fire.query(f"ASK {{ {question} }}") is True


def test_words_of_a_version_denote_no_other_thing(fire: KnowledgeGraph) -> None:
    """What has gaf:denotedBy is held: an event, actor, place, participation or claim."""
    assert fire.query("ASK { ?version a cht:Version ; gaf:denotedBy ?mention }") is False


def test_countries_of_actors_are_described(fire: KnowledgeGraph) -> None:
    """Nobody names the United Kingdom there."""
    labels = fire.query("SELECT ?label { ?actor cht:ofCountry ?country . ?country a sem:Place ; rdfs:label ?label }")
    assert "Royaume-Uni" in set(labels["label"])  # type: ignore[index]  # a table
    assert fire.query("ASK { ?actor cht:ofCountry ?country FILTER NOT EXISTS { ?country a sem:Place } }") is False


def test_same_as_leads_to_a_gazetteer(example: KnowledgeGraph) -> None:
    targets = [quad.object for quad in example.store.quads_for_pattern(None, ox.NamedNode(SCHEMA.sameAs), None)]
    assert targets
    assert all(isinstance(target, ox.NamedNode) and target.value.startswith(AUTHORITIES) for target in targets)
