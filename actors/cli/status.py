"""``actors status``: how far a study is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli.command import Command
from actors.cli.options import format_option, study_argument, top_option

if TYPE_CHECKING:
    from actors.study.status import Status

EPILOG = """\b
Examples:
  actors status output/
  actors status output/ --format json
"""

_STATES = {
    "running": "running",
    "stopped": "stopped: run the same `actors build` again to go on",
    "finished": "finished",
}


@click.command("status", cls=Command, epilog=EPILOG)
@study_argument
@top_option(10, "Documents under way and failed ones to print; CSV and JSON have all.")
@format_option
def command(study: Path, top: int, format: str) -> None:
    """Tell how far a study is: done, under way, failed and why.

    You can ask while `actors build` runs, on this machine or on another that shares its folder.
    """
    from dataclasses import asdict

    from actors.cli.printed import Printed, print_json, show
    from actors.cli.tables import ScreenTable, words
    from actors.study.status import status

    found = status(study)
    if format == "json":
        print_json(asdict(found))
        return
    facts = list(_facts(found, top if format == "table" else None))
    rows = [{"what": what, "value": value} for what, value in facts]
    show(Printed(ScreenTable(words("what", "value"), facts), rows), format)


def _facts(found: Status, top: int | None) -> Iterator[tuple[str, str]]:
    from actors.progress import STEPS

    yield "study", found.study
    yield "state", _STATES[found.state] + (f", process {found.process}" if found.process else "")
    if found.step:
        of = f" of {found.total:,}" if found.total is not None else ""
        yield "step", f"{STEPS.get(found.step, found.step)}: {found.done:,}{of}"
    if found.left is not None:
        yield "time left", f"about {duration(found.left)}, at this speed"
    yield "documents", f"{found.documents:,}"
    yield "read", f"{found.read:,}"
    if found.under_way:
        yield "under way", _some(list(found.under_way), top)
    yield "failed", f"{len(found.failed):,}"
    for name, reason in list(found.failed.items())[:top]:
        yield "", f"{name}: {reason}"


def _some(names: list[str], top: int | None) -> str:
    more = len(names) - len(names[:top])
    return ", ".join(names[:top]) + (f" and {more} more" if more else "")


def duration(seconds: float) -> str:
    """Some seconds in the two largest units that they fill.

    >>> duration(42), duration(200), duration(40_000), duration(200_000)
    ('42 s', '3 min 20 s', '11 h 6 min', '2 d 7 h')
    """
    units = (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1))
    left, parts = round(seconds), list[str]()
    for name, size in units:
        count, left = divmod(left, size)
        if count or (parts and len(parts) < 2) or (name == "s" and not parts):
            parts.append(f"{count} {name}")
    return " ".join(parts[:2])
