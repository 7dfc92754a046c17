"""What people decide: each decision is a signed record in the graph, honoured by every rebuild until it is undone.

Nothing is read again: an extraction keeps times as neutral expressions ("hier" is `shift(-1, day)`), which resolve
against any dateline, and all other decisions are named on mentions, which `resolve.decisions` reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeVar, get_args

import pyoxigraph as ox

from chronotope.chronicle import Progress, change_chronicle, open_chronicle
from chronotope.dates import PartialDate
from chronotope.errors import InvalidCorrection, InvalidDate
from chronotope.gazetteer import load_gazetteer
from chronotope.model import Correction
from chronotope.rdf.choices import find_event_type, find_place
from chronotope.rdf.named import find_article, find_mentions, holders_of
from chronotope.rdf.read import read_article, read_extraction
from chronotope.rdf.read_corrections import read_corrections
from chronotope.rdf.terms import id_node, node
from chronotope.rdf.vocabulary import CHT, CORRECTIONS, KNOWLEDGE, RDFS, SEM
from chronotope.rdf.write import extraction_quads
from chronotope.rdf.write_corrections import correction_quads
from chronotope.registry import installed_languages
from chronotope.resolve.decisions import Decisions, decisions_of, order_of, standing_corrections, stated_span

EDITOR: Final = "editor"
"""Who makes a correction that nobody signed."""
EventAction = Literal["same", "different", "retype", "relabel", "wrong", "date", "place"]
_LANGUAGE: Final = re.compile(r"[a-z]{2,8}(-[a-z0-9]{1,8})*")
_Report = TypeVar("_Report", "CorrectionReport", "EventCorrectionReport")


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionReport:
    """What was corrected: the article, its date now and before. `correction` is None where the date was so already."""

    article: str
    identifier: str
    date: str
    was: str | None
    correction: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCorrectionReport:
    """What was decided on which mentions, as in `Correction`, and the ids of the events or actors that now hold them.

    `correction` is None where it was decided so already.
    """

    action: EventAction
    on: tuple[str, ...]
    apart_from: tuple[str, ...]
    value: str | None
    was: str | None
    correction: str | None
    held: tuple[str, ...] = ()


class ListedCorrection(NamedTuple):
    """A correction on record, and the id of what took it back, if anything did."""

    correction: Correction
    undone_by: str | None


def correct_dateline(
    folder: str | Path,
    article: str,
    date: str | PartialDate,
    *,
    by: str = EDITOR,
    reason: str | None = None,
    at: str | PartialDate | None = None,
    progress: Progress = lambda _what, _number: None,
) -> CorrectionReport:
    """Set the date of an article, named by its id, its key or its identifier, and resolve its times anew.

    The graph is then the one that the article would have given with that date, beside the record of the correction in
    `cht:corrections`. `at` is when it was decided, now if it is not given. Raises `InvalidDate`, `UnknownArticle`,
    `InvalidCorrection`, `NotAChronicle` and `ChronicleInUse`; the chronicle is then as it was.
    """
    dateline = date if isinstance(date, PartialDate) else PartialDate.parse(date)
    proposal = _signed(Correction(action="dateline", on=(), by=by, at=_moment(at), value=str(dateline), reason=reason))
    return _change(folder, lambda store: _set_dateline(store, article, dateline, proposal), progress)


def correct_event(
    folder: str | Path,
    action: EventAction,
    events: Sequence[str],
    value: str | None = None,
    *,
    language: str | None = None,
    by: str = EDITOR,
    reason: str | None = None,
    at: str | PartialDate | None = None,
    progress: Progress = lambda _what, _number: None,
) -> EventCorrectionReport:
    """Decide on events, each named by its id, its IRI or one of its mentions, and derive anew what is held.

    "same" takes several, "different" two, or an event and those of its mentions that tell of another; both take actors
    as well. The others take one; "retype", "relabel", "date" and "place" set the value given, a label in `language`
    (else that of the article). Raises `UnknownEvent`, `InvalidCorrection`, `InvalidDate`, `NotAChronicle` and
    `ChronicleInUse`; the chronicle is then as it was.
    """
    if action not in get_args(EventAction):
        raise InvalidCorrection(
            f"no such correction: {action}", remedy=f"make one of {', '.join(get_args(EventAction))}"
        )
    if (value is None) == (action in _VALUES):
        raise InvalidCorrection(f"{action} takes {'a' if value is None else 'no'} value", remedy="see `correct --help`")
    proposal = _signed(Correction(action=action, on=(), by=by, at=_moment(at), value=value, reason=reason))
    spoken = _language(language)
    report = _change(folder, lambda store: _decide(store, action, events, replace(proposal, language=spoken)), progress)
    store = open_chronicle(folder).store
    held = {id_ for mention in (*report.on, *report.apart_from) for id_ in holders_of(store, mention)}
    return replace(report, held=tuple(sorted(held)))


def undo_correction(
    folder: str | Path,
    correction: str,
    *,
    by: str = EDITOR,
    reason: str | None = None,
    at: str | PartialDate | None = None,
    progress: Progress = lambda _what, _number: None,
) -> ListedCorrection:
    """Take back a correction, named by its id, and derive anew what is held; both decisions stay on record.

    Raises `InvalidCorrection` for one that is not known, was undone already, or is itself an undoing.
    """
    proposal = _signed(Correction(action="undo", on=(), by=by, at=_moment(at), reason=reason))
    undone = change_chronicle(folder, lambda store: _undo(store, correction, proposal), progress=progress)
    assert undone is not None  # noqa: S101  # narrows the type: an undoing is never without effect
    return undone


def list_corrections(folder: str | Path) -> tuple[ListedCorrection, ...]:
    """Every correction of a chronicle, in the order in which they were made."""
    made = read_corrections(open_chronicle(folder).store)
    undone = {id_: each.id for each in made if each.action == "undo" for id_ in each.on}
    return tuple(ListedCorrection(each, undone.get(each.id)) for each in made)


def _change(folder: str | Path, decide: Callable[[ox.Store], _Report], progress: Progress) -> _Report:
    """Decide on a copy of the store; it is thrown away where there was nothing to decide."""
    reports: list[_Report] = []

    def change(store: ox.Store) -> bool | None:
        reports.append(decide(store))
        return True if reports[0].correction else None

    change_chronicle(folder, change, progress=progress)
    return reports[0]


def _set_dateline(store: ox.Store, name: str, dateline: PartialDate, proposal: Correction) -> CorrectionReport:
    id_ = find_article(store, name)
    article = read_article(store, id_)
    correction = replace(proposal, on=(id_,), was=None if article.date is None else str(article.date))
    decided = article.date != dateline
    if decided:
        _record(store, correction)
        _date_anew(store, id_, dateline)
    return CorrectionReport(
        article=id_,
        identifier=article.identifier,
        date=str(dateline),
        was=correction.was,
        correction=correction.id if decided else None,
    )


def _date_anew(store: ox.Store, article: str, date: PartialDate | None) -> None:
    graph = id_node(article.replace("article/", "extraction/", 1))
    extraction = read_extraction(store, graph)
    store.remove_graph(graph)
    store.bulk_extend(extraction_quads(replace(extraction, article=replace(extraction.article, date=date))))


def _record(store: ox.Store, correction: Correction) -> None:
    if any(store.quads_for_pattern(id_node(correction.id), None, None, node(CORRECTIONS))):
        raise InvalidCorrection(
            f"the same correction was made at {correction.at} before", remedy="give it another time with --at"
        )
    store.bulk_extend(correction_quads(correction))


def _decide(store: ox.Store, action: EventAction, names: Sequence[str], proposal: Correction) -> EventCorrectionReport:
    named = [find_mentions(store, name) for name in names]
    on, apart_from = _sides(action, named)
    correction = replace(proposal, on=on, apart_from=apart_from)
    if action in _VALUES:
        correction = _VALUES[action](store, correction)
        correction = replace(correction, was=_what_stands(store, correction))
    decided = not _is_decided(read_corrections(store), correction)
    if decided:
        _record(store, correction)
    return EventCorrectionReport(
        action=action,
        on=on,
        apart_from=apart_from,
        value=correction.value,
        was=correction.was,
        correction=correction.id if decided else None,
    )


def _sides(action: EventAction, named: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The mentions that a correction is on, and those that it parts them from."""
    kinds = {mention.split("/")[1] for mentions in named for mention in mentions}
    if len(kinds) > 1:
        raise InvalidCorrection("an event and an actor were named", remedy="name things of one kind")
    if action == "different":
        return _parted(named)
    first = tuple(sorted({mentions[0] for mentions in named}))
    if action == "same":
        if len(first) < 2:
            raise InvalidCorrection("what was named is one thing already", remedy="name another")
    elif len(named) != 1:
        raise InvalidCorrection(f"{action} takes one event", remedy="name them one after the other")
    elif kinds != {"event"}:
        raise InvalidCorrection(f"{action} is for events, and this is an actor", remedy="name an event")
    # A wrong event would come back through any of its mentions that is not named.
    return (named[0] if action == "wrong" else first), ()


def _parted(named: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two things, by a mention of each; or some mentions of one thing, and all its others."""
    if len(named) < 2:
        raise InvalidCorrection(
            "different takes two things", remedy="name another, or mentions that it should not have"
        )
    whole, parts = set(named[0]), {mention for mentions in named[1:] for mention in mentions}
    if len(named) == 2 and not parts <= whole:
        return (named[0][0],), (named[1][0],)
    rest = tuple(sorted(whole - parts))
    if not parts <= whole:
        raise InvalidCorrection("more than two things were named", remedy="part them two by two")
    if not rest:
        raise InvalidCorrection(
            "what was named is one thing, with all of its mentions",
            remedy="name only those to take out of it, as `explain --json` has them, or undo what joined it",
        )
    return tuple(sorted(parts)), rest


def _type(store: ox.Store, correction: Correction) -> Correction:
    return replace(correction, value=find_event_type(store, correction.value or ""), language="")


def _label(store: ox.Store, correction: Correction) -> Correction:
    if not correction.value:
        raise InvalidCorrection("the label is empty", remedy="give it a text")
    article = f"article/{correction.on[0].split('/')[2]}"
    return replace(correction, language=correction.language or read_article(store, article).language)


def _date(store: ox.Store, correction: Correction) -> Correction:
    del store
    try:
        stated_span(correction.value or "")
    except InvalidDate as error:
        raise InvalidCorrection(
            f"{correction.value!r} is no time",
            remedy="write a date (2021, 2021-08, 2021-08-26, 2021-08-26T17:50), or from/to with the earlier one first",
        ) from error
    return replace(correction, language="")


def _place(store: ox.Store, correction: Correction) -> Correction:
    gazetteer = load_gazetteer(tuple(installed_languages()))
    return replace(correction, value=find_place(store, correction.value or "", gazetteer), language="")


_VALUES: Final[dict[str, Callable[[ox.Store, Correction], Correction]]] = {
    "retype": _type,
    "relabel": _label,
    "date": _date,
    "place": _place,
}


def _what_stands(store: ox.Store, correction: Correction) -> str | None:
    """The value that the held event has now; None where there is none."""
    predicate = {"retype": SEM.eventType, "relabel": RDFS.label, "date": SEM.hasTime, "place": SEM.hasPlace}
    graph = node(KNOWLEDGE)
    found = []
    for event in holders_of(store, correction.on[0])[:1]:
        for quad in store.quads_for_pattern(id_node(event), node(predicate[correction.action]), None, graph):
            term = quad.object
            if correction.action == "date" and isinstance(term, ox.NamedNode):
                term = next(store.quads_for_pattern(term, node(CHT.edtf), None, graph)).object
            if (getattr(term, "language", None) or "") == correction.language:
                found.append(str(getattr(term, "value", "")))
    values = sorted(
        each.rpartition("#")[2].rpartition("/id/")[2] if each.startswith("http") else each for each in found
    )
    return " ".join(values) or None


def _is_decided(made: Sequence[Correction], correction: Correction) -> bool:
    """Whether the same stands already, and nothing that was decided later is against it."""

    def content(each: Correction) -> tuple[object, ...]:
        return each.action, each.on, each.apart_from, each.value, each.language

    if content(correction) not in map(content, standing_corrections(made)):
        return False
    return _in_order(decisions_of(made)) == _in_order(decisions_of([*made, correction]))


def _in_order(decisions: Decisions) -> tuple[object, ...]:
    mappings = (decisions.types, decisions.labels, decisions.dates, decisions.places)
    return decisions.same, decisions.different, decisions.wrong, *(list(each.items()) for each in mappings)


def _undo(store: ox.Store, name: str, proposal: Correction) -> ListedCorrection:
    made = {each.id: each for each in read_corrections(store)}
    target = made.get(f"correction/{name.rpartition('/')[2]}")
    if target is None:
        raise InvalidCorrection(
            f"no correction {name!r}", remedy="`chronotope correct DIR --list` tells the ids of all"
        )
    if target.action == "undo":
        raise InvalidCorrection("an undoing cannot be undone", remedy="make the correction again")
    if target not in standing_corrections(made.values()):
        raise InvalidCorrection(f"{target.id} was undone before", remedy="make it again if it is to count")
    undoing = replace(proposal, on=(target.id,))
    _record(store, undoing)
    if target.action == "dateline":
        _date_back(store, target.on[0], [*made.values(), undoing])
    return ListedCorrection(target, undoing.id)


def _date_back(store: ox.Store, article: str, made: Sequence[Correction]) -> None:
    """Give an article the date that still stands, else the one before any correction; one that was removed has none."""
    if not store.contains_named_graph(id_node(article.replace("article/", "extraction/", 1))):
        return
    ours = [each for each in made if each.action == "dateline" and each.on == (article,)]
    standing = standing_corrections([*ours, *(each for each in made if each.action == "undo")])
    first = min(ours, key=order_of)
    date = standing[-1].value if standing else first.was
    _date_anew(store, article, None if date is None else PartialDate.parse(date))


def _signed(correction: Correction) -> Correction:
    """A correction whose words can be written down. Raises `InvalidCorrection`."""
    return replace(
        correction,
        by=_line(correction.by, "name") or EDITOR,
        reason=_line(correction.reason or "", "reason") or None,
        value=None if correction.value is None else _line(correction.value, "value"),
    )


def _line(text: str, what: str) -> str:
    """Text given with a correction, on one line. Raises `InvalidCorrection` for bytes that are no text."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InvalidCorrection(f"the {what} is not UTF-8", remedy="type it anew") from error
    if "\0" in text:
        raise InvalidCorrection(f"the {what} holds a NUL character", remedy="leave it out")
    return " ".join(text.split())


def _language(code: str | None) -> str:
    language = (code or "").strip().lower().replace("_", "-")
    if language and _LANGUAGE.fullmatch(language) is None:
        raise InvalidCorrection(f"{code!r} is no language", remedy="give its code (fr, en)")
    return language


def _moment(at: str | PartialDate | None) -> PartialDate:
    """When a correction was made, to the second or minute; now by default, in UTC."""
    if at is None:
        return PartialDate.parse(datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    moment = at if isinstance(at, PartialDate) else PartialDate.parse(at)
    if moment.minute is None:
        raise InvalidCorrection(
            f"{moment} is no moment", remedy="give a date with a time, as YYYY-MM-DDThh:mm, with an optional zone"
        )
    return moment
