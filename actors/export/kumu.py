"""A workbook for Kumu: a sheet of elements and one of connections, matched by ID."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from actors.export import rows, workbook
from actors.export.flat import Scalar
from actors.export.workbook import Sheet
from actors.ontology import in_words
from actors.types import Key

_NODES = ("id", "name", "kind", "subtype", "aliases")
_TIES = ("id", "source", "target", "source_name", "target_name", "relation", "directed", "sentence")


def write(graph: nx.MultiDiGraph[Key], path: Path) -> None:
    """Write a workbook that Kumu imports as it is.

    Lists are joined by ``|``, as Kumu splits them. Parallel connections stay apart by their ID.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write; an old one is replaced
    """
    actors, ties = rows.actors(graph), rows.ties(graph)
    elements = {"ID": "id", "Label": "name", "Type": "type", "Description": "aliases"}
    elements |= {"Tags": "tags", **_titled(actors.without(*_NODES).columns)}
    connections = {"ID": "id", "From": "source", "To": "target", "Direction": "direction"}
    connections |= {"Type": "type", "Label": "type", "Description": "sentence", "Tags": "tags"}
    connections |= _titled(ties.without(*_TIES).columns)
    sheets = (
        Sheet("Elements", elements, map(_element, actors.rows)),
        Sheet("Connections", connections, map(_connection, ties.rows)),
    )
    workbook.write(path, sheets)


def _element(row: dict[str, Scalar]) -> dict[str, Scalar]:
    tags = "|".join(str(row[name]) for name in ("kind", "subtype") if row.get(name))
    return {**row, "type": str(row.get("kind", "")).capitalize(), "tags": tags}


def _connection(row: dict[str, Scalar]) -> dict[str, Scalar]:
    said = in_words(str(row["relation"]))
    return {
        **row,
        "type": f"not: {said}" if row["negated"] else said,
        "direction": "directed" if row["directed"] else "undirected",
        "tags": "|".join(str(row[name]) for name in ("layer", "sign", "status") if row.get(name)),
    }


def _titled(columns: tuple[str, ...]) -> dict[str, str]:
    return {name.replace("_", " ").capitalize(): name for name in columns}
