"""What a sentence says beside its event: the numbers, names and words by which two articles' sentences are compared.

Names and numbers compare across languages, and so do words that stand for one concept of the ontology.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from sys import intern
from typing import Final, NamedTuple

from text_to_num import alpha2digit

from chronotope.gazetteer import fold
from chronotope.lexicon import Lexicon
from chronotope.pipelines.lemmas import lemma_of
from chronotope.registry import language_named

# Digits are grouped by points, commas and spaces of three kinds; "5 1000000" is no group, but "5 millions" half read.
_DIGITS: Final = r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)|\d+"
_WORD: Final = re.compile(rf"{_DIGITS}|[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER: Final = re.compile(_DIGITS)
_SCALED: Final = re.compile(r"(?<![\d.,])(\d{1,3})(?:[.,](\d{1,2}))?[ \u00a0\u202f]1((?:000){2,3})(?!\d)")
# What follows the digits of no whole number of things: a fraction, an ordinal.
_NO_COUNT: Final = re.compile(r"[.,]?\d|[^\W\d_]")
_STEM: Final = 5
_MOST_DIGITS: Final = 9
_LEAST_WORD: Final = 4
_LONGEST_PHRASE: Final = 3


def context_of(sentence: str, language: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The features of a sentence, sorted: numbers as "#13", capitalised words as "@kaboul", other words as terms.

    >>> from chronotope.lexicon import load_lexicon
    >>> context_of("Treize marins quittent Kaboul", "fr", load_lexicon())
    ('#13', '=depart', '=sailor', '@kaboul')
    """
    return tuple(sorted(set(_features(_in_digits(sentence, language), language, lexicon))))


def terms_of(words: str, language: str, lexicon: Lexicon) -> tuple[str, ...]:
    """What words stand for: a concept as "=die", else the beginning of a word; small words stand for nothing.

    >>> from chronotope.lexicon import load_lexicon
    >>> [terms_of(words, language, load_lexicon()) for words, language in (("les marins", "fr"), ("sailors", "en"))]
    [('=sailor',), ('=sailor',)]
    """
    return tuple(dict.fromkeys(_terms(_WORD.findall(words.casefold()), language, lexicon)))


def _terms(words: Sequence[str], language: str, lexicon: Lexicon) -> Iterator[str]:
    """The terms of a row of words in small letters; the longest phrase that stands for something wins."""
    small = _small_words(language)
    at = 0
    while at < len(words):
        length, concepts = _concepts_at(words, at, language, lexicon)
        plain = fold(words[at])
        if concepts:
            yield from concepts
        elif len(plain) >= _LEAST_WORD and plain not in small:
            yield intern(plain[:_STEM])
        at += length


@cache
def _small_words(language: str) -> frozenset[str]:
    """The function words of a language, folded as words are before they are looked up."""
    return frozenset(map(fold, language_named(language).function_words))


def _concepts_at(words: Sequence[str], at: int, language: str, lexicon: Lexicon) -> tuple[int, tuple[str, ...]]:
    """How many words from a place on stand for concepts together, and for which."""
    first = _forms(words[at], language)
    longest = _LONGEST_PHRASE if any((language, form.partition(" ")[0]) in lexicon.phrases for form in first) else 1
    forms = [first, *(_forms(word, language) for word in words[at + 1 : at + longest])]
    for length in range(len(forms), 0, -1):
        for form in _forms_of_phrase(forms[:length]):
            concepts = lexicon.concepts.get((language, form))
            if concepts:
                return length, concepts
    return 1, ()


class _Forms(NamedTuple):
    """A word as it may be listed, folded: as it stands, as a dictionary has it, without the sign of the plural."""

    plain: str
    lemma: str
    singular: str


# Texts use few words again and again; phrases hardly ever come twice.
@lru_cache(maxsize=200_000)
def _forms(word: str, language: str) -> _Forms:
    return _Forms(fold(word), fold(lemma_of(word, language)), fold(word.removesuffix("s")))


def _forms_of_phrase(forms: Sequence[_Forms]) -> Sequence[str]:
    """A phrase as it may be listed; only its last word may be in the plural there."""
    if len(forms) == 1:
        return forms[0]
    plain = " ".join([form.plain for form in forms])
    singular = plain.removesuffix(forms[-1].plain) + forms[-1].singular
    return plain, " ".join([form.lemma for form in forms]), singular.strip()


def types_of(words: str, language: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The types of event that the lexicon knows words to express, sorted; what they express here is another matter.

    >>> from chronotope.lexicon import load_lexicon
    >>> types_of("attentat", "fr", load_lexicon())
    ('Attack', 'Bombing', 'Crime')
    """
    triggers = lexicon.words[language].triggers if language in lexicon.words else {}
    lemmas = (lemma_of(word, language) for word in _WORD.findall(words.casefold()))
    return tuple(sorted({trigger.type for lemma in lemmas for trigger in triggers.get(lemma, ())}))


def count_in(words: str, language: str) -> int | None:
    """The first whole number that words say, in digits or letters.

    >>> count_in("au moins treize marins", "fr"), count_in("les marins", "fr")
    (13, None)
    >>> count_in("1,5 million de personnes", "fr"), count_in("2.5 tonnes of flour", "en")
    (1500000, None)
    """
    text = _in_digits(words, language)
    found = _NUMBER.search(text)
    if found is not None and _NO_COUNT.match(text, found.end()):
        return None
    digits = re.sub(r"\D", "", found.group()) if found else ""
    return int(digits) if 0 < len(digits) <= _MOST_DIGITS else None


def _features(sentence: str, language: str, lexicon: Lexicon) -> Iterator[str]:
    small = _small_words(language)
    plain: list[str] = []
    for place, found in enumerate(_WORD.finditer(sentence)):
        word = found.group()
        if word[0].isdigit():
            yield "#" + re.sub(r"\D", "", word)
        elif place and word[0].isupper() and fold(word) not in small:
            yield intern(f"@{fold(word)}")
        else:
            plain.append(word.casefold())
    yield from _terms(plain, language, lexicon)


def _in_digits(sentence: str, language: str) -> str:
    """Number words as digits, in the languages whose numbers can be read."""
    try:
        digits: str = alpha2digit(sentence, language)
    except ValueError:
        return sentence
    return _SCALED.sub(_scaled, digits)


def _scaled(found: re.Match[str]) -> str:
    """Millions that are written half in digits: "1,5 million", of which the word alone was read."""
    whole, fraction, zeros = found.group(1), found.group(2) or "", found.group(3)
    return str(int(whole + fraction)) + zeros[len(fraction) :]
