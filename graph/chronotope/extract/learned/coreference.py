"""Which mentions of a text tell of one event: a trained model judges pairs, the best antecedent links.

Mention-pair coreference with best-first linking (Ng and Cardie 2002, "Improving machine learning approaches to
coreference resolution").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import Recognised
from chronotope.extract.tokens import plain

_MOST: Final = 40


def mention_pairs(events: Sequence[Recognised]) -> Iterator[tuple[int, int]]:
    """Pairs of events of a text, the earlier first, by their numbers; far ones are not looked at."""
    for later in range(len(events)):
        for earlier in range(max(0, later - _MOST), later):
            yield earlier, later


def are_distinct(
    reading: Reading,
    events: Sequence[Recognised],
    statuses: Sequence[str],
    times: Sequence[str | None],
    earlier: int,
    later: int,
) -> bool:
    """Whether two mentions cannot tell of one event: feared and real, at two times, or the later of "another" one."""
    if {statuses[earlier], statuses[later]} in ({"hypothetical", "actual"}, {"hypothetical", "reported"}):
        return True
    one, other = times[earlier], times[later]
    # "Lundi" and "hier" may be one day; "lundi" and "mardi" are two.
    if one is not None and other is not None and one != other and one.partition("(")[0] == other.partition("(")[0]:
        return True
    head = events[later].candidate.head
    words = (reading.tokens[each] for each in reading.arcs.under(head, "amod", "det", "nummod"))
    return any({word.lemma, plain(word.text)} & reading.words.language.others for word in words)


def coreference_features(
    reading: Reading,
    events: Sequence[Recognised],
    statuses: Sequence[str],
    fillers: Sequence[Mapping[int, str]],
    times: Sequence[str | None],
    places: Sequence[str | None],
    earlier: int,
    later: int,
) -> list[str]:
    """What speaks for two mentions' telling of one event.

    `fillers` are the roles by the heads of what fills them, `times` and `places` what the text says of each event.
    """
    one, two = events[earlier], events[later]
    first, second = reading.tokens[one.candidate.head], reading.tokens[two.candidate.head]
    lemmas = kinship(reading, one, two)
    group = reading.lexicon.types[one.type].group
    types = "same" if one.type == two.type else "group" if group == reading.lexicon.types[two.type].group else "-"
    pair = "+".join(sorted((one.type, two.type)))
    determiner = _determiner(reading, two.candidate.head)
    status = f"{statuses[earlier]}>{statuses[later]}"
    same_status = statuses[earlier] == statuses[later]
    between = sum(each.type == two.type for each in events[earlier + 1 : later])
    apart = reading.sentences[two.candidate.head] - reading.sentences[one.candidate.head]
    parts = f"{first.pos}>{second.pos}"
    shared, clash = _shared(reading, fillers[earlier], fillers[later])
    numbers = _numbers(reading, one.candidate.head), _numbers(reading, two.candidate.head)
    counted = "none" if not (numbers[0] and numbers[1]) else str(numbers[0] == numbers[1])
    plural = "Number=Plur" in first.morph, "Number=Plur" in second.morph
    near = f"{min(apart, 3)}"
    when, where = _compared(times[earlier], times[later]), _compared(places[earlier], places[later])
    return [
        f"{types}|{lemmas}",
        f"{types}|{lemmas}|{parts}",
        f"{types}|{lemmas}|det={determiner}|{second.pos}",
        f"{types}|det={determiner}|{second.pos}|between={min(between, 2)}",
        f"{types}|{lemmas}|status={same_status}",
        f"{types}|{lemmas}|{status}",
        f"{types}|{lemmas}|between={min(between, 2)}|near={near}",
        f"{types}|{lemmas}|shared={shared}|clash={clash}",
        f"{types}|shared={shared}|clash={clash}|{parts}",
        f"{types}|counted={counted}",
        f"{types}|{lemmas}|when={when}",
        f"{types}|{lemmas}|where={where}",
        f"pair={pair}|when={when}|where={where}",
        f"{types}|{lemmas}|when={when}|where={where}|det={determiner}",
        f"{types}|when={when}|status={same_status}|near={near}",
        f"{types}|plural={plural}",
        f"pair={pair}|{lemmas}",
        f"pair={pair}|{parts}",
        f"pair={pair}|{same_status}|det={determiner}",
        f"words={first.lemma}+{second.lemma}",
        f"word={second.lemma}|{types}|{determiner}",
        f"word={second.lemma}|{lemmas}",
        f"{group}|{types}|{lemmas}|{near}",
        f"near={near}|{types}",
        f"{types}|same clause={reading.verb_above(one.candidate.head) == reading.verb_above(two.candidate.head)}",
        f"{types}|path={reading.path(one.candidate.head, two.candidate.head, 3)}",
        f"saying={pair if group == 'Statement' else '-'}|shared={shared}|clash={clash}|near={near}",
        f"quoted={(one.candidate.head in reading.quoted, two.candidate.head in reading.quoted)}|{types}",
    ]


def _compared(one: str | None, other: str | None) -> str:
    return "?" if one is None or other is None else "same" if one == other else "other"


def kinship(reading: Reading, one: Recognised, two: Recognised) -> str:
    """Whether two events are told in the same words, or in words that begin alike ("attaque", "attaquer")."""
    if _word(reading, one) == _word(reading, two):
        return "same"
    return "part" if _kin(reading.tokens[one.candidate.head].lemma, reading.tokens[two.candidate.head].lemma) else "-"


def _word(reading: Reading, event: Recognised) -> str:
    return " ".join(reading.tokens[index].lemma for index in range(event.candidate.begin, event.candidate.end))


def _kin(one: str, other: str) -> bool:
    """Whether two words begin alike, as "attaque" and "attaquer" do."""
    length = max(4, min(len(one), len(other)) - 3)
    return len(one) >= 4 and len(other) >= 4 and one[:length] == other[:length]


def _determiner(reading: Reading, index: int) -> str:
    found = (
        plain(reading.tokens[each].text)
        for each in reading.arcs.dependents[index]
        if reading.tokens[each].dep.startswith("det")
    )
    return next(found, "-")


def _numbers(reading: Reading, index: int) -> str:
    return " ".join(plain(reading.tokens[each].text) for each in reading.arcs.under(index, "nummod"))


def _shared(reading: Reading, one: Mapping[int, str], two: Mapping[int, str]) -> tuple[str, str]:
    """The roles whose fillers are alike, and those whose fillers differ."""
    alike: set[str] = set()
    differ: set[str] = set()
    for head, role in one.items():
        others = [other for other, its in two.items() if its == role]
        if not others:
            continue
        word = reading.tokens[head].lemma
        (alike if any(reading.tokens[other].lemma == word for other in others) else differ).add(role)
    return ",".join(sorted(alike & {"agent", "patient"})), ",".join(sorted(differ & {"agent", "patient"}))
