"""The list of events beside the chart: by time, or the main ones first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

CLASH, MARCH = "https://harbour.example/id/event/clash", "https://harbour.example/id/event/march"


def test_the_list_by_time_and_by_importance(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    names = page.locator("#list .name")
    assert names.all_inner_texts() == [
        "clash at the quay", "attack on the depot", "meeting at the café", "departure of the ferry",
        "return of the ferry", "meeting in the hills", "march of the dockers",
    ]  # fmt: skip
    expect(page.locator("#list .undated h3")).to_have_text("Undated")
    assert page.locator("#list .undated .name").all_inner_texts() == ["march of the dockers"]
    expect(page.locator("#list .denied")).to_have_text("return of the ferry")
    expect(page.locator("#list button", has_text="attack").locator("small")).to_have_text(
        "Sunday 3 March 2030 · Marville · reported · 2 sources"
    )
    importance = page.get_by_role("button", name="By importance")
    importance.click()
    expect(importance).to_have_attribute("aria-pressed", "true")
    expect(importance).to_be_focused()
    assert names.all_inner_texts() == [
        "clash at the quay", "attack on the depot", "meeting at the café", "meeting in the hills",
        "departure of the ferry", "return of the ferry", "march of the dockers",
    ]  # fmt: skip


def test_what_sources_disagree_about_is_marked(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    marks = page.locator("#list .disputed")
    expect(marks).to_have_count(1)
    expect(page.get_by_role("button", name="attack on the depot").get_by_role("img")).to_have_accessible_name(
        "Sources disagree"
    )
    expect(marks).to_have_attribute("title", "Sources disagree")


def test_a_search_says_why_an_event_is_found(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, fragment="selected=event/clash")
    expect(page.locator("#list")).to_be_hidden()
    page.locator("#search").press_sequentially("cafe")
    expect(page.locator("#list")).to_be_visible()
    expect(page.locator("#details")).to_be_hidden()
    rows = page.locator("#list ol button")
    expect(rows.locator(".name")).to_have_text(["meeting at the café", "meeting in the hills", "march of the dockers"])
    expect(rows.first.locator("mark")).to_have_text("café")  # in its name
    expect(rows.nth(1).locator(".found")).to_have_text("Ada Lorne met the dockers at the café.")
    expect(rows.nth(1).locator(".found mark")).to_have_text("café")
    page.locator("#search").fill("westland")
    expect(rows.first.locator(".found")).to_have_text("Westland")
    page.locator("#search").fill("police quay")
    expect(rows.first.locator(".found mark")).to_have_text(["police", "quay"])
    page.keyboard.press("Escape")
    expect(rows).to_have_count(7)
    expect(page.locator("#list mark")).to_have_count(0)


def test_the_list_by_keyboard(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    page.locator("#list ol button").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    expect(page.locator(f"#list [data-id='{MARCH}']")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_be_focused()
    expect(page.locator("#details h2")).to_have_text("meeting in the hills")
    page.keyboard.press("Escape")
    expect(page.locator("#list button:focus .name")).to_have_text("meeting in the hills")


def test_many_events_begin_with_the_main_ones(crowd: Timeline, open_page: Open) -> None:
    page = open_page(crowd)
    expect(page.locator("#list h3")).to_have_text("Principaux événements")
    assert page.locator("#list .name").count() == 12
    salience = page.evaluate(
        "[...document.querySelectorAll('#list [data-id]')].map(it => chronotope.data.thing(it.dataset.id).salience)"
    )
    assert salience == sorted(salience, reverse=True)
    expect(page.locator("#list .more")).to_have_text("et 1 988 de plus".replace(" 988", "\u202f988"))
    page.locator("#list .more").click()
    assert 100 < page.locator("#list .name").count() < 500  # a portion, and more as one scrolls
    page.evaluate("chronotope.actions.select('actor/0')")
    rows = page.locator(".takes-part ul").first.locator("li")
    assert rows.count() == 12
    page.locator(".takes-part .more").first.click()
    expect(rows.nth(12).locator("button")).to_be_focused()


def test_rows_that_read_alike_are_told_apart(harbour: Timeline, open_page: Open) -> None:
    harbour.add_node("event/twin", **{**harbour.nodes[MARCH], "evidence": harbour.nodes[CLASH]["evidence"]})
    page = open_page(harbour)
    small = page.locator("#list button", has_text="march of the dockers").locator("small").all_inner_texts()
    assert sorted(small) == ["Undated · possible · Quay in turmoil", "Undated · possible · Talks go on"]
