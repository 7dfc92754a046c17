"""What is shown and what is not: chips, the search, and what lies around a thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def visible(page: Page) -> list[str]:
    ids: list[str] = page.evaluate("chronotope.store.state.visible.map(event => event.id.split('/').at(-1))")
    return sorted(ids)


def test_folded_speech_is_counted_and_unfolds(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    expect(page.locator("#count")).to_have_text("7 of 9 events, 2 speech events folded")
    page.evaluate("chronotope.actions.select('https://harbour.example/id/event/denial')")
    expect(page.locator("#count")).to_have_text("8 of 9 events, 1 speech event folded")
    page.keyboard.press("Escape")
    expect(page.locator("#count")).to_have_text("7 of 9 events, 2 speech events folded")
    page.locator("#count button").click()
    assert len(visible(page)) == 9


def test_nothing_moves_under_the_pointer(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, width=1300)
    places = """['#chart', '#modes', '#groups button:last-child'].map(it => {
        const { left, top } = document.querySelector(it).getBoundingClientRect();
        return [Math.round(left), Math.round(top)];
    })"""
    before = page.evaluate(places)
    page.locator("#groups").get_by_role("button", name="Movement").click()
    expect(page.locator("#count")).to_have_text("2 of 9 events")
    assert page.evaluate(places) == before


def test_active_filters_are_chips_that_can_be_taken_back(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    expect(page.locator("#active")).to_be_hidden()
    page.evaluate(
        """() => {
            const { actions, data } = chronotope;
            actions.filter({
                actors: new Set(["https://harbour.example/id/actor/dockers"]),
                places: new Set(["https://harbour.example/id/place/land"]),
                sources: new Set(["The Tide"]),
                types: new Set(["Meeting", "group:Conflict"]),
            });
        }"""
    )
    assert page.locator("#active .chip .name").all_inner_texts() == ["Meeting", "dockers", "Westland", "The Tide"]
    assert visible(page) == ["clash", "second", "talks"]
    page.locator("#active").get_by_role("button", name="dockers").focus()
    page.keyboard.press("Enter")
    # The keyboard goes on with what took its place.
    expect(page.locator("#active").get_by_role("button", name="Westland")).to_be_focused()
    page.locator("#active .clear").click()
    assert len(visible(page)) == 7
    expect(page.locator("#active")).to_be_hidden()
    expect(page.locator("#groups button").first).to_be_focused()


FOUND = {
    "CAFE": ["march", "second", "talks"],  # without accents and case, in sentences
    "longshoremen": ["clash", "march", "second", "talks"],  # another name of an actor
    "westland attack": ["attack"],  # the country around the place, and a word
    "morning bell": ["attack"],  # a publisher
    "<script>": [],
}


def test_search(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    page.keyboard.press("/")
    for words, found in FOUND.items():
        page.keyboard.insert_text(words)
        expect(page.locator("#count")).to_contain_text(f"{len(found) or 'none'} of 9 events")
        assert visible(page) == found
        assert page.locator("#list ol button").count() == len(found)
        page.keyboard.press("Escape")
        assert len(visible(page)) == 7
        expect(page.locator("#search")).to_have_value("")
    expect(page.locator("#search")).to_be_focused()


def test_around_a_thing(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    page.evaluate("chronotope.actions.select('https://harbour.example/id/event/attack')")
    page.locator("#chart").focus()
    page.keyboard.press("e")
    strip = page.get_by_role("group", name="Around attack on the depot")
    expect(strip).to_be_visible()
    assert visible(page) == ["attack", "clash"]  # an arrow leads from one to the other
    page.keyboard.press("e")
    expect(strip.get_by_role("button", name="Within steps: 2")).to_have_attribute("aria-pressed", "true")
    assert visible(page) == ["attack", "clash", "talks"]
    strip.get_by_role("button", name="Within steps: 1").click()
    assert visible(page) == ["attack", "clash"]
    expect(strip.get_by_role("button", name="Within steps: 1")).to_be_focused()
    strip.get_by_role("button", name="Within steps: 3").click()
    assert visible(page) == ["attack", "clash", "march", "second", "talks"]
    page.locator("#groups").get_by_role("button", name="Politics").click()
    assert visible(page) == ["second", "talks"]
    strip.locator(".cross").click()
    assert page.evaluate("chronotope.store.state.focus") is None
    assert visible(page) == ["second", "talks"]


def test_around_a_place_is_what_happened_there(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, fragment="focus=place/city")
    assert visible(page) == ["attack", "clash", "talks"]
