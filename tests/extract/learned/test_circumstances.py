"""When and where an event is."""

from collections.abc import Callable

import pytest

from chronotope.extract.learned.circumstances import is_dated
from chronotope.mentions import Expression, Extraction, TimeMention, TimexType
from chronotope.text import Span


@pytest.mark.parametrize(
    ("text", "language", "word", "time", "place"),
    [
        pytest.param("La police a arrêté un homme mardi à Lyon.", "fr", "arrêté", "mardi", "Lyon", id="both"),
        pytest.param("Trois soldats ont été tués mardi par des rebelles.", "fr", "tués", "mardi", None, id="no place"),
        pytest.param("La police a arrêté un homme à Lyon.", "fr", "arrêté", None, "Lyon", id="no time"),
        pytest.param(
            "Police arrested two men in London on Monday.", "en", "arrested", "Monday", "London", id="English"
        ),
        pytest.param(
            "La France a attaqué la ville.", "fr", "attaqué", None, None, id="a country that acts is no place"
        ),
        pytest.param(
            "Trois soldats français ont été tués dimanche au Mali, a annoncé lundi soir le ministre de la Défense.",
            "fr",
            "annoncé",
            "lundi soir",
            None,
            id="the telling has its own time",
        ),
        pytest.param(
            "Trois soldats français ont été tués dimanche au Mali, a annoncé lundi soir le ministre de la Défense.",
            "fr",
            "tués",
            "dimanche",
            "Mali",
            id="and what is told has its own",
        ),
    ],
)
def test_when_and_where(
    text: str,
    language: str,
    word: str,
    time: str | None,
    place: str | None,
    extracted: Callable[[str, str], Extraction],
) -> None:
    found = extracted(text, language)
    words = {mention.id: mention.text for mention in (*found.places, *found.times)}
    (event,) = (event for event in found.events if event.text == word)
    assert (None if event.time is None else words[event.time]) == time
    assert [words[each] for each in event.places] == ([] if place is None else [place])


@pytest.mark.parametrize(
    ("expression", "timex_type", "expected"),
    [
        pytest.param("weekday(1, past)", "DATE", True, id="a day"),
        pytest.param("since(date(2018))", "DATE", True, id="since a year"),
        pytest.param("duration(3, day)", "DURATION", False, id="a duration"),
        pytest.param("every(weekday(1))", "SET", False, id="a habit"),
        pytest.param("past()", "DATE", False, id="once upon a time"),
    ],
)
def test_what_says_when(expression: str, timex_type: TimexType, expected: bool) -> None:
    mention = TimeMention(
        article="a", span=Span(0, 1), text="x", rule="test", confidence=1, timex_type=timex_type,
        expression=Expression.parse(expression), anchor=None,
    )  # fmt: skip
    assert is_dated(mention) is expected
