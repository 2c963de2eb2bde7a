"""Scores between 0 and 1, and scores that an analyst has overridden."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actors.types import Key

HIGH = 0.5
"""From here on a score is high: at or above the median, for those that are ranks."""


@dataclass(frozen=True, slots=True)
class Score:
    """A number, why it is so, and what was computed where an analyst has put another.

    ``why`` is the formula filled in; ``reason`` is the analyst's, empty where there is none.
    """

    value: float
    computed: float
    why: str
    reason: str = ""

    @property
    def overridden(self) -> bool:
        """Whether an analyst has put it in the place of what was computed."""
        return bool(self.reason)

    @property
    def high(self) -> bool:
        """Whether it counts as high.

        >>> computed(0.5, "median").high
        True
        """
        return self.value >= HIGH


def computed(value: float, why: str) -> Score:
    """A score that nobody has overridden."""
    return Score(value, value, why)


def percentiles(values: Mapping[Key, float], among: Iterable[Key]) -> dict[Key, float]:
    """Where each actor ranks, from 0 (least) to 1 (most); ties share the middle of their ranks.

    Formula: P(x) = (|{y : y < x}| + (|{y : y = x}| - 1) / 2) / (n - 1); one actor alone
    has 1/2. Values equal to nine digits are ties. Ranks, since strengths are so skewed that
    shares of the largest would call all but two or three actors weak.

    >>> percentiles({"a": 5, "b": 1, "c": 1}, "abc")
    {'a': 1.0, 'b': 0.25, 'c': 0.25}
    """
    chosen = {actor: float(f"{values.get(actor, 0.0):.9g}") for actor in among}
    ordered = sorted(chosen.values())
    if len(ordered) == 1:
        return dict.fromkeys(chosen, 0.5)
    return {
        actor: (bisect_left(ordered, x) + bisect_right(ordered, x) - 1) / 2 / (len(ordered) - 1)
        for actor, x in chosen.items()
    }
