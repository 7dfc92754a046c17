"""Who vouches for an event: sources of a text, and which of them an event is attributed to.

A source is a cue with a holder: "selon X", a verb or noun of saying with who says it. What each vouches for is judged
by a trained model, from the arcs, the quotation marks and the sentences between; attribution may carry over the
sentences that follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from chronotope.extract.phrases import NOMINAL
from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import Recognised
from chronotope.extract.roles import named_beside
from chronotope.extract.tokens import plain
from chronotope.extract.triggers import cues_at
from chronotope.mentions import Stance

# How many sentences a source may carry over.
_CARRIES: Final = 3
_STANCES: Final[Mapping[str, Stance]] = {
    "Statement": "asserts",
    "Accusation": "asserts",
    "Responsibility": "asserts",
    "Warning": "warns",
    "Threat": "warns",
    "Request": "requests",
    "Promise": "promises",
}


class Source(NamedTuple):
    """Tokens `begin` up to `end` by which somebody is made to vouch; `holder` is the token that heads who."""

    begin: int
    end: int
    holder: int
    stance: Stance
    kind: str
    """"cue" ("selon"), or the part of speech of what says so."""


def sources(reading: Reading) -> list[Source]:
    """The sources of a text, in order."""
    found: list[Source] = []
    index = 0
    while index < len(reading.tokens):
        source = _according_to(reading, index) or _saying(reading, index)
        if source is None:
            index += 1
            continue
        found.append(source)
        index = source.end
    return found


def _according_to(reading: Reading, index: int) -> Source | None:
    cue = next((cue for cue in cues_at(reading.document, index, reading.words) if cue.status == "reported"), None)
    if cue is None:
        return None
    end = index + len(cue.words)
    head = _governed(reading, index, end)
    if head is None:
        return None
    return Source(index, end, named_beside(reading.arcs, head), "asserts", "cue")


def _governed(reading: Reading, begin: int, end: int) -> int | None:
    """The noun that a preposition stands before."""
    for index in range(begin, end):
        head = reading.tokens[index].head
        if head >= end and reading.tokens[head].pos in NOMINAL and head - end < 12:
            return head
    sentence = reading.sentences[begin]
    for index in range(end, min(end + 3, len(reading.tokens))):
        if reading.sentences[index] == sentence and reading.tokens[index].pos in NOMINAL:
            return index
    return None


def _saying(reading: Reading, index: int) -> Source | None:
    token, words, arcs = reading.tokens[index], reading.words, reading.arcs
    stance = words.speech_verbs.get(token.lemma) if token.pos == "VERB" else None
    if stance is None:
        triggers = words.triggers.get(token.lemma, ())
        kinds = ("verb", "noun") if token.pos in ("VERB", "NOUN") else ()
        stance = next(
            (
                _STANCES[each.type]
                for each in triggers
                if len(each.words) == 1
                and each.type in _STANCES
                and each.kind in kinds
                and (each.kind == "verb") == (token.pos == "VERB")
            ),
            None,
        )
    if stance is None:
        return None
    if token.pos == "VERB":
        agents, patients = arcs.participants(index)
        heads = agents
        del patients
    else:
        heads = tuple(
            each
            for each in arcs.under(index, "nmod", "nmod:poss", "obl:agent")
            if set(reading.cases(each)) & (words.language.of | words.language.by | words.language.possessive)
        )
    head = next((head for head in heads if reading.tokens[head].pos in NOMINAL), None)
    if head is None:
        return None
    return Source(index, index + 1, named_beside(arcs, head), stance, token.pos)


class Attributed(NamedTuple):
    """An event and one of its sources, by their numbers, with the probability that the one vouches for the other."""

    event: int
    source: int
    share: float


def pairs(reading: Reading, events: Sequence[Recognised], found: Sequence[Source]) -> Iterator[tuple[int, int]]:
    """The events and sources that stand near enough, by their numbers."""
    for number, event in enumerate(events):
        at = reading.sentences[event.candidate.head]
        for other, source in enumerate(found):
            between = at - reading.sentences[source.begin]
            inside = event.candidate.begin < source.end and source.begin < event.candidate.end
            if -1 <= between <= _CARRIES and not inside and source.holder != event.candidate.head:
                yield number, other


def pair_features(
    reading: Reading, events: Sequence[Recognised], found: Sequence[Source], number: int, other: int
) -> list[str]:
    """What speaks for a source's vouching for an event."""
    event, source = events[number], found[other]
    head, said = event.candidate.head, source.begin
    token, verb = reading.tokens[head], reading.tokens[said]
    between = reading.sentences[head] - reading.sentences[said]
    away = f"{between}|{source.kind}"
    first, last = sorted((head, said))
    closer = [
        each
        for each in found
        if each is not source
        and (first < each.begin < last or reading.sentences[each.begin] == reading.sentences[head])
    ]
    rivals = f"rivals={min(len(closer), 2)}"
    quotes = f"quoted={head in reading.quoted},{said in reading.quoted}"
    quote_near = _quotes(reading, reading.sentences[said])
    side = "after" if head > said else "before"
    features = [
        f"away={away}|{side}|{rivals}",
        f"away={away}|{side}|{quotes}",
        f"away={away}|{side}|{quotes}|said={quote_near}",
        f"away={away}|cue={verb.lemma}",
        f"away={away}|stance={source.stance}",
        f"away={away}|type={event.type}",
        f"away={away}|{quotes}|type={event.type}",
        f"away={away}|form={_finite(reading, head)}",
        f"cue={verb.lemma}|type={event.type}",
        f"stance={source.stance}|type={event.type}|{between == 0}",
        f"colon={_colon(reading, head)}|{away}",
    ]
    if between == 0:
        path = reading.path(said if source.kind != "cue" else source.holder, head, 7)
        start = path.split(">")[1].split("<")[0] if path and path.startswith(">") else "no"
        gap = min(last - first, 40) // 5
        features += [
            f"path={path}|{source.kind}",
            f"down={start}|{source.kind}|{verb.lemma}",
            f"down={start}|{source.kind}|{side}",
            f"down={start}|{source.stance}|{event.type}",
            f"gap={gap}|{side}|{source.kind}",
            f"comma={_between(reading, first, last)}|{side}|{source.kind}",
            f"opens={said == reading.document.tokens_in(reading.document.sentences[reading.sentences[said]]).start}|"
            f"{side}|{source.kind}",
            f"same verb={reading.verb_above(head) == said}|{source.kind}",
            f"that={_that_between(reading, first, last)}|{side}|{source.kind}|{source.stance}",
        ]
    del token
    return features


def _quotes(reading: Reading, sentence: int) -> str:
    """Whether a sentence is quoted wholly, in part or not."""
    span = reading.document.tokens_in(reading.document.sentences[sentence])
    inside = sum(index in reading.quoted for index in span)
    return "none" if not inside else "all" if inside > 0.7 * len(span) else "part"


def _finite(reading: Reading, index: int) -> str:
    verb = reading.verb_above(index)
    if verb is None:
        return "-"
    forms = [reading.tokens[each].morph for each in (*reading.arcs.under(verb, "aux", "aux:pass", "cop"), verb)]
    finite = next((form for form in forms if "VerbForm=Fin" in form), "")
    return "|".join(part for part in finite.split("|") if part.startswith(("Mood", "Tense")))


def _colon(reading: Reading, index: int) -> bool:
    sentence = reading.document.tokens_in(reading.document.sentences[reading.sentences[index]])
    return any(reading.tokens[each].text == ":" for each in range(sentence.start, index))


def _between(reading: Reading, first: int, last: int) -> str:
    texts = {token.text for token in reading.tokens[first:last]}
    return "".join(sign for sign in ",;:()" if sign in texts)


def _that_between(reading: Reading, first: int, last: int) -> bool:
    that = reading.words.language.that
    return any(plain(token.text) in that for token in reading.tokens[first:last])
