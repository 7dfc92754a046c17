"""Dictionary forms, and what is made of a model's mistakes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronotope.pipelines.lemmas import lemma_of, repaired_lemma


@pytest.mark.parametrize(
    ("word", "pos", "guess", "lemma"),
    [
        pytest.param("continuent", "VERB", "continuoir", "continuer", id="no word"),
        pytest.param("errent", "VERB", "errent", "errer", id="not inflected back"),
        pytest.param("attaqué", "VERB", "attaquer", "attaquer", id="right already"),
        pytest.param("compris", "ADJ", "compris", "compris", id="an adjective that is a verb's form"),
        pytest.param("DATE", "NOUN", "DATE", "date", id="capitals"),
        pytest.param("ONU", "PROPN", "ONU", "ONU", id="an acronym"),
        pytest.param("Perthois", "PROPN", "perthois", "Perthois", id="a name keeps its capital"),
        pytest.param("1998", "NUM", "1998er", "1998", id="a number gets no letters"),
        pytest.param("«", "PUNCT", '"', "«", id="a sign stands for itself"),
        pytest.param("talibans", "NOUN", "taliban", "taliban", id="a word that no list has"),
    ],
)
def test_repair(word: str, pos: str, guess: str, lemma: str) -> None:
    assert repaired_lemma(word, pos, guess, "fr") == lemma


@settings(deadline=None)  # the first word loads the word lists
@given(st.text(max_size=12), st.sampled_from(["NOUN", "VERB", "PROPN", "X", ""]), st.text(max_size=12))
def test_anything_may_be_repaired(word: str, pos: str, guess: str) -> None:
    assert repaired_lemma(word, pos, guess, "en") or not word


def test_a_language_without_lists_keeps_what_the_model_says() -> None:
    assert repaired_lemma("zeute", "VERB", "zeuter", "xx") == "zeuter"
    assert lemma_of("Zeute", "xx") == "zeute"
