"""The views of the page: each asks one question, shows its ties alone, and has a layout of its own.

* *Who supports, who opposes whom*: ties with a sign. Allies stand near, opponents far apart.
* *Who belongs where*: roles and memberships, and what tables of facts imply.
* *Who is mentioned together*: sentences that name two actors.
* *On the map*: what actors of different states do to each other, each where its state lies.
* *Everything*: all of them, as `actors.views.layout` places it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias

import networkx as nx
import numpy as np

from actors.factuality import leaning
from actors.types import Key, TieAttributes
from actors.views import atlas, layout, opening
from actors.views.packing import SPACING, Points, push_apart, rounded, side_by_side

__all__ = ["ENOUGH", "first", "parts", "places"]

Places: TypeAlias = "dict[Key, tuple[float, float]]"

ENOUGH = 10
"""So many ties with a sign are worth a first view of their own."""
NEAR, FAR = 1.0, 2.2
"""How long a tie of support and one of opposition is drawn, one in terms of the other."""
RADIUS = 40.0
GROUP = 4
"""A group apart of fewer actors is hidden at first where there are many."""
WIDE = 1.6
"""Parts apart fill a landscape rather than a square."""


def parts(
    graph: nx.MultiDiGraph[Key], structural: Collection[str]
) -> dict[str, nx.MultiDiGraph[Key]]:
    """The part of a network that each view shows, with the actors that have a tie there.

    Args:
        graph: the network
        structural: types of stated ties that tell who belongs where

    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("a", "b", layer="stated", type="aid", sign="+")
    >>> _ = graph.add_edge("b", "c", layer="stated", type="leads", sign="0")
    >>> {name: list(part) for name, part in parts(graph, {"leads"}).items()}
    {'support': ['a', 'b'], 'belonging': ['b', 'c'], 'together': [], 'map': []}
    """
    kept: dict[str, nx.MultiDiGraph[Key]] = {
        name: nx.MultiDiGraph() for name in ("support", "belonging", "together")
    }
    for source, target, about in graph.edges(data=True):
        for name in _views_of(about, structural):
            kept[name].add_edge(source, target, **about)
    home = atlas.homes(graph, structural)
    kept["map"] = atlas.across(graph, home, structural)
    nx.set_node_attributes(kept["map"], home, "home")
    order = {key: number for number, key in enumerate(graph)}
    return {name: _ordered(part, order) for name, part in kept.items()}


def first(found: Mapping[str, nx.MultiDiGraph[Key]]) -> str:
    """The view that the page opens with: who supports and opposes whom, if enough is known."""
    return "support" if found["support"].number_of_edges() >= ENOUGH else "everything"


def places(found: Mapping[str, nx.MultiDiGraph[Key]]) -> dict[str, Places]:
    """Where the actors of each view stand.

    Args:
        found: as `parts` gives it
    """
    return {name: _LAYOUTS.get(name, layout.positions)(part) for name, part in found.items()}


def _views_of(about: TieAttributes, structural: Collection[str]) -> list[str]:
    layer = about.get("layer")
    if layer == "cooccurrence":
        return ["together"]
    if leaning(about) != "0":
        return ["support"]
    roles = layer == "background" or about.get("type") in structural
    return ["belonging"] if roles and str(about.get("sign") or "0") == "0" else []


def _ordered(part: nx.MultiDiGraph[Key], order: Mapping[Key, int]) -> nx.MultiDiGraph[Key]:
    """The same part with its actors in the order of the whole network."""
    sorted_: nx.MultiDiGraph[Key] = nx.MultiDiGraph()
    nodes = part.nodes(data=True)
    sorted_.add_nodes_from(sorted(nodes, key=lambda node: order[node[0]]))
    sorted_.add_edges_from(part.edges(data=True))
    return sorted_


def _signed(graph: nx.MultiDiGraph[Key]) -> Places:
    """Kamada & Kawai's layout (1989), in which opposition is a longer way than support.

    A large network is placed as any other, since its picture has no room for distances.
    """
    if len(graph) > opening.EVERYTHING:
        return layout.positions(graph)
    lengths: dict[tuple[Key, Key], list[float]] = {}
    for source, target, about in graph.edges(data=True):
        pair = (min(source, target), max(source, target))
        lengths.setdefault(pair, []).append(NEAR if leaning(about) == "+" else FAR)
    simple: nx.Graph[Key] = nx.Graph()
    simple.add_nodes_from(graph)
    simple.add_edges_from(pair for pair in lengths if pair[0] != pair[1])
    components = sorted(nx.connected_components(simple), key=lambda one: (-len(one), min(one)))
    placed = [(sorted(one), _component(sorted(one), lengths)) for one in components]
    return _stacked([one for one in placed if len(one[0]) > 1])


def _stacked(placed: list[tuple[list[Key], Points]]) -> Places:
    """Groups in rows; those of fewer than `GROUP`, which the page first hides, stand below."""
    found: Places = {}
    top = 0.0
    for small in (False, True):
        block = [one for one in placed if (len(one[0]) < GROUP) is small]
        for names, points in side_by_side(block, [], stretch=WIDE) if block else ():
            found |= rounded(names, push_apart(points + np.array((0.0, top)), RADIUS))
        top = max((y for _, y in found.values()), default=0.0) + SPACING
    return found


def _component(names: list[Key], lengths: Mapping[tuple[Key, Key], list[float]]) -> Points:
    import igraph

    number = {name: index for index, name in enumerate(names)}
    inside = [pair for pair in lengths if pair[0] in number and pair[0] != pair[1]]
    net = igraph.Graph(n=len(names), edges=[(number[a], number[b]) for a, b in inside])
    means = [sum(lengths[pair]) / len(lengths[pair]) for pair in inside]
    igraph.set_random_number_generator(random.Random(1))
    try:
        start = layout.force(net, [1.0] * len(means), None)
        drawn = net.layout_kamada_kawai(weights=means, seed=start, maxiter=60 * len(names))
    finally:
        igraph.set_random_number_generator(random)
    points = np.asarray(list(drawn), dtype=float)
    return layout.scaled(points, 1.15 * SPACING)


def _mapped(graph: nx.MultiDiGraph[Key]) -> Places:
    return atlas.spots(list(graph), dict(graph.nodes(data="home")))


_LAYOUTS: Mapping[str, Callable[[nx.MultiDiGraph[Key]], Places]] = {
    "support": _signed,
    "map": _mapped,
}
