"""Made-up values to resolve, named by their words; and two stories, extracted once a session."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, TypedDict

import pytest

from chronotope.articles import read_articles
from chronotope.dates import PartialDate
from chronotope.extract import extract
from chronotope.lexicon import load_lexicon
from chronotope.mentions import (
    DATELINE,
    ActorMention,
    Argument,
    EventMention,
    Expression,
    Extraction,
    PlaceMention,
    Role,
    Status,
    TimeMention,
    mention_id,
)
from chronotope.model import Participation, TimeSpan
from chronotope.pipelines import load_pipeline
from chronotope.resolve.accounts import Telling
from chronotope.resolve.profiles import Days, Profile
from chronotope.resolve.reports import Report
from chronotope.resolve.times import dateline_span
from chronotope.text import Article, Span

STORIES = Path(__file__).parent / "stories"


@pytest.fixture
def by_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules judge, as they do for languages without weights."""
    monkeypatch.setattr("chronotope.extract.happenings.load_models", lambda _language: {})


@pytest.fixture(scope="session")
def telling() -> Callable[..., Telling]:
    """Makes a telling: `telling("a/0-4", type="Attack", time="2021-08-30")`."""
    return _telling


@pytest.fixture(scope="session")
def report() -> Callable[..., Report]:
    """Makes a report of an article: `report("a", places=("place/1",), who=(("patient", "actor/1", 7),))`."""
    return _report


@pytest.fixture(scope="session")
def profile() -> Callable[..., Profile]:
    """Makes a profile of a report with one telling: `profile("a", dated="2021-08-30", towns={"place/1"})`."""
    return _profile


@pytest.fixture(scope="session")
def extraction() -> Callable[..., Extraction]:
    """Makes an extraction without a pipeline: each mention is named by its words in the body."""
    return _extraction


@pytest.fixture(scope="session")
def stories() -> Mapping[str, Extraction]:
    """Eight articles of two stories, a derailment and an abduction, in two languages; by the names of their files."""
    found = {}
    for article in read_articles([STORIES], known_languages={"en", "fr"}):
        assert isinstance(article, Article)
        found[article.identifier] = _read(article)
    return found


@pytest.fixture(scope="session")
def read_article() -> Callable[[Article], Extraction]:
    """What the real pipeline of an article's language reads in it."""
    return _read


def _read(article: Article) -> Extraction:
    (document,) = load_pipeline(article.language).read([article])
    return extract(document, load_lexicon())


def _telling(mention: str, *, time: str | None = None, **fields: Any) -> Telling:  # any field of a telling
    plain = Telling(
        id=f"mention/event/{mention}",
        word="attaque",
        terms=("=attack",),
        senses=("Attack",),
        sentence=0,
        type="Attack",
        status="actual",
        time=_span(time),
    )
    return replace(plain, **fields)


def _report(
    article: str,
    *tellings: Telling,
    language: str = "fr",
    date: str | None = "2021-08-31",
    places: tuple[str, ...] = (),
    who: Iterable[tuple[Role, str, int | None]] = (),
    **fields: Any,  # those of its telling, where none is given
) -> Report:
    return Report(
        article=article,
        language=language,
        date=None if date is None else PartialDate.parse(date),
        tellings=tellings or (_telling(f"{article}/0-4", **fields),),
        places=places,
        participations=tuple(
            Participation(
                role=role, actor=actor, mentions=(f"mention/actor/{article}/{role}",), minimum=number, maximum=number
            )
            for role, actor, number in who
        ),
    )


def _profile(
    article: str,
    *,
    at: int = 0,
    dated: str | None = "2021-08-30",
    told: str | None = "2021-08-31",
    language: str = "fr",
    status: Status = "actual",
    **fields: Any,  # any field of a profile
) -> Profile:
    telling = _telling(f"{article}/{at}-{at + 4}", status=status, type=fields.get("type", "Attack"), time=dated)
    plain = Profile(
        report=_report(article, telling, language=language, date=told),
        text=article,
        type="Attack",
        group="Conflict",
        status=status,
        dated=_days(dated),
        told=_days(told),
        towns=frozenset(),
        around=frozenset(),
        countries=frozenset(),
        roles=frozenset(),
        named=frozenset(),
        heads=frozenset(),
        counts=frozenset(),
        terms=frozenset({"=attack"}),
        senses=frozenset({"Attack"}),
        context=frozenset(),
        points=(),
        sentence=0,
        rank=0,
        alike=1,
        story=(),
    )
    sets: dict[str, Any] = {
        name: frozenset(value) if isinstance(value, set) else value for name, value in fields.items()
    }
    return replace(plain, **sets)


def _span(date: str | None) -> TimeSpan | None:
    return None if date is None else dateline_span(PartialDate.parse(date))


def _days(date: str | None) -> Days | None:
    if date is None:
        return None
    parsed = PartialDate.parse(date)
    return parsed.earliest.toordinal(), parsed.latest.toordinal()


class Words(TypedDict, total=False):
    """What is said of an event, by words of the body; `when` names a time of the article, or its dateline."""

    type: str
    status: Status
    who: Mapping[Role, str]
    where: str
    when: str
    antecedent: str
    before: Sequence[str]


def _extraction(
    body: str,
    events: Mapping[str, Words],
    *,
    identifier: str = "a",
    language: str = "fr",
    date: str | None = "2021-08-31",
    times: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
) -> Extraction:
    """`times` has an expression for words, `names` the proper name within the words for a person."""
    dateline = None if date is None else PartialDate.parse(date)
    article = Article(identifier=identifier, body=body, language=language, date=dateline)
    told = list(events.values())
    return Extraction(
        article=article,
        pipeline="made-up",
        sentences=tuple(Span(*found.span()) for found in re.finditer(r"\S[^.]*\.?", body)),
        times=tuple(_time(article, words, expression) for words, expression in (times or {}).items()),
        places=tuple(
            PlaceMention(**_found(article, words)) for words in _once(each["where"] for each in told if "where" in each)
        ),
        actors=tuple(
            _actor(article, words, names or {})
            for words in _once(words for each in told for words in each.get("who", {}).values())
        ),
        events=tuple(_event(article, word, said) for word, said in events.items()),
    )


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _found(article: Article, words: str) -> dict[str, Any]:  # fields of several types
    begin = article.body.index(words)
    span = Span(begin, begin + len(words))
    return {"article": article.key, "span": span, "text": words, "rule": "made-up", "confidence": 0.9}


def _id(article: Article, kind: Literal["event", "actor", "place", "time"], words: str) -> str:
    return mention_id(kind, article.key, _found(article, words)["span"])


def _time(article: Article, words: str, expression: str) -> TimeMention:
    term = Expression.parse(expression)
    anchor = None if term.name == "date" else DATELINE
    return TimeMention(**_found(article, words), timex_type="DATE", expression=term, anchor=anchor)


def _actor(article: Article, words: str, names: Mapping[str, str]) -> ActorMention:
    name = names.get(words)
    return ActorMention(**_found(article, words), actor_kind="group" if name is None else "person", name=name)


def _event(article: Article, word: str, said: Words) -> EventMention:
    when = said.get("when")
    return EventMention(
        **_found(article, word),
        type=said.get("type", "Killing"),
        status=said.get("status", "actual"),
        polarity="positive",
        certainty="certain",
        arguments=tuple(Argument(role, _id(article, "actor", each), 0.9) for role, each in said.get("who", {}).items()),
        places=(_id(article, "place", said["where"]),) if "where" in said else (),
        time=when if when in (None, DATELINE) else _id(article, "time", str(when)),
        antecedent=_id(article, "event", said["antecedent"]) if "antecedent" in said else None,
        before=tuple(_id(article, "event", later) for later in said.get("before", ())),
    )
