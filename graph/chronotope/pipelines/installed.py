"""A spaCy pipeline that the user installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

import spacy
from spacy.cli.info import info
from spacy.language import Language as SpacyLanguage
from spacy.tokens import Token as SpacyToken
from spacy.util import get_installed_models

from chronotope.errors import BrokenPipeline, UnknownPipeline
from chronotope.pipelines.documents import document_of
from chronotope.pipelines.lemmas import lemma_of
from chronotope.text import Article, Document

_ANY_LANGUAGE: Final = "xx"


@dataclass(frozen=True, slots=True)
class InstalledPipeline:
    """Reads with an installed spaCy pipeline; its parts of speech, morphology, arcs and names are kept."""

    nlp: SpacyLanguage

    @classmethod
    def named(cls, name: str) -> InstalledPipeline:
        """Raises `UnknownPipeline` when there is none of that name, `BrokenPipeline` when it cannot be loaded."""
        described(name)
        try:
            nlp = spacy.load(name)
        except Exception as error:  # a package of somebody else's may fail in any way
            raise BrokenPipeline(name, error) from error
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


def installed_pipelines() -> list[str]:
    """The names of the spaCy pipelines that are installed as packages, in order.

    >>> "fr_none_lg" in installed_pipelines()
    False
    """
    return sorted(get_installed_models())


def reads(name: str, language: str) -> bool:
    """Whether a pipeline reads a language, told without loading it. Raises `UnknownPipeline` or `BrokenPipeline`."""
    return described(name)["lang"] in (language, _ANY_LANGUAGE)


def described(name: str) -> Mapping[str, Any]:
    """What a pipeline's `meta.json` says. Raises `UnknownPipeline` or `BrokenPipeline`."""
    try:
        return cast("Mapping[str, Any]", info(name, silent=True))
    except (SystemExit, OSError):  # spaCy's command leaves the program when it finds none
        raise UnknownPipeline(name, installed_pipelines()) from None
    except ValueError as error:
        raise BrokenPipeline(name, error) from error
