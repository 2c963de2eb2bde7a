"""Where the actors stand that a large network does not open with."""

from __future__ import annotations

import math

from actors.views.beside import FIRST, GOLDEN_ANGLE, beside
from actors.views.packing import SPACING

MIDDLE = {"p": (0.0, 0.0), "q": (1000.0, 0.0)}
RADIUS = 5.0


def around(spot: tuple[float, float], turn: int) -> tuple[float, float]:
    """The place of the first, second ... actor around a spot."""
    far, angle = FIRST * math.sqrt(turn), GOLDEN_ANGLE * turn
    return round(spot[0] + far * math.cos(angle), 1), round(spot[1] + far * math.sin(angle), 1)


def test_an_actor_stands_beside_the_strongest_neighbour_that_has_a_place() -> None:
    pairs = {("a", "p"): 1.0, ("a", "q"): 2.0, ("b", "p"): 1.0}
    spots = beside(["a", "b"], pairs, MIDDLE, RADIUS)
    assert spots["a"] == around(MIDDLE["q"], 1)
    assert spots["b"] == around(MIDDLE["p"], 1)


def test_who_is_two_ties_away_waits_for_the_one_between() -> None:
    """``a`` comes first and is tied to ``b`` more strongly, which has no place in the first round;
    ``c`` is tied to nobody but ``a``."""
    pairs = {("a", "b"): 9.0, ("a", "p"): 1.0, ("a", "c"): 1.0, ("b", "q"): 1.0}
    spots = beside(["a", "b", "c"], pairs, MIDDLE, RADIUS)
    assert spots["a"] == around(MIDDLE["p"], 1)
    assert spots["b"] == around(MIDDLE["q"], 1)
    far = math.dist(spots["c"], spots["a"])
    assert abs(far - FIRST) < 1


def test_a_part_of_its_own_stands_below_around_the_first_of_it() -> None:
    pairs = {("a", "p"): 1.0, ("d", "e"): 1.0, ("f", "g"): 1.0}
    spots = beside(["g", "a", "e", "d", "f"], pairs, MIDDLE, RADIUS)
    assert spots["g"] == (0.0, 2 * SPACING)
    assert spots["e"] == (SPACING, 2 * SPACING)
    assert abs(math.dist(spots["d"], spots["e"]) - FIRST) < 1
    assert abs(math.dist(spots["f"], spots["g"]) - FIRST) < 1


def test_who_has_no_tie_stands_under_all_others() -> None:
    spots = beside(["a", "z"], {("a", "p"): 1.0}, MIDDLE, RADIUS)
    assert spots["z"][1] > max(spots[name][1] for name in ("a", "p", "q"))
