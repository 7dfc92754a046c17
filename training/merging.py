"""Fits the model that tells whether two reports are of one event: `graph/chronotope/resolve/likeness.py`.

    python training/merging.py graph/chronotope/resolve/weights/merging.msgpack

Learns from `training/stories`, in which events that several articles tell carry the same key, and from
`training/articles`, which have nothing to do with each other: no two of their reports are of one event. Both are read
by the pipelines, so that the model learns from readings as they are and not as they should be. With `--folds` it says
how well it does on stories that it has not seen.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby
from pathlib import Path
from typing import Final

from chronotope.extract import extract
from chronotope.extract.learned.maxent import MaxEnt, packed
from chronotope.lexicon import load_lexicon
from chronotope.mentions import Extraction
from chronotope.pipelines import load_pipeline
from chronotope.resolve.accounts import account_of
from chronotope.resolve.blocks import comparable_pairs
from chronotope.resolve.holding import profiles_held
from chronotope.resolve.likeness import likeness_features
from chronotope.resolve.merging import group_reports
from chronotope.resolve.profiles import Profile
from fit import Case, fit
from gold import Gold, article_of, load, span_of

TRAINING: Final = Path(__file__).parent
STRENGTH: Final = 0.05
# Unrelated pairs are far more than related ones; no more are taken than this.
MOST_UNRELATED: Final = 60_000

Pair = tuple[int, int]
Event = tuple[str, str, str]
"""A story, a document and the number of an event in it."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("output", type=Path)
    parser.add_argument("--folds", type=int, default=0, help="test on each part of the stories with the rest's model")
    arguments = parser.parse_args()
    stories = load(sorted(TRAINING.glob("stories/*.txt")))
    extractions = read(stories)
    profiles = profiles_of(extractions)
    events = events_of(stories, extractions, profiles)
    cases = related(stories, profiles, events)
    others = list(unrelated(read(load(sorted(TRAINING.glob("articles/*.txt"))))))
    print(f"{len(cases)} pairs of stories, {sum(case.label == 'yes' for _, case in cases)} of one event", flush=True)
    if arguments.folds:
        validate(stories, profiles, events, cases, others, arguments.folds)
    model = fit([*(case for _, case in cases), *others], strength=STRENGTH)
    arguments.output.parent.mkdir(exist_ok=True)
    arguments.output.write_bytes(packed({"merging": model}))
    print(f"{arguments.output}: {len(model.rows)} features")


def read(documents: Sequence[Gold]) -> list[Extraction]:
    """What the pipelines make of documents."""
    lexicon, found = load_lexicon(), []
    for language, its in groupby(sorted(documents, key=lambda each: str(each["lang"])), key=lambda each: each["lang"]):
        articles = [article_of(document) for document in its]
        found += [extract(document, lexicon) for document in load_pipeline(str(language)).read(articles)]
    return found


def profiles_of(extractions: Iterable[Extraction]) -> list[Profile]:
    lexicon = load_lexicon()
    return profiles_held((account_of(extraction, lexicon) for extraction in extractions), lexicon)


def story_of(identifier: str) -> str:
    """The story of an article: "fr-s1-03-2" is the second of story s1-03."""
    return identifier.split("-", 1)[1].rsplit("-", 1)[0]


def events_of(
    documents: Sequence[Gold], extractions: Iterable[Extraction], profiles: Sequence[Profile]
) -> list[Event | None]:
    """The annotated event of each profile, None for those that no annotation overlaps."""
    read_as = {extraction.article.identifier: extraction for extraction in extractions}
    told: dict[str, Event] = {}
    for document in documents:
        for event in document["events"]:
            spans = [span_of(document["text"], mention) for mention in event["mentions"]]
            for mention in read_as[document["id"]].events:
                if any(span.overlaps(mention.span) for span in spans):
                    told.setdefault(mention.id, (story_of(document["id"]), document["id"], event["id"]))
    return [_commonest(told[each.id] for each in profile.report.tellings if each.id in told) for profile in profiles]


def _commonest(events: Iterable[Event]) -> Event | None:
    counts = Counter(events)
    return min(counts, key=lambda event: (-counts[event], event)) if counts else None


def keys_of(documents: Iterable[Gold]) -> Mapping[Event, tuple[str, str]]:
    """The key of sameness of each event that has one, with its story."""
    return {
        (story_of(document["id"]), document["id"], event["id"]): (story_of(document["id"]), event["same"])
        for document in documents
        for event in document["events"]
        if "same" in event
    }


def related(
    documents: Sequence[Gold], profiles: Sequence[Profile], events: Sequence[Event | None]
) -> list[tuple[Pair, Case]]:
    """Pairs of reports of the stories, as cases; pairs with a report that nobody annotated tell nothing."""
    keys = keys_of(documents)
    found = []
    for one, other in comparable_pairs(profiles):
        first, second = events[one], events[other]
        if first is not None and second is not None:
            same = first in keys and keys[first] == keys.get(second)
            features = likeness_features(profiles[one], profiles[other])
            found.append(((one, other), Case(features, "yes" if same else "no")))
    return found


def unrelated(extractions: Iterable[Extraction]) -> Iterator[Case]:
    """Pairs of reports of articles that share no event."""
    profiles = profiles_of(extractions)
    pairs = comparable_pairs(profiles)
    random.Random(0).shuffle(pairs)  # a sample, always the same
    for one, other in pairs[:MOST_UNRELATED]:
        yield Case(likeness_features(profiles[one], profiles[other]), "no")


def validate(
    documents: Sequence[Gold],
    profiles: Sequence[Profile],
    events: Sequence[Event | None],
    cases: Sequence[tuple[Pair, Case]],
    others: Sequence[Case],
    folds: int,
) -> None:
    """Print precision, recall and F1 of pairs of events of two articles, on stories left out of the fitting."""
    stories = sorted({story_of(document["id"]) for document in documents})
    likeness: dict[Pair, float] = {}
    for fold in range(folds):
        held_out = set(stories[fold::folds])
        learnt = [case for pair, case in cases if not _stories(pair, events) & held_out]
        model = fit([*learnt, *others], strength=STRENGTH)
        likeness |= _judged(model, [each for each in cases if _stories(each[0], events) & held_out])
    gold = {pair for its in _by_key(documents).values() for pair in combinations(sorted(its), 2)}
    for threshold in (0.3, 0.35, 0.4, 0.45, 0.5):
        given = set(_pairs_given(group_reports(profiles, likeness, threshold), events))
        hit = len(given & gold)
        precision, recall = hit / max(len(given), 1), hit / len(gold)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"threshold {threshold}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} of {len(gold)} pairs", flush=True)


def _stories(pair: Pair, events: Sequence[Event | None]) -> Collection[str]:
    return {event[0] for event in (events[number] for number in pair) if event is not None}


def _judged(model: MaxEnt, cases: Sequence[tuple[Pair, Case]]) -> dict[Pair, float]:
    shares = model.shares("yes", (case.features for _, case in cases))
    return {pair: share for (pair, _), share in zip(cases, shares, strict=True)}


def _by_key(documents: Iterable[Gold]) -> Mapping[tuple[str, str], list[Event]]:
    found: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event, key in keys_of(documents).items():
        found[key].append(event)
    return found


def _pairs_given(groups: Iterable[Sequence[int]], events: Sequence[Event | None]) -> Iterator[tuple[Event, Event]]:
    for group in groups:
        told = {event for event in (events[number] for number in group) if event is not None}
        for one, other in combinations(sorted(told), 2):
            if one[1] != other[1]:
                yield one, other


if __name__ == "__main__":
    main()
