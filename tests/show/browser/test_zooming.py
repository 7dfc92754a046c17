"""Moving through time: wheel, drag, buttons; ticks follow from centuries to minutes."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any, Final

import pytest
from playwright.sync_api import Page, Position, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
SpotOf = Callable[[Page, str], Position]
Until = Callable[..., None]

MINUTE: Final = 60
DAY: Final = 24 * 60 * MINUTE
YEAR: Final = 365.25 * DAY

VIEW: Final = "chronotope.store.state.view"
TIME_AT: Final = """x => {
  const { plot } = chronotope.chart.scene.frame;
  const { begin, end } = chronotope.store.state.view;
  return begin + (x - plot.left) / (plot.right - plot.left) * (end - begin);
}"""


def view_of(page: Page) -> tuple[float, float]:
    view = page.evaluate(VIEW)
    return view["begin"], view["end"]


def stand_on(page: Page, x: float, y: float) -> None:
    """The pointer at a point of the chart."""
    box = page.locator("#chart").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + x, box["y"] + y)


def test_the_wheel_zooms_time_at_the_pointer_and_fit_shows_all(
    timeline: Timeline, open_page: Open, until: Until
) -> None:
    page = open_page(timeline)
    whole = view_of(page)
    for x in (300, 700):
        stand_on(page, x, 300)
        before, there = view_of(page), page.evaluate(TIME_AT, x)
        page.mouse.wheel(0, -120)
        until(page, f"{VIEW}.begin !== {before[0]}")
        after = view_of(page)
        assert after[1] - after[0] < before[1] - before[0]
        assert abs(page.evaluate(TIME_AT, x) - there) < (after[1] - after[0]) / 1000
    page.keyboard.down("Shift")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Shift")
    until(page, f"{VIEW}.begin < {after[0]}")
    assert view_of(page)[1] - view_of(page)[0] == pytest.approx(after[1] - after[0])
    page.locator("#fit").click()
    assert view_of(page) == whole
    stand_on(page, 500, 300)
    page.mouse.wheel(0, 500)
    page.wait_for_timeout(60)
    assert view_of(page) == pytest.approx(whole)
    page.mouse.dblclick(*middle_of(page))
    until(page, f"{VIEW}.end - {VIEW}.begin < {0.5 * (whole[1] - whole[0])}")


def middle_of(page: Page) -> tuple[float, float]:
    box = page.locator("#chart").bounding_box()
    assert box is not None
    return box["x"] + 520, box["y"] + box["height"] - 60


def test_a_drag_moves_time_as_far_as_the_hand(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline, still=True)
    page.locator("#zoom-in").click()
    page.locator("#zoom-in").click()
    stand_on(page, 700, 420)
    there = page.evaluate(TIME_AT, 700)
    selected = page.evaluate("chronotope.store.state.selected")
    page.mouse.down()
    stand_on(page, 550, 420)
    assert page.evaluate(TIME_AT, 550) == pytest.approx(there)
    page.mouse.up()
    # Whoever asks for less motion gets none.
    begin, end = view_of(page)
    page.wait_for_timeout(300)
    assert view_of(page) == (begin, end)
    assert page.evaluate("chronotope.store.state.selected") == selected
    # Nobody gets lost beyond all time.
    page.evaluate("chronotope.actions.pan(50)")
    assert page.evaluate(f"{VIEW}.end") == pytest.approx(page.evaluate("chronotope.store.state.whole.end"))


def test_a_throw_glides_on_and_stops(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    for _ in range(4):
        page.locator("#zoom-in").click()
    # Time stands still between our steps, so that a busy machine throws as far as an idle one.
    page.clock.install()
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 5)
    stand_on(page, 700, 420)
    page.mouse.down()
    for x in (680, 660, 640):
        stand_on(page, x, 420)
    page.mouse.up()
    let_go = view_of(page)
    begins = [let_go[0]]
    for _ in range(5):
        page.clock.run_for(100)
        begins.append(view_of(page)[0])
    steps = [later - earlier for earlier, later in pairwise(begins)]
    assert all(step > 0 for step in steps)
    assert steps == sorted(steps, reverse=True)
    page.clock.run_for(3000)
    at_rest = view_of(page)
    page.clock.run_for(1000)
    assert view_of(page) == at_rest
    # A touch stops it at once.
    page.mouse.down()
    for x in (660, 680, 700):
        stand_on(page, x, 420)
    page.mouse.up()
    page.mouse.down()
    stopped = view_of(page)
    page.clock.run_for(500)
    assert view_of(page) == stopped
    page.mouse.up()


@pytest.fixture
def long_ago(timeline: Timeline) -> Timeline:
    """The same, and the founding of the town, 900 years before."""
    timeline.add_node(
        "event/founding",
        **{
            **timeline.nodes["event/attack"],
            "label": "fondation",
            "edtf": "1121",
            "earliest_begin": "1121-01-01T00:00:00",
            "latest_begin": "1121-12-31T23:59:59",
            "earliest_end": "1121-01-01T00:00:00",
            "latest_end": "1121-12-31T23:59:59",
        },
    )
    return timeline


def ticks_over(page: Page, seconds: float) -> list[dict[str, Any]]:  # JSON of a tick
    """The ticks when so much time around the attack is on show."""
    page.evaluate(
        """seconds => {
            const { x } = chronotope.data.thing("event/attack");
            chronotope.actions.show({ begin: x - seconds / 2, end: x + seconds / 2 });
            chronotope.chart.draw();
        }""",
        seconds,
    )
    ticks: list[dict[str, Any]] = page.evaluate("chronotope.chart.scene.ticks")
    return ticks


def test_ticks_follow_from_centuries_to_minutes(long_ago: Timeline, open_page: Open) -> None:
    page = open_page(long_ago)
    for seconds, written in [
        (2 * MINUTE, r"\d\d:\d\d"),
        (60 * MINUTE, r"\d\d:\d\d"),
        (DAY, r"\d\d:00"),
        (9 * DAY, r"\d+ août"),
        (60 * DAY, r"\d+ (juil\.|août|sept\.)"),
        (YEAR, r"\w+\.?"),
        (12 * YEAR, r"20[12]\d"),
        (90 * YEAR, r"(19|20)\d0"),
        (900 * YEAR, r"\d\d00"),
    ]:
        ticks = ticks_over(page, seconds)
        assert 1 <= len(ticks) <= 14, seconds
        assert all(re.fullmatch(written, tick["text"]) for tick in ticks), (seconds, ticks)
        assert len({tick["text"] for tick in ticks}) == len(ticks) or seconds == YEAR
        gaps = [after["x"] - before["x"] for before, after in pairwise(ticks)]
        assert all(gap > 65 for gap in gaps), (seconds, gaps)
    # The day or year around the ticks stands once, where it begins.
    arounds = [tick["around"] for tick in ticks_over(page, 2 * DAY) if tick["around"]]
    assert arounds == sorted(set(arounds), key=arounds.index)
    assert "26 août 2021" in arounds


def test_zooming_in_ends_at_two_minutes_and_out_at_all_time(long_ago: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(long_ago)
    whole = page.evaluate("chronotope.store.state.whole")
    page.evaluate("chronotope.actions.fit()")
    stand_on(page, 600, 400)
    for _ in range(60):
        page.mouse.wheel(0, -240)
    until(page, f"Math.round({VIEW}.end - {VIEW}.begin) === 120")
    texts = page.evaluate("chronotope.chart.draw(), chronotope.chart.scene.ticks.map(tick => tick.text)")
    assert texts
    assert all(re.fullmatch(r"\d\d:\d\d", text) for text in texts)
    for _ in range(60):
        page.locator("#chart").press("-")
    assert page.evaluate(VIEW) == pytest.approx(whole)


def test_buttons_lead_to_what_lies_before_and_after(timeline: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(timeline)
    expect(page.locator("#earlier")).to_be_hidden()
    expect(page.locator("#later")).to_be_hidden()
    page.evaluate(
        "(({ begin }) => chronotope.actions.show({ begin: begin - 3600, end: begin + 3600 }))"
        "(chronotope.data.thing('event/threat'))"
    )
    expect(page.locator("#earlier")).to_have_text("‹ 2 avant")
    expect(page.locator("#later")).to_have_text("2 après ›")
    page.locator("#later").click()
    until(page, "chronotope.chart.scene.spots.has('event/talks')")
    expect(page.locator("#later")).to_have_text("1 après ›")
    page.locator("#earlier").click()
    until(page, "chronotope.chart.scene.spots.has('event/threat')")
