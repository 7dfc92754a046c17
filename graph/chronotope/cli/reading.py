"""The commands that look at a chronicle: articles, show, explain, export, validate, serve."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from chronotope.cli.console import FAULTS, AsJson, Folder, NoPaths, console, counted, print_paths, say
from chronotope.errors import Problem
from chronotope.mentions import Status


def articles(
    folder: Folder,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No word where there are none.")] = False,
    as_json: AsJson = False,
) -> None:
    """The articles of a chronicle, by date, and how many events each tells of.

    Example: chronotope articles kabul
    """
    from chronotope.chronicle import open_chronicle
    from chronotope.rdf.articles import list_articles

    listed = list_articles(open_chronicle(folder).store)
    if as_json:
        typer.echo(json.dumps([each._asdict() for each in listed], ensure_ascii=False))
        return
    names = ("identifier", "date", "language", "publisher", "title", "events")
    table = Table(*names, box=None, header_style="bold", pad_edge=False)
    for each in listed:
        table.add_row(*("" if (cell := getattr(each, name)) is None else _printable(str(cell)) for name in names))
    if listed:
        console().print(table)
    elif not quiet:
        say("no articles")


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


def show(
    folder: Folder,
    actor: Annotated[str | None, typer.Option(help="Part of an actor's name.")] = None,
    place: Annotated[str | None, typer.Option(help="Part of a place's name; a country holds its towns.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="A type or group of events.")] = None,
    since: Annotated[str | None, typer.Option("--from", help="From this date on (2021, 2021-08, 2021-08-26).")] = None,
    until: Annotated[str | None, typer.Option("--to", help="Up to this date.")] = None,
    status: Annotated[Status | None, typer.Option(help="actual, reported, planned, hypothetical or denied.")] = None,
    disputed: Annotated[
        bool, typer.Option("--disputed", help="Only what independent articles disagree about.")
    ] = False,
    source: Annotated[str | None, typer.Option(help="Part of a publisher's name, or an article's identifier.")] = None,
    confidence: Annotated[float, typer.Option(min=0, max=1, help="Only what is at least so sure (0–1).")] = 0,
    text: Annotated[str | None, typer.Option(help="Words in an event's label or sentences.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write the timeline page to this file instead.")] = None,
    lang: Annotated[str, typer.Option(help="Language of labels and of the page.")] = "fr",
    quiet: NoPaths = False,
    as_json: AsJson = False,
) -> None:
    """The timeline as text, or what is asked of it as a page.

    Example: chronotope show kabul --actor talibans --from 2021-08
    """
    from chronotope.chronicle import open_chronicle
    from chronotope.show.text import timeline_text
    from chronotope.timeline.build import events_of

    timeline = open_chronicle(folder).timeline(
        actor=actor,
        place=place,
        type=type_,
        status=status,
        since=since,
        until=until,
        disputed=disputed,
        source=source,
        confidence=confidence,
        text=text,
        language=lang,
    )
    if html is not None:
        timeline.to_html(html)
        print_paths([html], quiet=quiet, as_json=as_json)
    elif as_json:
        events = [{"event": event, **_as_json(timeline.nodes[event])} for event in events_of(timeline)]
        typer.echo(json.dumps(events, ensure_ascii=False))
    else:
        console().print(timeline_text(timeline))


def _as_json(event: Mapping[str, Any]) -> dict[str, Any]:
    """An event with the names of what its tuples hold. `Any`: attributes are of many types."""
    return {
        **event,
        "evidence": [evidence._asdict() for evidence in event["evidence"]],
        "disputes": [
            {"aspect": each.aspect, "versions": [version._asdict() for version in each.versions]}
            for each in event["disputes"]
        ],
        "claims": [[saying._asdict() for saying in chain] for chain in event["claims"]],
    }


def explain(
    folder: Folder,
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event, as `chronotope show --json` has.")],
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only the exit code: 2 for no such event.")] = False,
    as_json: AsJson = False,
) -> None:
    """Why an event is there and dated so: the words of every article, how they were read, and why by the models.

    Example: chronotope explain kabul event/4c1d0a6f0b1e2d3c
    """
    from chronotope.chronicle import open_chronicle
    from chronotope.explain import explanation_text

    explanation = open_chronicle(folder).explain(event)
    if as_json:
        typer.echo(json.dumps(asdict(explanation), ensure_ascii=False))
    elif not quiet:
        console().print(explanation_text(explanation))


def export(
    folder: Folder,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=".nq .trig .ttl .jsonld .csv .graphml .gexf .html")],
    quiet: NoPaths = False,
    as_json: AsJson = False,
) -> None:
    """Write the graph to a file, in the format of its ending.

    Example: chronotope export kabul kabul.trig
    """
    from chronotope.chronicle import open_chronicle

    print_paths(open_chronicle(folder).export(file), quiet=quiet, as_json=as_json)


def validate(
    folder: Folder,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only the exit code: 1 where there are faults.")] = False,
    as_json: AsJson = False,
) -> None:
    """Check the graph against the contract's SHACL shapes.

    Example: chronotope validate kabul
    """
    from chronotope.chronicle import open_chronicle

    faults = open_chronicle(folder).validate()
    if as_json:
        typer.echo(json.dumps([fault._asdict() for fault in faults], ensure_ascii=False))
    elif not quiet:
        for fault in faults:
            typer.echo(f"{fault.node} {fault.path}: {fault.message}")
        typer.echo("conforms" if not faults else counted(len(faults), "fault"))
    if faults:
        sys.exit(FAULTS)


def serve(
    folder: Folder,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port on this machine; 0 takes a free one.")] = 8080,
    seconds: Annotated[float, typer.Option(min=0.1, help="How long a query may take.")] = 30,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not print the address.")] = False,
) -> None:
    """Serve the timeline page at / and a SPARQL endpoint at /sparql, to this machine only.

    Example: chronotope serve kabul --port 8080
    """
    try:
        import uvicorn

        from chronotope.serve.app import create_app
    except ImportError as error:
        raise Problem("serving needs more packages; install them with: pip install 'chronotope[serve]'") from error
    from chronotope.chronicle import page_of, store_of

    application = create_app(store_of(folder), page_of(folder), seconds=seconds)
    config = uvicorn.Config(application, host="127.0.0.1", port=port, log_level="warning")
    server = uvicorn.Server(config)
    listening = config.bind_socket()
    if not quiet:
        typer.echo(f"http://127.0.0.1:{listening.getsockname()[1]}/ (stop with Ctrl-C)")
    server.run(sockets=[listening])
