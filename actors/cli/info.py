"""``actors info``: what is in a study."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli.command import Command
from actors.cli.options import format_option, study_argument, top_option

if TYPE_CHECKING:
    from actors.frames.info import Info

EPILOG = """\b
Examples:
  actors info output/
  actors info output/ --format json
"""


@click.command("info", cls=Command, epilog=EPILOG)
@study_argument
@top_option(10, "Sources, types and runs to print; CSV and JSON have all.")
@format_option
def command(study: Path, top: int, format: str) -> None:
    """Sum up a study: documents, actors, ties, runs.

    It also lists sources, days, what was skipped and why, settings, and warnings of the last run.
    """
    from dataclasses import asdict

    from actors.cli.printed import Printed, print_json, show
    from actors.cli.progress import working
    from actors.cli.screen import warn
    from actors.cli.tables import ScreenTable, words
    from actors.frames.info import info
    from actors.study import open_study

    with working("Counting"):
        opened = open_study(study)
        with opened.store() as store:
            found = info(store, opened.rules(), str(opened.path))
    if format == "json":
        print_json(asdict(found))
        return
    facts = list(_facts(found, top if format == "table" else None))
    rows = [{"what": what, "value": value} for what, value in facts]
    show(Printed(ScreenTable(words("what", "value"), facts), rows), format)
    for warning in found.warnings:
        warn(warning)


def _facts(found: Info, top: int | None) -> Iterator[tuple[str, str]]:
    yield "study", found.study
    yield "documents", f"{found.documents:,} ({found.reprints:,} of them reprints)"
    yield "skipped", counts(found.skipped, top)
    yield "sources", _sources(found.sources, top)
    yield "days", _days(found)
    yield "sentences", f"{found.sentences:,}"
    yield "mentions", f"{found.mentions:,}"
    yield "actors", counts(found.kinds, top)
    yield "places", f"{found.places:,}"
    for layer, types in found.ties.items():
        yield f"ties, {layer}", counts(types, top)
    yield "decisions", f"{found.decisions:,}"
    yield "settings", ", ".join(f"{name} {value}" for name, value in found.settings.items())
    for run in found.runs[-top:] if top else found.runs:
        documents = run["counts"].get("documents", 0)
        told = f"{run['started']}, version {run['version']}, {documents:,} documents"
        yield f"run {run['run']}", f"{told}, {run['seconds']:g} s"


def _sources(sources: Mapping[str, int], top: int | None) -> str:
    named = {name: count for name, count in sources.items() if name}
    without = sources.get("", 0)
    told = counts(named, top) if named else "no document names one"
    return told + (f"; {without:,} documents without" if named and without else "")


def _days(found: Info) -> str:
    if not found.first:
        return "no document has a date"
    without = f", {found.undated:,} documents without" if found.undated else ""
    return f"{found.first} to {found.last}{without}"


def counts(counted: Mapping[str, int], top: int | None) -> str:
    """A total with its parts, the largest first.

    >>> counts({"person": 1200, "country": 14, "group": 2}, 2)
    '1,216 (1,200 person, 14 country and 1 more)'
    """
    total = sum(counted.values())
    shown = list(counted.items())[:top]
    listed = ", ".join(f"{count:,} {name}" for name, count in shown)
    more = f" and {len(counted) - len(shown):,} more" if len(counted) > len(shown) else ""
    return f"{total:,} ({listed}{more})" if total else "none"
