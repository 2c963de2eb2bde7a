"""Comma-separated tables for programs: UTF-8, true and false, nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from actors.export import text

__all__ = ["write"]


def write(
    path: Path,
    columns: Mapping[str, str] | Sequence[str],
    rows: Iterable[Mapping[str, object]],
    *,
    mark: bool = False,
) -> Path:
    """Write rows as CSV into a folder, which is made if missing; return the path.

    Args:
        path: the file to write; an old one is replaced
        columns: the header, or for each word of the header the key of the rows that fills it
        rows: what is missing in a row, or not a finite number, stays empty
        mark: begin with a byte order mark, by which Windows programs know UTF-8; others
            (Gephi, R, Neo4j) take it for a part of the first column's name
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    named = columns if isinstance(columns, Mapping) else {name: name for name in columns}
    with path.open("w", encoding="utf-8-sig" if mark else "utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([text.cell(name) for name in named])
        writer.writerows([_cell(row.get(key)) for key in named.values()] for row in rows)
    return path


def _cell(value: object) -> str | int | float:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value if math.isfinite(value) else ""
    return text.cell(str(value)) if value is not None else ""
