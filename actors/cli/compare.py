"""``actors compare``: two periods, two outlets or two studies."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actors.cli import completion

if TYPE_CHECKING:
    from rich.console import Console

    from actors.measures.contrast import Ratio
    from actors.study.compare import Comparison
    from actors.study.contradictions import Contradiction, Report
    from actors.study.sides import Side

EPILOG = """\b
Examples:
  actors compare spring/ summer/
  actors compare output/ --period 2021-07-01..2021-07-10 --period 2021-07-11..2021-07-31
  actors compare output/ --source "Asia-Plus" --source "RIA Novosti" --layer stated
  actors compare output/ --period ..2021-07-10 --period 2021-07-11.. --format json
"""


@click.command("compare", epilog=EPILOG)
@click.argument(
    "studies",
    nargs=-1,
    required=True,
    metavar="STUDY [STUDY]",
    type=Path,
    shell_complete=completion.studies,
)
@click.option(
    "--period",
    "periods",
    multiple=True,
    metavar="FROM..TO",
    help="Twice: two periods of one study, days included; either end may be left out.",
)
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="NAME",
    shell_complete=completion.sources,
    help="Twice: two outlets of one study, as the documents name them.",
)
@click.option(
    "--layer",
    type=click.Choice(["cooccurrence", "stated"]),
    default="cooccurrence",
    show_default=True,
    help="Who occurs with whom, or what is stated, each type on its own.",
)
@click.option(
    "--permutations",
    type=click.IntRange(min=99),
    default=2_000,
    show_default=True,
    help="How often stories are dealt out anew.",
)
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True)
@click.option(
    "--top",
    type=click.IntRange(min=1),
    default=15,
    show_default=True,
    help="Rows of each table; JSON has all.",
)
@click.option(
    "--format",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print.",
)
def command(
    studies: tuple[Path, ...],
    periods: tuple[str, ...],
    sources: tuple[str, ...],
    layer: str,
    permutations: int,
    seed: int,
    top: int,
    format: str,
) -> None:
    """Show which actors and ties differ between two sides, and who is contradicted.

    The sides are two studies, two periods of one, or two of its sources. "Times" is how many
    times more often the first side tells of something in a story, with a 95 % interval; p is
    from a permutation test over stories, q the same corrected for the number of tests.
    """
    from actors.cli.progress import progress_bars
    from actors.study.compare import compare

    first, second = _sides(studies, periods, sources)
    with progress_bars() as progress:
        found = compare(
            first, second, layer=layer, permutations=permutations, seed=seed, progress=progress
        )
    if format == "json":
        click.echo(json.dumps(_plain(asdict(found)), ensure_ascii=False, indent=2))
    else:
        _print_tables(found, top)
    for warning in found.warnings:
        click.echo(f"Warning: {warning}", err=True)


def _sides(
    studies: Sequence[Path], periods: Sequence[str], sources: Sequence[str]
) -> tuple[Side, Side]:
    from actors.study import open_study
    from actors.study.sides import parse_period, two_periods, two_sources, two_studies

    given = (len(studies), len(periods), len(sources))
    if given not in ((2, 0, 0), (1, 2, 0), (1, 0, 2)):
        raise click.UsageError(
            "give two studies, or one study with --period twice, or one with --source twice"
        )
    opened = [open_study(study) for study in studies]
    if periods:
        return two_periods(opened[0], parse_period(periods[0]), parse_period(periods[1]))
    if sources:
        return two_sources(opened[0], sources[0], sources[1])
    return two_studies(opened[0], opened[1])


def _print_tables(found: Comparison, top: int) -> None:
    from rich.console import Console
    from rich.markup import escape

    console = Console(width=None if Console().is_terminal else 160)
    console.print(
        f"{escape(found.first)} ({found.stories[0]} stories) against "
        f"{escape(found.second)} ({found.stories[1]} stories), {found.layer}"
    )
    actors = [(each.name, each.ratio) for each in found.actors[:top]]
    ties = [(_tie(each), each.ratio) for each in found.ties[:top]]
    for title, rows in (("Actors", actors), ("Ties", ties)):
        _print_ratios(console, title, rows, found)
    for each in found.contradictions[:top]:
        _print_contradiction(console, each)


def _tie(tie: Any) -> str:
    arrow = "->" if tie.directed else "-"
    kind = "" if tie.type == "cooccurrence" else f" {tie.type} ({tie.sign})"
    return f"{tie.source} {arrow} {tie.target}{kind}"


def _print_ratios(
    console: Console, title: str, rows: Sequence[tuple[str, Ratio]], found: Comparison
) -> None:
    from rich.markup import escape
    from rich.table import Table

    if not rows:
        return
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for header in (escape(found.first), escape(found.second), "times", "p", "q"):
        table.add_column(header, justify="right")
    for name, ratio in rows:
        counts = f"{ratio.first:g}", f"{ratio.second:g}"
        table.add_row(escape(name), *counts, times(ratio), f"{ratio.p:.3g}", f"{ratio.q:.3g}")
    console.print(table)


def times(ratio: Ratio) -> str:
    """How many times more often, with its interval.

    >>> from actors.measures.contrast import Ratio
    >>> times(Ratio(8, 4, 0.6931, 0.0, 1.3863, 0.04, 0.1))
    '2 (1-4)'
    """
    middle, low, high = (math.exp(value) for value in (ratio.effect, ratio.low, ratio.high))
    return f"{middle:.2g} ({low:.2g}-{high:.2g})"


def _print_contradiction(console: Console, pair: Contradiction) -> None:
    from rich.markup import escape
    from rich.table import Table

    table = Table(
        title=f"Contradictory reports: {escape(pair.one)} and {escape(pair.other)}",
        title_justify="left",
        show_lines=True,
    )
    for header in ("cooperation", "conflict"):
        table.add_column(header, ratio=1)
    rows = max(len(pair.cooperative), len(pair.hostile))
    for at in range(rows):
        told = [side[at : at + 1] for side in (pair.cooperative, pair.hostile)]
        table.add_row(*(escape(_report(*one)) if one else "" for one in told))
    console.print(table)


def _report(report: Report) -> str:
    where = ", ".join(filter(None, (report.side, report.source, report.name, report.date)))
    text = " ".join(report.text.split())
    return f"{report.actor} {report.type} {report.other}\n“{text}”\n({where})"


def _plain(value: Any) -> Any:
    """The same without numbers that JSON does not know."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
