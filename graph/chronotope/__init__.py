"""News articles into an event-timeline knowledge graph, every triple tied to the words it came from.

The journey, in verbs: `read` articles (or `open` a chronicle built before) into a `KnowledgeGraph`; within it,
`extract` finds what a document says, `resolve` derives what is held, and `timeline` makes a NetworkX graph of it.

>>> import chronotope
>>> kg = chronotope.read("notebooks/articles")
>>> kg.timeline().number_of_nodes() > 0
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chronotope.errors import Problem
from chronotope.text import Article, Document, Span
from chronotope.version import __version__

if TYPE_CHECKING:
    from chronotope.chronicle import build_chronicle as build
    from chronotope.chronicle import open_chronicle as open  # noqa: A004  # `chronotope.open` reads well
    from chronotope.chronicle import read, remove_articles
    from chronotope.corrections import correct_dateline, correct_event, list_corrections, undo_correction
    from chronotope.extract import extract
    from chronotope.knowledge_graph import KnowledgeGraph
    from chronotope.resolve import resolve

__all__ = [
    "Article", "Document", "KnowledgeGraph", "Problem", "Span", "__version__", "build", "correct_dateline",
    "correct_event", "extract", "list_corrections", "open", "read", "remove_articles", "resolve", "undo_correction",
]  # fmt: skip

_WHERE = {
    "KnowledgeGraph": ("chronotope.knowledge_graph", "KnowledgeGraph"),
    "build": ("chronotope.chronicle", "build_chronicle"),
    "correct_dateline": ("chronotope.corrections", "correct_dateline"),
    "correct_event": ("chronotope.corrections", "correct_event"),
    "extract": ("chronotope.extract", "extract"),
    "list_corrections": ("chronotope.corrections", "list_corrections"),
    "open": ("chronotope.chronicle", "open_chronicle"),
    "read": ("chronotope.chronicle", "read"),
    "remove_articles": ("chronotope.chronicle", "remove_articles"),
    "resolve": ("chronotope.resolve", "resolve"),
    "undo_correction": ("chronotope.corrections", "undo_correction"),
}


def __getattr__(name: str) -> Any:
    """Import a verb when it is first named: importing chronotope itself does nothing (PEP 562)."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    module, attribute = _WHERE[name]
    return getattr(import_module(module), attribute)
