"""Which actors stand above the lanes."""

import pytest

from chronotope.show.html.things import actor_content


@pytest.mark.parametrize(
    ("label", "kind", "chip"),
    [
        pytest.param("Jeanne Martin", "person", True, id="a person"),
        pytest.param("préfet", "group", True, id="a function"),
        pytest.param("vieux pont", "thing", False, id="a thing"),
        pytest.param("Il", "person", False, id="a pronoun that nobody resolved"),
        pytest.param("they", "group", False, id="one in another language"),
        pytest.param("Nous", "group", False, id="one of the first person"),
        pytest.param("him", "person", False, id="one that is no subject"),
    ],
)
def test_who_gets_a_chip(label: str, kind: str, chip: bool) -> None:
    (actor,) = actor_content({"actor/a": {"kind": "actor", "label": label, "actor_kind": kind}}, []).values()
    assert (actor["count"], actor["chip"]) == (0, chip)
