"""``actors read-shards``: read shards of documents, or a share of them, on any machine."""

from __future__ import annotations

import click

from actors.cli.command import Command
from actors.cli.options import engine_options, format_option

EPILOG = """\b
Examples:
  actors read-shards shards/
  actors read-shards shards/ --part 1/1 --engine local
"""


@click.command(
    "read-shards",
    cls=Command,
    epilog=EPILOG,
    stopped="What was read so far is kept in {place}; run the same command again to go on.",
)
@click.argument("place", metavar="PLACE")
@click.option(
    "--part",
    default="1/1",
    show_default=True,
    metavar="N/OF",
    help="Which share of the shards, as in 3/10: for the tasks of a batch system.",
)
@format_option
@engine_options
def command(
    place: str, part: str, format: str, engine: str, workers: int | None, address: str | None
) -> None:
    """Read the shards in PLACE; what they say is left there.

    The settings are those that `actors shard` was given. A shard that has been read is not read
    again, so you can repeat the command, and shares may overlap.
    """
    from actors.cli.printed import tell
    from actors.cli.progress import progress_bars
    from actors.cli.screen import warn
    from actors.store.places import ShardFolder
    from actors.study.sharding import read_shards
    from actors.types import Skipped

    spread = {"name": engine, "workers": workers, "address": address}
    read = 0
    with progress_bars() as progress:
        for one in read_shards(ShardFolder(place), parse_share(part), spread):
            if isinstance(one, Skipped):
                warn(f"skipped {one.name}: {one.reason}")
            read += not isinstance(one, Skipped)
            progress("extract", read, None)
    tell(f"{read:,} documents read", {"documents": read, "place": place}, format)


def parse_share(text: str) -> tuple[int, int]:
    """Which of how many shares.

    >>> parse_share("3/10")
    (3, 10)
    """
    number, _, of = text.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise click.BadParameter(f"{text!r}: write it as N/OF, as in 3/10", param_hint="--part")
    return int(number), int(of)
