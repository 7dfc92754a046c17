"""A language without a trained pipeline: tokens and sentences by rule, lemmas from word lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language as SpacyLanguage
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from chronotope.languages import Language
from chronotope.pipelines.documents import document_of
from chronotope.pipelines.lemmas import lemma_of
from chronotope.pipelines.sentences import mark_sentences
from chronotope.pipelines.tokenizer import build_tokenizer
from chronotope.registry import language_named
from chronotope.text import Article, Document
from chronotope.version import __version__


@dataclass(frozen=True, slots=True)
class RulePipeline:
    """Reads a language by its rules; nothing is parsed, so parts of speech and arcs stay empty."""

    language: Language
    nlp: SpacyLanguage

    @classmethod
    def of(cls, code: str) -> RulePipeline:
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
        mark_sentences(doc)
        return doc

    def _lemma(self, token: SpacyToken) -> str:
        return lemma_of(token.text, self.language.code)
