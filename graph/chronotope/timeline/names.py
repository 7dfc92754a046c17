"""What things are called, in the language that is asked for or the next best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

import pyoxigraph as ox

from chronotope.timeline.queries import graph_rows


class Names(NamedTuple):
    """Labels by IRI and language, and the group of each type of events."""

    labels: Mapping[str, Mapping[str, str]]
    groups: Mapping[str, str]
    language: str

    @classmethod
    def of(cls, store: ox.Store, language: str) -> Names:
        """The names that a store has."""
        labels: dict[str, dict[str, str]] = defaultdict(dict)
        for row in graph_rows(store, "labels"):
            labels[row["thing"]].setdefault(row.get("language", ""), row["label"])
        return cls(labels, {row["type"]: row["group"] for row in graph_rows(store, "types")}, language)

    def every(self, iri: str) -> str:
        """All names of a thing, in every language, on one line: what people may look for."""
        return " | ".join(sorted(set(self.labels.get(iri, {}).values())))

    def label(self, iri: str, otherwise: str = "") -> str:
        """One name of a thing; that of a thing without any is the end of its IRI.

        >>> names = Names({"place/1": {"fr": "Kaboul", "en": "Kabul"}}, {}, "de")
        >>> names.label("place/1"), names.label("place/2")
        ('Kabul', '2')
        """
        found = self.labels.get(iri, {})
        for language in (self.language, "", "en", *sorted(found)):
            if language in found:
                return found[language]
        return otherwise or iri.rpartition("/")[2]
