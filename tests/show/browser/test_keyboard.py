"""The chart by keyboard alone, and what a screen reader hears of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Until = Callable[..., None]

VIEW = "chronotope.store.state.view"
LENGTH = f"{VIEW}.end - {VIEW}.begin"


def test_arrows_step_through_the_chart(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    chart, spoken = page.locator("#chart"), page.locator("#spoken")
    chart.press("ArrowRight")
    expect(spoken).to_contain_text("vol d’évacuation, août 2021, prévu")
    assert page.evaluate("chronotope.store.state.selected") is None
    chart.press("ArrowDown")
    expect(spoken).to_contain_text("attaque de l’aéroport")
    chart.press("ArrowLeft")
    expect(spoken).to_contain_text("vol d’évacuation")
    # There is nothing before the first; the last has no date.
    chart.press("ArrowUp")
    expect(spoken).to_contain_text("vol d’évacuation")
    for _ in range(7):
        chart.press("ArrowRight")
    expect(spoken).to_have_text("frappe, Sans date, possible")
    for _ in range(4):
        chart.press("ArrowLeft")
    chart.press("Enter")
    expect(page.locator("#details h2")).to_have_text("attaque de l’aéroport")
    # Whoever steps through the chart goes on from there.
    expect(chart).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(spoken).to_contain_text("menace")
    page.keyboard.press("Escape")
    expect(page.locator("#details")).to_be_hidden()


def test_what_the_arrows_reach_comes_into_sight(timeline: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(timeline)
    chart = page.locator("#chart")
    for _ in range(8):
        chart.press("+")
    for _ in range(5):
        chart.press("ArrowRight")
        until(page, "chronotope.chart.scene.spots.has(chronotope.store.state.cursor)")
    # Without the keyboard's place there is no ring any more.
    page.locator("#search").focus()
    assert page.evaluate("chronotope.store.state.cursor") is None


def test_keys_zoom_and_move_time(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    chart = page.locator("#chart")
    whole, length = page.evaluate(VIEW), page.evaluate(LENGTH)
    chart.press("+")
    assert page.evaluate(LENGTH) == pytest.approx(0.7 * length)
    chart.press("=")
    assert page.evaluate(LENGTH) == pytest.approx(0.49 * length)
    begin = page.evaluate(f"{VIEW}.begin")
    chart.press("PageDown")
    assert page.evaluate(f"{VIEW}.begin") > begin
    chart.press("PageUp")
    chart.press("PageUp")
    assert page.evaluate(f"{VIEW}.begin") < begin
    chart.press("-")
    assert page.evaluate(LENGTH) == pytest.approx(0.7 * length)
    chart.press("0")
    assert page.evaluate(VIEW) == whole
    # Keys of the browser stay the browser's.
    chart.press("Control+ArrowRight")
    assert page.evaluate("chronotope.store.state.cursor") is None


def test_e_shows_what_is_around_an_event_step_by_step(timeline: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(timeline)
    chart = page.locator("#chart")
    chart.press("e")
    assert page.evaluate("chronotope.store.state.focus") is None
    for _ in range(2):
        chart.press("ArrowRight")
    chart.press("e")
    assert page.evaluate("chronotope.store.state.focus") == {"id": "event/attack", "degree": 1}
    expect(page.locator("#count")).to_have_text("3 événements sur 6")
    until(page, "chronotope.chart.scene.placed.length === 3")
    for _ in range(4):
        chart.press("E")
    assert page.evaluate("chronotope.store.state.focus.degree") == 3
    chart.press("Escape")
    expect(page.locator("#count")).to_have_text("6 événements sur 6")


def test_keyboard_alone_is_enough_in_the_list(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    page.locator("#list ol button").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_be_focused()
    shown = page.locator("#details h2").inner_text()
    page.keyboard.press("Escape")
    expect(page.locator("#list button:focus .name")).to_have_text(shown)
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    # What is written there is no command.
    page.keyboard.type("s?e+0")
    expect(page.locator("#search")).to_have_value("s?e+0")
    expect(page.locator("#story")).to_be_hidden()
