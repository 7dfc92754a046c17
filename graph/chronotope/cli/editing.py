"""The commands by which people change a chronicle: correct, remove."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import typer
from rich.table import Table

from chronotope.cli.console import AsJson, Folder, Quiet, console, counted, progress_shown, say
from chronotope.errors import InvalidCorrection

if TYPE_CHECKING:
    from chronotope.corrections import EventCorrectionReport, ListedCorrection

Action = Literal["dateline", "same", "different", "retype", "relabel", "wrong", "date", "place"]
_FORMS: Final[dict[str, str]] = {
    "dateline": "ARTICLE DATE",
    "same": "EVENT EVENT…",
    "different": "EVENT EVENT, or EVENT MENTION…",
    "retype": "EVENT TYPE",
    "relabel": "EVENT TEXT",
    "wrong": "EVENT",
    "date": "EVENT DATE",
    "place": "EVENT PLACE",
}


def correct(
    folder: Folder,
    action: Annotated[Action | None, typer.Argument(metavar="ACTION", help="What to decide.")] = None,
    things: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHAT…", help="; ".join(f"{name}: {form}" for name, form in _FORMS.items()), show_default=False
        ),
    ] = None,
    undo: Annotated[str | None, typer.Option(metavar="CORRECTION", help="Take back a correction, by its id.")] = None,
    listing: Annotated[bool, typer.Option("--list", help="List the corrections.")] = False,
    lang: Annotated[str | None, typer.Option(help="Language of a label; else that of the article.")] = None,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides it.")] = "editor",
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    at: Annotated[
        str | None, typer.Option(metavar="TIME", help="When it was decided (2026-01-01T12:00Z); else now.")
    ] = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Decide on an event, or on the date of an article; later builds keep it until it is undone.

    An event is named by its id, as `show --json` has it, or by the id of a mention, as `explain --json` has it.

    Example: chronotope correct kabul retype event/4c1d0a6f0b1e2d3c Attack --by Ada --reason "the printed edition"
    """
    if [action is not None, undo is not None, listing].count(True) != 1:
        raise InvalidCorrection("one thing is to be done", remedy="give an action, --undo CORRECTION, or --list")
    if action is None and things:
        raise InvalidCorrection(f"{things[0]!r} is no action", remedy=f"use one of {', '.join(_FORMS)}")
    options = {"by": by, "reason": reason, "at": at}
    if listing:
        _list(folder, as_json=as_json, quiet=quiet)
    elif undo is not None:
        _undo(folder, undo, options, as_json=as_json, quiet=quiet)
    elif action == "dateline":
        _date_article(folder, things or [], options, as_json=as_json, quiet=quiet)
    else:
        assert action is not None  # noqa: S101  # narrows the type: checked above
        _decide(folder, action, things or [], {**options, "language": lang}, as_json=as_json, quiet=quiet)


# `Any` below: options of the command line, which go on as keywords.
def _date_article(
    folder: Folder, things: Sequence[str], options: dict[str, Any], *, as_json: bool, quiet: bool
) -> None:
    from chronotope.corrections import correct_dateline

    if len(things) != 2:
        raise InvalidCorrection("dateline takes an article and a date", remedy=f"write dateline {_FORMS['dateline']}")
    with progress_shown(quiet=quiet, first="copying") as progress:
        report = correct_dateline(folder, *things, progress=progress, **options)
    if as_json:
        typer.echo(json.dumps(asdict(report), ensure_ascii=False))
    elif not quiet:
        before = f", was {report.was or 'undated'}" if report.correction else " already"
        typer.echo(f"{report.identifier}: dated {report.date}{before}")


def _decide(
    folder: Folder, action: Any, things: Sequence[str], options: dict[str, Any], *, as_json: bool, quiet: bool
) -> None:
    from chronotope.corrections import correct_event

    names, value = _named(action, things)
    with progress_shown(quiet=quiet, first="copying") as progress:
        report = correct_event(folder, action, names, value, progress=progress, **options)
    if as_json:
        typer.echo(json.dumps(asdict(report), ensure_ascii=False))
    elif not quiet:
        typer.echo(_told(report))


def _named(action: str, things: Sequence[str]) -> tuple[Sequence[str], str | None]:
    """The events that are named, and the value, where the action sets one."""
    few, many = {"same": (2, None), "different": (2, None), "wrong": (1, 1)}.get(action, (2, 2))
    if len(things) < few or (many is not None and len(things) > many):
        raise InvalidCorrection(
            f"{action} takes {few}{'' if many else ' or more'}", remedy=f"write {action} {_FORMS[action]}"
        )
    return (things, None) if action in ("same", "different", "wrong") else (things[:1], things[1])


def _told(report: EventCorrectionReport) -> str:
    held = ", ".join(report.held) or ", ".join(report.on)
    value = "" if report.value is None else f" {report.value}"
    before = f", was {report.was}" if report.was is not None else ""
    done = f"{before} ({report.correction})" if report.correction else " already"
    return f"{held}: {report.action}{value}{done}"


def _undo(folder: Folder, name: str, options: dict[str, Any], *, as_json: bool, quiet: bool) -> None:
    from chronotope.corrections import undo_correction

    with progress_shown(quiet=quiet, first="copying") as progress:
        undone = undo_correction(folder, name, progress=progress, **options)
    if as_json:
        typer.echo(json.dumps(_record(undone), ensure_ascii=False))
    elif not quiet:
        what = " ".join(filter(None, (undone.correction.action, undone.correction.value)))
        typer.echo(f"{undone.correction.id}: {what}, undone ({undone.undone_by})")


def _list(folder: Folder, *, as_json: bool, quiet: bool) -> None:
    from chronotope.corrections import list_corrections

    records = [_record(each) for each in list_corrections(folder)]
    if as_json:
        typer.echo(json.dumps(records, ensure_ascii=False))
        return
    table = Table("correction", "at", "by", "action", "what", "value", "reason", "undone", box=None, pad_edge=False)
    for record in records:
        what = ", ".join(record["on"])
        what += f" apart from {', '.join(record['apart_from'])}" if record["apart_from"] else ""
        cells = [record[name] for name in ("id", "at", "by", "action")]
        table.add_row(*cells, what, record["value"] or "", record["reason"] or "", record["undone_by"] or "")
    if records:
        console().print(table)
    elif not quiet:
        say("no corrections")


def _record(listed: ListedCorrection) -> dict[str, Any]:
    """A correction as JSON has it. `Any`: texts, lists of texts and null."""
    made = listed.correction
    return {
        "id": made.id,
        "at": str(made.at),
        "by": made.by,
        "action": made.action,
        "on": list(made.on),
        "apart_from": list(made.apart_from),
        "value": made.value,
        "language": made.language or None,
        "was": made.was,
        "reason": made.reason,
        "undone_by": listed.undone_by,
    }


def remove(
    folder: Folder,
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE…", help="Identifiers (names of files), ids or keys.")
    ],
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Remove articles, and all that is known from them alone; corrections stay on record.

    Example: chronotope remove kabul kaboul
    """
    from chronotope.chronicle import remove_articles

    with progress_shown(quiet=quiet, first="copying") as progress:
        report = remove_articles(folder, articles, progress=progress)
    if as_json:
        typer.echo(json.dumps(asdict(report), ensure_ascii=False))
    elif not quiet:
        typer.echo(f"{counted(len(report.articles), 'article')} removed: {', '.join(report.identifiers)}")
        tell_of_lost(report.lost)


def tell_of_lost(corrections: Sequence[str]) -> None:
    """One line on corrections that have lost what they were about."""
    from chronotope.rdf.named import some

    if corrections:
        named = "correction names" if len(corrections) == 1 else "corrections name"
        say(f"{len(corrections)} {named} words that are gone, and stay on record: {some(list(corrections), ', ')}")
