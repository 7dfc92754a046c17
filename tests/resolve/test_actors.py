"""Mentions of actors → actors: who is the same, and who is not."""

import pytest

from chronotope.extract import extract
from chronotope.lexicon import load_lexicon
from chronotope.mentions import ActorKind, ActorMention, Extraction
from chronotope.model import Actor, Label
from chronotope.pipelines import load_pipeline
from chronotope.resolve.actors import ActorReading, actors_by_mention, hold_actors, read_actors
from chronotope.text import Article, Span

Words = tuple[str, ActorKind, str | None]


def extraction(*phrases: Words, language: str = "fr", identifier: str = "a") -> Extraction:
    article = Article(identifier=identifier, body=" ".join(text for text, _, _ in phrases), language=language)
    found, begin = [], 0
    for text, kind, name in phrases:
        span = Span(begin, begin + len(text))
        found.append(
            ActorMention(
                article=article.key, span=span, text=text, rule="test", confidence=1, actor_kind=kind, name=name
            )
        )
        begin = span.end + 1
    return Extraction(article=article, pipeline="by hand", sentences=(), actors=tuple(found))


def resolve(*extractions: Extraction) -> tuple[Actor, ...]:
    readings = (reading for each in extractions for reading in read_actors(each, load_lexicon()))
    return hold_actors(readings, load_lexicon())


def roy(text: str = "Anne Roy", name: str = "Anne Roy") -> Words:
    return text, "person", name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(roy(), roy("Mme Anne Roy"), id="a title"),
        pytest.param(roy("Anne Roé", "Anne Roé"), roy("anne roe", "anne roe"), id="accents and capitals"),
        pytest.param(
            ("ONU", "organization", "ONU"),
            ("Nations unies", "organization", "Nations unies"),
            id="names of the thesaurus",
        ),
        pytest.param(("France", "state", "France"), ("La France", "state", "france"), id="a state"),
    ],
)
def test_the_same_actor_in_two_articles(one: Words, other: Words) -> None:
    (actor,) = resolve(extraction(one), extraction(other, identifier="b"))
    assert len(actor.mentions) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(roy(), roy("Paul Roy", "Paul Roy"), id="another name"),
        pytest.param(roy(), ("Anne Roy", "organization", "Anne Roy"), id="another kind"),
        pytest.param(("le juge", "group", None), ("le juge", "group", None), id="no name"),
    ],
)
def test_different_actors_in_two_articles(one: Words, other: Words) -> None:
    assert len(resolve(extraction(one), extraction(other, identifier="b"))) == 2


def test_a_phrase_is_one_actor_within_its_article() -> None:
    assert len(resolve(extraction(("le juge", "group", None), ("Le juge", "group", None)))) == 1


def test_the_thesaurus_tells_id_kind_and_names() -> None:
    (un,) = resolve(extraction(("ONU", "person", "ONU")))
    assert un.kind == "organization"
    assert {label.language for label in un.labels} >= {"fr", "en"}
    assert un.id == load_lexicon().actors["onu"].id


def test_a_state_has_the_id_of_its_country() -> None:
    (mali,) = resolve(extraction(("Mali", "state", "Mali")))
    assert (mali.id, mali.kind) == ("actor/ML", "state")


def test_the_name_used_most_is_the_label() -> None:
    found = extraction(roy("Anne Roé", "Anne Roé"), roy("ANNE ROE", "ANNE ROE"), roy("Anne Roé", "Anne Roé"))
    (actor,) = resolve(found)
    assert actor.labels == (Label("Anne Roé", "fr"),)


def test_order_does_not_matter() -> None:
    one = extraction(roy(), ("le juge", "group", None))
    other = extraction(roy("Mme Anne Roy"), ("UN", "organization", "United Nations"), language="en", identifier="b")
    assert resolve(one, other) == resolve(other, one)


def test_each_mention_has_its_actor() -> None:
    found = extraction(roy(), ("le juge", "group", None))
    assert set(actors_by_mention(resolve(found))) == {mention.id for mention in found.actors}


def read(body: str, language: str = "fr") -> dict[str, ActorReading]:
    """The readings of a text by the words of their mentions."""
    (document,) = load_pipeline(language).read([Article(identifier="a", body=body, language=language)])
    found = extract(document, load_lexicon())
    texts = {mention.id: mention.text for mention in found.actors}
    return {texts[id_]: each for each in read_actors(found, load_lexicon()) for id_ in each.mentions}


@pytest.mark.parametrize(
    ("language", "body", "one", "other"),
    [
        pytest.param("fr", "Anne Roy est partie. M. Durand attend. Roy reviendra.", "Anne Roy", "Roy", id="surname"),
        pytest.param("fr", "Riek Machar a parlé. M. Machar est parti.", "Riek Machar", "M. Machar", id="title"),
        pytest.param(
            "fr", "Le maire, Paul Roy, a signé. Le préfet attend.", "maire", "Paul Roy", id="function before a name"
        ),
        pytest.param(
            "fr", "Le roi Charles III est malade. Charles restera à Londres.", "roi Charles III", "Charles", id="king"
        ),
        pytest.param(
            "fr",
            "L'Organisation nationale de sauvegarde (ONS) enquête. La police a saisi l'ONS.",
            "Organisation nationale de sauvegarde",
            "ONS",
            id="acronym in brackets",
        ),
        pytest.param("fr", "Le groupe Vauquelin licencie. Vauquelin se tait.", "groupe", "Vauquelin", id="head part"),
        pytest.param(
            "fr",
            "Sept kamikazes ont attaqué la gare. Les kamikazes sont morts.",
            "Sept kamikazes",
            "kamikazes",
            id="a group counted once",
        ),
        pytest.param(
            "en",
            "The Chadian president, Idriss Roy, met the mayor. The president left.",
            "Chadian president",
            "president",
            id="function alone",
        ),
        pytest.param("en", "The IS group attacked Mosul.", "IS", "group", id="noun after a name"),
        pytest.param(
            "en", '"I voted to strike," said Grace Oyela, 29.', "I", "Grace Oyela", id="who speaks in a quotation"
        ),
    ],
)
def test_one_actor_within_an_article(language: str, body: str, one: str, other: str) -> None:
    found = read(body, language)
    assert found[one] is found[other]


@pytest.mark.parametrize(
    ("language", "body", "one", "other"),
    [
        pytest.param(
            "fr",
            "Sept kamikazes ont attaqué. Trois kamikazes ont fui.",
            "Sept kamikazes",
            "Trois kamikazes",
            id="counts",
        ),
        pytest.param(
            "fr",
            "Des soldats britanniques ont tué des soldats afghans.",
            "soldats britanniques",
            "soldats afghans",
            id="countries",
        ),
        pytest.param(
            "fr", "Selon Anne Roy, le suspect a fui.", "Anne Roy", "suspect", id="a comma that opens no apposition"
        ),
        pytest.param(
            "fr", "Ana Roy a battu Paul Roy. Roy a fêté sa victoire.", "Ana Roy", "Roy", id="a surname of two people"
        ),
        pytest.param(
            "fr",
            "La préfecture de police a compté mille personnes. À Quimper, la préfecture a fermé deux écoles.",
            "préfecture de police",
            "préfecture",
            id="set elsewhere",
        ),
    ],
)
def test_two_actors_within_an_article(language: str, body: str, one: str, other: str) -> None:
    found = read(body, language)
    assert found[one] is not found[other]


@pytest.mark.parametrize(
    ("language", "body", "words", "country"),
    [
        pytest.param("fr", "Des soldats britanniques ont fui.", "soldats britanniques", "place/GB", id="adjective"),
        pytest.param("fr", "L'ambassade des États-Unis a fermé.", "ambassade des États-Unis", "place/US", id="name"),
        pytest.param("en", "Afghan forces fled.", "Afghan forces", "place/AF", id="before the noun"),
        pytest.param("fr", "La France a protesté.", "France", "place/FR", id="a state has its own"),
        pytest.param("fr", "Des soldats ont fui.", "soldats", None, id="none told"),
    ],
)
def test_countries(language: str, body: str, words: str, country: str | None) -> None:
    assert read(body, language)[words].country == country


@pytest.mark.parametrize(
    ("language", "body", "words", "body_of"),
    [
        pytest.param(
            "fr",
            "Sept terroristes de l’Etat islamique errent dans Kaboul.",
            "Sept terroristes de l’Etat islamique",
            "actor/islamic-state",
            id="complement",
        ),
        pytest.param(
            "fr", "Des combattants talibans ont fui.", "combattants talibans", "actor/taliban", id="adjective"
        ),
        pytest.param("en", "Interpol spokesman John Roy left.", "spokesman John Roy", "actor/interpol", id="before"),
        pytest.param(
            "fr", "Des otages de l’Etat islamique ont fui.", "otages de l’Etat islamique", None, id="hostages"
        ),
    ],
)
def test_bodies(language: str, body: str, words: str, body_of: str | None) -> None:
    assert read(body, language)[words].member_of == body_of


def test_the_body_that_people_are_of_is_held() -> None:
    found = read("Sept terroristes de l’Etat islamique errent dans Kaboul.")
    people, body = hold_actors(set(found.values()), load_lexicon())
    assert {people.member_of, body.member_of} == {"actor/islamic-state", None}


@pytest.mark.parametrize(
    ("language", "body", "actor"),
    [
        pytest.param("en", "UN officials warned Mali.", "actor/united-nations", id="acronym"),
        pytest.param("fr", "Un UN est un UN.", None, id="acronym of another language"),
        pytest.param("en", "WHO KILLED THE KING", None, id="a line in capitals"),
        pytest.param("en", "Who warned Mali?", None, id="the word"),
    ],
)
def test_acronyms_are_read_as_they_are_written(language: str, body: str, actor: str | None) -> None:
    keys = {reading.key or "" for reading in read(body, language).values()}
    assert {key for key in keys if key.startswith("actor/")} - {"actor/ML"} == ({actor} if actor else set())


def reading(key: str | None, country: str | None = None, *, mention: str, name: str = "Anne Roy") -> ActorReading:
    return ActorReading(mentions=(mention,), names=(Label(name, "fr"),), kind="person", key=key, country=country)


@pytest.mark.parametrize(
    ("readings", "actors"),
    [
        pytest.param([reading("person anne roy", mention="a"), reading("person anne roy", mention="b")], 1, id="name"),
        pytest.param([reading(None, mention="a"), reading(None, mention="b")], 2, id="no key"),
        pytest.param(
            [
                reading("person anne roy", "place/FR", mention="a"),
                reading("person anne roy", "place/CA", mention="b"),
                reading("person anne roy", mention="c"),
            ],
            3,
            id="one name in two countries",
        ),
        pytest.param(
            [
                reading("person serguei ivanov", "place/RU", mention="a"),
                reading("person sergey ivanov", "place/RU", mention="b"),
            ],
            1,
            id="two spellings in one country",
        ),
        pytest.param(
            [reading("person serguei ivanov", mention="a"), reading("person sergey ivanov", mention="b")],
            2,
            id="two spellings, no country",
        ),
    ],
)
def test_actors_across_articles(readings: list[ActorReading], actors: int) -> None:
    held = hold_actors(readings, load_lexicon())
    assert len(held) == actors
    assert held == hold_actors(reversed(readings), load_lexicon())


def test_an_acronym_alone_is_the_only_name_that_it_is_given_for() -> None:
    full = ActorReading(
        mentions=("a",),
        names=(Label("Office du sel", "fr"),),
        kind="organization",
        key="body office du sel",
        acronyms=("ODS",),
    )
    short = ActorReading(mentions=("b",), names=(Label("ODS", "fr"),), kind="organization", key="body ods")
    (actor,) = hold_actors([full, short], load_lexicon())
    assert actor.mentions == ("a", "b")


def _told(article: str, key: str | None) -> ActorReading:
    mention = f"mention/actor/{article}/0-4"
    return ActorReading(mentions=(mention,), names=(Label("Roy", "fr"),), kind="person", key=key)


def test_what_a_person_takes_for_one_actor_is_one() -> None:
    one, other, third = (_told(article, None) for article in ("a", "b", "c"))
    same = [(one.mentions[0], third.mentions[0]), ("mention/event/a/0-4", "mention/event/b/0-4")]
    held = hold_actors([one, other, third], load_lexicon(), same=same)
    assert sorted(actor.mentions for actor in held) == [one.mentions + third.mentions, other.mentions]


def test_of_several_entries_that_are_taken_for_one_the_first_stands() -> None:
    readings = [_told("a", "actor/taliban"), _told("b", None)]
    same = [(readings[0].mentions[0], readings[1].mentions[0])]
    (actor,) = hold_actors(readings, load_lexicon(), same=same)
    assert actor.id == "actor/taliban"


def test_what_a_person_parts_is_two_actors() -> None:
    readings = [_told(article, "person paul roy") for article in ("a", "b", "c")]
    different = [(readings[0].mentions[0], readings[1].mentions[0])]
    held = hold_actors(readings, load_lexicon(), different=different)
    assert sorted(len(actor.mentions) for actor in held) == [1, 2]
    parted = next(actor for actor in held if len(actor.mentions) == 1)
    assert parted.mentions == readings[1].mentions
