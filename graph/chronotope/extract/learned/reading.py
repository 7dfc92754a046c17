"""A document with all that the judgements about its events look at, made once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from chronotope.extract.arcs import Arcs
from chronotope.extract.nearby import Nearby
from chronotope.extract.tokens import is_quote, plain, tokens_touched
from chronotope.extract.zones import find_zones, in_zones
from chronotope.lexicon import Lexicon, Words
from chronotope.mentions import ActorMention, Mention, PlaceMention, TimeMention
from chronotope.text import Document, Span, Token

_OPENING: Final = frozenset("«“„❝")
_FURTHEST_VERB: Final = 8
# What part of a sentence stands between quotation marks when all of it is quoted but "said X".
_WHOLLY: Final = 0.7
_CLOSING: Final = frozenset("»”❞")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A parsed document, what the ontology knows of its words, and the mentions found so far."""

    document: Document
    lexicon: Lexicon
    words: Words
    arcs: Arcs
    nearby: Nearby
    sentences: Sequence[int]
    """The number of the sentence of each token."""
    quoted: frozenset[int]
    """The tokens between quotation marks."""
    paragraphs: Sequence[int]
    """The number of the paragraph of each token."""
    quotes: Sequence[str]
    """For each sentence whether it is quoted: "none", "part" or "all"."""
    colons: Sequence[int | None]
    """For each sentence the index of its first colon."""
    zoned: frozenset[int]
    """The tokens that are no part of the article's own text."""
    time_tokens: frozenset[int]
    verbs: Sequence[int | None]
    """For each token the first verb above it, or itself."""
    tenses: Sequence[str]
    """For each token mood and tense of the verb over it, with "^" where that is another."""
    kinds: Mapping[int, str]
    """What the tokens of names and actors are: a kind of actor, or "place"."""

    @classmethod
    def of(cls, document: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> Reading:
        words = lexicon.words[document.language]
        nearby = Nearby.of(document, words.language, mentions)
        arcs = nearby.arcs or Arcs.of(document, words.language)
        numbers: list[int] = []
        for number, sentence in enumerate(document.sentences):
            numbers.extend(number for _ in range(len(numbers), document.tokens_in(sentence).stop))
        numbers.extend(len(document.sentences) - 1 for _ in range(len(numbers), len(document.tokens)))
        quoted = _quoted(document)
        within = [document.tokens_in(sentence) for sentence in document.sentences]
        verbs = [_verb_above(arcs, index) for index in range(len(document.tokens))]
        return cls(
            document=document,
            lexicon=lexicon,
            words=words,
            arcs=arcs,
            nearby=nearby,
            sentences=numbers,
            quoted=quoted,
            paragraphs=_paragraphs(document),
            quotes=[_how_quoted(quoted, each) for each in within],
            colons=[next((i for i in each if document.tokens[i].text == ":"), None) for each in within],
            zoned=in_zones(document, tuple(find_zones(document, words.language))),
            time_tokens=tokens_touched(document, (each.span for each in mentions if isinstance(each, TimeMention))),
            verbs=verbs,
            tenses=_tenses(arcs, verbs),
            kinds=_kinds(document, mentions),
        )

    @property
    def tokens(self) -> Sequence[Token]:
        return self.document.tokens

    def kind_of(self, index: int) -> str:
        """The kind of the actor or place that a token is part of, or its part of speech."""
        return self.kinds.get(index, self.tokens[index].pos)

    def sentence_of(self, span: Span) -> int:
        """The number of the sentence that a span begins in."""
        return self.sentences[min(self.document.tokens_in(span).start, len(self.tokens) - 1)]

    def path(self, one: int, other: int, longest: int = 5) -> str | None:
        """The arcs from one token to another, up ("<") and then down (">"); None when there are more than `longest`.

        "Les soldats ont attaqué": from "attaqué" to "soldats" it is ">nsubj".
        """
        up = self._up(one, longest)
        down = self._up(other, longest)
        common = next((index for index in up if index in down), None)
        if common is None:
            return None
        rising, falling = list(up)[: up[common]], list(down)[: down[common]]
        if len(rising) + len(falling) > longest:
            return None
        labels = ["<" + self.tokens[index].dep for index in rising]
        return "".join(labels + [">" + self.tokens[index].dep for index in reversed(falling)]) or "="

    def _up(self, index: int, longest: int) -> Mapping[int, int]:
        """A token and those above it, each with the number of arcs up to it."""
        above = {index: 0}
        for step in range(1, longest + 1):
            index = self.tokens[index].head
            if index in above or index < 0:
                break
            above[index] = step
        return above

    def governor(self, index: int) -> int | None:
        """The token above, None at the root."""
        head = self.tokens[index].head
        return None if head in (index, -1) else head

    def verb_above(self, index: int) -> int | None:
        """The first verb above a token, or the token itself when it is one."""
        return self.verbs[index]

    def cases(self, index: int) -> list[str]:
        """The prepositions of a token, as plain words."""
        return [plain(self.tokens[case].text) for case in self.arcs.under(index, "case")]


def _paragraphs(document: Document) -> list[int]:
    numbers: list[int] = []
    end = 0
    for token in document.tokens:
        passed = document.text.count("\n\n", end, token.begin)
        numbers.append((numbers[-1] if numbers else 0) + passed)
        end = token.end
    return numbers


def _how_quoted(quoted: frozenset[int], sentence: range) -> str:
    inside = sum(index in quoted for index in sentence)
    return "none" if not inside else "all" if inside > _WHOLLY * len(sentence) else "part"


def _verb_above(arcs: Arcs, index: int) -> int | None:
    for _ in range(_FURTHEST_VERB):
        if arcs.tokens[index].pos == "VERB" or arcs.under(index, "cop"):
            return index
        above = arcs.tokens[index].head
        if above in (index, -1):
            return None
        index = above
    return None


def _tenses(arcs: Arcs, verbs: Sequence[int | None]) -> list[str]:
    of_verb = {verb: _tense(arcs, verb) for verb in dict.fromkeys(verbs) if verb is not None}
    return ["-" if verb is None else of_verb[verb] + "^" * (verb != index) for index, verb in enumerate(verbs)]


def _tense(arcs: Arcs, verb: int) -> str:
    """Mood, unless it is the indicative, and tense of a verb and its auxiliaries."""
    told: list[str] = []
    for each in (*arcs.under(verb, "aux", "aux:pass", "cop"), verb):
        parts = (part.partition("=") for part in arcs.tokens[each].morph.split("|"))
        told += [value for name, _, value in parts if name in ("Mood", "Tense") and value != "Ind"]
    return ".".join(told)


def _kinds(document: Document, mentions: Sequence[Mention]) -> dict[int, str]:
    kinds: dict[int, str] = {}
    for mention in mentions:
        if isinstance(mention, PlaceMention | ActorMention):
            named = "place" if isinstance(mention, PlaceMention) else str(mention.actor_kind)
            if isinstance(mention, ActorMention) and mention.name is not None:
                named += "+"
            for index in document.tokens_in(mention.span):
                kinds[index] = f"{kinds[index]},{named}" if index in kinds else named
    return kinds


def _quoted(document: Document) -> frozenset[int]:
    """Straight marks open and close by turns, within a paragraph; the others say which they are."""
    quoted: set[int] = set()
    inside = False
    for index, token in enumerate(document.tokens):
        if index and "\n" in document.text[document.tokens[index - 1].end : token.begin]:
            inside = False
        if is_quote(token):
            inside = token.text in _OPENING or (token.text not in _CLOSING and not inside)
        elif inside:
            quoted.add(index)
    return frozenset(quoted)


def groups_of(reading: Reading, types: Sequence[str]) -> Counter[str]:
    """How often each group of event types occurs."""
    return Counter(reading.lexicon.types[name].group for name in types if name in reading.lexicon.types)
