"""Plain text: what is a header and what is not, and a body that stays as it is to the letter."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.articles.headers import HEADER_NAMES
from chronotope.articles.languages import Languages
from chronotope.articles.text import decode, read_text, split_headers
from chronotope.errors import UnreadableArticle
from chronotope.text import Article

FRENCH = Languages.of({"en", "fr"}, given="fr")
BODIES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).filter(str.strip)
VALUES = st.from_regex(r"[A-Za-zÀ-ÿ’ ,.:-]*[a-z]", fullmatch=True)


def read(data: bytes) -> Article:
    return read_text(data, where="news.txt", identifier="news", languages=FRENCH)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("date: 2021-08\n\nSept morts.", {"date": "2021-08"}, id="one header"),
        pytest.param(
            "title: A\nurl: https://b.fr/c:d\n\nSept morts.", {"title": "A", "url": "https://b.fr/c:d"}, id="two"
        ),
        pytest.param("title: A\r\nlang: fr\r\n\r\nSept morts.", {"title": "A", "lang": "fr"}, id="windows line ends"),
        pytest.param("Title : A\nDATE:2021\n \t\nSept morts.", {"title": "A", "date": "2021"}, id="loosely typed"),
        pytest.param("title:\nid: 7\n\nSept morts.", {"title": "", "id": "7"}, id="a blank one"),
        pytest.param(" date 2021-08 in\n\nSept morts.", {"date": "2021-08"}, id="the loose first line"),
        pytest.param("date 2021-08-26T17:50\r\n\r\nSept morts.", {"date": "2021-08-26T17:50"}, id="loose, without in"),
        pytest.param("Date 2021-13 in\n\nSept morts.", {"date": "2021-13"}, id="loose, and no date: to be named"),
    ],
)
def test_headers_that_are_read(text: str, expected: dict[str, str]) -> None:
    headers, body = split_headers(text, where="news.txt")
    found = {
        name: (getattr(headers, name) or "").strip() for name in HEADER_NAMES if getattr(headers, name) is not None
    }
    assert (found, body) == (expected, "Sept morts.")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kaboul : sept morts\n\nUn attentat a eu lieu.", id="a sentence with a colon"),
        pytest.param("title: A\nsection: monde\n\nSept morts.", id="one key of several that is not known"),
        pytest.param("title: A\nSept morts.", id="no empty line behind it"),
        pytest.param("\ntitle: A\n\nSept morts.", id="an empty line before it"),
        pytest.param("subtitle: A\n\nSept morts.", id="the end of a word"),
        pytest.param("date limite 2021 in\n\nSept morts.", id="a word after date"),
        pytest.param("date 2021 est une date\n\nSept morts.", id="a sentence that begins with a date"),
        pytest.param(" date 2021-08 in\nSept morts.", id="loose line without an empty one"),
        pytest.param("title: A\r\rSept morts.", id="old Macintosh line ends"),
        pytest.param("Sept morts.\n\ndate: 2021-08\n\n", id="headers further down"),
    ],
)
def test_what_only_looks_like_headers_is_body(text: str) -> None:
    assert split_headers(text, where="news.txt")[1] == text


@pytest.mark.parametrize(
    ("data", "body"),
    [
        pytest.param(b"title: A\n\n\n  Sept\r\nmorts.\t\n\n", "\n  Sept\r\nmorts.\t\n\n", id="white space"),
        pytest.param("\ufeffSept « morts »".encode(), "Sept « morts »", id="UTF-8 mark"),
        pytest.param("\ufeffdate: 2021\n\n\ufeffété".encode(), "\ufeffété", id="the first mark only"),
        pytest.param("été".encode("utf-16"), "été", id="UTF-16, little end first"),
        pytest.param("\ufeffété\r\n".encode("utf-16-be"), "été\r\n", id="UTF-16, big end first"),
        pytest.param("e\u0301te\u0301 😀".encode(), "e\u0301te\u0301 😀", id="not normalised"),
    ],
)
def test_the_body_is_kept(data: bytes, body: str) -> None:
    assert read(data).body == body


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "there is no text in it", id="empty"),
        pytest.param(b" \n\t\r\n\xc2\xa0", "there is no text in it", id="white space"),
        pytest.param(b"title: A\n\n \n", "there is no text in it", id="only headers"),
        pytest.param(b"title: A", "there is no text in it", id="only a header, unfinished"),
        pytest.param(b"caf\xe9 noir", "byte 3 is not UTF-8; convert it to UTF-8", id="Latin-1"),
        pytest.param(b"\xef\xbb\xbfcaf\xe9", "byte 6 is not UTF-8; convert it to UTF-8", id="counts the mark"),
        pytest.param(b"\xff\xfea\x00\x00\xd8", "byte 4 is not UTF-16-LE", id="broken UTF-16"),
        pytest.param(b"\x89PNG\r\n\x00\x00", "byte 6 is NUL, so this is no text", id="an image"),
        pytest.param("a\0b".encode("utf-16"), "the text holds a NUL at character 1", id="NUL in UTF-16"),
        pytest.param(b"date: 2021\ndate: 2022\n\nA", "it gives its date twice; keep one of them", id="twice"),
        pytest.param(b" date 2021-13 in\n\nSept morts.", "'2021-13' is no date", id="loose line, no date"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableArticle, match=r"^news\.txt: ") as caught:
        read(data)
    assert message in str(caught.value)


@given(BODIES)
def test_any_body_behind_a_header_survives(body: str) -> None:
    assert read(f"title: A\n\n{body}".encode()).body == body


@given(BODIES.filter(lambda body: ":" not in body and "date" not in body.lower() and body[0] != "\ufeff"))
def test_any_body_without_header_survives(body: str) -> None:
    article = read(body.encode())
    assert (article.body, article.title) == (body, None)


@given(st.dictionaries(st.sampled_from(["title", "publisher", "author", "id"]), VALUES, min_size=1), BODIES)
def test_what_is_written_is_read_again(headers: dict[str, str], body: str) -> None:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    article = read(f"{lines}\r\n{body}".encode())
    given_back = {"id": article.identifier, "title": article.title, "publisher": article.publisher}
    given_back["author"] = article.author
    assert article.body == body
    assert {name: given_back[name] for name in headers} == {name: value.strip() for name, value in headers.items()}


@given(st.binary())
def test_any_bytes_are_read_or_named(data: bytes) -> None:
    with contextlib.suppress(UnreadableArticle):
        assert read(data).body in decode(data, where="news.txt")
