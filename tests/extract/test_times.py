"""Temporal expressions: what is found, what it means, what it comes to."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.dates import PartialDate
from chronotope.extract.times import find_times
from chronotope.lexicon import load_lexicon
from chronotope.mentions import Expression
from chronotope.pipelines import load_pipeline
from chronotope.resolve.times import resolve_times
from chronotope.text import Article


def read(text: str, language: str, dateline: str | None) -> list[tuple[str, str, str, str | None]]:
    """(words, TIMEX3 type, TIMEX3 value, EDTF) of each expression."""
    date = None if dateline is None else PartialDate.parse(dateline)
    article = Article(identifier="a", body=text, language=language, date=date)
    (document,) = load_pipeline(language).read([article])
    times = list(find_times(document, load_lexicon(), []))
    readings = resolve_times(times, date)
    found: list[tuple[str, str, str, str | None]] = []
    for time in times:
        reading = readings[time.id]
        found.append((time.text, time.timex_type, reading.timex, reading.span.edtf if reading.span else None))
    return found


# Saturday 17 March 2018
DATELINE = "2018-03-17"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Le 12 mars 2018, il a plu.", ("Le 12 mars 2018", "DATE", "2018-03-12", "2018-03-12"), id="full date"
        ),
        pytest.param("en mars 2017", ("mars 2017", "DATE", "2017-03", "2017-03"), id="month and year"),
        pytest.param("depuis 2014", ("2014", "DATE", "2014", "2014/.."), id="open end"),
        pytest.param(
            "d’ici le 31 mars", ("le 31 mars", "DATE", "2018-03-31", "[2018-03-17..2018-03-31]"), id="deadline"
        ),
        pytest.param("jusqu’au 3 juin", ("3 juin", "DATE", "2018-06-03", "../2018-06-03"), id="open begin"),
        pytest.param("le 1er janvier", ("le 1er janvier", "DATE", "2018-01-01", "2018-01-01"), id="nearest year"),
        pytest.param(
            "le 20 décembre", ("le 20 décembre", "DATE", "2017-12-20", "2017-12-20"), id="nearest year is past"
        ),
        pytest.param("Lundi, il a plu.", ("Lundi", "DATE", "2018-03-12", "2018-03-12"), id="weekday"),
        pytest.param("samedi", ("samedi", "DATE", "2018-03-17", "2018-03-17"), id="the dateline's own weekday"),
        pytest.param("lundi prochain", ("lundi prochain", "DATE", "2018-03-19", "2018-03-19"), id="next weekday"),
        pytest.param("samedi dernier", ("samedi dernier", "DATE", "2018-03-10", "2018-03-10"), id="last weekday"),
        pytest.param("lundi soir", ("lundi soir", "TIME", "2018-03-12TEV", "2018-03-12"), id="part of day"),
        pytest.param(
            "mardi 13 mars à 18 h 30",
            ("mardi 13 mars à 18 h 30", "TIME", "2018-03-13T18:30", "2018-03-13T18:30:00"),
            id="clock",
        ),
        pytest.param("hier", ("hier", "DATE", "2018-03-16", "2018-03-16"), id="yesterday"),
        pytest.param("aujourd’hui", ("aujourd’hui", "DATE", "2018-03-17", "2018-03-17"), id="curly apostrophe"),
        pytest.param("il y a deux ans", ("il y a deux ans", "DATE", "2016", "2016"), id="years ago"),
        pytest.param("il y a trois jours", ("il y a trois jours", "DATE", "2018-03-14", "2018-03-14"), id="days ago"),
        pytest.param(
            "la semaine dernière", ("la semaine dernière", "DATE", "2018-W10", "[2018-03-05..2018-03-11]"), id="week"
        ),
        pytest.param(
            "le week-end dernier",
            ("le week-end dernier", "DATE", "2018-W10-WE", "[2018-03-10..2018-03-11]"),
            id="weekend",
        ),
        pytest.param("pendant trois jours", ("trois jours", "DURATION", "P3D", None), id="duration"),
        pytest.param("chaque lundi", ("chaque lundi", "SET", "XXXX-WXX-1", None), id="set"),
        pytest.param(
            "nuit de vendredi à samedi",
            ("nuit de vendredi à samedi", "TIME", "2018-03-16TNI", "[2018-03-16..2018-03-17]"),
            id="night",
        ),
    ],
)
def test_french(text: str, expected: tuple[str, str, str, str | None]) -> None:
    assert read(text, "fr", DATELINE) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "on March 3, 2018", ("March 3, 2018", "DATE", "2018-03-03", "2018-03-03"), id="American full date"
        ),
        pytest.param("on 3 March 2018", ("3 March 2018", "DATE", "2018-03-03", "2018-03-03"), id="British full date"),
        pytest.param("by August 31", ("August 31", "DATE", "2018-08-31", "[2018-03-17..2018-08-31]"), id="deadline"),
        pytest.param(
            "on Tuesday evening", ("Tuesday evening", "TIME", "2018-03-13TEV", "2018-03-13"), id="part of day"
        ),
        pytest.param("two days ago", ("two days ago", "DATE", "2018-03-15", "2018-03-15"), id="days ago"),
        pytest.param("last week", ("last week", "DATE", "2018-W10", "[2018-03-05..2018-03-11]"), id="week"),
        pytest.param("for three days", ("three days", "DURATION", "P3D", None), id="duration"),
    ],
)
def test_english(text: str, expected: tuple[str, str, str, str | None]) -> None:
    assert read(text, "en", DATELINE) == [expected]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Il a été blessé.", "fr", id="été is a participle"),
        pytest.param("Le juge a requis douze euros.", "fr", id="an amount"),
        pytest.param("They may march on the capital.", "en", id="may and march are verbs"),
        pytest.param("Un homme de 41 ans.", "fr", id="an age"),
    ],
)
def test_no_time(text: str, language: str) -> None:
    assert read(text, language, DATELINE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("hier", ("hier", "DATE", "2021-08", "[2021-07-31..2021-08-30]"), id="no day is invented"),
        pytest.param("cet après-midi", ("cet après-midi", "TIME", "2021-08-XXTAF", "2021-08"), id="part of some day"),
        pytest.param("ce mois-ci", ("ce mois-ci", "DATE", "2021-08", "2021-08"), id="the month itself"),
        pytest.param(
            "il y a quelques heures à peine",
            ("il y a quelques heures à peine", "TIME", "2021-08", "2021-08"),
            id="hours",
        ),
    ],
)
def test_a_month_for_a_dateline(text: str, expected: tuple[str, str, str, str | None]) -> None:
    assert read(text, "fr", "2021-08") == [expected]


def test_without_a_dateline_nothing_is_dated() -> None:
    assert read("Lundi, puis le 31 août, puis le 3 mai 2021.", "fr", None) == [
        ("Lundi", "DATE", "XXXX-WXX-1", None),
        ("le 31 août", "DATE", "XXXX-08-31", None),
        ("le 3 mai 2021", "DATE", "2021-05-03", "2021-05-03"),
    ]


def test_anaphora_counts_from_the_time_before() -> None:
    found = read("Le 3 mai 2010, il partit ; deux jours plus tard, il revint.", "fr", DATELINE)
    assert [value for _, _, value, _ in found] == ["2010-05-03", "2010-05-05"]


_words = st.sampled_from(["day", "month", "evening", "week"])
_expressions = st.recursive(
    st.builds(
        Expression,
        st.sampled_from(["shift", "day-month", "now"]),
        st.lists(st.integers(-99, 99) | _words, max_size=3).map(tuple),
    ),
    lambda inner: st.builds(Expression, st.sampled_from(["part-of", "since"]), st.tuples(inner)),
    max_leaves=4,
)


@given(_expressions)
def test_expressions_are_read_as_written(expression: Expression) -> None:
    assert Expression.parse(str(expression)) == expression


@given(st.text(alphabet="le 13mars208hàd’ici,.-/\n", max_size=80), st.sampled_from(["2018-03-17", "2018-03", "2018"]))
def test_times_stand_where_they_say(text: str, dateline: str) -> None:
    article = Article(identifier="a", body=text, language="fr", date=PartialDate.parse(dateline))
    (document,) = load_pipeline("fr").read([article])
    times = list(find_times(document, load_lexicon(), []))
    assert all(time.span.of(text) == time.text for time in times)
    assert all(not one.span.overlaps(other.span) for one, other in pairwise(times))
    resolve_times(times, article.date)
