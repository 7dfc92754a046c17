"""Made-up timelines of any size, with every attribute that `timeline/build.py` gives: what the explorer is timed on.

Stories last some weeks; their articles tell sixteen events each, most of the days just before. A few actors and places
are in very many events, most in one or two. Texts are of `synthetic_prose.py`.

The same number of events of the same seed is the same timeline, in every process.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, NamedTuple

from synthetic_prose import Prose, name, prose_of  # type: ignore[import-not-found]  # beside this script
from synthetic_times import Time, some_time  # type: ignore[import-not-found]  # beside this script

from chronotope.show.timeline import Timeline

_IRI: Final = "https://w3id.org/chronotope/id"
_EVENTS_EACH: Final = 16
"""Events of an article."""
_ARTICLES_EACH: Final = 12
"""Articles of a story."""
_EDGES_EACH: Final = 2
"""Edges of an event, those to places not counted."""
_CONTEXT: Final = 160
_PARAGRAPH: Final = 4
_FIRST_DAY: Final = date(2020, 1, 1)
_DAYS: Final = 730
_TYPES: Final = {
    "Conflict": ("Conflit", ("attaque", "combat", "frappe", "explosion", "trêve")),
    "Politics": ("Politique", ("élection", "vote", "démission", "nomination", "négociation")),
    "Justice": ("Justice", ("arrestation", "procès", "condamnation", "enquête", "plainte")),
    "Disaster": ("Catastrophe", ("séisme", "inondation", "incendie", "naufrage", "épidémie")),
    "Economy": ("Économie", ("accord", "faillite", "grève", "hausse", "rachat")),
    "Communication": ("Communication", ("déclaration", "annonce", "mise en garde", "demande", "démenti")),
    "Movement": ("Déplacement", ("arrivée", "départ", "évacuation", "retour", "rencontre")),
    "Society": ("Société", ("manifestation", "mort", "naissance", "fête", "match")),
}
_SPEECH: Final = "Communication"
_STATUSES: Final = {"actual": 74, "reported": 12, "planned": 7, "hypothetical": 4, "denied": 3}
_ROLES: Final = {"agent": 50, "patient": 35, "recipient": 6, "topic": 5, "destination": 2, "origin": 2}
_STANCES: Final = {"asserts": 60, "denies": 12, "warns": 12, "requests": 9, "promises": 7}
_ACTOR_KINDS: Final = {"person": 40, "organization": 25, "group": 25, "state": 6, "armed-group": 4}
_RELATIONS: Final = {"participation": 55, "before": 25, "claim": 15, "causes": 5}
_PUBLISHERS: Final = 40


class Told(NamedTuple):
    """A sentence that tells of an event, with what stands around it. Any graph may bring such values of its own."""

    article: str
    title: str | None
    date: str | None
    url: str | None
    publisher: str | None
    sentence: str
    begin: int
    end: int
    offset: int
    before: str
    after: str


class Said(NamedTuple):
    """One link in the chain of those who say that something is so."""

    holder: str
    stance: str
    words: str
    speech: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    identifier: str
    title: str
    day: date
    publisher: str
    sentences: list[str] = field(default_factory=list)


def synthetic_timeline(events: int, seed: int = 1) -> Timeline:
    """A timeline of so many events, about an actor for eight of them, and two edges for each.

    >>> timeline = synthetic_timeline(50)
    >>> sum(data["kind"] == "event" for _, data in timeline.nodes(data=True))
    50
    >>> sum(data["kind"] in _RELATIONS for *_, data in timeline.edges(data=True))
    100
    >>> list(timeline.nodes(data=True)) == list(synthetic_timeline(50).nodes(data=True))
    True
    """
    return _Making(random.Random(f"{seed}-{events}"), prose_of("fr"), events).timeline()  # noqa: S311


@dataclass(frozen=True, slots=True)
class _Making:
    """A timeline in the making: places, actors, articles, then events, and what ties them."""

    dice: random.Random
    prose: Prose
    number: int

    def timeline(self) -> Timeline:
        timeline = Timeline(title=f"{self.number:,} événements", language="fr")
        places = self.places(timeline)
        actors = self.actors(timeline)
        articles = self.articles()
        # In the order of telling, so that neighbours in the list are neighbours in a story.
        events = [self.event(timeline, articles, index) for index in range(self.number)]
        for event in events:
            if self.dice.random() < 0.85:
                timeline.add_edge(event, self.often_first(places), key="place", kind="place")
        self.tell(timeline, articles, events)
        self.tie(timeline, events, actors)
        return timeline

    def iri(self, kind: str) -> str:
        return f"{_IRI}/{kind}/{self.dice.getrandbits(64):016x}"

    def often_first(self, things: Sequence[str]) -> str:
        """One of them; the first is drawn most, each of the others less than the one before."""
        return things[min(int((len(things) + 1) ** self.dice.random()) - 1, len(things) - 1)]

    def weighted(self, weights: dict[str, int]) -> str:
        return self.dice.choices(list(weights), list(weights.values()))[0]

    def places(self, timeline: Timeline) -> list[str]:
        """Sixty to four hundred places: countries, regions in them, and towns, these first."""
        number = min(max(60, self.number // 50), 400)
        countries = [self.place(timeline, "country", None) for _ in range(max(5, number // 20))]
        regions = [self.place(timeline, "region", self.often_first(countries)) for _ in range(number // 6)]
        towns = [
            self.place(timeline, "city", self.often_first(regions))
            for _ in range(number - len(regions) - len(countries))
        ]
        return [*towns[: number // 8], *countries, *towns[number // 8 :], *regions]

    def place(self, timeline: Timeline, kind: str, container: str | None) -> str:
        iri, label, dice = self.iri("place"), name(self.dice), self.dice
        near = timeline.nodes[container] if container else {"latitude": dice.uniform(-30, 55), "longitude": 0.0}
        spread = {"country": (8.0, 120.0), "region": (4.0, 4.0), "city": (1.0, 1.0)}[kind]
        timeline.add_node(
            iri, kind="place", label=label, names=label, place_kind=kind,
            latitude=round(near["latitude"] + dice.uniform(-1, 1) * spread[0], 5),
            longitude=round(near["longitude"] + dice.uniform(-1, 1) * spread[1], 5),
        )  # fmt: skip
        if container:
            timeline.add_edge(iri, container, key="contained-in", kind="contained-in")
        return iri

    def actors(self, timeline: Timeline) -> list[str]:
        found = []
        for _ in range(max(6, self.number // 8)):
            label = " ".join(name(self.dice) for _ in range(self.dice.choice((1, 2, 2, 3))))
            found.append(self.iri("actor"))
            kind = self.weighted(_ACTOR_KINDS)
            timeline.add_node(found[-1], kind="actor", label=label, names=label, actor_kind=kind)
        return found

    def articles(self) -> list[_Article]:
        publishers = [f"{name(self.dice)} {name(self.dice)}" for _ in range(_PUBLISHERS)]
        return list(self.stories(max(1, self.number // _EVENTS_EACH), publishers))

    def stories(self, articles: int, publishers: Sequence[str]) -> Iterator[_Article]:
        begin = _FIRST_DAY
        for index in range(articles):
            if index % _ARTICLES_EACH == 0:
                begin = _FIRST_DAY + timedelta(self.dice.randrange(_DAYS))
            yield _Article(
                identifier=f"{name(self.dice).lower()}-{index:05d}",
                title=self.prose.sentence(self.dice)[:90].rpartition(" ")[0],
                day=begin + timedelta(min(int(self.dice.expovariate(0.1)), 90)),
                publisher=self.often_first(publishers),
            )

    def event(self, timeline: Timeline, articles: Sequence[_Article], index: int) -> str:
        """An event without its evidence; it is told first in the article of its number."""
        dice = self.dice
        group, (group_label, types) = dice.choice(list(_TYPES.items()))
        type_label = dice.choice(types)
        time: Time = some_time(dice, articles[index // _EVENTS_EACH % len(articles)].day)
        iri = self.iri("event")
        timeline.add_node(
            iri, kind="event", label=f"{type_label} : {' '.join(self.prose.rare(dice, dice.choice((1, 1, 2))))}",
            type=f"{group}{types.index(type_label)}", type_label=type_label, group=group, group_label=group_label,
            status=self.weighted(_STATUSES), confidence=round(dice.uniform(0.4, 1), 2), disputes=(),
            salience=round(dice.betavariate(1.5, 4), 3), speech=False, claims=(), time_words=time.words,
            edtf=time.edtf, granularity=time.granularity, basis=time.basis, **time.bounds,
        )  # fmt: skip
        return iri

    def tell(self, timeline: Timeline, articles: Sequence[_Article], events: Sequence[str]) -> None:
        """Give each event one to three sentences: in its own article, and in others of its story."""
        told: dict[str, list[tuple[_Article, int]]] = {event: [] for event in events}
        for index, event in enumerate(events):
            own = index // _EVENTS_EACH % len(articles)
            story = articles[own // _ARTICLES_EACH * _ARTICLES_EACH :][:_ARTICLES_EACH]
            number = self.dice.choices((1, 2, 3), (60, 28, 12))[0]
            for article in [articles[own], *self.dice.choices(story, k=number - 1)]:
                if self.dice.random() < 0.2:
                    article.sentences.append(self.prose.sentence(self.dice))
                told[event].append((article, len(article.sentences)))
                article.sentences.append(self.prose.sentence(self.dice))
        for event, its in told.items():
            evidence = tuple(self.evidence(article, place) for article, place in its)
            sources = len({article.publisher for article, _ in its})
            timeline.nodes[event].update(evidence=evidence, mentions=len(evidence), sources=sources)

    def evidence(self, article: _Article, place: int) -> Told:
        sentence = article.sentences[place]
        first = place // _PARAGRAPH * _PARAGRAPH
        begin = sentence.index(" ", self.dice.randrange(len(sentence) // 2)) + 1
        return Told(
            article=article.identifier,
            title=article.title,
            date=article.day.isoformat(),
            url=f"https://example.org/{article.day:%Y/%m/%d}/{article.identifier}",
            publisher=article.publisher,
            sentence=sentence,
            begin=begin,
            end=min(len(sentence) - 1, begin + self.dice.randrange(4, 14)),
            offset=sum(len(one) + 1 for one in article.sentences[:place]),
            before=_last(" ".join(article.sentences[first:place])),
            after=_first(" ".join(article.sentences[place + 1 : first + _PARAGRAPH])),
        )

    def tie(self, timeline: Timeline, events: Sequence[str], actors: Sequence[str]) -> None:
        """Draw edges until there are two for each event; no two are alike."""
        speeches = [event for event in events if timeline.nodes[event]["group"] == _SPEECH]
        drawn = 0
        while drawn < _EDGES_EACH * len(events):
            index = self.dice.randrange(len(events))
            kind = self.weighted(_RELATIONS)
            other = events[min(max(index + self.dice.randrange(-20, 21), 0), len(events) - 1)]
            match kind:
                case "participation":
                    drawn += self.participation(timeline, events[index], self.often_first(actors))
                case "claim":
                    speech = self.dice.choice(speeches) if speeches and self.dice.random() < 0.7 else None
                    drawn += self.claim(timeline, self.often_first(actors), events[index], speech)
                case _ if other != events[index]:
                    earlier, later = _in_order(timeline, events[index], other)
                    drawn += _added(timeline, earlier, later, kind, kind=kind)

    def participation(self, timeline: Timeline, event: str, actor: str) -> bool:
        role = self.weighted(_ROLES)
        counted = self.dice.randrange(2, 200) if self.dice.random() < 0.08 else None
        key = f"participation/{role}"
        return _added(
            timeline, event, actor, key, kind="participation", role=role, minimum=counted, maximum=counted
        )  # fmt: skip

    def claim(self, timeline: Timeline, holder: str, event: str, speech: str | None) -> bool:
        """Somebody says of an event that it is so; one in five says that somebody else does, who is told of already."""
        stance = self.weighted(_STANCES)
        if not _added(timeline, holder, event, f"claim/{stance}", kind="claim", stance=stance):
            return False
        node = timeline.nodes[event]
        said = Said(holder, stance, self.prose.rare(self.dice, 1)[0], speech)
        inner = node["claims"][-1][:1] if node["claims"] and self.dice.random() < 0.2 else ()
        node["claims"] = (*node["claims"], (said, *inner))
        if speech:
            timeline.nodes[speech]["speech"] = True
        return True


def _added(timeline: Timeline, begin: str, end: str, key: str, **attributes: str | int | None) -> bool:
    if timeline.has_edge(begin, end, key):
        return False
    timeline.add_edge(begin, end, key=key, **attributes)
    return True


def _in_order(timeline: Timeline, *events: str) -> list[str]:
    bounds = {event: timeline.nodes[event]["earliest_begin"] or timeline.nodes[event]["latest_end"] for event in events}
    return sorted(events, key=lambda event: bounds[event] or "9999")


def _last(text: str) -> str:
    return text if len(text) <= _CONTEXT else f"…{text[-_CONTEXT:].partition(' ')[2]}"


def _first(text: str) -> str:
    return text if len(text) <= _CONTEXT else f"{text[:_CONTEXT].rpartition(' ')[0]}…"
