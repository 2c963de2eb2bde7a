"""Structural holes and brokerage: who stands between others who are not tied themselves."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import networkx as nx

from actors.measures.graphs import arcs, undirected
from actors.types import Key

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


def constraint(graph: nx.Graph[Key]) -> dict[Key, float]:
    """How far an actor's contacts lead back to one another: low is a broker's place.

    A high value means that the contacts are tied to one another and leave no gap to bridge.

    Formula: c(u) = Σ_v (p_uv + Σ_q p_uq p_qv)² over contacts v, where p_uv is the share of
    u's strength that goes to v. Directions are added up. Isolates have no contacts to be
    constrained by and get NaN, which sorts last in a table.

    Source: Burt, R. S. (1992). *Structural Holes*. Harvard UP, ch. 2.

    >>> {node: round(value, 3) for node, value in constraint(nx.path_graph(3)).items()}
    {0: 1.0, 1: 0.5, 2: 1.0}
    """
    ties = undirected(graph)
    share = _shares(ties)
    return {node: _constraint(node, share) for node in ties}


def effective_size(graph: nx.Graph[Key]) -> dict[Key, float]:
    """How many of an actor's contacts are not redundant.

    A high value means contacts that are not tied to one another: each brings something new.

    Formula: e(u) = Σ_v (1 - Σ_q p_uq m_vq) over contacts v and the contacts q that u and v
    share; m_vq is the strength of v-q over v's strongest tie. Without weights it is the
    degree less the mean number of ties between contacts (Borgatti 1997). Directions are
    added up. Isolates get NaN.

    Source: Burt (1992), ch. 2; Borgatti, S. P. (1997). Structural holes: unpacking Burt's
    redundancy measures. *Connections* 20(1), 35-38.

    >>> effective_size(nx.path_graph(3)), effective_size(nx.complete_graph(3))[0]
    ({0: 1.0, 1: 2.0, 2: 1.0}, 1.0)
    """
    ties = undirected(graph)
    share = _shares(ties)
    strongest = {
        node: max((data["weight"] for data in ties[node].values()), default=0.0) for node in ties
    }
    return {node: _effective_size(node, ties, share[node], strongest) for node in ties}


def brokerage_roles(
    graph: nx.Graph[Key], camps: Mapping[Key, Hashable]
) -> dict[Key, dict[str, float]]:
    """How often an actor passes between two that are not tied directly, by the camps of all three.

    A chain a → v → c without a → c counts for v as *coordinator* if all are of one camp,
    *itinerant* (consultant) if a and c share another camp, *gatekeeper* if only v and c
    share one, *representative* if only a and v do, *liaison* if all three differ.
    Symmetric ties run both ways. Actors without a camp are each a camp of their own.

    Source: Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation: a formal
    approach to brokerage in transaction networks. *Sociological Methodology* 19, 89-126.

    >>> chain = nx.DiGraph([("a", "v"), ("v", "c")])
    >>> brokerage_roles(chain, {"a": 1, "v": 1, "c": 2})["v"]["representative"]
    1.0
    """
    directed = arcs(graph)
    camp = {node: camps.get(node, ("alone", node)) for node in directed}
    counts = {node: dict.fromkeys(ROLES, 0.0) for node in directed}
    for broker in directed:
        for source in directed.predecessors(broker):
            for target in directed.successors(broker):
                if source != target and not directed.has_edge(source, target):
                    counts[broker][_role(camp[source], camp[broker], camp[target])] += 1
    return counts


def participation(graph: nx.Graph[Key], camps: Mapping[Key, Hashable]) -> dict[Key, float]:
    """How evenly an actor's ties are spread over camps: 0 in one, near 1 over many.

    Formula: P(v) = 1 - Σ_c (s_vc / s_v)², where s_vc is the strength of v's ties into camp
    c. Directions are added up. Isolates have 0. Actors without a camp are each their own.

    Source: Guimerà, R. & Amaral, L. A. N. (2005). Functional cartography of complex
    metabolic networks. *Nature* 433, 895-900.

    >>> participation(nx.path_graph(3), {0: "a", 1: "a", 2: "b"})
    {0: 0.0, 1: 0.5, 2: 0.0}
    """
    ties = undirected(graph)
    found = {}
    for node in ties:
        into: dict[Hashable, float] = {}
        for other, data in ties[node].items():
            camp = camps.get(other, ("alone", other))
            into[camp] = into.get(camp, 0.0) + data["weight"]
        total = sum(into.values())
        found[node] = 1 - sum((part / total) ** 2 for part in into.values()) if total else 0.0
    return found


def _shares(ties: nx.Graph[Key]) -> dict[Key, dict[Key, float]]:
    """Of each node's strength, the share that goes to each contact."""
    total = dict(ties.degree(weight="weight"))
    return {
        node: {other: data["weight"] / total[node] for other, data in ties[node].items()}
        for node in ties
    }


def _constraint(node: Key, share: Mapping[Key, Mapping[Key, float]]) -> float:
    if not share[node]:
        return float("nan")
    through: dict[Key, float] = {}
    for contact, part in share[node].items():
        for other, onward in share[contact].items():
            if other in share[node]:
                through[other] = through.get(other, 0.0) + part * onward
    return sum((part + through.get(other, 0.0)) ** 2 for other, part in share[node].items())


def _effective_size(
    node: Key, ties: nx.Graph[Key], share: Mapping[Key, float], strongest: Mapping[Key, float]
) -> float:
    if not share:
        return float("nan")
    redundant = 0.0
    for contact in share:
        for other, data in ties[contact].items():
            if other in share:
                redundant += share[other] * data["weight"] / strongest[contact]
    return len(share) - redundant


def _role(source: Hashable, broker: Hashable, target: Hashable) -> str:
    if source == target:
        return "coordinator" if broker == source else "itinerant"
    if broker == target:
        return "gatekeeper"
    return "representative" if source == broker else "liaison"
