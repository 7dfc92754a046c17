"""Who vouches for which event, through how many mouths, and which speech events only carry such claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from typing import Final, NamedTuple

import pyoxigraph as ox

from chronotope.timeline.queries import graph_rows

# News quotes three people within one another at most. Hostile data would have a chain for every way through a maze.
_DEEPEST: Final = 16
_MOST_CHAINS: Final = 20


class Saying(NamedTuple):
    """One who vouches: the IRI of an actor, what they do with it, in which words ("" where there are none).

    `speech` is the IRI of the event in which they say so, where the timeline has it.
    """

    holder: str
    stance: str
    words: str
    speech: str | None


Chain = tuple[Saying, ...]
"""A claim with all that it was said within, the outermost holder first: who says that somebody says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The claims of a store: chains by event, in the order in which they were published, and the speech events."""

    chains: Mapping[str, tuple[Chain, ...]]
    speech: frozenset[str]

    def vouchers(self) -> list[tuple[str, str, str]]:
        """Holder, event and stance, each once, sorted: a claim about a claim vouches for the event within as well."""
        said = ((event, saying) for event, its in self.chains.items() for chain in its for saying in chain)
        return sorted({(saying.holder, event, saying.stance) for event, saying in said})


def find_claims(
    store: ox.Store,
    articles: Mapping[str, Mapping[str, str]],
    *,
    events: Collection[str],
    holders: Collection[str],
) -> Claims:
    """The claims about these events, by these actors; what others say stays out, as nothing could be shown of it."""
    words, told = _words(store, articles)
    claims = {
        id_: _Claim(Saying(holder, stance, words.get(id_, ""), speech), about, told.get(id_, _NOWHERE))
        for id_, (holder, stance, speech), about in _facts(store, events, holders)
    }
    inner: dict[str, list[str]] = defaultdict(list)
    outer: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(claims, key=lambda id_: (claims[id_].told, id_)):
        for about in claims[id_].about:
            (outer if about in claims else inner)[about].append(id_)
    chains = {
        event: tuple(dict.fromkeys(tuple(claims[id_].saying for id_ in path) for path in nested_paths(direct, outer)))
        for event, direct in inner.items()
        if event in events
    }
    return Claims(chains=chains, speech=carriers(chains))


def nested_paths(direct: Sequence[str], outer: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """The paths from the outermost claims to those that are about an event, none of them part of another.

    >>> nested_paths(["heard", "said"], {"heard": ["said"]})
    [('said', 'heard')]
    >>> nested_paths(["one", "other"], {"one": ["other"], "other": ["one"]})
    [('other', 'one')]
    """
    found = [path for id_ in direct for path in islice(_paths(id_, outer), _MOST_CHAINS)]
    kept: set[tuple[str, ...]] = set()
    around: dict[str, list[frozenset[str]]] = defaultdict(list)
    for path in sorted(found, key=len, reverse=True):
        claims = frozenset(path)
        if not any(claims <= longer for longer in around[path[-1]]):
            kept.add(path)
            for id_ in path:
                around[id_].append(claims)
    return [path for path in found if path in kept]


def _paths(innermost: str, outer: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """No recursion, and no claim twice on a path: data of others may nest deeply, or in a circle."""
    pending: list[tuple[str, ...]] = [(innermost,)]
    while pending:
        path = pending.pop()
        around = [id_ for id_ in outer.get(path[0], ())[:_MOST_CHAINS] if id_ not in path]
        if around and len(path) < _DEEPEST:
            pending.extend((id_, *path) for id_ in reversed(around))
        else:
            yield path


def carriers(chains: Mapping[str, Iterable[Chain]]) -> frozenset[str]:
    """The speech events that lead to some other event, so that they can be folded into their claims.

    One that is only about itself, or several about one another, would vanish with all that they say.

    >>> def said_in(speech):
    ...     return [(Saying("actor/1", "asserts", "said", speech),)]
    >>> sorted(carriers({"attack": said_in("said"), "said": said_in("told"), "vow": said_in("vow")}))
    ['said', 'told']
    """
    carrying: dict[str, set[str]] = {
        event: {saying.speech for chain in its for saying in chain if saying.speech is not None}
        for event, its in chains.items()
    }
    speech = set().union(*carrying.values())
    pending = [event for event in carrying if event not in speech]
    found: set[str] = set()
    while pending:
        more = carrying.get(pending.pop(), set()) - found
        found |= more
        pending.extend(more)
    return frozenset(found)


class _Claim(NamedTuple):
    saying: Saying
    about: tuple[str, ...]
    told: tuple[bool, str, str, int]
    """What sorts claims by who published them first, and where."""


_NOWHERE: Final = (True, "", "", 0)


def _facts(
    store: ox.Store, events: Collection[str], holders: Collection[str]
) -> Iterator[tuple[str, tuple[str, str, str | None], tuple[str, ...]]]:
    """Yield each claim with its holder, stance and speech event, and all that it is about."""
    for id_, together in groupby(graph_rows(store, "claims"), key=itemgetter("claim")):
        rows = [row for row in together if row["holder"] in holders]
        if rows:
            speech = next((row["speech"] for row in rows if row.get("speech") in events), None)
            about = tuple(dict.fromkeys(row["about"] for row in rows))
            yield id_, (rows[0]["holder"], rows[0]["stance"], speech), about


def _words(
    store: ox.Store, articles: Mapping[str, Mapping[str, str]]
) -> tuple[dict[str, str], dict[str, tuple[bool, str, str, int]]]:
    """The words of each claim where they were published first, and what sorts by that."""
    words: dict[str, str] = {}
    told: dict[str, tuple[bool, str, str, int]] = {}
    for row in graph_rows(store, "claim-words"):
        date = articles.get(row["article"], {}).get("date")
        here = (date is None, date or "", row["article"], int(row["begin"]))
        if row["claim"] not in told or here < told[row["claim"]]:
            told[row["claim"]], words[row["claim"]] = here, " ".join(row["words"].split())
    return words, told
