"""What several rooms' tests share: the example chronicle, built once a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from chronotope.chronicle import build_chronicle, open_chronicle
from chronotope.knowledge_graph import KnowledgeGraph

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="Write what the golden articles give now, to be reviewed as a diff.",
    )


@pytest.fixture(scope="session")
def articles() -> Path:
    """The articles of the notebooks: six on one story, five French and one English."""
    return ROOT / "notebooks" / "articles"


@pytest.fixture(scope="session")
def example_folder(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chronicle of the articles, to be read only."""
    folder = tmp_path_factory.mktemp("example") / "ferry"
    assert build_chronicle(folder, [articles]).added == 6
    return folder


FIRE = (
    "Un incendie a tué onze personnes lundi 13 mai 2024 dans un hôtel à Nantes. "
    "Les flammes sont parties d’une réserve de linge, au deuxième étage, peu avant minuit."
)
OTHER_FIRE = (
    "Un incendie a tué quatorze personnes lundi 13 mai 2024 dans un hôtel à Nantes. "
    "La chambre froide du restaurant a été épargnée."
)
FIRES = {
    "quais": ("Le Courrier des quais", "2024-05-14", FIRE),
    "radio": ("Radio Loire-Sud", "2024-05-14", f"{FIRE} (Agence Sud)"),
    "port": ("La Dépêche du port", "2024-05-15", OTHER_FIRE),
}


@pytest.fixture(scope="session")
def disputed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chronicle of three articles on one fire; two are one text, and the third counts more dead. To be read only."""
    articles = tmp_path_factory.mktemp("fire")
    for name, (publisher, date, text) in FIRES.items():
        header = f"title: L’incendie de Nantes\ndate: {date}\nlang: fr\npublisher: {publisher}\n\n"
        (articles / f"{name}.txt").write_text(header + text, encoding="utf-8")
    folder = tmp_path_factory.mktemp("disputed") / "fire"
    assert build_chronicle(folder, [articles]).added == len(FIRES)
    return folder


@pytest.fixture(scope="session")
def disputed_example(disputed_folder: Path) -> KnowledgeGraph:
    return open_chronicle(disputed_folder)


@pytest.fixture(scope="session")
def example(example_folder: Path) -> KnowledgeGraph:
    return open_chronicle(example_folder)
