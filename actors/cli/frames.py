"""Tables of numbers on screen, as CSV and as JSON; text of documents stays text."""

from __future__ import annotations

import json
import math
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import pandas as pd


def print_frame(frame: pd.DataFrame, format: str, words: Collection[str] = ()) -> None:
    """Print a data frame without its index.

    Args:
        frame: what to print
        format: ``"table"``, ``"csv"`` or ``"json"``
        words: columns of words; all others are numbers
    """
    {"table": _table, "csv": _csv, "json": _json}[format](frame, frozenset(words))


def number(value: Any) -> str:
    """Three digits of a number, and a dash for none.

    >>> number(0.12345), number(1234.0), number(7), number(math.nan)
    ('0.123', '1.23e+03', '7', '-')
    """
    if isinstance(value, float) and math.isnan(value):
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.3g}"


def _table(frame: pd.DataFrame, words: frozenset[str]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table()
    for name in frame.columns:
        table.add_column(str(name).replace("_", " "), justify="left" if name in words else "right")
    for row in frame.itertuples(index=False):
        cells = zip(frame.columns, row, strict=True)
        table.add_row(*(escape(str(cell)) if c in words else number(cell) for c, cell in cells))
    Console(width=None if Console().is_terminal else 200).print(table)


def _csv(frame: pd.DataFrame, words: frozenset[str]) -> None:
    from actors.export.text import cell

    safe = frame.copy()
    for name in words.intersection(frame.columns):
        safe[name] = safe[name].map(lambda value: cell(str(value)))
    click.echo(safe.to_csv(index=False), nl=False)


def _json(frame: pd.DataFrame, words: frozenset[str]) -> None:
    records = json.loads(frame.to_json(orient="records"))
    click.echo(json.dumps(records, ensure_ascii=False, indent=2))
