"""Finds times: `Document` → `TimeMention`.

A language's `time_patterns` are matched over tokens, so the cost grows with the text alone. The slots a pattern may
use are those of `time_slots.py`. What is explicit and delimited ("17 mars 2018", "12/03/2018") is normalised by
dateparser, of whose answer only the parts that its `period` vouches for are kept. TIMEX3: TimeML 1.2.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from dateparser.date import DateDataParser

from chronotope.extract.tenses import tense_around
from chronotope.extract.time_patterns import Match, longest_match
from chronotope.extract.tokens import plain, span_of
from chronotope.languages import Language
from chronotope.lexicon import Lexicon
from chronotope.mentions import DATELINE, Expression, Mention, TimeMention, TimexType, innermost
from chronotope.text import Document

_STANDS_ALONE: Final = frozenset({"date", "decade", "century", "duration", "every", "before-christ", "year-end"})
_COUNTS_FROM_ANOTHER: Final = frozenset({"later", "that-day", "that-time", "of-that-year"})
_WRAPPERS: Final = frozenset({"at", "part-of", "since", "until"})
_TWO_SIDED: Final = frozenset({"weekday", "day-month", "month", "weekend", "season", "easter", "phase", "day-of-month"})
"""What lies before its anchor as well as after it; the tense tells which is meant."""
_DIRECTIONS: Final = frozenset({"past", "future", "near", "last", "next"})
_DAYS: Final = frozenset({"weekday", "weekday-day", "day-month", "night-from", "easter", "day-of-month"})
_LESS_THAN_DAY: Final = frozenset({"hour", "minute", "second"})
_LONGEST_OPENER: Final = 4
_NEVER_OPEN: Final = frozenset({"since", "until", "by", "now", "past", "future"})
_TYPES: Final[Mapping[str, TimexType]] = {
    "at": "TIME", "part-of": "TIME", "night-from": "TIME",
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
    [('le 31 août', 'by(day-month(31, 8, future))'), ('hier soir', 'part-of(shift(-1, day), evening)')]
    """
    language = lexicon.words[document.language].language
    told: dict[str, str] = {}
    index = 0
    while index < len(document.tokens):
        found = longest_match(document.tokens, index, language)
        if found is None:
            index += 1
            continue
        # What a match only looked at behind its last piece may be a time of its own: "[3] et 5 mai".
        index = found.edges[-1] if found.edges else found.end
        for part in _parts(found):
            expression = _expression(document, part, language)
            if expression is None:
                continue
            expression = _looking_ahead(expression, document, part, language)
            mention = _mention(document, part, expression, told.get(_counts_from(expression)))
            told.update(dict.fromkeys(_tells(mention), mention.id))
            yield mention


def _parts(found: Match) -> Iterator[Match]:
    """The expressions of a match: the match itself, or each of its pieces in brackets ("[3] to [5 July]")."""
    if not found.edges:
        yield found
        return
    meanings = found.pattern.meaning.split("; ")
    for begin, end, meaning in zip(found.edges[::2], found.edges[1::2], meanings, strict=True):
        yield found._replace(begin=begin, end=end, pattern=found.pattern._replace(meaning=meaning))


def _mention(document: Document, found: Match, expression: Expression, previous: str | None) -> TimeMention:
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
    if expression.name in ("ago", "ago-some", "shift", "later") and expression.arguments[-1] in _LESS_THAN_DAY:
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


def _counts_from(expression: Expression) -> str:
    """The kind of time that an expression counts from: of a day later, a year named before is nothing to count from."""
    inner = innermost(expression)
    if inner.name != "later":
        return "day" if inner.name == "that-day" else "time"
    if inner.arguments[-1] in _LESS_THAN_DAY:
        return "clock"
    return "day" if inner.arguments[-1] == "day" else "time"


def _tells(mention: TimeMention) -> Iterator[str]:
    """The kinds of time that a mention tells, for later ones to count from."""
    if mention.timex_type not in ("DATE", "TIME"):
        return
    yield "time"
    name, arguments = innermost(mention.expression)
    of_days = name in ("shift", "later", "ago") and (arguments[-1] == "day" or arguments[-1] in _LESS_THAN_DAY)
    if of_days or name in _DAYS or (name == "date" and len(arguments) == 3):
        yield "day"
        if _is_clock(mention.expression):
            # "At 23:11 … in the dead of night … twenty minutes later" counts from the hour.
            yield "clock"


def _is_clock(expression: Expression) -> bool:
    return expression.name == "at" or (expression.name in _WRAPPERS and _is_clock(_inner(expression)))


def _expression(document: Document, found: Match, language: Language) -> Expression | None:
    meaning = found.pattern.meaning
    if not meaning:
        return None
    if "explicit()" in meaning:
        date = _explicit_date(span_of(document, found.begin, found.end).of(document.text), language.code)
        if date is None:
            date = _date_of_slots(found.slots)
        if date is None:
            return None
        meaning = meaning.replace("explicit()", date)
    for slot, value in found.slots.items():
        meaning = meaning.replace(f"{{{slot}}}", value)
    return _opened(Expression.parse(meaning), document, found, language)


def _opened(expression: Expression, document: Document, found: Match, language: Language) -> Expression:
    """The time as the word before it opens it at one end ("until 5 May")."""
    openers = language.time_openers or {}
    before = [plain(token.text) for token in document.tokens[max(0, found.begin - _LONGEST_OPENER) : found.begin]]
    known = (openers.get(" ".join(before[start:])) for start in range(len(before)))
    opener = next((name for name in known if name is not None), None)
    if opener is None or expression.name in _NEVER_OPEN or _timex_type(expression) in ("DURATION", "SET"):
        return expression
    return Expression(opener, (expression,))


def _looking_ahead(expression: Expression, document: Document, found: Match, language: Language) -> Expression:
    """The expression with the side of its anchor that the tense tells: of a plan, the next Monday ("il partira lundi").

    What ends a deadline lies ahead.
    """
    inner = expression.arguments[0] if expression.arguments else None
    if expression.name == "by" and isinstance(inner, Expression):
        return expression._replace(arguments=(_directed(inner, "future"),))
    if expression.name == "since" and isinstance(inner, Expression):
        ahead = tense_around(document, found.begin, found.end, language) == "future"
        # "Il est en fuite depuis lundi": what goes on has begun.
        return expression._replace(arguments=(_directed(inner, "future" if ahead else "past"),))
    if expression.name in _WRAPPERS and isinstance(inner, Expression):
        return expression._replace(
            arguments=(_looking_ahead(inner, document, found, language), *expression.arguments[1:])
        )
    if expression.name == "in-time":
        # "It will end in two days" tells when, "it ended in two days" how long it took.
        ahead = tense_around(document, found.begin, found.end, language) == "future"
        return expression._replace(name="shift" if ahead else "duration")
    if expression.name not in _TWO_SIDED or not _DIRECTIONS.isdisjoint(expression.arguments):
        return expression
    tense = tense_around(document, found.begin, found.end, language)
    return expression if tense is None else _directed(expression, tense)


def _directed(expression: Expression, direction: str) -> Expression:
    if expression.name in ("at", "part-of") and isinstance(expression.arguments[0], Expression):
        return expression._replace(arguments=(_directed(expression.arguments[0], direction), *expression.arguments[1:]))
    if expression.name not in _TWO_SIDED or not _DIRECTIONS.isdisjoint(expression.arguments):
        return expression
    return expression._replace(arguments=(*expression.arguments, direction))


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
