"""Which names of one article are one name: the full name, and the parts, initials and acronyms that stand for it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from chronotope.gazetteer import fold
from chronotope.lexicon import Lexicon
from chronotope.resolve.actor_phrases import Phrase, words_of_name

_REGNAL: Final = re.compile(r"^[ivx]+$")
_ACRONYM: Final = re.compile(r"^(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z0-9&.-]{1,9}$")
_BRACKETED: Final = re.compile(r"\s?\(\s?([^()]{2,12}?)\s?\)")
_LEAST_INITIALS: Final = 3
_SHORTEST_PART: Final = 3


def identities(phrases: Sequence[Phrase], lexicon: Lexicon, language: str, text: str) -> Mapping[str, str]:
    """Ids of mentions with a name → the identity that the name has within its article.

    It is the id of a known actor, or the full name, folded. A part that fits two names stands for neither.
    """
    named = [phrase for phrase in phrases if phrase.name is not None or phrase.known is not None]
    names = _Names(lexicon, language)
    for phrase in sorted(named, key=lambda each: (-_length(each), each.mention.span)):
        names.add(phrase)
    for phrase in phrases:
        names.add_acronym(phrase, text)
    told = {phrase.mention.id: names.identity(phrase) for phrase in named} | names.introduced
    for phrase in phrases:
        identity = names.identity_of_text(phrase) if phrase.nameless and not phrase.pronoun else None
        if identity is not None:
            told[phrase.mention.id] = identity
    return {mention: names.better.get(identity, identity) for mention, identity in told.items()}


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym.

    >>> is_acronym("USGS"), is_acronym("Usgs"), is_acronym("Aqmi")
    (True, False, False)
    """
    return _ACRONYM.match(name) is not None


def is_full(words: Sequence[str]) -> bool:
    """Whether the words of a person's name are a given name and a surname.

    >>> is_full(("anne", "roy")), is_full(("roy",)), is_full(("didier", "r"))
    (True, False, False)
    """
    return sum(len(word.replace(" ", "")) > 1 for word in words) > 1 and len(words[-1]) > 1


def fits_initials(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym begin the words of a name.

    >>> fits_initials("BGS", "British Geological Society"), fits_initials("OMS", "Organisation mondiale de la santé")
    (True, True)
    """
    letters = fold(acronym).replace(".", "").replace("&", "")
    words = [word for word in re.split(r"[\s'’-]+", fold(name)) if word]
    content = [word for word in words if len(word) > 3 or word.isdigit()]
    return any(letters == "".join(word[0] for word in its) for its in (words, content, words[: len(letters)]))


def _length(phrase: Phrase) -> int:
    return len(words_of_name(phrase.name or ""))


class _Names:
    """The full names of an article by everything that may stand for them."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        self.lexicon = lexicon
        self.language = language
        self.words = lexicon.words[language]
        self.full: dict[str, str] = {}
        self.people: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.first_names: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.royals: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.bodies: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.acronyms: dict[str, set[str]] = defaultdict(set)
        self.initials: dict[str, set[str]] = defaultdict(set)
        self.introduced: dict[str, str] = {}
        """Identities of phrases that are no names, by mention: "l'institut de géophysique (IG)"."""
        self.better: dict[str, str] = {}
        """Identities → the ids of known actors that brackets tell they are."""

    def add(self, phrase: Phrase) -> None:
        """Take in a full name; the longest come first, as a shorter one may be a part of them."""
        words = words_of_name(phrase.name or "")
        joined = " ".join(words)
        if not words or joined in self.full:
            return
        people = phrase.mention.actor_kind == "person"
        if people and not is_full(words) and not self._is_royal(phrase, words):
            return
        known = None if phrase.known is None or self._is_part_of_other(phrase, words) else phrase.known.id
        identity = known or (self._person(words) if people else None) or joined
        self.full[joined] = identity
        (self._add_person if people else self._add_body)(phrase, words, identity)

    def _is_royal(self, phrase: Phrase, words: Sequence[str]) -> bool:
        return phrase.noun in self.words.first_name_titles or (len(words) > 1 and _REGNAL.match(words[-1]) is not None)

    def _is_part_of_other(self, phrase: Phrase, words: tuple[str, ...]) -> bool:
        """Whether the thesaurus knows a surname that is somebody else's here ("Barnier", of Sophie Barnier)."""
        told = self.people.get(words, set())
        return len(words) == 1 and bool(told) and phrase.known is not None and phrase.known.id not in told

    def _person(self, words: tuple[str, ...]) -> str | None:
        found = self.people.get(words, set()) | self.people.get((words[0], "", words[-1]), set())
        return next(iter(found)) if len(found) == 1 else None

    def _add_person(self, phrase: Phrase, words: tuple[str, ...], identity: str) -> None:
        for begin in range(1, len(words)):
            self.people[words[begin:]].add(identity)
            self.people[words[:begin]].add(identity) if begin > 1 else None
        self.people[words[0], "", words[-1]].add(identity)
        self.first_names[words[:1]].add(identity)
        self.initials[identity].add(words[0][0])
        if self._is_royal(phrase, words):
            self.royals[words[:1]].add(identity)

    def _add_body(self, phrase: Phrase, words: tuple[str, ...], identity: str) -> None:
        core = list(words)
        while len(core) > 1 and self._is_generic(core[0]):
            del core[0]
        while len(core) > 1 and self._is_generic(core[-1]):
            del core[-1]
        for part in {tuple(core), tuple(core[:1])} - {words}:
            if len(part[0]) >= _SHORTEST_PART:
                self.bodies[part].add(identity)
        initials = "".join(word[0] for word in (phrase.name or "").split() if word[:1].isupper())
        if len(initials) >= _LEAST_INITIALS:
            self.acronyms[initials].add(identity)

    def _is_generic(self, word: str) -> bool:
        return word in self.words.folded_nouns or word in self.words.language.function_words

    def add_acronym(self, phrase: Phrase, text: str) -> None:
        """Take in what brackets after a body's name give for it: "Organisation Machin (OM)"."""
        bracket = _BRACKETED.match(text, phrase.mention.span.end)
        if not phrase.is_body or bracket is None or not is_acronym(bracket[1]):
            return
        known = self.lexicon.known_actor(bracket[1], self.language)
        mine = fold(phrase.mention.text) if phrase.nameless else self.identity(phrase)
        # "(AFP)" after a ministry is who reports it.
        if known is not None and known.id != mine and not fits_initials(bracket[1], phrase.mention.text):
            return
        self.acronyms[bracket[1]] = {mine}
        if phrase.nameless:
            self.introduced[phrase.mention.id] = mine
        if known is not None and phrase.known is None:
            self.better[mine] = known.id

    def identity(self, phrase: Phrase) -> str:
        """What a name stands for."""
        words = words_of_name(phrase.name or "")
        told = self._of_acronym(phrase)
        if told is not None:
            return told
        if phrase.known is not None and not self._is_part_of_other(phrase, words):
            return phrase.known.id
        if phrase.mention.actor_kind == "state" and phrase.name is not None:
            entries = self.lexicon.gazetteer.find(phrase.name)
            if entries:
                return entries[0].id.replace("place/", "actor/", 1)
        return self._of_part(phrase, words) or self.full.get(" ".join(words)) or " ".join(words)

    def identity_of_text(self, phrase: Phrase) -> str | None:
        """The name of the article that a phrase is, although no extractor says that it is one."""
        text = phrase.mention.text
        if not all(word[:1].isupper() for word in text.split()):
            return None
        words = words_of_name(text)
        return self._of_part(phrase, words) or self.full.get(" ".join(words))

    def _of_acronym(self, phrase: Phrase) -> str | None:
        """Whose acronym a name is, unless it is that of a known actor who is not told of otherwise."""
        name = phrase.name or ""
        found = self.acronyms.get(name, set()) if is_acronym(name) and phrase.known is None else set()
        return next(iter(found)) if len(found) == 1 else None

    def _of_part(self, phrase: Phrase, words: tuple[str, ...]) -> str | None:
        own = self.full.get(" ".join(words))
        if not words or (own is not None and len(words) > 1):
            return own
        people, bodies = self._people_called(phrase, words), self.bodies.get(words, set())
        first, second = (bodies, people) if phrase.is_body else (people, bodies)
        for found in (first, second):
            if len(found) == 1:
                return next(iter(found))
            if found:
                return None
        return None

    def _people_called(self, phrase: Phrase, words: tuple[str, ...]) -> set[str]:
        """Whom a surname, a title and a name, or initials and a surname stand for."""
        if len(words) > 1 and all(len(part) == 1 for part in words[0].split()):
            found = self.people.get(words[1:], set())
            return {each for each in found if words[0][0] in self.initials[each]}
        if phrase.mention.rule.partition("/")[2].startswith("title/") and words not in self.people:
            return self.first_names.get(words, set())
        return self.people.get(words, set()) or self.royals.get(words, set())
