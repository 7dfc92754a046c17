"""The page on a phone: 390 × 844, by touch. Chart first, panel below; nothing sideways, nothing over something else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

WIDTH: Final = 390
HEIGHT: Final = 844
HEAD: Final = 210
"""So high, at most, is what stands above the chart."""

VIEWS: Final = {
    **{mode: f"chronotope.actions.setMode('{mode}')" for mode in ("actors", "map", "table", "time")},
    "event": "chronotope.actions.select('event/attack')",
    "actor": "chronotope.actions.select('actor/group')",
    "filters": "chronotope.actions.select(null); document.getElementById('facets-toggle').click()",
    "story": "document.getElementById('facets-toggle').click(); chronotope.story.start()",
    "menu": "chronotope.story.close(); document.getElementById('export-toggle').click()",
    "help": "document.getElementById('export-toggle').click(); document.getElementById('help').click()",
}
"""One after the other; what was open is closed first."""

# Buttons of one choice share a border.
OVERLAPPING: Final = """() => {
    const parts = ".masthead h1, .masthead button, .masthead input, .legend, .view-tools > *";
    const boxes = [...document.querySelectorAll(parts)]
        .filter((each) => each.checkVisibility())
        .map((each) => [each.id || each.textContent, each.getBoundingClientRect()]);
    const apart = (one, other) => one.right <= other.left + 1.5 || other.right <= one.left + 1.5
        || one.bottom <= other.top + 1.5 || other.bottom <= one.top + 1.5;
    return boxes.flatMap(([name, box], index) =>
        boxes.slice(index + 1).filter(([, other]) => !apart(box, other)).map(([other]) => `${name} / ${other}`));
}"""


@pytest.fixture
def phone(browser: Browser, page_file: Callable[[Timeline], Path], disputed: Timeline) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        is_mobile=True,
        has_touch=True,
        reduced_motion="reduce",
        offline=True,
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(page_file(disputed).as_uri())
    page.wait_for_selector("html[data-ready='true']")
    yield page
    context.close()
    assert complaints == []


def test_the_chart_begins_near_the_top_and_the_panel_lies_below(phone: Page) -> None:
    chart, panel = box(phone, ".stage"), box(phone, "#panel")
    assert chart["y"] <= HEAD
    assert chart["y"] + chart["height"] <= HEIGHT
    assert chart["width"] == WIDTH
    assert panel["y"] >= chart["y"] + chart["height"]
    assert phone.evaluate(OVERLAPPING) == []
    for shown in ("#search", "#facets-toggle", "#story-toggle", "#export-toggle", "#help", "#theme", "#lanes", "#fit"):
        each = box(phone, shown)
        assert each["x"] >= 0, shown
        assert each["x"] + each["width"] <= WIDTH, shown
        assert each["height"] >= 28, shown


def test_nothing_lies_sideways(phone: Page) -> None:
    for view, enter in VIEWS.items():
        phone.evaluate(f"() => {{ {enter}; }}")
        phone.wait_for_timeout(60)
        assert phone.evaluate("document.documentElement.scrollWidth") == WIDTH, view
        # A phone would make the page smaller for whatever does not fit.
        assert phone.evaluate("visualViewport.scale") == 1, view


def test_sheets_stay_in_the_window_and_leave_the_chart_in_sight(phone: Page) -> None:
    phone.locator("#facets-toggle").tap()
    drawer = box(phone, "#facets")
    assert drawer["y"] >= box(phone, ".stage")["y"] + 40
    assert drawer["y"] + drawer["height"] == pytest.approx(HEIGHT, abs=1)
    phone.locator("#facets .cross").first.tap()
    expect(phone.locator("#facets")).to_be_hidden()

    phone.locator("#export-toggle").tap()
    menu = box(phone, ".menu-items")
    assert menu["x"] >= 0
    assert menu["x"] + menu["width"] <= WIDTH
    assert menu["y"] >= box(phone, "#export-toggle")["y"] + box(phone, "#export-toggle")["height"]
    phone.locator("#export-toggle").tap()

    phone.locator("#story-toggle").tap()
    card = box(phone, "#story")
    assert card["y"] >= HEIGHT / 2
    assert card["y"] + card["height"] <= HEIGHT
    # What is under the card can be scrolled out from under it.
    phone.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    last = box(phone, "#panel")
    assert last["y"] + last["height"] <= card["y"] + 1


def test_two_fingers_zoom_the_chart_and_not_the_page(phone: Page) -> None:
    chart = box(phone, "#chart")
    x, y = chart["x"] + chart["width"] / 2, chart["y"] + chart["height"] / 2
    before = stretch(phone)
    fingers(phone, [(x - 30, y), (x + 30, y)], [(x - 120, y), (x + 120, y)])
    assert stretch(phone) < before / 2
    assert phone.evaluate("visualViewport.scale") == 1
    assert phone.evaluate("scrollY") == 0


def test_one_finger_moves_time(phone: Page) -> None:
    phone.evaluate("chronotope.actions.zoom(0.3)")
    begin = phone.evaluate("chronotope.store.state.view.begin")
    before = stretch(phone)
    chart = box(phone, "#chart")
    y = chart["y"] + chart["height"] / 2
    fingers(phone, [(300, y)], [(180, y)])
    assert phone.evaluate("chronotope.store.state.view.begin") > begin
    assert stretch(phone) == pytest.approx(before)


def test_a_tap_on_a_mark_brings_its_event_into_sight(phone: Page) -> None:
    spot = phone.evaluate("(({ x, y }) => ({ x, y }))(chronotope.chart.scene.spots.get('event/attack'))")
    phone.locator("#chart").tap(position=spot)
    title = phone.locator("#details h2")
    expect(title).to_have_text("attaque de l’aéroport")
    expect(title).to_be_in_viewport()


def test_rows_of_the_table_are_cards(phone: Page) -> None:
    phone.locator("#modes button").nth(3).tap()
    rows = phone.locator(".events-table tbody tr")
    expect(rows).to_have_count(6)
    for row in rows.all():
        card = row.bounding_box()
        assert card is not None
        assert card["width"] <= WIDTH


def box(page: Page, selector: str) -> Any:
    """Where an element stands in the window."""
    found = page.locator(selector).bounding_box()
    assert found is not None, f"{selector} is not shown"
    return found


def stretch(page: Page) -> float:
    length: float = page.evaluate("chronotope.store.state.view.end - chronotope.store.state.view.begin")
    return length


def fingers(page: Page, begin: list[tuple[float, float]], end: list[tuple[float, float]], steps: int = 6) -> None:
    """Put fingers down, move them evenly, and lift them."""
    session = page.context.new_cdp_session(page)

    def touch(kind: str, share: float) -> None:
        points = [
            {"x": x0 + share * (x1 - x0), "y": y0 + share * (y1 - y0), "id": number}
            for number, ((x0, y0), (x1, y1)) in enumerate(zip(begin, end, strict=True))
        ]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [] if kind == "touchEnd" else points})

    touch("touchStart", 0)
    for step in range(1, steps + 1):
        touch("touchMove", step / steps)
    touch("touchEnd", 1)
    # The chart draws, and takes its new state, with the next frame.
    page.evaluate("() => new Promise(requestAnimationFrame)")
    session.detach()
