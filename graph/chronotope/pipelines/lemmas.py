"""Dictionary forms, from word lists (simplemma) and from what a model makes of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

import simplemma
from spacy.language import Language as SpacyLanguage
from spacy.tokens import Doc, Token

_LONGEST_ACRONYM: Final = 3
_INFLECTED: Final = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
# Where the word lists have a verb for a form, its dictionary form ends so.
_INFINITIVES: Final = {"fr": ("er", "ir", "re")}


@lru_cache(maxsize=100_000)
def plain_lemma(lemma: str) -> str:
    """A lemma as lexicons have it: lower case, straight apostrophes.

    >>> plain_lemma("Qu’")
    "qu'"
    """
    return lemma.lower().replace("’", "'")


@lru_cache(maxsize=100_000)
def lemma_of(word: str, language: str) -> str:
    """The dictionary form of a word, lower case with straight apostrophes; languages without a list keep the word.

    >>> lemma_of("Attentats", "fr"), lemma_of("struck", "en"), lemma_of("L’", "fr")
    ('attentat', 'strike', "l'")
    """
    plain = plain_lemma(word)
    if not plain.isalpha():
        return plain
    return simplemma.lemmatize(plain, lang=language).lower() if language in _simplemma_languages() else plain


@cache
def _simplemma_languages() -> frozenset[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES  # noqa: PLC0415

    return frozenset(SUPPORTED_LANGUAGES)


@lru_cache(maxsize=100_000)
def repaired_lemma(word: str, pos: str, lemma: str, language: str) -> str:
    """A model's lemma, put right by word lists where it is no word, or no dictionary form.

    A model learns endings, and applies them to words that it has not met. `pos` is the part of speech of Universal
    Dependencies; capitals are as in its treebanks.

    >>> repaired_lemma("continuent", "VERB", "continuoir", "fr"), repaired_lemma("errent", "VERB", "errent", "fr")
    ('continuer', 'errer')
    >>> repaired_lemma("divided", "VERB", "divid", "en"), repaired_lemma("TERRIBLE", "ADJ", "TERRIBLE", "en")
    ('divide', 'terrible')
    """
    if pos in ("PUNCT", "SYM") or not lemma:
        return word
    if any(sign.isdigit() for sign in word):
        return lemma if set(lemma.lower()) <= set(word.lower()) else word
    plain = word.lower()
    if language not in _simplemma_languages() or not plain.isalpha():
        return lemma
    if pos == "PROPN":
        return word if lemma.islower() and word[0].isupper() and not _is_known(lemma, language) else lemma
    if word.isupper() and len(word) > _LONGEST_ACRONYM and _is_known(plain, language):
        lemma = lemma.lower()
    elif word.isupper() and lemma[:1].islower() and not lemma.islower():
        lemma = word
    if pos in _INFLECTED and _is_known(plain, language) and _is_no_entry(lemma.lower(), pos, language):
        return simplemma.lemmatize(plain, lang=language)
    return lemma


@SpacyLanguage.factory("chronotope_lemmas", assigns=["token.lemma", "token.pos"])
def make_repair(nlp: SpacyLanguage, name: str, language: str) -> Callable[[Doc], Doc]:  # noqa: ARG001  # what spaCy gives
    """A spaCy component that puts lemmas right, and tags of verbs taken for nouns; `language` is a code."""

    def repair(doc: Doc) -> Doc:
        for token in doc:
            if token.dep_ in _SUBJECTS and (lemma := _as_verb(token.head, language)):
                token.head.pos_, token.head.lemma_ = "VERB", lemma
        for token in doc:
            lemma = repaired_lemma(token.text, token.pos_, token.lemma_, language)
            if lemma != token.lemma_:
                token.lemma_ = lemma
        return doc

    return repair


def _as_verb(head: Token, language: str) -> str | None:
    """The verb that a word with a subject is a form of, when it was tagged as no verb and has no copula ("il nie")."""
    if head.pos_ not in ("NOUN", "ADV", "PROPN") or any(child.dep_ == "cop" for child in head.children):
        return None
    plain = plain_lemma(head.text)
    lemma = lemma_of(plain, language)
    is_verb = lemma != plain and lemma.endswith(_INFINITIVES.get(language, ()))
    return lemma if is_verb and _is_known(plain, language) else None


def _is_no_entry(lemma: str, pos: str, language: str) -> bool:
    """Whether no dictionary has a lemma, or has it as a form of another verb; adjectives may be forms of verbs."""
    if not _is_known(lemma, language):
        return True
    return pos in ("VERB", "AUX") and simplemma.lemmatize(lemma, lang=language) != lemma


@lru_cache(maxsize=100_000)
def _is_known(word: str, language: str) -> bool:
    return simplemma.is_known(word, lang=language)
