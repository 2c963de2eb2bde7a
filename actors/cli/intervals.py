"""How ``actors metrics --intervals`` prints: "2 (1-4)" for a rank, beside the measure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from actors.cli.frames import print_frame

if TYPE_CHECKING:
    import pandas as pd

FEW = "*"
EARLY = 10
"""Actors of the first answer."""


def print_intervals(table: pd.DataFrame, measures: Sequence[str], format: str) -> None:
    """Print what `Study.uncertainty` gives; warnings go to standard error."""
    if format == "table":
        _print_table(table, measures)
    else:
        print_frame(table.reset_index(names="key"), format, ("key", "name", "kind", "subtype"))
    if format == "table" and table.attrs["errors"]:
        click.echo(f"{table.attrs['replicates']} draws. {error(table)}.", err=True)
    for warning in table.attrs["warnings"]:
        click.echo(f"Warning: {warning}", err=True)


def print_first(
    table: pd.DataFrame, *, measures: Sequence[str], top: int | None, replicates: int
) -> None:
    """Print the strongest on standard error while more is drawn, and how sure the ends are."""
    drawn = table.attrs["replicates"]
    click.echo(f"A first answer, from {drawn} of {replicates} draws:", err=True)
    for _, row in table.head(min(top or EARLY, EARLY)).iterrows():
        cells = [" ".join(_cells(row, name)) for name in measures]
        click.echo(f"  {row['name']}: {'; '.join(cells)}", err=True)
    click.echo(f"  {error(table)}; the rest is being drawn.", err=True)


def error(table: pd.DataFrame) -> str:
    """How far the ends of intervals may lie off because no more corpora were drawn."""
    errors = table.attrs["errors"]
    named = ", ".join(f"{off:.0%} of it ({name})" for name, off in errors.items())
    return f"The ends of an interval are known to within {named}" if errors else "No interval"


def between(value: float, low: float, high: float) -> str:
    """A measure with its interval.

    >>> between(0.4519, 0.3, 0.612), between(3.0, math.nan, math.nan)
    ('0.452 (0.3-0.612)', '3')
    """
    return f"{value:.3g}" + ("" if math.isnan(low) else f" ({low:.3g}-{high:.3g})")


def _print_table(table: pd.DataFrame, measures: Sequence[str]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from actors.measures.uncertainty import SEEN

    printed = Table(caption=f"{FEW} fewer than {SEEN} stories tie the actor: not to be relied on")
    printed.add_column("name")
    printed.add_column("kind")
    for name in measures:
        printed.add_column(name.replace("_", " "), justify="right")
        printed.add_column("rank", justify="right")
    for _, row in table.iterrows():
        cells = [cell for name in measures for cell in _cells(row, name)]
        printed.add_row(escape(row["name"]), row["kind"], *cells)
    Console(width=None if Console().is_terminal else 200).print(printed)


def _cells(row: Any, name: str) -> tuple[str, str]:
    from actors.measures.uncertainty import SEEN

    few = FEW if row[f"{name}_stories"] < SEEN else ""
    value = between(row[name], row[f"{name}_low"], row[f"{name}_high"])
    first, last = row[f"{name}_rank_low"], row[f"{name}_rank_high"]
    return value, f"{row[f'{name}_rank']} ({first}-{last}){few}"
