"""What is read of a graph that somebody else made: defaults, texts, numbers in range, and named problems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

import networkx as nx
import pytest

from chronotope.errors import UnreadableGraph
from chronotope.timeline.claims import Saying
from chronotope.timeline.disagreements import Disagreement, Version
from chronotope.timeline.evidence import Evidence
from chronotope.timeline.given import read_graph

NAN = float("nan")
SAID = Evidence("article/1", None, None, None, None, "A bomb went off.", 7, 11)


def read(**attributes: object) -> dict[str, Any]:
    """One node as it is read."""
    timeline: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    timeline.add_node("id/1", **{"kind": "event", **attributes})
    return dict(read_graph(timeline).nodes["id/1"])


def test_an_event_needs_a_kind_alone() -> None:
    assert read() == {
        "kind": "event", "label": "1", "type": "", "type_label": "", "group": "", "group_label": "",
        "status": "reported", "edtf": "", "granularity": "", "basis": "", "bounds": (None,) * 4,
        "confidence": 1.0, "salience": 0.5, "sources": 1, "mentions": 0, "speech": False,
        "evidence": (), "claims": (), "time_words": (), "disputes": (),
    }  # fmt: skip


@pytest.mark.parametrize("nothing", [pytest.param(None, id="None"), pytest.param(NAN, id="NaN")])
def test_nothing_is_as_good_as_not_there(nothing: object) -> None:
    names = set(read()) - {"kind", "bounds"} | {"earliest_begin", "latest_end"}
    assert read(**dict.fromkeys(names, nothing)) == read()


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        pytest.param({"label": 7, "type": True}, {"label": "7", "type": "True", "type_label": "True"}, id="texts"),
        pytest.param({"type": "Attack", "group": "Conflict"},
                     {"type": "Attack", "type_label": "Attack", "group": "Conflict", "group_label": "Conflict"},
                     id="a type without a name is called by its identifier"),
        pytest.param({"label": ""}, {"label": "1"}, id="a label of no letters"),
        pytest.param({"confidence": float("inf"), "salience": 1.5}, {"confidence": 1.0, "salience": 0.5},
                     id="out of range"),
        pytest.param({"confidence": "0.25", "sources": "many"}, {"confidence": 0.25, "sources": 1},
                     id="a number as text"),
        pytest.param({"sources": -1, "mentions": 10**400}, {"sources": 1, "mentions": 0}, id="no counts"),
        pytest.param({"speech": 1}, {"speech": True}, id="yes"),
        pytest.param({"time_words": "mardi"}, {"time_words": ("mardi",)}, id="words that are one text"),
        pytest.param({"time_words": ["mardi", None, ""]}, {"time_words": ("mardi",)}, id="words that are none"),
        pytest.param({"evidence": [SAID]}, {"evidence": (SAID,), "mentions": 1}, id="a list"),
        pytest.param({"disputes": [SimpleNamespace(aspect="count", versions=[Version("7", ())])]},
                     {"disputes": (Disagreement("count", (Version("7", ()),)),)}, id="what looks like a disagreement"),
        pytest.param({"claims": [[SimpleNamespace(holder=3, stance=None, words="so", speech=None)]]},
                     {"claims": ((Saying("3", "", "so", None),),)}, id="what looks like a claim"),
    ],
)  # fmt: skip
def test_events(attributes: dict[str, object], expected: dict[str, object]) -> None:
    assert read(**attributes) == read() | expected


@dataclass
class Clipping:
    """Evidence of somebody's own, which has no more than it needs."""

    article: object = 12
    sentence: str = "A bomb went off."
    date: object = date(2021, 8, 26)
    begin: object = 7
    end: object = 11


@pytest.mark.parametrize(
    ("clipping", "begin", "end"),
    [
        pytest.param(Clipping(), 7, 11, id="as it should be"),
        pytest.param(Clipping(begin=None, end=NAN), 0, 0, id="nothing to highlight"),
        pytest.param(Clipping(begin=-3, end=900), 0, 16, id="beyond the sentence"),
        pytest.param(Clipping(begin=11, end=7), 7, 7, id="the wrong way round"),
    ],
)
def test_evidence_that_looks_like_ours(clipping: Clipping, begin: int, end: int) -> None:
    [said] = read(evidence=[clipping])["evidence"]
    assert said == Evidence("12", None, "2021-08-26", None, None, "A bomb went off.", begin, end)


def test_a_sentence_of_no_letters_is_one() -> None:
    [said] = read(evidence=[SAID._replace(sentence="")])["evidence"]
    assert (said.sentence, said.begin, said.end) == ("", 0, 0)


def test_evidence_as_it_should_be_is_not_made_anew() -> None:
    assert read(evidence=(SAID,))["evidence"][0] is SAID


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        pytest.param({"latitude": 34.5, "longitude": 69}, (34.5, 69), id="on the map"),
        pytest.param({"latitude": NAN, "longitude": float("-inf")}, (None, None), id="no numbers"),
        pytest.param({"latitude": 90.5, "longitude": 181}, (None, None), id="off the world"),
        pytest.param({"latitude": "34.5", "longitude": "east"}, (34.5, None), id="texts"),
        pytest.param({}, (None, None), id="nowhere"),
    ],
)
def test_places(attributes: dict[str, object], expected: tuple[float | None, float | None]) -> None:
    place = read(kind="place", **attributes)
    assert (place["latitude"], place["longitude"]) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [("Kaboul | Kabul", "Kaboul | Kabul"), (["Kaboul", "Kabul"], "Kaboul | Kabul"), (None, "Kaboul"), (NAN, "Kaboul")],
)
def test_names(names: object, expected: str) -> None:
    assert read(kind="actor", label="Kaboul", names=names)["names"] == expected


@pytest.mark.parametrize("kind", [None, "", "time", "note", ["event"], 3])
def test_nodes_of_other_kinds_are_left_out_with_their_edges(kind: object) -> None:
    timeline: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    timeline.add_node("event", kind="event")
    timeline.add_node("other", kind=kind)
    timeline.add_node("bare")
    timeline.add_edge("event", "other", kind="place")
    timeline.add_edge("event", "bare", kind="participation")
    given = read_graph(timeline)
    assert list(given.nodes) == ["event"]
    assert given.edges == []


@pytest.mark.parametrize(
    ("begin", "end", "attributes", "expected"),
    [
        pytest.param(1, 2, {"kind": "participation", "role": 4, "minimum": 6, "maximum": NAN},
                     {"kind": "participation", "role": "4", "minimum": 6}, id="a role that is a number"),
        pytest.param(1, 3, {"kind": "participation"}, {"kind": "participation"}, id="a place takes part"),
        pytest.param(2, 1, {"kind": "claim", "stance": None}, {"kind": "claim"}, id="no stance"),
        pytest.param(1, 3, {"kind": "place", "colour": "red"}, {"kind": "place"}, id="what the page does not know"),
        pytest.param(1, 2, {"kind": "place"}, None, id="an actor is no place"),
        pytest.param(2, 1, {"kind": "participation"}, None, id="the wrong way round"),
        pytest.param(1, 2, {}, None, id="no kind"),
        pytest.param(1, 2, {"kind": ["participation"]}, None, id="a kind that is no text"),
    ],
)  # fmt: skip
def test_edges(begin: int, end: int, attributes: dict[str, object], expected: dict[str, object] | None) -> None:
    timeline: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    timeline.add_nodes_from([(1, {"kind": "event"}), (2, {"kind": "actor"}), (3, {"kind": "place"})])
    timeline.add_edge(begin, end, **attributes)
    assert read_graph(timeline).edges == ([] if expected is None else [(str(begin), str(end), expected)])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("earliest_begin", ["2021"], id="a list for a date"),
        pytest.param("evidence", "A bomb went off.", id="text for evidence"),
        pytest.param("evidence", [SimpleNamespace(article="a")], id="evidence without a sentence"),
        pytest.param("evidence", 3, id="a number for evidence"),
        pytest.param("claims", (Saying("actor", "asserts", "said", None),), id="a claim that is in no chain"),
        pytest.param("claims", {"actor": "asserts"}, id="a table for claims"),
        pytest.param("disputes", [("count", "7")], id="a pair for a disagreement"),
        pytest.param("disputes", [SimpleNamespace(aspect="count", versions=7)], id="a number for versions"),
        pytest.param("time_words", 26, id="a number for words"),
    ],
)
def test_what_must_be_a_mistake_says_where_and_what_to_do(key: str, value: object) -> None:
    with pytest.raises(UnreadableGraph, match=rf"node 'id/1', {key}: .*; (give|write)") as caught:
        read(**{key: value})
    assert (caught.value.node, caught.value.key) == ("id/1", key)


def test_two_nodes_of_one_name() -> None:
    timeline: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    timeline.add_nodes_from([1, "1"], kind="event")
    with pytest.raises(UnreadableGraph, match=r"node '1', id: two nodes have it, as text and as number; rename one"):
        read_graph(timeline)
