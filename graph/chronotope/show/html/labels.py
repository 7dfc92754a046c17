"""The words of the page's interface, in French and English. A language without words of its own gets English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from chronotope.show.html.labels_en import ENGLISH
from chronotope.show.html.labels_fr import FRENCH

LOCALES: Final[Mapping[str, str]] = {"en": "en-GB", "fr": "fr-FR"}
"""How dates are written: "26 August 2021" reads the same everywhere, "8/26/2021" does not."""

_LABELS: Final[Mapping[str, Mapping[str, str]]] = {"en": ENGLISH, "fr": FRENCH}


def interface_language(language: str) -> str:
    """The language of the interface for texts in `language`.

    >>> interface_language("fr"), interface_language("fr-CA"), interface_language("de")
    ('fr', 'fr', 'en')
    """
    code = language.partition("-")[0].lower()
    return code if code in _LABELS else "en"


def labels_in(language: str) -> Mapping[str, str]:
    """All words of the interface.

    >>> labels_in("fr")["status.denied"]
    'démenti'
    """
    return _LABELS[interface_language(language)]
