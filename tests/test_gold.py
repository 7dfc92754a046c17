"""Extraction gets no worse: figures over annotated articles, each with a floor; `gold/README.md` explains them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from gold import load
from scores import FIGURES, Scores, Tally, score, score_across

GOLD: Final = Path(__file__).parent / "gold"

# F1, or accuracy; about 0.03 under what was measured on 2026-11-23. A change that raises a figure raises its floor.
FLOORS: Final[Mapping[str, Mapping[str, float]]] = {
    "fr": {
        "mentions": 0.86,
        "typed": 0.68,
        "type": 0.77,
        "status": 0.85,
        "time": 0.61,
        "places": 0.52,
        "roles": 0.64,
        "claims": 0.55,
        "stance": 0.76,
        "coreference": 0.41,
    },
    "en": {
        "mentions": 0.87,
        "typed": 0.71,
        "type": 0.8,
        "status": 0.88,
        "time": 0.5,
        "places": 0.44,
        "roles": 0.63,
        "claims": 0.57,
        "stance": 0.84,
        "coreference": 0.37,
    },
}


# Of events that two articles tell: precision and F1.
FLOORS_ACROSS: Final = (0.66, 0.56)


@pytest.fixture(scope="module")
def scores() -> Mapping[str, Scores]:
    """Those of each language, from one reading of all its articles."""
    return {language: score(load([GOLD / f"dev-{language}.jsonl"])) for language in FLOORS}


@pytest.mark.parametrize(("language", "articles", "mentions"), [("fr", 20, 609), ("en", 10, 327)])
def test_articles_are_whole(language: str, articles: int, mentions: int, scores: Mapping[str, Scores]) -> None:
    assert len(load([GOLD / f"dev-{language}.jsonl"])) == articles
    assert scores[language].figures["mentions"].gold == mentions


@pytest.mark.parametrize("language", FLOORS)
def test_every_figure_has_a_floor(language: str) -> None:
    assert list(FLOORS[language]) == list(FIGURES)


@pytest.mark.parametrize(
    ("language", "figure", "floor"),
    [
        pytest.param(language, figure, floor, id=f"{language} {figure}")
        for language, floors in FLOORS.items()
        for figure, floor in floors.items()
    ],
)
def test_no_figure_under_its_floor(language: str, figure: str, floor: float, scores: Mapping[str, Scores]) -> None:
    tally = scores[language].figures[figure]
    assert tally.f1 >= floor, f"P {tally.precision:.3f}, R {tally.recall:.3f}, F1 {tally.f1:.3f}"


# Not of mentions: what is wrongly taken for an event is less of a loss there than an event that nobody sees.
@pytest.mark.parametrize("figure", ["roles", "claims"])
@pytest.mark.parametrize("language", FLOORS)
def test_rather_silent_than_wrong(language: str, figure: str, scores: Mapping[str, Scores]) -> None:
    tally = scores[language].figures[figure]
    assert tally.precision >= tally.recall


def test_events_of_two_articles() -> None:
    clusters = json.loads((GOLD / "dev-clusters.json").read_text(encoding="utf-8"))
    documents = load([GOLD / f"dev-{language}.jsonl" for language in FLOORS])
    tally = score_across(documents, [cluster for story in clusters.values() for cluster in story])
    figures = f"P {tally.precision:.3f}, R {tally.recall:.3f}, F1 {tally.f1:.3f}"
    assert tally.gold == 76
    assert tally.precision >= FLOORS_ACROSS[0], figures
    assert tally.f1 >= FLOORS_ACROSS[1], figures


@pytest.mark.parametrize(
    ("tally", "figures"),
    [
        pytest.param(Tally(hit=3, given=4, gold=6), (0.75, 0.5, 0.6), id="some"),
        pytest.param(Tally(given=4), (0.0, 0.0, 0.0), id="nothing in gold"),
        pytest.param(Tally(gold=6), (0.0, 0.0, 0.0), id="nothing given"),
    ],
)
def test_tally(tally: Tally, figures: tuple[float, float, float]) -> None:
    assert (tally.precision, tally.recall, tally.f1) == figures
