"""Texts and marks on the page stand out from what they stand on: WCAG 2.1, 1.4.3 and 1.4.11.

The canvas has no text that a checker could see, and paints in the colours of the style sheets: so these are compared.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import pytest

from chronotope.show.html.appearance import PALETTE

TEXT = 4.5
GRAPHIC = 3.0
GROUNDS = ("page", "surface", "stripe")
THEMES = ("light", "dark")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        pytest.param("text", (*GROUNDS, "accent-soft"), id="names"),
        pytest.param("quiet", (*GROUNDS, "accent-soft"), id="lanes and ticks"),
        pytest.param("accent", (*GROUNDS, "accent-soft"), id="what lanes fold"),
        pytest.param("on-marker", ("marker",), id="words that tell of an event"),
        pytest.param("text", ("map-sea", "map-land"), id="names of places"),
        pytest.param("quiet", ("map-sea",), id="where the outlines are from"),
    ],
)
def test_texts_can_be_read(theme: str, text: str, grounds: tuple[str, ...]) -> None:
    colours = colours_of(theme)
    for ground in grounds:
        assert contrast(colours[text], colours[ground]) >= TEXT, f"{text} on {ground}"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("mark", "grounds"),
    [
        pytest.param("axis", GROUNDS, id="axis, folded events, borders of fields"),
        pytest.param("accent", GROUNDS, id="brush and focus"),
        *(
            pytest.param(f"actor-{kind}", ("page",), id=kind)
            for kind in ("person", "organization", "armed-group", "state", "group", "other")
        ),
    ],
)
def test_marks_can_be_seen(theme: str, mark: str, grounds: tuple[str, ...]) -> None:
    colours = colours_of(theme)
    for ground in grounds:
        assert contrast(colours[mark], colours[ground]) >= GRAPHIC, f"{mark} on {ground}"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", [*GROUNDS, "map-sea", "map-land"])
def test_groups_can_be_seen(theme: str, ground: str) -> None:
    for colour in PALETTE:
        assert contrast(colour, colours_of(theme)[ground]) >= GRAPHIC, f"{colour} on {ground}"


def test_no_two_groups_share_a_colour() -> None:
    assert len(set(PALETTE)) == len(PALETTE) >= 14


@cache
def colours_of(theme: str) -> dict[str, str]:
    """The custom properties of all style sheets; the dark theme changes some of the light one's."""
    found: dict[str, str] = {}
    for selector in (":root", ':root[data-theme="dark"]')[: THEMES.index(theme) + 1]:
        for block in re.findall(rf"^{re.escape(selector)} \{{(.*?)^\}}", _styles(), re.DOTALL | re.MULTILINE):
            found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    return found


@cache
def _styles() -> str:
    folder = files("chronotope.show.html") / "page" / "styles"
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in folder.iterdir() if sheet.name.endswith(".css"))


def contrast(one: str, other: str) -> float:
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
