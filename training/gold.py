"""Gold documents and our readings of them side by side: what the classifiers learn from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from annotations import read_articles
from chronotope.dates import PartialDate
from chronotope.extract.actors import find_actors
from chronotope.extract.learned.reading import Reading
from chronotope.extract.places import find_places
from chronotope.extract.times import find_times
from chronotope.gazetteer import fold
from chronotope.lexicon import load_lexicon
from chronotope.mentions import Mention
from chronotope.pipelines import load_pipeline
from chronotope.text import Article, Span

FINDERS: Final = (find_times, find_places, find_actors)
Gold = dict[str, Any]


def load(paths: Iterable[Path]) -> list[Gold]:
    """Gold documents from JSON lines (.jsonl) and from our notation (.txt)."""
    documents: list[Gold] = []
    for path in paths:
        if path.suffix == ".jsonl":
            documents += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        else:
            documents += read_articles(path)
    return documents


def read(documents: Sequence[Gold]) -> Iterator[tuple[Gold, Reading, list[Mention]]]:
    """Each document with its reading and its times, places and actors, in order; all of one language."""
    lexicon = load_lexicon()
    articles = [article_of(document) for document in documents]
    pipeline = load_pipeline(documents[0]["lang"])
    for gold, document in zip(documents, pipeline.read(articles), strict=True):
        mentions: list[Mention] = []
        for find in FINDERS:
            mentions += list(find(document, lexicon, tuple(mentions)))
        yield gold, Reading.of(document, lexicon, mentions), mentions


def article_of(document: Gold) -> Article:
    return Article(
        identifier=document["id"],
        body=document["text"],
        language=document["lang"],
        title=document["title"],
        date=PartialDate.parse(document["date"]),
    )


def span_of(text: str, item: Gold) -> Span:
    """The span of a gold item: its text, and which hit of it."""
    at = -1
    for _ in range(item.get("nth", 1)):
        at = text.index(item["text"], at + 1)
    return Span(at, at + len(item["text"]))


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """The first and the last day of a gold time; None where it is open."""
    begin, _, end = edtf.partition("/")
    return _day(begin, last=False), _day(end or begin, last=True)


def _day(text: str, *, last: bool) -> str | None:
    plain = text.strip("~?%").split("T")[0]
    if plain in ("..", ""):
        return None
    date = PartialDate.parse(plain)
    return (date.latest if last else date.earliest).date().isoformat()


def alike(one: str, other: str) -> bool:
    """Whether two names may name one thing: the words of one are among those of the other."""
    first, second = (set(re.findall(r"\w+", fold(name))) - _ARTICLES for name in (one, other))
    return bool(first and second) and (first <= second or second <= first)


_ARTICLES: Final = frozenset(["le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "the", "a", "an"])
