"""Trains one component set of one language from prepared files.

    OMP_NUM_THREADS=1 python training/train.py CONFIG LANGUAGE PREPARED_FOLDER OUT_FOLDER [--set training.max_steps=100]

One thread: on matrices this small, more of them only wait for each other.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

import chronotope.pipelines.hints
import chronotope.pipelines.tokenizer  # noqa: F401  # both register what the configurations name


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("language")
    parser.add_argument("prepared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--syntax", type=Path, help="the trained syntax, whose parts of speech names are found by")
    parser.add_argument("--names", type=Path, help="trained names to go on from, with a lower learning rate")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="another setting")
    arguments = parser.parse_args()
    name = arguments.config.stem
    overrides: dict[str, Any] = {
        "paths.train": str(arguments.prepared / f"{arguments.language}-{name}-train.spacy"),
        "paths.dev": str(arguments.prepared / f"{arguments.language}-{name}-dev.spacy"),
        "paths.lists": str(arguments.prepared / f"{arguments.language}-lists.msgpack"),
        "nlp.tokenizer.language": arguments.language,
    }
    if arguments.syntax:
        overrides["paths.syntax"] = str(arguments.syntax)
    for setting in arguments.set:
        key, _, value = setting.partition("=")
        overrides[key] = json.loads(value)
    arguments.out.mkdir(parents=True, exist_ok=True)
    # NumPy's matrix products are three times as fast as those of thinc's own library.
    set_current_ops(NumpyOps(use_blis=False))
    nlp = init_nlp(load_config(arguments.config, overrides=overrides, interpolate=True))
    if arguments.names:
        nlp.get_pipe("ner").model.from_disk(arguments.names / "ner" / "model")
    train(nlp, arguments.out)


if __name__ == "__main__":
    main()
