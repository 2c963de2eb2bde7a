"""Tables: laid out for a terminal's width, tab-separated in a pipe.

On a terminal a number or a date is never cut, and words are broken only at blanks, those of
column names too. A table that is too wide is printed in parts, each of which repeats the first
column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from actors.cli.screen import console, is_terminal, line, say, width

if TYPE_CHECKING:
    from rich.table import Table as RichTable

GAP = 2
LONGEST = 40
"""A word that is longer, such as a path, may be broken where there is no room for it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: of words, which may wrap, or of numbers or dates, which stay whole."""

    name: str
    words: bool = True
    right: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under named columns; the first column says what a row is about."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    title: str = ""


def words(*names: str) -> list[Column]:
    """Columns of words."""
    return [Column(name) for name in names]


def dates(*names: str) -> list[Column]:
    """Columns that stay whole and stand on the left."""
    return [Column(name, words=False) for name in names]


def numbers(*names: str) -> list[Column]:
    """Columns that stay whole and stand on the right."""
    return [Column(name, words=False, right=True) for name in names]


def print_table(table: Table) -> None:
    """Print a table on a terminal, or tab-separated with its column names in a pipe."""
    clean = [[line(cell) for cell in row] for row in table.rows]
    if table.title:
        say(table.title, "bold")
    if not is_terminal():
        for row in ([column.name for column in table.columns], *clean):
            click.echo("\t".join(row))
        return
    for number, part in enumerate(parts(table.columns, clean, width())):
        if number:
            say("")
        _print(table.columns, clean, part)


Part = list[tuple[int, int]]
"""The columns printed side by side: the number of each, and its width."""


def parts(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: int) -> list[Part]:
    """Which columns stand side by side, and how wide each is, so that all fit.

    >>> columns = [Column("name"), *numbers("strength", "degree")]
    >>> rows = [["Collective Security Treaty Organization", "14.5", "12"]]
    >>> parts(columns, rows, 60)
    [[(0, 39), (1, 8), (2, 6)]]
    >>> parts(columns, rows, 40)
    [[(0, 22), (1, 8), (2, 6)]]
    >>> parts(columns, rows, 24)
    [[(0, 14), (1, 8)], [(0, 16), (2, 6)]]
    """
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    pairs = list(zip(columns, cells, strict=True))
    whole = [_widest((column.name, *texts)) for column, texts in pairs]
    least = [_narrowest(column, texts) for column, texts in pairs]
    return [_widths(group, whole, least, room) for group in _side_by_side(least, room)]


def _side_by_side(least: Sequence[int], room: int) -> list[list[int]]:
    groups = [[0]]
    for at in range(1, len(least)):
        taken = sum(least[one] + GAP for one in groups[-1])
        if len(groups[-1]) > 1 and taken + least[at] > room:
            groups.append([0])
        groups[-1].append(at)
    return groups


def _widths(group: list[int], whole: Sequence[int], least: Sequence[int], room: int) -> Part:
    """The full widths, the widest made narrower until all fit."""
    found = {at: whole[at] for at in group}
    room -= GAP * (len(group) - 1)
    while sum(found.values()) > room:
        narrower = [at for at in group if found[at] > least[at]] or [
            at for at in group if found[at] > 1
        ]
        widest = max(narrower, key=lambda at: (found[at], at))
        found[widest] -= 1
    return list(found.items())


def _narrowest(column: Column, cells: Iterable[str]) -> int:
    """How narrow a column may be: as its longest word, or the longest cell that stays whole."""
    texts = list(cells)
    together = [word for text in texts for word in text.split()] if column.words else texts
    least = min(_widest(together), LONGEST) if column.words else _widest(together)
    return max(least, _widest(column.name.split()))


def _widest(texts: Iterable[str]) -> int:
    from rich.cells import cell_len

    return max(map(cell_len, texts), default=0)


def _print(columns: Sequence[Column], rows: Sequence[Sequence[str]], part: Part) -> None:
    from rich.text import Text

    grid = _grid(columns, part)
    for row in rows:
        grid.add_row(*(Text(row[at]) for at, _ in part))
    console().print(grid)


def _grid(columns: Sequence[Column], part: Part) -> RichTable:
    from rich.table import Table as RichTable
    from rich.text import Text

    grid = RichTable(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    for at, wide in part:
        side = "right" if columns[at].right else "left"
        grid.add_column(Text(columns[at].name), width=wide, justify=side, overflow="fold")
    return grid
