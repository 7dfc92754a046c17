"""Which parts of a body are not the article's own text: teasers, captions, and words about the newspaper itself.

Sites put them between paragraphs. They stay in the text and in the graph, as zones; events told there are none of the
article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chronotope.extract.tokens import plain
from chronotope.languages import Language
from chronotope.mentions import Zone
from chronotope.text import Document, Span


def find_zones(document: Document, language: Language) -> Iterator[Zone]:
    """Yield the paragraphs that are no part of the article's own text, in order.

    >>> from chronotope.languages.fr import FRENCH
    >>> from chronotope.text import Article
    >>> body = "Un séisme a eu lieu.\\n\\nLire aussi : Tempête à Brest"
    >>> article = Article(identifier="a", body=body, language="fr")
    >>> document = Document(article=article, pipeline="", tokens=(), sentences=())
    >>> [(zone.kind, zone.span.of(body)) for zone in find_zones(document, FRENCH)]
    [('teaser', 'Lire aussi : Tempête à Brest')]
    """
    for line in re.finditer(r"[^\n]+", document.text):
        opening = plain(line[0].strip(' \t\xa0>»«-–—•*[]()"“”'))
        for kind, openings in (language.zone_openings or {}).items():
            if any(_opens(opening, words) for words in openings):
                yield Zone(Span(*line.span()), kind)
                break


def _opens(line: str, words: str) -> bool:
    """Whether a line begins with these words and then has a colon, a dash or nothing more."""
    if not line.startswith(words):
        return False
    rest = line[len(words) :].lstrip(" \xa0")
    return not rest or rest[0] in ":|–—-"


def in_zones(document: Document, zones: tuple[Zone, ...]) -> frozenset[int]:
    """The indices of the tokens within zones."""
    return frozenset(index for zone in zones for index in document.tokens_in(zone.span))
