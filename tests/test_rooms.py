"""Text flows one way through the rooms: a room imports only from the rooms above it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "graph" / "chronotope"

# From the first to the last; those of one line do not know each other.
ROOMS = [
    {"version", "errors", "files", "interrupts", "garbage"},
    {"dates"},
    {"text"},
    {"mentions"},
    {"model"},
    {"languages"},
    {"registry", "ontologies", "towns", "divisions"},
    {"pipelines", "gazetteer"},
    {"lexicon"},
    {"articles"},
    {"extract"},
    {"resolve"},
    {"rdf"},
    {"timeline", "explain"},
    {"show"},
    {"serve", "scale"},
    {"knowledge_graph"},
    {"exchange", "intake"},
    {"rebuilding"},
    {"chronicle"},
    {"corrections"},
    {"cli"},
    {"__main__"},
]
LEVELS = {room: level for level, rooms in enumerate(ROOMS) for room in rooms}
FRONT_DOOR = "__init__"


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(module: Path) -> Iterator[str]:
    """The rooms that a module imports from, wherever in it the import stands."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "chronotope" and len(parts) > 1 and parts[1] != "ontology":
                yield parts[1]


def test_every_room_is_listed() -> None:
    assert {room_of(module) for module in modules()} - {FRONT_DOOR} == set(LEVELS)


@pytest.mark.parametrize("module", modules(), ids=lambda module: str(module.relative_to(PACKAGE)))
def test_imports_run_one_way(module: Path) -> None:
    if room_of(module) == FRONT_DOOR:
        return
    here = LEVELS[room_of(module)]
    upwards = {room for room in imports(module) if room != room_of(module) and LEVELS[room] >= here}
    assert upwards == set()


@pytest.mark.parametrize("module", modules(), ids=lambda module: str(module.relative_to(PACKAGE)))
def test_modules_stay_small(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 420
