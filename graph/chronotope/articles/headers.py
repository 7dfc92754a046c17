"""What an article says of itself, as it was written → an `Article` that can be relied on."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Final

from chronotope.articles.dates import read_date
from chronotope.articles.languages import Languages, choose_language
from chronotope.dates import PartialDate
from chronotope.errors import Problem, UnreadableArticle
from chronotope.text import Article

_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+", re.IGNORECASE)
_LINE_BREAKS = re.compile(r"[\t\n\v\f\r]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Headers:
    """An article's headers as written. Blank is as good as None."""

    id: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    lang: str | None = None


HEADER_NAMES: Final = tuple(field.name for field in fields(Headers))


def make_article(body: str, headers: Headers, *, where: str, identifier: str, languages: Languages) -> Article:
    """Check an article and read its headers. `identifier` is for one that has no id; the body is kept to the letter.

    Raises `UnreadableArticle` for a body or a header that cannot be used.

    >>> headers = Headers(title="Kaboul", date="2021-08", lang="fr-FR")
    >>> languages = Languages.of({"en", "fr"})
    >>> make_article("Sept morts.", headers, where="kaboul.txt", identifier="kaboul", languages=languages).language
    'fr'
    """
    check_text(body, where=where)
    said = {name: _one_line(getattr(headers, name), name, where) for name in HEADER_NAMES}
    try:
        language = choose_language(said["lang"], f"{(said['title'] or '')[:200]}\n{body}", languages)
        date = _date(said["date"], language)
        url = _url(said["url"])
    except Problem as problem:
        why, _, remedy = str(problem).rpartition("; ")
        raise UnreadableArticle(where, why, remedy=remedy) from None
    return Article(
        identifier=said["id"] or identifier,
        body=body,
        language=language,
        title=said["title"],
        date=date,
        url=url,
        publisher=said["publisher"],
        author=said["author"],
    )


def check_text(body: str, *, where: str) -> None:
    """Raise `UnreadableArticle` where there is no text, or one that no graph can hold."""
    if not body.strip():
        raise UnreadableArticle(where, "there is no text in it", remedy="give it a text, or leave it out")
    _check_characters(body, "the text", where)


def _one_line(value: str | None, name: str, where: str) -> str | None:
    if value is None:
        return None
    _check_characters(value, f"its {name}", where)
    return _LINE_BREAKS.sub(" ", value).strip() or None


def _check_characters(text: str, what: str, where: str) -> None:
    if "\0" in text:
        why = f"{what} holds a NUL at character {text.index(chr(0))}"
        raise UnreadableArticle(where, why, remedy="give it as text, not as binary data")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        why = f"{what} holds half a surrogate pair at character {error.start}"
        raise UnreadableArticle(where, why, remedy="write it again as UTF-8") from None


def _date(text: str | None, language: str) -> PartialDate | None:
    return None if text is None else read_date(text, language)


def _url(text: str | None) -> str | None:
    if text is not None and not is_web_address(text):
        raise Problem(f"the url {text[:100]!r} is no web address; write it as https://…, or leave it out")
    return text


def is_web_address(text: str) -> bool:
    """Whether a text is an address of the web and nothing else: it may become a link, and an IRI in the graph.

    >>> is_web_address("https://example.org/kaboul"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    return _URL.fullmatch(text) is not None
