"""Why the classifiers judged an event as they did: each answer, how probable it was, and what weighed most for it.

A text is judged once more in the same way, because a graph keeps the answers and not the features.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from chronotope.extract.learned.attribution import HOLDS, pair_features
from chronotope.extract.learned.circumstances import Offered, Told, offered, place_features, time_features, time_offers
from chronotope.extract.learned.coreference import coreference_features
from chronotope.extract.learned.fillers import filler_features, rule_roles
from chronotope.extract.learned.inheritance import Own, givers, inheritance_features
from chronotope.extract.learned.judge import SURE, Judged, Models, in_own_text, judge, known
from chronotope.extract.learned.maxent import MaxEnt, Weighed
from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import Context, Recognised, trigger_features, type_features
from chronotope.extract.learned.status import status_features
from chronotope.extract.tokens import clause_around, plain, span_of
from chronotope.extract.triggers import cues_at
from chronotope.lexicon import Lexicon
from chronotope.mentions import DATELINE, Mention, Status
from chronotope.text import Document, Span

Question = Literal["trigger", "type", "status", "role", "claim", "time", "place", "antecedent"]
# How many features tell why; those after them repeat the first ones in other words.
_MOST: Final = 4
_CHAIN: Final = 4
_FURTHEST: Final = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One answer of a classifier, how probable it held it (0–1), and the features that weighed most for it."""

    question: Question
    answer: str
    """An event type, status, role or stance; "own" or "inherited" for a time or place, else "yes"."""
    share: float
    weighed: tuple[Weighed, ...]
    words: str | None = None
    """What the answer is about: the trigger, the filler, the words of a time, place or earlier mention."""
    arcs: str | None = None
    """How the trigger leads to what fills a role, or who speaks to the trigger: "attaqué >nsubj armée"."""
    giver: str | None = None
    """The words of the event whose time or place is inherited."""

    def __str__(self) -> str:
        """On one line: `role agent “armée” 0.95 (attaqué >nsubj armée): rule=agent, …`."""
        answer = None if self.answer in ("yes", "own") else self.answer
        words = None if self.words is None else f"“{self.words}”"
        told = filter(None, (self.question, answer, words, f"{self.share:.2f}"))
        how = (self.arcs, None if self.giver is None else f"that of “{self.giver}”")
        return f"{' '.join(told)}{''.join(f' ({each})' for each in how if each)}: {self._features()}"

    def _features(self) -> str:
        """Parts of one feature hold together: the lemma "attaquer", and as a verb."""
        told = (" & ".join(part for part in each.feature.split("|") if part not in ("", "-")) for each in self.weighed)
        return ", ".join(told) or "nothing weighed much"


class StatusCue(NamedTuple):
    """Words that may set the status of an event; the classifier weighs them with all else."""

    words: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Every judgement about one event mention, in the order in which they were made."""

    type: str
    status: Status
    judgements: tuple[Judgement, ...]
    cues: tuple[StatusCue, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rejudged:
    """A document that was judged once more, with all that its features are made of."""

    judged: Judged
    mentions: Sequence[Mention]
    models: Models
    context: Context

    @property
    def reading(self) -> Reading:
        return self.judged.reading


def rejudge(document: Document, lexicon: Lexicon, mentions: Sequence[Mention], models: Models) -> Rejudged:
    """Judge a parsed document as `find_by_models` does; `mentions` are its times, places and actors."""
    judged = judge(Reading.of(document, lexicon, mentions), mentions, models)
    context = Context.of(judged.reading, judged.candidates)
    return Rejudged(judged=judged, mentions=mentions, models=models, context=context)


def reasons_for(rejudged: Rejudged, span: Span) -> Reasons | None:
    """Why the words at a span were judged as they were; None where they are no event.

    >>> from chronotope.extract import extract
    >>> from chronotope.extract.learned.maxent import load_models
    >>> from chronotope.lexicon import load_lexicon
    >>> from chronotope.pipelines import load_pipeline
    >>> from chronotope.text import Article
    >>> article = Article(identifier="a", body="Lundi, l’armée a attaqué Kaboul.", language="fr")
    >>> (document,) = load_pipeline("fr", ("bundled",)).read([article])
    >>> said = extract(document, load_lexicon())
    >>> again = rejudge(document, load_lexicon(), said.times + said.places, load_models("fr"))
    >>> why = reasons_for(again, said.events[0].span)
    >>> [judgement.answer for judgement in why.judgements if judgement.question in ("type", "status")]
    ['Attack', 'actual']
    >>> [judgement.arcs for judgement in why.judgements if judgement.question == "role"]
    ['attaqué >nsubj armée', 'attaqué >obj Kaboul']
    """
    judged = rejudged.judged
    number = next((n for n, event in enumerate(judged.events) if _span(rejudged, event) == span), None)
    if number is None:
        return None
    event = judged.events[number]
    return Reasons(
        type=event.type,
        status=judged.statuses[number],
        judgements=(
            *_recognition(rejudged, event),
            _status(rejudged, number),
            *_roles(rejudged, number),
            *_claims(rejudged, number),
            *_time(rejudged, number),
            *_places(rejudged, number),
            *_antecedent(rejudged, number),
        ),
        cues=tuple(cue for _, cue in sorted(set(_cues(judged.reading, event)))),
    )


def _span(rejudged: Rejudged, event: Recognised) -> Span:
    return span_of(rejudged.reading.document, event.candidate.begin, event.candidate.end)


def _words(rejudged: Rejudged, event: Recognised) -> str:
    return _span(rejudged, event).of(rejudged.reading.document.text)


def _weighed(model: MaxEnt, name: str, features: Sequence[str]) -> tuple[float, tuple[Weighed, ...]]:
    """The probability of a class, and what spoke for it."""
    reasons = model.reasons(name, features, _MOST)
    return model.share(name, features), tuple(Weighed(*each) for each in reasons if each.weight > 0)


def _recognition(rejudged: Rejudged, event: Recognised) -> Iterator[Judgement]:
    features = trigger_features(rejudged.reading, event.candidate, rejudged.context)
    share, weighed = _weighed(rejudged.models["trigger"], "event", features)
    yield Judgement(question="trigger", answer="yes", share=share, weighed=weighed, words=_words(rejudged, event))
    if event.type not in rejudged.models["type"].classes:
        # A type of the user's own: its words alone say so.
        yield Judgement(question="type", answer=event.type, share=event.confidence, weighed=())
        return
    features = type_features(rejudged.reading, event.candidate, rejudged.context)
    share, weighed = _weighed(rejudged.models["type"], event.type, features)
    yield Judgement(question="type", answer=event.type, share=share, weighed=weighed)


def _status(rejudged: Rejudged, number: int) -> Judgement:
    judged = rejudged.judged
    stances = [judged.sources[each.source].stance for each in judged.attributed[number]]
    features = status_features(judged.reading, judged.events[number], stances)
    status = judged.statuses[number]
    share, weighed = _weighed(rejudged.models["status"], status, features)
    return Judgement(question="status", answer=status, share=share, weighed=weighed)


def _roles(rejudged: Rejudged, number: int) -> Iterator[Judgement]:
    judged, reading, event = rejudged.judged, rejudged.reading, rejudged.judged.events[number]
    heads = sorted(each.candidate.head for each in judged.events)
    ruled = rule_roles(reading, event)
    for filled in judged.filled[number]:
        features = filler_features(reading, event, ruled, heads, filled.head)
        share, weighed = _weighed(rejudged.models["role"], filled.role, features)
        yield Judgement(
            question="role",
            answer=filled.role,
            share=share,
            weighed=weighed,
            words=reading.tokens[filled.head].text,
            arcs=arcs_between(reading, event.candidate.head, filled.head),
        )


def _claims(rejudged: Rejudged, number: int) -> Iterator[Judgement]:
    judged, reading = rejudged.judged, rejudged.reading
    for each in judged.attributed[number]:
        source = judged.sources[each.source]
        features = pair_features(reading, judged.events, judged.sources, number, each.source)
        share, weighed = _weighed(rejudged.models["claim"], HOLDS, features)
        speaks = source.holders[0] if source.kind == "cue" else source.head
        yield Judgement(
            question="claim",
            answer=source.stance,
            share=share,
            weighed=weighed,
            words=span_of(reading.document, source.begin, source.end).of(reading.document.text),
            arcs=arcs_between(reading, speaks, judged.events[number].candidate.head),
        )


def _time(rejudged: Rejudged, number: int) -> Iterator[Judgement]:
    judged = rejudged.judged
    best, mine = judged.times[number], judged.own_times[number]
    if best.offer is None or best.share < SURE["time"]:
        return
    if best == mine:
        event = judged.events[number]
        told = time_offers(
            judged.reading, event, Told.times(judged.reading, in_own_text(judged.reading, rejudged.mentions))
        )
        features = time_features(judged.reading, event, judged.statuses[number], told, judged.events, best.offer)
        yield _own("time", best.offer, rejudged.models["time"], features)
    else:
        yield from _inherited(rejudged, number, "time", judged.own_times, best)


def _places(rejudged: Rejudged, number: int) -> Iterator[Judgement]:
    """All places of its own sentence, else the likeliest."""
    judged = rejudged.judged
    event, best = judged.events[number], judged.places[number]
    own = list(judged.beside[number])
    if not own and best.offer is not None and best.share >= SURE["place"]:
        if best != judged.own_places[number]:
            yield from _inherited(rejudged, number, "place", judged.own_places, best)
            return
        own = [best.offer]
    told = list(
        offered(judged.reading, event, Told.places(judged.reading, in_own_text(judged.reading, rejudged.mentions)))
    )
    for offer in own:
        features = place_features(judged.reading, event, judged.statuses[number], told, judged.events, offer)
        yield _own("place", offer, rejudged.models["place"], features)


def _own(question: Question, offer: Offered, model: MaxEnt, features: Sequence[str]) -> Judgement:
    share, weighed = _weighed(model, "at", features)
    return Judgement(question=question, answer="own", share=share, weighed=weighed, words=_told(offer))


def _told(offer: Offered) -> str:
    return DATELINE if offer.mention is None else offer.mention.text


def _inherited(
    rejudged: Rejudged, number: int, question: Question, own: Sequence[Own], best: Own
) -> Iterator[Judgement]:
    """The judgement that gave an event the time or place of another."""
    judged = rejudged.judged
    model = rejudged.models[f"inherited {question}"]
    for other in givers(own, number):
        if own[other].offer != best.offer or best.offer is None:
            continue
        features = inheritance_features(judged.reading, judged.events, judged.statuses, own, number, other)
        share, weighed = _weighed(model, "at", features)
        if share == best.share:
            yield Judgement(
                question=question,
                answer="inherited",
                share=share,
                weighed=weighed,
                words=_told(best.offer),
                giver=_words(rejudged, judged.events[other]),
            )
            return


def _antecedent(rejudged: Rejudged, number: int) -> Iterator[Judgement]:
    judged = rejudged.judged
    earlier = judged.antecedents[number]
    if earlier is None:
        return
    features = coreference_features(
        judged.reading,
        judged.events,
        judged.statuses,
        [{each.head: each.role for each in its} for its in judged.filled],
        known(judged.times),
        known(judged.places),
        earlier,
        number,
    )
    share, weighed = _weighed(rejudged.models["coreference"], "same", features)
    yield Judgement(
        question="antecedent",
        answer="yes",
        share=share,
        weighed=weighed,
        words=_words(rejudged, judged.events[earlier]),
    )


def arcs_between(reading: Reading, one: int, other: int) -> str | None:
    """The arcs from one token up ("<") and down (">") to another with the words on the way; None for the same or far.

    "évacuer <xcomp prévoit >nsubj gouvernement": who plans it is the subject of the verb above.
    """
    rising, falling = _up(reading, one), _up(reading, other)
    common = next((index for index in rising if index in falling), None)
    if one == other or common is None:
        return None
    words = reading.tokens[one].text
    for index in rising[1 : rising.index(common) + 1]:
        lower = rising[rising.index(index) - 1]
        words += f" <{reading.tokens[lower].dep} {reading.tokens[index].text}"
    for index in reversed(falling[: falling.index(common)]):
        words += f" >{reading.tokens[index].dep} {reading.tokens[index].text}"
    return words


def _up(reading: Reading, index: int) -> list[int]:
    """A token and those above it, the nearest first."""
    found = [index]
    while len(found) <= _FURTHEST and (above := reading.governor(found[-1])) is not None:
        found.append(above)
    return found


def _cues(reading: Reading, event: Recognised) -> Iterator[tuple[int, StatusCue]]:
    """The words for status before a trigger in its clause and above it, and its negations, by their tokens."""
    document, words = reading.document, reading.words
    begin, head = event.candidate.begin, event.candidate.head
    clause = clause_around(document, begin, words.language, 30)
    above = _up(reading, head)[1 : _CHAIN + 1]
    for index in {*range(max(clause.start - 1, 0), begin), *above}:
        token = reading.tokens[index]
        status = words.status_verbs.get(token.lemma) or words.status_nouns.get(token.lemma)
        if status and (index in clause or index in above):
            yield index, StatusCue(token.text, status)
        elif index < begin and (cues := cues_at(document, index, words)):
            end = min(index + len(cues[0].words), begin)
            yield index, StatusCue(span_of(document, index, end).of(document.text), cues[0].status)
    verb = reading.verb_above(head)
    for governor in {head, head if verb is None else verb}:
        for index in reading.arcs.dependents[governor]:
            if plain(reading.tokens[index].text) in words.language.negations:
                yield index, StatusCue(reading.tokens[index].text, "denied")
