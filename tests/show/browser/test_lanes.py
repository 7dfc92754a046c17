"""Lanes: by what they are made, which events have the rows of each, and what is folded."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Until = Callable[..., None]

LANES: Final = """chronotope.chart.scene.frame.lanes.map(
  ({ label, events }) => [label, events.map(event => event.id.slice("event/".length)).sort()]
)"""

# Marks and names that stand over one another. What was brought out of a strip stands on it and is no part of this.
COLLISIONS: Final = """(() => {
  const { placed, names } = chronotope.chart.scene;
  const boxes = [
    ...placed
      .filter(({ marked, row }) => marked && row >= 0)
      .map(({ event, x, y }) => [x - 12, x + 12, y - 12, y + 12, event.id]),
    ...names.map(({ text, x, y, width }) => [x, x + width, y - 7, y + 7, text]),
  ].sort((one, other) => one[0] - other[0]);
  const found = [];
  boxes.forEach(([left, right, top, bottom, what], index) => {
    for (const other of boxes.slice(index + 1)) {
      if (other[0] >= right) break;
      if (other[2] < bottom && other[3] > top) found.push([what, other[4]]);
    }
  });
  return found;
})()"""

# In the lanes that are wholly in sight: how many events have a row, how many are folded, how many there are.
COUNTED: Final = """(() => {
  const { placed, strips, frame, scroll } = chronotope.chart.scene;
  const { view } = chronotope.store.state;
  const { top, bottom } = frame.plot;
  const seen = strips.filter(({ lane }) => lane.top >= scroll && lane.top + lane.height - scroll <= bottom - top);
  const lanes = new Set(seen.map(({ lane }) => lane.key));
  const isInSight = event => event.x === null || (event.x >= view.begin && event.x <= view.end);
  return [
    placed.filter(({ event, row, lane }) => row >= 0 && lanes.has(lane.key) && isInSight(event)).length,
    seen.reduce((sum, { folded }) => sum + folded, 0),
    seen.reduce((sum, { lane }) => sum + lane.events.filter(isInSight).length, 0),
  ];
})()"""


@pytest.mark.parametrize(
    ("by", "lanes"),
    [
        pytest.param("place", {"Kaboul": ["attack"], "Sans lieu": 5}, id="place"),
        pytest.param("type", {"Conflict": 3, "Politics": ["hostile", "talks"], "Movement": ["flight"]}, id="type"),
        pytest.param("source", {"Agence Sud": 6}, id="source"),
    ],
)
def test_lanes_can_be_chosen(timeline: Timeline, open_page: Open, by: str, lanes: dict[str, list[str] | int]) -> None:
    page = open_page(timeline)
    page.locator("#lanes").select_option(by)
    page.evaluate("chronotope.chart.draw()")
    found = dict(page.evaluate(LANES))
    assert found.keys() == lanes.keys()
    for label, members in lanes.items():
        assert (len(found[label]) if isinstance(members, int) else found[label]) == members
    drawn = page.evaluate("chronotope.chart.scene.placed.length")
    assert drawn == 6


def test_lanes_of_actors_and_articles_may_have_hostile_names(timeline: Timeline, open_page: Open, hostile: str) -> None:
    told = timeline.nodes["event/hostile"]
    told["evidence"] = tuple(item._replace(article="article/9", publisher=hostile) for item in told["evidence"])
    page = open_page(timeline)
    for by, labels in [
        ("actor", {"sept assaillants", "armée de l’air", hostile, "Autres"}),
        ("article", {"article/1", hostile}),
        ("source", {"Agence Sud", hostile}),
    ]:
        page.locator("#lanes").select_option(by)
        page.evaluate("chronotope.chart.draw()")
        lanes = page.evaluate(LANES)
        assert {label for label, _ in lanes} == labels
        # Each event stands in one lane, whatever they are made by.
        assert sorted(event for _, events in lanes for event in events) == [
            "attack", "flight", "hostile", "strike", "talks", "threat"
        ]  # fmt: skip
    assert page.locator("img").count() == 0


def test_of_many_the_most_important_have_rows_and_nothing_overlaps(crowd: Timeline, open_page: Open) -> None:
    page = open_page(crowd)
    assert page.evaluate(COLLISIONS) == []
    in_rows, folded, total = page.evaluate(COUNTED)
    assert folded > 1000
    assert in_rows + folded == total
    # In each lane the most important event stands first, and those with rows matter more than those without.
    for shown, hidden in page.evaluate(RANKS):
        assert 0 in shown
        assert sum(shown) / len(shown) < sum(hidden) / len(hidden)
    # At other scales and elsewhere as well.
    for step in ("zoom(0.4)", "zoom(0.3)", "pan(0.4)", "zoom(0.1)", "pan(-0.7)", "zoom(0.05)", "zoom(20)", "fit()"):
        page.evaluate(f"chronotope.actions.{step}; chronotope.chart.draw()")
        assert page.evaluate(COLLISIONS) == [], step
        in_rows, folded, total = page.evaluate(COUNTED)
        # At the edges a mark may be seen whose middle is just out of sight.
        assert in_rows + folded == pytest.approx(total, rel=0.03), step
    assert page.evaluate("chronotope.chart.network.body.data.nodes.length") <= 900
    for by in ("actor", "type", "source", "article"):
        page.locator("#lanes").select_option(by)
        page.evaluate("chronotope.chart.draw()")
        assert page.evaluate(COLLISIONS) == [], by


# The ranks of a lane's events within it, of those with rows and of those without; the most important is 0.
RANKS: Final = """(() => {
  const { placed, rows, frame } = chronotope.chart.scene;
  const seen = new Set(placed.map(({ lane }) => lane.key));
  return frame.lanes.flatMap(({ key, dated }) => {
    const ranked = [...dated].sort((one, other) => one.rank - other.rank);
    const hasRow = event => rows.rowOf[event.index] >= 0;
    const ranks = shown => ranked.flatMap((event, rank) => (hasRow(event) === shown ? [rank] : []));
    return seen.has(key) ? [[ranks(true), ranks(false)]] : [];
  });
})()"""


def test_a_lane_says_how_many_it_folds_and_shows_them(crowd: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(crowd)
    before = strips_of(page)
    smallest = min((label for label in before if before[label]["folded"]), key=lambda label: before[label]["folded"])
    button = page.locator(f".lane-button[aria-label*='{smallest}']")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_have_attribute("title", re.compile(rf"Montrer les {before[smallest]['events']} événements"))
    button.focus()
    page.keyboard.press("Enter")
    until(page, "chronotope.store.state.expanded.size === 1")
    page.evaluate("chronotope.chart.draw()")
    after = strips_of(page)
    assert after[smallest]["rows"] > before[smallest]["rows"]
    assert after[smallest]["folded"] == 0
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(button).to_be_focused()
    # There is more now than the page has room for: the wheel over the lanes' names scrolls to it.
    assert page.evaluate("chronotope.chart.maximalScroll()") > 100
    page.locator("#chart").hover(position={"x": 60, "y": 400})
    page.mouse.wheel(0, 100)
    until(page, "chronotope.chart.scene.scroll === 100")
    page.mouse.wheel(0, -100)
    until(page, "chronotope.chart.scene.scroll === 0")
    page.keyboard.press("Enter")
    until(page, "chronotope.store.state.expanded.size === 0")
    page.evaluate("chronotope.chart.draw()")
    assert strips_of(page) == before


def test_the_rest_of_the_lanes_is_shown_on_demand(crowd: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(crowd)
    lanes = page.evaluate("chronotope.chart.scene.frame.lanes.map(({ label, events }) => [label, events.length])")
    assert lanes[-1][0] == "Autres"
    assert sum(count for _, count in lanes) == 2000
    page.locator(".lane-button[aria-label*='Autres']").click()
    until(page, "chronotope.chart.scene.frame.lanes.length === 12")
    more = page.evaluate("chronotope.chart.scene.frame.lanes.map(({ label, events }) => [label, events.length])")
    assert more[: len(lanes) - 1] == lanes[:-1]
    assert sum(count for _, count in more) == 2000
    assert [count for _, count in more] == sorted((count for _, count in more), reverse=True)


def strips_of(page: Page) -> dict[str, dict[str, Any]]:  # JSON of a lane
    lanes: dict[str, dict[str, Any]] = page.evaluate(
        """Object.fromEntries(chronotope.chart.scene.strips.map(({ lane, folded }) =>
            [lane.label, { rows: lane.rows, events: lane.events.length, folded }]))"""
    )
    return lanes


def test_folded_events_come_out_when_they_are_wanted(crowd: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(crowd)
    folded = page.evaluate(
        """(() => {
            const { placed, rows, frame } = chronotope.chart.scene;
            const { dated, undated } = frame.lanes[0];
            const isPlaced = event => placed.some(place => place.event === event);
            const isFolded = event => rows.rowOf[event.index] === -1;
            return [dated.filter(isFolded)[10], ...undated.filter(event => !isPlaced(event))].map(({ id }) => id);
        })()"""
    )
    assert len(folded) > 1
    for event in folded[:2]:
        assert not page.evaluate("id => chronotope.chart.scene.spots.has(id)", event)
        page.evaluate("id => chronotope.actions.select(id)", event)
        until(page, f"chronotope.chart.scene.spots.has('{event}')")
        spot = page.evaluate("id => chronotope.chart.scene.spots.get(id)", event)
        plot = page.evaluate("chronotope.chart.scene.frame.plot")
        assert plot["top"] < spot["y"] < plot["bottom"]
        page.evaluate("chronotope.actions.select(null)")
        until(page, f"!chronotope.chart.scene.spots.has('{event}')")
    # One in a lane that is out of sight is scrolled to.
    first = page.evaluate("chronotope.chart.scene.frame.lanes[0].key")
    page.evaluate("key => { chronotope.actions.expandLane(key); chronotope.chart.draw(); }", first)
    far = page.evaluate("chronotope.chart.scene.frame.lanes.at(-1).dated[5].id")
    page.evaluate("id => chronotope.actions.select(id)", far)
    until(page, f"chronotope.chart.scene.spots.has('{far}')")
    assert page.evaluate("chronotope.chart.scene.scroll") > 0
    # A click on a strip goes to where its events have room.
    page.evaluate("chronotope.actions.select(null); chronotope.store.change({ scroll: 0 })")
    page.evaluate("key => { chronotope.actions.expandLane(key); chronotope.chart.draw(); }", first)
    strip = page.evaluate(
        """(() => {
            const { frame, strips } = chronotope.chart.scene;
            return { x: frame.plot.left + 300, y: frame.plot.top + frame.lanes[0].height - 8 };
        })()"""
    )
    length = page.evaluate("chronotope.store.state.view.end - chronotope.store.state.view.begin")
    page.locator("#chart").click(position=strip)
    until(page, f"chronotope.store.state.view.end - chronotope.store.state.view.begin < {length / 4}")
