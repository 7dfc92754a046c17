"""By the rules: who says so, with what stance, and which words they vouch for."""

import pytest

from chronotope.extract import extract
from chronotope.lexicon import load_lexicon
from chronotope.mentions import Extraction
from chronotope.pipelines import load_pipeline
from chronotope.text import Article

pytestmark = pytest.mark.usefixtures("by_rules")


def read(text: str, language: str) -> Extraction:
    (document,) = load_pipeline(language).read([Article(identifier="a", body=text, language=language)])
    return extract(document, load_lexicon())


Found = tuple[str, str, str, str]


def claims(text: str, language: str) -> list[Found]:
    """(holder, stance, speech, scope) of each claim."""
    found = read(text, language)
    actors = {actor.id: actor.text for actor in found.actors}
    return [(actors[claim.holder], claim.stance, claim.speech, claim.scope.of(text)) for claim in found.claims]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "Selon la police, la ville dort.",
            "fr",
            [("police", "asserts", "indirect", "la ville dort.")],
            id="selon, before",
        ),
        pytest.param(
            "La ville dort, selon la police.",
            "fr",
            [("police", "asserts", "indirect", "La ville dort")],
            id="selon, after",
        ),
        pytest.param(
            "D’après la police, la ville dort.",
            "fr",
            [("police", "asserts", "indirect", "la ville dort.")],
            id="d’après",
        ),
        pytest.param(
            "Le ministre a dit que la ville dort.",
            "fr",
            [("ministre", "asserts", "indirect", "la ville dort.")],
            id="que",
        ),
        pytest.param(
            "La police dit qu’il dort.", "fr", [("police", "asserts", "indirect", "il dort.")], id="elided que"
        ),
        pytest.param(
            "Le ministre nie que la ville dorme.",
            "fr",
            [("ministre", "denies", "indirect", "la ville dorme.")],
            id="denies",
        ),
        pytest.param(
            "Le ministre a confirmé que la ville dort.",
            "fr",
            [("ministre", "confirms", "indirect", "la ville dort.")],
            id="confirms",
        ),
        pytest.param(
            "Le ministre craint que la ville dorme.",
            "fr",
            [("ministre", "warns", "indirect", "la ville dorme.")],
            id="warns",
        ),
        pytest.param(
            "Le ministre croit que la ville dort.",
            "fr",
            [("ministre", "believes", "indirect", "la ville dort.")],
            id="believes",
        ),
        pytest.param(
            "Le ministre a promis que la ville dormira.",
            "fr",
            [("ministre", "promises", "indirect", "la ville dormira.")],
            id="promises",
        ),
        pytest.param(
            "« La ville dort », a dit la police.",
            "fr",
            [("police", "asserts", "direct", "La ville dort")],
            id="quotation, inverted",
        ),
        pytest.param(
            "La police a dit : « La ville dort. »",
            "fr",
            [("police", "asserts", "direct", "La ville dort.")],
            id="quotation after a colon",
        ),
        pytest.param(
            "Il pleut. « La ville dort », a dit la police.",
            "fr",
            [("police", "asserts", "direct", "La ville dort")],
            id="quotation after a sentence",
        ),
        pytest.param(
            "Anne Roy, juge à Lyon, a dit que la ville dort.",
            "fr",
            [("Anne Roy", "asserts", "indirect", "la ville dort.")],
            id="apposition",
        ),
        pytest.param(
            "According to police, the town sleeps.",
            "en",
            [("police", "asserts", "indirect", "the town sleeps.")],
            id="according to",
        ),
        pytest.param(
            "Police said that the town sleeps.",
            "en",
            [("Police", "asserts", "indirect", "the town sleeps.")],
            id="that",
        ),
        pytest.param(
            "Police said that the minister sleeps.",
            "en",
            [("Police", "asserts", "indirect", "the minister sleeps.")],
            id="who stands after that says nothing",
        ),
        pytest.param(
            "“The town sleeps,” said Anne Roy.",
            "en",
            [("Anne Roy", "asserts", "direct", "The town sleeps")],
            id="quotation in English",
        ),
        pytest.param(
            "Officials warned that the town sleeps.",
            "en",
            [("Officials", "warns", "indirect", "the town sleeps.")],
            id="warns in English",
        ),
        pytest.param(
            "Police said the town sleeps.",
            "en",
            [("Police", "asserts", "indirect", "the town sleeps.")],
            id="no that",
        ),
    ],
)
def test_claims(text: str, language: str, expected: list[Found]) -> None:
    assert claims(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("La ville dort.", "fr", id="nobody says so"),
        pytest.param("Selon toute apparence, la ville dort.", "fr", id="no holder"),
        pytest.param("Le ministre a dit non.", "fr", id="nothing that is said"),
        pytest.param("Il est accusé d’avoir tué trois soldats.", "fr", id="the victims do not accuse"),
        pytest.param("A bomb reportedly killed three soldiers.", "en", id="the victims do not report"),
        pytest.param(
            "La police attend les présumés rebelles.",
            "fr",
            id="an adjective has no holder",
            marks=pytest.mark.xfail(reason="the ontology's cues do not tell 'selon' from 'présumé'"),
        ),
    ],
)
def test_no_claim(text: str, language: str) -> None:
    assert claims(text, language) == []


def test_claims_nest() -> None:
    text = "Selon la police, le juge a dit que le suspect avait affirmé que la ville dort."
    found = read(text, "fr").claims
    assert [claim.text for claim in found] == ["Selon la police", "dit", "affirmé"]
    assert [claim.embedded_in for claim in found] == [None, found[0].id, found[1].id]


def test_a_pronoun_holds_what_the_holder_before_held() -> None:
    text = "La police a dit que la ville dort. Elle a ajouté que le juge dort."
    assert [holder for holder, *_ in claims(text, "fr")] == ["police", "police"]


def test_a_claim_names_its_speech_event_and_it_is_the_holders() -> None:
    text = "« La ville dort », a déclaré le président Jean Dupont."
    found = read(text, "fr")
    (claim,) = found.claims
    (speech,) = (event for event in found.events if event.id == claim.event)
    assert (speech.text, speech.type) == ("déclaré", "Statement")
    assert [(argument.role, argument.filler) for argument in speech.arguments] == [("agent", claim.holder)]


def test_when_and_where_of_what_is_said_is_not_of_the_saying() -> None:
    found = read("La police a déclaré que la ville avait été attaquée lundi à Lyon.", "fr")
    declared, attacked = found.events
    assert (declared.time, declared.places) == (None, ())
    assert (attacked.time, attacked.places) == (found.times[0].id, (found.places[0].id,))
