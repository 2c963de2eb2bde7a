"""GEXF 1.2, which Gephi opens; ties carry their dates for its timeline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx

from actors.export.flat import flatten
from actors.knowledge.calendar import span


def write(graph: nx.MultiDiGraph[Any], path: Path) -> None:
    """Write a network as GEXF.

    All edges are written as directed (a file has one kind for networkx to read it back);
    the attribute ``directed`` says which are. ``start`` and ``end`` are the dates of the
    first and the last sentence.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write; an old one is replaced
    """
    flat = flatten(graph)
    for _, _, attributes in flat.edges(data=True):
        if attributes.get("first") and attributes.get("last"):
            first, last = span(str(attributes["first"])), span(str(attributes["last"]))
            if first and last:
                attributes["start"], attributes["end"] = str(first[0]), str(last[1])
        attributes["label"] = attributes.get("relation", "")
    nx.write_gexf(flat, path, version="1.2draft")
