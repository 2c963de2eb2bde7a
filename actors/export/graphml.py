"""GraphML, which igraph, Cytoscape and yEd open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx

from actors.export.flat import flatten


def write(graph: nx.MultiDiGraph[Any], path: Path) -> None:
    """Write a network as GraphML; each edge has its own id, and its key as an attribute.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write; an old one is replaced
    """
    flat = flatten(graph)
    for _, _, key, attributes in flat.edges(keys=True, data=True):
        attributes["key"] = key
    nx.write_graphml_xml(flat, path, edge_id_from_attribute="id", named_key_ids=False)
