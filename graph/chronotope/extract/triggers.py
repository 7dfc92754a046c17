"""Which words of a text are triggers or cues of the ontology."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from chronotope.extract.tokens import matches, plain
from chronotope.lexicon import Cue, Trigger, Words
from chronotope.text import Document

_FINITE_VERBS = frozenset({"VERB", "AUX"})


class Triggered(NamedTuple):
    """A trigger found: the tokens `begin` up to `end`."""

    begin: int
    end: int
    trigger: Trigger


def find_triggers(document: Document, words: Words) -> Iterator[Triggered]:
    """Yield the triggers of a text in order, the longest at each place, none overlapping another."""
    index = 0
    while index < len(document.tokens):
        found = trigger_at(document, index, words)
        if found is None:
            index += 1
        else:
            yield found
            index = found.end


def trigger_at(document: Document, index: int, words: Words) -> Triggered | None:
    """The trigger that begins at a token, if one does, read as noun or verb by what stands around it."""
    token = document.tokens[index]
    for lemma in dict.fromkeys([token.lemma, plain(token.text), *_infinitives(document, index, words)]):
        for trigger in words.triggers.get(lemma, ()):
            end = index + len(trigger.words)
            if len(trigger.words) > 1 and matches(document.tokens, index + 1, trigger.words[1:]):
                return Triggered(index, end, trigger)
            if len(trigger.words) == 1 and _fits(document, index, trigger, words):
                return Triggered(index, end, trigger)
    if "Tense=Past|VerbForm=Part" in token.morph:
        # A participle whose verb no list has under it: "sont mortes" is the noun's "mort".
        return next(
            (Triggered(index, index + 1, each) for each in words.triggers.get(token.lemma, ()) if _alone(each)), None
        )
    return None


def _alone(trigger: Trigger) -> bool:
    return len(trigger.words) == 1 and trigger.kind == "noun"


def cues_at(document: Document, index: int, words: Words) -> list[Cue]:
    """The cues that begin at a token, the longest first."""
    token = document.tokens[index]
    candidates = words.cues.get(plain(token.text), ()) + words.cues.get(token.lemma, ())
    found = [cue for cue in candidates if matches(document.tokens, index, cue.words)]
    # "en cas d'" is "en cas de" as well, by its lemmas.
    longest_first = sorted(found, key=lambda cue: -len(cue.words))
    return list({(cue.status, len(cue.words)): cue for cue in reversed(longest_first)}.values())[::-1]


def _infinitives(document: Document, index: int, words: Words) -> list[str]:
    """The verbs whose participle a token may be."""
    word = plain(document.tokens[index].text)
    endings = (words.language.participle_endings or {}).items()
    return [
        word.removesuffix(ending) + infinitive
        for ending, infinitive in endings
        # "tués" is the shortest: two letters and an ending
        if len(word) >= len(ending) + 2 and word.endswith(ending)
    ]


def _fits(document: Document, index: int, trigger: Trigger, words: Words) -> bool:
    token = document.tokens[index]
    if token.pos:
        return (token.pos in _FINITE_VERBS) == (trigger.kind == "verb") or token.pos == "ADJ"
    if trigger.kind == "noun" and _is_verb_form(document, index, trigger.words[0], words):
        return False
    nominal = _is_nominal(document, index, words)
    if nominal is None or trigger.kind == "adjective":
        return True
    return nominal == (trigger.kind == "noun")


def _is_verb_form(document: Document, index: int, noun: str, words: Words) -> bool:
    """Whether a word is a verb's form and no noun's: "attacked" (attack), "according" (accord), "struck" (strike)."""
    # A plural begins as its noun does; an irregular past need not.
    inflected = not plain(document.tokens[index].text).startswith(noun[:-2])
    return inflected or noun in _infinitives(document, index, words)


def _is_nominal(document: Document, index: int, words: Words) -> bool | None:
    """Whether the word before a token shows it to be a noun (True) or a verb (False); None when it shows nothing."""
    language = words.language
    word = document.tokens[index]
    index -= 1
    while index >= 0 and plain(document.tokens[index].text) in language.negations - language.determiners:
        index -= 1
    if index < 0:
        return None
    before = plain(document.tokens[index].text)
    if before in language.pronouns or before in language.auxiliaries or before in language.passive_auxiliaries:
        return False
    if before in language.of and plain(word.text) == word.lemma:
        # An infinitive may follow "de" as well ("refuser d'attaquer").
        return None
    if before in language.determiners or before in language.of:
        return True
    return None
