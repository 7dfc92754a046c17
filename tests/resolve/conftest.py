from __future__ import annotations

import pytest


@pytest.fixture
def by_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules judge, as they do for languages without weights."""
    monkeypatch.setattr("chronotope.extract.happenings.load_models", lambda _language: {})
