"""Made-up extractions that look like a corpus of news, as many as one likes: what resolving is timed on.

Articles come in stories: most alone, some by the dozen, a few as copies of one text. A story has its towns (drawn by
population), its people (few are told of often), its facts and days; its articles tell some of its facts and others of
their own, in French and in English. How much an article says, and which types of events there are how often, is as
counted in 400 articles of WiNER-fr. The words are invented but for triggers, names of roles and function words.

The same number of the same seed is the same article, in every process.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate, count, islice
from typing import Final, NamedTuple, TypedDict

from chronotope import mentions
from chronotope.dates import PartialDate
from chronotope.gazetteer import Gazetteer, GazetteerEntry
from chronotope.lexicon import Lexicon
from chronotope.mentions import (
    CERTAINTIES,
    DATELINE,
    ActorKind,
    Argument,
    Expression,
    Extraction,
    Role,
    Status,
    mention_id,
)
from chronotope.text import Article, Span

_FIRST_DAY: Final = date(2020, 1, 1)
_DAYS: Final = 731
_LARGEST_STORY: Final = 50
# With this exponent a little more than half of the articles are alone.
_STEEPNESS: Final = 2.8
_COPIED: Final = 0.04
_IN_FRENCH: Final = 0.6
_FACTS: Final = 30
_PEOPLE: Final = 30_000
_WORDS: Final = 40_000
_MEDIAN_EVENTS: Final = 2.4  # ln 11
_SPREAD: Final = 0.7
_MOST_EVENTS: Final = 90
# How much of an article of a story is what others of the story tell too.
_SHARED: Final = 0.5
_WEEK: Final = 7
_NEAR: Final = 2
_ONE_WRONG_IN: Final = 50
_IN_COUNTRY: Final = 0.4
_TYPES: Final[Mapping[str, int]] = {
    "OtherEvent": 233, "Statement": 156, "Match": 50, "Victory": 44, "Attack": 33, "Death": 33, "Request": 24,
    "Accident": 23, "MarketMove": 23, "Investigation": 22, "Arrival": 21, "Election": 19, "Crime": 18, "Injury": 18,
    "Killing": 16, "Discovery": 15, "Battle": 14, "Arrest": 14, "Legislation": 13, "Accusation": 12,
    "NaturalDisaster": 11, "Meeting": 10, "Culture": 10, "Agreement": 9, "Rejection": 9, "Demonstration": 9,
    "Departure": 8, "Sentence": 8, "Company": 7, "Aid": 6, "Appointment": 6, "Negotiation": 6, "Deployment": 6,
    "Rescue": 5, "Evacuation": 5, "Sanction": 5, "AirStrike": 4, "Trial": 4, "Bombing": 4, "Launch": 4, "Warning": 4,
    "Resignation": 4, "Migration": 3, "LabourStrike": 3, "Abduction": 3, "Release": 3, "Epidemic": 3, "Riot": 3,
}  # fmt: skip
_STATUSES: Final[Mapping[Status, int]] = {
    "actual": 717, "planned": 113, "reported": 91, "denied": 45, "hypothetical": 34,
}  # fmt: skip
_KINDS: Final[Mapping[ActorKind, int]] = {"thing": 26, "organization": 24, "group": 24, "person": 22, "state": 4}
_ROLES: Final[Sequence[Role]] = ("agent", "patient")
_SYLLABLES: Final = [f"{one}{two}{end}" for one in "bdfglmnprstv" for two in "aeiou" for end in ("", "r", "n", "l")]


# The few words that hold a made-up sentence together.
_WORDS_OF: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {"the": "les", "in": "à", "on": "le", "according to": "selon", "yesterday": "hier"},
    "en": {word: word for word in ("the", "in", "on", "according to", "yesterday")},
}


def synthetic_articles(lexicon: Lexicon, articles: int, seed: int = 1) -> Iterator[Extraction]:
    """So many articles, made one by one as they are asked for; a smaller number gives the first of a larger one.

    >>> from chronotope.lexicon import load_lexicon
    >>> one, other = (list(synthetic_articles(load_lexicon(), 3)) for _ in range(2))
    >>> one == other, len({extraction.article.key for extraction in one})
    (True, 3)
    """
    world = _world(lexicon)
    return islice((each for number in count() for each in _story(world, f"{seed}-{number}")), articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class _World:
    """What all stories draw from; numbers in `people` and `weights` are sums up to each place."""

    lexicon: Lexicon
    towns: Sequence[GazetteerEntry]
    people: Sequence[int]
    types: Sequence[str]
    weights: Sequence[int]
    triggers: Mapping[tuple[str, str], Sequence[str]]
    """The words for a type, by language and type."""
    concepts: Mapping[str, Sequence[str]]
    """Words that the ontology knows, by language."""
    nouns: Mapping[str, Sequence[str]]
    small: Mapping[str, Sequence[str]]


class _Figure(NamedTuple):
    """Who or what takes part: a kind, and a number from which its words are made."""

    kind: ActorKind
    number: int
    members: int | None = None


class _Fact(NamedTuple):
    """What a story tells of; `words` are the ranks of those that its sentences like to use."""

    type: str
    status: Status
    day: date
    town: GazetteerEntry
    figures: tuple[_Figure, ...]
    """Agent and patient; some facts have one or none."""
    words: tuple[int, ...]


def _world(lexicon: Lexicon) -> _World:
    cities = {entry.id: entry for found in lexicon.gazetteer.values() for entry in found if entry.kind == "city"}
    towns = [cities[id_] for id_ in sorted(cities)]
    triggers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for language in _WORDS_OF:
        for _, its in sorted(lexicon.words[language].triggers.items()):
            for trigger in its:
                triggers[language, trigger.type].append(" ".join(trigger.words))
    types = [type_ for type_ in _TYPES if all((language, type_) in triggers for language in _WORDS_OF)]
    return _World(
        lexicon=lexicon,
        towns=towns,
        people=list(accumulate(town.population for town in towns)),
        types=types,
        weights=list(accumulate(_TYPES[type_] for type_ in types)),
        triggers=triggers,
        concepts={code: sorted(word for its, word in lexicon.concepts if its == code) for code in _WORDS_OF},
        nouns={code: sorted(lexicon.words[code].actor_nouns) for code in _WORDS_OF},
        small={code: sorted(lexicon.words[code].language.function_words) for code in _WORDS_OF},
    )


def _country(town: GazetteerEntry, gazetteer: Gazetteer) -> GazetteerEntry | None:
    return next((holder for holder in gazetteer.containers(town) if holder.kind == "country"), None)


def _story(world: _World, name: str) -> Iterator[Extraction]:
    """The articles of a story; each is told some days after it begins, some are copies of the one before."""
    dice = random.Random(name)  # noqa: S311
    sizes = range(1, _LARGEST_STORY + 1)
    size = dice.choices(sizes, [one**-_STEEPNESS for one in sizes])[0]
    begin = _FIRST_DAY + timedelta(dice.randrange(_DAYS))
    setting = _Setting(
        dice, world, begin, [_town(dice, world) for _ in range(3)], [_rank(dice, _PEOPLE) for _ in range(6)]
    )
    facts = [setting.fact(number * _WEEK // _FACTS) for number in range(_FACTS if size > 1 else 0)]
    before: tuple[_Page, PartialDate] | None = None
    for number in range(size):
        if before is None or dice.random() > _COPIED:
            told = begin + timedelta(min(int(dice.expovariate(0.2)), 60))
            before = setting.page(facts, told), PartialDate.of(told.year, told.month, told.day)
        yield before[0].extraction(f"{name}-{number}", before[1])


def _town(dice: random.Random, world: _World) -> GazetteerEntry:
    return dice.choices(world.towns, cum_weights=world.people)[0]


def _rank(dice: random.Random, most: int) -> int:
    """A number that is as often as Zipf has it: 0 is drawn most, each of the others less than the one before."""
    return int(most ** dice.random()) - 1


def _invented(number: int) -> str:
    """The word of a number, always the same."""
    word = ""
    number += len(_SYLLABLES)
    while number:
        number, place = divmod(number, len(_SYLLABLES))
        word += _SYLLABLES[(place * 7 + len(word)) % len(_SYLLABLES)]
    return word


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where, when and among whom a story plays."""

    dice: random.Random
    world: _World
    begin: date
    towns: Sequence[GazetteerEntry]
    people: Sequence[int]

    def fact(self, day: int) -> _Fact:
        dice = self.dice
        kinds = range(dice.choices((0, 1, 2), (41, 43, 16))[0])
        long_ago = dice.randrange(30, 3000) if dice.random() < 0.1 else 0
        return _Fact(
            type=dice.choices(self.world.types, cum_weights=self.world.weights)[0],
            status=dice.choices(list(_STATUSES), list(_STATUSES.values()))[0],
            day=self.begin + timedelta(day - 2 - long_ago),
            town=dice.choice(self.towns) if dice.random() < 0.8 else _town(dice, self.world),
            figures=tuple(self.figure() for _ in kinds),
            words=tuple(_rank(dice, _WORDS) for _ in range(5)),
        )

    def figure(self) -> _Figure:
        dice = self.dice
        kind = dice.choices(list(_KINDS), list(_KINDS.values()))[0]
        if kind == "person" and dice.random() < 0.7:
            return _Figure(kind, dice.choice(self.people))
        counted = int(2 + dice.expovariate(0.05)) if kind == "group" and dice.random() < 0.3 else None
        return _Figure(kind, _rank(dice, _PEOPLE), counted)

    def page(self, facts: Sequence[_Fact], told: date) -> _Page:
        dice = self.dice
        page = _Page(dice, self.world, "fr" if dice.random() < _IN_FRENCH else "en", told)
        events = min(int(dice.lognormvariate(_MEDIAN_EVENTS, _SPREAD)) + 1, _MOST_EVENTS)
        order = sorted({_rank(dice, len(facts) + 1) for _ in range(events)} - {len(facts)}) if facts else []
        shared = [facts[number] for number in order][: int(events * _SHARED)]
        own = [self.fact(dice.randrange(-2, _WEEK)) for _ in range(events - len(shared))]
        for fact in shared + own:
            page.tell(fact)
        return page


class _Noted(NamedTuple):
    """An event in the making; what it refers to is told by the places of that in the lists of its page."""

    span: Span
    fact: _Fact
    figures: Sequence[int]
    town: int | None
    time: int | None
    claim: int | None
    antecedent: int | None


@dataclass(slots=True)
class _Page:
    """An article in the making: its text so far, and what was said where. Ids wait until the whole text is known."""

    dice: random.Random
    world: _World
    language: str
    told: date
    text: str = ""
    sentences: list[Span] = field(default_factory=list)
    times: list[tuple[Span, Expression]] = field(default_factory=list)
    towns: list[Span] = field(default_factory=list)
    figures: list[tuple[Span, _Figure]] = field(default_factory=list)
    claims: list[tuple[Span, int]] = field(default_factory=list)
    """Where each begins, and its holder; it reaches to the end of its sentence."""
    events: list[_Noted] = field(default_factory=list)

    def tell(self, fact: _Fact) -> None:
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
        begin = self._write(_WORDS_OF[self.language]["according to"])
        self.claims.append((begin, self._figure(_Figure("organization", _rank(self.dice, _PEOPLE)))))
        return len(self.claims) - 1

    def _time(self, day: date) -> int:
        speech, language = _WORDS_OF[self.language], self.world.lexicon.words[self.language].language
        months = {number: name for name, number in reversed(list((language.months or {}).items()))}
        weekdays = {number: name for name, number in reversed(list((language.weekdays or {}).items()))}
        apart = (self.told - day).days
        if apart == 1:
            noted = self._write(speech["yesterday"]), Expression("shift", (-1, "day"))
        elif 1 < apart < _WEEK:
            noted = self._write(weekdays[day.isoweekday()]), Expression("weekday", (day.isoweekday(), "past"))
        else:
            self._write(speech["on"])
            span = self._write(f"{day.day} {months[day.month]} {day.year}")
            noted = span, Expression("date", (day.year, day.month, day.day))
        self.times.append(noted)
        return len(self.times) - 1

    def _town(self, town: GazetteerEntry) -> int:
        country = _country(town, self.world.lexicon.gazetteer)
        entry = country if country is not None and self.dice.random() < _IN_COUNTRY else town
        self._write(_WORDS_OF[self.language]["in"])
        self.towns.append(self._write(_label(entry, self.language)))
        return len(self.towns) - 1

    def _figure(self, figure: _Figure) -> int:
        if figure.kind in ("group", "thing"):
            self._write(_WORDS_OF[self.language]["the"])
        self.figures.append((self._write(self._words_for(figure)), figure))
        return len(self.figures) - 1

    def _words_for(self, figure: _Figure) -> str:
        nouns = self.world.nouns[self.language]
        if figure.kind == "person":
            return f"{_invented(figure.number % 300).title()} {_invented(figure.number + 700).title()}"
        if figure.kind == "organization":
            return " ".join(_invented(figure.number * factor + 50).title() for factor in (3, 5))
        if figure.kind == "state":
            town = self.world.towns[figure.number % len(self.world.towns)]
            return _label(_country(town, self.world.lexicon.gazetteer) or town, self.language)
        counted = f"{figure.members} " if figure.members else ""
        return counted + (nouns[figure.number % len(nouns)] if figure.kind == "group" else _invented(figure.number))

    def _fill(self, fact: _Fact) -> None:
        """Write the rest of a sentence: some words of the fact, of the ontology, of the language, of no matter."""
        dice, world = self.dice, self.world
        for figure in range(dice.choices((0, 1, 2), (50, 33, 17))[0]):
            self._figure(_Figure("thing" if figure else "group", _rank(dice, _PEOPLE)))
        for rank in fact.words:
            if dice.random() < 0.5:
                concepts = world.concepts[self.language]
                self._write(concepts[rank % len(concepts)] if rank % 3 == 0 else _invented(rank))
        for _ in range(dice.randrange(2, 8)):
            small = world.small[self.language]
            self._write(small[_rank(dice, len(small))] if dice.random() < 0.6 else _invented(_rank(dice, _WORDS)))

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

    page: _Page
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

    def actor(self, span: Span, figure: _Figure) -> mentions.ActorMention:
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


def _label(entry: GazetteerEntry, language: str) -> str:
    return next(label.text for label in entry.labels if label.language == language)
