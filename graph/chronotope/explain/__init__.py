"""Why an event is there and dated so: the words of every article, what read them, and what they come to together.

Where trained models judged, their reasons are found by judging once more: the graph keeps answers alone.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from chronotope.errors import UnknownEvent
from chronotope.explain.explanations import BASES, Explanation
from chronotope.explain.judging import with_reasons
from chronotope.explain.mentions import explain_mentions
from chronotope.explain.questions import Row, answers, id_of_iri
from chronotope.explain.several import explain_disputes, explain_merges, explain_time, names_in
from chronotope.explain.text import explanation_text
from chronotope.ontologies import stock_queries
from chronotope.text import BASE

__all__ = ["BASES", "Explanation", "explain_event", "explanation_text"]


def explain_event(
    store: ox.Store, event: str, *, pipelines: tuple[str, ...] = (), ontology: tuple[Path, ...] = ()
) -> Explanation:
    """Explain an event that is named by its id ("event/4c1") or its IRI. Raises `UnknownEvent`.

    An id that it had before a merge does too. `pipelines` and `ontology` are those that its articles were read with.
    """
    try:
        iri = ox.NamedNode(_iri(event))
    except ValueError:  # signs that no IRI has
        raise UnknownEvent(event) from None
    held, rows = iri, _rows(store, iri)
    if not rows:
        held = _in_force(store, iri)
        rows = _rows(store, held)
    if not rows:
        raise UnknownEvent(event)
    time_reasons, contradictions = explain_time(store, held)
    merged = explain_merges(store, held)
    reasons = [*time_reasons, *contradictions, *(reason for merge in merged for reason in merge.reasons)]
    first = rows[0]
    return Explanation(
        event=id_of_iri(first["iri"]),
        asked=None if held == iri else id_of_iri(iri.value),
        label=first["label"],
        type=first["type"],
        status=first["status"],
        edtf=first["edtf"],
        granularity=first["granularity"].rpartition("#unit")[2].lower(),
        zone=first.get("zone"),
        earliest_begin=first.get("earliestBegin"),
        latest_begin=first.get("latestBegin"),
        earliest_end=first.get("earliestEnd"),
        latest_end=first.get("latestEnd"),
        basis=first["basis"],
        because=BASES[first["basis"]],
        sources=int(first.get("sources", 1)),
        time_reasons=time_reasons,
        contradictions=contradictions,
        merged=merged,
        disputed=explain_disputes(store, held),
        names=names_in(store, reasons),
        mentions=tuple(with_reasons(store, mention, pipelines, ontology) for mention in explain_mentions(rows)),
    )


def _iri(event: str) -> str:
    id_ = event.removeprefix(BASE)
    return BASE + (id_ if id_.startswith("event/") else f"event/{id_}")


def _in_force(store: ox.Store, iri: ox.NamedNode) -> ox.NamedNode:
    """The event that an id was merged into; the one it names where it never was."""
    followed = answers(store, stock_queries("explain")["replaced"], iri)
    return ox.NamedNode(followed[0]["held"]) if followed else iri


def _rows(store: ox.Store, iri: ox.NamedNode) -> list[Row]:
    return answers(store, stock_queries()["explain"], iri, event=ox.Literal(iri.value))
