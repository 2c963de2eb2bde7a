"""Names beside dots, placed so that no name lies on another, or on a dot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

__all__ = ["LEFT", "Dot", "shifts"]

LEFT = 62.0
"""From here on a name stands to the left of its dot."""
_RADIUS, _AWAY, _LETTER, _HALF = 2.2, 3.0, 1.6, 1.9
"""In hundredths of the square: a dot, where a name begins, how wide a letter, half a line."""
_FARTHEST, _OUTSIDE = 20, 4
"""How far a name may stand from its dot, and above or below the square."""
_Box: TypeAlias = tuple[float, float, float, float]


class Dot(NamedTuple):
    """A dot of a square of 100 by 100, counted from its upper left, and its name; or none."""

    x: float
    y: float
    name: str = ""


def shifts(dots: Sequence[Dot]) -> list[float]:
    """How far below its dot each name stands, or above it: as near as there is room.

    >>> shifts([Dot(10, 50, "Iran"), Dot(10, 50, "Pakistan"), Dot(90, 10, "Peru"), Dot(50, 90)])
    [0.0, 4.0, 0.0, 0.0]

    A name at the edge may stand outside, so that the next has its place:

    >>> shifts([Dot(95, 0, "Afghanistan"), Dot(100, 4.5, "Tajikistan"), Dot(86, 10, "Taliban")])
    [0.0, 0.0, 0.0]
    """
    round_dots = [(x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS) for x, y, _ in dots]
    placed: list[_Box] = []
    found = []
    for number, one in enumerate(dots):
        others = [box for box in round_dots if box != round_dots[number]]
        shift = _nearest(one, [*others, *placed]) if one.name else 0.0
        placed += [_box(one, shift)] if one.name else []
        found.append(shift)
    return found


def _nearest(dot: Dot, taken: Sequence[_Box]) -> float:
    for shift in sorted(range(-_FARTHEST, _FARTHEST + 1), key=lambda by: (abs(by), -by)):
        box = _box(dot, shift)
        inside = box[1] >= -_OUTSIDE and box[3] <= 100 + _OUTSIDE
        if inside and not any(_meet(box, other) for other in taken):
            return float(shift)
    return 0.0


def _box(dot: Dot, shift: float) -> _Box:
    wide, y = len(dot.name) * _LETTER, dot.y + shift
    first = dot.x - _AWAY - wide if dot.x > LEFT else dot.x + _AWAY
    return first, y - _HALF, first + wide, y + _HALF


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
