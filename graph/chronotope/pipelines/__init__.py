"""Which pipeline reads a language: one that the user names, a better one that is installed, or the one that we carry.

A pipeline turns articles into documents: tokens with lemmas, parts of speech and arcs, sentences and names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, Protocol

from chronotope.registry import language_named
from chronotope.text import Article, Document

BUNDLED: Final = "bundled"
"""The name of the pipelines that come with us, to use them even where a better one is installed."""
RULES: Final = "rules"
"""The name of the pipelines without a model: faster, but without parts of speech, arcs and names."""


class Pipeline(Protocol):
    """Reads articles of one language. `name` carries the version and goes into the provenance of what it reads."""

    @property
    def name(self) -> str: ...

    def read(self, articles: Iterable[Article]) -> Iterator[Document]:
        """Yield a document for each article, in order."""
        ...


@cache
def load_pipeline(language: str, names: tuple[str, ...] = ()) -> Pipeline:
    """The pipeline of a language, loaded once a process.

    It is the first of `names` that reads the language: "bundled", "rules", or a spaCy pipeline by its package or
    folder. Without one it is the first installed of the language's `better_pipelines`, or else the one that comes
    with us.

    Raises `UnknownLanguage`, `UnknownPipeline` (which lists what is installed) or `BrokenPipeline`.

    >>> load_pipeline("fr", ("bundled",)).name
    'fr-chronotope-0.1.0'
    >>> load_pipeline("fr", ("rules",)).name
    'fr-rules-0.1.0'
    """
    data = language_named(language)
    # What reads with spaCy takes a second to import: not before somebody reads a text.
    from chronotope.pipelines.installed import InstalledPipeline, installed_pipelines, reads  # noqa: PLC0415
    from chronotope.pipelines.rules import RulePipeline  # noqa: PLC0415
    from chronotope.pipelines.trained import TrainedPipeline, trained_languages  # noqa: PLC0415

    better = [name for name in data.better_pipelines if name in installed_pipelines()]
    fitting = (name for name in (*names, *better) if name in (BUNDLED, RULES) or reads(name, language))
    name = next(fitting, BUNDLED)
    if name == RULES or (name == BUNDLED and language not in trained_languages()):
        return RulePipeline.of(language)
    return TrainedPipeline.of(language) if name == BUNDLED else InstalledPipeline.named(name)
