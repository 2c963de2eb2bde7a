"""``actors metrics``: a table of measures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actors.cli.options import level as chosen
from actors.cli.options import level_options, study_argument
from actors.plugins import names
from actors.study.names import LAYERS

if TYPE_CHECKING:
    import pandas as pd

EPILOG = """\b
Examples:
  actors metrics output/
  actors metrics output/study.duckdb --layer stated --measure in_degree --measure pagerank
  actors metrics output/ --level state --on 2021-07-14
  actors metrics output/ --intervals --measure betweenness --top 10
  actors metrics output/ --format csv > measures.csv
"""

SHOWN = (
    *("degree", "strength", "betweenness", "closeness", "eigenvector", "pagerank"),
    *("in_strength", "out_strength"),
)
"""Measures of the table on screen; CSV and JSON have them all, ``--measure`` any."""


@click.command("metrics", epilog=EPILOG)
@study_argument
@click.option("--layer", type=click.Choice(LAYERS), default=None, help="Measure one layer alone.")
@click.option(
    "--measure",
    "measures",
    multiple=True,
    type=click.Choice(names("measures")),
    help="Only these measures. May be repeated.",
)
@click.option(
    "--format",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="How to print.",
)
@click.option("--top", type=click.IntRange(min=1), default=None, help="Only the first N actors.")
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
    level: str,
    on: datetime | None,
    private: bool,
) -> None:
    """Print centralities of the actors of STUDY, the strongest first.

    Without --layer, measures are taken on co-occurrence, but those that need a direction or a
    sign on stated relations. With --intervals the corpus is drawn anew from its stories
    many times over: "2 (1-4)" is the second place, which might as well be first to fourth.
    """
    from actors.study import open_study
    from actors.study.names import MEASURES

    rolled = chosen(level, on, private)
    if intervals:
        names = measures or ("strength", "betweenness")
        _print_intervals(study, names, format, top, layer, replicates, seed, rolled)
        return
    usual = SHOWN if format == "table" else MEASURES
    table = open_study(study).measures(layer, measures or usual, **rolled)
    if top:
        table = table.head(top)
    for note in table.attrs.get("notes", []):
        click.echo(f"Note: {note}", err=True)
    {"table": _print_table, "csv": _print_csv, "json": _print_json}[format](table)


def _print_intervals(
    study: Path,
    measures: Sequence[str],
    format: str,
    top: int | None,
    layer: str | None,
    replicates: int,
    seed: int,
    rolled: dict[str, Any],
) -> None:
    from actors.cli.intervals import print_intervals
    from actors.cli.progress import progress_bars
    from actors.study import open_study

    with progress_bars() as progress:
        table = open_study(study).uncertainty(
            measures, layer=layer, replicates=replicates, seed=seed, progress=progress, **rolled
        )
    print_intervals(table.head(top) if top else table, measures, format)


def _print_table(measures: pd.DataFrame) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table()
    for name in measures.columns:
        table.add_column(str(name).replace("_", " "), justify="left" if name in ABOUT else "right")
    for _, row in measures.iterrows():
        table.add_row(
            *(escape(str(row[c])) if c in ABOUT else f"{row[c]:.3g}" for c in measures.columns)
        )
    Console(width=None if Console().is_terminal else 200).print(table)


def _print_csv(measures: pd.DataFrame) -> None:
    from actors.export.text import cell

    safe = measures.reset_index(names="key")
    for name in ("key", *ABOUT):
        safe[name] = safe[name].map(lambda value: cell(str(value)))
    click.echo(safe.to_csv(index=False), nl=False)


def _print_json(measures: pd.DataFrame) -> None:
    records = json.loads(measures.reset_index(names="key").to_json(orient="records"))
    click.echo(json.dumps(records, ensure_ascii=False, indent=2))


ABOUT = ("name", "kind", "subtype")
