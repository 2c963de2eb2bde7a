"""``actors search``: sentences in which words stand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli.command import Command
from actors.cli.options import format_option, study_argument, top_option

if TYPE_CHECKING:
    import pandas as pd

EPILOG = """\b
Examples:
  actors search output/ border
  actors search output/ "joint exercises" "tajik*"
  actors search output/ refugee* --format csv
"""
_TOP = 30


@click.command("search", cls=Command, epilog=EPILOG)
@study_argument
@click.argument("words", nargs=-1, required=True)
@top_option(what=f"Only the first N sentences (default: {_TOP} on a terminal, else all).")
@format_option
def command(study: Path, words: tuple[str, ...], top: int | None, format: str) -> None:
    """Print the sentences in which all WORDS stand.

    Words may stand in any order; border* has any ending, and words in quotes stand together.
    Case, accents, plurals and possessives make no difference. Sentences come by date, each
    with its document and the actors named in it.
    """
    from actors.cli.frames import limited, print_rows
    from actors.cli.progress import working
    from actors.cli.screen import is_terminal, note
    from actors.study import open_study

    with working("Searching"):
        found = open_study(study).search(query(words))
    if not len(found):
        note(f"no sentence has {' and '.join(words)}")
    if format == "table" and is_terminal():
        _print(limited(found, format, top, _TOP))
    else:
        print_rows(found, _SHOWN, format, top, _TOP)


_SHOWN = ("published", "document", "outlet", "sentence", "actors")


def query(words: Iterable[str]) -> str:
    """The words of a command line as one question; what the shell kept together stays so.

    >>> query(["peace talks", "border*"])
    '"peace talks" border*'
    """
    return " ".join(
        f'"{each}"' if " " in each.strip() and '"' not in each else each for each in words
    )


def _print(found: pd.DataFrame) -> None:
    from actors.cli.evidence import where
    from actors.cli.frames import iso
    from actors.cli.screen import line, say

    last = ""
    for row in found.itertuples():
        place: dict[str, object] = {"source": row.outlet, "date": iso(row.published)}
        head = where(place | {"name": row.document})
        if head != last:
            if last:
                say("")
            say(head, "bold")
            last = head
        say(line(row.sentence), indent=2, hang=0)
        if row.actors:
            say(line(row.actors), "dim", indent=4)
