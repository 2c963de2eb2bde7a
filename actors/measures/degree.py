"""Degree and strength: how many ties an actor has, and how much they weigh together."""

from __future__ import annotations

import networkx as nx

from actors.measures.graphs import arcs, undirected
from actors.types import Key


def degree(graph: nx.Graph[Key]) -> dict[Key, float]:
    """The number of actors that an actor is tied to, in whatever direction.

    A high value means many different contacts, however weak each of them is.

    Formula: d(v) = |{u : u ~ v}|. Directions and weights are not looked at; two actors
    tied both ways, or by many edges, count once. Isolates have 0.

    Source: Freeman, L. C. (1978). Centrality in social networks: conceptual
    clarification. *Social Networks* 1(3), 215-239.

    >>> degree(nx.star_graph(3))
    {0: 3.0, 1: 1.0, 2: 1.0, 3: 1.0}
    """
    return {node: float(ties) for node, ties in undirected(graph).degree()}


def strength(graph: nx.Graph[Key]) -> dict[Key, float]:
    """The sum of the weights of an actor's ties, in whatever direction.

    A high value means that many sentences tie the actor to others, be they few or many.

    Formula: s(v) = Σ_u w(u, v). With weights left out, the number of edges.

    Source: Barrat, A. et al. (2004). The architecture of complex weighted networks.
    *PNAS* 101(11), 3747-3752.

    >>> strength(nx.Graph([("a", "b", {"weight": 2}), ("b", "c", {"weight": 3})]))["b"]
    5.0
    """
    return {node: float(ties) for node, ties in undirected(graph).degree(weight="weight")}


def in_degree(graph: nx.Graph[Key]) -> dict[Key, float]:
    """The number of actors that an actor is the target of.

    A high value means that many others act on the actor: address, help or accuse it.

    Formula: d⁻(v) = |{u : u → v}|. Symmetric ties run both ways and count in both directions;
    on an undirected graph it equals `degree`.

    Source: Freeman, L. C. (1978). *Social Networks* 1(3), 215-239; Wasserman, S. & Faust, K.
    (1994). *Social Network Analysis*, ch. 5.3.

    >>> in_degree(nx.DiGraph([("a", "c"), ("b", "c")]))
    {'a': 0.0, 'c': 2.0, 'b': 0.0}
    """
    return {node: float(ties) for node, ties in arcs(graph).in_degree()}


def out_degree(graph: nx.Graph[Key]) -> dict[Key, float]:
    """The number of actors that an actor acts on.

    A high value means that the actor addresses, helps or accuses many others.

    Formula: d⁺(v) = |{u : v → u}|. Symmetric ties run both ways and count in both directions.

    Source: Freeman, L. C. (1978). *Social Networks* 1(3), 215-239; Wasserman, S. & Faust, K.
    (1994). *Social Network Analysis*, ch. 5.3.

    >>> out_degree(nx.DiGraph([("a", "c"), ("a", "b")]))
    {'a': 2.0, 'c': 0.0, 'b': 0.0}
    """
    return {node: float(ties) for node, ties in arcs(graph).out_degree()}


def in_strength(graph: nx.Graph[Key]) -> dict[Key, float]:
    """The sum of the weights of the ties that end at an actor.

    A high value means that many sentences say what others do to the actor.

    Formula: s⁻(v) = Σ_u w(u, v) over ties u → v. Symmetric ties count in both directions.

    Source: Barrat, A. et al. (2004). *PNAS* 101(11), 3747-3752.

    >>> in_strength(nx.DiGraph([("a", "b", {"weight": 2}), ("b", "a", {"weight": 5})]))
    {'a': 5.0, 'b': 2.0}
    """
    return {node: float(ties) for node, ties in arcs(graph).in_degree(weight="weight")}


def out_strength(graph: nx.Graph[Key]) -> dict[Key, float]:
    """The sum of the weights of the ties that start at an actor.

    A high value means that many sentences say what the actor does to others.

    Formula: s⁺(v) = Σ_u w(v, u) over ties v → u. Symmetric ties count in both directions.

    Source: Barrat, A. et al. (2004). *PNAS* 101(11), 3747-3752.

    >>> out_strength(nx.DiGraph([("a", "b", {"weight": 2}), ("b", "a", {"weight": 5})]))
    {'a': 2.0, 'b': 5.0}
    """
    return {node: float(ties) for node, ties in arcs(graph).out_degree(weight="weight")}
