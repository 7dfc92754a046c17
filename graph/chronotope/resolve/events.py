"""Resolves events: `EventMention` → `Event`. For now every mention is an event of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

import networkx as nx

from chronotope.mentions import DATELINE, ActorMention, EventMention, Extraction, Role
from chronotope.model import Actor, Event, Label, Participation, Place, TimeSpan
from chronotope.registry import language_named
from chronotope.resolve.actors import actors_by_mention
from chronotope.resolve.naming import id_from_mentions
from chronotope.resolve.places import places_by_mention
from chronotope.resolve.times import after_dateline, before_dateline, dateline_span, resolve_times


def resolve_events(
    extractions: Iterable[Extraction], actors: Sequence[Actor], places: Sequence[Place]
) -> tuple[Event, ...]:
    """The events of all extractions, sorted by id."""
    fillers = {**places_by_mention(places), **actors_by_mention(actors)}
    names = {actor.id: actor.labels for actor in actors} | {place.id: place.labels for place in places}
    events = [event for extraction in extractions for event in _events_of(extraction, fillers, names)]
    return tuple(sorted(events, key=lambda event: event.id))


def event_id(mention: str) -> str:
    """The id of the event of one mention."""
    return id_from_mentions("event", [mention])


def spans_of_events(extraction: Extraction) -> Iterable[tuple[EventMention, TimeSpan | None]]:
    """Each event mention with the time that its article gives it, None when it says nothing."""
    dateline = extraction.article.date
    readings = resolve_times(extraction.times, dateline)
    for mention in extraction.events:
        if mention.time == DATELINE:
            yield mention, None if dateline is None else dateline_span(dateline)
        else:
            yield mention, None if mention.time is None else readings[mention.time].span


def _events_of(
    extraction: Extraction, fillers: Mapping[str, str], names: Mapping[str, Sequence[Label]]
) -> Iterator[Event]:
    counted = {actor.id: actor for actor in extraction.actors}
    for mention, span in spans_of_events(extraction):
        participations = _participations(mention, counted, fillers)
        yield _event(mention, extraction, span, participations, fillers, names)


def _event(
    mention: EventMention,
    extraction: Extraction,
    span: TimeSpan | None,
    participations: tuple[Participation, ...],
    fillers: Mapping[str, str],
    names: Mapping[str, Sequence[Label]],
) -> Event:
    places = tuple(sorted({fillers[place] for place in mention.places}))
    return Event(
        id=event_id(mention.id),
        labels=(_label(mention, extraction.article.language, participations, places, names),),
        type=mention.type,
        status=mention.status,
        time=span or _time_untold(mention, extraction),
        mentions=(mention.id,),
        participations=participations,
        places=places,
        before=(),
        confidence=mention.confidence,
    )


def _time_untold(mention: EventMention, extraction: Extraction) -> TimeSpan:
    """What tense tells of an event that has no date: told before the dateline, or planned after it."""
    if mention.status == "planned":
        return after_dateline(extraction.article.date)
    if mention.status == "hypothetical":
        return before_dateline(None)
    return before_dateline(extraction.article.date)


def _participations(
    mention: EventMention, counted: Mapping[str, ActorMention], fillers: Mapping[str, str]
) -> tuple[Participation, ...]:
    found: dict[tuple[Role, str], list[str]] = defaultdict(list)
    for argument in mention.arguments:
        found[argument.role, fillers[argument.filler]].append(argument.filler)
    return tuple(
        Participation(
            role=role,
            actor=actor,
            mentions=tuple(sorted(mentions)),
            minimum=min(_counts(counted, mentions, "minimum"), default=None),
            maximum=max(_counts(counted, mentions, "maximum"), default=None),
        )
        for (role, actor), mentions in sorted(found.items())
    )


def _counts(
    actors: Mapping[str, ActorMention], mentions: Iterable[str], bound: Literal["minimum", "maximum"]
) -> list[int]:
    counts = (getattr(actors[mention], bound) for mention in mentions if mention in actors)
    return [count for count in counts if count is not None]


def _label(
    mention: EventMention,
    language: str,
    participations: Sequence[Participation],
    places: Sequence[str],
    names: Mapping[str, Sequence[Label]],
) -> Label:
    """ "errent : sept terroristes de l'Etat islamique, Kaboul": the trigger, who, where."""
    things = [part.actor for part in participations] + list(places)
    told = [_name(names[thing], language) for thing in dict.fromkeys(things)]
    colon = language_named(language).colon
    return Label(mention.text + (colon + ", ".join(told) if told else ""), language)


def _name(labels: Sequence[Label], language: str) -> str:
    return next((label.text for label in labels if label.language == language), labels[0].text)


def order_by_speech(events: Sequence[Event], reports: Iterable[tuple[str, str]]) -> tuple[Event, ...]:
    """Order events by who tells of them: what is reported came before the telling, what is announced comes after.

    `reports` pairs a speech event with an event it tells of. A pair that would close a circle is left out.
    """
    by_id = {event.id: event for event in events}
    order: nx.DiGraph[str] = nx.DiGraph()
    for speech, told in sorted(reports):
        status = by_id[told].status
        if status not in ("reported", "actual", "planned") or speech == told:
            continue
        earlier, later = (speech, told) if status == "planned" else (told, speech)
        if not (order.has_node(later) and order.has_node(earlier) and nx.has_path(order, later, earlier)):
            order.add_edge(earlier, later)
    return tuple(
        replace(event, before=tuple(sorted(order.successors(event.id)))) if event.id in order else event
        for event in events
    )
