"""How ranks and communities move with the choice of a backbone, and with that of weights.

A network thinned by one rule is one reading of many. This sets the usual rules side by side: how
much of the network each keeps, and how far who leads and who belongs together stay the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from actors.analysis.networks import network
from actors.errors import SettingsError
from actors.network import backbone
from actors.network.decay import decayed, window
from actors.network.weights import ASSOCIATIONS, associated
from actors.types import Key, Rule

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.store import Store

FIRST = 10
"""Actors at the top of a ranking that are compared."""
_SHARES = (0.5, 0.75, 0.9)
"""Shares of ties that the thresholds leave out, at the least."""
ALPHAS, DELTAS, _MOST, CORES = (0.2, 0.05, 0.01), (1.28, 1.64, 2.32), (3, 5, 10), (2, 3)
COUNT, _DECAY = "count", "decay"


class _Picture(NamedTuple):
    """What is compared of a network."""

    strength: Mapping[Key, float]
    betweenness: Mapping[Key, float]
    communities: Mapping[Key, int]


def sensitivity(graph: nx.MultiDiGraph[Key], *, seed: int = 0) -> pd.DataFrame:
    """The backbones of a network side by side, the whole network first.

    Ranks are compared over all actors that the whole network ties (without a tie: 0),
    communities over those that the backbone still ties. Noise-corrected backbones are left out
    where a weight is below 1, so no count; thresholds are the weights above which half, a quarter
    and a tenth of ties lie.

    Args:
        graph: a network whose ``weight`` is a strength; directions and signs are not looked at
        seed: of the communities

    Returns:
        a row for each backbone; columns: ``backbone``, ``setting``, ``actors`` (that are tied),
        ``ties``, ``weight`` (the share kept), ``strength`` and ``betweenness`` (Kendall's
        tau-b of the ranks), ``top_strength`` and ``top_betweenness`` (of the first ten of the
        whole network, how many are among the first ten still; equals of the tenth count),
        ``communities`` and ``rand`` (adjusted Rand index)

    Source: Kendall, M. G. (1945). The treatment of ties in ranking problems. *Biometrika*
    33, 239-251; Hubert & Arabie (1985), *J. Classification* 2, 193-218. Papers of the backbones
    are named in `actors.network.backbone`.

    >>> import networkx as nx
    >>> table = sensitivity(nx.barbell_graph(4, 0))
    >>> print(table[["backbone", "actors", "ties", "rand"]].head(1).to_string(index=False))
         backbone  actors  ties  rand
    whole network       8    13   1.0
    """
    import pandas as pd

    from actors.measures import undirected

    plain = undirected(graph)
    plain.remove_nodes_from([node for node, degree in plain.degree() if not degree])
    whole = _picture(plain, seed)
    rows = []
    for name, setting, thin in _backbones(plain):
        kept = thin(plain)
        rows.append({"backbone": name, "setting": setting} | _compared(plain, whole, kept, seed))
    return pd.DataFrame(rows)


def weighed(
    store: Store, rules: Iterable[Rule] = (), weight: str = COUNT, *, scale: float = 1.0
) -> nx.MultiDiGraph[Key]:
    """The co-occurrences of a study with another weight than the number of sentences.

    Args:
        store: the records of a study
        rules: the analyst's decisions
        weight: ``"count"``, ``"decay"`` or a measure of `actors.network.weights`
        scale: of the decay, in sentences; see `actors.network.decay`

    Raises:
        SettingsError: there is no such weight, or the scale is not above 0.
    """
    if weight == COUNT:
        return network(store, rules, "cooccurrence")
    if weight == _DECAY:
        graph = network(store, rules, "cooccurrence", window=window(scale))
        return decayed(store, graph, scale)
    if weight not in ASSOCIATIONS:
        known = ", ".join((COUNT, _DECAY, *ASSOCIATIONS))
        raise SettingsError(f"weight {weight!r}: choose from {known}")
    return associated(network(store, rules, "cooccurrence"), weight)


def _backbones(
    graph: nx.Graph[Key],
) -> Iterator[tuple[str, str, Callable[[nx.Graph[Key]], nx.Graph[Key]]]]:
    weights = sorted(weight for *_, weight in graph.edges(data="weight"))
    yield "whole network", "", lambda whole: whole
    for least in _thresholds(weights):
        yield "threshold", f"weight >= {least:g}", partial(backbone.threshold, least=least)
    for k in _MOST:
        yield "strongest ties", f"{k} an actor", partial(backbone.top_k, k=k)
    for alpha in ALPHAS:
        thin = partial(backbone.disparity_filter, alpha=alpha)
        yield "disparity filter", f"alpha {alpha:g}", thin
    for delta in DELTAS if weights and weights[0] >= 1 else ():
        yield "noise-corrected", f"delta {delta:g}", partial(backbone.noise_corrected, delta=delta)
    for k in CORES:
        yield "core", f"{k} ties in it", partial(backbone.k_core, k=k)
    yield "largest component", "", backbone.largest_component


def _thresholds(weights: list[float]) -> list[float]:
    """The least weights above those that the shares leave out, each once."""
    found = []
    for share in _SHARES:
        above = [one for one in weights if one > weights[int(share * (len(weights) - 1))]]
        found += above[:1]
    return list(dict.fromkeys(found))


def _picture(graph: nx.Graph[Key], seed: int) -> _Picture:
    from actors.measures.communities import communities
    from actors.measures.degree import strength
    from actors.measures.paths import betweenness
    from actors.measures.table import EXACT_UP_TO, PIVOTS

    pivots = None if len(graph) <= EXACT_UP_TO else PIVOTS
    between = betweenness(graph, pivots=pivots)
    return _Picture(strength(graph), between, communities(graph, seed=seed))


def _compared(
    plain: nx.Graph[Key], whole: _Picture, kept: nx.Graph[Key], seed: int
) -> dict[str, object]:
    """A row of the table: what a backbone keeps, and what it says in common with the whole."""
    thinned = _picture(kept, seed)
    tied = [node for node, degree in kept.degree() if degree]
    all_weights, weights = (graph.size(weight="weight") for graph in (plain, kept))
    return {
        "actors": len(tied),
        "ties": kept.number_of_edges(),
        "weight": weights / all_weights if all_weights else 1.0,
        "strength": _tau(whole.strength, thinned.strength),
        "betweenness": _tau(whole.betweenness, thinned.betweenness),
        "top_strength": _shared(whole.strength, thinned.strength),
        "top_betweenness": _shared(whole.betweenness, thinned.betweenness),
        "communities": len({thinned.communities[node] for node in tied}),
        "rand": _rand(whole.communities, thinned.communities, tied),
    }


def _tau(one: Mapping[Key, float], other: Mapping[Key, float]) -> float:
    """Kendall's tau-b; NaN where all are equal in one of the two."""
    from scipy.stats import kendalltau

    if len(one) < 2:
        return float("nan")
    return float(kendalltau(list(one.values()), [other.get(node, 0.0) for node in one])[0])


def _shared(one: Mapping[Key, float], other: Mapping[Key, float]) -> int:
    first = sorted(one, key=lambda node: -one[node])[:FIRST]
    order = sorted(other.values(), reverse=True)
    tenth = order[min(FIRST, len(order)) - 1] if order else 0.0
    return sum(other.get(node, 0.0) >= tenth and other.get(node, 0.0) > 0 for node in first)


def _rand(one: Mapping[Key, int], other: Mapping[Key, int], nodes: list[Key]) -> float:
    from actors.measures.communities import agreement

    if len(nodes) < 2:
        return float("nan")
    return agreement([[groups[node] for node in nodes] for groups in (one, other)])
