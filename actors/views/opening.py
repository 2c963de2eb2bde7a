"""What a large network opens with: its strongest actors, and the strongest ties of each.

A picture of a thousand actors at once is a grey disc. Above `EVERYTHING` actors the page opens
on `ACTORS` of them with `TIES` ties each (the backbone of the top-k ties per node); a slider and
a button unfold the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import networkx as nx

from actors.types import Key

EVERYTHING = 500
ACTORS = 250
TIES = 3

Pair = tuple[Key, Key]


def strengths(graph: nx.MultiDiGraph[Key]) -> dict[Pair, float]:
    """Parallel ties of both directions as one strength; negative ties count no less.

    >>> strengths(nx.MultiDiGraph([("b", "a", {"weight": 2.0}), ("a", "b", {"weight": 3.0})]))
    {('a', 'b'): 5.0}
    """
    total: dict[Pair, float] = {}
    for source, target, about in graph.edges(data=True):
        if source != target:
            pair = (min(source, target), max(source, target))
            total[pair] = total.get(pair, 0.0) + max(float(about.get("weight", 1.0)), 0.0)
    return total


def strongest_first(graph: nx.MultiDiGraph[Key], pairs: Mapping[Pair, float]) -> list[Key]:
    """Actors by the sum of their ties; of equals, in the order of the graph."""
    total = dict.fromkeys(graph, 0.0)
    for (one, other), weight in pairs.items():
        total[one] += weight
        total[other] += weight
    return sorted(total, key=lambda key: -total[key])


def backbone(pairs: Mapping[Pair, float], among: Collection[Key], most: int = TIES) -> list[Pair]:
    """The strongest pairs of each actor, with actors that are ``among`` these alone.

    >>> backbone({("a", "b"): 3.0, ("a", "c"): 2.0, ("b", "c"): 1.0}, {"a", "b", "c"}, most=1)
    [('a', 'b'), ('a', 'c')]
    """
    inside = set(among)
    kept: dict[Key, int] = defaultdict(int)
    found = []
    for one, other in _by_strength(pairs):
        if {one, other} <= inside and min(kept[one], kept[other]) < most:
            kept[one] += 1
            kept[other] += 1
            found.append((one, other))
    return found


def _by_strength(pairs: Mapping[Pair, float]) -> Iterable[Pair]:
    return sorted(pairs, key=lambda pair: (-pairs[pair], pair))
