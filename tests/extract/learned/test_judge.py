"""All judgements together: the same each time, and no more work than the text is long."""

from collections.abc import Callable, Iterable

import pytest

from chronotope.extract.learned.judge import Judged
from chronotope.extract.learned.maxent import MaxEnt, Scores, load_models
from chronotope.mentions import Extraction

NEWS = (
    "Des hommes armés ont attaqué un hôtel de Kaboul lundi. L’attaque a fait dix morts, selon la police. "
    "« Trois soldats ont été tués », a annoncé mardi le ministre de la Défense. Deux suspects ont été arrêtés à Lyon. "
    "Les négociations ont commencé jeudi à Genève.\n\n"
)


def test_judging_twice_gives_the_same(extracted: Callable[[str, str], Extraction]) -> None:
    first = extracted(NEWS * 2, "fr")
    load_models.cache_clear()
    assert extracted(NEWS * 2, "fr") == first


def test_judgements_run_parallel_to_the_events(judged: Callable[[str, str], Judged]) -> None:
    found = judged(NEWS * 2, "fr")
    parallel = (
        found.attributed, found.statuses, found.filled, found.times, found.places, found.own_times, found.own_places,
        found.beside, found.antecedents,
    )  # fmt: skip
    assert {len(each) for each in parallel} == {len(found.events)}
    assert len(found.events) > 5
    assert all(earlier is None or earlier < number for number, earlier in enumerate(found.antecedents))


def test_work_grows_with_the_text_and_not_its_square(
    judged: Callable[[str, str], Judged], monkeypatch: pytest.MonkeyPatch
) -> None:
    judgements = 0
    honest = MaxEnt.all_probabilities

    def counted(self: MaxEnt, cases: Iterable[Iterable[str]]) -> Scores:
        nonlocal judgements
        shares = honest(self, cases)
        judgements += len(shares)
        return shares

    monkeypatch.setattr(MaxEnt, "all_probabilities", counted)
    counts = []
    for times in (16, 32):
        judgements = 0
        judged(NEWS * times, "fr")
        counts.append(judgements)
    assert counts[0] > 1_000
    assert counts[1] <= 2.6 * counts[0]
