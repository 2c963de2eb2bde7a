"""Many measures of one graph, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import networkx as nx

from actors import plugins
from actors.measures.engine import PATHS_FROM
from actors.measures.graphs import arcs, undirected
from actors.measures.nearness import DISTANCE_PIVOTS, estimated, nearness
from actors.measures.paths import sampling_error
from actors.types import Key

if TYPE_CHECKING:
    import pandas as pd

EXACT_UP_TO = 5_000
PIVOTS = 1_000
_ABOUT = ("name", "kind", "subtype")
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


def table(graph: nx.Graph[Key], names: Sequence[str] | None = None) -> pd.DataFrame:
    """One row an actor: who it is, and its numbers; in the order of the graph's nodes.

    Above `EXACT_UP_TO` actors betweenness is estimated, and ``attrs["notes"]`` says how far
    off it may be; so are closeness and harmonic in a component of more than
    `actors.measures.nearness.ALL_DISTANCES_UP_TO`. The functions of `actors.measures.paths` are
    exact at any size.

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
    shared = _together(views["plain"], wanted)
    columns: dict[str, Sequence[object]] = {each: _about(graph, each) for each in _ABOUT}
    for name in wanted:
        found = shared.get(name) or _measured(name, views[_view(name)])
        columns[name] = [found[node] for node in graph]
    made = pd.DataFrame(columns, index=pd.Index(list(graph), name="key"))
    near = estimated(views["plain"]) if shared else []
    made.attrs["notes"] = [*_notes(len(graph), wanted), *map(_note_near, near)]
    return made


def _measured(name: str, graph: nx.Graph[Key]) -> Mapping[Key, float]:
    measure = plugins.load("measures", name)
    sampled = name == "betweenness" and len(graph) > EXACT_UP_TO
    found: Mapping[Key, float] = measure(graph, pivots=PIVOTS) if sampled else measure(graph)
    return found


def _notes(nodes: int, names: Sequence[str]) -> list[str]:
    """What a reader must know about the numbers."""
    if "betweenness" not in names or nodes <= EXACT_UP_TO:
        return []
    error = sampling_error(nodes, PIVOTS)
    return [
        f"betweenness is estimated from {PIVOTS} of {nodes} actors; with 95 % confidence "
        f"no value is off by more than {error:.3f}"
    ]


def _note_near(actors: int) -> str:
    return (
        f"closeness and harmonic of the {actors} actors of one component are estimated from their "
        f"distances to {DISTANCE_PIVOTS} of them"
    )


def _together(graph: nx.Graph[Key], names: Sequence[str]) -> dict[str, Mapping[Key, float]]:
    """Measures that share their work on a large graph."""
    if not {"closeness", "harmonic"} <= set(names) or len(graph) < PATHS_FROM:
        return {}
    near, harmonic = nearness(graph)
    return {"closeness": near, "harmonic": harmonic}


def _view(name: str) -> str:
    if name in DIRECTED:
        return "directed"
    return "signed" if name in SIGNED else "plain"


def _about(graph: nx.Graph[Key], about: str) -> list[str]:
    nodes = graph.nodes(data=True)
    return [str(data.get(about) or (node if about == "name" else "")) for node, data in nodes]
