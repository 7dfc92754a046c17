"""What takes part in events, read from the arcs by the rules."""

import pytest

from chronotope.extract import extract
from chronotope.lexicon import load_lexicon
from chronotope.mentions import Extraction
from chronotope.pipelines import load_pipeline
from chronotope.text import Article

pytestmark = pytest.mark.usefixtures("by_rules")


def extraction(text: str, language: str, *pipelines: str) -> Extraction:
    article = Article(identifier="a", body=text, language=language)
    (document,) = load_pipeline(language, pipelines).read([article])
    return extract(document, load_lexicon())


def roles(found: Extraction, trigger: str) -> set[tuple[str, str]]:
    (event,) = (event for event in found.events if event.text == trigger)
    words = {mention.id: mention.text for mention in (*found.actors, *found.places)}
    return {(argument.role, words[argument.filler]) for argument in event.arguments}


@pytest.mark.parametrize(
    ("text", "language", "trigger", "expected"),
    [
        pytest.param(
            "L’armée a détruit le vieux pont.",
            "fr",
            "détruit",
            {("agent", "armée"), ("patient", "vieux pont")},
            id="a thing",
        ),
        pytest.param(
            "Les pompiers ont évacué Lyon et Rennes.",
            "fr",
            "évacué",
            {("agent", "pompiers"), ("patient", "Lyon"), ("patient", "Rennes")},
            id="each conjunct",
        ),
        pytest.param("Le séisme a fait 632 morts.", "fr", "morts", {("patient", "632 morts")}, id="a counted noun"),
        pytest.param(
            "L’arrestation de l’ancien ministre a surpris.",
            "fr",
            "arrestation",
            {("patient", "ministre")},
            id="what a noun governs undergoes",
        ),
        pytest.param(
            "La démission du ministre a surpris.",
            "fr",
            "démission",
            {("agent", "ministre")},
            id="what a noun governs acts",
        ),
        pytest.param(
            "Le ministre de la Santé, Jeanne Martin, a démissionné lundi.",
            "fr",
            "démissionné",
            {("agent", "Jeanne Martin")},
            id="the name beside a function",
        ),
        pytest.param(
            "The rebels who attacked the old bridge fled.",
            "en",
            "attacked",
            {("agent", "rebels"), ("patient", "old bridge")},
            id="a relative clause",
        ),
        pytest.param(
            "Martin's arrest surprised everybody.", "en", "arrest", {("patient", "Martin")}, id="a possessive"
        ),
        pytest.param(
            "They attacked the bridge.", "en", "attacked", {("agent", "They"), ("patient", "bridge")}, id="a pronoun"
        ),
    ],
)
def test_roles(text: str, language: str, trigger: str, expected: set[tuple[str, str]]) -> None:
    assert roles(extraction(text, language), trigger) == expected


def test_a_phrase_has_its_kind_and_no_determiner() -> None:
    found = extraction("Le président a signé la loi sur les retraites.", "fr")
    assert [(actor.text, actor.actor_kind) for actor in found.actors] == [
        ("président", "group"),
        ("loi sur les retraites", "thing"),
    ]


def test_nothing_takes_part_where_nothing_was_parsed() -> None:
    found = extraction("L’armée a détruit le vieux pont.", "fr", "rules")
    assert [actor.text for actor in found.actors] == ["armée"]
