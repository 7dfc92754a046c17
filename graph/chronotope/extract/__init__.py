"""What a text says: `Document` → `Extraction`, by extractors that run one after the other.

An extractor is a generator function of a document, the lexicon and the mentions found so far. Claims are found before
events, because an event's status depends on who vouches for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from chronotope.extract.actors import find_actors
from chronotope.extract.happenings import find_happenings
from chronotope.extract.places import find_places
from chronotope.extract.times import find_times
from chronotope.extract.zones import find_zones
from chronotope.lexicon import Lexicon
from chronotope.mentions import (
    ActorMention,
    ClaimMention,
    EventMention,
    Extraction,
    Mention,
    PlaceMention,
    TimeMention,
)
from chronotope.registry import installed_extractors
from chronotope.text import Document

Extractor = Callable[[Document, Lexicon, Sequence[Mention]], Iterator[Any]]
"""`Any`, because each yields its own kind of `Mention`."""

EXTRACTORS: tuple[Extractor, ...] = (
    find_times,
    find_places,
    find_actors,
    find_happenings,
)
Kind = TypeVar("Kind", bound=Mention)


def extract(document: Document, lexicon: Lexicon) -> Extraction:
    """Run our extractors, then those of other packages.

    Two mentions of one kind at one span are one; the first one found stays, with what a later one says it refers to.
    """
    mentions: dict[str, Mention] = {}
    for find in (*EXTRACTORS, *installed_extractors()):
        for mention in list(find(document, lexicon, tuple(mentions.values()))):
            mentions[mention.id] = _joined(mentions.get(mention.id), mention)
    return Extraction(
        article=document.article,
        pipeline=document.pipeline,
        sentences=document.sentences,
        times=_of(TimeMention, mentions.values()),
        places=_of(PlaceMention, mentions.values()),
        actors=_of(ActorMention, mentions.values()),
        events=_of(EventMention, mentions.values()),
        claims=_of(ClaimMention, mentions.values()),
        zones=tuple(find_zones(document, lexicon.words[document.language].language)),
    )


def _joined(first: Mention | None, mention: Mention) -> Mention:
    if isinstance(first, ActorMention) and isinstance(mention, ActorMention) and first.antecedent is None:
        return replace(first, antecedent=mention.antecedent)
    return mention if first is None else first


def _of(kind: type[Kind], mentions: Iterable[Mention]) -> tuple[Kind, ...]:
    return tuple(sorted((mention for mention in mentions if isinstance(mention, kind)), key=lambda each: each.span))
