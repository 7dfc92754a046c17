"""Nothing in a timeline is run by its page, which works from disk, from a server and within a notebook."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, Position, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
SpotOf = Callable[[Page, str], Position]
Until = Callable[..., None]


def test_hostile_texts_are_shown_and_inert(timeline: Timeline, open_page: Open, spot_of: SpotOf, hostile: str) -> None:
    timeline.add_node("place/hostile", kind="place", label=hostile, place_kind="city", latitude=1.0, longitude=1.0)
    timeline.add_edge("event/hostile", "place/hostile", kind="place")
    network = timeline.to_pyvis()
    network.add_node("note/1", label=hostile, title=hostile)
    network.add_edge("note/1", "event/hostile", label=hostile, title=hostile)
    page = open_page(network)
    expect(page.locator("h1")).to_have_text(f"Kaboul {hostile}")
    assert hostile in page.evaluate("chronotope.chart.scene.frame.lanes.map(lane => lane.label)")
    page.locator("#chart").hover(position=spot_of(page, "event/hostile"))
    expect(page.locator("#tooltip")).to_contain_text(hostile)
    for chip in ("actor/hostile", "note/1"):
        page.locator("#chart").hover(position=spot_of(page, chip))
        expect(page.locator("#tooltip")).to_contain_text(hostile)
    page.locator("#chart").click(position=spot_of(page, "note/1"))
    expect(page.locator("#details h2")).to_have_text(hostile)
    page.locator("#details").get_by_role("button", name=hostile).first.click()
    expect(page.locator("#details h2")).to_have_text(hostile)
    expect(page.locator("#details mark")).to_have_text(hostile)
    assert page.locator("#details a").count() == 0
    for mode in ("actors", "map", "table", "time"):
        page.evaluate("mode => chronotope.actions.setMode(mode)", mode)
        page.wait_for_timeout(80)
    page.keyboard.press("s")
    expect(page.locator("#story")).to_be_visible()
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 7


INJECT: Final = """() => {
  const script = document.createElement("script");
  script.textContent = "globalThis.injected = 'script'";
  document.head.append(script);
  const button = document.createElement("button");
  button.setAttribute("onclick", "globalThis.injected = 'handler'");
  document.body.append(button);
  button.click();
  const style = document.createElement("style");
  style.textContent = "h1 { color: rgb(1, 2, 3) }";
  document.head.append(style);
}"""

# Within a timer: what a test evaluates is not held to the page's policy.
EVALUATE: Final = """() => new Promise(resolve => setTimeout(() => {
  try {
    resolve(eval("'ran'"));
  } catch (error) {
    resolve(error.name);
  }
}))"""


def test_the_policy_refuses_what_is_not_the_page_s_own(
    timeline: Timeline, open_page: Open, complaints: list[str]
) -> None:
    page = open_page(timeline)
    page.evaluate(INJECT)
    assert page.evaluate("globalThis.injected") is None
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(1, 2, 3)"
    assert page.evaluate(EVALUATE) == "EvalError"
    assert page.evaluate("fetch('data:text/plain,x').then(() => 'fetched', () => 'refused')") == "refused"
    assert len(complaints) >= 4
    assert all("Content Security Policy" in complaint for complaint in complaints)
    complaints.clear()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A folder over HTTP, on loopback."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as served:
        thread = threading.Thread(target=served.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()
        thread.join()


def test_works_from_a_server(timeline: Timeline, browser: Browser, server: str, tmp_path: Path) -> None:
    timeline.to_html(tmp_path / "timeline.html")
    page = browser.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{server}/timeline.html")
    expect(page.locator("html[data-ready='true']")).to_have_attribute("data-events", "6")
    page.get_by_role("button", name="négociations").click()
    expect(page.locator("#details mark")).to_have_text("négociation")
    page.reload()
    expect(page.locator("#details mark")).to_have_text("négociation")
    assert complaints == []
    assert {request.partition("#")[0] for request in requests} == {f"{server}/timeline.html"}
    page.close()


def test_works_in_a_notebook_frame(timeline: Timeline, browser: Browser) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_content(f"<!doctype html><body>{timeline._repr_html_()}</body>")
    frame = page.frame_locator("iframe")
    expect(frame.locator("html[data-ready='true']")).to_have_attribute("data-events", "6")
    # There are neither an address nor a store of cookies there; the page does without.
    frame.get_by_role("button", name="négociations").click()
    expect(frame.locator("#details mark")).to_have_text("négociation")
    frame.locator("#theme").click()
    expect(frame.locator("html")).to_have_attribute("data-theme", "dark")
    assert complaints == []
    page.close()
