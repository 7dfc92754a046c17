"""Resolves events: reports of one event → `Event`, with what all its articles say together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from chronotope.lexicon import Lexicon
from chronotope.mentions import Status
from chronotope.model import Actor, Claim, Event, Label, Place, TimeSpan
from chronotope.registry import language_named
from chronotope.resolve.constraints import Told
from chronotope.resolve.naming import id_from_mentions
from chronotope.resolve.order import Order
from chronotope.resolve.profiles import containers
from chronotope.resolve.reports import Report, participations_of
from chronotope.resolve.times import after_dateline, before_dateline

# What one article asserts is not made less by another that only reports it; denial is the last word of no one.
_STRONGEST: Mapping[Status, int] = {"actual": 0, "reported": 1, "planned": 2, "hypothetical": 3, "denied": 4}


def hold_event(
    reports: Sequence[Report],
    *,
    texts: Mapping[str, str],
    fillers: Mapping[str, str],
    names: Mapping[str, Sequence[Label]],
    places: Mapping[str, Place],
) -> Event:
    """The event of some reports. `texts` names the text of articles that are copies, which count once."""
    ordered = sorted(reports, key=lambda report: (report.date is None, str(report.date), report.id))
    votes = list({texts.get(report.article, report.article): report for report in reversed(ordered)}.values())
    tellings = [telling for report in ordered for telling in report.tellings]
    mentions = tuple(sorted(telling.id for telling in tellings))
    where = _most_specific({place for report in ordered for place in report.places}, places)
    participations = participations_of(tellings, fillers)
    status = min((report.status for report in ordered), key=lambda status: _STRONGEST[status])
    return Event(
        id=id_from_mentions("event", mentions),
        labels=tuple(_labels(ordered, where, fillers, names)),
        type=_type(votes),
        status=status,
        time=next((report.time for report in ordered if report.time is not None), None) or _untold(status, ordered[0]),
        mentions=mentions,
        participations=participations,
        places=where,
        sources=len(votes),
        confidence=max(telling.confidence for telling in tellings),
    )


def events_by_mention(events: Iterable[Event]) -> Mapping[str, str]:
    """Ids of mentions → ids of the events they tell of."""
    return {mention: event.id for event in events for mention in event.mentions}


def told_of(reports: Iterable[Report]) -> tuple[Told, ...]:
    """What each article says of when the event is, with its own date."""
    return tuple(Told(report.article, report.time, report.status, report.date) for report in reports)


def names_of(actors: Iterable[Actor], places: Iterable[Place]) -> Mapping[str, Sequence[Label]]:
    """The labels of what takes part in events, by id."""
    return {actor.id: actor.labels for actor in actors} | {place.id: place.labels for place in places}


def _type(reports: Sequence[Report]) -> str:
    """The type of most reports; of those that are as often, the one told with most confidence."""
    counts = Counter(report.type for report in reports)
    sure = {report.type: max(telling.confidence for telling in report.tellings) for report in reports}
    return min(counts, key=lambda type_: (-counts[type_], -sure[type_], type_))


def _most_specific(found: Iterable[str], places: Mapping[str, Place]) -> tuple[str, ...]:
    """Places less those that hold another of them: who names the town knows more than who names its country."""
    known = set(found)
    holders = {holder for place in known for holder in containers(place, places)}
    return tuple(sorted(known - holders))


def _untold(status: Status, report: Report) -> TimeSpan:
    """What tense tells of an event that has no date: told before the dateline, or planned after it."""
    if status == "planned":
        return after_dateline(report.date)
    return before_dateline(None if status == "hypothetical" else report.date)


def _labels(
    reports: Sequence[Report],
    places: Sequence[str],
    fillers: Mapping[str, str],
    names: Mapping[str, Sequence[Label]],
) -> Iterator[Label]:
    """One label a language, from the first report of it: "errent : sept terroristes de l'Etat islamique, Kaboul"."""
    firsts = {report.language: report for report in reversed(reports)}
    for language in sorted(firsts):
        report = firsts[language]
        actors = [part.actor for part in participations_of(report.tellings, fillers)]
        told = [_name(names[thing], language) for thing in dict.fromkeys([*actors, *(report.places or places)])]
        colon = language_named(language).colon
        yield Label(report.first.word + (colon + ", ".join(dict.fromkeys(told)) if told else ""), language)


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
    order = Order()
    for earlier, later in sorted(set(pairs)):
        if earlier != later and not is_dated_before(by_id[later], by_id[earlier]):
            order.add(earlier, later)
    following = {event.id: order.after(event.id) for event in events}
    return tuple(replace(event, before=its) if (its := following[event.id]) else event for event in events)


def with_causes(events: Sequence[Event], told: Iterable[tuple[str, str]], lexicon: Lexicon) -> tuple[Event, ...]:
    """Events with what they caused: what happened after them, by the text, and is of a type that theirs may cause.

    `told` pairs ids of events, the earlier first.
    """
    by_id = {event.id: event for event in events}
    effects: dict[str, set[str]] = defaultdict(set)
    for first, second in told:
        cause, effect = by_id[first], by_id[second]
        happened = first != second and {cause.status, effect.status} <= {"actual", "reported"}
        if happened and effect.type in lexicon.effects.get(cause.type, ()) and not is_dated_before(effect, cause):
            effects[first].add(second)
    return tuple(
        replace(event, causes=tuple(sorted(effects[event.id]))) if event.id in effects else event for event in events
    )


def is_dated_before(one: Event, other: Event) -> bool:
    """Whether the dates of two events leave no doubt that the one was over when the other began."""
    end, begin = one.time.latest_end, other.time.earliest_begin
    return end is not None and begin is not None and end < begin
