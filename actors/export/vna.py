"""VNA for NetDraw and UCINET: actors with attributes, ties with a column for each relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import networkx as nx

from actors.export import rows
from actors.export.flat import Scalar
from actors.export.pajek import relation
from actors.types import Key


def write(graph: nx.MultiDiGraph[Key], path: Path) -> None:
    """Write a VNA file.

    NetDraw reads one row for two actors and a direction. So parallel ties share a row; each
    relation (layer, type, sign, and what isn't asserted) has a column with its weight, and
    nothing is summed. What holds both ways stands in both directions. Names are identities: of
    two actors with one name the second gets a number.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write; an old one is replaced
    """
    path.write_text("".join(f"{line}\n" for line in _lines(graph)), encoding="utf-8")


def _lines(graph: nx.MultiDiGraph[Key]) -> Iterator[str]:
    actors, ties = rows.actors(graph), rows.ties(graph).rows
    names = rows.labels(actors.rows)
    shown = actors.without("id", "x", "y", "size", "color").columns
    yield "*Node data"
    yield _line(["ID", *shown])
    for row in actors.rows:
        yield _line([names[str(row["id"])], *(row.get(name, "") for name in shown)])
    placed = [row for row in actors.rows if {"x", "y"} <= set(row)]
    if placed:
        yield "*Node properties"
        yield _line(["ID", "x", "y"])
        yield from (_line([names[str(row["id"])], row["x"], row["y"]]) for row in placed)
    relations = sorted({_column(row) for row in ties})
    yield "*Tie data"
    yield _line(["from", "to", *relations])
    for (source, target), weights in _cells(ties).items():
        yield _line([names[source], names[target], *(weights.get(each, 0) for each in relations)])


def _column(row: dict[str, Scalar]) -> str:
    return relation(row).replace(" ", "_") or "tie"


def _cells(ties: Iterable[dict[str, Scalar]]) -> dict[tuple[str, str], Mapping[str, float]]:
    cells: dict[tuple[str, str], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in ties:
        source, target = str(row["source"]), str(row["target"])
        there, back = (source, target), (target, source)
        for ends in (there,) if row["directed"] or there == back else (there, back):
            cells[ends][_column(row)] += float(row["weight"])
    return dict(cells)


def _line(values: Iterable[Scalar]) -> str:
    return " ".join(_quoted(value) for value in values)


def _quoted(value: Scalar) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int | float):
        return f"{value:.10g}" if isinstance(value, float) else str(value)
    return '"' + value.replace('"', "'") + '"'
