"""``actors desk``: read, judge and correct in the browser."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli.command import Command
from actors.cli.options import format_option, study_argument

if TYPE_CHECKING:
    from collections.abc import Callable

EPILOG = """\b
Examples:
  actors desk output/
  actors desk output/ --by "A. Analyst" --no-open
"""
STOPPED = "What you decided is kept in curation.yaml; run the same command again to go on."

port_option = click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="A port of this machine (default: free).",
)


@click.command("desk", cls=Command, epilog=EPILOG, stopped=STOPPED)
@study_argument
@port_option
@click.option("--by", default="", help="Who decides; asked for on the screen if left out.")
@click.option("--open/--no-open", "opened", default=True, help="Open the browser.")
@format_option
def command(study: Path, port: int, by: str, opened: bool, format: str) -> None:
    """Read, judge and correct STUDY in the browser.

    The address that is printed has a token: who opens it may decide. What you decide is written
    to curation.yaml at once. Ctrl-C ends the desk.
    """
    serve(study, port, format, by=by, opened=click.launch if opened else None)


def serve(
    study: Path,
    port: int,
    format: str,
    *,
    by: str = "",
    read_only: bool = False,
    opened: Callable[[str], object] | None = None,
) -> None:
    """Serve a study until it is stopped; tell the address first.

    Args:
        study: the file or folder
        port: of this machine; any that is free if 0
        format: in which the address is told
        by: who decides
        read_only: refuse every change
        opened: is called with the address

    Raises:
        SettingsError: the server's libraries are not installed, or the port is taken
    """
    from actors.cli.printed import print_facts
    from actors.cli.screen import note
    from actors.errors import SettingsError
    from actors.study import open_study

    try:
        from actors.desk import serving
        from actors.desk.desk import Desk
    except ModuleNotFoundError as error:
        raise SettingsError(
            f"the review desk needs {error.name}: pip install 'actor-networks[desk]'"
        ) from error

    def tell(address: str) -> None:
        token = address.rpartition("token=")[2]
        print_facts({"address": address, "token": token}, address, format)
        sys.stdout.flush()  # it may be a pipe, and nothing more comes for a while
        note("Ctrl-C ends it.")
        if opened:
            opened(address)

    serving.serve(Desk(open_study(study), by=by, read_only=read_only), port, tell)
