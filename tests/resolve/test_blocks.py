"""Which reports are held against each other: what shares a town and a day always is, and never all with all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from chronotope.resolve.blocks import candidate_pairs, keys_of
from chronotope.resolve.profiles import Profile

Make = Callable[..., Profile]

FIRST = date(2021, 8, 1).toordinal()
towns = st.sets(st.sampled_from(["place/1", "place/2", "place/3"]), max_size=2)
days = st.integers(0, 400)
texts = st.sampled_from(["a", "b", "c", "d"])
drawn = st.lists(st.tuples(texts, towns, days | st.none(), st.integers(0, 40)), max_size=12)


def iso(day: int) -> str:
    return date.fromordinal(FIRST + day).isoformat()


def made(told: Sequence[tuple[str, set[str], int | None, int]], profile: Make) -> list[Profile]:
    """A profile each, with its towns, its day, and how many days later its article was written."""
    return [
        profile(text, at=at, towns=towns, dated=None if day is None else iso(day), told=iso((day or 0) + later))
        for at, (text, towns, day, later) in enumerate(told)
    ]


def pairs_of(profiles: Sequence[Profile]) -> set[frozenset[str]]:
    pairs = candidate_pairs(profiles)
    assert pairs == sorted(set(pairs))
    assert all(one < other for one, other in pairs)
    return {frozenset((profiles[one].report.id, profiles[other].report.id)) for one, other in pairs}


@given(told=drawn)
def test_what_shares_a_town_and_a_day_is_a_candidate(
    told: list[tuple[str, set[str], int | None, int]], profile: Make
) -> None:
    profiles = made(told, profile)
    found = pairs_of(profiles)
    for one in profiles:
        for other in profiles:
            if (
                one.text != other.text
                and one.towns & other.towns
                and one.dated is not None
                and one.dated == other.dated
            ):
                assert frozenset((one.report.id, other.report.id)) in found


@given(told=drawn)
def test_reports_of_one_text_are_not(told: list[tuple[str, set[str], int | None, int]], profile: Make) -> None:
    profiles = made(told, profile)
    assert all(profiles[one].text != profiles[other].text for one, other in candidate_pairs(profiles))


@settings(max_examples=50)
@given(data=st.data(), told=drawn)
def test_the_order_of_reports_does_not_matter(
    data: st.DataObject, told: list[tuple[str, set[str], int | None, int]], profile: Make
) -> None:
    profiles = made(told, profile)
    assert pairs_of(data.draw(st.permutations(profiles))) == pairs_of(profiles)


def test_a_copy_is_compared_as_any_other(profile: Make) -> None:
    """A paper edits what it copies, so what differs has to be judged."""
    one, copy = profile("a", towns={"place/1"}), profile("b", text="a", towns={"place/1"})
    assert pairs_of([one, copy]) == {frozenset((one.report.id, copy.report.id))}


def test_kinds_that_have_no_word_in_common_are_not_compared(profile: Make) -> None:
    one = profile("a", towns={"place/1"})
    other = profile("b", towns={"place/1"}, type="Meeting", senses={"Meeting"}, terms={"=meet"})
    assert pairs_of([one, other]) == set()


def test_a_name_and_a_week_are_enough(profile: Make) -> None:
    one = profile("a", named={"actor/un"}, dated="2021-08-30")
    near = profile("b", named={"actor/un"}, dated="2021-08-31", told="2021-09-02")
    far = profile("c", named={"actor/un"}, dated="2021-06-30", told="2021-07-01")
    assert pairs_of([one, near, far]) == {frozenset((one.report.id, near.report.id))}


def test_what_is_undated_was_mostly_before_it_was_told(profile: Make) -> None:
    dated = profile("a", towns={"place/1"}, dated="2021-08-30")
    undated = profile("b", towns={"place/1"}, dated=None, told="2021-09-01")
    assert pairs_of([dated, undated]) == {frozenset((dated.report.id, undated.report.id))}


def test_what_was_long_ago_is_found_by_its_year(profile: Make) -> None:
    one = profile("a", towns={"place/1"}, dated="2009-03-02", told="2021-08-31")
    other = profile("b", towns={"place/1"}, dated="2009", told="2015-01-01")
    assert pairs_of([one, other]) == {frozenset((one.report.id, other.report.id))}


def test_what_shares_nothing_is_in_no_block(profile: Make) -> None:
    assert list(keys_of(profile("a"))) == []
    assert pairs_of([profile("a"), profile("b"), profile("c", towns={"place/1"})]) == set()


def test_a_block_that_is_too_large_is_told_apart_further(profile: Make) -> None:
    groups = {"Conflict": "Attack", "Politics": "Election"}
    profiles = [
        profile(f"{number:03}", towns={"place/1"}, group=group, type=type_)
        for number, (group, type_) in enumerate(list(groups.items()) * 50)
    ]
    by_id = {each.report.id: each.group for each in profiles}
    found = pairs_of(profiles)
    assert {len({by_id[id_] for id_ in pair}) for pair in found} == {1}
    assert len(found) == 2 * (50 * 49 // 2)


def test_in_a_block_that_nothing_tells_apart_each_is_held_against_its_neighbours(profile: Make) -> None:
    def pairs(count: int) -> int:
        return len(pairs_of([profile(f"{number:03}", towns={"place/1"}) for number in range(count)]))

    assert pairs(60) == 60 * 59 // 2
    assert 100 * 30 // 2 < pairs(100) < 100 * 99 // 2
    assert pairs(400) < 2.2 * pairs(200)


def test_pairs_grow_as_the_reports_do(profile: Make) -> None:
    def pairs(count: int) -> int:
        spread = [
            profile(f"{number:04}", towns={f"place/{number % (count // 20)}"}, dated=iso(number % 7), told=iso(8))
            for number in range(count)
        ]
        return len(candidate_pairs(spread))

    assert pairs(1_000) <= 2.2 * pairs(500)
