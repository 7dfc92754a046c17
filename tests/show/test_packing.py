from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.show.html.packing import column, deflated, packed, table


def unpacked(text: str) -> Any:  # JSON of any shape
    return json.loads(zlib.decompress(base64.b64decode(text)))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("</script><script>alert(1)</script>", id="end of script"),
        pytest.param("<!-- <script>", id="comment"),
        pytest.param("a\u2028b\u2029c", id="line separators"),
        pytest.param("&lt;b&gt; & \"q\" 'q' \\", id="entities and quotes"),
        pytest.param("a\x00\x1b\ud7ff\uffffz🔥", id="control characters and what lies beyond"),
    ],
)
def test_texts_stay_and_nothing_in_a_block_is_html(text: str) -> None:
    block = packed({"label": text})
    assert re.fullmatch(r"[\w+/=]+", block, re.ASCII)
    assert unpacked(block) == {"label": text}


def test_half_a_surrogate_pair_becomes_a_question_mark() -> None:
    assert unpacked(packed({"label": "broken \ud83d text"})) == {"label": "broken ? text"}


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_cannot_hold_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="Out of range"):
        packed({"confidence": number})


def test_the_same_data_give_the_same_text() -> None:
    rows = [{"id": index, "label": f"event {index % 7}"} for index in range(5000)]
    assert packed(table(rows)) == packed(table([dict(row) for row in rows]))
    assert deflated("x" * 100_000) == deflated("x" * 100_000)


def test_columns_take_less_room_than_rows() -> None:
    rows = [{"id": f"event/{index}", "status": "actual", "type": "Attack", "index": index} for index in range(500)]
    assert len(json.dumps(table(rows))) < len(json.dumps(rows)) / 2
    assert len(packed(table(rows))) < len(packed(rows))


@pytest.mark.parametrize(
    ("values", "written"),
    [
        pytest.param(["a", "b", "c"], ["a", "b", "c"], id="each once"),
        pytest.param(["a", "b", "a", "b"], {"of": ["a", "b"], "at": [0, 1, 0, 1]}, id="twice on average"),
        pytest.param(["a", "a", None, "a"], ["a", "a", None, "a"], id="not all texts"),
        pytest.param([True, True, True, True], [True, True, True, True], id="no texts"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_a_column_writes_texts_that_return_once(values: Sequence[object], written: object) -> None:
    assert column(values) == written


TEXTS = st.text(max_size=3)
ROWS = st.lists(st.dictionaries(st.sampled_from("abc"), TEXTS | st.none() | st.integers() | st.booleans()), max_size=9)


@given(ROWS)
def test_a_table_gives_back_its_rows(rows: list[dict[str, object]]) -> None:
    names = {name for row in rows for name in row}
    told = unpacked(packed(table(rows)))
    assert told["columns"].keys() == names
    assert told["length"] == len(rows)
    for name in names:
        assert values_of(told["columns"][name]) == [row.get(name) for row in rows]


def values_of(written: Any) -> list[object]:
    if isinstance(written, Mapping):
        return [written["of"][at] for at in written["at"]]
    return list(written)
