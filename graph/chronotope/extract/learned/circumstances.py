"""Where and when an event is: which of the times and places of a text it has, judged by a trained model.

Candidates are those of its sentence, the last ones told before, those the text begins with, and, for times, the
dateline. A time or place is taken over from another sentence only where the model is sure of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import Recognised
from chronotope.extract.tokens import plain
from chronotope.mentions import Mention, PlaceMention, TimeMention, innermost

_BACK: Final = 4
_LEAD: Final = 2
_MOST: Final = 16
# What stands so near the beginning of its sentence holds for all of it.
_OPENS: Final = 3


class Offered(NamedTuple):
    """A time or place that an event may have: its mention (None: the dateline), and where it comes from."""

    mention: TimeMention | PlaceMention | None
    source: str
    """ "here" (the same sentence), "last", "first of last", "lead", "main" or "dateline"."""


def is_dated(mention: TimeMention) -> bool:
    """Whether a mention may say when something is: a duration or a habit does not."""
    name = innermost(mention.expression).name
    return mention.timex_type in ("DATE", "TIME") and name not in ("past", "future", "every", "duration", "within")


@dataclass(frozen=True, slots=True)
class Told:
    """The times, or the places, of a text, made once: mentions in its order, and the sentence of each."""

    mentions: Sequence[TimeMention | PlaceMention]
    sentences: Sequence[int]
    main: TimeMention | PlaceMention | None
    """The first mention of what the text names most often; none when it names nothing twice."""

    @classmethod
    def times(cls, reading: Reading, mentions: Sequence[Mention]) -> Told:
        return cls._of(reading, [each for each in mentions if isinstance(each, TimeMention) and is_dated(each)])

    @classmethod
    def places(cls, reading: Reading, mentions: Sequence[Mention]) -> Told:
        return cls._of(reading, [each for each in mentions if isinstance(each, PlaceMention)])

    @classmethod
    def _of(cls, reading: Reading, found: Sequence[TimeMention | PlaceMention]) -> Told:
        mentions = sorted(found, key=lambda mention: mention.span)
        counts = Counter(told(mention) for mention in mentions)
        best = max(mentions, key=lambda mention: counts[told(mention)], default=None)
        main = best if best is not None and counts[told(best)] > 1 else None
        return cls(mentions, [reading.sentence_of(mention.span) for mention in mentions], main)


def time_offers(reading: Reading, event: Recognised, times: Told) -> list[Offered]:
    """The times that an event may have."""
    return [*offered(reading, event, times), Offered(None, "dateline")]


def offered(reading: Reading, event: Recognised, told_: Told) -> Iterator[Offered]:
    """The mentions that an event may have; of very many in an endless sentence, those that are nearest."""
    number = reading.sentences[event.candidate.head]
    begin, end = bisect_left(told_.sentences, number), bisect_right(told_.sentences, number)
    middle = bisect_left(told_.mentions, reading.tokens[event.candidate.head].begin, begin, end, key=_begin)
    here = told_.mentions[max(begin, middle - _MOST) : min(end, middle + _MOST)]
    yield from (Offered(each, "here") for each in here)
    near = told_.mentions[bisect_left(told_.sentences, number - _BACK, 0, begin) : begin]
    if near:
        yield Offered(near[-1], "last")
        first = told_.mentions[bisect_left(told_.sentences, told_.sentences[begin - 1], 0, begin)]
        if first is not near[-1]:
            yield Offered(first, "first of last")
    lead = [each for each in told_.mentions[: min(begin, bisect_left(told_.sentences, _LEAD))] if each not in near[-1:]]
    if lead:
        yield Offered(lead[0], "lead")
    if told_.main is not None and told_.main not in (*here, *near[-1:], *lead[:1]):
        yield Offered(told_.main, "main")


def _begin(mention: TimeMention | PlaceMention) -> int:
    return mention.span.begin


def told(mention: TimeMention | PlaceMention) -> str:
    """What a mention says, so that the same is said by the same words."""
    return str(mention.expression) if isinstance(mention, TimeMention) else mention.text


def time_features(
    reading: Reading,
    event: Recognised,
    status: str,
    told: Sequence[Offered],
    events: Sequence[Recognised],
    offer: Offered,
) -> list[str]:
    """What speaks for an event's being at a time."""
    head = event.candidate.head
    token = reading.tokens[head]
    here = sum(each.source == "here" for each in told)
    group = reading.lexicon.types[event.type].group
    tense = reading.tenses[head]
    features = _shared(reading, event, events, offer, here)
    features += [
        f"{offer.source}|{status}|{here > 0}",
        f"{offer.source}|{tense}|{here > 0}",
        f"{offer.source}|{tense}|{status}|{group}",
        f"{offer.source}|{event.type}|{here > 0}",
        f"{offer.source}|{group}|{tense}",
        f"{offer.source}|{token.lemma}",
    ]
    if isinstance(offer.mention, TimeMention):
        inner = innermost(offer.mention.expression)
        opener = offer.mention.expression.name if offer.mention.expression.name in ("since", "until", "by") else "-"
        kind = f"{inner.name}|{inner.arguments[-1] if inner.arguments and isinstance(inner.arguments[-1], str) else ''}"
        features += [
            f"{offer.source}|kind={kind}",
            f"{offer.source}|kind={kind}|{tense}",
            f"{offer.source}|kind={kind}|{status}",
            f"{offer.source}|kind={kind}|{group}",
            f"{offer.source}|open={opener}|{status}",
            f"{offer.source}|open={opener}|{token.pos}",
            f"{offer.source}|{offer.mention.timex_type}",
        ]
    return features


def place_features(
    reading: Reading,
    event: Recognised,
    status: str,
    told: Sequence[Offered],
    events: Sequence[Recognised],
    offer: Offered,
) -> list[str]:
    """What speaks for an event's being at a place."""
    here = sum(each.source == "here" for each in told)
    group = reading.lexicon.types[event.type].group
    features = _shared(reading, event, events, offer, here)
    agent = _governs(reading, event, offer)
    assert isinstance(offer.mention, PlaceMention)  # noqa: S101
    phrase = reading.document.tokens_in(offer.mention.span)
    head = reading.arcs.head_of(phrase)
    case = (reading.cases(head) or ["-"])[0]
    governor = reading.governor(head)
    filled = reading.kind_of(head)
    features += [
        f"{offer.source}|{event.type}|{here > 0}",
        f"{offer.source}|{group}|{status}",
        f"{offer.source}|case={case}",
        f"{offer.source}|case={case}|{event.type}",
        f"{offer.source}|case={case}|{reading.tokens[head].dep}",
        f"{offer.source}|rule={offer.mention.rule}|case={case}",
        f"{offer.source}|rule={offer.mention.rule}|{group}",
        f"{offer.source}|kind={filled}",
        f"{offer.source}|dep={reading.tokens[head].dep}|{group}",
        f"{offer.source}|gov={reading.tokens[governor].lemma if governor is not None else '-'}",
        f"{offer.source}|w={reading.tokens[event.candidate.head].lemma}",
        f"{offer.source}|under={agent}|case={case}",
        f"{offer.source}|here={min(here, 3)}|{event.type}",
    ]
    return features


def _governs(reading: Reading, event: Recognised, offer: Offered) -> bool:
    """Whether a place stands under the very words of an event: "l'attentat de Lyon"."""
    assert offer.mention is not None  # noqa: S101  # narrows the type: a place is always mentioned
    head = reading.arcs.head_of(reading.document.tokens_in(offer.mention.span))
    return reading.governor(head) == event.candidate.head


def _shared(reading: Reading, event: Recognised, events: Sequence[Recognised], offer: Offered, here: int) -> list[str]:
    head = event.candidate.head
    token = reading.tokens[head]
    if offer.mention is None:
        return [f"dateline|{here}"]
    phrase = reading.document.tokens_in(offer.mention.span)
    other = reading.arcs.head_of(phrase)
    between = reading.sentences[head] - reading.sentences[other]
    if offer.source != "here":
        return [
            f"{offer.source}|back={min(between, 6)}",
            f"{offer.source}|back={min(between, 6)}|here={here}",
            f"{offer.source}|paragraph={_paragraphs(reading, other, head)}|here={here}",
            f"{offer.source}|first={_opens_sentence(reading, events, event)}|here={here > 0}",
        ]
    first, last = sorted((head, other))
    start = reading.document.tokens_in(reading.document.sentences[reading.sentences[head]]).start
    path = reading.path(head, other, 6)
    side = "before" if other < head else "after"
    rivals = max(bisect_left(events, last, key=_head) - bisect_right(events, first, key=_head), 0)
    verb, its = reading.verb_above(head), reading.verb_above(other)
    case = (reading.cases(other) or [plain(reading.tokens[phrase.start - 1].text) if phrase.start else "-"])[0]
    return [
        f"path={path}",
        f"path={path}|{token.pos}",
        f"path={path}|{case}",
        f"arcs={path.count('<') + path.count('>') if path else 'far'}|{token.pos}|{here}",
        f"{side}|rivals={min(rivals, 3)}",
        f"{side}|rivals={min(rivals, 3)}|{token.pos}|{here}",
        f"same verb={verb == its and verb is not None}|{token.pos}|{here}",
        f"its verb={its == head}|own={verb == head}|{side}",
        f"clause={reading.arcs.share_clause(head, other)}|{here}|{side}",
        f"gap={min(last - first, 30) // 5}|{side}|{here}",
        f"opens={phrase.start - start < _OPENS}|{token.dep}",
        f"case={case}|{side}|{token.pos}",
        f"down={reading.tokens[other].dep}|{token.pos}|{verb == its}",
        f"quote={(head in reading.quoted, other in reading.quoted)}",
        f"comma={any(reading.tokens[each].text in ',;:' for each in range(first, last))}|{side}|{rivals > 0}",
    ]


def _head(event: Recognised) -> int:
    return event.candidate.head


def _opens_sentence(reading: Reading, events: Sequence[Recognised], event: Recognised) -> bool:
    """Whether an event is the first of its sentence."""
    sentence = reading.document.sentences[reading.sentences[event.candidate.head]]
    start = reading.document.tokens_in(sentence).start
    return events[bisect_left(events, start, key=_head)] is event


def _paragraphs(reading: Reading, first: int, last: int) -> int:
    return min(reading.paragraphs[max(first, last)] - reading.paragraphs[first], 3)
