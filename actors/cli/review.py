"""``actors review``: the queue of doubts, one key each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli.options import study_argument

if TYPE_CHECKING:
    from actors.study.doubts import Doubt, Side

EPILOG = """\b
Examples:
  actors review output/
  printf 's\\nd\\nq\\n' | actors review output/ --by "A. Analyst"
  actors review output/ --list
"""

KEYS = {"s": "same", "d": "different", "u": "unsure", "k": "skip", "q": "quit"}


@click.command("review", epilog=EPILOG)
@study_argument
@click.option("--by", default="", help="Who decides.")
@click.option("--list", "listed", is_flag=True, help="Print the queue and ask nothing.")
def command(study: Path, by: str, listed: bool) -> None:
    """Ask about the least certain and most consequential decisions first.

    Keys: s same, d different, u unsure (asked again next time), k skip, q quit. What you
    decide is written to curation.yaml at once, so you can stop and go on whenever you like.
    Keys can be piped in, one a line.
    """
    from actors.study import open_study
    from actors.study.doubts import answer, doubts

    opened = open_study(study)
    queue = doubts(opened)
    if not queue:
        click.echo("No doubts are left.")
        return
    for number, doubt in enumerate(queue, start=1):
        _show(doubt, number, len(queue))
        if listed:
            continue
        key = _key()
        if key == "q":
            break
        if key in ("s", "d"):
            for warning in answer(opened, doubt, key == "s", by=by):
                click.echo(f"Warning: {warning}", err=True)


def _key() -> str:
    """One key from the terminal, or the next line of what is piped in; its end quits."""
    while True:
        click.echo("s same, d different, u unsure, k skip, q quit: ", nl=False)
        if sys.stdin.isatty():
            key = click.getchar().lower()
        else:
            key = (sys.stdin.readline().strip().lower() or "q")[0]
        click.echo(KEYS.get(key, f"{key!r} is none of the keys"))
        if key in KEYS:
            return key


def _show(doubt: Doubt, number: int, total: int) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False)
    now = "joined" if doubt.joined else "kept apart"
    console.print(f"\n[bold]{number} of {total}[/]  {now}: {escape(doubt.why)} ({doubt.score:.2f})")
    table = Table(show_lines=False, expand=True)
    for side in (doubt.left, doubt.right):
        table.add_column(escape(f"{side.name} ({side.mentions} mentions)"), ratio=1)
    table.add_row(_sentences(doubt.left), _sentences(doubt.right))
    console.print(table)


def _sentences(side: Side) -> str:
    from rich.markup import escape

    return escape("\n\n".join(side.sentences))
