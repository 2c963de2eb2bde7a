"""How many sentences deny what a tie says: without it nobody can tell that it is disputed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.factuality import counted_sentences
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["count_denials"]


def count_denials(graph: nx.MultiDiGraph[Key]) -> None:
    """Give each tie that others deny the attribute ``denials``: by how many sentences.

    What denies a tie is the negated tie of the same two actors, way, layer and type. A tie that
    nobody denies doesn't have the attribute.

    Args:
        graph: changed in place; ties keep their sentences, or else their weight counts

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> about = {"layer": "stated", "type": "aid"}
    >>> _ = graph.add_edge("a", "b", "aid", **about, weight=3.0)
    >>> _ = graph.add_edge("a", "b", "aid:not", **about, weight=1.0, negated=True)
    >>> count_denials(graph)
    >>> graph.edges["a", "b", "aid"]["denials"]
    1
    """
    denied: dict[tuple[Key, Key, str, str], int] = {}
    ties = [
        ((source, target, str(tie.get("layer")), str(tie.get("type"))), tie)
        for source, target, tie in graph.edges(data=True)
    ]
    for place, tie in ties:
        if tie.get("negated"):
            evidence = tie.get("evidence") or ()
            many = counted_sentences(evidence) if evidence else int(tie.get("weight", 1))
            denied[place] = denied.get(place, 0) + many
    for place, tie in ties:
        tie.pop("denials", None)
        if not tie.get("negated") and place in denied:
            tie["denials"] = denied[place]
