"""Neo4j's bulk import: ``actors.csv`` and ``ties.csv`` with typed headers.

``neo4j-admin database import full --nodes=actors.csv --relationships=ties.csv`` loads them
unedited. Relationships of Neo4j all have a direction: those with ``directed`` false hold both
ways and are stored once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import networkx as nx

from actors.export import delimited, rows
from actors.export.flat import Scalar
from actors.export.rows import ExportTable
from actors.types import Key

_LISTS = ("aliases", "identifiers", "speakers", "through")
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
_RENAMED = {"cooccurrence": "CO_OCCURS_WITH"}


def write(graph: nx.MultiDiGraph[Key], path: Path) -> list[Path]:
    """Write ``actors.csv`` and ``ties.csv`` into a folder; return both.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the folder, which is made if missing
    """
    actors, ties = rows.actors(graph), rows.ties(graph)
    nodes = {"actorId:ID": "id", ":LABEL": ":LABEL", **_typed(actors.without("id"))}
    edges = {":START_ID": "source", ":END_ID": "target", ":TYPE": ":TYPE"}
    edges |= _typed(ties.without("source", "target", "source_name", "target_name"))
    return [
        delimited.write(path / "actors.csv", nodes, map(_node, actors.rows)),
        delimited.write(path / "ties.csv", edges, map(_tie, ties.rows)),
    ]


def _node(row: dict[str, Scalar]) -> dict[str, Scalar]:
    kind = str(row.get("kind", "")).capitalize()
    return {**_joined(row), ":LABEL": f"Actor;{kind}" if kind else "Actor"}


def _tie(row: dict[str, Scalar]) -> dict[str, Scalar]:
    relation = str(row["relation"])
    name = re.sub(r"\W+", "_", relation).upper() or "TIED_TO"
    return {**_joined(row), ":TYPE": _RENAMED.get(relation, name)}


def _joined(row: dict[str, Scalar]) -> dict[str, Scalar]:
    """Lists as Neo4j splits them, at ";" without blanks."""
    return {
        name: str(value).replace("; ", ";") if name in _LISTS else value
        for name, value in row.items()
    }


def _typed(table: ExportTable) -> dict[str, str]:
    """The header of each column with its type."""
    return {f"{name}:{_type(name, (r.get(name) for r in table.rows))}": name for name in table[0]}


def _type(name: str, values: Iterable[Scalar | None]) -> str:
    if name in _LISTS:
        return "string[]"
    found = {type(value) for value in values if value not in ("", None)}
    if found == {int, float}:
        return "double"
    return _TYPES[found.pop()] if len(found) == 1 else "string"
