"""Communities: groups with many strong ties inside and few across, by the Leiden method.

Source: Traag, V. A., Waltman, L. & van Eck, N. J. (2019). From Louvain to Leiden:
guaranteeing well-connected communities. *Scientific Reports* 9, 5233. The quality is
modularity with a resolution: Newman, M. E. J. & Girvan, M. (2004), *Physical Review E* 69,
026113; Reichardt, J. & Bornholdt, S. (2006), *Physical Review E* 74, 016110.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations

import igraph
import networkx as nx

from actors.measures.engine import converted
from actors.measures.graphs import undirected
from actors.types import Key

SEEDS = tuple(range(10))


@dataclass(frozen=True, slots=True)
class Scanned:
    """What one resolution gives: how many communities, how good, and how sure.

    ``stability`` is the mean adjusted Rand index between the partitions of several seeds: 1
    if all agree, 0 if they agree no more than chance.
    """

    resolution: float
    communities: int
    modularity: float
    stability: float


def communities(graph: nx.Graph[Key], *, resolution: float = 1.0, seed: int = 0) -> dict[Key, int]:
    """The community of each actor, numbered from the largest.

    Args:
        graph: ties count by strength; directions and signs are not looked at
        resolution: above 1 for more and smaller communities
        seed: the method draws at random; one seed gives one answer

    Isolates are communities of their own. For camps of supporters and opponents see
    `actors.measures.balance`.

    >>> two = nx.barbell_graph(4, 0)
    >>> communities(two) == {0: 0, 1: 0, 2: 0, 3: 0, 4: 1, 5: 1, 6: 1, 7: 1}
    True
    """
    ties = undirected(graph)
    membership = _leiden(converted(ties, "weight"), resolution, seed)
    return _numbered(list(ties), membership)


def modularity(
    graph: nx.Graph[Key], groups: Mapping[Key, int], *, resolution: float = 1.0
) -> float:
    """How much more strength lies inside groups than chance would put there.

    Formula: Q = Σ_c [w_c / w - γ (s_c / 2w)²], where w_c is the strength inside c, s_c the sum of
    strengths of its members, w the strength of the graph. 0 without ties.

    >>> round(modularity(nx.barbell_graph(4, 0), communities(nx.barbell_graph(4, 0))), 3)
    0.423
    """
    ties = undirected(graph)
    if not ties.number_of_edges():
        return 0.0
    parts: dict[int, set[Key]] = {}
    for node in ties:
        parts.setdefault(groups[node], set()).add(node)
    found = nx.community.modularity(ties, parts.values(), weight="weight", resolution=resolution)
    return float(found)


def scan(
    graph: nx.Graph[Key],
    resolutions: Sequence[float] = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0),
    seeds: Sequence[int] = SEEDS,
) -> list[Scanned]:
    """Communities at several resolutions: a plateau of stable partitions is one to trust.

    >>> [one.communities for one in scan(nx.barbell_graph(4, 0), [0.01, 1.0])]
    [1, 2]
    """
    ties = undirected(graph)
    small = converted(ties, "weight")
    found = []
    for resolution in resolutions:
        partitions = [_leiden(small, resolution, seed) for seed in seeds]
        groups = _numbered(list(ties), partitions[0])
        quality = modularity(ties, groups)
        number = len(set(groups.values()))
        found.append(Scanned(resolution, number, quality, agreement(partitions)))
    return found


def togetherness(
    graph: nx.Graph[Key], *, resolution: float = 1.0, seeds: Sequence[int] = SEEDS
) -> dict[Key, float]:
    """How surely an actor belongs where it is put: the share of company it keeps over seeds.

    Formula: the mean over pairs of seeds of |C ∩ C'| / |C ∪ C'| (Jaccard) between the
    actor's communities under the two seeds. 1 if it is always with the same actors.

    Source: the cluster-wise Jaccard stability of Hennig, C. (2007), *Computational
    Statistics & Data Analysis* 52, 258-271, by seeds in place of samples.

    >>> set(togetherness(nx.barbell_graph(4, 0)).values())
    {1.0}
    """
    ties = undirected(graph)
    small = converted(ties, "weight")
    company = [_company(_leiden(small, resolution, seed)) for seed in seeds]
    pairs = list(combinations(company, 2))
    return {
        node: sum(_jaccard(one[number], other[number]) for one, other in pairs) / len(pairs)
        if pairs
        else 1.0
        for number, node in enumerate(ties)
    }


def agreement(partitions: Sequence[Sequence[int]]) -> float:
    """The mean adjusted Rand index over pairs of partitions; 1 for a single one.

    Source: Hubert, L. & Arabie, P. (1985). Comparing partitions. *J. Classification* 2.

    >>> agreement([[0, 0, 1, 1], [1, 1, 0, 0]])
    1.0
    """
    pairs = list(combinations(partitions, 2))
    if not pairs or len(partitions[0]) < 2:
        return 1.0
    indices = [igraph.compare_communities(*pair, method="adjusted_rand") for pair in pairs]
    # Two partitions of one part each, or of single members each, are equal: igraph says NaN.
    return sum(1.0 if one != one else float(one) for one in indices) / len(pairs)


def titles(graph: nx.Graph[Key], groups: Mapping[Key, int], *, most: int = 3) -> dict[int, str]:
    """A name for each community: its members with most strength inside it.

    >>> star = nx.relabel_nodes(nx.star_graph(2), {0: "Russia", 1: "Iran", 2: "Syria"})
    >>> titles(star, dict.fromkeys(star, 0), most=2)
    {0: 'Russia, Iran'}
    """
    ties = undirected(graph)
    inside = dict.fromkeys(ties, 0.0)
    for one, other, data in ties.edges(data=True):
        if groups[one] == groups[other]:
            inside[one] += data["weight"]
            inside[other] += data["weight"]
    names = {node: str(data.get("name") or node) for node, data in graph.nodes(data=True)}
    found: dict[int, list[str]] = {group: [] for group in sorted(set(groups.values()))}
    for node in sorted(ties, key=lambda one: (-inside[one], names[one], str(one))):
        found[groups[node]].append(names[node])
    return {group: ", ".join(members[:most]) for group, members in found.items()}


def _leiden(graph: igraph.Graph, resolution: float, seed: int) -> list[int]:
    with _seeded(seed):
        found = graph.community_leiden(
            objective_function="modularity",
            weights="weight",
            resolution=resolution,
            n_iterations=-1,
        )
    return list(found.membership)


@contextmanager
def _seeded(seed: int) -> Iterator[None]:
    """igraph draws from one generator for the whole process: lend it ours, then give it back."""
    igraph.set_random_number_generator(random.Random(seed))
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _numbered(nodes: Iterable[Key], membership: Sequence[int]) -> dict[Key, int]:
    """Communities numbered from the largest; of equals, by the first member."""
    pairs = list(zip(nodes, membership, strict=True))
    members: dict[int, list[int]] = {}
    for position, (_, group) in enumerate(pairs):
        members.setdefault(group, []).append(position)
    order = sorted(members, key=lambda group: (-len(members[group]), members[group][0]))
    number = {group: place for place, group in enumerate(order)}
    return {node: number[group] for node, group in pairs}


def _company(membership: Sequence[int]) -> list[frozenset[int]]:
    parts: dict[int, set[int]] = {}
    for number, group in enumerate(membership):
        parts.setdefault(group, set()).add(number)
    frozen = {group: frozenset(part) for group, part in parts.items()}
    return [frozen[group] for group in membership]


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other)
