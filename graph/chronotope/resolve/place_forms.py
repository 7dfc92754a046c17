"""What the words of a place's name, and those around it, say: its kind, what it lies in, whose country it is.

"Aéroport de Kaboul" is an airport and holds the name of a town; "Jalalabad, dans l'est de l'Afghanistan" says which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import zip_longest
from typing import NamedTuple

from chronotope.gazetteer import Gazetteer, GazetteerEntry, demonym_country, fold
from chronotope.languages import Language
from chronotope.model import PlaceKind
from chronotope.text import Span

# "Entre Kaboul et le sud de l'Afghanistan": a qualifier stands close by.
_FURTHEST_WORDS = 5
_LONGEST_NOUN = 3
_LONGEST_QUALIFIER = 4
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*\.?['’]?")


class Form(NamedTuple):
    """The kind that a name says it is of, and the name without the words that say so.

    `noun` tells whether those words are in the name, `part` whether the name is of a part ("nord de l'Afghanistan").
    """

    core: str
    kind: PlaceKind | None = None
    noun: bool = False
    part: bool = False


def form_of(name: str, language: Language) -> Form:
    """Take a name apart.

    >>> from chronotope.languages.en import ENGLISH
    >>> from chronotope.languages.fr import FRENCH
    >>> form_of("aéroport de Kaboul", FRENCH), form_of("Lake Chad", ENGLISH)[:2], form_of("northern Syria", ENGLISH)[0]
    (Form(core='Kaboul', kind='airport', noun=True, part=False), ('Chad', 'lake'), 'Syria')
    """
    words = [match.group() for match in _WORD.finditer(name)]
    for length in range(min(_LONGEST_NOUN, len(words) - 1), 0, -1):
        for noun, rest in ((words[:length], words[length:]), (words[-length:], words[:-length])):
            kind = nouns(language).get(_plain(noun))
            if kind is not None:
                return Form(_without_links(rest, language), kind, noun=True)
    if len(words) > 1 and fold(words[0]) in _directions(language):
        return Form(_without_links(words[1:], language), "region", part=True)
    return Form(name.strip())


@cache
def nouns(language: Language) -> Mapping[str, PlaceKind]:
    """The kinds of place by folded noun."""
    kinds = language.place_kinds or {}
    return {fold(noun.replace("_", " ")): kind for kind, named in kinds.items() for noun in named.split()}


def kind_beside(body: str, span: Span, language: Language) -> PlaceKind | None:
    """The kind that a noun just outside a name says it is of, a region or a town ("province de", "county").

    >>> from chronotope.languages.fr import FRENCH
    >>> body = "Dans la province de Nangarhar"
    >>> kind_beside(body, Span(20, 29), FRENCH)
    'region'
    """
    kinds = {kind for kind in (_noun_before(body, span, language), _noun_after(body, span, language)) if kind}
    return next((kind for kind in ("region", "city") if kind in kinds), None)


def _noun_before(body: str, span: Span, language: Language) -> PlaceKind | None:
    links = language.of | language.determiners
    listed = False
    for word in _words_before(body, span.begin):
        plain = word.casefold().replace("’", "'")
        listed = listed or plain in language.coordinators
        # "Les régions de Mopti et de Gao": the noun is that of both.
        if plain not in links | language.coordinators and not (listed and word[0].isupper()):
            known = nouns(language)
            return known.get(fold(word)) or known.get(fold(word).removesuffix("s"))
    return None


def _noun_after(body: str, span: Span, language: Language) -> PlaceKind | None:
    after = re.match(r"\s+([^\W\d_]+)", body[span.end : span.end + 40])
    # Only where the noun of a site comes last does it qualify the name before it.
    return nouns(language).get(fold(after[1])) if after and language.demonyms_before else None


def demonym_before(body: str, span: Span, language: Language) -> str | None:
    """The country that an adjective in front of a name gives it ("la ville afghane de Jalalabad")."""
    for word in _words_before(body, span.begin):
        country = demonym_country(word, language.code)
        if country is not None:
            return country
        known = nouns(language).get(fold(word)) or fold(word) in _directions(language)
        if not known and word.casefold().replace("’", "'") not in language.of | language.determiners:
            return None
    return None


def word_before(body: str, begin: int) -> str:
    """The word that stands just before an offset, in lower case; empty where none does."""
    return next((word.casefold().replace("’", "'") for word in _words_before(body, begin)), "")


def qualifiers(body: str, span: Span, language: Language, gazetteer: Gazetteer) -> tuple[GazetteerEntry, ...]:
    """The countries and divisions that stand right after a name to say where it is.

    >>> from chronotope.gazetteer import load_gazetteer
    >>> from chronotope.languages.fr import FRENCH
    >>> gazetteer = load_gazetteer(("en", "fr"))
    >>> [entry.id for entry in qualifiers("À Brest (Finistère)", Span(2, 7), FRENCH, gazetteer)]
    ['place/FR-29']
    """
    after = body[span.end : span.end + 120].split("\n", maxsplit=1)[0]
    bracket = re.match(r"\s*\(([^()]{2,40})\)", after)
    if bracket:
        return _holders(bracket[1], language, gazetteer)
    if re.match(r"\s*,\s|\s+[^\W_]", after) is None:
        return ()
    return _holders(re.split(r"[.;:()!?»”\"]", after)[0].strip(" ,"), language, gazetteer)


def _holders(text: str, language: Language, gazetteer: Gazetteer) -> tuple[GazetteerEntry, ...]:
    """The countries and divisions that a text begins with, behind words that only lead to them."""
    words = list(_WORD.finditer(text))
    leading = language.of | language.determiners | language.locative
    for index, word in enumerate(words[: _FURTHEST_WORDS + 1]):
        if word.group()[0].isupper():
            for length in range(_LONGEST_QUALIFIER, 0, -1):
                if index + length <= len(words):
                    found = gazetteer.candidates(text[word.start() : words[index + length - 1].end()])
                    if found:
                        return tuple(entry for entry in found if entry.kind in ("country", "region"))
        plain = fold(word.group())
        if plain not in _directions(language) and plain not in nouns(language) and plain not in map(fold, leading):
            return ()
        # A list ("Kaboul, Paris et le Mali") qualifies nothing.
        if "," in text[words[0].start() : word.end()]:
            return ()
    return ()


def countries_told(text: str, language: Language) -> Iterator[str]:
    """The country of every demonym in a text."""
    words = [word.rstrip("'’") for word in _WORD.findall(text)]
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        country = _country_told(word, language.code)
        if fold(word).partition(" ")[0] in _beginnings(language):
            country = demonym_country(f"{word} {following}", language.code) or country
        if country is not None:
            yield country


# Every word of every article is asked for.
_country_told = lru_cache(maxsize=200_000)(demonym_country)


@cache
def _beginnings(language: Language) -> frozenset[str]:
    """The first words of the demonyms that have several ("sri lankais")."""
    names = (fold(name.replace("_", " ")) for names in (language.demonyms or {}).values() for name in names.split())
    return frozenset(name.partition(" ")[0] for name in names if " " in name)


def _words_before(body: str, begin: int) -> Iterator[str]:
    """The words before an offset in its clause, the nearest first."""
    clause = re.split(r"[.;:,()!?«»“”\"\n]", body[max(begin - 60, 0) : begin])[-1]
    yield from list(reversed([match.group() for match in _WORD.finditer(clause)]))[:_FURTHEST_WORDS]


def _without_links(words: list[str], language: Language) -> str:
    """Words without the articles and prepositions at either end."""
    links = language.of | language.determiners | language.possessive
    while words and words[0].casefold().replace("’", "'") in links:
        words = words[1:]
    while words and words[-1].casefold().replace("’", "'") in links:
        words = words[:-1]
    return re.sub(r"(['’]) ", r"\1", " ".join(words))


def _plain(words: list[str]) -> str:
    return re.sub(r"' ", "'", fold(" ".join(words)))


@cache
def _directions(language: Language) -> frozenset[str]:
    return frozenset(fold(word) for word in language.directions)
