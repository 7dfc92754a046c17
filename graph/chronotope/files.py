"""Files that are written whole or not at all, and what to do when the system refuses one."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

_REMEDIES: Final = {
    errno.ENOSPC: "make room, or choose another place",
    errno.EDQUOT: "make room, or choose another place",
    errno.EACCES: "ask for the right to it, or choose another place",
    errno.EPERM: "ask for the right to it, or choose another place",
    errno.EROFS: "choose another place",
    errno.ENOENT: "check the name, and that its folder exists",
    errno.ENOTDIR: "name a path that leads through folders only",
    errno.EEXIST: "choose another name",
    errno.EISDIR: "name a file",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.EADDRINUSE: "choose another with --port",
}


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file to write that takes the place of another when it is complete; on an error nothing changes.

    >>> with replacing(Path(tempfile.mkdtemp()) / "a.txt") as file:
    ...     _ = file.write("été".encode())
    """
    with _named_by_target(path):
        handle, name = tempfile.mkstemp(prefix=_prefix(path), dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
            # mkstemp makes files for one user only.
            Path(name).chmod(0o666 & ~umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def umask() -> int:
    """The rights that new files and folders do not get here; the system tells them only by a change."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def refusal(error: OSError) -> str:
    """What the system refused, and what to do where we know it.

    The store's errors have a text and no number.

    >>> refusal(OSError(28, "No space left on device", "out.nq"))
    'out.nq: No space left on device; make room, or choose another place'
    """
    where = f"{error.filename}: " if error.filename else ""
    remedies = (
        remedy for number, remedy in _REMEDIES.items() if error.errno == number or os.strerror(number) in str(error)
    )
    return "; ".join([f"{where}{error.strerror or error}", *list(remedies)[:1]])


@contextmanager
def _named_by_target(path: Path) -> Iterator[None]:
    """An error names the file that was asked for: nobody knows of the other."""
    try:
        yield
    except OSError as error:
        if isinstance(error.filename, str) and Path(error.filename).name.startswith(_prefix(path)):
            error.filename, error.filename2 = str(path), None
        raise


def _prefix(path: Path) -> str:
    return f".{path.name}."
