from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def test_draws_every_event(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    assert page.locator("html").get_attribute("data-events") == "6"
    assert page.locator("#chart canvas").count() == 1
    drawn = page.evaluate("chronotope.chart.scene.placed.map(place => place.event.id).sort()")
    assert drawn == sorted(node for node in timeline if timeline.nodes[node]["kind"] == "event")
    expect(page.locator("#count")).to_have_text("6 événements sur 6")
