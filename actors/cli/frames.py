"""Data frames on screen, as CSV and as JSON."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from actors.cli.printed import Printed, print_csv, show
from actors.cli.screen import is_terminal, note
from actors.cli.tables import Column, ScreenTable

if TYPE_CHECKING:
    import pandas as pd


def print_frame(frame: pd.DataFrame, format: str, words: Collection[str] = ()) -> None:
    """Print a data frame without its index.

    Args:
        frame: what to print
        format: ``"table"``, ``"csv"`` or ``"json"``
        words: columns of words that may wrap; all others are numbers
    """
    if format == "csv":
        print_csv(records(frame), map(str, frame.columns))
    else:
        show(Printed(_table(frame, frozenset(words)), records(frame)), format)


def print_rows(
    frame: pd.DataFrame, shown: Sequence[str], format: str, top: int | None, usual: int
) -> None:
    """Print a frame of the API, its first rows on a terminal and its index for programs.

    Args:
        frame: what to print
        shown: the columns of the table; CSV and JSON have them all
        format: ``"table"``, ``"csv"`` or ``"json"``
        top: how many rows were asked for
        usual: how many a terminal shows if that was not said
    """
    if not len(frame):
        note("nothing fits")
    some = limited(frame, format, top, usual)
    if format == "table":
        some = some[list(shown)]
    elif some.index.name:
        some = some.reset_index()
    print_frame(some, format, [name for name in some if not _is_short(some[name])])


def limited(frame: pd.DataFrame, format: str, top: int | None, usual: int) -> pd.DataFrame:
    """The first rows: as many as asked for, else the usual number on a terminal, all elsewhere."""
    most = top or (usual if format == "table" and is_terminal() else len(frame))
    if len(frame) > most:
        note(f"{most:,} of {len(frame):,} are shown: --top N for more")
    return frame.head(most)


def records(frame: pd.DataFrame) -> list[dict[str, object]]:
    """The rows of a frame as JSON and CSV know them: days in ISO form, none instead of NaN."""
    return [
        {str(name): _plain(value) for name, value in row.items()}
        for row in frame.to_dict("records")
    ]


def iso(day: object) -> str:
    """A day of a frame, or nothing.

    >>> import pandas as pd
    >>> iso(pd.Timestamp("2021-07-05")), iso(pd.NaT)
    ('2021-07-05', '')
    """
    return "" if str(day) == "NaT" else f"{day:%Y-%m-%d}"


def number(value: float) -> str:
    """Three digits of a number, all of a whole one, and a dash for none.

    >>> number(0.12345), number(1234.0), number(1234.56), number(7), number(math.nan)
    ('0.123', '1234', '1235', '7', '-')
    """
    if isinstance(value, float) and math.isnan(value):
        return "-"
    if float(value).is_integer():
        return str(int(value))
    return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def _is_short(column: pd.Series[Any]) -> bool:
    """Whether a column holds numbers, days or single signs, which stay whole."""
    return column.dtype.kind in "iufbM" or column.name in ("first", "last", "sign", "type")


def _table(frame: pd.DataFrame, words: frozenset[str]) -> ScreenTable:
    columns = [
        Column(str(name).replace("_", " "), name in words, frame[name].dtype.kind in "iuf")
        for name in frame.columns
    ]
    rows = [[_cell(value) for value in row] for row in frame.itertuples(index=False)]
    return ScreenTable(columns, rows)


def _cell(value: Any) -> str:
    if isinstance(value, str | bool):
        return str(value)
    return iso(value) if hasattr(value, "year") else number(value)


def _plain(value: object) -> object:
    """A value that JSON and CSV know."""
    if hasattr(value, "year"):
        return iso(value) or None
    return None if isinstance(value, float) and not math.isfinite(value) else value
