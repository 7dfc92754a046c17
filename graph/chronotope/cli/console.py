"""What the commands share: options, exit codes, and what is printed where."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no report.")]
NoPaths = Annotated[bool, typer.Option("--quiet", "-q", help="Do not print which files were written.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A chronicle: a folder that `chronotope build` made.")]
FAULTS: Final = 1
WRONG: Final = 2
INTERRUPTED: Final = 130


def say(message: str) -> None:
    """One line on stderr, whatever the message holds."""
    Console(stderr=True, soft_wrap=True, markup=False, highlight=False).print(
        "chronotope: " + " ".join(message.split())
    )


def counted(number: int, noun: str) -> str:
    """How many there are of something.

    >>> counted(1, "article"), counted(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def print_paths(paths: Sequence[Path], *, quiet: bool, as_json: bool) -> None:
    """Which files were written."""
    if as_json:
        typer.echo(json.dumps([str(path) for path in paths], ensure_ascii=False))
    elif not quiet:
        for path in paths:
            typer.echo(str(path))


def console() -> Console:
    """Stdout; wide enough for a table when it is a file or a pipe, where nothing should be cut."""
    return Console(markup=False, highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 1000)


@contextlib.contextmanager
def progress_shown(*, quiet: bool, first: str = "reading articles") -> Iterator[Any]:
    """What a build calls to tell how far it is. `Any`: a function of what is going on and how many are done."""
    if quiet or not sys.stderr.isatty():
        yield lambda _what, _number: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(first, total=None)
        done = 0

        def tell(what: str, number: int) -> None:
            nonlocal done
            done += number
            texts = {
                "articles": f"{done} articles read",
                "knowledge": f"{done} articles read; resolving" if done else "resolving",
                "page": "drawing",
            }
            bar.update(task, description=texts[what])

        yield tell
