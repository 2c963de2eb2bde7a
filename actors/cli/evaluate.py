"""``actors evaluate``: how good the reading is, against documents that people annotated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from actors.cli.command import Command
from actors.cli.options import format_option, parse_columns, reading_options, settings
from actors.cli.screen import is_terminal, line, note, say
from actors.cli.tables import ScreenTable, numbers, words

if TYPE_CHECKING:
    from actors.evaluate import AnnotatedDocument, Estimate, Evaluation, Miss, RowOfScores
    from actors.evaluate.annotations import DocumentAnnotation

EPILOG = """\b
Examples:
  actors evaluate gold.jsonl
  actors evaluate gold.jsonl --misses --format csv > misses.csv
  actors evaluate gold.jsonl --predicted read.jsonl --detail
  actors extract seeds/ -o gold.jsonl   # to begin with: correct it by hand
"""
_SHARES = ("precision", "recall", "f1")


@click.command("evaluate", cls=Command, epilog=EPILOG)
@click.argument("gold", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--predicted",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="Score this file, as actors extract or another program wrote it; else GOLD's texts are "
    "read now.",
)
@click.option("--misses", is_flag=True, help="Print what differs, with its sentence.")
@click.option("--detail", is_flag=True, help="Also each kind of name and each type of relation.")
@format_option
@reading_options
def command(
    gold: Path,
    predicted: Path | None,
    misses: bool,
    detail: bool,
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
    """Score the reading against GOLD, which people annotated.

    GOLD has a JSON object for each annotated document, one a line, in the format of actors
    extract. In brackets stand 95 % intervals: how far a score may change with other documents of
    the same kind. What each score means: docs/evaluate.md.
    """
    from actors.cli.progress import progress_bars
    from actors.cli.screen import warn
    from actors.evaluate import annotated, evaluate, read_annotated
    from actors.export.jsonl import to_record
    from actors.study import readings

    annotations = list(read_annotated(gold))
    if predicted:
        read: list[AnnotatedDocument] = list(read_annotated(predicted))
    else:
        with progress_bars() as progress:
            found = readings(
                [gold],
                settings(model, recogniser, metonymy, recall, ontology, seconds),
                engine=engine,
                workers=workers,
                address=address,
                columns=parse_columns(columns),
                languages=languages,
                skipped=lambda item: warn(f"skipped {item.name}: {item.reason}"),
                progress=progress,
            )
            read = [annotated(cast("DocumentAnnotation", to_record(*each))) for each in found]
    evaluation = evaluate(annotations, read)
    for name in evaluation.unread:
        warn(f"{name}: not read, and scored as if nothing were in it")
    if misses:
        _print_misses(evaluation.misses, format)
    else:
        _print_scores(evaluation, detail, format)


def _print_scores(evaluation: Evaluation, detail: bool, format: str) -> None:
    from actors.cli.printed import Printed, show
    from actors.evaluate import as_record

    scores = [row for row in evaluation.scores if detail or not row.detail]
    if not scores:
        note("nothing is annotated that can be scored")
    table = ScreenTable(
        [*words("scored"), *numbers("precision", "recall", "F1", "gold")],
        [_cells(row) for row in scores if not row.spearman],
    )
    lines = [_correlation(row) for row in scores if row.spearman]
    show(Printed(table, [as_record(row) for row in scores], lines=lines), format)


def _cells(row: RowOfScores) -> list[str]:
    shares: list[Estimate | None] = [getattr(row, name) for name in _SHARES]
    count = f"{row.gold:,.0f}" if row.recall else f"{row.predicted:,.0f}"
    return [row.scored, *map(_estimate, shares), count]


def _estimate(one: Estimate | None) -> str:
    """A score with its interval.

    >>> from actors.evaluate import Estimate
    >>> _estimate(Estimate(0.91234, 0.9, 0.92)), _estimate(None)
    ('.912 (.900-.920)', '')
    """
    if one is None:
        return ""
    low, high = _digits(one.low), _digits(one.high)
    return f"{_digits(one.value)} ({low}-{high})" if low else _digits(one.value)


def _digits(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}".removeprefix("0")


def _correlation(row: RowOfScores) -> str:
    said = f"Weighted degree in the network, {row.gold:,.0f} actors: Spearman's correlation"
    return f"{said} {_estimate(row.spearman)}."


def _print_misses(misses: Sequence[Miss], format: str) -> None:
    from actors.cli.printed import Printed, show

    if not misses:
        note("nothing differs")
    if format == "table" and is_terminal():
        _print_blocks(misses)
        return
    rows = [dict(_named(miss)) for miss in misses]
    table = ScreenTable(words(*_MISS), [list(row.values()) for row in rows])
    show(Printed(table, rows), format)


_MISS = ("document", "what", "gold", "read", "sentence")


def _named(miss: Miss) -> Iterator[tuple[str, str]]:
    return ((name, getattr(miss, name)) for name in _MISS)


def _print_blocks(misses: Sequence[Miss]) -> None:
    """Each document with what differs in it, for people."""
    last = ""
    for miss in misses:
        if miss.document != last:
            last = miss.document
            say(line(last), "bold")
        said = {"gold": miss.gold, "read": miss.read}
        told = "; ".join(f"{name}: {words}" for name, words in said.items() if words)
        say(line(f"{miss.what}: {told}"), indent=2)
        if miss.sentence:
            say(line(miss.sentence), "dim", indent=4, hang=0)
