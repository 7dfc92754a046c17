"""The language an article is in: the one it names, else the one it was given, else the one it is detected to be in.

An article in a language that no installed package reads is refused rather than misread.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from chronotope.errors import Problem, UnknownLanguage

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_ENOUGH: Final = 2_000
"""Characters that are looked at. Whole development articles are no surer than their first 1,000 characters."""

_UNSURE: Final = 0.2
"""Below this probability a language is a guess.

Measured with py3langid 0.4.0 on 1,764 sentence beginnings of 15 to 100 characters from the French and English
development articles: at or above it, no French passed for English or the reverse (below it, 8 did), and 34 of 1,576
were refused as a third language. The first 200 characters of an article come out above 0.97.
"""


class Languages(NamedTuple):
    """The languages that can be read, and the one that is meant where an article names none."""

    known: frozenset[str]
    given: str | None = None

    @classmethod
    def of(cls, known: Collection[str], *, given: str | None = None) -> Languages:
        """Raises `UnknownLanguage` where the given one is not among the known.

        >>> Languages.of({"fr"}, given="fr-CA").given
        'fr'
        """
        code = primary_language(given)
        if code is not None and code not in known:
            raise UnknownLanguage(code, known)
        return cls(frozenset(known), code)


def choose_language(stated: str | None, text: str, languages: Languages) -> str:
    """Settle on an article's language; `stated` is what it says itself.

    Raises `UnknownLanguage` for one that is not known, and `Problem` where the text is too short to tell.

    >>> choose_language("fr-FR", "Hello", Languages.of({"en", "fr"}))
    'fr'
    >>> choose_language(None, "Sept personnes sont mortes jeudi dans un attentat.", Languages.of({"en", "fr"}))
    'fr'
    """
    code = primary_language(stated) or languages.given or detect_language(text)
    if code not in languages.known:
        raise UnknownLanguage(code, languages.known)
    return code


def primary_language(tag: str | None) -> str | None:
    """The language of a tag, without country or script; None where there is none.

    >>> primary_language("fr-FR"), primary_language("EN_us"), primary_language(" ")
    ('fr', 'en', None)
    """
    return (tag or "").strip().replace("_", "-").partition("-")[0].lower()[:35] or None


def detect_language(text: str) -> str:
    """The likeliest of all the languages that py3langid knows: among the installed ones alone, any text would pass.

    >>> detect_language("Mindestens zwölf Menschen starben am Montag beim Untergang einer Fähre.")
    'de'
    >>> detect_language("12:30")
    Traceback (most recent call last):
    chronotope.errors.Problem: the language cannot be told from so little text; name it with --lang or `lang:`
    """
    code, probability = _identifier().classify(text[:_ENOUGH])
    if probability < _UNSURE:
        raise Problem("the language cannot be told from so little text; name it with --lang or `lang:`")
    return str(code)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # 0.7 s

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
