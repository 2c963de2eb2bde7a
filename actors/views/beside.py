"""The actors that a large network does not open with: each beside its strongest neighbour."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

import numpy as np

from actors.types import Key
from actors.views.opening import Pair
from actors.views.packing import SPACING, grid, push_apart, rounded

FIRST = 34.0  # how far from its neighbour the first of the actors beside it stands
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def beside(
    names: list[Key],
    pairs: Mapping[Pair, float],
    placed: Mapping[Key, tuple[float, float]],
    radius: float,
) -> dict[Key, tuple[float, float]]:
    """Places around the strongest neighbour that has one; parts of their own in rows below."""
    spots = dict(placed)
    left, right = min(x for x, _ in placed.values()), max(x for x, _ in placed.values())
    top = max(y for _, y in placed.values()) + 2 * SPACING
    a_row = max(1, int((right - left) // SPACING))
    around: dict[Key | None, int] = defaultdict(int)
    tied = {key for pair in pairs for key in pair}
    for name, anchor in _anchors([name for name in names if name in tied], pairs, placed):
        turn = around[anchor] = around[anchor] + 1
        if anchor is None:
            row, column = divmod(turn - 1, a_row)
            spots[name] = (left + column * SPACING, top + row * SPACING)
        else:
            far, angle = FIRST * math.sqrt(turn), GOLDEN_ANGLE * turn
            x, y = spots[anchor]
            spots[name] = (x + far * math.cos(angle), y + far * math.sin(angle))
    known = np.asarray(list(spots.values()), dtype=float)
    apart = push_apart(known, radius, held=len(placed), rounds=20)
    alone = [name for name in names if name not in spots]
    below = grid(len(alone), right - left, float(apart[:, 1].max()) + SPACING, 2.4 * radius)
    below[:, 0] += left
    return rounded([*spots, *alone], np.concatenate([apart, below]))


def _anchors(
    names: list[Key], pairs: Mapping[Pair, float], placed: Collection[Key]
) -> Iterator[tuple[Key, Key | None]]:
    """Each actor and the strongest neighbour that came before it, from those placed outwards.

    None is beside the strongest actor of a part that is tied to nobody placed.
    """
    ties: dict[Key, list[tuple[float, Key]]] = defaultdict(list)
    for (one, other), weight in pairs.items():
        ties[one].append((-weight, other))
        ties[other].append((-weight, one))
    done, waiting = set(placed), names
    while waiting:
        near = {name: [tie for tie in ties[name] if tie[1] in done] for name in waiting}
        found: list[tuple[Key, Key | None]]
        found = [(name, min(known)[1]) for name, known in near.items() if known]
        found = found or [(waiting[0], None)]
        yield from found
        done.update(name for name, _ in found)
        waiting = [name for name in waiting if name not in done]
