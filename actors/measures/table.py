"""Many measures of one graph, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import networkx as nx

from actors import plugins
from actors.measures.graphs import arcs, undirected

if TYPE_CHECKING:
    import pandas as pd

ABOUT = ("name", "kind", "subtype")
# Measures that follow arcs; all others are taken on the graph without its directions.
DIRECTED = frozenset(
    {
        "in_degree",
        "out_degree",
        "in_strength",
        "out_strength",
        "pagerank",
        "katz",
        "hubs",
        "authorities",
    }
)
# Measures that need the signs, which are edges of their own in the multigraph.
SIGNED = frozenset({"pn", "net_support"})


def table(graph: nx.Graph[Any], names: Sequence[str] | None = None) -> pd.DataFrame:
    """One row an actor: who it is, and its numbers; in the order of the graph's nodes.

    Args:
        graph: a study's multigraph, or any networkx graph
        names: measures known to `actors.plugins`; all of them if left out

    Returns:
        index: node; columns: ``name`` (the node where it has none), ``kind``, ``subtype``,
        then each measure

    Raises:
        NotFound: there is no such measure.

    >>> table(nx.star_graph(2), ["degree", "betweenness"])["betweenness"].tolist()
    [1.0, 0.0, 0.0]
    """
    import pandas as pd

    wanted = plugins.names("measures") if names is None else names
    views = {"plain": undirected(graph), "directed": arcs(graph), "signed": graph}
    columns: dict[str, list[Any]] = {column: _about(graph, column) for column in ABOUT}
    for name in wanted:
        measure = plugins.load("measures", name)
        found = measure(views[_view(name)])
        columns[name] = [found[node] for node in graph]
    return pd.DataFrame(columns, index=pd.Index(list(graph), name="key"))


def _view(name: str) -> str:
    if name in DIRECTED:
        return "directed"
    return "signed" if name in SIGNED else "plain"


def _about(graph: nx.Graph[Any], about: str) -> list[str]:
    nodes = graph.nodes(data=True)
    return [str(data.get(about) or (node if about == "name" else "")) for node, data in nodes]
