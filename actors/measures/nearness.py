"""Closeness and harmonic in one pass over all shortest paths, on all cores.

Both need every distance, and finding those is all the work. SciPy's Dijkstra lets go of the
interpreter while it runs, so threads are enough. Actors of two components have no distance, so
each component is looked at alone. Of one with more than `ALL_DISTANCES_UP_TO` actors the
distances from `DISTANCE_PIVOTS` of them tell the mean (Eppstein, D. & Wang, J. (2004). Fast
approximation of centrality. *J. Graph Algorithms and Applications* 8(1), 39-45).
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from actors.measures.graphs import UNIT, distances, simple
from actors.types import Key

if TYPE_CHECKING:
    from scipy.sparse import csr_array

ALL_DISTANCES_UP_TO = 10_000
"""Actors of a component up to which all distances are looked at."""
DISTANCE_PIVOTS = 1_000
"""Actors of a larger one from which distances are looked at."""
CHUNK = 100
Rows = NDArray[np.float64]
Sums = tuple[Rows, Rows, Rows]
Nearness = tuple[dict[Key, float], dict[Key, float]]


def nearness(graph: nx.Graph[Key], seed: int = 0) -> Nearness:
    """Closeness and harmonic centrality, as `actors.measures.paths` defines them.

    Args:
        graph: a tie's ``weight`` is its strength
        seed: draws the pivots of components that are too large for all distances

    >>> near, harmonic = nearness(nx.path_graph(3))
    >>> near[1], harmonic
    (1.0, {0: 1.5, 1: 2.0, 2: 1.5})
    """
    measured = distances(simple(graph))
    near, far = dict.fromkeys(measured, 0.0), dict.fromkeys(measured, 0.0)
    if not measured.number_of_edges():
        return near, far
    # Transposed, since distances are taken to an actor, not from it.
    lengths = nx.to_scipy_sparse_array(measured, weight="distance", dtype=float).T.tocsr()
    names, others = list(measured), len(measured) - 1
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for part in _components(lengths):
            exact = measured.is_directed() or len(part) <= ALL_DISTANCES_UP_TO
            sums = _all if exact else partial(_estimated, seed=seed)
            reach, total, harmonic = sums(lengths[part][:, part], threads)
            # Nobody reached: 0 over 1 instead of 0 over 0.
            closeness = reach * UNIT / np.where(reach, total, 1.0) * reach / others
            for place, one, other in zip(part, closeness, harmonic, strict=True):
                near[names[place]], far[names[place]] = float(one), float(other)
    return near, far


def estimated(graph: nx.Graph[Key]) -> list[int]:
    """The sizes of the components of which `nearness` looks at some distances alone.

    >>> estimated(nx.path_graph(3))
    []
    """
    if graph.is_directed():
        return []
    sizes = map(len, nx.connected_components(graph))
    return sorted(size for size in sizes if size > ALL_DISTANCES_UP_TO)


def _components(lengths: csr_array) -> Iterator[NDArray[np.int64]]:
    """The numbers of the actors of each component that has a tie."""
    from scipy.sparse.csgraph import connected_components

    _, labels = connected_components(lengths, directed=True, connection="weak")
    order = np.argsort(labels, kind="stable")
    ends = np.flatnonzero(np.diff(labels[order])) + 1
    return (part for part in np.split(order, ends) if len(part) > 1)


def _all(lengths: csr_array, threads: ThreadPoolExecutor) -> Sums:
    """How many each actor reaches, how far they are together, and how near."""

    def work(rows: Sequence[int]) -> Sums:
        return _sums(_from(lengths, rows), axis=1)

    found = list(threads.map(work, _chunks(range(lengths.shape[0]))))
    reach, total, harmonic = (np.concatenate(each) for each in zip(*found, strict=True))
    return reach, total, harmonic


def _estimated(lengths: csr_array, threads: ThreadPoolExecutor, *, seed: int) -> Sums:
    """The same for a component without directions: what the pivots tell stands for all.

    But for neighbours, which are few and may be far nearer than anybody else: of them the length
    of the tie is taken.
    """

    def work(rows: Sequence[int]) -> Sums:
        found = _from(lengths, rows)
        for place, row in enumerate(rows):
            found[place, lengths.indices[lengths.indptr[row] : lengths.indptr[row + 1]]] = np.inf
        return _sums(found, axis=0)

    size = lengths.shape[0]
    pivots = sorted(random.Random(seed).sample(range(size), min(size, DISTANCE_PIVOTS)))
    found = list(threads.map(work, _chunks(pivots)))
    told, total, harmonic = (np.sum(each, axis=0) for each in zip(*found, strict=True))
    near = lengths.copy()
    near.data = UNIT / near.data
    each = (size - 1 - np.diff(lengths.indptr)) / np.maximum(told, 1)
    total, harmonic = total * each + lengths.sum(axis=0), harmonic * each + near.sum(axis=0)
    return np.full(size, size - 1.0), total, harmonic


def _chunks(rows: Sequence[int]) -> Iterator[Sequence[int]]:
    return (rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK))


def _from(lengths: csr_array, rows: Sequence[int]) -> Rows:
    """Distances from some actors to all, those to themselves infinite."""
    from scipy.sparse.csgraph import dijkstra

    found: Rows = dijkstra(lengths, directed=True, indices=list(rows))
    found[range(len(rows)), list(rows)] = np.inf
    return found


def _sums(found: Rows, *, axis: int) -> Sums:
    """How many distances there are, their sum, and that of 1 / distance."""
    there = np.isfinite(found)
    total = np.where(there, found, 0.0).sum(axis=axis)
    return there.sum(axis=axis), total, (UNIT / found).sum(axis=axis)
