"""Scores a pipeline on prepared test files, from raw text, as others would: UD's measures and entity F1.

python training/evaluate.py MODEL TEST.spacy…
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import chronotope.pipelines.tokenizer  # noqa: F401  # registers the tokenizer that the pipelines name

_MEASURES = ("token_f", "sents_f", "pos_acc", "morph_acc", "dep_uas", "dep_las", "lemma_acc")


def main() -> None:
    model, *tests = sys.argv[1:]
    nlp = spacy.load(model)
    for test in tests:
        gold = list(DocBin().from_disk(test).get_docs(nlp.vocab))
        print(f"{Path(test).stem}: {_line(scores(nlp, gold))}")


def scores(nlp: Language, gold: list[Doc]) -> dict[str, float]:
    """Figures in percent; names are PER, LOC and ORG together."""
    predicted = list(nlp.pipe(doc.text for doc in gold))
    if any(doc.ents for doc in gold):
        return _names(predicted, gold)
    examples = [Example(guess, doc) for guess, doc in zip(predicted, gold, strict=True)]
    found = nlp.evaluate(examples)
    return {name: 100 * found[name] for name in _MEASURES if found.get(name) is not None}


def _names(predicted: list[Doc], gold: list[Doc]) -> dict[str, float]:
    hit, given, held = Counter[str](), Counter[str](), Counter[str]()
    for guess, doc in zip(predicted, gold, strict=True):
        found = {(name.start_char, name.end_char, name.label_) for name in guess.ents}
        right = {(name.start_char, name.end_char, name.label_) for name in doc.ents}
        for counter, names in ((hit, found & right), (given, found), (held, right)):
            counter.update(label for _, _, label in names if label in ("PER", "LOC", "ORG"))
    figures = {f"{label} F": _f1(hit[label], given[label], held[label]) for label in ("PER", "LOC", "ORG")}
    total = [counter.total() for counter in (hit, given, held)]
    return {"P": 100 * total[0] / max(total[1], 1), "R": 100 * total[0] / max(total[2], 1), "F": _f1(*total), **figures}


def _f1(hit: int, given: int, held: int) -> float:
    return 200 * hit / max(given + held, 1)


def _line(figures: dict[str, float]) -> str:
    return "  ".join(f"{name} {value:.1f}" for name, value in figures.items())


if __name__ == "__main__":
    main()
