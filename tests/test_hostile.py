"""Texts that nobody wrote for people: whatever an article holds, it is read, and the other articles with it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from chronotope.dates import PartialDate
from chronotope.extract import extract
from chronotope.lexicon import load_lexicon
from chronotope.mentions import Extraction
from chronotope.pipelines import load_pipeline
from chronotope.rdf.write import extraction_quads
from chronotope.resolve import resolve
from chronotope.text import Article

LANGUAGES = ("fr", "en")


def read(text: str, language: str, dateline: str | None = "2021-08-26") -> Extraction:
    """Extract, write and resolve a text; what the text says."""
    date = None if dateline is None else PartialDate.parse(dateline)
    article = Article(identifier="a", body=text, language=language, date=date)
    (document,) = load_pipeline(language).read([article])
    assert all(token.span.of(text) == token.text for token in document.tokens)
    assert "".join(token.text for token in document.tokens) == "".join(text.split())
    found = extract(document, load_lexicon())
    assert list(extraction_quads(found))
    resolve([found], load_lexicon())
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("5" * 5_000, id="a number of 5,000 digits"),
        pytest.param("3" * 450 + " heures 20", id="a number of 450 digits, too short to be cut, and hours"),
        pytest.param("18 h " + "3" * 450, id="a number of 450 digits for minutes"),
        pytest.param("1" + " 000" * 3_000 + " soldats", id="3,000 groups of digits"),
        pytest.param("1" + " 000" * 3_000 + " soldiers were killed", id="3,000 groups of digits, English"),
        pytest.param("mille " * 2_000 + "soldats", id="a thousand thousands"),
        pytest.param("٣ ٤٥٦ soldats à ٣ heures le ٣ mars ٢٠٢١, ²³ morts", id="digits of other scripts"),
        pytest.param("Paul Durand said that " * 500 + "NATO attacked Kabul.", id="500 claims, one within the other"),
        pytest.param(
            "Paul Durand a dit que " * 500 + "l’OTAN a attaqué Kaboul.", id="500 claims, one within the other, French"
        ),
        pytest.param("(" * 20_000, id="20,000 brackets"),
        pytest.param("«" * 20_000 + "Non" + "»" * 20_000, id="20,000 quotation marks"),
        pytest.param("l’" * 20_000, id="20,000 elisions"),
        pytest.param("\n" * 100_000, id="100,000 line breaks"),
        pytest.param("a\n \n" * 2_000, id="2,000 short lines"),
        pytest.param("\u202e\u200f\u061c" * 1_000 + "Paul Durand est mort.\u202c", id="marks of direction"),
        pytest.param("a" * 100_000, id="a word of 100 kB"),
        pytest.param("É" * 100_000, id="a capitalised word of 100 kB"),
        pytest.param("\0 Paul \ufeff Durand \ufffd est mort.", id="signs that are no signs"),
        pytest.param("e" + "\u0301" * 5_000, id="5,000 accents on one letter"),
        pytest.param("", id="nothing"),
    ],
)
def test_hostile_texts_are_read(text: str, language: str) -> None:
    read(text, language)


# What rules look for, so that any order of it comes up.
WORDS = """
    Paul Durand NATO Kaboul France a dit que said that selon according to tué killed attaqué le 31 12 2021 février May
    0 999 1000 000 siècles years ago il y dans in lundi Monday prochain last 18h30 24h 25 h « » “ ” . , ; : ( )
"""


@settings(deadline=None, max_examples=150)
@given(
    st.text(max_size=200) | st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=60).map(" ".join),
    st.sampled_from(LANGUAGES),
    st.sampled_from([None, "2021", "2021-08", "2021-08-26", "0001-01-01", "9999-12-31"]),
)
@example("il y a 999 siècles", "fr", "2021-08-26")
def test_any_text_is_read(text: str, language: str, dateline: str | None) -> None:
    read(text, language, dateline)
