"""Asks a store for what the timeline graph is made of, by the queries under `queries/graph/`."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from chronotope.ontologies import stock_queries
from chronotope.rdf.query import rows


def graph_rows(store: ox.Store, query: str) -> Iterator[dict[str, str]]:
    """The rows of one of these queries as text; unbound variables are left out."""
    return rows(store, stock_queries("graph")[query])
