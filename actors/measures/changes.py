"""Where a series of counts changes its rate: a likelihood-ratio test, its p by permutation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from actors.errors import SettingsError

_Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """A new rate begins at the period ``at`` (counted from 0).

    ``before`` and ``after`` are counts a unit of exposure, between this change and the next.
    """

    at: int
    before: float
    after: float
    statistic: float
    p: float


def change_points(
    counts: Sequence[float],
    exposure: Sequence[float] | None = None,
    *,
    alpha: float = 0.05,
    permutations: int = 999,
    seed: int = 0,
) -> list[ChangePoint]:
    r"""The periods at which the rate of events changes, found one by one.

    The series is split where two Poisson rates explain it best: with counts *n* over
    exposures *e*, the statistic is :math:`2 \sum_i n_i \ln((n_i/e_i) / (n/e))` over the two
    parts. Its p-value is the share of shuffled series whose best split is as good, so
    events that come in bursts do not pass for a change of rate. Where exposures differ, periods
    can't be exchanged: the events are then also dealt out anew by exposure, and the larger p
    counts. Where it is at most ``alpha`` each part is split in turn (binary segmentation).

    Args:
        counts: events in each period, in order
        exposure: how much was there to be told in each, such as the number of stories; all
            equal if left out
        alpha: largest p for which a split is kept, for each split on its own
        permutations: shuffles for each test; p is at least 1 / (permutations + 1)
        seed: the same seed gives the same p

    Raises:
        SettingsError: a count is negative, or the exposures do not fit the counts

    Source: Scott, A. J. & Knott, M. (1974). A cluster analysis method for grouping means.
    *Biometrics* 30(3), 507-512 (binary segmentation); Worsley, K. J. (1986). Confidence
    regions and tests for a change-point in a sequence of exponential family random variables.
    *Biometrika* 73(1), 91-104 (the statistic).

    >>> [(change.at, change.before, change.after) for change in change_points([1] * 9 + [8] * 9)]
    [(9, 1.0, 8.0)]
    >>> change_points([3, 2, 3, 2, 3, 2])
    []
    """
    n = np.asarray(counts, dtype=np.float64)
    e = np.ones(len(n)) if exposure is None else np.asarray(exposure, dtype=np.float64)
    if e.shape != n.shape or (n < 0).any() or (e < 0).any() or (n[e == 0] > 0).any():
        raise SettingsError(
            "counts and exposures must be as many, not negative, and no exposure 0 with a count"
        )
    random = np.random.default_rng(seed)
    splits = sorted(_segment(n, e, 0, len(n), alpha, permutations, random))
    edges = [0, *(at for at, *_ in splits), len(n)]
    rates = [_rate(n[a:b], e[a:b]) for a, b in pairwise(edges)]
    return [
        ChangePoint(at, rates[number], rates[number + 1], statistic, p)
        for number, (at, statistic, p) in enumerate(splits)
    ]


def _segment(
    n: _Array,
    e: _Array,
    start: int,
    end: int,
    alpha: float,
    times: int,
    random: np.random.Generator,
) -> list[tuple[int, float, float]]:
    if end - start < 2 or not n[start:end].sum():
        return []
    part, size = n[start:end], e[start:end]
    statistics = _statistics(part[None], size[None])[0]
    best = int(np.argmax(statistics))
    order = np.array([random.permutation(len(part)) for _ in range(times)])
    series = [(part[order], size[order])]
    if size.min() < size.max():
        dealt = random.multinomial(round(float(part.sum())), size / size.sum(), size=times)
        series.append((dealt.astype(np.float64), np.broadcast_to(size, dealt.shape)))
    p = max(_share(statistics[best], *drawn) for drawn in series)
    if p > alpha:
        return []
    at = start + best + 1
    left = _segment(n, e, start, at, alpha, times, random)
    return [*left, (at, float(statistics[best]), p), *_segment(n, e, at, end, alpha, times, random)]


def _share(observed: float, n: _Array, e: _Array) -> float:
    """The share of drawn series whose best split is as good as the one observed."""
    reached = int((_statistics(n, e).max(axis=1) >= observed - 1e-9).sum())
    return (1 + reached) / (1 + len(n))


def _statistics(n: _Array, e: _Array) -> _Array:
    """For each row, the statistic of each place to split at, after the first period on."""
    left, before = n.cumsum(axis=1)[:, :-1], e.cumsum(axis=1)[:, :-1]
    total, whole = n.sum(axis=1, keepdims=True), e.sum(axis=1, keepdims=True)
    even = np.divide(total, whole, out=np.zeros_like(total), where=whole > 0)
    return 2 * (_gain(left, before, even) + _gain(total - left, whole - before, even))


def _gain(n: _Array, e: _Array, rate: _Array) -> _Array:
    expected = e * rate
    ratio = np.divide(n, expected, out=np.ones_like(n), where=(n > 0) & (expected > 0))
    return np.asarray(n * np.log(ratio))


def _rate(n: _Array, e: _Array) -> float:
    return float(n.sum() / e.sum()) if e.sum() else 0.0
