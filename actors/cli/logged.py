"""What the package logs, such as the engine that was picked, told as notes."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from actors.cli.screen import note


class _Notes(logging.Handler):
    """Prints what is logged."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print one record as a note."""
        note(record.getMessage())


@contextmanager
def listening() -> Iterator[None]:
    """Print what the package logs while the block runs."""
    log, notes = logging.getLogger("actors"), _Notes()
    before = log.level
    log.setLevel(logging.INFO)
    log.addHandler(notes)
    try:
        yield
    finally:
        log.removeHandler(notes)
        log.setLevel(before)
