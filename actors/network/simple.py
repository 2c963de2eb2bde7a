"""Several ties of two actors as one, for measures that know no parallel edges.

``weight`` is a strength (number of sentences, summed over the ties): large means close.
``distance`` is its inverse, for shortest paths: large means far. A measure that takes a
``distance`` or a ``weight`` argument must be given the right one of the two; networkx
calls both ``weight``.

A pair that cooperates in a sentence also co-occurs in it, so summing over layers counts
that sentence twice: choose a layer first (`actors.network.views.by_layer`) where this matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx

    Simple = TypeVar("Simple", "nx.Graph[Key]", "nx.DiGraph[Key]")


def simple_graph(graph: nx.MultiDiGraph[Key]) -> nx.Graph[Key]:
    """All ties of two actors as one undirected edge with ``weight`` and ``distance``.

    >>> import networkx as nx
    >>> many = nx.MultiDiGraph()
    >>> _ = many.add_edge("a", "b", weight=3.0, directed=True)
    >>> _ = many.add_edge("b", "a", weight=1.0, directed=False)
    >>> simple_graph(many).edges["a", "b"]
    {'weight': 4.0, 'distance': 0.25}
    """
    import networkx as nx

    return _collapsed(graph, nx.Graph(), both_ways=False)


def simple_digraph(graph: nx.MultiDiGraph[Key]) -> nx.DiGraph[Key]:
    """All ties from one actor to another as one edge; ties that hold both ways go both ways.

    >>> import networkx as nx
    >>> many = nx.MultiDiGraph()
    >>> _ = many.add_edge("a", "b", weight=3.0, directed=True)
    >>> _ = many.add_edge("a", "b", weight=1.0, directed=False)
    >>> list(simple_digraph(many).edges(data="weight"))
    [('a', 'b', 4.0), ('b', 'a', 1.0)]
    """
    import networkx as nx

    return _collapsed(graph, nx.DiGraph(), both_ways=True)


def _collapsed(graph: nx.MultiDiGraph[Key], into: Simple, *, both_ways: bool) -> Simple:
    into.add_nodes_from((node, dict(about)) for node, about in graph.nodes(data=True))
    for source, target, tie in graph.edges(data=True):
        _add(into, source, target, tie["weight"])
        if both_ways and not tie["directed"]:
            _add(into, target, source, tie["weight"])
    for _, _, edge in into.edges(data=True):
        edge["distance"] = 1 / edge["weight"]
    return into


def _add(graph: nx.Graph[Key], source: Key, target: Key, weight: float) -> None:
    if graph.has_edge(source, target):
        graph.edges[source, target]["weight"] += weight
    else:
        graph.add_edge(source, target, weight=weight)
