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
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from actors.types import Key
from actors.views import opening
from actors.views.opening import Pair

if TYPE_CHECKING:
    import igraph

Points = NDArray[np.float64]

SPACING = 130.0  # typical distance between neighbours, in the units of the canvas
WITHIN = 3.0  # how much harder a tie inside a community pulls
INWARD = 0.8  # the power that distances from the middle are raised to: stray branches come closer
BESIDE = 34.0  # how far from its neighbour the first of the actors beside it stands
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def positions(
    graph: nx.MultiDiGraph[Any],
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
    return placed | _beside(order[opening.ACTORS :], pairs, placed, radius)


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
    for members, points in _side_by_side(placed, alone):
        found |= _rounded(members, _push_apart(points, radius))
    return found


def _rounded(names: list[Key], points: Points) -> dict[Key, tuple[float, float]]:
    return {
        name: (round(float(x), 1), round(float(y), 1))
        for name, (x, y) in zip(names, points, strict=True)
    }


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
        coordinates = _force(net, weights, known)
    finally:
        igraph.set_random_number_generator(random)
    return _scaled(np.asarray(coordinates, dtype=float), spacing)


def _force(net: igraph.Graph, weights: list[float], known: list[int] | None) -> list[list[float]]:
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


def _scaled(points: Points, spacing: float) -> Points:
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


def _side_by_side(
    placed: list[tuple[list[Key], Points]], alone: list[Key]
) -> list[tuple[list[Key], Points]]:
    """Components in rows under the largest one, then those without ties in a grid."""
    result: list[tuple[list[Key], Points]] = []
    room = sum(math.prod(np.ptp(points, axis=0) + 1.1 * SPACING) for _, points in placed)
    width = max((float(np.ptp(points[:, 0])) for _, points in placed), default=0.0)
    width = max(width, math.sqrt(room), SPACING * math.ceil(math.sqrt(len(alone))))
    x, y, row = 0.0, 0.0, 0.0
    for names, points in placed:
        wide, high = np.ptp(points, axis=0)
        if x and x + wide > width:
            x, y, row = 0.0, y + row + 1.1 * SPACING, 0.0
        result.append((names, points - points.min(axis=0) + (x, y)))
        x, row = x + wide + 1.1 * SPACING, max(row, float(high))
    below = y + row + SPACING if placed else 0.0
    return [*result, (alone, _grid(len(alone), width, below))]


def _grid(count: int, width: float, top: float, step: float = SPACING) -> Points:
    """Rows of actors without ties, in the middle under all others."""
    a_row = max(1, int(width // step))
    left = max(0.0, (width - (min(count, a_row) - 1) * step) / 2)
    low = max(0.7 * step, 54.0)
    places = [(left + (i % a_row) * step, top + (i // a_row) * low) for i in range(count)]
    return np.asarray(places, dtype=float).reshape(-1, 2)


def _push_apart(points: Points, radius: float, held: int = 0, rounds: int = 60) -> Points:
    """Moves circles that overlap until none do, or the rounds are over; the first are held."""
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
        moved[:held] = points[:held]
    return moved


def _beside(
    names: list[Key],
    pairs: Mapping[Pair, float],
    placed: Mapping[Key, tuple[float, float]],
    radius: float,
) -> dict[Key, tuple[float, float]]:
    """Places around the strongest neighbour that has one; parts of their own in rows below."""
    spots = dict(placed)
    left, right = min(x for x, _ in placed.values()), max(x for x, _ in placed.values())
    top = max(y for _, y in placed.values()) + 2 * SPACING
    a_row = max(1, int((right - left) // SPACING))
    around: dict[Key | None, int] = defaultdict(int)
    tied = {key for pair in pairs for key in pair}
    for name, anchor in _anchors([name for name in names if name in tied], pairs, placed):
        turn = around[anchor] = around[anchor] + 1
        if anchor is None:
            row, column = divmod(turn - 1, a_row)
            spots[name] = (left + column * SPACING, top + row * SPACING)
        else:
            far, angle = BESIDE * math.sqrt(turn), GOLDEN_ANGLE * turn
            x, y = spots[anchor]
            spots[name] = (x + far * math.cos(angle), y + far * math.sin(angle))
    known = np.asarray(list(spots.values()), dtype=float)
    apart = _push_apart(known, radius, held=len(placed), rounds=20)
    alone = [name for name in names if name not in spots]
    below = _grid(len(alone), right - left, float(apart[:, 1].max()) + SPACING, 2.4 * radius)
    below[:, 0] += left
    return _rounded([*spots, *alone], np.concatenate([apart, below]))


def _anchors(
    names: list[Key], pairs: Mapping[Pair, float], placed: Collection[Key]
) -> Iterator[tuple[Key, Key | None]]:
    """Each actor and the strongest neighbour that came before it, from those placed outwards.

    None is beside the strongest actor of a part that is tied to nobody placed.
    """
    ties: dict[Key, list[tuple[float, Key]]] = defaultdict(list)
    for (one, other), weight in pairs.items():
        ties[one].append((-weight, other))
        ties[other].append((-weight, one))
    done, waiting = set(placed), names
    while waiting:
        near = {name: [tie for tie in ties[name] if tie[1] in done] for name in waiting}
        found: list[tuple[Key, Key | None]]
        found = [(name, min(known)[1]) for name, known in near.items() if known]
        found = found or [(waiting[0], None)]
        yield from found
        done.update(name for name, _ in found)
        waiting = [name for name in waiting if name not in done]
