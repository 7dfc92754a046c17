"""Scores what we say of annotated articles, in this process: the figures of `gold/score.py`, and what we took for what.

`score.py` reads the exported graph and has the last word. This one reads mentions and what is held of them, so that a
test can afford it and a benchmark can tell where errors come from. Counts are summed over the articles before they are
divided; `tests/gold/README.md` says what each figure means.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, TypeVar

from chronotope.extract import extract
from chronotope.lexicon import load_lexicon
from chronotope.mentions import EventMention, Extraction
from chronotope.model import Claim, Knowledge, TimeSpan
from chronotope.pipelines import BUNDLED, load_pipeline
from chronotope.resolve import resolve
from chronotope.resolve.accounts import spans_of_events
from chronotope.resolve.actors import actors_by_mention
from chronotope.resolve.events import events_by_mention
from chronotope.resolve.places import places_by_mention
from chronotope.text import Span
from gold import Gold, alike, article_of, bounds, span_of

FIGURES: Final = (
    "mentions", "typed", "type", "status", "time", "places", "roles", "claims", "stance", "coreference",
)  # fmt: skip
"""`type`, `status` and `stance` are accuracies among what was found at all; the others have precision and recall."""
NONE: Final = "–"  # stands where one side has nothing to set against the other
UNSEEN: Final = "no event"  # stands for our role where we have found no mention of the event
LONGEST_NAME: Final = 8  # words; a phrase that holds half a sentence names nothing
Bounds = tuple[str | None, str | None]
Value = TypeVar("Value")


@dataclass(slots=True)
class Tally:
    """How many were right, of those we gave and of those that gold has."""

    hit: int = 0
    given: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.hit / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Twice the hits over both sides; for an accuracy, whose sides are as long, the same as precision."""
        return 2 * self.hit / (self.given + self.gold) if self.hit else 0.0

    def judge(self, right: bool) -> None:
        """Count one answer to one question."""
        self.hit += right
        self.given += 1
        self.gold += 1


@dataclass(frozen=True, slots=True)
class Scores:
    """Tallies by figure, and how often gold's answer met ours: of mentions their types, of events all else."""

    figures: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIGURES})
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    roles: Counter[tuple[str, str]] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is held of an article's mentions: who they are, what they are called, who vouches for what."""

    article: str
    event_of: Mapping[str, str]
    thing_of: Mapping[str, str]
    names: Mapping[str, list[str]]
    claims: Mapping[str, list[Claim]]
    spans: Mapping[str, Span]
    times: Mapping[str, Bounds]

    def called(self, thing: str, *names: str | None) -> bool:
        """Whether an actor or a place may go by one of these names."""
        return any(alike(name, own) for name in names if name for own in self.names.get(thing, ()))


def score(documents: Sequence[Gold]) -> Scores:
    """Read gold documents of one language as one build would, and compare."""
    lexicon = load_lexicon()
    pipeline = load_pipeline(documents[0]["lang"], (BUNDLED,))
    extractions = [extract(document, lexicon) for document in pipeline.read(map(article_of, documents))]
    everything = _held(extractions, resolve(extractions, lexicon))
    scores = Scores()
    for gold, extraction, held in zip(documents, extractions, everything, strict=True):
        _compare(scores, gold, extraction, held)
    return scores


def score_across(documents: Sequence[Gold], clusters: Iterable[Sequence[str]]) -> Tally:
    """Pairs of events of two articles that are one; `clusters` name those of gold as "article:event"."""
    lexicon, extractions = load_lexicon(), []
    for language in sorted({document["lang"] for document in documents}):
        its = (article_of(document) for document in documents if document["lang"] == language)
        extractions += [extract(document, lexicon) for document in load_pipeline(language, (BUNDLED,)).read(its)]
    event_of = events_by_mention(resolve(extractions, lexicon).events)
    said = {extraction.article.identifier: extraction.events for extraction in extractions}
    ours: dict[str, list[str]] = defaultdict(list)
    for gold in documents:
        for event, mentions in _count_mentions(Scores(), gold, said[gold["id"]]).items():
            held = Counter(event_of[each.id] for each in mentions).most_common(1)[0][0]
            ours[held].append(f"{gold['id']}:{event}")
    given, wanted = (set(_pairs_across(groups)) for groups in (ours.values(), clusters))
    return Tally(hit=len(given & wanted), given=len(given), gold=len(wanted))


def _pairs_across(groups: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    for group in groups:
        for one, other in combinations(sorted(group), 2):
            if one.partition(":")[0] != other.partition(":")[0]:
                yield one, other


def _held(extractions: Sequence[Extraction], knowledge: Knowledge) -> Iterator[Held]:
    """What is held of each extraction. All share names: an actor may be called here as another article calls it."""
    event_of = events_by_mention(knowledge.events)
    thing_of = {**places_by_mention(knowledge.places), **actors_by_mention(knowledge.actors)}
    names = [(actor.id, label.text) for actor in knowledge.actors for label in actor.labels]
    names += [(place.id, label.text) for place in knowledge.places for label in place.labels]
    fillers = [{each.id: each for each in (*said.actors, *said.places)} for said in extractions]
    names += [(thing_of[each.id], each.text) for said in fillers for each in said.values()]
    short = _grouped((thing, name) for thing, name in names if len(name.split()) <= LONGEST_NAME)
    claims = _grouped((about, claim) for claim in knowledge.claims for about in claim.about)
    for extraction, said in zip(extractions, fillers, strict=True):
        yield Held(
            article=extraction.article.key,
            event_of=event_of,
            thing_of=thing_of,
            names=short,
            claims=claims,
            spans={each.id: each.span for each in said.values()},
            times={each.id: days for each, span in spans_of_events(extraction) if (days := _days(span))},
        )


def _grouped(pairs: Iterable[tuple[str, Value]]) -> dict[str, list[Value]]:
    groups: dict[str, list[Value]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)


def _days(span: TimeSpan | None) -> Bounds | None:
    """The first and the last day of a time that an article tells."""
    if span is None or span.basis == "inferred" or not (span.earliest_begin or span.latest_end):
        return None
    begin, end = span.earliest_begin, span.latest_end
    return begin.date().isoformat() if begin else None, end.date().isoformat() if end else None


def _compare(scores: Scores, gold: Gold, extraction: Extraction, held: Held) -> None:
    found = _count_mentions(scores, gold, extraction.events)
    _count_coreference(scores.figures["coreference"], gold, found, held)
    for event in gold["events"]:
        scores.figures["time"].gold += event["time"] is not None
        scores.figures["places"].gold += len(event["place"])
        scores.figures["roles"].gold += len(event["roles"])
        scores.figures["claims"].gold += len(event["claims"])
        if event["id"] not in found:
            scores.roles.update((role["role"], UNSEEN) for role in event["roles"])
            continue
        mentions = found[event["id"]]
        scores.figures["status"].judge(mentions[0].status == event["status"])
        scores.statuses[event["status"], mentions[0].status] += 1
        # The held event that most of its mentions tell of, as this article tells it.
        ours = Counter(held.event_of[each.id] for each in mentions).most_common(1)[0][0]
        told = [each for each in extraction.events if held.event_of[each.id] == ours]
        _count_time(scores.figures["time"], event, told, held)
        _count_places(scores.figures["places"], event, told, held)
        _count_roles(scores, gold, event, told, held)
        _count_claims(scores, event, ours, held)


def _count_mentions(scores: Scores, gold: Gold, ours: Iterable[EventMention]) -> dict[str, list[EventMention]]:
    """Pair each gold mention with the first of ours that shares a sign with it and has no pair; ours by gold event."""
    free = list(ours)
    wanted = [(event, span_of(gold["text"], item)) for event in gold["events"] for item in event["mentions"]]
    for tally in (scores.figures["mentions"], scores.figures["typed"]):
        tally.given += len(free)
        tally.gold += len(wanted)
    found: dict[str, list[EventMention]] = defaultdict(list)
    for event, span in wanted:
        mention = next((each for each in free if each.span.overlaps(span)), None)
        scores.types[event["type"], NONE if mention is None else mention.type] += 1
        if mention is not None:
            free.remove(mention)
            found[event["id"]].append(mention)
            scores.figures["mentions"].hit += 1
            scores.figures["typed"].hit += mention.type == event["type"]
            scores.figures["type"].judge(mention.type == event["type"])
    scores.types.update((NONE, mention.type) for mention in free)
    return dict(found)


def _count_coreference(tally: Tally, gold: Gold, found: Mapping[str, list[EventMention]], held: Held) -> None:
    """Pairs of mentions of one event. Of ours only mentions that gold has count; of gold's all."""
    both = [(event, held.event_of[each.id]) for event, mentions in found.items() for each in mentions]
    tally.gold += _pairs(len(event["mentions"]) for event in gold["events"])
    tally.given += _pairs(Counter(ours for _, ours in both).values())
    tally.hit += _pairs(Counter(both).values())


def _pairs(sizes: Iterable[int]) -> int:
    """How many pairs there are within groups of these sizes."""
    return sum(size * (size - 1) // 2 for size in sizes)


def _count_time(tally: Tally, event: Gold, told: Sequence[EventMention], held: Held) -> None:
    """Right is a time with both bounds of gold's, or its end where gold has no more. No date is an end alone."""
    # In the order of the text; score.py takes them as its store yields them, hence a difference of up to 0.01.
    dated = [held.times[each.id] for each in told if each.id in held.times]
    begin, end = next((days for days in dated if days[0]), dated[0] if dated else (None, None))
    first, last = bounds(event["time"]) if event["time"] else (None, None)
    right = event["time"] is not None and bool(dated) and end == last and first in (None, begin)
    tally.hit += right
    tally.given += right or begin is not None


def _count_places(tally: Tally, event: Gold, told: Sequence[EventMention], held: Held) -> None:
    ours = {held.thing_of[place] for each in told for place in each.places}
    tally.given += len(ours)
    tally.hit += sum(any(held.called(place, name) for place in ours) for name in event["place"])


def _count_roles(scores: Scores, gold: Gold, event: Gold, told: Sequence[EventMention], held: Held) -> None:
    """Fillers by role; each of ours serves once. What is left is paired whatever its role, to see confusion."""
    arguments = [argument for each in told for argument in each.arguments]
    free = {(each.role, held.thing_of[each.filler]): held.spans[each.filler] for each in arguments}
    scores.figures["roles"].given += len(free)
    left = list(event["roles"])
    for same_role in (True, False):
        for role in tuple(left):
            offers = (key for key in free if key[0] == role["role"] or not same_role)
            hit = next((key for key in offers if _fills(gold, role, key[1], free[key], held)), None)
            if hit is not None:
                left.remove(role)
                del free[hit]
                scores.figures["roles"].hit += same_role
                scores.roles[role["role"], hit[0]] += 1
    scores.roles.update((role["role"], NONE) for role in left)
    scores.roles.update((NONE, role) for role, _ in free)


def _fills(gold: Gold, role: Gold, thing: str, span: Span, held: Held) -> bool:
    """Whether our filler is gold's: it shares words with it without being much longer, or goes by its name."""
    near = span.overlaps(span_of(gold["text"], role))
    short = len(span.of(gold["text"]).split()) <= 2 * len(role["text"].split()) + 2
    return (near and short) or held.called(thing, role["text"], role["actor"])


def _count_claims(scores: Scores, event: Gold, ours: str, held: Held) -> None:
    """Holders, each once an event; the stance is judged where the holder is right."""
    claims = [each for each in held.claims.get(ours, ()) if any(held.article in mention for mention in each.mentions)]
    scores.figures["claims"].given += len({claim.holder for claim in claims})
    for claim in event["claims"]:
        stances = {each.stance for each in claims if held.called(each.holder, claim["holder"])}
        if stances:
            scores.figures["claims"].hit += 1
            scores.figures["stance"].judge(claim["stance"] in stances)
