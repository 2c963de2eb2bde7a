"""The ties that matter: six ways to thin a weighted network, all from graph to graph.

Take a simple graph (`actors.network.simple.simple_graph`) whose ``weight`` is a strength.
Every node is kept, but for `k_core` and `largest_component`, which are about nodes.
"""

from __future__ import annotations

from collections.abc import Collection
from math import sqrt
from typing import TYPE_CHECKING, TypeAlias

from actors.errors import SettingsError
from actors.network.views import without
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx

_Pair: TypeAlias = tuple[Key, Key]


def threshold(graph: nx.Graph[Key], least: float) -> nx.Graph[Key]:
    """The edges with a weight of ``least`` or more. Favours whoever is named most."""
    return _keep(graph, [(a, b) for a, b, weight in graph.edges(data="weight") if weight >= least])


def top_k(graph: nx.Graph[Key], k: int) -> nx.Graph[Key]:
    """The ``k`` strongest edges of every node; of equals, those to the lesser key.

    An edge stays if it is among the strongest of either end.

    Raises:
        SettingsError: ``k`` is less than one.
    """
    if k < 1:
        raise SettingsError(f"k must be 1 or more, not {k}")
    chosen: list[_Pair] = []
    for node in graph:
        ties = graph.adj[node].items()
        strongest = sorted((-tie["weight"], neighbour) for neighbour, tie in ties)
        chosen += [(node, neighbour) for _, neighbour in strongest[:k]]
    return _keep(graph, chosen)


def disparity_filter(graph: nx.Graph[Key], alpha: float = 0.05) -> nx.Graph[Key]:
    r"""The edges too strong to be a random share of the strength of one of their ends.

    An edge of weight :math:`w` at a node of degree :math:`k` and strength :math:`s` stays if
    :math:`(1 - w / s)^{k - 1} < \alpha` at either end. An end with a single edge has no
    say. Keeps the strongest ties of weak nodes too, unlike a threshold.

    Serrano, Boguna & Vespignani (2009), Extracting the multiscale backbone of complex
    weighted networks, PNAS 106:6483, equation 2.

    Args:
        graph: undirected, with weights above zero
        alpha: significance level, between 0 and 1

    Raises:
        SettingsError: ``alpha`` is out of range.
    """
    if not 0 < alpha <= 1:
        raise SettingsError(f"alpha must lie between 0 and 1, not {alpha}")
    strength = dict(graph.degree(weight="weight"))

    def chance(node: Key, weight: float) -> float:
        return float((1 - weight / strength[node]) ** (graph.degree(node) - 1))

    edges = graph.edges(data="weight")
    return _keep(graph, [(a, b) for a, b, w in edges if min(chance(a, w), chance(b, w)) < alpha])


def noise_corrected(graph: nx.Graph[Key], delta: float = 1.64) -> nx.Graph[Key]:
    """The edges stronger than the strengths of both ends explain, by ``delta`` deviations.

    The score of an edge is its lift over the expected weight, brought between -1 and 1; its
    deviation comes from a binomial model with a beta prior (see `lift`). Keeps strong ties
    between peripheral nodes, which the disparity filter drops at hubs.

    Coscia & Neffke (2017), Network backboning with noisy data, ICDE.

    Args:
        graph: undirected; weights are counts
        delta: 1.28, 1.64 and 2.32 are about 10, 5 and 1 percent

    Raises:
        SettingsError: a weight is less than one, so no count.
    """
    if any(weight < 1 for *_, weight in graph.edges(data="weight")):
        raise SettingsError("noise-corrected backbones need counts as weights, not shares")
    strength = dict(graph.degree(weight="weight"))
    total = float(sum(strength.values()))
    kept: list[_Pair] = []
    for a, b, weight in graph.edges(data="weight"):
        score, deviation = lift(weight, strength[a], strength[b], total)
        if score > delta * deviation:
            kept.append((a, b))
    return _keep(graph, kept)


def lift(weight: float, one: float, other: float, total: float) -> tuple[float, float]:
    r"""The noise-corrected score of an edge and its standard deviation.

    With :math:`\kappa = n / (n_i n_j)`, the score is
    :math:`(\kappa w - 1) / (\kappa w + 1)`. The probability of a unit of weight has a beta
    prior whose mean and variance are those of a hypergeometric draw; its posterior gives the
    variance of the weight, and the delta method that of the score. (The script the authors
    published writes :math:`1 - \mu^2` for :math:`(1 - \mu)^2` in the prior's second
    parameter; here it has the moments that the paper derives.)

    Args:
        weight: of the edge
        one: strength of one end
        other: strength of the other end
        total: sum of all strengths, twice that of the weights
    """
    if total in (one, other):  # one node at every edge: nothing could be otherwise
        return 0.0, 0.0
    mean = one * other / total**2
    variance = mean * (total - one) * (total - other) / (total**2 * (total - 1))
    size = mean * (1 - mean) / variance - 1
    probability = (mean * size + weight) / (size + total)
    spread = probability * (1 - probability) * total
    kappa = total / (one * other)
    slope = 1 / (one * other) - total * (one + other) / (one * other) ** 2
    change = 2 * (kappa + weight * slope) / (kappa * weight + 1) ** 2
    return (kappa * weight - 1) / (kappa * weight + 1), sqrt(spread) * abs(change)


def k_core(graph: nx.Graph[Key], k: int) -> nx.Graph[Key]:
    """The largest part in which everyone has ``k`` ties or more to the others in it.

    Seidman (1983), Network structure and minimum degree.
    """
    import networkx as nx

    loopless = _keep(graph, [(a, b) for a, b in graph.edges if a != b])
    cores = nx.core_number(loopless)
    return without(loopless, [node for node, number in cores.items() if number < k])


def largest_component(graph: nx.Graph[Key]) -> nx.Graph[Key]:
    """The largest part that hangs together; of equals, the one with the least key."""
    import networkx as nx

    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    return without(graph, [node for part in parts[1:] for node in part])


def _keep(graph: nx.Graph[Key], pairs: Collection[_Pair]) -> nx.Graph[Key]:
    """All nodes and the given edges, in the order of the graph, with their attributes."""
    wanted = {frozenset(pair) for pair in pairs}
    kept = graph.__class__()
    kept.graph.update(graph.graph)
    kept.add_nodes_from((node, dict(about)) for node, about in graph.nodes(data=True))
    edges = graph.edges(data=True)
    kept.add_edges_from((a, b, dict(tie)) for a, b, tie in edges if frozenset((a, b)) in wanted)
    return kept
