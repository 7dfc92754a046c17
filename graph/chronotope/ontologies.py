"""The ontology's files: where they are, and how they are read.

The ontology is the configuration. Ours lies in the package `chronotope.ontology`; a user's own files are read after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from chronotope.errors import InvalidOntology

ONTOLOGY_FILES: Final = ("chronotope.ttl", "event-types.ttl", "cues.ttl", "actors.ttl")
SHAPES_FILE: Final = "shapes.ttl"
_LARGEST_ONTOLOGY = 50_000_000


@cache
def read_ontology(extra: tuple[Path, ...] = ()) -> ox.Store:
    """The vocabulary in force, in the default graph of a store in memory: ours, then the user's files.

    Raises `InvalidOntology` naming the file.

    >>> len(read_ontology()) > 1000
    True
    """
    store = ox.Store()
    for name in ONTOLOGY_FILES:
        store.bulk_load(ontology_text(name).encode(), ox.RdfFormat.TURTLE)
    for path in extra:
        _load(store, path)
    return store


def ontology_text(name: str) -> str:
    """The text of one of our files: `shapes.ttl`, `queries/timeline.rq`."""
    return files("chronotope.ontology").joinpath(name).read_text(encoding="utf-8")


@cache
def stock_queries(folder: str = "") -> Mapping[str, str]:
    """The queries of a folder under `queries/` by name, without their ending.

    >>> "triggers" in stock_queries("lexicon")
    True
    """
    found = (
        files("chronotope.ontology").joinpath("queries", folder)
        if folder
        else files("chronotope.ontology").joinpath("queries")
    )
    return {
        entry.name.removesuffix(".rq"): entry.read_text(encoding="utf-8")
        for entry in sorted(found.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".rq")
    }


def _load(store: ox.Store, path: Path) -> None:
    rdf_format = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if rdf_format is None:
        raise InvalidOntology(path, "no RDF format has this ending (.ttl, .rdf, .nt, .jsonld …)")
    try:
        if path.stat().st_size > _LARGEST_ONTOLOGY:
            raise InvalidOntology(path, f"larger than {_LARGEST_ONTOLOGY // 1_000_000} MB")
        store.bulk_load(path.read_bytes(), rdf_format, base_iri=path.absolute().as_uri())
    except OSError as error:
        raise InvalidOntology(path, error.strerror or str(error)) from error
    except SyntaxError as error:
        raise InvalidOntology(path, f"line {error.lineno}: {error.msg}") from error
