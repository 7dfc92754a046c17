"""Mentions of places → places."""

import pytest

from chronotope.gazetteer import load_gazetteer
from chronotope.mentions import Extraction, PlaceMention
from chronotope.model import Label, Place
from chronotope.resolve.places import places_by_mention, resolve_places
from chronotope.text import Article, Span


def extraction(*names: str, language: str = "fr", identifier: str = "a") -> Extraction:
    article = Article(identifier=identifier, body=" ".join(names), language=language)
    found, begin = [], 0
    for name in names:
        span = Span(begin, begin + len(name))
        found.append(PlaceMention(article=article.key, span=span, text=name, rule="test", confidence=1))
        begin = span.end + 1
    return Extraction(article=article, pipeline="by hand", sentences=(), places=tuple(found))


def resolve(*extractions: Extraction) -> tuple[Place, ...]:
    return resolve_places(extractions, load_gazetteer(("en", "fr")))


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        pytest.param(["Kaboul", "Kabul"], ["place/1138958", "place/AF"], id="two names of a place"),
        pytest.param(["Lyon", "France"], ["place/2996944", "place/FR"], id="its country is named too"),
        pytest.param(["Lyon"], ["place/2996944", "place/FR"], id="its country comes with it"),
        pytest.param(["France"], ["place/FR"], id="a country is enough"),
        pytest.param([], [], id="none"),
    ],
)
def test_which_places(names: list[str], ids: list[str]) -> None:
    assert [place.id for place in resolve(extraction(*names))] == ids


def test_a_place_of_two_articles_is_one() -> None:
    one, other = extraction("Kaboul"), extraction("Kabul", language="en", identifier="b")
    kabul = resolve(one, other)[0]
    assert set(kabul.mentions) == {one.places[0].id, other.places[0].id}
    assert kabul.labels == (Label("Kabul", "en"), Label("Kaboul", "fr"))
    assert (kabul.kind, kabul.contained_in, kabul.latitude is not None) == ("city", "place/AF", True)


def test_a_country_that_comes_with_its_city_has_no_mention() -> None:
    assert resolve(extraction("Lyon"))[1].mentions == ()


def test_a_place_that_no_gazetteer_knows_is_kept() -> None:
    one, other = extraction("Xyzzy"), extraction("xyzzy", identifier="b")
    (place,) = resolve(one, other)
    assert (place.kind, place.contained_in, len(place.mentions)) == (None, None, 2)
    assert resolve(other, one) == (place,)


def test_each_mention_has_its_place() -> None:
    found = extraction("Kaboul", "Lyon", "Kabul")
    by_mention = places_by_mention(resolve(found))
    assert [by_mention[mention.id] for mention in found.places] == ["place/1138958", "place/2996944", "place/1138958"]
