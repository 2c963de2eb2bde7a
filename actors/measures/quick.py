"""The same measures of many networks on the same actors: arrays instead of graph objects.

Degrees and strengths of all networks are one product of matrices; what follows paths goes
to igraph, network by network. Every number equals that of the measure's own function, which
a test proves; measures without a short cut here are taken with that function.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import igraph
import numpy as np
from numpy.typing import NDArray

from actors.errors import SettingsError
from actors.measures.graphs import UNIT
from actors.measures.signs import pn_of
from actors.measures.spectral import DENSE_UP_TO

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_Array: TypeAlias = NDArray[np.float64]
Pairs: TypeAlias = NDArray[np.intp]


def measure(
    name: str,
    nodes: int,
    pairs: Pairs,
    weights: _Array,
    *,
    directed: bool,
    signs: Pairs | None = None,
) -> _Array:
    """A measure of every node (columns) in every network (rows).

    Args:
        name: a measure known to `actors.plugins`
        nodes: how many there are; they are numbered from 0
        pairs: one row a pair of nodes, each pair once (each ordered pair, if directed)
        weights: one row a network, one column a pair; 0 is no tie
        directed: whether pairs are arcs
        signs: 1 or -1 for each pair, for measures of support and opposition; a pair may then be
            there once with each

    Raises:
        NotFound: there is no such measure
        SettingsError: a measure that needs signs has none, or one that does not has some

    >>> measure("degree", 3, np.array([[0, 1], [1, 2]]), np.array([[1.0, 5.0]]), directed=False)
    array([[1., 2., 1.]])
    """
    if (signs is not None) != (name in _SIGNED):
        raise SettingsError(
            f"{name} is measured on ties {'with' if signs is None else 'without'} a sign"
        )
    if signs is not None:
        return _SIGNED[name](nodes, pairs, weights, signs, directed)
    if name in ENDS and directed == name.startswith(("in_", "out_")):
        counted = (weights > 0).astype(float) if name.endswith("degree") else weights
        return np.asarray(ends(name, nodes, pairs).T.dot(counted.T)).T
    take = PATHS.get(name) or partial(_reference, name)
    rows = [take(graph_of(nodes, pairs, row, directed)) for row in weights]
    return np.array(rows, dtype=np.float64).reshape(len(weights), nodes)


def ends(name: str, nodes: int, pairs: Pairs) -> csr_array:
    """At which nodes (columns) a degree or strength counts a pair (rows): a sparse matrix."""
    from scipy.sparse import csr_array

    counted = pairs[:, ENDS[name]]
    rows = np.repeat(np.arange(len(pairs)), counted.shape[1])
    ones = np.ones(counted.size)
    return csr_array((ones, (rows, counted.ravel())), shape=(len(pairs), nodes))


def graph_of(nodes: int, pairs: Pairs, weights: _Array, directed: bool) -> igraph.Graph:
    """A network as igraph has it, each tie with its ``weight`` and ``distance``.

    Args:
        nodes: how many there are; they are numbered from 0
        pairs: one row a pair of nodes
        weights: of each pair; 0 is no tie
        directed: whether pairs are arcs
    """
    there = weights > 0
    strengths = weights[there]
    distances = np.maximum(1.0, np.round(UNIT / strengths)) if len(strengths) else strengths
    return igraph.Graph(
        nodes,
        pairs[there].tolist(),
        directed,
        edge_attrs={"weight": strengths.tolist(), "distance": distances.tolist()},
    )


def _betweenness(graph: igraph.Graph) -> _Array:
    nodes = graph.vcount()
    pairs = (nodes - 1) * (nodes - 2) / (1 if graph.is_directed() else 2)
    found = np.array(graph.betweenness(weights="distance"), dtype=np.float64)
    return np.asarray(found / max(1, pairs))


def _closeness(graph: igraph.Graph) -> _Array:
    distances = _distances(graph)
    reached = np.isfinite(distances)
    total = np.where(reached, distances, 0.0).sum(axis=0)
    others = reached.sum(axis=0) - 1
    shares = others / max(1, graph.vcount() - 1)
    near = np.divide(others * shares, total, out=np.zeros(len(total)), where=total > 0)
    return np.asarray(near, dtype=np.float64)


def _harmonic(graph: igraph.Graph) -> _Array:
    distances = _distances(graph)
    np.fill_diagonal(distances, np.inf)
    return np.asarray((1 / distances).sum(axis=0), dtype=np.float64)


def _distances(graph: igraph.Graph) -> _Array:
    """From each node (rows) to each other."""
    found = np.array(graph.distances(weights="distance"), dtype=np.float64)
    return found.reshape(graph.vcount(), graph.vcount()) / UNIT


def _core_number(graph: igraph.Graph) -> _Array:
    return np.array(graph.as_undirected().coreness(), dtype=np.float64)


def _pagerank(graph: igraph.Graph) -> _Array:
    return np.array(graph.pagerank(weights="weight"), dtype=np.float64)


def _eigenvector(graph: igraph.Graph) -> _Array:
    if graph.is_directed() or graph.vcount() > DENSE_UP_TO:
        return _reference("eigenvector", graph)
    matrix = np.zeros((graph.vcount(), graph.vcount()))
    for edge, weight in zip(graph.get_edgelist(), graph.es["weight"], strict=True):
        matrix[edge] = matrix[edge[::-1]] = weight
    parts = list(graph.connected_components())
    solved = [np.linalg.eigh(matrix[np.ix_(part, part)]) for part in parts]
    largest = max((values[-1] for values, _ in solved), default=0.0)
    found = np.zeros(graph.vcount())
    for part, (values, vectors) in zip(parts, solved, strict=True):
        if values[-1] > 0 and values[-1] >= largest * (1 - 1e-9):
            found[part] = np.abs(vectors[:, -1])
    return found / (float(np.linalg.norm(found)) or 1.0)


def _net_support(nodes: int, pairs: Pairs, weights: _Array, signs: Pairs, directed: bool) -> _Array:
    """(s⁺ - s⁻) / (s⁺ + s⁻) of what ends at each node; both ends of a tie without direction."""
    at = ends("in_strength" if directed else "strength", nodes, pairs)
    total = np.asarray(at.T.dot(weights.T)).T
    net = np.asarray(at.T.dot((weights * signs).T)).T
    return np.asarray(np.divide(net, total, out=np.zeros_like(total), where=total > 0))


def _pn(nodes: int, pairs: Pairs, weights: _Array, signs: Pairs, directed: bool) -> _Array:
    """See `actors.measures.signs.pn`: what outweighs in each pair counts 1 or -2."""
    rows = []
    for row in weights * signs:
        net = np.zeros((nodes, nodes))
        np.add.at(net, (pairs[:, 0], pairs[:, 1]), row)
        net += net.T
        rows.append(pn_of(np.where(net > 0, 1.0, np.where(net < 0, -2.0, 0.0))))
    return np.array(rows, dtype=np.float64).reshape(len(weights), nodes)


def _reference(name: str, graph: igraph.Graph) -> _Array:
    """What the measure's own function says."""
    from actors import plugins

    plain = graph.to_networkx()
    found = plugins.load("measures", name)(plain)
    return np.array([found[node] for node in plain], dtype=np.float64)


#: Measures that sum at the ends of ties: at both, at the target, at the source.
ENDS: Mapping[str, list[int]] = MappingProxyType(
    {
        "degree": [0, 1],
        "strength": [0, 1],
        "in_degree": [1],
        "in_strength": [1],
        "out_degree": [0],
        "out_strength": [0],
    }
)

#: Measures of support and opposition.
_SIGNED: Mapping[str, Callable[[int, Pairs, _Array, Pairs, bool], _Array]] = MappingProxyType(
    {"net_support": _net_support, "pn": _pn}
)

PATHS: Mapping[str, Callable[[igraph.Graph], _Array]] = MappingProxyType(
    {
        "betweenness": _betweenness,
        "closeness": _closeness,
        "harmonic": _harmonic,
        "eigenvector": _eigenvector,
        "core_number": _core_number,
        "pagerank": _pagerank,
    }
)
