"""Which words express events, and of what type."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chronotope.extract import extract
from chronotope.lexicon import load_lexicon
from chronotope.mentions import Extraction
from chronotope.pipelines import load_pipeline
from chronotope.text import Article

OWN = """
@prefix cht: <https://w3id.org/chronotope#> .
@prefix type: <https://w3id.org/chronotope/type#> .
@prefix group: <https://w3id.org/chronotope/group#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

type:Rewilding a skos:Concept, cht:EventType ; skos:broader group:Other ;
    skos:prefLabel "Réensauvagement"@fr, "Rewilding"@en ;
    cht:noun "réensauvagement"@fr ; cht:phrase "retour du loup"@fr .
"""


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "Le ministre a fait une déclaration lundi.", "fr", [("déclaration", "Statement")], id="a light verb"
        ),
        pytest.param(
            "Les policiers ont mené une perquisition mardi à Lyon.",
            "fr",
            [("perquisition", "Investigation")],
            id="a light verb that is no auxiliary",
        ),
        pytest.param(
            "Les négociations ont commencé lundi à Genève.",
            "fr",
            [("négociations", "Negotiation")],
            id="a verb of aspect",
        ),
        pytest.param(
            "The talks began on Tuesday.", "en", [("talks", "Negotiation")], id="a verb of aspect, in English"
        ),
        pytest.param(
            "Les rebelles et les manifestants ont attaqué des policiers mardi à Kaboul.",
            "fr",
            [("attaqué", "Attack")],
            id="nouns for people",
        ),
        pytest.param(
            "Gunmen attacked a hotel in Kabul on Monday.",
            "en",
            [("attacked", "Attack")],
            id="nouns for people, in English",
        ),
        pytest.param(
            "Le séisme a fait 632 morts.", "fr", [("séisme", "NaturalDisaster"), ("morts", "Death")], id="toll"
        ),
        pytest.param(
            "La police a arrêté un homme mardi à Lyon. Il a été mis en examen.",
            "fr",
            [("arrêté", "Arrest"), ("mis en examen", "Charge")],
            id="a phrase",
        ),
    ],
)
def test_events(
    text: str, language: str, expected: list[tuple[str, str]], extracted: Callable[[str, str], Extraction]
) -> None:
    assert [(event.text, event.type) for event in extracted(text, language).events] == expected


def test_a_type_of_the_users_own_stays(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(OWN, encoding="utf-8")
    body = "Le réensauvagement de la vallée a commencé lundi. Les bergers redoutent le retour du loup."
    (document,) = load_pipeline("fr", ("bundled",)).read([Article(identifier="a", body=body, language="fr")])
    types = {event.text: event.type for event in extract(document, load_lexicon((file,))).events}
    assert types["réensauvagement"] == types["retour du loup"] == "Rewilding"
    assert "Rewilding" not in {event.type for event in extract(document, load_lexicon()).events}


def test_what_stands_in_a_name_is_no_event(extracted: Callable[[str, str], Extraction]) -> None:
    found = extracted("Le Bureau d’enquête sur les accidents a ouvert une enquête lundi à Paris.", "fr")
    assert [event.text for event in found.events] == ["enquête"]
    assert found.events[0].span.begin > 40
