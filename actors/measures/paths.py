"""Measures that follow shortest paths: betweenness, closeness, harmonic.

A path's length is the sum of 1 / strength over its edges (Newman, M. E. J. (2001).
Scientific collaboration networks II. *Physical Review E* 64, 016132), so that strong ties
are short; without weights every tie has length 1. Directed graphs are followed along their
arcs; graphs in several components need no care from the caller.
"""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING, TypeVar

import networkx as nx

from actors.measures.engine import PATHS_FROM, EngineName, by_node, converted, fast
from actors.measures.graphs import UNIT, distances, simple
from actors.types import Key

if TYPE_CHECKING:
    import igraph
    import numpy as np
    from numpy.typing import NDArray

_Node = TypeVar("_Node")
_AT_ONCE = 8
"""Actors whose paths are followed in one step."""


def betweenness(
    graph: nx.Graph[Key],
    *,
    pivots: int | None = None,
    seed: int = 0,
    engine: EngineName = "auto",
) -> dict[Key, float]:
    """The share of shortest paths between two others that run through an actor: brokerage.

    A high value means that others reach one another through the actor, who can pass on, hold
    back or mediate.

    Formula: b(v) = Σ_{s≠v≠t} σ_st(v) / σ_st over (n-1)(n-2)/2 pairs, or (n-1)(n-2) ordered
    pairs where directed; σ_st is the number of shortest paths. Pairs without a path add 0,
    so in a disconnected graph an actor can only broker in its component.

    Args:
        graph: a tie's ``weight`` is its strength; 1 where there is none
        pivots: estimate from the paths that start at so many random actors, scaled by
            n / pivots; `sampling_error` tells how far off it may be. All if left out.
        seed: draws the pivots
        engine: ``"networkx"``, ``"igraph"``, or by size

    Source: Freeman, L. C. (1977). A set of measures of centrality based on betweenness.
    *Sociometry* 40, 35-41; Brandes, U. (2001), *J. Math. Sociology* 25(2), 163-177; pivots:
    Brandes & Pich (2007), *Int. J. Bifurcation and Chaos* 17(7), 2303-2318.

    >>> betweenness(nx.path_graph(3))
    {0: 0.0, 1: 1.0, 2: 0.0}
    """
    measured = distances(simple(graph))
    sources = _pivots(list(measured), pivots, seed)
    if fast(measured, engine, PATHS_FROM):
        return _betweenness_igraph(measured, sources)
    targets = list(measured)
    found = nx.betweenness_centrality_subset(
        measured, sources, targets, normalized=False, weight="distance"
    )
    return _scaled(measured, found, len(sources))


def sampling_error(nodes: int, pivots: int, confidence: float = 0.95) -> float:
    """How far sampled betweenness may be off, for all actors at once.

    Formula: √(ln(2n / (1 - confidence)) / (2k)), from Hoeffding's inequality: each pivot
    adds between 0 and 1. A bound, so the error met in practice is far smaller.

    Source: Brandes & Pich (2007), section 3.

    >>> round(sampling_error(10_000, 500), 3)
    0.114
    """
    return math.sqrt(math.log(2 * nodes / (1 - confidence)) / (2 * pivots))


def closeness(graph: nx.Graph[Key], *, engine: EngineName = "auto") -> dict[Key, float]:
    """How near all others are to an actor.

    A high value means that the actor is reached by all others in few steps over strong ties.

    Formula: c(v) = (r-1) / Σ_u d(u, v) · (r-1) / (n-1), where r is the number of actors
    that reach v (v among them): the second factor, of Wasserman & Faust, keeps small
    components from looking central. Directed: distances *to* v. Isolates have 0. With
    strong ties it can exceed 1, since they are shorter than 1.

    Source: Freeman (1978); Wasserman, S. & Faust, K. (1994). *Social Network Analysis*,
    p. 201.

    >>> closeness(nx.path_graph(3))[1], round(closeness(nx.path_graph(3))[0], 3)
    (1.0, 0.667)
    """
    measured = distances(simple(graph))
    if not fast(measured, engine, PATHS_FROM):
        found = nx.closeness_centrality(measured, distance="distance")
        return {node: value * UNIT for node, value in found.items()}
    small = converted(measured, "distance")
    others = max(1, len(measured) - 1)
    reach = [size - 1 for size in _reached(small)]
    plain = small.closeness(mode="in", weights="distance", normalized=True)
    pairs = zip(plain, reach, strict=True)
    return by_node(measured, [c * UNIT * r / others if r else 0.0 for c, r in pairs])


def harmonic(graph: nx.Graph[Key], *, engine: EngineName = "auto") -> dict[Key, float]:
    """How near all others are to an actor, with those out of reach infinitely far.

    A high value means that many are near; unlike `closeness` it compares actors of separate
    components.

    Formula: h(v) = Σ_{u≠v} 1 / d(u, v); out of reach adds 0, so components need no
    correction. Directed: distances *to* v.

    Source: Marchiori, M. & Latora, V. (2000). Harmony in the small-world. *Physica A* 285;
    Boldi, P. & Vigna, S. (2014). Axioms for centrality. *Internet Mathematics* 10, 222-262.

    >>> harmonic(nx.path_graph(3))
    {0: 1.5, 1: 2.0, 2: 1.5}
    """
    measured = distances(simple(graph))
    if not fast(measured, engine, PATHS_FROM):
        towards = measured.reverse() if measured.is_directed() else measured
        return {node: _nearness(towards, node) * UNIT for node in measured}
    small = converted(measured, "distance")
    others = max(1, len(measured) - 1)
    means = small.harmonic_centrality(mode="in", weights="distance", normalized=True)
    return by_node(measured, [0.0 if mean != mean else mean * others * UNIT for mean in means])


def _nearness(graph: nx.Graph[Key], node: Key) -> float:
    """The sum of 1 / distance; exact, so that it does not hang on the order of the others.

    `networkx.harmonic_centrality` goes over a set, whose order differs from run to run.
    """
    far = nx.single_source_dijkstra_path_length(graph, node, weight="distance")
    return math.fsum(1 / length for other, length in far.items() if other != node)


def _pivots(nodes: list[_Node], pivots: int | None, seed: int) -> list[_Node]:
    if pivots is None or pivots >= len(nodes):
        return nodes
    return random.Random(seed).sample(nodes, max(1, pivots))


def betweenness_by_parts(
    graph: igraph.Graph, *, pivots: int | None = None, seed: int = 0
) -> NDArray[np.float64]:
    """The numbers of `betweenness`, in many short steps, so that other threads have their turn.

    Args:
        graph: each tie has a ``distance``, as `actors.measures.quick.graph_of` makes it
        pivots, seed: as in `betweenness`
    """
    import numpy as np

    nodes = list(range(graph.vcount()))
    sources = _pivots(nodes, pivots, seed)
    found = np.zeros(len(nodes))
    for start in range(0, len(sources), _AT_ONCE):
        some = sources[start : start + _AT_ONCE]
        found += graph.betweenness(directed=True, weights="distance", sources=some)
    return found * _factor(len(nodes), len(sources), directed=graph.is_directed())


def _betweenness_igraph(graph: nx.Graph[Key], sources: list[Key]) -> dict[Key, float]:
    number = {node: position for position, node in enumerate(graph)}
    chosen = None if len(sources) == len(graph) else [number[node] for node in sources]
    small = converted(graph, "distance")
    found = small.betweenness(directed=True, weights="distance", sources=chosen)
    return _scaled(graph, by_node(graph, found), len(sources))


def _scaled(graph: nx.Graph[Key], found: dict[Key, float], pivots: int) -> dict[Key, float]:
    factor = _factor(len(graph), pivots, directed=graph.is_directed())
    return {node: float(found[node]) * factor for node in graph}


def _factor(nodes: int, pivots: int, *, directed: bool) -> float:
    """What makes a share of all pairs of the paths that start at some actors."""
    pairs = (nodes - 1) * (nodes - 2) / (1 if directed else 2)
    return nodes / max(1, pivots) / pairs if pairs > 0 else 0.0


def _reached(graph: igraph.Graph) -> list[int]:
    """How many nodes reach each node, itself among them."""
    if not graph.is_directed():
        components = graph.connected_components()
        sizes = components.sizes()
        return [sizes[component] for component in components.membership]
    return [int(size) for size in graph.neighborhood_size(order=graph.vcount(), mode="in")]
