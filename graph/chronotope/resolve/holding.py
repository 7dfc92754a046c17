"""Holds accounts together: places and actors by what they are, reports by the event they tell of, times by all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from chronotope.garbage import no_collecting
from chronotope.gazetteer import fold
from chronotope.lexicon import Lexicon
from chronotope.model import Actor, Claim, Contradiction, Dispute, Event, Knowledge, Merge, Place, TimeSpan
from chronotope.resolve.accounts import Account
from chronotope.resolve.actors import ActorReading, actors_by_mention, hold_actors
from chronotope.resolve.claims import resolve_claims
from chronotope.resolve.copies import find_copies
from chronotope.resolve.decisions import Decisions, correct_held
from chronotope.resolve.disputes import disputes_of
from chronotope.resolve.events import (
    events_by_mention,
    hold_event,
    names_of,
    order_events,
    order_of_reports,
    told_of,
    with_causes,
)
from chronotope.resolve.held_times import held_times
from chronotope.resolve.memory import Memory
from chronotope.resolve.merging import merge_reports
from chronotope.resolve.naming import id_from_mentions, is_named_by_mentions
from chronotope.resolve.places import hold_places, places_by_mention, with_entries
from chronotope.resolve.profiles import Profile, profiles_of
from chronotope.resolve.reports import Report, pairs_told, reports_of

# What is told to cause something is told within a sentence of it.
_NEAR: Final = 1


@dataclass(frozen=True, slots=True)
class _Setting:
    """What is held of all articles before any event is."""

    accounts: Sequence[Account]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    fillers: Mapping[str, str]
    """Ids of mentions of actors and places → ids of what they name."""
    copies: Mapping[str, str]
    decisions: Decisions
    lexicon: Lexicon


def hold(
    accounts: Iterable[Account],
    lexicon: Lexicon,
    decisions: Decisions | None = None,
    memory: Memory | None = None,
) -> Knowledge:
    """What many accounts and a person's decisions come to; the order of the accounts does not matter.

    `memory` spares judging what was judged before; the result is the same without it.
    """
    with no_collecting():
        return _held(accounts, lexicon, decisions or Decisions(), memory or Memory())


def _held(accounts: Iterable[Account], lexicon: Lexicon, decisions: Decisions, memory: Memory) -> Knowledge:
    setting = _set(sorted(accounts, key=lambda account: account.article), lexicon, decisions)
    reports = [_reports(account, setting) for account in setting.accounts]
    together, merges = _merged(reports, setting, memory)
    told_by, events = _events(together, setting)
    claims = resolve_claims(setting.accounts, setting.fillers, events_by_mention(events))
    events, contradictions = _in_time(events, told_by, reports, claims, setting)
    return Knowledge(
        actors=setting.actors,
        places=setting.places,
        events=tuple(sorted(events, key=lambda event: event.id)),
        claims=claims,
        merges=merges,
        disputes=tuple(sorted(_disputes(events, told_by, setting), key=lambda dispute: dispute.id)),
        contradictions=contradictions,
        copies=tuple((f"article/{one}", f"article/{text}") for one, text in setting.copies.items() if one != text),
        replaced=tuple(sorted(set(_replaced(events, told_by, setting)))),
    )


def profiles_held(accounts: Iterable[Account], lexicon: Lexicon) -> list[Profile]:
    """The reports of accounts as they are held against each other: what the merging model is fitted to."""
    setting = _set(sorted(accounts, key=lambda account: account.article), lexicon, Decisions())
    return list(_profiles([_reports(account, setting) for account in setting.accounts], setting))


def _set(accounts: Sequence[Account], lexicon: Lexicon, decisions: Decisions) -> _Setting:
    copies = find_copies({account.article: account.sketch for account in accounts})
    actors = hold_actors(
        (reading for account in accounts for reading in _actors_of(account, copies)),
        lexicon,
        same=decisions.same,
        different=decisions.different,
    )
    found = hold_places((reading for account in accounts for reading in account.places), lexicon.gazetteer)
    # "Des soldats britanniques": nobody names the country.
    unnamed = [*decisions.places.values(), *(actor.country for actor in actors)]
    places = with_entries(found, unnamed, lexicon.gazetteer)
    fillers = {**places_by_mention(places), **actors_by_mention(actors)}
    return _Setting(accounts, actors, places, fillers, copies, decisions, lexicon)


def _actors_of(account: Account, copies: Mapping[str, str]) -> Iterator[ActorReading]:
    """The actors of an account; who has no name is the same in every copy of a text that calls him so once."""
    if account.article not in copies:
        yield from account.actors
        return
    called = Counter((reading.kind, fold(reading.names[0].text)) for reading in account.actors if reading.names)
    for reading in account.actors:
        kind, words = reading.kind, fold(reading.names[0].text) if reading.names else ""
        if reading.key is None and called[kind, words] == 1:
            yield replace(reading, key=f"text {copies[account.article]} {kind} {words}")
        else:
            yield reading


def _reports(account: Account, setting: _Setting) -> list[Report]:
    decisions = setting.decisions
    return list(reports_of(account, setting.fillers, wrong=decisions.wrong, apart=decisions.different))


def _merged(
    reports: Sequence[Sequence[Report]], setting: _Setting, memory: Memory
) -> tuple[list[list[Report]], tuple[Merge, ...]]:
    profiles = list(_profiles(reports, setting))
    decisions = setting.decisions
    groups, merges = merge_reports(profiles, same=decisions.same, different=decisions.different, memory=memory)
    return [[profiles[number].report for number in group] for group in groups], merges


def _profiles(reports: Sequence[Sequence[Report]], setting: _Setting) -> Iterator[Profile]:
    places = {place.id: place for place in setting.places}
    for account, its in zip(setting.accounts, reports, strict=True):
        yield from profiles_of(
            account,
            its,
            text=setting.copies.get(account.article, account.article),
            fillers=setting.fillers,
            places=places,
            lexicon=setting.lexicon,
        )


def _events(together: Sequence[Sequence[Report]], setting: _Setting) -> tuple[dict[str, Sequence[Report]], list[Event]]:
    """The events of groups of reports, and each group by the id of its event."""
    names = names_of(setting.actors, setting.places)
    places = {place.id: place for place in setting.places}
    told_by: dict[str, Sequence[Report]] = {}
    events = []
    for reports in together:
        event = hold_event(reports, texts=setting.copies, fillers=setting.fillers, names=names, places=places)
        told_by[event.id] = reports
        events.append(event)
    return told_by, list(correct_held(events, setting.decisions, setting.places))


def _in_time(
    events: Sequence[Event],
    told_by: Mapping[str, Sequence[Report]],
    reports: Sequence[Sequence[Report]],
    claims: Sequence[Claim],
    setting: _Setting,
) -> tuple[list[Event], tuple[Contradiction, ...]]:
    """Events in their order, with their causes, each as closely dated as all that is said allows."""
    event_of = {report.id: id_ for id_, its in told_by.items() for report in its}
    stated = {(event_of[one], event_of[other]) for its in reports for one, other in pairs_told(its)}
    near = {(event_of[one], event_of[other]) for its in reports for one, other in pairs_told(its, furthest=_NEAR)}
    ordered = order_events(events, [*order_of_reports(events, claims), *stated])
    # What articles tell in both orders is in one of them now: a cause comes before what it causes.
    kept = {(event.id, later) for event in ordered for later in event.before}
    caused = with_causes(ordered, sorted(near & kept), setting.lexicon)
    told = {event.id: told_of(told_by[event.id]) for event in caused if not _is_dated_by_hand(event, setting)}
    held = held_times(
        caused,
        told,
        before=[(event.id, later, "stated order") for event in caused for later in event.before],
        causes=[(event.id, effect) for event in caused for effect in event.causes],
    )
    return [_timed(event, *held.times[event.id]) for event in caused], held.contradictions


def _is_dated_by_hand(event: Event, setting: _Setting) -> bool:
    return any(mention in setting.decisions.dates for mention in event.mentions)


def _timed(event: Event, span: TimeSpan, reasons: tuple[str, ...]) -> Event:
    return replace(event, time=span, time_reasons=reasons if span.basis == "inferred" else ())


def _disputes(events: Iterable[Event], told_by: Mapping[str, Sequence[Report]], setting: _Setting) -> Iterator[Dispute]:
    names = {id_: labels[0].text for id_, labels in names_of(setting.actors, setting.places).items()}
    places = {place.id: place for place in setting.places}
    for event in events:
        if event.sources > 1:
            yield from disputes_of(event, told_by[event.id], texts=setting.copies, names=names, places=places)


def _replaced(
    events: Iterable[Event], told_by: Mapping[str, Sequence[Report]], setting: _Setting
) -> Iterator[tuple[str, str]]:
    """The ids that what is held would have by one article alone, where it has another now."""
    for event in events:
        for report in told_by[event.id]:
            yield from _other_id("event", [telling.id for telling in report.tellings], event.id)
    for account in setting.accounts:
        for actor in account.actors:
            yield from _other_id("actor", actor.mentions, setting.fillers[actor.mentions[0]])
        for place in account.places:
            if place.entry is None:
                yield from _other_id("place", place.mentions, setting.fillers[place.mentions[0]])


def _other_id(kind: str, mentions: Sequence[str], held: str) -> Iterator[tuple[str, str]]:
    alone = id_from_mentions(kind, mentions)
    if alone != held and is_named_by_mentions(held):
        yield alone, held
