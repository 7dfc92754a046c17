"""Who vouches for what is told."""

from collections.abc import Callable

import pytest

from chronotope.extract.learned.judge import Judged
from chronotope.mentions import Extraction

TOLL = (
    "Au moins douze personnes ont été tuées dans l’attentat, selon un bilan communiqué par le ministère de la Santé et "
    "l’armée."
)


def holders(found: Extraction, word: str) -> set[str]:
    """Who vouches for the event told by a word."""
    (event,) = (event for event in found.events if event.text == word)
    actors = {actor.id: actor.text for actor in found.actors}
    return {actors[claim.holder] for claim in found.claims if claim.id in event.embedded_in}


@pytest.mark.parametrize(
    ("text", "language", "word", "expected"),
    [
        pytest.param(
            "Selon la police, un homme a été arrêté lundi à Lyon.", "fr", "arrêté", {"police"}, id="a cue before"
        ),
        pytest.param(
            "« Trois soldats ont été tués », a annoncé le ministre de la Défense.",
            "fr",
            "tués",
            {"ministre de la Défense"},
            id="inverted subject",
        ),
        pytest.param(
            "Trois soldats français ont été tués au Mali, a annoncé lundi soir le ministre de la Défense.",
            "fr",
            "tués",
            {"ministre de la Défense"},
            id="inverted subject after a time",
        ),
        pytest.param(
            "Un soldat américain a été tué dimanche en Irak, le Pentagone a dit.",
            "fr",
            "tué",
            {"Pentagone"},
            id="set apart by a comma",
        ),
        pytest.param(
            "Two U.S. soldiers were killed in a bombing in Iraq on Monday, the Pentagon said.",
            "en",
            "killed",
            {"Pentagon"},
            id="set apart by a comma, in English",
        ),
        pytest.param(
            "« Nous avons arrêté trois suspects », a déclaré le général Paul Roy.",
            "fr",
            "arrêté",
            {"général Paul Roy"},
            id="who says “we” is told outside of the quotation",
        ),
        pytest.param(TOLL, "fr", "tuées", {"ministère de la Santé", "armée"}, id="two who made what is quoted"),
        pytest.param(
            "Trois soldats ont été tués mardi par des rebelles.", "fr", "tués", set(), id="nobody but the article"
        ),
    ],
)
def test_who_vouches(
    text: str, language: str, word: str, expected: set[str], extracted: Callable[[str, str], Extraction]
) -> None:
    assert holders(extracted(text, language), word) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "« Le bâtiment a été évacué », a annoncé lundi le ministre.",
            "fr",
            [("annoncé", "ministre")],
            id="a time stands before the subject",
        ),
        pytest.param(TOLL, "fr", [("selon", "ministère armée"), ("communiqué", "ministère armée")], id="two holders"),
        pytest.param(
            "« Je pense que l’ennemi attaquera », a déclaré Paul Roy.",
            "fr",
            [("déclaré", "Paul")],
            id="the first person is no holder",
        ),
        pytest.param(
            "“I think that we will win,” said Anne Roy.", "en", [("said", "Anne")], id="the first person, in English"
        ),
        pytest.param("L’accord prévoit une trêve.", "fr", [], id="nothing said"),
    ],
)
def test_sources(
    text: str, language: str, expected: list[tuple[str, str]], judged: Callable[[str, str], Judged]
) -> None:
    found = judged(text, language)
    words = [token.text for token in found.reading.tokens]
    assert [
        (words[each.head], " ".join(words[holder] for holder in each.holders)) for each in found.sources
    ] == expected


def test_a_quotation_is_direct_speech(extracted: Callable[[str, str], Extraction]) -> None:
    (quoted,) = extracted("« Trois soldats ont été tués », a annoncé le ministre de la Défense.", "fr").claims
    (told,) = extracted("Selon la police, un homme a été arrêté lundi à Lyon.", "fr").claims
    assert (quoted.speech, told.speech) == ("direct", "indirect")
    assert quoted.stance == told.stance == "asserts"


def test_claims_nest(extracted: Callable[[str, str], Extraction]) -> None:
    found = extracted("Selon la police, le ministre a déclaré que trois soldats avaient été tués au Mali.", "fr").claims
    assert [claim.text for claim in found] == ["Selon la police", "déclaré"]
    assert [claim.embedded_in for claim in found] == [None, found[0].id]


def test_two_voices_make_claims_of_their_own(extracted: Callable[[str, str], Extraction]) -> None:
    text = "The president and the minister announced the attack and warned of an evacuation, officials said on Monday."
    found = extracted(text, "en")
    ids = [claim.id for claim in found.claims]
    assert len(set(ids)) == len(ids)
    assert all(len(set(event.embedded_in)) == len(event.embedded_in) for event in found.events)
