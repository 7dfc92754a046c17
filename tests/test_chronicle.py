"""A chronicle is built whole or not at all, adds only what is new, and comes out the same however it was built."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pyoxigraph as ox
import pytest

import chronotope
from chronotope import chronicle as room
from chronotope import exchange, rebuilding
from chronotope.chronicle import article_count, build_chronicle, open_chronicle, remove_articles, store_of
from chronotope.corrections import correct_dateline, undo_correction
from chronotope.errors import (
    ChronicleInUse,
    InvalidOntology,
    NotAChronicle,
    UnknownArticle,
    UnknownLanguage,
    UnreadableArticle,
)
from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.rdf.export import sorted_nquads

COMMAND = Path(sys.executable).with_name("chronotope")


def listing(folder: Path) -> list[str]:
    """All that lies in a folder, hidden files and stores included."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def graph_of(folder: Path) -> bytes:
    return sorted_nquads(open_chronicle(folder).store)


def write_article(path: Path, text: str = "Un séisme a frappé Kaboul mardi.", date: str = "2024-03-12") -> Path:
    path.write_text(f"date: {date}\nlang: fr\n\n{text}", encoding="utf-8")
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    return write_article(tmp_path / "texts" / "a.txt")


@pytest.fixture(scope="module")
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    build_chronicle(folder / "quake", [write_article(folder / "first.txt", "Trois séismes ont frappé Hérat lundi.")])
    return folder / "quake"


@pytest.fixture
def chronicle(built_folder: Path, tmp_path: Path) -> Path:
    """A chronicle of one article, to write to; nothing else is in its parent folder."""
    return Path(shutil.copytree(built_folder, tmp_path / "copies" / "quake"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder to make chronicles in; what a build leaves there besides is seen."""
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def test_a_build_makes_a_folder(article: Path, place: Path) -> None:
    report = build_chronicle(place / "kabul", [article])
    assert (report.added, report.known, report.undated, report.faults) == (1, 0, (), ())
    assert {path.name for path in (place / "kabul").iterdir()} == {
        "chronicle.toml",
        "memory.npz",
        "store",
        "timeline.html",
    }
    assert [path.name for path in place.iterdir()] == ["kabul"]
    kg = open_chronicle(place / "kabul")
    assert kg.title == "kabul"
    assert article_count(kg) == 1
    assert "kabul" in (place / "kabul" / "timeline.html").read_text(encoding="utf-8")


def test_folders_have_ordinary_rights(article: Path, place: Path) -> None:
    build_chronicle(place / "kabul", [article])
    (place / "plain").mkdir()
    for name in ("chronicle.toml", "timeline.html"):
        assert (place / "kabul" / name).stat().st_mode & 0o777 == article.stat().st_mode & 0o777
    assert (place / "kabul").stat().st_mode == (place / "plain").stat().st_mode


def test_in_memory_and_on_disk_are_the_same(example_folder: Path, articles: Path) -> None:
    assert sorted_nquads(chronotope.read(articles).store) == graph_of(example_folder)


def test_parents_are_made(article: Path, place: Path) -> None:
    build_chronicle(place / "a" / "b" / "kabul", [article])
    assert article_count(open_chronicle(place / "a" / "b" / "kabul")) == 1


def test_an_empty_folder_becomes_one(article: Path, place: Path) -> None:
    (place / "kabul").mkdir()
    build_chronicle(place / "kabul", [article])
    assert article_count(open_chronicle(place / "kabul")) == 1


def test_the_folder_one_stands_in_becomes_one(article: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "kabul").mkdir()
    monkeypatch.chdir(place / "kabul")
    build_chronicle(".", [article])
    build_chronicle(place / "kabul", [write_article(article.with_name("b.txt"), "Deux morts.")])
    assert article_count(open_chronicle(place / "kabul")) == 2
    assert [path.name for path in place.iterdir()] == ["kabul"]


def test_a_link_is_followed(article: Path, place: Path) -> None:
    (place / "real").mkdir()
    (place / "link").symlink_to("real")
    build_chronicle(place / "link", [article])
    assert (place / "link").is_symlink()
    assert article_count(open_chronicle(place / "real")) == 1


# ---- adding


def test_adding_is_the_same_as_building_at_once(example_folder: Path, articles: Path, place: Path) -> None:
    parts = sorted(articles.glob("*.txt"))
    assert build_chronicle(place / "ferry", parts[4:]).added == 2
    report = build_chronicle(place / "ferry", [articles])
    assert (report.added, report.known) == (4, 2)
    assert graph_of(place / "ferry") == graph_of(example_folder)
    assert (place / "ferry" / "timeline.html").read_bytes() == (example_folder / "timeline.html").read_bytes()
    assert [path.name for path in place.iterdir()] == ["ferry"]


def test_the_order_of_sources_does_not_matter(example_folder: Path, articles: Path, place: Path) -> None:
    build_chronicle(place / "ferry", sorted(articles.glob("*.txt"), reverse=True))
    assert graph_of(place / "ferry") == graph_of(example_folder)


def test_building_again_changes_nothing(built_folder: Path, chronicle: Path) -> None:
    before, files = graph_of(chronicle), {path.name for path in chronicle.iterdir()}
    report = build_chronicle(chronicle, [built_folder.with_name("first.txt")] * 2)
    assert (report.added, report.known) == (0, 2)
    assert graph_of(chronicle) == before
    assert {path.name for path in chronicle.iterdir()} == files
    assert [path.name for path in chronicle.parent.iterdir()] == [chronicle.name]


def test_an_article_named_twice_is_read_once(article: Path, place: Path) -> None:
    report = build_chronicle(place / "kabul", [article, article.parent])
    assert (report.added, report.known) == (1, 1)


def test_the_same_words_in_two_files_are_two_articles(article: Path, place: Path) -> None:
    write_article(article.with_name("b.txt"))
    assert build_chronicle(place / "kabul", [article.parent]).added == 2


@pytest.mark.parametrize(
    "date",
    [
        "2024",
        "2024-03",
        "2024-03-12",
        "2024-03-12T06:40",
        "2024-03-12T06:40:00",
        "2024-03-12T06:40Z",
        "2024-03-12T06:40+00:00",
        "2024-03-12T06:40+04:30",
    ],
)
def test_dates_of_every_kind_conform(article: Path, date: str) -> None:
    write_article(article, "Un séisme a frappé Kaboul hier. Les secours sont attendus.", date)
    kg = chronotope.read(article)
    assert kg.validate() == []
    assert kg.query("SELECT ?name { ?name cht:timeMention cht:dateline } LIMIT 0").empty  # type: ignore[union-attr]
    assert kg.query("ASK { ?article cht:dateline ?time . ?time cht:edtf ?edtf }") is True


def test_undated_articles_are_told(article: Path, place: Path) -> None:
    article.write_text("lang: fr\n\nUn séisme a frappé Kaboul hier.", encoding="utf-8")
    assert build_chronicle(place / "kabul", [article]).undated == ("a",)
    assert open_chronicle(place / "kabul").validate() == []


# ---- edited articles


FIRST = "Un séisme a frappé Kaboul mardi, selon la police. Trois personnes sont mortes à l'hôpital de la ville."
SECOND = FIRST.replace("Trois", "Douze") + " Le préfet a démissionné mercredi."
OTHER = "Des milliers de personnes ont manifesté à Lyon contre la réforme, et deux hommes ont été arrêtés dans la nuit."
URL = "https://example.org/seisme"


def write_record(path: Path, text: str, **headers: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{name}: {value}" for name, value in {"date": "2024-03-12", "lang": "fr", **headers}.items()]
    path.write_text("\n".join([*lines, "", text]), encoding="utf-8")
    return path


def graph_without_revisions(folder: Path) -> bytes:
    lines = graph_of(folder).splitlines(keepends=True)
    return b"".join(line for line in lines if b"prov#wasRevisionOf" not in line)


def revisions_of(folder: Path) -> set[tuple[str, str]]:
    found = open_chronicle(folder).raw_query("SELECT ?new ?old { ?new prov:wasRevisionOf ?old }", {})
    return {(row[0].value, row[1].value) for row in found}


@pytest.mark.parametrize(
    "headers", [pytest.param({"url": URL}, id="the same address"), pytest.param({}, id="the same name and much text")]
)
def test_an_edited_article_replaces_its_older_self(headers: dict[str, str], place: Path, tmp_path: Path) -> None:
    build_chronicle(place / "quake", [write_record(tmp_path / "1" / "a.txt", FIRST, **headers)])
    edited = write_record(tmp_path / "2" / "a.txt", SECOND, **headers)
    report = build_chronicle(place / "quake", [edited])
    assert (report.added, report.known, report.replaced) == (0, 0, 1)
    build_chronicle(place / "new", [edited])
    assert graph_without_revisions(place / "quake") == graph_of(place / "new")
    assert len(revisions_of(place / "quake")) == 1
    assert open_chronicle(place / "quake").validate() == []
    before = graph_of(place / "quake")
    again = build_chronicle(place / "quake", [tmp_path / "1" / "a.txt", edited])
    assert (again.added, again.known, again.replaced) == (0, 2, 0)
    assert graph_of(place / "quake") == before


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param((FIRST, {}), (OTHER, {}), id="only the name is the same"),
        pytest.param((FIRST, {"url": URL}), (SECOND, {"url": f"{URL}/2"}), id="another address"),
    ],
)
def test_two_articles_that_share_a_name_stay_both(
    first: tuple[str, dict[str, str]], second: tuple[str, dict[str, str]], place: Path, tmp_path: Path
) -> None:
    sources = [
        write_record(tmp_path / str(number) / "a.txt", text, **headers)
        for number, (text, headers) in enumerate((first, second))
    ]
    report = build_chronicle(place / "quake", sources)
    assert (report.added, report.replaced) == (2, 0)
    assert revisions_of(place / "quake") == set()


def test_of_versions_read_together_the_latest_counts(place: Path, tmp_path: Path) -> None:
    dates = {"1": "2024-03-12", "2": "2024-03-14", "3": "2024-03-13"}
    sources = [
        write_record(tmp_path / name / "a.txt", f"{FIRST} Version {name}.", url=URL, date=date)
        for name, date in dates.items()
    ]
    build_chronicle(place / "latest", [sources[1]])
    for number, order in enumerate(permutations(sources)):
        folder = place / str(number)
        assert build_chronicle(folder, order).added == 1
        assert graph_without_revisions(folder) == graph_of(place / "latest")
        assert build_chronicle(folder, order).added == 0
        assert len(revisions_of(folder)) == 2
    build_chronicle(place / "steps", [sources[0]])
    build_chronicle(place / "steps", [sources[1], sources[0], sources[2]])
    assert graph_without_revisions(place / "steps") == graph_of(place / "latest")


def test_changed_headers_are_taken_over(place: Path, tmp_path: Path) -> None:
    build_chronicle(place / "quake", [write_record(tmp_path / "a.txt", FIRST)])
    better = write_record(tmp_path / "a.txt", FIRST, date="2024-03-13", title="Séisme", publisher="La Gazette")
    report = build_chronicle(place / "quake", [better])
    assert (report.added, report.known, report.replaced) == (0, 0, 1)
    build_chronicle(place / "new", [better])
    assert graph_of(place / "quake") == graph_of(place / "new")
    assert build_chronicle(place / "quake", [better]).known == 1


def test_a_corrected_date_outlives_changed_headers(place: Path, tmp_path: Path) -> None:
    article = write_record(tmp_path / "a.txt", FIRST)
    build_chronicle(place / "quake", [article])
    correct_dateline(place / "quake", "a", "2024-03-20")
    assert build_chronicle(place / "quake", [article]).kept_dates == ()
    report = build_chronicle(place / "quake", [write_record(article, FIRST, date="2024-03-13", title="Séisme")])
    assert (report.replaced, report.kept_dates) == (1, ("a",))
    (row,) = open_chronicle(place / "quake").articles().itertuples()
    assert (row.date, row.title) == ("2024-03-20", "Séisme")


def test_corrections_of_words_that_are_gone_are_told(place: Path, tmp_path: Path) -> None:
    build_chronicle(place / "quake", [write_record(tmp_path / "1" / "a.txt", FIRST)])
    made = correct_dateline(place / "quake", "a", "2024-03-20").correction
    report = build_chronicle(place / "quake", [write_record(tmp_path / "2" / "a.txt", SECOND)])
    assert report.lost == (made,)
    assert open_chronicle(place / "quake").validate() == []


# ---- listing and removing


def test_articles_are_listed(example: KnowledgeGraph, example_folder: Path) -> None:
    table = example.articles()
    assert list(table.columns) == ["identifier", "date", "language", "publisher", "title", "events"]
    assert list(table["date"]) == sorted(table["date"])
    assert table.index.name == "article"
    assert (table["events"] > 0).all()
    assert len(table) == article_count(open_chronicle(example_folder))


def test_removing_is_the_same_as_never_adding(articles: Path, place: Path) -> None:
    parts = sorted(articles.glob("*.txt"))[3:5]
    build_chronicle(place / "ferry", parts)
    build_chronicle(place / "one", parts[:1])
    with pytest.raises(UnknownArticle, match="no such article"):
        remove_articles(place / "ferry", [parts[1].stem, "none"])
    report = remove_articles(place / "ferry", [parts[1].stem, parts[1].stem])
    assert (report.identifiers, report.lost) == ((parts[1].stem,), ())
    assert graph_of(place / "ferry") == graph_of(place / "one")
    assert (place / "ferry" / "chronicle.toml").read_bytes() == (place / "one" / "chronicle.toml").read_bytes()


def test_removing_the_last_article_leaves_an_empty_chronicle(chronicle: Path, built_folder: Path) -> None:
    before = graph_of(chronicle)
    made = correct_dateline(chronicle, "first", "2024-03-20", at="2026-01-01T12:00Z").correction
    assert remove_articles(chronicle, ["first"]).lost == (made,)
    kg = open_chronicle(chronicle)
    assert (len(kg.events()), len(kg.articles()), kg.validate()) == (0, 0, [])
    with pytest.raises(UnknownArticle, match="the chronicle holds none"):
        remove_articles(chronicle, ["first"])
    assert build_chronicle(chronicle, [built_folder.with_name("first.txt")]).added == 1
    undo_correction(chronicle, str(made), at="2026-01-02T12:00Z")
    lines = graph_of(chronicle).splitlines(keepends=True)
    assert b"".join(line for line in lines if b"chronotope#corrections> ." not in line) == before


# ---- the same bytes


def test_builds_are_byte_identical(place: Path, articles: Path) -> None:
    """Other hash seeds, other numbers of processes, other places and times: the same graph and the same page."""
    records = [
        {"id": str(number), "lang": "fr", "date": "2024-03", "text": f"{number} morts à Kaboul hier."}
        for number in range(40)
    ]
    many, stories = place / "many.jsonl", sorted(articles.glob("*.txt"))[3:5]
    many.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    one, other = place / "1" / "story", place / "2" / "story"
    for folder, seed, jobs in ((one, "1", "1"), (other, "2", "2")):
        command: list[str | Path] = [COMMAND, "build", many, *stories, "--out", folder, "--jobs", jobs]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert article_count(open_chronicle(one)) == 42
    assert graph_of(one) == graph_of(other)
    for name in ("chronicle.toml", "timeline.html"):
        assert (one / name).read_bytes() == (other / name).read_bytes()


# ---- failures


def fail(*_: object, **__: object) -> NoReturn:
    raise OSError(28, "No space left on device")


STEPS = [
    pytest.param(rebuilding, "hold", id="resolving"),
    pytest.param(rebuilding, "write_ontology", id="writing the ontology"),
    pytest.param(room, "_write_settings", id="writing settings"),
    pytest.param(exchange, "_take_place", id="taking its place"),
]


@pytest.mark.parametrize(("module", "step"), STEPS)
def test_a_failing_build_leaves_nothing(
    article: Path, place: Path, module: ModuleType, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, step, fail)
    with pytest.raises(OSError, match="No space"):
        build_chronicle(place / "new" / "kabul", [article])
    assert listing(place) == []


@pytest.mark.parametrize(("module", "step"), STEPS)
def test_a_failing_build_leaves_a_chronicle_as_it_was(
    chronicle: Path, article: Path, module: ModuleType, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = graph_of(chronicle)
    page = (chronicle / "timeline.html").read_bytes()
    files = {path for path in listing(chronicle.parent) if "/store/" not in path}
    with monkeypatch.context() as patch:
        patch.setattr(module, step, fail)
        with pytest.raises(OSError, match="No space"):
            build_chronicle(chronicle, [article])
    assert {path for path in listing(chronicle.parent) if "/store/" not in path} == files
    assert graph_of(chronicle) == before
    assert (chronicle / "timeline.html").read_bytes() == page
    assert build_chronicle(chronicle, [article]).added == 1


def test_an_interrupt_is_a_failure_too(chronicle: Path, article: Path) -> None:
    def interrupt(what: str, _number: int) -> None:
        if what == "page":
            raise KeyboardInterrupt

    before = graph_of(chronicle)
    with pytest.raises(KeyboardInterrupt):
        build_chronicle(chronicle, [article], progress=interrupt)
    assert graph_of(chronicle) == before
    assert [path.name for path in chronicle.parent.iterdir()] == [chronicle.name]


def test_nothing_readable_makes_nothing(article: Path, place: Path) -> None:
    article.write_bytes(b"\xff\x00")
    report = build_chronicle(place / "new" / "kabul", [article, article.with_name("none.txt")])
    assert (report.added, len(report.faults)) == (0, 2)
    assert listing(place) == []


def test_what_is_readable_is_kept(article: Path, place: Path) -> None:
    (article.parent / "b.txt").write_bytes(b"\xff\x00")
    report = build_chronicle(place / "kabul", [article.parent])
    assert report.added == 1
    assert [fault.where for fault in report.faults] == [str(article.parent / "b.txt")]
    assert article_count(open_chronicle(place / "kabul")) == 1


def test_reading_raises_what_is_wrong(article: Path) -> None:
    with pytest.raises(UnreadableArticle, match=r"none\.txt"):
        chronotope.read(article, article.with_name("none.txt"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("none.ttl", None, id="missing"),
        pytest.param("bad.ttl", "this is no Turtle", id="syntax"),
        pytest.param("words.docx", "a", id="unknown ending"),
    ],
)
def test_an_ontology_that_cannot_be_read(article: Path, place: Path, name: str, text: str | None) -> None:
    ontology = article.with_name(name)
    if text is not None:
        ontology.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidOntology, match=name):
        build_chronicle(place / "kabul", [article], ontology=[ontology])
    assert listing(place) == []


def test_an_ontology_is_remembered(article: Path, place: Path) -> None:
    ontology = article.with_name("mine.ttl")
    ontology.write_text(
        "@prefix type: <https://w3id.org/chronotope/type#> . @prefix cht: <https://w3id.org/chronotope#> .\n"
        'type:Attack cht:noun "zorglubade"@fr .',
        encoding="utf-8",
    )
    build_chronicle(place / "kabul", [article], ontology=[ontology])
    build_chronicle(place / "kabul", [write_article(article.with_name("b.txt"), "Une zorglubade à Kaboul.")])
    assert "Attack" in set(open_chronicle(place / "kabul").events()["type"])


def test_an_unknown_language(article: Path, place: Path) -> None:
    with pytest.raises(UnknownLanguage, match="installed: en, fr"):
        build_chronicle(place / "kabul", [article], language="pl")
    assert listing(place) == []


# ---- folders that are none


def test_a_folder_of_others_is_not_touched(article: Path) -> None:
    before = listing(article.parent)
    with pytest.raises(NotAChronicle, match=r"chronicle\.toml is missing"):
        build_chronicle(article.parent, [article])
    assert listing(article.parent) == before


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda _: None, "no such folder", id="missing"),
        pytest.param(lambda folder: folder.mkdir(), "no chronicle", id="empty folder"),
        pytest.param(lambda folder: folder.write_text("a"), "no chronicle", id="a file"),
    ],
)
def test_what_cannot_be_opened(make: object, message: str, place: Path) -> None:
    assert callable(make)
    make(place / "kabul")
    before = listing(place)
    with pytest.raises(NotAChronicle, match=message):
        open_chronicle(place / "kabul")
    assert listing(place) == before


def test_a_store_that_is_lost(chronicle: Path) -> None:
    shutil.rmtree(chronicle / "store")
    with pytest.raises(NotAChronicle, match="build it again"):
        open_chronicle(chronicle)


def test_a_name_that_is_no_utf_8(article: Path, place: Path) -> None:
    folder = place / os.fsdecode(b"caf\xe9")
    with pytest.raises(NotAChronicle, match="name is not UTF-8"):
        build_chronicle(folder, [article])
    with pytest.raises(NotAChronicle, match="name is not UTF-8"):
        open_chronicle(folder)
    assert listing(place) == []


def test_settings_that_are_no_toml(chronicle: Path, article: Path) -> None:
    (chronicle / "chronicle.toml").write_text("format = = 1", encoding="utf-8")
    with pytest.raises(NotAChronicle, match="mend the file"):
        build_chronicle(chronicle, [article])


# ---- exchanges that were cut off


def test_a_swap_that_was_cut_off_is_undone(chronicle: Path) -> None:
    before = graph_of(chronicle)
    (chronicle / "store").rename(chronicle / ".store.old")
    assert graph_of(chronicle) == before
    assert store_of(chronicle) == chronicle / ".store.old"
    assert not (chronicle / "store").exists(), "readers rename nothing"


@pytest.mark.parametrize("renamed", range(4))
def test_an_exchange_that_was_cut_off_is_completed(
    chronicle: Path, article: Path, renamed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after so many renames within the folder: readers have one graph or the other, the next build all three."""
    before = graph_of(chronicle)
    second = shutil.copytree(chronicle, chronicle.with_name("second") / chronicle.name)
    build_chronicle(second, [article])
    after, page = graph_of(second), (second / "timeline.html").read_bytes()
    done = 0

    def counted(step: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def rename(source: Path, target: Path) -> Path:
            nonlocal done
            if source.parent.name in (".next", chronicle.name):
                if done == renamed:
                    raise OSError(5, "killed")
                done += 1
            return step(source, target)

        return rename

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", counted(Path.rename))
        patch.setattr(Path, "replace", counted(Path.replace))
        with pytest.raises(OSError, match="killed"):
            build_chronicle(chronicle, [article])
    assert graph_of(chronicle) == (before if renamed < 2 else after)
    assert build_chronicle(chronicle, [article]).known == 1
    assert graph_of(chronicle) == after
    assert (chronicle / "timeline.html").read_bytes() == page
    assert {path.name for path in chronicle.iterdir()} == {"chronicle.toml", "memory.npz", "store", "timeline.html"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_within_the_exchange_comes_too_late(
    chronicle: Path, article: Path, number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish = exchange._finish_exchange

    def interrupted(folder: Path) -> None:
        if (folder / ".next").exists():
            signal.raise_signal(number)
        finish(folder)

    monkeypatch.setattr(exchange, "_finish_exchange", interrupted)
    handlers = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    assert build_chronicle(chronicle, [article]).added == 1
    assert article_count(open_chronicle(chronicle)) == 2
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == handlers


def test_what_killed_builds_left_is_swept(chronicle: Path, article: Path) -> None:
    for name in (".quake.abcd_123.building", ".quake.two.abcd_123.building"):
        (chronicle.parent / name / "store").mkdir(parents=True)
    build_chronicle(chronicle, [article])
    assert {path.name for path in chronicle.parent.iterdir()} == {"quake", ".quake.two.abcd_123.building"}


def test_a_swap_that_was_cut_off_is_undone_when_adding(chronicle: Path, article: Path) -> None:
    (chronicle / "store").rename(chronicle / ".store.old")
    assert build_chronicle(chronicle, [article]).added == 1
    assert article_count(open_chronicle(chronicle)) == 2
    assert {path.name for path in chronicle.iterdir()} == {"chronicle.toml", "memory.npz", "store", "timeline.html"}


def test_an_old_store_that_was_not_removed_is(chronicle: Path, article: Path) -> None:
    shutil.copytree(chronicle / "store", chronicle / ".store.old")
    assert article_count(open_chronicle(chronicle)) == 1
    assert build_chronicle(chronicle, [article]).added == 1
    assert {path.name for path in chronicle.iterdir()} == {"chronicle.toml", "memory.npz", "store", "timeline.html"}


# ---- at the same time


def test_a_reader_leaves_a_running_exchange_alone(
    chronicle: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, rename = graph_of(chronicle), Path.rename
    seen = []

    def look_in_between(source: Path, target: Path) -> Path:
        moved = rename(source, target)
        if target.name == ".store.old":
            seen.append(graph_of(chronicle))
        return moved

    monkeypatch.setattr(Path, "rename", look_in_between)
    assert build_chronicle(chronicle, [article]).added == 1
    assert seen == [before]
    assert article_count(open_chronicle(chronicle)) == 2


def test_a_running_build_is_not_swept(article: Path, place: Path) -> None:
    second = write_article(article.with_name("b.txt"), "Deux morts à Paris.")

    def meanwhile(what: str, _number: int) -> None:
        if what == "page":
            build_chronicle(place / "kabul", [second])
            assert sum(path.name.endswith(".building") for path in place.iterdir()) == 1

    with pytest.raises(ChronicleInUse):
        build_chronicle(place / "kabul", [article], progress=meanwhile)


def test_one_writer_at_a_time(chronicle: Path, article: Path) -> None:
    writer = ox.Store(str(chronicle / "store"))
    with pytest.raises(ChronicleInUse, match="wait until it is done"):
        build_chronicle(chronicle, [article])
    assert [path.name for path in chronicle.parent.iterdir()] == [chronicle.name]
    del writer
    assert build_chronicle(chronicle, [article]).added == 1


def test_one_writer_at_a_time_of_several_processes(chronicle: Path, article: Path) -> None:
    hold = "import sys, pyoxigraph; store = pyoxigraph.Store(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(chronicle / "store")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(ChronicleInUse):
            build_chronicle(chronicle, [article])
        other.communicate("")


def test_of_two_builds_of_a_new_chronicle_the_quicker_stays(article: Path, place: Path) -> None:
    second = write_article(article.with_name("b.txt"), "Deux morts à Paris.")

    def meanwhile(what: str, _number: int) -> None:
        if what == "page":
            build_chronicle(place / "kabul", [second])

    with pytest.raises(ChronicleInUse):
        build_chronicle(place / "kabul", [article], progress=meanwhile)
    kg = open_chronicle(place / "kabul")
    assert list(kg.query("sources")["identifier"]) == ["b"]  # type: ignore[index]
    assert [path.name for path in place.iterdir()] == ["kabul"]


def test_readers_see_one_state_while_others_write(chronicle: Path, article: Path) -> None:
    before = graph_of(chronicle)
    reader = open_chronicle(chronicle)

    def look(_what: str, _number: int) -> None:
        assert graph_of(chronicle) == before

    build_chronicle(chronicle, [article], progress=look)
    assert sorted_nquads(reader.store) == before
    assert len(reader.events()) > 0
    assert article_count(open_chronicle(chronicle)) == 2


def test_readers_cannot_write(example: KnowledgeGraph) -> None:
    node = ox.NamedNode("https://example.org/")
    with pytest.raises((OSError, ValueError, RuntimeError)):
        example.store.add(ox.Quad(node, node, node, node))
