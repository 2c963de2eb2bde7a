"""What the package logs, such as the engine that was picked, told as notes."""

from __future__ import annotations

import logging

from actors.cli.screen import note


class _Notes(logging.Handler):
    """Prints what is logged."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print one record as a note."""
        note(record.getMessage())


def listen() -> None:
    """Print what the package logs from now on."""
    log = logging.getLogger("actors")
    log.setLevel(logging.INFO)
    if not any(isinstance(each, _Notes) for each in log.handlers):
        log.addHandler(_Notes())
