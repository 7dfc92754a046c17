"""Which phrases of one article are one actor: by name, by apposition, by what refers back, by the same words.

Precision comes first: whatever two actors of the article would fit stays apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from chronotope.extract.tokens import plain
from chronotope.languages import Language
from chronotope.lexicon import Lexicon
from chronotope.mentions import ClaimMention, Extraction
from chronotope.resolve.actor_names import identities
from chronotope.resolve.actor_phrases import Phrase, read_phrases, words_of_name

# How many sentences back "la préfecture" may be "la préfecture de police" named before.
_NEAR: Final = 3
_LOOKED_AT: Final = 60
_BOUNDARY: Final = re.compile(r"\s*(?:[,.;:!?)\]»”\"]|$|\n)")
_COMPLEMENT: Final = re.compile(r"(?:[ \u00a0]([^\W\d_]+['’]?)[^,.;:!?()\n]{0,60})?(?:[,.;:!?)»”\n]|$)")
_LINK: Final = re.compile(r"\s(?:[^\W\d_]{1,3}|&)\s(?:[^\W\d_]{1,3}\s|[ld]['’])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Phrases of one actor, in the order of the text, and the identity that its names have within the article."""

    phrases: tuple[Phrase, ...]
    identity: str | None
    body: str | None
    """The identity of the body it is told to be of, else its name."""


def cluster_actors(extraction: Extraction, lexicon: Lexicon) -> tuple[Cluster, ...]:
    """The phrases of an article by the actor they are for, in the order of the text."""
    phrases = read_phrases(extraction, lexicon)
    language = lexicon.words[extraction.article.language].language
    names = identities(phrases, lexicon, language.code, extraction.article.body)
    search = _Search(
        phrases,
        names,
        language,
        extraction.article.body,
        heads_of_state=lexicon.words[language.code].heads_of_state,
        begins=[sentence.begin for sentence in extraction.sentences],
        places=sorted(place.span.begin for place in extraction.places),
    )
    search.join_names()
    search.join_appositions()
    search.join_antecedents()
    search.join_speakers(extraction.claims)
    search.join_nouns()
    return search.clusters()


@dataclass(slots=True)
class _Search:
    """Joins phrases, given by their index; `above` leads to the first phrase of an actor."""

    phrases: Sequence[Phrase]
    names: Mapping[str, str]
    language: Language
    text: str
    heads_of_state: frozenset[str]
    begins: Sequence[int]
    """Where the sentences begin."""
    places: Sequence[int]
    """Where the names of places begin."""
    at: int = 0
    above: list[int] = field(init=False)
    identity: list[str | None] = field(init=False)
    of_country: dict[str, list[int]] = field(init=False)
    """People of the thesaurus by their country."""
    bodies: dict[int, str] = field(default_factory=dict)
    functions: dict[str, set[str | None]] = field(default_factory=lambda: defaultdict(set))
    """Nouns → the identities of those who are told to be that, by a title or in apposition."""

    def __post_init__(self) -> None:
        self.above = list(range(len(self.phrases)))
        self.identity = [self.names.get(phrase.mention.id) for phrase in self.phrases]
        self.of_country = defaultdict(list)
        for index, phrase in enumerate(self.phrases):
            if phrase.known is not None and phrase.known.kind == "person" and phrase.known.country is not None:
                self.of_country[phrase.known.country].append(index)

    def root(self, index: int) -> int:
        while self.above[index] != index:
            self.above[index] = self.above[self.above[index]]
            index = self.above[index]
        return index

    def join(self, one: int, other: int) -> bool:
        """Make two phrases one actor, unless their names or numbers tell that they are two."""
        one, other = self.root(one), self.root(other)
        if one == other:
            return True
        identities_ = {self.identity[one], self.identity[other]} - {None}
        if len(identities_) > 1:
            return False
        first, second = min(one, other), max(one, other)
        self.above[second] = first
        self.identity[first] = next(iter(identities_), None)
        return True

    def join_names(self) -> None:
        first: dict[str, int] = {}
        for index, phrase in enumerate(self.phrases):
            identity = self.names.get(phrase.mention.id)
            if identity is not None:
                self.join(first.setdefault(identity, index), index)

    def join_antecedents(self) -> None:
        """What the extractors say refers back, but no noun to a state: "the U.S. district judge" is not the state."""
        index_of = {phrase.mention.id: index for index, phrase in enumerate(self.phrases)}
        for index, phrase in enumerate(self.phrases):
            earlier = index_of.get(phrase.mention.antecedent or "")
            if earlier is None:
                continue
            before = self.phrases[earlier]
            if phrase.pronoun or before.pronoun or self._may_be(phrase, earlier):
                self.join(earlier, index)

    def _may_be(self, phrase: Phrase, earlier: int) -> bool:
        """Whether a noun takes up what it is said to: it adds nothing, and nobody else is told to be that."""
        before = self.phrases[earlier]
        if before.mention.actor_kind == "state" or phrase.words or not _agree(phrase, before):
            return False
        told = self.functions.get(phrase.noun or "", set())
        return not told or self.identity[self.root(earlier)] in told

    def join_speakers(self, claims: Iterable[ClaimMention]) -> None:
        """ "I" within a quotation is who speaks."""
        index_of = {phrase.mention.id: index for index, phrase in enumerate(self.phrases)}
        speakers = [
            index for index, phrase in enumerate(self.phrases) if phrase.pronoun and self._is_first_person(phrase)
        ]
        begins = [self.phrases[index].mention.span.begin for index in speakers]
        innermost: dict[int, ClaimMention] = {}
        for claim in claims:
            if claim.speech != "direct" or claim.holder not in index_of:
                continue
            for each in range(bisect_left(begins, claim.scope.begin), bisect_right(begins, claim.scope.end)):
                known = innermost.get(speakers[each])
                if known is None or claim.scope.end - claim.scope.begin < known.scope.end - known.scope.begin:
                    innermost[speakers[each]] = claim
        for index, claim in innermost.items():
            holder = self.phrases[index_of[claim.holder]]
            if not holder.plural and holder.is_people:
                self.join(index_of[claim.holder], index)

    def _is_first_person(self, phrase: Phrase) -> bool:
        return plain(phrase.mention.text) in self.language.first_person

    def join_appositions(self) -> None:
        """ "Le président, Paul Roy," · "Ana Roy, porte-parole" · "le groupe Vauquelin" · "Ana Roy (LR)"."""
        for index, (one, other) in enumerate(zip(self.phrases, self.phrases[1:], strict=False)):
            gap = self.text[one.mention.span.end : other.begin]
            beside = gap in (" ", "\u00a0") and self._names_noun(one, other)
            if beside or (gap == ", " and self._is_apposition(index)):
                self.join(index, index + 1)
            self._tell_body(index, gap)
        for index, phrase in enumerate(self.phrases):
            if phrase.noun is not None and self.identity[self.root(index)] is not None:
                self.functions[phrase.noun].add(self.identity[self.root(index)])

    def _names_noun(self, one: Phrase, other: Phrase) -> bool:
        """Whether a noun stands directly before its name, or after it: "the Wagner group"."""
        if self.language.demonyms_before and one.name is not None and one.is_body and other.nameless:
            return other.noun in self.language.bodies and not other.plural and not other.words
        if one.noun is None or not one.nameless or one.plural or other.name is None or one.determiner == "none":
            return False
        if one.is_body and other.is_body:
            return True
        # "The judge Roy named" is no apposition where clauses may lack their pronoun.
        whole = not self.language.demonyms_before or len(words_of_name(other.name)) > 1
        return one.is_people and other.mention.actor_kind == "person" and whole

    def _is_apposition(self, index: int) -> bool:
        one, other = self.phrases[index], self.phrases[index + 1]
        if not (one.is_people and other.is_people) and not (one.is_body and other.is_body):
            return False
        if one.noun is not None and one.nameless and other.name is not None:
            closed = _BOUNDARY.match(self.text, other.mention.span.end)
            return not one.plural and closed is not None and not self._continues_list(index)
        if one.name is None or other.noun is None or not other.nameless or other.plural or other.determiner == "owning":
            return False
        if other.determiner != "none" and not self._is_closed(other):
            return False
        after = self.phrases[index + 2] if index + 2 < len(self.phrases) else None
        gap = self.text[other.mention.span.end : after.begin] if after is not None else ""
        # "X, le président russe et …" and "X, le chancelier, Y," are lists.
        return not _LINK.fullmatch(gap) and not (gap == ", " and after is not None and after.name is not None)

    def _is_closed(self, phrase: Phrase) -> bool:
        """Whether a comma or an end follows a phrase and its complement: "selon Ana Roy, le suspect a fui" has none."""
        after = _COMPLEMENT.match(self.text, phrase.mention.span.end)
        return after is not None and (after[1] is None or plain(after[1]) in self.language.prepositions)

    def _continues_list(self, index: int) -> bool:
        """Whether a name and a comma stand before a phrase: "Ana Roy, le maire, Paul Roy,"."""
        before = self.phrases[index - 1] if index else None
        gap = self.text[before.mention.span.end : self.phrases[index].begin] if before is not None else ""
        return gap == ", " and before is not None and self.root(index - 1) == self.root(index)

    def _tell_body(self, index: int, gap: str) -> None:
        """ "Ana Roy (LR)" · "le général Roy, de l'Otan" · "Interpol spokesman John Roy"."""
        one, other = self.phrases[index], self.phrases[index + 1]
        if one.is_people and other.is_body and other.name is not None:
            closed = self.text[other.mention.span.end : other.mention.span.end + 1] == ")"
            if (gap.strip() == "(" and closed) or (one.name is not None and self._is_of(gap)):
                self.bodies.setdefault(self.root(index), self.names[other.mention.id])
        elif one.is_body and one.name is not None and other.noun is not None and other.is_people:
            alone = other.name is not None or not other.words
            if gap in (" ", "'s ", "’s ") and self.language.demonyms_before and alone:
                self.bodies.setdefault(self.root(index + 1), self.names[one.mention.id])

    def _is_of(self, gap: str) -> bool:
        comma, _, words = gap.partition(",")
        told = words.replace("’", "'").lower().split()
        return not comma and bool(told) and told[0] in self.language.of and len(told) <= 2

    def join_nouns(self) -> None:
        """Phrases without names, in the order of the text: what each takes up of what stands before it."""
        seen = _Seen()
        for index, phrase in enumerate(self.phrases):
            if phrase.pronoun:
                continue
            alone = self.identity[self.root(index)] is None and self.root(index) == index
            self.at = index
            if phrase.nameless and alone and not self._is_modifier(index):
                earlier = self._taken_up(phrase, seen)
                if earlier is not None:
                    self.join(earlier, index)
            if phrase.noun is not None or phrase.nameless:
                seen.add(index, phrase)

    def _is_modifier(self, index: int) -> bool:
        """Whether a noun only tells of which sort the next one is: "union members"."""
        if not self.language.demonyms_before or index + 1 >= len(self.phrases) or self.phrases[index].plural:
            return False
        other = self.phrases[index + 1]
        return other.nameless and other.mention.span.begin == self.phrases[index].mention.span.end + 1

    def _taken_up(self, phrase: Phrase, seen: _Seen) -> int | None:
        same = seen.same.get(_sameness(phrase), [])
        if phrase.plural or phrase.number is not None:
            return self._group(phrase, same)
        if phrase.determiner == "owning":
            return next((each for each in same[-1:] if self._is_near(phrase, each)), None)
        if phrase.determiner == "indefinite":
            return None
        if same:
            return same[-1]
        if phrase.noun is None or phrase.determiner != "definite" or phrase.words:
            return None
        before = seen.nouns.get(phrase.noun, [])
        return self._holder(phrase, before) or self._head_of_state(phrase, before)

    def _group(self, phrase: Phrase, same: Sequence[int]) -> int | None:
        """A group of the same words and the same number; a number and another are two groups."""
        if phrase.number is not None:
            return next((each for each in same[:-_LOOKED_AT:-1] if self.phrases[each].number == phrase.number), None)
        uncounted = [each for each in same[-_LOOKED_AT:] if self.phrases[each].number is None]
        if phrase.determiner != "definite" or uncounted:
            return uncounted[-1] if uncounted else None
        numbers = {self.phrases[each].number for each in same[-_LOOKED_AT:]}
        return same[-1] if len(numbers) == 1 else None

    def _holder(self, phrase: Phrase, before: Sequence[int]) -> int | None:
        """Who "le président" is: the only one told to be that, or the only one near."""
        fitting = [
            each
            for each in before[-_LOOKED_AT:]
            if _agree(phrase, self.phrases[each]) and not self.phrases[each].plural
        ]
        fitting = [each for each in fitting if phrase.country in (None, self.phrases[each].country)]
        anywhere = phrase.is_body and not self._is_set(phrase)
        near = [each for each in fitting if anywhere or self._is_near(phrase, each)]
        named = [each for each in fitting if self.identity[self.root(each)] is not None]
        for candidates in (fitting if named else near, near):
            if len({self.root(each) for each in candidates}) == 1:
                return candidates[-1]
        return None

    def _is_set(self, phrase: Phrase) -> bool:
        """Whether a phrase's sentence names a place before it: "À Fos, la préfecture" is the one of Fos."""
        place = bisect_left(self.places, phrase.begin)
        return place > 0 and bisect_right(self.begins, self.places[place - 1]) == phrase.sentence

    def _head_of_state(self, phrase: Phrase, before: Sequence[int]) -> int | None:
        """The only one named of the country whose head a phrase tells of: "Idriss Déby … Le président tchadien"."""
        if (
            phrase.country is None
            or phrase.noun not in self.heads_of_state
            or any(self.identity[self.root(each)] is not None for each in before[-_LOOKED_AT:])
        ):
            return None
        known = self.of_country.get(phrase.country, [])
        near = [each for each in known if each < self.at and self._is_near(phrase, each)]
        return near[-1] if near and len({self.identity[self.root(each)] for each in known}) == 1 else None

    def _is_near(self, phrase: Phrase, other: int) -> bool:
        return phrase.sentence - self.phrases[other].sentence <= _NEAR

    def clusters(self) -> tuple[Cluster, ...]:
        members: dict[int, list[int]] = defaultdict(list)
        for index in range(len(self.phrases)):
            members[self.root(index)].append(index)
        told = {self.root(index): body for index, body in self.bodies.items()}
        return tuple(
            Cluster(
                phrases=tuple(self.phrases[index] for index in its),
                identity=self.identity[root],
                body=told.get(root) or next((self.phrases[each].body for each in its if self.phrases[each].body), None),
            )
            for root, its in members.items()
        )


@dataclass(slots=True)
class _Seen:
    """The nouns of a text so far: phrases by what makes them the same words, and by their noun."""

    same: dict[tuple[object, ...], list[int]] = field(default_factory=lambda: defaultdict(list))
    nouns: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, index: int, phrase: Phrase) -> None:
        if phrase.nameless:
            self.same[_sameness(phrase)].append(index)
        if phrase.noun is not None:
            self.nouns[phrase.noun].append(index)


def _sameness(phrase: Phrase) -> tuple[object, ...]:
    """What two phrases without names share that are for the same actor."""
    return phrase.noun, phrase.words, phrase.country, phrase.plural, phrase.determiner == "owning"


def _agree(one: Phrase, other: Phrase) -> bool:
    """Whether number and country let two phrases be for one actor."""
    if one.country is not None and other.country is not None and one.country != other.country:
        return False
    return one.number is None or other.number is None or one.number == other.number
