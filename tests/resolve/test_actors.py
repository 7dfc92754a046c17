"""Mentions of actors → actors: who is the same, and who is not."""

import pytest

from chronotope.lexicon import load_lexicon
from chronotope.mentions import ActorKind, ActorMention, Extraction
from chronotope.model import Actor, Label
from chronotope.resolve.actors import actors_by_mention, resolve_actors
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
    return resolve_actors(extractions, load_lexicon())


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
