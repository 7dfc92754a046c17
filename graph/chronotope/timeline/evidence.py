"""The words behind events: where each article tells of them, what stands around that, and the words that date them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import pyoxigraph as ox

from chronotope.timeline.queries import graph_rows

MOST_AROUND: Final = 160
"""Code points of the paragraph that are shown on either side of a sentence: two or three lines."""

_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n")
_LINE_END: Final = re.compile(r"\n")
# A break may begin before the stretch that is shown; longer blank lines are cut like text.
_LONGEST_BREAK: Final = 8


class Evidence(NamedTuple):
    """The words behind an event: within `sentence`, from `begin` to `end` (code points), and their article."""

    article: str
    title: str | None
    date: str | None
    url: str | None
    publisher: str | None
    sentence: str
    begin: int
    end: int
    offset: int = 0
    """Where the sentence begins in the article's body."""
    before: str = ""
    """What stands before the sentence in its paragraph, as `text_around` cuts it."""
    after: str = ""


class Told(NamedTuple):
    """All that articles tell of one event: the evidence as it was published, and the words that date it, each once."""

    evidence: tuple[Evidence, ...]
    time_words: tuple[str, ...]


def find_articles(store: ox.Store) -> Mapping[str, Mapping[str, str]]:
    """The articles of a store by their IRIs: header and body."""
    return {row["article"]: row for row in graph_rows(store, "articles")}


def find_evidence(store: ox.Store, articles: Mapping[str, Mapping[str, str]]) -> Mapping[str, Told]:
    """What these articles tell, by event."""
    pages = {iri: _Page.of(article) for iri, article in articles.items()}
    dated = defaultdict(list)
    for row in graph_rows(store, "time-words"):
        dated[row["mention"]].append(" ".join(row["words"].split()))
    found: dict[str, dict[str, Evidence]] = defaultdict(dict)
    for row in graph_rows(store, "evidence"):
        begin, end = int(row["begin"]), int(row["end"])
        first, last = int(row.get("sentence_begin", begin)), int(row.get("sentence_end", end))
        # Data of others may give a mention two sentences; it is one mention all the same.
        found[row["event"]].setdefault(row["mention"], pages[row["article"]].told(begin, end, first, last))
    return {event: _told(mentions, dated) for event, mentions in found.items()}


def first_told(evidence: Sequence[Any]) -> tuple[str, str, int]:
    """What sorts events by who told of them first, and where: the date, the article and the place in it.

    `Any`: people bring graphs of their own, whose evidence only looks like ours.

    >>> first_told(())
    ('', '', 0)
    """
    for said in evidence[:1]:
        return said.date or "", said.article, said.offset + said.begin
    return "", "", 0


def text_around(body: str, begin: int, end: int) -> tuple[str, str]:
    """The rest of the paragraph before and after a stretch of it, cut between words where there is more.

    Blank lines part paragraphs; in a text that has none every line is one, as many sites give theirs.

    >>> text_around("Talks ended. A bomb went off. Nobody died.\\n\\nElsewhere, it rained.", 13, 29)
    ('Talks ended. ', ' Nobody died.')
    >>> text_around("On the quay.\\nA bomb went off.", 13, 29)
    ('', '')
    >>> before, after = text_around("x" * 9 + " night" * 50 + " A bomb. " + "rain " * 50, 310, 317)
    >>> before[:8], len(before), after[-8:]
    ('…night n', 157, 'in rain…')
    """
    return _around(body, begin, end, _break_of(body))


def _break_of(body: str) -> re.Pattern[str]:
    return _BLANK_LINE if _BLANK_LINE.search(body) else _LINE_END


def _around(body: str, begin: int, end: int, paragraph_break: re.Pattern[str]) -> tuple[str, str]:
    low = max(0, begin - MOST_AROUND - _LONGEST_BREAK)
    breaks = [found.end() for found in paragraph_break.finditer(body, low, begin)]
    first = breaks[-1] if breaks else 0
    found = paragraph_break.search(body, end, end + MOST_AROUND + _LONGEST_BREAK)
    last = found.start() if found else len(body)
    return _ending(body, first, begin), _beginning(body, end, last)


def _ending(body: str, first: int, last: int) -> str:
    """The end of a stretch of text, whole where it is short."""
    if last - first <= MOST_AROUND:
        return body[first:last].lstrip()
    text = body[last - MOST_AROUND + 1 : last]
    if not body[last - MOST_AROUND].isspace():
        # The first word may be torn. A script without spaces has none to cut between.
        text = (text.split(maxsplit=1)[1:] or [text])[0] if not text[0].isspace() else text
    return "…" + text.lstrip()


def _beginning(body: str, first: int, last: int) -> str:
    if last - first <= MOST_AROUND:
        return body[first:last].rstrip()
    text = body[first : first + MOST_AROUND - 1]
    if not body[first + MOST_AROUND - 1].isspace():
        text = (text.rsplit(maxsplit=1)[:-1] or [text])[0] if not text[-1].isspace() else text
    return text.rstrip() + "…"


class _Page(NamedTuple):
    """An article, and what was cut out of it already: many events share a sentence."""

    header: Mapping[str, str]
    paragraph_break: re.Pattern[str]
    cut: dict[tuple[int, int], tuple[str, str, str]]

    @classmethod
    def of(cls, row: Mapping[str, str]) -> _Page:
        return cls(row, _break_of(row["body"]), {})

    def told(self, begin: int, end: int, first: int, last: int) -> Evidence:
        """What stands at a place, in the sentence from `first` to `last`."""
        body = self.header["body"]
        if (first, last) not in self.cut:
            self.cut[first, last] = (body[first:last], *_around(body, first, last, self.paragraph_break))
        sentence, before, after = self.cut[first, last]
        return Evidence(
            article=self.header["identifier"],
            title=self.header.get("title"),
            date=self.header.get("date"),
            url=self.header.get("url"),
            publisher=self.header.get("publisher"),
            sentence=sentence,
            begin=begin - first,
            end=end - first,
            offset=first,
            before=before,
            after=after,
        )


def _told(mentions: Mapping[str, Evidence], dated: Mapping[str, Iterable[str]]) -> Told:
    ordered = sorted(mentions, key=lambda mention: _as_published(mentions[mention]))
    words = dict.fromkeys(word for mention in ordered for word in dated.get(mention, ()) if word)
    return Told(tuple(mentions[mention] for mention in ordered), tuple(words))


def _as_published(evidence: Evidence) -> tuple[bool, str, str, int]:
    """The articles in the order of their dates, undated ones last, and each from its beginning."""
    return evidence.date is None, evidence.date or "", evidence.article, evidence.offset + evidence.begin
