"""Where articles disagree about one event, and where they only say it otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from chronotope.model import Dispute, Event, Place
from chronotope.resolve.accounts import Telling
from chronotope.resolve.decisions import stated_span
from chronotope.resolve.disputes import disputes_of
from chronotope.resolve.reports import Report
from chronotope.resolve.times import before_dateline

FRANCE = Place(id="place/FR", labels=(), kind="country")
RHONE = Place(id="place/rhone", labels=(), kind="region", contained_in="place/FR")
LYON = Place(id="place/lyon", labels=(), kind="city", contained_in="place/rhone")
NICE = Place(id="place/nice", labels=(), kind="city", contained_in="place/FR")
PLACES = {place.id: place for place in (FRANCE, RHONE, LYON, NICE)}
HASH = "actor/0123456789abcdef"
OTHER_HASH = "actor/fedcba9876543210"
NAMES = {
    name: name.partition("/")[2]
    for name in (*PLACES, "actor/dead", "actor/is", "actor/nato", "actor/mara-salvatrucha", HASH, OTHER_HASH)
}

Make = Callable[..., Report]
Said = dict[str, Any]  # fields of a report, of several types


def disputes(
    reports: Sequence[Report], texts: Mapping[str, str] | None = None, names: Mapping[str, str] | None = None
) -> list[Dispute]:
    event = Event(id="event/1", labels=(), type="Attack", status="actual", time=before_dateline(None), mentions=())
    return list(disputes_of(event, reports, texts=texts or {}, names=names or NAMES, places=PLACES))


def dead(*numbers: int) -> Said:
    return {"who": tuple(("patient", f"actor/{'dead' if at == 0 else 'is'}", each) for at, each in enumerate(numbers))}


def by(*agents: str) -> Said:
    return {"who": tuple(("agent", agent, None) for agent in agents)}


@pytest.mark.parametrize(
    ("one", "other", "aspect", "versions"),
    [
        pytest.param(dead(11), dead(13), "count", ["11", "13"], id="how many"),
        pytest.param(dead(13), dead(13, 170), "count", ["13", "13 + 170"], id="how many, of two groups"),
        pytest.param(
            {"time": "2021-08-26"}, {"time": "2021-08-27"}, "date", ["2021-08-26", "2021-08-27"], id="which day"
        ),
        pytest.param(
            {"places": ("place/lyon",)}, {"places": ("place/nice",)}, "place", ["lyon", "nice"], id="which town"
        ),
        pytest.param({"status": "denied"}, {"status": "actual"}, "status", ["actual", "denied"], id="whether at all"),
        pytest.param(
            {"status": "reported"}, {"status": "denied"}, "status", ["denied", "reported"], id="whether, as reported"
        ),
        pytest.param(by("actor/is"), by("actor/nato"), "actor", ["is", "nato"], id="who"),
    ],
)
def test_what_is_disputed(one: Said, other: Said, aspect: str, versions: list[str], report: Make) -> None:
    for first, second in ((one, other), (other, one)):
        (dispute,) = disputes([report("a", **first), report("b", **second)])
        assert (dispute.event, dispute.aspect) == ("event/1", aspect)
        assert [version.value for version in dispute.versions] == versions
        assert sorted(article for version in dispute.versions for article in version.articles) == [
            "article/a",
            "article/b",
        ]
        assert all(version.mentions for version in dispute.versions if aspect != "place")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(dead(11), dead(11), id="the same number"),
        pytest.param(dead(11), {}, id="a number and none"),
        pytest.param({"time": "2021-08"}, {"time": "2021-08-27"}, id="a day of the month"),
        pytest.param({"time": "2021-08-27"}, {}, id="a day and none"),
        pytest.param({"places": ("place/lyon",)}, {"places": ("place/rhone",)}, id="a town and its region"),
        pytest.param({"places": ("place/FR",)}, {"places": ("place/nice",)}, id="a country and its town"),
        pytest.param({"places": ("place/lyon",)}, {}, id="a town and none"),
        pytest.param({"status": "planned"}, {"status": "actual"}, id="planned, then done"),
        pytest.param({"status": "hypothetical"}, {"status": "denied"}, id="feared, and denied"),
        pytest.param(by("actor/is"), by("actor/is", "actor/nato"), id="one of two"),
        pytest.param(by("actor/is"), by(HASH), id="a group and armed men"),
        pytest.param(by(HASH), by(OTHER_HASH), id="armed men and rebels"),
        pytest.param(by("actor/is"), {}, id="a group and nobody"),
    ],
)
def test_what_is_not(one: Said, other: Said, report: Make) -> None:
    assert disputes([report("a", **one), report("b", **other)]) == []
    assert disputes([report("b", **other), report("a", **one)]) == []


def test_each_aspect_by_itself(report: Make) -> None:
    found = disputes(
        [
            report("a", time="2021-08-26", places=("place/lyon",), **dead(11)),
            report("b", time="2021-08-27", places=("place/nice",), **dead(13)),
        ]
    )
    assert [dispute.aspect for dispute in found] == ["count", "date", "place"]


def test_who_says_the_same_stands_together(report: Make) -> None:
    (dispute,) = disputes([report("a", **dead(11)), report("b", **dead(13)), report("c", **dead(11))])
    assert [(version.value, version.articles) for version in dispute.versions] == [
        ("11", ("article/a", "article/c")),
        ("13", ("article/b",)),
    ]


def test_one_text_disputes_nothing(report: Make) -> None:
    assert disputes([report("a", **dead(11))]) == []


def test_copies_count_once(report: Make) -> None:
    edited = [report("a", **dead(11)), report("b", **dead(13))]
    assert disputes(edited, {"a": "a", "b": "a"}) == []


def test_a_text_and_its_copy_do_not_disagree_beside_a_third(report: Make) -> None:
    edited = [report("a", **dead(11)), report("b", **dead(13)), report("c")]
    assert disputes(edited, {"a": "a", "b": "a"}) == []


def test_a_copy_is_named_with_its_text(report: Make) -> None:
    (dispute,) = disputes([report("a", **dead(11)), report("b", **dead(11)), report("c", **dead(13))], {"b": "a"})
    assert dispute.versions[0].articles == ("article/a", "article/b")


def test_two_towns_of_one_name_are_two_versions(report: Make) -> None:
    first, second = report("a", places=("place/lyon",)), report("b", places=("place/nice",))
    names = {"place/lyon": "Saint-Denis", "place/nice": "Saint-Denis"}
    (dispute,) = disputes([first, second], names=names)
    assert [version.value for version in dispute.versions] == ["Saint-Denis (place/lyon)", "Saint-Denis (place/nice)"]


def test_the_morning_and_the_evening_of_a_day_are_two_versions(report: Make, telling: Callable[..., Telling]) -> None:
    spans = [
        replace(stated_span("2021-08-26"), earliest_begin=begin, latest_begin=end, earliest_end=begin, latest_end=end)
        for begin, end in (
            (datetime(2021, 8, 26, 5), datetime(2021, 8, 26, 11)),
            (datetime(2021, 8, 26, 18), datetime(2021, 8, 26, 23)),
        )
    ]
    told = [replace(telling(f"{article}/0-4"), time=span) for article, span in zip("ab", spans, strict=True)]
    (dispute,) = disputes([report("a", told[0]), report("b", told[1])])
    assert [version.value for version in dispute.versions] == [
        "2021-08-26 (2021-08-26T05:00/2021-08-26T11:00)",
        "2021-08-26 (2021-08-26T18:00/2021-08-26T23:00)",
    ]


def test_an_id_of_the_thesaurus_may_be_as_long_as_a_hash(report: Make) -> None:
    (dispute,) = disputes([report("a", **by("actor/mara-salvatrucha")), report("b", **by("actor/nato"))])
    assert dispute.aspect == "actor"


def test_many_articles_that_say_the_same_cost_little(report: Make) -> None:
    many = [report(f"a{number}", places=("place/lyon",), **dead(11)) for number in range(3000)]
    assert disputes(many) == []
