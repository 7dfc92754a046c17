"""What one article says, resolved within itself: all that is needed of it to resolve many articles together.

An account depends on its extraction alone, so it can be made once, kept, and used again when other articles come.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chronotope.dates import PartialDate
from chronotope.lexicon import Lexicon
from chronotope.mentions import DATELINE, ActorMention, Argument, ClaimMention, EventMention, Extraction, Role, Status
from chronotope.model import TimeSpan
from chronotope.resolve.actors import ActorReading, read_actors
from chronotope.resolve.contexts import context_of, count_in, terms_of, types_of
from chronotope.resolve.copies import sketch_of
from chronotope.resolve.places import PlaceReading, read_places
from chronotope.resolve.times import dateline_span, resolve_times


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Who or what fills a role of an event in one mention: the mention, what its words stand for, how many they are."""

    role: Role
    filler: str
    terms: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One mention of an event with all that its article says there.

    `terms` is what its word stands for (`terms_of`), `senses` the types that it may express (`types_of`). `sentence`
    counts from 0, `context` is what that sentence holds (`context_of`).
    """

    id: str
    word: str
    terms: tuple[str, ...]
    senses: tuple[str, ...]
    sentence: int
    type: str
    status: Status
    time: TimeSpan | None
    parts: tuple[Part, ...] = ()
    places: tuple[str, ...] = ()
    antecedent: str | None = None
    before: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one article says. `article` is its key, `sketch` what finds its copies.

    `told` holds which events each claim vouches for, by ids of mentions.
    """

    article: str
    language: str
    pipeline: str
    date: PartialDate | None
    publisher: str | None
    places: tuple[PlaceReading, ...]
    actors: tuple[ActorReading, ...]
    tellings: tuple[Telling, ...]
    claims: tuple[ClaimMention, ...]
    told: Mapping[str, tuple[str, ...]]
    sketch: tuple[int, ...]


def account_of(extraction: Extraction, lexicon: Lexicon) -> Account:
    """Resolve one article within itself."""
    article = extraction.article
    return Account(
        article=article.key,
        language=article.language,
        pipeline=extraction.pipeline,
        date=article.date,
        publisher=article.publisher,
        places=read_places(extraction, lexicon.gazetteer),
        actors=read_actors(extraction, lexicon),
        tellings=tuple(_tellings(extraction, lexicon)),
        claims=extraction.claims,
        told=_told(extraction),
        sketch=sketch_of(article.body),
    )


def spans_of_events(extraction: Extraction) -> Iterator[tuple[EventMention, TimeSpan | None]]:
    """Each event mention with the time that its article gives it, None when it says nothing."""
    dateline = extraction.article.date
    readings = resolve_times(extraction.times, dateline)
    for mention in extraction.events:
        if mention.time == DATELINE:
            yield mention, None if dateline is None else dateline_span(dateline)
        else:
            yield mention, None if mention.time is None else readings[mention.time].span


def _tellings(extraction: Extraction, lexicon: Lexicon) -> Iterator[Telling]:
    begins = [sentence.begin for sentence in extraction.sentences]
    actors = {mention.id: mention for mention in extraction.actors}
    words = {mention.id: mention.text for mention in (*extraction.actors, *extraction.places)}
    language = extraction.article.language
    body = extraction.article.body
    contexts = [context_of(sentence.of(body), language, lexicon) for sentence in extraction.sentences]
    for mention, span in spans_of_events(extraction):
        number = max(bisect_right(begins, mention.span.begin) - 1, 0)
        yield Telling(
            id=mention.id,
            word=mention.text,
            terms=terms_of(mention.text, language, lexicon),
            senses=types_of(mention.text, language, lexicon),
            sentence=number,
            type=mention.type,
            status=mention.status,
            time=span,
            parts=tuple(_part(argument, words, actors, language, lexicon) for argument in mention.arguments),
            places=mention.places,
            antecedent=mention.antecedent,
            before=mention.before,
            context=contexts[number] if contexts else (),
            confidence=mention.confidence,
        )


def _part(
    argument: Argument,
    words: Mapping[str, str],
    actors: Mapping[str, ActorMention],
    language: str,
    lexicon: Lexicon,
) -> Part:
    counted, phrase = actors.get(argument.filler), words.get(argument.filler, "")
    number = None if counted is None or counted.name is not None else count_in(phrase, language)
    return Part(
        role=argument.role,
        filler=argument.filler,
        terms=terms_of(phrase, language, lexicon),
        minimum=counted.minimum if counted and counted.minimum is not None else number,
        maximum=counted.maximum if counted and counted.maximum is not None else number,
    )


def _told(extraction: Extraction) -> Mapping[str, tuple[str, ...]]:
    """The events of each claim; one that is told within another claim is told by the inner one alone."""
    around = {claim.id: claim.embedded_in for claim in extraction.claims}
    told: dict[str, tuple[str, ...]] = {}
    for event in extraction.events:
        outer = {around[claim] for claim in event.embedded_in}
        for claim in event.embedded_in:
            if claim not in outer:
                told[claim] = (*told.get(claim, ()), event.id)
    return told
