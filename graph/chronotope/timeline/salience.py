"""How much an event matters to the story: what a reader should see first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

import networkx as nx

# What speaks for an event; together they are 1. News begins with what matters, so the place comes first. That several
# newsrooms thought it worth telling comes next, since that takes more than one writer's taste. How often it is named,
# and who takes part, tell apart what these leave alike.
_PLACE: Final = 0.45
_SOURCES: Final = 0.3
_MENTIONS: Final = 0.15
_NAMED: Final = 0.1

# Code points after which the words of an article weigh half as much: a first paragraph, about three sentences.
_LEAD: Final = 400

# A speech event matters for what is said in it, which stands beside it as an event of its own; what is only feared or
# supposed may never come. Either still comes above an aside where it leads the news.
_SPEECH: Final = 0.5
_HYPOTHESIS: Final = 0.6

# The share that an event loses which is surely misread. Not all of it: what is hard to read may matter all the same.
_DOUBT: Final = 0.3

_MERE_SPEECH: Final = "Statement"
_UNTOLD: Final = 1_000_000


def salience(
    *, begins: int, sources: int, mentions: int, named: int, speech: bool, status: str, confidence: float
) -> float:
    """From 0 to 1: the share of all that could speak for an event.

    - `begins`: code points before the first sentence that tells of it, in the article where that is earliest;
    - `sources`: independent texts; `mentions`: places that tell of it; `named`: participants with a proper name. The
      first source and mention say nothing, as every event has one, and each further one adds less than the last.
      Counts are not compared with those of other events: articles about another matter change nothing here.
    - `speech`, `status` and `confidence` weigh the whole: a speech event half, a hypothesis three fifths, and what may
      be misread a little less.

    >>> alone = {"sources": 1, "mentions": 1, "speech": False, "status": "actual", "confidence": 0.9}
    >>> lead, aside = salience(begins=0, named=0, **alone), salience(begins=3000, named=1, **alone)
    >>> told_by_many = salience(begins=2000, named=0, **{**alone, "sources": 5, "mentions": 6})
    >>> said, feared = (
    ...     salience(begins=0, named=0, **{**alone, **kind}) for kind in ({"speech": True}, {"status": "hypothetical"})
    ... )
    >>> lead, told_by_many, feared, said, aside
    (0.436, 0.427, 0.262, 0.218, 0.1)
    """
    whole = (
        _PLACE * _LEAD / (_LEAD + max(begins, 0))
        + _SOURCES * _beyond(1, sources)
        + _MENTIONS * _beyond(1, mentions)
        + _NAMED * _beyond(0, named)
    )
    weights = (
        _SPEECH if speech else 1.0,
        _HYPOTHESIS if status == "hypothetical" else 1.0,
        1 - _DOUBT * (1 - min(max(confidence, 0.0), 1.0)),
    )
    for weight in weights:
        whole *= weight
    return round(whole, 3)


def _beyond(least: int, number: int) -> float:
    """A count between 0 and 1: half for one more than the least, two thirds for two more, and so on."""
    more = max(number - least, 0)
    return more / (more + 1)


def add_salience(timeline: nx.MultiDiGraph[str], named: Collection[str]) -> None:
    """Give every event of a timeline its `salience`; `named` are the actors with a proper name."""
    for iri, event in timeline.nodes(data=True):
        if event["kind"] == "event":
            event["salience"] = salience(
                begins=_begins(event["evidence"]),
                sources=event["sources"],
                mentions=event["mentions"],
                named=len(set(_participants(timeline, iri)).intersection(named)),
                speech=event["speech"] or event["type"] == _MERE_SPEECH,
                status=event["status"],
                confidence=event["confidence"],
            )


def _begins(evidence: Sequence[Any]) -> int:
    """Where it is told earliest in an article. `Any`: evidence only has to look like ours."""
    return min((said.offset for said in evidence), default=_UNTOLD)


def _participants(timeline: nx.MultiDiGraph[str], event: str) -> Iterator[str]:
    for _, other, attributes in timeline.out_edges(event, data=True):
        if attributes["kind"] == "participation":
            yield other
