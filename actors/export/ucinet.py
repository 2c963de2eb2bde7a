"""UCINET's DL, a file for each relation: all have the same actors in the same order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import networkx as nx

from actors.export import rows
from actors.export.flat import Scalar
from actors.factuality import REALISED
from actors.types import Key

_RELATIONS = (
    *("cooccurrence", "background", "stated-positive", "stated-negative", "stated-neutral"),
    *("stated-negated", "stated-not-asserted"),
)


def write(graph: nx.MultiDiGraph[Key], path: Path) -> list[Path]:
    """Write a DL file (format edgelist1) for each relation into a folder; return them.

    A matrix holds one number for two actors. So the weights of ties are summed over the types
    of a relation, which is a layer and, of what is stated, a sign. Ties that are negated, and
    those that are planned, demanded or possible only, are relations of their own. What holds
    both ways stands in both directions. Blanks in names become underscores.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the folder, which is made if missing; files of relations that an earlier network
            had are removed
    """
    path.mkdir(parents=True, exist_ok=True)
    for old in _RELATIONS:
        (path / f"{old}.dl").unlink(missing_ok=True)
    actors = rows.actors(graph).rows
    number = {str(row["id"]): place for place, row in enumerate(actors, 1)}
    names = labels(actors)
    found: dict[str, list[dict[str, Scalar]]] = defaultdict(list)
    for row in rows.ties(graph).rows:
        found[relation(row)].append(row)
    written = []
    for name, ties in sorted(found.items()):
        cells = _summed(ties, number)
        head = [f"dl n={len(names)}", "format=edgelist1", "labels:", *names, "data:"]
        lines = [*head, *(f"{a} {b} {weight:.10g}" for (a, b), weight in sorted(cells.items()))]
        written.append(path / f"{name}.dl")
        written[-1].write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return written


def relation(row: Mapping[str, Scalar]) -> str:
    """The relation of a tie, and the name of its file.

    >>> relation({"layer": "stated", "sign": "positive", "status": "asserted"})
    'stated-positive'
    >>> relation({"layer": "stated", "sign": "positive", "status": "planned"})
    'stated-not-asserted'
    """
    layer, status = str(row.get("layer") or "ties"), row.get("status", "asserted")
    if status in ("negated", "denied"):
        return f"{layer}-negated"
    if status not in REALISED:
        return f"{layer}-not-asserted"
    return f"{layer}-{row['sign'] or 'neutral'}" if layer == "stated" else layer


def labels(actors: Iterable[Mapping[str, Scalar]]) -> list[str]:
    """Names without blanks, commas and quotes, each once; the case of letters is ignored.

    >>> labels([{"id": "a", "name": "Zamir Kabulov"}, {"id": "b", "name": "zamir, kabulov"}])
    ['Zamir_Kabulov', 'zamir_kabulov_(2)']
    """
    plain = ({**row, "name": _word(str(row.get("name") or row["id"]))} for row in actors)
    return [name.replace(" ", "_") for name in rows.labels(plain).values()]


def _word(name: str) -> str:
    return re.sub(r"[\s,;:\"']+", "_", name).strip("_")


def _summed(
    ties: Iterable[Mapping[str, Scalar]], number: Mapping[str, int]
) -> dict[tuple[int, int], float]:
    cells: dict[tuple[int, int], float] = defaultdict(float)
    for row in ties:
        a, b = number[str(row["source"])], number[str(row["target"])]
        for ends in ((a, b),) if row["directed"] or a == b else ((a, b), (b, a)):
            cells[ends] += float(row["weight"])
    return cells
