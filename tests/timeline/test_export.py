"""The timeline for other graph programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.timeline.claims import Saying
from chronotope.timeline.disagreements import Disagreement, Version
from chronotope.timeline.evidence import Evidence
from chronotope.timeline.export import flattened, write_graph

READERS: dict[str, Callable[[Path], Any]] = {".graphml": nx.read_graphml, ".gexf": nx.read_gexf}


def one_event(words: str) -> nx.MultiDiGraph[str]:
    """An event whose words are everywhere, an actor in two roles, and places with and without coordinates."""
    timeline: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    said = Evidence("a", None, None, None, None, words, 0, 1)
    disputes = (
        Disagreement("count", (Version("7", ("a",)), Version(words, ("b", "c")))),
        Disagreement("date", (Version("2021", ("a",)), Version("2022", ("b",)))),
    )
    claims = (
        (Saying("actor/1", "asserts", words, None), Saying("actor/2", "denies", "", "event/2")),
        (Saying("actor/1", "warns", "", None),),
    )
    told = {
        "evidence": (said, said),
        "sources": 2,
        "disputes": disputes,
        "claims": claims,
        "time_words": (words, "hier"),
    }
    told |= {"speech": False, "salience": 0.5, "mentions": 2}
    timeline.add_node("event/1", kind="event", label=words, confidence=0.5, earliest_begin=None, **told)
    timeline.add_node("actor/1", kind="actor", label=words)
    timeline.add_node("place/1", kind="place", label="Kaboul", latitude=34.5, longitude=69)
    timeline.add_node("place/2", kind="place", label="Afghanistan", latitude=None, longitude=None)
    for role in ("agent", "patient"):
        timeline.add_edge(
            "event/1", "actor/1", key=f"participation/{role}", kind="participation", role=role, minimum=7, maximum=None
        )
    timeline.add_edge("place/1", "place/2", key="contained-in", kind="contained-in")
    return timeline


def test_flattened_has_text_and_numbers_only(example: KnowledgeGraph) -> None:
    timeline = example.timeline()
    flat = flattened(timeline)
    assert set(flat) == set(timeline)
    assert set(flat.edges(keys=True)) == set(timeline.edges(keys=True))
    values = [value for _, attributes in flat.nodes(data=True) for value in attributes.values()]
    values += [value for *_, attributes in flat.edges(data=True) for value in attributes.values()]
    assert {type(value) for value in values} <= {str, int, float, bool}


def test_flattened_keeps_every_sentence() -> None:
    assert flattened(one_event("Sept morts.")).nodes["event/1"]["evidence"] == "Sept morts. | Sept morts."


def test_flattened_keeps_every_version() -> None:
    event = flattened(one_event("8")).nodes["event/1"]
    assert event["disputes"] == "count: 7 (a) / 8 (b, c) | date: 2021 (a) / 2022 (b)"
    assert event["sources"] == 2


def test_flattened_keeps_every_claim_and_the_words_of_time() -> None:
    event = flattened(one_event("dit")).nodes["event/1"]
    assert event["claims"] == "dit asserts (dit) > actor/2 denies | dit warns"
    assert event["time_words"] == "dit | hier"


@pytest.mark.parametrize("ending", READERS)
@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Sept morts.", id="plain"),
        pytest.param('<b>&amp; "x" ]]>', id="markup"),
        pytest.param("🔥 é e\u0301 ملف", id="signs of many scripts"),
        pytest.param("a\r\nb\tc", id="line ends"),
        pytest.param("a\x0bb\x0cc\x1bd\x00e\ufffef", id="what XML cannot hold"),
    ],
)
def test_graph_programs_can_read_it(words: str, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"out{ending}"
    write_graph(one_event(words), path)
    read = READERS[ending](path)
    assert set(read) == {"event/1", "actor/1", "place/1", "place/2"}
    assert read.number_of_edges() == 3
    assert float(read.nodes["place/1"]["latitude"]) == 34.5
    assert "latitude" not in read.nodes["place/2"]
    assert sorted(attributes["role"] for *_, attributes in read.edges(data=True) if "role" in attributes) == [
        "agent",
        "patient",
    ]


@pytest.mark.parametrize("ending", READERS)
def test_a_failure_leaves_nothing(ending: str, tmp_path: Path) -> None:
    timeline = one_event("Sept morts.")
    timeline.nodes["event/1"]["odd"] = object()
    with pytest.raises((TypeError, nx.NetworkXError, KeyError, ValueError)):
        write_graph(timeline, tmp_path / f"out{ending}")
    assert list(tmp_path.iterdir()) == []
