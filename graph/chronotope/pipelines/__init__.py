"""Which pipeline reads a language: one that comes with us, or an installed spaCy pipeline named by the user.

A pipeline turns articles into documents: tokens with lemmas, and sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Protocol

from chronotope.text import Article, Document


class Pipeline(Protocol):
    """Reads articles of one language. `name` carries the version and goes into the provenance of what it reads."""

    @property
    def name(self) -> str: ...

    def read(self, articles: Iterable[Article]) -> Iterator[Document]:
        """Yield a document for each article, in order."""
        ...


@cache
def load_pipeline(language: str, name: str | None = None) -> Pipeline:
    """The pipeline of a language, loaded once a process: the one that comes with us, or a spaCy pipeline by name.

    Raises `UnknownLanguage` or `UnknownPipeline`, which list what is installed.

    >>> load_pipeline("fr").name
    'fr-rules-0.1.0'
    """
    # Both import spaCy, which takes a second: not before somebody reads a text.
    if name is None:
        from chronotope.pipelines.bundled import BundledPipeline  # noqa: PLC0415

        return BundledPipeline.of(language)
    from chronotope.pipelines.installed import InstalledPipeline  # noqa: PLC0415

    return InstalledPipeline.named(name, language)
