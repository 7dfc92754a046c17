"""Resolves actors: `ActorMention` → `Actor`.

The same name is the same actor; a phrase without a name stays within its article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from chronotope.gazetteer import fold
from chronotope.lexicon import KnownActor, Lexicon
from chronotope.mentions import ActorMention, Extraction
from chronotope.model import Actor, Label
from chronotope.resolve.naming import commonest_labels, id_from_mentions


def resolve_actors(extractions: Iterable[Extraction], lexicon: Lexicon) -> tuple[Actor, ...]:
    """The actors of all extractions, sorted by id."""
    named: dict[tuple[str, str], list[tuple[ActorMention, str]]] = defaultdict(list)
    for extraction in extractions:
        known = {mention.id: mention for mention in extraction.actors}
        for mention in extraction.actors:
            named[_identity(_first(mention, known), lexicon)].append((mention, extraction.article.language))
    actors = (_actor(identity, mentions, lexicon) for identity, mentions in named.items())
    return tuple(sorted(actors, key=lambda actor: actor.id))


def actors_by_mention(actors: Iterable[Actor]) -> Mapping[str, str]:
    """Ids of mentions → ids of the actors they name."""
    return {mention: actor.id for actor in actors for mention in actor.mentions}


def _first(mention: ActorMention, known: Mapping[str, ActorMention]) -> ActorMention:
    """The mention that a mention refers back to in the end; antecedents come earlier, so there is one."""
    seen = {mention.id}
    while mention.antecedent is not None and mention.antecedent not in seen and mention.antecedent in known:
        mention = known[mention.antecedent]
        seen.add(mention.id)
    return mention


def _identity(mention: ActorMention, lexicon: Lexicon) -> tuple[str, str]:
    """What makes two mentions the same actor: an entry, or a kind and a name, or an article and a phrase."""
    if mention.name is None:
        return mention.article, fold(mention.text)
    known = lexicon.actors.get(fold(mention.name))
    if known is not None:
        return "", known.id
    if mention.actor_kind == "state" and (entries := lexicon.gazetteer.find(mention.name)):
        return "", entries[0].id.replace("place/", "actor/", 1)
    return mention.actor_kind, fold(mention.name)


def _actor(identity: tuple[str, str], mentions: list[tuple[ActorMention, str]], lexicon: Lexicon) -> Actor:
    ids = tuple(sorted(mention.id for mention, _ in mentions))
    own = [(mention, language) for mention, language in mentions if mention.antecedent is None] or mentions
    first = min((mention for mention, _ in own), key=lambda mention: mention.id)
    known: KnownActor | None = lexicon.actors.get(fold(first.name)) if first.name else None
    names = [Label(mention.name or mention.text, language) for mention, language in own]
    if known is not None:
        return Actor(id=known.id, labels=commonest_labels((), otherwise=known.labels), kind=known.kind, mentions=ids)
    id_ = identity[1] if identity[0] == "" else id_from_mentions("actor", ids)
    return Actor(id=id_, labels=commonest_labels(names), kind=first.actor_kind, mentions=ids)
