"""Saved pages: the text without menus, and the date of publication from metadata, never from the prose."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronotope.articles.html import read_html
from chronotope.articles.languages import Languages
from chronotope.errors import UnreadableArticle
from chronotope.text import Article

BOTH = Languages.of({"en", "fr"})
PROSE = (
    "<p>Au moins douze personnes sont mortes lundi soir dans le naufrage d’un ferry, a annoncé la préfecture.</p>"
    "<p>Les sauveteurs ont secouru 65 personnes dans la nuit du 11 mars 2024, dont vingt et une blessées.</p>"
)
BODY = (
    "Au moins douze personnes sont mortes lundi soir dans le naufrage d’un ferry, a annoncé la préfecture.\n\n"
    "Les sauveteurs ont secouru 65 personnes dans la nuit du 11 mars 2024, dont vingt et une blessées."
)
LD_ARTICLE = '{"@type": "NewsArticle", "datePublished": "2024-03-12T06:40:00+01:00"}'
LD_PAGE = '{"@type": "WebPage", "datePublished": "2023-01-01"}'


def read(page: str | bytes, languages: Languages = BOTH) -> Article:
    data = page if isinstance(page, bytes) else page.encode()
    return read_html(data, where="page.html", identifier="page", languages=languages)


def page(head: str = "", before: str = "", prose: str = PROSE) -> str:
    return (
        f'<!doctype html><html lang="fr-FR"><head><meta charset="utf-8">{head}</head><body>'
        f'<nav><a href="/">Accueil</a> <a href="/m">Monde</a></nav><article>{before}{prose}</article>'
        "<footer><p>© Le Quai</p></footer></body></html>"
    )


def linked(*things: str) -> str:
    return "".join(f'<script type="application/ld+json">{thing}</script>' for thing in things)


def test_a_page() -> None:
    head = (
        "<title>Douze morts - Le Quai</title>"
        '<meta property="og:title" content="Douze morts"><meta property="og:site_name" content="Le Quai">'
        '<meta name="author" content="Anne Kervadoux"><link rel="canonical" href="https://example.org/douze">'
    )
    article = read(page(head, "<h1>Douze morts</h1>"))
    assert (article.identifier, article.language, article.body) == ("page", "fr", BODY)
    assert (article.title, article.publisher, article.author) == ("Douze morts", "Le Quai", "Anne Kervadoux")
    assert (article.url, article.date) == ("https://example.org/douze", None)


@pytest.mark.parametrize(
    ("head", "before", "date"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2024-03-12T06:40:00+01:00">',
            "",
            "2024-03-12T06:40:00+01:00",
            id="meta, with time and zone",
        ),
        pytest.param('<meta name="date" content="2024-03">', "", "2024-03", id="meta, a month stays a month"),
        pytest.param('<meta name="DC.date" content="12 mars 2024">', "", "2024-03-12", id="meta, in French"),
        pytest.param(linked(LD_ARTICLE), "", "2024-03-12T06:40:00+01:00", id="JSON-LD"),
        pytest.param(linked(f'{{"@graph": [{LD_PAGE}, {LD_ARTICLE}]}}'), "", "2024-03-12T06:40:00+01:00", id="a graph"),
        pytest.param(linked(LD_PAGE), "", "2023-01-01", id="JSON-LD of the page, for want of an article's"),
        pytest.param(linked("{", "[" * 100_000, LD_PAGE), "", "2023-01-01", id="broken JSON-LD before it"),
        pytest.param("", '<time datetime="2024-03-12T06:40Z">mardi</time>', "2024-03-12T06:40Z", id="time"),
        pytest.param(
            "",
            '<time datetime="2020-01-01">vu</time><time class="published" datetime="2024-03-12">mardi</time>',
            "2024-03-12",
            id="time, the one of publication",
        ),
        pytest.param(
            '<meta name="date" content="2023-01-01">'
            '<meta property="article:published_time" content="2024-03-12">' + linked(LD_PAGE),
            '<time datetime="2022-01-01">vu</time>',
            "2024-03-12",
            id="the surest of several",
        ),
        pytest.param(
            '<meta name="date" content="2023-01-01">' + linked(LD_ARTICLE),
            "",
            "2024-03-12T06:40:00+01:00",
            id="JSON-LD before plain meta",
        ),
        pytest.param(
            '<meta property="article:published_time" content="0001-01-01T00:00:00"><meta name="date" content="2024">',
            "",
            "2024",
            id="a senseless one is passed over",
        ),
        pytest.param('<meta name="date" content="bientôt">', "", "None", id="senseless"),
        pytest.param('<meta property="article:modified_time" content="2024-03-12">', "", "None", id="only modified"),
        pytest.param("", "<p>Publié le 12 mars 2024</p>", "None", id="only prose"),
        pytest.param(
            "",
            '<p>Le <time datetime="1944-06-06">6 juin 1944</time>, '
            + "les Alliés débarquent en Normandie. " * 8
            + "</p>",
            "None",
            id="the time of an event",
        ),
        pytest.param("", '<aside><time datetime="2024-03-12">mardi</time></aside>', "None", id="another article's"),
    ],
)
def test_dates(head: str, before: str, date: str) -> None:
    assert str(read(page(head, before)).date) == date


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        pytest.param('lang="en-GB"', "en", id="with country"),
        pytest.param('xml:lang="en"', "en", id="XHTML"),
        pytest.param('lang="x-default"', "fr", id="no language: detected"),
        pytest.param("", "fr", id="none: detected"),
    ],
)
def test_languages(tag: str, language: str) -> None:
    assert read(f"<html {tag}><head><title>A</title></head><body>{PROSE}</body></html>").language == language


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1"])
def test_encodings(encoding: str) -> None:
    text = page().replace("utf-8", encoding).replace("’", "'")
    assert read(text.encode(encoding)).body == BODY.replace("’", "'")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "it is no HTML page", id="empty"),
        pytest.param(b"Sept morts.", "it is no HTML page", id="text"),
        pytest.param(bytes(range(256)) * 100, "it is no HTML page", id="binary"),
        pytest.param(b"<html><body></body></html>", "no article was found on the page", id="nothing on it"),
        pytest.param(b"<html><body>" + b"<div>" * 300_000, "no article was found", id="boxes in boxes"),
        pytest.param(b"<html><body>" + b"<p>a" * 60_000, "more than 50,000 elements", id="too many elements"),
        pytest.param(page().replace("fr-FR", "de").encode(), "no language 'de'", id="a language not known"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, message: str) -> None:
    begin = time.monotonic()
    with pytest.raises(UnreadableArticle, match=r"^page\.html: ") as caught:
        read(data)
    assert message in str(caught.value)
    assert time.monotonic() - begin < 20


def test_no_entity_is_fetched() -> None:
    secret = f'<!DOCTYPE html [<!ENTITY a SYSTEM "file://{__file__}">]><html lang="fr"><body>'
    assert "pytest" not in read(f"{secret}<p>Un texte avec &a; encore une fois.</p>{PROSE}</body></html>").body


def test_an_address_that_is_none_is_left_out() -> None:
    assert read(page('<link rel="canonical" href="javascript:alert(1)">')).url is None


def test_dates_without_end_take_no_time() -> None:
    times = '<time datetime="20 mars ou 3 mai">x</time>' * 20_000
    begin = time.monotonic()
    things = linked(*[LD_PAGE.replace("2023", "bientôt ")] * 1_000)
    assert read(page(things, f"<p>{times}</p>")).date is None
    assert time.monotonic() - begin < 20


@settings(deadline=None, max_examples=50)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_named(data: bytes) -> None:
    for content in (data, b"<html><body><p>" + data):
        with contextlib.suppress(UnreadableArticle):
            assert read(content, Languages.of({"fr"}, given="fr")).body.strip()
