"""Reads a graph for those who show it: our own, or one that somebody else made and that only looks like ours.

This is the one door. Behind it every node has what `build.py` describes, of the types it describes, and bounds in
seconds; so nobody after it asks again. What cannot be read is not known: a number out of range, a date that is none.
Nodes and edges that are of no kind we know are left out. Only what must be a mistake is a problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Final

import networkx as nx

from chronotope.errors import UnreadableGraph
from chronotope.timeline.bounds import bounds_of
from chronotope.timeline.claims import Chain, Saying
from chronotope.timeline.disagreements import Disagreement, Version
from chronotope.timeline.evidence import Evidence

Attributes = Mapping[str, Any]  # of nodes and edges: texts, numbers and tuples alike
Nodes = Mapping[str, Attributes]
Edges = Sequence[tuple[str, str, Attributes]]

_MOST: Final = 2**53
"""Beyond it JavaScript does not count in ones."""

_EDGES: Final = frozenset(
    {
        ("participation", "event", "actor"),
        ("participation", "event", "place"),  # a country takes part, and stands on the map
        ("claim", "actor", "event"),
        ("place", "event", "place"),
        ("contained-in", "place", "place"),
        ("before", "event", "event"),
        ("causes", "event", "event"),
        ("during", "event", "event"),
        ("sub-event", "event", "event"),
    }
)
"""The kinds of edges, with the kinds of things that each goes from and to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenGraph:
    """Events, actors and places by identifier, and the edges between them. Events have `bounds`, in seconds.

    What an edge does not have is not among its attributes.
    """

    nodes: Nodes
    edges: Edges


def read_graph(timeline: nx.MultiDiGraph[Any]) -> GivenGraph:  # Any: identifiers become text here
    """Read a graph; it stays as it is. Raises `UnreadableGraph`.

    >>> timeline = nx.MultiDiGraph()
    >>> timeline.add_node(1, kind="event", confidence=float("nan"), earliest_begin="1970-01-02")
    >>> timeline.add_node(2, kind="actor", label="army")
    >>> timeline.add_edge(1, 2, kind="participation", role=None)
    0
    >>> given = read_graph(timeline)
    >>> given.nodes["1"]["label"], given.nodes["1"]["confidence"], given.nodes["1"]["bounds"]
    ('1', 1.0, (86400.0, None, None, None))
    >>> given.edges
    [('1', '2', {'kind': 'participation'})]
    """
    nodes = read_nodes(timeline)
    return GivenGraph(nodes=nodes, edges=list(_edges(timeline, nodes)))


def read_nodes(timeline: nx.MultiDiGraph[Any]) -> Nodes:
    """The nodes of a graph alone. Raises `UnreadableGraph`."""
    readers = {"event": _event, "actor": _actor, "place": _place}
    nodes: dict[str, Attributes] = {}
    for node, data in timeline.nodes(data=True):
        kind = data.get("kind")
        read = readers.get(kind) if isinstance(kind, str) else None
        if read is not None:
            name = str(node)
            if name in nodes:
                raise UnreadableGraph(name, "id", "two nodes have it, as text and as number", remedy="rename one")
            nodes[name] = read(name, data)
    return nodes


def _edges(timeline: nx.MultiDiGraph[Any], nodes: Nodes) -> Iterator[tuple[str, str, Attributes]]:
    kinds = {name: data["kind"] for name, data in nodes.items()}
    for source, target, data in timeline.edges(data=True):
        kind = data.get("kind")
        begin, end = str(source), str(target)
        if isinstance(kind, str) and (kind, kinds.get(begin), kinds.get(end)) in _EDGES:
            yield begin, end, _edge(kind, data)


def _edge(kind: str, data: Attributes) -> Attributes:
    edge: dict[str, object] = {"kind": kind}
    for name in ("role", "stance"):
        if name in data and (text := _text(data[name])):
            edge[name] = text
    for name in ("minimum", "maximum"):
        if name in data and (number := _number(data[name], 0, _MOST)) is not None:
            edge[name] = number
    return edge


def _event(node: str, data: Attributes) -> Attributes:
    get = data.get
    type_, group = _text(get("type")), _text(get("group"))
    evidence = _evidence(node, get("evidence"))
    return {
        "kind": "event",
        "label": _label(node, data),
        "type": type_,
        "type_label": _text(get("type_label"), type_),
        "group": group,
        "group_label": _text(get("group_label"), group),
        "status": _text(get("status"), "reported"),
        "edtf": _text(get("edtf")),
        "granularity": _text(get("granularity")),
        "basis": _text(get("basis")),
        "bounds": bounds_of(data, node),
        "confidence": _number_or(get("confidence"), 1.0, 1),
        "salience": _number_or(get("salience"), 0.5, 1),
        "sources": _number_or(get("sources"), 1, _MOST),
        "mentions": _number_or(get("mentions"), len(evidence), _MOST),
        "speech": bool(_number_or(get("speech"), 0, 1)),
        "evidence": evidence,
        "claims": _claims(node, get("claims")),
        "time_words": _time_words(node, get("time_words")),
        "disputes": _disputes(node, get("disputes")),
    }


def _actor(node: str, data: Attributes) -> Attributes:
    return {"kind": "actor", **_named(node, data), "actor_kind": _text(data.get("actor_kind"))}


def _place(node: str, data: Attributes) -> Attributes:
    return {
        "kind": "place",
        **_named(node, data),
        "place_kind": _text(data.get("place_kind")) or None,
        "latitude": _number(data.get("latitude"), -90, 90),
        "longitude": _number(data.get("longitude"), -180, 180),
    }


def _named(node: str, data: Attributes) -> dict[str, str]:
    label, names = _label(node, data), data.get("names")
    return {"label": label, "names": " | ".join(map(_text, names)) if isinstance(names, list) else _text(names, label)}


def _label(node: str, data: Attributes) -> str:
    """What a node is called; one without a name is called by the end of its IRI."""
    return _text(data.get("label")) or node.rpartition("/")[2] or node


def _text(value: object, otherwise: str = "") -> str:
    if type(value) is str:
        return value or otherwise
    if value is None or (isinstance(value, float) and value != value):  # noqa: PLR0124  # NaN: nothing, in pandas
        return otherwise
    return str(value) or otherwise


def _number_or(value: object, otherwise: float, high: float) -> float:
    number = _number(value, 0, high)
    return otherwise if number is None else number


def _number(value: Any, low: float, high: float) -> float | None:  # Any: whatever float() may make a number of
    if value is None:
        return None
    if type(value) is not int and type(value) is not float:
        try:
            value = float(value)
        except (TypeError, ValueError, OverflowError):
            return None
    # What is no number, or endless, is not between these two either.
    return value if low <= value <= high else None


def _items(node: str, name: str, given: object) -> Iterable[Any]:  # Any: each reader looks at them itself
    if type(given) is tuple:
        return given
    if given is None or (isinstance(given, float) and given != given):  # noqa: PLR0124  # NaN: nothing, in pandas
        return ()
    if isinstance(given, Iterable) and not isinstance(given, str | bytes | Mapping):
        return given
    raise UnreadableGraph(node, name, f"{type(given).__name__} is no list", remedy="give a list, or leave it out")


def _evidence(node: str, given: object) -> tuple[Any, ...]:
    return tuple(item if _is_sound(item) else _read_evidence(node, item) for item in _items(node, "evidence", given))


_fields_of = attrgetter(*Evidence._fields)


def _is_sound(item: Any) -> bool:
    """Whether evidence is as it should be: making it anew would take longer than all else that is read here."""
    try:
        types = tuple(map(type, _fields_of(item)))
    except AttributeError:
        return False
    return _are_sound(types) and 0 <= item.begin <= item.end <= len(item.sentence)


@cache
def _are_sound(types: tuple[type, ...]) -> bool:
    article, title, date, url, publisher, sentence, begin, end, offset, before, after = types
    texts, numbers = {article, sentence, before, after}, {begin, end, offset}
    return texts == {str} and numbers == {int} and {title, date, url, publisher} <= {str, type(None)}


def _read_evidence(node: str, item: object) -> Evidence:
    article, said = _text(getattr(item, "article", None)), getattr(item, "sentence", None)
    # A sentence of no letters may be all that is left of one.
    if not article or said is None:
        raise UnreadableGraph(
            node, "evidence", f"{type(item).__name__} without article or sentence",
            remedy="give each the attributes of chronotope.timeline.evidence.Evidence",
        )  # fmt: skip
    sentence = _text(said)
    begin, end, offset = (int(_number_or(getattr(item, name, 0), 0, _MOST)) for name in ("begin", "end", "offset"))
    title, date, url, publisher = (
        _text(getattr(item, name, None)) or None for name in ("title", "date", "url", "publisher")
    )
    end = min(end, len(sentence))
    return Evidence(
        article=article, title=title, date=date, url=url, publisher=publisher, sentence=sentence,
        begin=min(begin, end), end=end, offset=offset,
        before=_text(getattr(item, "before", None)), after=_text(getattr(item, "after", None)),
    )  # fmt: skip


def _claims(node: str, given: object) -> tuple[Chain, ...]:
    try:
        return tuple(
            tuple(
                Saying(str(said.holder), _text(said.stance), _text(said.words), _text(said.speech) or None)
                for said in _items(node, "claims", chain)
            )
            for chain in _items(node, "claims", given)
        )
    except AttributeError as problem:
        raise UnreadableGraph(
            node, "claims", str(problem), remedy="give chains of chronotope.timeline.claims.Saying"
        ) from None


def _time_words(node: str, given: object) -> tuple[str, ...]:
    words = (given,) if isinstance(given, str) else _items(node, "time_words", given)
    return tuple(filter(None, map(_text, words)))


def _disputes(node: str, given: object) -> tuple[Disagreement, ...]:
    try:
        return tuple(
            Disagreement(
                _text(said.aspect),
                tuple(Version(_text(each.value), tuple(map(str, each.articles))) for each in said.versions),
            )
            for said in _items(node, "disputes", given)
        )
    except (AttributeError, TypeError) as problem:
        raise UnreadableGraph(
            node, "disputes", str(problem), remedy="give chronotope.timeline.disagreements.Disagreement"
        ) from None
