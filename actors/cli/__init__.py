"""The command line: each command parses, calls one function of the API, and prints.

Exit codes: 0 all went well, 1 an error that is told, 2 wrong usage, 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any, NoReturn

import click

import actors
from actors.cli.command import INTERRUPTED
from actors.cli.screen import complain, prepare

SECTIONS = {
    "Build": ("build", "status", "shard", "read-shards", "formats", "languages", "remove"),
    "Look": (
        *("info", "list", "show", "read", "search", "view", "serve", "explain"),
        "evaluate",
    ),
    "Measure": ("metrics", "explain-measure", "timeline", "compare", "stakeholders"),
    "Correct": (
        *("desk", "review", "merge", "split", "rename", "retype", "ignore"),
        *("move", "add-mention", "reject", "undo", "diff"),
    ),
    "Take away": ("report", "export", "extract"),
}
"""All commands, as ``--help`` lists them."""

_DECISIONS = (
    *("add-mention", "ignore", "merge", "move", "reject", "rename", "retype", "split"),
    "undo",
)
"""Commands that share a file: each writes one decision of the analyst."""


class _Lazy(click.Group):
    """A group whose commands are imported when they are asked for, so ``--help`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for names in SECTIONS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        name = cmd_name.replace("-", "_")
        if cmd_name in _DECISIONS:
            command = getattr(importlib.import_module("actors.cli.curate"), name)
        else:
            command = importlib.import_module(f"actors.cli.{name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        longest = max(map(len, self.list_commands(ctx)))
        for title, names in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl(
                    [(name.ljust(longest), self._summary(ctx, name)) for name in names]
                )

    def _summary(self, ctx: click.Context, name: str) -> str:
        command = self.get_command(ctx, name)
        assert command is not None
        return command.get_short_help_str(limit=200)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], self.list_commands(ctx), n=2)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            raise click.UsageError(error.message + hint, error.ctx) from None

    def make_context(self, *given: Any, **named: Any) -> click.Context:
        with _silent_pipe():
            return super().make_context(*given, **named)

    def invoke(self, ctx: click.Context) -> Any:
        with _silent_pipe():
            return super().invoke(ctx)


_EPILOG = """\b
Examples:
  actors build seeds/ -o output/
  actors show output/ "Kabulov"
  actors metrics output/ --format csv > measures.csv

Every command says more with --help. A table is laid out for the screen; in a pipe its
columns are separated by tabs. --format csv or json is for programs.

\b
Shell completion, also of actors' names (bash; zsh and fish alike):
  eval "$(_ACTORS_COMPLETE=bash_source actors)"
"""


@click.group(
    cls=_Lazy,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(actors.__version__, prog_name="actors")
def group() -> None:
    """Turn documents into an actor network in which every edge leads to its sentences."""


def main(argv: list[str] | None = None) -> NoReturn:
    """Run the command line, and exit.

    Args:
        argv: what follows ``actors``; the process's own arguments if left out
    """
    prepare()
    if "_ACTORS_COMPLETE" in os.environ:
        from actors.cli import completion

        completion.prepare()
    sys.exit(_exit_code(argv))


def _exit_code(argv: list[str] | None) -> int:
    """Run a command; tell its error."""
    from actors.errors import ActorsError, SettingsError

    try:
        ended = group.main(args=argv, prog_name="actors", standalone_mode=False)
        with _silent_pipe():
            sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        told = io.StringIO()
        error.show(told)
        complain(told.getvalue(), wrap=False)
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except (ActorsError, OSError) as error:
        complain(f"actors: {error}")
        return 2 if isinstance(error, SettingsError) else 1
    return ended if isinstance(ended, int) else 0


@contextmanager
def _silent_pipe() -> Iterator[None]:
    """End without a word if whoever reads the output, such as ``head``, has enough.

    Raises:
        Exit: with code 0, since all that was asked for was printed
    """
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None
