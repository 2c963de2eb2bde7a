"""Corpora drawn anew from the stories of a corpus, and what is measured in each.

The unit drawn is the *story*, never the sentence: sentences of one story are written by one
hand on one day and say much the same, so drawing them one by one would promise a certainty
that nobody has. Documents that reprint one another are one story.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from actors.errors import SettingsError
from actors.measures.quick import measure

if TYPE_CHECKING:
    from scipy.sparse import csr_array

StoryRow: TypeAlias = "tuple[str, str, str, float] | tuple[str, str, str, float, int]"
_Pair: TypeAlias = "tuple[str, str, int]"
_Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties of each story.

    ``pairs`` has a row for each pair of actors that any story ties, as positions in
    ``nodes``; ``weights`` a row for each story and a column for each pair. The last rows are
    stories without a tie, which are part of the corpus too. ``signs`` has 1 or -1 for each
    pair where ties are signed; a pair with both signs is there twice.
    """

    nodes: tuple[str, ...]
    pairs: NDArray[np.intp]
    weights: csr_array
    directed: bool
    signs: NDArray[np.intp] | None = None

    @property
    def stories(self) -> int:
        """How many stories the corpus has."""
        return int(self.weights.shape[0])


def ties(
    rows: Iterable[StoryRow],
    *,
    stories: int | None = None,
    nodes: Iterable[str] | None = None,
    directed: bool = False,
    signed: bool = False,
) -> Ties:
    """Ties by story, from plain rows.

    Args:
        rows: (story, source, target, weight), or with the sign 1 or -1 after it, for measures
            of support and opposition; several rows of one pair in a story are summed
        stories: how many stories the corpus has, those without a tie included; as many as
            the rows name if left out
        nodes: all actors, those without a tie included; those of the rows if left out
        directed: whether a tie runs from source to target only
        signed: whether ties have signs, where there is no row to tell

    Raises:
        SettingsError: a weight is negative, a node is unknown, or ``stories`` is too small

    >>> found = ties([("s1", "b", "a", 2.0), ("s2", "a", "b", 1.0)], stories=3)
    >>> found.nodes, found.pairs.tolist(), found.weights.toarray().tolist()
    (('a', 'b'), [[0, 1]], [[2.0], [1.0], [0.0]])
    """
    summed, told_with_signs = _summed(rows, directed)
    every = tuple(nodes) if nodes is not None else _ends(pair[:2] for _, pair in summed)
    told = {story: number for number, story in enumerate(sorted({story for story, _ in summed}))}
    total = len(told) if stories is None else stories
    if total < len(told):
        raise SettingsError(f"the ties come from {len(told)} stories, which is more than {total}")
    pairs = sorted({pair for _, pair in summed})
    column = {pair: number for number, pair in enumerate(pairs)}
    position = {node: number for number, node in enumerate(every)}
    if unknown := sorted({end for one, other, _ in pairs for end in (one, other)} - set(position)):
        raise SettingsError(f"the tie of {unknown[0]!r} has no actor: name it in nodes=")
    return Ties(
        every,
        np.array([[position[a], position[b]] for a, b, _ in pairs], dtype=np.intp).reshape(-1, 2),
        _matrix({(told[s], column[p]): w for (s, p), w in summed.items()}, total, len(pairs)),
        directed,
        np.array([sign for *_, sign in pairs], dtype=np.intp)
        if signed or told_with_signs
        else None,
    )


def draws(seed: int, numbers: Sequence[int], stories: int) -> _Array:
    """How often each story is drawn in each replicate: ``stories`` draws with replacement.

    A replicate has a generator of its own, made of the seed and its number, so that it is
    the same in whatever order and process it is drawn.

    >>> draws(0, [0, 1, 2], 5).sum(axis=1).tolist()
    [5.0, 5.0, 5.0]
    """
    share = np.full(stories, 1 / max(1, stories))
    return np.array(
        [np.random.default_rng([seed, number]).multinomial(stories, share) for number in numbers],
        dtype=np.float64,
    ).reshape(len(numbers), stories)


def measured(found: Ties, name: str, times: _Array) -> _Array:
    """A measure of every actor (columns) in every replicate (rows).

    Args:
        found: the ties by story
        name: a measure known to `actors.plugins`
        times: how often each story counts, a row each replicate

    >>> found = ties([("s1", "a", "b", 2.0), ("s2", "b", "c", 1.0)])
    >>> measured(found, "strength", np.array([[1.0, 1.0], [2.0, 0.0]])).tolist()
    [[2.0, 3.0, 1.0], [4.0, 4.0, 0.0]]
    """
    weights = np.asarray(found.weights.T.dot(times.T)).T
    return measured_with(found, name, weights)


def measured_with(found: Ties, name: str, weights: _Array) -> _Array:
    """A measure of every actor (columns) in networks with given strengths of the pairs (rows)."""
    return measure(
        name, len(found.nodes), found.pairs, weights, directed=found.directed, signs=found.signs
    )


def ranks(values: _Array) -> NDArray[np.intp]:
    """The place of each actor in each row, 1 the highest; equals share the better place.

    Values that differ by less than a billionth of the largest are equal; who has no value
    (NaN) comes last.

    >>> ranks(np.array([[3.0, 1.0, 3.0, 2.0]])).tolist()
    [[1, 4, 1, 3]]
    """
    known = np.nan_to_num(values)
    scale = np.abs(known).max(axis=1, keepdims=True, initial=0.0)
    rounded = np.round(known / np.where(scale > 0, scale, 1.0), 9)
    whole = np.where(np.isnan(values), -np.inf, rounded)
    ordered = -np.sort(-whole, axis=1)
    found = [np.searchsorted(-row, -value) for row, value in zip(ordered, whole, strict=True)]
    return np.array(found, dtype=np.intp).reshape(values.shape) + 1


def _summed(
    rows: Iterable[StoryRow], directed: bool
) -> tuple[dict[tuple[str, _Pair], float], bool]:
    """The strength of each pair in each story, and whether ties are signed."""
    summed: dict[tuple[str, _Pair], float] = {}
    signed = False
    for story, source, target, weight, *sign in rows:
        signed = signed or bool(sign)
        if weight < 0:
            raise SettingsError(f"the tie {source} - {target} has the weight {weight}: below 0")
        if source == target or not weight:
            continue
        ends = (source, target) if directed or source < target else (target, source)
        pair = (*ends, int(sign[0]) if sign else 0)
        summed[story, pair] = summed.get((story, pair), 0.0) + float(weight)
    return summed, signed


def _ends(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted({end for pair in pairs for end in pair}))


def _matrix(cells: dict[tuple[int, int], float], rows: int, columns: int) -> csr_array:
    from scipy.sparse import csr_array

    places = np.array(list(cells), dtype=np.intp).reshape(-1, 2)
    values = np.array(list(cells.values()), dtype=np.float64)
    return csr_array((values, (places[:, 0], places[:, 1])), shape=(rows, columns))
