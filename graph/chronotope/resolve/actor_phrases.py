"""What one article says of an actor at one place: its name, its noun, its number, its country and its body.

An extractor marks where a phrase is and what heads it; here the words around it are read as well ("l'ancien [ministre]
afghan", "two [police officers]").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from chronotope.extract.time_slots import number_of
from chronotope.extract.tokens import plain
from chronotope.gazetteer import demonym_country, fold
from chronotope.languages import Language
from chronotope.lexicon import KnownActor, Lexicon, Words
from chronotope.mentions import ActorMention, Extraction
from chronotope.text import Span

Determiner = Literal["definite", "indefinite", "owning", "none"]

_WORD: Final = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*\.?(?:['’](?=\w))?")
_NUMBER: Final = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+|\d+)(?![.,]?\d)")
_ADJECTIVE: Final = re.compile(r" ([^\W\d_]+)(?![\w'’])")
_SHORTEST_ADJECTIVE: Final = 4
_LOOKED_BACK: Final = 60
# "The first two British [soldiers]": words between a determiner and what it determines.
_MOST_BEFORE: Final = 3
_LONGEST_BODY: Final = 7
_LONGEST_COUNTRY: Final = 4
_PEOPLE: Final = ("person", "group")
BODIES: Final = ("organization", "armed-group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A mention as it is read. `begin` is where its determiner begins, `noun` its head, folded; `words` say which."""

    mention: ActorMention
    begin: int
    sentence: int
    name: str | None
    known: KnownActor | None
    noun: str | None
    words: frozenset[str]
    country: str | None
    of_country: frozenset[str]
    """The words that tell the country."""
    body: str | None
    """The name of the body that it is told to be of."""
    number: int | None
    plural: bool
    determiner: Determiner
    pronoun: bool

    @property
    def is_people(self) -> bool:
        return self.mention.actor_kind in _PEOPLE or (_is_titled(self.mention) and self.nameless)

    @property
    def is_body(self) -> bool:
        return self.mention.actor_kind in BODIES and not (_is_titled(self.mention) and self.nameless)

    @property
    def nameless(self) -> bool:
        return self.name is None and self.known is None


def read_phrases(extraction: Extraction, lexicon: Lexicon) -> tuple[Phrase, ...]:
    """The mentions of an article as phrases, in the order of the text.

    >>> from chronotope.extract import extract
    >>> from chronotope.lexicon import load_lexicon
    >>> from chronotope.pipelines import load_pipeline
    >>> from chronotope.text import Article
    >>> article = Article(identifier="a", body="Les sept soldats britanniques ont fui.", language="fr")
    >>> (document,) = load_pipeline("fr").read([article])
    >>> (phrase,) = read_phrases(extract(document, load_lexicon()), load_lexicon())
    >>> phrase.noun, phrase.number, phrase.country, phrase.determiner
    ('soldat', 7, 'place/GB', 'definite')
    """
    begins = [sentence.begin for sentence in extraction.sentences]
    words = lexicon.words[extraction.article.language]
    language = words.language
    small = language.function_words | language.determiners | language.prepositions
    reader = _Reader(extraction.article.body, lexicon, words, small)
    mentions = sorted(extraction.actors, key=lambda mention: mention.span)
    return tuple(reader.phrase(mention, bisect_right(begins, mention.span.begin)) for mention in mentions)


# The same names stand in many articles, and are compared again and again in one.
@lru_cache(maxsize=100_000)
def words_of_name(name: str) -> tuple[str, ...]:
    """The folded words of a name; what a hyphen joins is one word.

    >>> words_of_name("J.-P. Le Goff"), words_of_name("Ana Lopez-Roy")
    (('j p', 'le', 'goff'), ('ana', 'lopez roy'))
    """
    folded = (fold(word).replace(".", " ") for word in re.split(r"[\s'’]+", name))
    return tuple(" ".join(word.split()) for word in folded if word.strip())


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the phrases of one article."""

    text: str
    lexicon: Lexicon
    known_words: Words
    small: frozenset[str]
    """Words that do not tell which one is meant."""

    @property
    def language(self) -> Language:
        return self.known_words.language

    def phrase(self, mention: ActorMention, sentence: int) -> Phrase:
        name = self._name(mention)
        known = self._known(mention, name)
        # "Députée LR": the title stands before the name of a body.
        party = mention.name if known is not None and known.kind in BODIES and _is_titled(mention) else None
        if party is not None:
            name = known = None
        nameless = name is None and known is None
        lead: tuple[int, Determiner, tuple[str, ...]] = (mention.span.begin, "none", ())
        begin, determiner, before = self._before(mention.span.begin) if nameless else lead
        noun, surface = self._noun(mention)
        country, told = self._country(mention)
        number = self._number(mention)
        words = {fold(word) for word in (*before, *self._content(mention.text), *self._after(mention, surface))} - told
        return Phrase(
            mention=mention,
            begin=begin,
            sentence=sentence,
            name=name,
            known=known,
            noun=noun,
            words=frozenset(words - {fold(surface)}),
            country=country,
            of_country=frozenset(told),
            body=party or self._body(mention, noun),
            number=number,
            plural=_is_plural(noun, fold(surface)) or (number or 1) > 1,
            determiner=determiner,
            pronoun=self._is_pronoun(mention),
        )

    def _is_pronoun(self, mention: ActorMention) -> bool:
        if mention.name is not None:
            return False
        word, language = plain(mention.text), self.language
        return word in language.function_words or word in language.pronouns or word in language.first_person

    def _name(self, mention: ActorMention) -> str | None:
        """The proper name, without titles: as the extractor tells it, or a body's own ("Institute of Geology")."""
        if mention.name is not None:
            words = mention.name.split()
            while len(words) > 1 and mention.actor_kind == "person" and plain(words[0]) in self.known_words.titles:
                del words[0]
            return " ".join(words)
        content = [word for word in self._content(mention.text) if not word[:1].isdigit()]
        named = self.language.demonyms_before and mention.actor_kind in BODIES and len(content) > 1
        return mention.text if named and all(word[:1].isupper() for word in content) else None

    def _known(self, mention: ActorMention, name: str | None) -> KnownActor | None:
        if mention.name is None and mention.actor_kind not in BODIES and mention.text.islower():
            return None
        found = self.lexicon.known_actor(mention.name or mention.text, self.language.code)
        return found or (self.lexicon.known_actor(name, self.language.code) if name else None)

    def _before(self, begin: int) -> tuple[int, Determiner, tuple[str, ...]]:
        """Where the determiner before a phrase begins, its sort, and the words between both."""
        start = max(0, begin - _LOOKED_BACK)
        found = list(_WORD.finditer(self.text, start, begin))[-_MOST_BEFORE - 1 :]
        at, between = begin, list[str]()
        for match in reversed(found):
            word = plain(match.group())
            if self.text[match.end() : at].strip(" \u00a0") or (match.start() == start > 0):
                break
            sort = self._determiner(word)
            if sort is not None:
                return match.start(), sort, tuple(between)
            if word in self.language.function_words or word in self.language.auxiliaries or len(word) < 2:
                break
            at, between = match.start(), [match.group(), *between]
        return begin, "none", ()

    def _after(self, mention: ActorMention, surface: str) -> tuple[str, ...]:
        """The adjective after a phrase that the extractor left out: "les [employés] étrangers"."""
        language = self.language
        found = _ADJECTIVE.match(self.text, mention.span.end)
        if language.demonyms_before or mention.name is not None or not surface or found is None:
            return ()
        word = found[1]
        endings = ("s", "x") if surface.endswith(("s", "x")) else language.adjective_endings
        known = word in self.small or word in language.auxiliaries or number_of(word, language.code) is not None
        return (word,) if len(word) > _SHORTEST_ADJECTIVE and word.endswith(endings) and not known else ()

    def _determiner(self, word: str) -> Determiner | None:
        language = self.language
        for sort, its in (
            ("indefinite", language.indefinite),
            ("owning", language.owning),
            ("definite", language.definite),
        ):
            if word in its:
                return sort  # type: ignore[return-value]  # one of the three
        return None

    def _noun(self, mention: ActorMention) -> tuple[str | None, str]:
        """The head that the extractor told, folded, and as it stands in the text."""
        _, _, told = mention.rule.partition("/")
        sort, _, lemma = told.partition("/")
        if sort == "title":
            return (fold(lemma) if lemma in self.known_words.actor_nouns else None), lemma
        if sort != "noun":
            return None, ""
        noun = fold(lemma)
        stem = noun[: max(3, len(noun) - 2)]
        words = _WORD.findall(mention.text)
        return noun, next((word for word in words if fold(word).startswith(stem)), words[-1] if words else "")

    def _content(self, text: str) -> Iterator[str]:
        for word in _WORD.findall(text):
            if plain(word) in self.small or plain(word.rstrip("'’")) in self.small:
                continue
            if not word[0].isdigit() and number_of(plain(word), self.language.code) is None:
                yield word

    def _number(self, mention: ActorMention) -> int | None:
        if mention.minimum is not None:
            return mention.minimum if mention.minimum == mention.maximum else None
        if mention.name is not None:
            return None
        start = max(0, mention.span.begin - _LOOKED_BACK)
        before = list(_NUMBER.finditer(self.text, start, mention.span.begin))
        if before and not self.text[before[-1].end() : mention.span.begin].strip():
            return _digits(before[-1].group())
        within = _NUMBER.match(mention.text)
        if within:
            return _digits(within.group())
        first = _WORD.findall(mention.text)[:1] + _WORD.findall(self.text, start, mention.span.begin)[-1:]
        told = (
            number_of(plain(word), self.language.code) for word in first if plain(word) not in self.language.indefinite
        )
        return next((number for number in told if number is not None), None)

    def _country(self, mention: ActorMention) -> tuple[str | None, set[str]]:
        """The country that a phrase tells, and the folded words that tell it."""
        if mention.actor_kind in ("thing", "state") or mention.name == mention.text:
            return None, set()
        words = list(_WORD.finditer(mention.text))
        spans = [Span(*match.span()) for match in words]
        for length in range(min(_LONGEST_COUNTRY, len(spans)), 0, -1):
            for first, last in zip(spans, spans[length - 1 :], strict=False):
                if mention.name and mention.name.find(mention.text[first.begin : last.end]) >= 0:
                    continue
                country = self._country_named(mention.text[first.begin : last.end])
                if country is not None:
                    told = _WORD.findall(mention.text[first.begin : last.end])
                    return country, {fold(word) for word in told}
        if not self.language.demonyms_before:
            after = re.match(r" ([^\W\d_]+(?:-[^\W\d_]+)*)", self.text[mention.span.end : mention.span.end + 40])
            if after and after[1].islower() and mention.actor_kind != "person":
                return demonym_country(after[1], self.language.code), set()
        return None, set()

    def _country_named(self, text: str) -> str | None:
        country = demonym_country(text, self.language.code)
        if country is not None or not text[:1].isupper():
            return country
        entries = self.lexicon.gazetteer.find(text)
        return entries[0].id if entries and entries[0].kind == "country" else None

    def _body(self, mention: ActorMention, noun: str | None) -> str | None:
        """ "Sept terroristes de l'Etat islamique": the known body, or the last name, in a phrase for its members."""
        if noun is None or mention.actor_kind not in _PEOPLE or mention.name is not None:
            return None
        if noun not in self.known_words.members:
            return None
        spans = [match.span() for match in _WORD.finditer(mention.text)]
        for length in range(min(_LONGEST_BODY, len(spans) - 1), 0, -1):
            for first, last in zip(spans[1:], spans[length:], strict=False):
                text = mention.text[first[0] : last[1]]
                known = self.lexicon.known_actor(text, self.language.code)
                if known is not None and (text[:1].isupper() or known.kind == "armed-group"):
                    return text
        _, of, rest = _parted(mention.text, self.language.of)
        return rest if of and rest[:1].isupper() else None


def _is_titled(mention: ActorMention) -> bool:
    return "/title/" in mention.rule


def _parted(text: str, links: frozenset[str]) -> tuple[str, bool, str]:
    """A phrase before and after its last linking word."""
    for match in reversed(list(_WORD.finditer(text))):
        if plain(match.group()) in links:
            return text[: match.start()], True, text[match.end() :].strip()
    return text, False, ""


def _digits(text: str) -> int | None:
    digits = "".join(sign for sign in text if sign.isdecimal())
    return int(digits) if digits and len(digits) <= 12 else None


def _is_plural(noun: str | None, surface: str) -> bool:
    """Whether the form of a noun in the text is another than its lemma and no feminine of it."""
    if noun is None or not surface or surface == noun:
        return False
    return surface.endswith(("s", "x")) or not surface.startswith(noun[: max(2, len(noun) - 2)])
