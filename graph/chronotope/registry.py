"""Finds the languages and extractors that are installed, ours and other packages'."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points
from typing import Any

from chronotope.errors import UnknownLanguage
from chronotope.languages import Language


@cache
def installed_languages() -> Mapping[str, Language]:
    """Every installed language by its code; the entry points are scanned once.

    >>> sorted(installed_languages())[:2]
    ['en', 'fr']
    """
    found = entry_points(group="chronotope.languages")
    return {entry.name: entry.load() for entry in sorted(found, key=lambda entry: entry.name)}


def language_named(code: str) -> Language:
    """The language of a code. Raises `UnknownLanguage`, which lists what is installed."""
    languages = installed_languages()
    if code not in languages:
        raise UnknownLanguage(code, languages)
    return languages[code]


@cache
def installed_extractors() -> tuple[Any, ...]:
    """Extractors of other packages, in the order of their names; they run after ours.

    `Any`, because an entry point can be anything: `chronotope.extract.Extractor` says what it must be.
    """
    found = entry_points(group="chronotope.extractors")
    return tuple(entry.load() for entry in sorted(found, key=lambda entry: entry.name))
