"""Which library does the counting: networkx, the reference, or igraph, for size.

Both give the same numbers; a test proves it. ``"auto"`` takes igraph where it pays.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

import igraph
import networkx as nx

from actors.errors import SettingsError

EngineName: TypeAlias = Literal["auto", "networkx", "igraph"]

# Nodes from which igraph is worth the conversion: measures that follow paths, and others.
PATHS_FROM = 1_000
OTHERS_FROM = 10_000


def fast(graph: nx.Graph[Any], engine: EngineName, threshold: int) -> bool:
    """Whether igraph is to be used.

    Raises:
        SettingsError: there is no such engine.

    >>> fast(nx.path_graph(3), "auto", PATHS_FROM), fast(nx.path_graph(3), "igraph", PATHS_FROM)
    (False, True)
    """
    if engine not in ("auto", "networkx", "igraph"):
        raise SettingsError(f"no engine is called {engine!r}; there are: auto, networkx, igraph")
    return engine == "igraph" or (engine == "auto" and graph.number_of_nodes() >= threshold)


def converted(graph: nx.Graph[Any], *attributes: str) -> igraph.Graph:
    """The simple graph for igraph: nodes are numbers in the graph's own order.

    >>> converted(nx.path_graph(["a", "b", "c"])).get_edgelist()
    [(0, 1), (1, 2)]
    """
    number = {node: position for position, node in enumerate(graph)}
    edges = [(number[one], number[other]) for one, other in graph.edges]
    values = {name: [data[name] for _, _, data in graph.edges(data=True)] for name in attributes}
    return igraph.Graph(len(number), edges, graph.is_directed(), edge_attrs=values)


def by_node(graph: nx.Graph[Any], values: Iterable[float]) -> dict[Any, float]:
    """Numbers in the graph's own order, each with its node.

    >>> by_node(nx.path_graph(["a", "b"]), [1, 2])
    {'a': 1.0, 'b': 2.0}
    """
    return {node: float(value) for node, value in zip(graph, values, strict=True)}
