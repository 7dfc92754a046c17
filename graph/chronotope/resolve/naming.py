"""Which label a thing gets, and which id, from the mentions that name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from chronotope.model import Label
from chronotope.text import BASE, content_key


def commonest_labels(names: Iterable[Label], otherwise: Sequence[Label] = ()) -> tuple[Label, ...]:
    """One label a language: the name used most there, the first in the alphabet of equals, else the one given.

    >>> commonest_labels([Label("Kaboul", "fr")], otherwise=[Label("Kabul", "fr"), Label("Kabul", "en")])
    (Label(text='Kabul', language='en'), Label(text='Kaboul', language='fr'))
    """
    counts = Counter(names)
    chosen = {label.language: label for label in otherwise}
    for label, _ in sorted(counts.items(), key=lambda item: (item[1], [-ord(sign) for sign in item[0].text])):
        chosen[label.language] = label
    return tuple(chosen[language] for language in sorted(chosen))


def id_from_mentions(kind: str, mentions: Iterable[str]) -> str:
    """An id for what no thesaurus or gazetteer knows: the hash of its smallest mention's IRI."""
    return f"{kind}/{content_key(BASE + min(mentions))}"
