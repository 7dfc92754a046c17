"""The panel beside the chart: everything that is known of a thing, and the list of events. In a real browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from chronotope.show.timeline import Timeline
from chronotope.timeline.claims import Saying
from chronotope.timeline.evidence import Evidence

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
DENIED = "Le gouvernement dément toute négociation."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or Playwright's own."""
    with sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1400, "height": 860}, offline=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])

    def open_timeline(timeline: Timeline, selected: str | None = None, *, width: int = 1400) -> Page:
        timeline.to_html(tmp_path / "timeline.html")
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 860})
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto((tmp_path / "timeline.html").as_uri())
        page.wait_for_selector("html[data-ready='true']")
        if selected:
            page.evaluate("id => chronotope.actions.select(id)", selected)
        return page

    yield open_timeline
    context.close()
    assert complaints == []


@pytest.fixture
def told(disputed: Timeline) -> Timeline:
    """The talks are denied: an agency says that the army denies them; one sentence stands in two papers."""
    first = Evidence(
        article="article/4", title="Kaboul nie", date="2021-08-28", url="https://example.org/nie",
        publisher="Le Relais", sentence=DENIED, begin=16, end=22,
        before="… la nuit fut calme.", after="Rien n’est prévu…",
    )  # fmt: skip
    second = first._replace(article="article/5", title="Kaboul nie aussi", publisher="La Dépêche du Sud", url=None)
    disputed.add_edge("event/talks", "actor/army", kind="participation", role="agent", minimum=None, maximum=None)
    disputed.add_edge("event/talks", "actor/army", key="topic", kind="participation", role="topic")
    disputed.add_edge("event/talks", "place/af", kind="place")
    disputed.add_edge("event/talks", "place/kabul", kind="place")
    disputed.nodes["event/talks"].update(
        evidence=(first, second),
        time_words=("samedi",),
        claims=(
            (
                Saying("actor/group", "asserts", "selon l’agence", "event/hostile"),
                Saying("actor/army", "denies", "dément", None),
            ),
        ),
    )
    return disputed


def test_when_and_why(told: Timeline, open_page: Open) -> None:
    page = open_page(told, "event/talks")
    expect(page.locator(".when")).to_have_text("samedi 28 août 2021")
    expect(page.locator(".why")).to_contain_text("date donnée")
    expect(page.locator(".why")).to_contain_text("«\u00a0samedi\u00a0»")
    expect(page.locator(".why code")).to_have_text("2021-08-28")
    expect(page.locator("#details h2")).to_have_class("denied")
    expect(page.locator(".facts .status")).to_have_text("démenti")


def test_a_place_stands_with_what_it_lies_in_and_leads_there(told: Timeline, open_page: Open) -> None:
    page = open_page(told, "event/talks")
    where = page.locator("section", has=page.get_by_role("heading", name="Où", exact=True)).last
    assert where.locator("li").all_inner_texts() == ["Kaboul, Afghanistan"]
    where.get_by_role("button", name="Kaboul").click()
    expect(page.locator("#details h2")).to_have_text("Kaboul")
    expect(page.locator("#details")).to_contain_text("ville · Afghanistan")
    expect(page.locator("#details")).to_contain_text("34,5° N, 69,2° E")
    assert page.locator(".here [data-id]").count() == 2
    page.locator("#details").get_by_role("button", name="Afghanistan").click()
    expect(page.locator(".contained")).to_contain_text("Kaboul")
    assert page.locator(".here [data-id]").count() == 2
    page.get_by_role("button", name="Filtrer").click()
    assert page.evaluate("[...chronotope.store.state.filters.places]") == ["place/af"]
    expect(page.get_by_role("button", name="Retirer le filtre", exact=True)).to_be_visible()


def test_an_actor_of_two_roles_stands_once(told: Timeline, open_page: Open) -> None:
    page = open_page(told, "event/talks")
    who = page.locator("section", has=page.get_by_role("heading", name="Qui", exact=True)).last
    assert who.locator("li").count() == 1
    expect(who).to_contain_text("agent, sujet")


def test_claims_nest(told: Timeline, open_page: Open) -> None:
    page = open_page(told, "event/talks")
    said = page.locator("section.said")
    assert said.locator("li").count() == 1
    expect(said.locator("li > p").first).to_have_text("sept assaillants affirme\u00a0:")
    expect(said.locator(".within p").first).to_have_text("armée de l’air dément")
    expect(said).to_contain_text("«\u00a0selon l’agence\u00a0»")
    said.locator(".speech button").click()
    assert page.evaluate("chronotope.store.state.selected") == "event/hostile"


def test_a_claim_without_a_chain_is_told_by_its_tie(told: Timeline, open_page: Open) -> None:
    page = open_page(told, "event/threat")
    assert page.locator("section.said li").all_inner_texts() == ["armée de l’air met en garde"]


def test_versions_stand_side_by_side(told: Timeline, open_page: Open) -> None:
    page = open_page(told, "event/attack")
    tables = page.locator(".disputes table")
    assert tables.locator("caption").all_inner_texts() == ["nombre", "date"]
    assert tables.nth(1).locator("th").all_inner_texts() == ["jeudi 26 août 2021", "vendredi 27 août 2021"]
    assert tables.nth(1).locator("td").count() == 2
    assert page.evaluate(
        "(() => { const body = document.getElementById('panel-body'); return body.scrollWidth <= body.clientWidth; })()"
    )


def test_a_sentence_of_two_papers_stands_once_in_its_surroundings(told: Timeline, open_page: Open) -> None:
    page = open_page(told, "event/talks")
    quote = page.locator("#details blockquote")
    expect(quote).to_have_text(f"… la nuit fut calme. {DENIED} Rien n’est prévu…")
    expect(quote.locator("mark")).to_have_text(DENIED[16:22])
    expect(page.locator(".evidence li")).to_contain_text("aussi dans\u00a0: La Dépêche du Sud")
    page.get_by_role("button", name="Copier la citation").click()
    expect(page.locator("#panel-said")).to_have_text("Copié")
    assert page.evaluate("navigator.clipboard.readText()") == (
        f"«\u00a0{DENIED}\u00a0» — Kaboul nie, Le Relais, samedi 28 août 2021, https://example.org/nie"
    )


def test_relations_are_told_in_words(told: Timeline, open_page: Open) -> None:
    page = open_page(told, "event/threat")
    expect(page.locator("section.related li")).to_contain_text("causé par attaque de l’aéroport")
    assert page.evaluate("chronotope.data.thing('event/threat').salience") == 0.5
    expect(page.locator("#details")).not_to_contain_text("0.5")


def test_story_focus_and_address(told: Timeline, open_page: Open) -> None:
    page = open_page(told, "event/talks")
    page.get_by_role("button", name="Ajouter au récit").click()
    assert page.evaluate("chronotope.store.state.story.ids") == ["event/talks"]
    page.get_by_role("button", name="Retirer du récit").click()
    assert page.evaluate("chronotope.store.state.story.ids") == []
    page.get_by_role("button", name="Montrer le voisinage").click()
    page.get_by_role("button", name="Élargir le voisinage").click()
    assert page.evaluate("chronotope.store.state.focus") == {"id": "event/talks", "degree": 2}
    page.get_by_role("button", name="Quitter le voisinage").click()
    assert page.evaluate("chronotope.store.state.focus") is None
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.locator("#panel-said")).to_have_text("Copié")
    address = page.evaluate("navigator.clipboard.readText()")
    page.evaluate("chronotope.actions.select(null)")
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("html[data-ready='true']")
    expect(page.locator("#details h2")).to_have_text("négociations")


def test_an_actor_tells_what_it_does_says_and_with_whom(told: Timeline, open_page: Open) -> None:
    page = open_page(told, "actor/army")
    expect(page.locator("#details")).to_contain_text("organisation")
    assert page.locator(".takes-part h4").all_inner_texts() == ["agent1", "agent, sujet1"]
    expect(page.locator(".says")).to_contain_text("met en garde")
    page.get_by_role("button", name="Filtrer").click()
    assert page.evaluate("[...chronotope.store.state.filters.actors]") == ["actor/army"]


def many(timeline: Timeline, count: int) -> Timeline:
    for index in range(count):
        node = {**timeline.nodes["event/talks"], "label": f"événement {index % 30}", "salience": index / count}
        timeline.add_node(f"event/more-{index:03}", **node)
        timeline.add_edge(f"event/more-{index:03}", "actor/army", kind="participation", role="agent")
    return timeline


def test_long_lists_show_twelve_and_the_rest_on_demand(told: Timeline, open_page: Open) -> None:
    page = open_page(many(told, 60), "actor/army")
    rows = page.locator(".takes-part ul").first.locator("li")
    assert rows.count() == 12
    page.locator(".takes-part .more").click()
    assert rows.count() == 61
    expect(rows.nth(12).locator("button")).to_be_focused()


def test_many_events_begin_with_the_main_ones(told: Timeline, open_page: Open) -> None:
    page = open_page(many(told, 60))
    expect(page.locator("#list h3")).to_have_text("Principaux événements")
    names = page.locator("#list .name")
    assert names.count() == 12
    assert names.first.inner_text() == "événement 29"
    expect(page.locator("#list .more")).to_have_text("et 54 de plus")
    page.locator("#list .more").click()
    assert names.count() == 66
    page.get_by_role("button", name="Par date").click()
    expect(page.locator("#list .undated h3")).to_have_text("Sans date")
    assert page.locator("#list .undated .name").all_text_contents() == ["frappe"]


def test_rows_that_read_alike_are_told_apart(told: Timeline, open_page: Open) -> None:
    told.add_node("event/twin", **{**told.nodes["event/threat"], "evidence": told.nodes["event/talks"]["evidence"]})
    page = open_page(told)
    small = page.locator("#list button", has_text="menace").locator("small").all_inner_texts()
    assert len(set(small)) == 2


def test_the_panel_is_made_wider_by_hand_and_by_keys(timeline: Timeline, open_page: Open) -> None:
    page = open_page(timeline)
    edge = page.get_by_role("separator", name="Largeur du panneau")
    width = "document.getElementById('panel').offsetWidth"
    assert page.evaluate(width) == 344
    edge.focus()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(width) == 360
    page.keyboard.press("End")
    assert (page.evaluate(width), edge.get_attribute("aria-valuenow")) == (640, "640")
    page.keyboard.press("Home")
    assert page.evaluate(width) == 280
    box = edge.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 4, 400)
    page.mouse.down()
    page.mouse.move(box["x"] - 116, 400)
    page.mouse.up()
    assert abs(page.evaluate(width) - 400) <= 5
    page.set_viewport_size({"width": 390, "height": 860})
    assert page.evaluate(width) == 390
    expect(edge).to_be_hidden()


@pytest.mark.parametrize("selected", ["event/hostile", "event/attack", "actor/hostile"])
def test_phones_do_not_scroll_sideways(told: Timeline, open_page: Open, selected: str) -> None:
    page = open_page(told, selected, width=390)
    page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_hostile_words_stay_words(told: Timeline, open_page: Open, hostile: str) -> None:
    page = open_page(told, "event/hostile")
    expect(page.locator("#details h2")).to_have_text(hostile)
    page.locator(".mend summary").click()
    page.locator(".mend [data-action='relabel']").click()
    assert page.locator("#panel img").count() == 0
    page.get_by_role("button", name="Copier la citation").click()
    formatted = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then(blob => blob.text())"
    )
    assert "<img" not in formatted
    assert "<script" not in formatted
