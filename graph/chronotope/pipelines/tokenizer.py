"""Cuts press text into tokens, from a language's elisions, clitics and abbreviations.

The rules are spaCy's tokenizer, its punctuation classes, and a `Language`. spaCy's own French rules are not used: they
take 2.5 s to import, and split *attentat-suicide* where Universal Dependencies keeps it whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from spacy.attrs import ORTH
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, LIST_ELLIPSES, LIST_PUNCT, LIST_QUOTES
from spacy.lang.tokenizer_exceptions import URL_MATCH
from spacy.language import Language as SpacyLanguage
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry
from spacy.vocab import Vocab

from chronotope.languages import Language
from chronotope.registry import language_named

# spaCy takes one sign at a time off a word and then looks through all the rest: 4,000 brackets take 10 s. Addresses of
# the web are the longest words of the press, and stay well below.
_LONG_WORD = re.compile(r"\S{500,}")
_PIECE = 100
_APOSTROPHES = "'’ʼ"
_DASHES = "–—―"
# Numbers whose hyphens belong to them: dates ("2024-03-12", "01-Feb-02") and telephones ("555-0199").
_NUMBER = re.compile(r"\d{4}-\d\d?-\d\d?|\d\d?-(?:\d\d?|[A-Za-z]{3})-\d{2,4}|(?:\d{3}-){1,2}\d{4}|\d{5}-\d{4}")
# Signs that are drawn out for show, one token a run; before the same signs alone, because the first alternative wins.
_RUNS = [r"[=]{2,}", r"[*]{2,}", r"[_]{2,}", r"[!?]{2,}", r"-{2,}", r"[~]{2,}", r"[+]{2,}"]
_SIGNS = ["§", "%", "=", r"\+", "€", r"\$", "£", "¥", "°", "•", "›", "‹", "»", "«", "”", "“", f"[{_DASHES}]"]


@registry.tokenizers("chronotope.press.v1")  # type: ignore[untyped-decorator]  # spaCy gives it no type
def press_tokenizer(language: str) -> Callable[[SpacyLanguage], Tokenizer]:
    """The tokenizer by its name in a spaCy configuration; `language` is a code."""
    return lambda nlp: build_tokenizer(language_named(language), nlp.vocab)


class PressTokenizer(Tokenizer):  # type: ignore[misc]  # spaCy gives it no type
    """spaCy's tokenizer, in time that grows with the text alone: very long words are cut into pieces first."""

    def __call__(self, text: str) -> Doc:
        if _LONG_WORD.search(text) is None:
            return cast("Doc", super().__call__(text))
        tokens = [token for piece in _pieces(text) for token in super(PressTokenizer, self).__call__(piece)]
        spaces = [bool(token.whitespace_) for token in tokens]
        return Doc(self.vocab, words=[token.text for token in tokens], spaces=spaces)


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces that end within very long words; joined they are the text."""
    begin = 0
    for word in _LONG_WORD.finditer(text):
        for end in range(word.start() + _PIECE, word.end(), _PIECE):
            yield text[begin:end]
            begin = end
    yield text[begin:]


def build_tokenizer(language: Language, vocab: Vocab) -> Tokenizer:
    """A spaCy tokenizer for a language.

    >>> from chronotope.languages.fr import FRENCH
    >>> tokenizer = build_tokenizer(FRENCH, Vocab())
    >>> [token.text for token in tokenizer("M. Mallick a-t-il vu l’attentat-suicide ce mois-ci ?")]
    ['M.', 'Mallick', 'a', '-t-il', 'vu', 'l’', 'attentat-suicide', 'ce', 'mois-ci', '?']
    """
    punctuation = [*_RUNS, *LIST_PUNCT, *LIST_ELLIPSES, *LIST_QUOTES, *_SIGNS]
    elision = _alternatives(language.elided)
    prefixes = punctuation + ([rf"(?i:(?:{elision}))[{_APOSTROPHES}](?=[{ALPHA}\d«“\"])"] if elision else [])
    suffixes = [*punctuation, rf"(?<=[{ALPHA_LOWER}\d)\]»”\"{_DASHES}%])\.", rf"(?<=[{ALPHA_UPPER}][{ALPHA_UPPER}])\."]
    clitics, contractions = _alternatives(language.clitics), _alternatives(language.contractions)
    if clitics:
        suffixes.append(rf"(?<=[{ALPHA}])(?<!-t)-(?i:{clitics})")
    if contractions:
        suffixes.append(rf"(?<=[{ALPHA}])(?i:{contractions.replace(chr(39), f'[{_APOSTROPHES}]')})")
    infixes = [
        *LIST_ELLIPSES,
        rf"(?<=[{ALPHA}\d)])[{_DASHES}«»“”\"(\[/:;,](?=[{ALPHA}«“\"(])",
        rf"(?<=\d)[{_DASHES}](?=\d)",
    ]
    if language.cuts_hyphens:
        infixes.append(rf"(?<=[{ALPHA}\d])-(?=[{ALPHA}\d])")
    if elision:
        infixes.append(rf"(?<=[(«“\"{_DASHES}])(?i:{elision})[{_APOSTROPHES}]")
    return PressTokenizer(
        vocab,
        rules={form: [{ORTH: form}] for form in _forms(language.abbreviations + language.whole)},
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=_NUMBER.fullmatch,
        url_match=URL_MATCH,
    )


def words_of(phrase: str, language: Language) -> tuple[str, ...]:
    """A phrase of the ontology cut as texts are cut, so that it can be found in them; lower case, straight apostrophes.

    >>> from chronotope.languages.fr import FRENCH
    >>> words_of("Prise d’otages", FRENCH)
    ('prise', "d'", 'otages')
    """
    plain = phrase.lower().replace("’", "'")
    # An elided word is only seen to be one before another: "accusé d'".
    elided = plain.endswith("'")
    words = tuple(token.text for token in _tokenizer_of_words(language)(plain + "x" if elided else plain))
    return words[:-1] if elided else words


@cache
def _tokenizer_of_words(language: Language) -> Tokenizer:
    return build_tokenizer(language, Vocab())


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _forms(abbreviations: tuple[str, ...]) -> set[str]:
    return {form for word in abbreviations for form in (word, word[0].upper() + word[1:])}
