"""One JSON object a line; a faulty line is named and the others are read."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.articles.jsonl import read_jsonl
from chronotope.articles.languages import Languages
from chronotope.errors import UnreadableArticle
from chronotope.text import Article

FRENCH = Languages.of({"en", "fr"}, given="fr")


def read(data: bytes, limit: int = 1_000_000) -> list[Article | UnreadableArticle]:
    return list(read_jsonl(io.BytesIO(data), where="a/news.jsonl", identifier="news", languages=FRENCH, limit=limit))


def read_one(record: dict[str, object]) -> Article:
    (article,) = read(json.dumps(record).encode())
    assert isinstance(article, Article), article
    return article


def test_all_fields() -> None:
    record: dict[str, object] = {
        "id": "app-1",
        "title": "Sept morts",
        "text": " \r\nSept morts.\n",
        "date": "2024-03-12T06:40+01:00",
        "url": "https://example.org/a",
        "publisher": "APP",
        "author": "A. Kervadoux",
        "lang": "fr-FR",
        "events": [{"type": "Death"}],
    }
    article = read_one(record)
    assert (article.identifier, article.title, article.publisher) == ("app-1", "Sept morts", "APP")
    assert (article.body, str(article.date)) == (" \r\nSept morts.\n", "2024-03-12T06:40+01:00")
    assert (article.url, article.author, article.language) == ("https://example.org/a", "A. Kervadoux", "fr")


@pytest.mark.parametrize(
    ("fields", "identifier"),
    [
        pytest.param({}, "news-1", id="none"),
        pytest.param({"id": None}, "news-1", id="null"),
        pytest.param({"id": " "}, "news-1", id="blank"),
        pytest.param({"id": 17}, "17", id="a row number"),
        pytest.param({"id": "a\nb"}, "a b", id="on one line"),
    ],
)
def test_identifiers(fields: dict[str, object], identifier: str) -> None:
    assert read_one({"text": "Sept morts.", **fields}).identifier == identifier


def test_a_year_may_be_a_number() -> None:
    assert str(read_one({"text": "Sept morts.", "date": 2021}).date) == "2021"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param(b'{"title": "A"}', 'it has no text; give it a field "text"', id="no text"),
        pytest.param(b'{"text": null}', "it has no text", id="text is null"),
        pytest.param(b'{"text": " "}', "there is no text in it", id="blank text"),
        pytest.param(b'{"text": ["A"]}', "its text is a list; write it as a string", id="text is a list"),
        pytest.param(b'{"text": "A", "title": 3}', "its title is a int", id="title is a number"),
        pytest.param(b'{"text": "A", "id": true}', "its id is a bool", id="id is true"),
        pytest.param(b'{"text": "A", "date": 2021.5}', "its date is a float", id="date is a float"),
        pytest.param(b'{"text": "A", "date": "hier"}', "'hier' is no date", id="no date"),
        pytest.param(b'{"text": "A", "url": "javascript:alert(1)"}', "is no web address", id="no address"),
        pytest.param(b'{"text": "A", "lang": "de"}', "no language 'de'; installed: en, fr", id="language"),
        pytest.param(b'{"text": "a\\u0000"}', "the text holds a NUL at character 1", id="NUL"),
        pytest.param(b'{"text": "a\\ud800b"}', "half a surrogate pair at character 1", id="surrogate in the text"),
        pytest.param(
            b'{"text": "A", "title": "\\udc00"}', "its title holds half a surrogate", id="surrogate elsewhere"
        ),
        pytest.param(b"[1]", "it is no JSON object", id="a list"),
        pytest.param(b"{'text': 1}", "it is no JSON: ", id="Python, not JSON"),
        pytest.param(b'{"text": "caf\xe9"}', "byte 13 is not UTF-8", id="Latin-1"),
        pytest.param(b"[" * 200_000, "goes too deep", id="brackets without end"),
        pytest.param(b'{"text": "A", "n": ' + b"9" * 5000 + b"}", "or too far", id="a number without end"),
    ],
)
def test_a_faulty_line_is_named_and_the_next_is_read(line: bytes, message: str) -> None:
    problem, article = read(line + b'\n{"text": "Sept morts."}\n')
    assert isinstance(problem, UnreadableArticle)
    assert problem.where == "a/news.jsonl:1"
    assert message in str(problem)
    assert isinstance(article, Article)
    assert article.identifier == "news-2"


def test_blank_lines_count_but_are_skipped() -> None:
    (article,) = read(b'\n  \r\n{"text": "Sept morts."}\r\n\n')
    assert isinstance(article, Article)
    assert article.identifier == "news-3"


def test_a_byte_order_mark_is_dropped() -> None:
    assert [type(found) for found in read(b'\xef\xbb\xbf{"text": "A"}\n')] == [Article]


def test_an_empty_file_is_named() -> None:
    assert [str(found) for found in read(b"\n")] == ["a/news.jsonl: the file is empty; write one article a line"]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_a_line_that_is_too_long_is_passed_over(end: bytes) -> None:
    long = b'{"text": "' + b"a" * 3_000_000 + b'"}'
    problem, *rest = read(long + end + b'{"text": "Sept morts."}' * bool(end), limit=100)
    assert str(problem) == "a/news.jsonl:1: the line is longer than 100 bytes; write one article a line"
    assert [type(found) for found in rest] == [Article] * bool(end)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).filter(str.strip), st.booleans())
def test_any_text_survives(body: str, ascii_only: bool) -> None:
    (article,) = read(json.dumps({"text": body}, ensure_ascii=ascii_only).encode())
    assert isinstance(article, Article)
    assert article.body == body


@given(
    st.one_of(st.binary(), st.recursive(st.none() | st.text(), st.lists).map(lambda value: json.dumps(value).encode()))
)
def test_any_bytes_are_read_or_named(data: bytes) -> None:
    assert all(isinstance(found, Article | UnreadableArticle) for found in read(data))
