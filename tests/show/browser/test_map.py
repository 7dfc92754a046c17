"""The map: bubbles at the places of the events in sight, over outlines where there are any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec

import pytest
from playwright.sync_api import Page, expect

from chronotope.show.html.network import TimelineNetwork
from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Until = Callable[..., None]

SCENE = "chronotope.views.map.scene"
BUBBLES = f"""{SCENE}.bubbles.map(({{x, y, spots, number, radius, hollow, dim}}) => {{
    const {{ camera, size }} = {SCENE};
    const left = (x - camera.x) * camera.scale + size.width / 2;
    const top = (y - camera.y) * camera.scale + size.height / 2;
    return {{ names: spots.map(({{place}}) => place.label).sort(), number, radius, hollow, dim, x: left, y: top }};
}})"""


def opened(open_page: Open, timeline: Timeline | TimelineNetwork, fragment: str = "") -> Page:
    page = open_page(timeline, fragment=f"mode=map{fragment}", still=True)
    expect(page.locator("#map-view canvas")).to_be_visible()
    return page


def bubbles(page: Page) -> dict[str, dict[str, float]]:
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return {" & ".join(bubble["names"]): bubble for bubble in page.evaluate(BUBBLES)}


def counted(page: Page) -> dict[str, float]:
    return {names: bubble["number"] for names, bubble in bubbles(page).items()}


def click(page: Page, names: str) -> None:
    bubble = bubbles(page)[names]
    page.locator(".map-surface").click(position={"x": bubble["x"], "y": bubble["y"]})


def test_bubbles_merge_and_part(harbour: Timeline, open_page: Open) -> None:
    page = opened(open_page, harbour)
    # The port lies in the town; the country around all of them is no place of its own here.
    assert counted(page) == {"Marville & Old Port": 3, "Montclair": 1}
    surface = page.locator(".map-surface").bounding_box()
    assert surface is not None
    for bubble in bubbles(page).values():
        assert bubble["radius"] <= bubble["x"] <= surface["width"] - bubble["radius"]
        assert bubble["radius"] <= bubble["y"] <= surface["height"] - bubble["radius"]
    expect(page.locator(".map-missing")).to_have_text("3 events without a place on the map")
    while "Marville" not in counted(page):
        click(page, "Marville & Old Port")
    shown = bubbles(page)
    assert (shown["Marville"]["number"], shown["Old Port"]["number"]) == (2, 1)
    apart = abs(shown["Marville"]["x"] - shown["Old Port"]["x"]) + abs(shown["Marville"]["y"] - shown["Old Port"]["y"])
    assert apart > shown["Marville"]["radius"] + shown["Old Port"]["radius"]
    page.locator("#fit").click()
    assert counted(page) == {"Marville & Old Port": 3, "Montclair": 1}


def test_places_that_never_part_are_chosen_one_after_the_other(harbour: Timeline, open_page: Open) -> None:
    node = harbour.nodes["https://harbour.example/id/place/port"]
    node.update(latitude=43.31, longitude=5.38)
    page = opened(open_page, harbour)
    chosen = []
    for _ in range(8):
        click(page, "Marville & Old Port")
        chosen.append(page.evaluate("chronotope.store.state.selected?.split('/').at(-1)"))
    assert chosen[-3:] in (["city", "port", "city"], ["port", "city", "port"])


def test_a_click_selects_and_the_rest_steps_back(harbour: Timeline, open_page: Open) -> None:
    page = opened(open_page, harbour)
    click(page, "Montclair")
    expect(page.locator("#details h2")).to_have_text("Montclair")
    shown = bubbles(page)
    assert (shown["Montclair"]["dim"], shown["Marville & Old Port"]["dim"]) == (False, True)
    expect(
        page.get_by_role("list", name="Places by number of events").get_by_role("button", pressed=True)
    ).to_have_text("Montclair1")
    page.locator(".map-surface").click(position={"x": 4, "y": 300})
    expect(page.locator("#list")).to_be_visible()
    page.locator("#list [data-id$='event/attack']").click()
    assert not bubbles(page)["Marville & Old Port"]["dim"]
    bubble = bubbles(page)["Montclair"]
    page.locator(".map-surface").hover(position={"x": bubble["x"], "y": bubble["y"]})
    expect(page.locator("#map-view .tooltip")).to_have_text("Montclair1 event")


def test_the_stretch_of_time_and_filters_recount(harbour: Timeline, open_page: Open, until: Until) -> None:
    page = opened(open_page, harbour)
    page.evaluate(
        "chronotope.actions.show({ begin: Date.UTC(2030, 2, 2, 1) / 1000, end: Date.UTC(2030, 2, 4) / 1000 })"
    )
    until(page, f"{SCENE}.bubbles.length === 1")
    assert counted(page) == {"Marville": 1}
    expect(page.locator(".map-missing")).to_have_text("1 event without a place on the map")  # nobody dates the march
    brush = page.get_by_role("slider", name="Stretch on show", exact=True)
    brush.focus()
    page.keyboard.press("End")  # to the end of all time
    until(page, f"{SCENE}.bubbles[0]?.place.label === 'Montclair'")
    page.keyboard.press("0")
    page.evaluate("chronotope.actions.fit()")
    until(page, f"{SCENE}.bubbles.length === 2")
    page.locator("#statuses").get_by_role("button", name="planned").click()
    until(page, f"{SCENE}.bubbles.length === 1")
    assert counted(page) == {"Montclair": 1}
    expect(page.locator(".map-missing")).to_have_text("")


def test_what_is_as_wide_as_a_country_is_hollow(harbour: Timeline, open_page: Open) -> None:
    harbour.add_edge("https://harbour.example/id/event/return", "https://harbour.example/id/place/land", kind="place")
    page = opened(open_page, harbour)
    shown = bubbles(page)
    assert shown["Westland"]["hollow"]
    assert not shown["Montclair"]["hollow"]


def test_the_map_does_not_jump(harbour: Timeline, open_page: Open) -> None:
    page = opened(open_page, harbour)
    first, camera = bubbles(page), page.evaluate(f"{SCENE}.camera")
    page.wait_for_timeout(500)
    assert (bubbles(page), page.evaluate(f"{SCENE}.camera")) == (first, camera)


def test_the_map_by_keyboard_and_as_a_list(harbour: Timeline, open_page: Open) -> None:
    page = opened(open_page, harbour)
    page.locator(".map-surface").focus()
    before = page.evaluate(f"{SCENE}.camera")
    page.keyboard.press("+")
    assert bubbles(page)
    after = page.evaluate(f"{SCENE}.camera")
    assert after["scale"] > before["scale"]
    page.keyboard.press("ArrowRight")
    assert page.evaluate(f"{SCENE}.camera.x") > after["x"]
    page.keyboard.press("0")
    assert page.evaluate(f"{SCENE}.camera.scale") == pytest.approx(before["scale"])
    places = page.get_by_role("list", name="Places by number of events").get_by_role("button")
    assert [name.get_attribute("aria-label") for name in places.all()] == [
        "Marville: 2 events", "Montclair: 1 event", "Old Port: 1 event"
    ]  # fmt: skip
    places.nth(2).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_have_text("Old Port")
    expect(places.nth(2)).to_be_focused()


COLOURS = """(() => {
    const canvas = document.querySelector("#map-view canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
        const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts.values()].filter(count => count > data.length / 4 / 50).length;
})()"""


def test_land_is_drawn_where_outlines_are_installed(harbour: Timeline, open_page: Open) -> None:
    has_outlines = find_spec("bqplot") is not None
    page = opened(open_page, harbour)
    assert bool(page.evaluate("chronotope.data.outlines.length")) == has_outlines
    assert page.locator(".map-source").count() == int(has_outlines)
    assert page.evaluate(COLOURS) == (2 if has_outlines else 1)  # sea and land


def test_without_outlines_there_is_a_graticule(harbour: Timeline, open_page: Open) -> None:
    network = harbour.to_pyvis()
    network.content = replace(network.content, outlines=[])
    page = opened(open_page, network)
    assert page.locator(".map-source").count() == 0
    assert page.evaluate(COLOURS) == 1
    assert counted(page) == {"Marville & Old Port": 3, "Montclair": 1}


def test_without_any_coordinates(open_page: Open, crowd: Timeline) -> None:
    page = opened(open_page, crowd)
    assert bubbles(page) == {}
    expect(page.locator(".map-missing")).to_contain_text("sans lieu sur la carte")


def test_hostile_places_are_inert(harbour: Timeline, open_page: Open, hostile: str) -> None:
    harbour.nodes["https://harbour.example/id/place/hill"]["label"] = hostile
    page = opened(open_page, harbour)
    bubble = bubbles(page)[hostile]
    page.locator(".map-surface").hover(position={"x": bubble["x"], "y": bubble["y"]})
    expect(page.locator("#map-view .tooltip")).to_contain_text(hostile)
    expect(page.locator(".map-places")).to_contain_text(hostile)
    assert page.locator("img").count() == 0
