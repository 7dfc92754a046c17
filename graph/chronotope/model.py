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
PlaceKind = Literal["continent", "country", "region", "city"]


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
    """A place, with its entry in a gazetteer where it has one. Coordinates are WGS 84 degrees."""

    id: str
    labels: tuple[Label, ...]
    kind: PlaceKind | None = None
    mentions: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    contained_in: str | None = None
    same_as: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, organisation, armed group, state or group of people."""

    id: str
    labels: tuple[Label, ...]
    kind: ActorKind
    mentions: tuple[str, ...] = ()
    member_of: str | None = None


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
    `confidence` lies between 0 and 1.
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
class Knowledge:
    """All that is held, each kind sorted by id."""

    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()


CorrectionAction = Literal["dateline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A decision of a person, dated and signed. It names mentions and articles, which outlive every rebuild.

    `on` holds their ids, `value` is what was set, `was` what stood there before (None where nothing did).
    """

    action: CorrectionAction
    on: tuple[str, ...]
    value: str
    was: str | None
    by: str
    at: PartialDate
    reason: str | None = None

    @property
    def id(self) -> str:
        content = (self.action, *self.on, self.value, self.was or "", self.by, str(self.at), self.reason or "")
        return f"correction/{content_key(*content)}"
