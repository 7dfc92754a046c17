"""Reads what articles say back from their graphs: the reverse of `rdf/write.py`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, get_args
from urllib.parse import unquote

import pyoxigraph as ox

from chronotope.dates import PartialDate
from chronotope.mentions import (
    DATELINE,
    ActorKind,
    ActorMention,
    Argument,
    Certainty,
    ClaimMention,
    EventMention,
    Expression,
    Extraction,
    PlaceMention,
    Polarity,
    Role,
    Speech,
    Stance,
    Status,
    TimeMention,
    TimexType,
    Zone,
    ZoneKind,
)
from chronotope.rdf.terms import id_node, id_of, node
from chronotope.rdf.triples import ACTOR_CLASSES
from chronotope.rdf.vocabulary import CHT, DC, DCT, ID, NIF, PROV, RDF, SCHEMA, SEM
from chronotope.resolve.times import dateline_span
from chronotope.text import BASE, Article, Span

_ACTOR_KINDS: Final[Mapping[str, ActorKind]] = {str(iri): kind for kind, iri in ACTOR_CLASSES.items()}
_EXTRACTION: Final = ID["extraction/"]
_GREENWICH: Final = ("Z", "+00:00", "-00:00")


def extraction_graphs(store: ox.Store) -> list[ox.NamedNode]:
    """The graphs of a store that hold what articles say, sorted."""
    graphs = (graph for graph in store.named_graphs() if isinstance(graph, ox.NamedNode))
    return sorted((graph for graph in graphs if graph.value.startswith(_EXTRACTION)), key=lambda graph: graph.value)


def read_extraction(store: ox.Store, graph: ox.NamedNode) -> Extraction:
    """What one graph holds, as the value that was written."""
    described = _Described.of(store, graph)
    article = _article(described)
    mentions: dict[str, list[Any]] = {
        name: [read(described, mention, article) for mention in described.having(RDF.type, node(class_))]
        for name, class_, read in _READERS
    }
    # `Any`, because each list holds its own kind of mention.
    return Extraction(
        article=article,
        pipeline=_pipeline(described),
        zones=tuple(sorted(_zone(described, each) for each in described.having(RDF.type, node(CHT.Zone)))),
        revision_of=described.ids(BASE + article.id, PROV.wasRevisionOf),
        **{name: tuple(sorted(found, key=_by_span)) for name, found in mentions.items()},
    )


def read_article(store: ox.Store, id_: str) -> Article:
    """One article by its id, without what it says; quicker by far than its extraction."""
    return _article(_Described.of(store, id_node(id_.replace("article/", "extraction/", 1)), id_node(id_)))


def read_header(store: ox.Store, graph: ox.NamedNode) -> tuple[str, ...]:
    """What tells one reading of an article from another without reading it: its key, header and pipeline."""
    id_ = id_of(graph).replace("extraction/", "article/", 1)
    article = read_article(store, id_)
    runs = store.quads_for_pattern(None, node(PROV.wasAssociatedWith), None, graph)
    date, publisher = str(article.date), article.publisher or ""
    return (id_, article.language, date, publisher, *sorted(id_of(quad.object) for quad in runs))


def read_revisions(store: ox.Store, id_: str) -> tuple[str, ...]:
    """The ids of the older versions that an article took the place of, sorted."""
    older = store.quads_for_pattern(id_node(id_), node(PROV.wasRevisionOf), None, None)
    return tuple(sorted(id_of(quad.object) for quad in older))


def _zone(described: _Described, subject: str) -> Zone:
    return Zone(_span(described, subject), described.word(subject, CHT.zoneKind, ZoneKind))


def _by_span(mention: Any) -> Span:
    return mention if isinstance(mention, Span) else mention.span


@dataclass(frozen=True, slots=True)
class _Described:
    """The quads of one graph by subject and predicate, and the other way round."""

    objects: Mapping[tuple[str, str], list[ox.NamedNode | ox.Literal]]
    subjects: Mapping[tuple[str, str], list[str]]

    @classmethod
    def of(cls, store: ox.Store, graph: ox.NamedNode, about: ox.NamedNode | None = None) -> _Described:
        objects: dict[tuple[str, str], list[Any]] = defaultdict(list)
        subjects: dict[tuple[str, str], list[str]] = defaultdict(list)
        for quad in store.quads_for_pattern(about, None, None, graph):
            subject, predicate, value = quad.subject, quad.predicate.value, quad.object
            # What we write has no blank nodes and no triples within triples.
            if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
                continue
            objects[subject.value, predicate].append(value)
            if predicate == str(RDF.type):
                subjects[predicate, value.value].append(subject.value)
        return cls(objects, subjects)

    def having(self, predicate: str, value: ox.NamedNode) -> list[str]:
        return sorted(self.subjects.get((str(predicate), value.value), ()))

    def all(self, subject: str, predicate: str) -> list[ox.NamedNode | ox.Literal]:
        return sorted(self.objects.get((subject, str(predicate)), ()), key=lambda term: term.value)

    def one(self, subject: str, predicate: str) -> str:
        return self.objects[subject, str(predicate)][0].value

    def maybe(self, subject: str, predicate: str) -> str | None:
        found = self.objects.get((subject, str(predicate)))
        return found[0].value if found else None

    def number(self, subject: str, predicate: str) -> int | None:
        found = self.maybe(subject, predicate)
        return None if found is None else int(found)

    def word(self, subject: str, predicate: str, words: Any) -> Any:
        """One of the words of a `Literal`, as text or as the end of an IRI. Raises ValueError for any other.

        `Any`: types cannot say that the value is of the `Literal` given.
        """
        word = _local(self.one(subject, predicate))
        if word not in get_args(words):
            raise ValueError(f"{subject} has {predicate} {word!r}, which is none of {get_args(words)}")
        return word

    def ids(self, subject: str, predicate: str) -> tuple[str, ...]:
        return tuple(map(id_of, self.all(subject, predicate)))


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


def _pipeline(described: _Described) -> str:
    (run,) = described.having(RDF.type, node(PROV.Activity))
    agents = [agent.value for agent in described.all(run, PROV.wasAssociatedWith)]
    (pipeline,) = (agent for agent in agents if agent.startswith(ID["pipeline/"]))
    return unquote(pipeline.removeprefix(ID["pipeline/"]))


def _article(described: _Described) -> Article:
    (subject,) = described.having(RDF.type, node(SCHEMA.NewsArticle))
    return Article(
        identifier=described.one(subject, DCT.identifier),
        body=described.one(subject, NIF.isString),
        language=described.one(subject, SCHEMA.inLanguage),
        title=described.maybe(subject, SCHEMA.headline),
        date=_date(described.maybe(subject, SCHEMA.datePublished), described.maybe(subject, CHT.dateline)),
        url=described.maybe(subject, SCHEMA.url),
        publisher=described.maybe(subject, DC.publisher),
        author=described.maybe(subject, SCHEMA.author),
    )


def _date(published: str | None, dateline: str | None) -> PartialDate | None:
    """The date of an article.

    xsd:dateTime always has seconds, and Oxigraph gives Z for +00:00; the dateline's id tells what was given.
    """
    if published is None:
        return None
    date = PartialDate.parse(published)
    zones = _GREENWICH if date.zone == "Z" else (date.zone,)
    readings = (replace(date, second=second, zone=zone) for second in (None, date.second) for zone in zones)
    return next((each for each in readings if id_node(dateline_span(each).id).value == dateline), date)


def _span(described: _Described, subject: str) -> Span:
    return Span(int(described.one(subject, NIF.beginIndex)), int(described.one(subject, NIF.endIndex)))


def _common(described: _Described, subject: str, article: Article) -> dict[str, Any]:
    """The fields every mention has. `Any`, because they go into constructors of different kinds."""
    return {
        "article": article.key,
        "span": _span(described, subject),
        "text": described.one(subject, NIF.anchorOf),
        "rule": unquote(described.one(subject, CHT.rule).removeprefix(ID["rule/"])),
        "confidence": float(described.one(subject, CHT.confidence)),
    }


def _sentence(described: _Described, subject: str, article: Article) -> Span:
    del article
    return _span(described, subject)


def _anchor(iri: str | None) -> str | None:
    if iri is None:
        return None
    return DATELINE if iri == str(CHT.dateline) else id_of(ox.NamedNode(iri))


def _time(described: _Described, subject: str, article: Article) -> TimeMention:
    return TimeMention(
        **_common(described, subject, article),
        timex_type=described.word(subject, CHT.timexType, TimexType),
        expression=Expression.parse(described.one(subject, CHT.expression)),
        anchor=_anchor(described.maybe(subject, CHT.anchor)),
    )


def _place(described: _Described, subject: str, article: Article) -> PlaceMention:
    return PlaceMention(**_common(described, subject, article))


def _actor(described: _Described, subject: str, article: Article) -> ActorMention:
    return ActorMention(
        **_common(described, subject, article),
        actor_kind=_ACTOR_KINDS[described.one(subject, CHT.actorKind)],
        name=described.maybe(subject, CHT.name),
        minimum=described.number(subject, CHT.min),
        maximum=described.number(subject, CHT.max),
        antecedent=_antecedent(described, subject),
    )


def _claim(described: _Described, subject: str, article: Article) -> ClaimMention:
    event, around = described.ids(subject, CHT.reportedBy), described.ids(subject, CHT.embeddedIn)
    return ClaimMention(
        **_common(described, subject, article),
        holder=described.ids(subject, CHT.holderMention)[0],
        stance=described.word(subject, CHT.stance, Stance),
        speech=described.word(subject, CHT.speech, Speech),
        scope=Span(int(described.one(subject, CHT.scopeBegin)), int(described.one(subject, CHT.scopeEnd))),
        event=event[0] if event else None,
        embedded_in=around[0] if around else None,
    )


def _event(described: _Described, subject: str, article: Article) -> EventMention:
    arguments = (_argument(described, argument.value) for argument in described.all(subject, CHT.argument))
    return EventMention(
        **_common(described, subject, article),
        type=_local(described.one(subject, SEM.eventType)),
        status=described.word(subject, CHT.status, Status),
        polarity=described.word(subject, CHT.polarity, Polarity),
        certainty=described.word(subject, CHT.certainty, Certainty),
        arguments=tuple(sorted(arguments)),
        places=described.ids(subject, CHT.placeMention),
        time=_anchor(described.maybe(subject, CHT.timeMention)),
        embedded_in=described.ids(subject, CHT.embeddedIn),
        before=described.ids(subject, CHT.beforeMention),
        antecedent=_antecedent(described, subject),
    )


def _antecedent(described: _Described, subject: str) -> str | None:
    return next(iter(described.ids(subject, CHT.antecedent)), None)


def _argument(described: _Described, subject: str) -> Argument:
    return Argument(
        described.word(subject, SEM.roleType, Role),
        described.ids(subject, CHT.filler)[0],
        float(described.one(subject, CHT.confidence)),
    )


_READERS: Final = (
    ("sentences", NIF.Sentence, _sentence),
    ("times", CHT.TimeMention, _time),
    ("places", CHT.PlaceMention, _place),
    ("actors", CHT.ActorMention, _actor),
    ("claims", CHT.ClaimMention, _claim),
    ("events", CHT.EventMention, _event),
)
