"""Where each actor stands on the page: the same place in every run.

Each connected component is laid out by force (Fruchterman & Reingold 1991) with ties
inside a community (multilevel modularity, Blondel et al. 2008) pulling harder than ties
between them, so that communities show; large components by DrL (Martin et al. 2011), which
shows them by itself. Components are then set side by side, the largest first, actors
without ties in rows below, and circles that still overlap are pushed apart.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from actors.types import Key

if TYPE_CHECKING:
    import igraph

Points = NDArray[np.float64]

SPACING = 130.0  # typical distance between neighbours, in the units of the canvas
FORCE_LIMIT = 800  # above so many actors in a component, DrL
WITHIN = 2.0  # how much harder a tie inside a community pulls
INWARD = 0.8  # the power that distances from the middle are raised to: stray branches come closer


def positions(
    graph: nx.MultiDiGraph[Any], *, radius: float = 26.0, seed: int = 1
) -> dict[Key, tuple[float, float]]:
    """A place for every actor, in the units of the canvas.

    Args:
        graph: the network; ``weight`` of an edge is a strength
        radius: half the least distance between two actors
        seed: another seed, another picture

    >>> positions(nx.MultiDiGraph([("a", "b"), ("b", "a")])) == positions(
    ...     nx.MultiDiGraph([("a", "b"), ("b", "a")]))
    True
    """
    strengths = _strengths(graph)
    parts = sorted(nx.weakly_connected_components(graph), key=lambda part: (-len(part), min(part)))
    placed = [
        (sorted(part), _component(sorted(part), strengths, seed)) for part in parts if len(part) > 1
    ]
    alone = sorted(node for part in parts if len(part) == 1 for node in part)
    found: dict[Key, tuple[float, float]] = {}
    for names, points in _side_by_side(placed, alone):
        apart = _push_apart(points, radius)
        found |= {
            name: (round(float(x), 1), round(float(y), 1))
            for name, (x, y) in zip(names, apart, strict=True)
        }
    return found


def _strengths(graph: nx.MultiDiGraph[Any]) -> dict[tuple[Key, Key], float]:
    """Parallel edges of both directions as one strength; negative ties attract no less."""
    total: dict[tuple[Key, Key], float] = {}
    for source, target, about in graph.edges(data=True):
        if source != target:
            pair = (min(source, target), max(source, target))
            total[pair] = total.get(pair, 0.0) + max(float(about.get("weight", 1.0)), 0.0)
    return total


def _component(names: list[Key], strengths: Mapping[tuple[Key, Key], float], seed: int) -> Points:
    import igraph

    number = {name: index for index, name in enumerate(names)}
    inside = {pair: weight for pair, weight in strengths.items() if pair[0] in number}
    net = igraph.Graph(
        n=len(names), edges=[(number[a], number[b]) for a, b in inside], directed=False
    )
    weights = [1.0 + math.log1p(weight) for weight in inside.values()]
    igraph.set_random_number_generator(random.Random(seed))
    try:
        coordinates = _force(net, weights)
    finally:
        igraph.set_random_number_generator(random)
    return _scaled(np.asarray(coordinates, dtype=float))


def _force(net: igraph.Graph, weights: list[float]) -> list[list[float]]:
    if net.vcount() > FORCE_LIMIT:
        return list(net.layout_drl(weights=weights))
    groups = net.community_multilevel(weights=weights).membership
    pull = [
        weight * (WITHIN if groups[edge.source] == groups[edge.target] else 1.0)
        for edge, weight in zip(net.es, weights, strict=True)
    ]
    start = net.layout_circle(order=sorted(range(net.vcount()), key=groups.__getitem__))
    rounds = 1500 if net.vcount() <= 150 else 500
    return list(
        net.layout_fruchterman_reingold(weights=pull, niter=rounds, seed=start, grid="nogrid")
    )


def _scaled(points: Points) -> Points:
    """Centred, turned to fit a square, and spread by the number of actors."""
    centred = points - points.mean(axis=0)
    distance = np.linalg.norm(centred, axis=1, keepdims=True)
    drawn_in = centred * np.maximum(distance, 1e-9) ** (INWARD - 1)
    turned: Points = min((drawn_in @ turn for turn in _turns()), key=_longer_side)
    spread = float(np.sqrt((turned**2).sum(axis=1).mean())) or 1.0
    return turned * (_spacing(len(points)) * math.sqrt(len(points)) * 0.62 / spread)


def _spacing(size: int) -> float:
    """Large networks stand closer: what counts there is the shape, not each tie."""
    return SPACING * (0.55 + 0.45 * min(1.0, 40 / size))


def _turns() -> list[Points]:
    angles = np.radians(np.arange(0, 90, 5))
    return [np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]) for a in angles]


def _longer_side(points: Points) -> float:
    return round(float(np.ptp(points, axis=0).max()), 6)


def _side_by_side(
    placed: list[tuple[list[Key], Points]], alone: list[Key]
) -> list[tuple[list[Key], Points]]:
    """Components in rows under the largest one, then those without ties in a grid."""
    result: list[tuple[list[Key], Points]] = []
    width = max((float(np.ptp(points[:, 0])) for _, points in placed), default=0.0)
    width = max(width, SPACING * math.ceil(math.sqrt(len(alone))))
    x, y, row = 0.0, 0.0, 0.0
    for names, points in placed:
        wide, high = np.ptp(points, axis=0)
        if x and x + wide > width:
            x, y, row = 0.0, y + row + 1.5 * SPACING, 0.0
        result.append((names, points - points.min(axis=0) + (x, y)))
        x, row = x + wide + 1.5 * SPACING, max(row, float(high))
    below = y + row + SPACING if placed else 0.0
    return [*result, (alone, _grid(len(alone), width, below))]


def _grid(count: int, width: float, top: float) -> Points:
    """Rows of actors without ties, in the middle under all others."""
    a_row = max(1, int(width // SPACING))
    left = max(0.0, (width - (min(count, a_row) - 1) * SPACING) / 2)
    places = [
        (left + (i % a_row) * SPACING, top + (i // a_row) * SPACING * 0.7) for i in range(count)
    ]
    return np.asarray(places, dtype=float).reshape(-1, 2)


def _push_apart(points: Points, radius: float, rounds: int = 60) -> Points:
    """Moves circles that overlap until none do, or the rounds are over."""
    from scipy.spatial import cKDTree

    moved = points.copy()
    for _ in range(rounds if len(moved) > 1 else 0):
        pairs = cKDTree(moved).query_pairs(2 * radius, output_type="ndarray")
        if not len(pairs):
            break
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        between = moved[pairs[:, 1]] - moved[pairs[:, 0]]
        distance = np.linalg.norm(between, axis=1)
        between[distance == 0] = (1.0, 0.0)
        push = between / np.maximum(distance, 1.0)[:, None]
        push *= ((2 * radius - distance) / 2 + 0.5)[:, None]
        np.subtract.at(moved, pairs[:, 0], push)
        np.add.at(moved, pairs[:, 1], push)
    return moved
