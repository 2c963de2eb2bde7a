"""Whether two sets of stories differ: rate ratios, permutation tests, many tests at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from actors.errors import SettingsError

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_Array: TypeAlias = NDArray[np.float64]
_BATCH = 250
"""Permutations counted at once."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How much more often one side tells of something: the log of a ratio of rates.

    Above 0, the first side tells of it more often in a story. ``low`` and ``high`` are the
    ends of a 95 % interval, ``p`` that of the permutation test, ``q`` the same after
    Benjamini and Hochberg.
    """

    first: float
    second: float
    effect: float
    low: float
    high: float
    p: float
    q: float


def contrast(
    first: csr_array | _Array,
    second: csr_array | _Array,
    *,
    permutations: int = 2_000,
    seed: int = 0,
    progress: Callable[[int, int], None] | None = None,
) -> list[Ratio]:
    """Compare what two sets of stories tell, column by column.

    Args:
        first: a row each story of the first side, a column each thing that is counted; a
            numpy or scipy array. Stories without anything count too.
        second: the same columns for the second side
        permutations: how often the stories are dealt out anew to the two sides
        seed: the same seed gives the same p
        progress: called with permutations done, and of how many

    Returns:
        one for each column

    Raises:
        SettingsError: a side has no story, or fewer than 99 permutations
    """
    from scipy.sparse import csr_array, vstack

    one, other = csr_array(first, dtype=np.float64), csr_array(second, dtype=np.float64)
    sizes = one.shape[0], other.shape[0]
    if not all(sizes) or permutations < 99:
        raise SettingsError(
            f"{sizes[0]} and {sizes[1]} stories, {permutations} permutations: each side needs "
            "a story, and the test 99 permutations or more"
        )
    pooled = csr_array(vstack([one, other]))
    ps = _permutation_p(pooled, sizes[0], permutations, seed, progress)
    qs = benjamini_hochberg(ps.tolist())
    sums = [(_column_sums(side), _column_sums(side.power(2))) for side in (one, other)]
    found = []
    for at in range(pooled.shape[1]):
        (x, xx), (y, yy) = [(float(total[at]), float(squares[at])) for total, squares in sums]
        effect, low, high = rate_ratio((x, xx), (y, yy), sizes)
        found.append(Ratio(x, y, effect, low, high, float(ps[at]), qs[at]))
    return found


def rate_ratio(
    first: tuple[float, float], second: tuple[float, float], stories: tuple[int, int]
) -> tuple[float, float, float]:
    r"""The log of a ratio of rates a story, and a 95 % interval.

    Formula: :math:`\ln\frac{(x + 1/2) / n}{(y + 1/2) / m} \pm t \sqrt{w_x v_x + w_y v_y}`, with
    :math:`v_x = (s_x^2 + 1/2) / (x + 1/2)^2`. The halves keep it finite where a side has none
    (Haldane 1956; Anscombe 1956). :math:`s_x^2` is the variance of the sum *x* as the stories show
    it, and at least *x*, that of a Poisson count. What exceeds that, the share
    :math:`o_x = 1 - x / s_x^2`, is estimated from few stories where a few tell most: with their
    effective number :math:`k_x = x^2 / \sum x_i^2` (Kish), :math:`w_x = 1 + o_x / (k_x - 1)`, and
    *t* is Student's with :math:`(k_x - 1) / o_x` degrees of freedom a side (Welch, Satterthwaite).

    Args:
        first: sum and sum of squares over the stories of the first side
        second: the same for the second side
        stories: how many each side has

    Source: Cameron, A. C. & Trivedi, P. K. (2013). *Regression Analysis of Count Data*, 2nd ed.,
    ch. 3 (variance not taken from Poisson); Kish, L. (1965). *Survey Sampling*, ch. 11;
    Satterthwaite, F. E. (1946). *Biometrics Bulletin* 2(6), 110-114.

    Ten of ones in 20 stories against none in 20: ln(10.5 / 0.5) = ln 21 = 3.04; the variance
    is at least 10, so v = 10.5 / 10.5² + 0.5 / 0.5² = 2.0952, and 1.96 times its root 2.84:

    >>> [round(value, 2) for value in rate_ratio((10, 10), (0, 0), (20, 20))]
    [3.04, 0.21, 5.88]
    """
    from scipy.stats import t

    (x, xx), (y, yy) = first, second
    n, m = stories
    effect = float(np.log((x + 0.5) / n) - np.log((y + 0.5) / m))
    parts = [_uncertain(x, xx, n), _uncertain(y, yy, m)]
    variance = sum(part for part, _ in parts)
    freedom = variance**2 / sum(part**2 / degrees for part, degrees in parts)
    reach = float(t.ppf(0.975, freedom)) * float(np.sqrt(variance))
    return effect, effect - reach, effect + reach


def _permutation_p(
    pooled: csr_array,
    first: int,
    permutations: int,
    seed: int,
    progress: Callable[[int, int], None] | None = None,
) -> _Array:
    """The p-value of each column: how often chance parts the stories so unequally.

    The stories are dealt out to two sides of the same sizes; the statistic is Welch's *t*,
    which holds its level even if one side is the more scattered (Janssen 1997; Chung &
    Romano 2013). p = (1 + as extreme) / (1 + permutations), so never 0.

    Source: Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero.
    *Stat. Appl. Genet. Mol. Biol.* 9(1), 39.
    """
    squares = pooled.power(2)
    stories = pooled.shape[0]
    label = np.zeros(stories)
    label[:first] = 1.0
    observed = _welch(label[None], pooled, squares)[0]
    random = np.random.default_rng(seed)
    reached = np.zeros(pooled.shape[1])
    for start in range(0, permutations, _BATCH):
        size = min(_BATCH, permutations - start)
        dealt = random.permuted(np.tile(label, (size, 1)), axis=1)
        reached += (_welch(dealt, pooled, squares) >= observed - 1e-9).sum(axis=0)
        if progress:
            progress(start + size, permutations)
    return np.asarray((1 + reached) / (1 + permutations))


def benjamini_hochberg(ps: Sequence[float]) -> list[float]:
    """Adjusted p-values: call those up to *q* different, and a share of *q* of them is wrong.

    Formula: the least, over all p_(j) not below p, of p_(j) m / j, where p_(j) is the j-th
    smallest of m.

    Source: Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate.
    *J. R. Statist. Soc. B* 57(1), 289-300.

    >>> [round(q, 3) for q in benjamini_hochberg([0.01, 0.04, 0.03, 0.5])]
    [0.04, 0.053, 0.053, 0.5]
    """
    order = sorted(range(len(ps)), key=lambda at: ps[at])
    adjusted = [0.0] * len(ps)
    least = 1.0
    for rank, at in reversed(list(enumerate(order, start=1))):
        least = min(least, ps[at] * len(ps) / rank)
        adjusted[at] = least
    return adjusted


def least_p(first: int, second: int, permutations: int) -> float:
    """The least p that so few stories can give: one way of all to deal them out.

    >>> round(least_p(3, 4, 2000), 4)
    0.0286
    """
    from math import comb

    return max(1 / comb(first + second, first), 1 / (1 + permutations))


def _welch(labels: _Array, values: csr_array, squares: csr_array) -> _Array:
    """The absolute Welch statistic of each column under each labelling."""
    parts = list(_moments(labels, values, squares))
    (mean, variance), (other, others) = parts
    apart, scale = np.abs(mean - other), np.sqrt(variance + others)
    huge = np.where(apart > 1e-12, np.inf, 0.0)
    return np.asarray(np.divide(apart, scale, out=huge, where=scale > 1e-12))


def _moments(
    labels: _Array, values: csr_array, squares: csr_array
) -> Iterator[tuple[_Array, _Array]]:
    """Mean of each column, and the variance of the mean, for either side."""
    for chosen in (labels, 1 - labels):
        size = chosen.sum(axis=1, keepdims=True)
        mean = np.asarray(values.T.dot(chosen.T)).T / size
        square = np.asarray(squares.T.dot(chosen.T)).T / size
        yield mean, np.maximum(square - mean**2, 0.0) / np.maximum(size - 1, 1)


def _uncertain(total: float, squares: float, stories: int) -> tuple[float, float]:
    """The variance of the log of a sum over stories, and its degrees of freedom."""
    known = _variance(total, squares, stories)
    over = 1 - total / known if known else 0.0
    effective = total**2 / squares if squares else 1.0
    wide = 1 + over / max(effective - 1, 0.5)
    degrees = max(effective - 1, 1.0) / max(over, 1e-9)
    return wide * (known + 0.5) / (total + 0.5) ** 2, degrees


def _variance(total: float, squares: float, stories: int) -> float:
    """Of a sum over stories; at least the sum, as a Poisson count has it."""
    if stories < 2:
        return total
    spread = (squares - total**2 / stories) * stories / (stories - 1)
    return max(float(spread), total)


def _column_sums(matrix: csr_array) -> _Array:
    return np.asarray(matrix.sum(axis=0), dtype=np.float64).ravel()
