"""CSV as the repository Netzschleuder gives it: ``nodes.csv``, ``edges.csv``, ``gprops.csv``.

Actors are numbered from 0; the first line of each file begins with ``#`` (Peixoto, T. P.
(2020), "The Netzschleuder network catalogue and repository").
"""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from actors.export import delimited, rows
from actors.types import Key

_OWN = ("id", "source", "target", "source_name", "target_name")


def write(graph: nx.MultiDiGraph[Key], path: Path) -> list[Path]:
    """Write the three files into a folder; return them.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the folder, which is made if missing
    """
    actors, ties = rows.actors(graph), rows.ties(graph)
    numbers = {row["id"]: number for number, row in enumerate(actors.rows)}
    nodes = {"# index": "index", "key": "id", **{n: n for n in actors.without("id").columns}}
    edges = {"# source": "source", "target": "target"}
    edges |= {name: name for name in ties.without(*_OWN).columns}
    numbered = ({**row, "index": numbers[row["id"]]} for row in actors.rows)
    tied = (row | {end: numbers[row[end]] for end in ("source", "target")} for row in ties.rows)
    return [
        delimited.write(path / "nodes.csv", nodes, numbered),
        delimited.write(path / "edges.csv", edges, tied),
        delimited.write(path / "gprops.csv", {"# key": "key", "value": "value"}, _about(graph)),
    ]


def _about(graph: nx.MultiDiGraph[Key]) -> list[dict[str, object]]:
    told = {
        "name": "actors",
        "description": "Actors and what documents say of them and each other",
        "num_vertices": graph.number_of_nodes(),
        "num_edges": graph.number_of_edges(),
        "is_directed": "each edge says so in the column directed",
        "edge_weight": "number of sentences",
    }
    return [{"key": key, "value": value} for key, value in told.items()]
