"""What stands on the chart: marks, names, bars, the margin of the undated, and what a reader looks at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import Page, Position, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
SpotOf = Callable[[Page, str], Position]
Until = Callable[..., None]

PLACED: Final = "chronotope.chart.scene.placed.map(({ event, x, y, row }) => [event.id, x, y, row])"

# From before the first script on, what each frame shows.
WATCH: Final = """
globalThis.frames = [];
(function look() {
  const { chart } = globalThis.chronotope ?? {};
  if (chart?.scene) {
    const nodes = chart.network.body.nodes;
    globalThis.frames.push(JSON.stringify(chart.scene.placed.map(({ event, marked }) => {
      const { x, y } = marked ? nodes[event.id] : {};
      return [event.id, x, y];
    })));
  }
  requestAnimationFrame(look);
})();
"""

# How strongly the chart is painted at a point: the distance of its colour from white.
INK: Final = """([x, y]) => {
  const canvas = document.querySelector('#chart canvas');
  const ratio = canvas.width / canvas.clientWidth;
  const copy = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  copy.drawImage(canvas, -Math.round(x * ratio), -Math.round(y * ratio));
  const [red, green, blue] = copy.getImageData(0, 0, 1, 1).data;
  return 765 - red - green - blue;
}"""


def test_draws_every_event(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    assert page.locator("html").get_attribute("data-events") == "6"
    assert page.locator("#chart canvas").count() == 1
    drawn = page.evaluate("chronotope.chart.scene.placed.map(place => place.event.id).sort()")
    assert drawn == sorted(node for node in timeline if timeline.nodes[node]["kind"] == "event")
    expect(page.locator("#count")).to_have_text("6 événements sur 6")
    names = page.evaluate("chronotope.chart.scene.names.map(name => name.text)")
    assert "négociations" in names
    # Where there is room for all, nothing is folded.
    page.evaluate("chronotope.actions.fit(); chronotope.chart.draw()")
    assert page.evaluate("chronotope.chart.scene.strips.every(strip => strip.folded === 0)")


@pytest.mark.parametrize("many", [pytest.param(False, id="few"), pytest.param(True, id="many")])
def test_nothing_moves_after_the_first_drawing(
    timeline: Timeline, crowd: Timeline, open_page: Open, until: Until, many: bool
) -> None:
    page = open_page(crowd if many else timeline, before=WATCH)
    at_once = page.evaluate(PLACED)
    page.wait_for_timeout(700)
    assert page.evaluate(PLACED) == at_once
    until(page, "frames.length > 3")
    assert page.evaluate("new Set(frames).size") == 1


def test_a_vague_event_stays_in_sight_while_its_time_does(timeline: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(timeline)
    page.evaluate(
        """() => {
            const { begin } = chronotope.data.thing("event/talks");
            chronotope.actions.show({ begin, end: begin + 3600 });
        }"""
    )
    until(
        page,
        "chronotope.chart.scene.names.some(name => name.id === 'event/flight')"
        " && !chronotope.chart.scene.spots.has('event/flight')",
    )
    [place] = page.evaluate("chronotope.chart.scene.placed.filter(place => place.event.id === 'event/flight')")
    plot = page.evaluate("chronotope.chart.scene.frame.plot")
    assert place["bar"]["left"] < plot["left"]
    assert place["bar"]["right"] > plot["right"]
    expect(page.locator("#earlier")).to_contain_text("avant")


def test_bars_say_what_is_sure(timeline: Timeline, open_page: Open) -> None:
    """A siege surely lasts from the 10th to the 20th; it may have begun on the 5th, and ended on the 25th."""
    siege = {
        **timeline.nodes["event/attack"],
        "label": "siège",
        "earliest_begin": "2021-08-05T00:00:00",
        "latest_begin": "2021-08-10T00:00:00",
        "earliest_end": "2021-08-20T00:00:00",
        "latest_end": "2021-08-25T00:00:00",
    }
    timeline.remove_nodes_from([node for node in list(timeline) if node.startswith("event/")])
    timeline.add_node("event/siege", **siege)
    threat = {**siege, "label": "x", "latest_begin": None, "earliest_end": None, "latest_end": None}
    timeline.add_node("event/threat", **threat)
    page = open_page(timeline)

    def ink(event: str, seconds: float) -> int:
        spot = page.evaluate(
            """([id, seconds]) => {
                const { placed, frame } = chronotope.chart.scene;
                const { view } = chronotope.store.state;
                const { y, event } = placed.find(place => place.event.id === id);
                const share = (event.begin + seconds - view.begin) / (view.end - view.begin);
                return [frame.plot.left + share * (frame.plot.right - frame.plot.left), y];
            }""",
            [event, seconds],
        )
        return int(page.evaluate(INK, spot))

    day = 86400
    before, maybe, surely = ink("event/siege", -0.2 * day), ink("event/siege", 2 * day), ink("event/siege", 5.5 * day)
    assert before < maybe < surely
    assert abs(ink("event/siege", 18 * day) - maybe) < 10
    # An open end fades away: right beside its mark it is strong, and 40 pixels on it is nearly gone, but for its arrow.
    place = page.evaluate("chronotope.chart.scene.placed.find(place => place.event.id === 'event/threat')")
    assert place["bar"]["right"] == pytest.approx(place["x"] + 46)
    strong, weak = (page.evaluate(INK, [place["x"] + away, place["y"] + 3]) for away in (12, 38))
    assert strong > weak
    assert page.evaluate(INK, [place["x"] + 43, place["y"]]) > weak


def test_undated_events_stand_in_the_margin_in_order(timeline: Timeline, open_page: Open) -> None:
    for number in range(4):
        timeline.add_node(f"event/more-{number}", **{**timeline.nodes["event/strike"], "salience": number / 10})
    timeline.add_edge("event/more-2", "event/more-0", kind="before")
    page = open_page(timeline)
    scene = page.evaluate("chronotope.chart.scene.placed.filter(place => place.event.x === null)")
    margin = page.evaluate("(({ width, margin }) => width - margin)(chronotope.chart.scene.frame)")
    assert all(place["x"] > margin for place in scene)
    read = [place["event"]["id"] for place in sorted(scene, key=lambda place: (place["y"], place["x"]))]
    known = page.evaluate("chronotope.data.events.filter(event => event.x === null).map(event => event.id)")
    assert read == known
    assert len(read) == 5
    assert read.index("event/more-2") < read.index("event/more-0")
    undated = page.locator("#list .undated")
    expect(undated.locator("h3")).to_have_text("Sans date")
    assert undated.locator("[data-id]").evaluate_all("rows => rows.map(row => row.dataset.id)") == known


def test_pointing_at_an_event_dims_what_has_nothing_to_do_with_it(
    timeline: Timeline, open_page: Open, spot_of: SpotOf, until: Until
) -> None:
    page = open_page(timeline)
    dim = "chronotope.chart.scene.placed.filter(place => place.dim).map(place => place.event.id).sort().join(' ')"
    assert page.evaluate(dim) == ""
    page.locator("#chart").hover(position=spot_of(page, "event/attack"))
    until(page, f"{dim} === 'event/flight event/hostile event/strike'")
    expect(page.locator("#tooltip")).to_contain_text("attaque de l’aéroport")
    expect(page.locator("#tooltip small")).to_have_text("jeudi 26 août 2021 · avéré")
    assert page.evaluate("chronotope.chart.network.body.nodes['event/hostile'].options.opacity") < 0.5
    # Lines of what is pointed at alone.
    ends = page.evaluate("chronotope.chart.scene.lines.flatMap(({ edge }) => [edge.from.id, edge.to.id])")
    assert set(ends) == {"event/attack", "event/threat", "event/talks", "actor/group"}
    page.mouse.move(5, 5)
    until(page, f"{dim} === ''")
    expect(page.locator("#tooltip")).to_be_hidden()
    page.locator("#chart").hover(position=spot_of(page, "actor/army"))
    until(page, f"{dim} === 'event/attack event/hostile event/strike event/talks'")


def test_a_click_on_a_mark_selects_its_event_and_beside_it_lets_go(
    timeline: Timeline, open_page: Open, spot_of: SpotOf, until: Until
) -> None:
    page = open_page(timeline)
    page.locator("#chart").click(position=spot_of(page, "event/talks"))
    expect(page.locator("#details h2")).to_have_text("négociations")
    until(page, "chronotope.chart.scene.placed.some(place => place.dim)")
    until(page, f"({INK})([{', '.join(map(str, ring(spot_of(page, 'event/talks'))))}]) > 300")
    empty = page.evaluate("(({ plot }) => ({ x: plot.left + 3, y: plot.bottom - 5 }))(chronotope.chart.scene.frame)")
    page.locator("#chart").click(position=empty)
    until(page, "chronotope.store.state.selected === null")
    page.locator("#chart").click(position=spot_of(page, "actor/army"))
    expect(page.locator("#details h2")).to_have_text("armée de l’air")


def ring(spot: Position) -> tuple[float, float]:
    """The top of the ring around what is selected."""
    return spot["x"], spot["y"] - 13


def test_what_users_change_of_the_network_is_drawn(timeline: Timeline, open_page: Open, spot_of: SpotOf) -> None:
    network = timeline.to_pyvis()
    network.get_node("event/attack").update(color="#00ff00", shape="star", size=12)
    network.get_node("event/talks").update(color={"background": "#0000ff", "border": "#0000ff"}, label="pourparlers")
    network.add_node("note/1", label="une note", title="à moi")
    network.add_edge("note/1", "event/attack")
    page = open_page(network)
    node = "chronotope.chart.network.body.nodes['{}'].options.{}"
    assert page.evaluate(node.format("event/attack", "shape")) == "star"
    assert page.evaluate(node.format("event/attack", "size")) == 12
    assert page.evaluate(node.format("event/attack", "color.background")) == "#00ff00"
    assert page.evaluate(node.format("event/talks", "color.background")) == "#0000ff"
    assert "pourparlers" in page.evaluate("chronotope.chart.scene.names.map(name => name.text)")
    page.locator("#chart").click(position=spot_of(page, "note/1"))
    expect(page.locator("#details h2")).to_have_text("une note")
    page.locator("#details").get_by_role("button", name="attaque de l’aéroport").click()
    expect(page.locator("#details .tied")).to_contain_text("une note")


@pytest.mark.parametrize(
    ("kept", "spoken"),
    [
        pytest.param([], "Cette frise ne contient aucun événement.", id="no event"),
        pytest.param(["event/attack"], "attaque de l’aéroport", id="one event"),
        pytest.param(["event/strike"], "frappe", id="no date"),
    ],
)
def test_small_timelines(timeline: Timeline, open_page: Open, kept: list[str], spoken: str) -> None:
    gone = [node for node in timeline if node.startswith("event/") and node not in kept]
    timeline.remove_nodes_from(gone)
    page = open_page(timeline)
    expect(page.locator("#list")).to_contain_text(spoken)
    assert page.evaluate("chronotope.chart.scene.placed.map(place => place.event.id)") == kept
    for key in ("+", "-", "0", "PageDown", "ArrowRight", "Enter", "e", "Escape", "s", "Escape"):
        page.locator("#chart").press(key)
    for mode in ("actors", "map", "table", "time"):
        page.evaluate("mode => chronotope.actions.setMode(mode)", mode)
        page.wait_for_timeout(60)
    assert page.evaluate("Object.values(chronotope.store.state.view).every(Number.isFinite)")
    expect(page.locator("#earlier")).to_be_hidden()
