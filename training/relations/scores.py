"""What the classifier is worth: signed pairs found at given precisions, calibration."""

from __future__ import annotations

import numpy as np
from calibration import calibration_error
from pairs import Pair

from actors.languages.en.relations.classifier import softmax

STANCES = "+-0"
PRECISIONS = (0.8, 0.85, 0.88, 0.9)
ENOUGH = 20
"""Fewest pairs over a threshold for its precision to count."""


def report(pairs: list[Pair], scores: np.ndarray, heat: float) -> None:
    """How many signed pairs are found, with their sign and direction, at given precisions."""
    shares = softmax(scores / heat)
    gold = np.array([pair.stance for pair in pairs])
    guess = np.where(shares[:, 0] >= shares[:, 1], "+", "-")
    best = shares[:, :2].max(1)
    order = np.argsort(-best, kind="stable")
    right = np.cumsum((guess == gold)[order])
    precision = right / np.arange(1, len(right) + 1)
    signed = gold != "0"
    print(f"  {len(gold)} directed pairs, {signed.sum()} signed")
    print(f"  sign of signed pairs {(guess == gold)[signed].mean():.3f}")
    sure, hit = shares.max(1), np.array([STANCES[at] for at in shares.argmax(1)]) == gold
    print(f"  calibration error {calibration_error(sure, hit.astype(float)):.3f}")
    for wanted in PRECISIONS:
        rows = [at for at in range(ENOUGH, len(right)) if precision[at] >= wanted]
        if rows:
            last = max(rows)
            print(
                f"  precision {wanted}: recall {right[last] / signed.sum():.3f} "
                f"at {best[order][last]:.3f}"
            )


def temperature(pairs: list[Pair], scores: np.ndarray) -> float:
    """The divisor of scores that makes the annotated stances most likely (Guo et al. 2017)."""
    labels = np.array([STANCES.index(str(pair.stance)) for pair in pairs])
    grid = np.exp(np.linspace(-1.5, 1.5, 121))
    rows = np.arange(len(labels))
    return float(min(grid, key=lambda t: -np.log(softmax(scores / t)[rows, labels] + 1e-12).sum()))
