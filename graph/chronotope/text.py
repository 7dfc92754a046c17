"""Text, and places within it: articles as they were given, documents as a pipeline read them.

Offsets count Unicode code points of the article's body, exactly as given, from 0; a span's end is exclusive.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from chronotope.dates import PartialDate

BASE: Final = "https://w3id.org/chronotope/id/"
"""Every id is an IRI relative to this one."""


class Span(NamedTuple):
    """A stretch of a text: begin inclusive, end exclusive, in code points.

    >>> Span(3, 7).overlaps(Span(6, 9)), Span(3, 7).contains(Span(4, 7)), len(Span(3, 7).of("un séisme"))
    (True, True, 4)
    """

    begin: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.begin < other.end and other.begin < self.end

    def contains(self, other: Span) -> bool:
        return self.begin <= other.begin and other.end <= self.end

    def of(self, text: str) -> str:
        """The words of `text` that this span covers."""
        return text[self.begin : self.end]


def sentences_touched(sentences: Sequence[Span], span: Span) -> Sequence[Span]:
    """The sentences, in the order of the text, that share a sign with a span.

    >>> sentences_touched([Span(0, 5), Span(6, 9), Span(9, 12)], Span(4, 9))
    [Span(begin=0, end=5), Span(begin=6, end=9)]
    """
    first = bisect_right(sentences, span.begin, key=lambda sentence: sentence.end)
    return sentences[first : bisect_left(sentences, span.end, key=lambda sentence: sentence.begin)]


def content_key(*parts: str) -> str:
    """Name content by itself: the first 16 hexadecimal digits of the SHA-256 of its UTF-8, parts joined by newlines.

    >>> content_key("kaboul", "Sept terroristes")
    '5c7dd5465fec74fe'
    """
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A news article as it was given. The body is kept to the letter; what is not known is None.

    >>> Article(identifier="kaboul", body="Sept terroristes", language="fr").id
    'article/5c7dd5465fec74fe'
    """

    identifier: str
    body: str
    language: str
    title: str | None = None
    date: PartialDate | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    _key: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Every mention asks for the key, and it takes a walk through the whole text.
        object.__setattr__(self, "_key", content_key(self.url or self.identifier, self.body))

    @property
    def key(self) -> str:
        """Sixteen hexadecimal digits that name this text; an edited page has another key."""
        return self._key

    @property
    def id(self) -> str:
        return f"article/{self.key}"


class Token(NamedTuple):
    """A word or sign as a pipeline read it. What the pipeline does not tell is empty.

    `head` is the index of the governing token in its document (its own index at the root, -1 unparsed);
    `pos`, `morph` and `dep` follow Universal Dependencies.
    """

    begin: int
    end: int
    text: str
    lemma: str
    pos: str = ""
    morph: str = ""
    dep: str = ""
    head: int = -1

    @property
    def span(self) -> Span:
        return Span(self.begin, self.end)


NameLabel = Literal["PER", "ORG", "LOC", "EVENT", "MISC"]


class Name(NamedTuple):
    """A name as a pipeline found it: of a person, an organisation, a place, an event, or of something else."""

    begin: int
    end: int
    label: NameLabel

    @property
    def span(self) -> Span:
        return Span(self.begin, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article as a pipeline read it: its tokens, its sentences and its names, each in the order of the text.

    White space is no token. Sentences do not overlap, nor do names; each sentence is given without the white space
    around it.
    """

    article: Article
    pipeline: str
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    names: tuple[Name, ...] = ()
    _begins: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_begins", tuple(token.begin for token in self.tokens))

    @property
    def text(self) -> str:
        return self.article.body

    @property
    def language(self) -> str:
        return self.article.language

    @property
    def is_parsed(self) -> bool:
        """Whether tokens have arcs."""
        return any(token.head != -1 for token in self.tokens[:1])

    def tokens_in(self, span: Span) -> range:
        """The indices of the tokens that begin within a span."""
        return range(self._index(span.begin), self._index(span.end))

    def names_by_token(self) -> dict[int, Name]:
        """The names by the index of the token that each begins with."""
        return {self.tokens_in(name.span).start: name for name in self.names}

    def sentence_at(self, offset: int) -> Span:
        """The sentence that covers an offset, or the last one that begins before it."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.begin) - 1
        return self.sentences[max(index, 0)]

    def _index(self, offset: int) -> int:
        return bisect_right(self._begins, offset - 1)
