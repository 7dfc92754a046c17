"""Resolves events: `EventMention` → `Event`. Mentions of an article that refer back to one another are one event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

import networkx as nx

from chronotope.lexicon import Lexicon
from chronotope.mentions import DATELINE, ActorMention, EventMention, Extraction, Role, Status
from chronotope.model import Actor, Claim, Event, Label, Participation, Place, TimeSpan
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


def events_by_mention(events: Iterable[Event]) -> Mapping[str, str]:
    """Ids of mentions → ids of the events they tell of."""
    return {mention: event.id for event in events for mention in event.mentions}


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
    spans = {mention.id: span for mention, span in spans_of_events(extraction)}
    for mentions in _coreferent(extraction.events):
        participations = _participations(mentions, counted, fillers)
        dated = [span for mention in mentions if (span := spans[mention.id]) is not None]
        yield _event(mentions, extraction, _best_dated(dated), participations, fillers, names)


def _coreferent(mentions: Sequence[EventMention]) -> list[list[EventMention]]:
    """The mentions of an article by the event they tell of, each group in the order of the text."""
    groups: dict[str, list[EventMention]] = {}
    for mention in mentions:
        group = groups.get(mention.antecedent or "", [])
        group.append(mention)
        groups[mention.id] = group
    return list({id(group): group for group in groups.values()}.values())


def _best_dated(spans: Sequence[TimeSpan]) -> TimeSpan | None:
    """The first span that says when the event began, or the first that says anything."""
    return next((span for span in spans if span.earliest_begin is not None), spans[0] if spans else None)


def _event(
    mentions: Sequence[EventMention],
    extraction: Extraction,
    span: TimeSpan | None,
    participations: tuple[Participation, ...],
    fillers: Mapping[str, str],
    names: Mapping[str, Sequence[Label]],
) -> Event:
    places = tuple(sorted({fillers[place] for mention in mentions for place in mention.places}))
    first = mentions[0]
    status = _status(mentions)
    return Event(
        id=id_from_mentions("event", [mention.id for mention in mentions]),
        labels=(_label(first, extraction.article.language, participations, places, names),),
        type=_type(mentions),
        status=status,
        time=span or _time_untold(status, extraction),
        mentions=tuple(sorted(mention.id for mention in mentions)),
        participations=participations,
        places=places,
        before=(),
        confidence=max(mention.confidence for mention in mentions),
    )


def _status(mentions: Sequence[EventMention]) -> Status:
    """What the article itself asserts anywhere is actual; else the first mention tells."""
    return "actual" if any(mention.status == "actual" for mention in mentions) else mentions[0].status


def _type(mentions: Sequence[EventMention]) -> str:
    """The type that its mentions have most often; the surest of those that are as often."""
    counts = Counter(mention.type for mention in mentions)
    return max(mentions, key=lambda mention: (counts[mention.type], mention.confidence, mention.id)).type


def _time_untold(status: Status, extraction: Extraction) -> TimeSpan:
    """What tense tells of an event that has no date: told before the dateline, or planned after it."""
    if status == "planned":
        return after_dateline(extraction.article.date)
    if status == "hypothetical":
        return before_dateline(None)
    return before_dateline(extraction.article.date)


def _participations(
    mentions: Sequence[EventMention], counted: Mapping[str, ActorMention], fillers: Mapping[str, str]
) -> tuple[Participation, ...]:
    found: dict[tuple[Role, str], list[str]] = defaultdict(list)
    for mention in mentions:
        for argument in mention.arguments:
            found[argument.role, fillers[argument.filler]].append(argument.filler)
    return tuple(
        Participation(
            role=role,
            actor=actor,
            mentions=tuple(sorted(set(fillers_here))),
            minimum=min(_counts(counted, fillers_here, "minimum"), default=None),
            maximum=max(_counts(counted, fillers_here, "maximum"), default=None),
        )
        for (role, actor), fillers_here in sorted(found.items())
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


def order_of_reports(events: Sequence[Event], claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """What is reported came before the telling, what is announced comes after."""
    status = {event.id: event.status for event in events}
    for claim in claims:
        for told in claim.about:
            if claim.reported_by is not None and status.get(told) in ("reported", "actual", "planned"):
                pair = (told, claim.reported_by)
                yield pair[::-1] if status[told] == "planned" else pair


def order_events(events: Sequence[Event], pairs: Iterable[tuple[str, str]]) -> tuple[Event, ...]:
    """Order events by pairs of ids, the earlier first, less those that would close a circle or go against dates."""
    by_id = {event.id: event for event in events}
    order: nx.DiGraph[str] = nx.DiGraph()
    for earlier, later in sorted(set(pairs)):
        if earlier == later or _is_dated_before(by_id[later], by_id[earlier]):
            continue
        if not (order.has_node(later) and order.has_node(earlier) and nx.has_path(order, later, earlier)):
            order.add_edge(earlier, later)
    return tuple(
        replace(event, before=tuple(sorted(order.successors(event.id)))) if event.id in order else event
        for event in events
    )


def with_causes(events: Sequence[Event], told: Iterable[tuple[str, str]], lexicon: Lexicon) -> tuple[Event, ...]:
    """Events with what they caused: what happened after them, by the text, and is of a type that theirs may cause.

    `told` pairs ids of events, the earlier first.
    """
    by_id = {event.id: event for event in events}
    effects: dict[str, set[str]] = defaultdict(set)
    for first, second in told:
        cause, effect = by_id[first], by_id[second]
        happened = {cause.status, effect.status} <= {"actual", "reported"}
        if happened and effect.type in lexicon.effects.get(cause.type, ()) and not _is_dated_before(effect, cause):
            effects[first].add(second)
    return tuple(
        replace(event, causes=tuple(sorted(effects[event.id]))) if event.id in effects else event for event in events
    )


def _is_dated_before(one: Event, other: Event) -> bool:
    end, begin = one.time.latest_end, other.time.earliest_begin
    return end is not None and begin is not None and end < begin
