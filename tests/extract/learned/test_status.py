"""Whether what a text tells has happened."""

from collections.abc import Callable

import pytest

from chronotope.mentions import Extraction


@pytest.mark.parametrize(
    ("text", "language", "word", "status"),
    [
        pytest.param("L’armée a bombardé un village mardi.", "fr", "bombardé", "actual", id="told"),
        pytest.param("L’armée aurait bombardé un village mardi.", "fr", "bombardé", "reported", id="hearsay"),
        pytest.param(
            "Le président rencontrera mardi la chancelière à Berlin.", "fr", "rencontrera", "planned", id="future"
        ),
        pytest.param("L’armée n’a pas attaqué la ville.", "fr", "attaqué", "denied", id="negation"),
        pytest.param(
            "Si les négociations échouent, l’armée pourrait attaquer la capitale.",
            "fr",
            "attaquer",
            "hypothetical",
            id="pouvoir",
        ),
        pytest.param(
            "The president will meet the prime minister in Berlin on Tuesday.",
            "en",
            "meet",
            "planned",
            id="future in English",
        ),
        pytest.param("The army did not attack the town.", "en", "attack", "denied", id="negation in English"),
        pytest.param(
            "If the talks fail, the army could attack the capital.", "en", "attack", "hypothetical", id="could"
        ),
    ],
)
def test_status(text: str, language: str, word: str, status: str, extracted: Callable[[str, str], Extraction]) -> None:
    (event,) = (event for event in extracted(text, language).events if event.text == word)
    assert event.status == status
    assert event.polarity == ("negative" if status == "denied" else "positive")
