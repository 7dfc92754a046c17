"""The command line: results on stdout, problems as one line on stderr, exit codes that scripts can rely on."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from chronotope import cli
from chronotope.chronicle import article_count, open_chronicle
from chronotope.rdf.check import Fault
from chronotope.rdf.export import sorted_nquads
from chronotope.rdf.query import installed_queries
from chronotope.version import __version__

COMMAND = Path(sys.executable).with_name("chronotope")
TEXT = "date: 2024-03-12\nlang: fr\n\nUn séisme a frappé Kaboul mardi, selon la police."


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """`chronotope …` within this process, which is quicker than another; what needs one of its own starts it."""

    def run_here(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["chronotope", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        code = stopped.value.code
        assert isinstance(code, int) or code is None
        return Result(code or 0, *capsys.readouterr())

    return run_here


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "kaboul.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder to make chronicles in; what a build leaves there besides is seen."""
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def is_one_line(text: str) -> bool:
    return text.endswith("\n") and text.count("\n") == 1


# ---- each command


def test_build(run: Run, article: Path, place: Path) -> None:
    done = run("build", article, "--out", place / "kabul")
    assert (done.code, done.err) == (0, "")
    assert "1 article added, 0 known" in done.out
    assert (place / "kabul" / "timeline.html").exists()
    again = run("build", article, "--out", place / "kabul", "--json")
    assert json.loads(again.out) == {
        "chronicle": str(place / "kabul"),
        "added": 0,
        "known": 1,
        "replaced": 0,
        "faults": [],
        "timeline": str(place / "kabul" / "timeline.html"),
    }
    assert run("build", article, "--out", place / "kabul", "--quiet") == (0, "", "")


def test_build_tells_what_has_no_date(run: Run, article: Path, place: Path) -> None:
    article.write_text("lang: fr\n\nUn séisme a frappé Kaboul hier.", encoding="utf-8")
    done = run("build", article, "--out", place / "kabul")
    assert done.code == 0
    assert is_one_line(done.err)
    assert "kaboul: no date" in done.err


def test_build_reads_standard_input(run: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    done = run("build", "-", "--out", place / "kabul", "--json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["added"] == 1


def test_show(run: Run, example_folder: Path, tmp_path: Path) -> None:
    assert "Kergallec" in run("show", example_folder).out
    events = json.loads(run("show", example_folder, "--json").out)
    assert len(events) == len(open_chronicle(example_folder).events())
    assert {"event", "label", "type", "status", "edtf", "evidence", "earliest_begin"} <= set(events[0])
    assert {"article", "sentence", "begin", "end"} <= set(events[0]["evidence"][0])
    page = tmp_path / "page.html"
    assert run("show", example_folder, "--html", page).out == f"{page}\n"
    assert page.stat().st_size > 100_000


@pytest.mark.parametrize(
    "conditions",
    [
        pytest.param(["--actor", "morvenn"], id="actor"),
        pytest.param(["--place", "bretagne"], id="place"),
        pytest.param(["--type", "Justice"], id="type"),
        pytest.param(["--from", "2024-03-15"], id="from"),
        pytest.param(["--to", "2024-03-01"], id="to"),
        pytest.param(["--status", "planned"], id="status"),
        pytest.param(["--lang", "en", "--type", "Disaster and rescue"], id="type in English"),
    ],
)
def test_show_narrowed(run: Run, example_folder: Path, conditions: list[str]) -> None:
    every = len(open_chronicle(example_folder).events())
    done = run("show", example_folder, "--json", *conditions)
    assert done.code == 0
    assert 0 < len(json.loads(done.out)) < every


def test_show_disputed(run: Run, disputed_folder: Path) -> None:
    every = json.loads(run("show", disputed_folder, "--json").out)
    (event,) = json.loads(run("show", disputed_folder, "--disputed", "--json").out)
    assert {each["sources"] for each in every} == {2}
    assert [each["disputes"] for each in every if each["event"] != event["event"]] == [[]] * (len(every) - 1)
    versions = [{"value": "11", "articles": ["quais", "radio"]}, {"value": "14", "articles": ["port"]}]
    assert event["disputes"] == [{"aspect": "count", "versions": versions}]
    text = run("show", disputed_folder, "--disputed", "--lang", "en").out
    assert "count: 11 (quais, radio) / 14 (port)" in text
    assert "· 2 sources]" in text


def test_stock_queries_tell_their_options(run: Run, disputed_folder: Path) -> None:
    assert "[--param event=…]" in run("query", "--list").out
    listed = {each["name"]: each for each in json.loads(run("query", "--list", "--json").out)}
    assert set(listed["merges"]["options"]) == {"event"}
    assert listed["merges"]["parameters"] == {}
    header, *lines = run("query", disputed_folder, "disputes").out.splitlines()
    assert header.split() == ["when", "what", "aspect", "said", "articles", "iri"]
    assert len(lines) == 2


def test_query(run: Run, example_folder: Path, tmp_path: Path) -> None:
    assert "Morvenn" in run("query", example_folder, "by-actor", "--param", "name=morvenn").out
    file = tmp_path / "ask.rq"
    file.write_text("ASK { ?event a sem:Event }", encoding="utf-8")
    assert run("query", example_folder, "--file", file).out == "true\n"
    listed = run("query", example_folder, "--list").out
    assert all(f"{name}: " in listed for name in installed_queries())


@pytest.mark.parametrize(
    ("output", "begin"),
    [("json", '{"head":'), ("csv", "type,status,events"), ("xml", "<?xml"), ("table", "type")],
)
def test_query_formats(run: Run, example_folder: Path, output: str, begin: str) -> None:
    assert run("query", example_folder, "statuses", "--format", output).out.startswith(begin)


def test_query_gives_turtle(run: Run, example_folder: Path) -> None:
    done = run("query", example_folder, "CONSTRUCT { ?e a sem:Event } { ?e a sem:Event }", "--format", "ttl")
    assert done.out.count("Event>") == len(open_chronicle(example_folder).events())


def test_query_as_json(run: Run, example_folder: Path) -> None:
    assert run("query", example_folder, "statuses", "--json") == run(
        "query", example_folder, "statuses", "--format", "json"
    )
    listed = json.loads(run("query", "--list", "--json").out)
    assert [each["name"] for each in listed] == list(installed_queries())


def test_query_without_rows(run: Run, example_folder: Path) -> None:
    nothing = "SELECT ?a { ?a a cht:Nothing }"
    assert run("query", example_folder, nothing).err == "chronotope: no rows\n"
    assert run("query", example_folder, nothing, "--quiet").err == ""


def test_written_files_are_told_as_asked(run: Run, example_folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    for command in (["export", example_folder, page], ["show", example_folder, "--html", page]):
        assert run(*command).out == f"{page}\n"
        assert json.loads(run(*command, "--json").out) == [str(page)]
        assert run(*command, "--quiet") == (0, "", "")


def test_explain(run: Run, example_folder: Path) -> None:
    event = json.loads(run("show", example_folder, "--json").out)[0]["event"]
    done = run("explain", example_folder, event)
    assert (done.code, done.err) == (0, "")
    kg = open_chronicle(example_folder)
    assert done.out == f"{kg.explain(event)}\n"
    assert json.loads(run("explain", example_folder, event, "--json").out)["label"] == kg.explain(event).label
    assert run("explain", example_folder, event, "--quiet") == (0, "", "")


def test_correct(run: Run, article: Path, place: Path) -> None:
    folder = place / "kabul"
    run("build", article, "--out", folder)
    assert json.loads(run("show", folder, "--json").out)[0]["edtf"] == "2024-03-12"
    options = ["--by", "Ada", "--reason", "the printed edition", "--at", "2026-01-01T12:00Z"]
    done = run("correct", folder, "dateline", "kaboul", "2024-03-20", *options)
    assert done == (0, "kaboul: dated 2024-03-20, was 2024-03-12\n", "")
    assert json.loads(run("show", folder, "--json").out)[0]["edtf"] == "2024-03-19"
    assert (
        "by Ada, 2026-01-01T12:00:00Z: the printed edition"
        in run("explain", folder, json.loads(run("show", folder, "--json").out)[0]["event"]).out
    )
    again = run("correct", folder, "dateline", "kaboul", "2024-03-20")
    assert again == (0, "kaboul: dated 2024-03-20 already\n", "")
    told = json.loads(run("correct", folder, "dateline", "kaboul", "2024-03", "--json").out)
    assert (told["identifier"], told["date"], told["was"]) == ("kaboul", "2024-03", "2024-03-20")
    assert {told["article"].partition("/")[0], told["correction"].partition("/")[0]} == {"article", "correction"}
    assert run("correct", folder, "dateline", "kaboul", "2024-03-12", "--quiet") == (0, "", "")
    assert json.loads(run("build", article, "--out", folder, "--json").out)["known"] == 1
    assert run("validate", folder).out == "conforms\n"
    assert [path.name for path in place.iterdir()] == ["kabul"]


def test_correct_an_article_without_a_date(run: Run, article: Path, place: Path) -> None:
    article.write_text("lang: fr\n\nUn séisme a frappé Kaboul hier.", encoding="utf-8")
    run("build", article, "--out", place / "kabul")
    done = run("correct", place / "kabul", "dateline", "kaboul", "2024-03-20")
    assert done.out == "kaboul: dated 2024-03-20, was undated\n"


def test_correct_an_event(run: Run, article: Path, place: Path) -> None:
    folder = place / "kabul"
    run("build", article, "--out", folder)
    event = json.loads(run("show", folder, "--json").out)[0]["event"]
    options = ["--by", "Ada", "--reason", "no quake", "--at", "2026-01-01T12:00Z"]
    done = run("correct", folder, "retype", event, "accident", *options)
    assert done.code == 0
    assert "retype Accident, was " in done.out
    assert run("correct", folder, "retype", event, "Accident").out.endswith(": retype Accident already\n")
    told = json.loads(run("correct", folder, "relabel", event, "A quake", "--lang", "en", "--json").out)
    assert (told["action"], told["value"], told["was"]) == ("relabel", "A quake", None)
    listed = json.loads(run("correct", folder, "--list", "--json").out)
    assert [(each["action"], each["by"], each["undone_by"]) for each in listed] == [
        ("retype", "Ada", None),
        ("relabel", "editor", None),
    ]
    undone = run("correct", folder, "--undo", listed[0]["id"])
    assert (undone.code, undone.err) == (0, "")
    assert undone.out.startswith(f"{listed[0]['id']}: retype Accident, undone (correction/")
    assert "no quake" in run("correct", folder, "--list").out
    assert run("validate", folder).out == "conforms\n"


def test_articles_and_remove(run: Run, article: Path, place: Path) -> None:
    folder = place / "kabul"
    run("build", article, "--out", folder)
    assert "kaboul" in run("articles", folder).out
    (listed,) = json.loads(run("articles", folder, "--json").out)
    assert (listed["identifier"], listed["date"], listed["language"]) == ("kaboul", "2024-03-12", "fr")
    run("correct", folder, "dateline", "kaboul", "2024-03-20")
    article.write_text(TEXT + " Trois morts.", encoding="utf-8")
    again = run("build", article, "--out", folder)
    assert "0 articles added, 0 known, 1 replaced" in again.out
    assert is_one_line(again.err)
    assert "1 correction names words that are gone" in again.err
    assert run("remove", folder, "kaboul") == (0, "1 article removed: kaboul\n", "")
    assert run("articles", folder) == (0, "", "chronotope: no articles\n")
    assert run("correct", folder, "--list", "--quiet").code == 0


def test_export(run: Run, example_folder: Path, tmp_path: Path) -> None:
    done = run("export", example_folder, tmp_path / "out.csv")
    assert sorted(done.out.splitlines()) == sorted(str(path) for path in tmp_path.iterdir())


def test_validate(run: Run, example_folder: Path) -> None:
    done = run("validate", example_folder, "--json")
    assert (done.code, json.loads(done.out)) == (0, [])


def test_validate_tells_faults(run: Run, example_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chronotope.knowledge_graph.find_faults", lambda *_, **__: [Fault("n", "p", "m")])
    assert run("validate", example_folder)[:2] == (1, "n p: m\n1 fault\n")
    assert run("validate", example_folder, "--quiet") == (1, "", "")
    done = run("validate", example_folder, "--json")
    assert (done.code, json.loads(done.out)) == (1, [{"node": "n", "path": "p", "message": "m"}])


def test_version(run: Run) -> None:
    assert run("--version").out == f"chronotope {__version__}\n"


@pytest.mark.parametrize(
    "command", ["build", "articles", "remove", "show", "query", "explain", "correct", "export", "validate", "serve"]
)
def test_help_has_an_example(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert f"Example: chronotope {command}" in done.out
    assert "--quiet" in done.out
    assert "--json" in done.out or command == "serve"


# ---- wrong use, and input that cannot be read


@pytest.mark.parametrize(
    ("name", "data", "remedy"),
    [
        pytest.param("none.txt", None, "check its name", id="missing file"),
        pytest.param("empty.txt", b"", "give it a text", id="empty file"),
        pytest.param("blank.txt", b" \n\n ", "give it a text", id="only blanks"),
        pytest.param("image.png", b"\x89PNG\r\n\x1a\n\0\0\0", "UTF-8", id="binary file"),
        pytest.param(
            "latin.txt", "Un séisme a frappé Kaboul.".encode("latin-1"), "convert it to UTF-8", id="undecodable bytes"
        ),
        pytest.param(
            "polski.txt",
            "Co najmniej dwanaście osób zginęło w poniedziałek wieczorem w katastrofie promu.".encode(),
            "--lang",
            id="Polish",
        ),
        pytest.param(
            "suomi.txt",
            "Ainakin kaksitoista ihmistä kuoli maanantaina, kun lautta upposi Bretagnen edustalla.".encode(),
            "--lang",
            id="Finnish",
        ),
        pytest.param("dated.txt", b"date: 2024-13\n\nUn seisme a secoue la ville.", "YYYY", id="no such month"),
        pytest.param("bad.jsonl", b"{", "one JSON object a line", id="broken JSON"),
    ],
)
def test_unreadable_input(run: Run, tmp_path: Path, place: Path, name: str, data: bytes | None, remedy: str) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    done = run("build", path, "--out", place / "new" / "kabul")
    assert (done.code, done.out) == (2, "")
    assert is_one_line(done.err)
    assert name in done.err
    assert remedy in done.err
    assert list(place.iterdir()) == []


def test_a_folder_that_is_no_chronicle(run: Run, article: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    done = run("build", article, "--out", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert is_one_line(done.err)
    assert str(tmp_path) in done.err
    assert "name a folder" in done.err
    assert sorted(tmp_path.rglob("*")) == before


def test_one_bad_file_among_good_ones(run: Run, article: Path, place: Path) -> None:
    bad = article.with_name("bad.txt")
    bad.write_bytes(b"\xff\x00")
    done = run("build", article, bad, "--out", place / "kabul", "--json")
    assert done.code == 1
    assert is_one_line(done.err)
    assert "bad.txt" in done.err
    assert json.loads(done.out)["added"] == 1
    assert article_count(open_chronicle(place / "kabul")) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["show", "none"], "none: there is no such folder", id="show without a chronicle"),
        pytest.param(["validate", "none"], "chronotope build", id="validate without a chronicle"),
        pytest.param(["show", "CHRONICLE", "--from", "yesterday"], "write it as YYYY", id="no date"),
        pytest.param(["explain", "none", "event/1"], "chronotope build", id="explain without a chronicle"),
        pytest.param(["explain", "CHRONICLE", "event/1"], "'event/1': no such event", id="no such event"),
        pytest.param(["correct", "none", "dateline", "a", "2021"], "none: there is", id="correct without a chronicle"),
        pytest.param(
            ["correct", "CHRONICLE", "dateline", "1-depeche", "2021"],
            "known: 1-depeche-naufrage-belle-hermine",
            id="no such article",
        ),
        pytest.param(["correct", "CHRONICLE"], "one thing is to be done", id="nothing decided"),
        pytest.param(["correct", "CHRONICLE", "wrong"], "write wrong EVENT", id="no event"),
        pytest.param(["correct", "CHRONICLE", "wrong", "event/0"], "no such event", id="an unknown event to correct"),
        pytest.param(["correct", "CHRONICLE", "same", "a"], "2 or more", id="the same as nothing"),
        pytest.param(["correct", "CHRONICLE", "--undo", "a"], "no correction 'a'", id="nothing to undo"),
        pytest.param(["correct", "CHRONICLE", "--undo", "a", "--list"], "one thing is to be done", id="two things"),
        pytest.param(["remove", "CHRONICLE", "a", "b"], "'a': no such article", id="nothing to remove"),
        pytest.param(["articles", "none"], "none: there is", id="articles of no chronicle"),
        pytest.param(["correct", "CHRONICLE", "dateline", "a", "hier"], "write it as YYYY", id="a date in words"),
        pytest.param(
            ["correct", "CHRONICLE", "dateline", "a", "2021", "--at", "2026"], "a date with a time", id="a day for --at"
        ),
        pytest.param(
            ["correct", "CHRONICLE", "dateline", "a", "2021", "--by", os.fsdecode(b"caf\xe9")],
            "the name is not UTF-8",
            id="a name that is no text",
        ),
        pytest.param(
            ["correct", "CHRONICLE", "dateline", os.fsdecode(b"caf\xe9"), "2021"], "no such article", id="no text"
        ),
        pytest.param(["query", "CHRONICLE", "nonsense"], "use SPARQL, or one of: around-date", id="no such query"),
        pytest.param(["query", "CHRONICLE", "SELECT * {"], "mend it", id="broken SPARQL"),
        pytest.param(["query", "CHRONICLE"], "give SPARQL", id="nothing asked"),
        pytest.param(["query", "CHRONICLE", "by-actor"], "name", id="missing parameter"),
        pytest.param(["query", "CHRONICLE", "by-actor", "--param", "name"], "name=value", id="parameter without ="),
        pytest.param(
            ["query", "CHRONICLE", "by-actor", "--param", "name=a", "--param", "=b"],
            "variable",
            id="nameless parameter",
        ),
        pytest.param(["query", "CHRONICLE", "timeline", "--param", "place=a"], "place", id="unknown parameter"),
        pytest.param(["query", "CHRONICLE", "--file", "none.rq"], "none.rq", id="no such file"),
        pytest.param(["query", "CHRONICLE", "--file", "bytes.rq"], "bytes.rq", id="a file that is no text"),
        pytest.param(["query", "CHRONICLE", "statuses", "--format", "ttl"], "CONSTRUCT", id="rows as Turtle"),
        pytest.param(
            ["query", "CHRONICLE", "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"],
            "leave SERVICE out",
            id="SERVICE",
        ),
        pytest.param(["export", "CHRONICLE", "out.xyz"], "known: .csv", id="unknown ending"),
        pytest.param(
            ["export", "CHRONICLE", "none/out.nq"],
            "none/out.nq: No such file or directory; check the name",
            id="export into no folder",
        ),
        pytest.param(
            ["show", "CHRONICLE", "--html", "none/out.html"], "none/out.html: No such", id="page into no folder"
        ),
        pytest.param(["export", "CHRONICLE", "bytes.rq/out.nq"], "through folders only", id="export through a file"),
        pytest.param(["show", os.fsdecode(b"caf\xe9")], "its name is not UTF-8", id="a folder's name"),
        pytest.param(["build", ".", "--out", os.fsdecode(b"caf\xe9")], "its name is not UTF-8", id="a new name"),
        pytest.param(["build", "bytes.rq", "--out", "new", "--lang", "pl"], "installed: en, fr", id="unknown language"),
        pytest.param(["build", "bytes.rq", "--out", "new", "--pipeline", "nope"], "", id="unknown pipeline"),
        pytest.param(
            ["build", "bytes.rq", "--out", "new", "--ontology", "none.ttl"], "none.ttl", id="no such ontology"
        ),
        pytest.param(["build", ".", "--out", "bytes.rq"], "bytes.rq", id="a file for a chronicle"),
        pytest.param(["build", "bytes.rq", "--out", "bytes.rq/new"], "bytes.rq", id="a file for a parent"),
    ],
)
def test_wrong_use(
    run: Run, example_folder: Path, tmp_path: Path, arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bytes.rq").write_bytes(b"\xff\xfe\xff")
    done = run(*(str(example_folder) if argument == "CHRONICLE" else argument for argument in arguments))
    assert (done.code, done.out) == (2, "")
    assert is_one_line(done.err), done.err
    assert done.err.startswith("chronotope: ")
    assert words in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["bytes.rq"]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["build", "a.txt"], id="no --out"),
        pytest.param(["build", "a.txt", "--out", "new", "--jobs", "0"], id="no jobs"),
        pytest.param(["show", "new", "--status", "rumoured"], id="unknown status"),
        pytest.param(["query", "new", "timeline", "--format", "docx"], id="unknown format"),
        pytest.param(["frobnicate"], id="unknown command"),
        pytest.param(["correct", "new", "dateline", "a"], id="no date to set"),
        pytest.param(["correct", "new", "colour", "a", "2021"], id="nothing to correct"),
        pytest.param(["explain", "new"], id="nothing to explain"),
    ],
)
def test_usage(run: Run, tmp_path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.code == 2
    assert "Traceback" not in done.err
    assert list(tmp_path.iterdir()) == []


# ---- the world outside


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("a small disk can be mounted by root only")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True, check=False)
    if mounted.returncode != 0:
        pytest.skip(f"mounting is not permitted here: {mounted.stderr.decode().strip()}")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk(run: Run, article: Path, small_disk: Path) -> None:
    done = run("build", article, "--out", small_disk / "kabul")
    assert (done.code, done.out) == (2, "")
    assert is_one_line(done.err), done.err
    assert "room" in done.err
    assert list(small_disk.iterdir()) == []


@pytest.fixture(scope="session")
def many_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough to be reading for a while."""
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    text = (
        "Un séisme a frappé Kaboul mardi, selon la police. Sept personnes sont mortes et des secours sont attendus. "
        * 4
    )
    with path.open("w", encoding="utf-8") as file:
        for number in range(20_000):
            file.write(
                json.dumps({"id": str(number), "date": "2024-03-12", "lang": "fr", "text": f"{number}. {text}"}) + "\n"
            )
    return path


def test_an_interrupt_while_it_loads(tmp_path: Path) -> None:
    """`typer` is the first of what takes time; one of its name that Ctrl-C comes within stands in for it."""
    (tmp_path / "typer.py").write_text("import signal; signal.raise_signal(signal.SIGINT)", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "chronotope", "--version"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "chronotope: interrupted; nothing was changed\n"


def test_a_request_to_end(many_articles: Path, place: Path) -> None:
    """SIGTERM, as `timeout`, systemd and Docker send it."""
    building = subprocess.Popen(
        [sys.executable, "-m", "chronotope", "build", many_articles, "--out", place / "kabul"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 30
    while not any(place.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1)
    assert building.poll() is None, "it was done before it could be ended"
    building.terminate()
    assert building.communicate(timeout=60) == (b"", b"")
    assert building.returncode == 143
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("existing", [False, True], ids=["new", "existing"])
def test_an_interrupt(many_articles: Path, example_folder: Path, place: Path, existing: bool, jobs: int) -> None:
    """Ctrl-C goes to a process and its children alike."""
    folder = place / "kabul"
    if existing:
        shutil.copytree(example_folder, folder)
    building = subprocess.Popen(
        [COMMAND, "build", many_articles, "--out", folder, "--jobs", str(jobs)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 30
    while not any(path.name.endswith(".building") for path in place.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(2)
    assert building.poll() is None, "it was done before it could be interrupted"
    os.killpg(building.pid, signal.SIGINT)
    out, err = building.communicate(timeout=60)
    assert building.returncode == 130
    assert out == ""
    assert err == "chronotope: interrupted; nothing was changed\n"
    assert [path.name for path in place.iterdir()] == (["kabul"] if existing else [])
    if existing:
        assert sorted_nquads(open_chronicle(folder).store) == sorted_nquads(open_chronicle(example_folder).store)


def test_a_reader_that_has_seen_enough(example_folder: Path) -> None:
    """As `chronotope query … | head -1` does; more is written than a pipe holds."""
    command: list[str | Path] = [COMMAND, "query", example_folder, "SELECT ?s ?p ?o { ?s ?p ?o }", "--format", "csv"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asked:
        assert asked.stdout is not None
        assert asked.stderr is not None
        assert asked.stdout.readline() == b"s,p,o\r\n"
        asked.stdout.close()
        assert asked.stderr.read() == b""
        assert asked.wait(30) == 0


def test_no_network_is_needed(article: Path, place: Path) -> None:
    alone = ["unshare", "--net"]
    if os.geteuid() != 0 or shutil.which("unshare") is None or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("only root can cut a process off the network here (unshare --net)")
    done = subprocess.run(
        [*alone, COMMAND, "build", article, "--out", place / "kabul"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
