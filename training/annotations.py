"""Reads annotated articles (training/articles): one notation in, gold documents out.

    python training/annotations.py training/articles/fr-*.txt            # check, and count
    python training/annotations.py training/articles/fr-*.txt -o all.jsonl

A document has the keys of the project's gold files: `id`, `lang`, `date`, `title`, `text` and `events`, each with
`mentions`, `type`, `status`, `time`, `place`, `roles` and `claims`; spans are given as text and the number of its hit.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from chronotope.lexicon import load_lexicon

STATUSES: Final = frozenset({"actual", "reported", "planned", "hypothetical", "denied"})
ROLES: Final = frozenset({"agent", "patient", "recipient", "instrument", "origin", "destination", "topic"})
STANCES: Final = frozenset({"asserts", "confirms", "denies", "believes", "warns", "promises", "requests"})
_MARK: Final = re.compile(r"\{(\d+):([^{}]+)\}")
_DAY: Final = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?[~?]?"
_EDTF: Final = re.compile(rf"({_DAY}|\.\.)(/({_DAY}|\.\.))?")

Document = dict[str, Any]


class Fault(ValueError):
    """What is wrong with a line, and where."""


def read_articles(path: Path) -> Iterator[Document]:
    """Yield the documents of a file. Raises `Fault` naming the article."""
    blocks = re.split(r"(?m)^=== *", path.read_text(encoding="utf-8"))[1:]
    for block in blocks:
        head, _, rest = block.partition("\n")
        parts = [part.strip() for part in head.split("|", 2)]
        if len(parts) != 3 or not re.fullmatch(r"\d{4}-\d\d(-\d\d)?", parts[1]):
            raise Fault(f"{path.name}: “{head}” should read: === id | date | title")
        try:
            yield _document(parts[0], parts[1], parts[2], rest)
        except Fault as fault:
            raise Fault(f"{path.name}: {parts[0]}: {fault}") from None


def _document(identifier: str, date: str, title: str, rest: str) -> Document:
    body, separator, lines = rest.partition("\n---\n")
    if not separator:
        raise Fault("no line “---” between text and events")
    text, marks = _unmark(body.strip())
    told = [line for line in lines.splitlines() if line.strip()]
    events = [_event(line, text, marks) for line in told if not line.startswith("order ")]
    named = [event["id"] for event in events]
    if missing := sorted(set(marks) - set(named), key=int):
        raise Fault(f"marked in the text but without a line: {', '.join(missing)}")
    if len(set(named)) != len(named):
        raise Fault("two lines for one event")
    document: Document = {"id": identifier, "lang": identifier[:2], "date": date, "title": title, "text": text}
    document["events"] = events
    if any(line.startswith("order ") for line in told):
        document["order"] = [pair for line in told if line.startswith("order ") for pair in _order(line, named)]
    return document


def _order(line: str, named: list[str]) -> list[list[str]]:
    """Pairs of events, the earlier first, from "order 1<2<5 3<4"."""
    pairs: list[list[str]] = []
    for chain in line.split()[1:]:
        numbers = chain.split("<")
        if unknown := [number for number in numbers if number not in named]:
            raise Fault(f"order “{chain}”: no event {', '.join(unknown)}")
        pairs += [list(pair) for pair in itertools.pairwise(numbers)]
    return pairs


def _unmark(body: str) -> tuple[str, dict[str, list[tuple[int, str]]]]:
    """The text without its marks, and where each event is mentioned."""
    marks: dict[str, list[tuple[int, str]]] = collections.defaultdict(list)
    text, at = "", 0
    for found in _MARK.finditer(body):
        text += body[at : found.start()]
        marks[found[1]].append((len(text), found[2]))
        text += found[2]
        at = found.end()
    text += body[at:]
    if "{" in text or "}" in text:
        raise Fault("a brace that marks nothing: write {12:word}")
    return text, marks


def _event(line: str, text: str, marks: dict[str, list[tuple[int, str]]]) -> Document:
    head, *fields = (part.strip() for part in line.split("|"))
    event = _headed(head, text, marks)
    for field in fields:
        try:
            _add_field(event, field, text, marks[event["id"]][0][0])
        except Fault as fault:
            raise Fault(f"event {event['id']}: {fault}") from None
    return event


def _headed(head: str, text: str, marks: dict[str, list[tuple[int, str]]]) -> Document:
    words = head.split()
    if len(words) != 4:
        raise Fault(f"“{head}”: an event begins with: number type status time")
    number, type_, status, time = words
    if number not in marks:
        raise Fault(f"event {number} is marked nowhere in the text")
    if type_ not in load_lexicon().types:
        raise Fault(f"event {number}: no type {type_}")
    if status not in STATUSES:
        raise Fault(f"event {number}: no status {status}")
    if time != "-" and not _EDTF.fullmatch(time):
        raise Fault(f"event {number}: no time {time}")
    return {
        "id": number,
        "mentions": [_item(text, at, marked) for at, marked in marks[number]],
        "type": type_,
        "status": status,
        "time": None if time == "-" else time,
        "place": [],
        "roles": [],
        "claims": [],
    }


def _add_field(event: Document, field: str, text: str, mark: int) -> None:
    key, _, value = field.partition(" ")
    value = value.strip()
    if key == "place":
        if value not in text:
            raise Fault(f"place “{value}” is not in the text")
        event["place"].append(value)
    elif key in ROLES:
        phrase, _, actor = (part.strip() for part in value.partition("="))
        hit = _nearest(text, phrase, mark)
        if hit is None:
            raise Fault(f"{key} “{phrase}” is not in the text")
        event["roles"].append({"role": key, **_item(text, hit, phrase), "actor": actor or None})
    elif key == "claim":
        holder, _, stance = value.rpartition(" ")
        if stance not in STANCES or not holder:
            raise Fault(f"“{field}” should read: claim holder stance")
        event["claims"].append({"holder": holder, "stance": stance})
    elif key == "same":
        if not re.fullmatch(r"[\w-]+", value):
            raise Fault(f"same “{value}”: a key is one word")
        event["same"] = value
    else:
        raise Fault(f"“{field}” is no place, role, claim or key of sameness")


def _item(text: str, at: int, words: str) -> dict[str, Any]:
    hits = [found.start() for found in re.finditer(re.escape(words), text)]
    return {"text": words, "nth": hits.index(at) + 1} if at in hits else {"text": words}


def _nearest(text: str, words: str, mark: int) -> int | None:
    """Where the words stand that are nearest to the mention, whole; one of the same sentence before others."""
    hits = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]

    def distance(at: int) -> tuple[int, int]:
        return len(re.findall(r"[.!?…]\s|\n", text[min(at, mark) : max(at, mark)])), abs(at - mark)

    return min(hits, key=distance, default=None)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="write the documents as JSON lines")
    arguments = parser.parse_args()
    documents = []
    try:
        for file in arguments.files:
            documents += list(read_articles(file))
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 2
    if arguments.output:
        lines = (json.dumps(document, ensure_ascii=False) + "\n" for document in documents)
        arguments.output.write_text("".join(lines), encoding="utf-8")
    events = [event for document in documents for event in document["events"]]
    counts = collections.Counter(event["type"] for event in events)
    print(f"{len(documents)} articles, {len(events)} events, {sum(len(each['mentions']) for each in events)} mentions")
    print(", ".join(f"{name} {count}" for name, count in counts.most_common()))
    print(collections.Counter(event["status"] for event in events).most_common())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
