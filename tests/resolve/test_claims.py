"""Mentions of claims → claims; and all that is held, whatever the order of the articles."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronotope.dates import PartialDate
from chronotope.extract import extract
from chronotope.lexicon import load_lexicon
from chronotope.mentions import ActorMention, ClaimMention, EventMention, Extraction
from chronotope.pipelines import load_pipeline
from chronotope.resolve import resolve
from chronotope.text import Article, Span

TEXTS = (
    ("fr", "Selon la police, l’armée a attaqué Kaboul lundi. L’OTAN se tait."),
    ("fr", "Le juge a dit que la police avait affirmé que l’ONU a quitté le Mali. La France attaquera."),
    ("en", "Police said that NATO had attacked Kabul on Monday. France met United Nations officials in Geneva."),
    ("en", "According to Anne Roy, three soldiers were killed in Iraq. She warned that rebels might attack France."),
    ("fr", "« La ville a été attaquée », a déclaré Anne Roy."),
)


def extracted(index: int) -> Extraction:
    language, text = TEXTS[index]
    date = PartialDate.parse(f"2018-03-{17 + index}")
    (document,) = load_pipeline(language).read(
        [Article(identifier=str(index), body=text, language=language, date=date)]
    )
    return extract(document, load_lexicon())


read = cache(extracted)


def test_a_claim_is_about_what_stands_in_its_scope() -> None:
    held = resolve([read(0)], load_lexicon())
    (claim,) = held.claims
    (attack,) = (event for event in held.events if event.type == "Attack")
    assert (claim.stance, claim.about, claim.reported_by) == ("asserts", (attack.id,), None)
    assert [actor.labels[0].text for actor in held.actors if actor.id == claim.holder] == ["police"]


@pytest.mark.usefixtures("by_rules")
def test_claims_nest() -> None:
    held = resolve([extracted(1)], load_lexicon())
    said, stated = sorted(held.claims, key=lambda claim: int(claim.mentions[0].rpartition("/")[2].partition("-")[0]))
    departure = next(event for event in held.events if event.type == "Departure")
    statements = {event.mentions[0]: event.id for event in held.events if event.type == "Statement"}
    assert stated.about == (departure.id,)
    assert stated.id in said.about
    assert stated.reported_by in said.about, "the saying within is what is said, too"
    assert {said.reported_by, stated.reported_by} == set(statements.values())


def test_claims_nest_as_deep_as_a_text_makes_them() -> None:
    inner = EventMention(
        article="a", span=Span(9_000, 9_001), text="x", rule="r", confidence=1.0, type="Attack", status="actual",
        polarity="positive", certainty="certain", embedded_in=("mention/claim/a/4998-4999",),
    )  # fmt: skip
    actor = ActorMention(article="a", span=Span(0, 1), text="x", rule="r", confidence=1.0, actor_kind="person")
    claims = [
        ClaimMention(
            article="a", span=Span(at, at + 1), text="x", rule="r", confidence=1.0, holder=actor.id, stance="asserts",
            speech="indirect", scope=Span(at + 1, 9_001), embedded_in=f"mention/claim/a/{at - 1}-{at}" if at else None,
        )
        for at in range(4_999)
    ]  # fmt: skip
    article = Article(identifier="a", body="x" * 9_001, language="fr")
    said = Extraction(
        article=article, pipeline="p", sentences=(), actors=(actor,), events=(inner,), claims=tuple(claims)
    )
    held = resolve([said], load_lexicon())
    by_id = {claim.id: claim for claim in held.claims}
    assert len(by_id) == 4_999
    assert sum(about in by_id for claim in held.claims for about in claim.about) == 4_998


@pytest.mark.usefixtures("by_rules")
def test_a_claim_about_nothing_is_not_held() -> None:
    article = Article(identifier="a", body="Selon la police, la ville dort.", language="fr")
    (document,) = load_pipeline("fr").read([article])
    found = extract(document, load_lexicon())
    assert len(found.claims) == 1
    assert resolve([found], load_lexicon()).claims == ()


@settings(deadline=None, max_examples=30)
@given(st.permutations(range(len(TEXTS))))
def test_the_order_of_articles_does_not_matter(order: list[int]) -> None:
    lexicon = load_lexicon()
    held = resolve([read(index) for index in order], lexicon)
    assert held == resolve([read(index) for index in range(len(TEXTS))], lexicon)


@given(st.sets(st.integers(0, len(TEXTS) - 1)))
def test_whatever_is_pointed_to_is_held(chosen: set[int]) -> None:
    held = resolve([read(index) for index in sorted(chosen)], load_lexicon())
    actors, places = ({thing.id for thing in things} for things in (held.actors, held.places))
    told = {event.id for event in held.events} | {claim.id for claim in held.claims}
    for event in held.events:
        assert {part.actor for part in event.participations} <= actors | places
        assert set(event.places) <= places
        assert set(event.before) <= told
    for claim in held.claims:
        assert claim.holder in actors
        assert set(claim.about) <= told
    for kind in (held.actors, held.places, held.events, held.claims):
        ids = [thing.id for thing in kind]
        assert ids == sorted(set(ids))
