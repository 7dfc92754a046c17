"""A folder on disk that holds one knowledge graph: build, add, change, open.

Every change is all or nothing; `exchange.py` says how.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import pyoxigraph as ox

from chronotope.articles import read_articles
from chronotope.errors import NotAChronicle, UnreadableArticle
from chronotope.exchange import (
    COMPLETE,
    OLD_STORE,
    PAGE,
    SETTINGS_FILE,
    STORE,
    check_is_chronicle,
    check_name,
    staging,
)
from chronotope.files import replacing
from chronotope.intake import Intake
from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.ontologies import read_ontology
from chronotope.rdf.named import find_article
from chronotope.rdf.read import extraction_graphs, read_article
from chronotope.rdf.read_corrections import corrections_of_articles, read_corrections
from chronotope.rdf.terms import id_node
from chronotope.rebuilding import read_memory, rebuild, write_memory
from chronotope.registry import installed_languages
from chronotope.resolve.memory import Memory
from chronotope.scale.local import Recipe, extract_many

Progress = Callable[[str, int], None]
"""Told what is going on, and how many more articles or events are done."""
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did: how many articles it added and found already there, and what was wrong with others.

    `replaced` counts the articles that newer versions took the place of; these are not among those added. `kept_dates`
    names articles that come with another date than the one that a person set, which stays. `lost` holds the ids of
    corrections that name words that are gone.
    """

    added: int
    known: int
    undated: tuple[str, ...]
    faults: tuple[UnreadableArticle, ...]
    replaced: int = 0
    kept_dates: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalReport:
    """The ids and identifiers of the articles that were removed; `lost` as in `BuildReport`."""

    articles: tuple[str, ...]
    identifiers: tuple[str, ...]
    lost: tuple[str, ...]


def read(
    *sources: str | Path, language: str | None = None, pipelines: Iterable[str] = (), ontology: Iterable[Path] = ()
) -> KnowledgeGraph:
    """Read articles into a knowledge graph in memory. Raises the first `UnreadableArticle` when one cannot be read."""
    store = ox.Store()
    recipe = Recipe(pipelines=tuple(pipelines), ontology=tuple(ontology))
    report = _fill(store, sources, recipe, Memory(), language=language)
    if report.faults:
        raise report.faults[0]
    return KnowledgeGraph(store, title=", ".join(Path(source).stem for source in sources), recipe=recipe)


def open_chronicle(folder: str | Path) -> KnowledgeGraph:
    """Open a chronicle for reading; others may read it and one may write to it meanwhile. Raises `NotAChronicle`."""
    folder = Path(folder)
    check_is_chronicle(folder)
    try:
        store = _open_to_read(folder)
    except (OSError, RuntimeError) as error:
        raise NotAChronicle(folder, f"its store cannot be read ({error})", remedy="build it again") from error
    name = _title(folder)
    return KnowledgeGraph(store, title=name, folder=name, recipe=_remembered(folder))


def store_of(folder: Path) -> Path:
    """Where the store of a chronicle is; the old one within an exchange of both. Raises `NotAChronicle`."""
    check_is_chronicle(folder)
    new, old = folder / STORE, folder / OLD_STORE
    return old if old.exists() and not new.exists() else new


def page_of(folder: Path) -> Path:
    """Where the timeline page of a chronicle is. Raises `NotAChronicle`."""
    check_is_chronicle(folder)
    return folder / PAGE


def build_chronicle(
    folder: str | Path,
    sources: Iterable[str | Path],
    *,
    language: str | None = None,
    pipelines: Iterable[str] = (),
    ontology: Iterable[Path] = (),
    jobs: int = 1,
    stdin: BinaryIO | None = None,
    progress: Progress = lambda _what, _number: None,
) -> BuildReport:
    """Build a chronicle, or add to one what is new. Nothing is written when no article can be read.

    `pipelines` and `ontology` are remembered with a new chronicle and used again when it is added to; given again, they
    apply from then on. Raises `NotAChronicle`, `ChronicleInUse`, `InvalidOntology`, `UnknownLanguage`,
    `UnknownPipeline`, `BrokenPipeline`, and `OSError` when the disk is full; the chronicle is then as it was.
    """
    # Where a link leads, and a name for ".": the new folder takes its place by a rename.
    folder = Path(folder).resolve()
    recipe = _recipe(folder, pipelines, ontology)
    with staging(folder) as stage:
        memory = read_memory(folder, recipe)
        return _build(
            stage,
            sources,
            recipe,
            memory,
            title=_title(folder),
            language=language,
            jobs=jobs,
            stdin=stdin,
            progress=progress,
        )


def change_chronicle(
    folder: str | Path,
    change: Callable[[ox.Store], _Result | None],
    *,
    progress: Progress = lambda _what, _number: None,
) -> _Result | None:
    """Change what is said in a chronicle, as whole as a build does, then derive anew what is held and draw the page.

    `change` is given a copy of the store and must not keep it; what it returns is returned. None, or an error, leaves
    the chronicle as it was. Raises `NotAChronicle` and `ChronicleInUse`.
    """
    folder = Path(folder).resolve()
    check_is_chronicle(folder)
    recipe = _recipe(folder)
    with staging(folder) as stage:
        memory = read_memory(folder, recipe)
        return _change(stage, change, recipe, memory, title=_title(folder), progress=progress)


def remove_articles(
    folder: str | Path, names: Iterable[str], *, progress: Progress = lambda _what, _number: None
) -> RemovalReport:
    """Remove articles, each named by its identifier, key or id, and derive anew what is held: all of them or none.

    Corrections stay on record. Raises `UnknownArticle`, `NotAChronicle` and `ChronicleInUse`; the chronicle is then as
    it was.
    """
    names = tuple(names)
    report = change_chronicle(folder, lambda store: _remove(store, names) if names else None, progress=progress)
    return report or RemovalReport(articles=(), identifiers=(), lost=())


def _remove(store: ox.Store, names: Iterable[str]) -> RemovalReport:
    articles = tuple(dict.fromkeys(find_article(store, name) for name in names))
    identifiers = tuple(read_article(store, id_).identifier for id_ in articles)
    keys = {id_.removeprefix("article/") for id_ in articles}
    lost = corrections_of_articles(read_corrections(store), keys)
    for key in keys:
        store.remove_graph(id_node(f"extraction/{key}"))
    return RemovalReport(articles=articles, identifiers=identifiers, lost=lost)


def _change(
    stage: Path,
    change: Callable[[ox.Store], _Result | None],
    recipe: Recipe,
    memory: Memory,
    *,
    title: str,
    progress: Progress,
) -> _Result | None:
    """Work on the copy. As in `_build`, the store is closed on return."""
    store = ox.Store(str(stage / STORE))
    result = change(store)
    if result is not None:
        progress("knowledge", 0)
        rebuild(store, recipe, memory)
        _complete(stage, store, recipe, memory, title=title, progress=progress)
    return result


def _recipe(folder: Path, pipelines: Iterable[str] = (), ontology: Iterable[Path] = ()) -> Recipe:
    """What is given, else what the chronicle remembers. Raises `InvalidOntology` before anything is written."""
    before = _remembered(folder)
    recipe = Recipe(
        pipelines=tuple(pipelines) or before.pipelines,
        ontology=tuple(path.resolve() for path in ontology) or before.ontology,
    )
    read_ontology(recipe.ontology)
    return recipe


def _remembered(folder: Path) -> Recipe:
    settings = _settings(folder)
    return Recipe(
        pipelines=tuple(settings.get("pipelines", ())), ontology=tuple(map(Path, settings.get("ontology", ())))
    )


def _build(
    stage: Path,
    sources: Iterable[str | Path],
    recipe: Recipe,
    memory: Memory,
    *,
    title: str,
    language: str | None,
    jobs: int,
    stdin: BinaryIO | None,
    progress: Progress,
) -> BuildReport:
    """Work on the copy. The store is closed on return, as nothing else holds it: only then may its folder be moved."""
    store = ox.Store(str(stage / STORE))
    report = _fill(store, sources, recipe, memory, language=language, jobs=jobs, stdin=stdin, progress=progress)
    if report.added or report.replaced or (not report.faults and report.known):
        _complete(stage, store, recipe, memory, title=title, progress=progress)
    return report


def _complete(stage: Path, store: ox.Store, recipe: Recipe, memory: Memory, *, title: str, progress: Progress) -> None:
    """Write what stands beside the store, and mark the copy as one to keep."""
    _write_settings(stage, recipe)
    write_memory(stage, memory, recipe)
    progress("page", 0)
    KnowledgeGraph(store, title=title, folder=title).timeline().to_html(stage / PAGE)
    store.flush()
    stage.joinpath(COMPLETE).touch()


def _fill(
    store: ox.Store,
    sources: Iterable[str | Path],
    recipe: Recipe,
    memory: Memory,
    *,
    language: str | None = None,
    jobs: int = 1,
    stdin: BinaryIO | None = None,
    progress: Progress = lambda _what, _number: None,
) -> BuildReport:
    intake = Intake(store)
    found = read_articles(sources, language=language, known_languages=installed_languages(), stdin=stdin)
    taken = 0
    for number, quads in extract_many(intake.new_articles(found), recipe, jobs=jobs):
        store.bulk_load(quads, ox.RdfFormat.N_QUADS)
        taken += number
        progress("articles", number)
    lost = intake.settle()
    if taken or len(store):
        progress("knowledge", 0)
        rebuild(store, recipe, memory)
    return BuildReport(
        added=taken - intake.replaced,
        known=intake.known,
        undated=intake.undated,
        faults=tuple(intake.faults),
        replaced=intake.replaced,
        kept_dates=tuple(intake.kept_dates),
        lost=lost,
    )


def _open_to_read(folder: Path) -> ox.Store:
    try:
        return ox.Store.read_only(str(store_of(folder)))
    except (OSError, RuntimeError):
        # A build may have exchanged the stores since we looked. It does so in a moment: once more is enough.
        return ox.Store.read_only(str(store_of(folder)))


def _settings(folder: Path) -> Mapping[str, Any]:
    """The settings of a chronicle, empty for one that is to be made. Raises `NotAChronicle` for any other folder.

    `Any`, because TOML holds text, numbers and lists alike.
    """
    check_name(folder)
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return {}
    check_is_chronicle(folder)
    try:
        return tomllib.loads((folder / SETTINGS_FILE).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NotAChronicle(folder, f"{SETTINGS_FILE} cannot be read ({error})", remedy="mend the file") from error


def _write_settings(folder: Path, recipe: Recipe) -> None:
    lines = ["# Settings of this chronicle; see the documentation of chronicle.toml.", "format = 1"]
    if recipe.pipelines:
        lines.append(f"pipelines = {json.dumps(list(recipe.pipelines), ensure_ascii=False)}")
    if recipe.ontology:
        lines.append(f"ontology = {json.dumps([str(path) for path in recipe.ontology], ensure_ascii=False)}")
    with replacing(folder / SETTINGS_FILE) as file:
        file.write(("\n".join(lines) + "\n").encode())


def _title(folder: Path) -> str:
    return folder.resolve().name


def article_count(graph: KnowledgeGraph) -> int:
    """How many articles a knowledge graph was built from."""
    return len(extraction_graphs(graph.store))
