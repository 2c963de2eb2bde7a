"""Measures that follow paths, in many large networks: from some actors to all others.

Paths from every actor to every other cost most of a measure's time, and a replicate of a
bootstrap needs no more digits than the replicates scatter. So in each network paths start from
`SOURCES` actors of its largest component, drawn anew, and from all actors outside it. Each half
of the sources gives an estimate too; how far the two lie apart says how much of the scatter
comes from the choice of sources, and that much is taken out of it again (`settled`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from actors.measures.graphs import UNIT

if TYPE_CHECKING:
    import igraph

__all__ = ["SAMPLED", "SOURCES", "estimate", "settled"]

_Array: TypeAlias = NDArray[np.float64]
Finish: TypeAlias = "Callable[[igraph.Graph, _Array], _Array]"

SOURCES = 120
"""Actors that paths start from, of the largest component. A component of twice as many or less
is measured in full."""

_MOST = 0.5
"""The share of the variance that is taken out at most."""


def estimate(name: str, graph: igraph.Graph, random: np.random.Generator) -> tuple[_Array, _Array]:
    """A measure of every actor of a network, and the variance that the choice of sources adds.

    Args:
        name: one of `SAMPLED`
        graph: an igraph network; its edges have a ``distance``, as `quick.measure` makes them
        random: draws the sources

    Source: Brandes, U. & Pich, C. (2007). Centrality estimation in large networks.
    *International Journal of Bifurcation and Chaos* 17(7), 2303-2318; the variance is that of a
    sample without replacement (Cochran 1977, ch. 2), from its two halves.
    """
    collect, finish = SAMPLED[name]
    inside, *parts = sorted(graph.connected_components(mode="weak"), key=len, reverse=True) or [[]]
    if len(inside) <= 2 * SOURCES:
        every = list(range(graph.vcount()))
        return finish(graph, collect(graph, every, len(every))), np.zeros(len(every))
    outside = [node for part in parts if len(part) > 1 for node in part]
    drawn = random.permutation(np.array(inside))[:SOURCES].tolist()
    apart = collect(graph, outside, len(outside))
    half = SOURCES // 2
    one, two = (collect(graph, some, len(inside)) for some in (drawn[:half], drawn[half:]))
    value = finish(graph, apart + (one + two) / 2)
    between = finish(graph, apart + one) - finish(graph, apart + two)
    return value, (1 - SOURCES / len(inside)) * between**2 / 4


def settled(drawn: _Array, noise: _Array) -> _Array:
    r"""Replicates whose scatter is that of the corpora alone, or wider.

    Formula: :math:`\bar x + (x - \bar x)\sqrt{\max(1 - v / s^2, 1/2)}`, where *s*² is the
    variance of the replicates and *v* the part of it that the choice of sources has added. Where
    that is more than half, what is left is too uncertain to be told apart (``_MOST``).

    Args:
        drawn: what was estimated, a row each replicate
        noise: *v* of each actor

    >>> settled(np.array([[0.0], [20.0]]), np.array([36.0])).ravel().tolist()
    [2.0, 18.0]
    """
    if not noise.any():
        return drawn
    mean, variance = drawn.mean(axis=0), drawn.var(axis=0)
    share = np.divide(noise, variance, out=np.zeros_like(noise), where=variance > 0)
    return np.asarray(mean + (drawn - mean) * np.sqrt(1 - np.minimum(share, _MOST)))


def _times(graph: igraph.Graph, chosen: Sequence[int], of: int) -> _Array:
    """How many other actors each source stands for, for each actor: it is no source of itself."""
    others = np.full(graph.vcount(), float(len(chosen)))
    others[chosen] -= 1
    return np.asarray((of - 1) / np.maximum(others, 1.0))


def _betweenness(graph: igraph.Graph, sources: Sequence[int], of: int) -> _Array:
    if not sources:
        return np.zeros(graph.vcount())
    found = np.array(graph.betweenness(weights="distance", sources=sources), dtype=np.float64)
    return _times(graph, sources, of) * found


def _share_of_pairs(graph: igraph.Graph, found: _Array) -> _Array:
    nodes = graph.vcount()
    pairs = (nodes - 1) * (nodes - 2) / (1 if graph.is_directed() else 2)
    return np.asarray(found / max(1.0, pairs))


def _nearness(graph: igraph.Graph, sources: Sequence[int], of: int) -> _Array:
    """The sum of 1 / distance from all others."""
    near = (1 / _distances(graph, sources)).sum(axis=0)
    return np.asarray(_times(graph, sources, of) * near)


def _reached(graph: igraph.Graph, sources: Sequence[int], of: int) -> _Array:
    """How many others reach each actor (first row), and the sum of their distances (second)."""
    distances = _distances(graph, sources)
    reached = np.isfinite(distances)
    sums = [reached.sum(axis=0), np.where(reached, distances, 0.0).sum(axis=0)]
    return _times(graph, sources, of) * np.array(sums, dtype=np.float64)


def _closeness(graph: igraph.Graph, found: _Array) -> _Array:
    others, total = found
    shares = others / max(1, graph.vcount() - 1)
    near = np.divide(others * shares, total, out=np.zeros(len(total)), where=total > 0)
    return np.asarray(near, dtype=np.float64)


def _distances(graph: igraph.Graph, sources: Sequence[int]) -> _Array:
    """From some actors (rows) to each, infinite to itself."""
    if not sources:
        return np.full((0, graph.vcount()), np.inf)
    rows = np.array(graph.distances(source=sources, weights="distance"), dtype=np.float64)
    rows[np.arange(len(sources)), sources] = np.inf
    return rows / UNIT


#: What is summed over the sources, and the measure made of the sums.
SAMPLED: Mapping[str, tuple[Callable[[igraph.Graph, Sequence[int], int], _Array], Finish]] = (
    MappingProxyType(
        {
            "betweenness": (_betweenness, _share_of_pairs),
            "closeness": (_reached, _closeness),
            "harmonic": (_nearness, lambda _, found: found),
        }
    )
)
