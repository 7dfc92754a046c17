"""Scores time expressions against TIMEX3 annotations by the TempEval-3 definition, and times the extractor.

    python benchmarks/times.py SHARED_FOLDER [--dump miss|fp|value]

Reads corpora/time-fr, corpora/time-en and the dev articles of gold, and scores with gold/score_time.py. The document
creation time of each text is its dateline.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from chronotope.dates import PartialDate
from chronotope.extract.times import find_times
from chronotope.lexicon import load_lexicon
from chronotope.pipelines import BUNDLED, load_pipeline
from chronotope.resolve.times import resolve_times
from chronotope.text import Article, Document

SETS = {
    "french-timebank": ("fr", "corpora/time-fr/french-timebank-half.jsonl"),
    "wikiwars": ("en", "corpora/time-en/wikiwars-half.jsonl"),
}
OUT = Path("out")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--dump", choices=["miss", "fp", "value"], help="list these differences")
    arguments = parser.parse_args()
    OUT.mkdir(exist_ok=True)
    for name, (language, path) in SETS.items():
        gold = arguments.shared / path
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line]
        system = OUT / f"{name}.times.jsonl"
        speed = write(rows, language, system)
        print(f"\n{name}: {speed:,.0f} words/s beside the pipeline", flush=True)
        dump = ["-n", "1000", "--dump", arguments.dump] if arguments.dump else []
        scorer = arguments.shared / "gold" / "score_time.py"
        subprocess.run([sys.executable, scorer, gold, system, *dump], check=True)


def write(rows: list[dict[str, Any]], language: str, path: Path) -> float:
    """Write what we find in each text; words a second of extractor and resolver together."""
    articles = [Article(identifier=row["id"], body=row["text"], language=language) for row in rows]
    documents = list(load_pipeline(language, (BUNDLED,)).read(articles))
    load_lexicon()
    spans(documents[0], rows[0]["dct"])
    started = time.process_time()
    found = [spans(document, row["dct"]) for document, row in zip(documents, rows, strict=True)]
    seconds = time.process_time() - started
    lines = [json.dumps({"id": row["id"], "spans": times}) for row, times in zip(rows, found, strict=True)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return sum(len(row["text"].split()) for row in rows) / seconds


def spans(document: Document, dct: str | None) -> list[dict[str, Any]]:
    dateline = PartialDate.parse(dct[:10]) if dct else None
    mentions = list(find_times(document, load_lexicon(), []))
    readings = resolve_times(mentions, dateline)
    return [
        {
            "start": mention.span.begin,
            "end": mention.span.end,
            "type": mention.timex_type,
            "value": readings[mention.id].timex,
        }
        for mention in mentions
    ]


if __name__ == "__main__":
    main()
