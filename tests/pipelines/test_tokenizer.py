"""Where press text is cut into tokens, and where it is not."""

import pytest
from spacy.vocab import Vocab

from chronotope.languages import Language
from chronotope.languages.en import ENGLISH
from chronotope.languages.fr import FRENCH
from chronotope.pipelines.tokenizer import build_tokenizer, words_of


def tokens(text: str, language: Language) -> list[str]:
    return [token.text for token in build_tokenizer(language, Vocab())(text) if token.text.strip()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("M. Roy", ["M.", "Roy"], id="title"),
        pytest.param("MM. Roy et Petit", ["MM.", "Roy", "et", "Petit"], id="titles"),
        pytest.param("l’armée", ["l’", "armée"], id="elision, curly apostrophe"),
        pytest.param("l'armée", ["l'", "armée"], id="elision, straight apostrophe"),
        pytest.param("qu’il", ["qu’", "il"], id="elided que"),
        pytest.param("L’OTAN", ["L’", "OTAN"], id="elision with a capital"),
        pytest.param("l’« émir »", ["l’", "«", "émir", "»"], id="elision before a quotation"),
        pytest.param("aujourd’hui", ["aujourd’hui"], id="no elision: aujourd’hui"),
        pytest.param("prud’homme", ["prud’homme"], id="no elision: prud’homme"),
        pytest.param("ce week-end", ["ce", "week-end"], id="week-end"),
        pytest.param("ce mois-ci", ["ce", "mois-ci"], id="mois-ci"),
        pytest.param("a-t-il vu", ["a", "-t-il", "vu"], id="inversion with t"),
        pytest.param("est-ce", ["est", "-ce"], id="inversion"),
        pytest.param("donne-le-moi", ["donne", "-le", "-moi"], id="two clitics"),
        pytest.param("vice-président", ["vice-président"], id="compound noun"),
        pytest.param("un attentat-suicide", ["un", "attentat-suicide"], id="compound event"),
        pytest.param("aux États-Unis", ["aux", "États-Unis"], id="compound name"),
        pytest.param("1 000 soldats", ["1", "000", "soldats"], id="groups of digits"),
        pytest.param("1\u202f000", ["1", "000"], id="groups of digits, thin space"),
        pytest.param("3,5 %", ["3,5", "%"], id="decimal comma"),
        pytest.param("à 18h30.", ["à", "18h30", "."], id="hour"),
        pytest.param("le 12/03/2018", ["le", "12/03/2018"], id="slashed date"),
        pytest.param("« Non »", ["«", "Non", "»"], id="quotation marks"),
        pytest.param("«Non», dit-elle", ["«", "Non", "»", ",", "dit", "-elle"], id="quotation marks without spaces"),
        pytest.param("l’O.N.U.", ["l’", "O.N.U."], id="acronym with dots"),
        pytest.param("Fin…", ["Fin", "…"], id="ellipsis"),
        pytest.param("(Lyon)", ["(", "Lyon", ")"], id="brackets"),
    ],
)
def test_french(text: str, expected: list[str]) -> None:
    assert tokens(text, FRENCH) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They don't", ["They", "do", "n't"], id="negation"),
        pytest.param("They don’t", ["They", "do", "n’t"], id="negation, curly apostrophe"),
        pytest.param("it's", ["it", "'s"], id="contraction"),
        pytest.param("the army's tanks", ["the", "army", "'s", "tanks"], id="genitive"),
        pytest.param("they'll go", ["they", "'ll", "go"], id="future"),
        pytest.param("the U.S. army", ["the", "U.S.", "army"], id="acronym with dots"),
        pytest.param("Mr. Smith", ["Mr.", "Smith"], id="title"),
        pytest.param("3.5 million", ["3.5", "million"], id="decimal point"),
        pytest.param("It fell 3.5%.", ["It", "fell", "3.5", "%", "."], id="per cent and full stop"),
        pytest.param("$5bn", ["$", "5bn"], id="currency"),
        pytest.param("“No,” he said", ["“", "No", ",", "”", "he", "said"], id="quotation marks"),
        pytest.param("Smith-Jones", ["Smith", "-", "Jones"], id="hyphens are cut, as treebanks of English do"),
        pytest.param("O’Brien", ["O’Brien"], id="no elision in English"),
        pytest.param("by e-mail", ["by", "e-mail"], id="a word whose hyphen is its own"),
        pytest.param("on 2024-03-12.", ["on", "2024-03-12", "."], id="a date"),
        pytest.param("call 555-0199", ["call", "555-0199"], id="a telephone"),
        pytest.param("10-20 dead", ["10", "-", "20", "dead"], id="a range"),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert tokens(text, ENGLISH) == expected


def test_a_language_without_rules_is_cut_at_spaces_and_signs() -> None:
    assert tokens("Ch'est l’ z-eute.", Language(code="xx", name="none")) == ["Ch'est", "l", "’", "z-eute", "."]


@pytest.mark.parametrize(
    ("phrase", "language", "words"),
    [
        pytest.param("attaque", FRENCH, ("attaque",), id="one word"),
        pytest.param("prise d’otages", FRENCH, ("prise", "d'", "otages"), id="curly apostrophe"),
        pytest.param("Mise en examen", FRENCH, ("mise", "en", "examen"), id="lower case"),
        pytest.param("attentat-suicide", FRENCH, ("attentat-suicide",), id="French keeps hyphens"),
        pytest.param("bail-out", ENGLISH, ("bail", "-", "out"), id="English cuts hyphens"),
    ],
)
def test_a_phrase_is_cut_as_a_text_is(phrase: str, language: Language, words: tuple[str, ...]) -> None:
    assert words_of(phrase, language) == words


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        pytest.param("a" * 499, [499], id="long"),
        pytest.param("a" * 500, [100] * 5, id="very long"),
        pytest.param("Un " + "a" * 550 + " mot", [2, *[100] * 5, 50, 3], id="among others"),
        pytest.param("a" * 500 + "\n" + "b" * 501, [*[100] * 10, 1], id="two"),
    ],
)
def test_a_very_long_word_is_cut(text: str, lengths: list[int]) -> None:
    assert [len(token) for token in tokens(text, FRENCH)] == lengths
    assert build_tokenizer(FRENCH, Vocab())(text).text == text
