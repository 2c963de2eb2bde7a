"""Which library does the counting: networkx, the reference, or igraph, for size.

Both give the same numbers; a test proves it. ``"auto"`` takes igraph where it pays.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

import igraph
import networkx as nx

from actors.errors import SettingsError
from actors.measures.graphs import ties
from actors.types import Key

EngineName: TypeAlias = Literal["auto", "networkx", "igraph"]

# Nodes from which igraph is worth the conversion: measures that follow paths, and others.
PATHS_FROM = 1_000
OTHERS_FROM = 10_000


def fast(graph: nx.Graph[Key], engine: EngineName, threshold: int) -> bool:
    """Whether igraph is to be used.

    Raises:
        SettingsError: there is no such engine.

    >>> fast(nx.path_graph(3), "auto", PATHS_FROM), fast(nx.path_graph(3), "igraph", PATHS_FROM)
    (False, True)
    """
    if engine not in ("auto", "networkx", "igraph"):
        raise SettingsError(f"no engine is called {engine!r}; there are: auto, networkx, igraph")
    return engine == "igraph" or (engine == "auto" and graph.number_of_nodes() >= threshold)


def converted(graph: nx.Graph[Key], *attributes: str) -> igraph.Graph:
    """The simple graph for igraph: nodes are numbers in the graph's own order.

    >>> converted(nx.path_graph(["a", "b", "c"])).get_edgelist()
    [(0, 1), (1, 2)]
    """
    number = {node: position for position, node in enumerate(graph)}
    edges = [(number[one], number[other]) for one, other in graph.edges]
    values = {name: [data[name] for _, _, data in graph.edges(data=True)] for name in attributes}
    return igraph.Graph(len(number), edges, graph.is_directed(), edge_attrs=values)


def straight(graph: nx.Graph[Key]) -> igraph.Graph:
    """The ties of any graph for igraph, unsummed: for measures that add up parallel edges.

    A graph without directions stays without; in one that has some, ties without run both
    ways. Spares making the graph simple, which takes longer than such a measure itself.

    >>> made = straight(nx.MultiGraph([("a", "b"), ("b", "a"), ("a", "a")]))
    >>> made.get_edgelist(), made.es["weight"]
    ([(0, 1), (0, 1)], [1.0, 1.0])
    """
    number = {node: position for position, node in enumerate(graph)}
    directed = graph.is_directed()
    pairs, weights = [], []
    for one, other, weight in ties(graph, both_ways=directed):
        pairs.append((number[one], number[other]))
        weights.append(weight)
    return igraph.Graph(len(number), pairs, directed, edge_attrs={"weight": weights})


def by_node(graph: nx.Graph[Key], values: Iterable[float]) -> dict[Key, float]:
    """Numbers in the graph's own order, each with its node.

    >>> by_node(nx.path_graph(["a", "b"]), [1, 2])
    {'a': 1.0, 'b': 2.0}
    """
    return {node: float(value) for node, value in zip(graph, values, strict=True)}
