"""How wide the columns of a table are, so that it fits the terminal.

Cells that stay whole, such as numbers and dates, are never made narrower, and words are broken
only at blanks. A table that is still too wide falls into parts, each of which repeats the first
column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_GAPS = (2, 1)
"""Blanks between columns: as many as can be, if the table is then whole."""
_LONGEST = 40
"""A word that is longer, such as a path, may be broken where there is no room for it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: of words, which may wrap, or of numbers or dates, which stay whole."""

    name: str
    words: bool = True
    right: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a table, each the columns side by side as (number, width), and the gap."""

    parts: list[list[tuple[int, int]]]
    gap: int


def layout(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: int) -> Layout:
    """Which columns stand side by side, and how wide each is.

    Args:
        columns: the first says what a row is about
        rows: one cell for each column
        room: columns of the terminal

    >>> columns = [Column("name"), Column("strength", False, True), Column("degree", False, True)]
    >>> rows = [["Collective Security Treaty Organization", "14.5", "12"]]
    >>> layout(columns, rows, 60)
    Layout(parts=[[(0, 39), (1, 8), (2, 6)]], gap=2)
    >>> layout(columns, rows, 40)
    Layout(parts=[[(0, 22), (1, 8), (2, 6)]], gap=2)
    >>> layout(columns, rows, 28)
    Layout(parts=[[(0, 12), (1, 8), (2, 6)]], gap=1)
    >>> layout(columns, rows, 24)
    Layout(parts=[[(0, 14), (1, 8)], [(0, 16), (2, 6)]], gap=2)
    """
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    pairs = list(zip(columns, cells, strict=True))
    whole = [_widest((column.name, *texts)) for column, texts in pairs]
    least = [_narrowest(column, texts) for column, texts in pairs]
    fitting = (gap for gap in _GAPS if len(_side_by_side(least, room, gap)) == 1)
    gap = next(fitting, _GAPS[0])
    groups = _side_by_side(least, room, gap)
    return Layout([_widths(group, whole, least, room, gap) for group in groups], gap)


def _side_by_side(least: Sequence[int], room: int, gap: int) -> list[list[int]]:
    groups = [[0]]
    for at in range(1, len(least)):
        taken = sum(least[one] + gap for one in groups[-1])
        if len(groups[-1]) > 1 and taken + least[at] > room:
            groups.append([0])
        groups[-1].append(at)
    return groups


def _widths(
    group: list[int], whole: Sequence[int], least: Sequence[int], room: int, gap: int
) -> list[tuple[int, int]]:
    """The full widths, the widest made narrower until all fit."""
    found = {at: whole[at] for at in group}
    room = max(room - gap * (len(group) - 1), len(group))
    while sum(found.values()) > room:
        wide = [at for at in group if found[at] > least[at]]
        wide = wide or [at for at in group if found[at] > 1]
        found[max(wide, key=lambda at: (found[at], at))] -= 1
    return list(found.items())


def _narrowest(column: Column, cells: Iterable[str]) -> int:
    """How narrow a column may be: as its longest word, or the longest cell that stays whole."""
    texts = list(cells)
    if column.words:
        texts = [word for text in texts for word in text.split()]
    least = min(_widest(texts), _LONGEST) if column.words else _widest(texts)
    return max(least, _widest(column.name.split()))


def _widest(texts: Iterable[str]) -> int:
    from rich.cells import cell_len

    return max(map(cell_len, texts), default=0)
