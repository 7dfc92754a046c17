"""What the classifiers make of a document: its events, and of each its type, sources, status, roles, time and place.

One judgement after the other, in the order of `training/events.py`: later ones see what earlier ones said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, cast

from chronotope.extract.learned.attribution import HOLDS, Attributed, pair_features, pairs
from chronotope.extract.learned.circumstances import Offered, Told, offered, place_features, time_features, time_offers
from chronotope.extract.learned.coreference import are_distinct, coreference_features, mention_pairs
from chronotope.extract.learned.fillers import NONE, filler_features, filler_heads, rule_roles
from chronotope.extract.learned.inheritance import Own, best_of, inherited
from chronotope.extract.learned.maxent import MaxEnt
from chronotope.extract.learned.ordering import BEFORE, ordered_pairs, ordering_features, without_circles
from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import Candidate, Recognised, candidates, recognise
from chronotope.extract.learned.sources import Source, sources
from chronotope.extract.learned.status import is_hearsay, status_features
from chronotope.mentions import Mention, Role, Status

Models = Mapping[str, MaxEnt]
# How sure a classifier must be; what it is less sure of is left out, because a wrong answer costs more than none.
SURE: Final = {"claim": 0.4, "role": 0.4, "time": 0.3, "place": 0.35, "coreference": 0.3, "order": 0.5}

# What tells two events apart has to be surer than what is said of one.
KNOWN: Final = 0.5


class Filled(NamedTuple):
    """The token that heads what fills a role, and how sure that is."""

    head: int
    role: Role
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """All judgements about a document; sequences run parallel to `events`."""

    reading: Reading
    candidates: Sequence[Candidate]
    events: Sequence[Recognised]
    sources: Sequence[Source]
    attributed: Sequence[Sequence[Attributed]]
    """The sources that vouch for each event, the likeliest first."""
    statuses: Sequence[Status]
    filled: Sequence[Sequence[Filled]]
    times: Sequence[Own]
    """The time of each event, its own or that of another; it has none where `SURE` is not reached."""
    places: Sequence[Own]
    own_times: Sequence[Own]
    """The time that each event would have by itself."""
    own_places: Sequence[Own]
    beside: Sequence[Sequence[Offered]]
    """All places of its own sentence that an event has."""
    antecedents: Sequence[int | None]
    """The number of the earlier event that each is another mention of."""
    order: Sequence[tuple[int, int]]
    """Numbers of events of which the first came before the second, in order."""

    def after(self, number: int) -> list[int]:
        """The numbers of the events that, by the text, came after one."""
        first = bisect_left(self.order, (number, -1))
        return [later for _, later in self.order[first : bisect_left(self.order, (number + 1, -1))]]


def judge(reading: Reading, mentions: Sequence[Mention], models: Models) -> Judged:
    """Judge a document; `mentions` are its times and places, of which those in teasers and captions say nothing."""
    own = in_own_text(reading, mentions)
    proposed = candidates(reading)
    events = list(recognise(reading, proposed, models))
    found = sources(reading, proposed)
    attributed = attributions(reading, events, found, models["claim"])
    statuses = [
        _status(reading, event, [found[each.source].stance for each in its], models)
        for event, its in zip(events, attributed, strict=True)
    ]
    filled = _roles(reading, events, models)
    times_by_itself = own_times(reading, events, statuses, own, models["time"])
    times = list(inherited(reading, events, statuses, times_by_itself, models["inherited time"]))
    places_by_itself, beside = own_places(reading, events, statuses, own, models["place"])
    places = list(inherited(reading, events, statuses, places_by_itself, models["inherited place"]))
    roles = [{each.head: each.role for each in its} for its in filled]
    values, sites = known(times), known(places)
    told_by = _told_by(events, found, attributed)
    antecedents = _antecedents(reading, events, statuses, roles, values, sites, models)
    return Judged(
        reading=reading,
        candidates=proposed,
        events=events,
        sources=found,
        attributed=attributed,
        statuses=statuses,
        filled=filled,
        times=times,
        places=places,
        own_times=times_by_itself,
        own_places=places_by_itself,
        beside=beside,
        antecedents=antecedents,
        order=_order(reading, events, statuses, times, told_by, antecedents, models),
    )


def in_own_text(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that stand in no teaser or caption."""
    return [each for each in mentions if reading.zoned.isdisjoint(reading.document.tokens_in(each.span))]


def _told_by(
    events: Sequence[Recognised], found: Sequence[Source], attributed: Sequence[Sequence[Attributed]]
) -> dict[int, list[int]]:
    """The numbers of the speech events by which each event is told."""
    speech = {event.candidate.head: number for number, event in enumerate(events)}
    return {
        number: [speech[found[each.source].head] for each in its if found[each.source].head in speech]
        for number, its in enumerate(attributed)
    }


def _order(
    reading: Reading,
    events: Sequence[Recognised],
    statuses: Sequence[str],
    times: Sequence[Own],
    told_by: Mapping[int, Sequence[int]],
    antecedents: Sequence[int | None],
    models: Models,
) -> list[tuple[int, int]]:
    """Which events came before which, without those pairs that follow from others."""
    if "order" not in models:
        return []
    near, sure = list(ordered_pairs(statuses)), []
    same = _chains(antecedents)
    near = [(earlier, later) for earlier, later in near if same[earlier] != same[later]]
    features = (ordering_features(reading, events, statuses, times, told_by, *pair) for pair in near)
    for (earlier, later), (name, share) in zip(near, models["order"].bests(features), strict=True):
        if name != NONE and share >= SURE["order"]:
            sure.append((share, earlier, later) if name == BEFORE else (share, later, earlier))
    causal = {(first, second) for _, first, second in sure if _may_cause(reading, events[first], events[second])}
    return without_circles(sure, causal)


def _may_cause(reading: Reading, one: Recognised, other: Recognised) -> bool:
    """Whether an event may have caused another that is told within a sentence of it."""
    apart = reading.sentences[one.candidate.head] - reading.sentences[other.candidate.head]
    return abs(apart) <= 1 and other.type in reading.lexicon.effects.get(one.type, ())


def known(own: Sequence[Own]) -> list[str | None]:
    """The times, or places, that are sure enough to tell two events apart."""
    return [each.value if each.share >= KNOWN else None for each in own]


def attributions(
    reading: Reading, events: Sequence[Recognised], found: Sequence[Source], model: MaxEnt
) -> list[list[Attributed]]:
    """The sources that vouch for each event, the likeliest first."""
    by_event: dict[int, list[Attributed]] = defaultdict(list)
    near = list(pairs(reading, events, found))
    shares = model.shares(HOLDS, (pair_features(reading, events, found, event, source) for event, source in near))
    for (event, source), share in zip(near, shares, strict=True):
        if share >= SURE["claim"]:
            by_event[event].append(Attributed(event, source, share))
    return [
        sorted(by_event.get(number, ()), key=lambda each: (-each.share, each.source)) for number in range(len(events))
    ]


def _status(reading: Reading, event: Recognised, stances: Sequence[str], models: Models) -> Status:
    status = cast("Status", models["status"].best(status_features(reading, event, stances))[0])
    return "reported" if status == "actual" and is_hearsay(reading, event) else status


def _roles(reading: Reading, events: Sequence[Recognised], models: Models) -> list[list[Filled]]:
    heads = sorted(event.candidate.head for event in events)
    filled: list[list[Filled]] = []
    for event in events:
        ruled = rule_roles(reading, event)
        near = list(filler_heads(reading, event))
        answers = models["role"].bests(filler_features(reading, event, ruled, heads, index) for index in near)
        filled.append(
            [
                Filled(index, cast("Role", role), share)
                for index, (role, share) in zip(near, answers, strict=True)
                if role != NONE and share >= SURE["role"]
            ]
        )
    return filled


def own_times(
    reading: Reading,
    events: Sequence[Recognised],
    statuses: Sequence[str],
    mentions: Sequence[Mention],
    model: MaxEnt,
) -> list[Own]:
    """The likeliest time of each event by itself."""
    times = Told.times(reading, mentions)
    own = []
    for event, status in zip(events, statuses, strict=True):
        told = time_offers(reading, event, times)
        features = (time_features(reading, event, status, told, events, offer) for offer in told)
        own.append(best_of(told, model.shares("at", features)))
    return own


def own_places(
    reading: Reading,
    events: Sequence[Recognised],
    statuses: Sequence[str],
    mentions: Sequence[Mention],
    model: MaxEnt,
) -> tuple[list[Own], list[list[Offered]]]:
    """The likeliest place of each event by itself, and all that its own sentence gives it."""
    places = Told.places(reading, mentions)
    own: list[Own] = []
    beside: list[list[Offered]] = []
    for event, status in zip(events, statuses, strict=True):
        told = list(offered(reading, event, places))
        features = (place_features(reading, event, status, told, events, offer) for offer in told)
        shares = model.shares("at", features)
        own.append(best_of(told, shares))
        likely = (offer for offer, share in zip(told, shares, strict=True) if share >= SURE["place"])
        beside.append([offer for offer in likely if offer.source == "here"])
    return own, beside


def _chains(antecedents: Sequence[int | None]) -> list[int]:
    """For each event the number of its first mention."""
    first: list[int] = []
    for number, antecedent in enumerate(antecedents):
        first.append(number if antecedent is None else first[antecedent])
    return first


def _antecedents(
    reading: Reading,
    events: Sequence[Recognised],
    statuses: Sequence[str],
    fillers: Sequence[Mapping[int, str]],
    times: Sequence[str | None],
    places: Sequence[str | None],
    models: Models,
) -> list[int | None]:
    """For each event the number of the earlier mention that most likely tells of the same, if any likely does.

    A mention joins the mentions of an event only where it is likely, on the whole, to tell of the same as all of them.
    """
    shares: list[dict[int, float]] = [{} for _ in events]
    near = [pair for pair in mention_pairs(events) if not are_distinct(reading, events, statuses, times, *pair)]
    features = (coreference_features(reading, events, statuses, fillers, times, places, *pair) for pair in near)
    for (earlier, later), share in zip(near, models["coreference"].shares("same", features), strict=True):
        shares[later][earlier] = share
    group_of: list[list[int]] = []
    antecedents: list[int | None] = []
    for number, its in enumerate(shares):
        best: tuple[float, int] | None = None
        for earlier, share in its.items():
            whole = [its.get(other, 0.0) for other in group_of[earlier]]
            if share >= SURE["coreference"] and sum(whole) / len(whole) >= SURE["coreference"]:
                best = max(best or (share, earlier), (share, earlier))
        antecedents.append(None if best is None else best[1])
        group_of.append([] if best is None else group_of[best[1]])
        group_of[number].append(number)
    return antecedents
