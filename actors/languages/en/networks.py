"""Where the weights of the networks lie, and the scorer of pairs that is made of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from actors.neural.pair_scorer import PairScorer

__all__ = ["WEIGHTS", "pair_scorer"]

WEIGHTS = Path(__file__).parent / "weights"


@cache
def pair_scorer() -> PairScorer:
    """The one that ships with the package.

    >>> sorted(pair_scorer().labels)
    ['modalities', 'types']
    """
    from actors.neural.pair_scorer import PairScorer

    return PairScorer(WEIGHTS)
