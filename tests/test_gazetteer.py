"""Places by name, the likeliest first."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chronotope.gazetteer import fold, load_gazetteer

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
    country = gazetteer.country(str(gazetteer.find("Lyon")[0].contained_in))
    assert country is not None
    assert (country.id, {label.text for label in country.labels}) == ("place/FR", {"France"})


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
