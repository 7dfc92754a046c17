"""Builds the timeline graph from RDF, by SPARQL, so that any dataset that keeps the contract can be shown.

A plain `networkx.MultiDiGraph`. Nodes are IRIs; every node has `kind` (event, actor, place, time) and `label`.

- event: `type`, `type_label`, `group`, `group_label`, `status`, `confidence`, and of its time `edtf`, `granularity`,
  `basis` and the four bounds
- event, as it is told: `evidence` (a tuple of `Evidence`), `mentions` (how many places tell of it), `sources` (how many
  independent texts), `salience` (0–1: how much it matters to the story), `time_words` (a tuple of the words that date
  it), `disputes` (a tuple of `Disagreement`: what sources say differently)
- event, as it is vouched for: `claims` (a tuple of chains of `Saying`, the outermost holder first), `speech` (whether
  it only carries claims about other events)
- actor: `actor_kind`; place: `place_kind`, `latitude`, `longitude`; time: `edtf` and the bounds
- bounds are `earliest_begin`, `latest_begin`, `earliest_end`, `latest_end`: ISO 8601 text in local time, or None

Edges have `kind`, which is also their key with the role or stance: participation (event → actor; `role`, `minimum`,
`maximum`), place and time (from events), before, during, causes, sub-event (event → event), claim (actor → event;
`stance`), contained-in (place → place).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import networkx as nx
import pyoxigraph as ox

from chronotope.rdf.vocabulary import GROUP, TYPE
from chronotope.timeline.bounds import BOUNDS
from chronotope.timeline.claims import Claims, find_claims
from chronotope.timeline.disagreements import find_disagreements
from chronotope.timeline.evidence import Told, find_articles, find_evidence, first_told
from chronotope.timeline.names import Names
from chronotope.timeline.queries import graph_rows
from chronotope.timeline.salience import add_salience

_ACTOR_KINDS: Final = {
    "Person": "person",
    "Organization": "organization",
    "ArmedGroup": "armed-group",
    "State": "state",
    "Thing": "thing",
}
# A verdict may be told as a claim ("found guilty of …"), but is more than the words: only speech is folded into what it
# says, and what is of no type that we know.
_SPEECH_GROUPS: Final = ("Statement", "Other")
_UNTOLD: Final = Told((), ())

_Row = Mapping[str, str]
_Node = tuple[str, dict[str, Any]]
_Edge = tuple[str, str, str, dict[str, Any]]


def build_timeline(store: ox.Store, *, language: str = "fr", title: str = "") -> nx.MultiDiGraph[str]:
    """The timeline of everything a store holds; labels are in `language` where there are any."""
    names, articles = Names.of(store, language), find_articles(store)
    events, places = list(graph_rows(store, "events")), list(graph_rows(store, "places"))
    times = {row["time"]: row for row in graph_rows(store, "times")}
    actors = dict(_actors(store, names))
    claims = find_claims(store, articles, events={row["event"] for row in events}, holders=actors)

    timeline: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=title, language=language)
    timeline.add_nodes_from(_times(times))
    timeline.add_nodes_from(_events(events, times, names, claims))
    timeline.add_nodes_from(actors.items())
    timeline.add_nodes_from(_places(places, names))
    for begin, end, key, attributes in _edges(store, events, places, claims):
        if begin in timeline and end in timeline:
            timeline.add_edge(begin, end, key=key, **attributes)

    _add_told(timeline, find_evidence(store, articles))
    for event, disagreements in find_disagreements(store).items():
        if event in timeline:
            timeline.nodes[event]["disputes"] = disagreements
    add_salience(timeline, named={row["actor"] for row in graph_rows(store, "named-actors")})
    return timeline


def events_of(timeline: nx.MultiDiGraph[str]) -> list[str]:
    """The events of a timeline, in the order of their bounds; undated ones last.

    Of two with the same earliest begin the narrower comes first; of two with the same time the one that is told first.
    """
    events = [iri for iri, attributes in timeline.nodes(data=True) if attributes["kind"] == "event"]
    return sorted(events, key=lambda iri: (*_sort_key(timeline.nodes[iri]), iri))


def _sort_key(event: Mapping[str, Any]) -> tuple[bool, str, str, str, tuple[str, str, int]]:
    """What is known to begin at a time comes before what only ended by then; nothing known comes last."""
    begin = event["earliest_begin"] or event["latest_begin"] or event["earliest_end"] or event["latest_end"]
    end = event["latest_end"] or event["latest_begin"] or "9999"
    return begin is None, begin or "", end, event["edtf"], first_told(event["evidence"])


def _bounds(row: _Row) -> dict[str, str | None]:
    return {bound: row.get(bound) for bound in BOUNDS}


def _times(times: Mapping[str, _Row]) -> Iterator[_Node]:
    for iri, row in times.items():
        yield iri, {"kind": "time", "label": row["edtf"], "edtf": row["edtf"], **_bounds(row)}


def _events(events: Iterable[_Row], times: Mapping[str, _Row], names: Names, claims: Claims) -> Iterator[_Node]:
    for row in events:
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
                "disputes": (),
                "claims": claims.chains.get(row["event"], ()),
                "speech": row["event"] in claims.speech and group in _SPEECH_GROUPS,
                "edtf": time["edtf"],
                "granularity": time.get("granularity", "").rpartition("#unit")[2].lower(),
                "basis": time["basis"].rpartition("#")[2],
                **_bounds(time),
            },
        )


def _add_told(timeline: nx.MultiDiGraph[str], told: Mapping[str, Told]) -> None:
    for iri, event in timeline.nodes(data=True):
        if event["kind"] == "event":
            evidence, time_words = told.get(iri, _UNTOLD)
            event.update(evidence=evidence, mentions=len(evidence), time_words=time_words)


def _actors(store: ox.Store, names: Names) -> Iterator[_Node]:
    classes: dict[str, list[str]] = defaultdict(list)
    for row in graph_rows(store, "actors"):
        classes[row["actor"]].append(row["class"])
    for actor, found in classes.items():
        kinds = [_ACTOR_KINDS[name] for name in found if name in _ACTOR_KINDS]
        kind = kinds[0] if kinds else "group"
        yield actor, {"kind": "actor", "label": names.label(actor), "names": names.every(actor), "actor_kind": kind}


def _places(places: Iterable[_Row], names: Names) -> Iterator[_Node]:
    for row in places:
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


def _edges(store: ox.Store, events: Sequence[_Row], places: Sequence[_Row], claims: Claims) -> Iterator[_Edge]:
    for row in events:
        yield row["event"], row["time"], "time", {"kind": "time"}
    for row in graph_rows(store, "participations"):
        counts = {name: int(row[name]) if name in row else None for name in ("minimum", "maximum")}
        key = f"participation/{row['role']}"
        yield row["event"], row["actor"], key, {"kind": "participation", "role": row["role"], **counts}
    for begin, kind, end in sorted((row["from"], row["kind"], row["to"]) for row in graph_rows(store, "links")):
        yield begin, end, kind, {"kind": kind}
    for row in places:
        if "container" in row:
            yield row["place"], row["container"], "contained-in", {"kind": "contained-in"}
    for holder, event, stance in claims.vouchers():
        yield holder, event, f"claim/{stance}", {"kind": "claim", "stance": stance}
