"""``actors remove``: documents out of a study."""

from __future__ import annotations

from pathlib import Path

import click

from actors.cli import completion
from actors.cli.command import Command
from actors.cli.options import format_option, study_argument

EPILOG = """\b
Examples:
  actors remove output/ seeds/09-shoigu-in-dushanbe.txt
  actors remove output/ 07-refugees-in-badakhshan.md 08-joint-drills.txt
"""


@click.command(
    "remove",
    cls=Command,
    epilog=EPILOG,
    stopped="See with `actors list documents {study}` whether they are still there, and run the "
    "same command again if they are.",
)
@study_argument
@click.argument("documents", nargs=-1, required=True, shell_complete=completion.documents)
@format_option
def command(study: Path, documents: tuple[str, ...], format: str) -> None:
    """Take DOCUMENTS out, with all that only they supported.

    The rest is what it would be without them; `actors diff STUDY` shows what changed. A
    document that is still in a folder comes back when that folder is built again.
    """
    from actors.cli.printed import print_facts
    from actors.cli.progress import working
    from actors.cli.screen import warn
    from actors.study import open_study

    with working("Removing"):
        warnings = open_study(study).remove(documents)
    for warning in warnings:
        warn(warning)
    several = "s" if len(documents) > 1 else ""
    said = f"Removed {len(documents)} document{several} from {study}."
    print_facts({"study": str(study), "removed": len(documents)}, said, format)
