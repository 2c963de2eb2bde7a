"""``actors extract``: what each document says, for other programs."""

from __future__ import annotations

from typing import TextIO

import click

from actors.cli.options import parse_columns, reading_options, settings

EPILOG = """\b
Examples:
  actors extract seeds/ --to jsonl > readings.jsonl
  actors extract gold.jsonl --metonymy literal -o predictions.jsonl
"""


@click.command("extract", epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="DOCUMENTS...")
@click.option(
    "--to",
    "format",
    type=click.Choice(["jsonl"]),
    default="jsonl",
    show_default=True,
    help="Format: a JSON object for each document (docs/format.md).",
)
@click.option(
    "-o",
    "--output",
    type=click.File("w", encoding="utf-8", lazy=True),
    default="-",
    help="File to write (default: standard output).",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
@reading_options
def command(
    paths: tuple[str, ...],
    format: str,
    output: TextIO,
    quiet: bool,
    model: str,
    recogniser: bool,
    metonymy: str,
    recall: bool,
    columns: tuple[str, ...],
    languages: tuple[str, ...],
    engine: str,
    workers: int | None,
) -> None:
    """Write the mentions, actors and relations of each document, read alone.

    Documents that can't be read are listed on standard error, and the rest go on.
    """
    from actors.cli.progress import progress_bars
    from actors.export.jsonl import lines
    from actors.study import readings

    with progress_bars(quiet=quiet) as progress:
        found = readings(
            paths,
            settings(model, recogniser, metonymy, recall),
            engine=engine,
            workers=workers,
            columns=parse_columns(columns),
            languages=languages,
            skipped=lambda item: click.echo(f"skipped {item.name}: {item.reason}", err=True),
            progress=progress,
        )
        for line in lines(found):
            output.write(line + "\n")
