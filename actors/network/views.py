"""Parts of a network. Each function takes a multigraph and returns a new one.

All nodes are kept unless the function is about nodes, so that the same actors can be
compared from view to view; `without_isolates` removes those that a view leaves alone.
Views that look into the evidence (`during`, `from_sources`) count weight,
documents, dates and confidence anew from the sentences that remain.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from actors.errors import SettingsError
from actors.factuality import holds, leaning, status
from actors.network.denials import count_denials
from actors.network.when import extent, within
from actors.types import Evidence, Key, TieAttributes

if TYPE_CHECKING:
    import networkx as nx

    Graph = TypeVar("Graph", bound=nx.Graph[Key])


def by_layer(graph: nx.MultiDiGraph[Key], *layers: str) -> nx.MultiDiGraph[Key]:
    """The ties of some layers: ``"cooccurrence"``, ``"stated"``, ``"background"``."""
    return _keep_edges(graph, lambda tie: tie["layer"] in layers)


def by_sign(graph: nx.MultiDiGraph[Key], *signs: str) -> nx.MultiDiGraph[Key]:
    """The ties of some signs, of ``"+"``, ``"-"`` and ``"0"``, of those that hold.

    What is negated, disputed, or only planned or demanded, has no sign.
    """
    return _keep_edges(graph, lambda tie: holds(tie) and leaning(tie) in signs)


def by_status(graph: nx.MultiDiGraph[Key], *statuses: str) -> nx.MultiDiGraph[Key]:
    """The ties of some statuses, such as ``"planned"``; see `actors.factuality.status`."""
    return _keep_edges(graph, lambda tie: status(tie) in statuses)


def by_weight(graph: nx.MultiDiGraph[Key], least: float) -> nx.MultiDiGraph[Key]:
    """The ties with a weight of ``least`` or more, each type of tie on its own."""
    return _keep_edges(graph, lambda tie: tie["weight"] >= least)


def by_kind(graph: nx.MultiDiGraph[Key], *kinds: str) -> nx.MultiDiGraph[Key]:
    """The actors of some kinds, such as ``"country"``, and the ties among them."""
    return without(graph, [node for node, kind in graph.nodes(data="kind") if kind not in kinds])


def without_isolates(graph: nx.MultiDiGraph[Key]) -> nx.MultiDiGraph[Key]:
    """The actors that have a tie."""
    return without(graph, [node for node, ties in graph.degree() if not ties])


def without(graph: Graph, nodes: Collection[Key]) -> Graph:
    """A copy without some actors, the others in the order of the graph.

    (`networkx` gives the actors of a small part in the order of a set, which changes from one
    run to the next.)

    >>> import networkx as nx
    >>> list(without(nx.path_graph(["c", "a", "b"]), ["a"]))
    ['c', 'b']
    """
    kept: Graph = graph.copy()
    kept.remove_nodes_from(nodes)
    return kept


def during(
    graph: nx.MultiDiGraph[Key], since: date | None = None, until: date | None = None
) -> nx.MultiDiGraph[Key]:
    """What happened in a period, both days included; what has no date is left out.

    The day is that of the event where the text gives it, else that of the document; what is
    known only to the month or year: see `actors.network.when.within`.

    Raises:
        SettingsError: an edge keeps only some of its sentences; build the graph with
            ``since`` and ``until`` instead, which counts in the study.
    """
    return _keep_evidence(graph, lambda sentence: within(sentence, since, until))


def from_sources(graph: nx.MultiDiGraph[Key], *sources: str) -> nx.MultiDiGraph[Key]:
    """What some sources report; `SettingsError` as in `during`."""
    return _keep_evidence(graph, lambda sentence: sentence["source"] in sources)


def happened(sentence: Evidence) -> str:
    """When the event was, where the text says so, else the day of the document; or empty."""
    return sentence["event_date"] or sentence["date"]


def _keep_edges(
    graph: nx.MultiDiGraph[Key], test: Callable[[TieAttributes], bool]
) -> nx.MultiDiGraph[Key]:
    kept = _nodes_only(graph)
    kept.add_edges_from(edge for edge in graph.edges(keys=True, data=True) if test(edge[3]))
    return kept


def _keep_evidence(
    graph: nx.MultiDiGraph[Key], test: Callable[[Evidence], bool]
) -> nx.MultiDiGraph[Key]:
    kept = _nodes_only(graph)
    for source, target, key, tie in graph.edges(keys=True, data=True):
        require_all_sentences(source, target, tie)
        remaining = tuple(sentence for sentence in tie["evidence"] if test(sentence))
        if remaining:
            kept.add_edge(source, target, key, **(tie | counted(remaining)))
    count_denials(kept)
    return kept


def require_all_sentences(source: Key, target: Key, tie: TieAttributes) -> None:
    """Raise `SettingsError` if a tie keeps only some of the sentences that it counts."""
    if len(_sentences(tie["evidence"])) < tie["weight"] + tie["reprints"]:
        raise SettingsError(
            f"the tie {source} - {target} keeps only some of its sentences: build the graph "
            "with since= and until=, or with a larger evidence="
        )


def counted(evidence: tuple[Evidence, ...]) -> TieAttributes:
    """What an edge says of its sentences, counted from them."""
    first, last = extent(map(happened, evidence))
    sentences = _sentences(evidence)
    weight = len({origin for origin, *_ in sentences})
    return {
        "weight": float(weight),
        "reprints": len(sentences) - weight,
        "documents": len({sentence["document"] for sentence in evidence}),
        "stories": len({sentence["story"] for sentence in evidence}),
        "first": first,
        "last": last,
        "confidence": max(sentence["confidence"] for sentence in evidence),
        "evidence": evidence,
    }


def _sentences(evidence: tuple[Evidence, ...]) -> set[tuple[str, Key, int, int]]:
    return {(one["origin"], one["document"], one["start"], one["end"]) for one in evidence}


def _nodes_only(graph: nx.MultiDiGraph[Key]) -> nx.MultiDiGraph[Key]:
    empty = graph.__class__()
    empty.graph.update(graph.graph)
    empty.add_nodes_from((node, dict(about)) for node, about in graph.nodes(data=True))
    return empty
