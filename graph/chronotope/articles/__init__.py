"""Articles: files, folders and standard input → `Article`.

What is read was written by strangers: sizes are limited, nothing is fetched, and a faulty article is a value that says
what is wrong with it, so that the others are still read.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from chronotope.articles.files import find_files, printable, read_at_most
from chronotope.articles.html import read_html
from chronotope.articles.jsonl import read_jsonl
from chronotope.articles.languages import Languages
from chronotope.articles.text import read_text
from chronotope.errors import UnreadableArticle
from chronotope.text import Article

__all__ = ["ENDINGS", "read_articles"]

ENDINGS: Final = (".htm", ".html", ".jsonl", ".txt")
"""What is read within a folder. A file that is named is read whatever its ending: as text, if it has none of these."""

_MAX_TEXT: Final = 5_000_000
_MAX_PAGE: Final = 2_000_000  # trafilatura took 12.8 s over a page of 9 MB


def read_articles(
    sources: Iterable[str | Path],
    *,
    language: str | None = None,
    known_languages: Collection[str],
    stdin: BinaryIO | None = None,
) -> Iterator[Article | UnreadableArticle]:
    r"""Read files, folders and "-" (standard input: a text), one article at a time.

    What cannot be read comes as an `UnreadableArticle` in its place and is not raised. `language` is for the articles
    that do not name theirs; where it is None as well it is detected. A `language` that is not known raises
    `UnknownLanguage` at once. Hidden files and folders are passed over unless named.

    >>> import io
    >>> text = io.BytesIO("title: Kaboul\ndate: 2021-08\n\nSept morts.\n".encode())
    >>> (article,) = read_articles(["-"], language="fr", known_languages={"en", "fr"}, stdin=text)
    >>> article.title, str(article.date), article.body
    ('Kaboul', '2021-08', 'Sept morts.\n')
    >>> (problem,) = read_articles(["no-such-file.txt"], known_languages={"en", "fr"})
    >>> print(problem)
    no-such-file.txt: no such file or directory; check its name, and that you may read it
    """
    if isinstance(sources, str):
        raise TypeError(f"sources is a list of paths; give [{sources!r}]")
    languages = Languages.of(known_languages, given=language)
    return itertools.chain.from_iterable(_read_source(source, languages, stdin) for source in sources)


def _read_source(
    source: str | Path, languages: Languages, stdin: BinaryIO | None
) -> Iterator[Article | UnreadableArticle]:
    if str(source) == "-":
        yield from _read_stream(stdin or sys.stdin.buffer, Path("stdin"), languages)
        return
    for found in find_files(Path(source), ENDINGS):
        if isinstance(found, UnreadableArticle):
            yield found
        else:
            yield from _read_file(found, languages)


def _read_file(path: Path, languages: Languages) -> Iterator[Article | UnreadableArticle]:
    try:
        with path.open("rb") as stream:
            yield from _read_stream(stream, path, languages)
    except OSError as error:
        yield UnreadableArticle(
            printable(path), (error.strerror or str(error)).lower(), remedy="check its name, and that you may read it"
        )


def _read_stream(stream: BinaryIO, path: Path, languages: Languages) -> Iterator[Article | UnreadableArticle]:
    where, identifier = printable(path), printable(path.stem)
    ending = path.suffix.lower()
    if ending == ".jsonl":
        yield from read_jsonl(stream, where=where, identifier=identifier, languages=languages, limit=_MAX_TEXT)
        return
    is_page = ending in {".htm", ".html"}
    read, limit = (read_html, _MAX_PAGE) if is_page else (read_text, _MAX_TEXT)
    try:
        yield read(read_at_most(stream, limit, where=where), where=where, identifier=identifier, languages=languages)
    except UnreadableArticle as problem:
        yield problem
