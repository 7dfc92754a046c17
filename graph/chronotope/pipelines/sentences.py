"""Where sentences begin, by rule: the same for every pipeline that comes with us."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from spacy.attrs import SENT_START
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

_SENTENCE_ENDS = frozenset({".", "!", "?", "…", "...", "!!", "??", "?!"})
_LINE_BREAKS = frozenset("\n\r\u2028\u2029")
_OPENING = frozenset("«“„([")
# What a sentence is cut after when it is longer than any that people write: a table, a list, a text without stops.
# Each of its events may belong to each of its claims, so that its cost grows with the square of its length.
_LONGEST_SENTENCE = 300
_CUTS = (";", ":", ",")


def mark_sentences(doc: Doc) -> None:
    """Say of every token whether it begins a sentence; a parser that reads the document later keeps to it."""
    marks = np.full((len(doc), 1), -1)
    for begin, end in pairwise([*_starts(doc), len(doc)]):
        marks[[begin, *_cuts(doc, begin, end)]] = 1
    # Not token by token: spaCy's setter looks through the whole text each time.
    doc.from_array([SENT_START], marks.astype("uint64"))  # type: ignore[arg-type]  # spaCy's type of integers is its own


def _starts(doc: Doc) -> Iterator[int]:
    """Where sentences begin.

    A sentence ends after its last sign and the marks that close it, and at every line break.

    Headings, captions and list items have no full stop. spaCy's sentencizer would give the quotation mark that opens a
    sentence to the sentence before.
    """
    ended, broken = False, True
    for token in doc:
        starts = broken or (ended and (not (token.is_punct or token.is_space) or _opens(token)))
        if starts:
            yield token.i
        ended = token.text in _SENTENCE_ENDS or (ended and not starts)
        broken = token.is_space and not _LINE_BREAKS.isdisjoint(token.text)


def _cuts(doc: Doc, begin: int, end: int) -> Iterator[int]:
    """Where a sentence that is too long is cut: after the strongest sign of its second half, the last of its kind."""
    while end - begin > _LONGEST_SENTENCE:
        last = begin + _LONGEST_SENTENCE
        half = range(last - 1, last - _LONGEST_SENTENCE // 2, -1)
        signs = (index + 1 for sign in _CUTS for index in half if doc[index].text == sign)
        begin = next(signs, last)
        yield begin


def _opens(token: SpacyToken) -> bool:
    """Whether a mark opens what follows; straight quotation marks do when a space stands before them and none after."""
    if token.text in _OPENING:
        return True
    return token.is_quote and token.i > 0 and bool(token.nbor(-1).whitespace_) and not token.whitespace_
