"""Closeness and harmonic in one pass over all shortest paths, on all cores.

Both need every distance, and finding those is all the work. SciPy's Dijkstra lets go of the
interpreter while it runs, so threads are enough.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from actors.measures.graphs import UNIT, distances, simple
from actors.types import Key

if TYPE_CHECKING:
    from scipy.sparse import csr_array

CHUNK = 100
Rows = NDArray[np.float64]


def nearness(graph: nx.Graph[Key]) -> tuple[dict[Key, float], dict[Key, float]]:
    """Closeness and harmonic centrality, as `actors.measures.paths` defines them.

    >>> near, harmonic = nearness(nx.path_graph(3))
    >>> near[1], harmonic
    (1.0, {0: 1.5, 1: 2.0, 2: 1.5})
    """
    measured = distances(simple(graph))
    size = len(measured)
    if not measured.number_of_edges():
        return dict.fromkeys(measured, 0.0), dict.fromkeys(measured, 0.0)
    # Transposed, since distances are taken to an actor, not from it.
    lengths = nx.to_scipy_sparse_array(measured, weight="distance", dtype=float).T.tocsr()
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        parts = list(threads.map(lambda rows: _of_rows(lengths, rows), _chunks(size)))
    near, far = (np.concatenate([part[side] for part in parts]) for side in (0, 1))
    return _named(measured, near), _named(measured, far)


def _chunks(size: int) -> Iterator[range]:
    return (range(start, min(start + CHUNK, size)) for start in range(0, size, CHUNK))


def _of_rows(lengths: csr_array, rows: range) -> tuple[Rows, Rows]:
    from scipy.sparse.csgraph import dijkstra

    found = dijkstra(lengths, directed=True, indices=list(rows))
    found[range(len(rows)), list(rows)] = np.inf
    there = np.isfinite(found)
    reach = there.sum(axis=1)
    total = np.where(there, found, 0.0).sum(axis=1)
    others = max(1, found.shape[1] - 1)
    # Nobody reached: 0 over 1 instead of 0 over 0.
    near = reach * UNIT / np.where(reach, total, 1.0) * reach / others
    return near, (UNIT / found).sum(axis=1)


def _named(graph: nx.Graph[Key], values: Rows) -> dict[Key, float]:
    return {node: float(value) for node, value in zip(graph, values, strict=True)}
