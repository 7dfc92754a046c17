"""Made-up sentences that are as hard to compress as those of newspapers: what pages of evidence are weighed with.

Frequent words are the function words of a language, the others are invented; some always come together, how often
each comes is as Zipf has it, and names that stand nowhere else come in between, as they do in news. `compression` says
how near that is to prose: 400 articles of WiNER-fr (480,000 characters) come to 2.8.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Final

from chronotope.registry import installed_languages

_WORDS: Final = 4_000
_PHRASES: Final = 700
# More than any sentence has.
_MOST_WORDS: Final = 60
_SHORTEST, _LONGEST = 80, 220
# Zipf's law with Mandelbrot's correction, without which "le" alone would be a tenth of the text.
_SHIFT: Final = 2.7
_NAMES: Final = 0.03
_COMMAS: Final = 0.08
_ONSETS: Final = ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "ch", "tr", "pr", "gr", "")
_HEARTS: Final = ("a", "e", "i", "o", "u", "é", "ou", "ai", "an", "on")
_ENDS: Final = ("", "", "", "", "r", "s", "l", "t")


@dataclass(frozen=True, slots=True)
class Prose:
    """The words and phrases of a language, frequent ones first, and the sums of their weights."""

    words: Sequence[str]
    weights: Sequence[float]

    def sentence(self, dice: random.Random) -> str:
        """One sentence of 80 to 220 characters.

        >>> sentence = prose_of("fr").sentence(random.Random(1))
        >>> 80 <= len(sentence) <= 220, sentence[0].isupper(), sentence[-1]
        (True, True, '.')
        """
        wanted = dice.triangular(_SHORTEST, _LONGEST - 20, 130)
        parts: list[str] = []
        length = 0
        for word in self.some(dice, _MOST_WORDS):
            told = name(dice) if dice.random() < _NAMES else word
            if length + len(told) + 2 > _LONGEST:
                break
            parts.append(f"{told}," if dice.random() < _COMMAS else told)
            length += len(parts[-1]) + 1
            if length > wanted:
                break
        text = " ".join(parts).rstrip(",")
        return f"{text[0].upper()}{text[1:]}."

    def some(self, dice: random.Random, number: int) -> list[str]:
        """So many words, each as often as it comes in the language."""
        return dice.choices(self.words, cum_weights=self.weights, k=number)

    def rare(self, dice: random.Random, number: int) -> list[str]:
        """So many words that mean something."""
        return dice.choices(self.words[len(self.words) // 40 :], k=number)


@cache
def prose_of(code: str) -> Prose:
    """The words of an installed language; the same in every process."""
    frequent = sorted(installed_languages()[code].function_words, key=lambda word: (len(word), word))
    dice = random.Random(code)  # noqa: S311
    words = list(dict.fromkeys([*frequent, *(_invented(dice) for _ in range(_WORDS))]))
    for _ in range(_PHRASES):
        phrase = f"{dice.choice(frequent)} {dice.choice(words)} {dice.choice(frequent)} {dice.choice(words)}"
        words.insert(dice.randrange(len(frequent), len(words)), phrase)
    return Prose(words, list(accumulate(1 / (rank + _SHIFT) for rank in range(1, len(words) + 1))))


def name(dice: random.Random) -> str:
    """A name that nobody bears."""
    return _invented(dice).capitalize()


def compression(texts: Iterable[str]) -> float:
    """How many times smaller zlib makes them, one after the other."""
    told = "\n".join(texts).encode()
    return len(told) / len(zlib.compress(told, 9))


def _invented(dice: random.Random) -> str:
    syllables = dice.choices((1, 2, 3, 4), (2, 5, 4, 1))[0]
    return "".join(f"{dice.choice(_ONSETS)}{dice.choice(_HEARTS)}" for _ in range(syllables)) + dice.choice(_ENDS)
