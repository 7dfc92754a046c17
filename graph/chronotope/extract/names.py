"""Looks up names of several tokens, the longest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from chronotope.extract.tokens import is_capitalised, plain, span_of
from chronotope.gazetteer import fold
from chronotope.languages import Language
from chronotope.lexicon import KnownActor, Lexicon
from chronotope.text import Document

Found = TypeVar("Found")
_LONGEST_NAME = 7
_SHOUTED = 4


def longest_name(document: Document, index: int, look_up: Callable[[str], Found | None]) -> tuple[int, Found] | None:
    """The longest run of tokens from `index` on that `look_up` knows: where it ends, and what was found.

    A name stays within its sentence and keeps the text's own spaces and apostrophes.
    """
    sentence = document.tokens_in(document.sentence_at(document.tokens[index].begin))
    for end in range(min(index + _LONGEST_NAME, sentence.stop), index, -1):
        found = look_up(span_of(document, index, end).of(document.text))
        if found is not None:
            return end, found
    return None


def longest_known_actor(document: Document, index: int, lexicon: Lexicon) -> tuple[int, KnownActor] | None:
    """The longest name of the thesaurus from `index` on: where it ends, and whose it is.

    In a line of capitals every word looks like an acronym, so an acronym is none beside a longer word in capitals.
    """
    found = longest_name(document, index, lambda name: lexicon.known_actor(name, document.language))
    alone = found is not None and found[0] == index + 1
    if found is None or not alone or (document.language, document.tokens[index].text) not in lexicon.acronyms:
        return found
    beside = [document.tokens[each].text for each in (index - 1, found[0]) if 0 <= each < len(document.tokens)]
    shouted = any(word.isupper() and len(word) >= _SHOUTED and fold(word) not in lexicon.actors for word in beside)
    return None if shouted else found


def capitalised_run(document: Document, index: int, language: Language) -> int:
    """Where the run of capitalised tokens from `index` on ends; particles within it belong to it.

    >>> from chronotope.languages.fr import FRENCH
    >>> from chronotope.pipelines import load_pipeline
    >>> from chronotope.text import Article
    >>> article = Article(identifier="a", body="Jean de La Fontaine de retour", language="fr")
    >>> (document,) = load_pipeline("fr").read([article])
    >>> [token.text for token in document.tokens[0 : capitalised_run(document, 0, FRENCH)]]
    ['Jean', 'de', 'La', 'Fontaine']
    """
    end = index
    position = index
    limit = document.tokens_in(document.sentence_at(document.tokens[index].begin)).stop
    while position < limit:
        token = document.tokens[position]
        if is_capitalised(token):
            end = position + 1
        elif not (end > index and plain(token.text) in language.name_particles and position - end < 2):
            break
        position += 1
    return end


def part_of_name(document: Document, begin: int, end: int) -> bool:
    """Whether a capitalised neighbour shows that the tokens are part of a longer name ("Washington Post")."""
    tokens = document.tokens
    sentence = document.tokens_in(document.sentence_at(tokens[begin].begin))
    after = end < sentence.stop and is_capitalised(tokens[end])
    before = begin - 1 > sentence.start and is_capitalised(tokens[begin - 1])
    return after or before
