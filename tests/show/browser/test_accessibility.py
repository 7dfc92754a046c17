"""WCAG 2.2 A and AA, as far as a machine can tell: axe-core, the keyboard, zoom, motion, and forced colours."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Until = Callable[..., None]

AXE: Final = files("axe_playwright_python") / "axe.min.js"
LEVELS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL_RULES: Final = {"type": "tag", "values": LEVELS}
CONTRAST: Final = {"type": "rule", "values": ["color-contrast"]}
"""All that the theme changes."""
MODES: Final = ("time", "actors", "map", "table")
FOCUSABLE: Final = "button, input, select, summary, a[href], [tabindex='0']"

STATES: Final = {
    **{mode: (f"chronotope.actions.setMode('{mode}')", "chronotope.actions.setMode('time')") for mode in MODES},
    "an event": ("chronotope.actions.select('event/attack')", "chronotope.actions.select(null)"),
    "an actor": ("chronotope.actions.select('actor/group')", "chronotope.actions.select(null)"),
    "a place": ("chronotope.actions.select('place/kabul')", "chronotope.actions.select(null)"),
    "filters": ("document.getElementById('facets-toggle').click()", "document.getElementById('facets-toggle').click()"),
    "filtered": (
        "chronotope.actions.filter({query: 'attaque', confidence: 0.2}); chronotope.actions.focus('actor/group', 1)",
        "chronotope.actions.clearFilters(); chronotope.actions.focus(null)",
    ),
    "nothing found": ("chronotope.actions.filter({query: 'zzz'})", "chronotope.actions.clearFilters()"),
    "story": ("chronotope.story.start()", "chronotope.story.close(); chronotope.actions.select(null)"),
    "menu": (
        "document.getElementById('export-toggle').click()",
        "document.getElementById('export-toggle').click()",
    ),
    "help": ("document.getElementById('help').click()", "document.querySelector('dialog[open]').close()"),
}
"""What the page can show, and how it gets there and back."""


@pytest.mark.parametrize("width", [pytest.param(1400, id="wide"), pytest.param(390, id="phone")])
@pytest.mark.parametrize("dark", [pytest.param(False, id="light"), pytest.param(True, id="dark")])
def test_axe_finds_nothing(disputed: Timeline, open_page: Open, width: int, dark: bool) -> None:
    # Without motion no colour is measured half-way.
    page = open_page(disputed, width=width, dark=dark, still=True)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = {}
    for state, (enter, leave) in STATES.items():
        page.evaluate(f"() => {{ {enter}; }}")
        settle(page)
        found[state] = violations(page, CONTRAST if dark else ALL_RULES)
        page.evaluate(f"() => {{ {leave}; }}")
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def violations(page: Page, rules: Mapping[str, object]) -> list[str]:
    """Each with where it is and what axe says of it."""
    told: list[str] = page.evaluate(
        """async rules => {
            const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
            return violations.flatMap(({ id, nodes }) =>
                nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} (${failureSummary})`));
        }""",
        rules,
    )
    return told


def settle(page: Page) -> None:
    """Counts and drawings come with the next frame, evidence when it is unpacked."""
    page.evaluate(
        "async () => { await chronotope.data.texts();"
        " for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame); }"
    )


def test_tab_comes_to_everything_and_shows_where_it_is(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline, still=True)
    for state in ("time", "actors", "map", "table", "an event", "filters", "story"):
        enter, leave = STATES[state]
        page.evaluate(f"() => {{ {enter}; }}")
        settle(page)
        awaited = number_stops(page)
        # Day, month, year and calendar of a date are stops of their own.
        within = 3 * page.locator("input[type=date]:visible").count()
        stops = [stop(page) for _ in range(awaited + within + 1)]
        assert {name for name, _ in stops if name is not None} == {str(number) for number in range(awaited)}, state
        assert [name for name, outlined in stops if name is not None and not outlined] == [], state
        page.evaluate(f"() => {{ {leave}; }}")


def number_stops(page: Page) -> int:
    """Give a number to whatever Tab must come to; afterwards nothing has the focus."""
    count: int = page.evaluate(
        """selector => {
            for (const each of document.querySelectorAll("[data-stop]")) delete each.dataset.stop;
            const stops = [...document.querySelectorAll(selector)].filter((each) =>
                each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true }));
            stops.forEach((each, number) => { each.dataset.stop = String(number); });
            document.activeElement.blur();
            document.body.tabIndex = -1;
            document.body.focus();
            document.body.removeAttribute("tabindex");
            return stops.length;
        }""",
        FOCUSABLE,
    )
    return count


def stop(page: Page) -> tuple[str | None, bool]:
    """Where the next Tab leads, and whether one sees it."""
    page.keyboard.press("Tab")
    number, outlined = page.evaluate(
        """() => {
            const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
            const number = document.activeElement.dataset.stop ?? null;
            return [number, outlineStyle !== "none" && parseFloat(outlineWidth) >= 2];
        }"""
    )
    return number, outlined


def test_the_chart_is_told_to_those_who_do_not_see_it(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    assert page.locator("html").get_attribute("lang") == "fr"
    chart = page.get_by_role("application")
    expect(chart).to_have_accessible_name(re.compile("^Frise"))
    chart.focus()
    page.keyboard.press("ArrowRight")
    said = page.locator("#spoken")
    expect(said).to_contain_text("2021")
    first = said.inner_text()
    page.keyboard.press("ArrowRight")
    expect(said).not_to_have_text(first)
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_be_visible()


def test_each_drawing_stands_beside_a_list(timeline: Timeline, open_page: Open) -> None:
    """What a canvas shows is there as buttons or rows too."""
    page = open_page(timeline)
    assert page.locator("#list .events button").count() == 6
    page.evaluate("chronotope.actions.setMode('actors')")
    actors = page.locator(".actors-list button")
    expect(actors).to_have_count(3)
    expect(actors.filter(has_text="sept assaillants")).to_have_count(1)
    page.evaluate("chronotope.actions.setMode('map')")
    expect(page.locator(".map-places button")).to_contain_text(["Kaboul"])
    page.evaluate("chronotope.actions.setMode('table')")
    table = page.get_by_role("table")
    expect(table.get_by_role("row")).to_have_count(7)
    expect(table.get_by_role("columnheader")).to_have_count(8)


def test_who_wants_no_motion_sees_none(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline, still=True)
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((each) => {
            const { transitionDuration, animationName } = getComputedStyle(each);
            return transitionDuration !== "0s" || animationName !== "none";
        }).map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert moving == []
    page.evaluate("chronotope.actions.zoom(0.2)")
    page.evaluate("chronotope.story.start()")
    arrived = page.evaluate("chronotope.store.state.view")
    page.wait_for_timeout(400)
    assert page.evaluate("chronotope.store.state.view") == arrived


@pytest.mark.parametrize(
    ("width", "height"),
    [pytest.param(700, 430, id="200 %"), pytest.param(320, 640, id="as narrow as 400 % gets")],
)
def test_zoomed_in_the_page_scrolls_one_way_only(disputed: Timeline, open_page: Open, width: int, height: int) -> None:
    page = open_page(disputed, width=width, height=height, still=True)
    for state, (enter, leave) in STATES.items():
        page.evaluate(f"() => {{ {enter}; }}")
        settle(page)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, state
        if state in MODES:
            box = page.locator(f"#{state}-view").bounding_box()
            assert box is not None
            assert box["height"] >= 180, state
        page.evaluate(f"() => {{ {leave}; }}")


def test_forced_colours_hide_nothing(timeline: Timeline, open_page: Open, until: Until) -> None:
    """Where the reader's system sets all colours, backgrounds say nothing: shapes and borders do."""
    page = open_page(timeline, still=True)
    page.emulate_media(forced_colors="active")
    chip = page.locator("#statuses .chip").first
    pressed = "document.querySelector('#statuses .chip').matches('[aria-pressed=true]')"
    before = outline(page)
    chip.click()
    until(page, pressed)
    page.evaluate("document.activeElement.blur()")
    assert before == "none"
    assert outline(page) == "solid"
    invisible = page.evaluate(
        """() => [...document.querySelectorAll(".mark > *")].filter((shape) => {
            const ground = getComputedStyle(shape.closest("button, label, li, td")).backgroundColor;
            return getComputedStyle(shape).stroke === ground;
        }).length"""
    )
    assert invisible == 0
    handles = page.evaluate(
        """() => [".brush.begin", ".brush.end"].map((name) => {
            const { backgroundColor } = getComputedStyle(document.querySelector(name), "::after");
            return backgroundColor === getComputedStyle(document.body).backgroundColor;
        })"""
    )
    assert handles == [False, False]


def outline(page: Page) -> str:
    style: str = page.evaluate("getComputedStyle(document.querySelector('#statuses .chip')).outlineStyle")
    return style
