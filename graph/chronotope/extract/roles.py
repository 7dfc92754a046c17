"""Who takes part in an event, and as what: by the arcs of the parse, or by what stands before and after the trigger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chronotope.extract.nearby import Nearby
from chronotope.extract.tokens import plain, preposition_before
from chronotope.extract.triggers import Triggered
from chronotope.lexicon import Frame, Words
from chronotope.mentions import ActorMention, Argument, Role
from chronotope.text import Document

# How far before a participle its auxiliary may stand: "aurait été grièvement blessé".
AUXILIARY_REACH: Final = 4


def arguments(
    document: Document, found: Triggered, clause: range, words: Words, nearby: Nearby
) -> tuple[Argument, ...]:
    """The actors that take part in what a trigger says, each with its role."""
    actors = nearby.actors[document.sentence_at(document.tokens[found.begin].begin)]
    if found.trigger.kind in ("noun", "adjective"):
        return _of_noun(document, found, clause, words, actors)
    frame = words.frames.get(found.trigger.words, Frame())
    if nearby.arcs is None:
        subject, target, agent, passive = _by_order(document, found, clause, words, actors)
    else:
        verb = max(range(found.begin, found.end), key=lambda index: document.tokens[index].pos == "VERB")
        passive = nearby.arcs.is_passive(verb)
        agents, patients = nearby.arcs.participants(verb)
        subject = _first(document, actors, patients if passive else agents)
        target = None if passive else _first(document, actors, patients)
        agent = _first(document, actors, agents) if passive else None
    filled = [("patient", subject), ("agent", agent)] if passive else list(_active(frame, subject, target))
    return tuple(Argument(role, actor.id, 0.6) for role, actor in filled if actor is not None)  # type: ignore[arg-type]  # roles


def auxiliaries(document: Document, found: Triggered) -> list[str]:
    """The words before a trigger among which its auxiliaries stand."""
    first = max(found.begin - AUXILIARY_REACH, 0)
    return [plain(token.text) for token in document.tokens[first : found.begin]]


def _active(
    frame: Frame, subject: ActorMention | None, target: ActorMention | None
) -> Iterator[tuple[Role, ActorMention | None]]:
    # A frame that says nothing of the object is for clauses without one.
    ordinary = target is not None and frame.object == "patient"
    yield ("agent" if ordinary else frame.subject), subject
    yield frame.object, target


def _first(document: Document, actors: Sequence[ActorMention], heads: Sequence[int]) -> ActorMention | None:
    """The actor whose words hold one of these heads."""
    spans = [document.tokens[head].span for head in heads]
    return next((actor for span in spans for actor in actors if actor.span.contains(span)), None)


def _of_noun(
    document: Document, found: Triggered, clause: range, words: Words, actors: Sequence[ActorMention]
) -> tuple[Argument, ...]:
    end = document.tokens[found.end - 1].end
    after = (actor for actor in actors if actor.span.begin >= end and document.tokens_in(actor.span).start in clause)
    by_agent = next(
        (actor for actor in after if preposition_before(document, actor.span, words.language) in words.language.by),
        None,
    )
    return (Argument("agent", by_agent.id, 0.7),) if by_agent else ()


def _by_order(
    document: Document, found: Triggered, clause: range, words: Words, actors: Sequence[ActorMention]
) -> tuple[ActorMention | None, ActorMention | None, ActorMention | None, bool]:
    """Subject, object, agent of a passive, and whether it is one, where nothing was parsed."""
    here = [actor for actor in actors if document.tokens_in(actor.span).start in clause]
    begin, end = document.tokens[found.begin].begin, document.tokens[found.end - 1].end
    before = [actor for actor in here if actor.span.end <= begin]
    after = [actor for actor in here if actor.span.begin >= end]
    prepositions = {actor.id: preposition_before(document, actor.span, words.language) for actor in here}
    subject = next((actor for actor in reversed(before) if not prepositions[actor.id]), None)
    if any(word in words.language.passive_auxiliaries for word in auxiliaries(document, found)[-2:]):
        agent = next((actor for actor in after if prepositions[actor.id] in words.language.by), None)
        return subject, None, agent, True
    return subject, next((actor for actor in after[:1] if not prepositions[actor.id]), None), None, False
