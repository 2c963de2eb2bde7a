"""Group centrality: how central all persons, or all countries, are together.

A group is taken as one actor: what its members are tied to counts once, and ties among them
not at all. So a group is no sum of its members, and a large one is not central for its size.

Source: Everett, M. G. & Borgatti, S. P. (1999). The centrality of groups and classes.
*Journal of Mathematical Sociology* 23(3), 181-201.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

import networkx as nx

from actors.errors import NotFound
from actors.measures.graphs import UNIT, distances, undirected
from actors.types import Key

if TYPE_CHECKING:
    import pandas as pd

_EXACT_UP_TO = 1_000
"""Actors up to which `group_table` follows the paths from every actor."""
_PIVOTS = 500


def group_degree(graph: nx.Graph[Key], members: Collection[Key]) -> float:
    """The share of all others that are tied to some member, in whatever direction.

    Formula: |N(C) - C| / |V - C|. 0 if nobody is outside. Weights are not looked at.

    Raises:
        NotFound: a member is not in the graph.

    >>> group_degree(nx.path_graph(5), {1, 2})
    0.6666666666666666
    """
    ties, group = _group(graph, members)
    tied = {other for member in group for other in ties[member]} - group
    outside = len(ties) - len(group)
    return len(tied) / outside if outside else 0.0


def group_closeness(graph: nx.Graph[Key], members: Collection[Key]) -> float:
    """How near the others are to the member that is nearest to them.

    Formula: r / Σ_u d(u, C) · r / |V - C|, where d(u, C) is the least distance to a member and
    r the number of others that reach one: the second factor is that of
    `actors.measures.paths.closeness`. A distance is the sum of 1 / strength.

    Raises:
        NotFound: a member is not in the graph.

    >>> group_closeness(nx.path_graph(5), {1, 2})
    0.75
    """
    ties, group = _group(graph, members)
    measured = distances(ties)
    lengths = nx.multi_source_dijkstra_path_length(measured, group, weight="distance")
    reached = len(lengths) - len(group)
    outside = len(ties) - len(group)
    return reached / (sum(lengths.values()) / UNIT) * reached / outside if reached else 0.0


def group_betweenness(
    graph: nx.Graph[Key], members: Collection[Key], *, pivots: int | None = None, seed: int = 0
) -> float:
    """The share of shortest paths between two others that run through some member.

    Formula: Σ_{s<t} (σ_st - σ_st without C) / σ_st over the pairs outside the group, divided
    by their number; σ_st is the number of shortest paths. Pairs without a path add 0.

    Args:
        graph: ties count in both directions, with a length of 1 / strength
        members: the group
        pivots: only follow the paths from so many of the others, drawn at random; the
            mean over them estimates that over all
        seed: draws the pivots

    Raises:
        NotFound: a member is not in the graph.

    Source: Everett & Borgatti (1999); counted as in Brandes, U. (2001). A faster algorithm
    for betweenness centrality. *J. Math. Sociology* 25(2), 163-177.

    >>> group_betweenness(nx.path_graph(5), {1, 2})
    0.6666666666666666
    """
    ties, group = _group(graph, members)
    measured = distances(ties)
    outside = [node for node in ties if node not in group]
    if len(outside) < 2:
        return 0.0
    fewer = pivots is not None and pivots < len(outside)
    sources = random.Random(seed).sample(outside, pivots or 1) if fewer else outside
    through = sum(_through(measured, source, group) for source in sources)
    return through / (len(sources) * (len(outside) - 1))


def group_table(
    graph: nx.Graph[Key], groups: Mapping[str, Collection[Key]] | None = None
) -> pd.DataFrame:
    """Group centralities side by side; above `_EXACT_UP_TO` actors betweenness is estimated.

    Args:
        graph: a study's multigraph, or any networkx graph
        groups: the members of each; by the attribute ``kind`` if left out

    Returns:
        index: group; columns: ``members``, ``tied`` (others tied to a member), ``degree``,
        ``closeness``, ``betweenness``

    >>> about = {0: "person", 1: "country", 2: "person"}
    >>> graph = nx.path_graph(3)
    >>> nx.set_node_attributes(graph, about, "kind")
    >>> group_table(graph).loc["country"].tolist()
    [1.0, 2.0, 1.0, 1.0, 1.0]
    """
    import pandas as pd

    ties = undirected(graph)
    pivots = None if len(ties) <= _EXACT_UP_TO else _PIVOTS
    rows = {}
    for name, members in (by_kind(graph) if groups is None else groups).items():
        share = group_degree(ties, members)
        rows[name] = {
            "members": len(set(members)),
            "tied": round(share * (len(ties) - len(set(members)))),
            "degree": share,
            "closeness": group_closeness(ties, members),
            "betweenness": group_betweenness(ties, members, pivots=pivots),
        }
    columns = ["members", "tied", "degree", "closeness", "betweenness"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis("group")


def by_kind(graph: nx.Graph[Key]) -> dict[str, list[Key]]:
    """The actors of each kind, kinds in alphabetical order.

    >>> graph = nx.Graph()
    >>> graph.add_nodes_from([("b", {"kind": "person"}), ("a", {"kind": "country"})])
    >>> by_kind(graph)
    {'country': ['a'], 'person': ['b']}
    """
    found: dict[str, list[Key]] = {}
    for node, kind in graph.nodes(data="kind"):
        found.setdefault(str(kind or "unknown"), []).append(node)
    return dict(sorted(found.items()))


def _group(graph: nx.Graph[Key], members: Iterable[Key]) -> tuple[nx.Graph[Key], set[Key]]:
    group = set(members)
    if unknown := [member for member in group if member not in graph]:
        raise NotFound(f"the group's member {unknown[0]!r} is not in the network")
    return undirected(graph), group


def _through(graph: nx.Graph[Key], source: Key, group: Collection[Key]) -> float:
    """Over the other actors outside, the share of shortest paths from the source by a member."""
    before, lengths = nx.dijkstra_predecessor_and_distance(graph, source, weight="distance")
    paths, around = {source: 1.0}, {source: 1.0}
    through = 0.0
    for node in sorted(lengths, key=lengths.__getitem__):
        if node == source:
            continue
        paths[node] = sum(paths[one] for one in before[node])
        around[node] = 0.0 if node in group else sum(around[one] for one in before[node])
        if node not in group:
            through += 1 - around[node] / paths[node]
    return through
