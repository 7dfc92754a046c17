"""Writes values as quads, to the contract: what an article says into its own graph, what we hold into `cht:knowledge`.

Quads come in a fixed order; the same values give the same quads. No triple stands in two graphs, because Oxigraph's
union of graphs would answer with it twice: what several articles share, as times and publishers, is described in
`cht:knowledge` and only named in theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from chronotope.mentions import (
    DATELINE,
    ActorMention,
    Argument,
    ClaimMention,
    EventMention,
    Extraction,
    Mention,
    PlaceMention,
    TimeMention,
)
from chronotope.model import Actor, Claim, Event, Knowledge, Label, Participation, Place, TimeSpan
from chronotope.rdf.terms import (
    count_literal,
    date_literal,
    decimal_literal,
    id_node,
    moment_literal,
    node,
    slug,
    text_literal,
)
from chronotope.rdf.vocabulary import (
    CHT,
    DC,
    DCT,
    GAF,
    GEO,
    KNOWLEDGE,
    NIF,
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
from chronotope.resolve.events import spans_of_events
from chronotope.resolve.times import dateline_span, resolve_times
from chronotope.text import Article, Span, content_key
from chronotope.version import __version__

ACTOR_CLASSES: Final[Mapping[str, str]] = {
    "person": SCHEMA.Person,
    "organization": SCHEMA.Organization,
    "armed-group": CHT.ArmedGroup,
    "state": CHT.State,
    "group": CHT.Group,
}
_CLASSES: Final[Mapping[type[Mention], str]] = {
    TimeMention: CHT.TimeMention,
    PlaceMention: CHT.PlaceMention,
    ActorMention: CHT.ActorMention,
    EventMention: CHT.EventMention,
    ClaimMention: CHT.ClaimMention,
}
_UNITS: Final[Mapping[str, str]] = {
    name: TIME[f"unit{name.capitalize()}"] for name in ("second", "minute", "hour", "day", "week", "month", "year")
} | {"quarter": CHT.unitQuarter, "decade": CHT.unitDecade, "century": CHT.unitCentury}
_SOFTWARE: Final = f"software/chronotope-{__version__}"
_Pair = tuple[str, ox.NamedNode | ox.Literal]


def extraction_graph(article: Article) -> ox.NamedNode:
    """The graph that holds what an article says."""
    return id_node(f"extraction/{article.key}")


def extraction_quads(extraction: Extraction) -> Iterator[ox.Quad]:
    """Everything one article says, in its own graph."""
    graph = extraction_graph(extraction.article)
    for subject, predicate, value in _extraction_triples(extraction):
        yield ox.Quad(subject, node(predicate), value, graph)


def knowledge_quads(knowledge: Knowledge, extractions: Sequence[Extraction]) -> Iterator[ox.Quad]:
    """Everything we hold, in `cht:knowledge`, and what the extractions it was derived from share."""
    graph = node(KNOWLEDGE)
    spans = {event.time.id: event.time for event in knowledge.events} | _spans_said(extractions)
    described = [
        *_shared(extractions),
        *(pair for actor in knowledge.actors for pair in _actor(actor)),
        *(pair for place in knowledge.places for pair in _place(place)),
        *(pair for event in knowledge.events for pair in _event(event)),
        *(pair for claim in knowledge.claims for pair in _claim(claim)),
        *(pair for id_ in sorted(spans) for pair in _time_span(spans[id_])),
    ]
    for subject, predicate, value in described:
        yield ox.Quad(subject, node(predicate), value, graph)


_Triple = tuple[ox.NamedNode, str, ox.NamedNode | ox.Literal]


def _about(id_: str, pairs: list[_Pair]) -> Iterator[_Triple]:
    subject = id_node(id_)
    for predicate, value in pairs:
        yield subject, predicate, value


def _extraction_triples(extraction: Extraction) -> Iterator[_Triple]:
    article = extraction.article
    yield from _provenance(extraction)
    yield from _article(article)
    for sentence in extraction.sentences:
        yield from _sentence(sentence, article)
    readings = resolve_times(extraction.times, article.date)
    for time in extraction.times:
        timex = text_literal(readings[time.id].timex)
        yield from _mention(time, article, [*_time_pairs(time), (CHT.timex, timex)])
    for place in extraction.places:
        yield from _mention(place, article, [])
    for actor in extraction.actors:
        yield from _mention(actor, article, _actor_pairs(actor))
    for claim in extraction.claims:
        yield from _mention(claim, article, _claim_pairs(claim))
    for event, span in spans_of_events(extraction):
        around = _sentence_of(event.span, extraction.sentences)
        yield from _mention(event, article, _event_pairs(event, span, around, article))
        for argument in event.arguments:
            yield from _argument(argument)


def _spans_said(extractions: Iterable[Extraction]) -> dict[str, TimeSpan]:
    """The time spans that articles name: their datelines, and when they say that events are."""
    spans = [span for extraction in extractions for _, span in spans_of_events(extraction)]
    dates = (extraction.article.date for extraction in extractions)
    spans += [dateline_span(date) for date in dates if date is not None]
    return {span.id: span for span in spans if span is not None}


def _shared(extractions: Iterable[Extraction]) -> Iterator[_Triple]:
    agents = {_pipeline_id(extraction.pipeline): extraction.pipeline for extraction in extractions}
    agents[_SOFTWARE] = f"chronotope {__version__}"
    for id_, label in sorted(agents.items()):
        yield from _about(id_, [(RDF.type, node(PROV.SoftwareAgent)), (RDFS.label, text_literal(label))])
    for publisher in sorted({extraction.article.publisher or "" for extraction in extractions} - {""}):
        yield from _about(
            _publisher_id(publisher), [(RDF.type, node(SCHEMA.Organization)), (RDFS.label, text_literal(publisher))]
        )


def _pipeline_id(name: str) -> str:
    return f"pipeline/{slug(name)}"


def _publisher_id(name: str) -> str:
    return f"organization/{content_key(name)}"


def _provenance(extraction: Extraction) -> Iterator[_Triple]:
    """No clock time: the same input must give the same bytes."""
    article, pipeline = extraction.article, _pipeline_id(extraction.pipeline)
    run = f"run/{content_key(article.id, pipeline, _SOFTWARE)}"
    yield id_node(f"extraction/{article.key}"), PROV.wasGeneratedBy, id_node(run)
    yield from _about(
        run,
        [
            (RDF.type, node(PROV.Activity)),
            (PROV.used, id_node(article.id)),
            (PROV.wasAssociatedWith, id_node(_SOFTWARE)),
            (PROV.wasAssociatedWith, id_node(pipeline)),
        ],
    )


def _article(article: Article) -> Iterator[_Triple]:
    pairs: list[_Pair] = [
        (RDF.type, node(SCHEMA.NewsArticle)),
        (RDF.type, node(NIF.Context)),
        (DCT.identifier, text_literal(article.identifier)),
        (SCHEMA.inLanguage, text_literal(article.language)),
        (NIF.isString, text_literal(article.body)),
    ]
    texts = ((SCHEMA.headline, article.title), (SCHEMA.url, article.url), (SCHEMA.author, article.author))
    pairs += [(predicate, text_literal(text)) for predicate, text in texts if text is not None]
    if article.publisher is not None:
        pairs.append((SCHEMA.publisher, id_node(_publisher_id(article.publisher))))
        pairs.append((DC.publisher, text_literal(article.publisher)))
    if article.date is not None:
        dateline = id_node(dateline_span(article.date).id)
        pairs += [(SCHEMA.datePublished, date_literal(article.date)), (CHT.dateline, dateline)]
    yield from _about(article.id, pairs)


def _sentence_id(span: Span, article: Article) -> str:
    return f"mention/sentence/{article.key}/{span.begin}-{span.end}"


def _sentence_of(span: Span, sentences: tuple[Span, ...]) -> Span | None:
    return next((sentence for sentence in sentences if sentence.overlaps(span)), None)


def _sentence(span: Span, article: Article) -> Iterator[_Triple]:
    yield from _about(_sentence_id(span, article), [(RDF.type, node(NIF.Sentence)), *_place_in_text(span, article)])


def _place_in_text(span: Span, article: Article) -> list[_Pair]:
    return [
        (NIF.referenceContext, id_node(article.id)),
        (NIF.beginIndex, count_literal(span.begin)),
        (NIF.endIndex, count_literal(span.end)),
    ]


def _mention(mention: Mention, article: Article, more: list[_Pair]) -> Iterator[_Triple]:
    yield from _about(
        mention.id,
        [
            (RDF.type, node(_CLASSES[type(mention)])),
            (RDF.type, node(NIF.Phrase)),
            *_place_in_text(mention.span, article),
            (NIF.anchorOf, text_literal(mention.text)),
            (CHT.rule, id_node(f"rule/{slug(mention.rule)}")),
            (CHT.confidence, decimal_literal(mention.confidence)),
            *more,
        ],
    )


def _time_pairs(mention: TimeMention) -> list[_Pair]:
    pairs: list[_Pair] = [
        (CHT.timexType, text_literal(mention.timex_type)),
        (CHT.expression, text_literal(str(mention.expression))),
    ]
    if mention.anchor is not None:
        pairs.append((CHT.anchor, _anchor(mention.anchor)))
    return pairs


def _anchor(anchor: str) -> ox.NamedNode:
    return node(CHT.dateline) if anchor == DATELINE else id_node(anchor)


def _actor_pairs(mention: ActorMention) -> list[_Pair]:
    pairs: list[_Pair] = [(CHT.actorKind, node(ACTOR_CLASSES[mention.actor_kind]))]
    if mention.name is not None:
        pairs.append((CHT.name, text_literal(mention.name)))
    return pairs + _counts(mention.minimum, mention.maximum)


def _counts(minimum: int | None, maximum: int | None) -> list[_Pair]:
    bounds = ((CHT.min, minimum), (CHT.max, maximum))
    return [(predicate, count_literal(number)) for predicate, number in bounds if number is not None]


def _claim_pairs(mention: ClaimMention) -> list[_Pair]:
    pairs: list[_Pair] = [
        (CHT.holderMention, id_node(mention.holder)),
        (CHT.stance, node(STANCE[mention.stance])),
        (CHT.speech, node(CHT[mention.speech])),
        (CHT.scopeBegin, count_literal(mention.scope.begin)),
        (CHT.scopeEnd, count_literal(mention.scope.end)),
    ]
    if mention.event is not None:
        pairs.append((CHT.reportedBy, id_node(mention.event)))
    if mention.embedded_in is not None:
        pairs.append((CHT.embeddedIn, id_node(mention.embedded_in)))
    return pairs


def _event_pairs(mention: EventMention, span: TimeSpan | None, sentence: Span | None, article: Article) -> list[_Pair]:
    pairs: list[_Pair] = [
        (SEM.eventType, node(TYPE[mention.type])),
        (CHT.status, node(STATUS[mention.status])),
        (CHT.polarity, node(CHT[mention.polarity])),
        (CHT.certainty, node(CHT[mention.certainty])),
        *((CHT.argument, id_node(_argument_id(argument))) for argument in mention.arguments),
        *((CHT.placeMention, id_node(place)) for place in mention.places),
        *((CHT.embeddedIn, id_node(claim)) for claim in mention.embedded_in),
    ]
    if sentence is not None:
        pairs.append((NIF.sentence, id_node(_sentence_id(sentence, article))))
    if mention.time is not None:
        pairs.append((CHT.timeMention, _anchor(mention.time)))
    if span is not None:
        pairs.append((SEM.hasTime, id_node(span.id)))
    return pairs


def _argument_id(argument: Argument) -> str:
    return f"argument/{content_key(argument.role, argument.filler, str(argument.confidence))}"


def _argument(argument: Argument) -> Iterator[_Triple]:
    yield from _about(
        _argument_id(argument),
        [
            (RDF.type, node(CHT.Argument)),
            (SEM.roleType, node(ROLE[argument.role])),
            (CHT.filler, id_node(argument.filler)),
            (CHT.confidence, decimal_literal(argument.confidence)),
        ],
    )


def _labels(labels: tuple[Label, ...]) -> list[_Pair]:
    return [(RDFS.label, text_literal(label.text, label.language)) for label in labels]


def _denoted_by(mentions: tuple[str, ...]) -> list[_Pair]:
    return [(GAF.denotedBy, id_node(mention)) for mention in mentions]


def _actor(actor: Actor) -> Iterator[_Triple]:
    pairs = [
        (RDF.type, node(SEM.Actor)),
        (RDF.type, node(ACTOR_CLASSES[actor.kind])),
        *_labels(actor.labels),
        *_denoted_by(actor.mentions),
    ]
    if actor.member_of is not None:
        pairs.append((SCHEMA.memberOf, id_node(actor.member_of)))
    yield from _about(actor.id, pairs)


def _place(place: Place) -> Iterator[_Triple]:
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
    if place.latitude is not None and place.longitude is not None:
        geometry = place.id.replace("place/", "geometry/", 1)
        pairs.append((GEO.hasGeometry, id_node(geometry)))
        # WKT has x before y: longitude first.
        point = ox.Literal(f"POINT({place.longitude} {place.latitude})", datatype=node(GEO.wktLiteral))
        yield from _about(geometry, [(RDF.type, node(GEO.Geometry)), (GEO.asWKT, point)])
    yield from _about(place.id, pairs)


def _event(event: Event) -> Iterator[_Triple]:
    pairs: list[_Pair] = [
        (RDF.type, node(SEM.Event)),
        *_labels(event.labels),
        (SEM.eventType, node(TYPE[event.type])),
        (CHT.status, node(STATUS[event.status])),
        (SEM.hasTime, id_node(event.time.id)),
        (CHT.confidence, decimal_literal(event.confidence)),
        *((SEM.hasPlace, id_node(place)) for place in event.places),
        *((CHT.before, id_node(later)) for later in event.before),
        *_denoted_by(event.mentions),
    ]
    pairs += [(SEM.hasActor, id_node(actor)) for actor in sorted({part.actor for part in event.participations})]
    for part in event.participations:
        id_ = f"participation/{content_key(event.id, part.role, part.actor)}"
        pairs.append((CHT.participation, id_node(id_)))
        yield from _about(id_, _participation(part))
    yield from _about(event.id, pairs)


def _participation(part: Participation) -> list[_Pair]:
    return [
        (RDF.type, node(SEM.Role)),
        (SEM.roleType, node(ROLE[part.role])),
        (RDF.value, id_node(part.actor)),
        *_counts(part.minimum, part.maximum),
        *_denoted_by(part.mentions),
    ]


def _claim(claim: Claim) -> Iterator[_Triple]:
    pairs: list[_Pair] = [
        (RDF.type, node(CHT.Claim)),
        (CHT.holder, id_node(claim.holder)),
        (CHT.stance, node(STANCE[claim.stance])),
        *((CHT.about, id_node(about)) for about in claim.about),
        *_denoted_by(claim.mentions),
    ]
    if claim.reported_by is not None:
        pairs.append((CHT.reportedBy, id_node(claim.reported_by)))
    yield from _about(claim.id, pairs)


def _time_span(span: TimeSpan) -> Iterator[_Triple]:
    bounds = (
        (SEM.hasEarliestBeginTimeStamp, span.earliest_begin),
        (SEM.hasLatestBeginTimeStamp, span.latest_begin),
        (SEM.hasEarliestEndTimeStamp, span.earliest_end),
        (SEM.hasLatestEndTimeStamp, span.latest_end),
    )
    pairs: list[_Pair] = [
        (RDF.type, node(SEM.Time)),
        (RDF.type, node(TIME.TemporalEntity)),
        (CHT.edtf, text_literal(span.edtf)),
        (CHT.granularity, node(_UNITS[span.granularity])),
        (CHT.timeBasis, node(CHT[span.basis])),
        *((predicate, moment_literal(bound)) for predicate, bound in bounds if bound is not None),
    ]
    if span.zone is not None:
        pairs.append((CHT.zone, text_literal(span.zone)))
    yield from _about(span.id, pairs)
