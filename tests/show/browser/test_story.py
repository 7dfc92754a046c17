"""The story: the main events one after another on a card, or those that the reader chose."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Until = Callable[..., None]

STEPS = (
    "clash at the quay",
    "attack on the depot",
    "meeting at the café",
    "departure of the ferry",
    "return of the ferry",
    "meeting in the hills",
)


def headline(page: Page) -> str:
    return page.locator("#story h2").inner_text()


def test_keys_turn_the_pages(harbour: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(harbour, still=True)
    card, step = page.locator("#story"), page.locator(".story-step")
    expect(card).to_be_hidden()
    page.keyboard.press("s")
    expect(card).to_be_visible()
    expect(step).to_have_text("1 / 6")  # the undated event is not told
    expect(card.locator(".story-when")).to_have_text("Friday 1 March 2030")
    expect(card.locator("blockquote")).to_have_text("Dockers clashed with police at the quay.")
    expect(card.locator(".story-source")).to_have_text("Quay in turmoil · The Tide · Saturday 2 March 2030")
    expect(page.locator("#spoken")).to_have_text("1 / 6. Friday 1 March 2030. clash at the quay")
    told = [headline(page)]
    for key in ("ArrowRight", "PageDown", "ArrowRight", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
        told.append(headline(page))
    assert told == list(STEPS)
    expect(page.get_by_role("button", name="Next event")).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("ArrowRight")
    expect(step).to_have_text("6 / 6")
    page.keyboard.press("PageUp")
    assert headline(page) == "return of the ferry"
    expect(card.locator("h2")).to_have_class("story-headline denied")
    page.keyboard.press("Home")
    assert headline(page) == STEPS[0]
    page.keyboard.press("End")
    # Each step is selected, and in sight.
    expect(page.locator("#details h2")).to_have_text("meeting in the hills")
    until(page, "chronotope.chart.scene.spots.has('https://harbour.example/id/event/second')")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.locator("#details h2")).to_have_text("meeting in the hills")  # Escape ended the story and no more


def test_buttons_turn_them_too_and_give_the_focus_back(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, still=True)
    start = page.locator("#story-toggle")
    start.click()
    expect(start).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Next event")).to_be_focused()
    page.get_by_role("button", name="Next event").click()
    assert headline(page) == STEPS[1]
    page.get_by_role("button", name="Previous event").click()
    assert headline(page) == STEPS[0]
    page.get_by_role("button", name="End the story").click()
    expect(page.locator("#story")).to_be_hidden()
    expect(start).to_be_focused()
    expect(start).to_have_attribute("aria-pressed", "false")


def test_a_story_of_chosen_events(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, still=True)
    for event in ("second", "attack"):  # told in the order of time all the same
        page.locator(f"#list [data-id$='event/{event}']").click()
        page.get_by_role("button", name="Add to story").click()
        expect(page.get_by_role("button", name="Remove from story")).to_be_visible()
        page.locator("#details .back").click()
    page.locator("#groups").get_by_role("button", name="Movement").click()  # filters leave the choice alone
    page.locator("#story-toggle").click()
    expect(page.locator(".story-step")).to_have_text("1 / 2")
    assert headline(page) == "attack on the depot"
    page.keyboard.press("ArrowRight")
    assert headline(page) == "meeting in the hills"


def test_the_address_keeps_the_step_and_the_back_button_turns_back(
    harbour: Timeline, open_page: Open, until: Until
) -> None:
    page = open_page(harbour, still=True)
    page.keyboard.press("s")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    until(page, "location.hash.includes('step=3')")
    page.go_back()
    expect(page.locator(".story-step")).to_have_text("2 / 6")
    expect(page.locator("#details h2")).to_have_text("attack on the depot")
    page.reload()
    page.wait_for_selector("html[data-ready='true']")
    expect(page.locator(".story-step")).to_have_text("2 / 6")
    assert headline(page) == "attack on the depot"


def test_filters_narrow_a_story_of_main_events(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, still=True)
    page.keyboard.press("s")
    page.keyboard.press("End")
    page.locator("#groups").get_by_role("button", name="Conflict").click()
    expect(page.locator(".story-step")).to_have_text("2 / 2")
    assert headline(page) == "attack on the depot"
    page.locator("#statuses").get_by_role("button", name="planned").click()
    expect(page.locator("#story h2")).to_have_text("There is no dated event to tell.")


def test_the_ten_main_events_of_a_crowd_come_into_view_smoothly(crowd: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(crowd)
    page.evaluate("chronotope.actions.zoom(0.05)")
    before = page.evaluate("chronotope.store.state.view")
    page.keyboard.press("s")
    expect(page.locator(".story-step")).to_have_text("1 / 10")
    until(
        page,
        """(() => {
            const { selected, view } = chronotope.store.state;
            const { x } = chronotope.data.thing(selected);
            return x > view.begin && x < view.end && chronotope.chart.scene.spots.has(selected);
        })()""",
    )
    after = page.evaluate("chronotope.store.state.view")
    assert abs((after["end"] - after["begin"]) - (before["end"] - before["begin"])) < 1
    least = page.evaluate("[...chronotope.store.state.visible].map(e => e.salience).sort((a, b) => b - a)[9]")
    assert page.evaluate("chronotope.data.thing(chronotope.store.state.selected).salience") >= least
