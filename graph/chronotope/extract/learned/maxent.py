"""Maximum-entropy classifiers: what a trained model makes of the features of one case.

Multinomial logistic regression over binary features with names (Berger, Della Pietra and Della Pietra 1996, "A Maximum
Entropy Approach to Natural Language Processing"). The sum of a few weights decides, so a decision can be explained by
the features that weighed most. `training/events.py` fits the weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import srsly

_WEIGHTS: Final = files("chronotope.extract.learned").joinpath("weights")
Scores = npt.NDArray[np.float32]


class Weighed(NamedTuple):
    """A feature and what it adds to the score of a class."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class MaxEnt:
    """Weights by feature and class; features that it was not trained on weigh nothing.

    >>> model = MaxEnt(("no", "yes"), {"": 0, "lemma=attaquer": 1}, np.array([[1, 0], [0, 3]], dtype=np.float32))
    >>> model.best(["lemma=attaquer"])
    ('yes', 0.8807970881462097)
    >>> model.best(["lemma=manger"])[0]
    'no'
    """

    classes: tuple[str, ...]
    rows: Mapping[str, int]
    """Features → rows of `weights`; the empty feature is the bias, which every case has."""
    weights: Scores

    def probabilities(self, features: Iterable[str]) -> Scores:
        """The probability of each class, in the order of `classes`; they sum to 1."""
        rows = [row for feature in features if (row := self.rows.get(feature)) is not None]
        scores = self.weights[[self.rows[""], *rows]].sum(axis=0)
        powers = np.exp(scores - scores.max())
        shares: Scores = powers / powers.sum()
        return shares

    def best(self, features: Iterable[str]) -> tuple[str, float]:
        """The likeliest class and its probability."""
        shares = self.probabilities(features)
        index = int(shares.argmax())
        return self.classes[index], float(shares[index])

    def share(self, name: str, features: Iterable[str]) -> float:
        """The probability of one class."""
        return float(self.probabilities(features)[self.classes.index(name)])

    def reasons(self, name: str, features: Iterable[str], most: int = 5) -> list[Weighed]:
        """The features that spoke most for a class, against the mean of all classes."""
        column = self.classes.index(name)
        known = {feature: self.weights[row] for feature in features if (row := self.rows.get(feature)) is not None}
        weighed = [Weighed(feature, float(row[column] - row.mean())) for feature, row in known.items()]
        return sorted(weighed, key=lambda each: (-each.weight, each.feature))[:most]


@cache
def load_models(language: str) -> Mapping[str, MaxEnt]:
    """The classifiers of a language by their task; none where none was trained.

    >>> sorted(load_models("xx"))
    []
    """
    file = _WEIGHTS.joinpath(f"{language}.msgpack")
    if not file.is_file():
        return {}
    return models_from(file.read_bytes())


def models_from(data: bytes) -> Mapping[str, MaxEnt]:
    """Classifiers from what `training/events.py` wrote: msgpack, which holds values only; nothing of it is run."""
    content: dict[str, dict[str, Any]] = srsly.msgpack_loads(data)
    return {task: _model(packed) for task, packed in content.items()}


def _model(packed: Mapping[str, Any]) -> MaxEnt:
    names: list[str] = packed["features"].split("\n")
    weights = np.frombuffer(packed["weights"], dtype=np.float16).astype(np.float32)
    return MaxEnt(
        tuple(packed["classes"]),
        {name: row for row, name in enumerate(names)},
        weights.reshape(len(names), len(packed["classes"])),
    )


def packed(models: Mapping[str, MaxEnt]) -> bytes:
    """Classifiers as bytes: weights in half precision."""
    content = {
        task: {
            "classes": list(model.classes),
            "features": "\n".join(model.rows),
            "weights": model.weights.astype(np.float16).tobytes(),
        }
        for task, model in models.items()
    }
    data: bytes = srsly.msgpack_dumps(content)
    return data
