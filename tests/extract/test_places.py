"""Names of places: which are found, and which words only look like them."""

import pytest

from chronotope.extract.places import find_places
from chronotope.extract.times import find_times
from chronotope.lexicon import load_lexicon
from chronotope.pipelines import load_pipeline
from chronotope.text import Article


def places(text: str, language: str = "fr") -> list[str]:
    (document,) = load_pipeline(language).read([Article(identifier="a", body=text, language=language)])
    times = list(find_times(document, load_lexicon(), []))
    return [place.text for place in find_places(document, load_lexicon(), times)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("Il pleut à Kaboul.", "fr", ["Kaboul"], id="city"),
        pytest.param("Il pleut en Bretagne.", "fr", ["Bretagne"], id="region"),
        pytest.param("Il pleut aux États-Unis.", "fr", ["États-Unis"], id="country"),
        pytest.param("Il pleut en Arabie saoudite.", "fr", ["Arabie saoudite"], id="the longest name"),
        pytest.param("Il pleut à Saint-Étienne.", "fr", ["Saint-Étienne"], id="hyphens and accents"),
        pytest.param("Il pleut en Europe et en Asie.", "fr", ["Europe", "Asie"], id="continents"),
        pytest.param("L’Iran et l’Irak se taisent.", "fr", ["Iran", "Irak"], id="after an article"),
        pytest.param("Elle vit à Tours.", "fr", ["Tours"], id="a word, after a preposition"),
        pytest.param("Kaboul dort.", "fr", ["Kaboul"], id="a large town opens the sentence"),
        pytest.param("It rains in New York.", "en", ["New York"], id="two words"),
        pytest.param("The United States is silent.", "en", ["United States"], id="country in English"),
        pytest.param("She lives in Reading.", "en", ["Reading"], id="a word, after a preposition, in English"),
    ],
)
def test_places(text: str, language: str, expected: list[str]) -> None:
    assert places(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Les tours sont hautes.", "fr", id="no capital"),
        pytest.param("M. Paris est là.", "fr", id="a name after a title"),
        pytest.param("Paris Hilton est là.", "fr", id="a name before a name"),
        pytest.param("Le Washington Post se tait.", "fr", id="inside a known actor's name"),
        pytest.param("Le juge a entendu Victoire Roy.", "fr", id="a first name"),
        pytest.param("The dam broke in March 2019.", "en", id="a month that is a town too"),
        pytest.param(
            "Une femme, Nancy, est là.",
            "fr",
            id="a town of many, and no preposition",
            marks=pytest.mark.xfail(reason="a large town is taken anywhere but at the head of a sentence"),
        ),
        pytest.param("He was reading.", "en", id="no capital in English"),
        pytest.param("Mr. London is here.", "en", id="a name after a title, in English"),
    ],
)
def test_no_place(text: str, language: str) -> None:
    assert places(text, language) == []
