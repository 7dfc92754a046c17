"""What stands around a sentence, and the words that date an event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.timeline.evidence import MOST_AROUND, text_around

BODIES = st.text(st.sampled_from("ab \n\r\té🔥"), max_size=900)


@pytest.mark.parametrize(
    ("body", "around"),
    [
        pytest.param("So. HERE. Then.", ("So. ", " Then."), id="one paragraph"),
        pytest.param("HERE", ("", ""), id="nothing around"),
        pytest.param("Old.\n\nSo. HERE. Then.\n\nNew.", ("So. ", " Then."), id="blank lines"),
        pytest.param("Old.\n \t\nSo. HERE.\r\n\r\nNew.", ("So. ", ""), id="blank lines that are not empty"),
        pytest.param(
            "So it\nwas. HERE. Then\nit went.\n\nNew.", ("So it\nwas. ", " Then\nit went."), id="wrapped lines"
        ),
        pytest.param("Old.\nSo. HERE. Then.\nNew.", ("So. ", " Then."), id="a paragraph a line"),
    ],
)
def test_text_around(body: str, around: tuple[str, str]) -> None:
    begin = body.index("HERE")
    end = body.index(".", begin) + 1 if "." in body[begin:] else len(body)
    assert text_around(body, begin, end) == around


@pytest.mark.parametrize("around", ["x", "ab "], ids=["no words to cut between", "words"])
def test_long_paragraphs_are_cut(around: str) -> None:
    body = f"{around * 900}HERE{around[::-1] * 900}"
    before, after = text_around(body, 900 * len(around), 900 * len(around) + 4)
    assert MOST_AROUND - len(around) <= len(before) <= MOST_AROUND
    assert MOST_AROUND - len(around) <= len(after) <= MOST_AROUND
    assert before[0] == after[-1] == "…"
    assert set(before.strip("…").split()) | {word[::-1] for word in after.strip("…").split()} <= (
        set(around.split()) if " " in around else {"x" * (MOST_AROUND - 1)}
    )


@given(BODIES, BODIES)
def test_it_stands_in_the_text_and_is_short(before: str, after: str) -> None:
    body = f"{before}HERE{after}"
    found, later = text_around(body, len(before), len(before) + 4)
    assert max(len(found), len(later)) <= MOST_AROUND
    assert f"{found.removeprefix('…')}HERE{later.removesuffix('…')}" in body


def test_a_build_keeps_what_stands_around(example: KnowledgeGraph) -> None:
    timeline = example.timeline()
    told = [said for _, data in timeline.nodes(data=True) if data["kind"] == "event" for said in data["evidence"]]
    bodies = {row["identifier"]: row["body"] for row in _articles(example)}
    assert any(said.before for said in told)
    assert any(said.after for said in told)
    for said in told:
        around = f"{said.before.removeprefix('…')}{said.sentence}{said.after.removesuffix('…')}"
        assert around in bodies[said.article]
        assert "\n\n" not in f"{said.before}{said.after}"


def test_the_words_that_date_an_event(example: KnowledgeGraph) -> None:
    events = [data for _, data in example.timeline().nodes(data=True) if data["kind"] == "event"]
    assert any(event["time_words"] for event in events)
    for event in events:
        assert len(set(event["time_words"])) == len(event["time_words"])
        assert all(word == " ".join(word.split()) != "" for word in event["time_words"])


def _articles(graph: KnowledgeGraph) -> list[dict[str, str]]:
    table = graph.query(
        "SELECT ?identifier ?body { ?article a schema:NewsArticle ; dct:identifier ?identifier ; nif:isString ?body }"
    )
    return table.to_dict("records")  # type: ignore[union-attr, return-value]  # a SELECT gives a table of text
