"""The building blocks of both writers: triples about a thing, and the names that both use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import pyoxigraph as ox

from chronotope.mentions import ActorKind
from chronotope.rdf.terms import count_literal, id_node, slug
from chronotope.rdf.vocabulary import CHT, SCHEMA
from chronotope.text import content_key
from chronotope.version import __version__

ACTOR_CLASSES: Final[Mapping[ActorKind, str]] = {
    "person": SCHEMA.Person,
    "organization": SCHEMA.Organization,
    "armed-group": CHT.ArmedGroup,
    "state": CHT.State,
    "group": CHT.Group,
    "thing": CHT.Thing,
}
SOFTWARE: Final = f"software/chronotope-{__version__}"
Pair = tuple[str, ox.NamedNode | ox.Literal]
Triple = tuple[ox.NamedNode, str, ox.NamedNode | ox.Literal]


def about(id_: str, pairs: list[Pair]) -> Iterator[Triple]:
    """What is said of one thing, a triple for each pair of predicate and value."""
    subject = id_node(id_)
    for predicate, value in pairs:
        yield subject, predicate, value


def pipeline_id(name: str) -> str:
    """The id of a pipeline, which `rdf/read.py` takes its name from again."""
    return f"pipeline/{slug(name)}"


def publisher_id(name: str) -> str:
    """The id of a publisher: the hash of its name."""
    return f"organization/{content_key(name)}"


def counts(minimum: int | None, maximum: int | None) -> list[Pair]:
    """The bounds of a number of people, those that are known."""
    bounds = ((CHT.min, minimum), (CHT.max, maximum))
    return [(predicate, count_literal(number)) for predicate, number in bounds if number is not None]
