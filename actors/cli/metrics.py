"""``actors metrics``: a table of measures."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli.command import Command
from actors.cli.frames import print_frame
from actors.cli.levels import level as chosen
from actors.cli.levels import level_options
from actors.cli.options import Plugin, format_option, study_argument, top_option
from actors.names import LAYERS
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.analysis.networks import Levels

EPILOG = """\b
Examples:
  actors metrics output/ --top 10
  actors metrics output/ --measure all
  actors metrics output/ --layer stated --measure in_degree --measure pagerank
  actors metrics output/ --level state --on 2021-07-14
  actors metrics output/ --intervals --measure betweenness --top 10
  actors metrics output/ --format csv > measures.csv
  actors metrics output/ --weight npmi --measure strength
  actors metrics output/ --sensitivity   # ranks with another backbone
  actors metrics output/ --groups        # all countries as one actor ...
"""

WEIGHTS = ("count", "decay", "pmi", "npmi", "log_likelihood", "jaccard", "cosine")
_ABOUT = ("name", "kind", "subtype")
_SHOWN = ("strength", "betweenness", "pagerank")
"""Measures of the table; CSV and JSON have them all, ``--measure`` any."""
ALL = "all"


@click.command("metrics", cls=Command, epilog=EPILOG)
@study_argument
@click.option("--layer", type=click.Choice(LAYERS), default=None, help="Measure one layer alone.")
@click.option(
    "--measure",
    "measures",
    multiple=True,
    type=Plugin("measures", ALL),
    help="This measure, or all; explain-measure says what each means. May be repeated. Default: "
    "strength, betweenness and pagerank; in CSV and JSON all.",
)
@format_option
@top_option(what="Only the first N actors.")
@click.option("--intervals", is_flag=True, help="With 95 % intervals on measures and ranks.")
@click.option(
    "--replicates",
    type=click.IntRange(min=40),
    default=500,
    show_default=True,
    help="With --intervals: corpora to draw from the stories.",
)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="With --intervals: the same seed draws the same corpora.",
)
@click.option(
    "--weight",
    type=click.Choice(WEIGHTS),
    default="count",
    show_default=True,
    help="What a co-occurrence weighs: sentences, sentences that fade with distance, or how much "
    "more often than by chance.",
)
@click.option(
    "--scale",
    type=click.FloatRange(min=0, min_open=True),
    default=1.0,
    show_default=True,
    help="With --weight decay: sentences after which a meeting counts a third.",
)
@click.option("--sensitivity", is_flag=True, help="Show how ranks move with the backbone.")
@click.option("--groups", is_flag=True, help="Show how central all of a kind are as one.")
@level_options
def command(
    study: Path,
    layer: str | None,
    measures: tuple[str, ...],
    format: str,
    top: int | None,
    intervals: bool,
    replicates: int,
    seed: int,
    weight: str,
    scale: float,
    sensitivity: bool,
    groups: bool,
    level: str,
    on: datetime | None,
    private: bool,
) -> None:
    """Print centralities of actors, the strongest first.

    Without --layer, measures are those of co-occurrence; a measure that needs a direction or a
    sign is that of stated relations. With --intervals the corpus is drawn anew from its stories
    many times: "2 (1-4)" is the second place, which might as well be the first to the fourth.
    """
    from actors.cli.progress import working
    from actors.cli.screen import note
    from actors.study import open_study

    rolled = chosen(level, on, private)
    if intervals + sensitivity + groups > 1:
        raise click.UsageError("--intervals, --sensitivity and --groups are three tables: take one")
    if weight != "count" and (intervals or level != "person" or layer not in (None, LAYERS[0])):
        raise click.UsageError(
            "--weight is of co-occurrence between the actors named: it goes without --intervals, "
            "--level and another --layer"
        )
    if sensitivity or groups:
        with working("Measuring"):
            whole = _whole(_graph(study, layer, weight, scale, rolled), groups)
        if format == "table" and sensitivity:
            whole["backbone"] = (whole["backbone"] + " " + whole.pop("setting")).str.strip()
        print_frame(whole, format, ("group", "backbone", "setting"))
        return
    if intervals:
        names = _chosen(measures, format) if ALL in measures else measures or _SHOWN[:2]
        _print_intervals(study, names, format, top, layer, replicates, seed, rolled)
        return
    with working("Measuring"):
        if weight == "count":
            table = open_study(study).measures(layer, _chosen(measures, format), **rolled)
        else:
            table = _weighed(study, layer, weight, scale, _chosen(measures, format))
    for each in table.attrs.get("notes", []):
        note(each)
    _print(table.head(top) if top else table, format)


def _chosen(measures: Sequence[str], format: str) -> Sequence[str]:
    """The measures asked for; if none is, three on screen and all for programs."""
    from actors.names import MEASURES

    if ALL in measures or (not measures and format != "table"):
        return MEASURES
    return measures or _SHOWN


def _print(table: pd.DataFrame, format: str) -> None:
    if format == "table":
        print_frame(table.drop(columns="subtype"), format, _ABOUT)
    else:
        print_frame(table.reset_index(names="key"), format, ("key", *_ABOUT))


def _graph(
    study: Path, layer: str | None, weight: str, scale: float, rolled: Levels
) -> nx.MultiDiGraph[Key]:
    """The network to look at as a whole: co-occurrence, if no layer is named."""
    from actors.analysis.sensitivity import weighed
    from actors.study import open_study

    opened = open_study(study)
    if weight == "count":
        return opened.graph(layer or LAYERS[0], **rolled)
    with opened.store() as store:
        return weighed(store, opened.rules(), weight, scale=scale)


def _whole(graph: nx.MultiDiGraph[Key], groups: bool) -> pd.DataFrame:
    from actors.analysis.sensitivity import sensitivity
    from actors.measures.groups import group_table

    return group_table(graph).reset_index() if groups else sensitivity(graph)


def _weighed(
    study: Path, layer: str | None, weight: str, scale: float, names: Sequence[str]
) -> pd.DataFrame:
    """Measures with another weight of co-occurrence; those of stated relations as ever."""
    from actors.analysis.measuring import measure_table
    from actors.analysis.sensitivity import weighed
    from actors.study import open_study

    opened = open_study(study)
    with opened.store() as store:
        graphs = {LAYERS[0]: weighed(store, opened.rules(), weight, scale=scale)}
    if layer is None:
        graphs[LAYERS[1]] = opened.graph(LAYERS[1])
    return measure_table(graphs, names)


def _print_intervals(
    study: Path,
    measures: Sequence[str],
    format: str,
    top: int | None,
    layer: str | None,
    replicates: int,
    seed: int,
    rolled: Levels,
) -> None:
    from actors.cli.intervals import print_first, print_intervals
    from actors.cli.progress import progress_bars
    from actors.cli.screen import is_quiet
    from actors.study import open_study

    watched = format == "table" and sys.stderr.isatty() and not is_quiet()
    early = partial(print_first, measures=measures, top=top, replicates=replicates)
    with progress_bars() as progress:
        table = open_study(study).uncertainty(
            measures,
            layer=layer,
            replicates=replicates,
            seed=seed,
            progress=progress,
            first=early if watched else None,
            **rolled,
        )
    print_intervals(table.head(top) if top else table, measures, format)
