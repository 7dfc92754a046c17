"""Resolves actors: `ActorMention` → `Actor`, article by article, then across articles.

One article is read by itself (`read_actors`); what it says of each actor can be kept. Across articles only what names
an actor beyond doubt makes it one: an entry of the thesaurus, a state, a full name. A bare surname, a function or "the
police" stay in their article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from chronotope.gazetteer import fold
from chronotope.lexicon import KnownActor, Lexicon, Words
from chronotope.mentions import ActorKind, Extraction
from chronotope.model import Actor, Label
from chronotope.resolve.actor_clusters import Cluster, cluster_actors
from chronotope.resolve.actor_decisions import decided_groups
from chronotope.resolve.actor_names import is_acronym, is_full
from chronotope.resolve.actor_phrases import BODIES, Phrase, words_of_name
from chronotope.resolve.naming import commonest_labels, id_from_mentions

_KNOWN: Final = "actor/"
_LONGEST_ACRONYM: Final = 6
_STATE_ID: Final = len("actor/FR")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorReading:
    """An actor as one article tells it, in plain values, so that it can be kept.

    `key` makes it the same across articles; it is None for what stays in its article. `member_of` is the key of the
    body that it is told to be of, `acronyms` what else it is called.
    """

    mentions: tuple[str, ...]
    names: tuple[Label, ...]
    kind: ActorKind
    key: str | None = None
    country: str | None = None
    member_of: str | None = None
    acronyms: tuple[str, ...] = ()


def actors_by_mention(actors: Iterable[Actor]) -> Mapping[str, str]:
    """Ids of mentions → ids of the actors they name."""
    return {mention: actor.id for actor in actors for mention in actor.mentions}


def read_actors(extraction: Extraction, lexicon: Lexicon) -> tuple[ActorReading, ...]:
    """The actors of one article, sorted by their mentions; it depends on nothing but the article and the lexicon.

    >>> from chronotope.extract import extract
    >>> from chronotope.lexicon import load_lexicon
    >>> from chronotope.pipelines import load_pipeline
    >>> from chronotope.text import Article
    >>> body = "Le maire, Paul Roy, a démissionné. M. Roy attend, selon la police."
    >>> (document,) = load_pipeline("fr").read([Article(identifier="a", body=body, language="fr")])
    >>> roy, police = read_actors(extract(document, load_lexicon()), load_lexicon())
    >>> roy.key, len(roy.mentions), police.key
    ('person paul roy', 3, None)
    """
    clusters = cluster_actors(extraction, lexicon)
    words = lexicon.words[extraction.article.language]
    keys = {cluster.identity: _key(cluster, words) for cluster in clusters if cluster.identity}
    readings = (_reading(cluster, keys, words, lexicon) for cluster in clusters)
    return tuple(sorted(readings, key=lambda reading: reading.mentions))


def hold_actors(
    readings: Iterable[ActorReading],
    lexicon: Lexicon,
    *,
    same: Iterable[Sequence[str]] = (),
    different: Iterable[tuple[str, str]] = (),
) -> tuple[Actor, ...]:
    """One actor for what has one key in all articles, sorted by id; the order of the readings does not matter.

    `same` and `different` are what people decided, by ids of mentions.
    """
    ordered = sorted(readings, key=lambda reading: reading.mentions)
    known = {actor.id: actor for actor in (*lexicon.actors.values(), *lexicon.acronyms.values())}
    by_key = _grouped(_with_one_spelling(_with_full_names(ordered), lexicon))
    groups = decided_groups(by_key, same, different)
    ids = {reading.key: _id(group) for group in groups for reading in group if reading.key is not None}
    held = {actor.id: actor for actor in (_actor(group, ids, known, lexicon) for group in groups)}
    for body in {actor.member_of for actor in held.values()} - {None, *held}:
        entry = known[str(body)]
        held[entry.id] = Actor(id=entry.id, labels=commonest_labels((), otherwise=entry.labels), kind=entry.kind)
    return tuple(held[id_] for id_ in sorted(held))


def _reading(cluster: Cluster, keys: Mapping[str, str | None], words: Words, lexicon: Lexicon) -> ActorReading:
    own = [phrase for phrase in cluster.phrases if not phrase.pronoun] or list(cluster.phrases)
    named = _full_names(own, cluster.identity)
    country = _country(cluster, own)
    names = [phrase.name or phrase.mention.text for phrase in named] or [own[0].mention.text]
    acronyms = {phrase.name for phrase in own if phrase.name and is_acronym(phrase.name)} - set(names)
    return ActorReading(
        mentions=tuple(sorted(phrase.mention.id for phrase in cluster.phrases)),
        names=tuple(Label(name, words.language.code) for name in sorted(names)),
        kind=_kind(named or own),
        key=keys.get(cluster.identity) if cluster.identity else _key_of_institution(own[0], words),
        country=country,
        member_of=_member_of(cluster, keys, words, lexicon),
        acronyms=tuple(sorted(str(name) for name in acronyms)),
    )


def _full_names(phrases: Sequence[Phrase], identity: str | None) -> list[Phrase]:
    """The phrases with the fullest name; an acronym is none where there are words."""
    introduced = [phrase for phrase in phrases if phrase.nameless and fold(phrase.mention.text) == identity]
    if introduced:
        return introduced
    named = [phrase for phrase in phrases if not phrase.nameless]
    spelt = [phrase for phrase in named if not (phrase.name and is_acronym(phrase.name))] or named
    longest = max((len(words_of_name(phrase.name or "")) for phrase in spelt), default=0)
    return [phrase for phrase in spelt if len(words_of_name(phrase.name or "")) == longest]


def _kind(phrases: Sequence[Phrase]) -> ActorKind:
    """The kind that most phrases have, the first of those that as many have."""
    told = next((phrase.known.kind for phrase in phrases if phrase.known is not None), None)
    counts = Counter(phrase.mention.actor_kind for phrase in phrases)
    return told or counts.most_common(1)[0][0]


def _country(cluster: Cluster, phrases: Sequence[Phrase]) -> str | None:
    """The one country that an actor is told to be of."""
    if phrases[0].mention.actor_kind == "state" and cluster.identity and _is_state(cluster.identity):
        return cluster.identity.replace(_KNOWN, "place/", 1)
    told = {phrase.country for phrase in phrases if phrase.country is not None}
    return told.pop() if len(told) == 1 else None


def _is_state(identity: str) -> bool:
    return identity.startswith(_KNOWN) and len(identity) == _STATE_ID and identity[-2:].isupper()


def _key(cluster: Cluster, words: Words) -> str | None:
    """What makes a named actor the same across articles: its entry, or a full name."""
    identity = cluster.identity or ""
    if identity.startswith(_KNOWN):
        return identity
    own = [phrase for phrase in cluster.phrases if not phrase.pronoun]
    named = _full_names(own, identity)
    name = min((phrase.name or phrase.mention.text for phrase in named), default="")
    kind = _kind(named)
    if kind == "person":
        return f"person {fold_name(name)}" if is_full(words_of_name(name)) else None
    # What brackets give an acronym for is a name, whatever its words.
    proper = all(phrase.nameless for phrase in named) or _is_proper(name, words)
    return f"body {fold_name(name)}" if kind in BODIES and proper else None


def fold_name(name: str) -> str:
    """A name as it is compared.

    >>> fold_name("Jean-Luc  D’Arcy")
    'jean luc d arcy'
    """
    return " ".join(word for part in words_of_name(name) for word in part.split())


def _is_proper(name: str, words: Words) -> bool:
    """Whether a body's name is its own: "Cour suprême" and "Interior Ministry" are in every country."""
    parts = name.split()
    if len(parts) == 1:
        return len(name) <= _LONGEST_ACRONYM if is_acronym(name) and name.isupper() else name[:1].isupper()
    if {fold(parts[0]), fold(parts[-1])} & words.institutions:
        return False
    return sum(part[:1].isupper() for part in parts) > 1 or fold(parts[0]) not in words.folded_nouns


def _key_of_institution(phrase: Phrase, words: Words) -> str | None:
    """ "Le ministère britannique de la Défense": a body of which the country told has one.

    The words that tell the country belong to it, as the Scottish government is not the British one.
    """
    unique = phrase.noun is not None and phrase.noun in words.institutions
    if not unique or phrase.country is None or phrase.plural or phrase.determiner == "owning":
        return None
    return " ".join(["institution", phrase.country, str(phrase.noun), *sorted(phrase.words | phrase.of_country)])


def _member_of(cluster: Cluster, keys: Mapping[str, str | None], words: Words, lexicon: Lexicon) -> str | None:
    if cluster.body is None:
        return None
    known = lexicon.known_actor(cluster.body, words.language.code)
    identity = known.id if known is not None else cluster.body
    key = identity if identity.startswith(_KNOWN) else keys.get(identity) or keys.get(" ".join(words_of_name(identity)))
    return None if key == keys.get(cluster.identity or "") else key


def _with_full_names(readings: Sequence[ActorReading]) -> Iterator[ActorReading]:
    """Readings that have an acronym alone get the key of the only full name that an article gives for it."""
    full: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for acronym in reading.acronyms:
            if reading.key is not None:
                full[f"body {fold_name(acronym)}"].add(reading.key)
    for reading in readings:
        keys = full.get(reading.key or "", set())
        yield replace(reading, key=next(iter(keys))) if len(keys) == 1 else reading


def _with_one_spelling(readings: Iterable[ActorReading], lexicon: Lexicon) -> Iterator[ActorReading]:
    """People whose given names are ways of writing one, with one surname and one country, get one key."""
    ordered = list(readings)
    countries: dict[str, set[str]] = defaultdict(set)
    for reading in ordered:
        if reading.key is not None and reading.country is not None:
            countries[reading.key].add(reading.country)
    spellings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, its in countries.items():
        given, _, surname = key.removeprefix("person ").partition(" ")
        if key.startswith("person ") and given in lexicon.given_names and len(its) == 1:
            spellings[f"{lexicon.given_names[given]} {surname}", next(iter(its))].add(key)
    same = {key: min(keys) for keys in spellings.values() for key in keys}
    for reading in ordered:
        yield replace(reading, key=same.get(reading.key or "", reading.key))


def _grouped(readings: Iterable[ActorReading]) -> list[list[ActorReading]]:
    """Readings of one actor: those of one key, unless they are told to be of several countries."""
    by_key: dict[str, list[ActorReading]] = defaultdict(list)
    groups: list[list[ActorReading]] = []
    for reading in readings:
        if reading.key is None:
            groups.append([reading])
        else:
            by_key[reading.key].append(reading)
    for key, its in by_key.items():
        countries = {reading.country for reading in its if reading.country is not None}
        if key.startswith(_KNOWN) or len(countries) < 2:
            groups.append(its)
            continue
        apart: dict[str, list[ActorReading]] = defaultdict(list)
        for reading in its:
            apart[reading.country or reading.mentions[0]].append(replace(reading, key=None))
        groups.extend(apart.values())
    return groups


def _id(group: Sequence[ActorReading]) -> str:
    """The id of an entry, the first of several that a person took for one; else that of the mentions."""
    known = sorted({reading.key for reading in group if reading.key is not None and reading.key.startswith(_KNOWN)})
    return known[0] if known else id_from_mentions("actor", _mentions(group))


def _mentions(group: Sequence[ActorReading]) -> tuple[str, ...]:
    return tuple(sorted(mention for reading in group for mention in reading.mentions))


def _actor(
    group: Sequence[ActorReading], ids: Mapping[str, str], known: Mapping[str, KnownActor], lexicon: Lexicon
) -> Actor:
    id_ = _id(group)
    entry = known.get(id_)
    names = [name for reading in group for name in reading.names]
    bodies = Counter(reading.member_of for reading in group if reading.member_of is not None)
    body = min(bodies, key=lambda each: (-bodies[each], each), default=None)
    countries = {reading.country for reading in group if reading.country is not None}
    kinds = Counter(reading.kind for reading in group)
    return Actor(
        id=id_,
        labels=_labels(id_, names, entry, lexicon),
        kind=entry.kind if entry is not None else min(kinds, key=lambda kind: (-kinds[kind], kind)),
        mentions=_mentions(group),
        member_of=ids.get(body or "", body if body in known else None),
        country=countries.pop() if len(countries) == 1 else None,
    )


def _labels(id_: str, names: Sequence[Label], entry: KnownActor | None, lexicon: Lexicon) -> tuple[Label, ...]:
    if entry is not None:
        return commonest_labels((), otherwise=entry.labels)
    country = lexicon.gazetteer.country(id_.replace(_KNOWN, "place/", 1)) if _is_state(id_) else None
    return commonest_labels(names, otherwise=country.labels if country is not None else ())
