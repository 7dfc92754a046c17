"""What word lists say of tokens."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from chronotope.pipelines.hints import Hints


def marked(words: str, hints: Hints) -> list[tuple[str, str, str]]:
    doc = hints(Doc(Vocab(), words=words.split()))
    return [(token.tag_, token.ent_id_, token.ent_kb_id_) for token in doc]


NAMES = {"York": "T", "New York": "RT", "Paul": "F", "New York City Hall": "T"}


@pytest.mark.parametrize(
    ("words", "lists"),
    [
        pytest.param("Paul part", ["F", ""], id="one token"),
        pytest.param("à New York .", ["", "BRT", "IRT", ""], id="the longer name wins"),
        pytest.param("York New", ["T", ""], id="the beginning of a name is none"),
        pytest.param("New York City Hall", ["BT", "IT", "IT", "IT"], id="four tokens"),
        pytest.param("paul", [""], id="names have a capital"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_lists_of_names(words: str, lists: list[str]) -> None:
    assert [name for _, _, name in marked(words, Hints("fr", {}, NAMES))] == lists


@pytest.mark.parametrize(
    ("word", "tag", "ending"),
    [
        pytest.param("Kaboul", "17", "oul|ul", id="a word with a class"),
        pytest.param("KABOUL", "17", "oul|ul", id="in capitals"),
        pytest.param("EI", "ei", "ei|ei", id="an acronym keeps its capitals"),
        pytest.param("errent", "errer", "ent|er", id="a verb by its dictionary form"),
        pytest.param("1998", "0000", "998|00", id="a number by its form"),
    ],
)
def test_classes_and_endings(word: str, tag: str, ending: str) -> None:
    assert marked(word, Hints("fr", {"Kaboul": "17"}, {})) == [(tag, ending, "")]


def test_tables_survive_the_file() -> None:
    hints = Hints("fr", {"Kaboul": "17", "Lyon": "17", "Paul": "3"}, NAMES)
    again = Hints("fr").from_bytes(hints.to_bytes())
    assert (again.classes, again.names) == (hints.classes, hints.names)


def test_empty_tables_survive_the_file() -> None:
    again = Hints("fr").from_bytes(Hints("fr").to_bytes())
    assert (again.classes, again.names) == ({}, {})
