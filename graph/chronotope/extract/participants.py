"""Finds what takes part in events and is no actor yet: `Document` → `ActorMention`.

Things that are hit, taken or signed, people without a known noun, pronouns: whatever the arcs make an argument of a
trigger. Without a parse there is nothing to find.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chronotope.extract.arcs import Arcs
from chronotope.extract.phrases import noun_phrase
from chronotope.extract.roles import heads_of
from chronotope.extract.tokens import plain, span_of, tokens_touched
from chronotope.extract.triggers import find_triggers
from chronotope.lexicon import Lexicon, Words
from chronotope.mentions import ActorKind, ActorMention, Mention, PlaceMention, TimeMention
from chronotope.text import Document

_RULE: Final = "/participant"


def find_participants(document: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[ActorMention]:
    """Yield the noun phrases that fill a role and that no extractor before has found, in order.

    >>> from chronotope.extract.actors import find_actors
    >>> from chronotope.lexicon import load_lexicon
    >>> from chronotope.pipelines import load_pipeline
    >>> from chronotope.text import Article
    >>> article = Article(identifier="a", body="L’armée a détruit un vieux pont de bois.", language="fr")
    >>> (document,) = load_pipeline("fr").read([article])
    >>> actors = list(find_actors(document, load_lexicon(), []))
    >>> [(actor.text, actor.actor_kind) for actor in find_participants(document, load_lexicon(), actors)]
    [('vieux pont de bois', 'thing')]
    """
    if not document.is_parsed:
        return
    words = lexicon.words[document.language]
    arcs = Arcs.of(document, words.language)
    taken = tokens_touched(
        document, (each.span for each in mentions if isinstance(each, ActorMention | PlaceMention | TimeMention))
    )
    heads = {head for found in find_triggers(document, words) for _, head in heads_of(found, arcs, words)}
    for head in sorted(heads - taken):
        phrase = noun_phrase(arcs, head)
        if taken.isdisjoint(phrase):
            yield _mention(document, phrase, head, words)


def is_participant(actor: ActorMention) -> bool:
    """Whether a phrase is an actor only because of the part it takes in an event."""
    return actor.rule.endswith(_RULE)


def _mention(document: Document, phrase: range, head: int, words: Words) -> ActorMention:
    span = span_of(document, phrase.start, phrase.stop)
    return ActorMention(
        article=document.article.key,
        span=span,
        text=span.of(document.text),
        rule=document.language + _RULE,
        confidence=0.6,
        actor_kind=_kind(document, head, words),
    )


def _kind(document: Document, head: int, words: Words) -> ActorKind:
    token = document.tokens[head]
    if token.pos == "PRON" or plain(token.text) in words.language.pronouns:
        return "group" if "Number=Plur" in token.morph else "person"
    return words.actor_nouns.get(token.lemma, "thing")
