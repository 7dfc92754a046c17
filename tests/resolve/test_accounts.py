"""What one article says, resolved within itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from chronotope.lexicon import load_lexicon
from chronotope.mentions import ActorMention, ClaimMention, EventMention, Extraction
from chronotope.resolve.accounts import account_of, spans_of_events
from chronotope.text import Span

BODY = "Lundi, des rebelles ont tué treize marins à Kaboul. Le maire a vu les tueries. Une marche aura lieu."
EVENTS = {
    "tué": {
        "type": "Killing",
        "who": {"agent": "des rebelles", "patient": "treize marins"},
        "where": "Kaboul",
        "when": "Lundi",
        "before": ("marche",),
    },
    "tueries": {"type": "Killing", "antecedent": "tué", "status": "reported"},
    "marche": {"type": "Demonstration", "status": "planned", "when": "dateline"},
}
TIMES = {"Lundi": "date(2021, 8, 30)"}


def test_a_telling_holds_what_is_said_of_an_event(extraction: Callable[..., Extraction]) -> None:
    said = extraction(BODY, EVENTS, times=TIMES)
    account = account_of(said, load_lexicon())
    killed, killings, march = account.tellings
    assert account.article == said.article.key
    assert (account.language, account.date) == ("fr", said.article.date)
    assert [telling.id for telling in account.tellings] == [event.id for event in said.events]
    assert (killed.word, killed.type, killed.status) == ("tué", "Killing", "actual")
    assert killed.time is not None
    assert killed.time.edtf == "2021-08-30"
    assert killed.before == (march.id,)
    assert (killings.antecedent, killings.status, killings.time) == (killed.id, "reported", None)
    assert [telling.sentence for telling in account.tellings] == [0, 1, 2]


def test_parts_say_who_and_how_many(extraction: Callable[..., Extraction]) -> None:
    account = account_of(extraction(BODY, EVENTS, times=TIMES), load_lexicon())
    agent, patient = account.tellings[0].parts
    assert (agent.role, agent.minimum, agent.maximum) == ("agent", None, None)
    assert (patient.role, patient.minimum, patient.maximum) == ("patient", 13, 13)
    assert patient.terms[-1] == "=sailor"


def test_a_range_of_people_stays_one(extraction: Callable[..., Extraction]) -> None:
    said = extraction(BODY, EVENTS, times=TIMES)
    counted = tuple(
        replace(actor, minimum=13, maximum=15) if actor.text == "treize marins" else actor for actor in said.actors
    )
    account = account_of(replace(said, actors=counted), load_lexicon())
    assert [(part.minimum, part.maximum) for part in account.tellings[0].parts] == [(None, None), (13, 15)]


def test_a_number_in_a_name_counts_nobody(extraction: Callable[..., Extraction]) -> None:
    said = extraction(
        "Jean Treize a été tué.", {"tué": {"who": {"patient": "Jean Treize"}}}, names={"Jean Treize": "Jean Treize"}
    )
    (part,) = account_of(said, load_lexicon()).tellings[0].parts
    assert (part.minimum, part.maximum) == (None, None)


def test_the_context_of_a_telling_is_its_sentence(extraction: Callable[..., Extraction]) -> None:
    killed, killings, _ = account_of(extraction(BODY, EVENTS, times=TIMES), load_lexicon()).tellings
    assert {"#13", "@kaboul", "=sailor"} <= set(killed.context)
    assert not {"#13", "@kaboul", "=sailor"} & set(killings.context)


def test_the_dateline_is_a_time_where_there_is_one(extraction: Callable[..., Extraction]) -> None:
    def times(date: str | None) -> list[str | None]:
        said = extraction(BODY, EVENTS, times=TIMES, date=date)
        return [None if span is None else span.edtf for _, span in spans_of_events(said)]

    assert times("2021-08-31") == ["2021-08-30", None, "2021-08-31"]
    assert times("2021-08") == ["2021-08-30", None, "2021-08"]
    assert times(None) == ["2021-08-30", None, None]


def test_an_article_without_sentences_is_no_fault(extraction: Callable[..., Extraction]) -> None:
    account = account_of(replace(extraction(BODY, EVENTS, times=TIMES), sentences=()), load_lexicon())
    assert {(telling.sentence, telling.context) for telling in account.tellings} == {(0, ())}


def test_the_inner_claim_alone_tells(extraction: Callable[..., Extraction]) -> None:
    said = extraction(BODY, EVENTS, times=TIMES)
    article, holder = said.article.key, said.actors[0]
    outer = claim(article, Span(0, 5), holder)
    inner = replace(claim(article, Span(52, 60), holder), embedded_in=outer.id)
    told, march = said.events[0], said.events[2]
    events: tuple[EventMention, ...] = (
        replace(told, embedded_in=(outer.id, inner.id)),
        replace(march, embedded_in=(outer.id,)),
    )
    account = account_of(replace(said, events=events, claims=(outer, inner)), load_lexicon())
    assert account.told == {inner.id: (told.id,), outer.id: (march.id,)}
    assert account.claims == (outer, inner)


def claim(article: str, span: Span, holder: ActorMention) -> ClaimMention:
    return ClaimMention(
        article=article, span=span, text="x", rule="made-up", confidence=1.0, holder=holder.id, stance="asserts",
        speech="indirect", scope=Span(0, len(BODY)),
    )  # fmt: skip


def test_an_account_depends_on_its_article_alone(stories: Mapping[str, Extraction]) -> None:
    forwards = {name: account_of(said, load_lexicon()) for name, said in stories.items()}
    backwards = {name: account_of(stories[name], load_lexicon()) for name in reversed(list(stories))}
    assert forwards == backwards
    for account in forwards.values():
        assert all(telling.id.split("/")[2] == account.article for telling in account.tellings)
