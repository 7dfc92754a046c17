"""Trains one component set of one language from prepared files.

python training/train.py CONFIG LANGUAGE PREPARED_FOLDER OUT_FOLDER [--set training.max_steps=100]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from spacy.cli.train import train

import chronotope.pipelines.hints
import chronotope.pipelines.tokenizer  # noqa: F401  # both register what the configurations name


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("language")
    parser.add_argument("prepared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="another setting")
    arguments = parser.parse_args()
    name = arguments.config.stem
    overrides: dict[str, Any] = {
        "paths.train": str(arguments.prepared / f"{arguments.language}-{name}-train.spacy"),
        "paths.dev": str(arguments.prepared / f"{arguments.language}-{name}-dev.spacy"),
        "paths.lists": str(arguments.prepared / f"{arguments.language}-lists.msgpack"),
        "nlp.tokenizer.language": arguments.language,
    }
    for setting in arguments.set:
        key, _, value = setting.partition("=")
        overrides[key] = json.loads(value)
    train(arguments.config, arguments.out, overrides=overrides)


if __name__ == "__main__":
    main()
