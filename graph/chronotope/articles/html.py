"""A saved page → `Article`: its text without menus, and what it says of itself in its metadata."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from chronotope.articles.dates import read_date
from chronotope.articles.headers import Headers, is_web_address, make_article
from chronotope.articles.languages import Languages
from chronotope.dates import PartialDate
from chronotope.errors import Problem, UnreadableArticle
from chronotope.text import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_ELEMENTS: Final = 50_000
"""A page of 2 MB that is nothing but 500,000 paragraphs kept trafilatura busy for 25 s; with as many as this, 3.5 s."""

_PUBLISHED: Final = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "citation_publication_date",
    "date",
)
"""Names under which a page's `meta` gives its date of publication, the surest first."""

_MAX_DATES: Final = 20
"""A date that makes no sense costs some milliseconds, and a hostile page holds thousands."""

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")


def read_html(data: bytes, *, where: str, identifier: str, languages: Languages) -> Article:
    """Read the one article of a page. Raises `UnreadableArticle`.

    Its paragraphs are parted by empty lines; a first one that only repeats the title is left out. A date that the page
    states with no sense (year 1 stands for "none" in some systems) is passed over for the next it gives. None is
    taken from the prose.

    >>> page = b"<html lang='fr'><title>Kaboul</title><time datetime='2021-08'></time><p>Sept morts, dit-on.</p>"
    >>> article = read_html(page, where="a.html", identifier="a", languages=Languages.of({"fr"}))
    >>> article.title, article.body, str(article.date)
    ('Kaboul', 'Sept morts, dit-on.', '2021-08')
    """
    tree = _parse(data, where)
    tag = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang") or ""
    lang = tag if _LANGUAGE_TAG.match(tag.strip()) else None
    dates = list(islice(filter(str.strip, _dates(tree)), _MAX_DATES))
    headers, body = _extract(tree, where)
    article = make_article(body, replace(headers, lang=lang), where=where, identifier=identifier, languages=languages)
    return replace(article, date=_first_sensible(dates, article.language))


def _parse(data: bytes, where: str) -> HtmlElement:
    from trafilatura import load_html  # noqa: PLC0415  # 0.3 s, and only pages need it

    tree = load_html(data)
    if tree is None:
        raise UnreadableArticle(where, "it is no HTML page", remedy="save the page again, or give its text")
    if sum(1 for _ in tree.iter()) > _MAX_ELEMENTS:
        why = f"the page has more than {_MAX_ELEMENTS:,} elements"
        raise UnreadableArticle(where, why, remedy="give the article's text alone")
    return tree


def _extract(tree: HtmlElement, where: str) -> tuple[Headers, str]:
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.settings import Document  # noqa: PLC0415

    page = bare_extraction(tree, include_comments=False, with_metadata=True)
    lines = (page.text or "").split("\n") if isinstance(page, Document) else []
    paragraphs = [line.strip() for line in lines if line.strip()]
    if not isinstance(page, Document) or not paragraphs:
        raise UnreadableArticle(where, "no article was found on the page", remedy="give its text as a .txt file")
    title = (page.title or "").strip()
    if paragraphs[0] == title and len(paragraphs) > 1:
        paragraphs = paragraphs[1:]
    url = page.url if is_web_address(page.url or "") else None
    headers = Headers(title=title, author=page.author, publisher=page.sitename, url=url)
    return headers, "\n\n".join(paragraphs)


def _dates(tree: HtmlElement) -> Iterator[str]:
    """What the page says its date is, the surest first."""
    named: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            named.setdefault((meta.get(key) or "").lower(), meta.get("content") or "")
    stated = [named[name] for name in _PUBLISHED if name in named]
    yield from stated[:1] if _PUBLISHED[0] in named else ()
    yield from _linked_data_dates(tree)
    yield from stated
    times = list(islice((time for time in tree.iter("time") if time.get("datetime")), _MAX_DATES))
    for time in sorted(times, key=_is_of_publication, reverse=True):
        if _is_of_publication(time) or _is_in_byline(time):
            yield time.get("datetime")


def _linked_data_dates(tree: HtmlElement) -> Iterator[str]:
    """The publication dates in JSON-LD, those of articles before those of the page around them."""
    things = [thing for script in tree.iter("script") for thing in _linked_data(script)]
    for kinds in (("Article", "BlogPosting", "Report"), ("",)):
        for thing in things:
            types = thing.get("@type") or ""
            names = types if isinstance(types, list) else [types]
            date = thing.get("datePublished")
            if isinstance(date, str) and any(str(name).endswith(kinds) for name in names):
                yield date


def _linked_data(script: HtmlElement) -> Iterator[dict[str, object]]:
    """All objects within a script of JSON-LD, the outer before the inner."""
    if (script.get("type") or "").strip().lower() != "application/ld+json":
        return
    try:
        pending: deque[object] = deque([json.loads(script.text or "")])
    except (RecursionError, ValueError):  # pages are full of broken JSON-LD
        return
    while pending:
        value = pending.popleft()
        if isinstance(value, dict):
            yield value
            pending += value.values()
        elif isinstance(value, list):
            pending += value


def _is_of_publication(time: HtmlElement) -> bool:
    return (
        time.get("pubdate") is not None
        or time.get("itemprop") == "datePublished"
        or "publ" in (time.get("class") or "")
    )


def _is_in_byline(time: HtmlElement) -> bool:
    """Not beside the article, nor within a long paragraph: that is prose, and its times are those of events."""
    return not any(
        around.tag != "p" or len(around.text_content()) > 200
        for around in time.iterancestors("nav", "aside", "footer", "p")
    )


def _first_sensible(dates: list[str], language: str) -> PartialDate | None:
    for text in dates:
        try:
            return read_date(text, language)
        except Problem:
            continue
    return None
