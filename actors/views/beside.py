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
    place = {name: number for number, name in enumerate(names)}
    done, new, ahead = set(placed), set(placed), iter(names)
    while len(done) < len(place) + len(placed):
        beside_new = {other for name in new for _, other in ties[name]}
        near = [other for other in beside_new if other in place and other not in done]
        found: list[tuple[Key, Key | None]]
        found = [
            (name, min(tie for tie in ties[name] if tie[1] in done)[1])
            for name in sorted(near, key=place.__getitem__)
        ]
        found = found or [(next(name for name in ahead if name not in done), None)]
        yield from found
        new = {name for name, _ in found}
        done |= new
