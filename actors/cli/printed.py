"""What a command prints: a table for people, CSV and JSON for programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import click

from actors.cli.screen import line, note, say, visible, visible_json
from actors.cli.tables import ScreenTable, print_table


@dataclass(frozen=True, slots=True)
class Printed:
    """One answer in three forms.

    ``table`` and the ``lines`` below it are for the screen, ``rows`` for CSV, ``record`` for
    JSON; without a record, the rows are.
    """

    table: ScreenTable
    rows: Sequence[Mapping[str, object]]
    record: object = None
    lines: Sequence[str] = field(default_factory=list)


def show(found: Printed, format: str) -> None:
    """Print an answer in a format: ``table``, ``csv`` or ``json``."""
    if format == "json":
        print_json(found.rows if found.record is None else found.record)
    elif format == "csv":
        print_csv(found.rows, [column.name for column in found.table.columns])
    else:
        print_table(found.table)
        for each in found.lines:
            say(line(each))


def tell(said: str, counts: Mapping[str, object], format: str) -> None:
    """Print what was done: a sentence on the screen, its counts as CSV or JSON."""
    if format == "table":
        note(said)
    elif format == "json":
        print_json(counts)
    else:
        print_csv([counts], list(counts))


def print_json(value: object) -> None:
    """Print a value as JSON on several lines."""
    written = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    click.echo(visible_json(written))


def print_csv(rows: Sequence[Mapping[str, object]], names: Iterable[str] = ()) -> None:
    """Print rows under their keys; no spreadsheet takes a cell for a formula.

    Args:
        rows: all with the same keys
        names: what to print above if there are no rows
    """
    from actors.export.text import cell

    header = list(rows[0] if rows else names)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    if header:
        writer.writerow(header)
    for row in rows:
        writer.writerow(
            [cell(visible(one)) if isinstance(one, str) else one for one in row.values()]
        )


def print_facts(facts: Mapping[str, object], said: str, format: str) -> None:
    """Print what was done: a sentence for people, its facts for programs.

    Args:
        facts: what a program wants to know, by name
        said: the same as a sentence
        format: ``"table"``, ``"csv"`` or ``"json"``
    """
    if format == "json":
        print_json(facts)
    elif format == "csv":
        print_csv([facts])
    else:
        say(line(said))
