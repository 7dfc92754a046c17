"""Laws of resolving, over two stories in two languages: what is held hangs on what is said, and on nothing else."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronotope.dates import PartialDate
from chronotope.lexicon import load_lexicon
from chronotope.mentions import Extraction
from chronotope.model import Correction, Knowledge
from chronotope.resolve import account_of, hold, resolve
from chronotope.resolve.accounts import Account
from chronotope.resolve.decisions import decisions_of
from chronotope.resolve.memory import Memory, unpacked
from chronotope.text import Article

Accounts = Mapping[str, Account]

DERAILMENT, ABDUCTION = "derailment-1", "abduction-2"
EDITED = ("Quatre passagers", "Six passagers")
ELSEWHERE = "Le conseil municipal de Quimper a adopté lundi le budget. Le maire a promis de rénover deux écoles."
ORDERS = 200


@pytest.fixture(scope="session")
def extractions(
    stories: Mapping[str, Extraction], read_article: Callable[[Article], Extraction]
) -> Mapping[str, Extraction]:
    """The stories; of one article a copy in another paper and an edited one, of another one without a date; and one
    of neither story."""
    derailment, abduction = stories[DERAILMENT].article, stories[ABDUCTION].article
    more = [
        replace(derailment, identifier="copy", publisher="Gazette du Limousin"),
        replace(derailment, identifier="edited", body=derailment.body.replace(*EDITED)),
        replace(abduction, identifier="undated", date=None, body=f"{abduction.body}\nEngineers are still missing."),
        Article(identifier="elsewhere", body=ELSEWHERE, language="fr", date=PartialDate.parse("2022-02-08")),
    ]
    return {**stories, **{article.identifier: read_article(article) for article in more}}


@pytest.fixture(scope="session")
def accounts(extractions: Mapping[str, Extraction]) -> Accounts:
    """Made once: an account depends on its article alone."""
    return {name: account_of(said, load_lexicon()) for name, said in extractions.items()}


@pytest.fixture(scope="session")
def whole(accounts: Accounts) -> Knowledge:
    return hold(accounts.values(), load_lexicon())


def held(accounts: Accounts, *names: str, corrections: tuple[Correction, ...] = ()) -> Knowledge:
    return hold((accounts[name] for name in names), load_lexicon(), decisions_of(corrections))


def test_the_stories_are_held(whole: Knowledge, accounts: Accounts) -> None:
    """Without this the laws could hold of nothing."""
    told = {event.type: event.sources for event in sorted(whole.events, key=lambda event: event.sources)}
    assert len(accounts) == 12
    assert told["Accident"] >= 3
    assert told["Abduction"] >= 3
    assert whole.merges
    assert whole.copies
    assert whole.replaced


def test_no_event_is_of_two_stories(whole: Knowledge, accounts: Accounts) -> None:
    story = {account.article: name.partition("-")[0] for name, account in accounts.items()}
    for event in whole.events:
        told_by = {story[mention.split("/")[2]] for mention in event.mentions}
        assert not {"derailment", "abduction"} <= told_by, event.labels


def test_the_order_of_articles_does_not_matter(accounts: Accounts, whole: Knowledge) -> None:
    shuffle = random.Random(2021).sample  # noqa: S311  # no secret
    for _ in range(ORDERS):
        assert held(accounts, *shuffle(list(accounts), len(accounts))) == whole


def test_extractions_give_what_their_accounts_give(extractions: Mapping[str, Extraction], whole: Knowledge) -> None:
    assert resolve(list(extractions.values())[::-1], load_lexicon()) == whole


def test_an_article_that_is_removed_leaves_nothing(extractions: Mapping[str, Extraction], accounts: Accounts) -> None:
    """What was kept of the others gives what they give when they are read anew."""
    for gone in extractions:
        rest = [name for name in extractions if name != gone]
        anew = resolve([extractions[name] for name in rest], load_lexicon())
        assert held(accounts, *rest) == anew
        key = accounts[gone].article
        assert all(key not in mention for event in anew.events for mention in event.mentions)


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_whatever_is_pointed_to_is_held(data: st.DataObject, accounts: Accounts) -> None:
    knowledge = held(accounts, *data.draw(st.sets(st.sampled_from(sorted(accounts)))))
    actors, places, events, claims = (
        {thing.id for thing in things}
        for things in (knowledge.actors, knowledge.places, knowledge.events, knowledge.claims)
    )
    mentions = [mention for event in knowledge.events for mention in event.mentions]
    assert len(mentions) == len(set(mentions)), "a mention tells of one event"
    for event in knowledge.events:
        assert {part.actor for part in event.participations} <= actors | places
        assert set(event.places) <= places
        assert {*event.before, *event.causes} <= events - {event.id}
        assert 1 <= event.sources <= len({mention.split("/")[2] for mention in event.mentions})
    for claim in knowledge.claims:
        assert {*claim.about} <= events | claims
    assert {mention for merge in knowledge.merges for mention in (merge.one, merge.other)} <= set(mentions)
    assert {dispute.event for dispute in knowledge.disputes} <= events
    assert {id_ for each in knowledge.contradictions for id_ in each.events} <= events
    assert {new for _, new in knowledge.replaced} <= actors | places | events
    assert not {old for old, _ in knowledge.replaced} & (actors | places | events), "what is replaced is not held"


def test_what_is_told_apart_and_then_not_is_as_it_was(accounts: Accounts, whole: Knowledge) -> None:
    for merge in whole.merges[:: max(len(whole.merges) // 8, 1)]:
        parted = Correction(
            action="different", on=(merge.one,), apart_from=(merge.other,), by="Ada", at=PartialDate.parse("2026-01-01")
        )
        undone = Correction(action="undo", on=(parted.id,), by="Ada", at=PartialDate.parse("2026-01-02"))
        apart = held(accounts, *accounts, corrections=(parted,))
        event_of = {mention: event.id for event in apart.events for mention in event.mentions}
        assert event_of[merge.one] != event_of[merge.other]
        assert held(accounts, *accounts, corrections=(parted, undone)) == whole


def test_what_is_taken_for_one_and_then_not_is_as_it_was(accounts: Accounts, whole: Knowledge) -> None:
    for one, other in list(combinations(whole.events, 2))[::97]:
        joined = Correction(
            action="same",
            on=tuple(sorted((one.mentions[0], other.mentions[0]))),
            by="Ada",
            at=PartialDate.parse("2026-01-01"),
        )
        undone = Correction(action="undo", on=(joined.id,), by="Ada", at=PartialDate.parse("2026-01-02"))
        together = held(accounts, *accounts, corrections=(joined,))
        event_of = {mention: event.id for event in together.events for mention in event.mentions}
        assert event_of[one.mentions[0]] == event_of[other.mentions[0]]
        assert held(accounts, *accounts, corrections=(joined, undone)) == whole


@pytest.mark.parametrize("name", ["derailment-1", "derailment-3", "abduction-1", "abduction-2", "abduction-3"])
def test_a_copy_is_no_second_source_and_makes_no_second_event(
    name: str,
    stories: Mapping[str, Extraction],
    accounts: Accounts,
    read_article: Callable[[Article], Extraction],
) -> None:
    article = stories[name].article
    copy = account_of(read_article(replace(article, identifier="again", publisher="Another Paper")), load_lexicon())
    key = accounts[name].article
    without = held(accounts, *stories)
    together = hold([*(accounts[each] for each in stories), copy], load_lexicon())
    (pair,) = together.copies
    assert sorted(pair) == sorted([f"article/{key}", f"article/{copy.article}"])
    assert len(together.events) == len(without.events)
    told = {frozenset(each for each in event.mentions if copy.article not in each): event for event in together.events}
    for event in without.events:
        same = told[frozenset(event.mentions)]
        assert (same.sources, same.type, same.status) == (event.sources, event.type, event.status)
        copied = sum(key in mention for mention in event.mentions)
        assert len(same.mentions) == len(event.mentions) + copied


def test_an_edited_copy_is_no_second_source(accounts: Accounts) -> None:
    knowledge = held(accounts, DERAILMENT, "edited")
    assert len(knowledge.copies) == 1
    assert {event.sources for event in knowledge.events} == {1}
    assert knowledge.disputes == ()


def test_an_edited_copy_makes_no_second_event(accounts: Accounts) -> None:
    alone = held(accounts, DERAILMENT)
    assert len(held(accounts, DERAILMENT, "edited").events) == len(alone.events)


@pytest.mark.parametrize("seed", range(ORDERS))
def test_articles_that_come_one_after_the_other_hold_what_they_hold_at_once(
    seed: int, accounts: Accounts, whole: Knowledge
) -> None:
    chance = random.Random(seed)  # noqa: S311  # any order will do
    names = chance.sample(sorted(accounts), len(accounts))
    first = chance.randrange(1, len(names))
    memory = Memory()
    hold([accounts[name] for name in names[:first]], load_lexicon(), memory=memory)
    assert hold([accounts[name] for name in names], load_lexicon(), memory=memory) == whole
    assert memory.judged + memory.recalled > 0


def test_what_is_kept_on_disk_holds_the_same(accounts: Accounts, whole: Knowledge) -> None:
    memory = Memory(dict(accounts))
    hold(memory.accounts.values(), load_lexicon(), memory=memory)
    again = unpacked(memory.packed("ours"), "ours")
    assert again.accounts == accounts
    assert hold(again.accounts.values(), load_lexicon(), memory=again) == whole
    assert again.judged == 0
    assert again.recalled > 0


def test_an_article_of_another_story_has_nothing_judged_anew(accounts: Accounts) -> None:
    memory = Memory()
    known = [account for name, account in accounts.items() if name != "elsewhere"]
    hold(known, load_lexicon(), memory=memory)
    everything = memory.judged
    hold([*known, accounts["elsewhere"]], load_lexicon(), memory=memory)
    assert (memory.judged, memory.recalled) == (0, everything)


def test_an_article_of_one_story_leaves_the_other_alone(accounts: Accounts) -> None:
    """What is judged anew are pairs of the article that came, and of those whose actors or places it changed."""
    memory = Memory()
    known = [account for name, account in accounts.items() if name != ABDUCTION]
    hold(known, load_lexicon(), memory=memory)
    hold([*known, accounts[ABDUCTION]], load_lexicon(), memory=memory)
    assert 0 < memory.judged < memory.recalled


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"PK\x03\x04 and then no archive", id="no archive"),
        pytest.param(Memory().packed("theirs"), id="of another version"),
    ],
)
def test_a_memory_that_does_not_fit_is_forgotten(data: bytes) -> None:
    forgotten = unpacked(data, "ours")
    assert not forgotten.accounts
    assert len(forgotten.keys) == 0
