"""Classifiers: what they answer, why, and that they come back as they were written."""

import numpy as np
import pytest

from chronotope.extract.learned.maxent import MaxEnt, load_models, models_from, packed


@pytest.fixture
def model() -> MaxEnt:
    rows = {"": 0, "lemma=attaquer": 1, "pos=VERB": 2, "pos=NOUN": 3}
    weights = np.array([[1, 0, 0], [0, 3, 0], [0, 1, -1], [0, -2, 0.5]], dtype=np.float32)
    return MaxEnt(("no", "attack", "arrest"), rows, weights)


def test_the_features_decide(model: MaxEnt) -> None:
    assert model.best(["lemma=attaquer", "pos=VERB"])[0] == "attack"
    assert model.best(["pos=NOUN"])[0] == "no"


def test_probabilities_sum_to_one(model: MaxEnt) -> None:
    shares = model.probabilities(["lemma=attaquer", "pos=NOUN"])
    assert shares.sum() == pytest.approx(1)
    assert model.share("attack", ["lemma=attaquer", "pos=NOUN"]) == pytest.approx(float(shares[1]))


def test_many_cases_are_judged_as_one_by_one(model: MaxEnt) -> None:
    cases = [["lemma=attaquer", "pos=VERB"], [], ["pos=NOUN", "lemma=manger"]]
    assert model.all_probabilities(cases).tolist() == [model.probabilities(case).tolist() for case in cases]
    assert model.all_probabilities([]).shape == (0, 3)


def test_what_it_was_not_trained_on_weighs_nothing(model: MaxEnt) -> None:
    assert list(model.probabilities(["lemma=manger"])) == list(model.probabilities([]))


def test_huge_weights_give_numbers() -> None:
    model = MaxEnt(("no", "yes"), {"": 0}, np.array([[-5e4, 5e4]], dtype=np.float32))
    assert model.best([]) == ("yes", 1.0)


def test_reasons_are_what_spoke_most_for_a_class_the_strongest_first(model: MaxEnt) -> None:
    reasons = model.reasons("attack", ["pos=NOUN", "pos=VERB", "lemma=attaquer", "lemma=manger"])
    assert [each.feature for each in reasons] == ["lemma=attaquer", "pos=VERB", "pos=NOUN"]
    assert [each.weight for each in reasons] == [2, 1, -1.5]
    assert model.reasons("attack", ["pos=VERB", "lemma=attaquer"], most=1) == reasons[:1]


def test_reasons_of_equal_weight_have_one_order() -> None:
    model = MaxEnt(("no", "yes"), {"": 0, "b": 1, "a": 2}, np.array([[0, 0], [0, 1], [0, 1]], dtype=np.float32))
    assert [each.feature for each in model.reasons("yes", ["b", "a"])] == ["a", "b"]


def test_packed_and_read_again_they_are_the_same(model: MaxEnt) -> None:
    (again,) = models_from(packed({"type": model})).values()
    features = ["lemma=attaquer", "pos=VERB", "lemma=manger"]
    assert again.classes == model.classes
    assert again.best(features) == model.best(features)
    assert again.reasons("attack", features) == model.reasons("attack", features)
    assert packed(models_from(packed({"type": model}))) == packed({"type": model})


def test_no_models_for_a_language_that_nobody_trained() -> None:
    assert load_models("xx") == {}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_task_has_its_model(language: str) -> None:
    tasks = {
        "trigger", "type", "status", "role", "claim", "time", "place", "inherited time", "inherited place",
        "coreference", "order",
    }  # fmt: skip
    assert set(load_models(language)) == tasks
