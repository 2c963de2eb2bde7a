"""Measures of drawn corpora, a row a corpus; more can be drawn later and are joined to the first.

A replicate depends on the seed and its number alone, so the first hundred of five hundred are
the same as a hundred, and results are the same in one process or eight.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from actors.measures.quick import graph_of
from actors.measures.resampling import Ties, measured_with
from actors.measures.sampled import SAMPLED, estimate, settled
from actors.measures.unseen import Unseen, completed, unseen
from actors.types import Engine

__all__ = ["Replicates", "draw"]

_Array: TypeAlias = NDArray[np.float64]
_Progress: TypeAlias = Callable[[int], None]

_BATCH = 25
"""Replicates handed to a worker at once."""
_STREAM = 2
"""Tells the generator of sources from those of stories and of unseen ties."""


@dataclass(frozen=True, slots=True)
class Replicates:
    """What was measured in drawn corpora: replicates x measures x actors.

    ``noise`` is the variance that the choice of sources has added to each measure of each
    actor, summed over the replicates.
    """

    values: _Array
    noise: _Array

    def joined(self, more: Replicates) -> Replicates:
        """These and others."""
        return Replicates(np.concatenate([self.values, more.values]), self.noise + more.noise)

    def of(self, measure: int) -> _Array:
        """A measure, by its number, in each corpus, without the noise."""
        count = max(1, len(self.values))
        return settled(self.values[:, measure], self.noise[measure] / count)


def draw(
    found: Ties,
    names: Sequence[str],
    seed: int,
    numbers: Sequence[int],
    *,
    engine: Engine | None = None,
    progress: _Progress | None = None,
) -> Replicates:
    """Draw some corpora by their numbers, and measure each.

    Args:
        found: the ties of each story
        names: measures known to `actors.plugins`
        seed: of everything that is drawn
        numbers: of the replicates
        engine: spreads them over processes; this process if left out
        progress: called with how many are done
    """
    noise = np.zeros((len(names), len(found.nodes)))
    work = partial(_replicates, found, unseen(found), tuple(names), seed)
    results = engine.map(work, numbers, batch=_BATCH) if engine else _here(work, numbers)
    values = []
    for done, (value, added) in enumerate(results, start=1):
        values.append(value)
        noise += added
        if progress and (done % _BATCH == 0 or done == len(numbers)):
            progress(done)
    return Replicates(np.array(values).reshape(len(values), *noise.shape), noise)


def _here(
    work: Callable[[Sequence[int]], list[tuple[_Array, _Array]]], numbers: Sequence[int]
) -> Iterator[tuple[_Array, _Array]]:
    for start in range(0, len(numbers), _BATCH):
        yield from work(numbers[start : start + _BATCH])


def _replicates(
    found: Ties, guess: Unseen | None, names: tuple[str, ...], seed: int, numbers: Sequence[int]
) -> list[tuple[_Array, _Array]]:
    ties, weights = completed(found, guess, seed, numbers)
    measured = [_measured(ties, name, seed, numbers, weights) for name in names]
    values = np.stack([value for value, _ in measured], axis=1)
    noise = np.stack([added for _, added in measured], axis=1)
    return list(zip(values, noise, strict=True))


def _measured(
    ties: Ties, name: str, seed: int, numbers: Sequence[int], weights: _Array
) -> tuple[_Array, _Array]:
    """A measure in each replicate (rows), and the variance that sampling adds to it."""
    if name not in SAMPLED or ties.signs is not None:
        values = measured_with(ties, name, weights)
        return values, np.zeros_like(values)
    pairs = []
    for number, row in zip(numbers, weights, strict=True):
        graph = graph_of(len(ties.nodes), ties.pairs, row, ties.directed)
        pairs.append(estimate(name, graph, np.random.default_rng([seed, number, _STREAM])))
    shape = (len(numbers), len(ties.nodes))
    values, noise = (np.array([pair[part] for pair in pairs]).reshape(shape) for part in (0, 1))
    return values, noise
