"""A timeline narrowed to what somebody asks for."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from chronotope.dates import PartialDate
from chronotope.errors import InvalidDate
from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.timeline.bounds import BOUNDS
from chronotope.timeline.disagreements import Disagreement, Version
from chronotope.timeline.evidence import Evidence
from chronotope.timeline.narrow import narrow

SENTENCE = "Une bombe a explosé à l’aéroport."
EVIDENCE = {
    "attack": (
        Evidence("kaboul-1", None, None, None, "Le Courrier des quais", SENTENCE, 0, 9),
        Evidence("port", None, None, None, "Radio Loire-Sud", "Il y a des morts.", 0, 9),
    ),
    "threat": (Evidence("port", None, None, None, None, "L’aéroport est menacé.", 0, 9),),
}
DAY = ("T00:00:00", "T23:59:59")


def add_event(
    timeline: nx.MultiDiGraph[str],
    name: str,
    type_: tuple[str, str],
    group: tuple[str, str],
    status: str,
    *bounds: str | None,
) -> None:
    timeline.add_node(
        name,
        kind="event",
        label=name,
        type=type_[0],
        type_label=type_[1],
        group=group[0],
        group_label=group[1],
        status=status,
        confidence=0.4 if name == "strike" else 0.8,
        evidence=EVIDENCE.get(name, ()),
        disputes=(Disagreement("count", (Version("12", ("a",)), Version("13", ("b",)))),) if name == "attack" else (),
        **dict(zip(BOUNDS, bounds, strict=True)),
    )


@pytest.fixture
def timeline() -> nx.MultiDiGraph[str]:
    """An attack on one day, a flight some time in a month, a threat that goes on, and an undated fear."""
    timeline: nx.MultiDiGraph[str] = nx.MultiDiGraph(title="Kaboul", language="fr")
    first, last = (f"2021-08-26{hour}" for hour in DAY)
    add_event(timeline, "attack", ("Attack", "Attaque"), ("Conflict", "Conflit"), "actual", first, last, first, last)
    first, last = "2021-08-01T00:00:00", "2021-08-31T23:59:59"
    add_event(
        timeline, "flight", ("Departure", "Départ"), ("Movement", "Déplacement"), "planned", first, last, first, last
    )
    add_event(
        timeline,
        "threat",
        ("Threat", "Menace"),
        ("Conflict", "Conflit"),
        "reported",
        "2021-09-01T00:00:00",
        None,
        None,
        None,
    )
    add_event(
        timeline,
        "siege",
        ("Siege", "Siège"),
        ("Conflict", "Conflit"),
        "reported",
        None,
        None,
        None,
        "2021-07-01T23:59:59",
    )
    add_event(
        timeline, "strike", ("Strike", "Grève"), ("Protest", "Contestation"), "hypothetical", None, None, None, None
    )
    for place, label in (("kabul", "Kaboul"), ("af", "Afghanistan"), ("asia", "Asie"), ("paris", "Paris")):
        timeline.add_node(place, kind="place", label=label)
    timeline.add_edge("kabul", "af", kind="contained-in")
    timeline.add_edge("af", "asia", kind="contained-in")
    for actor, label in (("is", "État islamique"), ("army", "Armée de l’air"), ("pentagon", "Pentagone")):
        timeline.add_node(actor, kind="actor", label=label)
    timeline.add_node("2021-08-26", kind="time", label="2021-08-26")
    timeline.add_edge("attack", "2021-08-26", kind="time")
    timeline.add_edge("attack", "kabul", kind="place")
    timeline.add_edge("strike", "paris", kind="place")
    timeline.add_edge("attack", "is", kind="participation", role="agent")
    timeline.add_edge("flight", "army", kind="participation", role="agent")
    timeline.add_edge("pentagon", "threat", kind="claim", stance="warns")
    timeline.add_edge("attack", "threat", kind="before")
    timeline.add_edge("flight", "attack", kind="before")
    return timeline


def events(timeline: nx.MultiDiGraph[str]) -> set[str]:
    return {node for node, attributes in timeline.nodes(data=True) if attributes["kind"] == "event"}


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        pytest.param({}, {"attack", "flight", "threat", "siege", "strike"}, id="none"),
        pytest.param({"actor": "islamique"}, {"attack"}, id="part of a name"),
        pytest.param({"actor": "ETAT ISLAMIQUE"}, {"attack"}, id="without accents, in capitals"),
        pytest.param({"actor": "armee de l'air"}, {"flight"}, id="another apostrophe"),
        pytest.param({"actor": "pentagone"}, {"threat"}, id="who vouches for it"),
        pytest.param({"actor": "nobody"}, set(), id="nobody"),
        pytest.param({"place": "kaboul"}, {"attack"}, id="place"),
        pytest.param({"place": "afghanistan"}, {"attack"}, id="a country holds its towns"),
        pytest.param({"place": "asie"}, {"attack"}, id="a continent holds the towns of its countries"),
        pytest.param({"type": "Attack"}, {"attack"}, id="type by name"),
        pytest.param({"type": "greve"}, {"strike"}, id="type by label, without accent"),
        pytest.param({"type": "conflit"}, {"attack", "threat", "siege"}, id="group by label"),
        pytest.param({"type": "Conf"}, set(), id="part of a type is none"),
        pytest.param({"status": "planned"}, {"flight"}, id="status"),
        pytest.param({"disputed": True}, {"attack"}, id="what articles disagree about"),
        pytest.param({"disputed": False, "type": "conflit"}, {"attack", "threat", "siege"}, id="disputed or not"),
        pytest.param({"disputed": True, "status": "planned"}, set(), id="nothing planned is disputed"),
        pytest.param({"source": "loire-sud"}, {"attack"}, id="part of a publisher's name"),
        pytest.param({"source": "PORT"}, {"attack", "threat"}, id="an article, in capitals"),
        pytest.param({"source": "kaboul"}, set(), id="part of an article's name is none"),
        pytest.param({"confidence": 0.8}, {"attack", "flight", "threat", "siege"}, id="sure enough"),
        pytest.param({"confidence": 0.81}, set(), id="nothing is that sure"),
        pytest.param({"text": "aeroport"}, {"attack", "threat"}, id="a word of a sentence, without accents"),
        pytest.param({"text": "l'aéroport morts"}, {"attack"}, id="words of several sentences"),
        pytest.param({"text": "SIEGE"}, {"siege"}, id="a word of the label"),
        pytest.param({"text": "siege morts"}, set(), id="not every word"),
        pytest.param({"text": " ", "type": "Siege"}, {"siege"}, id="no words"),
        pytest.param(
            {"source": "port", "text": "aéroport", "confidence": 0.5, "place": "kaboul"}, {"attack"}, id="new ones"
        ),
        pytest.param({"type": "Conflict", "status": "reported", "actor": "pentagone"}, {"threat"}, id="all together"),
        pytest.param({"place": "kaboul", "status": "planned"}, set(), id="no event satisfies both"),
    ],
)
def test_conditions(timeline: nx.MultiDiGraph[str], conditions: dict[str, Any], expected: set[str]) -> None:
    assert events(narrow(timeline, **conditions)) == expected


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        pytest.param("2021-08-26", "2021-08-26", {"attack", "flight"}, id="a day, and a month around it"),
        pytest.param("2021-08", "2021-08", {"attack", "flight"}, id="a month"),
        pytest.param("2021", "2021", {"attack", "flight", "threat", "siege"}, id="a year; the undated is left out"),
        pytest.param("2021-08-27", None, {"flight", "threat"}, id="since"),
        pytest.param("2022", None, {"threat"}, id="what has no end may go on"),
        pytest.param(None, "2021-06", {"siege"}, id="what has no begin may have begun"),
        pytest.param(None, "2021-08-25", {"flight", "siege"}, id="until"),
        pytest.param("2021-08-26T23:59:59", "2021-08-26T23:59:59", {"attack", "flight"}, id="the last second"),
        pytest.param("2021-08-27T00:00:00", "2021-08-27", {"flight"}, id="the second after"),
        pytest.param("2022", "2020", set(), id="no time lies between"),
    ],
)
def test_dates(timeline: nx.MultiDiGraph[str], since: str | None, until: str | None, expected: set[str]) -> None:
    begin, end = (None if date is None else PartialDate.parse(date) for date in (since, until))
    assert events(narrow(timeline, since=begin, until=end)) == expected


@pytest.mark.parametrize(
    ("dates", "since", "until", "kept"),
    [
        pytest.param(("2020-01-01T00:00:00", "2020-12-31T23:59:59", None, None), "2022", None, True, id="from 2020 on"),
        pytest.param((None, None, "2020-01-01T00:00:00", "2020-12-31T23:59:59"), None, "2019", True, id="until 2020"),
        pytest.param((None, "2020-06-01T00:00:00", None, None), "2022", None, True, id="begun by then, without end"),
        pytest.param((None, "2020-06-01T00:00:00", None, None), None, "2019", True, id="begun by then, or before"),
        pytest.param((None, None, "2020-01-01T00:00:00", "2020-12-31T23:59:59"), "2022", None, False, id="ended"),
        pytest.param(("2020-01-01T00:00:00", None, None, None), None, "2019", False, id="not begun"),
        pytest.param(("2020", None, None, "2020"), "2020-12-31", "2020-12-31", True, id="a year is all of its days"),
        pytest.param(("", None, None, "some day"), "2000", "2030", False, id="no date we can read"),
    ],
)
def test_open_ends(dates: tuple[str | None, ...], since: str | None, until: str | None, kept: bool) -> None:
    """An end that nobody knows may lie at any time; of what has no date at all nobody knows anything."""
    timeline: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    timeline.add_node("event", kind="event", **dict(zip(BOUNDS, dates, strict=True)))
    begin, end = (None if date is None else PartialDate.parse(date) for date in (since, until))
    assert bool(events(narrow(timeline, since=begin, until=end))) is kept


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        pytest.param({}, {1}, id="none"),
        pytest.param({"status": "reported"}, {1}, id="a status that is not said"),
        pytest.param({"type": "Attack"}, set(), id="no type"),
        pytest.param({"confidence": 0.9}, {1}, id="nothing speaks against it"),
        pytest.param({"disputed": True}, set(), id="no disputes"),
        pytest.param({"source": "radio"}, set(), id="no evidence"),
        pytest.param({"text": "1"}, {1}, id="its name is its identifier"),
        pytest.param({"since": PartialDate(year=2020)}, set(), id="no date"),
        pytest.param({"actor": "2"}, {1}, id="an actor without a name"),
        pytest.param({"place": "kabul"}, set(), id="an edge without a kind"),
    ],
)
def test_a_graph_with_kinds_alone(conditions: dict[str, Any], expected: set[int]) -> None:
    """People bring graphs of their own; numbers stay numbers in the copy."""
    timeline: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    timeline.add_nodes_from([(1, {"kind": "event"}), (2, {"kind": "actor"}), (3, {"label": "Kabul"})])
    timeline.add_edge(1, 2, kind="participation")
    timeline.add_edge(1, 3)
    found: nx.MultiDiGraph[Any] = narrow(timeline, **conditions)
    assert {node for node in found if found.nodes[node].get("kind") == "event"} == expected
    assert set(found) == ({1, 2, 3} if expected else set())


def test_the_copy_is_in_the_order_of_the_timeline(timeline: nx.MultiDiGraph[str]) -> None:
    found = narrow(timeline, type="conflit")
    assert list(found) == [node for node in timeline if node in found]
    assert list(found.edges(keys=True)) == [edge for edge in timeline.edges(keys=True) if found.has_edge(*edge)]


def test_what_is_around_an_event_stays(timeline: nx.MultiDiGraph[str]) -> None:
    found = narrow(timeline, type="Attack")
    assert set(found) == {"attack", "kabul", "af", "asia", "is", "2021-08-26"}
    assert found.graph == timeline.graph
    assert found.has_edge("kabul", "af")


def test_the_original_stays_as_it_was(timeline: nx.MultiDiGraph[str]) -> None:
    before = set(timeline)
    found = narrow(timeline, type="Attack")
    found.remove_node("attack")
    found.nodes["kabul"]["label"] = "changed"
    assert set(timeline) == before
    assert timeline.nodes["kabul"]["label"] == "Kaboul"


def test_the_knowledge_graph_takes_the_same_words(example: KnowledgeGraph) -> None:
    assert 0 < len(example.events(place="lorient")) < len(example.events())
    assert set(example.events(status="planned")["status"]) == {"planned"}
    assert len(example.events(since="2030")) < len(example.events())
    with pytest.raises(InvalidDate):
        example.events(since="yesterday")
