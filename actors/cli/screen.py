"""Where text goes: to a terminal that people read, or into a pipe that programs read.

Everything that comes from a document passes `visible` before it is printed. Both streams
write UTF-8, whatever the locale says.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

QUIET = "actors.quiet"
"""Where a command keeps that it was asked to be quiet: a key of ``click.Context.meta``."""

# C0 but tab and line feed, DEL, C1; marks that turn the direction of text; separators of
# lines and paragraphs; half a surrogate pair; invisible tags and the byte order mark.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: object) -> str:
    r"""Text in which a control character is shown as text, so that no terminal obeys it.

    Line feeds and tabs stay as they are.

    >>> print(visible("red \x1b[31m, backwards \u202e, bell \x07"))
    red \x1b[31m, backwards \u202e, bell \x07
    """
    return _UNSAFE.sub(_escaped, str(text))


def line(text: object) -> str:
    """Text on one line, without control characters.

    >>> line(" Rahmon  spoke\\n in Dushanbe. ")
    'Rahmon spoke in Dushanbe.'
    """
    return visible(" ".join(str(text).split()))


def visible_json(written: str) -> str:
    r"""JSON in which control characters are escaped as JSON does; it reads back the same.

    >>> print(visible_json('"a\u202eb"'))
    "a\u202eb"
    """
    return _UNSAFE.sub(_escaped_json, written)


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape", "surrogatepass").decode("ascii")


def _escaped_json(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def prepare() -> None:
    """Let both streams write UTF-8; what cannot be written at all is shown as its code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def is_terminal() -> bool:
    """Whether people read standard output, and not a program or a file."""
    return sys.stdout.isatty()


def width() -> int:
    """The columns of the terminal; ``COLUMNS`` overrules it, as in other programs."""
    if "COLUMNS" not in os.environ and is_terminal():
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    return shutil.get_terminal_size().columns


def console() -> Console:
    """Standard output for styled text; square brackets and colons in it mean nothing."""
    from rich.console import Console

    class Pipe(Console):
        def on_broken_pipe(self) -> None:
            """Leave it to `actors.cli.main`, which ends without a word."""
            raise BrokenPipeError

    return Pipe(
        width=width(), soft_wrap=not is_terminal(), markup=False, emoji=False, highlight=False
    )


def say(text: str, style: str = "", indent: int = 0, hang: int = 2) -> None:
    """Print prose: wrapped on a terminal, in one line in a pipe.

    Args:
        text: what to print, without control characters; see `line` and `visible`
        style: as `rich` calls it, such as ``bold``
        indent: blanks before each line
        hang: blanks more before all lines but the first
    """
    if not is_terminal():
        click.echo(" " * indent + text)
        return
    from rich.text import Text

    screen = console()
    for each in wrapped(text, screen.width, indent, hang):
        screen.print(Text(each, style))


def wrapped(text: str, room: int, indent: int = 0, hang: int = 0) -> list[str]:
    """Prose as lines that are no wider than a terminal, broken at blanks.

    >>> wrapped("Tajikistan accused the Taliban", 20, hang=2)
    ['Tajikistan accused', '  the Taliban']
    """
    from rich.console import Console
    from rich.text import Text

    room = max(room - indent - hang, 10)
    screen = Console(width=room + hang)
    first, *rest = Text(text).wrap(screen, room + hang)
    left = Text(" ".join(each.plain.rstrip() for each in rest))
    following = left.wrap(screen, room) if rest else ()
    return [
        " " * indent + first.plain.rstrip(),
        *(" " * (indent + hang) + each.plain.rstrip() for each in following),
    ]


def is_quiet() -> bool:
    """Whether ``--quiet`` was given."""
    context = click.get_current_context(silent=True)
    return bool(context and context.meta.get(QUIET))


def note(text: object) -> None:
    """Tell what is good to know on standard error, unless ``--quiet`` was given."""
    if not is_quiet():
        complain(f"Note: {text}")


def warn(text: object) -> None:
    """Tell what may be wrong on standard error."""
    complain(f"Warning: {text}")


def complain(text: object, *, wrap: bool = True) -> None:
    """Print on standard error, if that is a terminal with lines that fit; keep line feeds."""
    room = shutil.get_terminal_size().columns
    for each in visible(text).splitlines():
        fit = wrap and sys.stderr.isatty()
        print("\n".join(wrapped(each, room, hang=2)) if fit else each, file=sys.stderr)
