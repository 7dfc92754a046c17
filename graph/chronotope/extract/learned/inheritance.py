"""Whether an event has the time or the place of another event of its text: judged by a trained model.

Casualties are where and when their cause was, and a second mention is where and when the first was; neither sentence
need say so again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from chronotope.extract.learned.circumstances import Offered, told
from chronotope.extract.learned.coreference import kinship
from chronotope.extract.learned.maxent import MaxEnt
from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import Recognised

_BACK: Final = 30
_AHEAD: Final = 12
# Below it an event's own time or place is too unsure to be handed on.
HANDED_ON: Final = 0.4


class Own(NamedTuple):
    """The best of what an event was offered, and how sure it is (0–1); None where nothing was offered."""

    offer: Offered | None
    share: float
    value: str | None
    """What is told, so that the same is told in the same words."""

    @property
    def source(self) -> str:
        """Where it is told ("here", "last" …)."""
        return "-" if self.offer is None else self.offer.source


def best_of(offers: Sequence[Offered], shares: Sequence[float]) -> Own:
    """The offer that is surest, the first of equals."""
    if not offers:
        return Own(None, 0.0, None)
    best = max(range(len(offers)), key=lambda number: (shares[number], -number))
    mention = offers[best].mention
    return Own(offers[best], shares[best], "dateline" if mention is None else told(mention))


def givers(own: Sequence[Own], number: int) -> Iterator[int]:
    """The numbers of the events that an event may inherit from, in order."""
    for other in range(max(0, number - _BACK), min(len(own), number + _AHEAD + 1)):
        if other != number and own[other].share >= HANDED_ON and own[other].value is not None:
            yield other


def inheritance_features(
    reading: Reading,
    events: Sequence[Recognised],
    statuses: Sequence[str],
    own: Sequence[Own],
    number: int,
    other: int,
) -> list[str]:
    """What speaks for an event's having the time, or place, of another."""
    event, giver = events[number], events[other]
    its, mine = own[other], own[number]
    head, from_ = event.candidate.head, giver.candidate.head
    apart = reading.sentences[head] - reading.sentences[from_]
    near = str(max(-2, min(apart, 4)))
    side = "ahead" if other > number else "back"
    types = f"{giver.type}>{event.type}"
    group = reading.lexicon.types[event.type].group
    groups = f"{reading.lexicon.types[giver.type].group}>{group}"
    kin = kinship(reading, giver, event)
    around = own[max(0, number - _BACK) : number + _AHEAD + 1]
    agreed = sum(1 for each in around if each.value == its.value)
    rivals = len(
        {own[each].value for each in range(min(number, other) + 1, max(number, other)) if own[each].share >= HANDED_ON}
        - {its.value}
    )
    statuses_ = f"{statuses[other]}>{statuses[number]}"
    mine_ = f"{mine.source}:{_band(mine.share)}"
    same = mine.value == its.value
    path = reading.path(head, from_, 4) if apart == 0 else "-"
    return [
        f"types={types}|{near}",
        f"types={types}|{kin}",
        f"types={types}|{statuses_}",
        f"groups={groups}|{near}|{kin}",
        f"groups={groups}|rivals={min(rivals, 3)}",
        f"kin={kin}|{near}|{side}",
        f"kin={kin}|{statuses_}",
        f"kin={kin}|{mine_}|same={same}",
        f"near={near}|{mine_}|same={same}",
        f"near={near}|rivals={min(rivals, 3)}|{side}",
        f"its={its.source}:{_band(its.share)}|{near}",
        f"its={its.source}:{_band(its.share)}|mine={mine_}|same={same}",
        f"statuses={statuses_}|{near}",
        f"type={event.type}|{mine_}",
        f"type={event.type}|{statuses[number]}|{mine.share >= HANDED_ON}",
        f"type={event.type}|agreed={min(agreed, 5)}",
        f"agreed={min(agreed, 6)}|of={min(len({each.value for each in around if each.share >= HANDED_ON}), 5)}|{near}",
        f"path={path}|{reading.tokens[head].pos}",
        f"path={path}|types={types}",
        f"w={reading.tokens[head].lemma}|{near}",
        f"w={reading.tokens[head].lemma}|kin={kin}",
        f"same={same}|{_band(mine.share)}",
        f"first={other == 0}|{near}|{groups}",
        f"quoted={(head in reading.quoted, from_ in reading.quoted)}|{near}",
        f"adjacent={abs(number - other) == 1}|{near}|{groups}",
    ]


def _band(share: float) -> str:
    """A probability in words, so that it can be a feature."""
    return next((name for least, name in _BANDS if share >= least), "no")


_BANDS: Final = ((0.8, "sure"), (0.6, "likely"), (0.4, "even"), (0.2, "perhaps"), (0.05, "hardly"))


def inherited(
    reading: Reading, events: Sequence[Recognised], statuses: Sequence[str], own: Sequence[Own], model: MaxEnt
) -> Iterator[Own]:
    """Yield what each event has by itself, or inherits where that is likelier."""
    for number, mine in enumerate(own):
        best, others = mine, list(givers(own, number))
        features = (inheritance_features(reading, events, statuses, own, number, other) for other in others)
        for other, share in zip(others, model.shares("at", features), strict=True):
            if share > best.share:
                best = Own(own[other].offer, share, own[other].value)
        yield best
