"""What is written is read again: values through a store, stores through files and other people's parsers."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any, get_args

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Dataset

from chronotope.dates import PartialDate
from chronotope.mentions import (
    DATELINE,
    ActorKind,
    ActorMention,
    Argument,
    Certainty,
    ClaimMention,
    EventMention,
    Expression,
    Extraction,
    PlaceMention,
    Polarity,
    Role,
    Speech,
    Stance,
    Status,
    TimeMention,
    TimexType,
)
from chronotope.rdf.export import RDF_WRITERS, sorted_nquads
from chronotope.rdf.read import extraction_graphs, read_extraction
from chronotope.rdf.terms import moment_literal
from chronotope.rdf.vocabulary import CHT, PROV, RDF
from chronotope.rdf.write import extraction_graph, extraction_quads
from chronotope.text import Article, Span

Draw = Callable[[st.SearchStrategy[Any]], Any]  # `Any`: what is drawn is as various as the strategies

# All that the readers of articles let pass: no NUL, no half of a surrogate pair.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60)
LINE = TEXT.map(lambda text: " ".join(text.split())).filter(bool)
CONFIDENCE = st.integers(0, 10_000).map(lambda number: number / 10_000)
COUNT = st.none() | st.integers(0, 10**9)
ARTICLE = st.from_regex(r"article/[0-9a-f]{16}", fullmatch=True)
ZONE = st.none() | st.just("Z") | st.from_regex(r"[+-](0\d|1[0-3]):[0-5]\d", fullmatch=True)

EXPRESSIONS = [
    Expression("date", (2018, 3, 17)), Expression("shift", (-1, "day")), Expression("day-month", (31, 8)),
    Expression("duration", (3, "day")), Expression("now"), Expression("weekday", (1,)),
    Expression("part-of", (Expression("shift", (-1, "day")), "evening")),
    Expression("since", (Expression("date", (2014,)),)), Expression("every", (Expression("weekday", (1,)),)),
]  # fmt: skip


@st.composite
def dates(draw: Draw) -> PartialDate:
    """A date of any precision; only a time has a zone."""
    moment: datetime = draw(st.datetimes(datetime(100, 1, 1), datetime(9900, 12, 31)))
    parts = {name: getattr(moment, name) for name in ("year", "month", "day", "hour", "minute", "second")}
    length: int = draw(st.sampled_from([1, 2, 3, 5, 6]))
    known = dict(list(parts.items())[:length])
    return PartialDate(**known, zone=draw(ZONE) if length > 3 else None)


@st.composite
def articles(draw: Draw) -> Article:
    return Article(
        identifier=draw(LINE),
        body=draw(TEXT.filter(str.strip)),
        language=draw(st.sampled_from(["fr", "en"])),
        title=draw(st.none() | LINE),
        date=draw(st.none() | dates()),
        url=draw(st.none() | st.just("https://example.org/a?b=c&d=é")),
        publisher=draw(st.none() | LINE),
        author=draw(st.none() | LINE),
    )


@st.composite
def extractions(draw: Draw) -> Extraction:
    """An article, and mentions of every kind that name one another; in the order in which they are read."""
    article: Article = draw(articles())

    def spans() -> list[Span]:
        ends = st.integers(0, len(article.body))
        pairs = st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1]).map(lambda pair: Span(*sorted(pair)))
        return sorted(draw(st.sets(pairs, max_size=3)))

    def common(span: Span) -> dict[str, Any]:
        words, key = span.of(article.body), article.key
        return {"article": key, "span": span, "text": words, "rule": draw(TEXT), "confidence": draw(CONFIDENCE)}

    def one(choice: object) -> Any:
        return draw(st.sampled_from(get_args(choice)))

    def some(ids: list[str]) -> tuple[str, ...]:
        return tuple(sorted(draw(st.sets(st.sampled_from(ids), max_size=3)))) if ids else ()

    def maybe(*ids: str) -> str | None:
        return draw(st.none() | st.sampled_from(ids)) if ids else None

    times: list[TimeMention] = []
    for span in spans():
        anchor = maybe(DATELINE, *(time.id for time in times))
        expression = draw(st.sampled_from(EXPRESSIONS))
        times.append(TimeMention(**common(span), timex_type=one(TimexType), expression=expression, anchor=anchor))
    places = [PlaceMention(**common(span)) for span in spans()]
    actors = [
        ActorMention(
            **common(span),
            actor_kind=one(ActorKind),
            name=draw(st.none() | LINE),
            minimum=draw(COUNT),
            maximum=draw(COUNT),
        )
        for span in spans()
    ]
    event_spans = spans()
    event_ids = [f"mention/event/{article.key}/{span.begin}-{span.end}" for span in event_spans]
    claims: list[ClaimMention] = []
    for span in spans() if actors else []:
        claims.append(
            ClaimMention(
                **common(span),
                holder=draw(st.sampled_from([actor.id for actor in actors])),
                stance=one(Stance),
                speech=one(Speech),
                scope=draw(st.sampled_from([Span(0, len(article.body)), span])),
                event=maybe(*event_ids),
                embedded_in=maybe(*(claim.id for claim in claims)),
            )
        )
    fillers = [mention.id for mention in (*actors, *places)]
    argument = st.builds(Argument, st.sampled_from(get_args(Role)), st.sampled_from(fillers or [""]), CONFIDENCE)
    events = [
        EventMention(
            **common(span),
            type=draw(st.sampled_from(["Attack", "Death", "Other"])),
            status=one(Status),
            polarity=one(Polarity),
            certainty=one(Certainty),
            arguments=tuple(sorted(draw(st.sets(argument, max_size=3)))) if fillers else (),
            places=some([place.id for place in places]),
            time=maybe(DATELINE, *(time.id for time in times)),
            embedded_in=some([claim.id for claim in claims]),
        )
        for span in event_spans
    ]
    return Extraction(
        article=article,
        pipeline=draw(LINE),
        sentences=tuple(spans()),
        times=tuple(times),
        places=tuple(places),
        actors=tuple(actors),
        events=tuple(events),
        claims=tuple(claims),
        revision_of=tuple(sorted(draw(st.sets(ARTICLE, max_size=2)))),
    )


def stored(*extractions: Extraction) -> ox.Store:
    """A store as a build fills it: through N-Quads."""
    store = ox.Store()
    for extraction in extractions:
        lines = ox.serialize(extraction_quads(extraction), format=ox.RdfFormat.N_QUADS)
        store.bulk_load(lines or b"", ox.RdfFormat.N_QUADS)
    return store


def read_back(extraction: Extraction) -> Extraction:
    return read_extraction(stored(extraction), extraction_graph(extraction.article))


def article(**facts: Any) -> Article:
    """An article with some facts of its own; `Any`, for each has its type."""
    return Article(**{"identifier": "a", "body": "Un séisme.", "language": "fr"} | facts)


def extraction(
    article: Article, *, places: tuple[PlaceMention, ...] = (), pipeline: str = "fr-rules-0.1.0"
) -> Extraction:
    return Extraction(article=article, pipeline=pipeline, sentences=(), places=places)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(extractions())
def test_what_is_written_is_read(one: Extraction) -> None:
    assert read_back(one) == one


@settings(max_examples=150, deadline=None)
@given(dates())
def test_dates_keep_their_precision(date: PartialDate) -> None:
    assert read_back(extraction(article(date=date))).article.date == date


@pytest.mark.parametrize(
    "date",
    [
        pytest.param("2021", id="year"),
        pytest.param("2021-08", id="month"),
        pytest.param("2021-08-26", id="day"),
        pytest.param("2021-08-26T17:50", id="minute"),
        pytest.param("2021-08-26T17:50:00", id="second that is zero"),
        pytest.param("2021-08-26T17:50:01", id="second"),
        pytest.param("2021-08-26T17:50Z", id="Greenwich by its letter"),
        pytest.param("2021-08-26T17:50+00:00", id="Greenwich by numbers"),
        pytest.param("2021-08-26T17:50:00-00:00", id="Greenwich from below"),
        pytest.param("2021-08-26T17:50+04:30", id="Kabul"),
        pytest.param("2021-08-26T00:00:00+13:45", id="Chatham Islands"),
        pytest.param("2021-08-26T17:50-02:30", id="Newfoundland"),
        pytest.param("0800-12-25", id="three digits of year"),
        pytest.param("2024-02-29", id="leap day"),
    ],
)
def test_dates_that_are_given(date: str) -> None:
    assert str(read_back(extraction(article(date=PartialDate.parse(date)))).article.date) == date


WEIRD = [
    pytest.param("L’Écho & <Co> \"x\" \\ 'y'", id="quotes and signs"),
    pytest.param("100 % été/hiver #1?a=b", id="what an IRI gives a meaning"),
    pytest.param("%41%2F%", id="looks encoded already"),
    pytest.param("../../etc", id="leads upwards"),
    pytest.param("fr/title/m.", id="ends in a full stop"),
    pytest.param("a\tb\x0b\x1f\x7f", id="control characters"),
    pytest.param("a\u2028b\u0085c\ufeffd", id="line ends of Unicode"),
    pytest.param("\ufffe\uffff\U0001fffe", id="no characters at all"),
    pytest.param("🔥 e\u0301 é", id="emoji, composed and not"),
    pytest.param("ملف \u202eتجربة", id="right to left"),
    pytest.param("{}|^`<>", id="forbidden in an IRI"),
]


@pytest.mark.parametrize("text", WEIRD)
def test_weird_characters_come_back(text: str) -> None:
    odd = article(identifier=text, body=f"{text} a.", title=text, publisher=text, author=text)
    place = PlaceMention(article=odd.key, span=Span(0, len(text)), text=text, rule=text, confidence=0.5)
    one = extraction(odd, places=(place,), pipeline=text)
    assert read_back(one) == one


@pytest.mark.parametrize("text", WEIRD)
def test_names_in_iris_are_percent_encoded(text: str) -> None:
    place = PlaceMention(article="ab12", span=Span(0, 1), text="U", rule=text, confidence=0.5)
    (rule,) = [
        quad.object
        for quad in extraction_quads(extraction(article(), places=(place,)))
        if quad.predicate.value == str(CHT.rule)
    ]
    assert isinstance(rule, ox.NamedNode)
    assert rule.value.isascii()
    assert not set(rule.value) & set(' <>"{}|\\^`?#')


@pytest.mark.parametrize(("ending", "name"), [(".nq", "nquads"), (".trig", "trig")])
@pytest.mark.parametrize("text", WEIRD)
def test_rdflib_reads_weird_characters(text: str, ending: str, name: str) -> None:
    odd = article(identifier=text, body=f"{text} a.", title=text, publisher=text)
    place = PlaceMention(article=odd.key, span=Span(0, len(text)), text=text, rule=text, confidence=0.5)
    assert_same_to_rdflib(extraction(odd, places=(place,), pipeline=text), ending, name)


def test_line_ends_stay_as_they_are() -> None:
    one = extraction(article(body="a\r\nb\rc\n\n d "))
    assert read_back(one) == one


def test_a_run_says_who_and_never_when() -> None:
    quads = list(extraction_quads(extraction(article())))
    (run,) = [quad.subject for quad in quads if quad.object == ox.NamedNode(PROV.Activity)]
    said = {quad.predicate.value for quad in quads if quad.subject == run}
    assert said == {str(RDF.type), str(PROV.used), str(PROV.wasAssociatedWith)}


def test_extractions_come_in_the_order_of_their_keys() -> None:
    several = [extraction(article(identifier=str(number))) for number in range(20)]
    store = stored(*several)
    found = [read_extraction(store, graph) for graph in extraction_graphs(store)]
    assert found == sorted(several, key=lambda one: one.article.key)


@pytest.mark.parametrize("year", [1, 999, 2021, 9999])
def test_bounds_have_four_digits_of_year(year: int) -> None:
    assert moment_literal(datetime(year, 8, 1)).value == f"{year:04d}-08-01T00:00:00"


@pytest.mark.parametrize(("ending", "name"), [(".nq", "nquads"), (".trig", "trig")])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(one=extractions())
def test_exports_mean_the_same_to_rdflib(ending: str, name: str, one: Extraction) -> None:
    assert_same_to_rdflib(one, ending, name)


def assert_same_to_rdflib(one: Extraction, ending: str, name: str) -> None:
    """Without blank nodes, two datasets are isomorphic when their sorted N-Quads are the same."""
    store, file = stored(one), io.BytesIO()
    RDF_WRITERS[ending](store, file)
    parsed = Dataset().parse(data=file.getvalue(), format=name)
    again = ox.Store()
    again.bulk_load(parsed.serialize(format="nquads", encoding="utf-8"), ox.RdfFormat.N_QUADS)
    assert sorted_nquads(again) == sorted_nquads(store)
