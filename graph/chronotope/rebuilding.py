"""Derives what a store holds from everything it says, without working out again what has not changed.

A chronicle remembers, in a file beside its store, what each article comes to by itself and which pairs of reports were
judged. When articles are added, only these are read, and only the blocks that they fall into are judged anew. The file
is a convenience: without it, or when it does not fit, everything is worked out, with the same result.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from chronotope.exchange import MEMORY
from chronotope.lexicon import Lexicon, load_lexicon
from chronotope.rdf.read import extraction_graphs, read_article, read_extraction, read_header
from chronotope.rdf.read_corrections import read_corrections
from chronotope.rdf.store import write_ontology
from chronotope.rdf.terms import id_of, node
from chronotope.rdf.vocabulary import KNOWLEDGE
from chronotope.rdf.write_knowledge import knowledge_quads
from chronotope.resolve import hold
from chronotope.resolve.accounts import Account, account_of
from chronotope.resolve.decisions import decisions_of
from chronotope.resolve.memory import Memory, unpacked
from chronotope.scale.local import Recipe
from chronotope.text import content_key
from chronotope.version import __version__

_ONTOLOGY: Final = "chronotope.ontology"
_WEIGHTS: Final = "chronotope.resolve.weights"


def rebuild(store: ox.Store, recipe: Recipe, memory: Memory) -> None:
    """Put what follows from everything that is said into `cht:knowledge`, in place of what stood there.

    `memory` spares work and is brought up to date: it then holds what this store needs and nothing else.
    """
    write_ontology(store, recipe.ontology)
    store.remove_graph(node(KNOWLEDGE))
    lexicon = load_lexicon(recipe.ontology)
    memory.accounts = dict(_accounts(store, lexicon, memory))
    accounts = list(memory.accounts.values())
    knowledge = hold(accounts, lexicon, decisions_of(read_corrections(store)), memory)
    store.bulk_extend(knowledge_quads(knowledge, accounts))


def read_memory(folder: Path, recipe: Recipe) -> Memory:
    """What a chronicle remembers; nothing where it has no such file, or one of another version."""
    with suppress(OSError):
        return unpacked((folder / MEMORY).read_bytes(), _signature(recipe))
    return Memory()


def write_memory(folder: Path, memory: Memory, recipe: Recipe) -> None:
    """Keep a memory in a folder."""
    (folder / MEMORY).write_bytes(memory.packed(_signature(recipe)))


def _accounts(store: ox.Store, lexicon: Lexicon, memory: Memory) -> Iterator[tuple[str, Account]]:
    """The accounts of all articles by what they depend on: an article, its header, and who read it."""
    for graph in extraction_graphs(store):
        key = _key(store, graph)
        yield key, memory.accounts.get(key) or account_of(read_extraction(store, graph), lexicon)


def _key(store: ox.Store, graph: ox.NamedNode) -> str:
    """Names one reading of an article. An article is read anew only where some line of its header has changed."""
    article = read_article(store, id_of(graph).replace("extraction/", "article/", 1))
    names = (article.identifier, article.url, article.title, article.author)
    return content_key(*read_header(store, graph), repr(names))


def _signature(recipe: Recipe) -> str:
    """Names what else resolving depends on: our version, ontology and weights, and a user's ontology."""
    return content_key(__version__, _packaged(), *(sha256(path.read_bytes()).hexdigest() for path in recipe.ontology))


@cache
def _packaged() -> str:
    """Names our ontology and weights, which may change between two versions while we work on them."""
    found = sha256()
    for package, ending in ((_ONTOLOGY, ".ttl"), (_WEIGHTS, ".msgpack")):
        for file in sorted(files(package).iterdir(), key=lambda file: file.name):
            if file.name.endswith(ending):
                found.update(file.read_bytes())
    return found.hexdigest()
