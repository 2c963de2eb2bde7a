"""Do communities survive if other stories had been told, and another seed been drawn?

The counterpart of `actors.measures.uncertainty` for communities: corpora are drawn from the
stories with replacement, and the communities of each are compared with those of the whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import igraph
import networkx as nx
import numpy as np
from numpy.typing import NDArray

from actors.errors import SettingsError
from actors.measures.communities import communities
from actors.measures.resampling import Ties, draws


@dataclass(frozen=True, slots=True)
class Support:
    """The communities of a corpus, and how far those of drawn corpora agree with them.

    ``rand`` is the mean adjusted Rand index, ``information`` the mean normalised mutual
    information: 1 if all agree. ``company`` has for each actor the mean share of company that
    it keeps (Jaccard): below one half it is as often among others.
    """

    communities: dict[str, int]
    rand: float
    information: float
    company: dict[str, float]


def support(
    found: Ties, *, replicates: int = 100, resolution: float = 1.0, seed: int = 0
) -> Support:
    """How well communities hold if stories are drawn anew, each time with another seed.

    Actors without a tie in a drawn corpus are left out of its comparison: nothing was told
    of them there. Agreement is with the communities of the whole corpus.

    Args:
        found: the ties of each story, see `actors.measures.resampling.ties`
        replicates: corpora to draw
        resolution: of the communities; above 1 for more and smaller ones
        seed: draws the corpora; replicate *r* seeds the Leiden method with *r*

    Raises:
        SettingsError: fewer than 2 replicates

    Source: Hennig, C. (2007). Cluster-wise assessment of cluster stability. *Computational
    Statistics & Data Analysis* 52, 258-271 (bootstrap, Jaccard); Hubert & Arabie (1985), *J.
    Classification* 2, 193-218; Danon, L. et al. (2005), *J. Stat. Mech.* P09008 (information).

    >>> from actors.measures.resampling import ties
    >>> pairs = ["ab", "bc", "ac", "de", "ef", "df"]
    >>> told = ties([(f"s{n}", *pair, 1.0) for n in range(9) for pair in pairs])
    >>> held = support(told, replicates=5)
    >>> round(held.rand, 9), round(held.information, 9), held.company["a"]
    (1.0, 1.0, 1.0)
    """
    if replicates < 2:
        raise SettingsError(f"{replicates} replicates: draw 2 corpora or more (100 is usual)")
    whole = _communities(found, np.ones(found.stories), resolution, 0)
    rand, information = [], []
    company: dict[str, list[float]] = {node: [] for node in found.nodes}
    for number, times in enumerate(draws(seed, range(replicates), found.stories), start=1):
        drawn = _communities(found, times, resolution, number, tied=True)
        if len(drawn) < 2:
            continue
        before = [whole[node] for node in drawn]
        rand.append(_agreement(before, list(drawn.values()), "adjusted_rand"))
        information.append(_agreement(before, list(drawn.values()), "nmi"))
        for node, share in _company(whole, drawn).items():
            company[node].append(share)
    kept = {node: float(np.mean(of)) if of else float("nan") for node, of in company.items()}
    return Support(whole, _mean(rand), _mean(information), kept)


def _communities(
    found: Ties, times: NDArray[np.float64], resolution: float, seed: int, *, tied: bool = False
) -> dict[str, int]:
    """The communities if each story counts so many times; of tied actors only, if asked."""
    graph: nx.Graph[str] = nx.Graph()
    weights = np.asarray(found.weights.T.dot(times)).ravel()
    if not tied:
        graph.add_nodes_from(found.nodes)
    for (one, other), weight in zip(found.pairs.tolist(), weights.tolist(), strict=True):
        if weight:
            before = graph.get_edge_data(found.nodes[one], found.nodes[other], {"weight": 0.0})
            weight += before["weight"]
            graph.add_edge(found.nodes[one], found.nodes[other], weight=weight)
    return communities(graph, resolution=resolution, seed=seed)


def _agreement(one: Sequence[int], other: Sequence[int], method: str) -> float:
    found = float(igraph.compare_communities(one, other, method=method))
    # Two partitions of one part each, or of single members each, are equal: igraph says NaN.
    return 1.0 if found != found else found


def _company(whole: Mapping[str, int], drawn: Mapping[str, int]) -> dict[str, float]:
    """For each actor |C ∩ C'| / |C ∪ C'| of its communities, over the actors drawn."""
    first, second = _parts(whole, drawn), _parts(drawn, drawn)
    return {
        node: len(first[whole[node]] & second[of]) / len(first[whole[node]] | second[of])
        for node, of in drawn.items()
    }


def _parts(groups: Mapping[str, int], nodes: Mapping[str, int]) -> dict[int, set[str]]:
    parts: dict[int, set[str]] = {}
    for node in nodes:
        parts.setdefault(groups[node], set()).add(node)
    return parts


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if values else float("nan")
