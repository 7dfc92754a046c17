"""Scores a build against annotated articles: the figures of BENCHMARKS.md.

    python benchmarks/gold.py GOLD_FOLDER [--errors]

The folder holds dev-fr.jsonl, dev-en.jsonl, dev-clusters.json and score.py, which reads the RDF contract alone.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

OUT = Path("out")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every difference in out/errors-*.txt")
    arguments = parser.parse_args()
    OUT.mkdir(exist_ok=True)
    parts = {language: arguments.gold / f"dev-{language}.jsonl" for language in ("fr", "en")}
    both = OUT / "dev.jsonl"
    both.write_bytes(b"".join(path.read_bytes().rstrip(b"\n") + b"\n" for path in parts.values()))
    score(arguments, "both languages", both, "--clusters", str(arguments.gold / "dev-clusters.json"))
    for language, path in parts.items():
        score(arguments, language, path)


def score(arguments: argparse.Namespace, name: str, articles: Path, *options: str) -> None:
    """Build a chronicle from gold articles, export it, and print the scorer's table."""
    chronicle, graph = OUT / articles.stem, OUT / f"{articles.stem}.nq"
    subprocess.run(["rm", "-rf", str(chronicle)], check=True)
    started = time.perf_counter()
    command = Path(sys.executable).with_name("chronotope")
    subprocess.run([command, "build", articles, "--out", chronicle, "--quiet"], check=True)
    seconds = time.perf_counter() - started
    subprocess.run([command, "export", chronicle, graph], check=True, stdout=subprocess.DEVNULL)
    scorer = [sys.executable, arguments.gold / "score.py", articles, graph, *options]
    print(f"\n{name}: built in {seconds:.1f} s", flush=True)
    subprocess.run(scorer, check=True)
    if arguments.errors:
        errors = OUT / f"errors-{articles.stem}.txt"
        with errors.open("wb") as file:
            subprocess.run([*scorer, "--errors"], check=True, stdout=file)
        print(f"errors: {errors}")


if __name__ == "__main__":
    main()
