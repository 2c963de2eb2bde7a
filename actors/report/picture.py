"""The network as a picture: the strongest ties of the strongest actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actors.analysis.measuring import together
from actors.ontology import of_graph
from actors.report.material import Material
from actors.report.relations import leaning, structural
from actors.types import Key
from actors.views.blocks import Picture, Section
from actors.views.figures_plane import Point, network

if TYPE_CHECKING:
    import networkx as nx

_DRAWN, LABELLED, _TIES = 80, 30, 400
_SMALL, _LARGE = 14.0, 320.0


def picture(material: Material) -> Section | None:
    """A drawing of at most 80 actors: more would be a ball of wool on paper."""
    from actors.views.layout import positions

    strong = list(material.measures.index[material.measures["strength"] > 0][:_DRAWN])
    if len(strong) < 2:
        return None
    chosen = material.graph.subgraph(strong)
    ties = _ties(chosen, together(material.graph))
    places = positions(chosen)
    most = float(material.measures["strength"].iloc[0])
    points = {
        key: Point(
            *places[key],
            material.name(key) if rank < LABELLED else "",
            str(material.graph.nodes[key]["kind"]),
            _SMALL + (_LARGE - _SMALL) * float(material.measures.at[key, "strength"]) / most,
        )
        for rank, key in enumerate(strong)
    }
    rest = len(material.graph) - len(strong)
    caption = (
        "The network. Grey lines join actors that occur together; green lines stand for "
        "cooperation that documents state, dashed red ones for conflict. The larger an actor, the "
        "more ties it has." + (f" {rest:,} actors with fewer ties are not drawn." if rest else "")
    )
    alt = f"A network of {len(strong)} actors, in its middle {material.name(strong[0])}."
    return Section("picture", "The network", (Picture(network(points, ties), caption, alt),))


def _ties(graph: nx.MultiDiGraph[Any], plain: nx.Graph[Any]) -> list[tuple[Key, Key, str, float]]:
    """Pairs with the sign of what is stated of them, the strongest of those without one."""
    signs: dict[tuple[Key, Key], set[str]] = {}
    types = of_graph(graph)
    for source, target, about in graph.edges(data=True):
        if about["layer"] == "stated" and not structural(about["type"], types) and source != target:
            low, high = sorted((source, target))
            signs.setdefault((low, high), set()).add(leaning(about))
    joined = sorted(
        (
            (data["weight"], *sorted((one, other)))
            for one, other, data in plain.edges(data=True)
            if one in graph and other in graph
        ),
        key=lambda tie: (-tie[0], tie[1], tie[2]),
    )[:_TIES]
    found = [(one, other, "0", 0.5 + 0.3 * min(weight, 8.0)) for weight, one, other in joined]
    for (one, other), stated in sorted(signs.items()):
        found += [(one, other, sign, 1.6) for sign in "+-" if sign in stated]
    return found
