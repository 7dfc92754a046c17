"""Plain text, with or without headers, → `Article`.

Headers are lines of `key: value` before an empty line, or the loose line ` date 2021-08 in`. The body is every
character behind the empty line: nothing is stripped, and line ends stay as they are, for offsets count them.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from chronotope.articles.headers import HEADER_NAMES, Headers, make_article
from chronotope.articles.languages import Languages
from chronotope.errors import UnreadableArticle
from chronotope.text import Article

_MARKS: Final = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF16_LE, "UTF-16-LE"),
    (codecs.BOM_UTF16_BE, "UTF-16-BE"),
)
_HEADER = re.compile(rf"[ \t]*({'|'.join(HEADER_NAMES)})[ \t]*:([^\r\n]*)(?:\r?\n|\Z)", re.IGNORECASE | re.ASCII)
_LOOSE_DATE = re.compile(r"[ \t]*date[ \t]+(\d{4}(?:-\S+)?)(?:[ \t]+in)?[ \t]*\r?\n", re.IGNORECASE | re.ASCII)
_EMPTY_LINE = re.compile(r"[ \t]*(?:\r?\n|\Z)")


def read_text(data: bytes, *, where: str, identifier: str, languages: Languages) -> Article:
    r"""Read one article. Raises `UnreadableArticle`.

    >>> languages = Languages.of({"en", "fr"}, given="fr")
    >>> article = read_text(b" date 2021-08 in\n\nSept morts.\n", where="a.txt", identifier="a", languages=languages)
    >>> str(article.date), article.body
    ('2021-08', 'Sept morts.\n')
    """
    headers, body = split_headers(decode(data, where=where), where=where)
    return make_article(body, headers, where=where, identifier=identifier, languages=languages)


def decode(data: bytes, *, where: str) -> str:
    r"""Decode UTF-8, or UTF-16 that says so by a byte order mark; the mark is dropped.

    >>> decode(b"caf\xe9", where="menu.txt")
    Traceback (most recent call last):
    chronotope.errors.UnreadableArticle: menu.txt: byte 3 is not UTF-8; convert it to UTF-8
    """
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "UTF-8"))
    if encoding == "UTF-8" and b"\0" in data:
        why = f"byte {data.index(0)} is NUL, so this is no text"
        raise UnreadableArticle(where, why, remedy="give it as text in UTF-8")
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        why = f"byte {len(mark) + error.start} is not {encoding}"
        raise UnreadableArticle(where, why, remedy="convert it to UTF-8") from None


def split_headers(text: str, *, where: str) -> tuple[Headers, str]:
    r"""Part the headers from the body.

    A single line that is no known header makes all of it body: "Kaboul : sept morts" is a sentence, and the body must
    not lose it. A header given twice raises `UnreadableArticle`.

    >>> split_headers("date: 2021-08\r\n\r\nSept morts.", where="kaboul.txt")[1]
    'Sept morts.'
    >>> split_headers("Kaboul : sept morts\n\nUn attentat…", where="kaboul.txt")[1]
    'Kaboul : sept morts\n\nUn attentat…'
    """
    loose = _LOOSE_DATE.match(text)
    found = {} if loose is None else {"date": loose[1]}
    end = 0 if loose is None else loose.end()
    while loose is None and (match := _HEADER.match(text, end)) and match.end() > end:
        name = match[1].lower()
        if name in found:
            raise UnreadableArticle(where, f"it gives its {name} twice", remedy="keep one of them")
        found[name] = match[2]
        end = match.end()
    empty = _EMPTY_LINE.match(text, end)
    if not found or empty is None:
        return Headers(), text
    return Headers(**found), text[empty.end() :]
