"""The reasons of trained models, found by judging an article once more."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from chronotope.errors import BrokenPipeline, InvalidOntology, UnknownLanguage, UnknownPipeline
from chronotope.explain.explanations import MentionExplanation
from chronotope.extract.learned.maxent import load_models
from chronotope.extract.learned.reasons import Rejudged, reasons_for, rejudge
from chronotope.lexicon import load_lexicon
from chronotope.mentions import Extraction
from chronotope.pipelines import BUNDLED, RULES, Pipeline, load_pipeline
from chronotope.rdf.read import read_extraction
from chronotope.text import BASE, Span

# An added participant is no input of the judgements but one of their results.
_PARTICIPANT: Final = "/participant"


def with_reasons(
    store: ox.Store, mention: MentionExplanation, pipelines: tuple[str, ...], ontology: tuple[Path, ...]
) -> MentionExplanation:
    """A mention with what the models went by there, or with what keeps that from being told."""
    graph = ox.NamedNode(BASE + mention.article_id.replace("article/", "extraction/", 1))
    if not store.contains_named_graph(graph):
        return mention
    try:
        rejudged = _rejudged(read_extraction(store, graph), pipelines, ontology)
    except (UnknownLanguage, UnknownPipeline, BrokenPipeline, InvalidOntology) as error:
        return replace(mention, why_not=str(error))
    if rejudged is None:
        return mention
    why = reasons_for(rejudged, Span(mention.begin, mention.end))
    if why is None or (why.type, why.status) != (mention.type, mention.status):
        now = "no event" if why is None else f"{why.type}, {why.status}"
        return replace(mention, why_not=f"what is installed now reads {now} here; build the chronicle again")
    return replace(mention, why=why)


@lru_cache(maxsize=16)
def _rejudged(said: Extraction, pipelines: tuple[str, ...], ontology: tuple[Path, ...]) -> Rejudged | None:
    """An article judged once more, kept for its other events; None where rules read it. Raises `UnknownPipeline`."""
    language = said.article.language
    models = load_models(language)
    if not models:
        return None
    (document,) = _pipeline(language, said.pipeline, pipelines).read([said.article])
    if not document.is_parsed:
        return None
    actors = (each for each in said.actors if not each.rule.endswith(_PARTICIPANT))
    return rejudge(document, load_lexicon(ontology), (*said.times, *said.places, *actors), models)


def _pipeline(language: str, name: str, pipelines: tuple[str, ...]) -> Pipeline:
    """The pipeline of a name with a version, as the provenance has it: one that was asked for, or one that we carry."""
    for names in dict.fromkeys([pipelines, (), (BUNDLED,), (RULES,)]):
        if (pipeline := load_pipeline(language, names)).name == name:
            return pipeline
    raise UnknownPipeline(name, [])
