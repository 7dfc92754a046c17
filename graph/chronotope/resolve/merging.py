"""Which reports of several articles tell of one event: the likeliest pairs join first, what cannot be one stays apart.

Average-link agglomeration over the pairs of the blocks, with must-link and cannot-link constraints (Wagstaff and Cardie
2000, "Clustering with instance-level constraints"). Every joining is kept with its reasons.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from chronotope.model import Merge
from chronotope.resolve.blocks import candidate_pairs
from chronotope.resolve.likeness import Setting, are_distinct, reasons_for, setting_of
from chronotope.resolve.memory import Memory
from chronotope.resolve.profiles import Profile

# How likely two reports must be one event to join, and what part of it all of two groups must reach on the average.
THRESHOLD: Final = 0.45
_AVERAGE: Final = 0.9

Pair = tuple[int, int]


@dataclass(slots=True)
class _Groups:
    """Groups of reports that grow together. `apart` names reports that a person told apart."""

    profiles: Sequence[Profile]
    likeness: Mapping[Pair, float]
    apart: Mapping[int, frozenset[int]]
    group_of: list[int] = field(init=False)
    members: dict[int, list[int]] = field(init=False)
    _articles: dict[int, set[str]] = field(init=False)
    _settings: dict[int, dict[Setting, Profile]] = field(init=False)
    """A profile of each group for each setting in it: hundreds of copies have one, and are held against others once."""

    def __post_init__(self) -> None:
        self.group_of = list(range(len(self.profiles)))
        self.members = {number: [number] for number in self.group_of}
        self._articles = {number: {profile.report.article} for number, profile in enumerate(self.profiles)}
        self._settings = {number: {setting_of(profile): profile} for number, profile in enumerate(self.profiles)}

    def found(self) -> list[list[int]]:
        return [sorted(group) for group in self.members.values()]

    def join(self, one: int, other: int) -> None:
        kept, gone = sorted((self.group_of[one], self.group_of[other]))
        if kept != gone:
            for member in self.members[gone]:
                self.group_of[member] = kept
            self.members[kept] += self.members.pop(gone)
            self._articles[kept] |= self._articles.pop(gone)
            self._settings[kept] |= self._settings.pop(gone)

    def may_join(self, one: int, other: int, *, is_asked: bool = False) -> bool:
        """Whether two groups are two and may be one: nothing in them excludes it."""
        mine, its = self.group_of[one], self.group_of[other]
        told_apart = (self.apart[each] for each in self.members[mine] if each in self.apart)
        if mine == its or any(not others.isdisjoint(self.members[its]) for others in told_apart):
            return False
        if is_asked:
            return True
        if not self._articles[mine].isdisjoint(self._articles[its]):
            return False
        settings = product(self._settings[mine].values(), self._settings[its].values())
        return not any(are_distinct(first, second) for first, second in settings)

    def average(self, one: int, other: int) -> float:
        mine, its = self.members[self.group_of[one]], self.members[self.group_of[other]]
        pairs = [(min(each, number), max(each, number)) for each in mine for number in its]
        # Exact, so that the order in which the groups have grown is of no account.
        return math.fsum(self.likeness.get(pair, 0.0) for pair in pairs) / len(pairs)

    def state(self, one: int, other: int) -> tuple[tuple[int, int], ...]:
        """Names two groups as they are: the same until one of them grows."""
        sizes = ((group, len(self.members[group])) for group in (self.group_of[one], self.group_of[other]))
        return tuple(sorted(sizes))


def merge_reports(
    profiles: Sequence[Profile],
    *,
    same: Iterable[Sequence[str]] = (),
    different: Iterable[tuple[str, str]] = (),
    memory: Memory | None = None,
) -> tuple[list[list[int]], tuple[Merge, ...]]:
    """Groups of reports by their numbers, and why each group was joined.

    `same` and `different` are what people decided, by ids of mentions. The order of the reports does not matter.
    `memory` recalls pairs that were judged before.
    """
    number_of = {telling.id: number for number, each in enumerate(profiles) for telling in each.report.tellings}
    pairs = candidate_pairs(profiles)
    likeness = dict(zip(pairs, (memory or Memory()).judge(profiles, pairs), strict=True))
    groups = _Groups(profiles, likeness, _told_apart(different, number_of))
    merges = [*_as_decided(groups, same, number_of), *_copies(groups), *_alike(groups, THRESHOLD)]
    return groups.found(), tuple(sorted(merges, key=lambda merge: merge.id))


def group_reports(
    profiles: Sequence[Profile], likeness: Mapping[Pair, float], threshold: float = THRESHOLD
) -> list[list[int]]:
    """Groups of reports by their numbers, for likenesses that are given: what training tries out."""
    groups = _Groups(profiles, likeness, {})
    _alike(groups, threshold)
    return groups.found()


def _told_apart(pairs: Iterable[tuple[str, str]], number_of: Mapping[str, int]) -> Mapping[int, frozenset[int]]:
    apart: dict[int, frozenset[int]] = defaultdict(frozenset)
    for one, other in pairs:
        if one in number_of and other in number_of:
            first, second = number_of[one], number_of[other]
            apart[first] |= {second}
            apart[second] |= {first}
    return apart


def _as_decided(groups: _Groups, same: Iterable[Sequence[str]], number_of: Mapping[str, int]) -> list[Merge]:
    merges = []
    for mentions in same:
        known = [number_of[mention] for mention in mentions if mention in number_of]
        for other in known[1:]:
            if groups.may_join(known[0], other, is_asked=True):
                merges.append(_merge(groups, (known[0], other), 1.0, ("a person said that they are the same",)))
                groups.join(known[0], other)
    return merges


def _copies(groups: _Groups) -> list[Merge]:
    """Joins what copies of one text say in the same sentence with the same word, the second time with the second."""
    said: dict[tuple[object, ...], list[int]] = defaultdict(list)
    times: Counter[tuple[object, ...]] = Counter()
    for number in sorted(range(len(groups.profiles)), key=lambda number: _place(groups.profiles[number])):
        profile = groups.profiles[number]
        words = (profile.text, profile.report.first.word.casefold(), profile.report.first.context)
        said[*words, times[profile.report.article, words]].append(number)
        times[profile.report.article, words] += 1
    merges = []
    for _, numbers in sorted(said.items(), key=lambda item: groups.profiles[item[1][0]].report.id):
        for other in numbers[1:]:
            if groups.may_join(numbers[0], other):
                merges.append(_merge(groups, (numbers[0], other), 1.0, ("the same words in a copy of the text",)))
                groups.join(numbers[0], other)
    return merges


def _place(profile: Profile) -> tuple[str, int]:
    """Where a report stands: its article, and how far into it."""
    return profile.report.article, int(profile.report.first.id.rpartition("/")[2].partition("-")[0])


def _alike(groups: _Groups, threshold: float) -> list[Merge]:
    merges = []
    refused = set()
    likely = (pair for pair, likeness in groups.likeness.items() if likeness >= threshold)
    for one, other in sorted(likely, key=_rank(groups.profiles, groups.likeness)):
        state = groups.state(one, other)
        if state in refused:
            continue
        if not groups.may_join(one, other) or groups.average(one, other) < _AVERAGE * threshold:
            refused.add(state)
        else:
            merges.append(
                _merge(
                    groups,
                    (one, other),
                    groups.likeness[one, other],
                    tuple(reasons_for(groups.profiles[one], groups.profiles[other])),
                )
            )
            groups.join(one, other)
    return merges


def _rank(profiles: Sequence[Profile], likeness: Mapping[Pair, float]) -> Callable[[Pair], tuple[float, str, str]]:
    """The likeliest pair first; of equals, the one whose ids come first."""

    def rank(pair: Pair) -> tuple[float, str, str]:
        one, other = sorted((profiles[pair[0]].report.id, profiles[pair[1]].report.id))
        return -round(likeness[pair], 6), one, other

    return rank


def _merge(groups: _Groups, pair: Pair, likeness: float, reasons: tuple[str, ...]) -> Merge:
    one, other = sorted(groups.profiles[number].report.id for number in pair)
    return Merge(one=one, other=other, likeness=round(likeness, 4), reasons=reasons)
