"""``actors report``: the findings as a page to print and pass on."""

from __future__ import annotations

from pathlib import Path

import click

from actors.cli.command import Command
from actors.cli.options import format_option, study_argument
from actors.cli.stakeholders import issue_options, issues

EPILOG = """\b
Examples:
  actors report output/
  actors report output/ -o border.html --markdown --replicates 0
  actors report output/ --issue "border security=border*,frontier*"
"""


@click.command("report", cls=Command, epilog=EPILOG)
@study_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="The file to write (default: report.html beside the study).",
)
@click.option("--markdown", is_flag=True, help="Also write it as Markdown, beside the page.")
@click.option(
    "--replicates",
    type=click.IntRange(min=0),
    default=500,
    show_default=True,
    help="Draws for the intervals, 40 or more; fewer for betweenness in large networks; 0 leaves "
    "them out.",
)
@issue_options
@format_option
def command(
    study: Path,
    output: Path | None,
    markdown: bool,
    replicates: int,
    named: tuple[str, ...],
    file: Path | None,
    overrides: Path | None,
    format: str,
) -> None:
    """Write the findings as one page to print and pass on.

    It is one HTML file that opens offline: corpus, actors, camps, key ties, method.

    With --issue or --issues, the stakeholders of these issues are part of it.
    """
    from actors.analysis.bootstrap import for_report
    from actors.analysis.stakeholders import stakes
    from actors.cli.printed import print_facts
    from actors.cli.progress import progress_bars, working
    from actors.cli.screen import note
    from actors.errors import SettingsError
    from actors.report import write
    from actors.stakeholders import read_overrides
    from actors.study import open_study

    if overrides and not (named or file):
        raise SettingsError("--overrides needs an issue: name it with --issue or --issues")
    opened = open_study(study)
    if not len(opened.graph()):
        note("the study has no actors: the report can only describe its documents")
    chosen = read_overrides(overrides) if overrides else ()
    with working("Reading what is said of the issues"):
        held = stakes(opened, issues(named, file), chosen) if named or file else None
    with progress_bars() as progress:
        doubt = for_report(opened, replicates=replicates, progress=progress) if replicates else None
    with working("Writing the report"):
        paths = [
            str(path) for path in write(opened, output, markdown=markdown, stakes=held, doubt=doubt)
        ]
    for path in paths:
        print_facts({"written": path}, path, format)
