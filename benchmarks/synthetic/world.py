"""What made-up articles are made of: types of events as often as news has them, towns, figures, facts and words."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Final, NamedTuple

from chronotope.gazetteer import Gazetteer, GazetteerEntry
from chronotope.lexicon import Lexicon
from chronotope.mentions import ActorKind, Status

# So many figures and words there are to draw from.
PEOPLE: Final = 30_000
WORDS: Final = 40_000
WEEK: Final = 7
_TYPES: Final[Mapping[str, int]] = {
    "OtherEvent": 233, "Statement": 156, "Match": 50, "Victory": 44, "Attack": 33, "Death": 33, "Request": 24,
    "Accident": 23, "MarketMove": 23, "Investigation": 22, "Arrival": 21, "Election": 19, "Crime": 18, "Injury": 18,
    "Killing": 16, "Discovery": 15, "Battle": 14, "Arrest": 14, "Legislation": 13, "Accusation": 12,
    "NaturalDisaster": 11, "Meeting": 10, "Culture": 10, "Agreement": 9, "Rejection": 9, "Demonstration": 9,
    "Departure": 8, "Sentence": 8, "Company": 7, "Aid": 6, "Appointment": 6, "Negotiation": 6, "Deployment": 6,
    "Rescue": 5, "Evacuation": 5, "Sanction": 5, "AirStrike": 4, "Trial": 4, "Bombing": 4, "Launch": 4, "Warning": 4,
    "Resignation": 4, "Migration": 3, "LabourStrike": 3, "Abduction": 3, "Release": 3, "Epidemic": 3, "Riot": 3,
}  # fmt: skip
STATUSES: Final[Mapping[Status, int]] = {
    "actual": 717, "planned": 113, "reported": 91, "denied": 45, "hypothetical": 34,
}  # fmt: skip
KINDS: Final[Mapping[ActorKind, int]] = {"thing": 26, "organization": 24, "group": 24, "person": 22, "state": 4}
_SYLLABLES: Final = [f"{one}{two}{end}" for one in "bdfglmnprstv" for two in "aeiou" for end in ("", "r", "n", "l")]
# The few words that hold a made-up sentence together.
WORDS_OF: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {"the": "les", "in": "à", "on": "le", "according to": "selon", "yesterday": "hier"},
    "en": {word: word for word in ("the", "in", "on", "according to", "yesterday")},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
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


class Figure(NamedTuple):
    """Who or what takes part: a kind, and a number from which its words are made."""

    kind: ActorKind
    number: int
    members: int | None = None


class Fact(NamedTuple):
    """What a story tells of; `words` are the ranks of those that its sentences like to use."""

    type: str
    status: Status
    day: date
    town: GazetteerEntry
    figures: tuple[Figure, ...]
    """Agent and patient; some facts have one or none."""
    words: tuple[int, ...]


def world_of(lexicon: Lexicon) -> World:
    """The world of a lexicon: the cities of its gazetteer, its words in the languages that articles are made in."""
    cities = {entry.id: entry for found in lexicon.gazetteer.values() for entry in found if entry.kind == "city"}
    towns = [cities[id_] for id_ in sorted(cities)]
    triggers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for language in WORDS_OF:
        for _, its in sorted(lexicon.words[language].triggers.items()):
            for trigger in its:
                triggers[language, trigger.type].append(" ".join(trigger.words))
    types = [type_ for type_ in _TYPES if all((language, type_) in triggers for language in WORDS_OF)]
    return World(
        lexicon=lexicon,
        towns=towns,
        people=list(accumulate(town.population for town in towns)),
        types=types,
        weights=list(accumulate(_TYPES[type_] for type_ in types)),
        triggers=triggers,
        concepts={code: sorted(word for its, word in lexicon.concepts if its == code) for code in WORDS_OF},
        nouns={code: sorted(lexicon.words[code].actor_nouns) for code in WORDS_OF},
        small={code: sorted(lexicon.words[code].language.function_words) for code in WORDS_OF},
    )


def country_of(town: GazetteerEntry, gazetteer: Gazetteer) -> GazetteerEntry | None:
    """The country that holds a town."""
    return next((holder for holder in gazetteer.containers(town) if holder.kind == "country"), None)


def draw_town(dice: random.Random, world: World) -> GazetteerEntry:
    """A town, as often as people live there."""
    return dice.choices(world.towns, cum_weights=world.people)[0]


def draw_rank(dice: random.Random, most: int) -> int:
    """A number that is as often as Zipf has it: 0 is drawn most, each of the others less than the one before."""
    return int(most ** dice.random()) - 1


def invented(number: int) -> str:
    """The word of a number, always the same."""
    word = ""
    number += len(_SYLLABLES)
    while number:
        number, place = divmod(number, len(_SYLLABLES))
        word += _SYLLABLES[(place * 7 + len(word)) % len(_SYLLABLES)]
    return word


def label_of(entry: GazetteerEntry, language: str) -> str:
    """The name of a place in a language."""
    return next(label.text for label in entry.labels if label.language == language)
