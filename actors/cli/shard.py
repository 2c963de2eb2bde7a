"""``actors shard``: documents as files that other machines can read."""

from __future__ import annotations

from pathlib import Path

import click

from actors.cli.command import Command
from actors.cli.options import document_options, format_option, parse_columns, settings

EPILOG = """\b
Examples:
  actors shard seeds/ -o shards/
  actors read-shards shards/ --part 1/1
  actors build --from-shards shards/ -o output/
"""


@click.command("shard", cls=Command, epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="DOCUMENTS...")
@click.option(
    "-o",
    "--output",
    default="shards",
    show_default=True,
    metavar="PLACE",
    help="A folder, or an object store as in s3://bucket/shards.",
)
@click.option(
    "--known",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="A list of known actors: CSV, or FollowTheMoney entities as JSON lines.",
)
@format_option
@document_options
def command(
    paths: tuple[str, ...],
    output: str,
    known: Path | None,
    format: str,
    model: str,
    recogniser: bool,
    metonymy: str,
    recall: bool,
    ontology: Path | None,
    seconds: int,
    columns: tuple[str, ...],
    languages: tuple[str, ...],
) -> None:
    """Write DOCUMENTS as shards, for other machines to read.

    Each shard is a Parquet file of some documents. `actors read-shards` reads them, on as many
    machines as you like; `actors build --from-shards` makes the study.
    """
    from actors.cli.printed import tell
    from actors.cli.progress import progress_bars
    from actors.cli.screen import warn
    from actors.study.sharding import shard

    chosen = settings(model, recogniser, metonymy, recall, ontology, seconds)
    with progress_bars() as progress:
        made = shard(
            paths,
            output,
            chosen,
            columns=parse_columns(columns),
            languages=languages,
            known=known,
            skipped=lambda item: warn(f"skipped {item.name}: {item.reason}"),
            progress=progress,
        )
    tell(f"{made:,} shards in {output}", {"shards": made, "place": output}, format)
