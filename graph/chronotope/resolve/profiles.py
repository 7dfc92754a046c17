"""What a report is known by, made ready to be held against others: who, where, when, in which story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from chronotope.lexicon import Lexicon
from chronotope.mentions import Status
from chronotope.model import Place, TimeSpan
from chronotope.resolve.accounts import Account
from chronotope.resolve.reports import Report
from chronotope.resolve.times import dateline_span

# What a story is known by: the places and names that its article tells of most.
_ANCHORS: Final = 12
_WIDE: Final = frozenset({"country", "continent"})
_ISO_CODE: Final = 2

Days = tuple[int, int]
"""A first and a last day, as proleptic Gregorian ordinals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A report, and what tells it from others. Places and actors are ids of what is held.

    `dated` is when it is by the article's own words, `told` the article's date; either None where it is not known.
    `rank` counts the reports of its type in the article before it, `alike` all of them. `story` lists what the article
    is about, the most told first.
    """

    report: Report
    text: str
    """The article whose text its article has: itself, or the one that it is a copy of."""
    type: str
    group: str
    status: Status
    dated: Days | None
    told: Days | None
    towns: frozenset[str]
    around: frozenset[str]
    countries: frozenset[str]
    roles: frozenset[tuple[str, str]]
    named: frozenset[str]
    heads: frozenset[tuple[str, str]]
    counts: frozenset[tuple[str, int]]
    terms: frozenset[str]
    senses: frozenset[str]
    context: frozenset[str]
    points: tuple[tuple[float, float], ...]
    """Latitude and longitude of its towns, or of what holds them."""
    sentence: int
    rank: int
    alike: int
    story: tuple[str, ...]


def profiles_of(
    account: Account,
    reports: Sequence[Report],
    *,
    text: str,
    fillers: Mapping[str, str],
    places: Mapping[str, Place],
    lexicon: Lexicon,
) -> Iterator[Profile]:
    """The profiles of an article's reports, in their order."""
    story = _story(account, fillers, places)
    names = {fillers[mention] for actor in account.actors if actor.key is not None for mention in actor.mentions}
    told = None if account.date is None else _days(dateline_span(account.date))
    of_type = Counter(report.type for report in reports)
    seen: Counter[str] = Counter()
    for report in reports:
        wide = {place for place in report.places if _is_wide(places.get(place))}
        towns = frozenset(report.places) - wide
        around = frozenset(above for place in report.places for above in containers(place, places))
        filled = [(part.role, part.actor) for part in report.participations]
        yield Profile(
            report=report,
            text=text,
            type=report.type,
            group=_group(report.type, lexicon),
            status=report.status,
            dated=None if report.time is None else _days(report.time),
            told=told,
            towns=towns,
            around=around,
            countries=frozenset(wide | {each for each in around if _is_wide(places.get(each))}),
            roles=frozenset((role, anchor_of(actor)) for role, actor in filled),
            named=frozenset(anchor_of(actor) for _, actor in filled if actor in names or actor in places),
            heads=frozenset(_heads(report)),
            counts=frozenset(_counts(report)),
            senses=frozenset(sense for telling in report.tellings for sense in telling.senses),
            terms=frozenset(term for telling in report.tellings for term in telling.terms),
            context=frozenset(each for telling in report.tellings for each in telling.context),
            points=tuple(sorted({point for place in towns for point in _point(place, places)})),
            sentence=min(telling.sentence for telling in report.tellings),
            rank=seen[report.type],
            alike=of_type[report.type],
            story=story,
        )
        seen[report.type] += 1


def _group(type_: str, lexicon: Lexicon) -> str:
    """The group of a type; a type that only a former ontology had is a group of its own."""
    return lexicon.types[type_].group if type_ in lexicon.types else type_


def containers(place: str, places: Mapping[str, Place]) -> Iterator[str]:
    """What holds a place, from the nearest to its country.

    >>> town = Place(id="place/1", labels=(), contained_in="place/AF")
    >>> list(containers("place/1", {"place/1": town}))
    ['place/AF']
    """
    seen = {place}
    held = places.get(place)
    while held is not None and held.contained_in is not None and held.contained_in not in seen:
        seen.add(held.contained_in)
        yield held.contained_in
        held = places.get(held.contained_in)


def _point(place: str, places: Mapping[str, Place]) -> Iterator[tuple[float, float]]:
    """Where a place is, or the nearest that holds it and is no country."""
    for each in (place, *containers(place, places)):
        held = places.get(each)
        if held is not None and held.latitude is not None and held.longitude is not None and not _is_wide(held):
            yield held.latitude, held.longitude
            return


def _is_wide(place: Place | None) -> bool:
    return place is not None and place.kind in _WIDE


def _story(account: Account, fillers: Mapping[str, str], places: Mapping[str, Place]) -> tuple[str, ...]:
    """The places, with what holds them, and the names that an article mentions most."""
    told: Counter[str] = Counter()
    for reading in account.places:
        for mention in reading.mentions:
            told.update([fillers[mention], *containers(fillers[mention], places)])
    for actor in account.actors:
        if actor.key is not None:
            told.update(anchor_of(fillers[mention]) for mention in actor.mentions)
    return tuple(sorted(told, key=lambda thing: (-told[thing], thing))[:_ANCHORS])


def anchor_of(actor: str) -> str:
    """What a name is found by: a state by its country, because papers name the one for the other.

    >>> anchor_of("actor/AF"), anchor_of("actor/nato")
    ('place/AF', 'actor/nato')
    """
    code = actor.removeprefix("actor/")
    return f"place/{code}" if len(code) == _ISO_CODE and code.isupper() else actor


def _days(span: TimeSpan) -> Days | None:
    first, last = span.earliest_begin, span.latest_end
    if first is None or last is None:
        return None
    return first.toordinal(), (last - timedelta(seconds=1)).toordinal() if last > first else last.toordinal()


def _heads(report: Report) -> Iterator[tuple[str, str]]:
    for telling in report.tellings:
        for part in telling.parts:
            for term in part.terms:
                yield part.role, term


def _counts(report: Report) -> Iterator[tuple[str, int]]:
    for part in report.participations:
        for number in {part.minimum, part.maximum} - {None}:
            if number is not None and number > 1:
                yield part.role, number
