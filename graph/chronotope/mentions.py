"""What a text says, and where: the values that extractors yield.

A mention belongs to one article and never changes. Mentions refer to one another by id; an id names the article, the
kind and the span, so it is the same in every build.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final, Literal, NamedTuple

from chronotope.text import Article, Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Status = Literal["actual", "reported", "planned", "hypothetical", "denied"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
ZoneKind = Literal["teaser", "caption", "boilerplate"]
Role = Literal["agent", "patient", "recipient", "instrument", "origin", "destination", "topic"]
Stance = Literal["asserts", "confirms", "denies", "believes", "warns", "promises", "requests"]
Speech = Literal["direct", "indirect"]
ActorKind = Literal["person", "organization", "armed-group", "state", "group", "thing"]

DATELINE: Final = "dateline"
"""Stands where a time mention's id may stand, for an article's own date."""


CERTAINTIES: Final[Mapping[Status, Certainty]] = {
    "actual": "certain",
    "denied": "certain",
    "planned": "probable",
    "reported": "probable",
    "hypothetical": "possible",
}
"""How certain it is that an event of each status happens, or does not."""


class Expression(NamedTuple):
    """A time in words, freed of its language: a name and arguments, themselves numbers, words or expressions.

    It still has to be resolved: "le 31 août" is `day-month(31, 8)` until a dateline tells the year.

    >>> term = Expression("part-of", (Expression("shift", (-1, "day")), "evening"))
    >>> str(term)
    'part-of(shift(-1, day), evening)'
    >>> Expression.parse(str(term)) == term
    True
    """

    name: str
    arguments: tuple[int | str | Expression, ...] = ()

    def __str__(self) -> str:
        return f"{self.name}({', '.join(map(str, self.arguments))})"

    @classmethod
    def parse(cls, text: str) -> Expression:
        """Read what `str` wrote. Raises ValueError for anything else."""
        tokens = re.findall(r"[\w.:+-]+|[(),]", text)
        expression, rest = _parse_argument(tokens)
        if rest or not isinstance(expression, Expression):
            raise ValueError(f"{text!r} is no time expression")
        return expression


def innermost(expression: Expression) -> Expression:
    """What an expression is about, without its wrappers.

    >>> str(innermost(Expression.parse("since(part-of(shift(-1, day), night))")))
    'shift(-1, day)'
    """
    first = expression.arguments[0] if expression.arguments else None
    return innermost(first) if isinstance(first, Expression) and expression.name != "every" else expression


def _parse_argument(tokens: list[str]) -> tuple[int | str | Expression, list[str]]:
    if not tokens or tokens[0] in "(),":
        raise ValueError("a time expression ends too early")
    word, rest = tokens[0], tokens[1:]
    if not rest or rest[0] != "(":
        return (int(word) if re.fullmatch(r"-?\d+", word) else word), rest
    arguments: list[int | str | Expression] = []
    rest = rest[1:]
    while rest and rest[0] != ")":
        argument, rest = _parse_argument(rest)
        arguments.append(argument)
        if rest and rest[0] == ",":
            rest = rest[1:]
    if not rest:
        raise ValueError("a time expression lacks its closing bracket")
    return Expression(word, tuple(arguments)), rest[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of one article. `article` is the article's key, `text` the words themselves.

    `rule` names what found it, within the ontology or the code; `confidence` lies between 0 and 1.
    """

    kind: ClassVar[str]

    article: str
    span: Span
    text: str
    rule: str
    confidence: float

    @property
    def id(self) -> str:
        return mention_id(self.kind, self.article, self.span)


def mention_id(kind: str, article: str, span: Span) -> str:
    """Name a mention by where it is.

    >>> mention_id("event", "ab12", Span(70, 76))
    'mention/event/ab12/70-76'
    """
    # One string for all who name the mention: there are many millions of such ids in a large chronicle.
    return sys.intern(f"mention/{kind}/{article}/{span.begin}-{span.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Mention):
    """A temporal expression: its TIMEX3 type and what it means before it is resolved.

    `anchor` is what the expression counts from: `DATELINE`, the id of another time mention, or None for an
    expression that stands by itself ("le 17 mars 2018", "trois jours").
    """

    kind: ClassVar[str] = "time"

    timex_type: TimexType
    expression: Expression
    anchor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Mention):
    """The name of a place as written."""

    kind: ClassVar[str] = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention(Mention):
    """A noun phrase for who acts or is acted upon. `minimum` and `maximum` count its members, where it says so.

    `name` is the proper name within the phrase, without title or function; None where there is none. `antecedent` is
    the id of an earlier mention of the same actor, which a pronoun or a phrase like "the group" refers back to.
    """

    kind: ClassVar[str] = "actor"

    actor_kind: ActorKind
    name: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    antecedent: str | None = None


class Argument(NamedTuple):
    """Who or what fills a role of an event: the id of an actor or place mention, and how sure that is (0–1)."""

    role: Role
    filler: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMention(Mention):
    """Words by which an article attributes something to a source.

    `scope` is what is attributed; `holder` is the id of the actor mention that vouches for it, `embedded_in` the id of
    the claim mention within whose scope this claim is itself made, `event` the id of the speech event, where one
    introduces it.
    """

    kind: ClassVar[str] = "claim"

    holder: str
    stance: Stance
    speech: Speech
    scope: Span
    event: str | None = None
    embedded_in: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention(Mention):
    """A word that expresses an event: its type as read here, whether it happened, who took part, where and when.

    `type` is the local name of a leaf of the ontology's event types. `places` are ids of place mentions; `time` is the
    id of a time mention, `DATELINE` for what goes on as the article is written, or None. `embedded_in` are the ids of
    the claim mentions that vouch for it. `antecedent` is the id of an earlier mention of the same event,
    `before` are those of mentions of events that, by the text, came later.
    """

    kind: ClassVar[str] = "event"

    type: str
    status: Status
    polarity: Polarity
    certainty: Certainty
    arguments: tuple[Argument, ...] = ()
    places: tuple[str, ...] = ()
    time: str | None = None
    embedded_in: tuple[str, ...] = ()
    antecedent: str | None = None
    before: tuple[str, ...] = ()


class Zone(NamedTuple):
    """A part of a body that is not the article's own text, and what it is."""

    span: Span
    kind: ZoneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that one article says, as one pipeline read it; mentions are in the order of extraction.

    `revision_of` holds the ids of the older versions of the article that it took the place of, sorted.
    """

    article: Article
    pipeline: str
    sentences: tuple[Span, ...]
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    claims: tuple[ClaimMention, ...] = ()
    zones: tuple[Zone, ...] = ()
    revision_of: tuple[str, ...] = ()
