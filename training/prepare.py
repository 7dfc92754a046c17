"""Turns the corpora into spaCy's training files.

    python training/prepare.py CORPORA_FOLDER OUT_FOLDER

What may train shipped weights, and under which licence, is in the model cards. Held out: the test sets of Sequoia, GSD,
EWT and UNER, five GUM documents, one in ten of WiNER-fr's, the last 15 % of wikigold, one batch of our own sentences.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from chronotope.pipelines.tokenizer import build_tokenizer
from chronotope.registry import language_named
from names import Marked, by_document, is_held_out, read_iob, read_marked, read_sequoia, read_winer, to_docs
from replacement import renamed
from treebanks import Sentence, documents, nameless, read_treebank, text_of

SENTENCES: Final = Path(__file__).parent / "sentences"
HELD_OUT_BATCH: Final = "batch-4.txt"
GUM_DEV: Final = {"news_iodine", "news_homeopathic", "interview_cyclone", "interview_gaming"}
GUM_TEST: Final = {"news_nasa", "news_sensitive", "news_defector", "interview_libertarian", "interview_hill"}
_FRENCH_TRAIN: Final = (
    "fr_sequoia-ud-train", "fr_gsd-ud-dev", "fr_pud-ud-test", "fr_fqb-ud-test", "fr_rhapsodie-ud-train",
    "fr_parisstories-ud-train",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--renamed", type=int, default=0, help="how often texts are given again with other names")
    arguments = parser.parse_args()
    french(arguments.corpora / "syntax-fr", arguments.out)
    english(arguments.corpora / "syntax-en", arguments.out)
    french_names(arguments.corpora, arguments.out, arguments.renamed)
    english_names(arguments.corpora, arguments.out, arguments.renamed)


def french(folder: Path, out: Path) -> None:
    train = [sentence for name in _FRENCH_TRAIN for sentence in read_treebank(folder / f"{name}.conllu")]
    save(train, out / "fr-syntax-train.spacy", size=6)
    save(read_treebank(folder / "fr_sequoia-ud-dev.conllu"), out / "fr-syntax-dev.spacy", size=6)
    save(read_treebank(folder / "fr_sequoia-ud-test.conllu"), out / "fr-test-sequoia.spacy", size=1)
    save(read_treebank(folder / "fr_gsd-ud-test.conllu"), out / "fr-test-gsd.spacy", size=1)


def english(folder: Path, out: Path) -> None:
    parts = {**ewt(folder), "test-gum": []}
    for path in sorted((folder / "gum").glob("*.conllu")):
        name = path.stem.removeprefix("GUM_")
        parts["test-gum" if name in GUM_TEST else "dev" if name in GUM_DEV else "train"] += read_treebank(path)
    save(parts["train"], out / "en-syntax-train.spacy", size=6)
    save(parts["dev"], out / "en-syntax-dev.spacy", size=6)
    save(parts["test-ewt"], out / "en-test-ewt.spacy", size=1)
    save(parts["test-gum"], out / "en-test-gum.spacy", size=1)


def ewt(folder: Path) -> dict[str, list[Sentence]]:
    """English EWT by what it is for."""
    ewt = folder / "ewt" / "not-to-release"
    test, dev = (_names(ewt / "file-lists" / f"files.{part}") for part in ("test", "dev"))
    parts: dict[str, list[Sentence]] = {"train": [], "dev": [], "test-ewt": []}
    for path in sorted((ewt / "sources").rglob("*.conllu")):
        parts["test-ewt" if path.name in test else "dev" if path.name in dev else "train"] += read_treebank(path)
    return parts


def without_names(sentences: Iterable[Sentence]) -> list[Marked]:
    """Sentences of treebanks that hold no name, to learn what is none."""
    return [Marked(sentence.document, text_of(sentence), ()) for sentence in nameless(sentences)]


def french_names(corpora: Path, out: Path, renamed_copies: int) -> None:
    winer = list(read_winer(corpora / "winer-fr"))
    sequoia = corpora / "ner" / "sequoia-fr"
    train, dev = _own("fr")
    train += [text for text in winer if not is_held_out(text.document) and not _is_dev(text.document)]
    train += read_sequoia(sequoia / "sequoia-ud.parseme.frsemcor.train")
    dev += [text for text in winer if _is_dev(text.document)]
    dev += read_sequoia(sequoia / "sequoia-ud.parseme.frsemcor.dev")
    treebanks = [
        sentence for name in _FRENCH_TRAIN[1:] for sentence in read_treebank(corpora / "syntax-fr" / f"{name}.conllu")
    ]
    train += without_names(treebanks)
    save_names([*train, *copies(train, "fr", renamed_copies)], "fr", out / "fr-names-train.spacy")
    save_names(dev, "fr", out / "fr-names-dev.spacy")
    save_names(
        by_document(text for text in winer if is_held_out(text.document)), "fr", out / "fr-names-test-winer.spacy"
    )
    save_names(read_sequoia(sequoia / "sequoia-ud.parseme.frsemcor.test"), "fr", out / "fr-names-test-sequoia.spacy")
    save_names(read_marked(SENTENCES / "fr" / HELD_OUT_BATCH), "fr", out / "fr-names-test-own.spacy")


def english_names(corpora: Path, out: Path, renamed_copies: int) -> None:
    folder = corpora / "ner" / "en"
    wikigold = list(read_iob(folder / "wikigold.conll.txt", columns=(0, -1), document="wikigold"))
    uner = list(read_iob(folder / "uner_en_ewt-dev.iob2", columns=(1, 2), document="uner"))
    pud = list(read_iob(corpora / "ner" / "uner-pud" / "en.iob2", columns=(1, 2), document="pud"))
    kept = len(wikigold) * 85 // 100
    train, dev = _own("en")
    train += [*wikigold[: kept * 9 // 10], *uner[: len(uner) * 9 // 10], *pud]
    dev += [*wikigold[kept * 9 // 10 : kept], *uner[len(uner) * 9 // 10 :]]
    train += without_names(ewt(corpora / "syntax-en")["train"])
    save_names([*train, *copies(train, "en", renamed_copies)], "en", out / "en-names-train.spacy")
    save_names(dev, "en", out / "en-names-dev.spacy")
    save_names(by_document(wikigold[kept:]), "en", out / "en-names-test-wikigold.spacy")
    test = read_iob(folder / "uner_en_ewt-test.iob2", columns=(1, 2), document="uner")
    save_names(by_document(test), "en", out / "en-names-test-uner.spacy")
    save_names(read_marked(SENTENCES / "en" / HELD_OUT_BATCH), "en", out / "en-names-test-own.spacy")


def copies(train: list[Marked], language: str, number: int) -> Iterator[Marked]:
    """The training texts again with other names, each time with others."""
    for seed in range(number):
        yield from renamed(train, language, seed=seed)


def _own(language: str) -> tuple[list[Marked], list[Marked]]:
    """Our own sentences but the held-out batch: to train on, and every fifteenth to choose a model by."""
    batches = sorted(path for path in (SENTENCES / language).glob("*.txt") if path.name != HELD_OUT_BATCH)
    own = [marked for path in batches for marked in read_marked(path)]
    return [each for index, each in enumerate(own) if index % 15], own[::15]


def _is_dev(document: str) -> bool:
    return int(hashlib.sha1(document.encode()).hexdigest(), 16) % 10 == 1  # a lot, no secret


def save_names(texts: Iterable[Marked], language: str, path: Path) -> None:
    write(to_docs(texts, build_tokenizer(language_named(language), Vocab())), path)


def _names(file: Path) -> set[str]:
    return {Path(line).name for line in file.read_text(encoding="utf-8").split()}


def save(sentences: Iterable[Sentence], path: Path, *, size: int) -> None:
    write(documents(sentences, Vocab(), size=size), path)


def write(docs: Iterable[Doc], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    binary = DocBin(store_user_data=False)
    tokens = 0
    for doc in docs:
        binary.add(doc)
        tokens += len(doc)
    binary.to_disk(path)
    print(f"{path.name}: {len(binary)} documents, {tokens} tokens")


if __name__ == "__main__":
    main()
