"""What people decided, as resolving needs it: which mentions belong together, and what is set on their events.

A later correction wins over an earlier one, by the time it was made and then by its id; one that was undone is gone.
Decisions may name mentions of articles that have since been removed: those decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from chronotope.dates import PartialDate
from chronotope.errors import InvalidDate
from chronotope.model import Correction, CorrectionAction, Event, Label, Place, TimeSpan
from chronotope.registry import installed_languages
from chronotope.resolve.times import dateline_span

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What is decided, by ids of mentions; what comes later stands later. False where nothing is.

    `same` holds groups of mentions that tell of one thing, sorted and without overlap, `different` sorted pairs that do
    not, `wrong` mentions whose event is not held. `places` has ids of places, or of a mention of a place that no
    gazetteer knows.
    """

    same: tuple[tuple[str, ...], ...] = ()
    different: frozenset[tuple[str, str]] = frozenset()
    wrong: frozenset[str] = frozenset()
    types: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, tuple[Label, ...]] = field(default_factory=dict)
    dates: Mapping[str, TimeSpan] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any((self.same, self.different, self.wrong, self.types, self.labels, self.dates, self.places))


def decisions_of(corrections: Iterable[Correction]) -> Decisions:
    """What corrections come to, taken in the order in which they were made.

    >>> signed = {"by": "Ada", "at": PartialDate.parse("2026-01-01T12:00Z")}
    >>> made = Correction(action="retype", on=("mention/event/ab12/70-76",), value="Attack", **signed)
    >>> decisions_of([made]).types["mention/event/ab12/70-76"]
    'Attack'
    >>> bool(decisions_of([made, Correction(action="undo", on=(made.id,), **signed)]))
    False
    """
    standing = standing_corrections(corrections)
    same, different = _identities(standing)
    return Decisions(
        same=same,
        different=different,
        wrong=frozenset(mention for each in standing if each.action == "wrong" for mention in each.on),
        types=_latest(standing, "retype"),
        labels=_labels(standing),
        dates={mention: stated_span(value) for mention, value in _latest(standing, "date").items()},
        places=_latest(standing, "place"),
    )


def standing_corrections(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections that count, the earliest first: neither undone nor an undoing."""
    made = sorted(corrections, key=order_of)
    undone = {id_ for each in made if each.action == "undo" for id_ in each.on}
    return tuple(each for each in made if each.action != "undo" and each.id not in undone)


def order_of(correction: Correction) -> tuple[int, str]:
    """What corrections are sorted by: the second in which they were made, then the id. No zone is taken for UTC."""
    at = correction.at
    moment = at.earliest
    second = moment.toordinal() * 86_400 + moment.hour * 3_600 + moment.minute * 60 + moment.second
    if at.zone not in (None, "Z"):
        hours, minutes = (int(part) for part in str(at.zone)[1:].split(":"))
        second -= (1 if str(at.zone)[0] == "+" else -1) * (hours * 3_600 + minutes * 60)
    return second, correction.id


def _identities(
    standing: Iterable[Correction],
) -> tuple[tuple[tuple[str, ...], ...], frozenset[tuple[str, str]]]:
    """Groups of the same and pairs of the different; what comes later takes back what it contradicts."""
    groups: list[set[str]] = []
    apart: set[tuple[str, str]] = set()
    for correction in standing:
        named = set(correction.on)
        if correction.action == "same":
            joined = named.union(*(group for group in groups if group & named))
            groups = [group for group in groups if not group & named] + [joined]
            apart = {pair for pair in apart if not joined.issuperset(pair)}
        elif correction.action == "different":
            others = set(correction.apart_from)
            groups = [part for group in groups for part in _split(group, named, others)]
            apart |= {(min(one, other), max(one, other)) for one in named for other in others}
    return tuple(sorted(tuple(sorted(group)) for group in groups if len(group) > 1)), frozenset(apart)


def _split(group: set[str], named: set[str], others: set[str]) -> list[set[str]]:
    return [group - named, group & named] if group & named and group & others else [group]


def _latest(standing: Iterable[Correction], action: CorrectionAction) -> dict[str, str]:
    found: dict[str, str] = {}
    for correction in standing:
        if correction.action == action and correction.value is not None:
            for mention in correction.on:
                found.pop(mention, None)  # a later decision stands later
                found[mention] = correction.value
    return found


def _labels(standing: Iterable[Correction]) -> dict[str, tuple[Label, ...]]:
    """The label of each language."""
    found: dict[str, tuple[Label, ...]] = {}
    for correction in standing:
        if correction.action == "relabel" and correction.value is not None:
            label = Label(correction.value, correction.language)
            for mention in correction.on:
                found[mention] = _relabelled(found.pop(mention, ()), (label,))
    return found


def _relabelled(labels: Iterable[Label], decided: Iterable[Label]) -> tuple[Label, ...]:
    by_language = {label.language: label for label in labels}
    by_language.update((label.language, label) for label in decided)
    return tuple(by_language[language] for language in sorted(by_language))


def stated_span(text: str) -> TimeSpan:
    """A time that a person states, as EDTF: a date of any precision, or an interval of two.

    "a/b" holds throughout, "[a..b]" is somewhere within; either end of "a/b" may be "..". Raises `InvalidDate`.

    >>> stated_span("2021-08-26").basis, stated_span("2021-08-26/2021-08").latest_end.day
    ('stated', 31)
    """
    text = text.strip()
    try:
        if text.startswith("[") and text.endswith("]"):
            begin, _, end = text[1:-1].partition("..")
            return _somewhere(dateline_span(PartialDate.parse(begin)), dateline_span(PartialDate.parse(end)))
        begin, slash, end = text.partition("/")
        if slash:
            return _throughout(_edge(begin), _edge(end))
    except ValueError as error:
        raise InvalidDate(text) from error
    return dateline_span(PartialDate.parse(text))


def _edge(text: str) -> TimeSpan | None:
    return None if text == ".." else dateline_span(PartialDate.parse(text))


def _somewhere(first: TimeSpan, last: TimeSpan) -> TimeSpan:
    return replace(
        first,
        edtf=f"[{first.edtf}..{last.edtf}]",
        latest_begin=last.latest_begin,
        latest_end=last.latest_end,
        zone=first.zone if first.zone == last.zone else None,
    )


def _throughout(first: TimeSpan | None, last: TimeSpan | None) -> TimeSpan:
    """From a date to another. Raises ValueError for one that is open at both ends, or ends before it begins."""
    known = [span for span in (first, last) if span is not None]
    if not known:
        raise ValueError("an interval needs an end")
    return replace(
        known[0],
        edtf="/".join(".." if span is None else span.edtf for span in (first, last)),
        earliest_begin=None if first is None else first.earliest_begin,
        latest_begin=None if first is None else first.latest_begin,
        earliest_end=None if last is None else last.earliest_end,
        latest_end=None if last is None else last.latest_end,
        zone=known[0].zone if known[0].zone == known[-1].zone else None,
    )


def correct_held(events: Iterable[Event], decisions: Decisions, places: Iterable[Place] = ()) -> tuple[Event, ...]:
    """The held events, those that hold a named mention with the type, time, place and label that were decided for it.

    `places` are those held, the decided ones with them; a place that is none of them is not set.

    >>> span = stated_span("2021")
    >>> event = Event(id="event/1", labels=(Label("vol", "fr"),), type="Flight", status="actual", time=span,
    ...               mentions=("mention/event/ab12/0-3",))
    >>> correct_held([event], Decisions(types={"mention/event/ab12/0-3": "Theft"}))[0].type
    'Theft'
    """
    if not decisions:
        return tuple(events)
    held = {place.id: place for place in places}
    held |= {mention: place for place in list(held.values()) for mention in place.mentions}
    return tuple(_corrected(event, decisions, held) for event in events)


def _corrected(event: Event, decisions: Decisions, held: Mapping[str, Place]) -> Event:
    labels = tuple(label for decided in _decided(decisions.labels, event) for label in decided)
    types, dates = _decided(decisions.types, event), _decided(decisions.dates, event)
    place = next((held[each] for each in _decided(decisions.places, event)[-1:] if each in held), None)
    told = event.labels
    if place is not None:
        told = tuple(_relocated(label, [held[id_] for id_ in event.places if id_ in held], place) for label in told)
    return replace(
        event,
        type=types[-1] if types else event.type,
        time=dates[-1] if dates else event.time,
        places=event.places if place is None else (place.id,),
        labels=_relabelled(told, labels) if labels else told,
    )


def _decided(decided: Mapping[str, _Value], event: Event) -> list[_Value]:
    """What was decided for the mentions of an event, the latest last."""
    found = [mention for mention in event.mentions if mention in decided]
    ordered = sorted(found, key=list(decided).index) if len(found) > 1 else found
    return [decided[mention] for mention in ordered]


def _relocated(label: Label, before: Sequence[Place], place: Place) -> Label:
    """A label of the form "trigger: who, where" with another where."""
    language = installed_languages().get(label.language)
    if language is None:
        return label
    trigger, _, told = label.text.partition(language.colon)
    former = {name.text for each in before for name in each.labels}
    names = {name.language: name.text for name in place.labels}
    kept = [name for name in told.split(", ") if name and name not in former]
    where = names.get(label.language, place.labels[0].text)
    return Label(trigger + language.colon + ", ".join(dict.fromkeys([*kept, where])), label.language)
