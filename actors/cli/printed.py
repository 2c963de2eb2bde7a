"""A table for the screen that is also CSV and JSON: what ``actors timeline`` shows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import click


@dataclass(frozen=True, slots=True)
class Printed:
    """A table for the screen, rows for CSV, all of it for JSON, and lines below the table."""

    title: str
    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    flat: list[dict[str, Any]]
    record: dict[str, Any]
    lines: list[str] = field(default_factory=list)


def show(found: Printed, format: str) -> None:
    """Print it in a format: ``table``, ``csv`` or ``json``."""
    if format == "json":
        click.echo(json.dumps(found.record, ensure_ascii=False, indent=2))
    elif format == "csv":
        _print_csv(found.flat)
    else:
        _print_table(found)


def _print_csv(rows: Sequence[dict[str, Any]]) -> None:
    import csv
    import sys

    from actors.export.text import cell

    if not rows:
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(rows[0])
    for row in rows:
        writer.writerow([cell(one) if isinstance(one, str) else one for one in row.values()])


def _print_table(found: Printed) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=escape(found.title), title_justify="left")
    words = {"", "one", "other", "begins", "missing from"}
    for number, name in enumerate(found.header):
        table.add_column(escape(name), justify="left" if name in words and number < 4 else "right")
    for row in found.rows:
        table.add_row(*map(escape, row))
    console = Console(width=None if Console().is_terminal else 160, highlight=False)
    console.print(table)
    for line in found.lines:
        console.print(escape(line), soft_wrap=True)
