"""The commands that the page offers to copy are run as they stand, by a shell, on the chronicle that the page shows."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from chronotope import cli
from chronotope.chronicle import build_chronicle, open_chronicle
from chronotope.corrections import list_corrections

pytestmark = pytest.mark.browser

ARTICLES = {
    "kaboul": (
        "date: 2021-08-27\nlang: fr\n\nHier, une explosion a frappé Kaboul. Le préfet de Kandahar a démissionné mardi."
    ),
    "kabul": "date: 2021-08-28\nlang: en\n\nTwelve people died in Kabul on Thursday. Troops will leave next month.",
}
FOLDER = "l'histoire $(touch pwned)"
"""What a shell would run, were it not quoted."""

HOSTILE = "l'attaque'; touch pwned; echo `touch pwned` $HOME \" \\ -- #"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("built")
    for name, text in ARTICLES.items():
        place.joinpath(f"{name}.txt").write_text(text, encoding="utf-8")
    build_chronicle(place / FOLDER, [place / f"{name}.txt" for name in ARTICLES])
    return place / FOLDER


@pytest.fixture
def folder(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A chronicle of one's own, beside which commands are run."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(built, tmp_path / FOLDER)
    return tmp_path / FOLDER


@pytest.fixture
def page(folder: Path, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1400, "height": 860}, offline=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((folder / "timeline.html").as_uri())
    page.wait_for_selector("html[data-ready='true']")
    yield page
    context.close()


def choose(page: Page, event: str, action: str) -> None:
    """Open an event, and say what is wrong with it."""
    page.evaluate("id => chronotope.actions.select(id)", event)
    page.locator(".mend summary").click()
    page.locator(f".mend [data-action='{action}']").click()


def run(page: Page, folder: Path) -> tuple[str, str | None]:
    """Run what was copied, as a shell reads it; the correction that the chronicle then holds."""
    expect(page.locator("#panel-said")).to_have_text("Copié")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".mend .command").text_content()
    read = subprocess.run(
        ["/bin/sh", "-c", f"chronotope() {{ printf '%s\\0' \"$@\"; }}\n{copied}"], capture_output=True, check=True
    )
    assert not Path("pwned").exists()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["chronotope", *(word.decode() for word in read.stdout.split(b"\0")[:-1])])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
    assert not stopped.value.code
    (listed,) = list_corrections(folder)
    return listed.correction.action, listed.correction.value


def events(folder: Path) -> list[str]:
    return list(open_chronicle(folder).events().index)


@pytest.mark.parametrize(
    ("action", "typed", "value"),
    [
        pytest.param("date", "2021-08-25", "2021-08-25", id="date"),
        pytest.param("date", "../2021-08", "../2021-08", id="an open date"),
        pytest.param("relabel", HOSTILE, HOSTILE, id="a hostile label"),
        pytest.param("relabel", "--undo", "--undo", id="a label like an option"),
        pytest.param("retype", "attaque", "Attack", id="a type of the ontology"),
        pytest.param("retype", "Démission", "Resignation", id="a type of the timeline"),
        pytest.param("place", "Marseille", "place/2995469", id="a place of the gazetteer"),
        pytest.param("place", "Kandahar", "place/1138336", id="a place of the chronicle"),
    ],
)
def test_a_word_that_is_typed(page: Page, folder: Path, action: str, typed: str, value: str) -> None:
    choose(page, events(folder)[0], action)
    button = page.locator(".mend-form button")
    expect(button).to_be_disabled()
    page.locator(".mend-form input").fill(typed)
    button.click()
    assert run(page, folder) == (action, value)


def test_no_event(page: Page, folder: Path) -> None:
    event = events(folder)[0]
    choose(page, event, "wrong")
    assert run(page, folder)[0] == "wrong"
    assert event not in events(folder)


@pytest.mark.parametrize("action", ["same", "different"])
def test_another_event_is_picked(page: Page, folder: Path, action: str) -> None:
    one, other = events(folder)[:2]
    choose(page, one, action)
    expect(page.locator("#details h2")).to_be_focused()
    page.locator(f"#list [data-id='{other}']").click()
    assert page.evaluate("chronotope.store.state.selected") == one
    assert run(page, folder)[0] == action


def test_escape_leaves_picking(page: Page, folder: Path) -> None:
    one = events(folder)[0]
    choose(page, one, "same")
    page.keyboard.press("Escape")
    assert page.evaluate("chronotope.store.state.selected") == one
    expect(page.locator(".mend .command")).to_have_count(0)
    expect(page.locator("#list")).to_be_hidden()


def test_without_a_clipboard_the_words_stand_selected(page: Page, folder: Path) -> None:
    page.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    choose(page, events(folder)[0], "wrong")
    field = page.locator("dialog textarea")
    expect(field).to_be_focused()
    words = page.evaluate(
        "(() => { const field = document.activeElement; return [field.value, field.selectionEnd]; })()"
    )
    assert words == [page.locator(".mend .command").text_content(), len(words[0])]
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    assert page.evaluate("chronotope.store.state.selected") is not None


def test_without_a_chronicle_a_word_stands_for_its_folder(page: Page, folder: Path, tmp_path: Path) -> None:
    timeline = open_chronicle(folder).timeline(language="en")
    del timeline.graph["folder"]
    timeline.to_html(tmp_path / "page.html")
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_selector("html[data-ready='true']")
    choose(page, events(folder)[0], "wrong")
    expect(page.locator(".mend .command")).to_contain_text("chronotope correct FOLDER wrong event/")
