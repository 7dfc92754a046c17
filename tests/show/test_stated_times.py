"""The page takes the dates that `chronotope correct` takes: tests/show/scripts/edtf.test.js asks it the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chronotope.errors import InvalidDate
from chronotope.resolve.decisions import stated_span

ROWS = json.loads(Path(__file__).with_name("scripts").joinpath("stated-times.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "is_taken"), ROWS)
def test_a_stated_time(text: str, *, is_taken: bool) -> None:
    if is_taken:
        assert stated_span(text)
        return
    with pytest.raises(InvalidDate):
        stated_span(text)
