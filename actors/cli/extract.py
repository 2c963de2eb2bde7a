"""``actors extract``: what each document says, for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any, TextIO

import click

from actors.cli.command import Command
from actors.cli.options import parse_columns, reading_options, settings
from actors.cli.screen import is_terminal
from actors.cli.tables import Table, dates, words

if TYPE_CHECKING:
    from actors.types import Document, Extract

EPILOG = """\b
Examples:
  actors extract seeds/01-afghan-troops-cross.txt
  actors extract seeds/ --metonymy literal -o readings.jsonl
"""


@click.command(
    "extract",
    cls=Command,
    epilog=EPILOG,
    stopped="Documents already written are whole; run the same command again to have them all.",
)
@click.argument("paths", nargs=-1, required=True, metavar="DOCUMENTS...")
@click.option(
    "--format",
    type=click.Choice(["table", "csv", "json", "jsonl"]),
    default=None,
    help="jsonl has an object for each document (docs/format.md), json a list of them; table and "
    "csv have only the relations. Default: table on a terminal, else jsonl.",
)
@click.option(
    "-o",
    "--output",
    type=click.File("w", encoding="utf-8", lazy=True),
    default="-",
    help="File to write (default: standard output).",
)
@reading_options
def command(
    paths: tuple[str, ...],
    format: str | None,
    output: TextIO,
    model: str,
    recogniser: bool,
    metonymy: str,
    recall: bool,
    columns: tuple[str, ...],
    languages: tuple[str, ...],
    engine: str,
    workers: int | None,
) -> None:
    """Write what each document says, for other programs.

    These are its mentions, actors and relations; every document is read alone, and no study
    is made. Documents that can't be read are listed on standard error, and the rest go on.
    """
    from actors.cli.progress import progress_bars
    from actors.cli.screen import warn
    from actors.study import readings

    with progress_bars() as progress, redirect_stdout(output):
        found = readings(
            paths,
            settings(model, recogniser, metonymy, recall),
            engine=engine,
            workers=workers,
            columns=parse_columns(columns),
            languages=languages,
            skipped=lambda item: warn(f"skipped {item.name}: {item.reason}"),
            progress=progress,
        )
        _print(found, format or ("table" if is_terminal() else "jsonl"))


def _print(found: Iterable[tuple[Document, Extract]], format: str) -> None:
    from actors.cli.printed import Printed, print_json, show
    from actors.cli.screen import visible_json
    from actors.export.jsonl import lines, to_record

    if format == "jsonl":
        for line in lines(found):
            click.echo(visible_json(line))
    elif format == "json":
        print_json([to_record(*reading) for reading in found])
    else:
        rows = [row for reading in found for row in _relations(to_record(*reading))]
        show(Printed(_table(rows), rows), format)


def _relations(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    names = {actor["id"]: actor["name"] for actor in record["actors"]}
    for one in record["relations"]:
        start, end = one["evidence"]
        ends = {"source": names[one["source"]], "target": names[one["target"]]}
        said = {name: one[name] or "" for name in ("modality", "speaker", "date")}
        yield {
            "document": record["id"],
            **ends,
            "type": one["type"],
            "sign": one["sign"],
            "negated": "yes" if one["negated"] else "",
            **said,
            "text": " ".join(record["text"][start:end].split()),
        }


def _table(rows: list[dict[str, Any]]) -> Table:
    columns = [
        *words("source"),
        *dates("type"),
        *words("target", "how", "sentence"),
    ]
    return Table(
        columns,
        [(row["source"], row["type"], row["target"], _how(row), row["text"]) for row in rows],
    )


def _how(row: dict[str, Any]) -> str:
    from actors.cli.evidence import how

    return how(row)
