"""Reads what people decided back from `cht:corrections`: the reverse of `rdf/write_corrections.py`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, cast, get_args

import pyoxigraph as ox

from chronotope.dates import PartialDate
from chronotope.model import Correction, CorrectionAction
from chronotope.rdf.terms import id_of, node
from chronotope.rdf.vocabulary import CHT, CORRECTIONS, PROV, RDF, RDFS
from chronotope.resolve.decisions import order_of, standing_corrections

_GREENWICH: Final = ("Z", "+00:00", "-00:00")
# `Any`: what we write here are IRIs and literals, which share a value.
_Described = Mapping[str, Sequence[Any]]


def read_corrections(store: ox.Store) -> tuple[Correction, ...]:
    """Every correction, undone ones and their undoing too, in the order in which they were made.

    >>> read_corrections(ox.Store())
    ()
    """
    described: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for quad in store.quads_for_pattern(None, None, None, node(CORRECTIONS)):
        described[id_of(quad.subject)][quad.predicate.value].append(quad.object)
    made = (
        _correction(id_, properties, described)
        for id_, properties in described.items()
        if node(CHT.Correction) in properties[str(RDF.type)]
    )
    return tuple(sorted(made, key=order_of))


def corrections_of_articles(corrections: Iterable[Correction], keys: Collection[str]) -> tuple[str, ...]:
    """The ids of the corrections that count and name one of these articles, or words of one.

    >>> made = Correction(action="wrong", on=("mention/event/ab12/70-76",), by="Ada", at=PartialDate(year=2026))
    >>> corrections_of_articles([made], {"ab12"}) == (made.id,)
    True
    """
    return tuple(
        each.id
        for each in standing_corrections(corrections)
        if not {_article_of(id_) for id_ in (*each.on, *each.apart_from)}.isdisjoint(keys)
    )


def _article_of(id_: str) -> str:
    """The key of the article that an id of an article or a mention names."""
    parts = id_.split("/")
    return parts[2] if parts[0] == "mention" else parts[1]


def _correction(id_: str, properties: _Described, described: Mapping[str, _Described]) -> Correction:
    value = _one(properties, CHT.value)
    person = _one(properties, PROV.wasAssociatedWith)
    action = str(_one(properties, CHT.action).value).rpartition("#")[2]
    if action not in get_args(CorrectionAction):
        raise ValueError(f"{id_} does {action!r}, which is none of {get_args(CorrectionAction)}")
    correction = Correction(
        action=cast("CorrectionAction", action),
        on=_ids(properties, CHT.on),
        apart_from=_ids(properties, CHT.apartFrom),
        value=_text(properties, CHT.value),
        language=(value.language or "") if value is not None else "",
        was=_text(properties, CHT.was),
        reason=_text(properties, RDFS.comment),
        by=str(_one(described[id_of(person)], RDFS.label).value),
        at=PartialDate.parse(str(_one(properties, PROV.endedAtTime).value)),
    )
    return _at_the_moment_given(correction, id_)


def _at_the_moment_given(correction: Correction, id_: str) -> Correction:
    """xsd:dateTime always has seconds, and Oxigraph gives Z for +00:00; the id tells what was given."""
    at = correction.at
    zones = _GREENWICH if at.zone == "Z" else (at.zone,)
    moments = (replace(at, second=second, zone=zone) for second in (None, at.second) for zone in zones)
    readings = (replace(correction, at=moment) for moment in moments)
    return next((each for each in readings if each.id == id_), correction)


def _ids(properties: _Described, predicate: str) -> tuple[str, ...]:
    return tuple(sorted(id_of(term) for term in properties.get(str(predicate), ())))


def _one(properties: _Described, predicate: str) -> Any:
    """`Any`: a term, None where there is none."""
    return next(iter(properties.get(str(predicate), ())), None)


def _text(properties: _Described, predicate: str) -> str | None:
    term = _one(properties, predicate)
    return None if term is None else str(term.value)
