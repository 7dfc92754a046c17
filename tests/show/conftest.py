from __future__ import annotations

import pytest

from chronotope.show.timeline import Timeline
from chronotope.timeline.claims import Saying
from chronotope.timeline.disagreements import Disagreement, Version
from chronotope.timeline.evidence import Evidence

HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(1)">'


@pytest.fixture
def hostile() -> str:
    """What a page must show and never run."""
    return HOSTILE


@pytest.fixture
def disputed(timeline: Timeline, hostile: str) -> Timeline:
    """The same, but three articles tell of the attack, two of them one text, and disagree on how many attacked."""
    said = evidence("Six hommes ont attaqué l’aéroport.", "ont attaqué")._replace(publisher=None, date=None)
    told = (said._replace(article="article/2", title="Kaboul attaquée"), said._replace(article="article/3"))
    first = timeline.nodes["event/attack"]["evidence"]
    versions = (Version("7", ("article/1",)), Version(f"6 {hostile}", ("article/2", "article/3")))
    days = (Version("2021-08-26", ("article/1",)), Version("2021-08-27", ("article/2",)))
    disputes = (Disagreement("count", versions), Disagreement("date", days))
    timeline.nodes["event/attack"].update(evidence=(*first, *told), sources=2, mentions=3, disputes=disputes)
    return timeline


@pytest.fixture
def timeline() -> Timeline:
    """Six events of every status, dated and not, with made-up sentences; the last one is hostile wherever it can be."""
    timeline = Timeline(title=f"Kaboul {HOSTILE}", language="fr")
    timeline.add_node("place/kabul", kind="place", label="Kaboul", place_kind="city", latitude=34.5, longitude=69.2)
    timeline.add_node("place/af", kind="place", label="Afghanistan", place_kind="country", latitude=None)
    timeline.add_edge("place/kabul", "place/af", kind="contained-in")
    for actor, label, kind in (
        ("actor/army", "armée de l’air", "organization"),
        ("actor/group", "sept assaillants", "group"),
        ("actor/hostile", HOSTILE, "person"),
    ):
        timeline.add_node(actor, kind="actor", label=label, actor_kind=kind)
    add_event(
        timeline, "attack", "attaque de l’aéroport", "Conflict", "actual", "2021-08-26", day("2021-08-26"),
        evidence("🔥 Sept assaillants ont attaqué l’aéroport.", "ont attaqué", url="https://example.org/attaque")
        ._replace(before="… la nuit fut calme. ", after=" Les vols sont suspendus."),
        salience=0.9, time_words=("jeudi",),
    )  # fmt: skip
    add_event(
        timeline, "flight", "vol d’évacuation", "Movement", "planned", "2021-08", month("2021-08"),
        evidence("Un vol doit évacuer les civils.", "évacuer"), salience=0.4,
    )  # fmt: skip
    add_event(
        timeline, "threat", "menace", "Conflict", "reported", "2021-08-27/..",
        {"earliest_begin": "2021-08-27T00:00:00"}, evidence("La menace demeure depuis vendredi.", "menace"),
    )  # fmt: skip
    add_event(
        timeline, "talks", "négociations", "Politics", "denied", "2021-08-28", day("2021-08-28"),
        evidence("Il n’y a eu aucune négociation.", "négociation"), salience=0.6,
    )  # fmt: skip
    add_event(
        timeline, "strike", "frappe", "Conflict", "hypothetical", "", {},
        evidence("Une frappe serait possible.", "frappe"), salience=0.2,
    )  # fmt: skip
    add_event(
        timeline, "hostile", HOSTILE, "Politics", "reported", "2021-08-29", day("2021-08-29"),
        evidence(f"Il a écrit {HOSTILE} hier.\u2028Fin.", HOSTILE, url="javascript:alert(1)", title=HOSTILE)
        ._replace(before=HOSTILE, after=HOSTILE),
        salience=0.3, time_words=(HOSTILE,), claims=((Saying("actor/hostile", "asserts", HOSTILE, None),),),
    )  # fmt: skip
    timeline.add_edge("event/attack", "actor/group", kind="participation", role="agent", minimum=6, maximum=7)
    timeline.add_edge("event/flight", "actor/army", kind="participation", role="agent", minimum=None, maximum=None)
    timeline.add_edge("event/hostile", "actor/hostile", kind="participation", role="agent", minimum=None, maximum=None)
    timeline.add_edge("actor/army", "event/threat", kind="claim", stance="warns")
    timeline.add_edge("actor/hostile", "event/hostile", kind="claim", stance="asserts")
    timeline.add_edge("event/attack", "place/kabul", kind="place")
    timeline.add_edge("event/attack", "event/threat", kind="causes")
    timeline.add_edge("event/attack", "event/talks", kind="before")
    return timeline


def add_event(
    timeline: Timeline,
    name: str,
    label: str,
    group: str,
    status: str,
    edtf: str,
    dates: dict[str, str],
    evidence: Evidence,
    *,
    salience: float = 0.5,
    time_words: tuple[str, ...] = (),
    claims: tuple[tuple[Saying, ...], ...] = (),
) -> None:
    bounds = dict.fromkeys(("earliest_begin", "latest_begin", "earliest_end", "latest_end")) | dates
    timeline.add_node(
        f"event/{name}", kind="event", label=label, type=group, type_label=group, group=group, group_label=group,
        status=status, edtf=edtf, granularity="day", basis="stated", confidence=0.8, evidence=(evidence,),
        sources=1, mentions=1, salience=salience, speech=False, claims=claims, time_words=time_words, disputes=(),
        **bounds,
    )  # fmt: skip


def day(date: str) -> dict[str, str]:
    return {
        "earliest_begin": f"{date}T00:00:00",
        "latest_begin": f"{date}T23:59:59",
        "earliest_end": f"{date}T00:00:00",
        "latest_end": f"{date}T23:59:59",
    }


def month(month: str) -> dict[str, str]:
    first, last = day(f"{month}-01"), day(f"{month}-31")
    return {**first, "latest_begin": last["latest_begin"], "latest_end": last["latest_end"]}


def evidence(sentence: str, words: str, *, url: str | None = None, title: str | None = None) -> Evidence:
    begin = sentence.index(words)
    return Evidence(
        article="article/1", title=title, date="2021-08", url=url, publisher="Agence Sud",
        sentence=sentence, begin=begin, end=begin + len(words),
    )  # fmt: skip
