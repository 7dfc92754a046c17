"""Whether what a text tells happened, is reported, planned, feared or denied: judged by a trained model.

What it looks at is what a reader does: mood, tense and modals of the verbs above the trigger, negations and
conditions, words of wanting, fearing and planning, and who vouches for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import Recognised
from chronotope.extract.tokens import clause_around, plain
from chronotope.extract.triggers import cues_at

_CHAIN: Final = 4


def status_features(reading: Reading, event: Recognised, stances: Sequence[str]) -> list[str]:
    """What speaks for a status. `stances` are those of the sources that vouch for the event, the likeliest first."""
    index, arcs, words = event.candidate.head, reading.arcs, reading.words
    token = reading.tokens[index]
    stance = stances[0] if stances else "none"
    verb = reading.verb_above(index)
    own = verb == index
    governor = "own" if own else "above" if verb is not None else "none"
    forms = _forms(reading, verb)
    negated = ",".join(sorted(set(_negations(reading, index)) | set(_negations(reading, verb))))
    det = next((plain(reading.tokens[e].text) for e in arcs.dependents[index] if reading.tokens[e].dep == "det"), "-")
    cued = sorted(_cued(reading, event))
    features = [
        f"stance={stance}",
        f"stance={stance}|{forms}",
        f"stance={stance}|{event.type}",
        f"stances={'+'.join(sorted(set(stances)))}",
        f"form={forms}|{governor}",
        f"form={forms}|{governor}|{token.pos}",
        f"type={event.type}",
        f"type={event.type}|{forms}",
        f"type={event.type}|{governor}",
        f"w={token.lemma}",
        f"w={token.lemma}|{forms}",
        f"dep={token.dep}|{token.pos}",
        f"det={det}|{token.pos}",
        f"negated={negated}|{governor}",
        f"neg={bool(negated)}|{governor}|{stance}",
        f"quoted={index in reading.quoted}|{stance}",
        f"question={_asks(reading, index)}",
        f"before={plain(reading.tokens[index - 1].text) if index else '-'}|{token.pos}",
        f"plural={'Number=Plur' in token.morph}|{det}",
        *(f"cue={status}" for status in cued),
        *(f"cue={status}|{governor}|{stance}" for status in cued),
    ]
    features += [f"mark={mark}" for mark in _marks(reading, index)]
    for case in reading.cases(index):
        features += [f"case={case}", f"case={case}|{token.pos}"]
    for step, above in enumerate(_above(reading, index)):
        other = reading.tokens[above]
        relation = reading.tokens[index].dep if step == 0 else ""
        features += [
            f"above{min(step, 1)}={other.lemma}",
            f"above={other.lemma}|{relation}",
            f"above={other.lemma}|{_forms(reading, above)}",
        ]
        known = words.status_verbs.get(other.lemma) or words.status_nouns.get(other.lemma)
        if known:
            features += [f"above={known}|{step}", f"above={known}|{relation}|{other.pos}"]
    if verb is not None:
        other = reading.tokens[verb]
        features += [f"verb={other.lemma}|{own}", f"verb={other.lemma}|{forms}|{own}", f"verbdep={other.dep}|{forms}"]
        features += [f"vmark={mark}" for mark in _marks(reading, verb)]
        for aux in arcs.under(verb, "aux", "aux:pass", "cop", "advmod"):
            features.append(f"aux={reading.tokens[aux].lemma}|{own}")
            features.append(f"aux={plain(reading.tokens[aux].text)}|{governor}")
    for each in arcs.under(index, "amod", "acl", "advmod", "nmod"):
        features.append(f"mod={reading.tokens[each].lemma}")
    sentence = reading.document.tokens_in(reading.document.sentences[reading.sentences[index]])
    for each in range(max(sentence.start, index - 6), index):
        features.append(f"left={reading.tokens[each].lemma}")
    return features


def is_hearsay(reading: Reading, event: Recognised) -> bool:
    """Whether a word beside the event or its verb says that it is only told: "reportedly", "présumé"."""
    index = event.candidate.head
    verb = reading.verb_above(index)
    beside = [*reading.arcs.under(index, "advmod", "amod")]
    if verb is not None and (verb == index or reading.governor(index) == verb):
        beside += reading.arcs.under(verb, "advmod")
    return any(
        cue.status == "reported" and len(cue.words) == 1
        for each in beside
        for cue in cues_at(reading.document, each, reading.words)
    )


def _forms(reading: Reading, verb: int | None) -> str:
    """Mood, tense and form of a verb and its auxiliaries, and the auxiliary that is a modal."""
    if verb is None:
        return "-"
    parts = []
    for each in (*reading.arcs.under(verb, "aux", "aux:pass", "cop"), verb):
        morph = reading.tokens[each].morph
        told = [
            part.partition("=")[2]
            for part in morph.split("|")
            if part.startswith(("Mood=", "Tense")) and part != "Mood=Ind"
        ]
        if told or "VerbForm=Inf" in morph:
            parts.append(".".join(told) or "Inf")
    words = {plain(reading.tokens[each].text) for each in reading.arcs.under(verb, "aux")}
    modal = sorted(words & (set(reading.words.language.future) | reading.words.language.planned))
    return "+".join([*parts, *modal])


def _negations(reading: Reading, index: int | None) -> Iterator[str]:
    if index is None:
        return
    for each in reading.arcs.dependents[index]:
        word = plain(reading.tokens[each].text)
        if word in reading.words.language.negations:
            yield word


def _cued(reading: Reading, event: Recognised) -> set[str]:
    """The statuses of the words before a trigger in its clause."""
    document, words = reading.document, reading.words
    clause = clause_around(document, event.candidate.begin, words.language, 30)
    cued: set[str] = set()
    for index in range(max(clause.start - 1, 0), event.candidate.begin):
        lemma = document.tokens[index].lemma
        if index in clause and (status := words.status_verbs.get(lemma) or words.status_nouns.get(lemma)):
            cued.add(status)
        cued.update("cue:" + cue.status for cue in cues_at(document, index, words))
    return cued


def _marks(reading: Reading, index: int) -> Iterator[str]:
    """The conjunctions of the clauses that a token stands in, nearest first."""
    for above in (index, *_above(reading, index)):
        for each in reading.arcs.under(above, "mark", "case"):
            if reading.tokens[each].dep == "mark":
                yield plain(reading.tokens[each].text)


def _above(reading: Reading, index: int) -> Iterator[int]:
    for _ in range(_CHAIN):
        above = reading.governor(index)
        if above is None:
            return
        yield above
        index = above


def _asks(reading: Reading, index: int) -> bool:
    return reading.document.sentences[reading.sentences[index]].of(reading.document.text).rstrip(' »"”').endswith("?")
