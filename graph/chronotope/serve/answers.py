"""Answers queries in a process of their own, so that a heavy one can be stopped and blocks no other.

Oxigraph's queries have no time limit: ending the process is the only way to end one.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, NamedTuple

import pyoxigraph as ox

from chronotope.errors import InvalidQuery, Problem
from chronotope.rdf.query import ask, evaluating

_MOST_BYTES: Final = 100_000_000
# A server that keeps the libraries loaded: a new process is ready in milliseconds.
_CONTEXT: Final = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["chronotope.serve.answers"])

BINDINGS: Final = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
}
GRAPHS: Final = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


class Answer(NamedTuple):
    """What a query came to: a body and its media type, or what was wrong."""

    body: bytes
    media_type: str
    problem: str = ""


class TooSlow(Problem):
    """A query took longer than the endpoint allows."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"the query took more than {seconds:g} s; narrow it, or run it with `chronotope query`")


def answer(store: Path, query: str, accept: list[str], *, seconds: float) -> Answer:
    """Run a query on a store on disk within a time limit. Raises `InvalidQuery` and `TooSlow`.

    `accept` lists the media types that the client takes, the preferred first.
    """
    receiver, sender = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_work, args=(store, query, accept, sender), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(seconds):
            raise TooSlow(seconds)
        found: Answer = receiver.recv()
    except EOFError:
        found = Answer(b"", "", problem="the query ended the process that ran it; narrow it")
    finally:
        process.kill()
        process.join()
        receiver.close()
    if found.problem:
        raise InvalidQuery(found.problem, remedy="see the stock queries")
    return found


def _work(store: Path, query: str, accept: list[str], sender: Connection) -> None:
    try:
        sender.send(_answer(store, query, accept))
    except InvalidQuery as problem:
        sender.send(Answer(b"", "", problem=problem.why))
    finally:
        sender.close()


def _answer(store: Path, query: str, accept: list[str]) -> Answer:
    results = ask(ox.Store.read_only(str(store)), query)
    known = GRAPHS if isinstance(results, ox.QueryTriples) else BINDINGS
    media_type = next((each for each in accept if each in known), next(iter(known)))
    with evaluating():
        body = results.serialize(format=known[media_type]) or b""  # type: ignore[arg-type]  # each kind from its own table
    if len(body) > _MOST_BYTES:
        raise InvalidQuery("the answer is larger than 100 MB", remedy="use LIMIT")
    return Answer(body, media_type)
