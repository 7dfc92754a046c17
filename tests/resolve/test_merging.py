"""Which reports join. The likenesses are given here, so that what joins does not hang on any weights."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronotope.resolve.merging import merge_reports
from chronotope.resolve.profiles import Profile

Make = Callable[..., Profile]
JUDGE = "chronotope.resolve.memory.likenesses"
Judge = Callable[[Mapping[str, float]], None]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Judge:
    """Gives the likenesses of pairs of articles ("ab"); of all others it is 0."""

    def judge(given: Mapping[str, float]) -> None:
        def likenesses(pairs: Iterable[tuple[Profile, Profile]]) -> list[float]:
            return [
                given.get("".join(sorted((one.report.article[0], other.report.article[0]))), 0.0)
                for one, other in pairs
            ]

        monkeypatch.setattr(JUDGE, likenesses)

    return judge


def made(articles: str, profile: Make, **fields: object) -> list[Profile]:
    """A report for each letter, its article: a second one of an article comes later in the text."""
    return [
        profile(article, at=10 * at, **({"towns": {"place/1"}, "context": {f"@{at}"}} | fields))
        for at, article in enumerate(articles)
    ]


def mention(article: str, at: int) -> str:
    return f"mention/event/{article}/{10 * at}-{10 * at + 4}"


def groups(
    profiles: Sequence[Profile],
    same: Iterable[Sequence[str]] = (),
    different: Iterable[tuple[str, str]] = (),
) -> list[str]:
    """The articles of each group of more than one report."""
    found, merges = merge_reports(profiles, same=same, different=different)
    assert sorted(number for group in found for number in group) == list(range(len(profiles)))
    assert len(merges) == len(profiles) - len(found), "each joining is told once"
    return sorted("".join(sorted(profiles[at].report.article for at in each)) for each in found if len(each) > 1)


@pytest.mark.parametrize(
    ("likenesses", "joined"),
    [
        pytest.param({"ab": 0.9}, ["ab"], id="what is alike joins"),
        pytest.param({"ab": 0.1}, [], id="what is not stays"),
        pytest.param({"ab": 0.9, "cd": 0.8}, ["ab", "cd"], id="two groups"),
        pytest.param({"ab": 0.9, "bc": 0.9, "ac": 0.9}, ["abc"], id="three are one"),
        pytest.param({"ab": 0.9, "bc": 0.6}, ["ab"], id="a third is like both or joins none"),
        pytest.param({"ab": 0.6, "bc": 0.9}, ["bc"], id="the likeliest first"),
    ],
)
def test_what_joins(likenesses: dict[str, float], joined: list[str], judged: Judge, profile: Make) -> None:
    judged(likenesses)
    assert groups(made("abcd", profile)) == joined


def test_of_an_article_one_report_joins(judged: Judge, profile: Make) -> None:
    judged({"ab": 0.9})
    assert groups(made("aab", profile)) == ["ab"]


def test_reports_of_one_article_do_not_join_through_another(judged: Judge, profile: Make) -> None:
    judged({"ab": 0.9, "bc": 0.9, "ac": 0.9})
    assert "aa" not in "".join(groups(made("abac", profile)))


def test_what_its_dates_exclude_does_not_join(judged: Judge, profile: Make) -> None:
    judged({"ab": 0.99})
    one, other = profile("a", towns={"place/1"}, dated="2021-08"), profile("b", towns={"place/1"}, dated="2021-08-30")
    assert groups([one, other]) == ["ab"]
    early = profile("a", named={"actor/un"}, dated="2021-03-01", told="2021-08-31")
    assert groups([early, profile("b", named={"actor/un"}, dated="2021-08-30")]) == []


def test_what_a_person_says_is_the_same_is(judged: Judge, profile: Make) -> None:
    judged({})
    profiles = made("abca", profile)
    assert groups(profiles, same=[(mention("a", 0), mention("b", 1))]) == ["ab"]
    assert groups(profiles, same=[(mention("a", 0), mention("a", 3))]) == ["aa"], "of one article, too"
    assert groups(profiles, same=[(mention("a", 0), mention("b", 1), mention("c", 2))]) == ["abc"]
    assert groups(profiles, same=[(mention("a", 0), mention("gone", 7))]) == [], "an article that was removed"
    (merge,) = merge_reports(profiles, same=[(mention("a", 0), mention("b", 1))])[1]
    assert (merge.one, merge.other, merge.likeness) == (mention("a", 0), mention("b", 1), 1.0)
    assert merge.reasons == ("a person said that they are the same",)


def test_what_a_person_says_is_different_is(judged: Judge, profile: Make) -> None:
    judged({"ab": 0.99, "bc": 0.9, "ac": 0.9})
    profiles = made("abc", profile)
    assert groups(profiles) == ["abc"]
    parted = groups(profiles, different=[(mention("a", 0), mention("b", 1))])
    assert len(parted) == 1
    assert parted[0] in ("ac", "bc"), "not through the third either"
    assert groups(profiles, different=[(mention("a", 0), mention("gone", 7))]) == ["abc"]


def test_the_same_does_not_bring_together_the_different(judged: Judge, profile: Make) -> None:
    judged({})
    profiles = made("abcd", profile)
    same = [(mention("a", 0), mention("b", 1)), (mention("c", 2), mention("d", 3))]
    assert groups(profiles, same=same, different=[(mention("a", 0), mention("d", 3))]) == ["ab", "cd"]
    whole = [(mention("a", 0), mention("b", 1), mention("c", 2))]
    assert groups(profiles, same=whole, different=[(mention("b", 1), mention("c", 2))]) == ["ab"]


def test_a_decision_counts_before_what_is_alike(judged: Judge, profile: Make) -> None:
    judged({"ab": 0.99, "bc": 0.6})
    profiles = made("aab", profile)
    assert groups(profiles, same=[(mention("a", 1), mention("b", 2))]) == ["ab"]
    found, _ = merge_reports(profiles, same=[(mention("a", 1), mention("b", 2))])
    assert sorted(map(sorted, found)) == [[0], [1, 2]]


def test_copies_join_by_their_words(judged: Judge, profile: Make) -> None:
    judged({})
    copies = made("ab", profile, text="a", context={"@kaboul"})
    found, (merge,) = merge_reports(copies)
    assert found == [[0, 1]]
    assert merge.reasons == ("the same words in a copy of the text",)
    assert groups(made("ab", profile, context={"@kaboul"})) == [], "other texts may have the same sentence"
    parted = [(mention("a", 0), mention("b", 1))]
    assert groups(copies, different=parted) == []


def test_a_word_that_a_sentence_has_twice_joins_twice(judged: Judge, profile: Make) -> None:
    judged({})
    twice = made("aabb", profile, text="a", context={"@kaboul"})
    assert groups(twice) == ["ab", "ab"]
    assert sorted(map(sorted, merge_reports(twice)[0])) == [[0, 2], [1, 3]]


def test_a_merge_says_why(judged: Judge, profile: Make) -> None:
    judged({"ab": 0.87654321})
    _, (merge,) = merge_reports(made("ab", profile))
    assert (merge.one, merge.other, merge.likeness) == (mention("a", 0), mention("b", 1), 0.8765)
    assert "both are Attack" in merge.reasons


def test_nothing_to_merge() -> None:
    assert merge_reports([]) == ([], ())


@settings(max_examples=150)
@given(data=st.data())
def test_the_order_of_reports_does_not_matter(data: st.DataObject, profile: Make) -> None:
    articles = data.draw(st.text("abcde", max_size=9))
    texts = {"a": "a", "b": data.draw(st.sampled_from("ab")), "c": "c", "d": "d", "e": data.draw(st.sampled_from("ce"))}
    context = st.sets(st.sampled_from(["@kaboul", "@herat"]), max_size=1)
    profiles = [
        profile(article, at=10 * at, text=texts[article], towns={"place/1"}, context=data.draw(context))
        for at, article in enumerate(articles)
    ]
    numbers = st.sampled_from(range(len(profiles))) if profiles else st.nothing()
    pairs = st.lists(st.tuples(numbers, numbers), max_size=2) if profiles else st.just([])
    same = [tuple(sorted({profiles[at].report.id for at in pair})) for pair in data.draw(pairs)]
    different = [
        (profiles[one].report.id, profiles[other].report.id) for one, other in data.draw(pairs) if one != other
    ]
    likeness = {pair: data.draw(st.sampled_from([0.0, 0.5, 0.7, 0.9])) for pair in ("ab", "ac", "bc", "ad", "cd", "de")}

    def merged(these: Sequence[Profile]) -> tuple[set[frozenset[str]], object]:
        found, merges = merge_reports(these, same=same, different=different)
        joined = [(merge.one, merge.other, merge.likeness) for merge in merges]
        return {frozenset(these[at].report.id for at in group) for group in found}, joined

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            JUDGE,
            lambda pairs: [
                likeness.get("".join(sorted((one.report.article, other.report.article))), 0.0) for one, other in pairs
            ],
        )
        assert merged(data.draw(st.permutations(profiles))) == merged(profiles)


def test_hundreds_of_copies_join_soon(profile: Make) -> None:
    """Held against each other one by one, a thousand copies would take minutes."""
    copies = [
        profile(f"a{number:04}", text="a0000", towns={"place/1"}, points=((34.5, 69.2),), context={"@1"})
        for number in range(1000)
    ]
    began = perf_counter()
    found, merges = merge_reports(copies)
    assert (len(found), len(merges)) == (1, 999)
    assert perf_counter() - began < 10
