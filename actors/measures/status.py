"""Status that arcs pass on: Katz, and hubs and authorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from actors.measures.graphs import arcs
from actors.types import Key

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    Vector = NDArray[np.float64]

_ROUNDS = 2_000
SETTLED = 1e-13


def katz(graph: nx.Graph[Key], *, share: float = 0.85) -> dict[Key, float]:
    """An actor has the status of those who point at it, less with each step.

    A high value means that many point at the actor, directly or over others.

    Formula: x = α Aᵀ x + 1, scaled to Euclidean length 1; A holds strengths. α is
    ``share`` over the smaller of the largest in- and out-strength, which is never smaller
    than the largest eigenvalue, so the sum of ever longer paths always has an end.
    Symmetric ties run both ways; works on graphs without cycles, where the eigenvector
    doesn't; isolates have the least, not 0.

    Source: Katz, L. (1953). A new status index derived from sociometric analysis.
    *Psychometrika* 18, 39-43.

    >>> found = katz(nx.DiGraph([("a", "b")]))
    >>> round(found["b"] / found["a"], 2)
    1.85
    """
    directed = arcs(graph)
    if not directed.number_of_edges():
        return dict.fromkeys(directed, 1 / max(1, len(directed)) ** 0.5)
    matrix = _matrix(directed)
    largest = min(matrix.sum(axis=0).max(), matrix.sum(axis=1).max())
    found = summed(((share / largest) * matrix.T).tocsr())
    return _named(directed, found / np.linalg.norm(found))


def summed(matrix: csr_array) -> Vector:
    """The sum of M⁰1 + M¹1 + M²1 ..., for a matrix whose eigenvalues lie inside -1 and 1.

    It solves (I - M) x = 1 without the fill-in of a direct solution.

    >>> summed(np.array([[0.5]])).round(9)
    array([2.])
    """
    ones: Vector = np.ones(matrix.shape[0])
    found = ones
    for _ in range(_ROUNDS):
        following = matrix @ found + ones
        moved = np.abs(following - found).max()
        found = following
        if moved < SETTLED * np.abs(found).max():
            break
    return found


def hubs(graph: nx.Graph[Key]) -> dict[Key, float]:
    """Who points at those whom many point at; sums to 1.

    A high value means that the actor acts on those whom all act on: an initiator.

    Formula: the principal eigenvector of A Aᵀ; A holds strengths. Symmetric ties run both
    ways (on an undirected graph hubs and authorities are one). The measure lives where
    arcs are densest and may be 0 in other components. All 0 without ties.

    Source: Kleinberg, J. M. (1999). Authoritative sources in a hyperlinked environment.
    *Journal of the ACM* 46(5), 604-632.

    >>> hubs(nx.DiGraph([("a", "c"), ("b", "c")]))
    {'a': 0.5, 'c': 0.0, 'b': 0.5}
    """
    directed = arcs(graph)
    return _principal(directed, transposed=False)


def authorities(graph: nx.Graph[Key]) -> dict[Key, float]:
    """Whom those point at who point at many; sums to 1.

    A high value means that the most active actors act on this one: whom it is all about.

    Formula: the principal eigenvector of Aᵀ A; A holds strengths. See `hubs` for its limits.

    Source: Kleinberg, J. M. (1999). Authoritative sources in a hyperlinked environment.
    *Journal of the ACM* 46(5), 604-632.

    >>> authorities(nx.DiGraph([("a", "c"), ("b", "c")]))["c"]
    1.0
    """
    directed = arcs(graph)
    return _principal(directed, transposed=True)


def _principal(graph: nx.DiGraph[Key], *, transposed: bool) -> dict[Key, float]:
    """By the power method from an even start: repeatable, also where eigenvalues are shared."""
    if not graph.number_of_edges():
        return dict.fromkeys(graph, 0.0)
    matrix = _matrix(graph)
    matrix = matrix.T.tocsr() if transposed else matrix
    vector: Vector = np.full(len(graph), 1 / len(graph))
    for _ in range(_ROUNDS):
        following = matrix @ (matrix.T @ vector)
        following /= following.sum()
        moved = np.abs(following - vector).max()
        vector = following
        if moved < SETTLED:
            break
    return _named(graph, vector)


def _matrix(graph: nx.DiGraph[Key]) -> csr_array:
    return nx.to_scipy_sparse_array(graph, weight="weight", dtype=float, format="csr")


def _named(graph: nx.DiGraph[Key], values: Vector) -> dict[Key, float]:
    return {node: float(value) for node, value in zip(graph, values, strict=True)}
