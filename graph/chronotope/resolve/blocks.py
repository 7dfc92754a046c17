"""Which reports may tell of one event at all: those that share a block, a time and a place or a name.

Standard blocking (Fellegi and Sunter 1969; Christen 2012, "A survey of indexing techniques for scalable record
linkage"): a report goes into a few blocks, and only within blocks are reports held against each other. So the cost
grows with the reports, not with their pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Final

import numpy as np

from chronotope.resolve.profiles import Profile

# A block of more reports is told apart further; where nothing tells them apart, each is held against its neighbours
# (Hernández and Stolfo 1995, "The merge/purge problem for large databases").
_LARGEST: Final = 60
_STEP: Final = 30
_WEEK: Final = 7
_MONTH: Final = 31
_LONG_AGO: Final = 60
# How far the days of one event lie apart where articles differ.
_LOOSE: Final = 3
_STORY_ANCHORS: Final = 4
_SHARED: Final = 2
_AHEAD: Final = frozenset({"planned", "hypothetical"})

Key = tuple[Hashable, ...]


def candidate_pairs(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Numbers of reports of different articles that may be of one event, each pair once, the smaller number first.

    They share a block; their words may mean one kind of thing; and they have a place or a name of their own in common,
    or their articles have two.
    """
    kinds = [profile.terms | profile.senses | {profile.type} for profile in profiles]
    own = [profile.towns | profile.named for profile in profiles]
    stories = [frozenset(profile.story) for profile in profiles]
    pairs = {
        (one, other)
        for one, other in _pairs(profiles)
        if not kinds[one].isdisjoint(kinds[other])
        and (len(stories[one] & stories[other]) >= _SHARED or not own[one].isdisjoint(own[other]))
    }
    return sorted(pairs)


def comparable_pairs(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """All pairs of different articles that share a block: what the model is fitted to, which learns most of its no's
    from reports of different kinds."""
    return sorted(set(_pairs(profiles)))


def _pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    articles = [profile.report.article for profile in profiles]
    for block in _blocks(profiles):
        for one, other in combinations(block, 2):
            if articles[one] != articles[other]:
                yield one, other


def keys_of(profile: Profile) -> Iterator[Key]:
    """The blocks of a report."""
    anchors = _anchors(profile)
    for bucket in _buckets(profile):
        for anchor in anchors:
            yield bucket, anchor
    if _is_timeless(profile):
        for anchor in sorted(profile.towns | profile.named):
            yield ("ever", profile.group), anchor


def _blocks(profiles: Sequence[Profile]) -> Iterator[list[int]]:
    """Numbers of the reports of each block, in order. Sorted as numbers: a large corpus has millions of keys."""
    known: dict[Key, int] = {}
    keys: list[int] = []
    counts: list[int] = []
    for profile in profiles:
        mine = {known.setdefault(key, len(known)) for key in keys_of(profile)}
        keys += sorted(mine)
        counts.append(len(mine))
    del known
    numbers = np.repeat(np.arange(len(profiles), dtype=np.int32), counts)
    keyed = np.array(keys, dtype=np.int32)
    order = np.argsort(keyed, kind="stable")
    edges = np.flatnonzero(np.diff(keyed[order])) + 1
    for block in np.split(numbers[order], edges):
        if len(block) > 1:
            yield from _divided(block.tolist(), profiles, _FURTHER)


def _anchors(profile: Profile) -> list[str]:
    """What a report is found by: its own places and names, and what its article is about."""
    own = profile.towns | profile.named
    story = profile.story[:_STORY_ANCHORS] if own else profile.story
    return sorted(own | profile.around | profile.countries | set(story))


def _buckets(profile: Profile) -> Iterator[Key]:
    """Weeks for what is recent or undated, years for what was long before its article, both for what lies between."""
    dated, told = profile.dated, profile.told
    is_vague = dated is None or dated[1] - dated[0] > _MONTH
    if dated is not None and not is_vague:
        yield from _weeks(dated[0] - _LOOSE, dated[1] + _LOOSE)
    elif told is not None:
        # What has no date was mostly in the week before it was told.
        yield from _weeks(told[0] - _WEEK, told[1] + (_WEEK if profile.status in _AHEAD else 0))
    if dated is not None and (told is None or is_vague or dated[1] < told[0] - _LONG_AGO):
        for year in sorted({date.fromordinal(day).year for day in dated}):
            yield "year", year


def _weeks(first: int, last: int) -> Iterator[Key]:
    for week in range(first // _WEEK, last // _WEEK + 1):
        yield "week", week


def _is_timeless(profile: Profile) -> bool:
    """Whether it may lie anywhere in the past, as the background of an article does."""
    dated, told = profile.dated, profile.told
    return dated is None or told is None or dated[1] < told[0] - _LONG_AGO


_Further = Callable[[Profile], Iterable[Hashable]]


def _divided(block: list[int], profiles: Sequence[Profile], further: Sequence[_Further]) -> Iterator[list[int]]:
    """A block, or its parts where it is too large."""
    if len(block) <= _LARGEST:
        yield block
        return
    if not further:
        for begin in range(0, len(block) - _STEP, _STEP):
            yield block[begin : begin + _LARGEST]
        return
    parts: dict[Hashable, list[int]] = defaultdict(list)
    for number in block:
        for key in sorted(set(further[0](profiles[number])), key=repr):
            parts[key].append(number)
    for part in parts.values():
        if len(part) > 1:
            yield from _divided(part, profiles, further[1:])


def _groups(profile: Profile) -> Iterable[Hashable]:
    return (profile.group,)


def _second_anchors(profile: Profile) -> Iterable[Hashable]:
    return profile.towns | profile.named or set(profile.story[:_STORY_ANCHORS])


def _types(profile: Profile) -> Iterable[Hashable]:
    return (profile.type,)


def _first_days(profile: Profile) -> Iterable[Hashable]:
    return ((profile.dated or profile.told or (0,))[0],)


def _terms(profile: Profile) -> Iterable[Hashable]:
    return profile.terms


_FURTHER: Final[Sequence[_Further]] = (_groups, _second_anchors, _types, _first_days, _terms)
