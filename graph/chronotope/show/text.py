"""The timeline as text, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import networkx as nx
from rich.console import Group, RenderableType
from rich.text import Text

from chronotope.timeline.build import events_of

_STYLES = {"actual": "bold", "reported": "", "planned": "cyan", "hypothetical": "yellow", "denied": "red strike"}


def timeline_text(timeline: nx.MultiDiGraph[str]) -> RenderableType:
    """A line for each event under the heading of its time, in order; the words behind it follow in grey."""
    lines: list[RenderableType] = []
    for when, events in groupby(events_of(timeline), key=lambda event: timeline.nodes[event]["edtf"]):
        lines.append(Text(when, style="bold underline"))
        for event in events:
            lines.extend(_event_lines(timeline, event))
    return Group(*lines)


def _event_lines(timeline: nx.MultiDiGraph[str], event: str) -> Iterator[Text]:
    node: dict[str, Any] = timeline.nodes[event]
    line = Text("  ")
    line.append(node["label"], style=_STYLES.get(node["status"], ""))
    line.append(f"  [{node['type_label']} · {node['status']}]", style="dim")
    holders = sorted({timeline.nodes[holder]["label"] for holder in _holders(timeline, event)})
    if holders:
        line.append("  ← " + ", ".join(holders), style="italic")
    yield line
    for evidence in node["evidence"][:1]:
        words = Text("      ", style="dim")
        words.append(" ".join(evidence.sentence.split()), style="dim")
        words.append(f"  ({evidence.article})", style="dim")
        yield words


def _holders(timeline: nx.MultiDiGraph[str], event: str) -> Iterator[str]:
    for holder, _, attributes in timeline.in_edges(event, data=True):
        if attributes["kind"] == "claim":
            yield holder
