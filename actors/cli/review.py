"""``actors review``: the queue of doubts, one key each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli.command import Command
from actors.cli.options import format_option, study_argument, top_option
from actors.cli.printed import Printed, show
from actors.cli.screen import line, note, say, warn
from actors.cli.tables import ScreenTable, numbers, words

if TYPE_CHECKING:
    from actors.analysis.review import Doubt, DoubtSide
    from actors.study import Study

EPILOG = """\b
Examples:
  actors review output/ --list
  actors review output/ --by "A. Analyst"
  printf 's\\nd\\nq\\n' | actors review output/
"""

KEYS = {"s": "same", "d": "different", "u": "unsure", "k": "skip", "q": "quit"}
_TOP = 20


@click.command(
    "review",
    cls=Command,
    epilog=EPILOG,
    stopped="What you decided is kept in curation.yaml; run the same command again to go on.",
)
@study_argument
@click.option("--by", default="", help="Who decides.")
@click.option("--list", "listed", is_flag=True, help="Print the queue and ask nothing.")
@top_option(_TOP, "Only the first N doubts; with --list, CSV and JSON have all.")
@format_option
def command(study: Path, by: str, listed: bool, top: int, format: str) -> None:
    """Decide doubts about who is who, one key each.

    The least certain and most consequential come first. Keys: s same, d different, u unsure
    (asked again next time), k skip, q quit. What you decide is written to curation.yaml at
    once, so you can stop and go on whenever you like. Keys can be piped in, one a line.
    """
    from actors.analysis.review import doubts
    from actors.cli.progress import working
    from actors.study import open_study

    opened = open_study(study)
    with working("Looking for doubts"), opened.store() as store:
        queue = doubts(store)
    if listed or format != "table":
        _list(queue, top, format)
        return
    _count(queue, top)
    _ask(opened, queue, top, by)
    opened.refresh()


def _ask(opened: Study, queue: list[Doubt], top: int, by: str) -> None:
    """Ask about the first doubts, and write each decision at once."""
    from actors.analysis.review import decision

    for number, doubt in enumerate(queue[:top], start=1):
        _ask_about(doubt, number, len(queue))
        key = _key()
        if key == "q":
            break
        if key in ("s", "d"):
            for warning in opened.decide(**decision(doubt, key == "s"), by=by):
                warn(warning)


def _count(queue: list[Doubt], top: int) -> None:
    if not queue:
        say("No doubts are left.")
    else:
        more = f"; the first {top} follow, --top N for more" if len(queue) > top else ""
        note(f"{len(queue):,} doubts are left{more}")


def _list(queue: list[Doubt], top: int, format: str) -> None:
    _count(queue, top)
    if queue or format != "table":
        shown = [
            (each.left.name, each.right.name, _state(each), f"{each.score:.2f}", each.why)
            for each in queue[:top]
        ]
        columns = [*words("one", "other", "now"), *numbers("score"), *words("why")]
        show(Printed(ScreenTable(columns, shown), [_row(each) for each in queue]), format)


def _state(doubt: Doubt) -> str:
    return "joined" if doubt.joined else "kept apart"


def _row(doubt: Doubt) -> dict[str, object]:
    sides = {"one": doubt.left, "other": doubt.right}
    about = {name: side.name for name, side in sides.items()}
    about |= {f"{name}_key": side.key for name, side in sides.items()}
    return about | {"now": _state(doubt), "score": doubt.score, "why": doubt.why}


def _key() -> str:
    """One key from the terminal, or the next line of what is piped in; its end quits."""
    while True:
        click.echo("s same, d different, u unsure, k skip, q quit: ", nl=False)
        if sys.stdin.isatty():
            key = click.getchar().lower()
        else:
            key = (sys.stdin.readline().strip().lower() or "q")[0]
        click.echo(KEYS.get(key, f"{key!r} is none of the keys"))
        if key in KEYS:
            return key


def _ask_about(doubt: Doubt, number: int, total: int) -> None:
    say("")
    say(f"{number} of {total}, {_state(doubt)}: {line(doubt.why)} ({doubt.score:.2f})", "bold")
    for side in (doubt.left, doubt.right):
        _show(side)


def _show(side: DoubtSide) -> None:
    say(f"{line(side.name)} ({side.mentions} mentions)", "bold", indent=2)
    for sentence in side.sentences:
        say(line(sentence), indent=4)
