"""GraphML, which igraph, Cytoscape and yEd open."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
from networkx.readwrite.graphml import GraphMLWriter

from actors.export import text
from actors.export.flat import flatten
from actors.ontology import OWN_TYPES
from actors.types import Key

_FIRST_KEY = 100
"""Attributes are called d100, d101 ...: Gephi takes the node attribute d3 for the label of yEd."""


def write(graph: nx.MultiDiGraph[Key], path: Path) -> None:
    """Write a network as GraphML; each edge has its own id, and its key as an attribute.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write; an old one is replaced
    """
    named = _edges_by_id(flatten(graph))
    if own := graph.graph.get(OWN_TYPES):
        named.graph[OWN_TYPES] = text.xml(own)
    writer = GraphMLWriter()
    writer.keys = {("", "", f"{number}"): "" for number in range(_FIRST_KEY)}
    writer.add_graph_element(named)
    with path.open("wb") as file:
        writer.dump(file)


def _edges_by_id(flat: nx.MultiDiGraph[Key]) -> nx.MultiDiGraph[Key]:
    """What networkx writes as the id of an edge is its key, which only its pair has once."""
    named: nx.MultiDiGraph[Key] = nx.MultiDiGraph()
    named.add_nodes_from(flat.nodes(data=True))
    for source, target, key, attributes in flat.edges(keys=True, data=True):
        identity = attributes.pop("id")
        named.add_edge(source, target, identity, **attributes)
        named.edges[source, target, identity]["key"] = key
    return named
