"""`chronotope show`: what its options leave of a timeline, as text, as JSON and as a page."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chronotope import cli
from chronotope.chronicle import build_chronicle

FIRST = """title: Incendie à Brest
date: 2021-08-26
publisher: La Gazette de la Ria
lang: fr

Un incendie a détruit une usine jeudi à Brest. Deux ouvriers ont été blessés, a déclaré le maire.
"""
SECOND = """title: Grève à Lyon
date: 2021-08-27
publisher: Radio Saône
lang: fr

Une grève a commencé vendredi à Lyon.
"""


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("show")
    for name, text in (("incendie", FIRST), ("greve", SECOND)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert build_chronicle(folder / "out", [folder / "incendie.txt", folder / "greve.txt"]).added == 2
    return folder / "out"


Event = dict[str, Any]
"""`Any`: attributes are of many types."""


@pytest.fixture
def show(chronicle: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """`chronotope show …` of the chronicle: what it prints, or its exit code where that is not 0."""

    def show_here(*options: object) -> str:
        monkeypatch.setattr(sys, "argv", ["chronotope", "show", str(chronicle), *map(str, options)])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        return capsys.readouterr().out if not stopped.value.code else f"exit code {stopped.value.code}"

    return show_here


@pytest.fixture
def shown(show: Callable[..., str]) -> Callable[..., list[Event]]:
    """The same as JSON, read."""
    return lambda *options: json.loads(show("--json", *options))


def articles(events: list[Event]) -> set[str]:
    return {said["article"] for event in events for said in event["evidence"]}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param(["--source", "gazette"], {"incendie"}, id="part of a publisher"),
        pytest.param(["--source", "RADIO SAONE"], {"greve"}, id="without accents, in capitals"),
        pytest.param(["--source", "greve"], {"greve"}, id="an article"),
        pytest.param(["--source", "gre"], set(), id="part of an identifier is none"),
        pytest.param(["--text", "usine"], {"incendie"}, id="a word of the sentence"),
        pytest.param(["--text", "brest INCENDIE"], {"incendie"}, id="words in any order"),
        pytest.param(["--text", "usine lyon"], set(), id="every word"),
        pytest.param(["--text", "  "], {"incendie", "greve"}, id="no word"),
        pytest.param(["--confidence", "0"], {"incendie", "greve"}, id="however sure"),
        pytest.param(["--confidence", "1"], set(), id="quite sure"),
        pytest.param(["--source", "gazette", "--text", "greve"], set(), id="together"),
    ],
)
def test_options(shown: Callable[..., list[Event]], options: list[str], expected: set[str]) -> None:
    assert articles(shown(*options)) == expected


def test_confidence_parts_events(shown: Callable[..., list[Event]]) -> None:
    all_ = shown()
    middle = sorted(event["confidence"] for event in all_)[len(all_) // 2]
    kept = shown("--confidence", str(middle))
    assert kept == [event for event in all_ if event["confidence"] >= middle]


@pytest.mark.parametrize("number", ["-0.1", "1.1", "sure"])
def test_no_confidence(show: Callable[..., str], number: str) -> None:
    assert show("--confidence", number) == "exit code 2"


def test_json_names_what_is_told(shown: Callable[..., list[Event]]) -> None:
    events = shown("--text", "blessés")
    (injury,) = [event for event in events if event["type"] == "Injury"]
    assert [[saying["stance"] for saying in chain] for chain in injury["claims"]] == [["asserts"]]
    assert injury["mentions"] == 1
    assert injury["evidence"][0]["before"] == "Un incendie a détruit une usine jeudi à Brest. "
    fire = shown("--text", "usine")[0]
    assert fire["time_words"] == ["jeudi"]
    assert 0 < injury["salience"] < fire["salience"] <= 1
    assert [event["type"] for event in shown() if event["speech"]] == ["Statement"]


def test_as_text(show: Callable[..., str]) -> None:
    text = show("--source", "radio")
    assert "grève" in text
    assert "usine" not in text


def test_as_a_page(show: Callable[..., str], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert show("--text", "grève", "--html", page) == f"{page}\n"
    assert page.stat().st_size > 0
