"""Casualties have the day and the place of what caused them, though their own sentence does not say so."""

from collections.abc import Callable

import pytest

from chronotope.mentions import Extraction


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Une fusillade a éclaté mardi à Bagdad. Deux policiers ont été blessés.", id="a shooting"),
        pytest.param("Un homme a ouvert le feu mardi à Marseille. Deux policiers ont été blessés.", id="shots"),
    ],
)
def test_day_and_place_of_the_cause(text: str, extracted: Callable[[str, str], Extraction]) -> None:
    attack, injury = extracted(text, "fr").events
    assert injury.type == "Injury"
    assert attack.time == injury.time is not None
    assert attack.places == injury.places != ()


def test_a_second_mention_has_the_place_of_the_first(extracted: Callable[[str, str], Extraction]) -> None:
    text = "Gunmen attacked a hotel in Kabul on Monday. The attack was claimed by the Taliban."
    first, second, *_ = extracted(text, "en").events
    assert second.text == "attack"
    assert (second.time, second.places) == (first.time, first.places)


def test_what_has_its_own_day_and_place_keeps_them(extracted: Callable[[str, str], Extraction]) -> None:
    text = "Un séisme a fait 12 morts lundi au Mexique. Un attentat a tué 30 personnes mardi à Bagdad."
    found = extracted(text, "fr")
    words = {mention.id: mention.text for mention in (*found.times, *found.places)}
    told = {event.text: (words[event.time or ""], words[event.places[0]]) for event in found.events}
    assert told["morts"] == ("lundi", "Mexique")
    assert told["tué"] == ("mardi", "Bagdad")
