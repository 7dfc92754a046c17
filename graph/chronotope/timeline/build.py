"""Builds the timeline graph from RDF, by SPARQL, so that any dataset that keeps the contract can be shown.

A plain `networkx.MultiDiGraph`. Nodes are IRIs; every node has `kind` (event, actor, place, time) and `label`.

- event: `type`, `type_label`, `group`, `group_label`, `status`, `confidence`, `evidence` (a tuple of `Evidence`),
  `sources` (how many independent texts tell of it), `disputes` (a tuple of `Disagreement`: what these say
  differently), and of its time `edtf`, `granularity`, `basis` and the four bounds
- actor: `actor_kind`; place: `place_kind`, `latitude`, `longitude`; time: `edtf` and the bounds
- bounds are `earliest_begin`, `latest_begin`, `earliest_end`, `latest_end`: ISO 8601 text in local time, or None

Edges have `kind`, which is also their key with the role or stance: participation (event → actor; `role`, `minimum`,
`maximum`), place and time (from events), before, during, causes, sub-event (event → event), claim (actor → event;
`stance`), contained-in (place → place).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

import networkx as nx
import pyoxigraph as ox

from chronotope.ontologies import stock_queries
from chronotope.rdf.query import rows
from chronotope.rdf.vocabulary import GROUP, TYPE

BOUNDS: Final = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
_ACTOR_KINDS: Final = {
    "Person": "person",
    "Organization": "organization",
    "ArmedGroup": "armed-group",
    "State": "state",
    "Thing": "thing",
}


class Evidence(NamedTuple):
    """The words behind an event: within `sentence`, from `begin` to `end` (code points), and their article."""

    article: str
    title: str | None
    date: str | None
    url: str | None
    publisher: str | None
    sentence: str
    begin: int
    end: int
    offset: int = 0
    """Where the sentence begins in the article's body."""


class Version(NamedTuple):
    """One of several things that are said of an event, and the identifiers of the articles that say it."""

    value: str
    articles: tuple[str, ...]


class Disagreement(NamedTuple):
    """What independent articles say differently of an event: its count, date, place, status or actor.

    Versions stand in the order of their earliest articles. As text, they stand side by side.

    >>> print(Disagreement("count", (Version("11", ("quay",)), Version("14", ("port", "radio")))))
    count: 11 (quay) / 14 (port, radio)
    """

    aspect: str
    versions: tuple[Version, ...]

    def __str__(self) -> str:
        return f"{self.aspect}: {side_by_side(self.versions)}"


def side_by_side(versions: Iterable[Version]) -> str:
    """Versions on one line, each with its articles."""
    return " / ".join(f"{version.value} ({', '.join(version.articles)})" for version in versions)


def build_timeline(store: ox.Store, *, language: str = "fr", title: str = "") -> nx.MultiDiGraph[str]:
    """The timeline of everything a store holds; labels are in `language` where there are any."""
    names = _Names.of(store, language)
    timeline: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=title, language=language)
    times = _facts(store, "times", "time")
    timeline.add_nodes_from(_times(times))
    timeline.add_nodes_from(_events(store, times, names))
    timeline.add_nodes_from(_actors(store, names))
    timeline.add_nodes_from(_places(store, names))
    for begin, end, key, attributes in _edges(store):
        if begin in timeline and end in timeline:
            timeline.add_edge(begin, end, key=key, **attributes)
    return timeline


def events_of(timeline: nx.MultiDiGraph[str]) -> list[str]:
    """The events of a timeline, in the order of their bounds; undated ones last.

    Of two with the same earliest begin the narrower comes first; of two with the same time the one that is told first.
    """
    events = [iri for iri, attributes in timeline.nodes(data=True) if attributes["kind"] == "event"]
    return sorted(events, key=lambda iri: (*_sort_key(timeline.nodes[iri]), iri))


def _sort_key(event: Mapping[str, Any]) -> tuple[bool, str, str, str, list[tuple[str, str, int]]]:
    """What is known to begin at a time comes before what only ended by then; nothing known comes last."""
    begin = event["earliest_begin"] or event["latest_begin"] or event["earliest_end"] or event["latest_end"]
    end = event["latest_end"] or event["latest_begin"] or "9999"
    told = [(said.date or "", said.article, said.offset + said.begin) for said in event["evidence"][:1]]
    return begin is None, begin or "", end, event["edtf"], told


def _rows(store: ox.Store, query: str) -> Iterator[dict[str, str]]:
    return rows(store, stock_queries("graph")[query])


class _Names(NamedTuple):
    """Labels by IRI and language."""

    labels: Mapping[str, Mapping[str, str]]
    groups: Mapping[str, str]
    language: str

    @classmethod
    def of(cls, store: ox.Store, language: str) -> _Names:
        labels: dict[str, dict[str, str]] = defaultdict(dict)
        for row in _rows(store, "labels"):
            labels[row["thing"]].setdefault(row.get("language", ""), row["label"])
        return cls(labels, {row["type"]: row["group"] for row in _rows(store, "types")}, language)

    def every(self, iri: str) -> str:
        """All names of a thing, in every language, on one line: what people may look for."""
        return " | ".join(sorted(set(self.labels.get(iri, {}).values())))

    def label(self, iri: str, otherwise: str = "") -> str:
        found = self.labels.get(iri, {})
        for language in (self.language, "", "en", *sorted(found)):
            if language in found:
                return found[language]
        return otherwise or iri.rpartition("/")[2]


_Node = tuple[str, dict[str, Any]]
_Edge = tuple[str, str, str, dict[str, Any]]


def _facts(store: ox.Store, query: str, subject: str) -> dict[str, dict[str, str]]:
    """The rows of a query that names facts, as a record for each subject."""
    facts: dict[str, dict[str, str]] = defaultdict(dict)
    for row in _rows(store, query):
        facts[row[subject]][row["name"]] = row["value"]
    return facts


def _bounds(row: Mapping[str, str]) -> dict[str, str | None]:
    return {bound: row.get(bound) for bound in BOUNDS}


def _times(times: Mapping[str, Mapping[str, str]]) -> Iterator[_Node]:
    for iri, row in times.items():
        yield iri, {"kind": "time", "label": row["edtf"], "edtf": row["edtf"], **_bounds(row)}


def _events(store: ox.Store, times: Mapping[str, Mapping[str, str]], names: _Names) -> Iterator[_Node]:
    evidence, disputes = _evidence(store), _disputes(store)
    for row in _rows(store, "events"):
        group, time = names.groups.get(row["type"], "Other"), times[row["time"]]
        yield (
            row["event"],
            {
                "kind": "event",
                "label": names.label(row["event"]),
                "type": row["type"],
                "type_label": names.label(str(TYPE[row["type"]]), row["type"]),
                "group": group,
                "group_label": names.label(str(GROUP[group]), group),
                "status": row["status"],
                "confidence": float(row.get("confidence", 1)),
                "sources": int(row.get("sources", 1)),
                "disputes": tuple(disputes.get(row["event"], ())),
                "edtf": time["edtf"],
                "granularity": time.get("granularity", "").rpartition("#unit")[2].lower(),
                "basis": time["basis"].rpartition("#")[2],
                **_bounds(time),
                "evidence": tuple(evidence.get(row["event"], ())),
            },
        )


def _evidence(store: ox.Store) -> Mapping[str, list[Evidence]]:
    articles = {row["article"]: row for row in _rows(store, "articles")}
    found: dict[str, list[Evidence]] = defaultdict(list)
    for row in _rows(store, "evidence"):
        article = articles[row["article"]]
        begin, end = int(row["begin"]), int(row["end"])
        first, last = int(row.get("sentence_begin", begin)), int(row.get("sentence_end", end))
        evidence = Evidence(
            article=article["identifier"],
            title=article.get("title"),
            date=article.get("date"),
            url=article.get("url"),
            publisher=article.get("publisher"),
            sentence=article["body"][first:last],
            begin=begin - first,
            end=end - first,
            offset=first,
        )
        found[row["event"]].append(evidence)
    return {event: sorted(told, key=_as_published) for event, told in found.items()}


def _as_published(evidence: Evidence) -> tuple[bool, str, str, int]:
    """The articles in the order of their dates, undated ones last, and each from its beginning."""
    return evidence.date is None, evidence.date or "", evidence.article, evidence.offset + evidence.begin


def _disputes(store: ox.Store) -> Mapping[str, list[Disagreement]]:
    found: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for row in _rows(store, "disputes"):
        found[row["event"]][row["aspect"]][row["value"]].append(row["article"])
    return {event: [_disagreement(aspect, said) for aspect, said in told.items()] for event, told in found.items()}


def _disagreement(aspect: str, said: Mapping[str, list[str]]) -> Disagreement:
    return Disagreement(aspect, tuple(Version(value, tuple(articles)) for value, articles in said.items()))


def _actors(store: ox.Store, names: _Names) -> Iterator[_Node]:
    classes: dict[str, list[str]] = defaultdict(list)
    for row in _rows(store, "actors"):
        classes[row["actor"]].append(row["class"])
    for actor, found in classes.items():
        kinds = [_ACTOR_KINDS[name] for name in found if name in _ACTOR_KINDS]
        kind = kinds[0] if kinds else "group"
        yield actor, {"kind": "actor", "label": names.label(actor), "names": names.every(actor), "actor_kind": kind}


def _places(store: ox.Store, names: _Names) -> Iterator[_Node]:
    for row in _rows(store, "places"):
        longitude, latitude = _coordinates(row.get("point"))
        yield (
            row["place"],
            {
                "kind": "place",
                "label": names.label(row["place"]),
                "names": names.every(row["place"]),
                "place_kind": row.get("kind"),
                "latitude": latitude,
                "longitude": longitude,
            },
        )


def _coordinates(point: str | None) -> tuple[float | None, float | None]:
    """Longitude and latitude of a WKT point."""
    numbers = (point or "").upper().removeprefix("POINT").strip(" ()").split()
    return (float(numbers[0]), float(numbers[1])) if len(numbers) == 2 else (None, None)


def _edges(store: ox.Store) -> Iterator[_Edge]:
    for row in _rows(store, "events"):
        yield row["event"], row["time"], "time", {"kind": "time"}
    for row in _rows(store, "participations"):
        counts = {name: int(row[name]) if name in row else None for name in ("minimum", "maximum")}
        key = f"participation/{row['role']}"
        yield row["event"], row["actor"], key, {"kind": "participation", "role": row["role"], **counts}
    for row in _rows(store, "links"):
        yield row["from"], row["to"], row["kind"], {"kind": row["kind"]}
    for row in _rows(store, "places"):
        if "container" in row:
            yield row["place"], row["container"], "contained-in", {"kind": "contained-in"}
    for row in _rows(store, "claims"):
        key = f"claim/{row['stance']}"
        yield row["holder"], row["event"], key, {"kind": "claim", "stance": row["stance"]}
