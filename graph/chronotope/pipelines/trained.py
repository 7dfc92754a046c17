"""The pipelines that come with us: tagger, parser, lemmas and names, trained as `training/` says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, cast

import numpy as np
import srsly
from spacy.language import Language as SpacyLanguage
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken
from spacy.util import load_model_from_config
from thinc.api import Config, NumpyOps
from threadpoolctl import ThreadpoolController

import chronotope.pipelines.hints
import chronotope.pipelines.names
import chronotope.pipelines.tokenizer  # noqa: F401  # these register what the configuration names
from chronotope.pipelines.documents import document_of
from chronotope.pipelines.lemmas import plain_lemma
from chronotope.pipelines.sentences import mark_sentences
from chronotope.text import Article, Document

_WEIGHTS: Final = files("chronotope.pipelines").joinpath("weights")
_SUFFIX: Final = ".msgpack"
# Articles that go through the networks together; more would not be faster, and all of them are held in memory.
_BATCH: Final = 32
_EMPTY: Final = srsly.msgpack_dumps({})


@cache
def trained_languages() -> frozenset[str]:
    """The codes of the languages whose trained pipeline comes with us.

    >>> sorted(trained_languages())
    ['en', 'fr']
    """
    return frozenset(entry.name.removesuffix(_SUFFIX) for entry in _WEIGHTS.iterdir() if entry.name.endswith(_SUFFIX))


@dataclass(frozen=True, slots=True)
class TrainedPipeline:
    """Reads a language by our model; sentences are cut by rule, and the parser keeps to them."""

    nlp: SpacyLanguage

    @classmethod
    def of(cls, language: str) -> TrainedPipeline:
        nlp = unpacked(_WEIGHTS.joinpath(language + _SUFFIX).read_bytes())
        # NumPy's matrix products are three times as fast as those of thinc's own library.
        for _, component in nlp.pipeline:
            if hasattr(component, "model"):
                component.model._to_ops(NumpyOps(use_blis=False))  # thinc has no other way
        # Articles are limited where they are read.
        nlp.max_length = 100_000_000
        return cls(nlp)

    @property
    def name(self) -> str:
        return f"{self.nlp.meta['name']}-{self.nlp.meta['version']}"

    def read(self, articles: Iterable[Article]) -> Iterator[Document]:
        pairs = ((self.cut(article.body), article) for article in articles)
        # One thread: on matrices this small, more of them only wait for each other.
        with _threads().limit(limits=1, user_api="blas"):
            for doc, article in self.nlp.pipe(pairs, as_tuples=True, batch_size=_BATCH):
                yield document_of(doc, article, self.name, _lemma)

    def cut(self, text: str) -> Doc:
        """A text as spaCy's tokens, cut into sentences but not yet read."""
        doc = self.nlp.make_doc(text)
        mark_sentences(doc)
        return doc


# To find the libraries that have threads takes as long as reading a sentence; NumPy's is loaded by now.
@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def _lemma(token: SpacyToken) -> str:
    return plain_lemma(token.lemma_)


def unpacked(data: bytes) -> SpacyLanguage:
    """A pipeline from what `training/pack.py` wrote; weights are widened, because NumPy multiplies halves slowly.

    The data is msgpack, which holds values only: nothing of it is run.
    """
    content: dict[str, Any] = srsly.msgpack_loads(data)
    nlp = load_model_from_config(Config().from_str(content["config.cfg"].decode()))
    for name in nlp.pipe_names:
        # Components by rule have no weights, and some nothing to load.
        component = srsly.msgpack_loads(content.get(name, _EMPTY))
        if "model" in component:
            component["model"] = _widened(component["model"])
            content[name] = srsly.msgpack_dumps(component)
    nlp.from_bytes(srsly.msgpack_dumps(content), exclude=["tokenizer"])
    return nlp


def _widened(model: bytes) -> bytes:
    content: dict[str, Any] = srsly.msgpack_loads(model)
    content["params"] = [{name: _single(value) for name, value in params.items()} for params in content["params"]]
    return cast("bytes", srsly.msgpack_dumps(content))


def _single(value: Any) -> Any:
    """An array of half precision in single; anything else as it is. `Any`: what Thinc serialises."""
    return value.astype(np.float32) if isinstance(value, np.ndarray) and value.dtype == np.float16 else value
