"""How a change of a chronicle takes effect: whole or not at all.

A change works on a copy of the store beside the folder, and takes its place at the end, so that a full disk, an
interrupt or a killed process leaves the chronicle as it was. The copy takes its place by one rename into the chronicle;
what is killed after that is completed by the next change. Only changes rename, and under a lock: readers take what they
find.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from glob import escape
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from chronotope.errors import ChronicleInUse, NotAChronicle
from chronotope.files import umask
from chronotope.interrupts import uninterrupted

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

SETTINGS_FILE: Final = "chronicle.toml"
STORE: Final = "store"
OLD_STORE: Final = ".store.old"
PAGE: Final = "timeline.html"
MEMORY: Final = "memory.npz"
"""What need not be worked out again; see `rebuilding.py`."""
COMPLETE: Final = ".complete"
"""Marks a copy that is to take the chronicle's place."""
_NEXT: Final = ".next"


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """A folder beside the chronicle with a copy of its store; it takes its place if the body marks it complete."""
    made = [parent for parent in folder.parents if not parent.exists()]
    folder.parent.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".building", dir=folder.parent))
    try:
        new = not (folder / SETTINGS_FILE).exists()
        with _locked(stage), nullcontext() if new else _locked(folder):
            _sweep(folder, stage)
            if not new:
                _copy_store(folder, stage)
            yield stage
            if stage.joinpath(COMPLETE).exists():
                with uninterrupted():
                    _take_place(stage, folder, new=new)
    except BaseException as error:
        _let_go(error)
        raise
    finally:
        with uninterrupted():
            shutil.rmtree(stage, ignore_errors=True)
            for parent in made:
                with suppress(OSError):  # not empty: a chronicle has been made in it
                    parent.rmdir()


def _sweep(folder: Path, ours: Path) -> None:
    """Remove what killed builds of this chronicle left; one that is running holds a lock on its own folder."""
    # Eight signs are what mkdtemp puts in: a chronicle "a.b" is none of "a".
    for stage in folder.parent.glob(f".{escape(folder.name)}.????????.building"):
        if stage != ours:
            with suppress(ChronicleInUse, FileNotFoundError), _locked(stage) as locked:
                if locked:
                    shutil.rmtree(stage, ignore_errors=True)


def _copy_store(folder: Path, stage: Path) -> None:
    """The store is open no longer than this: Oxigraph tidies up by path, even once another store lies there."""
    _finish_exchange(folder)
    try:
        live = ox.Store(str(folder / STORE))
    except OSError as error:
        if "lock" in str(error).lower():
            raise ChronicleInUse(folder) from error
        raise
    # Hard links: the copy costs neither time nor space.
    live.backup(str(stage / STORE))


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Keep other builds away from a folder; False where a system cannot, and only Oxigraph's own lock does."""
    if fcntl is None:
        yield False
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        locked = False
        with suppress(OSError):  # some network file systems lock no folders
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise ChronicleInUse(folder) from error
            locked = True
        yield locked
    finally:
        os.close(handle)


def _let_go(error: BaseException | None) -> None:
    """Close a store that only the traceback of an error still holds, so that nothing writes into what is removed."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


def _take_place(stage: Path, folder: Path, *, new: bool) -> None:
    stage.joinpath(COMPLETE).unlink()
    if new:
        if (folder / SETTINGS_FILE).exists():
            raise ChronicleInUse(folder)  # another build was quicker; ours knows nothing of its articles
        stage.chmod(0o777 & ~umask())
        stage.rename(folder)
        return
    # Before this rename nothing is changed; from it on store, settings and page will be exchanged, all three.
    stage.rename(folder / _NEXT)
    _finish_exchange(folder)


def _finish_exchange(folder: Path) -> None:
    """Put in place what lies ready, as far as that is not done yet. Only for who has locked the chronicle."""
    store, old, following = folder / STORE, folder / OLD_STORE, folder / _NEXT
    if old.exists() and not store.exists() and not (following / STORE).exists():
        old.rename(store)
    if (following / STORE).exists():
        if store.exists():
            if old.exists():
                shutil.rmtree(old)
            store.rename(old)
        (following / STORE).rename(store)
    for name in (SETTINGS_FILE, PAGE, MEMORY):
        if (following / name).exists():
            (following / name).replace(folder / name)
    for done in (following, old):
        if done.exists():
            shutil.rmtree(done)


def check_name(folder: Path) -> None:
    """Raise `NotAChronicle` for a name that no file of ours can hold."""
    try:
        str(folder).encode()
    except UnicodeEncodeError as error:
        shown = os.fsencode(folder).decode(errors="replace")
        raise NotAChronicle(Path(shown), "its name is not UTF-8", remedy="rename it, or choose another") from error


def check_is_chronicle(folder: Path) -> None:
    """Raise `NotAChronicle` for a folder that is none."""
    check_name(folder)
    if not folder.exists():
        raise NotAChronicle(
            folder, "there is no such folder", remedy="make one with `chronotope build SOURCE --out DIR`"
        )
    if not (folder / SETTINGS_FILE).is_file():
        raise NotAChronicle(
            folder, f"no chronicle ({SETTINGS_FILE} is missing)", remedy="name a folder that `chronotope build` made"
        )
