"""The slots of time patterns: what "{month}" or "{clock}" may be at a token, and what each says.

A slot is a function of tokens, an index and a language that gives each length it may have there, with its value as
it goes into an expression. Nothing here knows a language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from text_to_num import text2num

from chronotope.extract.time_numbers import NUMBER_SLOTS
from chronotope.extract.tokens import plain
from chronotope.languages import Language
from chronotope.text import Token

# Of thousands of digits Python makes no number.
_ONE_OR_TWO_DIGITS: Final = re.compile(r"\d{1,2}", re.ASCII)
_THREE_DIGITS: Final = re.compile(r"\d{3}", re.ASCII)
_DECIMAL: Final = re.compile(r"(\d{1,3})[.,](\d{1,2})", re.ASCII)
_ORDINAL: Final = re.compile(r"(\d{1,2})(\D+)", re.ASCII)
_HOUR: Final = re.compile(r"([01]?\d|2[0-4])h", re.ASCII)
_SHORT_YEAR: Final = re.compile(r"'?(\d\d)", re.ASCII)
_JOINED: Final = re.compile(r"(\d{1,2})(?:er)?-(\w+)")
_ROMAN: Final = re.compile(r"([ivx]+)(\D*)")
_ROMAN_DIGITS: Final[Mapping[str, int]] = {"i": 1, "v": 5, "x": 10}
_YEAR_PAIR: Final = re.compile(r"(1[89]\d\d|20\d\d)[/–-](?:1[89]|20)\d\d", re.ASCII)
_LONGEST_NUMBER: Final = 4
_LONGEST_LIST: Final = 20

Fill = Callable[[Sequence[Token], int, Language], list[tuple[int, str]]]


def _fill_day(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    match = re.fullmatch(r"([0-2]?\d|3[01])(er|st|nd|rd|th)?", plain(tokens[index].text))
    if match is None or not int(match[1]):
        return []
    # "1 er mai": some texts part the ending from its number.
    parted = index + 1 < len(tokens) and plain(tokens[index + 1].text) in language.ordinal_endings[:1]
    return [(1, str(int(match[1]))), *([(2, str(int(match[1])))] if parted else [])]


def _fill_year(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    del language
    return [(1, tokens[index].text)] if re.fullmatch(r"1[0-9]\d\d|20\d\d", tokens[index].text) else []


def _fill_month(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    word = plain(tokens[index].text)
    number = (language.months or {}).get(word)
    if number is None or (language.capital_months and not tokens[index].text[0].isupper()):
        return []
    return [(1, str(number))]


def _fill_weekday(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    number = (language.weekdays or {}).get(plain(tokens[index].text))
    return [] if number is None else [(1, str(number))]


def _fill_part(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    part = (language.parts_of_day or {}).get(plain(tokens[index].text))
    return [] if part is None else [(1, part)]


def _fill_unit(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    unit = (language.units or {}).get(plain(tokens[index].text))
    return [] if unit is None else [(1, unit)]


def _fill_number(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    """A number in digits ("7", "1 000", "30,4") or in words ("trente et un", "une dizaine de")."""
    words = [plain(token.text) for token in tokens[index : index + _LONGEST_NUMBER]]
    if words[0] in language.indefinite and words[1:2] and words[1] in (language.collectives or {}):
        linked = words[2:3] and words[2] in language.of
        return [(2 + bool(linked), str((language.collectives or {})[words[1]]))]
    if match := _DECIMAL.fullmatch(words[0]):
        return [(1, f"{match[1]}.{match[2]}")]
    number = number_of(words[0], language.code)
    if number is None:
        return []
    found = [(1, str(number))] if number <= 1000 else []
    if words[1:2] and _THREE_DIGITS.fullmatch(words[1]) and number < 1000 and words[0].isdecimal():
        return [*found, (2, str(number * 1000 + int(words[1])))]
    if not words[0].isdecimal():
        phrases = (" ".join(words[:length]).replace(" - ", "-") for length in range(2, len(words) + 1))
        longer = ((length, number_of(phrase, language.code)) for length, phrase in enumerate(phrases, 2))
        found += [(length, str(value)) for length, value in longer if value is not None and value <= 1000]
    return found


def _fill_ordinal(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    word = plain(tokens[index].text)
    number = (language.ordinals or {}).get(word)
    if number is None and (match := _ORDINAL.fullmatch(word)) and match[2] in language.ordinal_endings:
        number = int(match[1])
    return [] if number is None else [(1, str(number))]


def _fill_century(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    """The number of a century, in Roman numerals ("XIXe") or as another ordinal, down to 1."""
    match = _ROMAN.fullmatch(plain(tokens[index].text))
    if match is None or match[2] not in language.ordinal_endings:
        return _fill_ordinal(tokens, index, language)
    values = [_ROMAN_DIGITS[digit] for digit in match[1]]
    number = sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
    return [(1, str(number))] if 0 < number <= 30 else []


def _fill_short(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    """A year without its century. The two last digits of a year to come are rarely written so."""
    del language
    match = _SHORT_YEAR.fullmatch(plain(tokens[index].text))
    return [(1, str(int(match[1]) + (1900 if int(match[1]) >= 30 else 2000)))] if match else []


def _fill_season(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    season = (language.seasons or {}).get(plain(tokens[index].text))
    return [] if season is None else [(1, season)]


def _fill_weekdays(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    """A weekday in the plural."""
    number = (language.weekday_plurals or {}).get(plain(tokens[index].text))
    return [] if number is None else [(1, str(number))]


def _fill_mid(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    """A month with its middle marked within the word ("mi-août")."""
    word = plain(tokens[index].text)
    if not language.middle or not word.startswith(language.middle):
        return []
    number = (language.months or {}).get(word.removeprefix(language.middle))
    return [] if number is None else [(1, str(number))]


def _fill_joined(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    """A day and its month in one word, as feasts are written ("14-Juillet")."""
    match = _JOINED.fullmatch(plain(tokens[index].text))
    number = (language.months or {}).get(match[2]) if match else None
    return [(1, f"{int(match[1])}, {number}")] if match and number and 0 < int(match[1]) <= 31 else []


def _fill_thatpart(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    """A part of a day that is pointed back to within the word ("soir-là")."""
    part = (language.parts_of_day or {}).get(_without_pointer(plain(tokens[index].text), language))
    return [] if part is None else [(1, part)]


def _fill_thatunit(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    unit = (language.units or {}).get(_without_pointer(plain(tokens[index].text), language))
    return [] if unit is None else [(1, unit)]


def _without_pointer(word: str, language: Language) -> str:
    pointer = language.pointer
    return word.removesuffix(pointer) if pointer and word.endswith(pointer) else ""


def _fill_days(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    """What follows in a list of days, up to the day that its month stands at: "[3] , 4 et 5 mai"."""
    end = min(index + _LONGEST_LIST, len(tokens))
    here = index
    while here < end and plain(tokens[here].text) in language.list_words:
        here += 1
        if here < end and _fill_weekday(tokens, here, language):
            here += 1
        if here < end and _fill_day(tokens, here, language):
            here += 1
    return [(here - index, "")] if here > index and _fill_day(tokens, here - 1, language) else []


def _fill_small_month(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    """A month with a small letter, which "Mars" the planet and "Avril" the singer are not."""
    return _fill_month(tokens, index, language) if tokens[index].text[0].islower() else []


def _fill_year_pair(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    """The first of two years in one token ("2002/2003")."""
    del language
    match = _YEAR_PAIR.fullmatch(tokens[index].text)
    return [(1, match[1])] if match else []


def _fill_noun(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    """Any noun, in a text whose parts of speech are known."""
    del language
    return [(1, "")] if tokens[index].pos == "NOUN" else []


def _fill_iso(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    del language
    return [(1, "")] if re.fullmatch(r"[12]\d{3}-[01]\d-[0-3]\d", tokens[index].text) else []


def _fill_slashed(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    del language
    return (
        [(1, "")]
        if re.fullmatch(r"[0-3]?\d(?:/[0-3]?\d/(?:[12]\d)?\d\d|\.[01]?\d\.[12]\d{3})", tokens[index].text)
        else []
    )


def _fill_hour(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    del language
    match = re.fullmatch(r"([01]?\d|2[0-4])[h:]([0-5]\d)", plain(tokens[index].text))
    return [(1, f"{int(match[1]) % 24}, {int(match[2])}")] if match else []


def _fill_clock(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    """A clock time in one token ("18h30"), in several ("18 h 30", "8 heures du matin"), or by name ("minuit")."""
    named = (language.clock_names or {}).get(plain(tokens[index].text))
    if named is not None:
        return [(1, named)]
    found = _fill_hour(tokens, index, language) + _hours_in_words(tokens, index, language)
    return found + [longer for one in found for longer in _lengthened(tokens, index, one, language)]


def _fill_exact(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    """A clock time that cannot be taken for a length of time ("18 h", "18:30", but not "8 heures")."""
    first = plain(tokens[index].text)
    next_word = plain(tokens[index + 1].text) if index + 1 < len(tokens) else ""
    if not first[:1].isdecimal():
        return []
    long = next_word in language.hour_words and next_word in (language.units or {})
    found = _fill_clock(tokens, index, language)
    return [(length, value) for length, value in found if not long or length > 2]


def _hours_in_words(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    words = [plain(token.text) for token in tokens[index : index + 3]]
    if match := _HOUR.fullmatch(words[0]):
        return [(1, f"{int(match[1]) % 24}, 0")]
    hour = number_of(words[0], language.code) if words[1:2] and words[1] in language.hour_words else None
    if hour is None or hour > 24:
        return []
    minutes = len(words) == 3 and _ONE_OR_TWO_DIGITS.fullmatch(words[2]) and int(words[2]) < 60
    return [(2, f"{hour % 24}, 0"), *([(3, f"{hour % 24}, {int(words[2])}")] if minutes else [])]


def _lengthened(
    tokens: Sequence[Token], index: int, found: tuple[int, str], language: Language
) -> list[tuple[int, str]]:
    """A clock time with the half of the day it belongs to, or with its time zone."""
    length, value = found
    after = [plain(token.text) for token in tokens[index + length : index + length + 3]]
    if after[:1] and after[0] in (language.zones or {}):
        return [(length + 1, f"{value}, {(language.zones or {})[after[0]]}")]
    for words, noon in (language.halves_of_day or {}).items():
        marks = words.split()
        if after[: len(marks)] == marks:
            hour, minute = (int(number) for number in value.split(", ")[:2])
            return [(length + len(marks), f"{hour % 12 + noon if hour <= 12 else hour}, {minute}")]
    return []


SLOTS: Final[Mapping[str, Fill]] = {
    **NUMBER_SLOTS,
    "day": _fill_day,
    "month": _fill_month,
    "year": _fill_year,
    "weekday": _fill_weekday,
    "part": _fill_part,
    "unit": _fill_unit,
    "number": _fill_number,
    "iso": _fill_iso,
    "slashed": _fill_slashed,
    "hour": _fill_hour,
    "clock": _fill_clock,
    "exact": _fill_exact,
    "ordinal": _fill_ordinal,
    "century": _fill_century,
    "short": _fill_short,
    "season": _fill_season,
    "weekdays": _fill_weekdays,
    "mid": _fill_mid,
    "joined": _fill_joined,
    "thatpart": _fill_thatpart,
    "thatunit": _fill_thatunit,
    "days": _fill_days,
    "noun": _fill_noun,
    "small_month": _fill_small_month,
    "year_pair": _fill_year_pair,
}


@lru_cache(maxsize=100_000)
def may_fill(word: str, language: Language) -> bool:
    """Whether a plain word can begin what fills a slot; most words cannot, and need not be tried for each of them."""
    if any(sign.isdecimal() for sign in word) or word[0] in "'’" or word in _words_of_slots(language):
        return True
    if (language.middle and word.startswith(language.middle)) or (language.pointer and word.endswith(language.pointer)):
        return True
    return _ROMAN.fullmatch(word) is not None or number_of(word, language.code) is not None


@cache
def _words_of_slots(language: Language) -> frozenset[str]:
    lists = (
        language.months, language.weekdays, language.weekday_plurals, language.units, language.parts_of_day,
        language.clock_names, language.ordinals, language.seasons, language.collectives,
    )  # fmt: skip
    return language.indefinite.union(*(words for words in lists if words is not None))


@lru_cache(maxsize=100_000)
def number_of(word: str, language: str) -> int | None:
    """The whole number a word says, in digits or in letters; None for any other word.

    >>> number_of("dix-sept", "fr"), number_of("7", "fr"), number_of("jours", "fr")
    (17, 7, None)
    """
    if word.isdecimal():
        return int(word) if len(word) <= 12 else None
    try:
        return int(text2num(word, language))
    except (ValueError, KeyError):
        return None
