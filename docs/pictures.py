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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, sync_playwright

import chronotope

WIDTH: Final = 1400
HEIGHT: Final = 860
LARGEST: Final = 200_000
"""Bytes: people load these pictures with the README."""

WEIGHTIEST: Final = """() => {
    const { data, store, actions } = chronotope;
    const ordering = ({ kind }) => kind === "before" || kind === "causes";
    const isPlain = (event) => event.x !== null && event.places.length && data.edgesOf(event).filter(ordering).length < 4;
    const events = store.state.visible.filter(isPlain);
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

SHADES: Final = bytes(min(255, (value + 1) // 3 * 3) for value in range(256))
"""Each value becomes the nearest multiple of three, white and black among them: no eye sees it."""


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
    """The same PNG with fewer shades and no filters: a page is flat colours and letters, which need neither."""
    page = browser.new_page()
    address = f"data:image/png;base64,{base64.b64encode(drawn).decode()}"
    pixels = bytearray(base64.b64decode(page.evaluate(PIXELS, address)))
    page.close()
    del pixels[3::4]
    pixels = pixels.translate(SHADES)
    row = WIDTH * 3
    rows = b"".join(b"\0" + pixels[begin : begin + row] for begin in range(0, len(pixels), row))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = (part(b"IHDR", head), part(b"IDAT", zlib.compress(rows, 9)), part(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


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
