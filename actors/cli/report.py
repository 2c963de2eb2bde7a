"""``actors report``: the findings as a page to print and pass on."""

from __future__ import annotations

from pathlib import Path

import click

from actors.cli.options import study_argument

EPILOG = """\b
Examples:
  actors report output/
  actors report output/study.duckdb -o border.html --markdown
"""


@click.command("report", epilog=EPILOG)
@study_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="The file to write (default: report.html beside the study).",
)
@click.option("--markdown", is_flag=True, help="Also write it as Markdown, beside the page.")
def command(study: Path, output: Path | None, markdown: bool) -> None:
    """Write the findings of STUDY as one HTML file that opens offline and prints well."""
    from actors.study import open_study
    from actors.study.findings import write

    for path in write(open_study(study), output, markdown=markdown):
        click.echo(path)
