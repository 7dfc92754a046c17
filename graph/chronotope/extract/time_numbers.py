"""Slots for times written in figures or bare words, which also stand for much that is no time.

"1500 men" are no year and "General May" is no month: these slots look at what stands around.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from chronotope.extract.tokens import plain
from chronotope.languages import Language
from chronotope.text import Token

_YEAR: Final = re.compile(r"1[1-9]\d\d|20\d\d", re.ASCII)
_DECADE: Final = re.compile(r"(1\d\d0|20\d0)'?s", re.ASCII)
_DECADE_OF_ANY_AGE: Final = re.compile(r"(\d{1,3}0)'?s", re.ASCII)
_SHORT_DECADE: Final = re.compile(r"'?([1-9]0)'?s", re.ASCII)
_HALF_DAY: Final = re.compile(r"(0?[1-9]|1[0-2])(?:[:.]([0-5]\d))?([ap]\.?m\.?)?", re.ASCII)
_MILITARY: Final = re.compile(r"([01]\d|2[0-4]):?([0-5]\d)", re.ASCII)
_SIGNS_OF_AMOUNTS: Final = frozenset("$€£#°%+×")
_SHORTEST_MONTH: Final = 4

Filled = list[tuple[int, str]]


def _text(tokens: Sequence[Token], index: int) -> str:
    return plain(tokens[index].text) if 0 <= index < len(tokens) else ""


def _fill_lone_year(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    """A year with nothing to say that it is one: no amount, and no count of what follows."""
    year = plain(tokens[index].text).removesuffix("'s")
    if not _YEAR.fullmatch(year):
        return []
    before, after = _text(tokens, index - 1), _text(tokens, index + 1)
    if before[-1:] in _SIGNS_OF_AMOUNTS or after[:1] in _SIGNS_OF_AMOUNTS or before in language.number_words:
        return []
    if after in language.of and year.endswith("00"):
        return []
    sure = before in language.determiners or before.endswith("'s") or year != tokens[index].text
    sure |= (language.time_openers or {}).get(before) == "since"
    if not sure and _counts(tokens, index + 1):
        return []
    return [(1, year)]


def _counts(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a noun in the plural, or the name of one follows it ("1500 French soldiers")."""
    for token in tokens[index : index + 2]:
        if token.pos == "NOUN" and "Number=Plur" in token.morph:
            return True
        if not token.pos and token.text.islower() and re.fullmatch(r"\w{2,}[^s\W]s|people|men|women", token.text):
            return True
        if token.pos not in ("ADJ", "PROPN"):
            return False
    return False


def _fill_lone_month(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    """A month with neither day nor year: no short form, and no part of a name ("Theresa May", "March Road")."""
    word = _text(tokens, index)
    number = (language.months or {}).get(word)
    short = len(word) < _SHORTEST_MONTH and word not in language.ambiguous_months
    if number is None or short or not tokens[index].text[0].isupper():
        return []
    before = tokens[index - 1] if index else None
    if before is not None and (plain(before.text) in language.before_times or before.pos in ("ADP", "SCONJ")):
        return [(1, str(number))]
    if word in language.ambiguous_months:
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if tokens[index].pos in ("VERB", "AUX") or before is None or before.text in {".", "\n", '"', "“"}:
            return []
        if before.text[:1].isupper() or (after is not None and after.text[:1].isupper()):
            return []
    return [(1, str(number))]


def _fill_lone_season(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    """A season that no other word is ("winter"), and that no noun makes into a kind ("winter offensive")."""
    if _text(tokens, index) in language.ambiguous_seasons:
        return []
    return _fill_season_alone(tokens, index, language)


def _fill_season_alone(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    season = (language.seasons or {}).get(_text(tokens, index))
    return [] if season is None or tokens[index].pos == "VERB" or _is_noun(tokens, index + 1) else [(1, season)]


def _fill_season_of_noun(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    """A season that says what kind of thing a noun is."""
    season = (language.seasons or {}).get(_text(tokens, index))
    if season is None or tokens[index].pos == "VERB":
        return []
    # "Offensive" after "summer" is often taken for an adjective.
    adjective = _is_noun(tokens, index) and index + 1 < len(tokens) and tokens[index + 1].pos == "ADJ"
    return [(1, season)] if adjective or _is_noun(tokens, index + 1) else []


def _is_noun(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].pos in ("NOUN", "PROPN")


def _fill_decade(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    del language
    match = _DECADE.fullmatch(_text(tokens, index))
    return [(1, match[1])] if match else []


def _fill_old_decade(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    """A decade before our era, by its last year: the 470s are 479 to 470."""
    del language
    match = _DECADE_OF_ANY_AGE.fullmatch(_text(tokens, index))
    return [(1, match[1])] if match else []


def _fill_short_decade(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    """ "The 60s" of the last century; only a pattern knows that they are nobody's age."""
    del language
    words = _text(tokens, index), _text(tokens, index) + _text(tokens, index + 1)
    found = ((length, _SHORT_DECADE.fullmatch(word)) for length, word in enumerate(words, 1))
    return [(length, f"19{match[1]}") for length, match in found if match][:1]


def _fill_old_year(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    """A year of any age, which a pattern has to tell from other numbers ("478 BC")."""
    del language
    match = re.fullmatch(r"[1-9]\d{0,3}", tokens[index].text, re.ASCII)
    return [(1, match[0])] if match and int(match[0]) < 5000 else []


def _fill_short_year(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    """The end of a span of years: the 42 of "1941–42"."""
    del language
    return [(1, str(int(tokens[index].text)))] if re.fullmatch(r"\d\d", tokens[index].text, re.ASCII) else []


def _fill_half_day_clock(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    """A clock of twelve hours ("3:00 a.m.", "4 pm", "4pm"), or one of four figures with its word ("0530 hrs")."""
    word, after = _text(tokens, index), _text(tokens, index + 1)
    if match := _HALF_DAY.fullmatch(word):
        half = (match[3] or after).replace(".", "")
        if half in ("am", "pm"):
            hour = int(match[1]) % 12 + 12 * (half == "pm")
            length, value = 1 if match[3] else 2, f"{hour}, {int(match[2] or 0)}"
            zone = (language.zones or {}).get(_text(tokens, index + length))
            return [(length, value)] if zone is None else [(length + 1, f"{value}, {zone}")]
    if (match := _MILITARY.fullmatch(word)) and after in language.hour_words:
        return [(2, f"{int(match[1])}, {int(match[2])}")]
    return []


def _fill_four_figures(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    """The clock of armies without its word ("at 0530"); a pattern says what has to stand before it."""
    del language
    match = re.fullmatch(r"(0\d|1[0-9]|2[0-3])([0-5]\d)", tokens[index].text, re.ASCII)
    years = _YEAR.fullmatch(tokens[index].text)
    return [(1, f"{int(match[1])}, {int(match[2])}")] if match and not years else []


def _fill_adjective(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    del language
    return [(1, "")] if tokens[index].pos == "ADJ" else []


def _fill_units(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    """A unit in a plural that ends in -s."""
    word = _text(tokens, index)
    unit = (language.units or {}).get(word)
    return [(1, unit)] if unit is not None and word.endswith("s") else []


def _fill_one_unit(tokens: Sequence[Token], index: int, language: Language) -> Filled:
    """A unit in the singular, apart from those that a bare noun seldom means ("a second attack", "a quarter")."""
    word = _text(tokens, index)
    unit = (language.units or {}).get(word)
    return [(1, unit)] if unit not in (None, "second", "quarter") and not word.endswith("s") else []


NUMBER_SLOTS: Final[Mapping[str, Callable[[Sequence[Token], int, Language], Filled]]] = {
    "lone_year": _fill_lone_year,
    "lone_month": _fill_lone_month,
    "lone_season": _fill_lone_season,
    "season_alone": _fill_season_alone,
    "season_of_noun": _fill_season_of_noun,
    "decade": _fill_decade,
    "old_decade": _fill_old_decade,
    "short_decade": _fill_short_decade,
    "old_year": _fill_old_year,
    "short_year": _fill_short_year,
    "half_day_clock": _fill_half_day_clock,
    "four_figures": _fill_four_figures,
    "adjective": _fill_adjective,
    "units": _fill_units,
    "one_unit": _fill_one_unit,
}
