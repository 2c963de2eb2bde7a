"""Several ties of two actors as one, for programs and measures that know no parallel edges.

``weight`` is a strength (number of sentences, summed over the ties): large means close.
``distance`` is its inverse, for shortest paths: large means far. A measure that takes a
``distance`` or a ``weight`` argument must be given the right one of the two; networkx
calls both ``weight``. What no document asserts is no tie, and is left out.

A pair that cooperates in a sentence also co-occurs in it, so summing over layers counts
that sentence twice: choose a layer first (`actors.network.views.by_layer`) where this matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from actors.factuality import strength
from actors.types import Key, Sign, TieAttributes

if TYPE_CHECKING:
    import networkx as nx

    Simple = TypeVar("Simple", "nx.Graph[Key]", "nx.DiGraph[Key]")

__all__ = ["sign_of", "simple_digraph", "simple_graph"]


def simple_graph(graph: nx.MultiDiGraph[Key]) -> nx.Graph[Key]:
    """All ties of two actors as one undirected edge.

    Args:
        graph: what `actors.network.build.build_graph` gives, or a part of it

    Returns:
        a graph with the same actors. An edge has ``weight``, ``distance``, ``positive`` and
        ``negative`` (the weight of ties of that sign), ``sign`` (`sign_of` these two) and
        ``types`` (of the ties, by name).

    >>> import networkx as nx
    >>> many = nx.MultiDiGraph()
    >>> _ = many.add_edge("a", "b", weight=3.0, directed=True, sign="-", type="accuse")
    >>> _ = many.add_edge("b", "a", weight=1.0, directed=False, sign="+", type="consult")
    >>> simple_graph(many).edges["a", "b"]
    {'weight': 4.0, 'distance': 0.25, 'positive': 1.0, 'negative': 3.0, 'sign': '-', \
'types': ('accuse', 'consult')}
    """
    import networkx as nx

    return _collapsed(graph, nx.Graph(), both_ways=False)


def simple_digraph(graph: nx.MultiDiGraph[Key]) -> nx.DiGraph[Key]:
    """All ties from one actor to another as one edge; ties that hold both ways go both ways.

    Edges have the attributes of `simple_graph`.

    >>> import networkx as nx
    >>> many = nx.MultiDiGraph()
    >>> _ = many.add_edge("a", "b", weight=3.0, directed=True)
    >>> _ = many.add_edge("a", "b", weight=1.0, directed=False)
    >>> list(simple_digraph(many).edges(data="weight"))
    [('a', 'b', 4.0), ('b', 'a', 1.0)]
    """
    import networkx as nx

    return _collapsed(graph, nx.DiGraph(), both_ways=True)


def sign_of(positive: float, negative: float) -> Sign:
    """The sign that prevails: ``0`` where neither does.

    >>> sign_of(2.0, 1.0), sign_of(0.0, 1.0), sign_of(1.0, 1.0)
    ('+', '-', '0')
    """
    if positive == negative:
        return "0"
    return "+" if positive > negative else "-"


def _collapsed(graph: nx.MultiDiGraph[Key], into: Simple, *, both_ways: bool) -> Simple:
    into.add_nodes_from((node, dict(about)) for node, about in graph.nodes(data=True))
    pairs: dict[tuple[Key, Key], list[TieAttributes]] = {}
    for source, target, tie in _ties(graph, both_ways):
        turned = not both_ways and (target, source) in pairs
        pairs.setdefault((target, source) if turned else (source, target), []).append(tie)
    into.add_edges_from((one, other, _summed(ties)) for (one, other), ties in pairs.items())
    return into


def _ties(graph: nx.MultiDiGraph[Key], both_ways: bool) -> Iterator[tuple[Key, Key, TieAttributes]]:
    for source, target, tie in graph.edges(data=True):
        if not strength(tie):
            continue
        yield source, target, tie
        if both_ways and not tie["directed"]:
            yield target, source, tie


def _summed(ties: Sequence[TieAttributes]) -> dict[str, object]:
    weight = float(sum(map(strength, ties)))
    positive, negative = (
        float(sum(strength(tie) for tie in ties if tie.get("sign") == sign)) for sign in "+-"
    )
    return {
        "weight": weight,
        "distance": 1 / weight,
        "positive": positive,
        "negative": negative,
        "sign": sign_of(positive, negative),
        "types": tuple(sorted({tie["type"] for tie in ties if "type" in tie})),
    }
