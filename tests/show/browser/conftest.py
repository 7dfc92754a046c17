from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from chronotope.show.timeline import Timeline

ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PERMISSIONS: Final = ("clipboard-read", "clipboard-write")

Open = Callable[..., Page]
Until = Callable[..., None]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or Playwright's own. Without either the tests fail: a page nobody opened is not tested."""
    with sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Timeline], Path]:
    """The page of a timeline as a file; equal timelines share one."""
    folder = tmp_path_factory.mktemp("pages")
    files: dict[str, Path] = {}

    def written(timeline: Timeline) -> Path:
        told = repr((timeline.graph, list(timeline.nodes(data=True)), list(timeline.edges(keys=True, data=True))))
        if told not in files:
            files[told] = folder / f"{len(files)}.html"
            timeline.to_html(files[told])
        return files[told]

    return written


@pytest.fixture
def open_page(browser: Browser, page_file: Callable[[Timeline], Path]) -> Iterator[Open]:
    """Open a timeline's page; afterwards nothing may have been said, asked or requested but the file itself."""
    complaints: list[str] = []
    requests: list[str] = []
    addresses: set[str] = set()
    context = browser.new_context(viewport={"width": 1400, "height": 860}, offline=True)
    context.grant_permissions(list(PERMISSIONS))

    def open_timeline(
        timeline: Timeline,
        *,
        width: int = 1400,
        height: int = 860,
        dark: bool = False,
        still: bool = False,
        fragment: str = "",
    ) -> Page:
        address = page_file(timeline).as_uri()
        addresses.add(address)
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(
            color_scheme="dark" if dark else "light", reduced_motion="reduce" if still else "no-preference"
        )
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(f"{address}#{fragment}" if fragment else address)
        page.wait_for_selector("html[data-ready='true']")
        return page

    yield open_timeline
    context.close()
    assert complaints == []
    # What a page makes for a download is its own.
    assert {url.partition("#")[0] for url in requests if not url.startswith("blob:")} == addresses


@pytest.fixture
def until() -> Until:
    """Wait for a condition. Playwright's `wait_for_function` calls `eval` in the page, which its policy refuses."""

    def wait(page: Page, condition: str, *, seconds: float = 10) -> None:
        deadline = time.monotonic() + seconds
        while not page.evaluate(condition):
            assert time.monotonic() < deadline, f"not within {seconds} seconds: {condition}"
            page.wait_for_timeout(20)

    return wait
