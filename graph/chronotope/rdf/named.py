"""Finds what a person names in a store: an article, or the mentions of an event or actor."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final

import pyoxigraph as ox

from chronotope.errors import UnknownArticle, UnknownEvent
from chronotope.rdf.terms import id_node, id_of, node
from chronotope.rdf.vocabulary import CHT, DCT, GAF, KNOWLEDGE, RDF

LISTED: Final = 5
"""How many names a message suggests."""
_MENTIONS: Final = {"event": CHT.EventMention, "actor": CHT.ActorMention}


def find_article(store: ox.Store, name: str) -> str:
    """The id of an article that is named by its id, its key or its identifier. Raises `UnknownArticle`."""
    identifiers = dict(_identifiers(store))
    id_ = f"article/{name.rpartition('article/')[2]}"
    if id_ in identifiers:
        return id_
    # File names of macOS come decomposed, what is typed does not.
    wanted = unicodedata.normalize("NFC", name)
    found = sorted(each for each, known in identifiers.items() if unicodedata.normalize("NFC", known) == wanted)
    if len(found) > 1:
        raise UnknownArticle(
            name, f"{len(found)} articles are called so", remedy=f"name one by its id: {some(found, ' or ')}"
        )
    if not found:
        known = _close(wanted, identifiers)
        raise UnknownArticle(
            name,
            "no such article",
            remedy=f"known: {known}" if known else "the chronicle holds none",
        )
    return found[0]


def find_mentions(store: ox.Store, name: str) -> tuple[str, ...]:
    """The mentions of an event or actor that is named by its id or IRI, sorted; or the one mention that is named.

    An id that a merge has since replaced stands for what took its place. Raises `UnknownEvent`.
    """
    id_ = next((name[name.rindex(kind) :] for kind in ("mention/", "event/", "actor/") if kind in name), None)
    id_ = id_ or f"event/{name.rpartition(':')[2]}"
    if any(sign in id_ for sign in ' <>"{}|\\^`\0') or not id_.isprintable() or not id_.isascii():
        raise UnknownEvent(name)
    if id_.startswith("mention/"):
        return (_existing_mention(store, id_, name),)
    found = store.quads_for_pattern(_in_force(store, id_node(id_)), node(GAF.denotedBy), None, node(KNOWLEDGE))
    mentions = tuple(sorted(id_of(quad.object) for quad in found))
    if not mentions:
        raise UnknownEvent(name)
    return mentions


def holders_of(store: ox.Store, mention: str) -> tuple[str, ...]:
    """The ids of the event or actor that is held and that a mention tells of; none where it is not held."""
    found = store.quads_for_pattern(None, node(GAF.denotedBy), id_node(mention), node(KNOWLEDGE))
    kind = f"{mention.split('/')[1]}/"
    return tuple(sorted(id_ for quad in found if (id_ := id_of(quad.subject)).startswith(kind)))


def some(names: list[str], joint: str) -> str:
    """The first of some names, and how many more there are.

    >>> some(["a", "b", "c", "d", "e", "f", "g"], ", ")
    'a, b, c, d, e, 2 more'
    """
    more = f"{joint}{len(names) - LISTED} more" if len(names) > LISTED else ""
    return joint.join(names[:LISTED]) + more


def _identifiers(store: ox.Store) -> Iterator[tuple[str, str]]:
    """The ids of all articles, and how their files or records call them."""
    for quad in store.quads_for_pattern(None, node(DCT.identifier), None, None):
        if isinstance(quad.object, ox.Literal):
            yield id_of(quad.subject), quad.object.value


def _close(name: str, identifiers: Mapping[str, str]) -> str:
    """The identifiers that are most like a name, else the first ones."""
    known = sorted(set(identifiers.values()))
    close = [each for each in known if name and name.casefold() in each.casefold()]
    return some(close or get_close_matches(name, known, LISTED) or known, ", ")


def _existing_mention(store: ox.Store, id_: str, name: str) -> str:
    for kind, class_ in _MENTIONS.items():
        told = store.quads_for_pattern(id_node(id_), node(RDF.type), node(class_), None)
        if id_.startswith(f"mention/{kind}/") and any(told):
            return id_
    raise UnknownEvent(name)


def _in_force(store: ox.Store, thing: ox.NamedNode) -> ox.NamedNode:
    """What a thing was merged into, however often; the thing itself where it never was."""
    seen = {thing}
    while True:
        following = store.quads_for_pattern(thing, node(DCT.isReplacedBy), None, node(KNOWLEDGE))
        found = sorted((quad.object for quad in following if isinstance(quad.object, ox.NamedNode)), key=str)
        if not found or found[0] in seen:
            return thing
        thing = found[0]
        seen.add(thing)
