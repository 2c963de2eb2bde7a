"""From the multigraph of a study to the simple weighted graph that measures are defined on.

``weight`` is always a *strength*: the more, the closer. Measures that follow paths need a
*distance*: the more, the farther; it is made here, as 1 / strength, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from actors.errors import SettingsError
from actors.factuality import strength
from actors.types import Key, TieAttributes

# One unit of strength, cut so fine that 1/2, 1/3 ... 1/14 are whole numbers: sums of
# distances are exact in floats, and two paths of one length are seen to be of one length.
UNIT = 720_720 * 100_000


def undirected(graph: nx.Graph[Key]) -> nx.Graph[Key]:
    """One edge a pair, its ``weight`` the sum of strengths in both directions.

    What no document asserts is no tie and is left out, as are loops and edges of weight 0;
    an edge without a weight counts 1.

    Raises:
        SettingsError: an edge has a negative weight.

    >>> both = nx.DiGraph([("a", "b", {"weight": 2}), ("b", "a", {"weight": 1})])
    >>> undirected(both).edges["a", "b"]["weight"]
    3.0
    """
    return _collapsed(graph, nx.Graph())


def arcs(graph: nx.Graph[Key]) -> nx.DiGraph[Key]:
    """One arc an ordered pair, its ``weight`` the sum of strengths; ties run both ways.

    An edge runs both ways where the graph is undirected or the edge says ``directed=False``.

    Raises:
        SettingsError: an edge has a negative weight.

    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("a", "b", weight=2.0, directed=False)
    >>> _ = graph.add_edge("a", "b", weight=1.0, directed=True)
    >>> sorted(arcs(graph).edges(data="weight"))
    [('a', 'b', 3.0), ('b', 'a', 2.0)]
    """
    directed: nx.DiGraph[Key] = nx.DiGraph()
    _collapsed(graph, directed)
    return directed


def distances(graph: nx.Graph[Key]) -> nx.Graph[Key]:
    """The simple graph with ``distance`` = 1 / ``weight`` on each edge, in whole `UNIT` parts.

    >>> near = distances(undirected(nx.Graph([("a", "b", {"weight": 4})])))
    >>> near.edges["a", "b"]["distance"] / UNIT
    0.25
    """
    for _, _, data in graph.edges(data=True):
        data["distance"] = max(1.0, float(round(UNIT / data["weight"])))
    return graph


def simple(graph: nx.Graph[Key]) -> nx.Graph[Key]:
    """A copy of the graph made simple, directed where it is.

    >>> simple(nx.DiGraph([("a", "b")])).is_directed()
    True
    """
    return arcs(graph) if graph.is_directed() else undirected(graph)


def ties(graph: nx.Graph[Key], *, both_ways: bool) -> Iterator[tuple[Key, Key, float]]:
    """The ties that measures count, one by one: (one end, other end, strength).

    Loops, what no document asserts and weights of 0 are left out. With ``both_ways`` a tie that has
    no direction comes a second time, turned round.

    >>> list(ties(nx.Graph([("a", "b")]), both_ways=True))
    [('a', 'b', 1.0), ('b', 'a', 1.0)]
    """
    directed = graph.is_directed()
    for one, other, data in graph.edges(data=True):
        weight = strength_of(data)
        if one == other or not weight:
            continue
        yield one, other, weight
        if both_ways and not (directed and data.get("directed", True)):
            yield other, one, weight


def _collapsed(graph: nx.Graph[Key], target: nx.Graph[Key]) -> nx.Graph[Key]:
    directed = target.is_directed()
    sums: dict[tuple[Key, Key], float] = {}
    for one, other, weight in ties(graph, both_ways=directed):
        pair = (one, other) if directed or (other, one) not in sums else (other, one)
        sums[pair] = sums.get(pair, 0.0) + weight
    target.add_nodes_from(graph.nodes)
    target.add_weighted_edges_from((*pair, weight) for pair, weight in sums.items())
    return target


def strength_of(data: TieAttributes) -> float:
    """How many sentences assert a tie: the weight of an edge that says nothing else, or 1.

    What is negated, or only planned or demanded, has none (`actors.factuality.strength`).

    Raises:
        SettingsError: the weight is negative; signs are an attribute of their own.
    """
    weight = float(data.get("weight", 1.0))
    if weight > 0 and len(data) == 1:  # says nothing but its weight
        return weight
    if weight < 0:
        raise SettingsError(
            f"an edge has the weight {weight}: weights are strengths and never negative; "
            "put the sign in the attribute “sign” and the strength in “weight”"
        )
    return strength(data) if weight else 0.0
