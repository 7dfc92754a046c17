"""Writes a store to files: RDF in its several formats, and tables.

Everything is sorted, so that the same store gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Final

import pyoxigraph as ox

from chronotope.files import replacing
from chronotope.ontologies import stock_queries
from chronotope.rdf.query import columns, rows
from chronotope.rdf.vocabulary import PREFIXES
from chronotope.text import BASE

# Our ids are written whole: with a prefix their slashes need escapes, and rdflib misreads "m\." at the end of one.
_PREFIXES: Final = {name: iri for name, iri in PREFIXES.items() if iri != BASE}


def write_rdf(store: ox.Store, path: Path) -> None:
    """Write a store in the format of the path's ending; .ttl has the union of its graphs, the others each graph."""
    with replacing(path) as file:
        RDF_WRITERS[path.suffix.lower()](store, file)


def write_tables(store: ox.Store, path: Path) -> Iterator[Path]:
    """Write events to the path, and what else there is beside it ("out.csv", "out-claims.csv"); yield each path."""
    import pandas as pd  # noqa: PLC0415  # takes half a second, and only tables need it

    for name, query in stock_queries("tables").items():
        target = path if name == "events" else path.with_name(f"{path.stem}-{name}{path.suffix}")
        table = pd.DataFrame(list(rows(store, query)), columns=columns(store, query))
        with replacing(target) as file:
            table.to_csv(file, index=False)
        yield target


def sorted_nquads(store: ox.Store) -> bytes:
    """Every quad, sorted: two builds are the same when these bytes are."""
    lines = ox.serialize(store, format=ox.RdfFormat.N_QUADS) or b""
    return b"".join(sorted(lines.splitlines(keepends=True)))


def _write_nquads(store: ox.Store, file: IO[bytes]) -> None:
    file.write(sorted_nquads(store))


def _write_prefixed(rdf_format: ox.RdfFormat) -> Callable[[ox.Store, IO[bytes]], None]:
    def write(store: ox.Store, file: IO[bytes]) -> None:
        quads: list[ox.Quad] = sorted(store, key=lambda quad: tuple(map(str, (quad.graph_name, *quad.triple))))
        if rdf_format.supports_datasets:
            ox.serialize(quads, file, rdf_format, prefixes=_PREFIXES)
        else:
            triples = sorted({quad.triple for quad in quads}, key=lambda triple: tuple(map(str, triple)))
            ox.serialize(triples, file, rdf_format, prefixes=_PREFIXES)

    return write


RDF_WRITERS: Final[Mapping[str, Callable[[ox.Store, IO[bytes]], None]]] = {
    ".nq": _write_nquads,
    ".trig": _write_prefixed(ox.RdfFormat.TRIG),
    ".ttl": _write_prefixed(ox.RdfFormat.TURTLE),
    ".jsonld": _write_prefixed(ox.RdfFormat.JSON_LD),
}
