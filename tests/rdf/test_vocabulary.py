"""Every term that the code or a query uses is defined in the ontology, and every choice of the code has its term."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pyoxigraph as ox
import pytest

from chronotope.mentions import ActorKind, Certainty, Polarity, Role, Speech, Stance, Status
from chronotope.model import PlaceKind, TimeBasis, TimeGranularity
from chronotope.ontologies import ONTOLOGY_FILES, SHAPES_FILE, read_ontology
from chronotope.rdf.triples import ACTOR_CLASSES
from chronotope.rdf.vocabulary import CHT, GROUP, RDF, ROLE, SCHEMA, SKOS, STANCE, STATUS, TIME, TYPE

ROOT = Path(__file__).parent.parent.parent
OURS = {"CHT": CHT, "STATUS": STATUS, "STANCE": STANCE, "ROLE": ROLE, "TYPE": TYPE, "GROUP": GROUP}
QUERIES = sorted((ROOT / "ontology" / "queries").rglob("*.rq"))


def terms_in_code(module: Path) -> Iterator[str]:
    """`CHT.edtf` and `CHT["edtf"]`; what is looked up by a variable is covered by the choices below."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Attribute | ast.Subscript)
            and isinstance(node.value, ast.Name)
            and node.value.id in OURS
        ):
            if isinstance(node, ast.Attribute):
                yield OURS[node.value.id] + node.attr
            elif isinstance(node.slice, ast.Constant):
                yield OURS[node.value.id] + str(node.slice.value)


def terms_in_query(text: str) -> Iterator[str]:
    lines = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    for prefix, name in re.findall(r"\b(cht|status|stance|role|type|group):(\w+)", lines):
        yield OURS[prefix.upper()] + name


def is_defined(iri: str) -> bool:
    return any(read_ontology().quads_for_pattern(ox.NamedNode(iri), ox.NamedNode(RDF.type), None))


def test_every_file_of_the_ontology_is_read() -> None:
    """Concepts are no vocabulary of a graph: the lexicon alone reads them."""
    files = {path.name for path in (ROOT / "ontology").glob("*.ttl")}
    assert files == {*ONTOLOGY_FILES, SHAPES_FILE, "concepts.ttl"}


def test_the_scan_finds_terms() -> None:
    used = {term for module in (ROOT / "graph").rglob("*.py") for term in terms_in_code(module)}
    assert {str(CHT.edtf), str(CHT.EventMention), str(CHT.knowledge)} <= used


@pytest.mark.parametrize(
    "module", sorted((ROOT / "graph").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT / "graph"))
)
def test_terms_of_the_code_are_defined(module: Path) -> None:
    assert {term for term in terms_in_code(module) if not is_defined(term)} == set()


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: str(path.relative_to(ROOT / "ontology")))
def test_terms_of_the_queries_are_defined(query: Path) -> None:
    assert {term for term in terms_in_query(query.read_text(encoding="utf-8")) if not is_defined(term)} == set()


@pytest.mark.parametrize(
    "iris",
    [
        pytest.param([STATUS[name] for name in get_args(Status)], id="statuses"),
        pytest.param([STANCE[name] for name in get_args(Stance)], id="stances"),
        pytest.param([ROLE[name] for name in get_args(Role)], id="roles"),
        pytest.param([CHT[name] for name in get_args(Polarity)], id="polarities"),
        pytest.param([CHT[name] for name in get_args(Certainty)], id="certainties"),
        pytest.param([CHT[name] for name in get_args(Speech)], id="speech"),
        pytest.param([CHT[name] for name in get_args(TimeBasis)], id="time bases"),
        pytest.param([CHT[name] for name in get_args(PlaceKind)], id="place kinds"),
        pytest.param([CHT[f"unit{name}"] for name in ("Century", "Decade", "Quarter")], id="granularities of ours"),
    ],
)
def test_choices_have_their_individuals(iris: list[str]) -> None:
    assert [iri for iri in iris if not is_defined(iri)] == []


def test_statuses_stances_and_roles_have_no_others() -> None:
    """One that is defined and that the code does not know would be read as an error in a user's ontology."""
    for space, choices in ((STATUS, Status), (STANCE, Stance), (ROLE, Role)):
        named = {quad.subject.value for quad in read_ontology() if isinstance(quad.subject, ox.NamedNode)}
        assert {iri.removeprefix(space) for iri in named if iri.startswith(space)} == set(get_args(choices))


def test_actor_kinds_have_their_classes() -> None:
    assert set(ACTOR_CLASSES) == set(get_args(ActorKind))
    assert all(iri.startswith(str(SCHEMA)) or is_defined(iri) for iri in ACTOR_CLASSES.values())


def test_granularities_have_their_units() -> None:
    ours = {"century", "decade", "quarter"}
    for name in set(get_args(TimeGranularity)) - ours:
        assert TIME[f"unit{name.capitalize()}"] in TIME


def types() -> list[str]:
    found = read_ontology().quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(CHT.EventType))
    return sorted(quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode))


def objects(subject: str, predicate: str) -> list[ox.NamedNode | ox.Literal]:
    found = read_ontology().quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
    return [quad.object for quad in found if isinstance(quad.object, ox.NamedNode | ox.Literal)]


@pytest.mark.parametrize("iri", types(), ids=lambda iri: str(iri).rpartition("#")[2])
def test_event_types_have_labels_and_a_group(iri: str) -> None:
    assert iri.startswith(TYPE)
    labels = [label.language for label in objects(iri, str(SKOS.prefLabel)) if isinstance(label, ox.Literal)]
    assert sorted(filter(None, labels)) == ["en", "fr"]
    (group,) = objects(iri, str(SKOS.broader))
    assert group.value.startswith(GROUP)
    assert ox.NamedNode(CHT.EventTypeGroup) in objects(group.value, str(RDF.type))
    names = [label.language for label in objects(group.value, str(SKOS.prefLabel)) if isinstance(label, ox.Literal)]
    assert sorted(filter(None, names)) == ["en", "fr"]
