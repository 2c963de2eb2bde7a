"""DuckDB's errors in words that say what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from actors.errors import StoreError, StudyBusy


@contextmanager
def explained() -> Iterator[None]:
    """Turn what DuckDB raises while reading or writing into a `StoreError`."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        raise StoreError(advice(str(error))) from error


def advice(message: str) -> str:
    """What to do when an open study fails.

    >>> advice("IO Error: No space left on device")
    'the study cannot be read or written (IO Error: No space left on device): free some disk \
space and run the same command again'
    """
    space = "space" in message.lower() or "memory" in message.lower()
    wanted = "memory" if "memory" in message.lower() else "disk space"
    cure = (
        f"free some {wanted} and run the same command again"
        if space
        else "restore a copy of the study, or build again with --fresh"
    )
    return f"the study cannot be read or written ({_first_line(message)}): {cure}"


def why_not_open(place: str, message: str, *, read_only: bool) -> StoreError:
    """The error to raise when DuckDB can't open a file."""
    if "Could not set lock" not in message:
        return StoreError(
            f"{place} cannot be opened, it may be damaged ({_first_line(message)}): restore a "
            "copy, or build again with --fresh"
        )
    holder = re.search(r"\(PID (\d+)\)", message)
    who = f" (process {holder[1]})" if holder else ""
    doing = "being written" if read_only else "in use"
    return StudyBusy(
        f"{place} is {doing} by another process{who}: wait until it has finished, or close the "
        "notebook or program that has the study open"
    )


def _first_line(message: str) -> str:
    return message.splitlines()[0] if message else "no reason given"
