"""Writes what we hold as quads, into `cht:knowledge`, with what the articles it comes from share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from chronotope.model import Actor, Claim, Event, Knowledge, Label, Participation, Place, TimeSpan
from chronotope.rdf.terms import count_literal, decimal_literal, id_node, moment_literal, node, text_literal
from chronotope.rdf.triples import ACTOR_CLASSES, SOFTWARE, Pair, Triple, about, counts, pipeline_id, publisher_id
from chronotope.rdf.vocabulary import (
    CHT,
    GAF,
    GEO,
    KNOWLEDGE,
    PROV,
    RDF,
    RDFS,
    ROLE,
    SCHEMA,
    SEM,
    STANCE,
    STATUS,
    TIME,
    TYPE,
)
from chronotope.rdf.write_merges import merge_triples
from chronotope.resolve.accounts import Account
from chronotope.resolve.times import dateline_span
from chronotope.text import content_key
from chronotope.version import __version__

_UNITS: Final[Mapping[str, str]] = {
    name: TIME[f"unit{name.capitalize()}"] for name in ("second", "minute", "hour", "day", "week", "month", "year")
} | {"quarter": CHT.unitQuarter, "decade": CHT.unitDecade, "century": CHT.unitCentury}


def knowledge_quads(knowledge: Knowledge, accounts: Sequence[Account]) -> Iterator[ox.Quad]:
    """Everything we hold, in `cht:knowledge`, and what the accounts it was derived from share."""
    graph = node(KNOWLEDGE)
    spans = {event.time.id: event.time for event in knowledge.events} | _spans_said(accounts)
    described = [
        *_shared(accounts),
        *(pair for actor in knowledge.actors for pair in _actor(actor)),
        *(pair for place in knowledge.places for pair in _place(place)),
        *(pair for event in knowledge.events for pair in _event(event)),
        *(pair for claim in knowledge.claims for pair in _claim(claim)),
        *(pair for id_ in sorted(spans) for pair in _time_span(spans[id_])),
        *merge_triples(knowledge),
    ]
    for subject, predicate, value in described:
        yield ox.Quad(subject, node(predicate), value, graph)


def _spans_said(accounts: Iterable[Account]) -> dict[str, TimeSpan]:
    """The time spans that articles name: their datelines, and when they say that events are."""
    accounts = list(accounts)
    spans = [telling.time for account in accounts for telling in account.tellings if telling.time is not None]
    spans += [dateline_span(account.date) for account in accounts if account.date is not None]
    return {span.id: span for span in spans}


def _shared(accounts: Iterable[Account]) -> Iterator[Triple]:
    agents = {pipeline_id(account.pipeline): account.pipeline for account in accounts}
    agents[SOFTWARE] = f"chronotope {__version__}"
    for id_, label in sorted(agents.items()):
        yield from about(id_, [(RDF.type, node(PROV.SoftwareAgent)), (RDFS.label, text_literal(label))])
    for publisher in sorted({account.publisher or "" for account in accounts} - {""}):
        yield from about(
            publisher_id(publisher), [(RDF.type, node(SCHEMA.Organization)), (RDFS.label, text_literal(publisher))]
        )


def _labels(labels: tuple[Label, ...]) -> list[Pair]:
    return [(RDFS.label, text_literal(label.text, label.language)) for label in labels]


def _denoted_by(mentions: tuple[str, ...]) -> list[Pair]:
    return [(GAF.denotedBy, id_node(mention)) for mention in mentions]


def _actor(actor: Actor) -> Iterator[Triple]:
    pairs = [
        (RDF.type, node(SEM.Actor)),
        (RDF.type, node(ACTOR_CLASSES[actor.kind])),
        *_labels(actor.labels),
        *_denoted_by(actor.mentions),
    ]
    if actor.member_of is not None:
        pairs.append((SCHEMA.memberOf, id_node(actor.member_of)))
    if actor.country is not None:
        pairs.append((CHT.ofCountry, id_node(actor.country)))
    yield from about(actor.id, pairs)


def _place(place: Place) -> Iterator[Triple]:
    pairs = [
        (RDF.type, node(SEM.Place)),
        (RDF.type, node(GEO.Feature)),
        *_labels(place.labels),
        *_denoted_by(place.mentions),
    ]
    if place.kind is not None:
        pairs.append((CHT.placeKind, node(CHT[place.kind])))
    if place.contained_in is not None:
        pairs.append((SCHEMA.containedInPlace, id_node(place.contained_in)))
    if place.same_as is not None:
        pairs.append((SCHEMA.sameAs, node(place.same_as)))
    if place.confidence is not None:
        pairs.append((CHT.confidence, decimal_literal(place.confidence)))
    pairs += [(CHT.alternative, id_node(other)) for other in place.alternatives]
    if place.latitude is not None and place.longitude is not None:
        geometry = place.id.replace("place/", "geometry/", 1)
        pairs.append((GEO.hasGeometry, id_node(geometry)))
        # WKT has x before y: longitude first.
        point = ox.Literal(f"POINT({place.longitude} {place.latitude})", datatype=node(GEO.wktLiteral))
        yield from about(geometry, [(RDF.type, node(GEO.Geometry)), (GEO.asWKT, point)])
    yield from about(place.id, pairs)


def _event(event: Event) -> Iterator[Triple]:
    pairs: list[Pair] = [
        (RDF.type, node(SEM.Event)),
        *_labels(event.labels),
        (SEM.eventType, node(TYPE[event.type])),
        (CHT.status, node(STATUS[event.status])),
        (SEM.hasTime, id_node(event.time.id)),
        (CHT.confidence, decimal_literal(event.confidence)),
        *((SEM.hasPlace, id_node(place)) for place in event.places),
        *((CHT.before, id_node(later)) for later in event.before),
        *((CHT.causes, id_node(effect)) for effect in event.causes),
        (CHT.sources, count_literal(event.sources)),
        *((CHT.timeReason, text_literal(reason)) for reason in event.time_reasons),
        *_denoted_by(event.mentions),
    ]
    pairs += [(SEM.hasActor, id_node(actor)) for actor in sorted({part.actor for part in event.participations})]
    for part in event.participations:
        id_ = f"participation/{content_key(event.id, part.role, part.actor)}"
        pairs.append((CHT.participation, id_node(id_)))
        yield from about(id_, _participation(part))
    yield from about(event.id, pairs)


def _participation(part: Participation) -> list[Pair]:
    return [
        (RDF.type, node(SEM.Role)),
        (SEM.roleType, node(ROLE[part.role])),
        (RDF.value, id_node(part.actor)),
        *counts(part.minimum, part.maximum),
        *_denoted_by(part.mentions),
    ]


def _claim(claim: Claim) -> Iterator[Triple]:
    pairs: list[Pair] = [
        (RDF.type, node(CHT.Claim)),
        (CHT.holder, id_node(claim.holder)),
        (CHT.stance, node(STANCE[claim.stance])),
        *((CHT.about, id_node(about)) for about in claim.about),
        *_denoted_by(claim.mentions),
    ]
    if claim.reported_by is not None:
        pairs.append((CHT.reportedBy, id_node(claim.reported_by)))
    yield from about(claim.id, pairs)


def _time_span(span: TimeSpan) -> Iterator[Triple]:
    bounds = (
        (SEM.hasEarliestBeginTimeStamp, span.earliest_begin),
        (SEM.hasLatestBeginTimeStamp, span.latest_begin),
        (SEM.hasEarliestEndTimeStamp, span.earliest_end),
        (SEM.hasLatestEndTimeStamp, span.latest_end),
    )
    pairs: list[Pair] = [
        (RDF.type, node(SEM.Time)),
        (RDF.type, node(TIME.TemporalEntity)),
        (CHT.edtf, text_literal(span.edtf)),
        (CHT.granularity, node(_UNITS[span.granularity])),
        (CHT.timeBasis, node(CHT[span.basis])),
        *((predicate, moment_literal(bound)) for predicate, bound in bounds if bound is not None),
    ]
    if span.zone is not None:
        pairs.append((CHT.zone, text_literal(span.zone)))
    yield from about(span.id, pairs)
