"""Made-up extractions that look like a corpus of news, as many as one likes: what resolving is timed on.

Articles come in stories: most alone, some by the dozen, a few as copies of one text. A story has its towns (drawn by
population), its people (few are told of often), its facts and days; its articles tell some of its facts and others of
their own, in French and in English. How much an article says, and which types of events there are how often, is as
counted in 400 articles of WiNER-fr. The words are invented but for triggers, names of roles and function words.

The same number of the same seed is the same article, in every process.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice
from typing import Final

from chronotope.dates import PartialDate
from chronotope.gazetteer import GazetteerEntry
from chronotope.lexicon import Lexicon
from chronotope.mentions import Extraction

# Relative: scripts beside this folder import it by its own name.
from .pages import Page
from .world import KINDS, PEOPLE, STATUSES, WEEK, WORDS, Fact, Figure, World, draw_rank, draw_town, world_of

_FIRST_DAY: Final = date(2020, 1, 1)
_DAYS: Final = 731
_LARGEST_STORY: Final = 50
# With this exponent a little more than half of the articles are alone.
_STEEPNESS: Final = 2.8
_COPIED: Final = 0.04
_IN_FRENCH: Final = 0.6
_FACTS: Final = 30
_MEDIAN_EVENTS: Final = 2.4  # ln 11
_SPREAD: Final = 0.7
_MOST_EVENTS: Final = 90
# How much of an article of a story is what others of the story tell too.
_SHARED: Final = 0.5


def synthetic_articles(lexicon: Lexicon, articles: int, seed: int = 1) -> Iterator[Extraction]:
    """So many articles, made one by one as they are asked for; a smaller number gives the first of a larger one.

    >>> from chronotope.lexicon import load_lexicon
    >>> one, other = (list(synthetic_articles(load_lexicon(), 3)) for _ in range(2))
    >>> one == other, len({extraction.article.key for extraction in one})
    (True, 3)
    """
    world = world_of(lexicon)
    return islice((each for number in count() for each in _story(world, f"{seed}-{number}")), articles)


def _story(world: World, name: str) -> Iterator[Extraction]:
    """The articles of a story; each is told some days after it begins, some are copies of the one before."""
    dice = random.Random(name)  # noqa: S311
    sizes = range(1, _LARGEST_STORY + 1)
    size = dice.choices(sizes, [one**-_STEEPNESS for one in sizes])[0]
    begin = _FIRST_DAY + timedelta(dice.randrange(_DAYS))
    setting = _Setting(
        dice, world, begin, [draw_town(dice, world) for _ in range(3)], [draw_rank(dice, PEOPLE) for _ in range(6)]
    )
    facts = [setting.fact(number * WEEK // _FACTS) for number in range(_FACTS if size > 1 else 0)]
    before: tuple[Page, PartialDate] | None = None
    for number in range(size):
        if before is None or dice.random() > _COPIED:
            told = begin + timedelta(min(int(dice.expovariate(0.2)), 60))
            before = setting.page(facts, told), PartialDate.of(told.year, told.month, told.day)
        yield before[0].extraction(f"{name}-{number}", before[1])


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where, when and among whom a story plays."""

    dice: random.Random
    world: World
    begin: date
    towns: Sequence[GazetteerEntry]
    people: Sequence[int]

    def fact(self, day: int) -> Fact:
        dice = self.dice
        kinds = range(dice.choices((0, 1, 2), (41, 43, 16))[0])
        long_ago = dice.randrange(30, 3000) if dice.random() < 0.1 else 0
        return Fact(
            type=dice.choices(self.world.types, cum_weights=self.world.weights)[0],
            status=dice.choices(list(STATUSES), list(STATUSES.values()))[0],
            day=self.begin + timedelta(day - 2 - long_ago),
            town=dice.choice(self.towns) if dice.random() < 0.8 else draw_town(dice, self.world),
            figures=tuple(self.figure() for _ in kinds),
            words=tuple(draw_rank(dice, WORDS) for _ in range(5)),
        )

    def figure(self) -> Figure:
        dice = self.dice
        kind = dice.choices(list(KINDS), list(KINDS.values()))[0]
        if kind == "person" and dice.random() < 0.7:
            return Figure(kind, dice.choice(self.people))
        counted = int(2 + dice.expovariate(0.05)) if kind == "group" and dice.random() < 0.3 else None
        return Figure(kind, draw_rank(dice, PEOPLE), counted)

    def page(self, facts: Sequence[Fact], told: date) -> Page:
        dice = self.dice
        page = Page(dice, self.world, "fr" if dice.random() < _IN_FRENCH else "en", told)
        events = min(int(dice.lognormvariate(_MEDIAN_EVENTS, _SPREAD)) + 1, _MOST_EVENTS)
        order = sorted({draw_rank(dice, len(facts) + 1) for _ in range(events)} - {len(facts)}) if facts else []
        shared = [facts[number] for number in order][: int(events * _SHARED)]
        own = [self.fact(dice.randrange(-2, WEEK)) for _ in range(events - len(shared))]
        for fact in shared + own:
            page.tell(fact)
        return page
