"""``actors explain``: why a relation is read in a sentence, or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli.command import Command
from actors.cli.options import format_option

if TYPE_CHECKING:
    from actors.types import Document

EPILOG = """\b
Examples:
  actors explain "Peru denied that it had accused Chile."
  actors explain --document seeds/03-taliban-in-moscow.txt
  actors explain --document seeds/08-joint-drills.txt --format csv > why.csv
"""


@click.command("explain", cls=Command, epilog=EPILOG)
@click.argument("text", required=False)
@click.option(
    "--document",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="A document to explain instead of TEXT.",
)
@click.option("--recall", is_flag=True, help="Explain what the less certain tier reads, too.")
@format_option
def command(text: str | None, document: Path | None, recall: bool, format: str) -> None:
    """Tell why relations are read in TEXT, or not.

    A row is a statement between two actors that the rules or the network consider. It says which
    rule reads it, how likely the network finds it, how likely it is by both (confidence), how
    likely it has to be, and whether it is read. No study is made or needed.
    """
    import pandas as pd

    from actors.cli.frames import print_frame
    from actors.extract import explain
    from actors.languages.explanation import ExplainedStatement
    from actors.types import Settings

    if (text is None) == (document is None):
        raise click.UsageError("Give either a text in quotation marks, or --document FILE.")
    settings = Settings(recall=recall)
    rows = [row for one in _documents(text, document) for row in explain(one, settings)]
    frame = pd.DataFrame(rows, columns=list(ExplainedStatement._fields))
    words = ("sentence", "source", "type", "target", "modality", "rule", "why")
    shown = [name for name in frame.columns if name != "sentence" or format != "table"]
    print_frame(frame[shown], format, words=[name for name in words if name in shown])


def _documents(text: str | None, path: Path | None) -> Iterator[Document]:
    from actors.cli.screen import warn
    from actors.readers import read
    from actors.types import Document, Skipped

    if path is None:
        yield Document("text", text or "")
        return
    for item in read([path]):
        if isinstance(item, Skipped):
            warn(f"skipped {item.name}: {item.reason}")
        else:
            yield item
