"""The timeline as text: what is told more than once, and what is told differently."""

from __future__ import annotations

import pytest
from rich.console import Console

from chronotope.show.text import timeline_text
from chronotope.show.timeline import Timeline


def text_of(timeline: Timeline, language: str = "fr") -> list[str]:
    timeline.graph["language"] = language
    console = Console(width=500, color_system=None)
    with console.capture() as captured:
        console.print(timeline_text(timeline))
    return captured.get().splitlines()


def test_only_what_several_sources_tell_counts_them(disputed: Timeline) -> None:
    lines = text_of(disputed)
    (counted,) = [line for line in lines if "sources]" in line]
    assert counted.startswith("  attaque de l’aéroport")
    assert "· 2 sources]" in counted


@pytest.mark.parametrize(
    ("language", "begins"),
    [
        pytest.param("fr", ["nombre : 7 (article/1) / 6 ", "date : jeudi 26 août 2021 (article/1) / "], id="French"),
        pytest.param("en", ["count: 7 (article/1) / 6 ", "date: Thursday 26 August 2021 (article/1) / "], id="English"),
    ],
)
def test_versions_stand_side_by_side_below_their_event(disputed: Timeline, language: str, begins: list[str]) -> None:
    lines = [line.strip() for line in text_of(disputed, language)]
    (at,) = [number for number, line in enumerate(lines) if line.startswith("attaque de l’aéroport")]
    for line, begin in zip(lines[at + 1 :], begins, strict=False):
        assert line.startswith(begin)
    assert lines[at + 1].endswith(" (article/2, article/3)")
    assert lines[at + 3].startswith("🔥 Sept assaillants ont attaqué l’aéroport.")


def test_what_nobody_disagrees_about_has_no_such_line(timeline: Timeline) -> None:
    assert not any(line.strip().startswith(("nombre :", "date :")) for line in text_of(timeline))
