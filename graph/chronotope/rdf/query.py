"""Asks a store: SPARQL 1.1 over the union of its graphs, with parameters bound, not pasted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final, NamedTuple

import pyoxigraph as ox
from rdflib.plugins.sparql.parser import expandUnicodeEscapes

from chronotope.errors import InvalidQuery
from chronotope.ontologies import stock_queries
from chronotope.rdf.vocabulary import PREFIXES

_NAME: Final = re.compile(r"[^\W\d]\w*")
# Deeper nesting than anybody writes takes the parser's stack.
_DEEPEST: Final = 100
# What a query is cut into; whatever else a word stands in cannot be a keyword (SPARQL 1.1, section 19.8).
_TOKEN: Final = re.compile(
    "|".join(
        (
            r'"{3}(?:[^"\\]|\\.|"(?!""))*"{3}',  # long strings
            r"'{3}(?:[^'\\]|\\.|'(?!''))*'{3}",
            r'"(?:[^"\\\n\r]|\\.)*"',  # strings
            r"'(?:[^'\\\n\r]|\\.)*'",
            r"<[^<>\"{}|^`\\\x00-\x20]*>",  # IRIs
            r"#[^\n\r]*",  # comments
            r"\\.",  # a sign escaped within a name, so that \# opens no comment
            r"[?$]\w+",  # variables
            r"[\w.-]*:[\w.:%-]*",  # prefixed names
            r"(?P<word>[^\W\d]\w*)",
            r"\S",
        )
    ),
    re.DOTALL,
)


class StockQuery(NamedTuple):
    """A query that comes with us: its name, what it is for, and the parameters it takes, each with an explanation.

    It needs its `parameters`, and does without its `options`.
    """

    name: str
    title: str
    parameters: Mapping[str, str]
    text: str
    options: Mapping[str, str] = MappingProxyType({})


def installed_queries() -> Mapping[str, StockQuery]:
    """The stock queries by name.

    >>> sorted(installed_queries()["around-date"].parameters)
    ['date', 'days']
    """
    return {name: _stock_query(name, text) for name, text in stock_queries().items()}


def find_query(query: str) -> tuple[str, StockQuery | None]:
    """The text of a query, given as SPARQL or by the name of a stock query; and the stock query when it is one.

    >>> find_query("ASK { ?event a sem:Event }")
    ('ASK { ?event a sem:Event }', None)
    >>> find_query("by-actor")[1].name
    'by-actor'
    """
    stock = installed_queries()
    if query in stock:
        return stock[query].text, stock[query]
    if not any(sign in query for sign in "{ "):
        raise InvalidQuery(f"no stock query {query!r}", remedy=f"use SPARQL, or one of: {', '.join(stock)}")
    return query, None


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
    parameters, options = (
        dict(re.findall(rf"^# {word}: (\w+)\s*[–—-]\s*(.*)$", text, re.MULTILINE)) for word in ("parameter", "option")
    )
    return StockQuery(name, title[1] if title else name, parameters, text, options)


def ask(
    store: ox.Store, query: str, parameters: Mapping[str, str] | None = None
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """Run a query that somebody wrote; our prefixes need no declaration. Parameters are bound as plain literals.

    Raises `InvalidQuery` for what does not parse and for SERVICE and FROM, which would reach outside the chronicle.
    """
    query = _checked(query)
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


@contextmanager
def evaluating() -> Iterator[None]:
    """Around whatever takes an answer out of the store, which computes it only then; failures become `InvalidQuery`."""
    try:
        yield
    except RuntimeError as error:
        raise InvalidQuery(f"the query cannot be answered: {error}", remedy="mend it, or narrow it") from error


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


def _checked(query: str) -> str:
    """The query as it is run, its escapes written out. Raises `InvalidQuery` for what reaches out or nests too deeply.

    SERVICE asks other machines (Oxigraph would follow it to any address, loopback included), and FROM names other
    graphs. Both are words that stand nowhere else outside of strings, names and comments, so the query is only cut into
    tokens: a second parser would see other comments than Oxigraph's.
    """
    try:
        query = expandUnicodeEscapes(query)
    except (ValueError, OverflowError) as error:
        raise InvalidQuery("the query has an escape that is no character", remedy="mend it") from error
    depth = 0
    for token in _TOKEN.finditer(query):
        # "trueSERVICE" is two words to a parser that takes what it can.
        for keyword in ("SERVICE", "FROM"):
            if keyword in (token["word"] or "").upper():
                raise InvalidQuery(f"{keyword} would reach outside the chronicle", remedy=f"leave {keyword} out")
        depth += (token[0] in "([{") - (token[0] in ")]}")
        if depth > _DEEPEST:
            raise InvalidQuery(f"brackets within brackets, more than {_DEEPEST} deep", remedy="simplify the query")
    return query
