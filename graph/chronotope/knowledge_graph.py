"""A knowledge graph in hand: ask it, look at it, take it elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
from rdflib import Dataset, Graph

from chronotope.dates import PartialDate
from chronotope.errors import UnknownFormat
from chronotope.explain import Explanation, explain_event
from chronotope.rdf.articles import ListedArticle, list_articles
from chronotope.rdf.check import Fault, find_faults
from chronotope.rdf.export import RDF_WRITERS, write_rdf, write_tables
from chronotope.rdf.query import ask, check_parameters, evaluating, find_query
from chronotope.rdf.store import dataset_of
from chronotope.scale.local import Recipe
from chronotope.show.timeline import Timeline
from chronotope.timeline.bounds import BOUNDS
from chronotope.timeline.build import build_timeline, events_of
from chronotope.timeline.export import GRAPH_WRITERS, write_graph
from chronotope.timeline.narrow import narrow

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class KnowledgeGraph:
    """What articles say and what is held of it, in one store.

    >>> import chronotope
    >>> kg = chronotope.read("notebooks/articles")
    >>> len(kg.events()) > 10
    True
    """

    store: ox.Store
    title: str = ""
    language: str = "fr"
    recipe: Recipe = field(default_factory=Recipe)
    """What its articles were read with."""
    folder: str | None = None
    """The name of the chronicle's folder, without its path; None for articles that were only read."""

    @cached_property
    def dataset(self) -> Dataset:
        """The same data as an rdflib dataset; its default graph is the union of the named graphs."""
        return dataset_of(self.store)

    def query(self, query: str, **parameters: str | int) -> pd.DataFrame | bool | Graph:
        """Ask in SPARQL 1.1, or by the name of a stock query; a table for SELECT, a truth value for ASK, else a graph.

        Parameters are bound to the variables of their name. Raises `InvalidQuery`.
        """
        sparql, stock = find_query(query)
        if stock is not None:
            check_parameters(stock, parameters)
        text = {name: str(value) for name, value in parameters.items()}
        with evaluating():
            return _as_python(self.raw_query(sparql, text))

    def raw_query(self, query: str, parameters: Mapping[str, str]) -> Any:
        """The answer as the store gives it. `Any`: one of pyoxigraph's three kinds of results."""
        return ask(self.store, query, parameters)

    def timeline(
        self,
        *,
        actor: str | None = None,
        place: str | None = None,
        type: str | None = None,  # noqa: A002  # the word of the command line
        status: str | None = None,
        since: str | None = None,
        until: str | None = None,
        disputed: bool = False,
        source: str | None = None,
        confidence: float = 0.0,
        text: str | None = None,
        language: str | None = None,
    ) -> Timeline:
        """The timeline graph of the events that satisfy every condition; `timeline.narrow` says what each means.

        `since` and `until` are dates of any precision ("2021-08"). Raises `InvalidDate`.
        """
        whole = build_timeline(self.store, language=language or self.language, title=self.title)
        if self.folder is not None:
            whole.graph["folder"] = self.folder
        conditions = (actor, place, type, status, since, until, source, text)
        if not disputed and not confidence and all(condition is None for condition in conditions):
            return Timeline(whole)
        return Timeline(
            narrow(
                whole,
                actor=actor,
                place=place,
                type=type,
                status=status,
                since=None if since is None else PartialDate.parse(since),
                until=None if until is None else PartialDate.parse(until),
                disputed=disputed,
                source=source,
                confidence=confidence,
                text=text,
            )
        )

    def events(self, *, disputed: bool = False, confidence: float = 0.0, **conditions: str) -> pd.DataFrame:
        """The events as a table in the order of time; takes the conditions of `timeline`.

        `sources` counts the independent texts that tell of an event, `disputed` names what they disagree about.
        """
        import pandas as pd  # noqa: PLC0415  # takes half a second, and not everybody wants tables

        timeline = self.timeline(disputed=disputed, confidence=confidence, **conditions)
        columns = ["label", "type", "status", "edtf", *BOUNDS, "basis", "confidence", "sources"]
        records = [
            {
                **{name: timeline.nodes[event][name] for name in columns},
                "disputed": ", ".join(each.aspect for each in timeline.nodes[event]["disputes"]),
            }
            for event in events_of(timeline)
        ]
        table = pd.DataFrame(records, columns=[*columns, "disputed"], index=pd.Index(events_of(timeline), name="event"))
        # A bound outside 1677–2262 is more than pandas' nanoseconds can hold: keep seconds.
        return table.astype(dict.fromkeys(BOUNDS, "datetime64[s]"))

    def articles(self) -> pd.DataFrame:
        """The articles as a table, by date: their headers, and how many events each tells of.

        >>> import chronotope
        >>> chronotope.read("notebooks/articles").articles()["language"].value_counts().to_dict()
        {'fr': 5, 'en': 1}
        """
        import pandas as pd  # noqa: PLC0415  # as above

        columns = list(ListedArticle._fields)
        return pd.DataFrame(list_articles(self.store), columns=columns).set_index("article")

    def explain(self, event: str) -> Explanation:
        """Why an event is there and dated so; it is named by its id ("event/4c1") or IRI, the index of `events`.

        Printed, it is text. Raises `UnknownEvent`.
        """
        return explain_event(self.store, event, pipelines=self.recipe.pipelines, ontology=self.recipe.ontology)

    def export(self, path: str | Path) -> list[Path]:
        """Write to a file in the format of its ending, and say which files were written. Raises `UnknownFormat`.

        .nq .trig .ttl .jsonld are RDF, .graphml .gexf the timeline graph, .html the page, .csv tables.
        """
        path = Path(path)
        ending = path.suffix.lower()
        if ending == ".csv":
            return list(write_tables(self.store, path))
        writers: dict[str, Callable[[], object]] = {
            **dict.fromkeys(RDF_WRITERS, lambda: write_rdf(self.store, path)),
            **dict.fromkeys(GRAPH_WRITERS, lambda: write_graph(self.timeline(), path)),
            ".html": lambda: self.timeline().to_html(path),
        }
        if ending not in writers:
            raise UnknownFormat(path, [".csv", *writers])
        writers[ending]()
        return [path]

    def validate(self) -> list[Fault]:
        """What breaks the contract's SHACL shapes; an empty list is conformance."""
        return find_faults(self.dataset, language=self.language)


def _as_python(results: Any) -> pd.DataFrame | bool | Graph:
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    if isinstance(results, ox.QueryTriples):
        return Graph().parse(data=results.serialize(format=ox.RdfFormat.N_TRIPLES), format="nt")
    import pandas as pd  # noqa: PLC0415

    names = [variable.value for variable in results.variables]
    return pd.DataFrame([[_value(row[name]) for name in names] for row in results], columns=names)


def _value(term: Any) -> Any:
    """A term as Python has it; numbers and truth values are converted, all else is text."""
    if term is None:
        return None
    datatype = getattr(getattr(term, "datatype", None), "value", "").rpartition("#")[2]
    if datatype in ("integer", "nonNegativeInteger", "int", "long"):
        return int(term.value)
    if datatype in ("decimal", "double", "float"):
        return float(term.value)
    return term.value == "true" if datatype == "boolean" else term.value
