"""What the page tells of actors, places, articles, types and statuses, beyond what pyvis draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from functools import cache
from urllib.parse import urlsplit

from chronotope.registry import installed_languages
from chronotope.show.html.appearance import MARKS, colours_of, mark_of
from chronotope.show.html.packing import Json
from chronotope.show.html.when import in_words
from chronotope.timeline.given import Attributes, Edges, Nodes


def actor_content(nodes: Nodes, edges: Edges, opening: Container[str] = ()) -> dict[str, Json]:
    """The actors: first those of most events in the stretch that the page opens with, then those of most events."""
    parts = _parts_in_events(edges)
    counts = Counter(actor for actor, _ in parts)
    seen = Counter(actor for actor, event in parts if event in opening)
    actors = _of_kind(nodes, "actor")
    actors.sort(key=lambda actor: (-seen[actor[0]], -counts[actor[0]], actor[1]["label"], actor[0]))
    return {
        actor: {"actorKind": data["actor_kind"], "count": counts[actor], "chip": _names_somebody(data)}
        for actor, data in actors
    }


def place_content(nodes: Nodes, edges: Edges) -> dict[str, Json]:
    """The places, the one of most events first; `container` is the place that each lies in."""
    containers: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for source, target, data in edges:
        if data["kind"] == "contained-in":
            containers[source] = min(target, containers.get(source, target))
        elif data["kind"] == "place":
            counts[target] += 1
    places = _of_kind(nodes, "place")
    places.sort(key=lambda place: (-counts[place[0]], place[1]["label"], place[0]))
    return {
        place: {
            "placeKind": data["place_kind"],
            "latitude": data["latitude"],
            "longitude": data["longitude"],
            "container": containers.get(place),
            "count": counts[place],
        }
        for place, data in places
    }


def article_content(events: Iterable[Attributes], language: str) -> dict[str, Json]:
    """The articles that events are told by, in the order of their dates."""
    told = {item.article: item for data in events for item in data["evidence"]}
    articles = sorted(told.values(), key=lambda item: (item.date is None, item.date or "", item.article))
    return {
        item.article: {
            "title": item.title,
            "date": in_words(item.date, language) if item.date else None,
            "iso": item.date,
            "url": safe_link(item.url),
            "publisher": item.publisher,
        }
        for item in articles
    }


def type_content(events: Iterable[Attributes]) -> dict[str, Json]:
    """The types of events that occur, each with its group, by the names of groups and types."""
    labels = {(data["group_label"], data["type_label"], data["type"]): data["group"] for data in events}
    return {name: {"label": label, "group": labels[known]} for known in sorted(labels) for _, label, name in [known]}


def group_content(events: Iterable[Attributes]) -> dict[str, Json]:
    """The groups of event types that occur, with their colours, by name."""
    labels = {data["group"]: data["group_label"] for data in events}
    colours = colours_of(labels)
    return {
        group: {"label": labels[group], "colour": colours[group]}
        for group in sorted(labels, key=lambda group: (labels[group], group))
    }


def status_content(events: Iterable[Attributes]) -> dict[str, Json]:
    """The statuses that occur, with their marks, from what happened to what was denied."""
    found = {data["status"] for data in events}
    order = [*MARKS, *sorted(found - MARKS.keys())]
    marks = {status: mark_of(status) for status in order if status in found}
    return {
        status: {"shape": mark.shape, "filled": mark.filled, "dashed": mark.dashed} for status, mark in marks.items()
    }


def safe_link(url: str | None) -> str | None:
    """The address if a click on it can do no more than open a web page, else None.

    >>> safe_link("https://example.org/a"), safe_link("javascript:alert(1)"), safe_link("//example.org")
    ('https://example.org/a', None, None)
    """
    if url is None or any(character.isspace() or not character.isprintable() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def _of_kind(nodes: Nodes, kind: str) -> list[tuple[str, Attributes]]:
    return [(node, data) for node, data in nodes.items() if data["kind"] == kind]


def _parts_in_events(edges: Edges) -> set[tuple[str, str]]:
    """Pairs of an actor and an event in which it takes part, or of which it says something."""
    parts: set[tuple[str, str]] = set()
    for source, target, data in edges:
        if data["kind"] == "participation":
            parts.add((target, source))
        elif data["kind"] == "claim":
            parts.add((source, target))
    return parts


def _names_somebody(actor: Attributes) -> bool:
    """Whether an actor is worth a chip: no thing, and no pronoun that nobody resolved."""
    return actor["actor_kind"] != "thing" and actor["label"].lower() not in _pronouns()


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(word for language in installed_languages().values() for word in language.personal_pronouns)
