"""Places by name, the likeliest first."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chronotope.gazetteer import demonym_country, fold, load_gazetteer
from chronotope.model import Label
from chronotope.registry import installed_languages

LANGUAGES = ("en", "fr")


@pytest.mark.parametrize(
    ("name", "id_", "kind"),
    [
        pytest.param("Allemagne", "place/DE", "country", id="country in French"),
        pytest.param("Germany", "place/DE", "country", id="country in English"),
        pytest.param("Europe", "place/M49-150", "continent", id="continent: AS, NA and SA are countries"),
        pytest.param("Géorgie", "place/GE", "country", id="a country before a region"),
        pytest.param("Kaboul", "place/1138958", "city", id="city in French"),
        pytest.param("Kabul", "place/1138958", "city", id="city in English"),
        pytest.param("Paris", "place/2988507", "city", id="the largest of its name"),
        pytest.param("Bretagne", "place/FR-BRE", "region", id="region"),
        pytest.param("KABOUL", "place/1138958", "city", id="capitals"),
        pytest.param("Saint Etienne", "place/2980291", "city", id="no accent, no hyphen"),
    ],
)
def test_the_likeliest(name: str, id_: str, kind: str) -> None:
    entry = load_gazetteer(LANGUAGES).find(name)[0]
    assert (entry.id, entry.kind) == (id_, kind)


@pytest.mark.parametrize("name", ["", "xyzzy", "la ville", "Kaboul Paris"])
def test_no_place(name: str) -> None:
    assert load_gazetteer(LANGUAGES).find(name) == ()


def test_a_city_lies_in_a_country() -> None:
    gazetteer = load_gazetteer(LANGUAGES)
    region, country = gazetteer.containers(gazetteer.find("Lyon")[0])
    assert (region.id, country.id, {label.text for label in country.labels}) == ("place/FR-ARA", "place/FR", {"France"})


def test_no_country_of_an_unknown_id() -> None:
    assert load_gazetteer(LANGUAGES).country("place/2988507") is None


def test_every_entry_is_well_formed() -> None:
    gazetteer = load_gazetteer(LANGUAGES)
    for name in gazetteer:
        for entry in gazetteer[name]:
            assert entry.id.startswith("place/")
            assert entry.labels
            assert entry.latitude is None or -90 <= entry.latitude <= 90
            assert entry.longitude is None or -180 <= entry.longitude <= 180
            assert entry.contained_in != entry.id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Saint-Étienne", "saint etienne", id="accent and hyphen"),
        pytest.param("l’Île", "l'ile", id="apostrophe"),
        pytest.param("Crèvecœur", "crevecoeur", id="ligature"),
        pytest.param(
            "Œuilly",
            "oeuilly",
            id="capital ligature",
        ),
        pytest.param("Straße", "STRASSE", id="case folding"),
    ],
)
def test_names_that_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(max_size=20))
@example("Œ")
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("word", "language", "country"),
    [
        pytest.param("afghanes", "fr", "place/AF", id="feminine plural"),
        pytest.param("Français", "fr", "place/FR", id="singular and plural alike"),
        pytest.param("sud-africain", "fr", "place/ZA", id="hyphen"),
        pytest.param("nigérienne", "fr", "place/NE", id="Niger"),
        pytest.param("nigériane", "fr", "place/NG", id="Nigeria"),
        pytest.param("South Korean", "en", "place/KR", id="two words"),
        pytest.param("Britons", "en", "place/GB", id="plural"),
        pytest.param("polish", "en", None, id="a verb"),
        pytest.param("table", "fr", None, id="no demonym"),
        pytest.param("afghan", "xx", None, id="no such language"),
    ],
)
def test_demonyms(word: str, language: str, country: str | None) -> None:
    assert demonym_country(word, language) == country


@pytest.mark.parametrize("language", LANGUAGES)
def test_demonyms_are_of_known_countries(language: str) -> None:
    gazetteer = load_gazetteer(LANGUAGES)
    demonyms = installed_languages()[language].demonyms or {}
    words = [word for words in demonyms.values() for word in words.split()]
    assert len(words) == len(set(words))
    assert {code for code in demonyms if gazetteer.country(f"place/{code}") is None} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_regions_of_the_press_exist(language: str) -> None:
    gazetteer = load_gazetteer(LANGUAGES)
    names = installed_languages()[language].region_names or {}
    assert {name for name, code in names.items() if gazetteer.entry(f"place/{code}") is None} == set()


@pytest.mark.parametrize(
    ("name", "id_", "container"),
    [
        pytest.param("Hindman", "place/4294872", "place/US-KY", id="a village and its state"),
        pytest.param("LANDIRAS", "place/3007845", "place/FR-NAQ", id="capitals"),
        pytest.param("Moulay Brahim", "place/2541830", "place/MA-07", id="two words"),
        pytest.param("Beaulieu-sur-Dordogne", "place/3034241", "place/FR-NAQ", id="hyphens"),
    ],
)
def test_small_towns(name: str, id_: str, container: str) -> None:
    assert (id_, container) in [(entry.id, entry.contained_in) for entry in load_gazetteer(LANGUAGES).towns(name)]


@pytest.mark.parametrize("name", ["", "xyzzy", "Europe/Paris", "FR"])
def test_no_small_town(name: str) -> None:
    assert load_gazetteer(LANGUAGES).towns(name) == ()


def test_big_cities_are_called_as_each_language_calls_them() -> None:
    (moscow, *_) = load_gazetteer(LANGUAGES).find("Moscou")
    assert moscow.labels == (Label("Moscow", "en"), Label("Moscou", "fr"))
