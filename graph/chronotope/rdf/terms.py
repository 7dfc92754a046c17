"""Makes terms: ids, numbers and dates as RDF. Terms are cached by value, because a graph says the same things often."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

import pyoxigraph as ox
from rdflib import XSD

from chronotope.dates import PartialDate
from chronotope.rdf.vocabulary import PREFIXES
from chronotope.text import BASE

_PART = re.compile(r"[^A-Za-z0-9._~/-]")


@lru_cache(maxsize=100_000)
def node(iri: str) -> ox.NamedNode:
    """An IRI given whole: a term of a vocabulary."""
    return ox.NamedNode(iri)


def id_node(id_: str) -> ox.NamedNode:
    """The IRI of an id of ours.

    >>> id_node("event/4c1").value
    'https://w3id.org/chronotope/id/event/4c1'
    """
    return ox.NamedNode(BASE + id_)


def id_of(term: object) -> str:
    """The id within an IRI of ours; the reverse of `id_node`. Raises ValueError for any other term."""
    if not isinstance(term, ox.NamedNode) or not term.value.startswith(BASE):
        raise ValueError(f"{term} is not one of our ids")
    return term.value.removeprefix(BASE)


def shortened(iri: str) -> str:
    """An IRI with one of our prefixes, to be read; any other text is left as it is.

    >>> shortened("https://w3id.org/chronotope/type#Attack"), shortened("9 morts")
    ('type:Attack', '9 morts')
    """
    known = [(base, prefix) for prefix, base in PREFIXES.items() if iri.startswith(base)]
    base, prefix = max(known, key=lambda each: len(each[0]), default=("", ""))
    return f"{prefix}:{iri.removeprefix(base)}" if base else iri


@lru_cache(maxsize=10_000)
def slug(text: str) -> str:
    """Text as a part of an IRI; what is not a plain letter or digit is percent-encoded.

    >>> slug("fr/verb/blesser"), slug("mise-en-détention")
    ('fr/verb/blesser', 'mise-en-d%C3%A9tention')
    """
    return _PART.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), text)


def text_literal(text: str, language: str = "") -> ox.Literal:
    return ox.Literal(text, language=language) if language else ox.Literal(text)


@lru_cache(maxsize=100_000)
def count_literal(number: int) -> ox.Literal:
    """A number that cannot be negative: offsets and counts."""
    return ox.Literal(str(number), datatype=node(XSD.nonNegativeInteger))


@lru_cache(maxsize=1_000)
def decimal_literal(number: float) -> ox.Literal:
    """A confidence or a share.

    >>> decimal_literal(0.80).value
    '0.8'
    """
    return ox.Literal(f"{number:.4f}".rstrip("0").removesuffix(".") or "0", datatype=node(XSD.decimal))


@lru_cache(maxsize=10_000)
def moment_literal(moment: datetime) -> ox.Literal:
    """A bound: local time, without zone, to the second."""
    return ox.Literal(moment.strftime("%Y-%m-%dT%H:%M:%S").zfill(19), datatype=node(XSD.dateTime))


def date_literal(date: PartialDate) -> ox.Literal:
    """A date in the datatype of its precision.

    "2021" as xsd:date is no legal value; rdflib then leaves it out of comparisons.

    >>> date_literal(PartialDate(year=2021, month=5)).datatype.value
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    datatypes = {"year": XSD.gYear, "month": XSD.gYearMonth, "day": XSD.date}
    if date.granularity in datatypes:
        return ox.Literal(str(date), datatype=node(datatypes[date.granularity]))
    zone = date.zone or ""
    return ox.Literal(date.earliest.isoformat() + zone, datatype=node(XSD.dateTime))
