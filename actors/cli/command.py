"""What all commands have in common: ``--quiet``, and how they end when they are stopped."""

from __future__ import annotations

from typing import Any

import click

from actors.cli.screen import QUIET, complain

INTERRUPTED = 130
"""The exit code of a command that Ctrl-C ended, as shells count it."""

_STOPPED_QUERY = "Query interrupted"
"""What DuckDB raises, as a RuntimeError, where Ctrl-C comes while it works."""


class Command(click.Command):
    """A command of `actors`.

    Args of the class:
        stopped: a sentence for whoever presses Ctrl-C: what is kept, and how to go on; fields
            in braces are parameters of the command
    """

    def __init__(
        self,
        *given: Any,
        stopped: str = "Nothing was changed; run the same command again.",
        **named: Any,
    ) -> None:
        super().__init__(*given, **named)
        self.stopped = stopped
        self.params.append(_quiet())

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; Ctrl-C ends it with one line and the exit code 130."""
        from actors.cli.logged import listening

        try:
            with listening():
                return super().invoke(ctx)
        except (KeyboardInterrupt, RuntimeError) as error:
            if isinstance(error, RuntimeError) and str(error) != _STOPPED_QUERY:
                raise
            said = self.stopped.format_map(ctx.params)
            complain(f"\nStopped. {said}")
            raise click.exceptions.Exit(INTERRUPTED) from None


def _quiet() -> click.Option:
    return click.Option(
        ["-q", "--quiet"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_remember,
        help="Results, warnings and errors only: no progress, no notes.",
    )


def _remember(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    ctx.meta[QUIET] = value
