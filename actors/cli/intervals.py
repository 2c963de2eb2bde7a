"""How ``actors metrics --intervals`` prints: "2 (1-4)" for a rank, beside the measure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from actors.cli.frames import number, print_frame
from actors.cli.screen import complain, say, warn
from actors.cli.tables import Column, ScreenTable, numbers, print_table, words

if TYPE_CHECKING:
    import pandas as pd

_FEW = "*"
EARLY = 10
"""Actors of the first answer."""


def print_intervals(table: pd.DataFrame, measures: Sequence[str], format: str) -> None:
    """Print what `Study.uncertainty` gives; warnings go to standard error."""
    if format == "table":
        _print_table(table, measures)
    else:
        print_frame(table.reset_index(names="key"), format, ("key", "name", "kind", "subtype"))
    if format == "table" and table.attrs["errors"]:
        complain(f"{table.attrs['replicates']} draws. {error(table)}.")
    for warning in table.attrs["warnings"]:
        warn(warning)


def print_first(
    table: pd.DataFrame, *, measures: Sequence[str], top: int | None, replicates: int
) -> None:
    """Print the strongest on standard error while more is drawn, and how sure the ends are."""
    drawn = table.attrs["replicates"]
    complain(f"A first answer, from {drawn} of {replicates} draws:")
    for _, row in table.head(min(top or EARLY, EARLY)).iterrows():
        cells = [" ".join(_cells(row, name)) for name in measures]
        complain(f"  {row['name']}: {'; '.join(cells)}")
    complain(f"  {error(table)}; the rest is being drawn.")


def error(table: pd.DataFrame) -> str:
    """How far the ends of intervals may lie off because no more corpora were drawn."""
    errors = table.attrs["errors"]
    named = ", ".join(f"{max(off, 0.01):.0%} of it ({name})" for name, off in errors.items())
    return f"The ends of an interval are known to within {named}" if errors else "No interval"


def between(value: float, low: float, high: float) -> str:
    """A measure with its interval.

    >>> between(0.4519, 0.3, 0.612), between(3.0, math.nan, math.nan)
    ('0.452 (0.3-0.612)', '3')
    """
    around = "" if math.isnan(low) else f" ({number(low)}-{number(high)})"
    return number(value) + around


def _print_table(table: pd.DataFrame, measures: Sequence[str]) -> None:
    from actors.measures.uncertainty import SEEN

    columns: list[Column] = words("name", "kind")
    for name in measures:
        columns += numbers(name.replace("_", " "), "rank")
    rows = [
        (row["name"], row["kind"], *(cell for name in measures for cell in _cells(row, name)))
        for _, row in table.iterrows()
    ]
    print_table(ScreenTable(columns, rows))
    say(f"{_FEW} fewer than {SEEN} stories tie the actor: not to be relied on")


def _cells(row: pd.Series[float], name: str) -> tuple[str, str]:
    from actors.measures.uncertainty import SEEN

    few = _FEW if row[f"{name}_stories"] < SEEN else ""
    value = between(row[name], row[f"{name}_low"], row[f"{name}_high"])
    first, last = row[f"{name}_rank_low"], row[f"{name}_rank_high"]
    return value, f"{row[f'{name}_rank']} ({first}-{last}){few}"
