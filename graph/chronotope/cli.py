"""The same from a terminal. Results go to stdout, progress and problems to stderr.

Exit codes: 0 done; 1 some input has faults, the rest was kept; 2 wrong use or unreadable input, nothing written;
130 interrupted, everything as it was; 143 the same after SIGTERM.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from chronotope.errors import InvalidQuery, Problem
from chronotope.files import refusal
from chronotope.mentions import Status
from chronotope.version import __version__

if TYPE_CHECKING:
    from chronotope.chronicle import BuildReport
    from chronotope.rdf.query import StockQuery

app = typer.Typer(
    name="chronotope",
    help="News articles into an event-timeline knowledge graph.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no report.")]
NoPaths = Annotated[bool, typer.Option("--quiet", "-q", help="Do not print which files were written.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A chronicle: a folder that `chronotope build` made.")]
_FAULTS, _WRONG, _INTERRUPTED = 1, 2, 130


def main() -> None:
    """Run the command line; every problem is one line on stderr."""
    try:
        app(standalone_mode=True)
    except Problem as problem:
        _fail(str(problem))
    except MemoryError:
        _fail("not enough memory; build in parts, folder by folder")
    except BrokenPipeError:
        # Whoever read our output has seen enough. Python would complain once more when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        _fail(refusal(error))
    except KeyboardInterrupt:
        _interrupted()
    except SystemExit as end:
        # Typer catches these two itself: the one without a word, the other as a failure.
        if end.code == _INTERRUPTED:
            _interrupted()
        if isinstance(end.__context__, BrokenPipeError):
            sys.exit(0)
        raise


def _interrupted() -> None:
    _say("interrupted; nothing was changed")
    sys.exit(_INTERRUPTED)


def _say(message: str) -> None:
    """One line on stderr, whatever the message holds."""
    Console(stderr=True, soft_wrap=True, markup=False, highlight=False).print(
        "chronotope: " + " ".join(message.split())
    )


def _fail(message: str) -> None:
    _say(message)
    sys.exit(_WRONG)


def _show_version(show: bool) -> None:
    if show:
        typer.echo(f"chronotope {__version__}")
        raise typer.Exit


@app.callback()
def version(
    _: Annotated[
        bool, typer.Option("--version", help="Show the version.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """News articles into an event-timeline knowledge graph."""


@app.command(no_args_is_help=True)
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
    """Read articles into a chronicle, or add what is new to one.

    Example: chronotope build articles/ --out kabul
    """
    from chronotope.chronicle import build_chronicle

    with _progress(quiet=quiet) as progress:
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
        _say(str(fault))
    if not report.added + report.known:
        if not report.faults:
            _say("no article in what was named; name files, or folders of .txt, .jsonl or .html files")
        sys.exit(_WRONG)
    _tell_of_build(out, report, quiet=quiet, as_json=as_json)
    if report.faults:
        sys.exit(_FAULTS)


def _tell_of_build(out: Path, report: BuildReport, *, quiet: bool, as_json: bool) -> None:
    if report.undated and not quiet:
        others = f" and {len(report.undated) - 1} more articles" if len(report.undated) > 1 else ""
        _say(f"{report.undated[0]}{others}: no date; relative times stay relative, give a `date:` to resolve them")
    page = out / "timeline.html"
    if as_json:
        result = {
            "chronicle": str(out),
            "added": report.added,
            "known": report.known,
            "faults": [str(fault) for fault in report.faults],
            "timeline": str(page),
        }
        typer.echo(json.dumps(result, ensure_ascii=False))
    elif not quiet:
        typer.echo(f"{report.added} articles added, {report.known} known: {out / 'chronicle.toml'}, {page}")


@app.command(no_args_is_help=True)
def show(
    folder: Folder,
    actor: Annotated[str | None, typer.Option(help="Part of an actor's name.")] = None,
    place: Annotated[str | None, typer.Option(help="Part of a place's name; a country holds its towns.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="A type or group of events.")] = None,
    since: Annotated[str | None, typer.Option("--from", help="From this date on (2021, 2021-08, 2021-08-26).")] = None,
    until: Annotated[str | None, typer.Option("--to", help="Up to this date.")] = None,
    status: Annotated[Status | None, typer.Option(help="actual, reported, planned, hypothetical or denied.")] = None,
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
        actor=actor, place=place, type=type_, status=status, since=since, until=until, language=lang
    )
    if html is not None:
        timeline.to_html(html)
        _print_paths([html], quiet=quiet, as_json=as_json)
    elif as_json:
        events = [{"event": event, **timeline.nodes[event]} for event in events_of(timeline)]
        for event in events:
            event["evidence"] = [evidence._asdict() for evidence in event["evidence"]]
        typer.echo(json.dumps(events, ensure_ascii=False))
    else:
        _console().print(timeline_text(timeline))


@app.command(no_args_is_help=True)
def query(
    folder: Annotated[Path | None, typer.Argument(metavar="DIR", help="A chronicle; not needed with --list.")] = None,
    sparql: Annotated[str | None, typer.Argument(help="SPARQL 1.1, or the name of a stock query.")] = None,
    file: Annotated[Path | None, typer.Option(help="A file that holds the query.")] = None,
    param: Annotated[list[str] | None, typer.Option(help="name=value, bound to the query's ?name.")] = None,
    output: Annotated[
        Literal["table", "json", "csv", "xml", "ttl"], typer.Option("--format", help="How to print.")
    ] = "table",
    names: Annotated[bool, typer.Option("--list", help="List the stock queries.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not say that there are no rows.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Ask in SPARQL, or run a stock query by name.

    Example: chronotope query kabul by-actor --param name=Talibans
    """
    from chronotope.rdf.query import evaluating, installed_queries

    if names:
        _print_stock_queries(list(installed_queries().values()), as_json=as_json)
        return
    if folder is None:
        raise InvalidQuery("no chronicle is named", remedy="name its folder before the query")
    text, stock = _query_text(sparql, file)
    parameters = _parameters(param or [], stock)
    from chronotope.chronicle import open_chronicle

    results = open_chronicle(folder).raw_query(text, parameters)
    with evaluating():
        _print_results(results, "json" if as_json else output, hidden=parameters, quiet=quiet)


def _print_stock_queries(stock: Sequence[StockQuery], *, as_json: bool) -> None:
    if as_json:
        listed = [{"name": one.name, "title": one.title, "parameters": dict(one.parameters)} for one in stock]
        typer.echo(json.dumps(listed, ensure_ascii=False))
        return
    for one in stock:
        typer.echo(f"{one.name}: {one.title}")
        for name, explanation in one.parameters.items():
            typer.echo(f"    --param {name}=…  {explanation}")


def _query_text(sparql: str | None, file: Path | None) -> tuple[str, StockQuery | None]:
    """The text of what was asked, and the stock query when it is one."""
    from chronotope.rdf.query import find_query

    if (sparql is None) == (file is None):
        raise InvalidQuery("one query is needed", remedy="give SPARQL, the name of a stock query, or --file")
    if file is not None:
        return _read_query(file), None
    assert sparql is not None  # noqa: S101  # one of both is given
    return find_query(sparql)


def _read_query(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise InvalidQuery(f"{file}: {why}", remedy="name a file that holds SPARQL") from error


def _parameters(given: list[str], stock: StockQuery | None) -> dict[str, str]:
    from chronotope.rdf.query import check_parameters

    parameters: dict[str, str] = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals:
            raise InvalidQuery(f"--param {each!r} has no =", remedy="write --param name=value")
        parameters[name] = value
    if stock is not None:
        check_parameters(stock, parameters)
    return parameters


def _print_results(results: Any, output: str, *, hidden: Collection[str] = (), quiet: bool = False) -> None:
    """Print an answer; a table leaves out the parameters, which Oxigraph wants among the columns, and shortens IRIs."""
    import pyoxigraph as ox

    formats = {"json": ox.QueryResultsFormat.JSON, "csv": ox.QueryResultsFormat.CSV, "xml": ox.QueryResultsFormat.XML}
    if isinstance(results, ox.QueryTriples):
        typer.echo((results.serialize(format=ox.RdfFormat.TURTLE) or b"").decode())
    elif output == "ttl":
        raise InvalidQuery("ttl is for CONSTRUCT and DESCRIBE", remedy="use --format table, json, csv or xml")
    elif output in formats:
        typer.echo(results.serialize(format=formats[output]).decode())
    elif isinstance(results, ox.QueryBoolean):
        typer.echo("true" if results else "false")
    else:
        names = [variable.value for variable in results.variables if variable.value not in hidden]
        rows = [[_cell(row[name]) for name in names] for row in results]
        table = Table(*names, box=None, header_style="bold", pad_edge=False)
        for row in rows:
            table.add_row(*row)
        _console().print(table)
        if not rows and not quiet:
            _say("no rows")


def _cell(term: Any) -> str:
    """A term for people: IRIs with short prefixes, no control characters. `Any`: any of RDF's terms."""
    from chronotope.rdf.terms import shortened

    text = "" if term is None else shortened(str(term.value))
    return "".join(sign if sign.isprintable() else " " for sign in text)


@app.command(no_args_is_help=True)
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

    _print_paths(open_chronicle(folder).export(file), quiet=quiet, as_json=as_json)


def _print_paths(paths: Sequence[Path], *, quiet: bool, as_json: bool) -> None:
    """Which files were written."""
    if as_json:
        typer.echo(json.dumps([str(path) for path in paths], ensure_ascii=False))
    elif not quiet:
        for path in paths:
            typer.echo(str(path))


@app.command(no_args_is_help=True)
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
        typer.echo("conforms" if not faults else f"{len(faults)} faults")
    if faults:
        sys.exit(_FAULTS)


@app.command(no_args_is_help=True)
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


def _console() -> Console:
    """Stdout; wide enough for a table when it is a file or a pipe, where nothing should be cut."""
    return Console(markup=False, highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 1000)


@contextlib.contextmanager
def _progress(*, quiet: bool) -> Iterator[Any]:
    """What a build calls to tell how far it is. `Any`: a function of what is going on and how many are done."""
    if quiet or not sys.stderr.isatty():
        yield lambda _what, _number: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading articles", total=None)
        done = 0

        def tell(what: str, number: int) -> None:
            nonlocal done
            done += number
            texts = {
                "articles": f"{done} articles read",
                "knowledge": f"{done} articles read; resolving",
                "page": "drawing",
            }
            bar.update(task, description=texts[what])

        yield tell
