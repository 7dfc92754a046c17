"""Fits the classifiers of events to annotated articles, one after the other.

    python training/events.py fr out/events-fr.msgpack GOLD…

Later classifiers see what earlier ones say of an event (its type, who vouches for it, its status). So that they learn
from answers like those they will get, earlier ones answer for articles that they were not fitted to: the articles are
cut into folds, and each fold is answered by a classifier of the others.
"""

from __future__ import annotations

import argparse
import functools
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import networkx as nx

from chronotope.extract.learned.anaphora import antecedents
from chronotope.extract.learned.attribution import HOLDS, pair_features, pairs
from chronotope.extract.learned.circumstances import Offered, Told, offered, place_features, time_features, time_offers
from chronotope.extract.learned.coreference import coreference_features, mention_pairs
from chronotope.extract.learned.fillers import NONE, filler_features, filler_heads, rule_roles
from chronotope.extract.learned.inheritance import Own, givers, inheritance_features, inherited
from chronotope.extract.learned.judge import attributions, known, own_places, own_times
from chronotope.extract.learned.maxent import MaxEnt, packed
from chronotope.extract.learned.ordering import AFTER, BEFORE, ordered_pairs, ordering_features
from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import (
    Candidate,
    Context,
    Recognised,
    candidates,
    trigger_features,
    type_features,
)
from chronotope.extract.learned.sources import Source, sources
from chronotope.extract.learned.status import status_features
from chronotope.extract.phrases import noun_phrase
from chronotope.lexicon import load_lexicon
from chronotope.mentions import ActorMention, Mention, TimeMention
from chronotope.resolve.times import TimeReading, resolve_times
from chronotope.text import Span
from fit import Case, fit
from gold import Gold, alike, bounds, load, read, span_of

FOLDS: Final = 3
# The weights of these are many: more of the small ones are left out, which changes no figure by more than 0.002.
LEAST: Final = {"order": 0.12, "role": 0.1}
# Cases of which so many are known that a feature seen twice says nothing.
MANY: Final = 50_000
STRENGTH: Final = {
    "trigger": 0.2, "type": 0.5, "claim": 0.2, "status": 0.2, "role": 0.2, "time": 0.1, "place": 0.05,
    "inherited time": 0.05, "inherited place": 0.03, "coreference": 0.3, "order": 0.1,
}  # fmt: skip


@dataclass
class Annotated:
    """An article, our reading of it, and which of our candidates are which of its events."""

    gold: Gold
    reading: Reading
    mentions: Sequence[Mention]
    candidates: Sequence[Candidate]
    context: Context
    matched: Mapping[int, Gold]
    found: Sequence[Source] = ()
    spans: Mapping[str, TimeReading] = field(default_factory=dict)
    events: list[Recognised] = field(default_factory=list)
    """The candidates that are events, as classifiers of other folds read them."""
    stances: list[list[str]] = field(default_factory=list)
    tellers: list[list[int]] = field(default_factory=list)
    """The cues by which each event is told, as tokens."""
    statuses: list[str] = field(default_factory=list)
    fillers: list[dict[int, str]] = field(default_factory=list)
    times: list[Own] = field(default_factory=list)
    places: list[Own] = field(default_factory=list)

    def told_by(self) -> dict[int, list[int]]:
        """The numbers of the speech events by which each event is told."""
        speech = {event.candidate.head: number for number, event in enumerate(self.events)}
        return {number: [speech[head] for head in heads if head in speech] for number, heads in enumerate(self.tellers)}

    @property
    def actor_heads(self) -> list[int]:
        """The tokens that head the actors found."""
        document, arcs = self.reading.document, self.reading.arcs
        return [arcs.head_of(document.tokens_in(each.span)) for each in self.of(ActorMention)]

    @property
    def golds(self) -> list[Gold]:
        """The gold events, in the order of `events`."""
        return [self.matched[index] for index in sorted(self.matched)]

    def of(self, kind: type) -> list[Any]:
        return [mention for mention in self.mentions if isinstance(mention, kind)]


def annotate(documents: Sequence[Gold]) -> list[Annotated]:
    articles = []
    for gold, reading, mentions in read(documents):
        found = candidates(reading)
        spans = resolve_times(
            [each for each in mentions if isinstance(each, TimeMention)], reading.document.article.date
        )
        articles.append(
            Annotated(
                gold, reading, mentions, found, Context.of(reading, found), _matched(gold, reading, found),
                sources(reading, found), spans,
            )
        )  # fmt: skip
    return articles


def _matched(gold: Gold, reading: Reading, found: Sequence[Candidate]) -> dict[int, Gold]:
    """The gold event of each candidate that shares words with a mention of one; one candidate a mention."""
    matched: dict[int, Gold] = {}
    for event in gold["events"]:
        for item in event["mentions"]:
            span = span_of(gold["text"], item)
            hits = [
                index
                for index, each in enumerate(found)
                if index not in matched and _span(reading, each.begin, each.end).overlaps(span)
            ]
            if hits:
                matched[max(hits, key=lambda index: _fitness(reading, found[index]))] = event
    return matched


def _fitness(reading: Reading, candidate: Candidate) -> tuple[bool, bool, bool]:
    """A mention of several words is best met by a trigger of the lexicon, the longest, a noun."""
    noun = reading.tokens[candidate.head].pos == "NOUN"
    return candidate.trigger is not None, candidate.end - candidate.begin > 1, noun


def _span(reading: Reading, begin: int, end: int) -> Span:
    return Span(reading.tokens[begin].begin, reading.tokens[end - 1].end)


# ---- Cases


def trigger_cases(article: Annotated) -> Iterator[Case]:
    for index, each in enumerate(article.candidates):
        features = trigger_features(article.reading, each, article.context)
        yield Case(features, "event" if index in article.matched else NONE)


def type_cases(article: Annotated) -> Iterator[Case]:
    for index, event in sorted(article.matched.items()):
        yield Case(type_features(article.reading, article.candidates[index], article.context), event["type"])


def lexicon_cases(language: str) -> list[Case]:
    """The lexicon as cases: what a word means where nothing else is known."""
    pos = {"noun": "NOUN", "verb": "VERB", "adjective": "ADJ", "phrase": "NOUN"}
    cases = []
    for triggers in load_lexicon().words[language].triggers.values():
        for each in triggers:
            word = "_".join(each.words)
            features = [
                f"lex={each.type}", f"lex={each.type}|{each.kind}", f"w={word}", f"w={word}|{pos[each.kind]}",
                f"suf={each.words[0][:5]}",
            ]  # fmt: skip
            cases.append(Case(features, each.type, 0.2))
    return cases


def words_of_head(reading: Reading, head: int) -> str:
    phrase = noun_phrase(reading.arcs, head)
    return _span(reading, phrase.start, phrase.stop).of(reading.document.text)


def held_by(article: Annotated, source: Source, claim: Gold) -> bool:
    """Whether a holder of a source is that of a gold claim, by its words, by gold's word for a pronoun, or by ours."""
    reading = article.reading
    for head in source.holders:
        names = [words_of_head(reading, head)]
        heads = {index: str(index) for index in (*article.actor_heads, head)}
        back = antecedents(reading, heads).get(str(head))
        if back is not None:
            names.append(words_of_head(reading, int(back)))
        span = reading.tokens[head].span
        names += [
            role["actor"]
            for event in article.gold["events"]
            for role in event["roles"]
            if role["actor"] and span_of(article.gold["text"], role).overlaps(span)
        ]
        if any(alike(name, claim["holder"]) for name in names):
            return True
    return False


def _distance(article: Annotated, at: int, source: int) -> tuple[int, int]:
    """How far a source is from a token, in sentences and tokens."""
    sentences, head = article.reading.sentences, article.found[source].head
    return abs(sentences[head] - sentences[at]), abs(head - at)


def claim_cases(article: Annotated) -> Iterator[Case]:
    by_event: dict[int, list[int]] = {}
    for event, source in pairs(article.reading, article.events, article.found):
        by_event.setdefault(event, []).append(source)
    for number, offers in by_event.items():
        right: set[int] = set()
        for claim in article.golds[number]["claims"]:
            holding = [each for each in offers if held_by(article, article.found[each], claim)]
            at = article.events[number].candidate.head
            if holding:
                right.add(min(holding, key=functools.partial(_distance, article, at)))
        for each in offers:
            features = pair_features(article.reading, article.events, article.found, number, each)
            yield Case(features, HOLDS if each in right else NONE)


def status_cases(article: Annotated) -> Iterator[Case]:
    for event, stances, gold in zip(article.events, article.stances, article.golds, strict=True):
        yield Case(status_features(article.reading, event, stances), gold["status"])


def role_cases(article: Annotated) -> Iterator[Case]:
    heads = sorted(event.candidate.head for event in article.events)
    for event, gold in zip(article.events, article.golds, strict=True):
        ruled = rule_roles(article.reading, event)
        wanted = [(span_of(article.gold["text"], role), role["role"]) for role in gold["roles"]]
        for index in filler_heads(article.reading, event):
            features = filler_features(article.reading, event, ruled, heads, index)
            yield Case(features, _role(article.reading, index, wanted))


def _role(reading: Reading, index: int, wanted: Sequence[tuple[Span, str]]) -> str:
    """The role of the gold filler that a token heads."""
    for span, role in wanted:
        if span.contains(reading.tokens[index].span):
            inside = reading.document.tokens_in(span)
            if reading.arcs.head_of(inside) == index or len(inside) == 1:
                return role
    return NONE


def time_cases(article: Annotated) -> Iterator[Case]:
    times = Told.times(article.reading, article.mentions)
    for event, status, gold in zip(article.events, article.statuses, article.golds, strict=True):
        told = time_offers(article.reading, event, times)
        want = bounds(gold["time"]) if gold["time"] else None
        for offer in told:
            features = time_features(article.reading, event, status, told, article.events, offer)
            yield Case(features, "at" if want and want == offered_bounds(article, offer) else NONE)


def offered_bounds(article: Annotated, offer: Offered) -> tuple[str | None, str | None] | None:
    if offer.mention is None:
        return bounds(article.gold["date"])
    span = article.spans[offer.mention.id].span
    if span is None:
        return None
    begin, end = span.earliest_begin, span.latest_end
    return begin.date().isoformat() if begin else None, end.date().isoformat() if end else None


def inherited_time_cases(article: Annotated) -> Iterator[Case]:
    for number, gold in enumerate(article.golds):
        want = bounds(gold["time"]) if gold["time"] else None
        for other in givers(article.times, number):
            features = inheritance_features(
                article.reading, article.events, article.statuses, article.times, number, other
            )
            offer = article.times[other].offer
            right = want is not None and offer is not None and offered_bounds(article, offer) == want
            yield Case(features, "at" if right else NONE)


def inherited_place_cases(article: Annotated) -> Iterator[Case]:
    for number, gold in enumerate(article.golds):
        for other in givers(article.places, number):
            features = inheritance_features(
                article.reading, article.events, article.statuses, article.places, number, other
            )
            right = any(alike(place, article.places[other].value or "") for place in gold["place"])
            yield Case(features, "at" if right else NONE)


def place_cases(article: Annotated) -> Iterator[Case]:
    places = Told.places(article.reading, article.mentions)
    for event, status, gold in zip(article.events, article.statuses, article.golds, strict=True):
        told = list(offered(article.reading, event, places))
        for offer in told:
            features = place_features(article.reading, event, status, told, article.events, offer)
            right = offer.mention is not None and any(alike(place, offer.mention.text) for place in gold["place"])
            yield Case(features, "at" if right else NONE)


def coreference_cases(article: Annotated) -> Iterator[Case]:
    golds = article.golds
    for earlier, later in mention_pairs(article.events):
        features = coreference_features(
            article.reading, article.events, article.statuses, article.fillers,
            known(article.times), known(article.places), earlier, later,
        )  # fmt: skip
        yield Case(features, "same" if golds[earlier]["id"] == golds[later]["id"] else NONE)


def order_cases(article: Annotated) -> Iterator[Case]:
    """Only articles whose order was annotated teach it."""
    if "order" not in article.gold:
        return
    after = closure(article.gold["order"])
    told_by = article.told_by()
    for earlier, later in ordered_pairs(article.statuses):
        features = ordering_features(
            article.reading, article.events, article.statuses, article.times, told_by, earlier, later
        )
        one, two = article.golds[earlier]["id"], article.golds[later]["id"]
        if one != two:
            yield Case(features, BEFORE if two in after[one] else AFTER if one in after[two] else NONE)


def closure(pairs_: Sequence[Sequence[str]]) -> Mapping[str, set[str]]:
    """What comes after each event, by pairs and pairs of pairs."""
    order: nx.DiGraph[str] = nx.DiGraph([(earlier, later) for earlier, later in pairs_])
    return defaultdict(set, {node: set(nx.descendants(order, node)) for node in order})


# ---- Answers of earlier classifiers, for later ones to see


def answer_types(article: Annotated, model: MaxEnt) -> None:
    article.events = [
        Recognised(article.candidates[index], *model.best(features))
        for (index, _), (features, _, _) in zip(sorted(article.matched.items()), type_cases(article), strict=True)
    ]


def answer_claims(article: Annotated, model: MaxEnt) -> None:
    article.stances = [[] for _ in article.events]
    article.tellers = [[] for _ in article.events]
    for event, its in enumerate(attributions(article.reading, article.events, article.found, model)):
        article.stances[event] = [article.found[each.source].stance for each in its]
        article.tellers[event] = [article.found[each.source].head for each in its]


def answer_statuses(article: Annotated, model: MaxEnt) -> None:
    article.statuses = [model.best(case.features)[0] for case in status_cases(article)]


def answer_roles(article: Annotated, model: MaxEnt) -> None:
    heads = sorted(event.candidate.head for event in article.events)
    article.fillers = []
    for event in article.events:
        ruled = rule_roles(article.reading, event)
        roles = {
            index: model.best(filler_features(article.reading, event, ruled, heads, index))[0]
            for index in filler_heads(article.reading, event)
        }
        article.fillers.append({index: role for index, role in roles.items() if role != NONE})


def answer_times(article: Annotated, model: MaxEnt) -> None:
    article.times = own_times(article.reading, article.events, article.statuses, article.mentions, model)


def answer_places(article: Annotated, model: MaxEnt) -> None:
    article.places, _ = own_places(article.reading, article.events, article.statuses, article.mentions, model)


def answer_inherited_times(article: Annotated, model: MaxEnt) -> None:
    article.times = list(inherited(article.reading, article.events, article.statuses, article.times, model))


def answer_inherited_places(article: Annotated, model: MaxEnt) -> None:
    article.places = list(inherited(article.reading, article.events, article.statuses, article.places, model))


Cases = Callable[[Annotated], Iterator[Case]]
Answer = Callable[[Annotated, MaxEnt], None]
STAGES: Final[tuple[tuple[str, Cases, Answer | None], ...]] = (
    ("trigger", trigger_cases, None),
    ("type", type_cases, answer_types),
    ("claim", claim_cases, answer_claims),
    ("status", status_cases, answer_statuses),
    ("role", role_cases, answer_roles),
    ("time", time_cases, answer_times),
    ("place", place_cases, answer_places),
    ("inherited time", inherited_time_cases, answer_inherited_times),
    ("inherited place", inherited_place_cases, answer_inherited_places),
    ("coreference", coreference_cases, None),
    ("order", order_cases, None),
)


def train(articles: Sequence[Annotated], language: str) -> dict[str, MaxEnt]:
    """All classifiers, by task."""
    models = {}
    for task, cases_of, answer in STAGES:
        cases = [list(cases_of(article)) for article in articles]
        extra = lexicon_cases(language) if task == "type" else []
        models[task] = _fitted(task, cases, extra)
        if answer is not None:
            for fold in range(FOLDS):
                others = [each for index, each in enumerate(cases) if index % FOLDS != fold]
                model = _fitted(task, others, extra)
                for article in articles[fold::FOLDS]:
                    answer(article, model)
        print(f"{task}: {sum(map(len, cases))} cases, {len(models[task].rows)} features", file=sys.stderr)
    return models


def _fitted(task: str, cases: Sequence[Sequence[Case]], extra: Sequence[Case]) -> MaxEnt:
    everything = [case for each in cases for case in each] + list(extra)
    # Sixty types of events take long to tell apart, and their weights settle early.
    return fit(
        everything,
        strength=STRENGTH[task],
        least=LEAST.get(task, 0.05),
        rarest=3 if len(everything) > MANY else 2,
        iterations=60 if task == "type" else 400,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("language")
    parser.add_argument("output", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    arguments = parser.parse_args()
    documents = [each for each in load(arguments.gold) if each["lang"] == arguments.language]
    models = train(annotate(documents), arguments.language)
    arguments.output.write_bytes(packed(models))


if __name__ == "__main__":
    main()
