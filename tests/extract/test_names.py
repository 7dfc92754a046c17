"""Names of several tokens."""

import pytest

from chronotope.extract.names import capitalised_run, longest_name, part_of_name
from chronotope.languages.fr import FRENCH
from chronotope.pipelines import load_pipeline
from chronotope.text import Article, Document


def read(text: str) -> Document:
    (document,) = load_pipeline("fr").read([Article(identifier="a", body=text, language="fr")])
    return document


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("La Rochelle dort", "La Rochelle", id="the longest"),
        pytest.param("La nuit", "La", id="a shorter one"),
        pytest.param("La Rochelle-Plage", "La", id="no half of a token"),
        pytest.param("La\nRochelle", "La", id="not across a line break"),
        pytest.param("La. Rochelle", "La", id="not across sentences"),
        pytest.param("Nuit", None, id="unknown"),
    ],
)
def test_longest_name(text: str, name: str | None) -> None:
    known = {"La": 1, "La Rochelle": 2}
    document = read(text)
    found = longest_name(document, 0, known.get)
    expected = None if name is None else (len(name.split()), known[name])
    assert found == expected


@pytest.mark.parametrize(
    ("text", "run"),
    [
        pytest.param("Jean Dupont dort", ["Jean", "Dupont"], id="two names"),
        pytest.param("Jean de La Tour dort", ["Jean", "de", "La", "Tour"], id="particles within"),
        pytest.param("Jean de retour", ["Jean"], id="a particle at the end is none"),
        pytest.param("Jean, Paul", ["Jean"], id="a comma ends it"),
        pytest.param("Jean. Paul", ["Jean"], id="a sentence ends it"),
        pytest.param("il dort", [], id="no capital"),
    ],
)
def test_capitalised_run(text: str, run: list[str]) -> None:
    document = read(text)
    assert [token.text for token in document.tokens[: capitalised_run(document, 0, FRENCH)]] == run


@pytest.mark.parametrize(
    ("text", "index", "expected"),
    [
        pytest.param("Le Paris Match", 1, True, id="a capital after it"),
        pytest.param("Le vieux Jean Paris dort", 3, True, id="a capital before it"),
        pytest.param("Le vieux Paris dort", 2, False, id="none beside it"),
        pytest.param("Il Paris", 1, False, id="the capital that opens a sentence"),
    ],
)
def test_part_of_name(text: str, index: int, expected: bool) -> None:
    assert part_of_name(read(text), index, index + 1) is expected
