"""What the page tells only when asked: sentences of articles, claims, disagreements, other names.

It is packed apart, so that a page of 20,000 events can be used before their sentences are unpacked. Offsets are UTF-16
code units, as JavaScript counts. Sentences, surroundings and articles stand by their numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from chronotope.show.html.disputes import disagreement_in_words
from chronotope.show.html.packing import Json, numbered
from chronotope.show.html.when import in_words
from chronotope.timeline.given import Nodes

_NAMED: Final = ("actor", "place")


def text_content(nodes: Nodes, events: Sequence[str], articles: Iterable[str], language: str) -> Json:
    """Evidence of each event, and claims, disagreements and words of dates by its number; names by identifier."""
    numbers = numbered(articles)
    told = [(number, nodes[event]) for number, event in enumerate(events)]
    named = sorted(thing for thing, data in nodes.items() if data["kind"] in _NAMED)
    speakers = numbered(said.holder for _, data in told for chain in data["claims"] for said in chain)
    speeches = numbered(events)
    passages = _passages(item for _, data in told for item in data["evidence"])
    return {
        "evidence": [_evidence(data["evidence"], passages, numbers) for _, data in told],
        "passages": list(passages),
        "holders": list(speakers),
        "claims": {number: _claims(data["claims"], speakers, speeches) for number, data in told if data["claims"]},
        "disputes": {number: _disputes(data, language) for number, data in told if data["disputes"]},
        "timeWords": {number: list(data["time_words"]) for number, data in told if data["time_words"]},
        "names": {
            thing: nodes[thing]["names"].split(" | ")
            for thing in named
            if nodes[thing]["names"] != nodes[thing]["label"]
        },
    }


def utf16_offset(text: str, offset: int) -> int:
    """An offset in code points as JavaScript counts it.

    >>> utf16_offset("🔥 feu", 2), "🔥 feu"[2]
    (3, 'f')
    """
    return len(text[:offset].encode("utf-16-le", errors="replace")) // 2


# `Any`: evidence is that of `timeline`, or what somebody else has that looks like it.
def _passages(evidence: Iterable[Any]) -> dict[str, int]:
    """Sentences and what stands around them, each once, with its number.

    They stand as they do in their articles: what is around one sentence is mostly other sentences, and what is told
    twice within 32 kB takes no room once it is deflated.
    """
    inside = sorted(evidence, key=lambda item: (item.article, item.offset))
    return numbered(text for item in inside for text in _around(item))


def _around(item: Any) -> tuple[str, str, str]:
    return item.before, item.sentence, item.after


def _evidence(evidence: Iterable[Any], passages: Mapping[str, int], articles: Mapping[str, int]) -> list[list[object]]:
    """Article, numbers of the passages and highlighted words, for each sentence that tells of an event."""
    sentences: dict[tuple[str, ...], set[tuple[int, int]]] = {}
    for item in evidence:
        words = (utf16_offset(item.sentence, item.begin), utf16_offset(item.sentence, item.end))
        sentences.setdefault((item.article, *_around(item)), set()).add(words)
    return [
        [articles[article], *(passages[text] for text in around), sorted(words)]
        for (article, *around), words in sentences.items()
    ]


def _claims(
    claims: Iterable[Iterable[Any]], holders: Mapping[str, int], speeches: Mapping[str, int]
) -> list[list[list[object]]]:
    """Holder, stance, words and speech of each link of each chain."""
    return [
        [[holders[said.holder], said.stance, said.words, speeches.get(said.speech)] for said in chain]
        for chain in claims
    ]


def _disputes(data: Mapping[str, Any], language: str) -> list[Json]:
    """What articles disagree about; they are named by publisher and date."""
    names = {item.article: _name(item, language) for item in data["evidence"]}
    return [
        {
            "aspect": said.aspect,
            "versions": [
                {"value": version.value, "articles": [names.get(article, article) for article in version.articles]}
                for version in said.versions
            ],
        }
        for said in (disagreement_in_words(each, language) for each in data["disputes"])
    ]


def _name(article: Any, language: str) -> str:  # an Evidence, or what looks like one
    """An article in few words: two papers may give it one headline, and one paper may count anew each day."""
    date = f", {in_words(article.date, language)}" if article.date else ""
    return f"{article.publisher or article.title or article.article}{date}"
