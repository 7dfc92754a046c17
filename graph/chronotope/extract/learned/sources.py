"""The sources of a text: who is made to vouch, and by which words.

A source is a cue with its holders: "selon X", a verb or noun of saying with who says it. What each vouches for is
judged in `attribution`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import Candidate
from chronotope.extract.phrases import NOMINAL, conjuncts
from chronotope.extract.roles import named_beside
from chronotope.extract.tokens import is_quote, matches, plain
from chronotope.extract.triggers import cues_at
from chronotope.mentions import Stance

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
    if not is_somebody(reading, head):
        for maker in arcs.under(head, "acl"):
            agents = arcs.participants(maker).agents
            if agents and agents != (head,):
                return _beside(reading, agents[0])
        owners = [
            each
            for each in arcs.under(head, "nmod", "nmod:poss", "obl:agent")
            if set(reading.cases(each)) & (words.language.of | words.language.by | words.language.possessive)
            and is_somebody(reading, each)
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
    return same and is_somebody(reading, index) and bool(set(reading.cases(index)) & reading.words.language.by)


def _beside(reading: Reading, head: int) -> tuple[int, ...]:
    named = named_beside(reading.arcs, head)
    others = (each for each in conjuncts(reading.arcs, head)[1:] if is_somebody(reading, each))
    return tuple(dict.fromkeys((named, *others)))


def is_somebody(reading: Reading, index: int) -> bool:
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
    """Who says so in "…, a senior officer said" and "…, le ministère a dit", which parsers tie to the clause before."""
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
    return head if closes and not reading.cases(head) and is_somebody(reading, head) else None


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
        if owns and is_somebody(reading, each):
            return _beside(reading, each)
    for maker in arcs.under(noun, "acl"):
        agents = arcs.participants(maker).agents
        if agents and agents != (noun,):
            return _beside(reading, agents[0])
    above = reading.governor(noun)
    if above is not None and reading.tokens[above].pos == "VERB" and reading.tokens[noun].dep in ("obj", "obl"):
        agents = arcs.participants(above).agents
        if agents and is_somebody(reading, agents[0]):
            return _beside(reading, agents[0])
    return ()
