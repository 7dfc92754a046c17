"""Extracts many articles on this machine, in this process or in several."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby, islice
from multiprocessing import active_children, get_context, resource_tracker
from pathlib import Path

import pyoxigraph as ox

from chronotope.extract import extract
from chronotope.lexicon import load_lexicon
from chronotope.pipelines import load_pipeline
from chronotope.rdf.write import extraction_quads
from chronotope.text import Article

_BATCH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What an extraction depends on beside the article."""

    pipelines: tuple[str, ...] = ()
    """See `load_pipeline`."""
    ontology: tuple[Path, ...] = ()


def extract_many(articles: Iterable[Article], recipe: Recipe, *, jobs: int = 1) -> Iterator[tuple[int, bytes]]:
    """Yield, batch by batch and in order, how many articles were read and what they say as N-Quads.

    With several jobs no more batches are under way than twice their number, so memory does not grow with the articles.
    """
    batches = _batches(articles)
    if jobs == 1:
        for batch in batches:
            yield len(batch), extract_batch(batch, recipe)
        return
    # "spawn": the parent has threads of its own by now, and a fork would copy their locks.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_parent) as pool:
        yield from _in_order(pool, batches, recipe, under_way=2 * jobs)


def extract_batch(batch: list[Article], recipe: Recipe) -> bytes:
    """What some articles say, as N-Quads."""
    lexicon = load_lexicon(recipe.ontology)
    lines: list[bytes] = []
    for language, articles in groupby(batch, key=lambda article: article.language):
        pipeline = load_pipeline(language, recipe.pipelines)
        for document in pipeline.read(articles):
            quads = extraction_quads(extract(document, lexicon))
            lines.append(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    return b"".join(lines)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    iterator = iter(articles)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


def _in_order(
    pool: ProcessPoolExecutor, batches: Iterator[list[Article]], recipe: Recipe, *, under_way: int
) -> Iterator[tuple[int, bytes]]:
    others = set(active_children())
    waiting: deque[tuple[int, Future[bytes]]] = deque()
    try:
        for batch in batches:
            with _interrupts_held_back():
                waiting.append((len(batch), pool.submit(extract_batch, batch, recipe)))
            if len(waiting) >= under_way:
                size, future = waiting.popleft()
                yield size, future.result()
        while waiting:
            size, future = waiting.popleft()
            yield size, future.result()
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        # Nobody wants what they are reading any more, and they would read their batches to the end.
        for worker in set(active_children()) - others:
            worker.terminate()
        raise


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Processes started within never see Ctrl-C, not even while they import; we see it at the end of the block."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # on its start it lets interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
