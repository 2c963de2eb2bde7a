"""``actors diff``: which actors merged, split, appeared, vanished."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli.command import Command
from actors.cli.options import format_option
from actors.cli.printed import print_csv, print_json
from actors.cli.screen import line, say

if TYPE_CHECKING:
    from actors.analysis.difference import ActorAtRun, Change, Difference

EPILOG = """\b
Examples:
  actors diff output/                     # the last run and the one before it
  actors diff output/@1 output/@2         # two runs of one study
  actors diff four/ output/ --format csv  # two studies
"""
_MISSING = (
    "{study} has one run, and nothing to compare it with: every build with new documents and every "
    "decision (actors merge, split ...) adds a run; or name another study, as in "
    "actors diff {study} other/"
)
_RUN = re.compile(r"(?P<path>.+)@(?:run)?(?P<number>\d+)")


@click.command("diff", cls=Command, epilog=EPILOG)
@click.argument("before", metavar="STUDY[@RUN]")
@click.argument("after", metavar="[STUDY[@RUN]]", required=False)
@format_option
def command(before: str, after: str | None, format: str) -> None:
    """Say what changed in who is who between two runs or studies.

    Actors are listed that merged, were split or renamed, appeared or vanished. A run is a
    number, counted from 1; without one, the last run of the study is meant.
    """
    from actors.analysis.difference import difference

    found = difference(*(_known(*end) for end in _ends(before, after)))
    if format == "json":
        print_json(_record(found))
    elif format == "csv":
        print_csv(list(_rows(found)))
    else:
        _print(found)


def _ends(before: str, after: str | None) -> list[tuple[Path, int | None]]:
    """Both sides; one study alone means its last run and the one before (or that given)."""
    from actors.errors import NotFound
    from actors.study import open_study

    first = parse(before)
    if after is not None:
        return [first, parse(after)]
    if first[1] is not None:
        return [first, (first[0], None)]
    last = len(open_study(first[0]).runs())
    if last < 2:
        raise NotFound(_MISSING.format(study=before))
    return [(first[0], last - 1), (first[0], last)]


def parse(side: str) -> tuple[Path, int | None]:
    """A study and the number of a run, if one is given.

    >>> parse("output/@3")[1], parse("output/@run3")[1], parse("a@b.org")[1]
    (3, 3, None)
    """
    found = _RUN.fullmatch(side)
    return (Path(found["path"]), int(found["number"])) if found else (Path(side), None)


def _known(path: Path, run: int | None) -> dict[str, ActorAtRun]:
    from actors.analysis.difference import known_after
    from actors.study import open_study

    with open_study(path).store() as store:
        return known_after(store, run)


def _print(found: Difference) -> None:
    for name, changes in found.parts().items():
        if changes:
            say(f"{name.capitalize()} ({len(changes)})", "bold")
        for change in changes:
            say(line(_told(name, change)), indent=2)
    say(f"Unchanged: {found.same} actors")


def _rows(found: Difference) -> Iterator[dict[str, str]]:
    for name, changes in found.parts().items():
        for change in changes:
            sides = {"before": change.before, "after": change.after}
            yield {"change": name} | {
                side: "; ".join(actor.name for actor in actors) for side, actors in sides.items()
            }


def _told(name: str, change: Change) -> str:
    before, after = (" + ".join(map(_about, side)) for side in (change.before, change.after))
    if name in ("appeared", "vanished"):
        return before or after
    return f"{before} -> {after}"


def _about(actor: ActorAtRun) -> str:
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


def _actor(actor: ActorAtRun) -> dict[str, object]:
    about = {"key": actor.key, "name": actor.name, "kind": actor.kind}
    members = [{"document": document, "name": name} for document, name in sorted(actor.members)]
    return {**about, "members": members}
