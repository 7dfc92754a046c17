"""Maximum-entropy classifiers: what a trained model makes of the features of one case.

Multinomial logistic regression over binary features with names (Berger, Della Pietra and Della Pietra 1996, "A Maximum
Entropy Approach to Natural Language Processing"). The sum of a few weights decides, so a decision can be explained by
the features that weighed most. `training/events.py` fits the weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import srsly

_WEIGHTS: Final = files("chronotope.extract.learned").joinpath("weights")
Scores = npt.NDArray[np.float32]
# Cases that are scored together: more would only take more memory.
_BATCH: Final = 1024


class Weighed(NamedTuple):
    """A feature and what it adds to the score of a class."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class MaxEnt:
    """Weights by feature and class; features that it was not trained on weigh nothing.

    >>> model = MaxEnt(("no", "yes"), {"": 0, "lemma=attaquer": 1}, np.array([[1, 0], [0, 3]], dtype=np.float32))
    >>> model.best(["lemma=attaquer"])[0]
    'yes'
    >>> model.best(["lemma=manger"])[0]
    'no'
    """

    classes: tuple[str, ...]
    rows: Mapping[str, int]
    """Features → rows of `weights`; the empty feature is the bias, which every case has."""
    weights: Scores

    def probabilities(self, features: Iterable[str]) -> Scores:
        """The probability of each class, in the order of `classes`; they sum to 1."""
        shares: Scores = self.all_probabilities([features])[0]
        return shares

    def all_probabilities(self, cases: Iterable[Iterable[str]]) -> Scores:
        """The probabilities of many cases at once, a row each.

        >>> model = MaxEnt(("no", "yes"), {"": 0, "a": 1}, np.array([[1, 0], [0, 3]], dtype=np.float32))
        >>> model.all_probabilities([["a"], []])[:, 1].round(2).tolist()
        [0.8799999952316284, 0.27000001072883606]
        """
        waiting = iter(cases)
        parts = []
        while batch := list(islice(waiting, _BATCH)):
            parts.append(self._scored(batch))
        return np.concatenate(parts) if parts else np.zeros((0, len(self.classes)), dtype=np.float32)

    def _scored(self, cases: Sequence[Iterable[str]]) -> Scores:
        bias = self.rows[""]
        rows: list[int] = []
        starts: list[int] = []
        for features in cases:
            starts.append(len(rows))
            rows.append(bias)
            rows += [row for feature in features if (row := self.rows.get(feature)) is not None]
        scores = np.add.reduceat(self.weights[rows], starts, axis=0)
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares: Scores = powers / powers.sum(axis=1, keepdims=True)
        return shares

    def shares(self, name: str, cases: Iterable[Iterable[str]]) -> list[float]:
        """The probability of one class in many cases."""
        return [float(share) for share in self.all_probabilities(cases)[:, self.classes.index(name)]]

    def best(self, features: Iterable[str]) -> tuple[str, float]:
        """The likeliest class and its probability."""
        shares = self.probabilities(features)
        index = int(shares.argmax())
        return self.classes[index], float(shares[index])

    def bests(self, cases: Iterable[Iterable[str]]) -> list[tuple[str, float]]:
        """The likeliest class of many cases and its probability."""
        shares = self.all_probabilities(cases)
        return [(self.classes[int(row.argmax())], float(row.max())) for row in shares]

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
