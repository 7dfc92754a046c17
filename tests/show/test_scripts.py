"""The page's scripts, module by module, by node's own test runner: what needs no browser is tested without one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).with_name("scripts")
TESTS = sorted(SCRIPTS.glob("*.test.js"))


@pytest.fixture(scope="module")
def node() -> str:
    """Node, which the page does not need: without it these tests are left out, but not where all tests must run."""
    found = shutil.which("node")
    if found is None and os.environ.get("CI"):
        pytest.fail("node is not installed, and the tests of the page's scripts need it")
    if found is None:
        pytest.skip("node is not installed: the page's scripts are tested in the browser only")
    return found


def test_there_are_tests() -> None:
    assert TESTS


@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.name)
def test_script(node: str, file: Path) -> None:
    # Each file by name: what `--test` makes of a folder differs between versions of node.
    ran = subprocess.run([node, "--test", str(file)], capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stdout + ran.stderr
