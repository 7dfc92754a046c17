"""A folder on disk that holds one knowledge graph: build, add, open.

A build is all or nothing. It works on a copy of the store beside the folder and takes its place at the end, so that a
full disk, an interrupt or a killed process leaves the chronicle as it was. The copy takes its place by one rename into
the chronicle; what is killed after that is completed by the next build. Only builds rename, and under a lock: readers
take what they find.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import tomllib
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from glob import escape
from pathlib import Path
from typing import Any, BinaryIO, Final

import pyoxigraph as ox

from chronotope.articles import read_articles
from chronotope.errors import ChronicleInUse, NotAChronicle, UnreadableArticle
from chronotope.files import replacing, umask
from chronotope.interrupts import uninterrupted
from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.lexicon import load_lexicon
from chronotope.ontologies import read_ontology
from chronotope.rdf.read import extraction_graphs, read_extractions
from chronotope.rdf.store import write_ontology
from chronotope.rdf.terms import node
from chronotope.rdf.vocabulary import KNOWLEDGE
from chronotope.rdf.write import extraction_graph
from chronotope.rdf.write_knowledge import knowledge_quads
from chronotope.registry import installed_languages
from chronotope.resolve import resolve
from chronotope.scale.local import Recipe, extract_many
from chronotope.text import Article

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

SETTINGS_FILE: Final = "chronicle.toml"
_STORE: Final = "store"
_OLD_STORE: Final = ".store.old"
_NEXT: Final = ".next"
_PAGE: Final = "timeline.html"
_KEEP: Final = ".complete"

Progress = Callable[[str, int], None]
"""Told what is going on, and how many more articles or events are done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did: how many articles it added and found already there, and what was wrong with others."""

    added: int
    known: int
    undated: tuple[str, ...]
    faults: tuple[UnreadableArticle, ...]


@dataclass(slots=True)
class _Intake:
    """Sorts what the readers yield while it passes by: new articles go on, the rest is counted."""

    store: ox.Store
    seen: set[str] = field(default_factory=set)
    known: int = 0
    undated: list[str] = field(default_factory=list)
    faults: list[UnreadableArticle] = field(default_factory=list)

    def new_articles(self, found: Iterable[Article | UnreadableArticle]) -> Iterator[Article]:
        for article in found:
            if isinstance(article, UnreadableArticle):
                self.faults.append(article)
            elif article.key in self.seen or self.store.contains_named_graph(extraction_graph(article)):
                self.known += 1
            else:
                self.seen.add(article.key)
                if article.date is None:
                    self.undated.append(article.identifier)
                yield article


def read(
    *sources: str | Path, language: str | None = None, pipelines: Iterable[str] = (), ontology: Iterable[Path] = ()
) -> KnowledgeGraph:
    """Read articles into a knowledge graph in memory. Raises the first `UnreadableArticle` when one cannot be read."""
    store = ox.Store()
    recipe = Recipe(pipelines=tuple(pipelines), ontology=tuple(ontology))
    report = _fill(store, sources, recipe, language=language)
    if report.faults:
        raise report.faults[0]
    return KnowledgeGraph(store, title=", ".join(Path(source).stem for source in sources))


def open_chronicle(folder: str | Path) -> KnowledgeGraph:
    """Open a chronicle for reading; others may read it and one may write to it meanwhile. Raises `NotAChronicle`."""
    folder = Path(folder)
    _check_is_chronicle(folder)
    try:
        store = _open_to_read(folder)
    except (OSError, RuntimeError) as error:
        raise NotAChronicle(folder, f"its store cannot be read ({error})", remedy="build it again") from error
    return KnowledgeGraph(store, title=_title(folder))


def store_of(folder: Path) -> Path:
    """Where the store of a chronicle is; the old one within an exchange of both. Raises `NotAChronicle`."""
    _check_is_chronicle(folder)
    new, old = folder / _STORE, folder / _OLD_STORE
    return old if old.exists() and not new.exists() else new


def page_of(folder: Path) -> Path:
    """Where the timeline page of a chronicle is. Raises `NotAChronicle`."""
    _check_is_chronicle(folder)
    return folder / _PAGE


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
    settings = _settings(folder)
    recipe = Recipe(
        pipelines=tuple(pipelines) or tuple(settings.get("pipelines", ())),
        ontology=tuple(path.resolve() for path in ontology)
        or tuple(Path(path) for path in settings.get("ontology", ())),
    )
    read_ontology(recipe.ontology)
    with _staging(folder) as stage:
        return _build(
            stage, sources, recipe, title=_title(folder), language=language, jobs=jobs, stdin=stdin, progress=progress
        )


def _build(
    stage: Path,
    sources: Iterable[str | Path],
    recipe: Recipe,
    *,
    title: str,
    language: str | None,
    jobs: int,
    stdin: BinaryIO | None,
    progress: Progress,
) -> BuildReport:
    """Work on the copy. The store is closed on return, as nothing else holds it: only then may its folder be moved."""
    store = ox.Store(str(stage / _STORE))
    report = _fill(store, sources, recipe, language=language, jobs=jobs, stdin=stdin, progress=progress)
    if report.added or (not report.faults and report.known):
        _write_settings(stage, recipe)
        progress("page", 0)
        KnowledgeGraph(store, title=title).timeline().to_html(stage / _PAGE)
        store.flush()
        stage.joinpath(_KEEP).touch()
    return report


def _fill(
    store: ox.Store,
    sources: Iterable[str | Path],
    recipe: Recipe,
    *,
    language: str | None = None,
    jobs: int = 1,
    stdin: BinaryIO | None = None,
    progress: Progress = lambda _what, _number: None,
) -> BuildReport:
    intake = _Intake(store)
    found = read_articles(sources, language=language, known_languages=installed_languages(), stdin=stdin)
    added = 0
    for number, quads in extract_many(intake.new_articles(found), recipe, jobs=jobs):
        store.bulk_load(quads, ox.RdfFormat.N_QUADS)
        added += number
        progress("articles", number)
    if added or len(store):
        progress("knowledge", 0)
        _rebuild(store, recipe)
    return BuildReport(added=added, known=intake.known, undated=tuple(intake.undated), faults=tuple(intake.faults))


def _rebuild(store: ox.Store, recipe: Recipe) -> None:
    """Derive what is held from everything that is said."""
    write_ontology(store, recipe.ontology)
    graph = node(KNOWLEDGE)
    store.remove_graph(graph)
    extractions = list(read_extractions(store))
    knowledge = resolve(extractions, load_lexicon(recipe.ontology))
    store.bulk_extend(knowledge_quads(knowledge, extractions))


def _open_to_read(folder: Path) -> ox.Store:
    try:
        return ox.Store.read_only(str(store_of(folder)))
    except (OSError, RuntimeError):
        # A build may have exchanged the stores since we looked. It does so in a moment: once more is enough.
        return ox.Store.read_only(str(store_of(folder)))


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A folder beside the chronicle with a copy of its store; it takes its place if the body marks it complete."""
    made = [parent for parent in folder.parents if not parent.exists()]
    folder.parent.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".building", dir=folder.parent))
    try:
        new = not (folder / SETTINGS_FILE).exists()
        with _locked(stage), nullcontext() if new else _locked(folder):
            _sweep(folder, stage)
            if not new:
                _copy_store(folder, stage)
            yield stage
            if stage.joinpath(_KEEP).exists():
                with uninterrupted():
                    _take_place(stage, folder, new=new)
    except BaseException as error:
        _let_go(error)
        raise
    finally:
        with uninterrupted():
            shutil.rmtree(stage, ignore_errors=True)
            for parent in made:
                with suppress(OSError):  # not empty: a chronicle has been made in it
                    parent.rmdir()


def _sweep(folder: Path, ours: Path) -> None:
    """Remove what killed builds of this chronicle left; one that is running holds a lock on its own folder."""
    # Eight signs are what mkdtemp puts in: a chronicle "a.b" is none of "a".
    for stage in folder.parent.glob(f".{escape(folder.name)}.????????.building"):
        if stage != ours:
            with suppress(ChronicleInUse, FileNotFoundError), _locked(stage) as locked:
                if locked:
                    shutil.rmtree(stage, ignore_errors=True)


def _copy_store(folder: Path, stage: Path) -> None:
    """The store is open no longer than this: Oxigraph tidies up by path, even once another store lies there."""
    _finish_exchange(folder)
    try:
        live = ox.Store(str(folder / _STORE))
    except OSError as error:
        if "lock" in str(error).lower():
            raise ChronicleInUse(folder) from error
        raise
    # Hard links: the copy costs neither time nor space.
    live.backup(str(stage / _STORE))


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Keep other builds away from a folder; False where a system cannot, and only Oxigraph's own lock does."""
    if fcntl is None:
        yield False
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        locked = False
        with suppress(OSError):  # some network file systems lock no folders
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise ChronicleInUse(folder) from error
            locked = True
        yield locked
    finally:
        os.close(handle)


def _let_go(error: BaseException | None) -> None:
    """Close a store that only the traceback of an error still holds, so that nothing writes into what is removed."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


def _take_place(stage: Path, folder: Path, *, new: bool) -> None:
    stage.joinpath(_KEEP).unlink()
    if new:
        if (folder / SETTINGS_FILE).exists():
            raise ChronicleInUse(folder)  # another build was quicker; ours knows nothing of its articles
        stage.chmod(0o777 & ~umask())
        stage.rename(folder)
        return
    # Before this rename nothing is changed; from it on store, settings and page will be exchanged, all three.
    stage.rename(folder / _NEXT)
    _finish_exchange(folder)


def _finish_exchange(folder: Path) -> None:
    """Put in place what lies ready, as far as that is not done yet. Only for who has locked the chronicle."""
    store, old, following = folder / _STORE, folder / _OLD_STORE, folder / _NEXT
    if old.exists() and not store.exists() and not (following / _STORE).exists():
        old.rename(store)
    if (following / _STORE).exists():
        if store.exists():
            if old.exists():
                shutil.rmtree(old)
            store.rename(old)
        (following / _STORE).rename(store)
    for name in (SETTINGS_FILE, _PAGE):
        if (following / name).exists():
            (following / name).replace(folder / name)
    for done in (following, old):
        if done.exists():
            shutil.rmtree(done)


def _check_name(folder: Path) -> None:
    try:
        str(folder).encode()
    except UnicodeEncodeError as error:
        shown = os.fsencode(folder).decode(errors="replace")
        raise NotAChronicle(Path(shown), "its name is not UTF-8", remedy="rename it, or choose another") from error


def _check_is_chronicle(folder: Path) -> None:
    _check_name(folder)
    if not folder.exists():
        raise NotAChronicle(
            folder, "there is no such folder", remedy="make one with `chronotope build SOURCE --out DIR`"
        )
    if not (folder / SETTINGS_FILE).is_file():
        raise NotAChronicle(
            folder, f"no chronicle ({SETTINGS_FILE} is missing)", remedy="name a folder that `chronotope build` made"
        )


def _settings(folder: Path) -> Mapping[str, Any]:
    """The settings of a chronicle, empty for one that is to be made. Raises `NotAChronicle` for any other folder.

    `Any`, because TOML holds text, numbers and lists alike.
    """
    _check_name(folder)
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return {}
    _check_is_chronicle(folder)
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
