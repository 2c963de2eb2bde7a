"""Pajek's .net: ties with a direction are arcs, the others edges; the label says what kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import networkx as nx

from actors.export import rows
from actors.export.flat import Scalar
from actors.factuality import REALISED
from actors.types import Key

_SIDE = 0.9
"""How much of Pajek's square, from 0 to 1, the picture fills."""


def write(graph: nx.MultiDiGraph[Key], path: Path) -> None:
    """Write a network that Pajek, igraph and networkx read.

    The label of a line says layer, type, sign, and what isn't asserted (``stated aid positive
    planned``). Parallel lines stay apart, nothing is merged. Of two actors with one name the
    second gets a number. Attributes beyond place and weight have no room here.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write; an old one is replaced
    """
    path.write_text("".join(f"{line}\n" for line in _lines(graph)), encoding="utf-8")


def _lines(graph: nx.MultiDiGraph[Key]) -> Iterator[str]:
    actors, ties = rows.actors(graph).rows, rows.ties(graph).rows
    number = {str(row["id"]): place for place, row in enumerate(actors, 1)}
    names = rows.labels(actors)
    where = _places(actors)
    yield f"*Vertices {len(actors)}"
    for row in actors:
        key = str(row["id"])
        yield f"{number[key]} {_quoted(names[key])}{where.get(key, '')}"
    for head, both_ways in (("*Arcs", False), ("*Edges", True)):
        yield head
        for row in ties:
            if row["directed"] is not both_ways:
                ends = f"{number[str(row['source'])]} {number[str(row['target'])]}"
                yield f"{ends} {float(row['weight']):.10g} l {_quoted(relation(row))}"


def relation(row: dict[str, Scalar]) -> str:
    """What kind of tie a row is, in words.

    >>> relation({"layer": "stated", "relation": "aid", "sign": "positive", "status": "planned"})
    'stated aid planned'
    """
    status = "" if row.get("status") in REALISED else row.get("status", "")
    said = status or row.get("sign", "")
    words = (row.get("layer", ""), row.get("relation", ""), said)
    return " ".join(str(word) for word in words if word)


def _places(actors: list[dict[str, Scalar]]) -> dict[str, str]:
    """Places on Pajek's square, whose y runs downwards as that of a screen does."""
    placed = {str(row["id"]): row for row in actors if {"x", "y"} <= set(row)}
    if not placed:
        return {}
    sides = {axis: [float(row[axis]) for row in placed.values()] for axis in ("x", "y")}
    longest = max(max(side) - min(side) for side in sides.values()) or 1.0
    margin = (1 - _SIDE) / 2

    def scaled(row: dict[str, Scalar], axis: str) -> float:
        return margin + _SIDE * (float(row[axis]) - min(sides[axis])) / longest

    return {
        key: f" {scaled(row, 'x'):.4f} {scaled(row, 'y'):.4f} 0.5" for key, row in placed.items()
    }


def _quoted(name: str) -> str:
    return '"' + name.replace('"', "'").replace("\\", "/") + '"'
