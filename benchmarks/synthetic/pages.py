"""Writes made-up articles: sentences about facts, and the mentions that extraction would find in them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple, TypedDict

from chronotope import mentions
from chronotope.dates import PartialDate
from chronotope.gazetteer import GazetteerEntry
from chronotope.mentions import (
    CERTAINTIES,
    DATELINE,
    Argument,
    Expression,
    Extraction,
    Role,
    mention_id,
)
from chronotope.text import Article, Span

from .world import PEOPLE, WEEK, WORDS, WORDS_OF, Fact, Figure, World, country_of, draw_rank, invented, label_of

_NEAR: Final = 2
_ONE_WRONG_IN: Final = 50
_IN_COUNTRY: Final = 0.4
_ROLES: Final[Sequence[Role]] = ("agent", "patient")


class _Noted(NamedTuple):
    """An event in the making; what it refers to is told by the places of that in the lists of its page."""

    span: Span
    fact: Fact
    figures: Sequence[int]
    town: int | None
    time: int | None
    claim: int | None
    antecedent: int | None


@dataclass(slots=True)
class Page:
    """An article in the making: its text so far, and what was said where. Ids wait until the whole text is known."""

    dice: random.Random
    world: World
    language: str
    told: date
    text: str = ""
    sentences: list[Span] = field(default_factory=list)
    times: list[tuple[Span, Expression]] = field(default_factory=list)
    towns: list[Span] = field(default_factory=list)
    figures: list[tuple[Span, Figure]] = field(default_factory=list)
    claims: list[tuple[Span, int]] = field(default_factory=list)
    """Where each begins, and its holder; it reaches to the end of its sentence."""
    events: list[_Noted] = field(default_factory=list)

    def tell(self, fact: Fact) -> None:
        """Write a sentence, or a part of one, about a fact; some are told again."""
        dice = self.dice
        if not self.text or dice.random() < 0.62:
            self.text += ". " if self.text else ""
            self.sentences.append(Span(len(self.text), len(self.text)))
        claim = self._claim() if dice.random() < 0.08 else None
        time = self._time(fact.day) if dice.random() < 0.4 else None
        figures = [self._figure(figure) for figure in fact.figures[:1]]
        triggers = self.world.triggers[self.language, fact.type]
        again = [place for place, event in enumerate(self.events) if event.fact is fact]
        span = self._write(triggers[(fact.words[0] + dice.randrange(2)) % len(triggers)])
        figures += [self._figure(figure) for figure in fact.figures[1:]]
        town = self._town(fact.town) if dice.random() < 0.25 else None
        self.events.append(_Noted(span, fact, figures, town, time, claim, again[-1] if again else None))
        self._fill(fact)
        self.sentences[-1] = Span(self.sentences[-1].begin, len(self.text))
        if dice.random() < 0.14 and not again:
            self.tell(fact)

    def _write(self, words: str) -> Span:
        begins = not self.sentences or len(self.text) == self.sentences[-1].begin
        if not begins:
            self.text += " "
        begin = len(self.text)
        self.text += words[:1].upper() + words[1:] if begins else words
        return Span(begin, len(self.text))

    def _claim(self) -> int:
        begin = self._write(WORDS_OF[self.language]["according to"])
        self.claims.append((begin, self._figure(Figure("organization", draw_rank(self.dice, PEOPLE)))))
        return len(self.claims) - 1

    def _time(self, day: date) -> int:
        speech, language = WORDS_OF[self.language], self.world.lexicon.words[self.language].language
        months = {number: name for name, number in reversed(list((language.months or {}).items()))}
        weekdays = {number: name for name, number in reversed(list((language.weekdays or {}).items()))}
        apart = (self.told - day).days
        if apart == 1:
            noted = self._write(speech["yesterday"]), Expression("shift", (-1, "day"))
        elif 1 < apart < WEEK:
            noted = self._write(weekdays[day.isoweekday()]), Expression("weekday", (day.isoweekday(), "past"))
        else:
            self._write(speech["on"])
            span = self._write(f"{day.day} {months[day.month]} {day.year}")
            noted = span, Expression("date", (day.year, day.month, day.day))
        self.times.append(noted)
        return len(self.times) - 1

    def _town(self, town: GazetteerEntry) -> int:
        country = country_of(town, self.world.lexicon.gazetteer)
        entry = country if country is not None and self.dice.random() < _IN_COUNTRY else town
        self._write(WORDS_OF[self.language]["in"])
        self.towns.append(self._write(label_of(entry, self.language)))
        return len(self.towns) - 1

    def _figure(self, figure: Figure) -> int:
        if figure.kind in ("group", "thing"):
            self._write(WORDS_OF[self.language]["the"])
        self.figures.append((self._write(self._words_for(figure)), figure))
        return len(self.figures) - 1

    def _words_for(self, figure: Figure) -> str:
        nouns = self.world.nouns[self.language]
        if figure.kind == "person":
            return f"{invented(figure.number % 300).title()} {invented(figure.number + 700).title()}"
        if figure.kind == "organization":
            return " ".join(invented(figure.number * factor + 50).title() for factor in (3, 5))
        if figure.kind == "state":
            town = self.world.towns[figure.number % len(self.world.towns)]
            return label_of(country_of(town, self.world.lexicon.gazetteer) or town, self.language)
        counted = f"{figure.members} " if figure.members else ""
        return counted + (nouns[figure.number % len(nouns)] if figure.kind == "group" else invented(figure.number))

    def _fill(self, fact: Fact) -> None:
        """Write the rest of a sentence: some words of the fact, of the ontology, of the language, of no matter."""
        dice, world = self.dice, self.world
        for figure in range(dice.choices((0, 1, 2), (50, 33, 17))[0]):
            self._figure(Figure("thing" if figure else "group", draw_rank(dice, PEOPLE)))
        for rank in fact.words:
            if dice.random() < 0.5:
                concepts = world.concepts[self.language]
                self._write(concepts[rank % len(concepts)] if rank % 3 == 0 else invented(rank))
        for _ in range(dice.randrange(2, 8)):
            small = world.small[self.language]
            self._write(small[draw_rank(dice, len(small))] if dice.random() < 0.6 else invented(draw_rank(dice, WORDS)))

    def extraction(self, identifier: str, day: PartialDate) -> Extraction:
        """What extraction would give of the page under a name of its own."""
        article = Article(identifier=identifier, body=self.text + ".", language=self.language, date=day)
        naming = _Naming(self, article)
        return Extraction(
            article=article,
            pipeline="synthetic",
            sentences=tuple(self.sentences),
            times=tuple(naming.time(*each) for each in self.times),
            places=tuple(mentions.PlaceMention(**naming.said(span, "gazetteer/city")) for span in self.towns),
            actors=tuple(naming.actor(*each) for each in self.figures),
            events=tuple(map(naming.event, range(len(self.events)))),
            claims=tuple(naming.claim(*each) for each in self.claims),
        )


class _Said(TypedDict):
    """What every mention tells."""

    article: str
    span: Span
    text: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Naming:
    """Turns what a page noted into mentions of an article."""

    page: Page
    article: Article

    def said(self, span: Span, rule: str) -> _Said:
        text = span.of(self.article.body)
        return {"article": self.article.key, "span": span, "text": text, "rule": rule, "confidence": 0.7}

    def id(self, kind: str, span: Span) -> str:
        return mention_id(kind, self.article.key, span)

    def time(self, span: Span, expression: Expression) -> mentions.TimeMention:
        anchor = None if expression.name == "date" else DATELINE
        said = self.said(span, f"time/{expression.name}")
        return mentions.TimeMention(**said, timex_type="DATE", expression=expression, anchor=anchor)

    def actor(self, span: Span, figure: Figure) -> mentions.ActorMention:
        text = span.of(self.article.body)
        named = figure.kind in ("person", "organization", "state")
        return mentions.ActorMention(
            **self.said(span, "xx/name" if named else f"xx/noun/{text}"),
            actor_kind=figure.kind,
            name=text if named else None,
            minimum=figure.members,
            maximum=figure.members,
        )

    def event(self, place: int) -> mentions.EventMention:
        noted, page = self.page.events[place], self.page
        fillers = [self.id("actor", page.figures[number][0]) for number in noted.figures]
        earlier = None if noted.antecedent is None else page.events[noted.antecedent].span
        return mentions.EventMention(
            **self.said(noted.span, f"verb/{noted.fact.type}"),
            type=noted.fact.type,
            status=noted.fact.status,
            polarity="negative" if noted.fact.status == "denied" else "positive",
            certainty=CERTAINTIES[noted.fact.status],
            arguments=tuple(Argument(*pair, 0.7) for pair in zip(_ROLES, fillers, strict=False)),
            places=() if noted.town is None else (self.id("place", page.towns[noted.town]),),
            time=None if noted.time is None else self.id("time", page.times[noted.time][0]),
            embedded_in=() if noted.claim is None else (self.id("claim", page.claims[noted.claim][0]),),
            antecedent=None if earlier is None else self.id("event", earlier),
            before=tuple(self.id("event", later.span) for later in self.after(place)),
        )

    def after(self, place: int) -> Iterator[_Noted]:
        """The events near one that came later, by the text; one order in fifty is wrong."""
        events = self.page.events
        for other in range(max(place - _NEAR, 0), min(place + _NEAR + 1, len(events))):
            first, second = events[place].fact.day, events[other].fact.day
            if first != second and (first < second) == ((place + other) % _ONE_WRONG_IN != 0):
                yield events[other]

    def claim(self, span: Span, holder: int) -> mentions.ClaimMention:
        end = next(sentence.end for sentence in self.page.sentences if sentence.contains(span))
        return mentions.ClaimMention(
            **self.said(span, "claim"),
            holder=self.id("actor", self.page.figures[holder][0]),
            stance="asserts",
            speech="indirect",
            scope=Span(span.end, end),
        )
