"""Progress bars on standard error, so that standard output can be piped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from actors.study import Progress

VERBS = {
    "read": "Finding documents",
    "extract": "Reading documents",
    "resolve": "Working out who is who",
    "write": "Writing files",
    "draw": "Drawing stories anew",
    "shuffle": "Exchanging stories",
}


@contextmanager
def progress_bars(*, quiet: bool = False) -> Iterator[Progress]:
    """A function to tell progress to: a bar for each step, gone when the work is done."""
    if quiet:
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description:<24}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {}

        def tell(step: str, done: int, total: int | None) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(VERBS.get(step, step), total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield tell


def _nothing(step: str, done: int, total: int | None) -> None:
    """Nobody wants to hear of progress."""
