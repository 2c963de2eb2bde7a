"""``actors list``: actors, documents or ties, with filters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actors.cli import completion
from actors.cli.command import Command
from actors.cli.options import filter_options, format_option, study_argument, top_option

if TYPE_CHECKING:
    import pandas as pd


EPILOG = """\b
Examples:
  actors list output/                                  # actors
  actors list output/ actors --kind person --sign negative
  actors list output/ documents --source "Sample Wire"
  actors list output/ ties --type accuse --type threaten
  actors list output/ ties --period 2021-07-12.. --min-weight 2 --format csv
"""
WHAT = ("actors", "documents", "ties")
OF_TIES = ("kinds", "types", "signs", "layers", "min_weight")
_TOP = 30


@click.command("list", cls=Command, epilog=EPILOG)
@study_argument
@click.argument("what", type=click.Choice(WHAT), default="actors")
@filter_options
@click.option(
    "--type", "types", multiple=True, metavar="TYPE", help="Ties of this type. May be repeated."
)
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="NAME",
    shell_complete=completion.sources,
    help="What documents of this outlet say. May be repeated.",
)
@top_option(what=f"Only the first N (default: {_TOP} on a terminal, else all).")
@format_option
def command(
    study: Path, what: str, period: str | None, top: int | None, format: str, **asked: Any
) -> None:
    """List actors, documents or ties that fit your filters.

    Actors come with the most mentioned first, documents by name, ties with the strongest
    first. A filter of ties keeps, in a list of actors, those who have such a tie.
    """
    from actors.analysis.periods import parse_period
    from actors.cli.frames import print_rows
    from actors.cli.progress import working
    from actors.frames import listing
    from actors.study import open_study

    _check(study, what, asked)
    days = parse_period(period) if period else None
    with working("Listing"):
        opened, criteria = open_study(study), listing.Criteria(period=days, **asked)
        lister = getattr(listing, f"list_{what}")
        with opened.store() as store:
            found: pd.DataFrame = lister(store, opened.rules(), criteria)
    print_rows(found, _SHOWN[what], format, top, _TOP)


_SHOWN = {
    "actors": ("name", "kind", "mentions", "documents"),
    "documents": ("name", "published", "source", "mentions"),
    "ties": ("source", "says", "target", "sign", "weight", "first", "last"),
}
"""Columns of the table; CSV and JSON have them all."""


def _check(study: Path, what: str, asked: dict[str, object]) -> None:
    if str(study) in WHAT and not study.exists():
        raise click.UsageError(f"the study comes first: actors list output/ {study}")
    given = [name for name in OF_TIES if asked[name]]
    if what == "documents" and given:
        option = given[0].removesuffix("s").replace("_", "-")
        raise click.UsageError(
            f"--{option} is of actors or ties: documents have a source and a day"
        )
