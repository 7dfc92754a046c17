from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, Position, sync_playwright

from chronotope.show.html.appearance import MARKS
from chronotope.show.html.network import TimelineNetwork
from chronotope.show.timeline import Timeline
from chronotope.timeline.evidence import Evidence

from .harbour import harbour_timeline

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
WORDS: Final = (
    "attaque",
    "rencontre au sommet",
    "vol",
    "négociations de paix",
    "grève",
    "départ du ministre",
    "frappe",
)

Open = Callable[..., Page]
PageFile = Callable[[Timeline | TimelineNetwork], Path]
SpotOf = Callable[[Page, str], Position]
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
def page_file(tmp_path_factory: pytest.TempPathFactory) -> PageFile:
    """The page of a timeline, or of a network that was changed, as a file; equal timelines share one."""
    folder = tmp_path_factory.mktemp("pages")
    files: dict[object, Path] = {}

    def written(shown: Timeline | TimelineNetwork) -> Path:
        told = said_of(shown) if isinstance(shown, Timeline) else shown
        if told not in files:
            files[told] = folder / f"{len(files)}.html"
            network = shown.to_pyvis() if isinstance(shown, Timeline) else shown
            network.write_html(files[told])
        return files[told]

    return written


def said_of(timeline: Timeline) -> str:
    return repr((timeline.graph, list(timeline.nodes(data=True)), list(timeline.edges(keys=True, data=True))))


@pytest.fixture
def complaints() -> list[str]:
    """What an open page has said on its console. A test that expects something asserts it and clears the list."""
    return []


@pytest.fixture
def open_page(browser: Browser, page_file: PageFile, complaints: list[str]) -> Iterator[Open]:
    """Open a timeline's page; afterwards nothing may have been said, asked or requested but the file itself."""
    requests: list[str] = []
    addresses: set[str] = set()
    context = browser.new_context(viewport={"width": 1400, "height": 860}, offline=True)
    context.grant_permissions(list(PERMISSIONS))

    def open_timeline(
        timeline: Timeline | TimelineNetwork,
        *,
        width: int = 1400,
        height: int = 860,
        dark: bool = False,
        still: bool = False,
        fragment: str = "",
        before: str = "",
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
        if before:
            page.add_init_script(before)
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


@pytest.fixture
def spot_of() -> SpotOf:
    """Where the mark of an event, or the chip of a thing, stands on the chart."""

    def spot(page: Page, thing: str) -> Position:
        found = page.evaluate(
            "id => { const spot = chronotope.chart.scene.spots.get(id); return spot && { x: spot.x, y: spot.y }; }",
            thing,
        )
        assert found, f"{thing} has no spot on the chart"
        return Position(x=found["x"], y=found["y"])

    return spot


@pytest.fixture
def harbour() -> Timeline:
    """Nine events with everything that a chronicle has."""
    return harbour_timeline()


@pytest.fixture(scope="package")
def crowd() -> Timeline:
    """Two thousand events in two years, at a dozen places, some vague and some undated; not to be changed."""
    return crowded(2000)


def crowded(count: int) -> Timeline:
    dice = random.Random(7)  # noqa: S311  # the same crowd each time
    timeline = Timeline(title="Une foule", language="fr")
    for place in range(12):
        timeline.add_node(f"place/{place}", kind="place", label=f"Lieu {place}", place_kind="city", latitude=None)
    for actor in range(40):
        timeline.add_node(f"actor/{actor}", kind="actor", label=f"acteur {actor}", actor_kind="person")
    articles = [_article(number) for number in range(count // 10)]
    for number in range(count):
        event = f"event/{number:04}"
        group = dice.choice(["Conflict", "Politics", "Movement", "Justice"])
        timeline.add_node(
            event, kind="event", label=f"{dice.choice(WORDS)} {dice.choice(WORDS)} {number}", type=f"{group}/any",
            type_label=group.lower(), group=group, group_label=group, status=dice.choice(list(MARKS)),
            granularity="day", basis="stated", confidence=round(dice.random(), 2), salience=round(dice.random(), 3),
            mentions=1, sources=1, disputes=(), evidence=(articles[number // 10],), **_some_time(dice),
        )  # fmt: skip
        # A few places have most of the events.
        timeline.add_edge(event, f"place/{int(12 * dice.random() ** 2)}", kind="place")
        timeline.add_edge(event, f"actor/{int(40 * dice.random() ** 2)}", kind="participation", role="agent")
        if number and number % 5 == 0:
            timeline.add_edge(event, f"event/{number - 1:04}", kind="before")
    return timeline


def _article(number: int) -> Evidence:
    return Evidence(
        article=f"article/{number}", title=f"Article {number}", date="2024-01-01", url=None, publisher=None,
        sentence=f"Il est arrivé quelque chose, dit l’article {number}.", begin=7, end=13,
    )  # fmt: skip


def _some_time(dice: random.Random) -> dict[str, str]:
    """A day, mostly; a month; an open end; or none at all."""
    begin = date(2022, 1, 1) + timedelta(days=int(730 * dice.random()))
    kind = dice.random()
    last = begin + timedelta(days=30 if kind > 0.9 else 0)
    beginning = {"earliest_begin": f"{begin}T00:00:00", "latest_begin": f"{last}T23:59:59"}
    if kind < 0.02:
        return {"edtf": ""}
    if kind < 0.06:
        return {"edtf": f"{begin}/..", **beginning}
    ending = {"earliest_end": f"{begin}T00:00:00", "latest_end": f"{last}T23:59:59"}
    return {"edtf": f"[{begin}..{last}]" if last > begin else f"{begin}", **beginning, **ending}
