"""Gephi's spreadsheets: ``nodes.csv`` (Id, Label) and ``edges.csv`` (Source, Target, Type ...).

``Kind`` keeps parallel ties apart: Gephi merges ties of the same two actors and kind only.
"""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from actors.export import delimited, rows
from actors.export.flat import Scalar
from actors.types import Key

_OWN = ("id", "source", "target", "source_name", "target_name", "relation", "directed", "weight")


def write(graph: nx.MultiDiGraph[Key], path: Path) -> list[Path]:
    """Write ``nodes.csv`` and ``edges.csv`` into a folder; return both.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the folder, which is made if missing
    """
    actors, ties = rows.actors(graph), rows.ties(graph)
    others = actors.without("id", "name").columns
    nodes = {"Id": "id", "Label": "name", **{name: name for name in others}}
    edges = {
        "Source": "source",
        "Target": "target",
        "Type": "type",
        "Kind": "kind",
        "Id": "id",
        "Label": "relation",
        "Weight": "weight",
        **{name: name for name in ties.without(*_OWN).columns},
    }
    return [
        delimited.write(path / "nodes.csv", nodes, actors.rows),
        delimited.write(path / "edges.csv", edges, map(_edge, ties.rows)),
    ]


def _edge(row: dict[str, Scalar]) -> dict[str, Scalar]:
    kind = ":".join(str(row.get(name, "")) for name in ("layer", "relation", "sign"))
    kind += ":not" if row["negated"] else ""
    return {**row, "type": "Directed" if row["directed"] else "Undirected", "kind": kind}
