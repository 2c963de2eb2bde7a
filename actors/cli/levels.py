"""Options that say as whom actors count: persons, or the bodies and states they speak for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from actors.cli.options import Decorated

if TYPE_CHECKING:
    from actors.analysis.networks import Levels


def level_options(command: Decorated) -> Decorated:
    """At which level actors are shown, and on which day it matters who speaks for whom."""
    for option in (
        click.option("--private", is_flag=True, help="With --level: persons act for themselves."),
        click.option(
            "--on",
            type=click.DateTime(["%Y-%m-%d"]),
            default=None,
            metavar="DATE",
            help="With --level: the day on which roles matter, as in 2021-07-14.",
        ),
        click.option(
            "--level",
            type=click.Choice(["person", "organisation", "state"]),
            default="person",
            show_default=True,
            help="Ties of persons roll up to the body they speak for.",
        ),
    ):
        command = option(command)
    return command


def background_option(command: Decorated) -> Decorated:
    """With what tables of facts imply, or without."""
    return click.option(
        "--background",
        is_flag=True,
        help="Add what tables of facts imply: heads of states, members of international bodies.",
    )(command)


def unnamed_option(command: Decorated) -> Decorated:
    """With actors that have no name, or without."""
    return click.option(
        "--unnamed",
        is_flag=True,
        help="With actors that no document names (police, protesters), one for each noun.",
    )(command)


def level(level: str, on: datetime | None, private: bool) -> Levels:
    """The options of `level_options` as the API takes them, checked."""
    if level == "person" and (on or private):
        raise click.BadParameter(
            "says who speaks for whom: add --level organisation or --level state",
            param_hint="--on" if on else "--private",
        )
    return {"level": level, "on": on.date() if on else None, "private": private}
