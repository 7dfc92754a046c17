"""Treebanks in CoNLL-U as spaCy documents.

Labels are harmonised over treebanks: subtypes of relations are dropped but for those in `KEPT`. A token of several
words ("du", "auxquelles") becomes one, governed as the word that governs its others; an English contraction is cut
where its words add up to it ("do" + "n't").
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby
from pathlib import Path
from typing import Final

from spacy.tokens import Doc
from spacy.vocab import Vocab

KEPT: Final = frozenset({"nsubj:pass", "aux:pass", "acl:relcl", "obl:agent"})
_NO_BREAK_SPACE: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class Word:
    """One token of a sentence; `head` is an index within the sentence, its own at the root."""

    form: str
    space_after: bool
    lemma: str
    pos: str
    morph: str
    head: int
    dep: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank and the document it is from."""

    document: str
    words: tuple[Word, ...]


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file in order."""
    document, rows = path.stem, []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc id"):
            document = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield Sentence(document, tuple(_words(rows)))
            rows = []


def nameless(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Sentences without a proper noun, and without an adjective that may be made from one ("French")."""
    for sentence in sentences:
        tagged = ((word.pos, word.form[:1].isupper()) for word in sentence.words[1:])
        if all(word.pos not in ("PROPN", "X") for word in sentence.words) and ("ADJ", True) not in tagged:
            yield sentence


def text_of(sentence: Sentence) -> str:
    """The words of a sentence with the spaces between them."""
    return "".join(word.form + " " * word.space_after for word in sentence.words).strip()


def documents(sentences: Iterable[Sentence], vocab: Vocab, *, size: int, seed: int = 0) -> Iterator[Doc]:
    """Yield documents of one to `size` neighbouring sentences each, so that a parser learns where sentences end."""
    shuffle = random.Random(seed)
    for _, group in groupby(sentences, key=lambda sentence: sentence.document):
        left = list(group)
        while left:
            number = shuffle.randint(1, size) if size > 1 else 1
            yield _document(left[:number], vocab)
            left = left[number:]


def _words(rows: list[list[str]]) -> Iterator[Word]:
    singles = {int(row[0]): row for row in rows if row[0].isdigit()}
    groups = list(_groups(rows, singles))
    group_of = {number: index for index, (numbers, _, _) in enumerate(groups) for number in numbers}
    for index, (numbers, form, space) in enumerate(groups):
        # The word of a group whose governor lies outside of it speaks for the group.
        number = next(n for n in numbers if int(singles[n][6]) == 0 or group_of[int(singles[n][6])] != index)
        row = singles[number]
        head = int(row[6])
        yield Word(
            form=form.replace(" ", _NO_BREAK_SPACE),
            space_after=space,
            lemma=form if row[2] == "_" else row[2],
            pos="X" if row[3] == "_" else row[3],
            morph="" if row[5] == "_" else row[5],
            head=index if head == 0 else group_of[head],
            dep="ROOT" if head == 0 else _harmonised(row[7]),
        )


def _groups(rows: list[list[str]], singles: dict[int, list[str]]) -> Iterator[tuple[list[int], str, bool]]:
    """Yield (numbers of the words, form, whether a space follows) of each token."""
    within: set[int] = set()
    for row in rows:
        space = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            numbers = list(range(first, last + 1))
            within.update(numbers)
            parts = [singles[number][1] for number in numbers]
            if "".join(parts) == row[1] and "'" in row[1].replace("’", "'"):
                for number, part in zip(numbers, parts, strict=True):
                    yield [number], part, space and number == last
            else:
                yield numbers, row[1], space
        elif row[0].isdigit() and int(row[0]) not in within:
            yield [int(row[0])], row[1], space


def _harmonised(label: str) -> str:
    return label if label in KEPT else label.partition(":")[0]


def _document(sentences: list[Sentence], vocab: Vocab) -> Doc:
    words = [word for sentence in sentences for word in sentence.words]
    ends = set(accumulate(len(sentence.words) for sentence in sentences))
    begins = [end - len(sentence.words) for end, sentence in zip(sorted(ends), sentences, strict=True)]
    heads = [begin + word.head for begin, sentence in zip(begins, sentences, strict=True) for word in sentence.words]
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space_after or index + 1 in ends for index, word in enumerate(words)],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=[word.dep for word in words],
    )
