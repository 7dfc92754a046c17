"""On which side of the telling a phrase lies, by the tense of what governs it.

Nothing here knows a language. Where a pipeline tells morphology and arcs, the governing verb decides; else the words
of the clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from chronotope.extract.tokens import clause_around, ends_in_future, plain
from chronotope.languages import Language
from chronotope.text import Document, Token

Tense = Literal["past", "future", "near"]
"""`near` is the present, of which either side may be meant."""

_VERBS = frozenset({"VERB", "AUX"})
_FURTHEST_VERB = 8
_FURTHEST_AUXILIARY = 6
_FURTHEST_OF_CLAUSE = 40


def tense_around(document: Document, begin: int, end: int, language: Language) -> Tense | None:
    """The tense of what governs the tokens from `begin` up to `end`; None when nothing tells.

    >>> from chronotope.languages.fr import FRENCH
    >>> from chronotope.pipelines import load_pipeline
    >>> from chronotope.text import Article
    >>> (document,) = load_pipeline("fr").read([Article(identifier="a", body="Il partira lundi.", language="fr")])
    >>> tense_around(document, 2, 3, FRENCH)
    'future'
    """
    told = False
    for verb in _governing_verbs(document.tokens, begin, end):
        tense = _tense_of_verb(document.tokens, verb, language)
        if tense == "future" or (tense is not None and not told):
            return tense
        # "Il a promis de partir lundi": the promise is past, but not what is promised.
        told = True
    if told:
        return None
    return _tense_of_clause(document, begin, language)


def _governing_verbs(tokens: Sequence[Token], begin: int, end: int) -> Iterator[int]:
    """The verbs above a phrase, the nearest first."""
    index = next((i for i in range(begin, end) if not begin <= tokens[i].head < end), begin)
    for _ in range(_FURTHEST_VERB):
        head = tokens[index].head
        if head in (-1, index):
            return
        index = head
        if tokens[index].pos in _VERBS:
            yield index


def _tense_of_verb(tokens: Sequence[Token], verb: int, language: Language) -> Tense | None:
    nearby = range(max(0, verb - _FURTHEST_AUXILIARY), min(len(tokens), verb + _FURTHEST_AUXILIARY))
    group = [tokens[verb], *(tokens[i] for i in nearby if tokens[i].head == verb and tokens[i].dep.startswith("aux"))]
    # Parsers take the first word of "due to launch" for a mark of its verb.
    marks = (tokens[i] for i in nearby if tokens[i].head == verb and tokens[i].dep == "mark")
    words = {plain(token.text) for token in (*group, *marks)}
    if words & language.planned or any(_is_future(token, language) for token in group):
        return "future"
    forms = " ".join(token.morph for token in group)
    if "VerbForm=Inf" in forms:
        return None
    if "Mood=Cnd" in group[0].morph:
        # "Il a dit qu'il partirait lundi": the future of what is told.
        return "future"
    if "Tense=Imp" in forms or "Tense=Pqp" in forms:
        return "past"
    if "Tense=Past" in forms or (len(group) > 1 and "VerbForm=Part" in group[0].morph):
        # "Il est jugé lundi" is present, "il est parti lundi" and "il a été jugé lundi" are past.
        present = len(group) == 2 and "Voice=Pass" in group[0].morph and "Tense=Pres" in group[1].morph
        return "near" if present and words & language.passive_auxiliaries else "past"
    return "near" if "Tense=Pres" in forms and "VerbForm=Fin" in forms else None


def _tense_of_clause(document: Document, index: int, language: Language) -> Tense | None:
    clause = [document.tokens[i] for i in clause_around(document, index, language, _FURTHEST_OF_CLAUSE)]
    if any(_is_future(token, language) or plain(token.text) in language.planned for token in clause):
        return "future"
    if any("Tense=Past" in token.morph or "Tense=Imp" in token.morph for token in clause):
        return "past"
    return None


def _is_future(token: Token, language: Language) -> bool:
    """Whether a token is a verb in the future, or its mark ("partira", "will").

    Verbs of planning are no sign: "il a appelé lundi à manifester" told of it on a Monday that is past.
    """
    if token.pos and token.pos not in _VERBS and token.pos != "PART":
        return False
    word = plain(token.text)
    return "Tense=Fut" in token.morph or word in language.future or ends_in_future(word, language)
