"""A network as igraph knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.network.labels import labels
from actors.types import Key

if TYPE_CHECKING:
    import igraph
    import networkx as nx

__all__ = ["to_igraph"]

ABOUT_ACTORS = ("kind", "subtype", "mentions", "documents")
LEFT_OUT = frozenset({"evidence", "through"})
"""What of a tie is no plain value that igraph can write to a file."""


def to_igraph(graph: nx.Graph[Key]) -> igraph.Graph:
    """Copy a network into an igraph graph, undirected or directed as it is.

    Args:
        graph: a multigraph of `actors.network.build.build_graph`, or one made simple

    Returns:
        vertices in the order of the graph, with ``name`` (unique), ``key``, ``kind``,
        ``subtype``, ``mentions`` and ``documents``; edges with the plain attributes of the
        ties, of which ``weight`` is a strength

    >>> import networkx as nx
    >>> graph = nx.Graph([("k1", "k2", {"weight": 2.0})])
    >>> nx.set_node_attributes(graph, {"k1": "Norway", "k2": "Peru"}, "name")
    >>> made = to_igraph(graph)
    >>> made.vs["name"], made.es["weight"], made.is_directed()
    (['Norway', 'Peru'], [2.0], False)
    """
    import igraph

    named = labels(graph)
    number = {key: at for at, key in enumerate(graph)}
    ties = [(number[one], number[other]) for one, other in graph.edges()]
    made = igraph.Graph(n=len(graph), edges=ties, directed=graph.is_directed())
    made.vs["name"], made.vs["key"] = list(named.values()), list(named)
    nodes = [about for _, about in graph.nodes(data=True)]
    for name in ABOUT_ACTORS:
        made.vs[name] = [about.get(name) for about in nodes]
    edges = [about for *_, about in graph.edges(data=True)]
    for name in sorted({name for about in edges for name in about} - LEFT_OUT):
        made.es[name] = [_plain(about.get(name)) for about in edges]
    return made


def _plain(value: object) -> object:
    return "; ".join(value) if isinstance(value, tuple) else value
