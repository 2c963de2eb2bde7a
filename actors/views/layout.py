"""Where each actor stands on the page: the same place in every run.

Each connected component is laid out by force (Fruchterman & Reingold 1991) with ties
inside a community pulling harder than ties between them, so that communities show.
Components are then set side by side, the largest first, actors without ties in rows below, and
circles that still overlap are pushed apart. Of a large network only what the page opens with is
laid out so; every other actor stands beside the strongest of its neighbours.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from actors.types import Key
from actors.views import opening
from actors.views.beside import beside
from actors.views.opening import Pair
from actors.views.packing import SPACING, Points, push_apart, rounded, side_by_side

if TYPE_CHECKING:
    import igraph

WITHIN = 3.0  # how much harder a tie inside a community pulls
INWARD = 0.8  # the power that distances from the middle are raised to: stray branches come closer


def positions(
    graph: nx.MultiDiGraph[Key],
    *,
    groups: Mapping[Key, int] | None = None,
    radius: float = 26.0,
    seed: int = 1,
) -> dict[Key, tuple[float, float]]:
    """A place for every actor, in the units of the canvas.

    Args:
        graph: the network; ``weight`` of an edge is a strength
        groups: actor to community; found by modularity (Blondel et al. 2008) if left out
        radius: half the least distance between two actors
        seed: another seed, another picture

    >>> positions(nx.MultiDiGraph([("a", "b"), ("b", "a")])) == positions(
    ...     nx.MultiDiGraph([("a", "b"), ("b", "a")]))
    True
    """
    pairs = opening.strengths(graph)
    order = opening.strongest_first(graph, pairs)
    if len(order) <= opening.EVERYTHING:
        return _laid_out(order, pairs, groups, radius, seed)
    first = order[: opening.ACTORS]
    bones = {pair: pairs[pair] for pair in opening.backbone(pairs, first)}
    placed = _laid_out(first, bones, groups, radius, seed)
    return placed | beside(order[opening.ACTORS :], pairs, placed, radius)


def _laid_out(
    names: list[Key],
    pairs: Mapping[Pair, float],
    groups: Mapping[Key, int] | None,
    radius: float,
    seed: int,
) -> dict[Key, tuple[float, float]]:
    simple: nx.Graph[Key] = nx.Graph()
    simple.add_nodes_from(names)
    simple.add_edges_from(pairs)
    parts = sorted(nx.connected_components(simple), key=lambda part: (-len(part), min(part)))
    placed = [
        (sorted(part), _component(sorted(part), pairs, groups, _spacing(len(names)), seed))
        for part in parts
        if len(part) > 1
    ]
    alone = sorted(node for part in parts if len(part) == 1 for node in part)
    found: dict[Key, tuple[float, float]] = {}
    for members, points in side_by_side(placed, alone):
        found |= rounded(members, push_apart(points, radius))
    return found


def _component(
    names: list[Key],
    strengths: Mapping[Pair, float],
    groups: Mapping[Key, int] | None,
    spacing: float,
    seed: int,
) -> Points:
    import igraph

    number = {name: index for index, name in enumerate(names)}
    inside = {pair: weight for pair, weight in strengths.items() if pair[0] in number}
    net = igraph.Graph(
        n=len(names), edges=[(number[a], number[b]) for a, b in inside], directed=False
    )
    weights = [1.0 + math.log1p(weight) for weight in inside.values()]
    known = [groups.get(name, -1) for name in names] if groups else None
    igraph.set_random_number_generator(random.Random(seed))
    try:
        coordinates = force(net, weights, known)
    finally:
        igraph.set_random_number_generator(random)
    return scaled(np.asarray(coordinates, dtype=float), spacing)


def force(net: igraph.Graph, weights: list[float], known: list[int] | None) -> list[list[float]]:
    """Places by force; ties inside a group, which are found if none are ``known``, pull harder."""
    groups = known or net.community_multilevel(weights=weights).membership
    pull = [
        weight * (WITHIN if groups[edge.source] == groups[edge.target] else 1.0)
        for edge, weight in zip(net.es, weights, strict=True)
    ]
    start = net.layout_circle(order=sorted(range(net.vcount()), key=groups.__getitem__))
    rounds = 1500 if net.vcount() <= 150 else 500
    return list(
        net.layout_fruchterman_reingold(weights=pull, niter=rounds, seed=start, grid="nogrid")
    )


def scaled(points: Points, spacing: float) -> Points:
    """Centred, turned to fit a square, and spread by the number of actors."""
    centred = points - points.mean(axis=0)
    distance = np.linalg.norm(centred, axis=1, keepdims=True)
    drawn_in = centred * np.maximum(distance, 1e-9) ** (INWARD - 1)
    turned: Points = min((drawn_in @ turn for turn in _turns()), key=_longer_side)
    spread = float(np.sqrt((turned**2).sum(axis=1).mean())) or 1.0
    return turned * (spacing * math.sqrt(len(points)) * 0.62 / spread)


def _spacing(size: int) -> float:
    """Large networks stand closer: what counts there is the shape, not each tie."""
    return SPACING * (0.55 + 0.45 * min(1.0, 40 / size))


def _turns() -> list[Points]:
    angles = np.radians(np.arange(0, 90, 5))
    return [np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]) for a in angles]


def _longer_side(points: Points) -> float:
    return round(float(np.ptp(points, axis=0).max()), 6)
