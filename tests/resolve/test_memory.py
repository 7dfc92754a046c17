"""What a chronicle remembers never changes what comes out, whatever has become of the file."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest

from chronotope.chronicle import build_chronicle, open_chronicle
from chronotope.corrections import correct_event
from chronotope.exchange import MEMORY
from chronotope.rdf.named import find_mentions
from chronotope.resolve.memory import Memory, unpacked

BODY = "Une zorglubade a frappé Kaboul jeudi. La zorglubade a tué treize marins."


def saved(**arrays: object) -> bytes:
    file = BytesIO()
    np.savez(file, **arrays)  # type: ignore[arg-type]  # arrays, some of the wrong kind
    return file.getvalue()


def unknown_compression() -> bytes:
    packed = Memory().packed("mine")
    at = packed.index(b"PK\x01\x02")
    return packed[: at + 10] + b"\x63" + packed[at + 11 :]


def with_keys(keys: object, likenesses: object) -> bytes:
    accounts = np.frombuffer(zlib.compress(b"{}"), dtype=np.uint8)
    signature = np.frombuffer(b"mine", dtype=np.uint8)
    return saved(signature=signature, accounts=accounts, keys=keys, likenesses=likenesses)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"PK", id="cut off"),
        pytest.param(b"\x93NUMPY\x01\x00v\x00", id="one array"),
        pytest.param(Memory().packed("theirs"), id="of another version"),
        pytest.param(Memory().packed("mine")[:-30], id="its end is missing"),
        pytest.param(unknown_compression(), id="compressed in an unknown way"),
        pytest.param(saved(signature=np.frombuffer(b"mine", dtype=np.uint8)), id="parts are missing"),
        pytest.param(with_keys(np.zeros(2, np.uint64), np.zeros(1, np.float32)), id="of two lengths"),
        pytest.param(with_keys(np.zeros(1, np.uint64), np.zeros(1, np.float64)), id="of other numbers"),
    ],
)
def test_what_does_not_fit_is_forgotten(data: bytes) -> None:
    memory = unpacked(data, "mine")
    assert (memory.accounts, len(memory.keys), len(memory.likenesses)) == ({}, 0, 0)


def test_a_file_that_is_no_array_is_forgotten() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("signature", "mine")
    assert unpacked(file.getvalue(), "mine").accounts == {}


def test_an_article_that_is_read_anew_is_not_remembered_as_it_was(tmp_path: Path) -> None:
    """Read by another ontology and then again for its title: what was remembered is of the first reading."""
    words = {name: tmp_path / f"{name}.ttl" for name in ("one", "two")}
    words["one"].write_text("<https://example.org/> <https://example.org/p> 1 .", encoding="utf-8")
    words["two"].write_text(
        "@prefix type: <https://w3id.org/chronotope/type#> . @prefix cht: <https://w3id.org/chronotope#> .\n"
        'type:Attack cht:noun "zorglubade"@fr .',
        encoding="utf-8",
    )
    article, other = tmp_path / "a.txt", tmp_path / "b.txt"
    other.write_text("lang: fr\ndate: 2021-08-27\n\nUn séisme a frappé Hérat.", encoding="utf-8")
    folder = tmp_path / "kabul"
    article.write_text(f"lang: fr\ndate: 2021-08-27\ntitle: Kaboul\n\n{BODY}", encoding="utf-8")
    build_chronicle(folder, [article], ontology=[words["one"]])
    build_chronicle(folder, [other], ontology=[words["two"]])
    article.write_text(f"lang: fr\ndate: 2021-08-27\ntitle: Hérat\n\n{BODY}", encoding="utf-8")
    assert build_chronicle(folder, [article]).replaced == 1
    remembered = open_chronicle(folder).events()
    (folder / MEMORY).unlink()
    build_chronicle(folder, [article])
    assert "Attack" in set(remembered["type"])
    assert remembered.equals(open_chronicle(folder).events())


def test_a_wrong_event_is_gone_with_all_its_mentions(tmp_path: Path) -> None:
    article, folder = tmp_path / "a.txt", tmp_path / "kabul"
    text = "Un attentat a fait treize morts à Kaboul. L'attentat visait l'aéroport. L'attentat a été revendiqué."
    article.write_text(f"lang: fr\ndate: 2021-08-27\n\n{text}", encoding="utf-8")
    build_chronicle(folder, [article])
    store = open_chronicle(folder).store
    events = open_chronicle(folder).events()
    (event,) = (id_ for id_ in map(str, events.index) if len(find_mentions(store, id_)) > 1)
    report = correct_event(folder, "wrong", [event])
    assert (len(report.on) > 1, report.held) == (True, ())
    assert len(open_chronicle(folder).events()) == len(events) - 1
