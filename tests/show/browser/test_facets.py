"""The drawer of filters: every facet with the numbers of events that a choice would show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def open_drawer(page: Page) -> None:
    page.locator("#facets-toggle").click()


def section(page: Page, title: str) -> Locator:
    return page.locator("#facets details", has=page.locator("summary", has_text=title))


def choose(page: Page, title: str, name: str) -> None:
    row(page, title, name).locator("input").first.click()


def row(page: Page, title: str, name: str) -> Locator:
    return section(page, title).locator("label.choice", has=page.get_by_text(name, exact=True))


def counts(page: Page, title: str) -> dict[str, int]:
    """The numbers beside what can be chosen, once they are drawn; what is folded is read too."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    found = (
        section(page, title)
        .locator("label.choice")
        .evaluate_all("rows => rows.map(row => ['.name', '.number'].map(part => row.querySelector(part).textContent))")
    )
    return {name: int(number) for name, number in found}


def visible(page: Page) -> list[str]:
    ids: list[str] = page.evaluate("chronotope.store.state.visible.map(event => event.id.split('/').at(-1))")
    return sorted(ids)


def test_the_drawer_counts_what_a_choice_would_show(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    open_drawer(page)
    assert page.locator("#facets summary").all_inner_texts() == [
        "Period", "Status", "Types", "Actors", "Places", "Sources", "Articles", "Confidence and disagreement"
    ]  # fmt: skip
    assert counts(page, "Status") == {"happened": 3, "reported": 1, "planned": 1, "possible": 1, "denied": 1}
    assert counts(page, "Actors") == {
        "dockers": 4, "Ada Lorne": 2, "harbour police": 2, "Coast Agency": 1, "Gull Ferries": 1, "Ivo Brandt": 1
    }  # fmt: skip
    assert counts(page, "Places") == {"Westland": 4, "Marville": 3, "Isle of Gulls": 1, "Montclair": 1, "Old Port": 1}
    assert counts(page, "Sources") == {"The Tide": 6, "Morning Bell": 1, "Northern Post": 1}
    assert sum(counts(page, "Articles").values()) == 8
    expect(page.locator("#facets header")).to_contain_text("7 of 9 events")


def test_filters_compose_and_the_counts_follow(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    open_drawer(page)
    choose(page, "Places", "Marville")  # and what lies in it
    assert visible(page) == ["attack", "clash", "talks"]
    assert counts(page, "Status") == {"happened": 2, "reported": 1, "planned": 0, "possible": 0, "denied": 0}
    assert counts(page, "Places")["Montclair"] == 1  # another of the same kind would come in addition
    expect(row(page, "Status", "denied")).to_have_class("choice none")
    choose(page, "Status", "happened")
    assert visible(page) == ["clash", "talks"]
    choose(page, "Actors", "Ada Lorne")
    assert visible(page) == ["talks"]
    assert counts(page, "Actors")["harbour police"] == 1
    choose(page, "Actors", "harbour police")
    assert visible(page) == ["clash", "talks"]
    choose(page, "Status", "happened")
    choose(page, "Sources", "Northern Post")
    assert visible(page) == ["attack"]
    choose(page, "Articles", "Quay in turmoil")
    assert visible(page) == []
    choose(page, "Articles", "Depot attacked · Morning Bell")  # two articles have this title
    assert visible(page) == ["attack"]
    page.locator("#facets").get_by_role("button", name="Clear all").click()
    assert len(visible(page)) == 7
    assert counts(page, "Places")["Westland"] == 4
    assert page.locator("#facets input:checked").count() == 0


def test_groups_and_their_types(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    open_drawer(page)
    conflict, mixed = row(page, "Types", "Conflict").locator("input"), "box => box.indeterminate"
    legend = page.locator("#groups").get_by_role("button", name="Conflict")
    expect(row(page, "Types", "Clash")).to_be_hidden()
    page.get_by_role("button", name="Types of Conflict").click()
    assert counts(page, "Types") == {
        "Conflict": 3, "Clash": 2, "Attack": 1, "Movement": 2, "Politics": 2, "Meeting": 2, "Statement": 0
    }  # fmt: skip
    choose(page, "Types", "Clash")
    assert visible(page) == ["clash", "march"]
    assert conflict.evaluate(mixed)
    expect(legend).to_have_attribute("aria-pressed", "false")
    choose(page, "Types", "Attack")  # now the group is whole
    assert visible(page) == ["attack", "clash", "march"]
    assert not conflict.evaluate(mixed)
    expect(conflict).to_be_checked()
    expect(legend).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("[...chronotope.store.state.filters.types]") == ["group:Conflict"]
    choose(page, "Types", "Clash")  # all but this
    assert visible(page) == ["attack"]
    assert conflict.evaluate(mixed)
    conflict.click()
    assert visible(page) == ["attack", "clash", "march"]
    legend.click()
    assert len(visible(page)) == 7
    expect(conflict).not_to_be_checked()


def test_confidence_disagreement_and_speech(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    open_drawer(page)
    slider = page.get_by_role("slider", name="Confidence at least")
    slider.focus()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "60%")
    assert visible(page) == ["attack", "clash", "ferry", "second", "talks"]
    page.locator("#facets").get_by_text("Disputed only").click()
    assert visible(page) == ["attack"]
    chips = page.locator("#active .chip .name")
    assert chips.all_inner_texts() == ["Confidence from 60%", "Disputed only"]
    page.locator("#active").get_by_role("button", name="confidence").click()
    page.locator("#active").get_by_role("button", name="disputed").click()
    expect(slider).to_have_value("0")
    page.locator("#facets").get_by_text("Show speech events (2 folded)").click()
    assert len(visible(page)) == 9
    expect(page.locator("#count")).to_have_text("9 of 9 events")
    assert counts(page, "Types")["Statement"] == 2


def test_a_period_by_dates(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    open_drawer(page)
    begin, end = page.get_by_label("From", exact=True), page.get_by_label("To", exact=True)
    days = "(({begin, end}) => [begin, end - 1].map(it => new Date(it * 1000).toISOString().slice(0, 10)))"
    view = f"{days}(chronotope.store.state.view)"
    expect(begin).to_have_value("2030-03-01")
    expect(end).to_have_value("2030-03-12")
    end.fill("2030-03-08")
    begin.fill("2030-03-04")
    assert page.evaluate(view) == ["2030-03-04", "2030-03-08"]
    begin.fill("2030-03-10")  # takes the end along
    assert page.evaluate(view)[0] == "2030-03-10"
    begin.fill("1999-01-01")
    assert page.evaluate(view)[0] == "2030-03-10"  # perhaps somebody is still writing
    begin.press("Enter")
    assert page.evaluate("chronotope.store.state.view.begin >= chronotope.store.state.whole.begin")
    page.evaluate("chronotope.actions.fit()")
    end.focus()
    expect(begin).to_have_value("2030-03-01")
    expect(page.get_by_role("button", name="this day")).to_be_disabled()
    page.evaluate("chronotope.actions.select('https://harbour.example/id/event/talks')")
    page.get_by_role("button", name="this day").click()
    assert page.evaluate(view) == ["2030-03-05", "2030-03-05"]
    expect(begin).to_have_value("2030-03-05")
    expect(end).to_have_value("2030-03-05")
    page.get_by_role("button", name="this month").click()
    assert page.evaluate(view)[0] == "2030-03-01"
    assert page.evaluate("chronotope.store.state.view.end === chronotope.store.state.whole.end")


def test_the_drawer_by_keyboard(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    toggle = page.locator("#facets-toggle")
    toggle.focus()
    page.keyboard.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#facets header .cross")).to_be_focused()
    box = row(page, "Actors", "Gull Ferries").locator("input")
    box.focus()
    page.keyboard.press("Space")
    assert visible(page) == ["ferry"]
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#facets")).to_be_hidden()
    expect(toggle).to_be_focused()
    assert visible(page) == ["ferry"]  # Escape closed the drawer and no more
    page.keyboard.press("Escape")
    assert len(visible(page)) == 7


def test_long_sections_are_searched_and_shown_in_portions(harbour: Timeline, open_page: Open) -> None:
    for number in range(20):
        actor = f"actor/witness-{number:02}"
        harbour.add_node(actor, kind="actor", label=f"Témoin {number:02}", actor_kind="person")
        harbour.add_edge("https://harbour.example/id/event/ferry", actor, kind="participation", role="agent")
    page = open_page(harbour)
    open_drawer(page)
    actors = section(page, "Actors")
    assert actors.locator("label.choice").count() == 8
    actors.get_by_role("button", name="and 18 more").click()
    assert actors.locator("label.choice").count() == 26
    actors.get_by_role("searchbox", name="Search in: Actors").fill("temoin 1")
    assert list(counts(page, "Actors")) == [f"Témoin {number}" for number in range(10, 20)]
    choose(page, "Actors", "Témoin 17")
    assert visible(page) == ["ferry"]
    expect(page.locator("#active .chip .name")).to_have_text("Témoin 17")
