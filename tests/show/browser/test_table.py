"""The table: the visible events in columns, sorted, by keyboard too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from chronotope.show.timeline import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Until = Callable[..., None]

BY_TIME = (
    "clash at the quay", "attack on the depot", "meeting at the café", "departure of the ferry",
    "return of the ferry", "meeting in the hills", "march of the dockers",
)  # fmt: skip


def names(page: Page) -> list[str]:
    return page.locator("#table-view tbody .name").all_inner_texts()


def test_columns_and_cells(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour)
    page.get_by_role("button", name="Table", exact=True).click()
    table = page.get_by_role("table")
    expect(page.locator("#time-view")).to_be_hidden()
    heads = ["When", "Event", "Type", "Status", "Where", "Who", "Who says so", "Sources"]
    assert table.get_by_role("columnheader").all_inner_texts() == heads
    expect(table.locator("caption")).to_have_text("7 of 9 events")
    assert tuple(names(page)) == BY_TIME
    assert table.get_by_role("row").nth(2).get_by_role("cell").all_inner_texts() == [
        "Sunday 3 March 2030", "attack on the depot≠", "Attack", "reported", "Marville", "harbour police",
        "Coast Agency asserts that Ivo Brandt denies", "2",
    ]  # fmt: skip
    assert page.get_by_role("img", name="Sources disagree").count() == 2  # in the table and in the list
    assert table.get_by_role("row").nth(7).get_by_role("cell").first.inner_text() == "No date"
    page.locator("#groups").get_by_role("button", name="Movement").click()
    assert names(page) == ["departure of the ferry", "return of the ferry"]
    page.locator("#statuses").get_by_role("button", name="planned").click()
    expect(page.locator("#table-view .notice")).to_contain_text("Esc clears search and filters")


def test_sorting(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, fragment="mode=table")

    def sort(column: str) -> str | None:
        head = page.get_by_role("columnheader", name=column)
        head.get_by_role("button").click()
        expect(head.get_by_role("button")).to_be_focused()
        assert page.locator("th[aria-sort]:not([aria-sort=none])").count() == 1
        return head.get_attribute("aria-sort")

    expect(page.get_by_role("columnheader", name="When")).to_have_attribute("aria-sort", "ascending")
    assert sort("When") == "descending"
    assert tuple(names(page)) == (*reversed(BY_TIME[:-1]), BY_TIME[-1])  # what has no date stands last either way
    assert sort("Event") == "ascending"
    assert names(page) == sorted(BY_TIME)
    assert sort("Event") == "descending"
    assert names(page) == sorted(BY_TIME, reverse=True)
    assert sort("Sources") == "descending"
    assert names(page)[0] == "attack on the depot"
    assert sort("Status") == "ascending"
    assert names(page)[-3:] == ["meeting in the hills", "march of the dockers", "return of the ferry"]
    assert sort("Where") == "ascending"
    assert names(page)[0] == "departure of the ferry"
    assert names(page)[-2:] == ["return of the ferry", "march of the dockers"]
    page.locator("#groups").get_by_role("button", name="Movement").click()
    assert names(page) == ["departure of the ferry", "return of the ferry"]  # the order stays


def test_a_row_selects(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, fragment="mode=table")
    page.get_by_role("row").nth(3).get_by_role("cell").last.click()
    expect(page.locator("#details h2")).to_have_text("meeting at the café")
    expect(page.get_by_role("row").nth(3)).to_have_attribute("aria-current", "true")
    page.get_by_role("button", name="attack on the depot").click()
    expect(page.locator("#details h2")).to_have_text("attack on the depot")
    assert page.locator("tr[aria-current=true]").count() == 1


def test_the_table_by_keyboard(harbour: Timeline, open_page: Open) -> None:
    page = open_page(harbour, fragment="mode=table")
    assert page.locator("#table-view td button[tabindex='0']").count() == 1
    page.locator("#table-view td button").first.focus()
    for key, name in (
        ("ArrowDown", BY_TIME[1]), ("End", BY_TIME[-1]), ("ArrowDown", BY_TIME[-1]), ("PageUp", BY_TIME[0]),
        ("ArrowUp", BY_TIME[0]), ("PageDown", BY_TIME[-1]), ("ArrowUp", BY_TIME[-2]),
    ):  # fmt: skip
        page.keyboard.press(key)
        expect(page.locator("#table-view button:focus")).to_have_text(name)
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_have_text(BY_TIME[-2])
    expect(page.locator("#table-view button:focus")).to_have_text(BY_TIME[-2])


def test_two_thousand_rows_come_as_one_scrolls(crowd: Timeline, open_page: Open, until: Until) -> None:
    page = open_page(crowd, fragment="mode=table")
    table = page.get_by_role("table")
    expect(table).to_have_attribute("aria-rowcount", "2001")
    rows = "document.querySelectorAll('#table-view tbody tr').length"
    assert page.evaluate(rows) <= 300
    # Rows may be higher than was thought before they were made: the end is where one scrolls to again and again.
    until(
        page,
        """(() => {
            const view = document.getElementById("table-view");
            view.scrollTop = 1e7;
            const last = view.querySelector("tr[aria-rowindex='2001']")?.getBoundingClientRect();
            return Boolean(last) && last.bottom <= view.getBoundingClientRect().bottom + 1;
        })()""",
    )
    assert page.evaluate(rows) <= 600
    page.locator("#table-view td button[tabindex='0']").focus()
    page.keyboard.press("End")
    expect(page.locator("tr[aria-rowindex='2001'] button")).to_be_focused()
    middle = page.evaluate("chronotope.store.state.visible[1000].id")
    page.evaluate("id => chronotope.actions.select(id)", middle)
    expect(page.locator(f"tr[data-id='{middle}']")).to_be_in_viewport()


def test_hostile_rows_are_inert(timeline: Timeline, open_page: Open, hostile: str) -> None:
    page = open_page(timeline, fragment="mode=table")
    expect(page.locator("#table-view tr[data-id='event/hostile'] .name")).to_have_text(hostile)
    assert page.locator("#table-view img").count() == 0
