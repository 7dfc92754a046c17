"""Who vouches for an event: sources of a text, and which of them an event is attributed to.

A source is a cue with its holders: "selon X", a verb or noun of saying with who says it. What each vouches for is
judged by a trained model, from the arcs, the quotation marks and the sentences between; attribution may carry over the
sentences that follow.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import Candidate, Recognised
from chronotope.extract.phrases import NOMINAL, conjuncts
from chronotope.extract.roles import named_beside
from chronotope.extract.tokens import is_quote, matches, plain
from chronotope.extract.triggers import cues_at
from chronotope.mentions import Stance

HOLDS: Final = "holds"
# How many sentences a source may carry over.
_CARRIES: Final = 3
# How many sources an event is set against, and how many tokens are looked at between: endless sentences hold more.
_MOST: Final = 24
_LOOKED: Final = 100
# How far after its verb an inverted subject may begin: ", a déclaré lundi soir à la presse le ministre".
_INVERTED: Final = 6
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
    """Tokens `begin` up to `end` by which somebody is made to vouch; `holders` are the tokens that head who."""

    begin: int
    end: int
    head: int
    holders: tuple[int, ...]
    stance: Stance
    kind: str
    """"cue" ("selon"), or the part of speech of what says so."""


def sources(reading: Reading, candidates: Sequence[Candidate]) -> list[Source]:
    """The sources of a text, in order."""
    phrases = {each.begin: each for each in candidates if each.end - each.begin > 1}
    found: list[Source] = []
    index = 0
    while index < len(reading.tokens):
        if index in reading.zoned:
            index += 1
            continue
        source = _according_to(reading, index) or _saying(reading, index, phrases.get(index))
        if source is None:
            index += 1
            continue
        found.append(source)
        index = max(source.end, index + 1)
    return found


def _according_to(reading: Reading, index: int) -> Source | None:
    cue = next((cue for cue in cues_at(reading.document, index, reading.words) if cue.status == "reported"), None)
    if cue is None:
        return None
    end = index + len(cue.words)
    head = _governed(reading, index, end)
    holders = () if head is None else _speakers(reading, head)
    return Source(index, end, index, holders, "asserts", "cue") if holders else None


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


def _speakers(reading: Reading, head: int) -> tuple[int, ...]:
    """Who speaks by a noun: itself, or who made it ("un bilan communiqué par le ministère et l'armée")."""
    arcs, words = reading.arcs, reading.words
    if not _is_somebody(reading, head):
        for maker in arcs.under(head, "acl"):
            agents = arcs.participants(maker).agents
            if agents and agents != (head,):
                return _beside(reading, agents[0])
        owners = [
            each
            for each in arcs.under(head, "nmod", "nmod:poss", "obl:agent")
            if set(reading.cases(each)) & (words.language.of | words.language.by | words.language.possessive)
            and _is_somebody(reading, each)
        ]
        if owners:
            return _beside(reading, owners[0])
        makers = [
            each for each in range(head + 1, min(head + 10, len(reading.tokens))) if _is_maker(reading, head, each)
        ]
        if makers:
            return _beside(reading, makers[0])
    return _beside(reading, head)


def _is_maker(reading: Reading, noun: int, index: int) -> bool:
    """Whether "par" or "by" stands before a token that follows a noun in its sentence."""
    same = reading.sentences[noun] == reading.sentences[index]
    return same and _is_somebody(reading, index) and bool(set(reading.cases(index)) & reading.words.language.by)


def _beside(reading: Reading, head: int) -> tuple[int, ...]:
    named = named_beside(reading.arcs, head)
    others = (each for each in conjuncts(reading.arcs, head)[1:] if _is_somebody(reading, each))
    return tuple(dict.fromkeys((named, *others)))


def _is_somebody(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return (
        token.pos in ("PROPN", "PRON")
        or token.lemma in reading.words.actor_nouns
        or index in reading.nearby.actor_tokens
    )


def _saying(reading: Reading, index: int, phrase: Candidate | None) -> Source | None:
    spoken = next(
        (
            each
            for each in reading.words.speech_phrases.get(reading.tokens[index].lemma, ())
            if matches(reading.tokens, index, each.words)
        ),
        None,
    )
    if spoken is not None:
        head, end, stance = index, index + len(spoken.words), spoken.stance
    elif phrase is not None and phrase.trigger is not None and phrase.trigger.type in _STANCES:
        head, end, stance = phrase.head, phrase.end, _STANCES[phrase.trigger.type]
    else:
        token = reading.tokens[index]
        found = _stance(reading, index)
        if found is None or token.pos not in ("VERB", "NOUN"):
            return None
        head, end, stance = index, index + 1, found
    verbal = reading.tokens[head].pos == "VERB"
    holders = _who_says(reading, head) if verbal else _who_made(reading, head)
    if not holders or _speaks_of_itself(reading, holders[0]):
        return None
    return Source(index, end, head, holders, stance, reading.tokens[head].pos)


def _stance(reading: Reading, index: int) -> Stance | None:
    token, words = reading.tokens[index], reading.words
    if token.pos == "VERB" and token.lemma in words.speech_verbs:
        return words.speech_verbs[token.lemma]
    return next(
        (
            _STANCES[each.type]
            for each in words.triggers.get(token.lemma, ())
            if len(each.words) == 1 and each.type in _STANCES and (each.kind == "verb") == (token.pos == "VERB")
        ),
        None,
    )


def _speaks_of_itself(reading: Reading, holder: int) -> bool:
    """Whether a holder is "je" or "we" of somebody's quoted words: who that is says the verb outside."""
    token = reading.tokens[holder]
    first = (
        "Person=1" in token.morph
        or "Person=2" in token.morph
        or plain(token.text) in reading.words.language.indefinite_pronouns
    )
    return token.pos == "PRON" and first


def _who_says(reading: Reading, verb: int) -> tuple[int, ...]:
    own = [
        each
        for each in reading.arcs.under(verb, "nsubj", "nsubj:pass")
        if each < verb and reading.tokens[each].pos != "PRON"
    ]
    inverted = None if own else _inverted_subject(reading, verb)
    if inverted is not None:
        return _beside(reading, inverted)
    adjacent = _set_apart_before(reading, verb)
    if adjacent is not None:
        return _beside(reading, adjacent)
    agents, patients = reading.arcs.participants(verb)
    if not agents and reading.arcs.under(verb, "expl", "expl:comp", "expl:pass", "expl:subj", "expl:pv"):
        # "Il s'est engagé": a reflexive looks like a passive.
        agents = patients
    head = next((head for head in agents if reading.tokens[head].pos in NOMINAL), None)
    return () if head is None else _beside(reading, head)


def _set_apart_before(reading: Reading, verb: int) -> int | None:
    """Who says so in "…, a U.S. official said" and "…, le Pentagone a dit", which parsers tie to the clause before."""
    tokens, last = reading.tokens, verb - 1
    while last >= 0 and verb - last < 4 and tokens[last].pos in ("AUX", "ADV"):
        last -= 1
    if last < 0 or tokens[last].pos not in ("NOUN", "PROPN"):
        return None
    first = last
    while first and last - first < 8 and tokens[first - 1].pos in ("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM"):
        first -= 1
    if not first or not (tokens[first - 1].text == "," or is_quote(tokens[first - 1])):
        return None
    head = reading.arcs.head_of(range(first, last + 1))
    after = tokens[verb + 1].text if verb + 1 < len(tokens) else "."
    closes = after in ".,;" or verb + 1 in reading.time_tokens or is_quote(tokens[min(verb + 1, len(tokens) - 1)])
    return head if closes and not reading.cases(head) and _is_somebody(reading, head) else None


def _inverted_subject(reading: Reading, verb: int) -> int | None:
    """Who says so after a quotation or a comma: "…, a annoncé lundi le parquet", "…, said one of them".

    Parsers trained on other prose take such a subject for an object.
    """
    tokens = reading.tokens
    first = verb
    while (
        first
        and verb - first < 4
        and (tokens[first - 1].pos in ("AUX", "PRON", "ADV") or tokens[first - 1].text == "-")
    ):
        first -= 1
    if not first or not (tokens[first - 1].text in ",–—-" or is_quote(tokens[first - 1])):
        return None
    sentence = reading.sentences[verb]
    for index in range(verb + 1, min(verb + 1 + _INVERTED, len(tokens))):
        token = tokens[index]
        if reading.sentences[index] != sentence or token.text in ",.;:" or token.pos in ("VERB", "SCONJ", "CCONJ"):
            return None
        if index in reading.time_tokens or token.pos in ("ADV", "ADP", "DET", "AUX", "NUM", "ADJ", "PUNCT"):
            continue
        if token.pos in ("NOUN", "PROPN", "PRON") and "PronType=Rel" not in token.morph:
            above = reading.governor(index)
            # "tiré à la radio le maire": what a preposition governs does not speak.
            if reading.cases(index):
                continue
            outer = above is not None and token.dep in ("flat", "compound", "flat:name") and above > verb
            return above if outer and above is not None else index
    return None


def _who_made(reading: Reading, noun: int) -> tuple[int, ...]:
    """Who speaks in "la déclaration de X", "X's warning", "un appel lancé par X", "X a lancé un appel"."""
    arcs, words = reading.arcs, reading.words
    for each in arcs.under(noun, "nmod", "nmod:poss", "obl:agent"):
        owns = set(reading.cases(each)) & (words.language.of | words.language.by | words.language.possessive)
        if owns and _is_somebody(reading, each):
            return _beside(reading, each)
    for maker in arcs.under(noun, "acl"):
        agents = arcs.participants(maker).agents
        if agents and agents != (noun,):
            return _beside(reading, agents[0])
    above = reading.governor(noun)
    if above is not None and reading.tokens[above].pos == "VERB" and reading.tokens[noun].dep in ("obj", "obl"):
        agents = arcs.participants(above).agents
        if agents and _is_somebody(reading, agents[0]):
            return _beside(reading, agents[0])
    return ()


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
    holder = f"{reading.tokens[source.holders[0]].pos}{'+' if _is_somebody(reading, source.holders[0]) else ''}"
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
