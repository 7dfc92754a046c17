"""The page in a real browser, from disk and without a network."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or Playwright's own. Without either the tests fail: a page nobody opened is not tested."""
    with sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a timeline's page; afterwards nothing may have been said, asked or requested but the file itself."""
    complaints: list[str] = []
    requests: list[str] = []
    context = browser.new_context(viewport={"width": 1400, "height": 860}, offline=True)

    def open_timeline(timeline: Timeline, *, width: int = 1400, dark: bool = False) -> Page:
        timeline.to_html(tmp_path / "timeline.html")
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 860})
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: requests.append(request.url))
        page.goto((tmp_path / "timeline.html").as_uri())
        page.wait_for_selector("html[data-ready='true']")
        return page

    yield open_timeline
    context.close()
    assert complaints == []
    assert set(requests) == {(tmp_path / "timeline.html").as_uri()}


def until(page: Page, condition: str, *, seconds: float = 5) -> None:
    """Wait for a condition. Playwright's `wait_for_function` calls `eval` in the page, which its policy may refuse."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, f"not within {seconds} seconds: {condition}"
        page.wait_for_timeout(20)


def test_draws_every_event(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    assert page.locator("html").get_attribute("data-events") == "6"
    assert page.locator("#chart canvas").count() == 1
    drawn = page.evaluate("chronotope.chart.scene.placed.map(place => place.event.id).sort()")
    assert drawn == sorted(node for node in timeline if timeline.nodes[node]["kind"] == "event")
    expect(page.locator("#count")).to_have_text("6 événements sur 6")


def test_a_click_in_the_list_shows_the_evidence(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    page.get_by_role("button", name="attaque de l’aéroport").click()
    details = page.locator("#details")
    expect(details.locator("blockquote")).to_have_text("🔥 Sept assaillants ont attaqué l’aéroport.")
    expect(details.locator("mark")).to_have_text("ont attaqué")
    expect(details).to_contain_text("jeudi 26 août 2021")
    expect(details).to_contain_text("Kaboul, Afghanistan")
    expect(details).to_contain_text("sept assaillants")
    expect(details).to_contain_text("6–7")
    link = details.get_by_role("link")
    assert link.get_attribute("href") == "https://example.org/attaque"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_an_event_of_several_articles_shows_them_all(disputed: Timeline, open_page: Open) -> None:
    page = open_page(disputed)
    page.get_by_role("button", name="attaque de l’aéroport").click()
    details = page.locator("#details")
    assert details.locator("blockquote").count() == 3
    expect(details.locator("blockquote").nth(1)).to_have_text("Six hommes ont attaqué l’aéroport.")
    expect(details).to_contain_text("Rapporté par 2 sources indépendantes")
    expect(details).to_contain_text("Les sources divergent")
    expect(details.locator("strong").first).to_have_text("7")
    assert details.locator("strong").count() == 4
    expect(details).to_contain_text("vendredi 27 août 2021")
    page.locator("#details .back").click()
    page.get_by_role("button", name="menace").click()
    expect(details).not_to_contain_text("Les sources divergent")
    expect(details).not_to_contain_text("sources indépendantes")


def test_a_click_on_a_mark_selects_its_event(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    spot = page.evaluate("(({x, y}) => ({x, y}))(chronotope.chart.scene.placesById.get('event/talks'))")
    page.locator("#chart").click(position=spot)
    expect(page.locator("#details h2")).to_have_text("négociations")


def test_claims_and_related_events_lead_on(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    page.get_by_role("button", name="menace").click()
    expect(page.locator("#details")).to_contain_text("armée de l’air")
    expect(page.locator("#details")).to_contain_text("met en garde")
    page.locator("#details").get_by_role("button", name="attaque de l’aéroport").click()
    expect(page.locator("#details h2")).to_have_text("attaque de l’aéroport")


@pytest.mark.parametrize(
    ("chips", "chosen", "count"),
    [
        pytest.param("#statuses", "rapporté", "2 événements sur 6", id="status"),
        pytest.param("#groups", "Conflict", "3 événements sur 6", id="group"),
    ],
)
def test_filters(timeline: Timeline, open_page: Open, chips: str, chosen: str, count: str) -> None:
    page = open_page(timeline)
    chip = page.locator(chips).get_by_role("button", name=chosen)
    chip.click()
    expect(page.locator("#count")).to_have_text(count)
    assert page.locator("#list ol button").count() == int(count[0])
    chip.click()
    expect(page.locator("#count")).to_have_text("6 événements sur 6")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("NEGOCIATION", ["négociations"], id="without accents and case"),
        pytest.param("assaillants", ["attaque de l’aéroport"], id="an actor"),
        pytest.param("kaboul aeroport", ["attaque de l’aéroport"], id="a place and a word"),
        pytest.param("civils", ["vol d’évacuation"], id="a word of the sentence"),
        pytest.param("introuvable", [], id="nothing"),
    ],
)
def test_search(timeline: Timeline, open_page: Open, words: str, found: list[str]) -> None:
    page = open_page(timeline)
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.locator("#count")).to_have_text(f"{len(found)} événements sur 6")
    assert page.locator("#list .name").all_inner_texts() == found
    page.keyboard.press("Escape")
    expect(page.locator("#count")).to_have_text("6 événements sur 6")


def test_keyboard_alone_is_enough(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    page.locator("#list ol button").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_be_focused()
    shown = page.locator("#details h2").inner_text()
    page.keyboard.press("Escape")
    expect(page.locator("#list button:focus .name")).to_have_text(shown)


def test_arrows_step_through_the_chart(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    page.locator("#chart").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#spoken")).to_contain_text("vol d’évacuation, août 2021, prévu")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_have_text("attaque de l’aéroport")


def test_undated_events_have_a_list_of_their_own(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    expect(page.locator("#list .undated h3")).to_have_text("Sans date")
    assert page.locator("#list .undated .name").all_inner_texts() == ["frappe"]
    assert page.evaluate("chronotope.data.eventsById.get('event/strike').x") is None


def test_the_wheel_zooms_time_where_it_is_and_fit_shows_all(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    before = page.evaluate("chronotope.store.state.view")
    page.locator("#chart").hover(position={"x": 400, "y": 200})
    page.mouse.wheel(0, -300)
    until(page, f"chronotope.store.state.view.begin > {before['begin']}")
    after = page.evaluate("chronotope.store.state.view")
    assert after["end"] < before["end"]
    page.locator("#fit").click()
    assert page.evaluate("chronotope.store.state.view") == page.evaluate("chronotope.store.state.whole")


def test_a_vague_event_stays_in_sight_while_its_time_does(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    page.evaluate(
        """() => {
            const { begin } = chronotope.data.eventsById.get("event/talks");
            chronotope.store.change({ view: { begin, end: begin + 3600 } });
        }"""
    )
    until(
        page,
        "chronotope.chart.scene.names.some(name => name.id === 'event/flight')"
        " && !chronotope.chart.scene.placesById.has('event/flight')",
    )
    expect(page.locator("#earlier")).to_contain_text("avant")


def test_hostile_texts_are_shown_and_inert(timeline: Timeline, open_page: Open, hostile: str) -> None:
    page = open_page(timeline)
    expect(page.locator("h1")).to_have_text(f"Kaboul {hostile}")
    page.locator("#list [data-id='event/hostile']").click()
    expect(page.locator("#details h2")).to_have_text(hostile)
    expect(page.locator("#details mark")).to_have_text(hostile)
    assert page.locator("img").count() == 0
    assert page.locator("#details a").count() == 0
    spot = page.evaluate("(({x, y}) => ({x, y}))(chronotope.chart.scene.placesById.get('event/hostile'))")
    page.locator("#chart").hover(position=spot)
    expect(page.locator("#tooltip")).to_contain_text(hostile)


@pytest.mark.parametrize(
    ("language", "interface", "statuses", "fit"),
    [
        pytest.param("fr", "fr", ["avéré", "rapporté", "prévu", "possible", "démenti"], "Tout voir", id="French"),
        pytest.param("en", "en", ["happened", "reported", "planned", "possible", "denied"], "Fit", id="English"),
        pytest.param("de", "en", ["happened", "reported", "planned", "possible", "denied"], "Fit", id="no words"),
    ],
)
def test_interface_language(
    timeline: Timeline, open_page: Open, language: str, interface: str, statuses: list[str], fit: str
) -> None:
    timeline.graph["language"] = language
    page = open_page(timeline)
    assert page.locator("html").get_attribute("lang") == interface
    expect(page.locator("#fit")).to_have_text(fit)
    names = [text.split("\n")[0].rstrip("0123456789 ") for text in page.locator("#statuses button").all_inner_texts()]
    assert names == statuses


def test_narrow_pages_do_not_scroll_sideways(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("chronotope.chart.scene.placed.length") > 0


def test_light_and_dark(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline, dark=True)
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.locator("#theme").click()
    assert page.locator("html").get_attribute("data-theme") == "light"


def test_an_empty_timeline_says_so(open_page: Open) -> None:
    page = open_page(Timeline(title="Rien", language="fr"))
    expect(page.locator("#list")).to_contain_text("Cette frise ne contient aucun événement.")


def test_works_in_a_notebook_frame(timeline: Timeline, browser: Browser) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.set_content(f"<!doctype html><body>{timeline._repr_html_()}</body>")
    frame = page.frame_locator("iframe")
    expect(frame.locator("html[data-ready='true']")).to_have_attribute("data-events", "6")
    assert complaints == []
    page.close()
