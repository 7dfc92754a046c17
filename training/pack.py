"""Puts trained components together as one pipeline, with weights in half precision, as the package carries it.

    python training/pack.py LANGUAGE VERSION SYNTAX_MODEL NAMES_MODEL OUT_FILE

Half precision loses nothing that the test sets show, and halves the wheel.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

import numpy as np
import spacy
import srsly
from spacy.language import Language
from spacy.strings import hash_string

import chronotope.pipelines.hints
import chronotope.pipelines.lemmas
import chronotope.pipelines.names
import chronotope.pipelines.tokenizer  # noqa: F401  # these register what the pipelines name

TRAINED: Final = ("tok2vec", "morphologizer", "parser", "trainable_lemmatizer", "ner")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("version")
    parser.add_argument("syntax", type=Path)
    parser.add_argument("names", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    nlp = spacy.load(arguments.syntax)
    nlp.add_pipe("chronotope_lemmas", name="lemmas", config={"language": arguments.language})
    names = spacy.load(arguments.names)
    nlp.replace_pipe("hints", "chronotope_hints", config={"language": arguments.language})
    nlp.get_pipe("hints").from_bytes(names.get_pipe("hints").to_bytes())
    nlp.add_pipe("ner", source=names)
    nlp.add_pipe("chronotope_names", name="names")
    nlp.meta.update({"name": f"{arguments.language}-chronotope", "version": arguments.version})
    content = srsly.msgpack_loads(nlp.to_bytes(exclude=["tokenizer"]))
    for name in TRAINED:
        component = srsly.msgpack_loads(content[name])
        component["model"] = halved(component["model"])
        content[name] = srsly.msgpack_dumps(component)
    content["vocab"] = without_words(nlp, content["vocab"])
    arguments.out.write_bytes(srsly.msgpack_dumps(content))
    print(f"{arguments.out}: {arguments.out.stat().st_size / 1e6:.2f} MB")


def without_words(nlp: Language, vocab: bytes) -> bytes:
    """The vocabulary without the words of the training texts; what components name in their own data stays."""
    content: dict[str, Any] = srsly.msgpack_loads(vocab)
    trees = srsly.msgpack_loads(nlp.get_pipe("trainable_lemmatizer").to_bytes())["trees"]
    nodes = srsly.msgpack_loads(trees)["trees"]
    named = {node[key] for node in nodes for key in ("orig", "subst") if key in node}
    content["strings"] = srsly.json_dumps(
        [word for word in srsly.json_loads(content["strings"]) if hash_string(word) in named]
    )
    return srsly.msgpack_dumps(content)


def halved(model: bytes) -> bytes:
    """A serialised model of Thinc with every weight in half precision."""
    content: dict[str, Any] = srsly.msgpack_loads(model)
    content["params"] = [{name: half(value) for name, value in params.items()} for params in content["params"]]
    return srsly.msgpack_dumps(content)


def half(value: Any) -> Any:
    """An array of single precision in half, the last two of its eleven bits zero; anything else as it is.

    What is zero compresses, and no test set misses it. `Any`: what Thinc serialises.
    """
    if not isinstance(value, np.ndarray) or value.dtype != np.float32:
        return value
    bits = value.astype(np.float16).view(np.uint16).astype(np.uint32) + 2
    return np.minimum(bits & ~np.uint32(3), 0xFFFF).astype(np.uint16).view(np.float16)


if __name__ == "__main__":
    main()
