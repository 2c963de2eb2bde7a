"""Clustering: how many of an actor's contacts are tied to one another."""

from __future__ import annotations

import networkx as nx

from actors.measures.engine import OTHERS_FROM, EngineName, by_node, converted, fast
from actors.measures.graphs import undirected
from actors.types import Key


def clustering(graph: nx.Graph[Key], *, engine: EngineName = "auto") -> dict[Key, float]:
    """The share of pairs of an actor's contacts that are tied.

    A high value means a closed circle; a low one that contacts meet only through the actor.

    Formula: C(v) = 2 t(v) / (d(v) (d(v) - 1)), t(v) triangles; 0 with fewer than two
    contacts. Directions and weights are not looked at: weighted definitions differ (Barrat,
    Onnela) and neither keeps this reading.

    Source: Watts, D. J. & Strogatz, S. H. (1998). Collective dynamics of "small-world"
    networks. *Nature* 393, 440-442.

    >>> clustering(nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))["c"]
    0.3333333333333333
    """
    ties = undirected(graph)
    if fast(ties, engine, OTHERS_FROM):
        return by_node(ties, converted(ties).transitivity_local_undirected(mode="zero"))
    return {node: float(value) for node, value in nx.clustering(ties).items()}
