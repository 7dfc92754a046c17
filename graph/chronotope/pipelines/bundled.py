"""The pipeline that comes with us: tokens and sentences by rule, lemmas from word lists (simplemma)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import simplemma
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
    """A sentence ends after its last sign and the marks that close it, and at every line break.

    Headings, captions and list items have no full stop. spaCy's sentencizer would give the quotation mark that opens a
    sentence to the sentence before.
    """
    ended, broken = False, True
    for token in doc:
        token.is_sent_start = broken or (ended and (not (token.is_punct or token.is_space) or _opens(token)))
        ended = token.text in _SENTENCE_ENDS or (ended and not token.is_sent_start)
        broken = token.is_space and not _LINE_BREAKS.isdisjoint(token.text)


def _opens(token: SpacyToken) -> bool:
    """Whether a mark opens what follows; straight quotation marks do when a space stands before them and none after."""
    if token.text in _OPENING:
        return True
    return token.is_quote and token.i > 0 and bool(token.nbor(-1).whitespace_) and not token.whitespace_


@cache
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
