"""The pipelines that come with us: that they read as well as they did, on sentences that everybody has."""

from pathlib import Path

import pytest

from chronotope.extract.arcs import Arcs
from chronotope.pipelines import BUNDLED, load_pipeline
from chronotope.pipelines.trained import TrainedPipeline
from chronotope.registry import language_named
from chronotope.text import Article, Document
from names import read_marked

HERE = Path(__file__).parent
SENTENCES = HERE.parent.parent / "training" / "sentences"


def read(texts: list[str], language: str) -> list[Document]:
    articles = [Article(identifier=str(number), body=text, language=language) for number, text in enumerate(texts)]
    return list(load_pipeline(language, (BUNDLED,)).read(articles))


@pytest.mark.parametrize(("language", "floor"), [("fr", 0.8), ("en", 0.75)])
def test_names_of_the_batch_that_trained_nothing(language: str, floor: float) -> None:
    marked = list(read_marked(SENTENCES / language / "batch-4.txt"))
    hits = given = held = 0
    for document, right in zip(read([text.text for text in marked], language), marked, strict=True):
        found = {(name.begin, name.end, name.label) for name in document.names if name.label in ("PER", "LOC", "ORG")}
        names = {tuple(name) for name in right.names if name.label in ("PER", "LOC", "ORG")}
        hits, given, held = hits + len(found & names), given + len(found), held + len(names)
    assert 2 * hits / (given + held) >= floor


@pytest.mark.parametrize(("language", "floor"), [("fr", 20), ("en", 20)])
def test_who_does_what(language: str, floor: int) -> None:
    rows = [line.split("\t") for line in (HERE / f"participants-{language}.tsv").read_text("utf-8").splitlines()]
    right = []
    for document, (_, verb, agents, patients) in zip(read([row[0] for row in rows], language), rows, strict=True):
        arcs = Arcs.of(document, language_named(language))
        index = next(index for index, token in enumerate(document.tokens) if token.text == verb)
        found = arcs.participants(index)
        right.append([" ".join(document.tokens[each].text for each in group) for group in found] == [agents, patients])
    assert sum(right) >= floor


def test_tense_and_mood_are_told() -> None:
    (document,) = read(["Il partira demain, dit-on, et aurait vendu la maison."], "fr")
    morph = {token.text: token.morph for token in document.tokens}
    assert "Tense=Fut" in morph["partira"]
    assert "Mood=Cnd" in morph["aurait"]


def test_each_language_is_loaded_once() -> None:
    assert load_pipeline("fr", (BUNDLED,)) is load_pipeline("fr", (BUNDLED,))


def test_what_is_read_does_not_depend_on_the_articles_beside_it() -> None:
    texts = [f"Lundi, la police de Lyon a arrêté {number} hommes, a dit Jeanne Martin." for number in range(40)]
    together = read(texts, "fr")
    assert [read([text], "fr")[0].tokens for text in texts[:5]] == [document.tokens for document in together[:5]]


def test_the_name_carries_language_and_version() -> None:
    pipeline = load_pipeline("en", (BUNDLED,))
    assert isinstance(pipeline, TrainedPipeline)
    assert pipeline.name == "en-chronotope-0.1.0"
