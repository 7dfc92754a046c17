"""Languages and extractors that other packages bring."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints

import pytest

from chronotope import registry
from chronotope.errors import UnknownLanguage
from chronotope.languages import Language
from chronotope.languages.fr import FRENCH
from chronotope.registry import installed_extractors, installed_languages, language_named

PICARD = Language(code="pcd", name="picard")


def find_nothing(*_: object) -> Iterator[object]:
    return iter(())


def find_nothing_either(*_: object) -> Iterator[object]:
    return iter(())


@pytest.fixture
def others(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another package brings a language and two extractors; ours stay."""

    def brought(*, group: str) -> EntryPoints:
        names = {
            "chronotope.languages": [("pcd", "PICARD"), ("fr", "FRENCH")],
            "chronotope.extractors": [("zebra", "find_nothing_either"), ("aardvark", "find_nothing")],
        }
        return EntryPoints(EntryPoint(name, f"{__name__}:{value}", group) for name, value in names[group])

    # What another package's entry points come to, without installing one.
    monkeypatch.setattr(EntryPoint, "load", lambda self: globals()[self.value.rpartition(":")[2]])
    monkeypatch.setattr(registry, "entry_points", brought)
    _forget()
    yield
    _forget()


def _forget() -> None:
    installed_languages.cache_clear()
    installed_extractors.cache_clear()


def test_ours_are_installed() -> None:
    assert {"fr", "en"} <= set(installed_languages())
    assert language_named("fr") is FRENCH


@pytest.mark.usefixtures("others")
def test_a_language_of_another_package() -> None:
    assert language_named("pcd") is PICARD
    assert list(installed_languages()) == ["fr", "pcd"]


@pytest.mark.usefixtures("others")
def test_extractors_of_another_package_in_the_order_of_their_names() -> None:
    assert installed_extractors() == (find_nothing, find_nothing_either)


@pytest.mark.parametrize("code", ["xx", "", "FR", "fr-CA"])
def test_an_unknown_language_lists_what_is_installed(code: str) -> None:
    with pytest.raises(UnknownLanguage, match="installed: en, fr") as caught:
        language_named(code)
    assert (caught.value.code, caught.value.known) == (code, ["en", "fr"])
