"""``actors formats``: which files are read, and what that takes."""

from __future__ import annotations

import click

from actors.cli.command import Command
from actors.cli.options import format_option

EPILOG = """\b
Examples:
  actors formats
  actors formats --format csv > formats.csv
"""


@click.command("formats", cls=Command, epilog=EPILOG)
@format_option
def command(format: str) -> None:
    """List the formats that are read.

    A row says the suffixes of a format, what becomes a document, and whether all that the format
    needs is installed. A file with another suffix, or none, is read by its content.
    """
    import pandas as pd

    from actors.cli.frames import print_frame
    from actors.formats import listing

    frame = pd.DataFrame(listing())
    print_frame(frame, format, words=frame.columns)
