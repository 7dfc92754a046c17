"""Finds what a person may set on an event: a type of the vocabulary, a place that is held or that a gazetteer knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

import pyoxigraph as ox

from chronotope.errors import InvalidCorrection
from chronotope.gazetteer import Gazetteer, fold
from chronotope.rdf.named import LISTED, some
from chronotope.rdf.terms import id_of, node
from chronotope.rdf.vocabulary import CHT, GAF, ID, KNOWLEDGE, ONTOLOGY, RDF, RDFS, SEM, SKOS, TYPE

_CLOSE_IN_LENGTH = 2


def find_event_type(store: ox.Store, name: str) -> str:
    """The local name of an event type, which is given so, as an IRI, or by a label in any language.

    Raises `InvalidCorrection`, which lists what is like it.
    """
    wanted = fold(name.removeprefix(TYPE).removeprefix("type:"))
    names = _types_by_name(store)
    found = sorted(names.get(wanted, ()))
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidCorrection(f"{name!r} may be several event types", remedy=f"name one: {some(found, ', ')}")
    close = get_close_matches(wanted, sorted(names), LISTED)
    alike = sorted(
        {type_ for each in close for type_ in names[each]} or {each for its in names.values() for each in its}
    )
    raise InvalidCorrection(f"no event type {name!r}", remedy=f"name one of the ontology's: {some(alike, ', ')}")


def _types_by_name(store: ox.Store) -> Mapping[str, set[str]]:
    """The local names of the types by their folded names and labels."""
    names: dict[str, set[str]] = defaultdict(set)
    for quad in store.quads_for_pattern(None, node(RDF.type), node(CHT.EventType), node(ONTOLOGY)):
        local = str(getattr(quad.subject, "value", "")).removeprefix(TYPE)
        names[fold(local)].add(local)
        for label in store.quads_for_pattern(quad.subject, node(SKOS.prefLabel), None, node(ONTOLOGY)):
            names[fold(str(getattr(label.object, "value", "")))].add(local)
    return names


def find_place(store: ox.Store, name: str, gazetteer: Gazetteer) -> str:
    """What names a place for good: its id in a gazetteer, or, where none knows it, the smallest of its mentions.

    It is given by its id, or by a name: of a place that the store holds, else the likeliest of that name. Raises
    `InvalidCorrection` for a name that nobody knows, with the closest ones, and for one of several places.
    """
    labels = _held_places(store)
    id_ = f"place/{name.rpartition('place/')[2]}"
    if "place/" in name:
        found = [id_] if id_ in labels or gazetteer.entry(id_) else []
    else:
        found = sorted(place for place, names in labels.items() if fold(name) in names)
        found = found or [entry.id for entry in gazetteer.candidates(name)[:1]]
    if len(found) > 1:
        raise InvalidCorrection(f"{len(found)} places are called {name!r}", remedy=f"name one: {some(found, ', ')}")
    if not found:
        known = _close_places(name, labels.values(), gazetteer)
        raise InvalidCorrection(f"no place {name!r} is known", remedy=f"give its id, or a name: {some(known, ', ')}")
    return _lasting(store, found[0], gazetteer)


def _held_places(store: ox.Store) -> dict[str, set[str]]:
    """The ids of the places that are held, with their folded names."""
    names: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(None, node(RDF.type), node(SEM.Place), node(KNOWLEDGE)):
        told = store.quads_for_pattern(quad.subject, node(RDFS.label), None, node(KNOWLEDGE))
        names[id_of(quad.subject)] = {fold(str(getattr(label.object, "value", ""))) for label in told}
    return names


def _lasting(store: ox.Store, id_: str, gazetteer: Gazetteer) -> str:
    """The id of a place that no gazetteer knows hangs on its mentions, and may change as articles come and go."""
    if gazetteer.entry(id_) is not None:
        return id_
    told = store.quads_for_pattern(ox.NamedNode(ID[id_]), node(GAF.denotedBy), None, node(KNOWLEDGE))
    return min((id_of(quad.object) for quad in told), default=id_)


def _close_places(name: str, held: Iterable[Iterable[str]], gazetteer: Gazetteer) -> list[str]:
    """The names that are most like one: of all there are, those that begin alike and are about as long."""
    wanted = fold(name)
    known = {each for names in held for each in names} | {each for each in gazetteer if each[:1] == wanted[:1]}
    alike = sorted(each for each in known if abs(len(each) - len(wanted)) <= _CLOSE_IN_LENGTH)
    return get_close_matches(wanted, alike, LISTED, 0.5) or sorted(known)[:LISTED]
