"""Colours of groups, shapes of statuses, lines of relations: how nodes and edges look, as data.

A status is told by shape, filling and border, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

PALETTE: Final = (
    "#cf3148", "#2f6fd0", "#3f8530", "#8a52c4", "#b9560b", "#0d8186",
    "#c43d92", "#8f6f00", "#5b5fde", "#5f6f84", "#96603c", "#6f7a12",
    "#986090", "#b02ad4", "#0e7cab", "#ac545c",
)  # fmt: skip
"""Each carries white text (contrast 4.5 or more) and stands out from a light and from a dark page (3.5 or more)."""

PAPER: Final = "#ffffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How events of one status look: the shape's name in vis-network, filled or hollow, whole or dashed border."""

    shape: str
    filled: bool = False
    dashed: bool = False
    size: int = 8


_DASHES: Final = (2, 4)
"""Short ones far apart: vis-network leaves round caps behind after dashed lines, which would fill a gap of two."""

_SMALLEST: Final = 0.75
_GROWTH: Final = 0.5
"""From three quarters of a mark's size to a quarter more: rows stay as high as they are."""

MARKS: Final[Mapping[str, Mark]] = {
    "actual": Mark(shape="dot", filled=True),
    "reported": Mark(shape="dot"),
    "planned": Mark(shape="square", size=7),
    "hypothetical": Mark(shape="diamond", dashed=True, size=9),
    "denied": Mark(shape="triangleDown"),
}

_CURVED: Final = {"enabled": True, "type": "curvedCW", "roundness": 0.2}
"""Events of one lane stand on one line: a straight arrow would run through those between its ends."""

LINES: Final[Mapping[str, Mapping[str, object]]] = {
    "participation": {"color": "#8a94a6", "width": 1},
    "claim": {"color": "#8a52c4", "width": 1, "dashes": [3, 4]},
    "place": {"color": "#5f6f84", "width": 1, "dashes": [1, 4]},
    "before": {"color": "#2f6fd0", "width": 1.2, "arrows": "to", "smooth": _CURVED},
    "causes": {"color": "#cf3148", "width": 2, "arrows": "to", "smooth": _CURVED},
    "during": {"color": "#5f6f84", "width": 1.2, "dashes": [6, 4], "arrows": "to", "smooth": _CURVED},
    "sub-event": {"color": "#5f6f84", "width": 1.2, "dashes": [2, 3], "arrows": "to", "smooth": _CURVED},
}
"""Edges of other kinds (time, contained-in, member-of) are words on the page, not lines."""


def colours_of(groups: Iterable[str]) -> dict[str, str]:
    """Give each group its colour, by alphabet, so that one timeline always has the same ones.

    >>> colours_of(["Politics", "Conflict", "Politics"])
    {'Conflict': '#cf3148', 'Politics': '#2f6fd0'}
    """
    return {group: PALETTE[index % len(PALETTE)] for index, group in enumerate(sorted(set(groups)))}


def mark_of(status: str) -> Mark:
    """The mark of a status; one that an ontology of somebody else adds is drawn as reported."""
    return MARKS.get(status, MARKS["reported"])


def node_style(status: str, colour: str, salience: float = 0.5) -> dict[str, object]:
    """Options of vis-network for an event's node: the more salient, the larger.

    >>> node_style("planned", "#2f6fd0")["shape"]
    'square'
    >>> node_style("actual", "#2f6fd0", salience=0.1)["size"], node_style("actual", "#2f6fd0", salience=0.9)["size"]
    (6.4, 9.6)
    """
    mark = mark_of(status)
    return {
        "shape": mark.shape,
        "size": round(mark.size * (_SMALLEST + _GROWTH * salience), 1),
        "borderWidth": 2,
        "color": {"background": colour if mark.filled else PAPER, "border": colour},
        "shapeProperties": {"borderDashes": list(_DASHES) if mark.dashed else False},
    }
