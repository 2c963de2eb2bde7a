"""A workbook for Polinode: the sheets ``Nodes`` (Name) and ``Edges`` (Source, Target)."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from actors.export import rows, workbook
from actors.export.workbook import Sheet
from actors.types import Key


def write(graph: nx.MultiDiGraph[Key], path: Path) -> None:
    """Write a workbook that Polinode uploads as it is; every other column is an attribute.

    Polinode matches edges by name: of two actors with one name the second gets a number. Its
    edges all have a direction; ``directed`` is false for ties that hold both ways.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write; an old one is replaced
    """
    actors, ties = rows.actors(graph), rows.ties(graph)
    names = rows.labels(actors.rows)
    nodes = {"Name": "name", "Key": "id", **_titled(actors.without("id", "name").columns)}
    own = ("id", "source", "target", "source_name", "target_name")
    edges = {"Source": "source", "Target": "target", **_titled(ties.without(*own).columns)}
    named = ({**row, "name": names[str(row["id"])]} for row in actors.rows)
    tied = (row | {e: names[str(row[e])] for e in ("source", "target")} for row in ties.rows)
    workbook.write(path, (Sheet("Nodes", nodes, named), Sheet("Edges", edges, tied)))


def _titled(columns: tuple[str, ...]) -> dict[str, str]:
    return {name.replace("_", " ").capitalize(): name for name in columns}
