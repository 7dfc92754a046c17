"""Files: which ones a path stands for, and their bytes, up to a limit."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import BinaryIO

from chronotope.errors import UnreadableArticle


def find_files(path: Path, endings: Collection[str]) -> Iterator[Path | UnreadableArticle]:
    """Yield the file itself, or those of a folder and its folders that have one of the endings, sorted by name.

    Within a folder, what is hidden, is no regular file (a pipe would wait for ever) or is a link to a folder (it may
    lead in a circle) is passed over. A folder that holds nothing to read is a problem.
    """
    if "\0" in str(path):
        yield UnreadableArticle(printable(path), "no file has NUL in its name", remedy="check the name")
        return
    if not path.is_dir():
        yield path
        return
    empty = True
    for found in _walk(path, endings):
        empty = False
        yield found
    if empty:
        known = ", ".join(sorted(endings))
        yield UnreadableArticle(printable(path), "the folder holds no article", remedy=f"give it files of {known}")


def _walk(folder: Path, endings: Collection[str]) -> Iterator[Path | UnreadableArticle]:
    pending = [folder]  # not recursive: a hostile archive nests deeper than Python does
    while pending:
        path = pending.pop()
        try:
            if path.is_dir():
                pending += sorted(_visible(path), reverse=True)
            elif path.suffix.lower() in endings and path.is_file():
                yield path
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            yield UnreadableArticle(printable(path), why, remedy="check that you may read it")


def _visible(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if not (path.name.startswith(".") or (path.is_symlink() and path.is_dir())):
            yield path


def read_at_most(stream: BinaryIO, limit: int, *, where: str) -> bytes:
    """All that a stream holds. Raises `UnreadableArticle` where that is more than the limit.

    >>> import io
    >>> read_at_most(io.BytesIO(b"too much"), 3, where="news.txt")
    Traceback (most recent call last):
    chronotope.errors.UnreadableArticle: news.txt: it is larger than 3 bytes; split it into its articles
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableArticle(where, f"it is larger than {limit:,} bytes", remedy="split it into its articles")
    return data


def printable(path: str | Path) -> str:
    r"""A path as text that can be printed and hashed, though the bytes of its name be no UTF-8.

    >>> printable("caf\udce9.txt")
    'caf\\udce9.txt'
    """
    return str(path).encode(errors="backslashreplace").decode()
