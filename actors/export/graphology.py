"""Graphology's serialised graph (JSON), for sigma.js and the programs built on it."""

from __future__ import annotations

import json
import math
from pathlib import Path

import networkx as nx

from actors.export import rows
from actors.export.flat import Scalar
from actors.types import Key

_ENDS = ("id", "source", "target", "source_name", "target_name", "directed")


def write(graph: nx.MultiDiGraph[Key], path: Path) -> None:
    """Write a network that ``Graph.from`` reads: mixed, with parallel edges.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write; an old one is replaced
    """
    written = json.dumps(data(graph), ensure_ascii=True, allow_nan=False, indent=1)
    path.write_text(written + "\n", encoding="utf-8")


def data(graph: nx.MultiDiGraph[Key]) -> dict[str, object]:
    """The network as graphology serialises it; ``label`` is what sigma.js draws.

    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("a", "b", type="consult", directed=False, weight=2.0)
    >>> edge = data(graph)["edges"][0]
    >>> edge["source"], edge["undirected"], edge["attributes"]["weight"]
    ('a', True, 2.0)
    """
    actors, ties = rows.actors(graph).rows, rows.ties(graph).rows
    return {
        "options": {"type": "mixed", "multi": True, "allowSelfLoops": True},
        "attributes": {"name": "actors"},
        "nodes": [
            {"key": row["id"], "attributes": _attributes({"label": row["name"], **row}, ("id",))}
            for row in actors
        ],
        "edges": [
            {
                "key": row["id"],
                "source": row["source"],
                "target": row["target"],
                "undirected": not row["directed"],
                "attributes": _attributes({"label": row["relation"], **row}, _ENDS),
            }
            for row in ties
        ],
    }


def _attributes(row: dict[str, Scalar], left_out: tuple[str, ...]) -> dict[str, Scalar | None]:
    return {
        name: None if isinstance(value, float) and not math.isfinite(value) else value
        for name, value in row.items()
        if name not in left_out
    }
