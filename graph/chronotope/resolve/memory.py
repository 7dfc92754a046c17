"""What a chronicle need not work out again when articles come: accounts of articles, and pairs that were judged.

Both are kept by what they depend on, so a memory never changes what comes out, only how long it takes: a pair of
reports is judged again when anything that it is judged by has changed, and not before.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt
from pydantic import TypeAdapter, ValidationError

from chronotope.resolve.accounts import Account
from chronotope.resolve.likeness import likenesses
from chronotope.resolve.profiles import Profile

_ZIP: Final = b"PK"
_Keys = npt.NDArray[np.uint64]
_Likenesses = npt.NDArray[np.float32]
# Odd numbers mix the hashes of the two reports of a pair, each in its place (Fibonacci hashing).
_MIX: Final = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F))


@dataclass(slots=True)
class Memory:
    """Accounts by the key of all that they were made from, and likenesses by the hash of a pair of profiles.

    `judged` and `recalled` count the pairs of the last resolving: those that had to be judged, and those known.
    """

    accounts: dict[str, Account] = field(default_factory=dict)
    keys: _Keys = field(default_factory=lambda: np.zeros(0, dtype=np.uint64))
    likenesses: _Likenesses = field(default_factory=lambda: np.zeros(0, dtype=np.float32))
    judged: int = 0
    recalled: int = 0

    def judge(self, profiles: Sequence[Profile], pairs: Sequence[tuple[int, int]]) -> list[float]:
        """How likely each pair of profiles, by their numbers, is of one event; from 0 to 1."""
        keys = _keys_of(profiles, pairs)
        places = np.searchsorted(self.keys, keys)
        known = np.zeros(len(keys), dtype=bool)
        inside = places < len(self.keys)
        known[inside] = self.keys[places[inside]] == keys[inside]
        found = np.zeros(len(keys), dtype=np.float32)
        found[known] = self.likenesses[places[known]]
        new = np.flatnonzero(~known).tolist()
        judged = likenesses((profiles[pairs[number][0]], profiles[pairs[number][1]]) for number in new)
        found[new] = np.round(judged, 4)
        order = np.argsort(keys, kind="stable")
        self.keys, self.likenesses = keys[order], found[order]
        self.judged, self.recalled = len(new), len(keys) - len(new)
        return found.tolist()

    def packed(self, signature: str) -> bytes:
        """As bytes; `signature` names what else the values depend on: versions, the ontology."""
        accounts = zlib.compress(_ACCOUNTS.dump_json(self.accounts), 1)
        file = BytesIO()
        np.savez(
            file,
            signature=np.frombuffer(signature.encode(), dtype=np.uint8),
            accounts=np.frombuffer(accounts, dtype=np.uint8),
            keys=self.keys,
            likenesses=self.likenesses,
        )
        return file.getvalue()


def unpacked(data: bytes, signature: str) -> Memory:
    """What `packed` wrote; an empty memory for anything else, for what is not remembered is worked out again."""
    if not data.startswith(_ZIP):
        return Memory()
    try:
        with np.load(BytesIO(data), allow_pickle=False) as arrays:
            if np.asarray(arrays["signature"]).tobytes() != signature.encode():
                return Memory()
            accounts = _ACCOUNTS.validate_json(zlib.decompress(np.asarray(arrays["accounts"]).tobytes()))
            keys, judged = np.asarray(arrays["keys"]), np.asarray(arrays["likenesses"])
    # RuntimeError is what zipfile says of compressions that it does not know.
    except (ValueError, KeyError, OSError, EOFError, RuntimeError, zlib.error, BadZipFile, ValidationError):
        return Memory()
    fits = keys.dtype == np.uint64 and judged.dtype == np.float32 and keys.shape == judged.shape and keys.ndim == 1
    return Memory(accounts, keys, judged) if fits else Memory()


_ACCOUNTS: Final = TypeAdapter(dict[str, Account])


def _keys_of(profiles: Sequence[Profile], pairs: Sequence[tuple[int, int]]) -> _Keys:
    hashes = np.fromiter((_hash(profile) for profile in profiles), dtype=np.uint64, count=len(profiles))
    numbers = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    # By hash and not by number: which of two reports comes first must not matter.
    ordered = np.sort(hashes[numbers], axis=1)
    return ordered[:, 0] * _MIX[0] ^ ordered[:, 1] * _MIX[1]


def _hash(profile: Profile) -> int:
    """Everything that a profile is compared by, as a number that is the same in every process."""
    told = (
        profile.report.id, profile.report.language, profile.text, profile.type, profile.group, profile.status,
        profile.dated, profile.told, profile.points, profile.sentence, profile.rank, profile.alike, profile.story,
        *map(_sorted, (profile.towns, profile.around, profile.countries, profile.roles, profile.named)),
        *map(_sorted, (profile.heads, profile.counts, profile.terms, profile.senses, profile.context)),
    )  # fmt: skip
    return int.from_bytes(hashlib.blake2b(repr(told).encode(), digest_size=8).digest(), "big")


def _sorted(values: Iterable[object]) -> list[str]:
    return sorted(map(repr, values))
