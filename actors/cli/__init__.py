"""The command line: each command parses, calls one function of the API, and prints."""

from __future__ import annotations

import importlib
import os
import sys
from difflib import get_close_matches
from typing import Any

import click

import actors

_COMMANDS = (
    *(
        "build",
        "compare",
        "diff",
        "export",
        "extract",
        "formats",
        "metrics",
        "remove",
        "report",
        "review",
        "show",
        "stakeholders",
        "timeline",
        "view",
    ),
)
_DECISIONS = ("ignore", "merge", "reject", "rename", "retype", "split", "undo")
"""Commands that share a file: each writes one decision of the analyst."""


class _Lazy(click.Group):
    """A group whose commands are imported when they are asked for, so ``--help`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted((*_COMMANDS, *_DECISIONS))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _DECISIONS:
            command = getattr(importlib.import_module("actors.cli.curate"), cmd_name)
        elif cmd_name in _COMMANDS:
            command = importlib.import_module(f"actors.cli.{cmd_name}").command
        else:
            return None
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], self.list_commands(ctx), n=2)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            raise click.UsageError(error.message + hint, error.ctx) from None


_EPILOG = """\b
Examples:
  actors build reports/ -o output/
  actors show output/study.duckdb "Kabulov"
  actors metrics output/study.duckdb --format csv

\b
Shell completion of commands, studies and actors' names (bash; zsh and fish alike):
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


def main(argv: list[str] | None = None) -> Any:
    """Run the command line; errors made on purpose end with a message and exit code 1."""
    from actors.errors import ActorsError, SettingsError

    if "_ACTORS_COMPLETE" in os.environ:
        from actors.cli import completion

        completion.prepare()
    try:
        return group.main(args=argv, prog_name="actors")
    except SettingsError as error:
        click.echo(f"actors: {error}", err=True)
        sys.exit(2)
    except ActorsError as error:
        click.echo(f"actors: {error}", err=True)
        sys.exit(1)
