"""Which words trigger events."""

import pytest

from chronotope.extract.triggers import cues_at, find_triggers
from chronotope.lexicon import load_lexicon
from chronotope.pipelines import load_pipeline
from chronotope.text import Article, Document


def read(text: str, language: str) -> Document:
    (document,) = load_pipeline(language).read([Article(identifier="a", body=text, language=language)])
    return document


def triggers(text: str, language: str) -> list[tuple[str, str, str]]:
    document = read(text, language)
    return [
        (
            " ".join(token.text for token in document.tokens[found.begin : found.end]),
            found.trigger.type,
            found.trigger.kind,
        )
        for found in find_triggers(document, load_lexicon().words[language])
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("Une attaque.", "fr", [("attaque", "Attack", "noun")], id="noun"),
        pytest.param("Des attaques.", "fr", [("attaques", "Attack", "noun")], id="plural"),
        pytest.param(
            "Il attaque.",
            "fr",
            [("attaque", "Attack", "verb")],
            id="present tense",
        ),
        pytest.param("Il attaquait.", "fr", [("attaquait", "Attack", "verb")], id="verb after a pronoun"),
        pytest.param(
            "Il refuse d’attaquer.",
            "fr",
            [("refuse", "Rejection", "verb"), ("attaquer", "Attack", "verb")],
            id="infinitive after de",
        ),
        pytest.param("Elles ont été attaquées.", "fr", [("attaquées", "Attack", "verb")], id="participle"),
        pytest.param("Ils ont été tués.", "fr", [("tués", "Killing", "verb")], id="a short participle"),
        pytest.param("Il n’a jamais attaqué.", "fr", [("attaqué", "Attack", "verb")], id="after a negation"),
        pytest.param("Une prise d’otages.", "fr", [("prise d’ otages", "Abduction", "phrase")], id="phrase"),
        pytest.param("Un attentat-suicide.", "fr", [("attentat-suicide", "Bombing", "noun")], id="hyphen"),
        pytest.param("Un attentat à la bombe.", "fr", [("attentat à la bombe", "Bombing", "phrase")], id="the longest"),
        pytest.param("Il a rendu l’âme.", "fr", [("rendu l’ âme", "Death", "phrase")], id="phrase with an elision"),
        pytest.param("The attack.", "en", [("attack", "Attack", "noun")], id="noun in English"),
        pytest.param("They attacked.", "en", [("attacked", "Attack", "verb")], id="verb in English"),
        pytest.param("Soldiers attacked.", "en", [("attacked", "Attack", "verb")], id="a past tense is no noun"),
        pytest.param("They did not attack.", "en", [("attack", "Attack", "verb")], id="after a negation in English"),
        pytest.param("Jets struck.", "en", [("struck", "AirStrike", "verb")], id="an irregular past is no noun"),
        pytest.param(
            "Rebels attack.",
            "en",
            [("attack", "Attack", "verb")],
            id="bare verb",
        ),
    ],
)
def test_triggers(text: str, language: str, expected: list[tuple[str, str, str]]) -> None:
    assert triggers(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Il pleut.", "fr", id="rain"),
        pytest.param("According to him, it rains.", "en", id="according is no accord"),
        pytest.param("Le vue.", "fr", id="an ending is not enough"),
    ],
)
def test_no_trigger(text: str, language: str) -> None:
    assert triggers(text, language) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_trigger_can_be_found(language: str) -> None:
    """The ontology's lemmas are cut as texts are, so that each can match."""
    wanted = [trigger.words for found in load_lexicon().words[language].triggers.values() for trigger in found]
    texts = [" ".join(words).replace("' ", "'") for words in wanted]
    # Thousands of short texts: read together they take a fifth of the time that they take one by one.
    articles = [Article(identifier="a", body=text, language=language) for text in texts]
    documents = load_pipeline(language).read(articles)
    read_as = [tuple(token.text for token in document.tokens) for document in documents]
    assert len(wanted) > 1_000
    missed = [(text, found) for text, words, found in zip(texts, wanted, read_as, strict=True) if found != words]
    assert missed == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("En cas d’attaque", "fr", [("hypothetical", 3)], id="several words"),
        pytest.param("Selon lui", "fr", [("reported", 1)], id="one word"),
        pytest.param("according to him", "en", [("reported", 2)], id="two words"),
        pytest.param("En tout cas", "fr", [], id="other words between"),
    ],
)
def test_cues(text: str, language: str, expected: list[tuple[str, int]]) -> None:
    cues = cues_at(read(text, language), 0, load_lexicon().words[language])
    assert [(cue.status, len(cue.words)) for cue in cues] == expected
