"""Whom a pronoun or a phrase refers back to."""

from collections.abc import Callable

import pytest

from chronotope.extract.learned.anaphora import antecedents
from chronotope.extract.learned.find import mention_heads
from chronotope.extract.learned.judge import Judged
from chronotope.mentions import Extraction


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "Lundi, Emmanuel Macron est arrivé à Berlin. Il a rencontré la chancelière Angela Merkel.",
            "fr",
            {"Il": "Emmanuel Macron"},
            id="a pronoun takes the subject before",
        ),
        pytest.param(
            "Lundi, Emmanuel Macron a rencontré Vladimir Poutine. Il a ensuite quitté Moscou.",
            "fr",
            {"Il": "Emmanuel Macron"},
            id="a pronoun takes the subject rather than the nearer object",
        ),
        pytest.param(
            "Emmanuel Macron a rencontré Vladimir Poutine lundi. Il a ensuite quitté Moscou.",
            "fr",
            {"Il": "Emmanuel Macron"},
            id="a subject that opens the text",
        ),
        pytest.param(
            "Lundi, les rebelles ont attaqué Paul Roy. Ils ont ensuite quitté la ville.",
            "fr",
            {"Ils": "rebelles"},
            id="several stand for several",
        ),
        pytest.param(
            "On Monday, Theresa May resigned. She said that three soldiers had been killed.",
            "en",
            {"She": "Theresa May"},
            id="a pronoun in English",
        ),
        pytest.param(
            "Le maire de Lyon, Paul Roy, a été arrêté lundi. Le maire a nié les accusations.",
            "fr",
            {"maire": "Paul Roy"},
            id="a function takes the name beside which it stood",
        ),
        pytest.param(
            "Paul Smith, the mayor of London, was arrested on Monday. The mayor denied the accusations.",
            "en",
            {"mayor": "Paul Smith"},
            id="a function in English",
        ),
        pytest.param(
            "Lundi, Airbus a supprimé 300 emplois. Le groupe a fermé une usine à Toulouse.",
            "fr",
            {"groupe": "Airbus"},
            id="a body takes the organisation before",
        ),
        pytest.param(
            "Airbus a supprimé 300 emplois lundi. Le groupe a fermé une usine à Toulouse.",
            "fr",
            {"groupe": "Airbus"},
            id="an organisation that opens the text",
        ),
        pytest.param(
            "On Monday, Boeing cut 300 jobs. The company closed a factory in Seattle.",
            "en",
            {"company": "Boeing"},
            id="a body in English",
        ),
        pytest.param(
            "Lundi, Airbus a supprimé 300 emplois. Un groupe a fermé une usine à Toulouse.",
            "fr",
            {},
            id="an indefinite phrase is new",
        ),
    ],
)
def test_antecedents(
    text: str,
    language: str,
    expected: dict[str, str],
    extracted: Callable[[str, str], Extraction],
    judged: Callable[[str, str], Judged],
) -> None:
    actors = {actor.id: actor for actor in extracted(text, language).actors}
    reading = judged(text, language).reading
    known = {index: id_ for id_, actor in actors.items() for index in reading.document.tokens_in(actor.span)}
    found = antecedents(reading, mention_heads(reading, known))
    assert {actors[one].text: actors[other].text for one, other in found.items()} == expected


def test_a_pronoun_that_acts_is_known_by_whom_it_stands_for(extracted: Callable[[str, str], Extraction]) -> None:
    found = extracted("Lundi, Emmanuel Macron est arrivé à Berlin. Il a rencontré la chancelière Angela Merkel.", "fr")
    actors = {actor.id: actor for actor in found.actors}
    (pronoun,) = (actor for actor in found.actors if actor.text == "Il")
    assert pronoun.antecedent is not None
    assert actors[pronoun.antecedent].text == "Emmanuel Macron"


def test_a_body_that_acts_is_known_by_whom_it_stands_for(extracted: Callable[[str, str], Extraction]) -> None:
    found = extracted("Lundi, Airbus a supprimé 300 emplois. Le groupe a fermé une usine à Toulouse.", "fr")
    actors = {actor.id: actor for actor in found.actors}
    (group,) = (actor for actor in found.actors if actor.text == "groupe")
    assert group.antecedent is not None
    assert actors[group.antecedent].text == "Airbus"


def test_a_teaser_names_nobody_the_article_goes_on_about(extracted: Callable[[str, str], Extraction]) -> None:
    body = "Lire aussi : Paul Roy a été arrêté lundi à Brest\n\nIl a attaqué Kaboul mardi, selon la police."
    found = extracted(body, "fr")
    names = {actor.id: actor.name for actor in found.actors}
    assert [zone.kind for zone in found.zones] == ["teaser"]
    assert "Paul Roy" not in [names.get(actor.antecedent or "") for actor in found.actors]
    assert all(event.span.begin > found.zones[0].span.end for event in found.events)
