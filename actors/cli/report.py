"""``actors report``: the findings as a page to print and pass on."""

from __future__ import annotations

from dataclasses import replace
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
    from actors.analysis.bootstrap import REPORTED, for_report, sample
    from actors.analysis.measuring import as_mapping
    from actors.analysis.stakeholders import stakes
    from actors.cli.printed import print_facts
    from actors.cli.progress import progress_bars, working
    from actors.cli.screen import note
    from actors.errors import SettingsError
    from actors.report import REPORT_FILE, gather, write
    from actors.stakeholders import read_overrides
    from actors.study import open_study

    if overrides and not (named or file):
        raise SettingsError("--overrides needs an issue: name it with --issue or --issues")
    opened = open_study(study)
    material = gather(opened)
    if not len(material.graph):
        note("the study has no actors: the report can only describe its documents")
    chosen = read_overrides(overrides) if overrides else ()
    with working("Reading what is said of the issues"), opened.store() as store:
        about = material.graph, as_mapping(material.measures)
        asked = issues(named, file) if named or file else ()
        held = stakes(store, *about, asked, chosen) if asked else None
    with progress_bars() as progress:
        if replicates:
            part = sample(material.whole, REPORTED, {one.story for one in material.papers})
            doubt = for_report(part, replicates=replicates, progress=progress)
            material = replace(material, doubt=doubt)
    with working("Writing the report"):
        place = output or opened.folder / REPORT_FILE
        paths = [str(path) for path in write(material, place, markdown=markdown, stakes=held)]
    for path in paths:
        print_facts({"written": path}, path, format)
