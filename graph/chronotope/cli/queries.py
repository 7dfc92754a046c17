"""`chronotope query`."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.table import Table

from chronotope.cli.console import console, say
from chronotope.errors import InvalidQuery

if TYPE_CHECKING:
    from chronotope.rdf.query import StockQuery


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
        hidden = {*parameters, *(stock.options if stock is not None else ())}
        _print_results(results, "json" if as_json else output, hidden=hidden, quiet=quiet)


def _print_stock_queries(stock: Sequence[StockQuery], *, as_json: bool) -> None:
    if as_json:
        listed = [
            {
                "name": one.name,
                "title": one.title,
                "parameters": dict(one.parameters),
                "options": dict(one.options),
            }
            for one in stock
        ]
        typer.echo(json.dumps(listed, ensure_ascii=False))
        return
    for one in stock:
        typer.echo(f"{one.name}: {one.title}")
        for name, explanation in one.parameters.items():
            typer.echo(f"    --param {name}=…  {explanation}")
        for name, explanation in one.options.items():
            typer.echo(f"    [--param {name}=…]  {explanation}")


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
        console().print(table)
        if not rows and not quiet:
            say("no rows")


def _cell(term: Any) -> str:
    """A term for people: IRIs with short prefixes, no control characters. `Any`: any of RDF's terms."""
    from chronotope.rdf.terms import shortened

    text = "" if term is None else shortened(str(term.value))
    return "".join(sign if sign.isprintable() else " " for sign in text)
