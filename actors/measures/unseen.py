"""Ties that no story told: how many there may be, how strong, and between whom.

Stories drawn with replacement can only tell of what some story told, and tell of a third less
of it. So every drawn network is sparser than the one there is, and what depends on weak ties
(degrees, paths, the ranks of who is hardly told of) is held by too few intervals. The remedy is
that of ecology for species that no trap caught: estimate them from those caught once and
twice, and put them into the drawn samples.

* **How many**: Chao's estimate from the ties told by one story, f₁, and by two, f₂, of n:
  f₀ = (n-1)/n · f₁(f₁-1) / 2(f₂+1). It is a lower bound: ties far rarer than those told once
  leave no trace. How sure it is, is drawn too: log f₀ has the variance ln(1 + v/f₀²), where
  v = f₂(r²/2 + r³ + r⁴/4), r = f₁/f₂ (Chao 1987; f₂ at least 1).
* **How strong**: of what another story would tell, f₁/n is new (Good & Turing); in n stories that
  is as much as was told once. It is taken from what was told rarely, since that was told by
  luck: a tie told by k stories keeps 1 - λ(1 - k/n)ⁿ, where λ is such that as much is taken
  as the ties told once have together (Chao et al. 2015). So the strength of all stays.
* **Between whom**: what is taken from an actor's ties goes to ties of that actor, so its own
  strength stays too, but for chance. Each has half a telling more, in case nobody told of it.

Source: Chao, A. (1987). Estimating the population size for capture-recapture data with unequal
catchability. *Biometrics* 43, 783-791; Good, I. J. (1953). The population frequencies of species
and the estimation of population parameters. *Biometrika* 40, 237-264; Chao, A. et al. (2015).
Unveiling the species-rank abundance distribution by generalizing the Good-Turing sample coverage
theory. *Ecology* 96, 1189-1201 (drawing samples from seen and unseen; the lessening).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from actors.measures.resampling import Ties, draws

_Array: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.intp]

_STREAM = 1
"""Tells the generator of unseen ties from that of stories, which has the same seed."""
_ROUNDS = 50
"""Times that ends are drawn anew where those drawn are tied already."""
ROOM = 0.05
"""The least chance of meeting somebody new that is reckoned with."""
AT_MOST = 1
"""Unseen ties for each one seen: where more are estimated, nobody can say how many there are."""
HALF = 0.5
"""Tellings that each actor may have missed (as in Jeffreys' prior for a rate)."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """What the ties told by one story and by two say of those that none told.

    ``number`` and ``spread`` are the mean and the deviation of its logarithm; ``once`` is f₁;
    ``kept`` the share that each seen tie keeps; ``telling`` the mean strength of a tie told
    once; ``against`` the share of opposition among signed ties told once.
    """

    number: float
    spread: float
    once: int
    kept: _Array
    telling: float
    against: float


def unseen(found: Ties) -> Unseen | None:
    """What there is beyond the ties told; `None` where every tie was told twice or more.

    >>> from actors.measures.resampling import ties
    >>> guess = unseen(ties([("s1", "a", "b", 1.0), ("s2", "b", "c", 2.0), ("s3", "c", "d", 1.0)]))
    >>> guess.once, guess.number  # f₂ = 0, n = 3: 2/3 * 3 * 2 / 2
    (3, 2.0)
    """
    n, (told, weight) = found.stories, _told(found)
    once, twice = told == 1, int((told == 2).sum())
    f = int(once.sum())
    if not f or n < 2 or _free(found) < 1:
        return None
    number = max(HALF, (n - 1) / n * f * (f - 1) / (2 * (twice + 1)))
    ratio = f / max(1, twice)
    variance = max(1, twice) * (ratio**2 / 2 + ratio**3 + ratio**4 / 4)
    rare = (1 - told / n) ** n
    part = float(weight[once].sum()) / float((weight * rare).sum())
    return Unseen(
        number,
        float(np.sqrt(np.log1p(variance / number**2))),
        f,
        np.maximum(0.0, 1 - part * rare),
        float(weight[once].mean()),
        0.0 if found.signs is None else float((found.signs[once] < 0).mean()),
    )


def completed(
    found: Ties, guess: Unseen | None, seed: int, numbers: Sequence[int]
) -> tuple[Ties, _Array]:
    """Networks of corpora drawn from the stories, with ties that none of them told.

    Args:
        found: the ties of each story
        guess: what `unseen` says of them
        seed: with the number of a replicate it settles what is drawn
        numbers: of the replicates

    Returns:
        the ties with the pairs of all unseen ones added (no story tells of those), and the
        strength of each pair (columns) in each replicate (rows)
    """
    weights = np.asarray(found.weights.T.dot(draws(seed, numbers, found.stories).T)).T
    if guess is None:
        return found, weights
    imagined = []
    for row, number in zip(weights, numbers, strict=True):
        random = np.random.default_rng([seed, number, _STREAM])
        imagined.append(_imagined(found, guess, random, row))
    codes = np.unique(np.concatenate([code for code, _ in imagined]))
    added = np.zeros((len(numbers), len(codes)))
    for at, (code, strengths) in enumerate(imagined):
        added[at, np.searchsorted(codes, code)] = strengths
        if len(code):
            weights[at] *= guess.kept
    return _with(found, codes), np.hstack([weights, added])


def _imagined(
    found: Ties, guess: Unseen, random: np.random.Generator, weights: _Array
) -> tuple[Whole, _Array]:
    """The pairs of unseen ties, as whole numbers, and their strengths."""
    size = guess.number * np.exp(guess.spread * random.standard_normal())
    wanted = int(min(np.round(size), _free(found), AT_MOST * len(found.pairs)))
    taken = weights * (1 - guess.kept)
    missed = np.full(len(found.nodes), HALF * guess.telling)
    for side in (0, 1):
        missed += np.bincount(found.pairs[:, side], taken, len(found.nodes))
    chances = missed / missed.sum()
    codes = _pairs(found, chances, random, wanted)
    strengths = random.exponential(1.0, len(codes)) * _rarer(found, chances, codes)
    strengths *= missed.sum() / 2 / max(strengths.sum(), 1e-300)
    return _signed(found, guess, random, codes), strengths


def _pairs(found: Ties, chances: _Array, random: np.random.Generator, wanted: int) -> Whole:
    """So many pairs that no story ties, likelier between likelier ends; fewer if there are few."""
    seen = _codes(found.pairs, found)
    codes = np.empty(0, dtype=np.intp)
    for _ in range(_ROUNDS):
        if len(codes) >= wanted:
            break
        ends = random.choice(len(chances), (2 * wanted + 64, 2), p=chances)
        ends = ends[ends[:, 0] != ends[:, 1]]
        fresh = _codes(ends if found.directed else np.sort(ends, axis=1), found)
        every = np.concatenate([codes, fresh[~np.isin(fresh, seen)]])
        _, first = np.unique(every, return_index=True)
        codes = every[np.sort(first)]
    return codes[:wanted]


def _rarer(found: Ties, chances: _Array, codes: Whole) -> _Array:
    """How much stronger a pair must be for its ends are tied to most others already.

    Who is tied to those likeliest to be drawn is drawn less often than its chance says, by the
    share of chances that are free to it.
    """
    taken = chances.copy()
    for side in (0, 1):
        weights = chances[found.pairs[:, 1 - side]] / (2 if found.directed else 1)
        taken += np.bincount(found.pairs[:, side], weights, len(chances))
    room = np.maximum(ROOM, 1 - taken)
    return np.asarray(1 / (room[codes // len(room)] * room[codes % len(room)]))


def _signed(found: Ties, guess: Unseen, random: np.random.Generator, codes: Whole) -> Whole:
    """Signed pairs have two numbers each: the even one is support."""
    if found.signs is None:
        return codes
    return np.asarray(2 * codes + (random.random(len(codes)) < guess.against), dtype=np.intp)


def _codes(pairs: Whole, found: Ties) -> Whole:
    return np.asarray(pairs[:, 0] * len(found.nodes) + pairs[:, 1], dtype=np.intp)


def _with(found: Ties, codes: Whole) -> Ties:
    """The ties and more pairs, of which no story tells."""
    plain, signs = codes, found.signs
    if signs is not None:
        plain, signs = codes // 2, np.concatenate([signs, np.where(codes % 2, -1, 1)])
    more = np.stack([plain // len(found.nodes), plain % len(found.nodes)], axis=1)
    pairs = np.concatenate([found.pairs, more.astype(np.intp)])
    return Ties(found.nodes, pairs, found.weights, found.directed, signs)


def _told(found: Ties) -> tuple[Whole, _Array]:
    """How many stories tell of each pair, and its strength in all of them."""
    told = np.asarray((found.weights > 0).sum(axis=0), dtype=np.intp).ravel()
    return told, np.asarray(found.weights.sum(axis=0), dtype=np.float64).ravel()


def _free(found: Ties) -> int:
    """How many pairs no story ties."""
    nodes = len(found.nodes)
    pairs = nodes * (nodes - 1) // (1 if found.directed else 2)
    return pairs - len(np.unique(_codes(found.pairs, found)))
