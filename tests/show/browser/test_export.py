"""What a reader takes along: the view as PNG and SVG, the events as CSV, opened by other programs than ours."""

from __future__ import annotations

import csv
import io
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Until = Callable[..., None]

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = ("circle", "rect", "polygon")


def downloaded(page: Page, name: str) -> tuple[str, bytes]:
    """What the menu gives under this name: the file's name, and the file."""
    page.locator("#export-toggle").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=name).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def picture(png: bytes) -> tuple[int, int, int]:
    """Width, height, and how many different rows of pixels a PNG of 8 bits has: one that is blank has one."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    chunks, at = [], 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        chunks.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + length]))
        at += length + 12
    width, height, depth, kind = struct.unpack(">IIBB", dict(chunks)[b"IHDR"][:10])
    assert depth == 8
    pixels = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    stride = 1 + width * {2: 3, 6: 4}[kind]
    # The first byte of a row says how it was filtered: what is filtered alike and looks alike is alike.
    return width, height, len({pixels[row * stride : (row + 1) * stride] for row in range(height)})


def test_png_is_the_view_on_show_twice_as_fine(harbour: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(harbour)
    for mode, canvas in (("time", "#time-view canvas"), ("map", "#map-view canvas"), ("actors", "#actors-view canvas")):
        page.evaluate("mode => chronotope.actions.setMode(mode)", mode)
        until(page, f"document.querySelector('{canvas}')?.clientWidth > 0")
        until(page, "!document.querySelector('.actors-graph') || document.querySelector('.actors-graph').dataset.ready")
        name, png = downloaded(page, "Picture (PNG)")
        width, height, rows = picture(png)
        shown = page.locator(canvas).evaluate("canvas => [canvas.clientWidth, canvas.clientHeight]")
        assert (width, height) == (2 * shown[0], 2 * (shown[1] + 58 + 62))  # with title and overview
        assert rows > 100
        view = "" if mode == "time" else f"-{mode}"
        assert name == f"Unrest at the harbour 2030-03-01 – 2030-03-12{view}.png"
    # Afterwards the page is as it was.
    assert page.evaluate("document.querySelector('#actors-view canvas').width") == shown[0]
    page.evaluate("chronotope.actions.setMode('table')")
    page.locator("#export-toggle").click()
    assert page.get_by_role("menuitem").all_inner_texts() == ["Table (CSV)", "Print…"]


def test_svg_holds_every_mark(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    name, svg = downloaded(page, "Drawing (SVG)")
    assert name.endswith(".svg")
    root = ElementTree.fromstring(svg)  # noqa: S314  # our own file
    marks = [
        element for shape in SHAPES for element in root.iter(SVG + shape) if element.find(f"{SVG}title") is not None
    ]
    titles = [mark.findtext(f"{SVG}title", "") for mark in marks]
    assert sorted(titles) == sorted(
        page.evaluate(
            "chronotope.chart.scene.placed.filter(place => place.marked)"
            ".map(({event}) => [event.label, event.when].filter(Boolean).join(', '))"
        )
    )
    assert len(titles) == 7
    assert root.findtext(f"{SVG}title") == "Unrest at the harbour"
    about = root.findtext(f"{SVG}desc", "")
    assert re.match(r"6 events, 1 ?– ?12 March 2030 and 1 without date · 2 speech events folded · newest", about), about
    texts = {element.text for element in root.iter(f"{SVG}text")}
    assert {"Unrest at the harbour", "clash at the quay", "Marville"} <= texts
    assert not [element for element in root.iter() if element.tag in {f"{SVG}script", f"{SVG}style", f"{SVG}image"}]
    page.locator("#groups").get_by_role("button", name="Movement").click()
    filtered = ElementTree.fromstring(downloaded(page, "Drawing (SVG)")[1])  # noqa: S314
    assert "clash at the quay" not in {element.text for element in filtered.iter(f"{SVG}text")}


def test_csv_holds_the_visible_events(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    page.locator("#groups").get_by_role("button", name="Conflict").click()
    name, data = downloaded(page, "Table (CSV)")
    assert name == "Unrest at the harbour 2030-03-01 – 2030-03-03.csv"
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.count("\r\n") == 4
    clash, attack, march = csv.DictReader(io.StringIO(text, newline=""))
    assert clash["id"] == "https://harbour.example/id/event/clash"
    assert clash["earliest_begin"] == "2030-03-01T00:00:00"
    assert clash["actors"] == "agent: dockers | patient: harbour police"
    assert clash["sentence"] == "Dockers clashed with police at the quay."
    assert attack["claims"] == "Coast Agency asserts > Ivo Brandt denies"
    assert attack["said"] == "Coast Agency asserts that Ivo Brandt denies"
    assert attack["disputes"].startswith("date: Sunday 3 March 2030 (Northern Post, Monday 4 March 2030) / Saturday")
    assert attack["urls"] == "https://example.org/depot"
    assert (attack["type_label"], attack["status_label"]) == ("Attack", "reported")
    assert attack["articles"] == (
        "Depot attacked, Northern Post, 2030-03-04, https://example.org/depot"
        " | Depot attacked, Morning Bell, 2030-03-04"
    )
    assert (attack["sources"], attack["confidence"], attack["status"]) == ("2", "0.6", "reported")
    assert (march["edtf"], march["earliest_begin"], march["places"]) == ("", "", "")


FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://evil.example")', "a;=1+1", "two\nlines")


def test_hostile_labels_do_no_harm_elsewhere(timeline: Timeline, open_page: Open, hostile: str) -> None:
    for number, label in enumerate(FORMULAS):
        node = {**timeline.nodes["event/talks"], "label": label}
        timeline.add_node(f"event/formula-{number}", **node)
    timeline.nodes["event/threat"]["label"] = "&amp; ]]> \x00\x1b\ufffe 🔥"
    page = open_page(timeline)
    name, data = downloaded(page, "Tableau (CSV)")
    assert not set('<>:"/\\|?*') & set(name)
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 6 + len(FORMULAS)
    assert not [cell for row in rows for cell in row.values() if cell[:1] in set("=+-@\t\r")]
    labels = {row["label"] for row in rows}
    assert {"'=1+1", "'-1", "two\nlines", "a;'=1+1", hostile} <= labels
    root = ElementTree.fromstring(downloaded(page, "Dessin (SVG)")[1])  # noqa: S314
    assert root.findtext(f"{SVG}title") == f"Kaboul {hostile}"
    titles = [title.text or "" for title in root.iter(f"{SVG}title")]
    assert any(title.startswith(hostile) for title in titles)
    assert any(title.startswith("&amp; ]]>") and "🔥" in title for title in titles)
    assert root.find(f".//{SVG}script") is None
    assert root.find(".//img") is None


def test_the_menu_by_keyboard(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, fragment="selected=event/clash")
    button, menu = page.locator("#export-toggle"), page.get_by_role("menu")
    button.focus()
    page.keyboard.press("ArrowDown")
    expect(button).to_have_attribute("aria-expanded", "true")
    for key, item in (("", 0), ("ArrowDown", 1), ("End", 3), ("ArrowDown", 0), ("ArrowUp", 3), ("t", 2), ("Home", 0)):
        if key:
            page.keyboard.press(key)
        expect(menu.get_by_role("menuitem").nth(item)).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    expect(page.locator("#details h2")).to_have_text("clash at the quay")  # Escape closed the menu and no more
    button.click()
    page.mouse.click(500, 400)
    expect(menu).to_be_hidden()
