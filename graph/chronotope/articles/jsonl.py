"""One JSON object a line, each an article, → `Article`."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO, Final

from chronotope.articles.headers import HEADER_NAMES, Headers, make_article
from chronotope.articles.languages import Languages
from chronotope.articles.text import decode
from chronotope.errors import UnreadableArticle
from chronotope.text import Article

_CHUNK: Final = 1_000_000


def read_jsonl(
    stream: BinaryIO, *, where: str, identifier: str, languages: Languages, limit: int
) -> Iterator[Article | UnreadableArticle]:
    r"""Yield the article of each line, or what is wrong with it; `limit` is for a line, in bytes.

    A record without an id gets the file's identifier and its line number. Fields that are not known are left.

    >>> import io
    >>> lines = io.BytesIO(b'{"text": "Sept morts.", "lang": "fr"}\n[]\n')
    >>> options = {"where": "news.jsonl", "identifier": "news", "languages": Languages.of({"fr"}), "limit": 1000}
    >>> article, problem = read_jsonl(lines, **options)
    >>> article.identifier
    'news-1'
    >>> print(problem)
    news.jsonl:2: it is no JSON object; write one {"text": …} a line
    """
    empty = True
    for number, line in enumerate(_lines(stream, limit), start=1):
        if line is not None and not line.strip():
            continue
        empty = False
        place = f"{where}:{number}"
        try:
            if line is None:
                why = f"the line is longer than {limit:,} bytes"
                raise UnreadableArticle(place, why, remedy="write one article a line")
            yield read_record(line, where=place, identifier=f"{identifier}-{number}", languages=languages)
        except UnreadableArticle as problem:
            yield problem
    if empty:
        yield UnreadableArticle(where, "the file is empty", remedy="write one article a line")


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream without its byte order mark; None stands for one that is too long, and is passed over."""
    mark = codecs.BOM_UTF8
    while line := stream.readline(limit + 1):
        line, mark = line.removeprefix(mark), b""
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield None


def read_record(line: bytes, *, where: str, identifier: str, languages: Languages) -> Article:
    """Read the article of one line. Raises `UnreadableArticle`.

    >>> line = b'{"id": 7, "text": "Sept morts.", "date": "2021-08", "lang": "fr"}'
    >>> read_record(line, where="news.jsonl:1", identifier="news-1", languages=Languages.of({"fr"})).identifier
    '7'
    """
    record = _parse(decode(line, where=where), where)
    if not isinstance(record, dict):
        raise UnreadableArticle(where, "it is no JSON object", remedy='write one {"text": …} a line')
    body = _string(record, "text", where)
    if body is None:
        raise UnreadableArticle(where, "it has no text", remedy='give it a field "text"')
    headers = Headers(**{name: _string(record, name, where) for name in HEADER_NAMES})
    return make_article(body, headers, where=where, identifier=identifier, languages=languages)


def _parse(line: str, where: str) -> object:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableArticle(where, f"it is no JSON: {error}", remedy="write one JSON object a line") from None
    except (RecursionError, ValueError):  # brackets without end, or a number of more than 4,300 digits
        raise UnreadableArticle(where, "its JSON goes too deep or too far", remedy="keep to flat fields") from None


def _string(record: dict[str, object], name: str, where: str) -> str | None:
    value = record.get(name)
    if name in {"id", "date"} and isinstance(value, int) and not isinstance(value, bool):
        return str(value)  # a row number, a year
    if value is None or isinstance(value, str):
        return value
    raise UnreadableArticle(where, f"its {name} is a {type(value).__name__}", remedy="write it as a string")
