"""Events by the rules: type, status, who, where and when."""

import pytest

from chronotope.extract import extract
from chronotope.lexicon import load_lexicon
from chronotope.mentions import EventMention, Extraction
from chronotope.pipelines import load_pipeline
from chronotope.text import Article

pytestmark = pytest.mark.usefixtures("by_rules")


def read(text: str, language: str) -> Extraction:
    (document,) = load_pipeline(language).read([Article(identifier="a", body=text, language=language)])
    return extract(document, load_lexicon())


def event(text: str, word: str, language: str) -> EventMention:
    (found,) = (event for event in read(text, language).events if event.text == word)
    return found


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("L’armée a attaqué la ville.", "fr", [("attaqué", "Attack")], id="verb"),
        pytest.param("Une bombe a explosé.", "fr", [("explosé", "Bombing")], id="without an object"),
        pytest.param("La police a arrêté un homme.", "fr", [("arrêté", "Arrest")], id="arrest"),
        pytest.param("Un homme a été mis en examen.", "fr", [("mis en examen", "Charge")], id="phrase"),
        pytest.param(
            "La rencontre et la signature.",
            "fr",
            [("rencontre", "Meeting"), ("signature", "Agreement")],
            id="two nouns",
        ),
        pytest.param("NATO withdrew from Iraq.", "en", [("withdrew", "Withdrawal")], id="irregular verb"),
        pytest.param("Rebels killed a man.", "en", [("killed", "Killing")], id="people are no event"),
        pytest.param("La ville dort.", "fr", [], id="none"),
        pytest.param(
            "Le Monde et Guerre et Paix.",
            "fr",
            [],
            id="inside a name",
            marks=pytest.mark.xfail(reason="titles of works are not known"),
        ),
    ],
)
def test_types(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.text, found.type) for found in read(text, language).events] == expected


@pytest.mark.parametrize(
    ("text", "word", "language", "status"),
    [
        pytest.param("L’armée a attaqué la ville.", "attaqué", "fr", "actual", id="told"),
        pytest.param("Selon la police, l’armée a attaqué la ville.", "attaqué", "fr", "reported", id="selon"),
        pytest.param("La police dit que l’armée a attaqué la ville.", "attaqué", "fr", "reported", id="said"),
        pytest.param("L’armée aurait attaqué la ville.", "attaqué", "fr", "reported", id="conditional hearsay"),
        pytest.param("Le juge aurait été tué.", "tué", "fr", "reported", id="conditional hearsay, passive"),
        pytest.param("Il est accusé d’avoir tué un homme.", "tué", "fr", "reported", id="accused of"),
        pytest.param("L’armée attaquera la ville.", "attaquera", "fr", "planned", id="future"),
        pytest.param("L’armée va attaquer la ville.", "attaquer", "fr", "planned", id="near future"),
        pytest.param("L’armée prévoit d’attaquer la ville.", "attaquer", "fr", "planned", id="verb of planning"),
        pytest.param("Le projet d’attaque avance.", "attaque", "fr", "planned", id="noun of planning"),
        pytest.param("En cas d’attaque, la ville dormira.", "attaque", "fr", "hypothetical", id="en cas de"),
        pytest.param("Si l’armée attaque la ville, on dort.", "attaque", "fr", "hypothetical", id="si"),
        pytest.param("L’armée pourrait attaquer la ville.", "attaquer", "fr", "hypothetical", id="pouvoir"),
        pytest.param("Le risque d’attaque baisse.", "attaque", "fr", "hypothetical", id="noun of risk"),
        pytest.param("L’armée n’a pas attaqué la ville.", "attaqué", "fr", "denied", id="negation"),
        pytest.param("Aucune attaque n’a eu lieu.", "attaque", "fr", "denied", id="aucun"),
        pytest.param("L’armée refuse d’attaquer la ville.", "attaquer", "fr", "denied", id="verb of refusing"),
        pytest.param("The army attacked the town.", "attacked", "en", "actual", id="told, in English"),
        pytest.param(
            "Police say that the army attacked the town.", "attacked", "en", "reported", id="said, in English"
        ),
        pytest.param("The army reportedly attacked the town.", "attacked", "en", "reported", id="hearsay in English"),
        pytest.param("The alleged attack is over.", "attack", "en", "reported", id="alleged"),
        pytest.param("The army will attack the town.", "attack", "en", "planned", id="will"),
        pytest.param("The army plans to attack the town.", "attack", "en", "planned", id="plans to"),
        pytest.param("The army might attack the town.", "attack", "en", "hypothetical", id="might"),
        pytest.param("In case of an attack, they sleep.", "attack", "en", "hypothetical", id="in case of"),
        pytest.param("The army did not attack the town.", "attack", "en", "denied", id="negation in English"),
        pytest.param("No attack was seen.", "attack", "en", "denied", id="no"),
        pytest.param(
            "Une attaque est prévue.",
            "attaque",
            "fr",
            "planned",
            id="cue after the trigger",
            marks=pytest.mark.xfail(reason="only the words before a trigger are read"),
        ),
        pytest.param(
            "Le juge nie que l’armée ait attaqué la ville.",
            "attaqué",
            "fr",
            "denied",
            id="in a claim that denies",
        ),
    ],
)
def test_status(text: str, word: str, language: str, status: str) -> None:
    assert event(text, word, language).status == status


@pytest.mark.parametrize(
    ("text", "word", "polarity", "certainty"),
    [
        pytest.param("L’armée a attaqué la ville.", "attaqué", "positive", "certain", id="told"),
        pytest.param("L’armée n’a pas attaqué la ville.", "attaqué", "negative", "certain", id="negation"),
        pytest.param("L’armée attaquera la ville.", "attaquera", "positive", "probable", id="future"),
        pytest.param("L’armée pourrait attaquer la ville.", "attaquer", "positive", "possible", id="pouvoir"),
    ],
)
def test_polarity_and_certainty(text: str, word: str, polarity: str, certainty: str) -> None:
    found = event(text, word, "fr")
    assert (found.polarity, found.certainty) == (polarity, certainty)


@pytest.mark.parametrize(
    ("text", "word", "language", "arguments"),
    [
        pytest.param(
            "L’armée a tué trois soldats.", "tué", "fr", [("agent", "armée"), ("patient", "trois soldats")], id="active"
        ),
        pytest.param(
            "Trois soldats ont été tués par l’armée.",
            "tués",
            "fr",
            [("patient", "Trois soldats"), ("agent", "armée")],
            id="passive",
        ),
        pytest.param(
            "Trois soldats ont été tués par des rebelles.",
            "tués",
            "fr",
            [("patient", "Trois soldats"), ("agent", "rebelles")],
            id="passive, par des",
        ),
        pytest.param(
            "Des rebelles ont tué trois soldats.",
            "tué",
            "fr",
            [("agent", "rebelles"), ("patient", "trois soldats")],
            id="des opens the sentence",
        ),
        pytest.param("Le juge a été tué.", "tué", "fr", [("patient", "juge")], id="passive without an agent"),
        pytest.param("Une attaque par des rebelles.", "attaque", "fr", [("agent", "rebelles")], id="noun"),
        pytest.param(
            "Les rebelles ont explosé.", "explosé", "fr", [("patient", "rebelles")], id="frame without an object"
        ),
        pytest.param(
            "La France a attaqué le Mali.", "attaqué", "fr", [("agent", "France"), ("patient", "Mali")], id="countries"
        ),
        pytest.param(
            "The army killed three soldiers.",
            "killed",
            "en",
            [("agent", "army"), ("patient", "three soldiers")],
            id="active in English",
        ),
        pytest.param(
            "Three soldiers were killed by the army.",
            "killed",
            "en",
            [("patient", "Three soldiers"), ("agent", "army")],
            id="passive in English",
        ),
        pytest.param(
            "Rebels killed three soldiers.",
            "killed",
            "en",
            [("agent", "Rebels"), ("patient", "three soldiers")],
            id="people that look like a verb",
        ),
        pytest.param(
            "Rebels exploded the army.",
            "exploded",
            "en",
            [("agent", "Rebels"), ("patient", "army")],
            id="a frame for clauses without an object, with one",
        ),
        pytest.param(
            "L’armée a tué des civils.",
            "tué",
            "fr",
            [("agent", "armée"), ("patient", "civils")],
            id="des after a verb",
        ),
        pytest.param(
            "Anne Roy est arrivée.",
            "arrivée",
            "fr",
            [("agent", "Anne Roy")],
            id="verb of motion",
        ),
    ],
)
def test_arguments(text: str, word: str, language: str, arguments: list[tuple[str, str]]) -> None:
    actors = {actor.id: actor.text for actor in read(text, language).actors}
    found = event(text, word, language)
    assert [(argument.role, actors[argument.filler]) for argument in found.arguments] == arguments


@pytest.mark.parametrize(
    ("text", "word", "place", "time"),
    [
        pytest.param("L’armée a attaqué la ville lundi à Kaboul.", "attaqué", "Kaboul", "lundi", id="both"),
        pytest.param("Lundi, l’armée a attaqué la ville.", "attaqué", None, "Lundi", id="time alone"),
        pytest.param("À Kaboul, l’armée a attaqué la ville.", "attaqué", "Kaboul", None, id="place alone"),
        pytest.param("L’attaque de Kaboul a tué un homme à Lyon.", "attaque", "Kaboul", None, id="the nearest place"),
        pytest.param("La France a attaqué la ville.", "attaqué", None, None, id="a country that acts is no place"),
        pytest.param(
            "L’armée a attaqué la ville. Lundi, il pleut à Kaboul.", "attaqué", None, None, id="another sentence"
        ),
        pytest.param("L’attaque a duré pendant trois jours.", "attaque", None, None, id="a duration is no date"),
    ],
)
def test_where_and_when(text: str, word: str, place: str | None, time: str | None) -> None:
    found = read(text, "fr")
    words = {mention.id: mention.text for mention in (*found.places, *found.times)}
    one = event(text, word, "fr")
    assert [words[id_] for id_ in one.places] == ([] if place is None else [place])
    assert (None if one.time is None else words[one.time]) == time


def test_an_event_knows_the_claims_around_it() -> None:
    found = read("Selon la police, le juge a dit que l’armée a attaqué la ville.", "fr")
    outer, inner = found.claims
    told = {one.text: one.embedded_in for one in found.events}
    assert told["attaqué"] == (inner.id, outer.id)
    assert told["dit"] == (outer.id,)
