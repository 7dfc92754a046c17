"""The window that says which keys there are, and what marks, bars and lines mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from chronotope.show.html.labels import labels_in
from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def test_help_opens_and_closes(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, fragment="selected=event/clash")
    button, window = page.locator("#help"), page.get_by_role("dialog", name="How to read and use this page")
    page.keyboard.press("?")
    expect(window).to_be_visible()
    expect(window.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("s")  # keys of the page do nothing meanwhile
    expect(page.locator("#story")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(window).to_be_hidden()
    expect(page.locator("#details h2")).to_have_text("clash at the quay")  # Escape closed the window and no more
    button.click()
    expect(window).to_be_visible()
    window.get_by_role("button", name="Close").click()
    expect(window).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    page.mouse.click(5, 5)  # beside the window
    expect(window).to_be_hidden()


def test_the_legend_tells_of_what_occurs(harbour: Timeline, timeline: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    page.locator("#help").click()
    sections = page.locator("dialog.help section")
    titles = [title.partition(":")[0] for title in sections.locator("h3").all_inner_texts()]
    assert titles == ["Marks", "Bars", "Lines", "Keys", "Mouse and touch"]
    rows = [text.strip() for text in sections.nth(0).locator("li").all_inner_texts()]
    assert rows == ["happened", "reported", "planned", "possible", "denied"]
    assert sections.nth(0).locator("svg.mark").count() == 5
    kinds = ("participation", "claim", "before", "causes")
    rows = [text.strip() for text in sections.nth(2).locator("li").all_inner_texts()]
    assert rows == [labels_in("en")[f"legend.{kind}"] for kind in kinds]
    assert "PgUp" in sections.nth(3).inner_text()
    timeline.remove_nodes_from([node for node in timeline if node.startswith("event/") and node != "event/talks"])
    page = open_page(timeline)
    page.locator("#help").click()
    expect(page.locator("dialog.help h2")).to_have_text("Lire et utiliser cette page")
    sections = page.locator("dialog.help section")
    expect(sections.first.locator("li")).to_have_text("démenti")
    expect(page.locator("dialog.help")).not_to_contain_text("Lignes")
    expect(page.locator("dialog.help")).to_contain_text("Échap")
