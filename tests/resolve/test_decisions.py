"""Decisions: the later one wins, what was undone is gone, and what is set on a mention is set on its event."""

from __future__ import annotations

from datetime import datetime
from itertools import permutations

import pytest

from chronotope.dates import PartialDate
from chronotope.errors import InvalidDate
from chronotope.gazetteer import load_gazetteer
from chronotope.model import Correction, CorrectionAction, Event, Label, Place
from chronotope.resolve.decisions import (
    Decisions,
    correct_held,
    decisions_of,
    order_of,
    standing_corrections,
    stated_span,
)
from chronotope.resolve.places import with_entries

A, B, C, D = (f"mention/event/ab12/{number}-9" for number in range(4))


def made(
    action: CorrectionAction,
    *on: str,
    at: str = "2026-01-01T12:00Z",
    value: str | None = None,
    apart_from: tuple[str, ...] = (),
    language: str = "",
) -> Correction:
    return Correction(
        action=action,
        on=on,
        by="Ada",
        at=PartialDate.parse(at),
        value=value,
        apart_from=apart_from,
        language=language,
    )


def event(*mentions: str, places: tuple[str, ...] = (), label: str = "vol : police, Kaboul") -> Event:
    return Event(
        id="event/1",
        labels=(Label(label, "fr"),),
        type="Flight",
        status="actual",
        time=stated_span("2021"),
        mentions=mentions,
        places=places,
    )


def test_nothing_decided_is_false() -> None:
    assert not decisions_of([])
    assert decisions_of([made("wrong", A)])


@pytest.mark.parametrize(
    ("corrections", "same", "different"),
    [
        pytest.param([made("same", A, B)], [(A, B)], [], id="two are one"),
        pytest.param([made("same", B, A), made("same", C, B)], [(A, B, C)], [], id="groups that meet are joined"),
        pytest.param([made("same", A, B), made("same", C, D)], [(A, B), (C, D)], [], id="others are not"),
        pytest.param([made("different", B, apart_from=(A,))], [], [(A, B)], id="two are not"),
        pytest.param([made("different", A, B, apart_from=(C,))], [], [(A, C), (B, C)], id="two parted from a third"),
        pytest.param(
            [made("same", A, B), made("different", A, apart_from=(B,), at="2026-01-02T12:00Z")],
            [],
            [(A, B)],
            id="a later parting takes back a joining",
        ),
        pytest.param(
            [made("different", A, apart_from=(B,)), made("same", A, B, at="2026-01-02T12:00Z")],
            [(A, B)],
            [],
            id="a later joining takes back a parting",
        ),
        pytest.param(
            [made("same", A, B, C, D), made("different", A, B, apart_from=(C,), at="2026-01-02T12:00Z")],
            [(A, B), (C, D)],
            [(A, C), (B, C)],
            id="what is parted together stays together",
        ),
        pytest.param(
            [made("same", "mention/actor/ab12/1-2", "mention/actor/cd34/1-2")],
            [("mention/actor/ab12/1-2", "mention/actor/cd34/1-2")],
            [],
            id="actors",
        ),
    ],
)
def test_identities(
    corrections: list[Correction], same: list[tuple[str, ...]], different: list[tuple[str, str]]
) -> None:
    decisions = decisions_of(corrections)
    assert (list(decisions.same), sorted(decisions.different)) == (same, different)


def test_the_later_correction_wins_in_whatever_order_they_come() -> None:
    early, late = (made("retype", A, at=f"2026-01-0{day}T12:00Z", value=f"Type{day}") for day in (1, 2))
    # Half past one in Kabul is nine in Greenwich.
    earliest = made("retype", A, at="2026-01-01T13:30+04:30", value="Type0")
    assert [each.value for each in sorted([late, early, earliest], key=order_of)] == ["Type0", "Type1", "Type2"]
    for order in permutations([early, late, earliest]):
        assert decisions_of(order).types == {A: "Type2"}


def test_at_one_time_the_id_decides() -> None:
    one, other = made("retype", A, value="Attack"), made("retype", A, value="Theft")
    wins = max(one, other, key=lambda each: each.id)
    assert decisions_of([one, other]) == decisions_of([other, one])
    assert decisions_of([one, other]).types == {A: wins.value}


def test_what_was_undone_is_gone() -> None:
    first, second = made("wrong", A), made("date", B, value="2021-08", at="2026-01-02T12:00Z")
    undoing = made("undo", first.id, at="2025-01-01T12:00Z")
    assert standing_corrections([undoing, first, second]) == (second,)
    decisions = decisions_of([undoing, first, second])
    assert decisions.wrong == frozenset()
    assert decisions.dates[B].edtf == "2021-08"


@pytest.mark.parametrize(
    ("text", "edtf", "bounds"),
    [
        pytest.param("2021-08-26", "2021-08-26", (26, 26, 26, 26), id="a day"),
        pytest.param("2021-08", "2021-08", (1, 31, 1, 31), id="a month"),
        pytest.param("2021-08-26T17:50", "2021-08-26T17:50:00", (26, 26, 26, 26), id="a minute"),
        pytest.param("2021-08-26/2021-08-30", "2021-08-26/2021-08-30", (26, 26, 30, 30), id="from day to day"),
        pytest.param("2021-08-26/..", "2021-08-26/..", (26, 26, None, None), id="from a day on"),
        pytest.param("../2021-08-26", "../2021-08-26", (None, None, 26, 26), id="up to a day"),
        pytest.param("[2021-08-26..2021-08-30]", "[2021-08-26..2021-08-30]", (26, 30, 26, 30), id="somewhere within"),
    ],
)
def test_stated_spans(text: str, edtf: str, bounds: tuple[int | None, ...]) -> None:
    span = stated_span(text)
    found: list[datetime | None] = [span.earliest_begin, span.latest_begin, span.earliest_end, span.latest_end]
    assert (span.edtf, span.basis) == (edtf, "stated")
    assert tuple(None if bound is None else bound.day for bound in found) == bounds


@pytest.mark.parametrize(
    "text", ["", "hier", "2021-13", "../..", "2021-08-30/2021-08-01", "2021/", "[2021..]", "2021/x"]
)
def test_no_times(text: str) -> None:
    with pytest.raises(InvalidDate):
        stated_span(text)


def test_a_zone_is_kept() -> None:
    assert stated_span("2021-08-26T17:50+04:30").zone == "+04:30"


KABUL = Place(id="place/1138958", labels=(Label("Kaboul", "fr"), Label("Kabul", "en")))
HERAT = Place(id="place/1140026", labels=(Label("Hérat", "fr"),))


def test_the_event_of_a_mention_is_corrected() -> None:
    decisions = decisions_of(
        [
            made("retype", B, value="Theft"),
            made("date", A, value="2021-08-26"),
            made("place", A, value=HERAT.id),
        ]
    )
    (corrected,) = correct_held([event(A, B, places=(KABUL.id,))], decisions, [KABUL, HERAT])
    assert (corrected.type, corrected.time.edtf, corrected.places) == ("Theft", "2021-08-26", (HERAT.id,))
    assert corrected.labels == (Label("vol : police, Hérat", "fr"),)


def test_other_events_stay_as_they_are() -> None:
    events = (event(C), event(D))
    assert correct_held(events, decisions_of([made("retype", A, value="Theft")])) == events
    assert correct_held(events, Decisions()) == events


def test_of_two_mentions_of_an_event_the_later_decision_wins() -> None:
    corrections = [made("retype", A, value="Theft", at="2026-01-02T12:00Z"), made("retype", B, value="Attack")]
    assert correct_held([event(A, B)], decisions_of(corrections))[0].type == "Theft"


def test_labels_are_set_by_language() -> None:
    corrections = [
        made("relabel", A, value="Le vol", language="fr"),
        made("relabel", A, value="The theft", language="en", at="2026-01-02T12:00Z"),
        made("place", A, value=HERAT.id),
    ]
    (corrected,) = correct_held([event(A, places=(KABUL.id,))], decisions_of(corrections), [KABUL, HERAT])
    assert corrected.labels == (Label("The theft", "en"), Label("Le vol", "fr"))


def test_a_place_is_named_by_its_mention_where_no_gazetteer_knows_it() -> None:
    site = Place(id="place/00ab", labels=(Label("pont", "fr"),), mentions=("mention/place/ab12/40-44",))
    decisions = decisions_of([made("place", A, value="mention/place/ab12/40-44")])
    assert correct_held([event(A)], decisions, [site])[0].places == ("place/00ab",)
    assert correct_held([event(A)], decisions, [])[0].places == ()  # its article was removed


def test_decided_places_are_held_with_what_holds_them() -> None:
    decisions = decisions_of([made("place", A, value=KABUL.id)])
    gazetteer = load_gazetteer(("fr", "en"))
    places = {place.id: place for place in with_entries((), decisions.places.values(), gazetteer)}
    assert {KABUL.id, "place/AF"} <= places.keys()
    assert list(places) == sorted(places)
    assert with_entries((KABUL,), decisions.places.values(), gazetteer) == (KABUL,)
