"""The page on paper: light, complete, and without what one could only press."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

# What a browser tells the page before and after it prints.
BEFORE, AFTER = ("dispatchEvent(new Event('beforeprint'))", "dispatchEvent(new Event('afterprint'))")


def test_all_events_and_what_is_open_are_printed(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, dark=True, fragment="selected=event/attack")
    page.evaluate(BEFORE)
    page.emulate_media(media="print", color_scheme="dark")
    sheet = page.locator(".printed")
    expect(sheet).to_be_visible()
    expect(sheet.locator("canvas")).to_be_visible()
    assert sheet.locator("h2").all_inner_texts() == ["Events", "Undated"]
    assert sheet.locator("li strong").all_inner_texts() == [
        "clash at the quay", "attack on the depot", "meeting at the café", "departure of the ferry",
        "return of the ferry", "meeting in the hills", "march of the dockers",
    ]  # fmt: skip
    expect(sheet.locator("li").nth(1)).to_contain_text("Sunday 3 March 2030")
    expect(sheet.locator("li").nth(1)).to_contain_text("Attack · reported · Marville")
    expect(sheet.locator("li small").nth(1)).to_have_text(
        "Northern Post, Monday 4 March 2030 / Morning Bell, Monday 4 March 2030"
    )
    for hidden in (".tools", ".modes", ".filters", ".stage", "#list", "#details .back", "#details .doings", ".mend"):
        expect(page.locator(hidden).first).to_be_hidden()
    # What is open comes with all its evidence, on a page of its own, and nothing is cut off.
    expect(page.locator("#details blockquote")).to_be_visible()
    style = "getComputedStyle(document.querySelector('{}')).{}"
    assert page.evaluate(style.format("#panel", "breakBefore")) == "page"
    assert page.evaluate(style.format(".printed li", "breakInside")) == "avoid"
    for area in ("html", "body", "main", "#panel", "#panel-body", ".printed"):
        assert page.evaluate(style.format(area, "overflowY")) == "visible", area
    # Paper is white, whatever the theme.
    assert page.evaluate(style.format("body", "color")) == "rgb(23, 26, 33)"
    corner = page.evaluate(
        "[...document.querySelector('.printed canvas').getContext('2d').getImageData(1, 1, 1, 1).data]"
    )
    assert min(corner) > 240
    page.evaluate(AFTER)
    assert page.locator(".printed").count() == 0
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_all_sentences_of_what_is_open_are_printed(harbour: Timeline, open_page: Open) -> None:
    clash = harbour.nodes["https://harbour.example/id/event/clash"]
    (evidence,) = clash["evidence"]
    clash["evidence"] = tuple(
        evidence._replace(article=f"article/{number}", sentence=f"Dockers clashed, says paper {number}.")
        for number in range(30)
    )
    page = open_page(harbour, fragment="selected=event/clash")
    expect(page.locator("#details blockquote")).to_have_count(12)
    page.evaluate(BEFORE)
    expect(page.locator("#details blockquote")).to_have_count(30)


def test_a_sheet_for_a_table_has_no_picture(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, fragment="mode=table&type=Departure")
    page.evaluate(BEFORE)
    assert page.locator(".printed canvas").count() == 0
    assert page.locator(".printed li").count() == 2
    expect(page.locator(".printed")).to_be_hidden()  # on the screen


def test_a_pdf_has_pages_and_two_thousand_events(crowd: Timeline, open_page: Open) -> None:
    page = open_page(crowd)
    page.evaluate(BEFORE)
    assert page.locator(".printed li").count() == 2000
    page.evaluate(AFTER)
    page.evaluate("chronotope.actions.filter({ query: 'sommet 1' })")
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") + pdf.count(b"/Type /Page/") >= 2
