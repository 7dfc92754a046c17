"""Which source of a text an event is attributed to: judged by a trained model.

What speaks for it are the arcs, the quotation marks and the sentences between; attribution may carry over the sentences
that follow.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import Recognised
from chronotope.extract.learned.sources import Source, is_somebody
from chronotope.extract.tokens import plain

HOLDS: Final = "holds"
# How many sentences a source may carry over.
_CARRIES: Final = 3
# How many sources an event is set against, and how many tokens are looked at between: endless sentences hold more.
_MOST: Final = 24
_LOOKED: Final = 100


class Attributed(NamedTuple):
    """An event and one of its sources, by their numbers, with the probability that the one vouches for the other."""

    event: int
    source: int
    share: float


def pairs(reading: Reading, events: Sequence[Recognised], found: Sequence[Source]) -> Iterator[tuple[int, int]]:
    """The events and sources that stand near enough, by their numbers; of many sources those that are nearest."""
    sentences = [reading.sentences[source.head] for source in found]
    for number, event in enumerate(events):
        at, head = reading.sentences[event.candidate.head], event.candidate.head
        near = range(bisect_left(sentences, at - _CARRIES), bisect_right(sentences, at + 1))
        if len(near) > _MOST:
            middle = bisect_left(found, head, near.start, near.stop, key=lambda source: source.head)
            near = range(max(near.start, middle - _MOST // 2), min(near.stop, middle + _MOST // 2))
        for other in near:
            source = found[other]
            inside = event.candidate.begin < source.end and source.begin < event.candidate.end
            if not inside and head not in source.holders:
                yield number, other


def _rivals(reading: Reading, found: Sequence[Source], other: int, first: int, last: int, sentence: int) -> int:
    """How many other sources stand between two tokens or in a sentence."""
    span = reading.document.tokens_in(reading.document.sentences[sentence])
    between, within = range(first + 1, last), range(span.start, span.stop)
    counted = _begun(found, between) + _begun(found, within)
    counted -= _begun(found, range(max(between.start, within.start), min(between.stop, within.stop)))
    begin = found[other].begin
    return counted - (begin in between or begin in within)


def _begun(found: Sequence[Source], tokens: range) -> int:
    """How many sources begin within a range of tokens."""
    if tokens.stop <= tokens.start:
        return 0
    return bisect_left(found, tokens.stop, key=_begin) - bisect_left(found, tokens.start, key=_begin)


def _begin(source: Source) -> int:
    return source.begin


def pair_features(
    reading: Reading, events: Sequence[Recognised], found: Sequence[Source], number: int, other: int
) -> list[str]:
    """What speaks for a source's vouching for an event."""
    event, source = events[number], found[other]
    head, said = event.candidate.head, source.head
    verb = reading.tokens[said]
    between = reading.sentences[head] - reading.sentences[said]
    away = f"{between}|{source.kind}"
    first, last = sorted((head, said))
    rivals = f"rivals={min(_rivals(reading, found, other, first, last, reading.sentences[head]), 2)}"
    quotes = f"quoted={head in reading.quoted},{said in reading.quoted}"
    quote_near = reading.quotes[reading.sentences[said]]
    quote_own = reading.quotes[reading.sentences[head]]
    side = "after" if head > said else "before"
    holder = f"{reading.tokens[source.holders[0]].pos}{'+' if is_somebody(reading, source.holders[0]) else ''}"
    features = [
        f"away={away}|{side}|{rivals}",
        f"away={away}|{side}|{quotes}",
        f"away={away}|{side}|{quotes}|said={quote_near}",
        f"away={away}|own={quote_own}|said={quote_near}|{rivals}",
        f"away={away}|cue={verb.lemma}",
        f"away={away}|stance={source.stance}",
        f"away={away}|type={event.type}",
        f"away={away}|{quotes}|type={event.type}",
        f"away={away}|form={_finite(reading, head)}",
        f"away={away}|form={_finite(reading, head)}|{quotes}",
        f"away={away}|holder={holder}",
        f"cue={verb.lemma}|type={event.type}",
        f"stance={source.stance}|type={event.type}|{between == 0}",
        f"colon={_colon(reading, head)}|{away}",
    ]
    if between:
        crossed = reading.document.text[reading.tokens[first].begin : reading.tokens[last].begin].count("\n\n")
        features += [f"paragraphs={min(crossed, 2)}|{between}|{rivals}", f"paragraphs={min(crossed, 2)}|{quotes}"]
        return features
    path = reading.path(source.holders[0] if source.kind == "cue" else said, head, 7)
    start = path.split(">")[1].split("<")[0] if path and path.startswith(">") else "no"
    sentence = reading.document.tokens_in(reading.document.sentences[reading.sentences[said]])
    ends = said > sentence.start + 0.6 * len(sentence)
    return [
        *features,
        f"path={path}|{source.kind}",
        f"path={path}|{verb.lemma}",
        f"down={start}|{source.kind}|{verb.lemma}",
        f"down={start}|{source.kind}|{side}",
        f"down={start}|{source.stance}|{event.type}",
        f"gap={min(last - first, 40) // 5}|{side}|{source.kind}",
        f"comma={_between(reading, first, last)}|{side}|{source.kind}",
        f"comma={_between(reading, first, last)}|{side}|ends={ends}|inverted={source.holders[0] > said}|{rivals}",
        f"ends={ends}|{side}|{source.kind}|inverted={source.holders[0] > said}|{quotes}",
        f"opens={source.begin == sentence.start}|{side}|{source.kind}",
        f"same verb={reading.verb_above(head) == said}|{source.kind}",
        f"that={_that_between(reading, first, last)}|{side}|{source.kind}|{source.stance}",
    ]


def _finite(reading: Reading, index: int) -> str:
    verb = reading.verb_above(index)
    if verb is None:
        return "-"
    forms = [reading.tokens[each].morph for each in (*reading.arcs.under(verb, "aux", "aux:pass", "cop"), verb)]
    finite = next((form for form in forms if "VerbForm=Fin" in form), "")
    return "|".join(part for part in finite.split("|") if part.startswith(("Mood", "Tense")))


def _colon(reading: Reading, index: int) -> bool:
    colon = reading.colons[reading.sentences[index]]
    return colon is not None and colon < index


def _between(reading: Reading, first: int, last: int) -> str:
    texts = {token.text for token in reading.tokens[first : min(last, first + _LOOKED)]}
    return "".join(sign for sign in ",;:()" if sign in texts)


def _that_between(reading: Reading, first: int, last: int) -> bool:
    that = reading.words.language.that
    return any(plain(token.text) in that for token in reading.tokens[first : min(last, first + _LOOKED)])
