"""What people decided about actors: readings that are of one actor after all, and those that are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chronotope.resolve.actors import ActorReading


def decided_groups(
    groups: Iterable[list[ActorReading]],
    same: Iterable[Sequence[str]],
    different: Iterable[tuple[str, str]],
) -> list[list[ActorReading]]:
    """Groups of readings after what was decided, by ids of mentions; other mentions than those of actors say nothing.

    Of a group that is parted, the reading of the second mention goes; readings of one article are never parted.
    """
    parted = list(groups)
    for one, other in sorted(different):
        parted = [each for group in parted for each in _parted(group, one, other)]
    for mentions in same:
        joined = [group for group in parted if _names_any(group, mentions)]
        if len(joined) > 1:
            parted = [group for group in parted if not _names_any(group, mentions)]
            parted.append(sorted((each for group in joined for each in group), key=lambda reading: reading.mentions))
    return parted


def _parted(group: list[ActorReading], one: str, other: str) -> list[list[ActorReading]]:
    leaving = [reading for reading in group if other in reading.mentions and one not in reading.mentions]
    if not leaving or not any(one in reading.mentions for reading in group):
        return [group]
    return [[each for each in group if each not in leaving], [replace(each, key=None) for each in leaving]]


def _names_any(group: Sequence[ActorReading], mentions: Sequence[str]) -> bool:
    wanted = set(mentions)
    return any(not wanted.isdisjoint(reading.mentions) for reading in group)
