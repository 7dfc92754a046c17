"""Noun phrases for who acts: words, kind, name and number."""

from itertools import pairwise

import pytest

from chronotope.extract.actors import find_actors
from chronotope.extract.places import find_places
from chronotope.lexicon import load_lexicon
from chronotope.mentions import ActorMention
from chronotope.pipelines import load_pipeline
from chronotope.text import Article


def actors(text: str, language: str) -> list[ActorMention]:
    (document,) = load_pipeline(language).read([Article(identifier="a", body=text, language=language)])
    lexicon = load_lexicon()
    return list(find_actors(document, lexicon, list(find_places(document, lexicon, []))))


Found = tuple[str, str, str | None]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("L’OTAN se tait.", "fr", [("OTAN", "organization", "OTAN")], id="thesaurus"),
        pytest.param(
            "Le Washington Post se tait.",
            "fr",
            [("Washington Post", "organization", "Washington Post")],
            id="thesaurus before places",
        ),
        pytest.param("M. Roy se tait.", "fr", [("M. Roy", "person", "Roy")], id="title"),
        pytest.param(
            "Le président Jean Dupont se tait.",
            "fr",
            [("président Jean Dupont", "person", "Jean Dupont")],
            id="function and name",
        ),
        pytest.param(
            "On attend Jean de La Tour.", "fr", [("Jean de La Tour", "person", "Jean de La Tour")], id="particles"
        ),
        pytest.param("Le maire de Lyon se tait.", "fr", [("maire de Lyon", "group", None)], id="complement"),
        pytest.param(
            "Les forces américaines se taisent.", "fr", [("forces américaines", "organization", None)], id="adjective"
        ),
        pytest.param("La France se tait.", "fr", [("France", "state", "France")], id="a country that acts"),
        pytest.param("On attend la XYZW.", "fr", [("XYZW", "organization", "XYZW")], id="acronym"),
        pytest.param("Mr. Smith is silent.", "en", [("Mr. Smith", "person", "Smith")], id="title in English"),
        pytest.param(
            "They await US officials.", "en", [("US officials", "group", None)], id="nationality before the noun"
        ),
        pytest.param("Iraq is silent.", "en", [("Iraq", "state", "Iraq")], id="a country in English"),
    ],
)
def test_actors(text: str, language: str, expected: list[Found]) -> None:
    assert [(actor.text, actor.actor_kind, actor.name) for actor in actors(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        pytest.param("Douze soldats dorment.", "fr", 12, id="in letters"),
        pytest.param("12 soldats dorment.", "fr", 12, id="in digits"),
        pytest.param("1 200 soldats dorment.", "fr", 1200, id="groups of digits"),
        pytest.param("1 000 000 000 000 soldats dorment.", "fr", 10**12, id="as many groups as are read"),
        pytest.param("Deux cent mille soldats dorment.", "fr", 200_000, id="several words"),
        pytest.param("Des soldats dorment.", "fr", None, id="no number"),
        pytest.param("Un soldat dort.", "fr", None, id="an article"),
        pytest.param("Three thousand soldiers sleep.", "en", 3000, id="several words in English"),
        pytest.param(
            "3,000 soldiers sleep.",
            "en",
            3000,
            id="a comma between groups",
            marks=pytest.mark.xfail(reason="number_of reads no grouping signs"),
        ),
    ],
)
def test_how_many(text: str, language: str, number: int | None) -> None:
    (actor,) = actors(text, language)
    assert (actor.minimum, actor.maximum) == (number, number)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Il pleut en France.", "fr", id="a country where something is"),
        pytest.param("Il pleut à Kaboul.", "fr", id="a city"),
        pytest.param("Hier, il a plu.", "fr", id="a word that opens a sentence"),
        pytest.param("Victoire !", "fr", id="a noun that opens a sentence"),
        pytest.param("It rains in Iraq.", "en", id="a country where something is, in English"),
        pytest.param("However, it rains.", "en", id="a word that opens a sentence, in English"),
    ],
)
def test_no_actor(text: str, language: str) -> None:
    assert actors(text, language) == []


def test_actors_do_not_overlap() -> None:
    found = actors("Le président de la République Jean Dupont et douze soldats de l’OTAN parlent à M. Roy.", "fr")
    assert all(one.span.end <= other.span.begin for one, other in pairwise(found))
