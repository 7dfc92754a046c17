"""Sorts what the readers yield for a chronicle: what is new, what is known, and what takes the place of an older self.

An article takes the place of another that has the same address; where one of both has none, of one that has the same
identifier and clearly the same text. Headers that were changed alone are taken over too, but a date that a person set
stays. Of versions that are read together, the one with the latest date counts, else the one read last.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Final

import pyoxigraph as ox

from chronotope.errors import UnreadableArticle
from chronotope.model import Correction
from chronotope.rdf.read import read_article, read_revisions
from chronotope.rdf.read_corrections import corrections_of_articles, read_corrections
from chronotope.rdf.terms import id_node, node
from chronotope.rdf.vocabulary import DCT, ID, SCHEMA
from chronotope.rdf.write import extraction_graph, revision_pairs
from chronotope.resolve.decisions import standing_corrections
from chronotope.text import Article

_WORDS_OF_A_SHINGLE: Final = 5
_SHARE_OF_THE_SAME: Final = 0.5


@dataclass
class Intake:
    """Articles pass through `new_articles`; when all they say is in the store, `settle` removes older selves."""

    store: ox.Store
    known: int = 0
    faults: list[UnreadableArticle] = field(default_factory=list)
    kept_dates: list[str] = field(default_factory=list)
    """The identifiers of articles whose date was set by a person, though they now come with another one."""
    _new: dict[str, Article] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)
    _gone: dict[str, Article] = field(default_factory=dict)
    _older: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _reheaded: int = 0

    def new_articles(self, found: Iterable[Article | UnreadableArticle]) -> Iterator[Article]:
        """Yield what is to be read."""
        for article in found:
            if isinstance(article, UnreadableArticle):
                self.faults.append(article)
            elif (wanted := self._wanted(article)) is None:
                self.known += 1
            else:
                self._new[wanted.key] = wanted
                self._index(wanted)
                yield wanted

    def settle(self) -> tuple[str, ...]:
        """Remove older selves and note what they are older selves of; the corrections that named words of theirs."""
        for older in self._gone.values():
            self.store.remove_graph(extraction_graph(older))
        for key, older_ids in sorted(self._older.items()):
            article = id_node(f"article/{key}")
            graph = id_node(f"extraction/{key}")
            pairs = revision_pairs(sorted(older_ids))
            self.store.extend(ox.Quad(article, node(predicate), value, graph) for predicate, value in pairs)
        return corrections_of_articles(self._corrections, self._gone.keys()) if self._gone else ()

    @property
    def replaced(self) -> int:
        """How many articles others took the place of."""
        return len(self._gone) + self._reheaded

    @property
    def undated(self) -> tuple[str, ...]:
        """The identifiers of new articles without a date."""
        return tuple(each.identifier for each in self._new.values() if each.date is None and each.key not in self._gone)

    def _wanted(self, article: Article) -> Article | None:
        """What is to be read for an article: nothing where it is known, or is an older self of one that is."""
        if article.key in self._seen:
            return None
        self._seen.add(article.key)
        stored = self.store.contains_named_graph(extraction_graph(article))
        if stored and article.key not in self._gone:
            return self._with_new_headers(article)
        rivals = self._other_versions(article)
        if any(self._is_newer(rival, article) for rival in rivals):
            for rival in rivals:
                self._older[rival.key].add(article.id)
            return None
        for rival in rivals:
            self._replace(rival, article)
        if stored:  # read together with what had just taken its place, and newer than that
            del self._gone[article.key]
            self._index(article)
            return self._with_new_headers(article)
        return article

    def _with_new_headers(self, article: Article) -> Article | None:
        """A known article, where its headers have changed; a date that a person set is kept."""
        stored = read_article(self.store, article.id)
        if article.id in self._original_dates:
            if str(article.date) not in (str(stored.date), str(self._original_dates[article.id])):
                self.kept_dates.append(article.identifier)
            article = replace(article, date=stored.date)
        if article == stored:
            return None
        self._reheaded += 1
        older = read_revisions(self.store, article.id)
        if older:
            self._older[article.key].update(older)
        self.store.remove_graph(extraction_graph(article))
        return article

    def _is_newer(self, rival: Article, article: Article) -> bool:
        """Whether a version that is there counts more than one that comes now."""
        if article.id in self._older_selves(rival):
            return not _is_dated_before(rival, article)
        return rival.key in self._seen and _is_dated_before(article, rival)

    def _replace(self, rival: Article, article: Article) -> None:
        self._older[article.key] |= {rival.id, *self._older_selves(rival)} - {article.id}
        self._older.pop(rival.key, None)
        self._gone[rival.key] = rival
        self._by_url[rival.url or ""].discard(rival.key)
        self._by_identifier[rival.identifier].discard(rival.key)

    def _older_selves(self, article: Article) -> set[str]:
        return self._older.get(article.key, set()) | set(read_revisions(self.store, article.id))

    def _other_versions(self, article: Article) -> list[Article]:
        if article.url is not None:
            found = [self._article(key) for key in sorted(self._by_url[article.url] - {article.key})]
            if found:
                return found
        namesakes = (self._article(key) for key in sorted(self._by_identifier[article.identifier] - {article.key}))
        return [other for other in namesakes if _is_same_unaddressed(other, article)]

    def _article(self, key: str) -> Article:
        return self._new[key] if key in self._new else read_article(self.store, f"article/{key}")

    def _index(self, article: Article) -> None:
        self._by_identifier[article.identifier].add(article.key)
        if article.url is not None:
            self._by_url[article.url].add(article.key)

    @cached_property
    def _by_url(self) -> dict[str, set[str]]:
        return self._keys_by(SCHEMA.url)

    @cached_property
    def _by_identifier(self) -> dict[str, set[str]]:
        return self._keys_by(DCT.identifier)

    def _keys_by(self, predicate: str) -> dict[str, set[str]]:
        """The keys of the articles in the store by what a predicate says of them: one walk, however many there are."""
        keys: dict[str, set[str]] = defaultdict(set)
        for quad in self.store.quads_for_pattern(None, node(predicate), None, None):
            key = str(getattr(quad.subject, "value", "")).removeprefix(ID["article/"])
            if isinstance(quad.object, ox.Literal) and "/" not in key:
                keys[quad.object.value].add(key)
        return keys

    @cached_property
    def _corrections(self) -> tuple[Correction, ...]:
        return read_corrections(self.store)

    @cached_property
    def _original_dates(self) -> dict[str, str | None]:
        """What stood there before a person set the date of an article, by its id."""
        dated = [each for each in standing_corrections(self._corrections) if each.action == "dateline"]
        return {each.on[0]: each.was for each in reversed(dated)}


def _is_same_unaddressed(one: Article, other: Article) -> bool:
    """Two addresses tell two articles apart, whatever their texts. A changed header may have renamed one meanwhile."""
    one_address = one.url is None or other.url is None
    return one_address and one.identifier == other.identifier and is_same_text(one.body, other.body)


def is_same_text(one: str, other: str) -> bool:
    """Whether two texts are clearly versions of one: half of the shorter one's runs of five words stand in the other.

    >>> is_same_text("Un séisme a frappé Kaboul mardi soir.", "Un séisme a frappé Kaboul mardi soir, dit-on.")
    True
    >>> is_same_text("Un séisme a frappé Kaboul mardi soir.", "Trois hommes ont été arrêtés à Lyon mardi soir.")
    False
    """
    shingles = [_shingles(text) for text in (one, other)]
    return len(shingles[0] & shingles[1]) >= _SHARE_OF_THE_SAME * min(map(len, shingles))


# A folder of saved pages may hold hundreds that are all called "index", and each is held against the others.
@lru_cache(maxsize=1_000)
def _shingles(text: str) -> frozenset[int]:
    """The hashes of a text's runs of words."""
    words = re.findall(r"\w+", text.casefold())
    size = _WORDS_OF_A_SHINGLE
    runs = (" ".join(words[start : start + size]) for start in range(max(len(words) - size, 0) + 1))
    return frozenset(zlib.crc32(run.encode()) for run in runs)


def _is_dated_before(one: Article, other: Article) -> bool:
    return one.date is not None and other.date is not None and one.date.latest < other.date.earliest
