"""How these tests read: always by the bundled pipelines, because the weights were fitted to what those give."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chronotope.dates import PartialDate
from chronotope.extract import extract
from chronotope.extract.learned.judge import Judged, judge
from chronotope.extract.learned.maxent import load_models
from chronotope.extract.learned.reading import Reading
from chronotope.lexicon import load_lexicon
from chronotope.mentions import Extraction
from chronotope.pipelines import load_pipeline
from chronotope.text import Article


def _extracted(text: str, language: str) -> Extraction:
    date = PartialDate.parse("2018-03-17")
    (document,) = load_pipeline(language, ("bundled",)).read(
        [Article(identifier="a", body=text, language=language, date=date)]
    )
    return extract(document, load_lexicon())


def _judged(text: str, language: str) -> Judged:
    (document,) = load_pipeline(language, ("bundled",)).read([Article(identifier="a", body=text, language=language)])
    said = extract(document, load_lexicon())
    # What takes part in events is known only after they are judged.
    named = [actor for actor in said.actors if not actor.rule.endswith("/participant")]
    mentions = [*said.times, *said.places, *named]
    return judge(Reading.of(document, load_lexicon(), mentions), mentions, load_models(language))


@pytest.fixture
def extracted() -> Callable[[str, str], Extraction]:
    """What a text in a language says."""
    return _extracted


@pytest.fixture
def judged() -> Callable[[str, str], Judged]:
    """What the classifiers make of a text, and how they look at it."""
    return _judged
