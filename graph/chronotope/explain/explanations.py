"""What an explanation tells: values that become JSON as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from chronotope.extract.learned.reasons import Reasons

BASES: Final[Mapping[str, str]] = {
    "stated": "the words, or the date of the article, say so by themselves",
    "relative": "counted from the date of the article or from another time in it",
    "inferred": "no words say so; it follows from how it is told, or from other times",
}
"""What each basis of a time means, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExplanation:
    """How the words that date an event were read, within one article.

    `words`, `expression` and `timex` are None where the dateline itself dates the event. `expression` is what the words
    mean before they are resolved; `counted_from` is "dateline", the words of an earlier time, "discourse" for what the
    text has come to (a history counts from the years it names), or None for a time that stands by itself;
    `counted_from_value` is what that comes to, where the graph tells. `edtf` is None for what is at no one
    time ("three days").
    """

    words: str | None
    expression: str | None
    counted_from: str | None
    counted_from_value: str | None
    timex_type: str | None
    timex: str | None
    edtf: str | None
    basis: str | None
    rule: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimExplanation:
    """The words by which an article attributes what it says to somebody."""

    words: str
    stance: str | None
    speech: str | None
    holder: str | None
    rule: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionExplanation:
    """One place in an article that tells of the event.

    `corrected` says who set the date of the article, `decisions` what else was decided about this mention, if anything.
    `why` is None where rules read the article; `why_not` says what keeps the reasons of models from being told.
    """

    mention: str
    article: str
    article_id: str
    dateline: str | None
    corrected: str | None
    words: str
    begin: int
    end: int
    sentence: str | None
    type: str
    status: str
    rule: str | None
    confidence: float | None
    time: TimeExplanation | None
    claims: tuple[ClaimExplanation, ...]
    decisions: str | None = None
    why: Reasons | None = None
    why_not: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidExplanation:
    """Words of an article; `mention` and `words` are None where only the article is known."""

    article: str
    article_id: str
    mention: str | None
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeExplanation:
    """Two mentions that were taken for one event: how likely that is, and why, by the alphabet."""

    merge: str
    likeness: float
    reasons: tuple[str, ...]
    said: tuple[SaidExplanation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionExplanation:
    """One of several things that are said of the event, and who says it."""

    value: str
    said: tuple[SaidExplanation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeExplanation:
    """A side of the event about which articles disagree, version by version."""

    dispute: str
    aspect: str
    versions: tuple[VersionExplanation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """An event, its time with its four bounds (None where unknown), and every mention it rests on.

    `asked` is the id that was asked for, where it is one of before a merge. `sources` counts the independent texts.
    Reasons and contradictions name things by their ids; `names` tells what these are called.
    """

    event: str
    asked: str | None
    label: str
    type: str
    status: str
    edtf: str
    granularity: str
    zone: str | None
    earliest_begin: str | None
    latest_begin: str | None
    earliest_end: str | None
    latest_end: str | None
    basis: str
    because: str
    sources: int
    time_reasons: tuple[str, ...]
    contradictions: tuple[str, ...]
    merged: tuple[MergeExplanation, ...]
    disputed: tuple[DisputeExplanation, ...]
    names: Mapping[str, str]
    mentions: tuple[MentionExplanation, ...]

    def __str__(self) -> str:
        from chronotope.explain.text import explanation_text  # noqa: PLC0415  # it is written about these values

        return explanation_text(self)
