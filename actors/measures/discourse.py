"""Discourse networks: who says the same, and who says the opposite, of the same concepts.

The input is statements: an actor, a concept, and whether the actor agrees with it. An actor who
was for and against a concept counts on both sides. Source: Leifeld, P. (2017). Discourse network
analysis: policy debates as dynamic networks. In *The Oxford Handbook of Political Networks*,
301-326; Leifeld, Gruber & Bossner (2018), *Discourse Network Analyzer Manual*, chapter 2.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations
from math import sqrt
from typing import TypeAlias

import networkx as nx

from actors.errors import SettingsError

__all__ = ["NORMALISATIONS", "affiliation", "conflict", "congruence", "subtract"]

_Statement: TypeAlias = "tuple[str, str, int]"
Sides: TypeAlias = "dict[str, set[tuple[str, int]]]"

NORMALISATIONS = ("no", "average", "jaccard", "cosine")


def affiliation(statements: Iterable[_Statement]) -> nx.Graph[tuple[str, str]]:
    """The two-mode network of actors and concepts.

    Args:
        statements: (actor, concept, agreement), agreement 1 for or 0 against

    Returns:
        nodes are ``("actor", name)`` and ``("concept", name)``, with ``bipartite`` 0 and 1; an
        edge has ``agree`` and ``disagree``, numbers of statements, and ``weight``, their sum

    >>> graph = affiliation([("A", "tax", 1), ("A", "tax", 1), ("A", "tax", 0)])
    >>> graph.edges[("actor", "A"), ("concept", "tax")]
    {'agree': 2, 'disagree': 1, 'weight': 3}
    """
    network: nx.Graph[tuple[str, str]] = nx.Graph()
    for actor, concept, agreement in sorted(statements):
        ends = ("actor", actor), ("concept", concept)
        for side, end in enumerate(ends):
            network.add_node(end, name=end[1], bipartite=side)
        if not network.has_edge(*ends):
            network.add_edge(*ends, agree=0, disagree=0, weight=0)
        edge = network.edges[ends]
        edge["agree" if agreement else "disagree"] += 1
        edge["weight"] += 1
    return network


def congruence(statements: Iterable[_Statement], *, normalise: str = "no") -> nx.Graph[str]:
    """Actors, tied by the concepts on which they take the same side.

    Formula: w(a, b) = Σ_c Σ_q X_acq · X_bcq over concepts c and sides q, where X is 1 if the
    actor takes the side at least once (DNA: qualifier aggregation *congruence*, duplicates
    ignored across the whole period).

    Args:
        statements: (actor, concept, agreement), agreement 1 for or 0 against
        normalise: ``"no"``; ``"average"``: divided by the mean number of sides that the two
            take; ``"jaccard"``: by the number that either takes; ``"cosine"``: by the geometric
            mean of the two numbers

    Returns:
        all actors, by name; edges with a ``weight`` above 0

    Raises:
        SettingsError: there is no such normalisation

    >>> said = [("A", "tax", 1), ("B", "tax", 1), ("C", "tax", 0)]
    >>> list(congruence(said).edges(data="weight"))
    [('A', 'B', 1.0)]
    """
    sides = _sides(statements)
    return _network(sides, normalise, lambda one, other: len(one & other))


def conflict(statements: Iterable[_Statement], *, normalise: str = "no") -> nx.Graph[str]:
    """Actors, tied by the concepts on which they take opposite sides.

    Formula: w(a, b) = Σ_c (X_ac1 · X_bc0 + X_ac0 · X_bc1). Arguments and result as in
    `congruence`.

    >>> said = [("A", "tax", 1), ("B", "tax", 1), ("C", "tax", 0)]
    >>> list(conflict(said).edges(data="weight"))
    [('A', 'C', 1.0), ('B', 'C', 1.0)]
    """
    sides = _sides(statements)
    return _network(sides, normalise, lambda one, other: len(_turned(one) & other))


def subtract(statements: Iterable[_Statement], *, normalise: str = "no") -> nx.Graph[str]:
    """Congruence less conflict; below 0 for actors who mostly contradict each other.

    Arguments and result as in `congruence`; pairs whose difference is 0 have no edge.

    >>> said = [("A", "tax", 1), ("B", "tax", 0), ("A", "war", 0), ("B", "war", 1)]
    >>> list(subtract(said).edges(data="weight"))
    [('A', 'B', -2.0)]
    """
    sides = _sides(statements)
    return _network(
        sides, normalise, lambda one, other: len(one & other) - len(_turned(one) & other)
    )


def _sides(statements: Iterable[_Statement]) -> Sides:
    found: Sides = {}
    for actor, concept, agreement in sorted(statements):
        found.setdefault(actor, set()).add((concept, int(bool(agreement))))
    return found


def _turned(sides: set[tuple[str, int]]) -> set[tuple[str, int]]:
    return {(concept, 1 - side) for concept, side in sides}


def _network(
    sides: Sides,
    normalise: str,
    shared: Callable[[set[tuple[str, int]], set[tuple[str, int]]], int],
) -> nx.Graph[str]:
    if normalise not in NORMALISATIONS:
        known = ", ".join(NORMALISATIONS)
        raise SettingsError(f"no normalisation is called {normalise!r}: choose from {known}")
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(sides)
    for a, b in combinations(sides, 2):
        number = shared(sides[a], sides[b])
        if number:
            network.add_edge(a, b, weight=number / _divisor(sides[a], sides[b], normalise))
    return network


def _divisor(one: set[tuple[str, int]], other: set[tuple[str, int]], normalise: str) -> float:
    return {
        "no": 1.0,
        "average": (len(one) + len(other)) / 2,
        "jaccard": float(len(one | other)),
        "cosine": sqrt(len(one) * len(other)),
    }[normalise]
