"""The same from a terminal. Results go to stdout, progress and problems to stderr.

Exit codes: 0 done; 1 some input has faults, the rest was kept; 2 wrong use or unreadable input, nothing written;
130 interrupted, everything as it was; 143 the same after SIGTERM.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from chronotope.cli.building import build
from chronotope.cli.console import INTERRUPTED, WRONG, say
from chronotope.cli.editing import correct, remove
from chronotope.cli.queries import query
from chronotope.cli.reading import articles, explain, export, serve, show, validate
from chronotope.errors import Problem
from chronotope.files import refusal
from chronotope.version import __version__

app = typer.Typer(
    name="chronotope",
    help="News articles into an event-timeline knowledge graph.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


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
        if end.code == INTERRUPTED:
            _interrupted()
        if isinstance(end.__context__, BrokenPipeError):
            sys.exit(0)
        raise


def _interrupted() -> None:
    say("interrupted; nothing was changed")
    sys.exit(INTERRUPTED)


def _fail(message: str) -> None:
    say(message)
    sys.exit(WRONG)


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


for command in (build, articles, remove, show, query, explain, correct, export, validate, serve):
    app.command(no_args_is_help=True)(command)
