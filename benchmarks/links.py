"""Scores the links of places and actors in a built graph against gold.

Of places: which entry a name is linked to, what holds the others. Of actors: which mentions are one actor.

    python benchmarks/links.py ARTICLES.jsonl GRAPH.nq [GOLD_FOLDER] [--errors PATTERN]

ARTICLES are those the graph was built from; GOLD_FOLDER holds places.jsonl and actors.jsonl (tests/gold, where none
is given).
--errors lists what is wrong in the articles whose id a pattern matches.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph as ox

GOLD = Path(__file__).parent.parent / "tests" / "gold"
BASE = "https://w3id.org/chronotope/id/"
_LONGEST_DETERMINER = 6
_LEAST_SHARED = 0.3
PREFIXES = """
PREFIX cht: <https://w3id.org/chronotope#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX gaf: <http://groundedannotationframework.org/gaf#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX schema: <https://schema.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("graph", type=Path)
    parser.add_argument("gold", type=Path, nargs="?", default=GOLD)
    parser.add_argument("--errors", type=re.compile)
    arguments = parser.parse_args()
    store = ox.Store()
    store.bulk_load(path=str(arguments.graph), format=ox.RdfFormat.N_QUADS)
    texts = {article["id"]: article["text"] for article in read_lines(arguments.articles)}
    score_places(texts, store, read_lines(arguments.gold / "places.jsonl"), arguments.errors)
    score_actors(texts, store, read_lines(arguments.gold / "actors.jsonl"), arguments.errors)


def read_lines(path: Path) -> list[dict[str, Any]]:
    """`Any`: JSON."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


class Linked(NamedTuple):
    """A mention in the graph, and the id of what it denotes."""

    begin: int
    end: int
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The links of a graph: mentions by article, and what holds each place."""

    mentions: Mapping[str, Sequence[Linked]]
    holders: Mapping[str, str]

    def above(self, place: str) -> Iterator[str]:
        """What holds a place, the nearest first."""
        while place in self.holders:
            place = self.holders[place]
            yield place


def score_places(
    texts: Mapping[str, str], store: ox.Store, gold: Sequence[Mapping[str, Any]], errors: re.Pattern[str] | None
) -> None:
    """Print how many names with an entry are linked right, and how many others are held by the right place."""
    links = _places(store)
    names = defaultdict(list)
    for line in gold:
        names[line["doc"]].append(line["name"])
    counts: dict[str, Counter[str]] = {"entries": Counter(), "containers": Counter()}
    for line in gold:
        if line["doc"] not in texts:
            continue
        said = _said(line["name"], texts[line["doc"]], names[line["doc"]], links.mentions.get(line["doc"], ()))
        kind = "entries" if "entry" in line else "containers"
        verdict = _verdict(line, said, links)
        counts[kind][verdict] += 1
        counts[kind][f"{verdict} {line.get('population_in')}"] += 1
        if errors is not None and errors.search(line["doc"]) and verdict != "right":
            held = {place: next(links.above(place), None) for place in sorted(said)}
            print(f"{line['doc']} {line['name']}: {verdict}, {held}, gold {line.get('entry', line.get('within'))}")
    for kind, found in counts.items():
        right, wrong, missing = found["right"], found["wrong"], found["not found"]
        wider = found["wider"]
        linked = right + wrong + wider
        print(
            f"{kind}: {right} right, {wider} too wide, {wrong} wrong, {missing} not found; "
            f"right of those found {right / max(linked, 1):.3f}, of all {right / max(linked + missing, 1):.3f}"
        )


def _verdict(line: Mapping[str, Any], said: set[str], links: Links) -> str:
    """Right where every mention of the name is; "too wide" where what holds the right container is taken for it."""
    if not said:
        return "not found"
    if "entry" in line:
        wanted = {line["entry"]} if isinstance(line["entry"], str) else set(line["entry"])
        return "right" if said <= wanted else "wrong"
    within = line["within"] if isinstance(line["within"], list) else [line["within"]]
    held = {next(links.above(place), None) for place in said}
    if held <= set(within):
        return "right"
    above = {holder for place in within if place is not None for holder in links.above(place)}
    return "wider" if held <= above | {None} else "wrong"


def _said(name: str, text: str, names: Sequence[str], mentions: Sequence[Linked]) -> set[str]:
    """What the mentions of a name denote: those of its own words, else those within them or, lastly, around them.

    A name within a longer one of gold ("Kaboul" in "aéroport de Kaboul") is not said there.
    """
    longer = [other for other in names if other != name and name in other]
    taken = [span for other in longer for span in _occurrences(other, text)]
    found: set[str] = set()
    for begin, end in _occurrences(name, text):
        if any(first <= begin and end <= last for first, last in taken):
            continue
        over = [linked for linked in mentions if linked.begin < end and begin < linked.end]
        same = [linked.id for linked in over if (linked.begin, linked.end) == (begin, end)]
        within = [linked.id for linked in over if begin <= linked.begin and linked.end <= end]
        around = [linked.id for linked in over if linked.begin <= begin and end <= linked.end]
        found.update(same or within[-1:] or around[:1])
    return found


def _occurrences(name: str, text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        yield match.span()


def _places(store: ox.Store) -> Links:
    query = """SELECT ?doc ?begin ?end ?place {
        GRAPH ?said { ?article dct:identifier ?doc .
            ?mention a cht:PlaceMention ; nif:referenceContext ?article ; nif:beginIndex ?begin ; nif:endIndex ?end }
        GRAPH cht:knowledge { ?place a sem:Place ; gaf:denotedBy ?mention } }"""
    mentions = defaultdict(list)
    for row in _rows(store, query):
        place = row["place"].removeprefix(BASE)
        mentions[row["doc"]].append(Linked(int(row["begin"]), int(row["end"]), place))
    held = _rows(store, "SELECT ?place ?holder { GRAPH cht:knowledge { ?place schema:containedInPlace ?holder } }")
    return Links(
        mentions={doc: sorted(found) for doc, found in mentions.items()},
        holders={row["place"].removeprefix(BASE): row["holder"].removeprefix(BASE) for row in held},
    )


class Told(NamedTuple):
    """A mention of gold that the graph has: its article and words, the actor gold says it is, and that of the graph."""

    doc: str
    text: str
    gold: str
    held: str


def score_actors(
    texts: Mapping[str, str], store: ox.Store, gold: Sequence[Mapping[str, Any]], errors: re.Pattern[str] | None
) -> None:
    """Print how many pairs of mentions are rightly one actor, within and across articles, and what is merged wrongly.

    Only mentions that the graph has count: what was not found at all is told beside.
    """
    told = list(_told(texts, _actors(store), gold))
    marked = sum(len(line["mentions"]) for line in gold if line["doc"] in texts)
    print(f"actors: {len(told)} of {marked} mentions found")
    for name, across in (("within articles", False), ("across articles", True)):
        pairs = [_pairs(told, key, across=across) for key in ("gold", "held")]
        right = len(pairs[0] & pairs[1])
        precision, recall = right / max(len(pairs[1]), 1), right / max(len(pairs[0]), 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"  {name}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} of {len(pairs[0])} pairs")
    by_node = defaultdict(list)
    for mention in told:
        by_node[mention.held].append(mention)
    pure = sum(max(Counter(each.gold for each in its).values()) for its in by_node.values())
    mixed = [its for its in by_node.values() if len({each.gold for each in its}) > 1]
    print(f"  purity {pure / max(len(told), 1):.3f}; {len(mixed)} of {len(by_node)} actors hold several of gold's")
    if errors is not None:
        _print_errors([each for each in told if errors.search(each.doc)])


def _print_errors(told: Sequence[Told]) -> None:
    for key, other in (("held", "gold"), ("gold", "held")):
        groups = defaultdict(list)
        for mention in told:
            groups[getattr(mention, key)].append(mention)
        for its in groups.values():
            if len({getattr(each, other) for each in its}) > 1:
                what = "one for several" if key == "held" else "several for one"
                print(f"{what}: " + " | ".join(f"{each.doc} {each.text} [{each.gold}]" for each in its))


def _pairs(told: Sequence[Told], key: str, *, across: bool) -> set[tuple[int, int]]:
    """Pairs of mentions of one actor, in two articles or in one."""
    groups = defaultdict(list)
    for index, mention in enumerate(told):
        groups[getattr(mention, key)].append(index)
    return {
        (one, other)
        for its in groups.values()
        for one, other in combinations(its, 2)
        if (told[one].doc != told[other].doc) == across
    }


def _told(
    texts: Mapping[str, str], mentions: Mapping[str, Sequence[Linked]], gold: Sequence[Mapping[str, Any]]
) -> Iterator[Told]:
    """The mentions of gold that the graph has, each with the mention that is most like it."""
    marked = defaultdict(list)
    for line in gold:
        if line["doc"] in texts:
            for mention in line["mentions"]:
                begin = _nth(texts[line["doc"]], mention["text"], mention.get("nth", 1))
                marked[line["doc"]].append((begin, begin + len(mention["text"]), line["actor"]))
    for doc, its in sorted(marked.items()):
        found = [
            (-_likeness(span, linked), span, linked)
            for span in its
            for linked in mentions.get(doc, ())
            if _likeness(span, linked) >= 0.5
        ]
        taken: set[object] = set()
        for _, span, linked in sorted(found):
            if span not in taken and linked not in taken:
                taken.update((span, linked))
                yield Told(doc, texts[doc][span[0] : span[1]], span[2], linked.id)


def _nth(text: str, words: str, nth: int) -> int:
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at


def _likeness(span: tuple[int, int, str], linked: Linked) -> float:
    """What two spans share; one that only lacks the determiner and what follows its noun is as good as the same."""
    shared = min(span[1], linked.end) - max(span[0], linked.begin)
    if shared <= 0:
        return 0.0
    part = shared / (span[1] - span[0])
    if span[0] <= linked.begin <= span[0] + _LONGEST_DETERMINER and linked.end <= span[1] and part > _LEAST_SHARED:
        return 0.5 + 0.5 * part
    return shared / (max(span[1], linked.end) - min(span[0], linked.begin))


def _actors(store: ox.Store) -> dict[str, list[Linked]]:
    query = """SELECT ?doc ?begin ?end ?actor {
        GRAPH ?said { ?article dct:identifier ?doc .
            ?mention a cht:ActorMention ; nif:referenceContext ?article ; nif:beginIndex ?begin ; nif:endIndex ?end }
        GRAPH cht:knowledge { ?actor a sem:Actor ; gaf:denotedBy ?mention } }"""
    mentions = defaultdict(list)
    for row in _rows(store, query):
        mentions[row["doc"]].append(Linked(int(row["begin"]), int(row["end"]), row["actor"].removeprefix(BASE)))
    return mentions


def _rows(store: ox.Store, query: str) -> Iterator[dict[str, str]]:
    solutions = store.query(PREFIXES + query)
    assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101  # narrows the type: every query here is a SELECT
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {name: str(solution[name].value) for name in names}


if __name__ == "__main__":
    main()
