"""The commands by which people change a chronicle: correct."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated, Literal

import typer

from chronotope.cli.console import AsJson, Folder, Quiet, progress_shown


def correct(
    folder: Folder,
    action: Annotated[Literal["dateline"], typer.Argument(help="What to set: the date of an article.")],
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its identifier (a file's name), id or key.")],
    date: Annotated[str, typer.Argument(metavar="DATE", help="As much as is known: 2021, 2021-08, 2021-08-28 …")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides it.")] = "editor",
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    at: Annotated[
        str | None, typer.Option(metavar="TIME", help="When it was decided (2026-01-01T12:00Z); else now.")
    ] = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Set the date of an article; every time that hung on it is resolved anew, and later builds keep it.

    Example: chronotope correct kabul dateline kaboul 2021-08-28 --by Ada --reason "the printed edition"
    """
    from chronotope.corrections import correct_dateline

    del action  # there is one so far
    with progress_shown(quiet=quiet, first="copying") as progress:
        report = correct_dateline(folder, article, date, by=by, reason=reason, at=at, progress=progress)
    if as_json:
        typer.echo(json.dumps(asdict(report), ensure_ascii=False))
    elif not quiet:
        before = f", was {report.was or 'undated'}" if report.correction else " already"
        typer.echo(f"{report.identifier}: dated {report.date}{before}")
