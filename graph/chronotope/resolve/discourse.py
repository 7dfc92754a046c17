"""What a text has come to: the year and the day that "in June" and "the next day" count from.

News counts from its dateline. A history is written long after what it tells, and counts from the dates it has named:
"In 1941 … By June". Which of both a text is shows in the years it names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from chronotope.mentions import Expression, TimeMention, innermost
from chronotope.resolve.intervals import Interval, day_interval

_OF_THE_DAY: Final = frozenset({"weekday", "weekend", "weekday-day", "night-from", "ago-some"})
_WEEK: Final = timedelta(days=7)
_DAYS: Final = frozenset({"second", "minute", "hour", "day"})
_HOURS: Final = frozenset({"second", "minute", "hour"})
_SEASONS: Final = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}
_LAST_DAY: Final = 31
_BACKGROUND: Final = frozenset({"since", "until"})
_YEARS_OF_A_HISTORY: Final = 3
# A history goes on: after "in December", January is the next one and not that of eleven months before.
_FURTHEST_BACK: Final = 7
_COARSE: Final = frozenset({"decade", "century"})
# "In 1964 …, as was declassified in 2005. On 4 August …" goes on in 1964.
_FAR: Final = 5


def year_named(expression: Expression) -> int | None:
    """The year that an expression says outright."""
    name, arguments = innermost(expression)
    if name not in ("date", "decade", "before-christ") or not isinstance(arguments[0], int):
        return None
    return arguments[0] if name == "date" else -arguments[0]


def tells_history(mentions: Sequence[TimeMention], here: Interval | None) -> bool:
    """Whether most times of a text are years well before it was written, and few are days near its dateline."""
    years = [year for mention in mentions if (year := year_named(mention.expression)) is not None]
    old = [year for year in years if here is None or year < here.first.year - 1]
    current = sum(here is not None and year >= here.first.year for year in years)
    current += sum(_counts_from_today(innermost(mention.expression)) for mention in mentions)
    if len(old) < _YEARS_OF_A_HISTORY or len(old) <= 2 * current:
        return False
    return not any(_is_news(mention.expression, here) for mention in mentions)


def _is_news(expression: Expression, here: Interval | None) -> bool:
    """Whether an expression is a full date within a week of the dateline, which obituaries tell as well as lives."""
    name, arguments = innermost(expression)
    numbers = [number for number in arguments if isinstance(number, int)]
    if here is None or name != "date" or len(numbers) != 3:
        return False
    try:
        day = datetime(*numbers)  # type: ignore[arg-type]  # three numbers
    except ValueError:
        return False
    return here.first - _WEEK <= day <= here.last + _WEEK


def _counts_from_today(expression: Expression) -> bool:
    if expression.name == "shift":
        return expression.arguments[-1] == "day" and expression.arguments[0] != 0
    return expression.name in _OF_THE_DAY


def _looks_back(expression: Expression) -> bool:
    name, arguments = expression
    if name not in ("later", "shift") or arguments[-1] in _DAYS:
        return False
    return isinstance(arguments[0], int) and arguments[0] < 0


@dataclass(slots=True)
class Discourse:
    """Where a text has come to, mention by mention. `history` is what `tells_history` says of it."""

    mentions: Sequence[TimeMention]
    here: Interval | None
    history: bool
    focus: Interval | None = None
    day: Interval | None = None
    """The last day that was told."""

    last: Interval | None = None
    """What was told last of all."""
    ahead: Sequence[int | None] = field(init=False)
    """The next year named from each mention on."""

    def __post_init__(self) -> None:
        ahead: list[int | None] = [None]
        for mention in reversed(self.mentions):
            year = year_named(mention.expression)
            ahead.append(ahead[-1] if year is None or year < 0 else year)
        self.ahead = ahead[::-1]

    def moves_to(self, index: int, interval: Interval) -> None:
        """Take note of where a mention lies, unless it is an aside."""
        self.last = interval
        inner = innermost(self.mentions[index].expression)
        if inner.arguments and inner.arguments[-1] in _HOURS:
            return
        if interval.unit in _DAYS:
            self.day = day_interval(interval.first)
        if interval.unit not in _COARSE and not self._is_aside(index, interval):
            self.focus = interval

    def _is_aside(self, index: int, interval: Interval) -> bool:
        """Whether the text goes on where it was: after "until 1975", "the year before", or a year that it leaves."""
        if self.focus is None:
            return False
        expression = self.mentions[index].expression
        before, year = self.focus.first.year, interval.first.year
        if interval.unit == "year" and year == before:
            return True
        if expression.name in _BACKGROUND or _looks_back(innermost(expression)):
            return True
        ahead = self.ahead[index + 1]
        if ahead is None or interval.unit in _DAYS or year == before:
            return False
        return ahead == before or (abs(year - before) >= _FAR and abs(ahead - before) < abs(ahead - year))

    def anchor(self, expression: Expression) -> Interval | None:
        """What a mention of a history counts from."""
        if expression.name == "of-that-year":
            return self.last
        name, arguments = innermost(expression)
        if name == "shift" and arguments[-1] in _DAYS:
            # Somebody speaks: the text does not say when.
            return None
        if (name == "later" and arguments[-1] in _DAYS) or name in _OF_THE_DAY or name == "that-day":
            return self._last_day()
        return self.focus

    def _last_day(self) -> Interval | None:
        """The day told last, unless the text has moved on since: "On 8 March … In May … the next day"."""
        if self.day is None or self.focus is None or self.focus.first <= self.day.last:
            return self.day
        return None

    def placed(self, expression: Expression, index: int) -> Expression:
        """A day or a month of a history with the year that it has come to.

        >>> from datetime import datetime
        >>> focus = Interval("1861-11", datetime(1861, 11, 1), datetime(1861, 11, 30), "month")
        >>> str(Discourse([], None, True, focus).placed(Expression.parse("since(month(2))"), 0))
        'since(month(2, 1862))'
        """
        name, arguments = expression
        if name == "of-that-year" or {"last", "next"} & set(arguments):
            return expression
        if str(expression) == "shift(0, day)":
            return Expression("now")
        if arguments and isinstance(arguments[0], Expression) and str(arguments[0]) != "shift(0, day)":
            return expression._replace(arguments=(self.placed(arguments[0], index), *arguments[1:]))
        told = tuple(word for word in arguments if isinstance(word, int) or word in _SEASONS)
        if name not in ("day-month", "month", "season") or (isinstance(told[-1], int) and told[-1] > _LAST_DAY):
            return expression
        month = told[-1] if isinstance(told[-1], int) else _SEASONS[str(told[-1])]
        year = self._year_of(month, index)
        return expression if year is None else Expression(name, (*told, year))

    def _year_of(self, month: int, index: int) -> int | None:
        if self.focus is None:
            return self.ahead[index]
        year = self.focus.first.year
        if self.focus.unit == "year":
            return year
        return year + 1 if self.focus.first.month - month > _FURTHEST_BACK else year
