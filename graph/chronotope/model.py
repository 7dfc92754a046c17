"""What we hold: time spans, places, actors, events and claims, each with its id and the mentions it came from.

What people decide about them is held too: corrections.

Ids are relative to `https://w3id.org/chronotope/id/`. `mentions` hold ids of mentions, sorted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from chronotope.dates import PartialDate
from chronotope.mentions import ActorKind, Role, Stance, Status
from chronotope.text import content_key

TimeBasis = Literal["stated", "relative", "inferred"]
TimeGranularity = Literal["century", "decade", "year", "quarter", "month", "week", "day", "hour", "minute", "second"]
# fmt: off
PlaceKind = Literal[
    "continent", "country", "region", "city", "quarter", "site", "water",
    "airport", "base", "bay", "beach", "bridge", "building", "camp", "cemetery", "church", "crossing", "dam",
    "desert", "embassy", "factory", "forest", "hospital", "hotel", "island", "lake", "market", "mine", "monument",
    "mosque", "mountain", "museum", "palace", "park", "peninsula", "port", "prison", "river", "route", "school",
    "sea", "square", "stadium", "station", "strait", "street", "synagogue", "temple", "theatre", "tunnel",
    "university", "valley",
]
# fmt: on


class Label(NamedTuple):
    """A name and the language it is in ("" where it belongs to none)."""

    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """When something is: four bounds in local time, each present when known, and the same as EDTF for people.

    `basis` says where it comes from: stated in words, relative to the dateline or to something else, or inferred.
    A stated zone is kept and never shifts a bound. EDTF: https://www.loc.gov/standards/datetime/, level 1, and
    `[a..b]` of level 2 for "somewhere within".
    """

    edtf: str
    granularity: TimeGranularity
    basis: TimeBasis
    earliest_begin: datetime | None = None
    latest_begin: datetime | None = None
    earliest_end: datetime | None = None
    latest_end: datetime | None = None
    zone: str | None = None

    def __post_init__(self) -> None:
        pairs = (
            (self.earliest_begin, self.latest_begin),
            (self.earliest_end, self.latest_end),
            (self.earliest_begin, self.latest_end),
        )
        if any(low is not None and high is not None and low > high for low, high in pairs):
            raise ValueError(f"bounds of {self.edtf} are out of order")

    @property
    def id(self) -> str:
        bounds = (self.earliest_begin, self.latest_begin, self.earliest_end, self.latest_end)
        content = [str(bound) for bound in bounds]
        return f"time/{content_key(self.edtf, self.granularity, self.basis, str(self.zone), *content)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place, with its entry in a gazetteer where it has one. Coordinates are WGS 84 degrees.

    `confidence` (0–1) says how sure it is that its mentions mean this entry, `alternatives` holds the ids of other
    entries that they may mean, the likeliest first. Both say nothing of a place that only holds others.
    """

    id: str
    labels: tuple[Label, ...]
    kind: PlaceKind | None = None
    mentions: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    contained_in: str | None = None
    same_as: str | None = None
    confidence: float | None = None
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, organisation, armed group, state or group of people.

    `country` is the id of the country it is told to be of ("soldats britanniques": "place/GB").
    """

    id: str
    labels: tuple[Label, ...]
    kind: ActorKind
    mentions: tuple[str, ...] = ()
    member_of: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """An actor in a role of one event; counts are a range where sources differ."""

    role: Role
    actor: str
    mentions: tuple[str, ...]
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, happens, is planned, feared or denied, as all its mentions together tell it.

    `before` holds ids of events known to come later, `causes` those of events that it is told to have caused.
    `sources` counts the independent texts that tell of it, copies of one text once. `time_reasons` says in words why
    it is dated so, where no article says it outright. `confidence` lies between 0 and 1.
    """

    id: str
    labels: tuple[Label, ...]
    type: str
    status: Status
    time: TimeSpan
    mentions: tuple[str, ...]
    participations: tuple[Participation, ...] = ()
    places: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    sources: int = 1
    time_reasons: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody vouches for events or claims: `about` holds their ids, `reported_by` the id of the speech event."""

    id: str
    holder: str
    stance: Stance
    about: tuple[str, ...]
    mentions: tuple[str, ...]
    reported_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two mentions of different reports that were taken for one event: how likely that is (0–1), and why."""

    one: str
    other: str
    likeness: float
    reasons: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"merge/{content_key(self.one, self.other)}"


DisputedAspect = Literal["count", "date", "place", "status", "actor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One of several things that are said of an event: what, by which articles, in which mentions."""

    value: str
    articles: tuple[str, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What articles say differently of an event; each version stands with its articles, sorted by what it says."""

    event: str
    aspect: DisputedAspect
    versions: tuple[Version, ...]

    @property
    def id(self) -> str:
        told = (f"{version.value} {' '.join(version.articles)}" for version in self.versions)
        return f"dispute/{content_key(self.event, self.aspect, *told)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """What is said of times and cannot all hold: the events it is said of, and each saying, with what was left out."""

    events: tuple[str, ...]
    reasons: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"contradiction/{content_key(*self.events, *self.reasons)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All that is held, each kind sorted by id; pairs are sorted by their first."""

    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    merges: tuple[Merge, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    """Ids of articles that are copies of one text: each and the one that stands for all."""
    replaced: tuple[tuple[str, str], ...] = ()
    """Ids that what is held had before it was merged, and those it has now."""


CorrectionAction = Literal["dateline", "same", "different", "retype", "relabel", "wrong", "date", "place", "undo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A decision of a person, dated and signed. It names mentions and articles, which outlive every rebuild.

    `on` holds their ids, sorted (for "undo" that of a correction), `value` is what was set, `was` what stood there
    before (None where nothing did). "different" parts the mentions of `on` from those of `apart_from`. `language` is
    that of a label.
    """

    action: CorrectionAction
    on: tuple[str, ...]
    by: str
    at: PartialDate
    value: str | None = None
    was: str | None = None
    reason: str | None = None
    language: str = ""
    apart_from: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        content = (self.action, *self.on, self.value or "", self.was or "", self.by, str(self.at), self.reason or "")
        more = (f"@{self.language}",) if self.language else ()
        return f"correction/{content_key(*content, *more, *self.apart_from)}"
