"""All of time below the chart, with a brush on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def shares_of(page: Page) -> tuple[float, float]:
    """Where the view begins and ends, as shares of all time."""
    begin, end = page.evaluate(
        """(({ view, whole }) => [view.begin, view.end].map(time => (time - whole.begin) / (whole.end - whole.begin)))(
            chronotope.store.state)"""
    )
    return begin, end


def drag(page: Page, handle: Locator, by: float) -> None:
    box = handle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by / 2, y)
    page.mouse.move(x + by, y)
    page.mouse.up()


def test_the_brush_is_dragged_at_its_ends_and_its_middle(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    page.evaluate("chronotope.actions.fit()")
    width = page.evaluate("document.getElementById('overview').clientWidth")
    begin, middle, end = (page.locator(f"#overview .{part}") for part in ("begin", "middle", "end"))
    drag(page, begin, 0.3 * width)
    left, right = shares_of(page)
    assert (left, right) == pytest.approx((0.3, 1), abs=0.03)
    drag(page, end, -0.3 * width)
    left, right = shares_of(page)
    assert (left, right) == pytest.approx((0.3, 0.7), abs=0.03)
    drag(page, middle, 0.1 * width)
    assert shares_of(page) == pytest.approx((left + 0.1, right + 0.1), abs=0.02)
    length = right - left
    # The middle goes no further than all time, and loses nothing of its length.
    drag(page, middle, 0.6 * width)
    assert shares_of(page) == pytest.approx((1 - length, 1))
    # An end stops before the other.
    drag(page, end, -0.9 * width)
    left, right = shares_of(page)
    assert 0 < right - left < 0.01
    # Even so there is something to take hold of.
    box = middle.bounding_box()
    assert box is not None
    assert box["width"] >= 14


def test_a_new_brush_is_drawn_beside_the_old_and_a_click_moves_it(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    page.evaluate(
        """(({ begin, end }) => {
            const length = end - begin;
            chronotope.actions.show({ begin: begin + 0.8 * length, end: begin + 0.9 * length });
        })(chronotope.store.state.whole)"""
    )
    box = page.locator("#overview").bounding_box()
    assert box is not None
    y = box["y"] + 20
    page.mouse.click(box["x"] + 0.3 * box["width"], y)
    left, right = shares_of(page)
    assert (left + right) / 2 == pytest.approx(0.3, abs=0.03)
    assert right - left == pytest.approx(0.1)
    page.mouse.move(box["x"] + 0.75 * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.65 * box["width"], y)
    page.mouse.move(box["x"] + 0.55 * box["width"], y)
    page.mouse.up()
    assert shares_of(page) == pytest.approx((0.55, 0.75), abs=0.03)
    page.mouse.dblclick(box["x"] + 0.1 * box["width"], y)
    assert shares_of(page) == (0, 1)


def test_its_parts_are_sliders_for_the_keyboard(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    page.evaluate("chronotope.actions.fit()")
    sliders = page.locator("#overview").get_by_role("slider")
    assert sliders.count() == 3
    begin, middle = page.locator("#overview .begin"), page.locator("#overview .middle")
    names = sliders.evaluate_all("parts => parts.map(part => part.getAttribute('aria-label'))")
    assert len(set(names)) == 3
    assert all(names)
    begin.focus()
    for _ in range(3):
        page.keyboard.press("PageUp")
    assert shares_of(page) == pytest.approx((0.3, 1))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert shares_of(page)[0] == pytest.approx(0.29)
    assert begin.get_attribute("aria-valuenow") == "29"
    # The first day on show, in words.
    assert begin.get_attribute("aria-valuetext") == page.evaluate(
        """new Intl.DateTimeFormat("fr", { dateStyle: "long", timeZone: "UTC" })
            .format(new Date(1000 * chronotope.store.state.view.begin))"""
    )
    assert (middle.get_attribute("aria-valuetext") or "").startswith(f"{begin.get_attribute('aria-valuetext')} – ")
    middle.focus()
    page.keyboard.press("Home")
    assert shares_of(page) == pytest.approx((0, 0.71))
    page.keyboard.press("Shift+ArrowRight")
    assert shares_of(page) == pytest.approx((0.1, 0.81))
    begin.focus()
    page.keyboard.press("Home")
    assert shares_of(page)[0] == 0
