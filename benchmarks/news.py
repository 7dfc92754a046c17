"""Builds a chronicle from the 1,081 French Wikinews articles of WiNER-fr: does all pass, how fast, in what memory.

    python benchmarks/news.py WINER_FOLDER [--jobs N]

The corpus (CC BY 4.0) is not part of the repository. The first line of a file is its title; the date that usually opens
the body is the dateline, and stays in the body.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

OUT = Path("out")
_MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_DATE = re.compile(rf"\s*(\d{{1,2}})(?:er)?\s+({'|'.join(_MONTHS)})\s+(\d{{4}})", re.IGNORECASE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    OUT.mkdir(exist_ok=True)
    articles = OUT / "winer-fr.jsonl"
    records = list(read_corpus(arguments.corpus))
    articles.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    chronicle = OUT / "winer-fr"
    subprocess.run(["rm", "-rf", str(chronicle)], check=True)
    command = [str(Path(sys.executable).with_name("chronotope")), "build", str(articles), "--out", str(chronicle)]
    started = time.perf_counter()
    done = subprocess.run([*command, "--jobs", str(arguments.jobs)], check=False)
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    size = sum(path.stat().st_size for path in (chronicle / "store").rglob("*")) / 1e6
    words = sum(len(str(record["text"]).split()) for record in records)
    print(
        f"{len(records)} articles, {words} words: exit code {done.returncode}, {seconds:.0f} s, "
        f"{len(records) / seconds:.1f} articles/s, {words / seconds:.0f} words/s, "
        f"{memory:.0f} MB at most in a process, "
        f"store {size:.0f} MB, page {(chronicle / 'timeline.html').stat().st_size / 1e6:.1f} MB"
    )
    sys.exit(done.returncode)


def read_corpus(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the articles of the corpus as records; its own text files (licence, readme) are no articles."""
    for path in sorted(folder.glob("20*/**/*.txt")):
        title, _, text = path.read_text(encoding="utf-8").partition("\n")
        record = {"id": path.stem, "title": title.strip(), "text": text, "lang": "fr"}
        if found := _DATE.match(text):
            month = _MONTHS.index(found[2].lower()) + 1
            record["date"] = f"{found[3]}-{month:02d}-{int(found[1]):02d}"
        yield record


if __name__ == "__main__":
    main()
