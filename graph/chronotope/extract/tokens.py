"""How extractors look at tokens: plain forms, capitals, clauses.

Nothing here knows a language; what differs between languages is a parameter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from chronotope.languages import Language
from chronotope.text import Document, Span, Token

_CLAUSE_SIGNS = frozenset(";:—–()[]")
_QUOTES = frozenset('«»“”"„‟❝❞')


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """A token as dictionaries write it: lower case, straight apostrophe.

    >>> plain("L’"), plain("Attentat")
    ("l'", 'attentat')
    """
    return text.lower().replace("’", "'").replace("ʼ", "'")


def is_capitalised(token: Token) -> bool:
    """Whether a token is a word that begins with a capital."""
    return token.text[:1].isupper() and any(sign.isalpha() for sign in token.text)


def is_quote(token: Token) -> bool:
    return token.text in _QUOTES


def begins_sentence(document: Document, index: int) -> bool:
    """Whether a token opens its sentence, or a quotation within it."""
    token = document.tokens[index]
    if document.sentence_at(token.begin).begin == token.begin:
        return True
    return index > 0 and (
        is_quote(document.tokens[index - 1]) or document.tokens[index - 1].text in {"-", "–", "—", ":"}
    )


def clause_around(document: Document, index: int, language: Language, furthest: int | None = None) -> range:
    """The tokens of the clause that holds a token: bounded by its sentence, strong signs and subordinators.

    A comma bounds nothing, because it also cuts appositions and enumerations. `furthest` is how many tokens it may
    hold on either side: who asks for the clause of each of many tokens of an endless sentence has to name one.
    """
    sentence = document.tokens_in(document.sentence_at(document.tokens[index].begin))
    first, last = sentence.start, sentence.stop
    if furthest is not None:
        first, last = max(first, index - furthest), min(last, index + 1 + furthest)
    begin, end = index, index + 1
    while begin > first and not _bounds_clause(document.tokens, begin - 1, language):
        begin -= 1
    while end < last and not _bounds_clause(document.tokens, end, language):
        end += 1
    return range(begin, end)


def _bounds_clause(tokens: Sequence[Token], index: int, language: Language) -> bool:
    text = tokens[index].text
    return text in _CLAUSE_SIGNS or text in _QUOTES or plain(text) in language.subordinators


def matches(tokens: Sequence[Token], index: int, words: Sequence[str]) -> bool:
    """Whether the tokens from an index on are these words, as written or by lemma."""
    if index + len(words) > len(tokens):
        return False
    here = tokens[index : index + len(words)]
    return all(word in (plain(token.text), token.lemma) for word, token in zip(words, here, strict=True))


def span_of(document: Document, begin: int, end: int) -> Span:
    """The span of the tokens from index `begin` up to, not including, `end`."""
    return Span(document.tokens[begin].begin, document.tokens[end - 1].end)


def tokens_touched(document: Document, spans: Iterable[Span]) -> frozenset[int]:
    """The indices of all tokens that share a sign with one of the spans."""
    return frozenset(index for span in spans for index in _touched(document, span))


def _touched(document: Document, span: Span) -> range:
    within = document.tokens_in(span)
    cut = within.start > 0 and document.tokens[within.start - 1].end > span.begin
    return range(within.start - cut, within.stop)


def preposition_before(document: Document, span: Span, language: Language) -> str:
    """The preposition before a noun phrase, its determiners left out; empty when there is none.

    "Des rebelles" at the head of a sentence and "par des rebelles" have an article where "chef des rebelles" has a
    preposition.
    """
    index = document.tokens_in(span).start - 1
    while index >= 0 and _is_determiner(document, index, language):
        index -= 1
    word = plain(document.tokens[index].text) if index >= 0 else ""
    return word if word in language.prepositions or word in language.of else ""


def _is_determiner(document: Document, index: int, language: Language) -> bool:
    word = plain(document.tokens[index].text)
    if word not in language.of and word not in language.prepositions:
        return word in language.determiners
    if word not in language.of & language.determiners:
        return False
    return begins_sentence(document, index) or plain(document.tokens[index - 1].text) in language.prepositions


def ends_in_future(word: str, language: Language) -> bool:
    """Whether a plain word has an ending of the future; languages that mark it by words have none."""
    return any(mark.startswith("-") and word.endswith(mark[1:]) for mark in language.future)
