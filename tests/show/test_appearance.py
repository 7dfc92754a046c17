from __future__ import annotations

import pytest

from chronotope.show.html.appearance import MARKS, PALETTE, colours_of, mark_of, node_style


def test_each_status_has_a_mark_of_its_own() -> None:
    assert len({(mark.shape, mark.filled) for mark in MARKS.values()}) == len(MARKS)


@pytest.mark.parametrize("colour", PALETTE)
def test_white_text_is_readable_on_every_group_colour(colour: str) -> None:
    assert contrast(colour, "#ffffff") >= 4.5
    assert contrast(colour, "#12151b") >= 3


def contrast(one: str, other: str) -> float:
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_no_two_colours_are_one() -> None:
    assert len(set(PALETTE)) == len(PALETTE)
    groups = [f"group {number:02}" for number in range(len(PALETTE))]
    assert len(set(colours_of(groups).values())) == len(PALETTE)


def test_a_status_of_somebody_s_own_is_drawn_as_reported() -> None:
    assert mark_of("rumoured") == mark_of("reported")


def test_what_matters_more_is_larger_and_nothing_gets_out_of_its_row() -> None:
    for status in MARKS:
        sizes = [float(str(node_style(status, "#000000", salience)["size"])) for salience in (0.0, 0.5, 1.0)]
        assert sizes == sorted(set(sizes))
        assert 5 < sizes[0] < sizes[-1] < 12
