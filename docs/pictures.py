"""Draws the README's pictures of the timeline page: `make pictures`.

The same chronicle on a machine with the same fonts gives the same pictures.
"""

from __future__ import annotations

import argparse
import base64
import os
import shutil
import struct
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, sync_playwright

import chronotope

Colour = tuple[int, int, int]
COLOURS: Final = 256
EXACT: Final = 32
APART: Final = 16**2

WIDTH: Final = 1400
HEIGHT: Final = 860
LARGEST: Final = 200_000
"""Bytes: people load these pictures with the README."""

WEIGHTIEST: Final = """() => {
    const { data, store, actions } = chronotope;
    const ordering = ({ kind }) => kind === "before" || kind === "causes";
    const isPlain = (event) => data.edgesOf(event).filter(ordering).length < 4;
    const events = store.state.visible.filter((event) => event.x !== null && event.places.length && isPlain(event));
    actions.select(events.reduce((one, other) => (other.salience > one.salience ? other : one)).id);
}"""
"""Opens the event at a place that matters most, of those whose lines leave the others readable."""

BY_TYPE: Final = "() => chronotope.actions.setLanes('type')"

PIXELS: Final = """async address => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let bytes = "";
    for (let at = 0; at < data.length; at += 8192) bytes += String.fromCharCode(...data.subarray(at, at + 8192));
    return btoa(bytes);
}"""
"""The red, green, blue and opacity of a picture, row by row."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("chronicle", type=Path)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    with opened_browser() as browser:
        draw(browser, asked.chronicle, asked.folder / "explorer-light.png", "light", WEIGHTIEST)
        draw(browser, asked.chronicle, asked.folder / "explorer-dark.png", "dark", BY_TYPE)


def draw(browser: Browser, chronicle: Path, picture: Path, scheme: Literal["light", "dark"], look: str) -> None:
    """Take a picture of a chronicle's page, in English, after a look at something."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "timeline.html"
        chronotope.open(chronicle).timeline(language="en").to_html(file)
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme, reduced_motion="reduce"
        )
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready='true']")
        page.evaluate(look)
        page.evaluate("() => chronotope.data.texts()")
        # Evidence and counts come with the frames after; nothing moves later.
        page.wait_for_timeout(500)
        picture.write_bytes(smaller(browser, page.screenshot()))
        page.close()
    if picture.stat().st_size > LARGEST:
        raise SystemExit(f"{picture} has {picture.stat().st_size:,} bytes, more than {LARGEST:,}")


def smaller(browser: Browser, drawn: bytes) -> bytes:
    """The same PNG in 256 colours: a page is flat colours and the edges of letters."""
    page = browser.new_page()
    address = f"data:image/png;base64,{base64.b64encode(drawn).decode()}"
    data = base64.b64decode(page.evaluate(PIXELS, address))
    page.close()
    pixels = list(zip(data[::4], data[1::4], data[2::4], strict=True))
    counted = Counter(pixels)
    palette = palette_of(counted)
    entry = {colour: min(range(len(palette)), key=lambda at: distance(colour, palette[at])) for colour in counted}
    indices = bytes(map(entry.__getitem__, pixels))
    rows = b"".join(b"\0" + indices[begin : begin + WIDTH] for begin in range(0, len(indices), WIDTH))
    parts = (
        part(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)),
        part(b"PLTE", b"".join(map(bytes, palette))),
        part(b"IDAT", zlib.compress(rows, 9)),
        part(b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def palette_of(counted: Counter[Colour]) -> list[Colour]:
    """The commonest as they are, then what is not near one of these: shades of text would crowd out the marks."""
    chosen: list[Colour] = []
    for colour in sorted(counted, key=lambda colour: (-counted[colour], colour)):
        if len(chosen) < EXACT or all(distance(colour, other) >= APART for other in chosen):
            chosen.append(colour)
        if len(chosen) == COLOURS:
            break
    return chosen


def distance(one: Colour, other: Colour) -> int:
    return sum((left - right) ** 2 for left, right in zip(one, other, strict=True))


def part(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """Debian's Chromium, or Playwright's own; without a graphics card, so that all machines draw alike."""
    with sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"]
        )
        yield browser
        browser.close()


if __name__ == "__main__":
    main()
