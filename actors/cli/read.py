"""``actors read``: one document, with the actors marked in its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli import completion
from actors.cli.command import Command
from actors.cli.options import format_option, study_argument

if TYPE_CHECKING:
    from rich.text import Text

    from actors.frames.reading import Reading

EPILOG = """\b
Examples:
  actors read output/ 01-afghan-troops-cross.txt
  actors read output/ 01-afghan-troops-cross.txt --all
  actors read output/ seeds/03-taliban-in-moscow.txt --format json
"""
_COLOURS = {
    "country": "bold green",
    "organisation": "bold cyan",
    "person": "bold yellow",
    "group": "bold magenta",
    "place": "blue",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an actor is mentioned: characters of the text, the actor's name, its kind."""

    start: int
    end: int
    actor: str
    kind: str


@click.command("read", cls=Command, epilog=EPILOG)
@study_argument
@click.argument("document", shell_complete=completion.documents)
@click.option("--all", "everything", is_flag=True, help="Mark descriptions and pronouns, too.")
@format_option
def command(study: Path, document: str, everything: bool, format: str) -> None:
    """Print a document with the names in it marked.

    DOCUMENT is its name, or the end of its path; actors list STUDY documents has them all. On
    a terminal names are coloured by kind; in a pipe they stand in brackets, and after a colon
    who is meant, if it is called otherwise: [Moscow: Russia]. JSON has the characters of each.
    """
    from actors.cli.frames import records
    from actors.cli.printed import print_csv, print_json
    from actors.frames.reading import reading
    from actors.study import open_study

    with open_study(study).store() as store:
        found = reading(store, document, names=not everything)
    if format == "json":
        print_json(_record(found))
    elif format == "csv":
        print_csv(records(found.mentions), found.mentions.columns)
    else:
        _print(found)


def _record(found: Reading) -> dict[str, object]:
    from actors.cli.frames import records

    names = ("start", "end", "text", "actor", "actor_key", "kind", "level", "metonymic", "reason")
    about = {name: getattr(found, name) for name in ("name", "title", "source", "published")}
    return about | {"text": found.text, "mentions": records(found.mentions[list(names)])}


def _print(found: Reading) -> None:
    from actors.cli.evidence import where
    from actors.cli.screen import console, is_terminal, say, visible

    head = {"source": found.source, "date": found.published, "name": found.name}
    say(where(head), "bold")
    marks = list(nested(_marks(found)))
    if is_terminal():
        say("  ".join(_COLOURS), "dim")
        console().print(_coloured(found.text, marks), overflow="fold")
    else:
        click.echo(visible(bracketed(found.text, marks)))


def _marks(found: Reading) -> Iterator[Mark]:
    for row in found.mentions.itertuples():
        yield Mark(row.start, row.end, row.actor, row.kind)


def nested(marks: Iterator[Mark] | Sequence[Mark]) -> Iterator[Mark]:
    """Marks in order, without those that cross an earlier one instead of lying inside it.

    >>> [mark.actor for mark in nested([Mark(0, 9, "a", ""), Mark(2, 4, "b", ""),
    ...                                 Mark(5, 12, "c", "")])]
    ['a', 'b']
    """
    open_ends: list[int] = []
    for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
        while open_ends and open_ends[-1] <= mark.start:
            open_ends.pop()
        if not open_ends or mark.end <= open_ends[-1]:
            open_ends.append(mark.end)
            yield mark


def bracketed(text: str, marks: Sequence[Mark]) -> str:
    """The text with each mark in brackets, and after a colon who is meant, if called otherwise.

    >>> bracketed("Moscow met Iran.", [Mark(0, 6, "Russia", ""), Mark(11, 15, "Iran", "")])
    '[Moscow: Russia] met [Iran].'
    """
    put: list[tuple[int, int, str]] = []
    for number, mark in enumerate(marks):
        other = text[mark.start : mark.end] != mark.actor
        put.append((mark.start, number, "["))
        put.append((mark.end, -number - 1, f": {mark.actor}]" if other else "]"))
    found, last = [], 0
    for at, _, what in sorted(put):
        found += [text[last:at], what]
        last = at
    return "".join((*found, text[last:]))


def _coloured(text: str, marks: Sequence[Mark]) -> Text:
    """The text in colours; a control character takes the room of its code."""
    from rich.text import Text

    from actors.cli.screen import visible

    found, last = Text(), 0
    ends = sorted({0, len(text), *(end for mark in marks for end in (mark.start, mark.end))})
    for at in ends:
        inside = [mark for mark in marks if mark.start <= last and at <= mark.end]
        style = _COLOURS.get(inside[-1].kind, "bold") if inside else ""
        found.append(visible(text[last:at].replace("\r\n", "\n")), style)
        last = at
    return found
