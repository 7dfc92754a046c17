"""What one article tells of one event: the mentions of an account that refer back to one another, taken together.

A report is the unit that is merged across articles, and never taken apart again but by a person's correction.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final

from chronotope.dates import PartialDate
from chronotope.mentions import Role, Status
from chronotope.model import Participation, TimeSpan
from chronotope.resolve.accounts import Account, Telling

# Readings of weekdays and of "the day after" go wrong by a day or two; by more than this they tell of two events.
_MISREAD: Final = timedelta(days=2)


@dataclass(frozen=True, kw_only=True)
class Report:
    """An event as one article tells it. `places` and the actors of `participations` are ids of what is held."""

    article: str
    language: str
    date: PartialDate | None
    tellings: tuple[Telling, ...]
    """In the order of the text."""
    places: tuple[str, ...]
    participations: tuple[Participation, ...]

    @cached_property
    def id(self) -> str:
        """The id of its smallest mention."""
        return min(telling.id for telling in self.tellings)

    @property
    def first(self) -> Telling:
        return self.tellings[0]

    @cached_property
    def type(self) -> str:
        """The type that its mentions have most often; the surest of those that are as often."""
        return commonest_type(self.tellings)

    @property
    def status(self) -> Status:
        """What the article itself asserts anywhere is actual; else the first mention tells."""
        return "actual" if any(telling.status == "actual" for telling in self.tellings) else self.first.status

    @cached_property
    def time(self) -> TimeSpan | None:
        """The first span that says when it began, or the first that says anything."""
        spans = [telling.time for telling in self.tellings if telling.time is not None]
        return next((span for span in spans if span.earliest_begin is not None), spans[0] if spans else None)


def commonest_type(tellings: Sequence[Telling]) -> str:
    """The type of most tellings; of those that are as often, the surest."""
    counts = Counter(telling.type for telling in tellings)
    return max(tellings, key=lambda telling: (counts[telling.type], telling.confidence, telling.id)).type


def reports_of(
    account: Account,
    fillers: Mapping[str, str],
    *,
    wrong: Collection[str] = (),
    apart: Collection[tuple[str, str]] = (),
) -> Iterator[Report]:
    """The reports of an account, by `fillers`: ids of mentions of actors and places → ids of what they name.

    Mentions in `wrong` tell of no event; those of a pair in `apart` tell of two.
    """
    for tellings in _grouped(account.tellings, wrong, {frozenset(pair) for pair in apart}):
        yield Report(
            article=account.article,
            language=account.language,
            date=account.date,
            tellings=tuple(tellings),
            places=tuple(sorted({fillers[place] for telling in tellings for place in telling.places})),
            participations=participations_of(tellings, fillers),
        )


def participations_of(tellings: Sequence[Telling], fillers: Mapping[str, str]) -> tuple[Participation, ...]:
    """Who takes part in which role, and how many: a range where tellings differ."""
    found: dict[tuple[Role, str], list[tuple[str, int | None, int | None]]] = defaultdict(list)
    for telling in tellings:
        for part in telling.parts:
            found[part.role, fillers[part.filler]].append((part.filler, part.minimum, part.maximum))
    return tuple(
        Participation(
            role=role,
            actor=actor,
            mentions=tuple(sorted({mention for mention, _, _ in here})),
            minimum=min((low for _, low, _ in here if low is not None), default=None),
            maximum=max((high for _, _, high in here if high is not None), default=None),
        )
        for (role, actor), here in sorted(found.items())
    )


@dataclass(slots=True)
class _Group:
    """Mentions of one event, and the first end and the last begin that they give: no more is asked of their dates."""

    tellings: list[Telling] = field(default_factory=list)
    first_end: datetime = datetime.max
    last_begin: datetime = datetime.min

    def add(self, telling: Telling) -> None:
        self.tellings.append(telling)
        if telling.time is not None:
            self.first_end = min(self.first_end, telling.time.latest_end or datetime.max)
            self.last_begin = max(self.last_begin, telling.time.earliest_begin or datetime.min)

    def excludes(self, telling: Telling) -> bool:
        """Whether the text dates a mention and one of these so far apart that no misread date can be the cause."""
        if telling.time is None:
            return False
        begin, end = telling.time.earliest_begin or datetime.min, telling.time.latest_end or datetime.max
        return _is_well_before(self.first_end, begin) or _is_well_before(end, self.last_begin)


def _grouped(
    tellings: Sequence[Telling], wrong: Collection[str], apart: Collection[frozenset[str]]
) -> Iterator[list[Telling]]:
    """Mentions by the event they tell of, each group in the order of the text.

    A mention joins the event that it refers back to, unless their dates lie far apart. What a person takes out of the
    middle of a chain does not break the chain.
    """
    groups: dict[str, _Group] = {}
    antecedents: dict[str, str | None] = {}
    for telling in tellings:
        antecedents[telling.id] = telling.antecedent if telling.antecedent in antecedents else None
        if telling.id in wrong:
            continue
        antecedent = telling.antecedent
        while antecedent in wrong or _is_parted(telling, groups.get(antecedent or ""), apart):
            antecedent = antecedents.get(antecedent or "")
        group = groups.get(antecedent or "")
        if group is None or group.excludes(telling):
            group = _Group()
        group.add(telling)
        groups[telling.id] = group
    yield from {id(group): group.tellings for group in groups.values()}.values()


def _is_well_before(one: datetime, other: datetime) -> bool:
    return one < other and other - one > _MISREAD


def _is_parted(telling: Telling, group: _Group | None, apart: Collection[frozenset[str]]) -> bool:
    told = () if group is None or not apart else group.tellings
    return any(frozenset((telling.id, other.id)) in apart for other in told)


def are_disjoint(one: TimeSpan, other: TimeSpan) -> bool:
    """Whether no event can be at both times."""
    return any(
        first.latest_end is not None and second.earliest_begin is not None and first.latest_end < second.earliest_begin
        for first, second in ((one, other), (other, one))
    )


def pairs_told(reports: Sequence[Report], furthest: int | None = None) -> Iterator[tuple[str, str]]:
    """Ids of reports of one article, the earlier event first, as the text orders them.

    Only those told within `furthest` sentences of one another, where that is given.
    """
    holder = {telling.id: report for report in reports for telling in report.tellings}
    sentence = {telling.id: telling.sentence for report in reports for telling in report.tellings}
    for report in reports:
        for telling in report.tellings:
            for later in telling.before:
                if later in holder and (furthest is None or abs(telling.sentence - sentence[later]) <= furthest):
                    yield report.id, holder[later].id
