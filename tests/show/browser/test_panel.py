"""The panel beside the chart: everything that is known of an event, an actor or a place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from chronotope.show.timeline import Timeline
from chronotope.timeline.claims import Saying

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

CLASH, ATTACK, MARCH = (f"https://harbour.example/id/event/{name}" for name in ("clash", "attack", "march"))


def part(page: Page, title: str) -> Locator:
    """A section of the panel by its heading."""
    return page.locator("#details section", has=page.get_by_role("heading", name=title, exact=True))


def select(page: Page, thing: str) -> Locator:
    page.evaluate("id => chronotope.actions.select(id)", thing)
    return page.locator("#details")


def copied(page: Page) -> str:
    expect(page.locator("#panel-said")).to_have_text("Copied")
    page.evaluate("document.getElementById('panel-said').textContent = ''")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_an_event_with_its_evidence_and_why_it_is_dated_so(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    details = select(page, CLASH)
    expect(details.locator("blockquote")).to_have_text(
        "… It had rained all night. Dockers clashed with police at the quay. Nobody was hurt…"
    )
    expect(details.locator("mark")).to_have_text("clashed")
    around = [text.strip() for text in details.locator(".around").all_inner_texts()]
    assert around == ["… It had rained all night.", "Nobody was hurt…"]
    link = details.get_by_role("link", name="Quay in turmoil")
    assert link.get_attribute("href") == "https://example.org/quay"
    assert link.get_attribute("rel") == "noopener noreferrer"
    expect(details.locator(".facts")).to_have_text("ClashConflicthappened")
    expect(details.locator(".when")).to_have_text("Friday 1 March 2030")
    expect(details.locator(".why")).to_contain_text("date stated")
    expect(details.locator(".why code")).to_have_text("2030-03-01")
    assert part(page, "Where").locator("li").all_text_contents() == ["Old Port, Marville, Westland"]
    assert part(page, "Who").locator("li").all_text_contents() == ["dockers agent · 30–40", "harbour police affected"]
    assert part(page, "Connected events").locator("li .relation").all_inner_texts() == ["happened before", "causes"]
    expect(details.locator(".confidence")).to_contain_text("90%")
    assert details.get_by_role("meter").get_attribute("value") == "0.9"
    part(page, "Where").get_by_role("button", name="Marville").click()
    expect(details.locator("h2")).to_have_text("Marville")


def test_claims_copies_and_disagreements(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    details = select(page, ATTACK)
    expect(details.locator(".why")).to_contain_text("by the words “on Sunday”")
    said = part(page, "Who says so")
    expect(said.locator("li > p").first).to_have_text("Coast Agency asserts that")
    expect(said.locator(".within > p").first).to_have_text("Ivo Brandt denies")
    expect(said).to_contain_text("“according to the agency”")
    expect(said.locator(".within")).to_contain_text("“there was no attack”")
    table = details.locator(".disputes table")
    assert table.locator("th").all_inner_texts() == ["Sunday 3 March 2030", "Saturday 2 March 2030"]
    cells = [cell.bounding_box() for cell in table.locator("td").all()]
    assert len({box["y"] for box in cells if box}) == 1  # side by side
    assert details.locator("blockquote").count() == 1  # one text in two papers
    expect(details.locator(".evidence")).to_contain_text("also in: Morning Bell, Monday 4 March 2030")
    expect(details).to_contain_text("Told by 2 independent sources")
    # The speech event that carries the claim is folded into it, and shown while it is open.
    said.locator(".within .speech button").click()
    expect(details.locator("h2")).to_have_text("statement of Ivo Brandt")
    expect(page.locator("#count")).to_contain_text("8 of 9 events")
    expect(details).not_to_contain_text("Sources disagree")


def test_a_citation_is_copied(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    select(page, CLASH)
    page.get_by_role("button", name="Copy as citation").click()
    sentence = "Dockers clashed with police at the quay."
    assert copied(page) == f"“{sentence}” — Quay in turmoil, The Tide, Saturday 2 March 2030, https://example.org/quay"
    formatted = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then(blob => blob.text())"
    )
    assert "<cite>" in formatted
    assert sentence in formatted


def test_where_nothing_can_be_copied_the_words_are_offered(harbour: Timeline, open_page: Open) -> None:
    page = open_page(
        harbour,
        fragment="selected=event/clash",
        before="Object.defineProperty(navigator, 'clipboard', { value: null })",
    )
    page.get_by_role("button", name="Copy as citation").click()
    field = page.get_by_role("dialog").get_by_role("textbox")
    expect(field).to_be_focused()
    assert "Dockers clashed with police at the quay." in field.input_value()
    assert field.evaluate("field => field.selectionEnd - field.selectionStart") == len(field.input_value())
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(page.locator("#details h2")).to_have_text("clash at the quay")  # Escape closed the window and no more


def test_commands_that_mend(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    select(page, CLASH)
    page.locator(".mend summary").click()
    command = page.locator(".mend .command")

    def offered(action: str, typed: str) -> str:
        page.locator(f".mend [data-action={action}]").click()
        page.locator(".mend-form input").fill(typed)
        page.get_by_role("button", name="Copy the command").click()
        line = copied(page)
        expect(command).to_have_text(line)
        return line

    begin = "chronotope correct 'harbour news'"
    assert offered("date", "2030-03-02") == f"{begin} date event/clash 2030-03-02"
    assert offered("place", "Montclair") == f"{begin} place event/clash place/hill"
    assert offered("place", "the moon") == f"{begin} place event/clash 'the moon'"
    assert offered("retype", "Meeting") == f"{begin} retype event/clash Meeting"
    assert offered("relabel", "dockers' rage; rm -rf $HOME") == (
        f"{begin} relabel event/clash 'dockers'\\'' rage; rm -rf $HOME'"
    )
    assert offered("relabel", "--undo") == f"{begin.replace('correct', 'correct --')} relabel event/clash --undo"
    page.locator(".mend [data-action=wrong]").click()
    assert copied(page) == f"{begin} wrong event/clash"
    page.locator(".mend [data-action=same]").click()
    expect(page.locator("#details h2")).to_have_text("Which event is the same as “clash at the quay”?")
    page.locator(f"#list [data-id='{MARCH}']").click()
    assert copied(page) == f"{begin} same event/clash event/march"
    page.locator(".mend [data-action=different]").click()
    page.keyboard.press("Escape")
    expect(page.locator("#details h2")).to_have_text("clash at the quay")


def test_nothing_is_told_twice(harbour: Timeline, open_page: Open) -> None:
    land, dockers = (f"https://harbour.example/id/{name}" for name in ("place/land", "actor/dockers"))
    harbour.add_edge(CLASH, land, kind="place")  # the port lies in it
    harbour.add_edge(CLASH, dockers, kind="participation", role="topic")
    for _ in range(2):
        harbour.add_edge("https://harbour.example/id/actor/brandt", CLASH, kind="claim", stance="warns")
    page = open_page(harbour)
    select(page, CLASH)
    assert part(page, "Where").locator("li").all_text_contents() == ["Old Port, Marville, Westland"]
    assert part(page, "Who").locator("li").first.text_content() == "dockers agent · 30–40, topic"
    # Where no chain of claims is known, the tie alone tells of it.
    assert part(page, "Who says so").locator("li").all_text_contents() == ["Ivo Brandt warns"]


def test_who_denies_an_event_by_what_they_assert(harbour: Timeline, open_page: Open) -> None:
    brandt, agency, lorne = (f"https://harbour.example/id/actor/{name}" for name in ("brandt", "agency", "lorne"))
    ferry = "https://harbour.example/id/event/return"  # what is told of it: that it did not take place
    said = [Saying(holder, "asserts", "", None) for holder in (agency, brandt)]
    warned = Saying(lorne, "warns", "", None)
    harbour.nodes[ferry]["claims"] = (tuple(said), (warned,))
    for holder, stance in ((agency, "asserts"), (brandt, "asserts"), (lorne, "warns")):
        harbour.add_edge(holder, ferry, kind="claim", stance=stance)
    page = open_page(harbour)
    select(page, ferry)
    expect(part(page, "Who says so").locator("p").filter(has_text="Brandt")).to_have_text(
        "Ivo Brandt says that it is not so"
    )
    lines = part(page, "Who says so").locator("li p:not(.quiet)").all_inner_texts()
    assert lines == ["Coast Agency asserts that", "Ivo Brandt says that it is not so", "Ada Lorne warns"]
    select(page, brandt)
    expect(page.locator(".says h4")).to_have_text(["denies1", "says that it is not so1"])
    select(page, agency)
    expect(page.locator(".says h4")).to_have_text(
        ["asserts that Ivo Brandt denies1", "asserts that Ivo Brandt says that it is not so1"]
    )
    select(page, lorne)
    expect(page.locator(".says h4")).to_have_text("warns1")
    page.evaluate("chronotope.actions.setMode('table')")
    expect(page.locator(f"tr[data-id='{ferry}'] td.said")).to_have_text(
        "Coast Agency asserts that Ivo Brandt says that it is not so; Ada Lorne warns"
    )


def test_what_was_before_and_after(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)  # the clash was before the attack
    select(page, CLASH)
    expect(part(page, "Connected events").locator("li").first).to_contain_text("happened before attack on the depot")
    select(page, ATTACK)
    expect(part(page, "Connected events").locator("li").first).to_contain_text("happened after clash at the quay")


def test_evidence_without_a_title_names_the_article(harbour: Timeline, open_page: Open) -> None:
    (evidence,) = harbour.nodes[CLASH]["evidence"]
    harbour.nodes[CLASH]["evidence"] = (evidence._replace(article="article/9", title=None, url=None, publisher=None),)
    page = open_page(harbour, fragment="selected=event/clash")
    expect(page.locator(".evidence footer")).to_have_text("article/9 · Saturday 2 March 2030")


def test_a_date_is_checked_before_there_is_a_command(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, fragment="selected=event/clash")
    page.locator(".mend summary").click()
    page.locator(".mend [data-action=date]").click()
    field, command = page.get_by_role("textbox", name="When it was"), page.locator(".mend .command")
    button = page.get_by_role("button", name="Copy the command")
    expect(field).to_have_attribute("placeholder", "2030-03-01")
    expect(command).to_be_hidden()
    expect(button).to_be_disabled()
    field.press_sequentially("11 mars 2024")
    expect(page.locator(".mend .wrong")).to_contain_text("write it like 2021-08-26")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(command).to_be_hidden()
    expect(button).to_be_disabled()
    field.fill("2030-03-02/2030-03")
    expect(field).to_have_attribute("aria-invalid", "false")
    expect(command).to_contain_text("date event/clash 2030-03-02/2030-03")
    button.click()
    said, line = page.locator("#panel-said"), command.bounding_box()
    expect(said).to_have_text("Copied")
    box = said.bounding_box()
    assert box is not None
    assert line is not None
    assert box["width"] > 40
    assert box["x"] + box["width"] < line["x"]  # beside the panel, not on the command


def test_what_one_can_do_with_an_event(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    select(page, ATTACK)
    body = "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.getElementById('panel-body'))"
    assert page.evaluate(body) == 0  # nothing is wider than the panel
    page.get_by_role("button", name="Add to story").click()
    assert page.evaluate("chronotope.store.state.story.ids") == [ATTACK]
    page.get_by_role("button", name="Remove from story").click()
    assert page.evaluate("chronotope.store.state.story.ids") == []
    page.get_by_role("button", name="Show neighbourhood").click()
    expect(page.locator("#count")).to_contain_text("2 of 9 events")
    page.get_by_role("button", name="Widen neighbourhood").click()
    assert page.evaluate("chronotope.store.state.focus.degree") == 2
    page.get_by_role("button", name="Widen neighbourhood").click()
    expect(page.get_by_role("button", name="Widen neighbourhood")).to_be_disabled()
    page.get_by_role("button", name="Leave neighbourhood").click()
    expect(page.locator("#count")).to_contain_text("7 of 9 events")
    page.locator("#details .back").click()
    expect(page.locator("#list")).to_be_visible()


def test_an_actor(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    details = select(page, "https://harbour.example/id/actor/dockers")
    expect(details).to_contain_text("group")
    expect(details).to_contain_text("also: longshoremen")
    assert page.locator(".takes-part h4").all_inner_texts() == ["agent4"]
    assert page.locator(".takes-part .link").all_inner_texts() == [
        "clash at the quay", "meeting at the café", "meeting in the hills", "march of the dockers"
    ]  # fmt: skip
    assert page.locator(".together li").all_text_contents() == ["Ada Lorne 2 events", "harbour police 1 event"]
    page.get_by_role("button", name="Filter by this").click()
    expect(page.locator("#count")).to_contain_text("4 of 9 events")
    page.get_by_role("button", name="Remove the filter").click()
    page.locator(".together").get_by_role("button", name="Ada Lorne").click()
    expect(details.locator("h2")).to_have_text("Ada Lorne")
    select(page, "https://harbour.example/id/actor/brandt")
    assert page.locator(".says h4").all_inner_texts() == ["denies1"]
    assert page.locator(".speaks .link").all_inner_texts() == ["statement of Ivo Brandt"]


def test_a_place(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    details = select(page, "https://harbour.example/id/place/city")
    expect(details).to_contain_text("town · Westland")
    expect(details).to_contain_text("43.31° N, 5.38° E")
    expect(page.locator(".contained")).to_contain_text("Old Port 1 event")
    assert page.locator(".here .link").all_inner_texts() == [
        "clash at the quay", "attack on the depot", "meeting at the café"
    ]  # fmt: skip
    details.get_by_role("button", name="Westland").click()
    assert page.locator(".contained .link").all_inner_texts() == ["Marville", "Montclair"]
    page.get_by_role("button", name="Filter by this").click()
    expect(page.locator("#count")).to_contain_text("4 of 9 events")


def test_hostile_words_stay_words(disputed: Timeline, open_page: Open, hostile: str) -> None:
    page = open_page(disputed)
    details = select(page, "event/hostile")
    expect(details.locator("h2")).to_have_text(hostile)
    expect(details.locator("mark")).to_have_text(hostile)
    assert details.locator("a").count() == 0  # "javascript:" is no link
    page.locator(".mend summary").click()
    page.locator(".mend [data-action=relabel]").click()
    expect(page.locator(".mend-form input")).to_have_value(hostile)
    page.get_by_role("button", name="Copier la citation").click()
    expect(page.locator("#panel-said")).to_have_text("Copié")
    formatted = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then(blob => blob.text())"
    )
    assert "<img" not in formatted
    assert "<script" not in formatted
    select(page, "event/attack")
    expect(details.locator(".disputes")).to_contain_text(hostile)
    select(page, "actor/hostile")
    expect(details.locator("h2")).to_have_text(hostile)
    assert page.locator("img").count() == 0


def test_the_panel_is_as_wide_as_one_wants(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    edge = page.get_by_role("separator", name="Width of the panel")
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
    edge.dblclick()
    assert page.evaluate(width) == 344
    page.set_viewport_size({"width": 390, "height": 860})
    assert page.evaluate(width) == 390
    expect(edge).to_be_hidden()
