"""``actors report``: the findings as pages to print and pass on, or to edit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actors.cli.command import Command
from actors.cli.options import format_option, study_argument
from actors.cli.stakeholders import issue_options, issues

if TYPE_CHECKING:
    from actors.analysis.stakeholders import Stakes
    from actors.report import Material
    from actors.study import Study
    from actors.views.blocks import Cover

EPILOG = """\b
Examples:
  actors report output/
  actors report output/ -o border.docx --title "The border" --author Quint
  actors report output/ --sections finding,actors,ties --language-of-dates de
  actors report output/ --issue "border security=border*,frontier*"

Sections: finding, actors, camps, change, disputed, stakeholders; and as annex ties, scores, corpus,
numbers, measures, robust, method, documents.
"""


@click.command("report", cls=Command, epilog=EPILOG)
@study_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="The file: .html, .md, .docx or .pdf (default: report.html beside the study).",
)
@click.option("--markdown", is_flag=True, help="Also write it as Markdown, beside the file.")
@click.option("--docx", is_flag=True, help="Also write it to be edited, for Word or LibreOffice.")
@click.option("--pdf", is_flag=True, help="Also print it: by Chromium, else by WeasyPrint.")
@click.option("--title", default="", help="What stands on top (default: the study's name).")
@click.option("--author", default="", help="Who wrote it.")
@click.option("--client", default="", help="For whom.")
@click.option(
    "--logo",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="A PNG or JPEG for the first page.",
)
@click.option(
    "--sections",
    default="",
    metavar="NAME,NAME",
    help="Only these sections, in this order (default: all; see below).",
)
@click.option(
    "--language-of-dates",
    default="",
    metavar="CODE",
    help="How dates are written: en-GB (default), en-US, de, ..., or iso.",
)
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
def command(study: Path, output: Path | None, format: str, **given: Any) -> None:
    """Write a report: the finding first, its sentences last.

    The first page tells what was found, with the network; then come the main actors, camps and
    brokers, what changed, what is disputed, and a stakeholder map. The annex has every tie with
    its sentences, and how it was read.

    With --issue or --issues, the map shows power and interest at these issues.
    """
    from actors.cli.printed import print_facts
    from actors.cli.progress import working
    from actors.cli.screen import note
    from actors.report import REPORT_FILE, REPORT_SECTIONS, findings, gather, write
    from actors.report.dates import DEFAULT_DATES
    from actors.study import open_study

    cover = _cover(given["author"], given["client"], given["logo"])
    opened = open_study(study)
    material = gather(opened, language=given["language_of_dates"] or DEFAULT_DATES)
    if not len(material.graph):
        note("the study has no actors: the report can only describe its documents")
    held = _stakes(opened, material, given["named"], given["file"], given["overrides"])
    material = _with_intervals(material, given["replicates"])
    chosen = [
        name.strip() for name in given["sections"].split(",") if name.strip()
    ] or REPORT_SECTIONS
    with working("Writing the report"):
        titled = replace(material, title=given["title"] or material.title)
        report = findings(titled, stakes=held, cover=cover, sections=chosen)
        also = [f".{name}" for name in ("docx", "pdf") if given[name]]
        also += [".md"] if given["markdown"] else []
        paths = list(map(str, write(report, output or opened.folder / REPORT_FILE, also=also)))
    for path in paths:
        print_facts({"written": path}, path, format)


def _cover(author: str, client: str, logo: Path | None) -> Cover:
    from actors.errors import SettingsError
    from actors.views.blocks import Cover
    from actors.views.report import JPEG, PNG

    data = logo.read_bytes() if logo else b""
    if data and not data.startswith((PNG, JPEG)):
        raise SettingsError(f"{logo} is neither a PNG nor a JPEG: save the logo as one of them")
    return Cover(author, client, data)


def _stakes(
    opened: Study,
    material: Material,
    named: tuple[str, ...],
    file: Path | None,
    overrides: Path | None,
) -> Stakes | None:
    from actors.analysis.measuring import as_mapping
    from actors.analysis.stakeholders import stakes
    from actors.cli.progress import working
    from actors.errors import SettingsError
    from actors.stakeholders import read_overrides

    if not (named or file):
        if overrides:
            raise SettingsError("--overrides needs an issue: name it with --issue or --issues")
        return None
    chosen = read_overrides(overrides) if overrides else ()
    with working("Reading what is said of the issues"), opened.store() as store:
        about = material.graph, as_mapping(material.measures)
        return stakes(store, *about, issues(named, file), chosen)


def _with_intervals(material: Material, replicates: int) -> Material:
    from actors.analysis.bootstrap import REPORTED, for_report, sample
    from actors.cli.progress import progress_bars

    if not replicates:
        return material
    with progress_bars() as progress:
        part = sample(material.whole, REPORTED, {one.story for one in material.papers})
        return replace(material, doubt=for_report(part, replicates=replicates, progress=progress))
