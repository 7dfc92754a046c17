"""Matches a language's `time_patterns` over tokens.

The patterns of a language are one tree, so that those that begin alike are tried together and the cost grows with the
text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from chronotope.extract.time_slots import SLOTS, may_fill
from chronotope.extract.tokens import plain
from chronotope.languages import Language
from chronotope.text import Token


class Pattern(NamedTuple):
    name: str
    order: int
    before: tuple[frozenset[str], ...]
    """Words that must stand before the expression without being part of it."""
    meaning: str


class Match(NamedTuple):
    """A pattern found: the expression runs from token `begin` up to `end`; `slots` holds what its slots say.

    A slot that stands twice keeps its first value: "nuit de vendredi à samedi" is the night of Friday. `edges` are
    where the pieces in brackets begin and end.
    """

    begin: int
    end: int
    pattern: Pattern
    slots: Mapping[str, str]
    edges: tuple[int, ...] = ()


def longest_match(tokens: Sequence[Token], index: int, language: Language) -> Match | None:
    """The longest match that begins at a token; of equals the one that asks most of what stands before it.

    Of equals even in that, the pattern that stands first.
    """
    word = plain(tokens[index].text)
    root = _tree(language)
    if word not in root.words and not may_fill(word, language):
        return None
    found = (match for match in _matches(tokens, index, root, language) if _stands_after(tokens, index, match.pattern))
    return max(found, key=lambda match: (match.end, len(match.pattern.before), -match.pattern.order), default=None)


def _stands_after(tokens: Sequence[Token], index: int, pattern: Pattern) -> bool:
    start = index - len(pattern.before)
    return start >= 0 and all(plain(tokens[start + i].text) in words for i, words in enumerate(pattern.before))


class _Item(NamedTuple):
    """One place in a pattern: words it may be, or the slot it fills under a name; an edge takes up no token."""

    words: frozenset[str]
    slot: str | None = None
    name: str = ""
    edge: bool = False


@dataclass(slots=True, eq=False)
class _Node:
    """Where a pattern has come to: where each next token leads, and the patterns that end here."""

    children: dict[_Item, _Node] = field(default_factory=dict)
    words: dict[str, list[_Node]] = field(default_factory=dict)
    slots: dict[str, list[tuple[str, _Node]]] = field(default_factory=dict)
    edge: _Node | None = None
    patterns: list[Pattern] = field(default_factory=list)

    def child(self, item: _Item) -> _Node:
        """The node that an item leads to, made when it is new."""
        if item in self.children:
            return self.children[item]
        node = self.children[item] = _Node()
        if item.edge:
            self.edge = node
        elif item.slot is not None:
            self.slots.setdefault(item.slot, []).append((item.name, node))
        for word in item.words:
            self.words.setdefault(word, []).append(node)
        return node


@cache
def _tree(language: Language) -> _Node:
    root = _Node()
    for order, (text, meaning) in enumerate(language.time_patterns):
        before, _, expression = text.rpartition(" < ")
        name = re.sub(r"\W+", "-", text).strip("-")
        pattern = Pattern(name, order, tuple(_item(word).words for word in before.split()), meaning)
        nodes = [root]
        for word in expression.split():
            reached = [node.child(_item(word.removesuffix("?"))) for node in nodes]
            nodes = reached + (nodes if word.endswith("?") else [])
        for node in nodes:
            if node is not root:
                node.patterns.append(pattern)
    return root


def _item(text: str) -> _Item:
    if text in ("[", "]"):
        return _Item(frozenset(), edge=True)
    slot = re.fullmatch(r"\{(\w+?)(\d?)\}", text)
    if slot is None:
        return _Item(frozenset(text.split("|")))
    return _Item(frozenset(), slot[1], slot[1] + slot[2])


def _matches(tokens: Sequence[Token], begin: int, root: _Node, language: Language) -> Iterator[Match]:
    """Yield every way in which a pattern matches from a token on, whatever stands before it."""
    filled: dict[tuple[str, int], list[tuple[int, str]]] = {}
    reached: list[tuple[_Node, int, dict[str, str], tuple[int, ...]]] = [(root, begin, {}, ())]
    while reached:
        node, end, slots, edges = reached.pop()
        if end > begin:
            yield from (Match(begin, end, pattern, slots, edges) for pattern in node.patterns)
        if node.edge is not None:
            reached.append((node.edge, end, slots, (*edges, end)))
        if end >= len(tokens):
            continue
        reached.extend((child, end + 1, slots, edges) for child in node.words.get(plain(tokens[end].text), ()))
        for slot, children in node.slots.items():
            if (slot, end) not in filled:
                filled[slot, end] = SLOTS[slot](tokens, end, language)
            for length, value in filled[slot, end]:
                for name, child in children:
                    reached.append((child, end + length, slots if name in slots else {**slots, name: value}, edges))
