"""What sentences and words stand for, so that two languages compare."""

from __future__ import annotations

import pytest

from chronotope.lexicon import load_lexicon
from chronotope.resolve.contexts import context_of, count_in, terms_of


@pytest.mark.parametrize(
    ("words", "language", "number"),
    [
        pytest.param("treize marins", "fr", 13, id="in letters"),
        pytest.param("13 marins", "fr", 13, id="in digits"),
        pytest.param("twenty-three sailors", "en", 23, id="of two words"),
        pytest.param("quatre-vingt-douze marins", "fr", 92, id="of three words"),
        pytest.param("12 500 marins", "fr", 12_500, id="with a space for thousands"),
        pytest.param("12,500 sailors", "en", 12_500, id="with a comma for thousands"),
        pytest.param("au moins treize marins", "fr", 13, id="after other words"),
        pytest.param("les marins", "fr", None, id="no number"),
        pytest.param("1234567890123 marins", "fr", None, id="too long to count people"),
        pytest.param("", "fr", None, id="nothing"),
    ],
)
def test_count_in(words: str, language: str, number: int | None) -> None:
    assert count_in(words, language) == number


@pytest.mark.parametrize(
    ("french", "english"),
    [
        pytest.param("marins", "sailors", id="a noun"),
        pytest.param("Les marins", "The sailor", id="number and article do not matter"),
        pytest.param("tué", "killed", id="a verb"),
    ],
)
def test_words_of_two_languages_stand_for_one_concept(french: str, english: str) -> None:
    lexicon = load_lexicon()
    shared = set(terms_of(french, "fr", lexicon)) & set(terms_of(english, "en", lexicon))
    assert any(term.startswith("=") for term in shared)


def test_a_word_without_a_concept_stands_for_its_beginning() -> None:
    lexicon = load_lexicon()
    assert terms_of("zibelines", "fr", lexicon) == terms_of("zibeline", "fr", lexicon) == ("zibel",)


def test_small_words_stand_for_nothing() -> None:
    assert terms_of("de la", "fr", load_lexicon()) == ()


def test_a_context_holds_numbers_names_and_words() -> None:
    context = context_of("Hier, treize marins de la Zénobie sont arrivés à Kaboul.", "fr", load_lexicon())
    assert {"#13", "@kaboul", "@zenobie"} <= set(context)
    assert context == tuple(sorted(set(context)))


def test_the_first_word_is_no_name_for_its_capital() -> None:
    context = context_of("Marins et pompiers attendent.", "fr", load_lexicon())
    assert not any(each.startswith("@") for each in context)


def test_numbers_and_names_are_the_same_in_two_languages() -> None:
    lexicon = load_lexicon()
    french = context_of("Les treize marins ont quitté Bamako.", "fr", lexicon)
    english = context_of("The thirteen sailors left Bamako.", "en", lexicon)
    assert {"#13", "@bamako", "=sailor"} <= set(french) & set(english)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        pytest.param("treize marins", 13, id="letters"),
        pytest.param("3.200 marins", 3200, id="grouped by a point"),
        pytest.param("3\u202f200 marins", 3200, id="grouped by a narrow space"),
        pytest.param("3\u00a0200 marins", 3200, id="grouped by a space that does not break"),
        pytest.param("1 million de personnes", 1_000_000, id="millions half in digits"),
        pytest.param("1,5 million de personnes", 1_500_000, id="one and a half million"),
        pytest.param("2,5 tonnes de farine", None, id="a fraction is no count"),
        pytest.param("12e régiment", None, id="nor is an ordinal"),
        pytest.param("9" * 20, None, id="nor is what has so many digits"),
    ],
)
def test_numbers_are_read_as_papers_write_them(words: str, number: int | None) -> None:
    assert count_in(words, "fr") == number


def test_an_empty_sentence_says_nothing() -> None:
    assert context_of("", "fr", load_lexicon()) == ()
