"""``actors timeline``: measures, a pair, or ties, period by period."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli import completion
from actors.cli.command import Command
from actors.cli.levels import level as chosen
from actors.cli.levels import level_options
from actors.cli.options import Plugin, format_option, study_argument, top_option
from actors.cli.screen import note
from actors.names import SHOWN_LAYERS

if TYPE_CHECKING:
    from actors.network.slices import Period
    from actors.store import Store

EPILOG = """\b
Examples:
  actors timeline output/                 # who is written of, and when
  actors timeline output/ --actor Taliban --actor Russia --changes
  actors timeline output/ --measure betweenness --period 5/2 --format csv
  actors timeline output/ --between Taliban Russia
  actors timeline output/ --ties --period week --top 10
  actors export output/ --format gexf   # for Gephi's timeline
"""


@click.command("timeline", cls=Command, epilog=EPILOG)
@study_argument
@click.option(
    "--actor",
    "actors",
    multiple=True,
    metavar="NAME",
    shell_complete=completion.actors,
    help="This actor. May be repeated.",
)
@click.option(
    "--between",
    nargs=2,
    metavar="NAME NAME",
    shell_complete=completion.actors,
    help="What is reported of these two, by sign.",
)
@click.option("--ties", is_flag=True, help="Which pairs are reported first and last, and when.")
@click.option(
    "--period",
    "periods",
    multiple=True,
    metavar="LENGTH",
    help="day, week, month, quarter, year; 30/7 for a window of 30 days that moves by 7; or "
    "FROM..TO, repeated. Default: the shortest with 31 periods at most.",
)
@click.option(
    "--measure",
    "measures",
    multiple=True,
    type=Plugin("measures"),
    help="These measures (default: strength). May be repeated.",
)
@click.option("--changes", is_flag=True, help="Also the periods at which the rate changes.")
@click.option(
    "--layer",
    type=click.Choice(SHOWN_LAYERS),
    default=None,
    help="Ties that count (default: cooccurrence; with --between, stated).",
)
@click.option(
    "--ended-after",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="PERIODS",
    help="With --ties: a tie has ended if it is missing from so many last periods.",
)
@top_option(what="Only the first N (default: 6 actors; with --ties 30, in CSV and JSON all).")
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="With --changes: the same seed gives the same p.",
)
@format_option
@level_options
def command(
    study: Path,
    actors: tuple[str, ...],
    between: tuple[str, ...] | None,
    ties: bool,
    periods: tuple[str, ...],
    measures: tuple[str, ...],
    changes: bool,
    layer: str | None,
    ended_after: int,
    top: int | None,
    seed: int,
    format: str,
    level: str,
    on: datetime | None,
    private: bool,
) -> None:
    """Show how the network of STUDY changes over time.

    Each period has a network of its own, of what happened in it: the day is the one the text
    gives, else that of the document. What is known only to the month or year counts in
    periods of that length. A change is a period from which on more or fewer stories tell of an
    actor or a pair. It is tested against shuffled periods (p up to 0.05). Each series is tested
    on its own: of twenty, one may change by chance.
    """
    from actors.analysis.periods import chosen_periods
    from actors.analysis.whole import whole
    from actors.cli import timelines
    from actors.cli.named import found
    from actors.cli.printed import show
    from actors.cli.progress import working
    from actors.study import open_study

    if (bool(actors) or bool(measures)) + bool(between) + ties > 1:
        raise click.UsageError("choose one of --actor and --measure, --between, or --ties")
    opened, layer = open_study(study), layer or ("stated" if between else "cooccurrence")
    with opened.store() as store:
        wanted, pair = found(store, actors), found(store, between or ())
        slices = chosen_periods(store, periods)
        _warn(store, slices)
        with working("Going through the periods"):
            graph = whole(store, opened.rules(), layer, **chosen(level, on, private))
            if pair:
                shown = timelines.pair(store, graph, pair, slices, changes, layer, seed)
            elif ties:
                shown = timelines.lives(store, graph, slices, ended_after, top, layer)
            else:
                measured = measures or ("strength",)
                keys = [one.key for one in wanted]
                asked = timelines.TimelineRequest(keys, measured, top, changes, seed)
                shown = timelines.measured(store, graph, slices, asked, layer)
    show(shown, format)


def _warn(store: Store, slices: list[Period]) -> None:
    """Say on stderr what is left out.

    Raises:
        NotFound: no document has a date
        SettingsError: there is no period
    """
    from actors.analysis.periods import span
    from actors.errors import SettingsError
    from actors.store.holdings import coverage, undated

    span(store)
    missing = undated(store)
    if missing:
        note(f"{missing} of {coverage(store).documents} documents have no date and are left out")
    if not slices:
        raise SettingsError("no window of so many days lies within those of the documents")
