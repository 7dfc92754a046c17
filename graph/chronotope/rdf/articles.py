"""Lists the articles of a store."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pyoxigraph as ox

from chronotope.rdf.read import extraction_graphs, read_article
from chronotope.rdf.terms import node
from chronotope.rdf.vocabulary import GAF, ID, KNOWLEDGE


class ListedArticle(NamedTuple):
    """An article's id and headers, the date as precise as it is known, and how many events it tells of."""

    article: str
    identifier: str
    date: str | None
    language: str
    publisher: str | None
    title: str | None
    events: int


def list_articles(store: ox.Store) -> list[ListedArticle]:
    """Every article, by date and identifier; those without a date come last.

    >>> list_articles(ox.Store())
    []
    """
    events = _events_by_article(store)
    listed = []
    for graph in extraction_graphs(store):
        key = graph.value.removeprefix(ID["extraction/"])
        article = read_article(store, f"article/{key}")
        listed.append(
            ListedArticle(
                article=article.id,
                identifier=article.identifier,
                date=None if article.date is None else str(article.date),
                language=article.language,
                publisher=article.publisher,
                title=article.title,
                events=events[key],
            )
        )
    return sorted(listed, key=lambda each: (each.date is None, each.date or "", each.identifier, each.article))


def _events_by_article(store: ox.Store) -> Counter[str]:
    """How many events that are held have words in an article, by its key."""
    told = set()
    of_events = ID["mention/event/"]
    for quad in store.quads_for_pattern(None, node(GAF.denotedBy), None, node(KNOWLEDGE)):
        mention = str(getattr(quad.object, "value", ""))
        if mention.startswith(of_events):
            told.add((str(quad.subject), mention.removeprefix(of_events).partition("/")[0]))
    return Counter(key for _, key in told)
