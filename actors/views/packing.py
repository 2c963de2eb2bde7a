"""Parts of a network set side by side, and circles pushed apart until none overlap."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from actors.types import Key

Points = NDArray[np.float64]

SPACING = 130.0  # typical distance between neighbours, in the units of the canvas


def side_by_side(
    placed: list[tuple[list[Key], Points]], alone: list[Key], stretch: float = 1.0
) -> list[tuple[list[Key], Points]]:
    """Components in rows under the largest one, then those without ties in a grid.

    ``stretch`` is how much wider than high it may be.
    """
    result: list[tuple[list[Key], Points]] = []
    room = sum(math.prod(np.ptp(points, axis=0) + 1.1 * SPACING) for _, points in placed)
    width = max((float(np.ptp(points[:, 0])) for _, points in placed), default=0.0)
    width = max(width, stretch * math.sqrt(room), SPACING * math.ceil(math.sqrt(len(alone))))
    x, y, row = 0.0, 0.0, 0.0
    for names, points in placed:
        wide, high = np.ptp(points, axis=0)
        if x and x + wide > width:
            x, y, row = 0.0, y + row + 1.1 * SPACING, 0.0
        result.append((names, points - points.min(axis=0) + (x, y)))
        x, row = x + wide + 1.1 * SPACING, max(row, float(high))
    below = y + row + SPACING if placed else 0.0
    return [*result, (alone, grid(len(alone), width, below))]


def grid(count: int, width: float, top: float, step: float = SPACING) -> Points:
    """Rows of actors without ties, in the middle under all others."""
    a_row = max(1, int(width // step))
    left = max(0.0, (width - (min(count, a_row) - 1) * step) / 2)
    low = max(0.7 * step, 54.0)
    places = [(left + (i % a_row) * step, top + (i // a_row) * low) for i in range(count)]
    return np.asarray(places, dtype=float).reshape(-1, 2)


def push_apart(points: Points, radius: float, held: int = 0, rounds: int = 60) -> Points:
    """Moves circles that overlap until none do, or the rounds are over; the first are held."""
    from scipy.spatial import cKDTree

    moved = points.copy()
    for _ in range(rounds if len(moved) > 1 else 0):
        pairs = cKDTree(moved).query_pairs(2 * radius, output_type="ndarray")
        if not len(pairs):
            break
        pairs = pairs[np.argsort(pairs[:, 0] * len(moved) + pairs[:, 1])]
        between = moved[pairs[:, 1]] - moved[pairs[:, 0]]
        distance = np.linalg.norm(between, axis=1)
        between[distance == 0] = (1.0, 0.0)
        push = between / np.maximum(distance, 1.0)[:, None]
        push *= ((2 * radius - distance) / 2 + 0.5)[:, None]
        np.subtract.at(moved, pairs[:, 0], push)
        np.add.at(moved, pairs[:, 1], push)
        moved[:held] = points[:held]
    return moved


def rounded(names: list[Key], points: Points) -> dict[Key, tuple[float, float]]:
    """Places by name, to a tenth of a unit.

    >>> rounded(["a"], np.array([[1.234, 5.0]]))
    {'a': (1.2, 5.0)}
    """
    return {
        name: (round(float(x), 1), round(float(y), 1))
        for name, (x, y) in zip(names, points, strict=True)
    }
