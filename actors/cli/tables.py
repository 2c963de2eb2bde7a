"""Tables: laid out for a terminal's width, tab-separated in a pipe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import click

from actors.cli.layout import Column, layout
from actors.cli.screen import console, is_terminal, line, say, width

__all__ = ["Column", "ScreenTable", "dates", "numbers", "print_table", "words"]


@dataclass(frozen=True, slots=True)
class ScreenTable:
    """Rows of text under named columns; the first column says what a row is about."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    title: str = ""


def words(*names: str) -> list[Column]:
    """Columns of words, which may wrap."""
    return [Column(name) for name in names]


def dates(*names: str) -> list[Column]:
    """Columns that stay whole and stand on the left."""
    return [Column(name, words=False) for name in names]


def numbers(*names: str) -> list[Column]:
    """Columns that stay whole and stand on the right."""
    return [Column(name, words=False, right=True) for name in names]


def print_table(table: ScreenTable) -> None:
    """Print a table on a terminal, or tab-separated with its column names in a pipe."""
    clean = [[line(cell) for cell in row] for row in table.rows]
    columns = [Column(line(one.name), one.words, one.right) for one in table.columns]
    if table.title:
        say(line(table.title), "bold")
    if is_terminal():
        _print(columns, clean)
    else:
        for row in ([column.name for column in columns], *clean):
            click.echo("\t".join(row))


def _print(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    found = layout(columns, rows, width())
    for number, part in enumerate(found.parts):
        if number:
            say("")
        _print_part(columns, rows, part, found.gap)


def _print_part(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    part: Sequence[tuple[int, int]],
    gap: int,
) -> None:
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=None, pad_edge=False, padding=(0, gap, 0, 0), header_style="bold")
    for at, wide in part:
        name, right = Text(columns[at].name), columns[at].right
        grid.add_column(name, width=wide, justify="right" if right else "left", overflow="fold")
    for row in rows:
        grid.add_row(*(Text(row[at]) for at, _ in part))
    console().print(grid)
