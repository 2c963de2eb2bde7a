"""``actors remove``: documents out of a study."""

from __future__ import annotations

from pathlib import Path

import click

from actors.cli import completion
from actors.cli.options import study_argument

EPILOG = """\b
Examples:
  actors remove output/ reports/retracted.txt
  actors remove output/study.duckdb retracted.txt draft.docx
"""


@click.command("remove", epilog=EPILOG)
@study_argument
@click.argument("documents", nargs=-1, required=True, shell_complete=completion.documents)
def command(study: Path, documents: tuple[str, ...]) -> None:
    """Take DOCUMENTS out of STUDY, with everything that only they supported.

    The rest is what it would be without them; `actors diff STUDY` shows what changed. A
    document that is still in a folder comes back when that folder is built again.
    """
    from actors.study import open_study

    for warning in open_study(study).remove(documents):
        click.echo(f"Warning: {warning}", err=True)
    click.echo(f"Removed {len(documents)} from {study}.")
