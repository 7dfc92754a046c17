"""Articles read: tokens where they say, sentences where people see them."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from chronotope.errors import BrokenPipeline, UnknownLanguage, UnknownPipeline
from chronotope.pipelines import load_pipeline
from chronotope.text import Article, Document, Name


def read(text: str, language: str = "fr", *pipelines: str) -> Document:
    article = Article(identifier="a", body=text, language=language)
    (document,) = load_pipeline(language, pipelines).read([article])
    return document


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("Il pleut. Il neige.", ["Il pleut.", "Il neige."], id="full stops"),
        pytest.param("Il pleut ? Oui ! Encore…", ["Il pleut ?", "Oui !", "Encore…"], id="other signs"),
        pytest.param("M. Roy part. Mme. Roy reste.", ["M. Roy part.", "Mme. Roy reste."], id="abbreviations"),
        pytest.param("Il paie 3.5 euros. Fin.", ["Il paie 3.5 euros.", "Fin."], id="decimal point"),
        pytest.param("Un titre\nUn texte", ["Un titre", "Un texte"], id="line break"),
        pytest.param("Un titre\r\nUn texte", ["Un titre", "Un texte"], id="Windows line break"),
        pytest.param("Un titre \n \n\n Un texte", ["Un titre", "Un texte"], id="line breaks among spaces"),
        pytest.param("Un titre\n\n\n\n\nUn texte", ["Un titre", "Un texte"], id="many line breaks"),
        pytest.param("Un titre\n– un point\n– un autre", ["Un titre", "– un point", "– un autre"], id="a list"),
        pytest.param("Il dit : « Non. » Puis rien.", ["Il dit : « Non. »", "Puis rien."], id="a closing mark"),
        pytest.param("Il part. « Non », dit-il.", ["Il part.", "« Non », dit-il."], id="an opening mark"),
        pytest.param("Il part. «Non», dit-il.", ["Il part.", "«Non», dit-il."], id="an opening mark without a space"),
        pytest.param('Il part. "Non", dit-il.', ["Il part.", '"Non", dit-il.'], id="an opening straight mark"),
        pytest.param('Il dit : "Non." Puis rien.', ['Il dit : "Non."', "Puis rien."], id="a closing straight mark"),
        pytest.param(
            "Un titre\n« Non », dit-il.", ["Un titre", "« Non », dit-il."], id="an opening mark on a new line"
        ),
        pytest.param("Il part. (Oui.) Fin.", ["Il part.", "(Oui.)", "Fin."], id="brackets"),
        pytest.param("Il pleut", ["Il pleut"], id="no sign"),
        pytest.param("  \n ", [], id="white space alone"),
        pytest.param("", [], id="nothing"),
    ],
)
@pytest.mark.parametrize("pipeline", ["bundled", "rules"])
def test_sentences(text: str, sentences: list[str], pipeline: str) -> None:
    assert [sentence.of(text) for sentence in read(text, "fr", pipeline).sentences] == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("Mr. Roy left. He ran.", ["Mr. Roy left.", "He ran."], id="title"),
        pytest.param("The U.S. army left.", ["The U.S. army left."], id="acronym"),
        pytest.param("“We won’t,” she said. It rained.", ["“We won’t,” she said.", "It rained."], id="a quotation"),
        pytest.param("It rained. “No,” he said.", ["It rained.", "“No,” he said."], id="an opening mark"),
    ],
)
def test_english_sentences(text: str, sentences: list[str]) -> None:
    assert [sentence.of(text) for sentence in read(text, "en").sentences] == sentences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("mot " * 300, [300], id="as long as may be"),
        pytest.param("mot " * 301, [300, 1], id="no sign to cut at"),
        pytest.param("mot " * 250 + ", " + "mot " * 100, [251, 100], id="at a comma"),
        pytest.param("mot " * 200 + "; " + "mot " * 50 + ", " + "mot " * 100, [201, 151], id="at the stronger sign"),
        pytest.param("mot " * 170 + ", " + "mot " * 50 + ", " + "mot " * 100, [222, 100], id="at the last of a kind"),
        pytest.param("mot " * 100 + "; " + "mot " * 250, [300, 51], id="not at a sign that stands too early"),
        pytest.param("mot " * 1000, [300, 300, 300, 100], id="more than once"),
    ],
)
def test_a_giant_sentence_is_cut(text: str, words: list[int]) -> None:
    document = read(text)
    assert [len(document.tokens_in(sentence)) for sentence in document.sentences] == words


@given(st.text(alphabet="aÉ1 .!?«»\"“”'’()-–…\n\r\t\u2028\xa0🌍l", max_size=60), st.sampled_from(["fr", "en"]))
def test_offsets(text: str, language: str) -> None:
    document = read(text, language)
    assert document.text == text
    assert all(token.span.of(text) == token.text for token in document.tokens)
    assert all(token.text.strip() for token in document.tokens)
    assert all(one.end <= other.begin for one, other in zip(document.tokens, document.tokens[1:], strict=False))
    assert "".join(token.text for token in document.tokens) == "".join(text.split())
    assert all(one.end <= other.begin for one, other in zip(document.sentences, document.sentences[1:], strict=False))
    assert all(sentence.of(text) == sentence.of(text).strip() for sentence in document.sentences)
    assert all(document.sentence_at(token.begin).contains(token.span) for token in document.tokens)


def test_articles_are_read_in_order() -> None:
    articles = [Article(identifier=str(number), body=f"Texte {number}.", language="fr") for number in range(3)]
    assert [document.article for document in load_pipeline("fr").read(articles)] == articles


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UnknownLanguage, match="no language 'xx'; installed: en, fr"):
        load_pipeline("xx")


@pytest.fixture
def installed(tmp_path: Path) -> str:
    """A spaCy pipeline of the user's: French, sentences by full stop, a part of speech for everything."""
    nlp = spacy.blank("fr")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"TEXT": {"REGEX": ".+"}}]], {"POS": "NOUN", "LEMMA": "Mot"})  # type: ignore[attr-defined]  # a pipe of spaCy's
    nlp.meta["name"], nlp.meta["version"] = "tiny", "1.2.3"
    nlp.to_disk(tmp_path / "tiny")
    return str(tmp_path / "tiny")


def test_an_installed_pipeline_is_used_when_it_is_named(installed: str) -> None:
    document = read("Il pleut. Il neige.", "fr", installed)
    assert (document.pipeline, len(document.sentences)) == ("fr_tiny-1.2.3", 2)
    assert {(token.pos, token.lemma) for token in document.tokens} == {("NOUN", "mot")}
    assert {token.head for token in document.tokens} == {-1}, "nothing was parsed"


def test_a_pipeline_without_sentences_gets_them(tmp_path: Path) -> None:
    spacy.blank("fr").to_disk(tmp_path / "blank")
    document = read("Il pleut. Il neige.", "fr", str(tmp_path / "blank"))
    assert len(document.sentences) == 2
    assert [token.lemma for token in document.tokens[:2]] == ["il", "pleuvoir"], "words of ours where it has none"


def test_each_language_is_read_by_the_first_that_reads_it(installed: str) -> None:
    assert load_pipeline("fr", ("rules", installed)).name == "fr-rules-0.1.0"
    assert load_pipeline("fr", (installed, "rules")).name == "fr_tiny-1.2.3"
    assert load_pipeline("en", (installed, "rules")).name == "en-rules-0.1.0"
    assert load_pipeline("en", (installed,)).name == "en-chronotope-0.1.0", "ours, where none that is named fits"


def test_a_better_pipeline_is_used_where_it_is_installed(installed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    package = Path(installed).with_name("fr_core_news_lg")
    Path(installed).rename(package)
    monkeypatch.setattr("chronotope.pipelines.installed.installed_pipelines", lambda: ["fr_core_news_lg"])
    monkeypatch.chdir(package.parent)
    # Not from the cache of those that other tests loaded.
    assert load_pipeline.__wrapped__("fr").name == "fr_tiny-1.2.3"
    assert load_pipeline.__wrapped__("fr", ("bundled",)).name == "fr-chronotope-0.1.0"
    assert load_pipeline.__wrapped__("en").name == "en-chronotope-0.1.0"


def test_names_of_other_schemes_become_ours(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Kabul"}, {"label": "DATE", "pattern": "Monday"}])  # type: ignore[attr-defined]  # a pipe of spaCy's
    nlp.to_disk(tmp_path / "ruler")
    assert read("Kabul, Monday", "en", str(tmp_path / "ruler")).names == (Name(0, 5, "LOC"),)


def test_an_unknown_pipeline_is_named() -> None:
    with pytest.raises(UnknownPipeline, match="no pipeline 'fr_none_lg'; installed: bundled, rules") as caught:
        load_pipeline("fr", ("fr_none_lg",))
    assert caught.value.name == "fr_none_lg"


def test_a_broken_pipeline_is_named(installed: str) -> None:
    (Path(installed) / "config.cfg").write_text("[nlp]\nlang = ", encoding="utf-8")
    with pytest.raises(BrokenPipeline, match="cannot be loaded") as caught:
        load_pipeline("fr", (installed,))
    assert "\n" not in str(caught.value)


def test_a_pipeline_without_a_description_is_broken_or_unknown(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnknownPipeline):
        load_pipeline("fr", (str(tmp_path / "empty"),))
