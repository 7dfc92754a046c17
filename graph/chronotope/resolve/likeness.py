"""How likely two reports tell of one event: a trained model weighs what they share and where they differ.

Probabilistic record linkage (Fellegi and Sunter 1969) with a maximum-entropy model over named features, so that every
merge can say why. `training/merging.py` fits the weights.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Final

from chronotope.extract.learned.maxent import MaxEnt, models_from
from chronotope.resolve.profiles import Days, Profile

_SAYING: Final = "Statement"
_NEAR: Final = 1
_SOON: Final = 7
_RISE: Final = 3
_DIGIT: Final = 2
_REGION: Final = re.compile(r"place/[A-Z]{2}-")
_SHOWN: Final = 3
_FEW: Final = 10
_BODY: Final = 5
_DEGREE: Final = 111.2
_TURN: Final = 360
_ELSEWHERE: Final = frozenset({"region", "country", "far"})
_DISTANCES: Final = ((5, "there"), (40, "near"), (150, "region"), (500, "country"))
Setting = tuple[Days | None, tuple[tuple[float, float], ...], frozenset[str]]
"""When and where a report is."""
_GAPS: Final = ((0, "same day"), (1, "next day"), (4, "days"), (12, "weeks"), (45, "a month"), (400, "a year"))


def likenesses(pairs: Iterable[tuple[Profile, Profile]]) -> list[float]:
    """How likely each pair of reports tells of one event, from 0 to 1."""
    return load_merging_model().shares("yes", (likeness_features(one, other) for one, other in pairs))


@cache
def load_merging_model() -> MaxEnt:
    """The trained model, read once a process."""
    return models_from(files("chronotope.resolve.weights").joinpath("merging.msgpack").read_bytes())["merging"]


def are_distinct(one: Profile, other: Profile) -> bool:
    """Whether two reports cannot be of one event, whatever else they share.

    Their articles date them more than a week apart, or place them far from each other or in two regions.
    """
    first, second = one.dated, other.dated
    if first is not None and second is not None and _apart(first, second) > _SOON:
        return True
    mine, its = _regions(one), _regions(other)
    return _distance(one, other) in _ELSEWHERE or bool(mine and its and mine.isdisjoint(its))


def setting_of(profile: Profile) -> Setting:
    """All of a profile that `are_distinct` looks at."""
    return profile.dated, profile.points, _regions(profile)


def _regions(profile: Profile) -> frozenset[str]:
    """The divisions of countries (ISO 3166-2) that its places are or lie in."""
    return frozenset(place for place in profile.towns | profile.around if _REGION.match(place))


def reasons_for(one: Profile, other: Profile) -> Iterator[str]:
    """What two reports have in common, for people: why they were taken for one event."""
    if one.type == other.type:
        yield f"both are {one.type}"
    if one.dated is not None and other.dated is not None and _apart(one.dated, other.dated) == 0:
        first, last = max(one.dated[0], other.dated[0]), min(one.dated[1], other.dated[1])
        days = [date.fromordinal(day).isoformat() for day in dict.fromkeys((first, last))]
        yield f"both may be on {'/'.join(days)}"
    for place in sorted(one.towns & (other.towns | other.around) | other.towns & one.around):
        yield f"both are at {place}"
    for name in sorted(one.named & other.named):
        yield f"{name} takes part in both"
    for role, number in sorted(one.counts & other.counts):
        yield f"{number} in both as {role}"
    for term in sorted((one.terms & other.terms) | {term for _, term in one.heads & other.heads}):
        yield f"told in words for “{term.removeprefix('=')}” in both"
    shared = sorted(set(one.story) & set(other.story))
    if shared:
        yield f"both articles tell of {', '.join(shared[:_SHOWN])}"


def likeness_features(one: Profile, other: Profile) -> list[str]:
    """What speaks for and against one event behind two reports; the order of the two does not matter."""
    types = _types(one, other)
    pair = "+".join(sorted((one.type, other.type)))
    when, where, who = compare_days(one, other), compare_places(one, other), _who(one, other)
    heads, counts, words = _heads(one, other), compare_counts(one, other), _words(one, other)
    story, alone = _story(one, other), _alone(one, other)
    status = "+".join(sorted((one.status, other.status)))
    gap = _gap(one, other)
    context = _context(one, other)
    far, first = _distance(one, other), _first(one, other)
    group = one.group if one.group == other.group else "-"
    saying = "saying" if _SAYING in (one.group, other.group) else "-"
    return [
        f"pair={pair}",
        f"words={words}|{types}",
        f"when={when}|{types}",
        f"where={where}|{types}",
        f"who={who}|{types}",
        f"heads={heads}|{types}",
        f"counts={counts}",
        f"counts={counts}|{types}",
        f"status={status}",
        f"status={status}|{types}",
        f"alone={alone}|{types}",
        f"story={story}",
        f"story={story}|{types}",
        f"gap={gap}",
        f"gap={gap}|{types}",
        f"when={when}|where={where}",
        f"when={when}|where={where}|{types}",
        f"when={when}|where={where}|{types}|alone={alone}",
        f"types={types}|alone={alone}|story={story}",
        f"types={types}|{words}|who={who}",
        f"types={types}|{words}|story={story}",
        f"who={who}|where={where}|{types}",
        f"who={who}|when={when}|{types}",
        f"group={group}|when={when}",
        f"group={group}|alone={alone}",
        f"group={group}|words={words}|heads={heads}",
        f"{saying}|who={who}|heads={heads}",
        f"{saying}|who={who}|words={words}",
        f"rank={_rank(one, other)}|{types}",
        f"numbers={context[0]}",
        f"names={context[1]}",
        f"sentence={context[2]}",
        f"sentence={context[2]}|{types}|{words}",
        f"sentence={context[2]}|when={when}",
        f"context={context}",
        f"far={far}",
        f"far={far}|when={when}",
        f"first={first}|{types}",
        f"first={first}|alone={alone}|{types}",
        f"first={first}|when={when}|{types}",
        f"{types}|{words}|heads={heads}",
        f"{types}|{words}|heads={heads}|when={when}",
        f"{types}|{words}|counts={counts}",
        f"shared={'+'.join(sorted(one.terms & other.terms)[:2])}",
        f"others={_competition(one, other)}|{types}|{words}",
    ]


def _types(one: Profile, other: Profile) -> str:
    if one.type == other.type:
        return "other" if one.type == "OtherEvent" else "same"
    return "group" if one.group == other.group else "-"


def _words(one: Profile, other: Profile) -> str:
    """Whether they are told in words for the same; words of two languages compare where both stand for a concept."""
    same = _compared(one.terms, other.terms, are_comparable=one.report.language == other.report.language)
    return "kin" if same in ("differ", "unknown") and one.senses & other.senses else same


def _compared(one: Collection[str], other: Collection[str], *, are_comparable: bool) -> str:
    shared = set(one) & set(other)
    if any(term[0] == "=" for term in shared):
        return "same concept"
    if shared:
        return "same"
    if are_comparable or (_all_concepts(one) and _all_concepts(other)):
        return "differ"
    return "unknown"


def _all_concepts(terms: Collection[str]) -> bool:
    return bool(terms) and all(term[0] == "=" for term in terms)


def compare_days(one: Profile, other: Profile) -> str:
    """How the days of two reports lie to each other."""
    first, second = one.dated, other.dated
    if first is None or second is None:
        return "undated" if first is second else "one dated"
    apart = _apart(first, second)
    if apart > 0:
        return "near" if apart <= _NEAR else "soon" if apart <= _SOON else "far"
    if first == second:
        return "same day" if first[0] == first[1] else "same span"
    return "within" if _within(first, second) or _within(second, first) else "overlap"


def _apart(one: Days, other: Days) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _within(one: Days, other: Days) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def compare_places(one: Profile, other: Profile) -> str:
    """How the places of two reports lie to each other: the same, one in the other, apart."""
    if one.towns & other.towns:
        return "same"
    if one.towns & other.around or other.towns & one.around:
        return "within"
    if one.towns and other.towns:
        return "other country" if _disjoint(one.countries, other.countries) else "other town"
    if _disjoint(one.countries, other.countries):
        return "other country"
    if one.towns or other.towns:
        bare = other if one.towns else one
        return "in story" if (one.towns | other.towns) & set(bare.story) else "one placed"
    return "same country" if one.countries & other.countries else "unplaced"


def _disjoint(one: Collection[str], other: Collection[str]) -> bool:
    return bool(one and other and not set(one) & set(other))


def _who(one: Profile, other: Profile) -> str:
    """Whether names take part in both, in the same role, or each has its own."""
    shared = one.named & other.named
    if any(actor in shared for role, actor in one.roles & other.roles):
        return "same role"
    if shared:
        return "shared"
    if not one.named or not other.named:
        return "unnamed" if not one.named and not other.named else "one named"
    return "others"


def _heads(one: Profile, other: Profile) -> str:
    """Whether what takes part in a role is called alike."""
    roles = {role for role, _ in one.heads} & {role for role, _ in other.heads}
    if not roles:
        return "-"
    mine, its = ([term for role, term in each.heads if role in roles] for each in (one, other))
    if one.heads & other.heads:
        return "same"
    return _compared(mine, its, are_comparable=one.report.language == other.report.language)


def compare_counts(one: Profile, other: Profile) -> str:
    """Whether numbers agree: one that is in both, one that grows as tolls do from day to day, or others."""
    if one.counts & other.counts:
        return "same" if max(number for _, number in one.counts & other.counts) <= _FEW else "same large"
    if not one.counts or not other.counts:
        return "none" if not one.counts and not other.counts else "one"
    pairs = [(mine, its) for role, mine in one.counts for its_role, its in other.counts if role == its_role]
    if not pairs:
        return "other roles"
    # Of numbers that are as near, those that grow: sets have no order that could decide.
    least, most, change = min(
        ((min(pair), max(pair), _change(one, other, *pair)) for pair in pairs),
        key=lambda each: (Fraction(each[1], each[0]), each[2]),
    )
    if most <= _RISE * least:
        return f"near, {change}"
    return "grows" if change == "grows" and most <= _RISE**2 * least else "far"


def _change(one: Profile, other: Profile, mine: int, its: int) -> str:
    """Whether a number grew from the one article to the other that was written later."""
    if one.told is None or other.told is None or one.told == other.told:
        return "differs"
    return "grows" if (its > mine) == (one.told < other.told) else "shrinks"


def _distance(one: Profile, other: Profile) -> str:
    """How far the nearest of their towns lie apart."""
    apart = [_kilometres(mine, its) for mine in one.points for its in other.points]
    if not apart:
        return "?"
    return next((name for most, name in _DISTANCES if min(apart) <= most), "far")


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Between two points of latitude and longitude; on the plane, which does for what is near."""
    across = math.cos(math.radians((one[0] + other[0]) / 2))
    turned = abs(one[1] - other[1])
    # Where the day begins, 179° and -179° are neighbours.
    return _DEGREE * math.hypot(one[0] - other[0], min(turned, _TURN - turned) * across)


def _first(one: Profile, other: Profile) -> str:
    """Whether they are told at the head of their articles."""
    return "+".join(
        sorted("head" if each.sentence <= 1 else "body" if each.sentence <= _BODY else "tail" for each in (one, other))
    )


def _competition(one: Profile, other: Profile) -> str:
    """How many reports of the type each article has."""
    return f"{min(one.alike, other.alike, 3)}{min(max(one.alike, other.alike), 4)}"


def _context(one: Profile, other: Profile) -> tuple[str, str, str]:
    """How many numbers, names and words the sentences of both share."""
    shared = one.context & other.context
    numbers = sum(each[0] == "#" and len(each) > _DIGIT for each in shared)
    names = sum(each[0] == "@" for each in shared)
    plain = len([each for each in shared if each[0] not in "#@"])
    return (
        str(min(numbers, 2)),
        str(min(names, 4)),
        str(min(plain if plain < 4 else plain // 2 * 2, 8)),
    )


def _alone(one: Profile, other: Profile) -> str:
    """Whether each is the only report of its type in its article."""
    return {0: "neither", 1: "one", 2: "both"}[(one.alike == 1) + (other.alike == 1)]


def _rank(one: Profile, other: Profile) -> str:
    return f"{min(one.rank, other.rank, 2)}{min(max(one.rank, other.rank), 3)}"


def _story(one: Profile, other: Profile) -> str:
    """How much the articles have in common."""
    return str(min(len(set(one.story) & set(other.story)), 6))


def _gap(one: Profile, other: Profile) -> str:
    """How long after one article the other was written."""
    if one.told is None or other.told is None:
        return "?"
    apart = _apart(one.told, other.told)
    return next((name for most, name in _GAPS if apart <= most), "years")
