"""`chronotope build`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chronotope.cli.console import FAULTS, WRONG, AsJson, Quiet, counted, progress_shown, say
from chronotope.cli.editing import tell_of_lost

if TYPE_CHECKING:
    from chronotope.chronicle import BuildReport


def build(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="Files, folders, or - for standard input.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The chronicle to make or add to.")],
    lang: Annotated[
        str | None, typer.Option(help="Language of articles that name none (fr, en); else detected.")
    ] = None,
    pipeline: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A spaCy pipeline to read its language with; may be repeated."),
    ] = None,
    ontology: Annotated[list[Path] | None, typer.Option(help="A Turtle file that adds types, words or actors.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to extract with.")] = 1,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Read articles into a chronicle, or add what is new to one; an edited article replaces its older self.

    Example: chronotope build articles/ --out kabul
    """
    from chronotope.chronicle import build_chronicle

    with progress_shown(quiet=quiet) as progress:
        report = build_chronicle(
            out,
            sources,
            language=lang,
            pipelines=pipeline or (),
            ontology=ontology or (),
            jobs=jobs,
            stdin=sys.stdin.buffer,
            progress=progress,
        )
    for fault in report.faults:
        say(str(fault))
    if not report.added + report.known + report.replaced:
        if not report.faults:
            say("no article in what was named; name files, or folders of .txt, .jsonl or .html files")
        sys.exit(WRONG)
    _tell_of_build(out, report, quiet=quiet, as_json=as_json)
    if report.faults:
        sys.exit(FAULTS)


def _tell_of_build(out: Path, report: BuildReport, *, quiet: bool, as_json: bool) -> None:
    if report.undated and not quiet:
        others = f" and {counted(len(report.undated) - 1, 'other article')}" if len(report.undated) > 1 else ""
        say(f"{report.undated[0]}{others}: no date; relative times stay relative, give a `date:` to resolve them")
    if not quiet:
        for identifier in report.kept_dates:
            say(f"{identifier}: it comes with another date, but a correction set the one it has, which stays")
        tell_of_lost(report.lost)
    page = out / "timeline.html"
    if as_json:
        result = {
            "chronicle": str(out),
            "added": report.added,
            "known": report.known,
            "replaced": report.replaced,
            "faults": [str(fault) for fault in report.faults],
            "timeline": str(page),
        }
        typer.echo(json.dumps(result, ensure_ascii=False))
    elif not quiet:
        replaced = f", {report.replaced} replaced" if report.replaced else ""
        added = f"{counted(report.added, 'article')} added, {report.known} known{replaced}"
        typer.echo(f"{added}: {out / 'chronicle.toml'}, {page}")
