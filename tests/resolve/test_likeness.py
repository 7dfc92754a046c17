"""What two reports are compared by. Plain cases only: the weights are trained, and may be trained anew."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chronotope.resolve.likeness import (
    are_distinct,
    compare_counts,
    compare_days,
    compare_places,
    likeness_features,
    likenesses,
    reasons_for,
)
from chronotope.resolve.merging import THRESHOLD
from chronotope.resolve.profiles import Profile

Make = Callable[..., Profile]

MONTHS = st.sampled_from(["2021-07", "2021-08", "2021-08-29", "2021-08-30", "2021-09-20", "2020"])
PLACES = st.sets(st.sampled_from(["place/1", "place/2", "place/FR", "place/IT"]), max_size=2)
ROLES = st.sampled_from(["agent", "patient"])
ACTORS = st.sampled_from(["actor/un", "actor/nato", "place/FR"])
WORDS = st.sets(st.sampled_from(["=attack", "=bomb", "zibel", "marin"]), max_size=2)
DETAILS = {
    "dated": st.none() | MONTHS,
    "told": st.none() | MONTHS,
    "language": st.sampled_from(["fr", "en"]),
    "status": st.sampled_from(["actual", "reported", "planned", "denied"]),
    "type": st.sampled_from(["Attack", "Bombing", "Statement", "OtherEvent"]),
    "group": st.sampled_from(["Conflict", "Statement"]),
    "towns": PLACES,
    "around": PLACES,
    "countries": PLACES,
    "roles": st.sets(st.tuples(ROLES, ACTORS), max_size=2),
    "named": st.sets(ACTORS, max_size=2),
    "heads": st.sets(st.tuples(ROLES, st.sampled_from(["=sailor", "marin", "garde"])), max_size=2),
    "counts": st.sets(st.tuples(ROLES, st.sampled_from([2, 3, 5, 40])), max_size=2),
    "terms": WORDS,
    "context": st.sets(st.sampled_from(["#13", "#170", "@kaboul", "=sailor", "zibel"]), max_size=4),
    "points": st.lists(st.sampled_from([(45.8, 4.8), (43.7, 7.3), (34.5, 69.2)]), max_size=2, unique=True).map(tuple),
    "sentence": st.integers(0, 9),
    "rank": st.integers(0, 3),
    "alike": st.integers(1, 4),
    "story": st.lists(st.sampled_from(["place/1", "place/2", "actor/un"]), max_size=3, unique=True).map(tuple),
}
details = st.fixed_dictionaries(DETAILS)


@given(one=details, other=details)
def test_the_order_of_two_reports_does_not_matter(
    one: dict[str, object], other: dict[str, object], profile: Make
) -> None:
    assume(one["told"] != other["told"] or not (one["counts"] and other["counts"]))  # see the next test
    first, second = profile("a", **one), profile("b", **other)
    assert likeness_features(first, second) == likeness_features(second, first)
    assert are_distinct(first, second) is are_distinct(second, first)
    assert len(list(reasons_for(first, second))) == len(list(reasons_for(second, first)))


@pytest.mark.parametrize("told", ["2021-08-31", None])
def test_which_of_two_counts_comes_first_does_not_matter(told: str | None, profile: Make) -> None:
    three = profile("a", counts={("patient", 3)}, told=told)
    five = profile("b", counts={("patient", 5)}, told=told)
    assert compare_counts(three, five) == compare_counts(five, three)


@pytest.mark.parametrize(
    ("earlier", "later", "compared"),
    [
        pytest.param({("patient", 13)}, {("patient", 13)}, "same large", id="one number"),
        pytest.param({("patient", 7)}, {("patient", 7)}, "same", id="one small number"),
        pytest.param({("patient", 11)}, {("patient", 13)}, "near, grows", id="a toll that grows"),
        pytest.param({("patient", 13)}, {("patient", 11)}, "near, shrinks", id="a toll that shrinks"),
        pytest.param({("patient", 2)}, {("patient", 170)}, "far", id="others"),
        pytest.param({("patient", 2)}, {("agent", 2)}, "other roles", id="numbers of others"),
        pytest.param({("patient", 2)}, set(), "one", id="one number only"),
        pytest.param(set(), set(), "none", id="no number"),
    ],
)
def test_compare_counts(
    earlier: set[tuple[str, int]], later: set[tuple[str, int]], compared: str, profile: Make
) -> None:
    first = profile("a", counts=earlier, told="2021-08-30")
    second = profile("b", counts=later, told="2021-08-31")
    assert compare_counts(first, second) == compare_counts(second, first) == compared


@given(one=details, other=details)
def test_a_likeness_is_a_share(one: dict[str, object], other: dict[str, object], profile: Make) -> None:
    (likeness,) = likenesses([(profile("a", **one), profile("b", **other))])
    assert 0 <= likeness <= 1


@pytest.mark.parametrize("numbers", [(10, 40), (40, 10), (2, 200), (7, 28)])
def test_of_numbers_that_are_as_near_those_that_grow_count(numbers: tuple[int, int], profile: Make) -> None:
    """A set of two numbers comes in another order in every process."""
    between = math.isqrt(numbers[0] * numbers[1])
    first = profile("a", counts={("patient", number) for number in numbers}, told="2021-08-30")
    second = profile("b", counts={("patient", between)}, told="2021-08-31")
    assert compare_counts(first, second) == compare_counts(second, first)
    assert "grows" in compare_counts(first, second) or numbers == (2, 200)


def test_huge_numbers_are_compared(profile: Make) -> None:
    assert compare_counts(profile("a", counts={("patient", 10**400)}), profile("b", counts={("patient", 2)})) == "far"


def test_neighbours_across_the_line_where_the_day_begins(profile: Make) -> None:
    east, west = profile("a", points=((-16.8, 179.99),)), profile("b", points=((-16.8, -179.99),))
    assert not are_distinct(east, west)
    assert are_distinct(east, profile("c", points=((-16.8, 170.0),)))


def test_no_pairs_have_no_likeness() -> None:
    assert likenesses([]) == []


def plain(profile: Make, article: str, **other: object) -> Profile:
    """Thirteen sailors killed in one town on one day, the only killing of its article."""
    details = {
        "type": "Killing",
        "towns": {"place/1"},
        "around": {"place/AF"},
        "countries": {"place/AF"},
        "heads": {("patient", "=sailor")},
        "counts": {("patient", 13)},
        "terms": {"=kill"},
        "context": {"#13", "@kaboul", "=sailor", "=kill"},
        "points": ((34.5, 69.2),),
        "story": ("place/1", "place/AF"),
    }
    return profile(article, **(details | other))


def test_plain_cases(profile: Make) -> None:
    killing = plain(profile, "a")
    same = plain(profile, "b")
    elsewhere = plain(
        profile,
        "b",
        towns={"place/2"},
        around={"place/FR"},
        countries={"place/FR"},
        points=((45.8, 4.8),),
        heads={("patient", "=guard")},
        counts={("patient", 2)},
        context={"@lyon"},
        story=("place/2", "place/FR"),
    )
    election = plain(
        profile, "b", type="Election", group="Politics", terms={"=vote"}, heads=set(), counts=set(), context=set()
    )
    alike, far, other = likenesses([(killing, same), (killing, elsewhere), (killing, election)])
    assert alike >= THRESHOLD > max(far, other)


def test_two_languages_are_no_hindrance(profile: Make) -> None:
    (alike,) = likenesses([(plain(profile, "a"), plain(profile, "b", language="en"))])
    assert alike >= THRESHOLD


@pytest.mark.parametrize(
    ("one", "other", "distinct"),
    [
        pytest.param("2021-08-30", "2021-08-30", False, id="one day"),
        pytest.param("2021-08-30", "2021-08-28", False, id="two days apart"),
        pytest.param("2021-08-30", "2021-08-01", True, id="weeks apart"),
        pytest.param("2021-08", "2021-08-30", False, id="a day of the month"),
        pytest.param("2021-08-30", "2009", True, id="years apart"),
        pytest.param("2021-08-30", None, False, id="one is undated"),
        pytest.param(None, None, False, id="both are undated"),
    ],
)
def test_are_distinct(one: str | None, other: str | None, distinct: bool, profile: Make) -> None:
    first, second = plain(profile, "a", dated=one), plain(profile, "b", dated=other)
    assert are_distinct(first, second) is are_distinct(second, first) is distinct


@pytest.mark.parametrize(
    ("one", "other", "compared"),
    [
        pytest.param("2021-08-30", "2021-08-30", "same day", id="one day"),
        pytest.param("2021-08", "2021-08", "same span", id="one month"),
        pytest.param("2021-08-30", "2021-08", "within", id="a day of the month"),
        pytest.param("2021-08-30", "2021-08-31", "near", id="the next day"),
        pytest.param("2021-08-30", "2021-08-25", "soon", id="within a week"),
        pytest.param("2021-08-30", "2021-07-01", "far", id="months apart"),
        pytest.param("2021-08-30", None, "one dated", id="one is dated"),
        pytest.param(None, None, "undated", id="none is dated"),
    ],
)
def test_compare_days(one: str | None, other: str | None, compared: str, profile: Make) -> None:
    first, second = profile("a", dated=one), profile("b", dated=other)
    assert compare_days(first, second) == compare_days(second, first) == compared


KABUL = {"towns": {"place/1"}, "around": {"place/AF"}, "countries": {"place/AF"}}
HERAT = {"towns": {"place/2"}, "around": {"place/AF"}, "countries": {"place/AF"}}
LYON = {"towns": {"place/3"}, "around": {"place/rhone", "place/FR"}, "countries": {"place/FR"}}
RHONE = {"towns": {"place/rhone"}, "around": {"place/FR"}, "countries": {"place/FR"}}
AFGHANISTAN = {"countries": {"place/AF"}}


@pytest.mark.parametrize(
    ("one", "other", "compared"),
    [
        pytest.param(KABUL, KABUL, "same", id="one town"),
        pytest.param(LYON, RHONE, "within", id="a town and its region"),
        pytest.param(KABUL, HERAT, "other town", id="two towns"),
        pytest.param(KABUL, LYON, "other country", id="two countries"),
        pytest.param(AFGHANISTAN, AFGHANISTAN, "same country", id="one country"),
        pytest.param(KABUL, {}, "one placed", id="a town and nothing"),
        pytest.param(KABUL, {"story": ("place/1",)}, "in story", id="a town that the other article is about"),
        pytest.param({}, {}, "unplaced", id="nothing"),
    ],
)
def test_compare_places(one: dict[str, object], other: dict[str, object], compared: str, profile: Make) -> None:
    first, second = profile("a", **one), profile("b", **other)
    assert compare_places(first, second) == compare_places(second, first) == compared


def test_reasons_are_in_words(profile: Make) -> None:
    one = plain(profile, "a", named={"actor/un"})
    reasons = list(reasons_for(one, plain(profile, "b", named={"actor/un"})))
    assert reasons[:2] == ["both are Killing", "both may be on 2021-08-30"]
    assert {"both are at place/1", "actor/un takes part in both", "13 in both as patient"} <= set(reasons)
    assert any("kill" in reason for reason in reasons)
    assert reasons[-1] == "both articles tell of place/1, place/AF"


def test_nothing_in_common_is_no_reason(profile: Make) -> None:
    other = profile("b", type="Election", dated=None, terms={"=vote"})
    assert list(reasons_for(plain(profile, "a"), other)) == []
