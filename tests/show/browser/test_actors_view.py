"""The view of actors: who has to do with whom, and how closely."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Position, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Until = Callable[..., None]

PLACES = """[...chronotope.views.actors.seen.places].map(([id, {x, y}]) => [id, Math.round(x), Math.round(y)])"""
DRAWN = """chronotope.views.actors.seen.spots.map(({actor}) => {
    const {x, y} = chronotope.views.actors.graph.network.body.nodes[actor.index];
    return [actor.label, Math.round(x), Math.round(y)];
})"""


def opened(open_page: Open, timeline: Timeline, until: Until, fragment: str = "") -> Page:
    page = open_page(timeline, fragment=f"mode=actors{fragment}")
    until(page, "document.querySelector('.actors-graph')?.dataset.ready === 'true'")
    return page


def spot(page: Page, label: str) -> Position:
    """Where an actor's mark is on the page."""
    found = page.evaluate(
        """label => {
            const { graph, seen } = chronotope.views.actors;
            const { actor } = seen.spots.find(({ actor }) => actor.label === label);
            return graph.network.canvasToDOM(graph.network.body.nodes[actor.index]);
        }""",
        label,
    )
    return {"x": found["x"], "y": found["y"]}


def between(page: Page, one: str, other: str) -> Position:
    (first, second) = spot(page, one), spot(page, other)
    return {"x": (first["x"] + second["x"]) / 2, "y": (first["y"] + second["y"]) / 2}


def numbers(page: Page) -> dict[str, int]:
    pairs = page.evaluate("chronotope.views.actors.seen.spots.map(({actor, number}) => [actor.label, number])")
    return dict(pairs)


def ties(page: Page) -> dict[tuple[str, ...], int]:
    found = page.evaluate(
        "chronotope.views.actors.seen.ties.map(({one, other, number}) => [one.label, other.label, number])"
    )
    return {tuple(sorted(names)): number for *names, number in found}


def test_who_has_events_in_common(harbour: Timeline, open_page: Open, until: Until) -> None:
    page = opened(open_page, harbour, until)
    assert numbers(page) == {
        "dockers": 4, "Ada Lorne": 2, "harbour police": 2, "Coast Agency": 1, "Gull Ferries": 1, "Ivo Brandt": 1
    }  # fmt: skip
    assert ties(page) == {
        ("Ada Lorne", "dockers"): 2,
        ("dockers", "harbour police"): 1,
        ("Coast Agency", "Ivo Brandt"): 1,
        ("Coast Agency", "harbour police"): 1,
        ("Ivo Brandt", "harbour police"): 1,
    }
    expect(page.locator("#actors-view .count")).to_have_text("Actors: 6")
    legend = page.get_by_role("list", name="Kinds of actors").locator("li").all_inner_texts()
    assert sorted(text.strip() for text in legend) == ["group", "organisation", "person"]
    # Filters and the stretch of time are followed.
    page.evaluate("chronotope.actions.filter({ speech: true })")
    until(page, "chronotope.views.actors.seen.spots.find(({actor}) => actor.label === 'Ivo Brandt').number === 2")
    page.evaluate("chronotope.actions.clearFilters()")
    page.locator("#groups").get_by_role("button", name="Politics").click()
    until(page, "chronotope.views.actors.seen.spots.length === 2")
    page.locator("#groups").get_by_role("button", name="Politics").click()
    until(page, "chronotope.views.actors.seen.spots.length === 6")
    page.evaluate(
        "chronotope.actions.show({ begin: Date.UTC(2030, 2, 2) / 1000, end: Date.UTC(2030, 2, 3, 12) / 1000 })"
    )
    until(page, "chronotope.views.actors.seen.spots.length === 4")
    assert numbers(page) == {"Coast Agency": 1, "Ivo Brandt": 1, "dockers": 1, "harbour police": 1}  # the undated march


def test_nothing_jumps(harbour: Timeline, open_page: Open, until: Until) -> None:
    page = opened(open_page, harbour, until)
    first, drawn = page.evaluate(PLACES), page.evaluate(DRAWN)
    camera = page.evaluate("chronotope.views.actors.graph.network.getViewPosition()")
    page.wait_for_timeout(600)
    assert page.evaluate(PLACES) == first
    assert page.evaluate(DRAWN) == drawn
    assert page.evaluate("chronotope.views.actors.graph.network.getViewPosition()") == camera
    page.locator("#groups").get_by_role("button", name="Politics").click()
    until(page, "chronotope.views.actors.seen.spots.length === 2")
    stayed = {tuple(place) for place in page.evaluate(DRAWN)}
    assert stayed < {tuple(place) for place in drawn}
    page.locator("#groups").get_by_role("button", name="Politics").click()
    until(page, "chronotope.views.actors.seen.spots.length === 6")
    assert sorted(page.evaluate(DRAWN)) == sorted(drawn)


def test_clicks(harbour: Timeline, open_page: Open, until: Until) -> None:
    page = opened(open_page, harbour, until)
    stage = page.locator(".actors-graph")
    stage.click(position=spot(page, "Ada Lorne"))
    expect(page.locator("#details h2")).to_have_text("Ada Lorne")
    # A tie opens a card with the events of both.
    stage.click(position=between(page, "Ada Lorne", "dockers"))
    card = page.locator(".actors-tie")
    expect(card).to_be_visible()
    assert {"Ada Lorne", "dockers"} == set(card.locator("h2").inner_text().split(" and "))
    assert card.locator(".name").all_inner_texts() == ["meeting at the café", "meeting in the hills"]
    card.get_by_role("button", name="meeting in the hills").click()
    expect(page.locator("#details h2")).to_have_text("meeting in the hills")
    card.get_by_role("button", name="Close").click()
    expect(card).to_be_hidden()
    stage.dblclick(position=spot(page, "harbour police"))
    until(page, "chronotope.store.state.focus?.id.endsWith('actor/police')")
    expect(page.locator("#count")).to_contain_text("2 of 9 events")
    expect(page.locator(".focus-strip")).to_contain_text("Around harbour police")


def test_hover_lets_the_rest_step_back(harbour: Timeline, open_page: Open, until: Until) -> None:
    page = opened(open_page, harbour, until)
    page.locator(".actors-graph").hover(position=spot(page, "Ada Lorne"))
    until(page, "chronotope.views.actors.seen.bright?.actors.size === 2")
    opacity = dict(
        page.evaluate(
            """chronotope.views.actors.seen.spots.map(({actor}) =>
                [actor.label, chronotope.views.actors.graph.network.body.nodes[actor.index].options.opacity])"""
        )
    )
    assert (opacity["Ada Lorne"], opacity["dockers"]) == (1, 1)
    assert opacity["harbour police"] < 0.5


def test_an_actor_is_dragged_and_stays(harbour: Timeline, open_page: Open, until: Until) -> None:
    page = opened(open_page, harbour, until)
    box = page.locator(".actors-graph").bounding_box()
    assert box is not None
    before = spot(page, "Gull Ferries")
    page.mouse.move(box["x"] + before["x"], box["y"] + before["y"])
    page.mouse.down()
    page.mouse.move(box["x"] + before["x"] + 30, box["y"] + before["y"] + 40, steps=4)
    page.mouse.up()
    moved = spot(page, "Gull Ferries")
    assert abs(moved["x"] - before["x"] - 30) < 12
    assert abs(moved["y"] - before["y"] - 40) < 12
    page.locator("#groups").get_by_role("button", name="Movement").click()
    until(page, "chronotope.views.actors.seen.spots.length === 1")
    after = spot(page, "Gull Ferries")
    assert abs(after["x"] - moved["x"]) + abs(after["y"] - moved["y"]) < 2


def test_the_view_by_keyboard(harbour: Timeline, open_page: Open, until: Until) -> None:
    page = opened(open_page, harbour, until)
    page.locator(".actors-graph").focus()
    spoken = page.locator("#spoken")
    page.keyboard.press("ArrowRight")
    expect(spoken).to_have_text("dockers, group, events: 4, tied to others: 2")
    page.keyboard.press("ArrowRight")
    expect(spoken).to_contain_text("Ada Lorne")
    page.keyboard.press("t")
    expect(page.locator(".actors-tie")).to_be_visible()
    expect(spoken).to_contain_text("Events in common: 2")
    page.keyboard.press("Escape")
    expect(page.locator(".actors-tie")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_have_text("Ada Lorne")
    page.keyboard.press("e")
    expect(page.locator("#count")).to_contain_text("2 of 9 events")
    page.keyboard.press("e")
    expect(page.locator("#count")).to_contain_text("5 of 9 events")  # and what the dockers do, and their events' ties
    scale = "chronotope.views.actors.graph.network.getScale()"
    before = page.evaluate(scale)
    page.keyboard.press("+")
    assert page.evaluate(scale) > before


def test_the_same_as_a_list(harbour: Timeline, open_page: Open, until: Until) -> None:
    page = opened(open_page, harbour, until)
    actors = page.get_by_role("list", name="Actors, the one of most events first")
    expect(actors.get_by_role("button")).to_have_count(6)
    actors.get_by_role("button").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    chosen = actors.get_by_role("button", pressed=True)
    expect(chosen).to_be_focused()
    expect(chosen).to_contain_text("Ada Lorne, person")
    expect(page.locator("#details h2")).to_have_text("Ada Lorne")


def test_hostile_names_are_inert(timeline: Timeline, open_page: Open, until: Until, hostile: str) -> None:
    page = opened(open_page, timeline, until)
    page.locator(".actors-graph").hover(position=spot(page, hostile))
    expect(page.locator(".actors-list")).to_contain_text(hostile)
    assert page.locator("img").count() == 0


def test_nobody_there(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, fragment="mode=actors&q=nothing")
    expect(page.locator("#actors-view .notice")).to_be_visible()
