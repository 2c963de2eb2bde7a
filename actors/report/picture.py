"""The picture of the first page: who supports and who opposes whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from actors.factuality import leaning
from actors.network.views import without
from actors.report.material import Material
from actors.types import Key
from actors.views.blocks import Picture
from actors.views.figures_plane import Point, network
from actors.views.wording import count

if TYPE_CHECKING:
    import networkx as nx

DRAWN, LABELLED = 60, 40
_SMALL, _LARGE = 22.0, 330.0
SHAPE = 1.8
"""Width by height."""
_GROUP = 3
"""Groups apart of fewer actors are left out where there is a larger one."""


def picture(material: Material) -> Iterator[Picture]:
    """A drawing of the ties with a sign, and of at most so many actors as fit a page."""
    from actors.views import perspectives

    types = {name for name, type_ in material.types.items() if type_.structural}
    part = perspectives.parts(material.graph, types)["support"]
    if len(part) < 2:
        return
    kept = set(_chosen(material, part))
    chosen = without(part, [key for key in part if key not in kept])
    places = landscape(perspectives.places({"support": chosen})["support"])
    weight = {key: _signed_strength(chosen, key) for key in chosen}
    most = max(weight.values())
    ranked = sorted(chosen, key=lambda key: (-weight[key], material.name(key), key))
    points = {
        key: Point(
            *places[key],
            material.name(key) if rank < LABELLED else "",
            str(material.graph.nodes[key]["kind"]),
            _SMALL + (_LARGE - _SMALL) * weight[key] / most,
        )
        for rank, key in enumerate(ranked)
    }
    rest = len(part) - len(chosen)
    yield Picture(
        network(points, _ties(chosen), height=4.9),
        "Who supports and who opposes whom, as the documents tell it. Solid green lines: "
        "cooperation; dashed red lines: conflict. The larger an actor, the more sentences."
        + (f" {count(rest, 'actor')} with fewer ties left out." if rest else ""),
        f"A network of {len(chosen)} actors, the largest {material.name(ranked[0])}.",
    )


def landscape(places: Mapping[Key, tuple[float, float]]) -> dict[Key, tuple[float, float]]:
    """Places turned and drawn out to the width of a page, so that the picture fills it.

    >>> landscape({"a": (0.0, 0.0), "b": (1.0, 4.0)})
    {'a': (0.0, 0.0), 'b': (1.8, 1.0)}
    """
    columns = [list(column) for column in zip(*places.values(), strict=True)]
    sizes = [max(column) - min(column) or 1.0 for column in columns]
    order = (0, 1) if sizes[0] >= sizes[1] else (1, 0)
    x, y = ([(at - min(columns[n])) / sizes[n] for at in columns[n]] for n in order)
    return {key: (SHAPE * one, other) for key, one, other in zip(places, x, y, strict=True)}


def _chosen(material: Material, part: nx.MultiDiGraph[Key]) -> list[Key]:
    """Actors that hang together, from the strongest on; further groups while there is room."""
    import networkx as nx

    strength = {key: _signed_strength(part, key) for key in part}

    def order(key: Key) -> tuple[float, str, Key]:
        return (-strength[key], material.name(key), key)

    groups = sorted(
        (sorted(one, key=order) for one in nx.weakly_connected_components(part)),
        key=lambda one: (-len(one), order(one[0])),
    )
    kept: list[Key] = []
    for group in groups:
        if not kept or (len(group) >= _GROUP and len(kept) + len(group) <= DRAWN):
            kept += _grown(part, group[0], order)
    return kept


def _grown(
    part: nx.MultiDiGraph[Key], first: Key, order: Callable[[Key], tuple[float | str, ...]]
) -> list[Key]:
    """An actor, and again and again the strongest of those with a tie to them."""
    kept, near = [first], set(part.successors(first)) | set(part.predecessors(first))
    while len(kept) < DRAWN and (near := near - set(kept)):
        kept.append(min(near, key=order))
        near |= set(part.successors(kept[-1])) | set(part.predecessors(kept[-1]))
    return kept


def _signed_strength(graph: nx.MultiDiGraph[Key], key: Key) -> float:
    both = (*graph.in_edges(key, data="weight"), *graph.out_edges(key, data="weight"))
    return sum(float(weight) for *_, weight in both)


def _ties(graph: nx.MultiDiGraph[Key]) -> list[tuple[Key, Key, str, float]]:
    """Pairs, each sign once; the more sentences, the thicker."""
    weights: dict[tuple[Key, Key, str], float] = {}
    for source, target, about in graph.edges(data=True):
        if source != target:
            low, high = sorted((source, target))
            tie = (low, high, leaning(about))
            weights[tie] = weights.get(tie, 0.0) + float(about["weight"])
    return [(*tie, 1.2 + 0.5 * min(weight, 6.0)) for tie, weight in sorted(weights.items())]
