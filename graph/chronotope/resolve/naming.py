"""Which label a thing gets, and which id, from the mentions that name it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from chronotope.model import Label
from chronotope.text import BASE, content_key

_NAMED_BY_MENTIONS: Final = re.compile(r"[a-z]+/[0-9a-f]{16}")


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


def is_named_by_mentions(id_: str) -> bool:
    """Whether an id is made from a mention, as `id_from_mentions` does, and is no entry's.

    >>> is_named_by_mentions("actor/0123456789abcdef"), is_named_by_mentions("actor/mara-salvatrucha")
    (True, False)
    """
    return _NAMED_BY_MENTIONS.fullmatch(id_) is not None
