"""The mentions of one article by the event they tell of: what refers back joins, what dates exclude does not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

import pytest

from chronotope.dates import PartialDate
from chronotope.lexicon import load_lexicon
from chronotope.mentions import Extraction, Status
from chronotope.resolve.accounts import Part, Telling, account_of
from chronotope.resolve.reports import Report, are_disjoint, commonest_type, pairs_told, reports_of
from chronotope.resolve.times import dateline_span

FILLERS = {
    "mention/actor/a/1-2": "actor/rebels",
    "mention/actor/a/3-4": "actor/rebels",
    "mention/actor/a/5-6": "actor/sailors",
    "mention/place/a/7-8": "place/1",
    "mention/place/a/9-10": "place/1",
}
MONDAY, TUESDAY, FRIDAY, AUGUST = "2021-08-30", "2021-08-31", "2021-09-03", "2021-08"


Read = Callable[..., list[Report]]


@pytest.fixture
def reports(extraction: Callable[..., Extraction]) -> Read:
    """Reads tellings as those of one article."""
    account = account_of(extraction("", {}), load_lexicon())

    def read(*tellings: Telling, wrong: Collection[str] = (), apart: Collection[tuple[str, str]] = ()) -> list[Report]:
        return list(reports_of(replace(account, tellings=tellings), FILLERS, wrong=wrong, apart=apart))

    return read


def mentions(found: Sequence[Report]) -> list[list[str]]:
    return [[telling.id.rpartition("/")[2] for telling in report.tellings] for report in found]


@pytest.mark.parametrize(
    ("dates", "groups"),
    [
        pytest.param([None, None, None], [["0-1", "1-2", "2-3"]], id="none is dated"),
        pytest.param([MONDAY, None, MONDAY], [["0-1", "1-2", "2-3"]], id="the same day"),
        pytest.param([AUGUST, MONDAY, None], [["0-1", "1-2", "2-3"]], id="a day of the month"),
        pytest.param([MONDAY, TUESDAY, None], [["0-1", "1-2", "2-3"]], id="the next day, which may be misread"),
        pytest.param([MONDAY, FRIDAY, None], [["0-1"], ["1-2", "2-3"]], id="another day"),
        pytest.param([MONDAY, None, FRIDAY], [["0-1", "1-2"], ["2-3"]], id="another day than the one before the last"),
        pytest.param([MONDAY, FRIDAY, MONDAY], [["0-1"], ["1-2"], ["2-3"]], id="each its own"),
    ],
)
def test_dates_that_exclude_each_other_part_a_chain(
    dates: list[str | None], groups: list[list[str]], telling: Callable[..., Telling], reports: Read
) -> None:
    """Each refers back to the one before it."""
    chain = [
        telling(f"a/{at}-{at + 1}", time=date, antecedent=f"mention/event/a/{at - 1}-{at}" if at else None)
        for at, date in enumerate(dates)
    ]
    assert mentions(reports(*chain)) == groups


def test_what_is_told_apart_is_apart(telling: Callable[..., Telling], reports: Read) -> None:
    first, second = telling("a/0-1"), telling("a/2-3", antecedent="mention/event/a/0-1")
    third = telling("a/4-5", antecedent=second.id)
    assert mentions(reports(first, second, third)) == [["0-1", "2-3", "4-5"]]
    assert mentions(reports(first, second, third, apart=[(first.id, second.id)])) == [["0-1"], ["2-3", "4-5"]]
    assert mentions(reports(first, second, third, apart=[(first.id, third.id)])) == [["0-1", "2-3"], ["4-5"]]
    assert mentions(reports(first, second, third, apart=[("mention/event/b/0-1", third.id)])) == [
        ["0-1", "2-3", "4-5"]
    ], "a mention of an article that was removed parts nothing"


def test_what_is_wrong_tells_of_nothing(telling: Callable[..., Telling], reports: Read) -> None:
    first, second = telling("a/0-1"), telling("a/2-3", antecedent="mention/event/a/0-1")
    assert mentions(reports(first, second, wrong=[first.id])) == [["2-3"]]
    assert reports(first, second, wrong=[first.id, second.id]) == []


def test_what_a_person_takes_out_of_a_chain_does_not_break_it(telling: Callable[..., Telling], reports: Read) -> None:
    first, second = telling("a/0-1"), telling("a/2-3", antecedent="mention/event/a/0-1")
    third = telling("a/4-5", antecedent=second.id)
    assert mentions(reports(first, second, third, wrong=[second.id])) == [["0-1", "4-5"]]
    parted = [(second.id, first.id), (second.id, third.id)]
    assert mentions(reports(first, second, third, apart=parted)) == [["0-1", "4-5"], ["2-3"]]


def test_a_circle_of_antecedents_ends(telling: Callable[..., Telling], reports: Read) -> None:
    first = telling("a/0-1", antecedent="mention/event/a/2-3")
    second, third = telling("a/2-3", antecedent=first.id), telling("a/4-5", antecedent="mention/event/a/2-3")
    assert mentions(reports(first, second, third, wrong=[first.id, second.id])) == [["4-5"]]


def test_places_and_people_are_named_by_what_is_held(telling: Callable[..., Telling], reports: Read) -> None:
    armed = Part(role="agent", filler="mention/actor/a/1-2")
    killed = Part(role="patient", filler="mention/actor/a/5-6", minimum=7, maximum=7)
    first = telling("a/0-1", parts=(armed, killed), places=("mention/place/a/7-8",))
    again = telling(
        "a/2-3",
        antecedent=first.id,
        parts=(
            replace(armed, filler="mention/actor/a/3-4"),
            replace(killed, minimum=9, maximum=11),
        ),
        places=("mention/place/a/9-10",),
    )
    (report,) = reports(first, again)
    assert report.places == ("place/1",)
    told = [(part.role, part.actor, part.minimum, part.maximum) for part in report.participations]
    assert told == [("agent", "actor/rebels", None, None), ("patient", "actor/sailors", 7, 11)]
    assert report.participations[0].mentions == ("mention/actor/a/1-2", "mention/actor/a/3-4")


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        pytest.param(["reported", "actual"], "actual", id="what is asserted anywhere is actual"),
        pytest.param(["denied", "hypothetical"], "denied", id="else the first tells"),
        pytest.param(["planned"], "planned", id="of one"),
    ],
)
def test_status(statuses: list[Status], status: Status, telling: Callable[..., Telling], reports: Read) -> None:
    told = [telling(f"a/{at}-9", status=each, antecedent="mention/event/a/0-9") for at, each in enumerate(statuses)]
    (report,) = reports(*told)
    assert report.status == status


@pytest.mark.parametrize(
    ("types", "found"),
    [
        pytest.param([("Attack", 0.5), ("Death", 0.9), ("Attack", 0.5)], "Attack", id="most"),
        pytest.param([("Attack", 0.5), ("Death", 0.9)], "Death", id="of as many the surest"),
    ],
)
def test_commonest_type(types: list[tuple[str, float]], found: str, telling: Callable[..., Telling]) -> None:
    told = [telling(f"a/{at}-9", type=type_, confidence=sure) for at, (type_, sure) in enumerate(types)]
    assert commonest_type(told) == commonest_type(told[::-1]) == found


def test_when_it_began_is_when_it_was(telling: Callable[..., Telling], reports: Read) -> None:
    open_ended = replace(dateline_span(PartialDate.parse(AUGUST)), edtf="../2021-08", earliest_begin=None)
    first = replace(telling("a/0-1"), time=open_ended)
    dated = telling("a/2-3", time=MONDAY, antecedent=first.id)
    assert reports(first)[0].time == open_ended
    assert reports(first, dated)[0].time == dated.time


def test_a_report_is_named_by_its_smallest_mention(telling: Callable[..., Telling], reports: Read) -> None:
    (report,) = reports(telling("a/9-10"), telling("a/10-11", antecedent="mention/event/a/9-10"))
    assert report.id == "mention/event/a/10-11"
    assert report.first.id == "mention/event/a/9-10"


@pytest.mark.parametrize(
    ("one", "other", "disjoint"),
    [
        pytest.param(MONDAY, TUESDAY, True, id="two days"),
        pytest.param(MONDAY, MONDAY, False, id="one day"),
        pytest.param(MONDAY, AUGUST, False, id="a day and its month"),
        pytest.param("2021-07", AUGUST, True, id="two months"),
        pytest.param("2020", MONDAY, True, id="a year and a day of the next"),
    ],
)
def test_are_disjoint(one: str, other: str, disjoint: bool) -> None:
    first, second = (dateline_span(PartialDate.parse(each)) for each in (one, other))
    assert are_disjoint(first, second) is are_disjoint(second, first) is disjoint


def test_order_told(telling: Callable[..., Telling], reports: Read) -> None:
    quake = telling("a/0-1", before=("mention/event/a/2-3", "mention/event/a/4-5", "mention/event/a/6-7"))
    deaths, aid = telling("a/2-3", sentence=1), telling("a/4-5", sentence=5)
    found = reports(quake, deaths, aid)
    assert list(pairs_told(found)) == [(quake.id, deaths.id), (quake.id, aid.id)], "what is not told is not ordered"
    assert list(pairs_told(found, furthest=1)) == [(quake.id, deaths.id)]
