"""Texts in which names are marked, from several corpora, as one kind of value.

Labels are PER, ORG, LOC, EVENT and MISC, as sentences/README.md defines them. Names never nest; of two that overlap the
longer one is kept.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import filter_spans


class Name(NamedTuple):
    """A name in a text: begin, end, label."""

    begin: int
    end: int
    label: str


class Marked(NamedTuple):
    """A text, the names in it, and the document it is from."""

    document: str
    text: str
    names: tuple[Name, ...]


_MARK: Final = re.compile(r"\[([^\[\]|]+)\|(PER|ORG|LOC|EVENT|MISC)\]")
_WINER: Final = {"Person": "PER", "Organization": "ORG", "Location": "LOC", "Event": "EVENT", "Product": "MISC"}
_SEQUOIA: Final = {"NE-PERS": "PER", "NE-ORG": "ORG", "NE-LOC": "LOC", "NE-EVE": "EVENT", "NE-PROD": "MISC"}


def is_held_out(document: str) -> bool:
    """Whether a document of WiNER-fr is held out for measuring: one in ten, by its name."""
    return int(hashlib.sha1(document.encode()).hexdigest(), 16) % 10 == 0  # a lot, no secret


def read_marked(path: Path) -> Iterator[Marked]:
    """Our own sentences: `[Amina Traoré|PER]`, one a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        text, names = "", []
        rest = line.strip()
        while match := _MARK.search(rest):
            text += rest[: match.start()]
            names.append(Name(len(text), len(text) + len(match[1]), match[2]))
            text += match[1]
            rest = rest[match.end() :]
        yield Marked(f"{path.parent.name}/{path.stem}", text + rest, tuple(names))


def read_winer(folder: Path) -> Iterator[Marked]:
    """WiNER-fr (brat), a text for each paragraph; the blanks that removed links left behind are repaired."""
    for path in sorted(folder.glob("20*/**/*.ann")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        names = []
        for line in path.read_text(encoding="utf-8").splitlines():
            _, kind, *_ = line.split("\t")
            label, begin, *_, end = re.split(r"[ ;]", kind)
            if label in _WINER:
                names.append(Name(int(begin), int(end), _WINER[label]))
        text, names = repaired(text, names)
        for paragraph in re.finditer(r"[^\n]*\S[^\n]*", text):
            yield _part(path.stem, text, names, paragraph.start(), paragraph.end())


def read_iob(path: Path, *, columns: tuple[int, int], document: str) -> Iterator[Marked]:
    """Words and IOB tags in two columns of a file, a blank line after each sentence."""
    number = 0
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        cells = line.split("\t") if "\t" in line else line.split()
        if line.startswith(("-DOCSTART-", "# newdoc")):
            number += 1
        if line.startswith(("# ", "-DOCSTART-")):
            continue
        if cells and len(cells) > max(columns):
            words.append(cells[columns[0]])
            tags.append(cells[columns[1]])
        elif words:
            yield _from_tags(f"{document}-{number}", words, tags)
            words, tags = [], []


def read_sequoia(path: Path) -> Iterator[Marked]:
    """Sequoia with PARSEME-FR's named entities in its eleventh column ("3:MWE|NE-LOC")."""
    text, rows = "", []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# text ="):
            text = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            if marked := _sequoia_sentence(text, rows):
                yield marked
            rows = []


def by_document(texts: Iterable[Marked]) -> Iterator[Marked]:
    """Texts that stand one after another in a document as one text, a line each: as articles are read."""
    for document, parts in groupby(texts, key=lambda text: text.document):
        whole, names = "", []
        for part in parts:
            names += [Name(len(whole) + name.begin, len(whole) + name.end, name.label) for name in part.names]
            whole += part.text + "\n"
        yield Marked(document, whole, tuple(names))


def to_docs(marked: Iterable[Marked], tokenizer: Tokenizer) -> Iterator[Doc]:
    """Documents with our tokens; a name that cuts a token takes the whole of it."""
    for each in marked:
        doc = tokenizer(each.text)
        spans = [doc.char_span(*name[:2], label=name.label, alignment_mode="expand") for name in each.names]
        doc.set_ents(filter_spans([span for span in spans if span is not None]))
        yield doc


def repaired(text: str, names: Sequence[Name]) -> tuple[str, list[Name]]:
    """Text without the blanks before commas and after apostrophes, and the names where they are then.

    >>> repaired("l' Aude , hier", [Name(3, 7, "LOC")])
    ("l'Aude, hier", [Name(begin=2, end=6, label='LOC')])
    """
    drop = [False] * len(text)
    for match in re.finditer(
        r"[ \t\u00a0]+(?=[,.)\]…](?:\s|$|[,.)»\]]))|(?<=\w['’])[ \t\u00a0]+(?=\w)|(?<=[(\[])[ \t]+", text
    ):
        drop[match.start() : match.end()] = [True] * (match.end() - match.start())
    for index, sign in enumerate(text):
        drop[index] |= unicodedata.category(sign) == "Cf"
    places = [0]
    for dropped in drop:
        places.append(places[-1] + (not dropped))
    kept = "".join(sign for sign, dropped in zip(text, drop, strict=True) if not dropped)
    return kept, [Name(places[name.begin], places[name.end], name.label) for name in names]


def _part(document: str, text: str, names: Iterable[Name], begin: int, end: int) -> Marked:
    body = text[begin:end]
    begin += len(body) - len(body.lstrip())
    inside = (name for name in names if begin <= name.begin and name.end <= end)
    moved = [Name(*_trimmed(text, name), name.label) for name in inside]
    own = tuple(Name(first - begin, last - begin, label) for first, last, label in moved if first < last)
    return Marked(document, body.strip(), own)


def _trimmed(text: str, name: Name) -> tuple[int, int]:
    words = text[name.begin : name.end]
    return name.begin + len(words) - len(words.lstrip(" ,;")), name.end - (len(words) - len(words.rstrip(" ,;\n")))


def _from_tags(document: str, words: Sequence[str], tags: Sequence[str]) -> Marked:
    text, begins = _joined(words)
    names: list[Name] = []
    for begin, word, tag in zip(begins, words, tags, strict=True):
        kind, _, label = tag.partition("-")
        label = {"OTH": "MISC"}.get(label, label)
        if kind == "I" and names and names[-1].label == label and text[names[-1].end : begin].strip() == "":
            names[-1] = names[-1]._replace(end=begin + len(word))
        elif kind in ("B", "I"):
            names.append(Name(begin, begin + len(word), label))
    return Marked(document, text, tuple(names))


def _joined(words: Sequence[str]) -> tuple[str, list[int]]:
    """Words as a text, with spaces where English has them."""
    text, begins, quoted = "", [], False
    for index, word in enumerate(words):
        closes = word == '"' and quoted
        tight = word in {
            ",",
            ".",
            ")",
            "]",
            ":",
            ";",
            "?",
            "!",
            "%",
            "'s",
            "n't",
            "'re",
            "'ve",
            "'ll",
            "'d",
            "'m",
            "'",
            "”",
        }
        after_opening = index > 0 and (
            words[index - 1] in {"(", "[", "$", "“", "#"} or (words[index - 1] == '"' and quoted)
        )
        if text and not (tight or closes or after_opening):
            text += " "
        begins.append(len(text))
        text += word
        quoted = quoted != (word == '"')
    return text, begins


def _sequoia_sentence(text: str, rows: list[list[str]]) -> Marked | None:
    places: dict[str, tuple[int, int]] = {}
    at, last = 0, 0
    for row in rows:
        numbers = row[0].split("-")
        if len(numbers) == 1 and row[0].isdigit() and int(row[0]) <= last:
            continue
        begin = text.find(row[1], at)
        if begin < 0:
            return None
        at = begin + len(row[1])
        first, last_here = int(numbers[0].partition(".")[0]), int(numbers[-1].partition(".")[0])
        places.update({str(number): (begin, at) for number in range(first, last_here + 1)})
        last = last_here if len(numbers) > 1 else last
    found: dict[str, tuple[str, list[str]]] = {}
    for row in rows:
        if len(row) < 11 or not row[0].isdigit() or row[10] in "*_":
            continue
        for part in row[10].split(";"):
            number, _, kind = part.partition(":")
            entity = re.search(r"NE-[A-Z]+", kind)
            if entity and ".prim" not in kind and entity[0] in _SEQUOIA:
                found[number] = (_SEQUOIA[entity[0]], [row[0]])
            elif number in found:
                found[number][1].append(row[0])
    spans = [(label, [places[member] for member in members if member in places]) for label, members in found.values()]
    names = [Name(min(begin for begin, _ in at), max(end for _, end in at), label) for label, at in spans if at]
    return Marked("sequoia", text, tuple(names))
