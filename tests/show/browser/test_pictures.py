"""Pictures of the page, kept in out/pictures for whoever wants to look: not blank, and nothing cut off."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from playwright.sync_api import Page

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

FOLDER: Final = Path(__file__).parents[3] / "out" / "pictures"
FEWEST_COLOURS: Final = 40
"""Letters alone give some twenty shades of grey."""


class Picture(NamedTuple):
    name: str
    width: int = 1400
    dark: bool = False
    enter: str = ""


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(Picture("light", enter="chronotope.actions.select('event/attack')"), id="light"),
        pytest.param(Picture("dark", dark=True, enter="chronotope.actions.select('event/attack')"), id="dark"),
        pytest.param(Picture("phone", width=390), id="phone"),
        pytest.param(Picture("map", enter="chronotope.actions.setMode('map')"), id="map"),
        pytest.param(Picture("table", dark=True, enter="chronotope.actions.setMode('table')"), id="table"),
    ],
)
def test_few_events(disputed: Timeline, open_page: Open, picture: Picture) -> None:
    check(open_page(disputed, width=picture.width, dark=picture.dark, still=True), picture)


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(Picture("dense"), id="dense"),
        pytest.param(
            Picture("dense-dark", dark=True, enter="chronotope.actions.setLanes('actor')"), id="dense and dark"
        ),
        pytest.param(Picture("dense-phone", width=390), id="dense on a phone"),
        pytest.param(Picture("actors", enter="chronotope.actions.setMode('actors')"), id="actors"),
    ],
)
def test_thousands_of_events(crowd: Timeline, open_page: Open, picture: Picture) -> None:
    check(open_page(crowd, width=picture.width, dark=picture.dark, still=True), picture)


def check(page: Page, picture: Picture) -> None:
    page.evaluate(f"() => {{ {picture.enter}; }}")
    page.evaluate("() => chronotope.data.texts()")
    page.wait_for_timeout(300)
    FOLDER.mkdir(parents=True, exist_ok=True)
    drawn = page.screenshot(path=FOLDER / f"{picture.name}.png")
    assert colours_in(page, drawn) >= FEWEST_COLOURS
    assert cut_off(page) == []
    assert spilling(page) == []


def colours_in(page: Page, picture: bytes) -> int:
    """How many colours a PNG has, as a page of its own counts them: the timeline's may load nothing."""
    counting = page.context.new_page()
    count: int = counting.evaluate(
        """async address => {
            const image = new Image();
            image.src = address;
            await image.decode();
            const { width, height } = image;
            const context = new OffscreenCanvas(width, height).getContext("2d");
            context.drawImage(image, 0, 0);
            const { data } = context.getImageData(0, 0, width, height);
            return new Set(new Uint32Array(data.buffer)).size;
        }""",
        f"data:image/png;base64,{base64.b64encode(picture).decode()}",
    )
    counting.close()
    return count


def cut_off(page: Page) -> list[str]:
    """Controls that are not, or not wholly, in the window: what lies below it on a phone, and what scrolls, aside."""
    names: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(".masthead *, .filters *, .overview, .stage")]
            .filter((each) => each.checkVisibility() && !(innerWidth < 761 && each.closest(".legend")))
            .filter((each) => {
                const { left, right, top, bottom, width } = each.getBoundingClientRect();
                return width && (left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5);
            })
            .map((each) => each.outerHTML.slice(0, 90))"""
    )
    return names


def spilling(page: Page) -> list[str]:
    """Buttons whose words are wider than themselves, lists for ears aside, and names that leave the chart."""
    names: list[str] = page.evaluate(
        """() => {
            const isCut = (each) =>
                each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX === "visible";
            const buttons = [...document.querySelectorAll("button")]
                .filter((each) => each.checkVisibility() && !each.closest(".actors-list") && isCut(each));
            const { frame, names } = chronotope.chart.scene;
            const beyond = chronotope.store.state.mode === "time"
                ? names.filter(({ x, width }) => x < 0 || x + width > frame.width)
                : [];
            return [...buttons.map((each) => each.textContent), ...beyond.map(({ text }) => text)];
        }"""
    )
    return names
