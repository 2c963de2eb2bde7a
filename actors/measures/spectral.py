"""Measures where an actor counts by who its neighbours are: eigenvector, PageRank."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from actors.measures.engine import OTHERS_FROM, EngineName, by_node, fast, straight
from actors.measures.graphs import arcs, undirected
from actors.types import Key

DENSE_UP_TO = 400
Vector = NDArray[np.float64]


def eigenvector(graph: nx.Graph[Key]) -> dict[Key, float]:
    """An actor is as central as the actors it is tied to are together.

    A high value means ties to actors that are central themselves.

    Formula: λ x(v) = Σ_u w(u, v) x(u), for the largest λ; scaled to Euclidean length 1.
    Directions are not looked at (in a directed graph without cycles all values would be 0;
    take PageRank or Katz there). In a disconnected graph the measure lives in the
    component with the largest λ and is 0 elsewhere; components that share the largest λ
    share the measure. Solved directly, so it always ends.

    Source: Bonacich, P. (1972). Factoring and weighting approaches to status scores and
    clique identification. *J. Math. Sociology* 2(1), 113-120.

    >>> {node: round(value, 3) for node, value in eigenvector(nx.star_graph(2)).items()}
    {0: 0.707, 1: 0.5, 2: 0.5}
    """
    ties = undirected(graph)
    components = _components(ties)
    solved = [_principal(ties, part) for part in components]
    largest = max((value for value, _ in solved), default=0.0)
    found = dict.fromkeys(ties, 0.0)
    for part, (value, vector) in zip(components, solved, strict=True):
        if value > 0 and value >= largest * (1 - 1e-9):
            found.update(zip(part, vector.tolist(), strict=True))
    length = float(np.linalg.norm(list(found.values()))) or 1.0
    return {node: value / length for node, value in found.items()}


def pagerank(
    graph: nx.Graph[Key], *, damping: float = 0.85, engine: EngineName = "auto"
) -> dict[Key, float]:
    """Where a reader who follows arcs at random, and sometimes starts anew, is found.

    A high value means that the arcs of many, and of those that many point at, lead to the
    actor.

    Formula: p(v) = (1-α)/n + α Σ_u p(u) w(u, v) / s_out(u); who has no arc out is followed
    by a start anew. Values sum to 1. Symmetric ties run both ways; disconnected graphs need
    no care, since the reader starts anew anywhere.

    Source: Brin, S. & Page, L. (1998). The anatomy of a large-scale hypertextual web
    search engine. *Computer Networks* 30, 107-117.

    >>> {node: round(value, 3) for node, value in pagerank(nx.star_graph(2)).items()}
    {0: 0.486, 1: 0.257, 2: 0.257}
    """
    if fast(graph, engine, OTHERS_FROM):
        return by_node(graph, straight(graph).pagerank(damping=damping, weights="weight"))
    directed = arcs(graph)
    settled = nx.pagerank(directed, alpha=damping, tol=1e-12, max_iter=1000, weight="weight")
    return {node: float(settled[node]) for node in directed}


def _components(graph: nx.Graph[Key]) -> list[list[Key]]:
    """The components, each in the graph's own order."""
    position = {node: number for number, node in enumerate(graph)}
    return [sorted(part, key=position.__getitem__) for part in nx.connected_components(graph)]


def _principal(graph: nx.Graph[Key], part: Sequence[Key]) -> tuple[float, Vector]:
    """The largest eigenvalue of a component and its vector, which is positive all over."""
    if len(part) == 1:
        return 0.0, np.zeros(1)
    if len(part) <= DENSE_UP_TO:
        values, vectors = np.linalg.eigh(_dense(graph, part))
        return float(values[-1]), np.abs(vectors[:, -1])
    from scipy.sparse.linalg import eigsh

    sparse = nx.to_scipy_sparse_array(graph, nodelist=part, weight="weight", dtype=float)
    values, vectors = eigsh(sparse, k=1, which="LA", v0=np.ones(len(part)), tol=1e-12)
    return float(values[0]), np.abs(vectors[:, 0])


def _dense(graph: nx.Graph[Key], part: Sequence[Key]) -> Vector:
    """The strengths within a component; networkx would look at all of the graph for each."""
    number = {node: position for position, node in enumerate(part)}
    matrix = np.zeros((len(part), len(part)))
    for one in part:
        for other, tie in graph[one].items():
            matrix[number[one], number[other]] = tie["weight"]
    return matrix
