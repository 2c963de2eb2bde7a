"""``actors explain-measure``: what a measure means."""

from __future__ import annotations

import click

from actors.cli.command import Command
from actors.cli.options import Plugin, format_option

EPILOG = """\b
Examples:
  actors explain-measure betweenness
  actors explain-measure katz pagerank
  actors explain-measure --format csv      # all of them
"""


@click.command("explain-measure", cls=Command, epilog=EPILOG)
@click.argument("names", nargs=-1, metavar="[NAME]...", type=Plugin("measures"))
@format_option
def command(names: tuple[str, ...], format: str) -> None:
    """Say what a measure means, its formula and its source.

    Without a NAME, say what each measure means.
    """
    from dataclasses import asdict

    from actors.cli.printed import Printed, print_csv, print_json, show
    from actors.cli.tables import ScreenTable, dates, words
    from actors.measures.explained import explain
    from actors.names import MEASURES

    told = [explain(name) for name in names or MEASURES]
    rows = [asdict(each) for each in told]
    if format == "json":
        print_json(rows)
    elif format == "csv":
        print_csv(rows)
    elif names:
        _print(rows)
    else:
        table = ScreenTable(
            [*dates("measure"), *words("what it means")],
            [(each.name, each.meaning) for each in told],
        )
        show(Printed(table, rows), format)


def _print(rows: list[dict[str, str]]) -> None:
    from actors.cli.screen import line, say

    for number, row in enumerate(rows):
        if number:
            say("")
        say(row["name"], "bold")
        say(line(row["meaning"]), indent=2, hang=0)
        for part in ("formula", "source"):
            if row[part]:
                say(f"{part.capitalize()}: {line(row[part])}", indent=2)
