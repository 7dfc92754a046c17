"""The timeline as text, for the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import networkx as nx
from rich.console import Group, RenderableType
from rich.text import Text

from chronotope.show.html.disputes import disagreement_in_words
from chronotope.show.html.labels import labels_in
from chronotope.show.html.when import in_words
from chronotope.timeline.build import events_of
from chronotope.timeline.disagreements import Disagreement, side_by_side
from chronotope.timeline.evidence import Evidence

_STYLES = {"actual": "bold", "reported": "", "planned": "cyan", "hypothetical": "yellow", "denied": "red strike"}
_UNDATED = "../.."
# Line breaks would tear a line apart, and what an article holds must not steer the terminal.
_NOT_PRINTED = re.compile(r"[\s\x00-\x1f\x7f-\x9f]")


def timeline_text(timeline: nx.MultiDiGraph[str]) -> RenderableType:
    """A line for each event under the heading of its time, in order; the words behind it follow in grey.

    Events of one sentence stand together above it. An event that more than one independent text tells of says how
    many do, and where they disagree, their versions stand side by side below it.

    >>> from chronotope.timeline.disagreements import Version
    >>> said = Evidence("a", None, "2021-08", None, None, "L'Otan dément avoir attaqué.", 18, 26)
    >>> event = {"kind": "event", "label": "attaqué : Otan", "type_label": "Attaque", "status": "denied"}
    >>> times = {"edtf": "2021-08", "earliest_begin": "2021-08", "latest_begin": None, "latest_end": None}
    >>> timeline = nx.MultiDiGraph(language="fr")
    >>> counts = Disagreement("count", (Version("2", ("a",)), Version("3", ("b", "c"))))
    >>> timeline.add_node("event/1", **event, **times, evidence=(said,), sources=3, disputes=(counts,))
    >>> timeline.add_node("actor/nato", kind="actor", label="Otan")
    >>> _ = timeline.add_edge("actor/nato", "event/1", kind="claim", stance="denies")
    >>> from rich.console import Console
    >>> Console().print(timeline_text(timeline))
    août 2021
      attaqué : Otan  [Attaque · démenti · 3 sources]  ← Otan dément
        nombre : 2 (a) / 3 (b, c)
          L'Otan dément avoir attaqué.  (a)
    """
    language = timeline.graph.get("language") or "en"
    words = labels_in(language)
    events = events_of(timeline)
    if not events:
        return Text(words["empty"])
    lines: list[RenderableType] = []
    for when, together in groupby(events, key=lambda event: timeline.nodes[event]["edtf"]):
        heading = words["undated"] if when == _UNDATED else in_words(when, language)
        lines.append(Text(heading, style="bold underline"))
        for _, told in groupby(together, key=lambda event: _sentence(timeline.nodes[event]["evidence"])):
            lines.extend(_told_lines(timeline, list(told), language))
    return Group(*lines)


def _sentence(evidence: Sequence[Evidence]) -> tuple[str, int] | None:
    return (evidence[0].article, evidence[0].offset) if evidence else None


def _told_lines(timeline: nx.MultiDiGraph[str], events: Sequence[str], language: str) -> Iterator[Text]:
    """The events of one sentence, and the sentence."""
    words = labels_in(language)
    for event in events:
        yield _event_line(timeline, event, words)
        for disagreement in timeline.nodes[event]["disputes"]:
            yield _dispute_line(disagreement, language)
    evidence: list[Sequence[Evidence]] = [timeline.nodes[event]["evidence"] for event in events]
    if evidence[0]:
        yield _evidence_line(evidence, words)


def _event_line(timeline: nx.MultiDiGraph[str], event: str, words: Mapping[str, str]) -> Text:
    node: dict[str, Any] = timeline.nodes[event]
    line = Text("  ")
    line.append(_printable(node["label"]), style=_STYLES.get(node["status"], ""))
    facts = [node["type_label"], words[f"status.{node['status']}"]]
    if node["sources"] > 1:
        facts.append(words["sources"].format(n=node["sources"]))
    line.append(f"  [{' · '.join(facts)}]", style="dim")
    holders = sorted(set(_holders(timeline, event, words)))
    if holders:
        line.append("  ← " + ", ".join(holders), style="italic")
    return line


def _dispute_line(disagreement: Disagreement, language: str) -> Text:
    said = disagreement_in_words(disagreement, language)
    line = Text("    ")
    line.append(labels_in(language)["disputed"].format(aspect=said.aspect), style="yellow")
    line.append(_printable(side_by_side(said.versions)))
    return line


def _holders(timeline: nx.MultiDiGraph[str], event: str, words: Mapping[str, str]) -> Iterator[str]:
    for holder, _, attributes in timeline.in_edges(event, data=True):
        if attributes["kind"] == "claim":
            stance = words[f"stance.{attributes['stance']}"]
            yield words["claim"].format(actor=_printable(timeline.nodes[holder]["label"]), stance=stance)


def _evidence_line(evidence: Sequence[Sequence[Evidence]], words: Mapping[str, str]) -> Text:
    """The first sentence that tells of the events, its triggers in bold, and how many more mentions there are."""
    first = evidence[0][0]
    line = Text("      ", style="dim")
    begin = len(line)
    line.append(_printable(first.sentence))
    for each in evidence:
        line.stylize("bold", begin + each[0].begin, begin + each[0].end)
    more = max(len(each) for each in evidence) - 1
    line.append(f"  ({_printable(first.article)}{', ' + words['more'].format(n=more) if more else ''})")
    return line


def _printable(text: str) -> str:
    """A text on one line; each sign stays where it is."""
    return _NOT_PRINTED.sub(" ", text)
