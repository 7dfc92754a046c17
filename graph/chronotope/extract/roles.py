"""Who takes part in an event, and as what: by the arcs of the parse, or by what stands before and after the trigger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chronotope.extract.arcs import Arcs
from chronotope.extract.nearby import Nearby
from chronotope.extract.phrases import NOMINAL, conjuncts
from chronotope.extract.tokens import plain, preposition_before
from chronotope.extract.triggers import Triggered
from chronotope.lexicon import Frame, Words
from chronotope.mentions import ActorMention, Argument, PlaceMention, Role
from chronotope.text import Document

# How far before a participle its auxiliary may stand: "aurait été grièvement blessé".
AUXILIARY_REACH: Final = 4
_Filled = tuple[Role, ActorMention | PlaceMention]


def arguments(
    document: Document, found: Triggered, clause: range, words: Words, nearby: Nearby
) -> tuple[Argument, ...]:
    """What takes part in what a trigger says, each with its role."""
    sentence = document.sentence_at(document.tokens[found.begin].begin)
    if nearby.arcs is None:
        filled: list[_Filled] = list(_by_order(document, found, clause, words, nearby.actors[sentence]))
    else:
        mentions: list[ActorMention | PlaceMention] = [*nearby.actors[sentence], *nearby.places[sentence]]
        filled = [
            (role, mention)
            for role, head in heads_of(found, nearby.arcs, words)
            if (mention := _covering(document, mentions, head)) is not None
        ]
    unique = dict.fromkeys((role, mention.id) for role, mention in filled)
    return tuple(Argument(role, filler, 0.6) for role, filler in unique)


def auxiliaries(document: Document, found: Triggered) -> list[str]:
    """The words before a trigger among which its auxiliaries stand."""
    first = max(found.begin - AUXILIARY_REACH, 0)
    return [plain(token.text) for token in document.tokens[first : found.begin]]


def heads_of(found: Triggered, arcs: Arcs, words: Words) -> Iterator[tuple[Role, int]]:
    """The roles of a trigger and the tokens that head what fills them."""
    indices = range(found.begin, found.end)
    verb = next((index for index in indices if arcs.tokens[index].pos == "VERB"), None)
    reading = _of_noun(found, arcs, words) if verb is None else _of_verb(found, verb, arcs, words)
    for role, head in reading:
        for each in conjuncts(arcs, named_beside(arcs, head)):
            if arcs.tokens[each].pos in NOMINAL and not _is_relative(arcs, each):
                yield role, each


def named_beside(arcs: Arcs, head: int) -> int:
    """The name beside a function: "le ministre, Jeanne Martin, a dit"."""
    apposed = arcs.under(head, "appos")
    return next((each for each in apposed if arcs.tokens[each].pos == "PROPN"), head)


def _is_relative(arcs: Arcs, index: int) -> bool:
    return "PronType=Rel" in arcs.tokens[index].morph or "PronType=Int" in arcs.tokens[index].morph


def _of_verb(found: Triggered, verb: int, arcs: Arcs, words: Words) -> Iterator[tuple[Role, int]]:
    frame = words.frames.get(found.trigger.words, Frame())
    agents, patients = arcs.participants(verb)
    if arcs.is_passive(verb):
        yield from ((frame.object, head) for head in patients)
        yield from (("agent", head) for head in agents)
    else:
        # A frame that says nothing of the object is for clauses without one.
        ordinary = bool(patients) and frame.object == "patient"
        yield from (("agent" if ordinary else frame.subject, head) for head in agents)
        yield from ((frame.object, head) for head in patients)
    yield from _by_preposition(found, verb, arcs, words)


def _by_preposition(found: Triggered, head: int, arcs: Arcs, words: Words) -> Iterator[tuple[Role, int]]:
    """Whom something is said or given to; where who moves comes from and goes to."""
    language = words.language
    moves = found.trigger.type in words.movements
    for each in arcs.under(head, "obl", "nmod", "iobj"):
        cases = _cases(arcs, each)
        if moves and arcs.tokens[each].pos == "PROPN":
            if cases & language.away:
                yield "origin", each
            elif cases & language.toward:
                yield "destination", each
        elif cases & language.toward and _is_somebody(arcs, each, words):
            yield "recipient", each


def _of_noun(found: Triggered, arcs: Arcs, words: Words) -> Iterator[tuple[Role, int]]:
    """ "L'attaque de la ville par les rebelles": who does it after "par", who or what undergoes it after "de"."""
    language = words.language
    head = max(range(found.begin, found.end), key=lambda index: len(arcs.dependents[index]))
    counted = words.counted.get(found.trigger.type)
    if counted and arcs.under(head, "nummod"):
        yield counted, head
    governed = words.complements.get(found.trigger.type)
    for each in arcs.under(head, "nmod", "obl", "obl:agent"):
        cases = _cases(arcs, each)
        if cases & language.by:
            yield "agent", each
        elif cases & language.against:
            yield "patient", each
        elif cases & language.possessive:
            yield governed or "agent", each
        elif cases & language.of and governed:
            yield governed, each
        elif cases & language.of and _is_somebody(arcs, each, words):
            yield "agent", each
    yield from _by_preposition(found, head, arcs, words)


def _cases(arcs: Arcs, index: int) -> set[str]:
    return {plain(arcs.tokens[case].text) for case in arcs.under(index, "case")}


def _is_somebody(arcs: Arcs, index: int, words: Words) -> bool:
    """Whether a token heads a phrase for people or bodies, by its noun or as a pronoun."""
    token = arcs.tokens[index]
    return token.lemma in words.actor_nouns or (token.pos == "PRON" and "Person=" in token.morph)


def _covering(
    document: Document, mentions: Sequence[ActorMention | PlaceMention], head: int
) -> ActorMention | PlaceMention | None:
    """The mention whose words hold a head, an actor before a place."""
    span = document.tokens[head].span
    return next((mention for mention in mentions if mention.span.contains(span)), None)


def _by_order(
    document: Document, found: Triggered, clause: range, words: Words, actors: Sequence[ActorMention]
) -> Iterator[_Filled]:
    """What stands before and after a trigger, where nothing was parsed."""
    here = [actor for actor in actors if document.tokens_in(actor.span).start in clause]
    begin, end = document.tokens[found.begin].begin, document.tokens[found.end - 1].end
    before = [actor for actor in here if actor.span.end <= begin]
    after = [actor for actor in here if actor.span.begin >= end]
    prepositions = {actor.id: preposition_before(document, actor.span, words.language) for actor in here}
    by_agent = next((actor for actor in after if prepositions[actor.id] in words.language.by), None)
    if found.trigger.kind in ("noun", "adjective"):
        if by_agent:
            yield "agent", by_agent
        return
    frame = words.frames.get(found.trigger.words, Frame())
    subject = next((actor for actor in reversed(before) if not prepositions[actor.id]), None)
    if any(word in words.language.passive_auxiliaries for word in auxiliaries(document, found)[-2:]):
        if subject:
            yield "patient", subject
        if by_agent:
            yield "agent", by_agent
        return
    target = next((actor for actor in after[:1] if not prepositions[actor.id]), None)
    # A frame that says nothing of the object is for clauses without one.
    ordinary = target is not None and frame.object == "patient"
    if subject:
        yield "agent" if ordinary else frame.subject, subject
    if target:
        yield frame.object, target
