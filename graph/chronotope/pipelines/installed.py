"""A spaCy pipeline that the user installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import spacy
from spacy.language import Language as SpacyLanguage
from spacy.tokens import Token as SpacyToken
from spacy.util import get_installed_models

from chronotope.errors import UnknownPipeline
from chronotope.pipelines.bundled import lemma_of
from chronotope.pipelines.documents import document_of
from chronotope.text import Article, Document


@dataclass(frozen=True, slots=True)
class InstalledPipeline:
    """Reads with an installed spaCy pipeline; its parts of speech, morphology and arcs are kept."""

    nlp: SpacyLanguage

    @classmethod
    def named(cls, name: str, language: str) -> InstalledPipeline:
        """Raises `UnknownPipeline` when there is none of that name, or when it reads another language."""
        try:
            nlp = spacy.load(name)
        except OSError:
            raise UnknownPipeline(name, get_installed_models()) from None
        if nlp.lang not in (language, "xx"):
            raise UnknownPipeline(f"{name} for language {language}", get_installed_models())
        if not any(nlp.has_pipe(pipe) for pipe in ("parser", "senter", "sentencizer")):
            nlp.add_pipe("sentencizer")
        return cls(nlp)

    @property
    def name(self) -> str:
        return f"{self.nlp.meta['lang']}_{self.nlp.meta['name']}-{self.nlp.meta['version']}"

    def read(self, articles: Iterable[Article]) -> Iterator[Document]:
        pairs = ((article.body, article) for article in articles)
        for doc, article in self.nlp.pipe(pairs, as_tuples=True):
            yield document_of(doc, article, self.name, self._lemma)

    def _lemma(self, token: SpacyToken) -> str:
        return token.lemma_.lower() or lemma_of(token.text, self.nlp.lang)
