"""Where articles disagree about one event: how many, when, where, who, whether at all. Every version is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, NamedTuple

from chronotope.model import Dispute, DisputedAspect, Event, Place, Version
from chronotope.resolve.naming import is_named_by_mentions
from chronotope.resolve.profiles import containers
from chronotope.resolve.reports import Report, are_disjoint

_HAPPENED: Final = frozenset({"actual", "reported"})


class _Said(NamedTuple):
    """What a report says of an aspect: a value for people, the mentions that say it, and what exactly it stands for."""

    value: str
    mentions: tuple[str, ...]
    exact: str = ""


@dataclass(frozen=True, slots=True)
class _Aspect:
    """How a side of an event is read from a report, and when two reports exclude each other there."""

    name: DisputedAspect
    said: Callable[[Report], _Said | None]
    differ: Callable[[Report, Report], bool]


def disputes_of(
    event: Event,
    reports: Sequence[Report],
    *,
    texts: Mapping[str, str],
    names: Mapping[str, str],
    places: Mapping[str, Place],
) -> Iterator[Dispute]:
    """What independent articles say differently of an event.

    `texts` names the text of articles that are copies, `names` holds a label for each actor and place.
    """
    text_of = {report.article: texts.get(report.article, report.article) for report in reports}
    for aspect in _aspects(names, places):
        told = _told(reports, aspect)
        # By what is said and not by report: hundreds of articles say the same few things.
        pairs = ((one, other) for one, other in combinations(told.values(), 2) if aspect.differ(one[0], other[0]))
        if any(len({text_of[report.article] for report in (*one, *other)}) > 1 for one, other in pairs):
            yield Dispute(event=event.id, aspect=aspect.name, versions=_versions(told, aspect))


def _told(reports: Iterable[Report], aspect: _Aspect) -> Mapping[tuple[str, str], list[Report]]:
    """The reports by what they say, as its value and exactly; those that say nothing are left out."""
    told: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports:
        said = aspect.said(report)
        if said is not None:
            told[said.value, said.exact].append(report)
    return told


def _versions(told: Mapping[tuple[str, str], Sequence[Report]], aspect: _Aspect) -> tuple[Version, ...]:
    mentions: dict[str, set[str]] = defaultdict(set)
    articles: dict[str, set[str]] = defaultdict(set)
    for (value, exact), reports in told.items():
        # Two towns of one name, the morning and the evening of a day: one value would hide that they differ.
        alike = [others[0] for (its, _), others in told.items() if its == value]
        shown = f"{value} ({exact})" if any(aspect.differ(*pair) for pair in combinations(alike, 2)) else value
        for report in reports:
            said = aspect.said(report)
            mentions[shown].update(() if said is None else said.mentions)
            articles[shown].add(f"article/{report.article}")
    return tuple(
        Version(value=value, articles=tuple(sorted(articles[value])), mentions=tuple(sorted(mentions[value])))
        for value in sorted(mentions)
    )


def _aspects(names: Mapping[str, str], places: Mapping[str, Place]) -> tuple[_Aspect, ...]:
    return (
        _Aspect("count", _count, _counts_differ),
        _Aspect("date", _date, _dates_differ),
        _Aspect("place", lambda report: _place(report, names), lambda one, other: _are_apart(one, other, places)),
        _Aspect("status", _status, _statuses_differ),
        _Aspect("actor", lambda report: _agents(report, names), _agents_differ),
    )


def _count(report: Report) -> _Said | None:
    """How many were affected, as "11" or "11–13"; two groups of them as "13 + 170"."""
    parts = [part for part in report.participations if part.role == "patient" and part.minimum is not None]
    if not parts:
        return None
    told = [
        str(part.minimum) if part.maximum in (None, part.minimum) else f"{part.minimum}–{part.maximum}"
        for part in sorted(parts, key=lambda part: (part.minimum, part.actor))
    ]
    return _Said(" + ".join(told), tuple(mention for part in parts for mention in part.mentions))


def _counts_differ(one: Report, other: Report) -> bool:
    first, second = _count(one), _count(other)
    return first is not None and second is not None and first.value != second.value


def _date(report: Report) -> _Said | None:
    if report.time is None:
        return None
    dated = tuple(telling.id for telling in report.tellings if telling.time is not None)
    edges = (report.time.earliest_begin, report.time.latest_end)
    exact = "/".join(".." if edge is None else edge.isoformat(timespec="minutes") for edge in edges)
    return _Said(report.time.edtf, dated, exact)


def _dates_differ(one: Report, other: Report) -> bool:
    return one.time is not None and other.time is not None and are_disjoint(one.time, other.time)


def _place(report: Report, names: Mapping[str, str]) -> _Said | None:
    if not report.places:
        return None
    told = tuple(place for telling in report.tellings for place in telling.places)
    return _Said(", ".join(sorted(names[place] for place in report.places)), told, ", ".join(report.places))


def _are_apart(one: Report, other: Report, places: Mapping[str, Place]) -> bool:
    """Whether no place of the one is, holds or lies in a place of the other."""
    mine, its = ({*report.places, *_around(report, places)} for report in (one, other))
    return not (mine & set(other.places) or its & set(one.places))


def _around(report: Report, places: Mapping[str, Place]) -> Iterator[str]:
    for place in report.places:
        yield from containers(place, places)


def _status(report: Report) -> _Said | None:
    return _Said(report.status, tuple(telling.id for telling in report.tellings))


def _statuses_differ(one: Report, other: Report) -> bool:
    statuses = {one.status, other.status}
    return "denied" in statuses and bool(statuses & _HAPPENED)


def _agents(report: Report, names: Mapping[str, str]) -> _Said | None:
    parts = [part for part in report.participations if part.role == "agent"]
    if not parts:
        return None
    return _Said(
        ", ".join(sorted(names[part.actor] for part in parts)),
        tuple(mention for part in parts for mention in part.mentions),
        ", ".join(sorted(part.actor for part in parts)),
    )


def _agents_differ(one: Report, other: Report) -> bool:
    """Whether both name who did it, and name others; "armed men" and a group's name are no contradiction."""
    named = [{part.actor for part in report.participations if part.role == "agent"} for report in (one, other)]
    return all(_are_known(actors) for actors in named) and named[0].isdisjoint(named[1])


def _are_known(actors: set[str]) -> bool:
    """Whether all have an entry in the thesaurus or are states: their ids are words, not hashes."""
    return bool(actors) and not any(is_named_by_mentions(actor) for actor in actors)
