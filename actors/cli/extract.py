"""``actors extract``: what each document says, for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from actors.cli.command import Command
from actors.cli.options import parse_columns, reading_options, settings
from actors.cli.screen import is_terminal
from actors.cli.tables import ScreenTable, words

if TYPE_CHECKING:
    from actors.types import Document, Extract, ReadingRecord

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
    ontology: Path | None,
    seconds: int,
    columns: tuple[str, ...],
    languages: tuple[str, ...],
    engine: str,
    workers: int | None,
    address: str | None,
) -> None:
    """Write what each document says, for other programs.

    These are its mentions, actors and relations; every document is read alone, and no study
    is made. Documents that can't be read are listed on standard error, and the rest go on.
    """
    from actors.cli.progress import progress_bars
    from actors.cli.screen import warn
    from actors.export.jsonl import to_record
    from actors.study import readings

    with redirect_stdout(output):
        chosen = format or ("table" if is_terminal() else "jsonl")
        with progress_bars(beside=chosen == "jsonl") as progress:
            found = readings(
                paths,
                settings(model, recogniser, metonymy, recall, ontology, seconds),
                engine=engine,
                workers=workers,
                address=address,
                columns=parse_columns(columns),
                languages=languages,
                skipped=lambda item: warn(f"skipped {item.name}: {item.reason}"),
                progress=progress,
            )
            if chosen == "jsonl":
                _print_lines(found)
                return
            records = [to_record(*reading) for reading in found]
        _print(records, chosen)


def _print_lines(found: Iterable[tuple[Document, Extract]]) -> None:
    from actors.cli.screen import visible_json
    from actors.export.jsonl import lines

    for line in lines(found):
        click.echo(visible_json(line))


def _print(records: list[ReadingRecord], format: str) -> None:
    from actors.cli.printed import Printed, print_csv, print_json, show

    rows = [row for record in records for row in _relations(record)]
    if format == "json":
        print_json(records)
    elif format == "csv":
        print_csv(rows, _COLUMNS)
    elif is_terminal():
        _print_blocks(rows)
    else:
        cells = [[row[name] for name in _COLUMNS] for row in rows]
        show(Printed(ScreenTable(words(*_COLUMNS), cells), rows), format)


def _print_blocks(rows: list[dict[str, str]]) -> None:
    """Each relation with its sentence, for people."""
    from actors.cli.evidence import how
    from actors.cli.screen import line, say

    last = ""
    for row in rows:
        if row["document"] != last:
            last = row["document"]
            say(line(last), "bold")
        meant = f" ({how(row)})" if how(row) else ""
        say(line(f"{row['source']} -- {row['type']} --> {row['target']}{meant}"), indent=2)
        say(line(row["sentence"]), "dim", indent=4, hang=0)


_COLUMNS = (
    *("document", "source", "target", "type", "sign", "negated", "modality", "speaker", "date"),
    "sentence",
)


def _relations(record: ReadingRecord) -> Iterator[dict[str, str]]:
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
            "sentence": " ".join(record["text"][start:end].split()),
        }
