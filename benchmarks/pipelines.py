"""What the bundled pipelines cost: bytes, time to load, memory, words a second, and which step takes the time.

    OMP_NUM_THREADS=1 python benchmarks/pipelines.py NEWS_FOLDER

The folder holds French articles as text files; English is timed on the same ones: speed hardly depends on the words.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

_ARTICLES = 90
_LOAD = """
import resource, time
import spacy, thinc.api, simplemma
imported, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
from chronotope.pipelines.trained import TrainedPipeline
pipeline = TrainedPipeline.of({language!r})
loaded, after = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(f"{{imported:.2f}} {{loaded - imported:.2f}} {{before / 1024:.0f}} {{after / 1024:.0f}}")
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    arguments = parser.parse_args()
    paths = sorted(arguments.news.glob("20*/**/*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in islice(paths, 0, None, max(len(paths) // _ARTICLES, 1))]
    for language in ("fr", "en"):
        _size(language)
        _load(language)
        _speed(language, texts)


def _size(language: str) -> None:
    data = files("chronotope.pipelines").joinpath("weights", f"{language}.msgpack").read_bytes()
    print(f"{language}: {len(data) / 1e6:.2f} MB, {len(zlib.compress(data, 9)) / 1e6:.2f} MB compressed")


def _load(language: str) -> None:
    command = [sys.executable, "-c", _LOAD.format(language=language)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    imports, load, before, after = done.stdout.split()
    print(f"{language}: loads in {load} CPU-s after {imports} of imports; resident {after} MB, {before} before loading")


def _speed(language: str, texts: list[str]) -> None:
    from chronotope.pipelines import BUNDLED, load_pipeline  # noqa: PLC0415  # loading is timed apart
    from chronotope.pipelines.trained import TrainedPipeline  # noqa: PLC0415
    from chronotope.text import Article  # noqa: PLC0415

    articles = [Article(identifier=str(number), body=text, language=language) for number, text in enumerate(texts)]
    words = sum(len(text.split()) for text in texts)
    pipeline = load_pipeline(language, (BUNDLED,))
    assert isinstance(pipeline, TrainedPipeline)  # noqa: S101  # narrows the type
    list(pipeline.read(articles[:5]))
    _, seconds = _timed(lambda: list(pipeline.read(articles)))
    print(f"{language}: {words / seconds:,.0f} words/s ({words} words of {len(texts)} articles in {seconds:.2f} CPU-s)")
    docs: Any
    docs, seconds = _timed(lambda: [pipeline.cut(text) for text in texts])
    parts = [f"tokens and sentences {seconds:.2f}"]
    for name, component in pipeline.nlp.pipeline:
        docs, seconds = _timed(lambda each=component, given=docs: _through(each, given))  # type: ignore[misc]  # mypy cannot infer
        parts.append(f"{name} {seconds:.2f}")
    print(f"{language}: " + ", ".join(parts))
    print(f"{language}: resident at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _through(component: Any, docs: list[Any]) -> list[Any]:
    """`Any`: components of spaCy share no type."""
    return list(component.pipe(docs, batch_size=32)) if hasattr(component, "pipe") else [component(doc) for doc in docs]


def _timed(run: Callable[[], Any]) -> tuple[Any, float]:
    started = time.process_time()
    result = run()
    return result, time.process_time() - started


if __name__ == "__main__":
    main()
