"""``actors diff``: which actors merged, split, appeared, vanished."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from actors.study.difference import Change, Difference, Known

EPILOG = """\b
Examples:
  actors diff output/                      the last run and the one before it
  actors diff output/@1 output/@3          two runs of one study
  actors diff march/ april/ --format json  two studies
"""
RUN = re.compile(r"(?P<path>.+)@(?:run)?(?P<number>\d+)")


@click.command("diff", epilog=EPILOG)
@click.argument("before", metavar="STUDY[@RUN]")
@click.argument("after", metavar="[STUDY[@RUN]]", required=False)
@click.option(
    "--format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print.",
)
def command(before: str, after: str | None, format: str) -> None:
    """Say which actors merged, split, appeared and vanished between two runs or two studies.

    A run is a number, counted from 1; without one, the last run of the study is meant.
    """
    from actors.study.difference import difference

    found = difference(*(_known(*end) for end in _ends(before, after)))
    if format == "json":
        click.echo(json.dumps(_record(found), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(found)))


def _ends(before: str, after: str | None) -> list[tuple[Path, int | None]]:
    """Both sides; one study alone means its last run and the one before (or that given)."""
    from actors.study import open_study

    first = parse(before)
    if after is not None:
        return [first, parse(after)]
    if first[1] is not None:
        return [first, (first[0], None)]
    last = len(open_study(first[0]).runs())
    return [(first[0], last - 1), (first[0], last)]


def parse(side: str) -> tuple[Path, int | None]:
    """A study and the number of a run, if one is given.

    >>> parse("output/@3")[1], parse("output/@run3")[1], parse("a@b.org")[1]
    (3, 3, None)
    """
    found = RUN.fullmatch(side)
    return (Path(found["path"]), int(found["number"])) if found else (Path(side), None)


def _known(path: Path, run: int | None) -> dict[str, Known]:
    from actors.study import open_study
    from actors.study.difference import known_after

    return known_after(open_study(path), run)


def _lines(found: Difference) -> Iterable[str]:
    for name, changes in found.parts().items():
        if changes:
            yield f"{name.capitalize()} ({len(changes)})"
        for change in changes:
            yield f"  {_told(name, change)}"
    yield f"Unchanged: {found.same} actors"


def _told(name: str, change: Change) -> str:
    before, after = (" + ".join(map(_about, side)) for side in (change.before, change.after))
    if name in ("appeared", "vanished"):
        return before or after
    return f"{before} -> {after}"


def _about(actor: Known) -> str:
    documents = f"{actor.documents} document{'' if actor.documents == 1 else 's'}"
    return f"{actor.name} ({actor.kind}, {documents})"


def _record(found: Difference) -> dict[str, object]:
    changes = {
        name: [
            {"before": list(map(_actor, one.before)), "after": list(map(_actor, one.after))}
            for one in part
        ]
        for name, part in found.parts().items()
    }
    return {**changes, "unchanged": found.same}


def _actor(actor: Known) -> dict[str, object]:
    about = {"key": actor.key, "name": actor.name, "kind": actor.kind}
    members = [{"document": document, "name": name} for document, name in sorted(actor.members)]
    return {**about, "members": members}
