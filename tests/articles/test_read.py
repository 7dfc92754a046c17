"""Files, folders and standard input, one article at a time; what is wrong is named and the rest is read."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from chronotope.articles import read_articles
from chronotope.errors import UnknownLanguage, UnreadableArticle
from chronotope.text import Article

KNOWN = ("en", "fr")


def read(*sources: str | Path, stdin: bytes = b"") -> list[Article | UnreadableArticle]:
    return list(read_articles(sources, language="fr", known_languages=KNOWN, stdin=io.BytesIO(stdin)))


def identifiers(found: list[Article | UnreadableArticle]) -> list[str]:
    return [item.identifier if isinstance(item, Article) else "!" for item in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/z.TXT", "a/notes.md", ".hidden.txt", ".git/c.txt", "a/deep/er/d.txt", "c"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Sept morts.")
    (tmp_path / "e.jsonl").write_text('{"text": "Un"}\n{}\n{"text": "Trois"}\n')
    (tmp_path / "f.htm").write_text("<html><title>F</title><p>Sept personnes sont mortes jeudi à Kaboul.</p></html>")
    return tmp_path


def test_a_folder_is_read_in_order_by_known_endings(folder: Path) -> None:
    assert identifiers(read(folder)) == ["d", "z", "b", "e-1", "!", "e-3", "f"]


def test_named_files_are_read_whatever_their_name(folder: Path) -> None:
    assert identifiers(read(folder / "a/notes.md", str(folder / ".hidden.txt"), folder / "c")) == [
        "notes",
        ".hidden",
        "c",
    ]


def test_the_same_article_twice_is_passed_through(folder: Path) -> None:
    one, other = read(folder / "b.txt", folder / "b.txt")
    assert one == other


def test_standard_input_is_text() -> None:
    (article,) = read("-", stdin=b"title: A\nid: kaboul\n\nSept morts.\n")
    assert isinstance(article, Article)
    assert (article.identifier, article.body) == ("kaboul", "Sept morts.\n")


def test_standard_input_has_a_name() -> None:
    assert identifiers(read("-", stdin=b"Sept morts.")) == ["stdin"]


def test_faults_of_files_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"a" * 5_000_001)
    (tmp_path / "large.html").write_bytes(b"<p>" * 700_000)
    (tmp_path / "latin.txt").write_bytes("été".encode("latin-1"))
    (tmp_path / "none").mkdir()
    (tmp_path / "right.txt").write_text("Sept morts.")
    names = ["missing.txt", "large.txt", "large.html", "latin.txt", "none", "nul\0.txt", "right.txt"]
    *problems, article = read(*(f"{tmp_path}/{name}" for name in names))
    assert isinstance(article, Article)
    assert [str(problem).removeprefix(f"{tmp_path}/") for problem in problems] == [
        "missing.txt: no such file or directory; check its name, and that you may read it",
        "large.txt: it is larger than 5,000,000 bytes; split it into its articles",
        "large.html: it is larger than 2,000,000 bytes; split it into its articles",
        "latin.txt: byte 0 is not UTF-8; convert it to UTF-8",
        "none: the folder holds no article; give it files of .htm, .html, .jsonl, .txt",
        "nul\0.txt: no file has NUL in its name; check the name",
    ]


def test_an_article_of_the_largest_size_is_read(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"a" * 5_000_000)
    assert identifiers(read(tmp_path / "large.txt")) == ["large"]


def test_circles_and_pipes_are_no_trap(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "news.txt").write_text("Sept morts.")
    assert identifiers(read(tmp_path)) == ["news"]


def test_a_name_that_is_no_utf8_can_be_printed_and_hashed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("Sept morts.")
    (article,) = read(path)
    assert isinstance(article, Article)
    assert (article.identifier, len(article.key)) == (r"caf\udce9", 16)


def test_articles_come_one_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sept morts.")

    def sources() -> Iterator[Path]:
        yield tmp_path / "a.txt"
        raise AssertionError("asked for more than was needed")

    assert isinstance(next(read_articles(sources(), language="fr", known_languages=KNOWN)), Article)


def test_wrong_use_is_told_at_once() -> None:
    with pytest.raises(UnknownLanguage, match="no language 'de'; installed: en, fr"):
        read_articles([], language="de", known_languages=KNOWN)
    with pytest.raises(TypeError, match="list of paths"):
        read_articles("articles/", known_languages=KNOWN)
