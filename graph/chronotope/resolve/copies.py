"""Which articles are copies of one text: the same dispatch in several papers.

Bottom-k sketches of the 5-word shingles of a text estimate how much two texts share (Broder 1997, "On the resemblance
and containment of documents").
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

_SHINGLE: Final = 5
_SKETCH: Final = 64
# The least hashes that two texts must share one of to be compared at all: of copies, they nearly always do.
_KEYS: Final = 16
_ALIKE: Final = 0.5
# A text of a few words has too few shingles to tell a copy from a formula.
_LEAST: Final = 20
# So many different texts that share a shingle share a formula, not their content.
_MOST_TEXTS: Final = 20

Sketch = tuple[int, ...]


def sketch_of(text: str) -> Sketch:
    """The smallest hashes of a text's shingles, in order; none for a text that is too short.

    >>> sketch_of("Trois mots seulement")
    ()
    """
    words = re.findall(r"\w+", text.casefold())
    hashes = {zlib.crc32(" ".join(words[at : at + _SHINGLE]).encode()) for at in range(len(words) - _SHINGLE + 1)}
    return tuple(sorted(hashes)[:_SKETCH]) if len(hashes) >= _LEAST else ()


def resemblance(one: Sketch, other: Sketch) -> float:
    """The share of shingles that two texts have in common, from 0 to 1, as their sketches tell it.

    >>> text = " ".join(f"le volcan {number} gronde" for number in range(40))
    >>> resemblance(sketch_of(text), sketch_of(text + " (AFP)")) > 0.9
    True
    """
    if not one or not other:
        return 0.0
    least = sorted({*one, *other})[:_SKETCH]
    both = set(one) & set(other)
    return sum(each in both for each in least) / len(least)


def find_copies(sketches: Mapping[str, Sketch]) -> Mapping[str, str]:
    """Articles that are copies → the one of their text that stands for all, the first by key; others are not named."""
    leader: dict[str, str] = {}

    def found(article: str) -> str:
        while leader.get(article, article) != article:
            article = leader[article]
        return article

    for one, other in _alike(sketches):
        first, second = sorted((found(one), found(other)))
        if first != second:
            leader[second] = first
    return {article: found(article) for article in sorted({*leader, *leader.values()})}


def _alike(sketches: Mapping[str, Sketch]) -> Iterator[tuple[str, str]]:
    """Pairs of articles that share enough. Each is held against the texts known so far, not against their copies."""
    sharing: dict[int, list[str]] = defaultdict(list)
    for article in sorted(sketches):
        for key in sketches[article][:_KEYS]:
            sharing[key].append(article)
    told: set[tuple[str, str]] = set()
    for key in sorted(sharing):
        texts: list[str] = []
        for article in sharing[key]:
            original = _first_alike(article, texts, sketches)
            if original is None:
                texts.append(article)
            elif (original, article) not in told:
                told.add((original, article))
                yield original, article


def _first_alike(article: str, texts: Sequence[str], sketches: Mapping[str, Sketch]) -> str | None:
    for text in texts[:_MOST_TEXTS]:
        if resemblance(sketches[text], sketches[article]) >= _ALIKE:
            return text
    return None
