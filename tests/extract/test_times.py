"""Temporal expressions: what is found, what it means, what it comes to."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.dates import PartialDate
from chronotope.extract.time_slots import SLOTS, Fill
from chronotope.extract.times import find_times
from chronotope.languages import Language
from chronotope.lexicon import load_lexicon
from chronotope.mentions import Expression
from chronotope.pipelines import RULES, load_pipeline
from chronotope.resolve.times import resolve_times
from chronotope.text import Article, Token


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
    ("text", "expected"),
    [
        pytest.param("on 3 May 2017", [("3 May 2017", "2017-05-03")], id="day first"),
        pytest.param("on the 3rd of May, 2017", [("the 3rd of May, 2017", "2017-05-03")], id="with of"),
        pytest.param("on Tuesday, March 20, 2018", [("Tuesday, March 20, 2018", "2018-03-20")], id="with a weekday"),
        pytest.param("on May 1st", [("May 1st", "2018-05-01")], id="month first, no year"),
        pytest.param("on Oct 10, 1945", [("Oct 10, 1945", "1945-10-10")], id="short month"),
        pytest.param("Paris, July 3", [("July 3", "2018-07-03")], id="a comma stays out"),
        pytest.param("In early June it was over.", [("early June", "2017-06")], id="month"),
        pytest.param("in mid-May 2016", [("mid-May 2016", "2016-05")], id="middle of a month"),
        pytest.param("at the end of March 2016", [("the end of March 2016", "2016-03")], id="end of a month"),
        pytest.param("They moved there in late 2017.", [("late 2017", "2017")], id="year"),
        pytest.param("the 1968 elections", [("1968", "1968")], id="year as an adjective"),
        pytest.param("in the early 1990s", [("the early 1990s", "199")], id="decade"),
        pytest.param("back in the '60s", [("the '60s", "196")], id="short decade"),
        pytest.param("the 19th century", [("the 19th century", "18")], id="century"),
        pytest.param("the early twentieth century", [("the early twentieth century", "19")], id="century in words"),
        pytest.param("in the second quarter of 2017", [("the second quarter of 2017", "2017-Q2")], id="quarter"),
        pytest.param("in the second half of 2016", [("the second half of 2016", "2016-H2")], id="half"),
        pytest.param("in the spring of 1957", [("the spring of 1957", "1957-SP")], id="season"),
        pytest.param("their summer offensive failed", [("summer", "2017-SU")], id="season before a noun"),
        pytest.param("next summer", [("next summer", "2018-SU")], id="next season"),
        pytest.param("on Christmas Day", [("Christmas Day", "2017-12-25")], id="feast"),
        pytest.param("on Easter Monday", [("Easter Monday", "2018-04-02")], id="moving feast"),
        pytest.param(
            "from 3 to 5 July 2016", [("3", "2016-07-03"), ("5 July 2016", "2016-07-05")], id="span of days, day first"
        ),
        pytest.param("on July 3–5", [("July 3", "2018-07-03"), ("5", "2018-07-05")], id="span of days, month first"),
        pytest.param(
            "27 May - 2 June 2016", [("27 May", "2016-05-27"), ("2 June 2016", "2016-06-02")], id="span over months"
        ),
        pytest.param("between 1941 and 1943", [("1941", "1941"), ("1943", "1943")], id="span of years"),
        pytest.param("in 1941–42", [("1941", "1941"), ("42", "1942")], id="short span of years"),
        pytest.param("in 1999–02", [("1999", "1999"), ("02", "2002")], id="span over a century"),
        pytest.param("the winter of 1941–42", [("the winter of 1941–42", "1941-WI")], id="winter of two years"),
        pytest.param(
            "in June and July 1942", [("June", "1942-06"), ("July 1942", "1942-07")], id="months with one year"
        ),
        pytest.param("in 478 BC", [("478 BC", "BC0478")], id="before our era"),
        pytest.param("from 499 to 493 BC", [("499", "BC0499"), ("493 BC", "BC0493")], id="span before our era"),
        pytest.param("during the 470s BC", [("the 470s BC", "BC047")], id="decade before our era"),
        pytest.param("in the 4th century BC", [("the 4th century BC", "BC03")], id="century before our era"),
        pytest.param("He will leave on Friday.", [("Friday", "2018-03-23")], id="weekday of a plan"),
        pytest.param("It is due to start on Sunday.", [("Sunday", "2018-03-18")], id="what is due"),
        pytest.param("last Friday", [("last Friday", "2018-03-16")], id="last weekday"),
        pytest.param("Friday night", [("Friday night", "2018-03-16TNI")], id="night of a weekday"),
        pytest.param(
            "on the afternoon of 12 March 2018",
            [("the afternoon of 12 March 2018", "2018-03-12TAF")],
            id="part of a date",
        ),
        pytest.param(
            "in the early morning hours of November 1, 1954",
            [("the early morning hours of November 1, 1954", "1954-11-01TMO")],
            id="early hours",
        ),
        pytest.param("yesterday morning", [("yesterday morning", "2018-03-16TMO")], id="yesterday"),
        pytest.param("the day after tomorrow", [("the day after tomorrow", "2018-03-19")], id="two days off"),
        pytest.param("tonight", [("tonight", "2018-03-17TNI")], id="tonight"),
        pytest.param(
            "at 4 a.m. on Thursday, March 15", [("4 a.m. on Thursday, March 15", "2018-03-15T04:00")], id="twelve hours"
        ),
        pytest.param("at 5pm", [("5pm", "2018-03-17T17:00")], id="twelve hours in one word"),
        pytest.param("at 0530", [("0530", "2018-03-17T05:30")], id="armies' clock"),
        pytest.param("at 1945 hrs", [("1945 hrs", "2018-03-17T19:45")], id="armies' clock with its word"),
        pytest.param("at 9:30 p.m. EST", [("9:30 p.m. EST", "2018-03-17T21:30-05:00")], id="zone"),
        pytest.param("midnight on Friday", [("midnight on Friday", "2018-03-16T24:00")], id="end of a day"),
        pytest.param(
            "On Monday it failed. At 6:04 p.m. it rose.",
            [("Monday", "2018-03-12"), ("6:04 p.m.", "2018-03-12T18:04")],
            id="clock of the day told",
        ),
        pytest.param("twenty-one years ago", [("twenty-one years ago", "1997")], id="number with hyphens"),
        pytest.param("a few weeks ago", [("a few weeks ago", "PAST_REF")], id="vaguely ago"),
        pytest.param("It will end in two days.", [("two days", "2018-03-19")], id="to come"),
        pytest.param("It ended in two days.", [("two days", "P2D")], id="how long it took"),
        pytest.param("a ten-day visit", [("ten-day", "P10D")], id="attributive"),
        pytest.param("four hours and 42 minutes", [("four hours and 42 minutes", "PT4H42M")], id="compound"),
        pytest.param("three and a half years", [("three and a half years", "P3.5Y")], id="and a half"),
        pytest.param("two or three weeks", [("two", "P2W"), ("three weeks", "P3W")], id="either"),
        pytest.param("for several months", [("several months", "PXM")], id="vague"),
        pytest.param("It took weeks.", [("weeks", "PXW")], id="bare plural"),
        pytest.param("over the past two years", [("the past two years", "P2Y")], id="recent stretch"),
        pytest.param("four consecutive days", [("four consecutive days", "P4D")], id="with an adjective"),
        pytest.param("every two years", [("every two years", "P2Y")], id="set"),
        pytest.param("on Mondays", [("Mondays", "XXXX-WXX-1")], id="plural weekday"),
        pytest.param("weekly", [("weekly", "P1W")], id="adverb"),
        pytest.param(
            "On 3 May 2017 he left; she left the same day.",
            [("3 May 2017", "2017-05-03"), ("the same day", "2017-05-03")],
            id="the same day",
        ),
        pytest.param(
            "On 3 May 2017 he left, the next day she did.",
            [("3 May 2017", "2017-05-03"), ("the next day", "2017-05-04")],
            id="the next day",
        ),
        pytest.param(
            "On 3 May 2017 he left. Nine days later he was back.",
            [("3 May 2017", "2017-05-03"), ("Nine days later", "2017-05-12")],
            id="nine days later",
        ),
        pytest.param("40 days after its launch", [("40 days", "P40D")], id="a length before an event"),
        pytest.param(
            "It was built in 2010 and sold two years after.",
            [("2010", "2010"), ("two years after", "2012")],
            id="two years after",
        ),
        pytest.param(
            "It was built in 2010 and sold later that year.",
            [("2010", "2010"), ("later that year", "2010")],
            id="later that year",
        ),
        pytest.param("Now it is over.", [("Now", "PRESENT_REF")], id="now"),
        pytest.param("in the near future", [("the near future", "FUTURE_REF")], id="the future"),
    ],
)
def test_english_constructions(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, value) for words, _, value, _ in read(text, "en", DATELINE)] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Theresa May met General March, April Smith and Jan Kowalski.", id="names"),
        pytest.param("After the fall of Saigon they fall with a spring in the step.", id="fall and spring"),
        pytest.param("1500 men and 1939 people fled.", id="counts"),
        pytest.param("Resolution 1973, flight 1970 and room 2010", id="numbers"),
        pytest.param("A 41-year-old man, aged 22 years, and a boy two years old, in his 60s.", id="ages"),
        pytest.param("Three quarters of the voters and a quarter of the rest agreed.", id="fractions"),
        pytest.param("The second house, in a close second, walked past.", id="ordinals"),
        pytest.param("It ended 3-1 and cost $2000 or 1800 euros.", id="scores and prices"),
        pytest.param("during working hours, at close quarters", id="offices"),
        pytest.param("He is as recently as anyone a member.", id="as recently as"),
    ],
)
def test_no_time_in_english(text: str) -> None:
    assert read(text, "en", DATELINE) == []


# Written long after what it tells, and it names years enough to show it.
HISTORY = "The war of 1912 and that of 1914 to 1918 had been long. "


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("In 1941 they came. By June they had lost.", "June", "1941-06", id="a month of the year told"),
        pytest.param(
            "On 5 March 1942 they came. On 20 May they left.", "20 May", "1942-05-20", id="a day of the year told"
        ),
        pytest.param("In November 1941 they came. In January they left.", "January", "1942-01", id="the next January"),
        pytest.param(
            "In 1941 they came. They stayed over the summer.", "the summer", "1941-SU", id="a season of the year told"
        ),
        pytest.param(
            "In June 1964 they came, as was told in 2005. In August they left again, in 1964.",
            "August",
            "1964-08",
            id="an aside",
        ),
        pytest.param(
            "In June 1964 they came, at war since 1954. In August they left.", "August", "1964-08", id="since when"
        ),
        pytest.param(
            "In June 1964 they came, as in the previous year. In August they left.",
            "August",
            "1964-08",
            id="the year before",
        ),
        pytest.param(
            "In June 1964 they came. The following year they left.",
            "The following year",
            "1965",
            id="the following year",
        ),
        pytest.param(
            "They came in 1964. In March of that year they left.", "March of that year", "1964-03", id="of that year"
        ),
        pytest.param(
            "On 8 March 1964 they came. The next day they left.", "The next day", "1964-03-09", id="the next day"
        ),
        pytest.param(
            "On the morning of 8 March 1964 they came. That afternoon they left.",
            "That afternoon",
            "1964-03-08TAF",
            id="that afternoon",
        ),
        pytest.param(
            "In March 1964 they came. The next day they left.", "The next day", "XXXX-XX-XX", id="no day to count from"
        ),
        pytest.param(
            "In March 1964 they came. They are there today.", "today", "PRESENT_REF", id="today is the reader's"
        ),
        pytest.param(
            "In 490 BC they came. The following year they left.", "The following year", "BC0489", id="before our era"
        ),
    ],
)
def test_histories_count_from_what_they_told(text: str, words: str, value: str) -> None:
    assert (words, value) in [(words, value) for words, _, value, _ in read(HISTORY + text, "en", DATELINE)]


def test_news_counts_from_its_dateline() -> None:
    found = read("It was founded in 1990. He left on Monday. He will be back in June.", "en", DATELINE)
    assert [value for _, _, value, _ in found] == ["1990", "2018-03-12", "2018-06"]


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
        pytest.param("hier", ("hier", "DATE", "2021-08", "2021-08"), id="no day is invented"),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Days and their lists
        pytest.param("du 3 au 5 mai", [("3", "2018-05-03"), ("5 mai", "2018-05-05")], id="range of days"),
        pytest.param("Il sera là du 3 au 5.", [("3", "2018-04-03"), ("5", "2018-04-05")], id="range without a month"),
        pytest.param(
            "entre le 12 et le 15 mars", [("le 12", "2018-03-12"), ("le 15 mars", "2018-03-15")], id="between days"
        ),
        pytest.param(
            "les 3, 4 et 5 mai 2017",
            [("les 3", "2017-05-03"), ("4", "2017-05-04"), ("5 mai 2017", "2017-05-05")],
            id="several days of one month",
        ),
        pytest.param("le 6 mai dernier", [("le 6 mai dernier", "2017-05-06")], id="day of last May"),
        pytest.param("le 10 novembre 93", [("le 10 novembre 93", "1993-11-10")], id="two figures of a year"),
        pytest.param("en mai 68", [("mai 68", "1968-05")], id="month and two figures"),
        pytest.param("le 1 er mai", [("le 1 er mai", "2018-05-01")], id="an ordinal in two tokens"),
        pytest.param("le 14-Juillet", [("le 14-Juillet", "2018-07-14")], id="feast in one word"),
        pytest.param("le 31/12/2017", [("le 31/12/2017", "2017-12-31")], id="figures"),
        # Weekdays by tense
        pytest.param("Il partira lundi.", [("lundi", "2018-03-19")], id="future"),
        pytest.param("Il est parti lundi.", [("lundi", "2018-03-12")], id="past"),
        pytest.param("Il doit parler lundi à 13 heures.", [("lundi à 13 heures", "2018-03-19T13:00")], id="planned"),
        pytest.param("Il est recherché depuis lundi.", [("lundi", "2018-03-12")], id="since is past"),
        pytest.param("Il doit partir d’ici lundi.", [("lundi", "2018-03-19")], id="a deadline is ahead"),
        pytest.param("Il sera libre ce samedi.", [("ce samedi", "2018-03-17")], id="a plan for today"),
        # Parts of days and clock times
        pytest.param(
            "Lundi à 18 h 30 (heure locale), il a parlé.", [("Lundi à 18 h 30", "2018-03-12T18:30")], id="clock"
        ),
        pytest.param("Il a parlé à 18h30 GMT.", [("18h30 GMT", "2018-03-17T18:30Z")], id="time zone"),
        pytest.param(
            "Mardi, il est tombé vers 4 heures du matin.",
            [("Mardi", "2018-03-13"), ("4 heures du matin", "2018-03-13T04:00")],
            id="clock of the day told before",
        ),
        pytest.param(
            "Hier, de 8 h à minuit",
            [("Hier", "2018-03-16"), ("8 h", "2018-03-16T08:00"), ("minuit", "2018-03-16T00:00")],
            id="range of hours",
        ),
        pytest.param(
            "mardi en fin d’après-midi", [("mardi en fin d’après-midi", "2018-03-13TAF")], id="late afternoon"
        ),
        pytest.param("jeudi dans la soirée", [("jeudi dans la soirée", "2018-03-15TEV")], id="in the evening"),
        pytest.param("lundi à la mi-journée", [("lundi à la mi-journée", "2018-03-12TMI")], id="midday"),
        pytest.param("le soir du 3 mai 2017", [("le soir du 3 mai 2017", "2017-05-03TEV")], id="evening of a date"),
        pytest.param(
            "dans la nuit de mardi à mercredi",
            [("la nuit de mardi à mercredi", "2018-03-13TNI")],
            id="night of two days",
        ),
        pytest.param("la nuit du 13 au 14 juillet", [("la nuit du 13 au 14 juillet", "2018-07-13TNI")], id="night"),
        # Stretches
        pytest.param("d’ici fin mars", [("fin mars", "2018-03")], id="end of a month"),
        pytest.param("depuis mi-février", [("mi-février", "2018-02")], id="middle of a month"),
        pytest.param("début 2020", [("début 2020", "2020")], id="beginning of a year"),
        pytest.param("d’ici la fin de l’année", [("la fin de l’année", "2018")], id="end of the year"),
        pytest.param("à la fin de l’année dernière", [("la fin de l’année dernière", "2017")], id="end of last year"),
        pytest.param("en début de semaine", [("début de semaine", "2018-W11")], id="beginning of the week"),
        pytest.param("le mois de juin", [("le mois de juin", "2018-06")], id="the month of June"),
        pytest.param("en mai de l’an dernier", [("mai de l’an dernier", "2017-05")], id="month of last year"),
        pytest.param("les années 1990", [("les années 1990", "199")], id="decade"),
        pytest.param("au début des années 80", [("début des années 80", "198")], id="decade in two figures"),
        pytest.param("le XIXe siècle", [("le XIXe siècle", "18")], id="century"),
        pytest.param("au dix-huitième siècle", [("dix-huitième siècle", "17")], id="century in words"),
        pytest.param("le premier trimestre", [("le premier trimestre", "2018-Q1")], id="quarter"),
        pytest.param("au 2e trimestre 2021", [("2e trimestre 2021", "2021-Q2")], id="quarter of a year"),
        pytest.param("le premier semestre 2016", [("le premier semestre 2016", "2016-H1")], id="half-year"),
        pytest.param("l’été dernier", [("l’été dernier", "2017-SU")], id="last summer"),
        pytest.param("l’hiver 2018", [("l’hiver 2018", "2018-WI")], id="winter of a year"),
        pytest.param("Il a gagné ce week-end.", [("ce week-end", "2018-W11-WE")], id="weekend"),
        pytest.param("à la rentrée", [("la rentrée", "2017-09")], id="September, the nearest"),
        pytest.param("avant Noël", [("Noël", "2017-12-25")], id="Christmas"),
        pytest.param("à Pâques", [("Pâques", "2018-04-01")], id="Easter"),
        pytest.param("le lundi de Pentecôte 2019", [("le lundi de Pentecôte 2019", "2019-06-10")], id="Whit Monday"),
        pytest.param("de 2004 à 2010", [("2004", "2004"), ("2010", "2010")], id="range of years"),
        pytest.param("L’édition 2020 a été annulée.", [("2020", "2020")], id="a year after a noun"),
        # Counted from somewhere
        pytest.param("il y a plus de dix ans", [("il y a plus de dix ans", "2008")], id="more than ten years ago"),
        pytest.param("il y a une dizaine d’années", [("il y a une dizaine d’années", "2008")], id="some ten years ago"),
        pytest.param("il y a quelques jours", [("il y a quelques jours", "PXD")], id="some days ago"),
        pytest.param("dans trois jours", [("trois jours", "2018-03-20")], id="in three days"),
        pytest.param(
            "Le 3 mai 2010, il partit ; il revint l’année suivante.",
            [("Le 3 mai 2010", "2010-05-03"), ("l’année suivante", "2011")],
            id="the year after",
        ),
        pytest.param(
            "En 2010, il partit ; la veille, il dormait.",
            [("2010", "2010"), ("la veille", "2018-03-16")],
            id="a day is not counted from a year",
        ),
        pytest.param(
            "Le 3 mai 2010, il partit ; ce soir-là, il pleuvait.",
            [("Le 3 mai 2010", "2010-05-03"), ("ce soir-là", "2010-05-03TEV")],
            id="that evening",
        ),
        pytest.param("au lendemain du drame", [("lendemain", "XXXX-XX-XX")], id="the day after who knows when"),
        # How long, how often
        pytest.param("depuis une dizaine d’années", [("une dizaine d’années", "P10Y")], id="some ten years"),
        pytest.param("depuis trente et un jours", [("trente et un jours", "P31D")], id="a number of three words"),
        pytest.param("en 30,4 secondes", [("30,4 secondes", "PT30.4S")], id="a decimal"),
        pytest.param("pendant 1 000 ans", [("1 000 ans", "P1000Y")], id="thousands"),
        pytest.param("deux ou trois mois", [("deux ou trois mois", "P3M")], id="two or three months"),
        pytest.param("après quelques jours", [("quelques jours", "PXD")], id="some days"),
        pytest.param("ces derniers mois", [("ces derniers mois", "PXM")], id="these months"),
        pytest.param("depuis des années", [("des années", "PXY")], id="for years"),
        pytest.param("toute la semaine", [("toute la semaine", "P1W")], id="all week"),
        pytest.param("un quart de siècle", [("un quart de siècle", "P25Y")], id="quarter of a century"),
        pytest.param("une peine de douze ans", [("douze ans", "P12Y")], id="a sentence"),
        pytest.param("dix ans de prison", [("dix ans", "P10Y")], id="prison"),
        pytest.param(
            "des peines de deux ans à dix ans de prison", [("deux ans", "P2Y"), ("dix ans", "P10Y")], id="two sentences"
        ),
        pytest.param("d’ici à dix ans", [("dix ans", "P10Y")], id="within ten years"),
        pytest.param("tous les deux ans", [("tous les deux ans", "P2Y")], id="every other year"),
        pytest.param("tous les jeudis", [("tous les jeudis", "XXXX-WXX-4")], id="every Thursday"),
        pytest.param("neuf tirs par an", [("par an", "P1Y")], id="a year"),
        pytest.param("en été", [("été", "XXXX-SU")], id="any summer"),
    ],
)
def test_french_words_and_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, value) for words, _, value, _ in read(text, "fr", DATELINE)] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Il habite rue du 8-Mai.", id="street"),
        pytest.param("Il habite place du 8 mai 1945.", id="street of a full date"),
        pytest.param("Il habite avenue du 11 novembre.", id="street of a day"),
        pytest.param("La sonde vole vers Mars.", id="planet"),
        pytest.param("L’article 49-3 a été utilisé.", id="article of a law"),
        pytest.param("Ils ont gagné 3-1.", id="score"),
        pytest.param("Jean Dupont, 52 ans, est mort.", id="age after a name"),
        pytest.param("Une femme âgée de 35 ans.", id="age told outright"),
        pytest.param("Elle a 30 ans.", id="age had"),
        pytest.param("à 18 ans", id="age at"),
        pytest.param("les plus de 65 ans", id="age group"),
        pytest.param("des enfants de 6 à 12 ans", id="ages"),
        pytest.param("Une femme d’une trentaine d’années.", id="rough age"),
        pytest.param("un bébé de six mois", id="age of a baby"),
        pytest.param("Il a vendu 1500 euros de fleurs.", id="figures of a year are an amount"),
        pytest.param("à 1800 mètres", id="height"),
        pytest.param("le père Noël, un sapin de Noël", id="no Christmas"),
        pytest.param("à 100 kilomètres par heure", id="speed"),
        pytest.param("une seconde explosion", id="the second"),
        pytest.param("Un jour, il reviendra.", id="some day"),
        pytest.param("la version 1.2.10", id="version"),
    ],
)
def test_no_french_time(text: str) -> None:
    assert read(text, "fr", DATELINE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("dans la nuit de dimanche à lundi", ("la nuit de dimanche à lundi", "2022-07-XXTNI"), id="night"),
        pytest.param("au cours du week-end", ("week-end", "2022-07"), id="weekend"),
        pytest.param("Il est parti plus tôt dans la journée.", ("dans la journée", "2022-07"), id="earlier in the day"),
    ],
)
def test_a_month_for_a_dateline_stays_a_month(text: str, expected: tuple[str, str]) -> None:
    assert [(words, value) for words, _, value, _ in read(text, "fr", "2022-07")] == [expected]


@pytest.mark.parametrize("words", ["lundi ", "3 , ", "le 3 au ", "12 h 30 à ", "une dizaine d' ", "fin de la "])
def test_the_work_grows_with_the_text_alone(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: Counter[int] = Counter()

    def counted(fill: Fill, repeats: int) -> Fill:
        def look(tokens: Sequence[Token], index: int, language: Language) -> list[tuple[int, str]]:
            looks[repeats] += 1
            return fill(tokens, index, language)

        return look

    fills = dict(SLOTS)
    for repeats in (100, 400):
        for name, fill in fills.items():
            monkeypatch.setitem(cast("dict[str, Fill]", SLOTS), name, counted(fill, repeats))
        article = Article(identifier="a", body=words * repeats, language="fr")
        (document,) = load_pipeline("fr", (RULES,)).read([article])
        list(find_times(document, load_lexicon(), []))
    assert 0 < looks[400] <= 4.2 * looks[100]
