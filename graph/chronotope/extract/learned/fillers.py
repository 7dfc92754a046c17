"""Who and what fills the roles of an event: the arcs propose, a trained model judges."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import Recognised
from chronotope.extract.phrases import NOMINAL
from chronotope.extract.roles import heads_of
from chronotope.extract.tokens import plain
from chronotope.extract.triggers import Triggered
from chronotope.lexicon import Trigger, TriggerKind

NONE: Final = "none"
# How many arcs may lie between an event and what takes part in it.
_FURTHEST: Final = 5


def filler_heads(reading: Reading, event: Recognised) -> Iterator[int]:
    """The tokens of a sentence that may head what takes part in an event, in order."""
    head = event.candidate.head
    sentence = reading.document.tokens_in(reading.document.sentences[reading.sentences[head]])
    times = reading.time_tokens
    for index in sentence:
        token = reading.tokens[index]
        if token.pos not in NOMINAL or index in times or "PronType=Rel" in token.morph:
            continue
        if event.candidate.begin <= index < event.candidate.end:
            if reading.arcs.under(index, "nummod"):
                yield index
            continue
        if token.dep in ("flat", "flat:name", "flat:foreign", "fixed", "compound", "nummod", "goeswith"):
            continue
        if reading.path(head, index, _FURTHEST) is not None:
            yield index


def as_trigger(reading: Reading, event: Recognised) -> Triggered:
    """An event as the rules see it, with a trigger of its own where the lexicon has none."""
    candidate = event.candidate
    token = reading.tokens[candidate.head]
    kind: TriggerKind = "verb" if token.pos == "VERB" else "noun"
    trigger = candidate.trigger or Trigger((token.lemma,), event.type, kind, f"{reading.words.language.code}/model")
    return Triggered(candidate.begin, candidate.end, trigger._replace(type=event.type))


def rule_roles(reading: Reading, event: Recognised) -> dict[int, str]:
    """What the arcs and frames say of an event: the heads of its fillers and their roles."""
    return {head: role for role, head in heads_of(as_trigger(reading, event), reading.arcs, reading.words)}


def filler_features(
    reading: Reading, event: Recognised, ruled: dict[int, str], events: Sequence[int], index: int
) -> list[str]:
    """What speaks for a token's heading a filler, and in which role. `events` are the heads of all events, in order."""
    head = event.candidate.head
    token, other = reading.tokens[head], reading.tokens[index]
    arcs, words = reading.arcs, reading.words
    path = reading.path(head, index, _FURTHEST) or "-"
    verb = event.candidate.trigger.words if event.candidate.trigger else (token.lemma,)
    word = "_".join(verb)
    voice = token.pos if token.pos != "VERB" else "passive" if arcs.is_passive(head) else "active"
    case = (reading.cases(index) or ["-"])[0]
    rule = ruled.get(index, "-")
    side = "same" if index == head else "before" if index < head else "after"
    kind = words.actor_nouns.get(other.lemma, "-")
    named = reading.kind_of(index)
    has = ",".join(sorted({reading.tokens[each].dep for each in arcs.dependents[head]} & _TELLING))
    group = reading.lexicon.types[event.type].group
    above = reading.governor(head)
    low, high = sorted((head, index))
    between = bisect_left(events, high) - bisect_right(events, low)
    place = bisect_left(events, index)
    is_event = place < len(events) and events[place] == index
    return [
        f"path={path}|{voice}",
        f"path={path}|{voice}|{event.type}",
        f"path={path}|{case}|{voice}",
        f"path={path}|{case}|{event.type}",
        f"path={path}|{group}|{voice}",
        f"path={path}|w={word}",
        f"path={path}|{case}|w={word}",
        f"path={path}|{named}|{voice}",
        f"path={path}|{kind}|{voice}",
        f"path={path}|has={has}|{voice}",
        f"path={path}|gov={reading.tokens[above].lemma if above is not None else '-'}",
        f"path={path}|{case}|{other.lemma}",
        f"rule={rule}",
        f"rule={rule}|{event.type}",
        f"rule={rule}|{voice}|{side}",
        f"rule={rule}|w={word}",
        f"case={case}|{event.type}",
        f"case={case}|{named}|{event.type}",
        f"case={case}|{side}|{voice}",
        f"named={named}|{event.type}",
        f"named={named}|{kind}|{group}",
        f"kind={kind}|{event.type}",
        f"word={other.lemma}|{event.type}",
        f"word={other.lemma}|{case}",
        f"pos={other.pos}|{side}|{voice}",
        f"event={is_event}|{voice}|{path}",
        f"event={is_event}|{group}|{case}",
        f"gap={min(abs(head - index), 20) // 4}|{side}|{voice}",
        f"type={event.type}",
        f"dep={other.dep}|{voice}",
        f"between={max(between, 0)}|{side}|{voice}",
        f"conj={other.dep == 'conj'}|rule={ruled.get(other.head, '-')}",
        f"appos={other.dep == 'appos'}|{named}",
        f"clitic={plain(other.text) in words.language.determiners}|{other.pos}",
        f"counted={bool(arcs.under(index, 'nummod'))}|{side}|{event.type}",
    ]


_TELLING: Final = frozenset({"nsubj", "nsubj:pass", "obj", "obl:agent", "iobj", "xcomp", "ccomp"})
