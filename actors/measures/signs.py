"""Support and opposition: measures of signed graphs.

An edge's ``sign`` is ``"+"``, ``"-"`` or ``"0"`` (or the number 1, -1 or 0); its ``weight`` is
a strength and never negative. Ties without a sign say nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from actors.errors import SettingsError
from actors.measures.graphs import strength_of
from actors.measures.spectral import DENSE_UP_TO
from actors.measures.status import summed
from actors.types import Key

_Matrix: TypeAlias = NDArray[np.float64]
_SIGNS: Mapping[object, int] = MappingProxyType({"+": 1, "-": -1, "0": 0, 1: 1, -1: -1, 0: 0})


def signed(graph: nx.Graph[Key]) -> nx.Graph[Key]:
    """One edge a pair with ``sign`` 1 or -1: what outweighs; balanced pairs have no edge.

    ``weight`` is by how much the one sign outweighs the other. Loops, ties without a sign and
    what no document asserts are left out.

    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("a", "b", sign="+", weight=3.0)
    >>> _ = graph.add_edge("b", "a", sign="-", weight=1.0)
    >>> signed(graph).edges["a", "b"]
    {'sign': 1, 'weight': 2.0}
    """
    plain: nx.Graph[Key] = nx.Graph()
    plain.add_nodes_from(graph)
    _balanced(graph, plain)
    return plain


def signed_arcs(graph: nx.Graph[Key]) -> nx.DiGraph[Key]:
    """One arc an ordered pair with its ``sign``; symmetric ties run both ways.

    >>> signed_arcs(nx.Graph([("a", "b", {"sign": "-"})])).edges["b", "a"]["sign"]
    -1
    """
    directed: nx.DiGraph[Key] = nx.DiGraph()
    directed.add_nodes_from(graph)
    _balanced(graph, directed)
    return directed


def signed_sums(graph: nx.Graph[Key]) -> tuple[list[Key], _Matrix, _Matrix]:
    """Strengths of support and of opposition in each pair: two symmetric matrices.

    Rows and columns are the nodes with a signed tie, in the graph's own order. Each tie counts
    once, whichever way it runs; where a pair has both signs, neither takes away from the other.

    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("a", "b", sign="+", weight=3.0)
    >>> _ = graph.add_edge("b", "a", sign="-", weight=1.0)
    >>> nodes, plus, minus = signed_sums(graph)
    >>> nodes, plus.tolist(), minus.tolist()
    (['a', 'b'], [[0.0, 3.0], [3.0, 0.0]], [[0.0, 1.0], [1.0, 0.0]])
    """
    ties = list(_signed_ties(graph, both_ways=False))
    ends = {end for one, other, *_ in ties for end in (one, other)}
    nodes = [node for node in graph if node in ends]
    number = {node: position for position, node in enumerate(nodes)}
    sums = np.zeros((2, len(nodes), len(nodes)))
    for one, other, sign, weight in ties:
        i, j = number[one], number[other]
        sums[int(sign < 0), i, j] += weight
        sums[int(sign < 0), j, i] += weight
    return nodes, sums[0], sums[1]


def net_support(graph: nx.Graph[Key]) -> dict[Key, float]:
    """How far support outweighs opposition in what others direct at an actor, from -1 to 1.

    1 means that only support is stated, -1 only opposition, 0 as much of both or nothing.

    Formula: (s⁺ - s⁻) / (s⁺ + s⁻) over the strengths of incoming signed ties; symmetric
    ties count on both sides; 0 where there are none, which is not the same as even.

    Source: the normalised balance of positive and negative indegree in Wasserman & Faust
    (1994), *Social Network Analysis*, ch. 4 and 6, on strengths.

    >>> graph = nx.DiGraph()
    >>> graph.add_edge("a", "c", sign="+", weight=3.0)
    >>> graph.add_edge("b", "c", sign="-", weight=1.0)
    >>> net_support(graph)
    {'a': 0.0, 'c': 0.5, 'b': 0.0}
    """
    totals = {node: [0.0, 0.0] for node in graph}
    for _, other, sign, weight in _signed_ties(graph, both_ways=True):
        totals[other][sign < 0] += weight
    return {
        node: (plus - minus) / (plus + minus) if plus + minus else 0.0
        for node, (plus, minus) in totals.items()
    }


def pn(graph: nx.Graph[Key]) -> dict[Key, float]:
    """PN centrality: status that friends add to and enemies take from.

    A high value means many friends who have friends themselves, and few enemies.

    Formula: (I - A / (2n - 2))⁻¹ 1 with A = P - 2N, where P and N are the adjacency
    matrices of positive and negative ties. 1 is an isolate; above 1 friends outweigh,
    below 1 enemies. Directions and strengths are not looked at; components need no care.
    Two enemies alone are the one case without an inverse; each gets the even solution, 1/2.

    Source: Everett, M. G. & Borgatti, S. P. (2014). Networks containing negative ties.
    *Social Networks* 38, 111-120.

    >>> pn(nx.Graph([("a", "b", {"sign": "+"})])), pn(nx.Graph([("a", "b", {"sign": "-"})]))
    ({'a': 2.0, 'b': 2.0}, {'a': 0.5, 'b': 0.5})
    """
    ties = signed(graph)
    if not ties:
        return {}
    matrix = nx.to_scipy_sparse_array(ties, weight="sign", dtype=float, format="csr")
    matrix.data[matrix.data < 0] = -2.0
    if len(ties) > DENSE_UP_TO:
        found = summed(matrix / (2 * len(ties) - 2))
    else:
        found = pn_of(matrix.toarray())
    return {node: float(value) for node, value in zip(ties, found, strict=True)}


def pn_of(matrix: _Matrix) -> _Matrix:
    """PN centrality from the matrix of ties: 1 for support, -2 for opposition.

    >>> pn_of(np.array([[0.0, 1.0], [1.0, 0.0]]))
    array([2., 2.])
    """
    size = len(matrix)
    if size < 2:
        return np.ones(size)
    system = np.eye(size) - matrix / (2 * size - 2)
    if size == 2:
        return np.asarray(np.linalg.lstsq(system, np.ones(size), rcond=None)[0].round(12))
    return np.asarray(np.linalg.solve(system, np.ones(size)))


def _balanced(graph: nx.Graph[Key], target: nx.Graph[Key]) -> None:
    """Add to the target what outweighs between each (ordered, if it is directed) pair."""
    sums: dict[tuple[Key, Key], float] = {}
    position = {node: number for number, node in enumerate(graph)}
    for one, other, sign, weight in _signed_ties(graph, both_ways=target.is_directed()):
        swapped = not target.is_directed() and position[one] > position[other]
        pair = (other, one) if swapped else (one, other)
        sums[pair] = sums.get(pair, 0.0) + sign * weight
    for (one, other), total in sums.items():
        if total:
            target.add_edge(one, other, sign=1 if total > 0 else -1, weight=abs(total))


def _signed_ties(graph: nx.Graph[Key], *, both_ways: bool) -> Iterator[tuple[Key, Key, int, float]]:
    """Ties with a sign; symmetric ones once in each direction if ``both_ways``."""
    for one, other, data in graph.edges(data=True):
        sign = sign_of(data)
        weight = strength_of(data)
        if not sign or one == other or not weight:
            continue
        yield one, other, sign, weight
        if both_ways and not (graph.is_directed() and data.get("directed", True)):
            yield other, one, sign, weight


def sign_of(data: Mapping[str, object]) -> int:
    """1 for support, -1 for opposition, 0 for neither or where there is no sign.

    Besides ``"+"``, ``"-"`` and ``"0"`` the numbers that `signed` gives are understood, so that
    its graph may be measured again.

    Raises:
        SettingsError: the sign is something else.

    >>> sign_of({"sign": "-"}), sign_of({"sign": 1}), sign_of({})
    (-1, 1, 0)
    """
    sign = data.get("sign", "0")
    if sign not in _SIGNS:
        raise SettingsError(f"an edge has the sign {sign!r}: use “+”, “-” or “0” (or 1, -1, 0)")
    return _SIGNS[sign]
