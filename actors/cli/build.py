"""``actors build``: documents to a study and its page."""

from __future__ import annotations

from pathlib import Path

import click

from actors.cli.command import Command
from actors.cli.options import format_option, parse_columns, reading_options, settings

EPILOG = """\b
Examples:
  actors build seeds/ -o output/
  actors build 'seeds/0[1-4]*.txt' seeds/07-refugees-in-badakhshan.md -o four/
  cat seeds/01-afghan-troops-cross.txt | actors build - -o one/ --quiet

Tables (CSV, JSONL, Parquet) hold a document in each row; say where its fields are, as in
--column text=body --column date=day.
"""


@click.command(
    "build",
    cls=Command,
    epilog=EPILOG,
    stopped="What was read so far is kept in {output}; run the same command again to go on.",
)
@click.argument("paths", nargs=-1, metavar="DOCUMENTS...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output"),
    show_default=True,
    help="Folder of the study.",
)
@click.option(
    "--window",
    default="sentence",
    show_default=True,
    help="What occurs together: sentence, paragraph, document, or a number of sentences.",
)
@click.option(
    "--known",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="A list of known actors: CSV, or FollowTheMoney entities as JSON lines.",
)
@click.option(
    "--shards",
    metavar="PLACE",
    default=None,
    help="A folder or an object store that all workers reach, to hand them documents.",
)
@click.option(
    "--from-shards",
    metavar="PLACE",
    default=None,
    help="Go on from shards that were read elsewhere (actors shard, actors read-shards).",
)
@click.option("--fresh", is_flag=True, help="Start over, even if there is a study.")
@format_option
@reading_options
def command(
    paths: tuple[str, ...],
    output: Path,
    window: str,
    known: Path | None,
    shards: str | None,
    from_shards: str | None,
    fresh: bool,
    format: str,
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
    """Read DOCUMENTS into a study with its page and tables.

    DOCUMENTS are files, folders (read with all that is in them), globs, or - for standard
    input, in any format that `actors formats` lists. What an earlier run has read is not read
    again; new documents are added, changed ones replaced. --quiet leaves out the summary, too.
    """
    from actors.cli.progress import progress_bars
    from actors.cli.screen import is_quiet
    from actors.cli.summary import print_summary
    from actors.study.request import Request
    from actors.study.study import carry_out

    request = Request(
        paths,
        output,
        settings(model, recogniser, metonymy, recall, ontology, seconds, window),
        parse_columns(columns),
        languages,
        known,
        engine,
        workers,
        address,
        shards,
        from_shards,
    )
    if bool(paths) == bool(from_shards):
        raise click.UsageError("name either DOCUMENTS or --from-shards PLACE")
    with progress_bars() as progress:
        built = carry_out(request, fresh=fresh, progress=progress)
    if not is_quiet():
        print_summary(built, format)
