"""Fits maximum-entropy classifiers to cases: features and the right class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from chronotope.extract.learned.maxent import MaxEnt


class Case(NamedTuple):
    """What is seen, and what it is; `weight` is how much it counts."""

    features: Sequence[str]
    label: str
    weight: float = 1.0


def fit(
    cases: Sequence[Case], *, strength: float = 1.0, rarest: int = 2, least: float = 0.05, iterations: int = 400
) -> MaxEnt:
    """Weights by L2-penalised multinomial logistic regression; features seen less than `rarest` times are left out.

    So are those that move no class further than `least` from another: they decide nothing.
    """
    counts = Counter(feature for case in cases for feature in set(case.features))
    names = ["", *sorted(feature for feature, count in counts.items() if count >= rarest)]
    rows = {name: row for row, name in enumerate(names)}
    indices: list[int] = []
    starts = [0]
    for case in cases:
        indices += [0, *sorted({rows[feature] for feature in case.features if feature in rows})]
        starts.append(len(indices))
    matrix = csr_matrix(
        (np.ones(len(indices), dtype=np.float32), np.array(indices), np.array(starts)), shape=(len(cases), len(names))
    )
    classes = sorted({case.label for case in cases})
    regression = LogisticRegression(C=strength, fit_intercept=False, max_iter=iterations, tol=1e-5)
    regression.fit(matrix, [case.label for case in cases], sample_weight=[case.weight for case in cases])
    weights = regression.coef_.T
    if len(classes) == 2:
        weights = np.hstack([-weights / 2, weights / 2])
    spread = weights.max(axis=1) - weights.min(axis=1)
    kept = [0, *(row for row in range(1, len(names)) if spread[row] >= least)]
    return MaxEnt(
        tuple(map(str, regression.classes_)),
        {names[row]: number for number, row in enumerate(kept)},
        weights[kept].astype(np.float32),
    )
