"""Where an article is set: what its names mean taken together, its main town and its main country."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from chronotope.gazetteer import Gazetteer, GazetteerEntry
from chronotope.languages import Language
from chronotope.mentions import Extraction
from chronotope.model import PlaceKind
from chronotope.resolve.place_senses import Sense, country_of
from chronotope.text import Span

_FURTHEST_AFTER: Final = 15


class Setting:
    """Where an article is set: the entries that its names mean, its main town and its main country."""

    def __init__(
        self,
        extraction: Extraction,
        language: Language,
        gazetteer: Gazetteer,
        spans: Mapping[str, Sequence[Span]],
        senses: Mapping[str, Sequence[Sense]],
        told: Mapping[str, int],
    ) -> None:
        self.extraction = extraction
        self.language = language
        self.gazetteer = gazetteer
        self.senses = senses
        self.mentioned = spans.keys()
        self._entries: list[tuple[Span, GazetteerEntry]] = []
        towns: Counter[str] = Counter()
        regions: defaultdict[str, set[str]] = defaultdict(set)
        countries: Counter[str] = Counter(told)
        for key, named in spans.items():
            entry = self.entry(key)
            if entry is None:
                continue
            self._entries += [(span, entry) for span in named]
            if entry.kind == "city":
                towns[entry.id] += len(named)
            if country := country_of(entry, gazetteer):
                countries[country] += len(named)
                if entry.kind != "country":
                    regions[country].add(_widest_region(entry, gazetteer))
        self._entries.sort(key=lambda each: each[0])
        self.main_country = _commonest(countries, self._first)
        # Where all that an article names of its main country lies in one division, so does what it adds.
        told_regions = regions[self.main_country or ""]
        self.main_region = next(iter(told_regions)) or None if len(told_regions) == 1 else None
        town = _commonest(towns, self._first)
        self.main_place = town or self.main_country

    def entry(self, key: str) -> GazetteerEntry | None:
        return self.senses[key][0].entry if self.senses.get(key) else None

    def _first(self, id_: str) -> int:
        """Where an entry, or something in it, is named first."""
        return next(
            (
                span.begin
                for span, entry in self._entries
                if entry.id == id_ or country_of(entry, self.gazetteer) == id_
            ),
            len(self.extraction.article.body),
        )

    def beside(self, spans: Iterable[Span], kind: PlaceKind) -> str | None:
        """The nearest place of a kind in the sentence of one of the spans."""
        found = [
            (max(other.begin - span.end, span.begin - other.end), other.begin, entry.id)
            for span in spans
            for sentence in self.extraction.sentences
            if sentence.contains(span)
            for other, entry in self._entries
            if sentence.contains(other) and not other.overlaps(span) and entry.kind == kind
        ]
        return min(found)[2] if found else None

    def after(self, spans: Iterable[Span], kind: PlaceKind) -> str | None:
        """A place of a kind that follows right after one of the spans ("… à Lyon", "… in London")."""
        for span in spans:
            for other, entry in self._entries:
                if entry.kind == kind and 0 < other.begin - span.end <= _FURTHEST_AFTER:
                    between = self.extraction.article.body[span.end : other.begin]
                    if not re.search(r"[.;:!?\n]", between) and not any(word[0].isupper() for word in between.split()):
                        return entry.id
        return None


def _widest_region(entry: GazetteerEntry, gazetteer: Gazetteer) -> str:
    """The first division of a country that an entry is or lies in; empty where it is not known."""
    regions = [holder.id for holder in (entry, *gazetteer.containers(entry)) if holder.kind == "region"]
    return regions[-1] if regions else ""


def _commonest(counts: Counter[str], first: Callable[[str], int]) -> str | None:
    return min(counts, key=lambda id_: (-counts[id_], first(id_), id_)) if counts else None
