"""Mentions of places → places."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.gazetteer import load_gazetteer
from chronotope.languages import Language
from chronotope.languages.en import ENGLISH
from chronotope.languages.fr import FRENCH
from chronotope.mentions import Extraction, PlaceMention
from chronotope.model import Label, Place
from chronotope.resolve.place_forms import form_of
from chronotope.resolve.places import PlaceReading, hold_places, places_by_mention, read_places
from chronotope.text import Article, Span

GAZETTEER = load_gazetteer(("en", "fr"))


def extraction(*names: str, language: str = "fr", identifier: str = "a") -> Extraction:
    return told(" ".join(names), *names, language=language, identifier=identifier)


def told(body: str, *names: str, language: str = "fr", identifier: str = "a") -> Extraction:
    """An article of one sentence, and where it names places, in the order of the text."""
    article = Article(identifier=identifier, body=body, language=language)
    found, begin = [], 0
    for name in names:
        span = Span(body.index(name, begin), body.index(name, begin) + len(name))
        found.append(PlaceMention(article=article.key, span=span, text=name, rule="test", confidence=1))
        begin = span.end
    return Extraction(article=article, pipeline="by hand", sentences=(Span(0, len(body)),), places=tuple(found))


def resolve(*extractions: Extraction) -> tuple[Place, ...]:
    return hold_places((reading for each in extractions for reading in read_places(each, GAZETTEER)), GAZETTEER)


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        pytest.param(["Kaboul", "Kabul"], ["place/1138958", "place/AF"], id="two names of a place"),
        pytest.param(["Lyon", "France"], ["place/2996944", "place/FR", "place/FR-ARA"], id="its country is named too"),
        pytest.param(["Lyon"], ["place/2996944", "place/FR", "place/FR-ARA"], id="its region and country come with it"),
        pytest.param(["France"], ["place/FR"], id="a country is enough"),
        pytest.param([], [], id="none"),
    ],
)
def test_which_places(names: list[str], ids: list[str]) -> None:
    assert [place.id for place in resolve(extraction(*names))] == ids


@pytest.mark.parametrize(
    ("body", "names", "language", "id_"),
    [
        pytest.param("À Brest (Finistère)", ["Brest"], "fr", "place/3030300", id="a region in brackets"),
        pytest.param("À Brest, en Biélorussie", ["Brest"], "fr", "place/629634", id="a country that follows"),
        pytest.param("Des soldats biélorusses à Brest", ["Brest"], "fr", "place/629634", id="a demonym in the article"),
        pytest.param("Des marins à Brest", ["Brest"], "fr", "place/3030300", id="nothing: at home"),
        pytest.param("Brest et Minsk", ["Brest", "Minsk"], "fr", "place/629634", id="another town of the country"),
        pytest.param("Killed in Paris, Texas", ["Paris"], "en", "place/4717560", id="a small town by its region"),
        pytest.param("Killed in Paris", ["Paris"], "en", "place/2988507", id="the largest"),
        pytest.param("La ville libanaise de Tripoli", ["Tripoli"], "fr", "place/266826", id="a demonym before"),
        pytest.param(
            "Djalalabad, dans l’est de l’Afghanistan", ["Djalalabad"], "fr", "place/1139715", id="a French spelling"
        ),
        pytest.param("Rentré à Mexico", ["Mexico"], "fr", "place/3530597", id="a country in English only"),
        pytest.param("Back in Mexico", ["Mexico"], "en", "place/MX", id="a country in English"),
        pytest.param("La Géorgie et Tbilissi", ["Géorgie", "Tbilissi"], "fr", "place/GE", id="country before region"),
        pytest.param(
            "La Géorgie, Atlanta et Savannah, aux États-Unis",
            ["Géorgie", "Atlanta", "Savannah", "États-Unis"],
            "fr",
            "place/US-GA",
            id="a region with its towns",
        ),
        pytest.param("L’État de New York", ["New York"], "fr", "place/US-NY", id="a noun says region"),
        pytest.param("La ville de New York", ["New York"], "fr", "place/5128581", id="a noun says town"),
        pytest.param("Afghan troops in Nangarhar province", ["Nangarhar"], "en", "place/AF-NAN", id="a noun after"),
        pytest.param("À Landiras, en Gironde", ["Landiras"], "fr", "place/3007845", id="a village"),
        pytest.param("New Delhi, en Inde", ["New Delhi"], "fr", "place/1261481", id="a first name before another one"),
        pytest.param("La Crimée et Kiev", ["Crimée", "Kiev"], "fr", "place/UA-43", id="what the press calls a region"),
    ],
)
def test_which_sense(body: str, names: list[str], language: str, id_: str) -> None:
    first = read_places(told(body, *names, language=language), GAZETTEER)[0]
    assert first.entry == id_


@pytest.mark.parametrize(
    ("body", "names", "language", "kind", "holder"),
    [
        pytest.param("À l’aéroport de Kaboul", ["aéroport de Kaboul"], "fr", "airport", "place/1138958", id="its name"),
        pytest.param("At Kabul airport", ["Kabul airport"], "en", "airport", "place/1138958", id="noun at the end"),
        pytest.param(
            "Rue de Rennes, à Paris", ["Rue de Rennes", "Paris"], "fr", "street", "place/2988507", id="beside"
        ),
        pytest.param(
            "The Morandi Bridge in Genoa", ["Morandi Bridge", "Genoa"], "en", "bridge", "place/3176219", id="after it"
        ),
        pytest.param(
            "Place Bellecour. Lyon.", ["Place Bellecour", "Lyon"], "fr", "square", "place/2996944", id="main town"
        ),
        pytest.param("Un cargo en mer Rouge", ["mer Rouge"], "fr", "sea", None, id="no country holds a sea"),
        pytest.param("La Méditerranée et Nice", ["Méditerranée", "Nice"], "fr", "sea", None, id="a sea without noun"),
        pytest.param("Le Sahel et le Mali", ["Sahel", "Mali"], "fr", "continent", None, id="a part of the world"),
        pytest.param("Le nord Mali", ["nord Mali"], "fr", "region", "place/ML", id="a part of a country"),
        pytest.param("Trousdale County, Tennessee", ["Trousdale County"], "en", "region", "place/US-TN", id="a county"),
        pytest.param("Xyzzy, au Mali", ["Xyzzy", "Mali"], "fr", None, "place/ML", id="unknown"),
        pytest.param("Xyzzy", ["Xyzzy"], "fr", None, None, id="unknown, and nothing else"),
    ],
)
def test_what_holds_a_place_without_entry(
    body: str, names: list[str], language: str, kind: str | None, holder: str | None
) -> None:
    first = read_places(told(body, *names, language=language), GAZETTEER)[0]
    assert (first.entry, first.kind, first.contained_in) == (None, kind, holder)


def test_a_site_of_two_articles_is_one_in_any_language() -> None:
    french = told("À l’aéroport de Kaboul", "aéroport de Kaboul")
    english = told("At Kabul airport", "Kabul airport", language="en", identifier="b")
    other = told("Herat airport and Kabul", "Herat airport", "Kabul", language="en", identifier="c")
    airports = [place for place in resolve(french, english, other) if place.kind == "airport"]
    assert sorted(len(place.mentions) for place in airports) == [1, 2]
    assert {place.contained_in for place in airports} == {"place/1138958", "place/1140026"}


def test_sites_of_one_name_in_two_towns_are_two() -> None:
    one = told("La mosquée Al-Nour à Lyon", "mosquée Al-Nour", "Lyon")
    other = told("La mosquée Al-Nour à Lille", "mosquée Al-Nour", "Lille", identifier="b")
    assert len([place for place in resolve(one, other) if place.kind == "mosque"]) == 2


def test_a_place_of_two_articles_is_one() -> None:
    one, other = extraction("Kaboul"), extraction("Kabul", language="en", identifier="b")
    kabul = resolve(one, other)[0]
    assert set(kabul.mentions) == {one.places[0].id, other.places[0].id}
    assert kabul.labels == (Label("Kabul", "en"), Label("Kaboul", "fr"))
    assert (kabul.kind, kabul.contained_in, kabul.latitude is not None) == ("city", "place/AF", True)


def test_a_name_means_one_place_in_an_article() -> None:
    paris = told("Paris, au Texas. À Paris, un homme est mort.", "Paris", "Paris")
    assert len([place for place in resolve(paris) if place.mentions]) == 1


def test_other_senses_are_told() -> None:
    (brest,) = (place for place in resolve(told("Des marins à Brest", "Brest")) if place.mentions)
    assert "place/629634" in brest.alternatives
    assert brest.confidence is not None
    assert 0 < brest.confidence < 0.9


def test_what_only_holds_others_has_no_mention_and_no_confidence() -> None:
    for place in resolve(extraction("Lyon"))[1:]:
        assert (place.mentions, place.confidence, place.alternatives) == ((), None, ())


def test_a_place_that_no_gazetteer_knows_is_kept() -> None:
    one, other = extraction("Xyzzy"), extraction("xyzzy", identifier="b")
    (place,) = resolve(one, other)
    assert (place.kind, place.contained_in, len(place.mentions)) == (None, None, 2)
    assert resolve(other, one) == (place,)


def test_each_mention_has_its_place() -> None:
    found = extraction("Kaboul", "Lyon", "Kabul")
    by_mention = places_by_mention(resolve(found))
    assert [by_mention[mention.id] for mention in found.places] == ["place/1138958", "place/2996944", "place/1138958"]


NAMES = st.sampled_from(["Brest", "Kaboul", "aéroport de Kaboul", "Géorgie", "Xyzzy", "mer Noire", "Paris", "Texas"])


@given(st.lists(st.lists(NAMES, max_size=4), max_size=3))
def test_readings_are_plain_and_their_order_does_not_matter(articles: list[list[str]]) -> None:
    extractions = [extraction(*names, identifier=str(number)) for number, names in enumerate(articles)]
    readings = [reading for each in extractions for reading in read_places(each, GAZETTEER)]
    assert hold_places(readings, GAZETTEER) == hold_places(readings[::-1], GAZETTEER)
    for reading in readings:
        assert PlaceReading(**dataclasses.asdict(reading)) == reading
    assert {id_ for place in resolve(*extractions) for id_ in [place.contained_in] if id_} <= {
        place.id for place in resolve(*extractions)
    }


@pytest.mark.parametrize(
    ("name", "core", "kind"),
    [
        pytest.param("mosquée Al-Aqsa", "Al-Aqsa", "mosque", id="noun before"),
        pytest.param("province d’Al Haouz", "Al Haouz", "region", id="elision"),
        pytest.param("poste-frontière de Torkham", "Torkham", "crossing", id="noun with a hyphen"),
        pytest.param("Marrakech", "Marrakech", None, id="no noun"),
        pytest.param("Aéroport", "Aéroport", None, id="nothing but the noun"),
    ],
)
def test_forms(name: str, core: str, kind: str | None) -> None:
    assert form_of(name, FRENCH)[:2] == (core, kind)


@pytest.mark.parametrize("language", [FRENCH, ENGLISH], ids=lambda language: str(language.code))
def test_every_noun_of_a_site_has_a_kind(language: Language) -> None:
    assert {noun for noun in language.sites if form_of(f"{noun} Xyzzy", language).kind is None} == set()
