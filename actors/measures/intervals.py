"""Bootstrap intervals: how far a number might have lain off, had other stories been told.

Which of the methods is used for what was decided by simulation (``benchmarks/coverage.py``);
``docs/uncertainty.md`` has the table. All take replicates as rows and actors as columns;
replicates in which an actor has no value (NaN) are left out of its interval.
"""

from __future__ import annotations

from math import sqrt
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

_Array: TypeAlias = NDArray[np.float64]
#: Lower and upper end of each actor's interval.
Ends: TypeAlias = "tuple[_Array, _Array]"

SHARE = 0.5
"""How much of the median bias is taken out for ranks; more makes their intervals too narrow."""


def expanded(level: float, stories: int) -> float:
    r"""The lower tail to cut off so that an interval is as wide as Student's *t* would be.

    Formula: :math:`\Phi(\sqrt{n/(n-1)}\; t_{\alpha/2,\,n-1})`. Drawing *n* of *n* stories
    with replacement understates the variance by :math:`(n-1)/n`, and takes no account of
    its being estimated.

    Source: Hesterberg, T. C. (2015). What teachers should know about the bootstrap.
    *The American Statistician* 69(4), 371-386, section 5.3.

    >>> round(expanded(0.95, 20), 4), round(expanded(0.95, 10_000), 4)
    (0.0159, 0.025)
    """
    from scipy.stats import norm, t

    tail = t.ppf((1 - level) / 2, stories - 1)
    return float(norm.cdf(sqrt(stories / (stories - 1)) * tail))


def percentiles(observed: _Array, replicates: _Array, tail: float, share: float = 0.0) -> Ends:
    r"""Percentiles of the replicates, moved for part of their median bias if asked.

    Formula: the quantiles :math:`\Phi(2 s z_0 \pm z)` of the replicates, where :math:`z_0`
    is the normal quantile of the share of replicates below what was observed (equal ones
    count half). With :math:`s = 1` it is Efron's bias-corrected interval, with 0 the plain
    percentile interval of Efron (1979).

    Args:
        observed: what was measured, one number an actor
        replicates: what was measured in each replicate
        tail: what to cut off below, as `expanded` gives it
        share: *s*

    Source: Efron, B. (1981). Nonparametric standard errors and confidence intervals.
    *Canadian Journal of Statistics* 9(2), 139-158; *s* from ``benchmarks/coverage.py``.

    >>> low, high = percentiles(np.array([50.0]), np.arange(1.0, 100.0)[:, None], 0.05)
    >>> float(round(low[0], 6)), float(round(high[0], 6))
    (5.0, 95.0)
    """
    from scipy.special import ndtr, ndtri

    shift, z = 2 * share * bias(observed, replicates), ndtri(tail)
    return _quantile(replicates, ndtr(shift + z)), _quantile(replicates, ndtr(shift - z))


def bias(observed: _Array, replicates: _Array) -> _Array:
    """The normal quantile of the share of replicates below what was observed.

    >>> bias(np.array([2.0]), np.array([[1.0], [2.0], [3.0]])).tolist()
    [0.0]
    """
    from scipy.special import ndtri

    margin = 1e-9 * np.abs(observed)
    below = (replicates < observed - margin).sum(axis=0)
    equal = (np.abs(replicates - observed) <= margin).sum(axis=0)
    valid = (~np.isnan(replicates)).sum(axis=0)
    return np.asarray(ndtri((below + equal / 2 + 0.5) / (valid + 1)))


def error_of_ends(replicates: _Array, tail: float) -> _Array:
    r"""How far the ends of each interval may lie off, as a share of it, for want of replicates.

    Formula: half of the way from the quantile :math:`p - s` to :math:`p + s`, with
    :math:`s = \sqrt{p(1-p)/R}`, the standard error of a share: two thirds of ends lie nearer.

    >>> error = error_of_ends(np.arange(1.0, 1001.0)[:, None], 0.025)
    >>> float(round(error[0], 4))
    0.0052
    """
    step = sqrt(tail * (1 - tail) / max(1, len(replicates)))
    shares = [share for end in (tail, 1 - tail) for share in (end - step, end + step)]
    a, b, c, d = (_quantile(replicates, np.array(min(max(share, 0.0), 1.0))) for share in shares)
    width = (c + d - a - b) / 2
    off = (b - a + d - c) / 4
    return np.divide(off, width, out=np.zeros_like(off), where=width > 0)


def _quantile(replicates: _Array, shares: _Array) -> _Array:
    """The quantile of each column, at (R + 1) * share, between neighbours in proportion."""
    ordered = np.sort(replicates, axis=0)  # what is not a number comes last
    last = np.maximum((~np.isnan(replicates)).sum(axis=0) - 1, 0)
    place = np.clip(np.broadcast_to(shares, last.shape) * (last + 2) - 1, 0, last)
    lower = np.floor(place).astype(int)
    upper = np.minimum(lower + 1, last)
    columns = np.arange(ordered.shape[1])
    part = place - lower
    return np.asarray(ordered[lower, columns] * (1 - part) + ordered[upper, columns] * part)
