"""Headers: dates as precise as they are written, and the language an article is in."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronotope.articles.dates import read_date
from chronotope.articles.headers import Headers, make_article
from chronotope.articles.languages import Languages, choose_language, detect_language
from chronotope.errors import Problem, UnknownLanguage, UnreadableArticle

BOTH = Languages.of({"en", "fr"})


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("2021", "fr", "2021", id="year"),
        pytest.param(" 2021-08 ", "fr", "2021-08", id="month"),
        pytest.param("2021-08-26T17:50+04:30", "fr", "2021-08-26T17:50+04:30", id="time and zone"),
        pytest.param("2021-08-26T17:50:00.000Z", "fr", "2021-08-26T17:50:00Z", id="milliseconds are dropped"),
        pytest.param("17 mars 2018", "fr", "2018-03-17", id="French day"),
        pytest.param("octobre 2021", "fr", "2021-10", id="French month"),
        pytest.param("1er avril 2021", "fr", "2021-04-01", id="French first"),
        pytest.param("mardi 12 mars 2024 à 18h40", "fr", "2024-03-12T18:40", id="French time"),
        pytest.param("le 12 mars 2024 à 18 h 40", "fr", "2024-03-12T18:40", id="French time, spaced"),
        pytest.param("12 mars 2024 à 18h", "fr", "2024-03-12", id="an hour alone is no minute"),
        pytest.param("12/03/2024", "fr", "2024-03-12", id="French numbers"),
        pytest.param("25/03/2024", "en", "2024-03-25", id="numbers that can be read in one way"),
        pytest.param("16 mars 1789", "fr", "1789-03-16", id="old news"),
        pytest.param("March 12, 2024 6:40 PM", "en", "2024-03-12T18:40", id="English time"),
        pytest.param("2024-03-12 18:40 CET", "fr", "2024-03-12T18:40+01:00", id="named zone"),
        pytest.param("Tue, 12 Mar 2024 18:40:05 +0100", "fr", "2024-03-12T18:40:05+01:00", id="as in mail"),
        pytest.param("12 March 2024", "gsw", "2024-03-12", id="English, where dateparser lacks the language"),
    ],
)
def test_dates_that_are_read(text: str, language: str, expected: str) -> None:
    assert str(read_date(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("", "fr", id="empty"),
        pytest.param("hier", "fr", id="relative"),
        pytest.param("vendredi", "fr", id="weekday"),
        pytest.param("17 mars", "fr", id="no year (dateparser: 2017)"),
        pytest.param("mai 68", "fr", id="two digits (dateparser: 2068)"),
        pytest.param("12 March 24", "en", id="two digits, English"),
        pytest.param("13h 2021", "fr", id="no month (dateparser: the day of the build)"),
        pytest.param("12:30 2024", "en", id="no day"),
        pytest.param("2021-13", "fr", id="no such month"),
        pytest.param("2021-13-05", "fr", id="no such month, and no day put in its place"),
        pytest.param("31 février 2021", "fr", id="no such day"),
        pytest.param("de 2019 à 2021", "fr", id="a range"),
        pytest.param("12/03/2024", "en", id="two dates"),
        pytest.param("3 mai 0999", "fr", id="before the year 1000"),
        pytest.param("0001-01-01T00:00:00", "fr", id="year 1"),
        pytest.param("9999-12-31", "fr", id="after the year 2200"),
        pytest.param("1 " * 10_000, "fr", id="without end"),
    ],
)
def test_dates_that_are_refused(text: str, language: str) -> None:
    with pytest.raises(Problem) as caught:
        read_date(text, language)
    assert len(str(caught.value)) < 300


@settings(deadline=None)
@given(
    st.dates(min_value=date(1000, 1, 1), max_value=date(2200, 12, 31)),
    st.sampled_from([("%Y", "year"), ("%Y-%m", "month"), ("%d/%m/%Y", "day"), ("%Y-%m-%d à 07h15", "minute")]),
)
def test_a_date_is_as_precise_as_it_is_written(day: date, form: tuple[str, str]) -> None:
    found = read_date(day.strftime(form[0]), "fr")
    assert found.granularity == form[1]
    assert found.earliest.date() <= day <= found.latest.date()


@settings(deadline=None)
@given(st.text(max_size=120), st.sampled_from(["en", "fr", "gsw"]))
def test_any_text_is_a_date_or_named(text: str, language: str) -> None:
    with contextlib.suppress(Problem):
        assert str(read_date(text, language).year) in text


@pytest.mark.parametrize(
    ("stated", "given_language", "text", "language"),
    [
        pytest.param("fr-FR", None, "Seven people died.", "fr", id="the article's own, without country"),
        pytest.param("FR", "en", "Seven people died.", "fr", id="the article's own before the caller's"),
        pytest.param(" ", "en", "Sept personnes sont mortes.", "en", id="the caller's"),
        pytest.param(None, None, "Sept personnes sont mortes jeudi à Kaboul.", "fr", id="detected, French"),
        pytest.param(None, None, "Police arrested three men in Lyon on Tuesday.", "en", id="detected, short English"),
    ],
)
def test_languages(stated: str | None, given_language: str | None, text: str, language: str) -> None:
    assert choose_language(stated, text, Languages.of({"en", "fr"}, given=given_language)) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Una bomba explotó ayer en Kabul y mató a trece personas.", "es", id="Spanish"),
        pytest.param("Dertien mensen kwamen om bij een aanslag in Kabul.", "nl", id="Dutch"),
        pytest.param("Il presidente si è dimesso venerdì.", "it", id="Italian"),
        pytest.param("Bomb don blow for Kabul and people don die", "pcm", id="Nigerian Pidgin, close to English"),
        pytest.param("Ene bombe a petêye ayir a Kaboul", "wa", id="Walloon, close to French"),
    ],
)
def test_what_is_in_another_language_is_refused(text: str, language: str) -> None:
    assert detect_language(text) == language
    with pytest.raises(UnknownLanguage, match=f"no language '{language}'; installed: en, fr"):
        choose_language(None, text, BOTH)


@pytest.mark.parametrize("text", ["Hello", "Treize morts", "123", "…"])
def test_too_short_to_tell(text: str) -> None:
    with pytest.raises(Problem, match="cannot be told from so little text"):
        detect_language(text)


def test_the_title_helps_a_short_text() -> None:
    article = make_article(
        "Seven dead.",
        Headers(title="Ferry boss quits as thousands march in Brittany"),
        where="a",
        identifier="a",
        languages=BOTH,
    )
    assert article.language == "en"


def test_a_given_language_that_is_not_known_is_the_callers_fault() -> None:
    with pytest.raises(UnknownLanguage):
        Languages.of({"en", "fr"}, given="de")


@pytest.mark.parametrize(
    ("headers", "message"),
    [
        pytest.param(Headers(lang="de"), str(UnknownLanguage("de", ["fr", "en"])), id="language"),
        pytest.param(Headers(date="hier", lang="fr"), "'hier' is no date; write it as YYYY, YYYY-MM", id="date"),
        pytest.param(Headers(date="0999", lang="fr"), "not between the years 1000 and 2200; mend it", id="year"),
        pytest.param(Headers(url="example.org", lang="fr"), "write it as https://…, or leave it out", id="address"),
        pytest.param(Headers(url="https://a.fr/> <b", lang="fr"), "is no web address", id="not fit for a graph"),
        pytest.param(Headers(title="a\0b", lang="fr"), "its title holds a NUL at character 1", id="NUL"),
    ],
)
def test_faults_are_named_with_where_and_remedy(headers: Headers, message: str) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        make_article("Sept morts.", headers, where="a.txt", identifier="a", languages=BOTH)
    assert str(caught.value).startswith("a.txt: ")
    assert message in str(caught.value)


def test_a_title_is_one_line_and_keeps_its_spaces() -> None:
    headers = Headers(title=" Kaboul\u00a0: sept\r\n morts\t", lang="fr")
    article = make_article("Sept morts.", headers, where="a", identifier="a", languages=BOTH)
    assert article.title == "Kaboul\u00a0: sept  morts"
