"""Which words express events, and of what type: the lexicon proposes, a trained model judges.

Candidates are the lexicon's triggers and every other full verb and common noun. What the guidelines of the gold
articles count as an event is learnt from annotated articles (`training/events.py`): general truths, light verbs, verbs
of aspect and nouns for people are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from chronotope.extract.learned.maxent import MaxEnt
from chronotope.extract.learned.reading import Reading, groups_of
from chronotope.extract.tokens import is_capitalised, plain
from chronotope.extract.triggers import Triggered, find_triggers
from chronotope.lexicon import Trigger

_NOT_LEXICAL: Final = frozenset({"avoir", "être", "be", "have", "do"})
# What any article may tell of says nothing about its matter.
_EVERYWHERE: Final = frozenset({"Statement", "OtherEvent", "State", "Request", "Accusation", "Warning", "Promise"})
# A model that is less sure than this finds no event: a wrong one costs more than a missing one.
THRESHOLD: Final = 0.62
# What the lexicon proposes has its word for it as well.
KNOWN_THRESHOLD: Final = 0.57


_ENDS: Final = frozenset(["", *'.!?…»”")'])
# So many words of a group show what an article is about.
_TELLING: Final = 2


class Candidate(NamedTuple):
    """Tokens `begin` up to `end` that may express an event, by the lexicon's `trigger` or without one."""

    begin: int
    end: int
    head: int
    trigger: Trigger | None


def candidates(reading: Reading) -> list[Candidate]:
    """What may express an event, in order; none overlaps another."""
    found: list[Candidate] = []
    lexical = {each.begin: each for each in find_triggers(reading.document, reading.words)}
    index = 0
    while index < len(reading.tokens):
        known = lexical.get(index)
        if known is not None:
            found.append(Candidate(known.begin, known.end, _head(reading, known), known.trigger))
            index = known.end
            continue
        token = reading.tokens[index]
        if token.pos in ("VERB", "NOUN") and token.lemma not in _NOT_LEXICAL and token.text[0].isalpha():
            found.append(Candidate(index, index + 1, index, None))
        index += 1
    taken = reading.nearby.name_tokens | reading.zoned
    return [each for each in found if taken.isdisjoint(range(each.begin, each.end))]


def _head(reading: Reading, found: Triggered) -> int:
    """The token of a trigger that carries its arguments: the one that governs the rest."""
    return reading.arcs.head_of(range(found.begin, found.end))


class Recognised(NamedTuple):
    """A candidate that is an event, its type, and how sure both are (0–1)."""

    candidate: Candidate
    type: str
    confidence: float


def recognise(reading: Reading, found: Sequence[Candidate], models: Mapping[str, MaxEnt]) -> Iterator[Recognised]:
    """Yield those of the candidates that are events."""
    context = Context.of(reading, found)
    for each in found:
        share = models["trigger"].share("event", trigger_features(reading, each, context))
        if each.trigger is not None and each.trigger.type not in models["type"].classes:
            # A type of the user's own, which no model knows: the words are all there is to go by.
            yield Recognised(each, each.trigger.type, 0.5)
        elif share >= (THRESHOLD if each.trigger is None else KNOWN_THRESHOLD):
            name, sure = models["type"].best(type_features(reading, each, context))
            meant = _meant(reading, each, context)
            yield Recognised(each, meant or name, round(share * (0.5 if meant else sure), 3))


def _meant(reading: Reading, candidate: Candidate, context: Context) -> str | None:
    """The type that a clumsy translation means by a word of another: "la grève de drone" in an article about war.

    So it is where nothing else in the article is of the word's own group, and several words are of the other's.
    """
    other = reading.words.false_friends.get(reading.tokens[candidate.head].lemma)
    if other is None or candidate.trigger is None or candidate.trigger.type not in reading.lexicon.types:
        return None
    types, own = reading.lexicon.types, " ".join(candidate.trigger.words)
    beside = context.words_of_group.get(types[candidate.trigger.type].group, frozenset()) - {own}
    around = context.words_of_group.get(types[other].group, frozenset())
    return other if not beside and len(around) >= _TELLING else None


class Context(NamedTuple):
    """What a document is about: its groups of event types, and the types that its triggers have by the lexicon."""

    groups: tuple[str, ...]
    types: Counter[str]
    commonest: tuple[str, ...]
    of_sentence: Mapping[int, frozenset[str]]
    zones: Mapping[int, str]
    words_of_group: Mapping[str, frozenset[str]]
    """The words of each group of types: others of its group speak for a doubtful word's type."""

    @classmethod
    def of(cls, reading: Reading, found: Sequence[Candidate]) -> Context:
        types = Counter(each.trigger.type for each in found if each.trigger is not None)
        commonest = sorted(groups_of(reading, list(types.elements())).items(), key=lambda pair: (-pair[1], pair[0]))
        by_count = sorted(types.items(), key=lambda pair: (-pair[1], pair[0]))
        of_sentence: dict[int, set[str]] = {}
        for each in found:
            if each.trigger is not None:
                of_sentence.setdefault(reading.sentences[each.head], set()).add(each.trigger.type)
        return cls(
            tuple(name for name, _ in commonest if name != "Statement")[:2],
            types,
            tuple(name for name, _ in by_count if name not in _EVERYWHERE)[:5],
            {number: frozenset(names) for number, names in of_sentence.items()},
            _zones(reading),
            _words_of_groups(reading, found),
        )


def _words_of_groups(reading: Reading, found: Sequence[Candidate]) -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for each in found:
        if each.trigger is not None and each.trigger.type in reading.lexicon.types:
            group = reading.lexicon.types[each.trigger.type].group
            words.setdefault(group, set()).add(" ".join(each.trigger.words))
    return {group: frozenset(its) for group, its in words.items()}


def _zones(reading: Reading) -> dict[int, str]:
    """The first words of the line of each sentence, and whether it is short: teasers and captions show so."""
    zones: dict[int, str] = {}
    text, stop, zone = reading.document.text, -1, ""
    for number, sentence in enumerate(reading.document.sentences):
        if sentence.begin > stop:
            start = text.rfind("\n", 0, sentence.begin) + 1
            stop = text.find("\n", sentence.begin)
            stop = len(text) if stop < 0 else stop
            line = text[start:stop].strip()
            opening = line.replace(":", " :").split(maxsplit=1)[:1]
            zone = f"{' '.join(opening).lower()}|{'' if line[-1:] in _ENDS else 'open'}"
        zones[number] = zone
    return zones


def trigger_features(reading: Reading, candidate: Candidate, context: Context) -> list[str]:
    """What speaks for or against a candidate's being an event."""
    index, arcs = candidate.head, reading.arcs
    token = reading.tokens[index]
    lexical = candidate.trigger.type if candidate.trigger else "-"
    kind = candidate.trigger.kind if candidate.trigger else "-"
    phrase = candidate.end - candidate.begin > 1
    word = "_".join(reading.tokens[i].lemma for i in range(candidate.begin, candidate.end))
    pos = "PHRASE" if phrase else token.pos
    above = reading.governor(index)
    governor = reading.tokens[above] if above is not None else None
    under = arcs.dependents[index]
    labels = {reading.tokens[each].dep for each in under}
    determiner = next((plain(reading.tokens[e].text) for e in under if reading.tokens[e].dep.startswith("det")), "-")
    before = plain(reading.tokens[candidate.begin - 1].text) if candidate.begin else "-"
    after = plain(reading.tokens[candidate.end].text) if candidate.end < len(reading.tokens) else "-"
    form = _form(token.morph)
    number = "counted" if "nummod" in labels else ""
    known = "lex" if candidate.trigger else "no"
    features = [
        f"w={word}|{pos}",
        f"w={word}|{token.dep}",
        f"lex={lexical}|{kind}",
        f"lex={lexical}|{pos}|{token.dep}",
        f"known={known}|{pos}",
        f"known={known}|{pos}|{token.dep}",
        f"known={known}|{pos}|{form}",
        f"known={known}|det={determiner}|{pos}",
        f"w={word}|det={determiner}",
        f"suf={token.lemma[-4:]}|{pos}",
        f"suf={token.lemma[-3:]}|{known}|{pos}",
        f"before={before}|{pos}",
        f"after={after}|{pos}",
        f"w={word}|before={before}",
        f"w={word}|after={after}",
        f"{known}|{pos}|{number}",
        f"{lexical}|{number}",
        f"cap={is_capitalised(token)}|{pos}",
        f"plural={'Number=Plur' in token.morph}|{pos}|{known}",
        f"actor={token.lemma in reading.words.actor_nouns}|{pos}",
        f"actor={token.lemma in reading.words.actor_nouns}|{lexical}",
        f"name={not reading.nearby.actor_tokens.isdisjoint([index])}|{pos}|{known}",
        f"quoted={index in reading.quoted}|{known}|{pos}",
        f"place={_place_in_text(reading, index)}|{known}",
        f"zone={context.zones[reading.sentences[index]]}",
        f"same={lexical in context.types and context.types[lexical] > 1}|{known}",
        *(f"group={group}|{lexical}" for group in context.groups),
        *(f"has={label}|{pos}|{known}" for label in sorted(labels)),
    ]
    if governor is not None:
        features += [
            f"gov={governor.lemma}|{token.dep}",
            f"gov={governor.lemma}|w={word}",
            f"gov={governor.lemma}|{known}|{pos}",
            f"govpos={governor.pos}|{token.dep}|{known}|{pos}",
        ]
    for each in under:
        other = reading.tokens[each]
        if other.dep in ("obj", "nsubj", "nsubj:pass", "obl", "nmod", "amod", "xcomp", "ccomp", "compound", "case"):
            features.append(f"{other.dep}={other.lemma}|{word}")
            features.append(f"{other.dep}={other.lemma}|{pos}")
    return features


def type_features(reading: Reading, candidate: Candidate, context: Context) -> list[str]:
    """What speaks for a type."""
    index, arcs, words = candidate.head, reading.arcs, reading.words
    token = reading.tokens[index]
    lexical = candidate.trigger.type if candidate.trigger else "-"
    kind = candidate.trigger.kind if candidate.trigger else "-"
    word = "_".join(reading.tokens[i].lemma for i in range(candidate.begin, candidate.end))
    inner = [reading.tokens[i].lemma for i in range(candidate.begin, candidate.end)]
    features = [
        f"lex={lexical}",
        f"lex={lexical}|{kind}",
        f"w={word}",
        f"w={word}|{token.pos}",
        f"suf={token.lemma[:5]}",
        f"pos={token.pos}|{lexical == '-'}",
        f"dep={token.dep}|{lexical == '-'}",
        *(f"in={lemma}" for lemma in inner if len(inner) > 1),
        *(f"other={each.type}" for lemma in inner for each in words.triggers.get(lemma, ()) if len(each.words) == 1),
        *(f"group={group}|lex={lexical}" for group in context.groups),
        *(f"group={group}|w={word}" for group in context.groups),
        *(f"group={group}|unknown" for group in context.groups if lexical == "-"),
        f"counted={bool(arcs.under(index, 'nummod'))}|{lexical}",
    ]
    above = reading.governor(index)
    if above is not None:
        features += [f"gov={reading.tokens[above].lemma}|{token.dep}", f"gov={reading.tokens[above].lemma}|w={word}"]
        features += [f"govlex={each.type}|w={word}" for each in words.triggers.get(reading.tokens[above].lemma, ())[:1]]
    for each in arcs.dependents[index]:
        other = reading.tokens[each]
        if other.dep in (
            "obj",
            "nsubj",
            "nsubj:pass",
            "obl",
            "obl:agent",
            "nmod",
            "amod",
            "compound",
            "xcomp",
            "ccomp",
        ):
            kind_of = words.actor_nouns.get(other.lemma, "")
            features.append(f"{other.dep}={other.lemma}")
            features.append(f"{other.dep}={other.lemma}|w={word}")
            features.append(f"{other.dep}|w={word}")
            if kind_of:
                features.append(f"{other.dep}:{kind_of}|lex={lexical}")
    if candidate.trigger is not None and lexical in reading.lexicon.types:
        its = context.words_of_group.get(reading.lexicon.types[lexical].group, frozenset())
        support = min(len(its - {" ".join(candidate.trigger.words)}), 3)
        features += [f"support={support}|lex={lexical}", f"support={support}|w={word}"]
        features += [f"support={support}|lex={lexical}|group={group}" for group in context.groups]
    for name in context.commonest:
        features += [f"doc={name}|lex={lexical}", f"doc={name}|w={word}"]
    sentence = reading.sentences[index]
    for name in sorted(context.of_sentence.get(sentence, frozenset()) - {lexical}):
        features += [f"sent={name}|lex={lexical}", f"sent={name}|w={word}"]
    for near in range(max(0, index - 8), min(len(reading.tokens), index + 9)):
        other = reading.tokens[near]
        if near != index and reading.sentences[near] == sentence and other.pos in ("NOUN", "VERB", "ADJ"):
            features.append(f"near={other.lemma}|lex={lexical}")
            if lexical == "-":
                features.append(f"near={other.lemma}")
    return features


def _form(morph: str) -> str:
    """Mood, tense and form of a verb, as Universal Dependencies name them."""
    return "|".join(part for part in morph.split("|") if part.startswith(("VerbForm", "Tense", "Mood", "Voice")))


def _place_in_text(reading: Reading, index: int) -> str:
    number = reading.sentences[index]
    return "first" if number == 0 else "last" if number == len(reading.document.sentences) - 1 else "middle"
