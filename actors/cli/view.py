"""``actors view``: render the page, and open it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from actors.cli.command import Command
from actors.cli.levels import background_option, level_options, unnamed_option
from actors.cli.levels import level as chosen
from actors.cli.options import format_option, study_argument

EPILOG = """\b
Examples:
  actors view output/
  actors view output/ --level state --on 2021-07-14
  actors view output/ --issue "border=border*,frontier*"
  actors view output/ --no-open -o border.html --size-by betweenness
"""


@click.command("view", cls=Command, epilog=EPILOG)
@study_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="The file to write (default: network.html beside the study).",
)
@click.option(
    "--size-by", default="strength", show_default=True, help="The measure that size shows."
)
@click.option(
    "--intervals",
    is_flag=True,
    help="Show how sure strength and the measure of --size-by are; takes a while.",
)
@click.option(
    "--issue",
    "named",
    multiple=True,
    metavar="NAME[=WORDS]",
    help="Show the stakeholders of an issue as a grid, as in actors stakeholders; repeatable.",
)
@click.option(
    "--overrides",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The analyst's scores of stakeholders; see actors stakeholders.",
)
@click.option("--open/--no-open", "opened", default=True, help="Open the page in the browser.")
@format_option
@background_option
@unnamed_option
@level_options
def command(
    study: Path,
    output: Path | None,
    size_by: str,
    intervals: bool,
    named: tuple[str, ...],
    overrides: Path | None,
    opened: bool,
    format: str,
    level: str,
    on: datetime | None,
    private: bool,
    background: bool,
    unnamed: bool,
) -> None:
    """Open the interactive page of STUDY in the browser."""
    from actors.cli.printed import print_facts
    from actors.cli.progress import working
    from actors.errors import NotFound
    from actors.names import MEASURES
    from actors.stakeholders import parse_issue, read_overrides
    from actors.study import open_study

    if size_by not in MEASURES:
        raise NotFound(f"no measure is called {size_by!r}; there are: {', '.join(MEASURES)}")
    doubted = ("strength", size_by) if intervals else ()
    issues = tuple(map(parse_issue, named))
    by_hand = tuple(read_overrides(overrides)) if overrides else ()
    with working("Drawing the page"):
        page = open_study(study).view(
            output,
            size_by=size_by,
            intervals=doubted,
            issues=issues,
            overrides=by_hand,
            background=background,
            unnamed=unnamed,
            **chosen(level, on, private),
        )
    path = page.path
    assert path is not None
    print_facts({"page": str(path.resolve())}, str(path.resolve()), format)
    if opened:
        click.launch(str(path.resolve()))
