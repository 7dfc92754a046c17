"""Who and what takes part in an event, and how."""

from collections.abc import Callable

import pytest

from chronotope.mentions import Extraction


@pytest.mark.parametrize(
    ("text", "language", "word", "expected"),
    [
        pytest.param(
            "Les rebelles ont tué trois soldats mardi au Mali.",
            "fr",
            "tué",
            {("agent", "rebelles"), ("patient", "trois soldats")},
            id="active",
        ),
        pytest.param(
            "Trois soldats ont été tués mardi par des rebelles.",
            "fr",
            "tués",
            {("agent", "rebelles"), ("patient", "Trois soldats")},
            id="passive",
        ),
        pytest.param(
            "La police a arrêté un homme mardi à Lyon.",
            "fr",
            "arrêté",
            {("agent", "police"), ("patient", "homme")},
            id="neither place nor time takes part",
        ),
        pytest.param("Le séisme a fait 632 morts.", "fr", "morts", {("patient", "632 morts")}, id="a counted noun"),
        pytest.param(
            "Rebels killed three soldiers on Tuesday.",
            "en",
            "killed",
            {("agent", "Rebels"), ("patient", "three soldiers")},
            id="active in English",
        ),
        pytest.param(
            "Three soldiers were killed by rebels on Tuesday.",
            "en",
            "killed",
            {("agent", "rebels"), ("patient", "Three soldiers")},
            id="passive in English",
        ),
    ],
)
def test_roles(
    text: str, language: str, word: str, expected: set[tuple[str, str]], extracted: Callable[[str, str], Extraction]
) -> None:
    found = extracted(text, language)
    words = {mention.id: mention.text for mention in (*found.actors, *found.places)}
    (event,) = (event for event in found.events if event.text == word)
    assert {(argument.role, words[argument.filler]) for argument in event.arguments} == expected
    assert all(0 < argument.confidence <= 1 for argument in event.arguments)
