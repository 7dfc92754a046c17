"""Which mentions tell of one event."""

from collections.abc import Callable

import pytest

from chronotope.mentions import Extraction


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        pytest.param(
            "Des hommes armés ont attaqué un hôtel de Kaboul lundi. L’assaut a duré quatre heures. L’attaque a été "
            "revendiquée par les talibans.",
            "fr",
            {"attaqué", "assaut", "attaque"},
            id="attacked, assault, attack",
        ),
        pytest.param(
            "Des hommes armés ont attaqué lundi une base militaire. L’attaque a été revendiquée par les talibans.",
            "fr",
            {"attaqué", "attaque"},
            id="verb and noun",
        ),
        pytest.param(
            "Gunmen attacked a hotel in Kabul on Monday. The attack was claimed by the Taliban.",
            "en",
            {"attacked", "attack"},
            id="verb and noun in English",
        ),
    ],
)
def test_one_event(text: str, language: str, words: set[str], extracted: Callable[[str, str], Extraction]) -> None:
    chains = _chains(extracted(text, language))
    assert words in chains
    assert all(len(chain) == 1 for chain in chains if chain != words)


def _chains(found: Extraction) -> list[set[str]]:
    """The words of each event, by following each mention to its first one."""
    events = {event.id: event for event in found.events}
    chains: dict[str, set[str]] = {}
    for event in found.events:
        first = event
        while first.antecedent is not None:
            first = events[first.antecedent]
        chains.setdefault(first.id, set()).add(event.text)
    return list(chains.values())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(
            "Un attentat a tué 12 personnes lundi à Kaboul.\n\nUn incendie a tué 30 personnes mardi à Paris.",
            "fr",
            id="two tolls",
        ),
        pytest.param(
            "Un séisme a fait 12 morts lundi au Mexique. Un attentat a tué 30 personnes mardi à Bagdad.",
            "fr",
            id="a disaster and an attack",
        ),
        pytest.param(
            "Twelve people were killed in a bombing in Kabul on Monday. On Tuesday, thirty soldiers were killed in a "
            "helicopter crash in Mali.",
            "en",
            id="two tolls in English",
        ),
        pytest.param(
            "Un attentat a fait 12 morts lundi à Kaboul. Un autre attentat a fait 30 morts mardi à Bagdad.",
            "fr",
            id="another attack",
        ),
    ],
)
def test_two_events(text: str, language: str, extracted: Callable[[str, str], Extraction]) -> None:
    assert {event.antecedent for event in extracted(text, language).events} == {None}
