"""What word lists know of a token, for a model to weigh: a spaCy component that runs before those that were trained.

Three marks a token, in fields of spaCy's that our pipelines do not use otherwise: `tag` says which class of words it is
of, `ent_id` how it is inflected, `ent_kb_id` which lists of names it stands in. A few hundred thousand annotated words
teach a model little about words it has not met; a list teaches it what such a word is like.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, cast

import simplemma
import srsly
from spacy.language import Language as SpacyLanguage
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from chronotope.pipelines.lemmas import plain_lemma

_LONGEST_ACRONYM: Final = 4
_LONGEST_NAME: Final = 4  # tokens; longer names of towns are rare


class Hints:
    """Marks tokens by two tables.

        `classes` gives a word its class: words of a class stand in the same contexts (Brown et al. 1992, "Class-based
    n-gram models of natural language"); words of none are marked by their dictionary form. How a word is inflected is
    told by its ending and that of its dictionary form: "errent" (errer) is a verb, and "argent" is none. `names` gives
    the lists in which a name stands, a letter each: C country, R region, T town, F first name, L last name. Tokens of a
    name are joined by spaces.

    >>> from spacy.vocab import Vocab
        >>> doc = Doc(Vocab(), words=["Ghazni", "et", "New", "York", "tombaient"])
        >>> doc = Hints("fr", {"Ghazni": "17"}, {"Ghazni": "T", "New York": "RT"})(doc)
        >>> [(token.tag_, token.ent_id_, token.ent_kb_id_) for token in doc][1:]
        [('et', 'et|et', ''), ('new', 'new|ew', 'BRT'), ('york', 'ork|rk', 'IRT'), ('tomber', 'ent|er', '')]
    """

    def __init__(
        self, language: str, classes: Mapping[str, str] | None = None, names: Mapping[str, str] | None = None
    ) -> None:
        self.language = language
        self.classes: dict[str, str] = dict(classes or {})
        self.names: dict[str, str] = dict(names or {})

    def __call__(self, doc: Doc) -> Doc:
        words = [_as_listed(token) for token in doc]
        for token, word in zip(doc, words, strict=True):
            lemma = _dictionary_form(word, self.language)
            token.tag_ = self.classes.get(word, lemma)
            token.ent_id_ = f"{word[-3:].lower()}|{lemma[-2:]}"
        position = 0
        while position < len(doc):
            position = self._mark_name(doc, words, position)
        return doc

    def _mark_name(self, doc: Doc, words: list[str], begin: int) -> int:
        """Mark the longest name that begins at a token; where to look next."""
        if words[begin][:1].isupper():
            for end in range(min(begin + _LONGEST_NAME, len(words)), begin, -1):
                if lists := self.names.get(" ".join(words[begin:end])):
                    for index in range(begin, end):
                        within = "" if end - begin == 1 else "B" if index == begin else "I"
                        doc[index].ent_kb_id_ = within + lists
                    return end
        return begin + 1

    def initialize(self, _examples: object, *, tables: str | None = None, **_: object) -> None:
        """Take the tables from a file that `training/lists.py` wrote. spaCy calls it, once, before training."""
        if tables is not None:
            content: dict[str, dict[str, str]] = srsly.read_msgpack(tables)
            self.classes, self.names = content["classes"], content["names"]

    def to_bytes(self, **_: object) -> bytes:
        """The tables by their values: lists of words compress better than pairs."""
        return cast("bytes", srsly.msgpack_dumps({"classes": _by_value(self.classes), "names": _by_value(self.names)}))

    def from_bytes(self, data: bytes, **_: object) -> Hints:
        content: dict[str, dict[str, str]] = srsly.msgpack_loads(data)
        self.classes, self.names = _by_word(content["classes"]), _by_word(content["names"])
        return self

    def to_disk(self, path: str | Path, **_: object) -> None:
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: object) -> Hints:
        return self.from_bytes(Path(path).read_bytes())


@SpacyLanguage.factory("chronotope_hints", assigns=["token.tag", "token.ent_id", "token.ent_kb_id"])
def make_hints(nlp: SpacyLanguage, name: str, language: str) -> Hints:  # noqa: ARG001  # what spaCy gives
    """The component by its name in a spaCy configuration; `language` is a code."""
    return Hints(language)


def _as_listed(token: SpacyToken) -> str:
    """The word as lists have it: "PARIS" in a headline is Paris, "OTAN" is itself only where no list knows "Otan"."""
    word = token.text
    return word.title() if len(word) > _LONGEST_ACRONYM and word.isupper() and word.isalpha() else word


@lru_cache(maxsize=100_000)
def _dictionary_form(word: str, language: str) -> str:
    """As the lists have it, with capitals: the models learnt from these forms."""
    plain = plain_lemma(word)
    return simplemma.lemmatize(plain, lang=language) if plain.isalpha() else _outline(plain)


def _outline(word: str) -> str:
    """Numbers and signs by their form: every digit a 0.

    >>> _outline("18h30"), _outline("«")
    ('00h00', '«')
    """
    return "".join("0" if sign.isdigit() else sign for sign in word)[:12]


def _by_value(table: Mapping[str, str]) -> dict[str, str]:
    lists: dict[str, list[str]] = {}
    for word in sorted(table):
        lists.setdefault(table[word], []).append(word)
    return {value: "\n".join(lists[value]) for value in sorted(lists)}


def _by_word(lists: Mapping[str, str]) -> dict[str, str]:
    return {word: value for value, words in lists.items() for word in words.split("\n")}
