"""What we hold: extractions → `Knowledge`, derived from all articles at once, to be dropped and made anew at will.

Two steps. An article is resolved within itself (`account_of`); that depends on nothing else, so it is done once. Then
all accounts are held together (`hold`): places and actors by what they are, reports by what they tell of.
"""

from __future__ import annotations

from collections.abc import Iterable

from chronotope.lexicon import Lexicon
from chronotope.mentions import Extraction
from chronotope.model import Correction, Knowledge
from chronotope.resolve.accounts import account_of
from chronotope.resolve.decisions import decisions_of
from chronotope.resolve.holding import hold

__all__ = ["account_of", "hold", "resolve"]


def resolve(extractions: Iterable[Extraction], lexicon: Lexicon, corrections: Iterable[Correction] = ()) -> Knowledge:
    """Resolve what all articles say into what we hold; the order of the articles does not matter."""
    return hold((account_of(extraction, lexicon) for extraction in extractions), lexicon, decisions_of(corrections))
