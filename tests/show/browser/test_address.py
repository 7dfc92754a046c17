"""The page's address: it keeps what a reader has chosen, goes back and forth with the browser, and can be passed on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Until = Callable[..., None]


def fragment(page: Page) -> list[str]:
    """What stands behind "#", part by part; the step is written once the script that made it has ended."""
    page.evaluate("() => new Promise(done => setTimeout(done, 20))")
    return [part for part in page.url.partition("#")[2].split("&") if part]


def test_what_is_chosen_stands_in_the_address(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    assert fragment(page) == []
    page.locator("#lanes").select_option("actor")
    assert fragment(page) == ["lanes=actor"]
    page.locator("#statuses").get_by_role("button", name="happened").click()
    page.locator("#groups").get_by_role("button", name="Conflict").click()
    page.locator("#list [data-id$='event/clash']").click()
    assert fragment(page) == ["lanes=actor", "status=actual", "type=group:Conflict", "selected=event/clash"]
    page.get_by_role("button", name="Table", exact=True).click()
    page.keyboard.press("/")
    page.keyboard.type("café & co")
    # What is found is in the list, so nothing is selected any more.
    assert fragment(page) == [
        "mode=table", "lanes=actor", "q=caf%C3%A9%20%26%20co", "status=actual", "type=group:Conflict",
    ]  # fmt: skip


def test_back_and_forth(harbour: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(harbour)
    page.locator("#list [data-id$='event/clash']").click()
    page.get_by_role("button", name="Actors", exact=True).click()
    page.evaluate("chronotope.actions.focus('https://harbour.example/id/actor/lorne', 2)")
    assert fragment(page) == ["mode=actors", "focus=actor/lorne", "steps=2", "selected=event/clash"]
    page.go_back()
    until(page, "chronotope.store.state.focus === null")
    expect(page.locator("#active")).to_be_hidden()
    page.go_back()
    expect(page.locator("#time-view")).to_be_visible()
    expect(page.locator("#details h2")).to_have_text("clash at the quay")
    page.go_back()
    expect(page.locator("#list")).to_be_visible()
    assert fragment(page) == []
    for _ in range(3):
        page.go_forward()
    until(page, "chronotope.store.state.focus?.degree === 2")
    expect(page.locator("#actors-view")).to_be_visible()
    expect(page.locator("#count")).to_have_text("3 of 9 events")


def test_typing_is_one_step_and_a_view_none(harbour: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(harbour)
    before = page.evaluate("history.length")
    page.keyboard.press("/")
    page.keyboard.type("ferry")
    assert fragment(page) == ["q=ferry"]
    assert page.evaluate("history.length") == before + 1
    page.locator("#zoom-in").click()
    until(page, "location.hash.includes('view=')")
    assert page.evaluate("history.length") == before + 1
    view = page.evaluate("chronotope.store.state.view")
    page.reload()
    page.wait_for_selector("html[data-ready='true']")
    restored = page.evaluate("chronotope.store.state.view")
    assert abs(restored["begin"] - view["begin"]) <= 60
    assert abs(restored["end"] - view["end"]) <= 60
    expect(page.locator("#search")).to_have_value("ferry")
    expect(page.locator("#count")).to_contain_text("2 of 9 events")


def test_a_whole_state_is_read_before_the_first_drawing(harbour: Timeline, open_page: Open) -> None:
    page = open_page(
        harbour,
        fragment="lanes=type&status=actual,planned&type=Meeting&place=place/land&source=The%20Tide&confidence=70"
        "&selected=event/second&view=2030-03-04T00:00/2030-03-14T00:00&story=event/second,event/clash&step=2",
    )
    state = page.evaluate(
        """() => {
            const { lanes, filters, visible, selected, story, view } = chronotope.store.state;
            const labels = visible.map(event => event.label);
            return { lanes, confidence: filters.confidence, visible: labels, selected, story, view };
        }"""
    )
    assert state["lanes"] == "type"
    assert state["confidence"] == 0.7
    assert state["visible"] == ["meeting at the café", "meeting in the hills"]
    assert state["selected"] == "https://harbour.example/id/event/second"
    assert state["story"] == {
        "ids": [f"https://harbour.example/id/event/{name}" for name in ("second", "clash")],
        "at": 1,
    }
    assert state["view"]["end"] - state["view"]["begin"] == 10 * 86400
    expect(page.locator("#lanes")).to_have_value("type")
    expect(page.locator("#story h2")).to_have_text("meeting in the hills")
    expect(page.locator("#details h2")).to_have_text("meeting in the hills")
    assert page.locator("#active .chip .name").all_inner_texts() == [
        "Meeting",
        "Westland",
        "The Tide",
        "Confidence from 70%",
    ]


def test_stale_and_hostile_addresses_do_no_harm(harbour: Timeline, open_page: Open, until: Until) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    first = (
        f"q={hostile}&type=__proto__,constructor&actor=actor/nobody,event/clash&place=%&selected=event/gone&mode=evil"
    )
    page = open_page(harbour, fragment=first)
    expect(page.locator("#search")).to_have_value(hostile)
    filters = page.evaluate(
        "Object.values(chronotope.store.state.filters).flatMap(value => value instanceof Set ? [...value] : [])"
    )
    assert filters == []
    assert page.evaluate("chronotope.store.state.mode") == "time"
    assert page.evaluate("chronotope.store.state.selected") is None
    for stale in (
        "view=9999-99-99T00:00/x&lanes=__proto__&step=99999999999&story=,,,",
        "view=1000-01-01T00:00/1000-01-02T00:00&confidence=-5&focus=%E0%A4%A",
        "&&==&#&=x&selected=%00&confidence=1e9&steps=7&focus=event/gone",
        "javascript:alert(1)",
    ):
        page.evaluate("fragment => { location.hash = fragment; }", stale)
        until(page, f"chronotope.store.state.filters.query === '' && location.hash.length >= {len(stale)}")
        state = page.evaluate(
            "(({view, whole, focus, story}) => ({view, whole, focus, story}))(chronotope.store.state)"
        )
        assert (state["focus"], state["story"]["ids"]) == (None, [])
        assert state["whole"]["begin"] <= state["view"]["begin"] < state["view"]["end"] <= state["whole"]["end"]
        expect(page.locator("#count")).to_contain_text("of 9 events")
    assert page.locator("img").count() == 0


def test_a_link_to_a_thing_is_copied_and_opens_it(harbour: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(harbour, fragment="mode=table&q=clash&selected=event/clash")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#panel-said")).to_have_text("Copied")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address.partition("#")[2] == "selected=event/clash"
    page.evaluate("address => { location.href = address; }", address)
    expect(page.locator("#time-view")).to_be_visible()
    expect(page.locator("#search")).to_have_value("")
    expect(page.locator("#details h2")).to_have_text("clash at the quay")
    until(page, "chronotope.chart.scene.spots.has('https://harbour.example/id/event/clash')")
