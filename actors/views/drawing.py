"""The network as pyvis sees it: nodes and edges with their place, colour and shape."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

import networkx as nx

from actors.factuality import leaning, status
from actors.types import Json, Key, TieAttributes
from actors.views.palette import DASHES, SIGNS, look

if TYPE_CHECKING:
    from pyvis.network import Network

SMALLEST, LARGEST = 8.0, 30.0  # radius of an actor, in the units of the canvas
BEND = 0.13  # how far the second of several ties between one pair is bent

OPTIONS: dict[str, Json] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "font": {"size": 0}},
    "edges": {
        "smooth": False,
        "selectionWidth": 1.5,
        "hoverWidth": 0.6,
        "color": {"inherit": False},
        "arrowStrikethrough": False,
    },
    "interaction": {
        "hover": True,
        "multiselect": False,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "tooltipDelay": 3_600_000,
        "keyboard": {"enabled": False},
    },
}


def draw(
    graph: nx.MultiDiGraph[Key],
    places: Mapping[Key, tuple[float, float]],
    sizes: Mapping[Key, float],
) -> Network:
    """A pyvis network with fixed places and no physics: it opens still and at once.

    pyvis titles are not used (they run scripts), and neither are ``add_node`` and ``add_edge``
    (their time grows with the square of the network, and parallel ties are dropped).

    Args:
        graph: the network
        places: actor to x, y
        sizes: actor to the measure that its size shows
    """
    from pyvis.network import Network

    net = Network(directed=True, cdn_resources="in_line")
    net.nodes = _nodes(graph, places, radius(sizes))
    net.node_ids = list(range(len(net.nodes)))
    net.edges = _edges(graph)
    net.options = OPTIONS
    return net


def _nodes(
    graph: nx.MultiDiGraph[Key],
    places: Mapping[Key, tuple[float, float]],
    radii: Mapping[Key, float],
) -> list[dict[str, Json]]:
    """Actors by their number in the graph."""
    found: list[dict[str, Json]] = []
    for number, (key, about) in enumerate(graph.nodes(data=True)):
        (x, y), shown = places[key], look(about.get("kind", "other"))
        node: dict[str, Json] = {"id": number, "label": " ", "x": x, "y": y}
        size = radii.get(key, SMALLEST)
        found.append(node | {"shape": shown.shape, "color": shown.colour, "size": size})
    return found


def radius(sizes: Mapping[Key, float]) -> dict[Key, float]:
    """Radii whose area follows the measure, as the eye reads them.

    >>> radius({"a": 0.0, "b": 4.0, "c": 1.0})
    {'a': 8.0, 'b': 30.0, 'c': 19.0}
    """
    finite = {key: float(value) for key, value in sizes.items() if math.isfinite(value)}
    low, high = min(finite.values(), default=0.0), max(finite.values(), default=0.0)
    span = high - low
    return {
        key: round(SMALLEST + (LARGEST - SMALLEST) * math.sqrt((value - low) / span), 2)
        if span
        else (SMALLEST + LARGEST) / 2
        for key, value in finite.items()
    }


def _edges(graph: nx.MultiDiGraph[Key]) -> list[dict[str, Json]]:
    """Ties by their number in the graph: what lies below first, stated ties last and above.

    Of several ties of one pair a stated one is straight and the others bend away from it.
    """
    number = {key: index for index, key in enumerate(graph)}
    ties = list(enumerate(graph.edges(data=True)))
    seen: dict[frozenset[Key], int] = defaultdict(int)
    drawn: list[tuple[bool, dict[str, Json]]] = []
    for identity, (source, target, about) in sorted(ties, key=lambda tie: _together(tie[1][2])):
        pair = frozenset((source, target))
        edge = {"from": number[source], "to": number[target], "id": identity}
        look = edge | _style(about) | _bend(seen[pair], flip=source > target)
        drawn.append((not _together(about), look))
        seen[pair] += 1
    return [edge for _, edge in sorted(drawn, key=lambda one: one[0])]


def _together(about: TieAttributes) -> bool:
    return bool(about.get("layer") == "cooccurrence")


def _style(about: TieAttributes) -> dict[str, Json]:
    """Occurring together is thin and plain; what isn't so, or not yet, is broken by its status."""
    weight = max(float(about.get("weight", 1.0)), 0.0)
    width = min(0.8 + 0.9 * math.log2(1 + weight), 6.0) * (0.7 if _together(about) else 1.0)
    style: dict[str, Json] = {
        "color": {"color": SIGNS[leaning(about)]},
        "width": round(width, 2),
    }
    if dashes := DASHES.get(status(about)):
        style["dashes"] = list(dashes)
    if about.get("directed"):
        style["arrows"] = {"to": {"enabled": True, "scaleFactor": 0.45}}
    return style


def _bend(rank: int, *, flip: bool) -> dict[str, Json]:
    """The first tie of a pair is straight, the others bend away in turn, ever further."""
    if rank == 0:
        return {}
    side = (rank % 2 == 1) != flip
    roundness = round(min(BEND * ((rank + 1) // 2), 0.6), 2)
    kind = "curvedCW" if side else "curvedCCW"
    return {"smooth": {"enabled": True, "type": kind, "roundness": roundness}}
