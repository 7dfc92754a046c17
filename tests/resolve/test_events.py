"""Mentions of events → events, with times, people, places and order."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

import pytest

from chronotope.dates import PartialDate
from chronotope.extract import extract
from chronotope.lexicon import load_lexicon
from chronotope.mentions import Status
from chronotope.model import Claim, Event, Knowledge, Label, Place, TimeSpan
from chronotope.pipelines import load_pipeline
from chronotope.resolve import resolve
from chronotope.resolve.events import hold_event, order_events, order_of_reports, with_causes
from chronotope.resolve.reports import Report
from chronotope.text import Article

pytestmark = pytest.mark.usefixtures("by_rules")


def hold(text: str, dateline: str | None = "2018-03-17", language: str = "fr") -> Knowledge:
    date = None if dateline is None else PartialDate.parse(dateline)
    article = Article(identifier="a", body=text, language=language, date=date)
    (document,) = load_pipeline(language).read([article])
    return resolve([extract(document, load_lexicon())], load_lexicon())


def event(text: str, dateline: str | None = "2018-03-17") -> Event:
    (found,) = hold(text, dateline).events
    return found


@pytest.mark.parametrize(
    ("text", "dateline", "edtf", "basis"),
    [
        pytest.param("L’armée a attaqué la ville le 3 mai 2010.", "2018-03-17", "2010-05-03", "stated", id="stated"),
        pytest.param(
            "L’armée a attaqué la ville lundi.", "2018-03-17", "2018-03-12", "relative", id="counted from the dateline"
        ),
        pytest.param("L’armée a attaqué la ville.", "2018-03-17", "../2018-03-17", "inferred", id="told in the past"),
        pytest.param("L’armée attaquera la ville.", "2018-03-17", "2018-03-17/..", "inferred", id="planned"),
        pytest.param("L’armée pourrait attaquer la ville.", "2018-03-17", "../..", "inferred", id="hypothetical"),
        pytest.param("L’armée a attaqué la ville.", None, "../..", "inferred", id="no dateline"),
        pytest.param("L’armée a attaqué la ville lundi.", None, "../..", "inferred", id="a weekday without a dateline"),
    ],
)
def test_when(text: str, dateline: str | None, edtf: str, basis: str) -> None:
    time = event(text, dateline).time
    assert (time.edtf, time.basis) == (edtf, basis)


def test_who_and_where() -> None:
    held = hold("L’armée a tué trois soldats à Kaboul.")
    (killing,) = held.events
    names = {actor.id: actor.labels[0].text for actor in held.actors}
    told = [(part.role, names[part.actor], part.minimum, part.maximum) for part in killing.participations]
    assert told == [("agent", "armée", None, None), ("patient", "trois soldats", 3, 3)]
    assert killing.places == ("place/1138958",)
    assert [label.text for label in killing.labels] == ["tué : armée, trois soldats, Kaboul"]


def test_an_event_keeps_its_mention() -> None:
    held = event("Une attaque.")
    assert [mention.rpartition("/")[2] for mention in held.mentions] == ["4-11"]


def _event(name: str, status: Status) -> Event:
    time = TimeSpan(edtf="2018", granularity="year", basis="stated", earliest_begin=datetime(2018, 1, 1))
    return Event(id=f"event/{name}", labels=(), type="Statement", status=status, time=time, mentions=())


@pytest.mark.parametrize(
    ("status", "order"),
    [
        pytest.param("reported", [("event/told", "event/said")], id="what is reported came before"),
        pytest.param("actual", [("event/told", "event/said")], id="what happened came before"),
        pytest.param("planned", [("event/said", "event/told")], id="what is announced comes after"),
        pytest.param("hypothetical", [], id="what is feared has no order"),
        pytest.param("denied", [], id="what is denied has no order"),
    ],
)
def test_order_of_reports(status: Status, order: list[tuple[str, str]]) -> None:
    events = [_event("said", "actual"), _event("told", status)]
    claim = Claim(
        id="claim/1", holder="actor/1", stance="asserts", about=("event/told",), mentions=(), reported_by="event/said"
    )
    assert list(order_of_reports(events, [claim])) == order


@pytest.mark.parametrize(
    ("pairs", "order"),
    [
        pytest.param([("a", "b")], {"a": ["b"]}, id="the earlier before the later"),
        pytest.param([("a", "a")], {}, id="nothing is before itself"),
        pytest.param([("a", "b"), ("b", "a")], {"a": ["b"]}, id="no circle"),
        pytest.param([("a", "b"), ("b", "c"), ("c", "a")], {"a": ["b"], "b": ["c"]}, id="no long circle"),
    ],
)
def test_order_events(pairs: list[tuple[str, str]], order: dict[str, list[str]]) -> None:
    events = [_event(name, "actual") for name in "abc"]
    ordered = order_events(events, [(f"event/{one}", f"event/{other}") for one, other in pairs])
    found = {each.id: each.before for each in ordered if each.before}
    assert found == {f"event/{one}": tuple(f"event/{other}" for other in others) for one, others in order.items()}


def test_what_is_said_came_before_the_saying() -> None:
    held = hold("La police a déclaré que l’armée a attaqué la ville.")
    by_type = {each.type: each for each in held.events}
    assert by_type["Attack"].before == (by_type["Statement"].id,)
    assert by_type["Statement"].before == ()


def test_a_cause_is_what_came_before_and_may_cause() -> None:
    events = [
        replace(_event("quake", "actual"), type="NaturalDisaster"),
        replace(_event("deaths", "reported"), type="Death"),
        replace(_event("vote", "actual"), type="Election"),
        replace(_event("feared", "hypothetical"), type="Injury"),
    ]
    told = [("event/quake", f"event/{later}") for later in ("deaths", "vote", "feared")]
    found = {each.id: each.causes for each in with_causes(events, told, load_lexicon()) if each.causes}
    assert found == {"event/quake": ("event/deaths",)}


NAMES = {
    "place/AF": (Label("Afghanistan", "fr"),),
    "place/kabul": (Label("Kaboul", "fr"), Label("Kabul", "en")),
}
PLACES = {
    "place/AF": Place(id="place/AF", labels=(), kind="country"),
    "place/kabul": Place(id="place/kabul", labels=(), kind="city", contained_in="place/AF"),
}


def together(*reports: Report, texts: Mapping[str, str] | None = None) -> Event:
    return hold_event(reports, texts=texts or {}, fillers={}, names=NAMES, places=PLACES)


def test_an_event_is_named_by_its_smallest_mention(report: Callable[..., Report]) -> None:
    found = together(report("b"), report("a"))
    assert found.mentions == ("mention/event/a/0-4", "mention/event/b/0-4")
    assert found.id == together(report("a")).id != together(report("b")).id


def test_who_names_the_town_knows_more_than_who_names_its_country(report: Callable[..., Report]) -> None:
    assert together(report("a", places=("place/AF",)), report("b", places=("place/kabul",))).places == ("place/kabul",)
    assert together(report("a", places=("place/AF",))).places == ("place/AF",)


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        pytest.param(["reported", "actual"], "actual", id="what is asserted is not made less by who only reports it"),
        pytest.param(["planned", "reported"], "reported", id="what was planned was done"),
        pytest.param(["denied", "reported"], "reported", id="denial is the last word of no one"),
        pytest.param(["denied", "denied"], "denied", id="denied by all"),
    ],
)
def test_status(statuses: list[Status], status: Status, report: Callable[..., Report]) -> None:
    told = [report(article, status=each) for article, each in zip("ab", statuses, strict=True)]
    assert together(*told).status == together(*told[::-1]).status == status


def test_most_texts_tell_the_type_and_copies_count_once(report: Callable[..., Report]) -> None:
    told = [report("a", type="Attack"), report("b", type="Bombing"), report("c", type="Bombing")]
    assert (together(*told).type, together(*told).sources) == ("Bombing", 3)
    copied = {"b": "b", "c": "b"}
    told.append(report("d", type="Attack"))
    assert (together(*told, texts=copied).type, together(*told, texts=copied).sources) == ("Attack", 3)


def test_a_label_a_language_from_its_first_article(report: Callable[..., Report]) -> None:
    told = [
        report("a", date="2021-09-02", word="tuerie"),
        report("b", date="2021-09-01", word="attaque", places=("place/kabul",)),
        report("c", language="en", word="attack"),
    ]
    labels = (Label("attack: Kabul", "en"), Label("attaque : Kaboul", "fr"))
    assert together(*told).labels == together(*told[::-1]).labels == labels


def test_the_first_article_that_dates_it_does(report: Callable[..., Report]) -> None:
    undated, first = report("a", date="2021-08-30"), report("b", date="2021-09-01", time="2021-08-29")
    later = report("c", date="2021-09-02", time="2021-08")
    assert together(later, first, undated).time.edtf == "2021-08-29"
    assert together(undated).time.edtf == "../2021-08-30"
