"""``actors export``: the network for other programs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from actors.cli.options import background_option, level_options, study_argument, unnamed_option
from actors.cli.options import level as chosen
from actors.plugins import names

EPILOG = """\b
Examples:
  actors export output/ --format gexf
  actors export output/ --format graphml --level state -o states.graphml
  actors export output/study.duckdb --format csv -o tables/
"""


@click.command("export", epilog=EPILOG)
@study_argument
@click.option(
    "--format",
    required=True,
    type=click.Choice(names("exporters")),
    help="Gephi, igraph and Cytoscape, D3 and sigma, or a spreadsheet.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    help="The file to write; a folder for csv (default: beside the study).",
)
@background_option
@unnamed_option
@level_options
def command(
    study: Path,
    format: str,
    output: Path | None,
    level: str,
    on: datetime | None,
    private: bool,
    background: bool,
    unnamed: bool,
) -> None:
    """Write the network of STUDY as GEXF, GraphML, JSON (node-link) or CSV tables."""
    from actors.study import open_study

    for path in open_study(study).export(
        format, output, background=background, unnamed=unnamed, **chosen(level, on, private)
    ):
        click.echo(path)
