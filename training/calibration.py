"""Make scores mean what they say: Platt scaling, calibration error, bootstrap intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

EDGE = 1e-4


def logit(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    clipped = np.clip(scores, EDGE, 1 - EDGE)
    return np.log(clipped / (1 - clipped))


def fit(scores: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[float, float]:
    """Slope and intercept of a logistic regression of ``right`` on the logit of ``scores``.

    Newton's method; J. Platt (1999), "Probabilistic outputs for support vector machines".
    """
    columns = np.stack([logit(scores), np.ones(len(scores))], axis=1)
    weights = np.array([1.0, 0.0])
    for _ in range(25):
        guess = 1 / (1 + np.exp(-columns @ weights))
        slope = columns.T @ (right - guess) - 1e-3 * weights
        bend = (columns * (guess * (1 - guess))[:, None]).T @ columns + 1e-3 * np.eye(2)
        weights = weights + np.linalg.solve(bend, slope)
    return float(weights[0]), float(weights[1])


def calibration_error(
    scores: NDArray[np.float64], right: NDArray[np.float64], bins: int = 15
) -> float:
    """Expected calibration error over ``bins`` equally wide bins (Naeini et al. 2015)."""
    place = np.minimum((scores * bins).astype(int), bins - 1)
    gaps = [
        abs(scores[place == one].mean() - right[place == one].mean()) * (place == one).mean()
        for one in np.unique(place)
    ]
    return float(sum(gaps))


def interval(
    counts: Sequence[tuple[int, int, int]],
    measure: Callable[[int, int, int], float],
    rounds: int = 1000,
    seed: int = 0,
) -> tuple[float, float]:
    """95 % bootstrap interval over documents; ``counts`` are (right, found, gold) of each."""
    table, dice = np.array(counts), np.random.default_rng(seed)
    drawn = dice.integers(len(table), size=(rounds, len(table)))
    values = [measure(*(int(value) for value in table[rows].sum(0))) for rows in drawn]
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)
