"""Whom a pronoun or a phrase like "le porte-parole" refers back to, within its text.

Rules of salience: a subject pronoun takes the last subject before it that fits in number and gender (Lappin and Leass
1994, "An Algorithm for Pronominal Anaphora Resolution", weigh subjects most); a phrase takes the name that stood beside
its noun ("Zabihullah Mujahid, porte-parole des talibans").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from chronotope.extract.learned.reading import Reading
from chronotope.extract.tokens import plain

_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
# How many sentences back a pronoun may refer.
_BACK: Final = 3


def antecedents(reading: Reading, heads: Mapping[int, str]) -> dict[str, str]:
    """Ids of mentions → ids of earlier mentions of the same actor; `heads` are mentions by their head tokens."""
    found: dict[str, str] = {}
    for index in sorted(heads):
        other = _of_pronoun(reading, heads, index) if reading.tokens[index].pos == "PRON" else None
        if other is None and reading.tokens[index].pos == "NOUN" and _takes_up(reading, index):
            other = _of_function(reading, heads, index)
            for find in (_of_body, _of_only_person):
                other = find(reading, heads, index) if other is None else other
        if other is not None and heads[other] != heads[index]:
            found[heads[index]] = heads[other]
    return found


def _of_pronoun(reading: Reading, heads: Mapping[int, str], index: int) -> int | None:
    """The last subject before a pronoun of the third person that it may stand for."""
    token = reading.tokens[index]
    if "Person=3" not in token.morph and plain(token.text) not in reading.words.language.pronouns:
        return None
    if plain(token.text) not in reading.words.language.pronouns:
        return None
    candidates = [each for each in _before(reading, heads, index) if _agrees(reading, each, index)]
    subjects = [each for each in candidates if reading.tokens[each].dep in _SUBJECTS or _is_inverted(reading, each)]
    return next(iter([*subjects, *candidates]), None)


def _before(reading: Reading, heads: Mapping[int, str], index: int) -> Iterator[int]:
    """The heads of people and bodies before a token, the nearest first; what a quotation says is passed over."""
    for each in sorted((head for head in heads if head < index), reverse=True):
        if reading.sentences[index] - reading.sentences[each] > _BACK:
            return
        kind = reading.kind_of(each)
        somebody = kind not in ("NOUN", "PRON", "NUM", "place", "ADJ") or reading.tokens[each].pos == "PRON"
        if somebody and (each in reading.quoted) == (index in reading.quoted):
            yield each


def _agrees(reading: Reading, one: int, other: int) -> bool:
    """Whether two tokens may be of one number and gender; a name tells neither."""
    first, second = reading.tokens[one].morph, reading.tokens[other].morph
    for feature, values in (("Number", ("Sing", "Plur")), ("Gender", ("Masc", "Fem"))):
        told = [next((value for value in values if f"{feature}={value}" in morph), None) for morph in (first, second)]
        if feature == "Gender" and reading.tokens[one].pos == "PROPN":
            continue
        if None not in told and told[0] != told[1]:
            return False
    return True


def _is_inverted(reading: Reading, index: int) -> bool:
    """Whether a phrase follows a verb of saying as its subject."""
    above = reading.governor(index)
    return above is not None and above < index and reading.tokens[above].lemma in reading.words.speech_verbs


def _of_function(reading: Reading, heads: Mapping[int, str], index: int) -> int | None:
    """The name beside which the same noun stood before: "le maire, Paul Roy, … Le maire a dit"."""
    token = reading.tokens[index]
    for each in range(index - 1, -1, -1):
        if reading.tokens[each].lemma == token.lemma and reading.tokens[each].pos == "NOUN":
            named = _named(reading, each)
            if named is not None and named in heads:
                return named
    return None


def _takes_up(reading: Reading, index: int) -> bool:
    """Whether a phrase is one that may refer back: definite, singular, without a name or a complement of its own."""
    token, words = reading.tokens[index], reading.words
    if token.lemma not in words.actor_nouns and token.lemma not in words.language.bodies:
        return False
    determiners = {plain(reading.tokens[each].text) for each in reading.arcs.under(index, "det")}
    if not determiners or determiners & words.language.indefinite or "Number=Plur" in token.morph:
        return False
    return not reading.arcs.under(index, "nummod", "nmod") and _named(reading, index) is None


def _of_body(reading: Reading, heads: Mapping[int, str], index: int) -> int | None:
    """The last organisation named before "le groupe", "the company"."""
    if reading.tokens[index].lemma not in reading.words.language.bodies:
        return None
    return next((each for each in _before(reading, heads, index) if reading.kind_of(each) == "organization+"), None)


def _of_only_person(reading: Reading, heads: Mapping[int, str], index: int) -> int | None:
    """The person named before "le directeur général", where the text has named no other yet."""
    if reading.words.actor_nouns.get(reading.tokens[index].lemma) != "person":
        return None
    named = [each for each in heads if each < index and reading.kind_of(each).startswith("person+")]
    last = {plain(reading.document.tokens[each].text) for each in named}
    return max(named) if len(last) == 1 else None


def _named(reading: Reading, noun: int) -> int | None:
    """The name in apposition to a noun, or that the noun is in apposition to."""
    arcs = reading.arcs
    for each in arcs.under(noun, "appos", "flat", "flat:name", "nmod", "compound"):
        if reading.tokens[each].pos == "PROPN" and not reading.cases(each):
            return each
    above = reading.governor(noun)
    if above is not None and reading.tokens[noun].dep in ("appos", "compound") and reading.tokens[above].pos == "PROPN":
        return above
    return None
