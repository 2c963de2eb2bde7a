"""Reading the sources and writing the tables: UTF-8, tab-separated, lists joined by a bar."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

OWN = Path(__file__).parent / "own"
TABLES = Path(__file__).parents[2] / "actors" / "knowledge" / "data"


def own(name: str) -> list[dict[str, str]]:
    """The rows of one of our own, hand-kept tables."""
    with (OWN / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def source(path: Path) -> list[dict[str, str]]:
    """The rows of a source's CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a table; a row is a line, so no cell may hold a tab or a line break."""
    lines = ["\t".join(columns), *("\t".join(row) for row in rows)]
    (TABLES / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines) - 1


def unique(items: Iterable[str]) -> str:
    """Join without repeats, in order, as a cell.

    >>> unique(["b", "a", "b", ""])
    'b|a'
    """
    return "|".join(dict.fromkeys(item.strip() for item in items if item.strip()))
