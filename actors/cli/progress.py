"""Progress on standard error: only on a terminal, and only if it takes more than a moment."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from actors.cli.screen import is_quiet, is_terminal
from actors.progress import STEPS

if TYPE_CHECKING:
    from rich.console import Console

    from actors.study import Progress

PATIENCE = 1.0
"""Seconds after which whoever waits is told what is going on."""


@contextmanager
def progress_bars(*, beside: bool = False) -> Iterator[Progress]:
    """A function to tell progress to: a bar for each step, gone when the work is done.

    Args:
        beside: results are printed while the bars run, so there are none if they go to the
            same terminal
    """
    if not _watched() or (beside and is_terminal()):
        yield _nothing
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description:<24}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
    )
    with Bars(*columns, console=_stderr(), transient=True) as bars:
        tasks = {}

        def tell(step: str, done: int, total: int | None) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(STEPS.get(step, step), total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield tell


@contextmanager
def working(what: str) -> Iterator[None]:
    """Say what is being done, if it takes longer than a moment: "Measuring ..."."""
    if not _watched():
        yield
        return
    status = _stderr().status(f"{what} ...")
    timer = threading.Timer(PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        status.stop()


def _watched() -> bool:
    return sys.stderr.isatty() and not is_quiet()


def _stderr() -> Console:
    from rich.console import Console

    return Console(stderr=True)


def _nothing(step: str, done: int, total: int | None) -> None:
    """Nobody wants to hear of progress."""
