"""Data frames on screen, as CSV and as JSON."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from actors.cli.printed import Printed, show
from actors.cli.tables import Column, Table

if TYPE_CHECKING:
    import pandas as pd


def print_frame(frame: pd.DataFrame, format: str, words: Collection[str] = ()) -> None:
    """Print a data frame without its index.

    Args:
        frame: what to print
        format: ``"table"``, ``"csv"`` or ``"json"``
        words: columns of words; all others are numbers
    """
    rows = [
        {str(name): _plain(value) for name, value in row.items()}
        for row in frame.to_dict("records")
    ]
    show(Printed(_table(frame, frozenset(words)), rows), format)


def number(value: Any) -> str:
    """Three digits of a number, all of a whole one, and a dash for none.

    >>> number(0.12345), number(1234.0), number(1234.56), number(7), number(math.nan)
    ('0.123', '1234', '1235', '7', '-')
    """
    if isinstance(value, float) and math.isnan(value):
        return "-"
    if float(value).is_integer():
        return str(int(value))
    return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def _table(frame: pd.DataFrame, words: frozenset[str]) -> Table:
    columns = [
        Column(str(name).replace("_", " "), name in words, name not in words)
        for name in frame.columns
    ]
    rows = [
        [
            str(cell) if name in words else number(cell)
            for name, cell in zip(frame.columns, row, strict=True)
        ]
        for row in frame.itertuples(index=False)
    ]
    return Table(columns, rows)


def _plain(value: Any) -> Any:
    """A value that JSON and CSV know: none instead of a number that is not finite."""
    return None if isinstance(value, float) and not math.isfinite(value) else value
