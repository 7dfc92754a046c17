"""Mention replacement: a sentence once more with other names, so that a model learns contexts and not lists.

Dai and Adel 2020, "An Analysis of Simple Data Augmentation for Named Entity Recognition": replacing mentions by others
of their kind helps most where data is small. People are renamed from Faker's names of all countries, towns from
GeoNames, and organisations by those of other sentences.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lists import people, towns
from names import Marked, Name

_RENAMED = 0.7  # of the names that can be
# Where a preposition or article stands before a place, it is no town, and another name would need another article.
_ARTICLES = {"fr": ("en", "au", "aux", "du", "des", "la", "le", "les", "l'", "l’"), "en": ("the",)}


@dataclass(frozen=True)
class Pools:
    """What names are drawn from."""

    first: Sequence[str]
    last: Sequence[str]
    towns: Sequence[str]
    organisations: Sequence[str]

    @classmethod
    def of(cls, texts: Iterable[Marked]) -> Pools:
        organisations = {
            text.text[name.begin : name.end] for text in texts for name in text.names if name.label == "ORG"
        }
        return cls(
            sorted(set(people("first_names"))), sorted(set(people("last_names"))), sorted(set(towns())),
            sorted(organisations),
        )  # fmt: skip


def renamed(texts: Sequence[Marked], language: str, *, seed: int) -> Iterator[Marked]:
    """Each text that has a name which can be replaced, once more with others. The same seed gives the same texts."""
    pools = Pools.of(texts)
    chance = random.Random(seed)  # no secret
    for text in texts:
        other = _renamed(text, language, pools, chance)
        if other.text != text.text:
            yield other


def _renamed(text: Marked, language: str, pools: Pools, chance: random.Random) -> Marked:
    out, names, last = "", [], 0
    given: dict[str, str] = {}
    for name in text.names:
        words = text.text[name.begin : name.end]
        before = text.text[: name.begin].split(" ")[-2:]
        out += text.text[last : name.begin]
        if words not in given:
            keeps = chance.random() > _RENAMED
            given[words] = words if keeps else _other(words, name.label, before, language, pools, chance)
        names.append(Name(len(out), len(out) + len(given[words]), name.label))
        out += given[words]
        last = name.end
    return Marked(text.document, out + text.text[last:], tuple(names))


def _other(words: str, label: str, before: Sequence[str], language: str, pools: Pools, chance: random.Random) -> str:
    if label == "PER" and words[0].isupper() and not words.isupper():
        return _person(words, pools, chance)
    preposition = next((word.lower() for word in reversed(before) if word), "")
    if label == "LOC" and words[0].isupper() and " " not in words and not words.isupper():
        elided = before and before[-1].endswith(("'", "’"))
        return words if elided or preposition in _ARTICLES[language] else chance.choice(pools.towns)
    if label == "ORG":
        fitting = [other for other in _sample(pools.organisations, chance) if _same_shape(words, other)]
        return fitting[0] if fitting else words
    return words


def _person(words: str, pools: Pools, chance: random.Random) -> str:
    parts = words.split(" ")
    if len(parts) == 1:
        return chance.choice(pools.last)
    if chance.random() < 0.2:  # some have two first names, or a surname of two words
        return f"{chance.choice(pools.first)} {chance.choice(pools.last)} {chance.choice(pools.last)}"
    return f"{chance.choice(pools.first)} {chance.choice(pools.last)}"


def _sample(names: Sequence[str], chance: random.Random) -> Sequence[str]:
    return chance.sample(names, min(len(names), 30))


def _same_shape(one: str, other: str) -> bool:
    """Whether a name fits where another stood: its article and its elision stay right."""
    vowels = "aeiouyhéèêâîôûAEIOUYHÉÈÊÂÎÔÛ"
    return (
        one[0].isupper() == other[0].isupper()
        and (one[0] in vowels) == (other[0] in vowels)
        and one.isupper() == other.isupper()
        and (one[0].isupper() or one.split(" ", maxsplit=1)[0] == other.split(" ", maxsplit=1)[0])
    )
