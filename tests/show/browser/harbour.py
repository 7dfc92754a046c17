"""A timeline of invented events with everything that a chronicle has, for the tests of what surrounds the chart."""

from __future__ import annotations

from typing import Final

from chronotope.show.timeline import Timeline
from chronotope.timeline.claims import Saying
from chronotope.timeline.disagreements import Disagreement, Version
from chronotope.timeline.evidence import Evidence

PLACES: Final = (
    ("place/land", "Westland", "country", 47.0, 3.0, None),
    ("place/city", "Marville", "city", 43.31, 5.38, "place/land"),
    ("place/port", "Old Port", "site", 43.21, 5.2, "place/city"),
    ("place/hill", "Montclair", "city", 48.9, 2.3, "place/land"),
    ("place/isle", "Isle of Gulls", "island", None, None, None),
)
ACTORS: Final = (
    ("actor/dockers", "dockers", "group"),
    ("actor/police", "harbour police", "organization"),
    ("actor/lorne", "Ada Lorne", "person"),
    ("actor/brandt", "Ivo Brandt", "person"),
    ("actor/agency", "Coast Agency", "organization"),
    ("actor/ferries", "Gull Ferries", "organization"),
)
QUAY: Final = Evidence(
    article="article/1", title="Quay in turmoil", date="2030-03-02", url="https://example.org/quay",
    publisher="The Tide", sentence="Dockers clashed with police at the quay.", begin=8, end=15,
    before="… It had rained all night.", after="Nobody was hurt…",
)  # fmt: skip
DEPOT: Final = Evidence(
    article="article/2", title="Depot attacked", date="2030-03-04", url="https://example.org/depot",
    publisher="Northern Post", sentence="Masked men attacked the depot on Sunday.", begin=11, end=19,
)  # fmt: skip
TALKS: Final = Evidence(
    article="article/4", title="Talks go on", date="2030-03-07", url=None, publisher="The Tide",
    sentence="Ada Lorne met the dockers at the café.", begin=10, end=13,
)  # fmt: skip
COPY: Final = DEPOT._replace(article="article/3", publisher="Morning Bell", url=None)
EVENTS: Final = (
    ("clash", "clash at the quay", "Clash", "Conflict", "actual", "2030-03-01", 0.9, 0.9, (QUAY,)),
    ("attack", "attack on the depot", "Attack", "Conflict", "reported", "2030-03-03", 0.6, 0.8, (DEPOT, COPY)),
    ("talks", "meeting at the café", "Meeting", "Politics", "actual", "2030-03-05", 0.9, 0.7, (TALKS,)),
    ("second", "meeting in the hills", "Meeting", "Politics", "planned", "2030-03-12", 0.8, 0.4, (TALKS,)),
    ("ferry", "departure of the ferry", "Departure", "Movement", "actual", "2030-03-06", 1.0, 0.3, (QUAY,)),
    ("return", "return of the ferry", "Departure", "Movement", "denied", "2030-03-08", 0.5, 0.2, (QUAY,)),
    ("march", "march of the dockers", "Clash", "Conflict", "hypothetical", "", 0.4, 0.1, (TALKS,)),
    ("denial", "statement of Ivo Brandt", "Statement", "Politics", "actual", "2030-03-04", 0.9, 0.1, (DEPOT,)),
    ("report", "report of the agency", "Statement", "Politics", "actual", "2030-03-04", 0.9, 0.1, (DEPOT,)),
)
TIES: Final = (
    ("event/clash", "actor/dockers", {"kind": "participation", "role": "agent", "minimum": 30, "maximum": 40}),
    ("event/clash", "actor/police", {"kind": "participation", "role": "patient"}),
    ("event/attack", "actor/police", {"kind": "participation", "role": "patient"}),
    ("event/talks", "actor/lorne", {"kind": "participation", "role": "agent"}),
    ("event/talks", "actor/dockers", {"kind": "participation", "role": "agent"}),
    ("event/second", "actor/lorne", {"kind": "participation", "role": "agent"}),
    ("event/second", "actor/dockers", {"kind": "participation", "role": "agent"}),
    ("event/ferry", "actor/ferries", {"kind": "participation", "role": "agent"}),
    ("event/march", "actor/dockers", {"kind": "participation", "role": "agent"}),
    ("event/denial", "actor/brandt", {"kind": "participation", "role": "agent"}),
    ("event/report", "actor/agency", {"kind": "participation", "role": "agent"}),
    ("actor/brandt", "event/attack", {"kind": "claim", "stance": "denies"}),
    ("actor/agency", "event/attack", {"kind": "claim", "stance": "asserts"}),
    ("event/clash", "place/port", {"kind": "place"}),
    ("event/attack", "place/city", {"kind": "place"}),
    ("event/talks", "place/city", {"kind": "place"}),
    ("event/second", "place/hill", {"kind": "place"}),
    ("event/ferry", "place/isle", {"kind": "place"}),
    ("event/clash", "event/attack", {"kind": "before"}),
    ("event/clash", "event/talks", {"kind": "causes"}),
)
IDENTIFIERS: Final = "https://harbour.example/id/"


def harbour_timeline() -> Timeline:
    """Nine invented events of everything that a chronicle has: places within places, copies, nested claims, speech."""
    timeline = Timeline(title="Unrest at the harbour", language="en", folder="harbour news")
    for place, label, kind, latitude, longitude, container in PLACES:
        where = {"place_kind": kind, "latitude": latitude, "longitude": longitude}
        timeline.add_node(IDENTIFIERS + place, kind="place", label=label, **where)
        if container:
            timeline.add_edge(IDENTIFIERS + place, IDENTIFIERS + container, kind="contained-in")
    for actor, label, kind in ACTORS:
        timeline.add_node(IDENTIFIERS + actor, kind="actor", label=label, actor_kind=kind)
    for event, label, type_, group, status, date, confidence, salience, told in EVENTS:
        bounds = dict.fromkeys(("earliest_begin", "earliest_end"), f"{date}T00:00:00" if date else None)
        bounds |= dict.fromkeys(("latest_begin", "latest_end"), f"{date}T23:59:59" if date else None)
        timeline.add_node(
            f"{IDENTIFIERS}event/{event}", kind="event", label=label, type=type_, type_label=type_, group=group,
            group_label=group, status=status, edtf=date, granularity="day", basis="stated", confidence=confidence,
            salience=salience, mentions=len(told), sources=1, evidence=told, disputes=(), claims=(), time_words=(),
            speech=type_ == "Statement", **bounds,
        )  # fmt: skip
    for source, target, attributes in TIES:
        timeline.add_edge(IDENTIFIERS + source, IDENTIFIERS + target, **attributes)
    report = Saying(f"{IDENTIFIERS}actor/agency", "asserts", "according to the agency", f"{IDENTIFIERS}event/report")
    denial = Saying(f"{IDENTIFIERS}actor/brandt", "denies", "there was no attack", f"{IDENTIFIERS}event/denial")
    days = (Version("2030-03-03", ("article/2",)), Version("2030-03-02", ("article/3",)))
    timeline.nodes[f"{IDENTIFIERS}event/attack"].update(
        claims=((report, denial),), time_words=("on Sunday",), sources=2, disputes=(Disagreement("date", days),)
    )
    timeline.nodes[f"{IDENTIFIERS}actor/dockers"]["names"] = "dockers | longshoremen"
    return timeline
