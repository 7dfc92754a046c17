"""Noun phrases, read from the arcs of a dependency parse."""

from __future__ import annotations

from typing import Final

from chronotope.extract.arcs import Arcs

# What belongs to a phrase that a role names; relative clauses, appositions and conjuncts do not.
_WITHIN: Final = frozenset({"amod", "nummod", "compound", "flat", "fixed", "nmod", "det", "goeswith", "case"})
# What stands before a phrase without being part of it: "au moins", "près de", its determiner and its preposition.
_LEADING: Final = frozenset({"det", "case", "advmod", "punct", "cc", "mark"})
_LONGEST: Final = 16
_VERBAL: Final = frozenset({"VERB", "AUX"})
_TRAILING: Final = frozenset({"ADP", "DET", "PUNCT", "CCONJ", "SCONJ", "ADV"})


def noun_phrase(arcs: Arcs, head: int) -> range:
    """The tokens of the phrase around a head, without what leads it in.

    >>> from chronotope.languages.fr import FRENCH
    >>> from chronotope.text import Token
    >>> rows = [("au", "case", 2), ("moins", "advmod", 1), ("sept", "nummod", 3), ("soldats", "obj", 3),
    ...         ("français", "amod", 3), ("qui", "nsubj", 6), ("fuyaient", "acl:relcl", 3)]
    >>> tokens = [Token(0, 0, word, word, "NOUN", "", dep, head) for word, dep, head in rows]
    >>> noun_phrase(Arcs(tokens, FRENCH, [[], [0], [1], [2, 4, 6], [], [], [5]]), 3)
    range(2, 5)
    """
    kept = {head}
    waiting = [head]
    while waiting:
        index = waiting.pop()
        for each in arcs.dependents[index]:
            # Parsers take some infinitives for complements: "les citoyens de rester à l'écart".
            if arcs.tokens[each].dep in _WITHIN and arcs.tokens[each].pos not in _VERBAL:
                kept.add(each)
                waiting.append(each)
    begin = end = head
    while begin - 1 in kept and head - begin < _LONGEST:
        begin -= 1
    while end + 1 in kept and end - begin < _LONGEST:
        end += 1
    while begin < head and arcs.tokens[begin].dep in _LEADING:
        begin += 1
    while end > head and arcs.tokens[end].pos in _TRAILING:
        end -= 1
    while _is_hyphenated(arcs, end):
        end += 2
    while begin >= 2 and _is_hyphenated(arcs, begin - 2):
        begin -= 2
    return range(begin, end + 1)


def _is_hyphenated(arcs: Arcs, index: int) -> bool:
    """Whether a hyphen and a word follow a token at once: "Belle-Hermine", where languages cut there."""
    following = arcs.tokens[index : index + 3]
    if len(following) < 3 or following[1].text != "-":
        return False
    return following[0].end == following[1].begin and following[1].end == following[2].begin


def conjuncts(arcs: Arcs, head: int) -> list[int]:
    """A head and those that are set beside it: "Paris et Rome"."""
    return [head, *(each for each in arcs.under(head, "conj") if arcs.tokens[each].pos in NOMINAL)]


NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
