"""What a user installs: the wheel has every package and data file, and works in a clean environment."""

import configparser
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def listed_packages() -> set[str]:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return set(config["options"]["packages"].split())


def test_every_package_is_listed() -> None:
    folders = {path.parent.relative_to(ROOT / "graph") for path in (ROOT / "graph").rglob("__init__.py")}
    assert listed_packages() == {".".join(folder.parts) for folder in folders} | {"chronotope.ontology"}


@pytest.fixture(scope="module")
def clean_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment that holds nothing but the wheel; its dependencies are seen from this one."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
        text=True,
    )
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", str(wheel)], check=True)
    # The dependencies are the same files either way; installing them again would take minutes and the network.
    (site,) = environment.glob("lib/python*/site-packages")
    ours = next(Path(entry) for entry in sys.path if entry.endswith("site-packages"))
    (site / "dependencies.pth").write_text(f"{ours}\n", encoding="utf-8")
    # The editable install of this checkout must not be what is found.
    found = subprocess.run(
        [python, "-c", "import chronotope; print(chronotope.__file__)"],
        check=True,
        capture_output=True,
        text=True,
        cwd=folder,
    )
    assert found.stdout.startswith(str(environment))
    return environment


@pytest.mark.wheel
def test_wheel_holds_the_ontology(clean_environment: Path) -> None:
    (site,) = clean_environment.glob("lib/python*/site-packages")
    ontology = {
        str(path.relative_to(ROOT / "ontology"))
        for path in (ROOT / "ontology").rglob("*.*")
        if "__pycache__" not in str(path)
    }
    installed = {
        str(path.relative_to(site / "chronotope/ontology")) for path in (site / "chronotope/ontology").rglob("*.*")
    }
    assert ontology <= installed


@pytest.mark.wheel
def test_wheel_reads_an_article(clean_environment: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("date: 2024-03\nlang: fr\n\nUn séisme a frappé Kaboul.", encoding="utf-8")
    program, out = clean_environment / "bin" / "chronotope", tmp_path / "out"
    command = [str(program), "build", str(article), "--out", str(out), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert '"added": 1' in done.stdout
    assert (tmp_path / "out" / "timeline.html").stat().st_size > 100_000
