"""Accounts held together: one event of two articles, what people set on it, and dates that tighten one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from chronotope.dates import PartialDate
from chronotope.lexicon import load_lexicon
from chronotope.mentions import Extraction
from chronotope.model import Correction, CorrectionAction, Event, Knowledge
from chronotope.resolve import account_of, hold, resolve
from chronotope.resolve.naming import id_from_mentions
from chronotope.text import Article

Make = Callable[..., Extraction]

KABUL, HERAT = "place/1138958", "place/1140026"
FRENCH = "Une bombe a tué treize marins à Kaboul lundi matin. Le port est fermé."
ENGLISH = "A bomb killed thirteen sailors in Kabul on Monday. The port is closed."


def french(make: Make, **changes: Any) -> Extraction:  # any argument of the factory
    events = {"tué": {"who": {"patient": "treize marins"}, "where": "Kaboul", "when": "lundi"}}
    return make(FRENCH, events, **({"identifier": "fr", "times": {"lundi": "date(2021, 8, 30)"}} | changes))


def english(make: Make, **changes: Any) -> Extraction:  # any argument of the factory
    events = {"killed": {"who": {"patient": "thirteen sailors"}, "where": "Kabul", "when": "Monday"}}
    given = {"identifier": "en", "language": "en", "times": {"Monday": "date(2021, 8, 30)"}}
    return make(ENGLISH, events, **(given | changes))


def other(make: Make) -> Extraction:
    """Of another event: elsewhere, long after."""
    return make(
        "Le maire de Lyon a été élu dimanche.",
        {"élu": {"type": "Election", "where": "Lyon", "when": "dimanche"}},
        identifier="other",
        date="2023-05-02",
        times={"dimanche": "date(2023, 4, 30)"},
    )


def mention(said: Extraction, number: int = 0) -> str:
    return said.events[number].id


def made(action: CorrectionAction, *on: str, at: str = "2026-01-01T12:00Z", **fields: Any) -> Correction:
    return Correction(action=action, on=on, by="Ada", at=PartialDate.parse(at), **fields)


def held(*articles: Extraction, corrections: Sequence[Correction] = ()) -> Knowledge:
    return resolve(articles, load_lexicon(), corrections)


def event_of(knowledge: Knowledge, mention: str) -> Event:
    (found,) = (event for event in knowledge.events if mention in event.mentions)
    return found


def test_two_articles_of_one_event(extraction: Make) -> None:
    one, two = french(extraction), english(extraction)
    knowledge = held(one, two)
    (event,) = knowledge.events
    assert event.mentions == tuple(sorted((mention(one), mention(two))))
    assert (event.type, event.sources, event.places) == ("Killing", 2, (KABUL,))
    assert (event.time.edtf, event.time.basis) == ("2021-08-30", "stated")
    assert [label.language for label in event.labels] == ["en", "fr"]
    assert [label.text.partition(" ")[0].rstrip(":") for label in event.labels] == ["killed", "tué"]
    assert {(part.role, part.minimum, part.maximum) for part in event.participations} == {("patient", 13, 13)}
    assert (knowledge.disputes, knowledge.contradictions, knowledge.copies) == ((), (), ())


def test_a_merge_is_kept_with_its_reasons(extraction: Make) -> None:
    one, two = french(extraction), english(extraction)
    (merge,) = held(one, two).merges
    assert (merge.one, merge.other) == tuple(sorted((mention(one), mention(two))))
    assert 0 < merge.likeness <= 1
    assert {"both are Killing", f"both are at {KABUL}", "13 in both as patient"} <= set(merge.reasons)


def test_what_it_was_called_before_is_replaced(extraction: Make) -> None:
    one, two = french(extraction), english(extraction)
    alone = {held(each).events[0].id for each in (one, two)}
    knowledge = held(one, two)
    (event,) = knowledge.events
    assert event.id == id_from_mentions("event", event.mentions)
    assert event.id in alone
    assert [pair for pair in knowledge.replaced if pair[0].startswith("event/")] == [
        (id_, event.id) for id_ in alone - {event.id}
    ]
    assert held(one).replaced == ()


def test_what_has_an_entry_took_the_place_of_nothing(extraction: Make) -> None:
    """The id of this entry is as long as those that are made from mentions."""
    body = "La Mara Salvatrucha a tué un garde à Lyon."
    said = extraction(body, {"tué": {"who": {"agent": "La Mara Salvatrucha", "patient": "un garde"}}})
    gang = replace(said.actors[0], name="Mara Salvatrucha", actor_kind="organization")
    knowledge = held(replace(said, actors=(gang, *said.actors[1:])))
    assert "actor/mara-salvatrucha" in {actor.id for actor in knowledge.actors}
    assert knowledge.replaced == ()


def test_what_is_told_in_both_orders_is_no_cause_of_its_cause(extraction: Make) -> None:
    """Of one article the attack comes first, of the other the riposte; both attack, and either may be a cause."""
    body = "Une bombe a détruit le port. Une frappe a suivi."
    one, two = (
        extraction(
            body,
            {
                "bombe": {"type": "Attack", **({"before": ["frappe"]} if first == "bombe" else {})},
                "frappe": {"type": "Attack", **({"before": ["bombe"]} if first == "frappe" else {})},
            },
            identifier=first,
        )
        for first in ("bombe", "frappe")
    )
    joined = [
        made("same", mention(one), mention(two)),
        made("same", mention(one, 1), mention(two, 1), at="2026-01-01T12:01Z"),
    ]
    lexicon = replace(load_lexicon(), effects={"Attack": frozenset({"Attack"})})
    events = resolve([one, two], lexicon, joined).events
    assert len(events) == 2
    assert sorted(len(event.causes) for event in events) == [0, 1]


def test_a_type_that_only_a_former_ontology_had_is_held(extraction: Make) -> None:
    said = extraction("Une zorglubade à Kaboul.", {"zorglubade": {"type": "Zorglub", "where": "Kaboul"}})
    assert [event.type for event in held(said).events] == ["Zorglub"]


def test_other_events_stay_apart(extraction: Make) -> None:
    knowledge = held(french(extraction), other(extraction))
    assert [event.sources for event in knowledge.events] == [1, 1]
    assert (knowledge.merges, knowledge.replaced) == ((), ())


def test_nothing_is_held_of_nothing() -> None:
    assert held() == Knowledge()


def test_accounts_are_all_that_is_needed(extraction: Make) -> None:
    articles = [french(extraction), english(extraction), other(extraction)]
    accounts = [account_of(said, load_lexicon()) for said in articles]
    assert hold(accounts, load_lexicon()) == hold(iter(accounts[::-1]), load_lexicon()) == held(*articles)


def test_sources_that_differ_are_disputed(extraction: Make) -> None:
    less = extraction(
        FRENCH.replace("treize", "onze"),
        {"tué": {"who": {"patient": "onze marins"}, "where": "Kaboul", "when": "lundi"}},
        identifier="less",
        times={"lundi": "date(2021, 8, 30)"},
    )
    knowledge = held(less, english(extraction), corrections=[made("same", mention(less), mention(english(extraction)))])
    (event,), (dispute,) = knowledge.events, knowledge.disputes
    assert (dispute.event, dispute.aspect) == (event.id, "count")
    assert [version.value for version in dispute.versions] == ["11", "13"]


def test_different_parts_and_its_undoing_joins(extraction: Make) -> None:
    one, two = french(extraction), english(extraction)
    parted = made("different", mention(one), apart_from=(mention(two),))
    undone = made("undo", parted.id, at="2026-01-02T12:00Z")
    assert len(held(one, two, corrections=[parted]).events) == 2
    assert held(one, two, corrections=[parted]).merges == ()
    assert held(one, two, corrections=[parted, undone]) == held(one, two)


def test_same_joins_what_is_not_alike(extraction: Make) -> None:
    one, two = french(extraction), other(extraction)
    joined = made("same", *sorted((mention(one), mention(two))))
    knowledge = held(one, two, corrections=[joined])
    (event,), (merge,) = knowledge.events, knowledge.merges
    assert (event.sources, len(event.mentions)) == (2, 2)
    assert merge.reasons == ("a person said that they are the same",)
    assert held(one, two, corrections=[joined, made("undo", joined.id, at="2026-01-02T12:00Z")]) == held(one, two)


def test_different_parts_mentions_of_one_article(extraction: Make) -> None:
    said = extraction(
        "Une bombe a tué un garde à Kaboul. La tuerie a choqué.",
        {"tué": {"who": {"patient": "un garde"}}, "tuerie": {"antecedent": "tué"}},
    )
    first, second = (event.id for event in said.events)
    assert len(held(said).events) == 1
    parted = held(said, corrections=[made("different", second, apart_from=(first,))])
    assert sorted(event.mentions for event in parted.events) == sorted([(first,), (second,)])


def test_what_is_wrong_is_not_held(extraction: Make) -> None:
    one, two = french(extraction), english(extraction)
    (event,) = held(one, two, corrections=[made("wrong", mention(one))]).events
    assert (event.mentions, event.sources) == ((mention(two),), 1)
    assert held(one, corrections=[made("wrong", mention(one))]).events == ()


@pytest.mark.parametrize(
    ("action", "value", "found"),
    [
        pytest.param("retype", "Attack", lambda event: event.type, id="type"),
        pytest.param("date", "2021-08-29", lambda event: event.time.edtf, id="date"),
        pytest.param("place", HERAT, lambda event: event.places[0], id="place"),
    ],
)
def test_what_is_set_on_one_mention_is_set_on_the_event(
    action: CorrectionAction, value: str, found: Callable[[Event], str], extraction: Make
) -> None:
    one, two = french(extraction), english(extraction)
    before, correction = held(one, two), made(action, mention(two), value=value)
    (event,) = held(one, two, corrections=[correction]).events
    assert found(before.events[0]) != value
    assert found(event) == value
    assert event.sources == 2
    undone = made("undo", correction.id, at="2026-01-02T12:00Z")
    assert held(one, two, corrections=[correction, undone]) == before


def test_a_place_that_is_set_is_held(extraction: Make) -> None:
    knowledge = held(french(extraction), corrections=[made("place", mention(french(extraction)), value=HERAT)])
    (place,) = (place for place in knowledge.places if place.id == HERAT)
    (label,) = knowledge.events[0].labels
    assert "Kaboul" not in label.text
    assert label.text.endswith(tuple(name.text for name in place.labels))


def test_a_decision_on_an_article_that_is_gone_decides_nothing(extraction: Make) -> None:
    one, two = french(extraction), english(extraction)
    gone = [
        made("retype", mention(two), value="Attack"),
        made("same", mention(one), mention(two)),
        made("wrong", mention(two)),
    ]
    assert held(one, corrections=gone) == held(one)


def test_an_article_of_a_month_gets_its_day_from_another(extraction: Make) -> None:
    month = french(extraction, date="2021-08", times={"lundi": "shift(-1, day)"})
    assert held(month).events[0].time.granularity == "month"
    knowledge = held(month, english(extraction))
    (event,) = knowledge.events
    assert (event.time.edtf, event.sources) == ("2021-08-30", 2)
    assert knowledge.contradictions == ()


def test_what_hangs_on_the_article_tightens_with_it(extraction: Make) -> None:
    body = "Une bombe a tué treize marins à Kaboul lundi. Le port fermera."
    events = {
        "tué": {"who": {"patient": "treize marins"}, "where": "Kaboul", "when": "lundi"},
        "fermera": {"type": "OtherEvent", "status": "planned"},
    }
    month = extraction(body, events, identifier="fr", date="2021-08", times={"lundi": "shift(-1, day)"})
    planned = mention(month, 1)
    alone = event_of(held(month), planned).time
    tightened = event_of(held(month, english(extraction)), planned)
    assert alone.edtf == "2021-08/.."
    assert tightened.time.earliest_begin is not None
    assert alone.earliest_begin is not None
    assert tightened.time.earliest_begin > alone.earliest_begin
    assert tightened.time.earliest_begin.day >= 30
    assert tightened.time.basis == "inferred"
    assert tightened.time_reasons


def test_a_date_by_hand_is_not_tightened(extraction: Make) -> None:
    one, two = french(extraction), english(extraction)
    (event,) = held(one, two, corrections=[made("date", mention(one), value="2021")]).events
    assert event.time.edtf == "2021"
    assert event.time_reasons == ()


def test_a_date_by_hand_dates_what_comes_after(extraction: Make) -> None:
    said = extraction(
        "Un séisme a frappé la ville. Ensuite, un incendie a éclaté.",
        {"séisme": {"type": "NaturalDisaster", "before": ("incendie",)}, "incendie": {"type": "Accident"}},
        date=None,
    )
    quake, fire = (event.id for event in said.events)
    assert event_of(held(said), fire).time.earliest_begin is None
    dated = held(said, corrections=[made("date", quake, value="2021-08-14")])
    assert event_of(dated, fire).time.edtf == "2021-08-14/.."
    assert event_of(dated, quake).before == (event_of(dated, fire).id,)


def test_what_an_article_orders_holds_for_the_merged_event(extraction: Make) -> None:
    body = FRENCH + " Les secours arrivent."
    events = {
        "tué": {"who": {"patient": "treize marins"}, "where": "Kaboul", "when": "lundi", "before": ("arrivent",)},
        "arrivent": {"type": "Arrival"},
    }
    one = extraction(body, events, identifier="fr", times={"lundi": "date(2021, 8, 30)"})
    knowledge = held(one, english(extraction))
    killing, arrival = (event_of(knowledge, mention(one, number)) for number in (0, 1))
    assert killing.sources == 2
    assert killing.before == (arrival.id,)


def test_who_has_no_name_is_one_in_copies_of_a_text(
    stories: Mapping[str, Extraction], read_article: Callable[[Article], Extraction]
) -> None:
    article = stories["derailment-1"].article
    copy = read_article(replace(article, identifier="again", publisher="Another Paper"))
    knowledge = resolve([stories["derailment-1"], copy], load_lexicon())
    nameless = [actor for actor in knowledge.actors if actor.kind in ("group", "thing")]
    articles = [{mention.split("/")[2] for mention in actor.mentions} for actor in nameless]
    assert nameless
    assert all(len(each) == 2 for each in articles)
