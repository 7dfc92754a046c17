"""What a reader should see first: laws, and what a build makes of an article."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.timeline.salience import salience

COUNT = st.integers(-1, 10_000)
FACTS = st.fixed_dictionaries(
    {
        "begins": st.integers(-1, 10_000_000),
        "sources": COUNT,
        "mentions": COUNT,
        "named": COUNT,
        "speech": st.booleans(),
        "status": st.sampled_from(["actual", "reported", "planned", "hypothetical", "denied", "of others"]),
        "confidence": st.floats(-1, 2),
    }
)
ALONE: dict[str, Any] = {
    "begins": 3_000,
    "sources": 1,
    "mentions": 1,
    "named": 0,
    "speech": False,
    "status": "actual",
    "confidence": 1.0,
}


@given(FACTS)
def test_from_0_to_1(facts: dict[str, Any]) -> None:
    assert 0 <= salience(**facts) <= 1


@given(FACTS, st.sampled_from(["sources", "mentions", "named"]))
def test_more_never_weighs_less(facts: dict[str, Any], name: str) -> None:
    assert salience(**{**facts, name: facts[name] + 1}) >= salience(**facts)


@given(FACTS)
def test_later_never_weighs_more(facts: dict[str, Any]) -> None:
    assert salience(**{**facts, "begins": facts["begins"] + 100}) <= salience(**facts)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"sources": 4, "mentions": 4}, id="told by many"),
        pytest.param({"begins": 0}, id="in the first sentence"),
        pytest.param({"begins": 0, "speech": True}, id="said in the first sentence"),
        pytest.param({"begins": 0, "status": "hypothetical"}, id="feared in the first sentence"),
        pytest.param({"begins": 0, "confidence": 0.2}, id="hard to read in the first sentence"),
    ],
)
def test_above_an_aside_at_the_end(more: dict[str, Any]) -> None:
    assert salience(**{**ALONE, **more}) > salience(**{**ALONE, "named": 2})


@pytest.mark.parametrize(
    "less", [{"speech": True}, {"status": "hypothetical"}, {"confidence": 0.3}], ids=["speech", "hypothesis", "doubt"]
)
def test_below_what_is_told_as_it_is(less: dict[str, Any]) -> None:
    assert salience(**{**ALONE, **less}) < salience(**ALONE)


def test_a_build_puts_the_news_first(disputed_example: KnowledgeGraph) -> None:
    events = [data for _, data in disputed_example.timeline().nodes(data=True) if data["kind"] == "event"]
    assert all(0 < event["salience"] <= 1 for event in events)
    assert all(event["mentions"] == len(event["evidence"]) for event in events)
