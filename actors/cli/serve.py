"""``actors serve``: the desk for others on this machine, or for a program that asks it."""

from __future__ import annotations

from pathlib import Path

import click

from actors.cli.command import Command
from actors.cli.desk import STOPPED, port_option, serve
from actors.cli.options import format_option, study_argument

EPILOG = """\b
Examples:
  actors serve output/ --read-only
  actors serve output/ --read-only --port 8765 --format json
"""


@click.command("serve", cls=Command, epilog=EPILOG, stopped=STOPPED)
@study_argument
@port_option
@click.option("--read-only", is_flag=True, help="Show everything, change nothing.")
@format_option
def command(study: Path, port: int, read_only: bool, format: str) -> None:
    """Show STUDY to a browser, or to a program as JSON.

    A program sends the token of the address as "Authorization: Bearer TOKEN" and asks under
    /api/; /api/openapi.json says what there is.
    """
    serve(study, port, format, read_only=read_only)
