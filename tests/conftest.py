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


@pytest.fixture(scope="session")
def example(example_folder: Path) -> KnowledgeGraph:
    return open_chronicle(example_folder)
