"""Cores: the dense middle of a network, peeled like an onion."""

from __future__ import annotations

import networkx as nx

from actors.measures.graphs import undirected
from actors.types import Key


def core_number(graph: nx.Graph[Key]) -> dict[Key, float]:
    """The largest k such that an actor is in the k-core.

    A high value means that the actor belongs to the dense middle of the network, a low one that
    it stands at its edge.

    Formula: max {k : v in the k-core}; the k-core is what remains when actors with fewer than
    k ties are taken out again and again. Directions and weights are not looked at; isolates
    have 0.

    Source: Seidman, S. B. (1983). Network structure and minimum degree. *Social Networks*
    5(3), 269-287; Batagelj, V. & Zaversnik, M. (2003). An O(m) algorithm for cores
    decomposition of networks. arXiv:cs/0310049.

    >>> core_number(nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
    {'a': 2.0, 'b': 2.0, 'c': 2.0, 'd': 1.0}
    """
    ties = undirected(graph)
    found = nx.core_number(ties)
    return {node: float(found[node]) for node in ties}
