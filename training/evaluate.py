"""Scores a pipeline on the prepared test sets of its language, from raw text.

    python training/evaluate.py LANGUAGE PREPARED_FOLDER [--weights FILE | --pipeline NAME] [--parser-cuts]

UPOS, UAS, LAS and lemmas are spaCy's measures, which leave punctuation out of UAS and LAS; names are scored by exact
span and label. "agent+patient" is the share of main-clause verbs whose agents and patients, read from the predicted
arcs, are exactly those read from the gold arcs; "unseen" is the recall of names whose words no training text has as a
name.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import filter_spans

from chronotope.extract.arcs import Arcs, Participants
from chronotope.pipelines.documents import LABELS, document_of
from chronotope.pipelines.sentences import mark_sentences
from chronotope.pipelines.trained import TrainedPipeline, unpacked
from chronotope.registry import language_named
from chronotope.text import Article

_MEASURES = {
    "token_f": "tokens", "sents_f": "sentences", "pos_acc": "UPOS", "morph_acc": "morphology", "dep_uas": "UAS",
    "dep_las": "LAS", "lemma_acc": "lemma",
}  # fmt: skip
_SCORED = ("PER", "LOC", "ORG")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("prepared", type=Path)
    parser.add_argument("--weights", type=Path, help="a packed pipeline; else the one in the package")
    parser.add_argument("--pipeline", help="an installed spaCy pipeline")
    parser.add_argument("--parser-cuts", action="store_true", help="let the parser find sentences, not the rules")
    arguments = parser.parse_args()
    nlp = _pipeline(arguments.language, arguments.weights, arguments.pipeline)
    seen = _seen(arguments.prepared / f"{arguments.language}-names-train.spacy", nlp)
    for path in sorted(arguments.prepared.glob(f"{arguments.language}-*test-*.spacy")):
        gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
        texts = [nlp.make_doc(doc.text) for doc in gold]
        if not arguments.parser_cuts and arguments.pipeline is None:
            for doc in texts:
                mark_sentences(doc)
        predicted = list(nlp.pipe(texts))
        found = (
            names(predicted, gold, seen) if "names" in path.stem else trees(nlp, predicted, gold, arguments.language)
        )
        print(f"{path.stem}: " + "  ".join(f"{name} {value:.1f}" for name, value in found.items()))
        sys.stdout.flush()


def _pipeline(language: str, weights: Path | None, name: str | None) -> Language:
    if name is not None:
        return spacy.load(name)
    return unpacked(weights.read_bytes()) if weights else TrainedPipeline.of(language).nlp


def trees(nlp: Language, predicted: list[Doc], gold: list[Doc], language: str) -> dict[str, float]:
    """The figures of a treebank, in percent."""
    examples = [Example(guess, doc) for guess, doc in zip(predicted, gold, strict=True)]
    found: dict[str, float | None] = {}
    for component in (nlp.tokenizer, *(component for _, component in nlp.pipeline)):
        if hasattr(component, "score"):
            found |= component.score(examples)
    figures = {name: 100 * value for key, name in _MEASURES.items() if (value := found.get(key)) is not None}
    right = total = 0
    for guess, doc in zip(predicted, gold, strict=True):
        held, given = _main_verbs(doc, language), _main_verbs(guess, language)
        total += len(held)
        right += sum(given.get(verb) == participants for verb, participants in held.items())
    return figures | {"agent+patient": 100 * right / max(total, 1)}


def _main_verbs(doc: Doc, language: str) -> dict[int, tuple[frozenset[int], frozenset[int]]]:
    """Where main-clause verbs with a participant begin, and where the heads of their participants do."""
    article = Article(identifier="", body=doc.text, language=language)
    document = document_of(doc, article, "", lambda token: token.lemma_)
    arcs = Arcs.of(document, language_named(language))
    found = {}
    for index, token in enumerate(document.tokens):
        if token.pos == "VERB" and _is_main(arcs, index) and any(participants := arcs.participants(index)):
            found[token.begin] = _offsets(arcs, participants)
    return found


def _is_main(arcs: Arcs, index: int) -> bool:
    token = arcs.tokens[index]
    while token.dep in ("conj", "parataxis") and arcs.tokens[token.head] is not token:
        token = arcs.tokens[token.head]
    return token.dep.lower() == "root"


def _offsets(arcs: Arcs, participants: Participants) -> tuple[frozenset[int], frozenset[int]]:
    agents, patients = (frozenset(arcs.tokens[index].begin for index in group) for group in participants)
    return agents, patients


def names(predicted: list[Doc], gold: list[Doc], seen: set[str]) -> dict[str, float]:
    """Precision, recall and F of persons, places and organisations together, F of each, recall of unseen names."""
    hit, given, held = Counter[str](), Counter[str](), Counter[str]()
    unseen = Counter[bool]()
    for guess, doc in zip(predicted, gold, strict=True):
        found = set(_spans(guess))
        right = set(_spans(doc))
        for counter, spans in ((hit, found & right), (given, found), (held, right)):
            counter.update(label for _, _, label in spans)
        unseen.update(span in found for span in right if doc.text[span[0] : span[1]].lower() not in seen)
    total = [counter.total() for counter in (hit, given, held)]
    return {
        "P": 100 * total[0] / max(total[1], 1),
        "R": 100 * total[0] / max(total[2], 1),
        "F": _f1(*total),
        **{label: _f1(hit[label], given[label], held[label]) for label in _SCORED},
        "unseen": 100 * unseen[True] / max(unseen.total(), 1),
    }


def _spans(doc: Doc) -> Iterator[tuple[int, int, str]]:
    for name in filter_spans(doc.ents):
        label = LABELS.get(name.label_)
        if label in _SCORED:
            yield name.start_char, name.end_char, label


def _seen(path: Path, nlp: Language) -> set[str]:
    docs = DocBin().from_disk(path).get_docs(nlp.vocab)
    return {name.text.lower() for doc in docs for name in doc.ents}


def _f1(hit: int, given: int, held: int) -> float:
    return 200 * hit / max(given + held, 1)


if __name__ == "__main__":
    main()
