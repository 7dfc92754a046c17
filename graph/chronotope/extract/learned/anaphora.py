"""Whom a pronoun or a phrase like "le porte-parole" refers back to, within its text.

Rules of salience: a subject pronoun takes the last subject before it that fits in number and gender (Lappin and Leass
1994, "An Algorithm for Pronominal Anaphora Resolution", weigh subjects most); a phrase takes the name that stood beside
its noun ("Jeanne Martin, porte-parole du syndicat").
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from chronotope.extract.learned.reading import Reading
from chronotope.extract.tokens import plain

_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
# How many sentences back a pronoun may refer, and how many mentions are looked at on the way.
_BACK: Final = 3
_LOOKED: Final = 60


def antecedents(reading: Reading, heads: Mapping[int, str]) -> dict[str, str]:
    """Ids of mentions → ids of earlier mentions of the same actor; `heads` are mentions by their head tokens."""
    search = _Search.of(reading, heads)
    found: dict[str, str] = {}
    for index in search.order:
        other = search.antecedent(index)
        if other is not None and heads[other] != heads[index]:
            # What an antecedent itself refers to: "il … il" are both the one named first.
            found[heads[index]] = found.get(heads[other], heads[other])
    return found


@dataclass(frozen=True, slots=True)
class _Search:
    """The heads of a text in order, and those that have a name, by what they are called."""

    reading: Reading
    order: Sequence[int]
    functions: Mapping[str, Sequence[tuple[int, int]]]
    """Nouns with a name beside them, by lemma: where they stand, and the name's head."""
    persons: Sequence[int]
    only: int
    """Before this token one person at most is named."""

    @classmethod
    def of(cls, reading: Reading, heads: Mapping[int, str]) -> _Search:
        functions: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for index, token in enumerate(reading.tokens):
            if token.pos == "NOUN" and token.lemma in reading.words.actor_nouns:
                named = _named(reading, index)
                if named is not None and named in heads:
                    functions[token.lemma].append((max(index, named), named))
        order = sorted(heads)
        persons = [each for each in order if reading.kind_of(each).startswith("person+")]
        second = (each for each in persons if _called(reading, each) != _called(reading, persons[0]))
        named_nouns = {lemma: sorted(its) for lemma, its in functions.items()}
        return cls(reading, order, named_nouns, persons, next(second, len(reading.tokens)))

    def antecedent(self, index: int) -> int | None:
        """The head that a head refers back to."""
        token = self.reading.tokens[index]
        if token.pos == "PRON":
            return self._of_pronoun(index)
        if token.pos != "NOUN" or not _takes_up(self.reading, index):
            return None
        for find in (self._of_function, self._of_body, self._of_only_person):
            found = find(index)
            if found is not None:
                return found
        return None

    def _of_pronoun(self, index: int) -> int | None:
        """The last subject before a pronoun of the third person that it may stand for."""
        if plain(self.reading.tokens[index].text) not in self.reading.words.language.pronouns:
            return None
        candidates = [each for each in self._before(index) if _agrees(self.reading, each, index)]
        subjects = [
            each
            for each in candidates
            if self.reading.tokens[each].dep in _SUBJECTS or _is_inverted(self.reading, each)
        ]
        return next(iter([*subjects, *candidates]), None)

    def _before(self, index: int) -> Iterator[int]:
        """The heads of people and bodies before a token, the nearest first; what a quotation says is passed over."""
        reading, place = self.reading, bisect_left(self.order, index)
        for each in reversed(self.order[max(0, place - _LOOKED) : place]):
            if reading.sentences[index] - reading.sentences[each] > _BACK:
                return
            kind = reading.kind_of(each)
            somebody = kind not in ("NOUN", "PRON", "NUM", "place", "ADJ") or reading.tokens[each].pos == "PRON"
            if somebody and (each in reading.quoted) == (index in reading.quoted):
                yield each

    def _of_function(self, index: int) -> int | None:
        """The name beside which the same noun stood before: "le maire, Paul Roy, … Le maire a dit"."""
        named = self.functions.get(self.reading.tokens[index].lemma, ())
        place = bisect_left(named, (index, 0))
        return named[place - 1][1] if place else None

    def _of_body(self, index: int) -> int | None:
        """The last organisation named before "le groupe", "the company"."""
        if self.reading.tokens[index].lemma not in self.reading.words.language.bodies:
            return None
        return next((each for each in self._before(index) if self.reading.kind_of(each) == "organization+"), None)

    def _of_only_person(self, index: int) -> int | None:
        """The person named before "le directeur général", where the text has named no other yet."""
        if self.reading.words.actor_nouns.get(self.reading.tokens[index].lemma) != "person" or index > self.only:
            return None
        place = bisect_left(self.persons, index)
        return self.persons[place - 1] if place else None


def _called(reading: Reading, head: int) -> list[str]:
    """The words of a name."""
    return [reading.tokens[each].text for each in (head, *reading.arcs.under(head, "flat", "flat:name", "compound"))]


def _agrees(reading: Reading, one: int, other: int) -> bool:
    """Whether two tokens may be of one number and gender; a name tells no gender."""
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


def _takes_up(reading: Reading, index: int) -> bool:
    """Whether a phrase is one that may refer back: definite, singular, without a name or a complement of its own."""
    token, words = reading.tokens[index], reading.words
    if token.lemma not in words.actor_nouns and token.lemma not in words.language.bodies:
        return False
    determiners = {plain(reading.tokens[each].text) for each in reading.arcs.under(index, "det")}
    if not determiners or determiners & words.language.indefinite or "Number=Plur" in token.morph:
        return False
    return not reading.arcs.under(index, "nummod", "nmod") and _named(reading, index) is None


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
