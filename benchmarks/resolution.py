"""What resolving is worth, against annotated articles, and what it costs, on made-up ones.

    python benchmarks/resolution.py GOLD_FOLDER [--articles 1000,2000,5000] [--no-figures]

Figures: the dev articles are built as `gold.py` does, and scored for what is held across articles. Curve: so many
articles of `synthetic/` are resolved, each number in a process of its own; extraction is no part of it.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph as ox
from links import GOLD, _nth, _rows  # type: ignore[import-not-found]  # beside this script
from synthetic import synthetic_articles  # type: ignore[import-not-found]  # beside this script

from chronotope.lexicon import load_lexicon
from chronotope.resolve import account_of, hold

OUT = Path("out")
SIZES = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--articles", type=_sizes, default=SIZES, help="how many made-up articles, with commas between")
    parser.add_argument("--no-figures", action="store_true", help="the curve alone")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one is not None:
        print(json.dumps(measured(arguments.one)._asdict()))
        return
    if not arguments.no_figures:
        print_figures(arguments.gold)
    print_curve(arguments.articles)


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(",") if size)


class Cost(NamedTuple):
    """What it took to resolve so many articles: seconds of processor, and memory at most (megabytes)."""

    articles: int
    accounts: float
    holding: float
    memory: float
    events: int
    merges: int


def measured(articles: int) -> Cost:
    """Resolve made-up articles in this process; the time to make them and to load the lexicon is left out."""
    lexicon = load_lexicon()
    lexicon.gazetteer.find("Paris")
    accounts, seconds = [], 0.0
    for extraction in synthetic_articles(lexicon, articles):
        started = time.process_time()
        accounts.append(account_of(extraction, lexicon))
        seconds += time.process_time() - started
    started = time.process_time()
    knowledge = hold(accounts, lexicon)
    holding = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Cost(articles, seconds, holding, memory, len(knowledge.events), len(knowledge.merges))


def print_curve(sizes: Sequence[int]) -> None:
    """Print a row for each size, and the exponent by which the time grew since the last: 1 is linear."""
    print("\n| articles | accounts, s | holding, s | exponent | memory, MB | events | merges |")
    print("|---|---|---|---|---|---|---|")
    before: Cost | None = None
    for size in sizes:
        command = [sys.executable, __file__, ".", "--one", str(size)]
        done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
        if done.returncode:
            print(f"| {size:,} | exit code {done.returncode} |", flush=True)
            return
        cost = Cost(**json.loads(done.stdout))
        growth = "–" if before is None else f"{_exponent(before, cost):.2f}"
        print(
            f"| {size:,} | {cost.accounts:.1f} | {cost.holding:.1f} | {growth} | {cost.memory:,.0f} "
            f"| {cost.events:,} | {cost.merges:,} |",
            flush=True,
        )
        before = cost


def _exponent(one: Cost, other: Cost) -> float:
    """The power of the number of articles that the seconds grow with.

    >>> round(_exponent(Cost(10, 1, 1, 0, 0, 0), Cost(20, 4, 4, 0, 0, 0)), 3)
    2.0
    """
    seconds = (other.accounts + other.holding) / (one.accounts + one.holding)
    return math.log(seconds) / math.log(other.articles / one.articles)


def print_figures(gold: Path) -> None:
    """Build the dev articles, and print what is held across them against gold."""
    both, chronicle, graph = OUT / "dev.jsonl", OUT / "dev", OUT / "dev.nq"
    OUT.mkdir(exist_ok=True)
    parts = [(gold / f"dev-{language}.jsonl").read_bytes().rstrip(b"\n") + b"\n" for language in ("fr", "en")]
    both.write_bytes(b"".join(parts))
    command = Path(sys.executable).with_name("chronotope")
    subprocess.run(["rm", "-rf", str(chronicle)], check=True)
    subprocess.run([command, "build", both, "--out", chronicle, "--quiet"], check=True)
    subprocess.run([command, "export", chronicle, graph], check=True, stdout=subprocess.DEVNULL)
    scorer = [sys.executable, *map(str, (gold / "score.py", both, graph, "--clusters", gold / "dev-clusters.json"))]
    scores = subprocess.run(scorer, check=True, stdout=subprocess.PIPE, text=True).stdout
    print("\n".join(line for line in scores.splitlines() if re.search("cross-article|F1", line)))
    links = Path(__file__).with_name("links.py")
    subprocess.run([sys.executable, links, both, graph, GOLD], check=True)
    print_purity(both, graph, gold)


def print_purity(articles: Path, graph: Path, gold: Path) -> None:
    """Print how far the events of a graph keep the events of gold apart."""
    documents = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines()]
    store = ox.Store()
    store.bulk_load(path=str(graph), format=ox.RdfFormat.N_QUADS)
    pairs = [(told.gold, told.held) for told in _told(documents, store, _clusters(gold))]
    by_gold, by_held = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    both = Counter(pairs)
    precision = sum(number**2 / by_held[held] for (_, held), number in both.items()) / max(len(pairs), 1)
    recall = sum(number**2 / by_gold[one] for (one, _), number in both.items()) / max(len(pairs), 1)
    held: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        held[other].add(one)
    mixed = sum(len(its) > 1 for its in held.values())
    towns = sum(1 for _ in _rows(store, _TWO_TOWNS))
    print(f"events: {len(pairs)} mentions of gold found; B-cubed precision {precision:.3f}, recall {recall:.3f}")
    print(f"  {mixed} of {len(held)} events hold several of gold's; {towns} events are in two towns")


class Told(NamedTuple):
    """A mention of gold that the graph has: the event gold says it tells of, over all articles, and the graph's."""

    gold: str
    held: str


_MENTIONS = """SELECT ?doc ?begin ?end ?event {
    GRAPH ?said { ?article dct:identifier ?doc .
        ?mention a cht:EventMention ; nif:referenceContext ?article ; nif:beginIndex ?begin ; nif:endIndex ?end }
    GRAPH cht:knowledge { ?event a sem:Event ; gaf:denotedBy ?mention } }"""
_TWO_TOWNS = """SELECT DISTINCT ?event {
    GRAPH cht:knowledge { ?event sem:hasPlace ?one, ?other . FILTER(STR(?one) < STR(?other))
        ?one cht:placeKind cht:city . ?other cht:placeKind cht:city } }"""


def _clusters(gold: Path) -> dict[str, str]:
    """Events of gold that are one → a name for all, the first."""
    stories: dict[str, list[list[str]]] = json.loads((gold / "dev-clusters.json").read_text(encoding="utf-8"))
    return {event: cluster[0] for clusters in stories.values() for cluster in clusters for event in cluster}


def _told(documents: Sequence[Mapping[str, Any]], store: ox.Store, clusters: Mapping[str, str]) -> Iterator[Told]:
    """The mentions of gold that a mention of the graph overlaps; `Any`: JSON."""
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in _rows(store, _MENTIONS):
        found[row["doc"]].append((int(row["begin"]), int(row["end"]), row["event"]))
    for document in documents:
        for event in document["events"]:
            name = f"{document['id']}:{event['id']}"
            for mention in event["mentions"]:
                begin = _nth(document["text"], mention["text"], mention.get("nth", 1))
                end = begin + len(mention["text"])
                over = [held for first, last, held in sorted(found[document["id"]]) if first < end and begin < last]
                if over:
                    yield Told(clusters.get(name, name), over[0])


if __name__ == "__main__":
    main()
