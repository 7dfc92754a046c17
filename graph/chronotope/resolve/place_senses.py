"""Which entry of the gazetteer each name of an article means: by size, by what stands beside it, by the other names.

A score is a logarithm of sorts: ten times the people, or one good reason more, are worth about one point.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from chronotope.gazetteer import Gazetteer, GazetteerEntry, fold
from chronotope.languages import Language
from chronotope.model import PlaceKind

_COUNTRY: Final = 7.5
_DIVISION: Final = 4.8
_SUBDIVISION: Final = 4.3
# A name that only another language gives to a country is rather a town's (in French, "Mexico").
_FOREIGN_COUNTRY: Final = 3.0
_OTHER_NAME: Final = -0.4
# Another town of that country has the name as its first ("New Delhi", by which Delhi goes too).
_NAME_OF_ANOTHER: Final = -2.5
_HOME: Final = 0.6
_TOLD_REGION: Final = 1.5
_NEAR: Final = 0.7
_SAME_SENTENCE: Final = 0.7
_QUALIFIED: Final = 5.0
_DEMONYM: Final = 4.0
_SAID_KIND: Final = 3.0
_GRAMMAR: Final = 1.0
_MOST_FROM_COUNTRY: Final = 2.5
_SPELLED_OTHERWISE: Final = -0.7
# What a name must score to be held for any entry's: a village where nothing speaks for its country does not.
_NO_ENTRY: Final = 3.2
_SHARPNESS: Final = 1.6
_KILOMETRES_NEAR: Final = 150
_SURE: Final = 0.6
_MOST_ALTERNATIVES: Final = 4
_LEAST_WEIGHT: Final = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of an article with all that stands beside its mentions."""

    core: str
    count: int
    kind: PlaceKind | None = None
    qualifiers: tuple[GazetteerEntry, ...] = ()
    demonym: str | None = None
    countries: frozenset[str] = frozenset()
    """Those whose people or things the sentences of its mentions name."""
    town_like: int = 0
    """How much more often grammar makes it a town ("à Québec") than a country or region ("au Québec")."""


class Sense(NamedTuple):
    """An entry and how likely a name means it, 0–1; the entry is None where the name means none that is known."""

    entry: GazetteerEntry | None
    weight: float


def choose_senses(
    names: Mapping[str, Name], told: Mapping[str, float], language: Language, gazetteer: Gazetteer
) -> dict[str, tuple[Sense, ...]]:
    """The senses of each name, the likeliest first; `told` counts what speaks for countries, by id.

    Names are settled twice: the second time, each with the others' first senses to help.
    """
    alone = _Context(language, gazetteer, dict(told), {})
    first = {key: _senses(name, _candidates(name, alone), alone) for key, name in names.items()}
    settled = {}
    for key, name in names.items():
        others = {other: found[0].entry for other, found in first.items() if other != key and _is_sure(found)}
        context = _Context(language, gazetteer, dict(told), {key: entry for key, entry in others.items() if entry})
        settled[key] = _senses(name, _candidates(name, context), context)
    return settled


def country_of(entry: GazetteerEntry, gazetteer: Gazetteer) -> str | None:
    """The id of the country that an entry is or lies in."""
    if entry.kind == "country":
        return entry.id
    return next((holder.id for holder in gazetteer.containers(entry) if holder.kind == "country"), None)


class _Context:
    """What speaks for countries and regions in an article, one name apart."""

    def __init__(
        self, language: Language, gazetteer: Gazetteer, told: dict[str, float], others: Mapping[str, GazetteerEntry]
    ) -> None:
        self.language = language
        self.gazetteer = gazetteer
        self.home = {f"place/{code}" for code in language.home_countries}
        self.others = tuple(others.values())
        self.countries = Counter(told)
        self.regions: set[str] = set()
        for entry in self.others:
            holders = [entry, *gazetteer.containers(entry)]
            self.countries.update({holder.id: 1.0 for holder in holders if holder.kind == "country"})
            self.regions.update(holder.id for holder in holders if holder.kind == "region")

    def speaks_for(self, entry: GazetteerEntry) -> bool:
        country = country_of(entry, self.gazetteer)
        return country in self.home or self.countries.get(country or "", 0) > 0

    def for_country(self, entry: GazetteerEntry) -> float:
        country = country_of(entry, self.gazetteer) or ""
        told = self.countries.get(country, 0)
        home = _HOME if country in self.home else 0
        return home + (min(1 + math.log2(1 + told) / 2, _MOST_FROM_COUNTRY) if told else 0)

    def for_region(self, entry: GazetteerEntry) -> float:
        holders = (entry, *self.gazetteer.containers(entry))
        return _TOLD_REGION if any(holder.id in self.regions for holder in holders) else 0

    def for_neighbours(self, entry: GazetteerEntry) -> float:
        return _NEAR if any(0 < _kilometres(entry, other) < _KILOMETRES_NEAR for other in self.others) else 0


def _is_sure(senses: Sequence[Sense]) -> bool:
    return senses[0].entry is not None and senses[0].weight >= _SURE


def _candidates(name: Name, context: _Context) -> dict[str, tuple[GazetteerEntry, float]]:
    """Entries by id, each with what its spelling is worth; small towns only where no other entry fits."""
    found = {entry.id: (entry, 0.0) for entry in context.gazetteer.candidates(name.core)}
    if any(_fits(entry, name, context) for entry, _ in found.values()):
        return found
    for entry in context.gazetteer.towns(name.core):
        found.setdefault(entry.id, (entry, 0.0))
    if name.kind == "region":
        for entry in context.gazetteer.regions_like(name.core, context.countries):
            found.setdefault(entry.id, (entry, _SPELLED_OTHERWISE))
    for spelling in _spellings(name.core, context.language):
        if any(_fits(entry, name, context) for entry, _ in found.values()):
            break
        for entry in (*context.gazetteer.candidates(spelling), *context.gazetteer.towns(spelling)):
            found.setdefault(entry.id, (entry, _SPELLED_OTHERWISE))
    return found


def _fits(entry: GazetteerEntry, name: Name, context: _Context) -> bool:
    if entry.kind in ("country", "continent"):
        return not _is_foreign_name(entry, name, context)
    if name.kind in ("region", "city") and entry.kind != name.kind:
        return False
    if name.qualifiers:
        return _is_qualified(entry, name, context)
    if name.demonym is not None:
        return country_of(entry, context.gazetteer) == name.demonym
    return context.speaks_for(entry)


def _spellings(name: str, language: Language) -> Iterator[str]:
    """A name as other languages may spell it: all changes at once, then one at a time.

    >>> from chronotope.languages.fr import FRENCH
    >>> list(_spellings("Boutcha", FRENCH))[:2]
    ['bucha', 'boucha']
    """
    plain, spelled = name.casefold(), dict(language.spellings)
    if any(written in plain for written in spelled):
        yield re.sub("|".join(map(re.escape, spelled)), lambda match: spelled[match.group()], plain)
    yield from (plain.replace(written, spelled[written]) for written in spelled if written in plain)


def _senses(name: Name, candidates: Mapping[str, tuple[GazetteerEntry, float]], context: _Context) -> tuple[Sense, ...]:
    scores: list[tuple[float, str, GazetteerEntry | None]] = [(_NO_ENTRY, "", None)]
    first_names = {
        country_of(entry, context.gazetteer)
        for entry, _ in candidates.values()
        if entry.kind == "city" and _is_first_name(name.core, entry)
    }
    for id_, (entry, spelling) in candidates.items():
        other = not _is_first_name(name.core, entry) and country_of(entry, context.gazetteer) in first_names
        penalty = _NAME_OF_ANOTHER if other and entry.kind == "city" else 0
        scores.append((_score(entry, name, context) + spelling + penalty, id_, entry))
    scores.sort(key=lambda each: (-each[0], each[1]))
    best = scores[0][0]
    weights = [math.exp(_SHARPNESS * (score - best)) for score, _, _ in scores]
    total = sum(weights)
    senses = [Sense(entry, weight / total) for (_, _, entry), weight in zip(scores, weights, strict=True)]
    return (senses[0], *(sense for sense in senses[1 : _MOST_ALTERNATIVES + 1] if sense.weight >= _LEAST_WEIGHT))


def _score(entry: GazetteerEntry, name: Name, context: _Context) -> float:
    score = _prior(entry, name, context)
    if entry.kind not in ("country", "continent"):
        score += context.for_country(entry) + context.for_region(entry) + context.for_neighbours(entry)
        if name.qualifiers and _is_qualified(entry, name, context):
            score += _QUALIFIED
        if country_of(entry, context.gazetteer) in name.countries:
            score += _SAME_SENTENCE
    if name.demonym is not None and country_of(entry, context.gazetteer) == name.demonym:
        score += _DEMONYM
    if name.kind == entry.kind:
        score += _SAID_KIND
    if name.town_like:
        score += _GRAMMAR * math.copysign(1, name.town_like) * (1 if entry.kind == "city" else -1)
    return score


def _prior(entry: GazetteerEntry, name: Name, context: _Context) -> float:
    if entry.kind in ("country", "continent"):
        return _FOREIGN_COUNTRY if _is_foreign_name(entry, name, context) else _COUNTRY
    other = 0.0 if _is_first_name(name.core, entry) else _OTHER_NAME
    if entry.kind == "region":
        holder = context.gazetteer.entry(entry.contained_in or "")
        return _SUBDIVISION if holder is not None and holder.kind == "region" else _DIVISION
    return math.log10(entry.population + 10) + other


def _is_first_name(name: str, entry: GazetteerEntry) -> bool:
    return any(fold(label.text) == fold(name) for label in entry.labels)


def _is_foreign_name(entry: GazetteerEntry, name: Name, context: _Context) -> bool:
    """Whether only another language than the article's calls a country so."""
    written = fold(name.core)
    in_language = {fold(label.text) for label in entry.labels if label.language == context.language.code}
    elsewhere = {fold(label.text) for label in entry.labels} - in_language
    return written in elsewhere and written not in in_language


def _is_qualified(entry: GazetteerEntry, name: Name, context: _Context) -> bool:
    """Whether what stands beside the name holds the entry, or lies in the same division as it.

    Of a town only its first division is known: one in Brittany may be the Brest of "Brest (Finistère)".
    """
    holders = {holder.id for holder in context.gazetteer.containers(entry)} - {entry.id}
    within = {qualifier.id for qualifier in name.qualifiers}
    within |= {
        qualifier.contained_in
        for qualifier in name.qualifiers
        if qualifier.contained_in and qualifier.kind == "region" and _is_subdivision(qualifier, context.gazetteer)
    }
    if holders & within:
        return True
    # Where GeoNames' divisions are not known to be those of ISO, a region qualifies by its country.
    unknown = entry.kind == "city" and not any(
        holder.kind == "region" for holder in context.gazetteer.containers(entry)
    )
    return unknown and bool(
        holders
        & {country_of(qualifier, context.gazetteer) for qualifier in name.qualifiers if qualifier.kind == "region"}
    )


def _is_subdivision(entry: GazetteerEntry, gazetteer: Gazetteer) -> bool:
    holder = gazetteer.entry(entry.contained_in or "")
    return holder is not None and holder.kind == "region"


def _kilometres(one: GazetteerEntry, other: GazetteerEntry) -> float:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return math.inf
    north = math.radians(one.latitude - other.latitude)
    mean = math.radians((one.latitude + other.latitude) / 2)
    east = math.radians((one.longitude - other.longitude + 180) % 360 - 180) * math.cos(mean)
    return 6371 * math.hypot(north, east)
