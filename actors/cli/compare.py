"""``actors compare``: two periods, two outlets or two studies."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli import completion
from actors.cli.command import Command
from actors.cli.evidence import where
from actors.cli.options import format_option, top_option
from actors.cli.printed import print_csv, print_json
from actors.cli.screen import line, say, warn
from actors.cli.tables import ScreenTable, numbers, print_table, words

if TYPE_CHECKING:
    from actors.analysis.compare import Comparison, TieDifference
    from actors.analysis.contradictions import Contradiction, ReportedTie
    from actors.analysis.sides import Side
    from actors.measures.contrast import Ratio

EPILOG = """\b
Examples:
  actors compare output/ --period 2021-07-01..2021-07-11 --period 2021-07-12..
  actors compare output/ --source "Sample Gazette" --source "Sample Wire"
  actors compare output/ four/ --layer stated --format json
"""


@click.command("compare", cls=Command, epilog=EPILOG)
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
@top_option(15, "Only the first N of each table; CSV and JSON have all.")
@format_option
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
    """Show what differs between two periods, sources or studies.

    These are actors and ties that one side tells of more often, and pairs of which the sides
    report the contrary. "Times" is how many times more often the first side tells of
    something in a story, with a 95 % interval; p is from a permutation test over stories, q
    the same corrected for the number of tests.
    """
    from actors.analysis.compare import compare
    from actors.cli.progress import progress_bars

    first, second = _sides(studies, periods, sources)
    with progress_bars() as progress:
        found = compare(
            first, second, layer=layer, permutations=permutations, seed=seed, progress=progress
        )
    if format == "json":
        print_json(_plain(asdict(found)))
    elif format == "csv":
        print_csv(list(_rows(found)))
    else:
        _print_tables(found, top)
    for warning in found.warnings:
        warn(warning)


def _sides(
    studies: Sequence[Path], periods: Sequence[str], sources: Sequence[str]
) -> tuple[Side, Side]:
    from actors.analysis.periods import parse_period
    from actors.study import open_study

    given = (len(studies), len(periods), len(sources))
    if given not in ((2, 0, 0), (1, 2, 0), (1, 0, 2)):
        raise click.UsageError(
            "give two studies, or one study with --period twice, or one with --source twice"
        )
    first, *others = [open_study(study) for study in studies]
    spans = [parse_period(period) for period in periods]
    return first.sides(*others, periods=spans or None, sources=sources or None)


def _rows(found: Comparison) -> Iterator[dict[str, object]]:
    named = [("actor", each.name, each.ratio) for each in found.actors]
    named += [("tie", _tie(each), each.ratio) for each in found.ties]
    for what, name, ratio in named:
        yield _plain_values({"what": what, "name": name, **asdict(ratio)})


def _print_tables(found: Comparison, top: int) -> None:
    sides = zip(("First", "second"), (found.first, found.second), found.stories, strict=True)
    said = "; ".join(f"{side}: {line(name)}, {stories} stories" for side, name, stories in sides)
    say(f"{said}; layer: {found.layer}")
    actors = [(each.name, each.ratio) for each in found.actors[:top]]
    ties = [(_tie(each), each.ratio) for each in found.ties[:top]]
    for title, rows in (("Actors", actors), ("Ties", ties)):
        if rows:
            say("")
            print_table(_ratios(title, rows))
    for each in found.contradictions[:top]:
        _print_contradiction(each)


def _tie(tie: TieDifference) -> str:
    arrow = "->" if tie.directed else "-"
    kind = "" if tie.type == "cooccurrence" else f" {tie.type} ({tie.sign})"
    return f"{tie.source} {arrow} {tie.target}{kind}"


def _ratios(title: str, rows: Sequence[tuple[str, Ratio]]) -> ScreenTable:
    columns = [*words(title.lower()), *numbers("first", "second", "times", "p", "q")]
    cells = [
        (
            name,
            f"{ratio.first:g}",
            f"{ratio.second:g}",
            times(ratio),
            f"{ratio.p:.3g}",
            f"{ratio.q:.3g}",
        )
        for name, ratio in rows
    ]
    return ScreenTable(columns, cells)


def times(ratio: Ratio) -> str:
    """How many times more often, with its interval.

    >>> from actors.measures.contrast import Ratio
    >>> times(Ratio(8, 4, 0.6931, 0.0, 1.3863, 0.04, 0.1))
    '2 (1-4)'
    """
    middle, low, high = (math.exp(value) for value in (ratio.effect, ratio.low, ratio.high))
    return f"{_short(middle)} ({_short(low)}-{_short(high)})"


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.2g}"


def _print_contradiction(pair: Contradiction) -> None:
    say("")
    say(f"Contradictory reports: {line(pair.one)} and {line(pair.other)}", "bold")
    for name, reports in (("Cooperation", pair.cooperative), ("Conflict", pair.hostile)):
        say(name, indent=2)
        for report in reports:
            _print_report(report)


def _print_report(report: ReportedTie) -> None:
    place = where({"source": report.source, "date": report.date, "name": report.name})
    told = f"{report.actor} {report.type} {report.other}: “{report.text}”"
    say(f"{line(told)} ({', '.join(filter(None, (line(report.side), place)))})", indent=4)


def _plain_values(row: Mapping[str, object]) -> dict[str, object]:
    return {name: _plain(value) for name, value in row.items()}


def _plain(value: object) -> object:
    """The same without numbers that JSON does not know."""
    if isinstance(value, dict):
        return _plain_values(value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
