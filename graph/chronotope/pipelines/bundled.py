"""The pipeline that comes with us: tokens and sentences by rule, lemmas from word lists (simplemma)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np
import simplemma
from spacy.attrs import SENT_START
from spacy.language import Language as SpacyLanguage
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from chronotope.languages import Language
from chronotope.pipelines.documents import document_of
from chronotope.pipelines.tokenizer import build_tokenizer
from chronotope.registry import language_named
from chronotope.text import Article, Document
from chronotope.version import __version__

_SENTENCE_ENDS = frozenset({".", "!", "?", "…", "...", "!!", "??", "?!"})
_LINE_BREAKS = frozenset("\n\r\u2028\u2029")
_OPENING = frozenset("«“„([")
# What a sentence is cut after when it is longer than any that people write: a table, a list, a text without stops.
# Each of its events may belong to each of its claims, so that its cost grows with the square of its length.
_LONGEST_SENTENCE = 300
_CUTS = (";", ":", ",")


@dataclass(frozen=True, slots=True)
class BundledPipeline:
    """Reads a language by its rules; nothing is parsed, so parts of speech and arcs stay empty."""

    language: Language
    nlp: SpacyLanguage

    @classmethod
    def of(cls, code: str) -> BundledPipeline:
        language = language_named(code)
        nlp = SpacyLanguage()
        nlp.tokenizer = build_tokenizer(language, nlp.vocab)
        # The memory limit of parsers does not concern rules; articles are limited where they are read.
        nlp.max_length = 100_000_000
        return cls(language, nlp)

    @property
    def name(self) -> str:
        return f"{self.language.code}-rules-{__version__}"

    def read(self, articles: Iterable[Article]) -> Iterator[Document]:
        for article in articles:
            yield document_of(self._read_one(article.body), article, self.name, self._lemma)

    def _read_one(self, text: str) -> Doc:
        doc = self.nlp(text)
        _mark_sentences(doc)
        return doc

    def _lemma(self, token: SpacyToken) -> str:
        return lemma_of(token.text, self.language.code)


def _mark_sentences(doc: Doc) -> None:
    marks = np.full((len(doc), 1), -1)
    for begin, end in pairwise([*_starts(doc), len(doc)]):
        marks[[begin, *_cuts(doc, begin, end)]] = 1
    # Not token by token: spaCy's setter looks through the whole text each time.
    doc.from_array([SENT_START], marks.astype("uint64"))  # type: ignore[arg-type]  # spaCy's type of integers is its own


def _starts(doc: Doc) -> Iterator[int]:
    """Where sentences begin.

    A sentence ends after its last sign and the marks that close it, and at every line break.

    Headings, captions and list items have no full stop. spaCy's sentencizer would give the quotation mark that opens a
    sentence to the sentence before.
    """
    ended, broken = False, True
    for token in doc:
        starts = broken or (ended and (not (token.is_punct or token.is_space) or _opens(token)))
        if starts:
            yield token.i
        ended = token.text in _SENTENCE_ENDS or (ended and not starts)
        broken = token.is_space and not _LINE_BREAKS.isdisjoint(token.text)


def _cuts(doc: Doc, begin: int, end: int) -> Iterator[int]:
    """Where a sentence that is too long is cut: after the strongest sign of its second half, the last of its kind."""
    while end - begin > _LONGEST_SENTENCE:
        last = begin + _LONGEST_SENTENCE
        half = range(last - 1, last - _LONGEST_SENTENCE // 2, -1)
        signs = (index + 1 for sign in _CUTS for index in half if doc[index].text == sign)
        begin = next(signs, last)
        yield begin


def _opens(token: SpacyToken) -> bool:
    """Whether a mark opens what follows; straight quotation marks do when a space stands before them and none after."""
    if token.text in _OPENING:
        return True
    return token.is_quote and token.i > 0 and bool(token.nbor(-1).whitespace_) and not token.whitespace_


@lru_cache(maxsize=100_000)
def lemma_of(word: str, language: str) -> str:
    """The dictionary form of a word, lower case with straight apostrophes; languages without a list keep the word.

    >>> lemma_of("Attentats", "fr"), lemma_of("struck", "en"), lemma_of("L’", "fr")
    ('attentat', 'strike', "l'")
    """
    plain = word.replace("’", "'").lower()
    if not plain.isalpha():
        return plain
    return simplemma.lemmatize(plain, lang=language).lower() if language in _simplemma_languages() else plain


@cache
def _simplemma_languages() -> frozenset[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES  # noqa: PLC0415

    return frozenset(SUPPORTED_LANGUAGES)
