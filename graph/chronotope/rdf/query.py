"""Asks a store: SPARQL 1.1 over the union of its graphs, with parameters bound, not pasted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

import pyoxigraph as ox
from pyparsing import ParseBaseException, ParseResults
from rdflib.plugins.sparql.parser import expandUnicodeEscapes, parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from chronotope.errors import InvalidQuery
from chronotope.ontologies import stock_queries
from chronotope.rdf.vocabulary import PREFIXES

_NAME: Final = re.compile(r"[^\W\d]\w*")


class StockQuery(NamedTuple):
    """A query that comes with us: its name, what it is for, and the parameters it takes, each with an explanation."""

    name: str
    title: str
    parameters: Mapping[str, str]
    text: str


def installed_queries() -> Mapping[str, StockQuery]:
    """The stock queries by name.

    >>> sorted(installed_queries()["around-date"].parameters)
    ['date', 'days']
    """
    return {name: _stock_query(name, text) for name, text in stock_queries().items()}


def check_parameters(stock: StockQuery, given: Collection[str]) -> None:
    """Raise `InvalidQuery` for a parameter that a stock query needs and that is not given.

    >>> check_parameters(installed_queries()["around-date"], {"date": "2021-08-26"})
    Traceback (most recent call last):
    chronotope.errors.InvalidQuery: around-date needs days; give it how many days before and after it count too (3)
    """
    for name, explanation in stock.parameters.items():
        if name not in given:
            raise InvalidQuery(f"{stock.name} needs {name}", remedy=f"give it {explanation}")


def _stock_query(name: str, text: str) -> StockQuery:
    title = re.search(r"^# title: (.*)$", text, re.MULTILINE)
    parameters = re.findall(r"^# parameter: (\w+)\s*[–—-]\s*(.*)$", text, re.MULTILINE)
    return StockQuery(name, title[1] if title else name, dict(parameters), text)


def ask(
    store: ox.Store, query: str, parameters: Mapping[str, str] | None = None
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """Run a query that somebody wrote; our prefixes need no declaration. Parameters are bound as plain literals.

    Raises `InvalidQuery` for what does not parse and for SERVICE and FROM, which would reach outside the chronicle.
    """
    _refuse_reaching_out(query)
    parameters = parameters or {}
    unknown = [
        name
        for name in parameters
        if not re.search(rf"[?$]{re.escape(name)}(?!\w)", query) or not _NAME.fullmatch(name)
    ]
    if unknown:
        raise InvalidQuery(f"the query has no variable ?{unknown[0]}", remedy="name the parameters as the query does")
    substitutions: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
        ox.Variable(name): _literal(value) for name, value in parameters.items()
    }
    try:
        return store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True, substitutions=substitutions)
    except (SyntaxError, ValueError) as error:
        raise InvalidQuery(
            f"the query cannot be read: {error}", remedy="mend it, or start from a stock query"
        ) from error
    except RuntimeError as error:
        # Oxigraph puts a value into a column, and nowhere else.
        raise InvalidQuery(str(error), remedy="add the parameter to what is selected") from error


def rows(store: ox.Store, query: str) -> Iterator[dict[str, str]]:
    """The rows of a SELECT of ours as text; unbound variables are left out."""
    solutions = store.query(query, use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101  # narrows the type: only called with a SELECT
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {name: value.value for name in names if (value := solution[name]) is not None}


def columns(store: ox.Store, query: str) -> list[str]:
    """The columns of a SELECT, in order."""
    solutions = store.query(query, use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101  # narrows the type: only called with a SELECT
    return [variable.value for variable in solutions.variables]


def _literal(value: str) -> ox.Literal:
    return ox.Literal(int(value)) if re.fullmatch(r"-?\d{1,9}", value) else ox.Literal(value)


def _refuse_reaching_out(query: str) -> None:
    """SERVICE asks other machines, and FROM would name other graphs to load.

    Oxigraph would follow SERVICE to any address, loopback included; rdflib's parser sees it wherever it stands, also
    written with escapes. A query without these words is Oxigraph's alone to parse.
    """
    if not re.search(r"\b(service|from)\b", expandUnicodeEscapes(query), re.IGNORECASE):
        return
    # A line each: rdflib takes "#" for a comment when something follows on the line.
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    try:
        parsed = parseQuery(prefixes + query)
    except ParseBaseException as error:
        raise InvalidQuery(
            f"the query cannot be read: {error}", remedy="mend it, or start from a stock query"
        ) from error
    names = {part.name for part in _parts(parsed)}
    for forbidden, word in (("ServiceGraphPattern", "SERVICE"), ("DatasetClause", "FROM")):
        if forbidden in names:
            raise InvalidQuery(f"{word} would reach outside the chronicle", remedy=f"leave {word} out")


def _parts(parsed: object) -> Iterator[CompValue]:
    if isinstance(parsed, CompValue):
        yield parsed
        for value in parsed.values():
            yield from _parts(value)
    elif isinstance(parsed, (list, tuple, ParseResults)):
        for value in parsed:
            yield from _parts(value)
