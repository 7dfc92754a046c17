"""Finds times: `Document` → `TimeMention`.

A language's `time_patterns` are matched over tokens, so the cost grows with the text alone. The slots a pattern may
use are the functions of `_SLOTS`. What is explicit and delimited ("17 mars 2018", "12/03/2018") is normalised by
dateparser, of whose answer only the parts that its `period` vouches for are kept. TIMEX3: TimeML 1.2.1.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from dateparser.date import DateDataParser
from text_to_num import text2num

from chronotope.extract.tokens import clause_around, plain, span_of, tells_of_future
from chronotope.languages import Language
from chronotope.lexicon import Lexicon
from chronotope.mentions import DATELINE, Expression, Mention, TimeMention, TimexType
from chronotope.text import Document, Token

# Of thousands of digits Python makes no number.
_ONE_OR_TWO_DIGITS: Final = re.compile(r"\d{1,2}", re.ASCII)
_STANDS_ALONE: Final = frozenset({"date", "decade", "century", "duration", "every"})
_COUNTS_FROM_ANOTHER: Final = frozenset({"later"})
_TYPES: Final[Mapping[str, TimexType]] = {
    "at": "TIME", "part-of": "TIME", "night-from": "TIME", "ago-some": "TIME",
    "duration": "DURATION", "within": "DURATION", "every": "SET",
}  # fmt: skip


def find_times(document: Document, lexicon: Lexicon, _mentions: Sequence[Mention]) -> Iterator[TimeMention]:
    """Yield the temporal expressions of a text, in order, none overlapping another.

    >>> from chronotope.lexicon import load_lexicon
    >>> from chronotope.pipelines import load_pipeline
    >>> from chronotope.text import Article
    >>> article = Article(identifier="a", body="Ils partiront d’ici le 31 août, a-t-on su hier soir.", language="fr")
    >>> (document,) = load_pipeline("fr").read([article])
    >>> [(time.text, str(time.expression)) for time in find_times(document, load_lexicon(), [])]
    [('le 31 août', 'by(day-month(31, 8))'), ('hier soir', 'part-of(shift(-1, day), evening)')]
    """
    language = lexicon.words[document.language].language
    patterns = _patterns(language)
    previous: str | None = None
    index = 0
    while index < len(document.tokens):
        found = _longest_match(document, index, patterns, language)
        if found is None:
            index += 1
            continue
        index = found.end
        expression = _expression(document, found, language)
        if expression is not None:
            expression = _looking_ahead(expression, document, found, language)
            mention = _mention(document, found, expression, previous)
            previous = mention.id if mention.timex_type in ("DATE", "TIME") else previous
            yield mention


def _mention(document: Document, found: _Match, expression: Expression, previous: str | None) -> TimeMention:
    span = span_of(document, found.begin, found.end)
    return TimeMention(
        article=document.article.key,
        span=span,
        text=span.of(document.text),
        rule=f"{document.language}/time/{found.pattern.name}",
        confidence=0.9,
        timex_type=_timex_type(expression),
        expression=expression,
        anchor=_anchor(expression, previous),
    )


def _timex_type(expression: Expression) -> TimexType:
    if expression.name in ("since", "until", "by"):
        return _timex_type(_inner(expression))
    if expression.name in ("ago", "shift", "later") and expression.arguments[-1] in ("hour", "minute", "second"):
        return "TIME"
    return _TYPES.get(expression.name, "DATE")


def _inner(expression: Expression) -> Expression:
    first = expression.arguments[0]
    return first if isinstance(first, Expression) else Expression("now")


def _anchor(expression: Expression, previous: str | None) -> str | None:
    if expression.name in ("since", "until", "by", "at", "part-of"):
        return _anchor(_inner(expression), previous)
    if expression.name in _STANDS_ALONE:
        return None
    return previous or DATELINE if expression.name in _COUNTS_FROM_ANOTHER else DATELINE


def _expression(document: Document, found: _Match, language: Language) -> Expression | None:
    meaning = found.pattern.meaning
    if "explicit()" in meaning:
        date = _explicit_date(span_of(document, found.begin, found.end).of(document.text), language.code)
        if date is None:
            date = _date_of_slots(found.slots)
        if date is None:
            return None
        meaning = meaning.replace("explicit()", date)
    for slot, value in found.slots.items():
        meaning = meaning.replace(f"{{{slot}}}", value)
    return Expression.parse(meaning)


def _looking_ahead(expression: Expression, document: Document, found: _Match, language: Language) -> Expression:
    """A weekday of a plan is the next one ("il partira lundi"), without which a plan would lie in the past."""
    if expression.name in ("at", "part-of", "by") and isinstance(expression.arguments[0], Expression):
        inner = _looking_ahead(expression.arguments[0], document, found, language)
        return expression._replace(arguments=(inner, *expression.arguments[1:]))
    if expression.name != "weekday" or len(expression.arguments) > 1:
        return expression
    clause = clause_around(document, found.begin, language)
    ahead = any(tells_of_future(document.tokens[index], language) for index in clause)
    return expression._replace(arguments=(*expression.arguments, "next")) if ahead else expression


def _date_of_slots(slots: Mapping[str, str]) -> str | None:
    """The date that the slots say, for languages of whose dates dateparser knows less than their patterns."""
    parts = [slots.get(name) for name in ("year", "month", "day")]
    known = [part for part in parts if part is not None]
    return f"date({', '.join(known)})" if known and parts[: len(known)] == known else None


@lru_cache(maxsize=10_000)
def _explicit_date(words: str, language: str) -> str | None:
    data = _date_parser(language).get_date_data(words)
    if data.date_obj is None or not 1000 <= data.date_obj.year <= 2200:
        return None
    parts = {"day": 3, "month": 2, "year": 1}.get(data.period)
    if parts is None:
        return None
    moment = data.date_obj
    return f"date({', '.join(map(str, (moment.year, moment.month, moment.day)[:parts]))})"


@cache
def _date_parser(language: str) -> DateDataParser:
    # Fixed to one language: detecting it takes 67–238 ms a call.
    return DateDataParser(languages=[language], settings={"NORMALIZE": True, "RETURN_AS_TIMEZONE_AWARE": False})


class _Item(NamedTuple):
    """One place in a pattern: words it may be, or the slot it fills."""

    words: frozenset[str]
    slot: str | None
    optional: bool


class _Pattern(NamedTuple):
    name: str
    before: tuple[frozenset[str], ...]
    """Words that must stand before the expression without being part of it."""
    items: tuple[_Item, ...]
    meaning: str


@cache
def _patterns(language: Language) -> Mapping[str, tuple[_Pattern, ...]]:
    """Patterns by what their expression can begin with: a word, or a slot in braces."""
    index: dict[str, list[_Pattern]] = defaultdict(list)
    for text, meaning in language.time_patterns:
        pattern = _compile(text, meaning)
        for item in pattern.items:
            for start in item.words or [f"{{{item.slot}}}"]:
                index[start].append(pattern)
            if not item.optional:
                break
    return {start: tuple(found) for start, found in index.items()}


def _compile(text: str, meaning: str) -> _Pattern:
    before, _, expression = text.rpartition(" < ")
    return _Pattern(
        name=re.sub(r"\W+", "-", text).strip("-"),
        before=tuple(_item(word).words for word in before.split()),
        items=tuple(map(_item, expression.split())),
        meaning=meaning,
    )


def _item(text: str) -> _Item:
    optional = text.endswith("?")
    text = text.removesuffix("?")
    slot = re.fullmatch(r"\{(\w+)\}", text)
    return _Item(frozenset() if slot else frozenset(text.split("|")), slot[1] if slot else None, optional)


class _Match(NamedTuple):
    """A pattern found: the expression runs from token `begin` up to `end`; `slots` holds what its slots say.

    A slot that stands twice keeps its first value: "nuit de vendredi à samedi" is the night of Friday.
    """

    begin: int
    end: int
    pattern: _Pattern
    slots: Mapping[str, str]


def _longest_match(
    document: Document, index: int, patterns: Mapping[str, tuple[_Pattern, ...]], language: Language
) -> _Match | None:
    tokens = document.tokens
    starts = [plain(tokens[index].text)] + [
        f"{{{name}}}" for name, fill in _SLOTS.items() if fill(tokens, index, language)
    ]
    candidates = (pattern for start in starts for pattern in patterns.get(start, ()))
    found = (match for pattern in candidates for match in _matches(tokens, index, pattern, language))
    # The longest; of equals the one that asks most of what stands before; max() then keeps the earlier pattern.
    return max(found, key=lambda match: (match.end, len(match.pattern.before)), default=None)


def _matches(tokens: Sequence[Token], index: int, pattern: _Pattern, language: Language) -> Iterator[_Match]:
    """Yield every way in which a pattern matches from a token on; optional items make several."""
    start = index - len(pattern.before)
    if start < 0 or not all(plain(tokens[start + i].text) in words for i, words in enumerate(pattern.before)):
        return
    partial = [_Match(index, index, pattern, {})]
    for item in pattern.items:
        reached = list(partial) if item.optional else []
        for match in partial:
            for length, value in _steps(tokens, match.end, item, language):
                slots = match.slots if item.slot is None else {item.slot: value, **match.slots}
                reached.append(match._replace(end=match.end + length, slots=slots))
        partial = reached
    yield from (match for match in partial if match.end > match.begin)


def _steps(tokens: Sequence[Token], index: int, item: _Item, language: Language) -> list[tuple[int, str]]:
    if index >= len(tokens):
        return []
    if item.slot is not None:
        return _SLOTS[item.slot](tokens, index, language)
    return [(1, "")] if plain(tokens[index].text) in item.words else []


_Fill = Callable[[Sequence[Token], int, Language], list[tuple[int, str]]]


def _fill_day(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    del language
    match = re.fullmatch(r"([0-2]?\d|3[01])(er|st|nd|rd|th)?", plain(tokens[index].text))
    return [(1, str(int(match[1])))] if match and int(match[1]) else []


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
    number = number_of(plain(tokens[index].text), language.code)
    return [] if number is None or number > 1000 else [(1, str(number))]


def _fill_iso(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    del language
    return [(1, "")] if re.fullmatch(r"[12]\d{3}-[01]\d-[0-3]\d", tokens[index].text) else []


def _fill_slashed(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    del language
    return [(1, "")] if re.fullmatch(r"[0-3]?\d[/.][0-3]?\d[/.](?:[12]\d)?\d\d", tokens[index].text) else []


def _fill_hour(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    del language
    match = re.fullmatch(r"([01]?\d|2[0-4])[h:]([0-5]\d)", plain(tokens[index].text))
    return [(1, f"{int(match[1]) % 24}, {int(match[2])}")] if match else []


def _fill_clock(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
    """A clock time in one token ("18h30"), in several ("18 h 30"), or by name ("minuit")."""
    words = [plain(token.text) for token in tokens[index : index + 3]]
    named = (language.clock_names or {}).get(words[0])
    if named is not None:
        return [(1, named)]
    if match := re.fullmatch(r"([01]?\d|2[0-4])h", words[0]):
        return [(1, f"{int(match[1]) % 24}, 0")]
    if (
        _ONE_OR_TWO_DIGITS.fullmatch(words[0])
        and int(words[0]) <= 24
        and words[1:2]
        and words[1] in language.hour_words
    ):
        hour = int(words[0]) % 24
        minutes = len(words) == 3 and _ONE_OR_TWO_DIGITS.fullmatch(words[2]) and int(words[2]) < 60
        return [(2, f"{hour}, 0"), *([(3, f"{hour}, {int(words[2])}")] if minutes else [])]
    return _fill_hour(tokens, index, language)


_SLOTS: Final[Mapping[str, _Fill]] = {
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
}


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
