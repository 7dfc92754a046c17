"""Copies of one text in several papers are found; other texts on the same matter are not copies."""

from __future__ import annotations

from itertools import permutations

import pytest

from chronotope.resolve.copies import find_copies, resemblance, sketch_of

DISPATCH = (
    "Un incendie a détruit samedi soir un entrepôt de bois dans le port de Saint-Nazaire. Soixante pompiers ont lutté "
    "contre les flammes jusqu'à l'aube, et deux d'entre eux ont été légèrement blessés. Le maire a demandé aux "
    "habitants du quartier de garder leurs fenêtres fermées. Une enquête a été ouverte pour en trouver la cause."
)
OTHER = (
    "Un entrepôt de bois a brûlé dans le port de Saint-Nazaire. Les soixante pompiers qui étaient sur place ont fini "
    "par éteindre le feu dimanche matin. Deux blessés légers sont à déplorer parmi eux. Pour le maire, mieux vaut ne "
    "pas ouvrir ses fenêtres. La cause du sinistre n'est pas connue et la police enquête."
)


@pytest.mark.parametrize(
    ("text", "is_copy"),
    [
        pytest.param(DISPATCH, True, id="the same"),
        pytest.param(DISPATCH.upper(), True, id="in capitals"),
        pytest.param(DISPATCH.replace(". ", ".\n\n") + "\n", True, id="other white space"),
        pytest.param(f"SAINT-NAZAIRE (APP) - {DISPATCH} (avec agences)", True, id="with a head and a tail"),
        pytest.param(DISPATCH.replace("Soixante", "Quatre-vingts"), True, id="a number changed"),
        pytest.param(OTHER, False, id="the same matter in other words"),
        pytest.param(DISPATCH[:60], False, id="its beginning only"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_what_is_a_copy(text: str, is_copy: bool) -> None:
    found = find_copies({"a": sketch_of(DISPATCH), "b": sketch_of(text)})
    assert found == ({"a": "a", "b": "a"} if is_copy else {})


def test_a_short_text_is_no_copy_of_itself() -> None:
    short = sketch_of("Le port est fermé.")
    assert short == ()
    assert find_copies({"a": short, "b": short}) == {}


def test_resemblance_is_of_both() -> None:
    one, other = sketch_of(DISPATCH), sketch_of(OTHER)
    assert resemblance(one, one) == 1
    assert resemblance(one, other) == resemblance(other, one) < 0.2


def test_the_first_by_key_stands_for_all_whatever_the_order() -> None:
    copy = DISPATCH.replace("samedi", "vendredi")
    texts = {"b": DISPATCH, "c": copy, "a": DISPATCH + " (APP)", "d": OTHER}
    for order in permutations(texts):
        found = find_copies({article: sketch_of(texts[article]) for article in order})
        assert found == {"a": "a", "b": "a", "c": "a"}
        assert list(found) == ["a", "b", "c"]
