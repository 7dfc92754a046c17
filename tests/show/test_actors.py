"""Which actors stand above the lanes."""

import networkx as nx
import pytest

from chronotope.show.html.content import actor_content


@pytest.mark.parametrize(
    ("label", "kind", "chip"),
    [
        pytest.param("Jeanne Martin", "person", True, id="a person"),
        pytest.param("préfet", "group", True, id="a function"),
        pytest.param("vieux pont", "thing", False, id="a thing"),
        pytest.param("Il", "person", False, id="a pronoun that nobody resolved"),
        pytest.param("they", "group", False, id="one in another language"),
    ],
)
def test_who_gets_a_chip(label: str, kind: str, chip: bool) -> None:
    timeline: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    timeline.add_node("actor/a", kind="actor", label=label, actor_kind=kind)
    (actor,) = actor_content(timeline)
    assert (actor["label"], actor["count"], actor["chip"]) == (label, 0, chip)
