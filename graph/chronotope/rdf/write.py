"""Writes what an article says as quads, to the contract, into a graph of its own.

Quads come in a fixed order; the same values give the same quads. No triple stands in two graphs, because Oxigraph's
union of graphs would answer with it twice: what several articles share, as times and publishers, is described in
`cht:knowledge` and only named in theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    Zone,
)
from chronotope.model import TimeSpan
from chronotope.rdf.terms import (
    count_literal,
    date_literal,
    decimal_literal,
    id_node,
    node,
    slug,
    text_literal,
)
from chronotope.rdf.triples import ACTOR_CLASSES, SOFTWARE, Pair, Triple, about, counts, pipeline_id, publisher_id
from chronotope.rdf.vocabulary import (
    CHT,
    DC,
    DCT,
    NIF,
    PROV,
    RDF,
    ROLE,
    SCHEMA,
    SEM,
    STANCE,
    STATUS,
    TYPE,
)
from chronotope.resolve.accounts import spans_of_events
from chronotope.resolve.times import dateline_span, resolve_times
from chronotope.text import Article, Span, content_key, sentences_touched

_CLASSES: Final[Mapping[type[Mention], str]] = {
    TimeMention: CHT.TimeMention,
    PlaceMention: CHT.PlaceMention,
    ActorMention: CHT.ActorMention,
    EventMention: CHT.EventMention,
    ClaimMention: CHT.ClaimMention,
}


def extraction_graph(article: Article) -> ox.NamedNode:
    """The graph that holds what an article says."""
    return id_node(f"extraction/{article.key}")


def extraction_quads(extraction: Extraction) -> Iterator[ox.Quad]:
    """Everything one article says, in its own graph."""
    graph = extraction_graph(extraction.article)
    for subject, predicate, value in _extraction_triples(extraction):
        yield ox.Quad(subject, node(predicate), value, graph)


def _extraction_triples(extraction: Extraction) -> Iterator[Triple]:
    article = extraction.article
    yield from _provenance(extraction)
    yield from _article(article)
    yield from about(article.id, revision_pairs(extraction.revision_of))
    for sentence in extraction.sentences:
        yield from _sentence(sentence, article)
    for zone in extraction.zones:
        yield from _zone(zone, article)
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


def _provenance(extraction: Extraction) -> Iterator[Triple]:
    """No clock time: the same input must give the same bytes."""
    article, pipeline = extraction.article, pipeline_id(extraction.pipeline)
    run = f"run/{content_key(article.id, pipeline, SOFTWARE)}"
    yield id_node(f"extraction/{article.key}"), PROV.wasGeneratedBy, id_node(run)
    yield from about(
        run,
        [
            (RDF.type, node(PROV.Activity)),
            (PROV.used, id_node(article.id)),
            (PROV.wasAssociatedWith, id_node(SOFTWARE)),
            (PROV.wasAssociatedWith, id_node(pipeline)),
        ],
    )


def _article(article: Article) -> Iterator[Triple]:
    pairs: list[Pair] = [
        (RDF.type, node(SCHEMA.NewsArticle)),
        (RDF.type, node(NIF.Context)),
        (DCT.identifier, text_literal(article.identifier)),
        (SCHEMA.inLanguage, text_literal(article.language)),
        (NIF.isString, text_literal(article.body)),
    ]
    texts = ((SCHEMA.headline, article.title), (SCHEMA.url, article.url), (SCHEMA.author, article.author))
    pairs += [(predicate, text_literal(text)) for predicate, text in texts if text is not None]
    if article.publisher is not None:
        pairs.append((SCHEMA.publisher, id_node(publisher_id(article.publisher))))
        pairs.append((DC.publisher, text_literal(article.publisher)))
    if article.date is not None:
        dateline = id_node(dateline_span(article.date).id)
        pairs += [(SCHEMA.datePublished, date_literal(article.date)), (CHT.dateline, dateline)]
    yield from about(article.id, pairs)


def revision_pairs(older: Iterable[str]) -> list[Pair]:
    """What is said of an article that took the place of older versions of itself."""
    return [(PROV.wasRevisionOf, id_node(each)) for each in older]


def _sentence_id(span: Span, article: Article) -> str:
    return f"mention/sentence/{article.key}/{span.begin}-{span.end}"


def _sentence_of(span: Span, sentences: tuple[Span, ...]) -> Span | None:
    return next(iter(sentences_touched(sentences, span)), None)


def _sentence(span: Span, article: Article) -> Iterator[Triple]:
    yield from about(_sentence_id(span, article), [(RDF.type, node(NIF.Sentence)), *_place_in_text(span, article)])


def _zone(zone: Zone, article: Article) -> Iterator[Triple]:
    id_ = f"mention/zone/{article.key}/{zone.span.begin}-{zone.span.end}"
    yield from about(
        id_, [(RDF.type, node(CHT.Zone)), (CHT.zoneKind, node(CHT[zone.kind])), *_place_in_text(zone.span, article)]
    )


def _place_in_text(span: Span, article: Article) -> list[Pair]:
    return [
        (NIF.referenceContext, id_node(article.id)),
        (NIF.beginIndex, count_literal(span.begin)),
        (NIF.endIndex, count_literal(span.end)),
    ]


def _mention(mention: Mention, article: Article, more: list[Pair]) -> Iterator[Triple]:
    yield from about(
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


def _time_pairs(mention: TimeMention) -> list[Pair]:
    pairs: list[Pair] = [
        (CHT.timexType, text_literal(mention.timex_type)),
        (CHT.expression, text_literal(str(mention.expression))),
    ]
    if mention.anchor is not None:
        pairs.append((CHT.anchor, _anchor(mention.anchor)))
    return pairs


def _anchor(anchor: str) -> ox.NamedNode:
    return node(CHT.dateline) if anchor == DATELINE else id_node(anchor)


def _actor_pairs(mention: ActorMention) -> list[Pair]:
    pairs: list[Pair] = [(CHT.actorKind, node(ACTOR_CLASSES[mention.actor_kind]))]
    if mention.name is not None:
        pairs.append((CHT.name, text_literal(mention.name)))
    return pairs + counts(mention.minimum, mention.maximum) + _antecedent(mention.antecedent)


def _claim_pairs(mention: ClaimMention) -> list[Pair]:
    pairs: list[Pair] = [
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


def _event_pairs(mention: EventMention, span: TimeSpan | None, sentence: Span | None, article: Article) -> list[Pair]:
    pairs: list[Pair] = [
        (SEM.eventType, node(TYPE[mention.type])),
        (CHT.status, node(STATUS[mention.status])),
        (CHT.polarity, node(CHT[mention.polarity])),
        (CHT.certainty, node(CHT[mention.certainty])),
        *((CHT.argument, id_node(_argument_id(argument))) for argument in mention.arguments),
        *((CHT.placeMention, id_node(place)) for place in mention.places),
        *((CHT.embeddedIn, id_node(claim)) for claim in mention.embedded_in),
        *((CHT.beforeMention, id_node(later)) for later in mention.before),
    ]
    if sentence is not None:
        pairs.append((NIF.sentence, id_node(_sentence_id(sentence, article))))
    if mention.time is not None:
        pairs.append((CHT.timeMention, _anchor(mention.time)))
    if span is not None:
        pairs.append((SEM.hasTime, id_node(span.id)))
    return pairs + _antecedent(mention.antecedent)


def _antecedent(antecedent: str | None) -> list[Pair]:
    return [] if antecedent is None else [(CHT.antecedent, id_node(antecedent))]


def _argument_id(argument: Argument) -> str:
    return f"argument/{content_key(argument.role, argument.filler, str(argument.confidence))}"


def _argument(argument: Argument) -> Iterator[Triple]:
    yield from about(
        _argument_id(argument),
        [
            (RDF.type, node(CHT.Argument)),
            (SEM.roleType, node(ROLE[argument.role])),
            (CHT.filler, id_node(argument.filler)),
            (CHT.confidence, decimal_literal(argument.confidence)),
        ],
    )
