"""Languages, themes and sizes of the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Until = Callable[..., None]


@pytest.mark.parametrize(
    ("language", "interface", "statuses", "fit", "modes"),
    [
        pytest.param(
            "fr",
            "fr",
            ["avéré", "rapporté", "prévu", "possible", "démenti"],
            "Tout voir",
            ["Frise", "Acteurs", "Carte", "Tableau"],
            id="French",
        ),
        pytest.param(
            "de",
            "en",
            ["happened", "reported", "planned", "possible", "denied"],
            "Fit",
            ["Timeline", "Actors", "Map", "Table"],
            id="a language without words of its own",
        ),
    ],
)
def test_interface_language(
    timeline: Timeline, open_page: Open, language: str, interface: str, statuses: list[str], fit: str, modes: list[str]
) -> None:
    timeline.graph["language"] = language
    page = open_page(timeline)
    assert page.locator("html").get_attribute("lang") == interface
    expect(page.locator("#fit")).to_have_text(fit)
    assert page.locator("#modes button").all_inner_texts() == modes
    names = [text.split("\n")[0].rstrip("0123456789 ") for text in page.locator("#statuses button").all_inner_texts()]
    assert names == statuses
    # No key stands where a word should.
    assert "." not in "".join(page.locator("header button, .filters button").all_inner_texts())


def test_narrow_pages_do_not_scroll_sideways(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("chronotope.chart.scene.placed.length") == 6
    frame = page.evaluate("chronotope.chart.scene.frame")
    assert (frame["gutter"], frame["width"]) == (0, page.evaluate("document.getElementById('chart').clientWidth"))


def test_a_page_that_changes_its_size_is_drawn_anew(timeline: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(timeline)
    for width in (900, 390, 1400):
        page.set_viewport_size({"width": width, "height": 860})
        until(page, "chronotope.chart.scene.frame.width === document.getElementById('chart').clientWidth")
        right = page.evaluate("Math.max(...chronotope.chart.scene.placed.map(({ x }) => x))")
        assert right < page.evaluate("chronotope.chart.scene.frame.width")


def test_light_and_dark(timeline: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(timeline, dark=True)
    html = page.locator("html")
    expect(html).to_have_attribute("data-theme", "dark")
    dark = painted(page)
    page.locator("#theme").click()
    expect(html).to_have_attribute("data-theme", "light")
    until(page, f"chronotope.chart.scene.colours.page !== '{dark['page']}'")
    light = painted(page)
    assert light["text"] != dark["text"]
    for colours in (dark, light):
        # A hollow mark is filled with what it stands on, a full one with its group's colour in any light.
        assert colours["hollow"] == colours["surface"]
        assert colours["full"] == page.evaluate("chronotope.data.colourOf(chronotope.data.thing('event/attack'))")
        assert colours["chip"] == colours["text"]
    # What the reader has chosen stays when the system changes.
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    expect(html).to_have_attribute("data-theme", "light")


def painted(page: Page) -> dict[str, str]:
    """The colours on the chart."""
    colours: dict[str, str] = page.evaluate(
        """(() => {
            const { nodes } = chronotope.chart.network.body;
            return {
                ...chronotope.chart.scene.colours,
                hollow: nodes["event/threat"].options.color.background,
                full: nodes["event/attack"].options.color.background,
                chip: nodes["actor/army"].options.font.color,
            };
        })()"""
    )
    return colours
