"""What people decide: an article's date is set, and everything that hung on it is resolved anew.

Nothing is read again: an extraction keeps times as neutral expressions ("hier" is `shift(-1, day)`), which resolve
against any dateline.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from chronotope.chronicle import Progress, change_chronicle
from chronotope.dates import PartialDate
from chronotope.errors import InvalidCorrection, UnknownArticle
from chronotope.model import Correction
from chronotope.rdf.read import read_extraction
from chronotope.rdf.terms import id_node, id_of, node
from chronotope.rdf.vocabulary import CORRECTIONS, DCT
from chronotope.rdf.write import extraction_quads
from chronotope.rdf.write_corrections import correction_quads

EDITOR: Final = "editor"
"""Who makes a correction that nobody signed."""
_LISTED: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionReport:
    """What was corrected: the article, its date now and before. `correction` is None where the date was so already."""

    article: str
    identifier: str
    date: str
    was: str | None
    correction: str | None


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
    proposal = Correction(
        action="dateline",
        on=(),
        value=str(dateline),
        was=None,
        by=_line(by, "name") or EDITOR,
        at=_moment(at),
        reason=_line(reason or "", "reason") or None,
    )
    reports: list[CorrectionReport] = []

    def change(store: ox.Store) -> bool | None:
        reports.append(_set_dateline(store, article, dateline, proposal))
        return True if reports[0].correction else None

    change_chronicle(folder, change, progress=progress)
    return reports[0]


def _set_dateline(store: ox.Store, name: str, dateline: PartialDate, proposal: Correction) -> CorrectionReport:
    id_ = find_article(store, name)
    graph = id_node(id_.replace("article/", "extraction/", 1))
    extraction = read_extraction(store, graph)
    date = extraction.article.date
    correction = replace(proposal, on=(id_,), was=None if date is None else str(date))
    report = CorrectionReport(
        article=id_,
        identifier=extraction.article.identifier,
        date=correction.value,
        was=correction.was,
        correction=None if date == dateline else correction.id,
    )
    if report.correction is not None:
        if any(store.quads_for_pattern(id_node(correction.id), None, None, node(CORRECTIONS))):
            raise InvalidCorrection(
                f"the same correction was made at {correction.at} before", remedy="give it another time with --at"
            )
        store.remove_graph(graph)
        dated = replace(extraction, article=replace(extraction.article, date=dateline))
        store.bulk_extend(extraction_quads(dated))
        store.bulk_extend(correction_quads(correction))
    return report


def find_article(store: ox.Store, name: str) -> str:
    """The id of an article that is named by its id, its key or its identifier. Raises `UnknownArticle`."""
    identifiers = dict(_identifiers(store))
    id_ = f"article/{name.rpartition('article/')[2]}"
    if id_ in identifiers:
        return id_
    # File names of macOS come decomposed, what is typed does not.
    wanted = unicodedata.normalize("NFC", name)
    found = sorted(each for each, known in identifiers.items() if unicodedata.normalize("NFC", known) == wanted)
    if len(found) > 1:
        raise UnknownArticle(
            name, f"{len(found)} articles are called so", remedy=f"name one by its id: {_some(found, ' or ')}"
        )
    if not found:
        raise UnknownArticle(name, "no such article", remedy=f"known: {_close(wanted, identifiers)}")
    return found[0]


def _identifiers(store: ox.Store) -> Iterator[tuple[str, str]]:
    """The ids of all articles, and how their files or records call them."""
    for quad in store.quads_for_pattern(None, node(DCT.identifier), None, None):
        if isinstance(quad.object, ox.Literal):
            yield id_of(quad.subject), quad.object.value


def _close(name: str, identifiers: Mapping[str, str]) -> str:
    """The identifiers that are most like a name, else the first ones."""
    known = sorted(set(identifiers.values()))
    close = [each for each in known if name and name.casefold() in each.casefold()]
    return _some(close or get_close_matches(name, known, _LISTED) or known, ", ")


def _some(names: list[str], joint: str) -> str:
    more = f"{joint}{len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return joint.join(names[:_LISTED]) + more


def _line(text: str, what: str) -> str:
    """Text given with a correction, on one line. Raises `InvalidCorrection` for bytes that are no text."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InvalidCorrection(f"the {what} is not UTF-8", remedy="type it anew") from error
    if "\0" in text:
        raise InvalidCorrection(f"the {what} holds a NUL character", remedy="leave it out")
    return " ".join(text.split())


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
