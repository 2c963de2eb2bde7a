"""``actors export``: the network for other programs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from actors.cli.command import Command
from actors.cli.options import (
    Plugin,
    background_option,
    level_options,
    study_argument,
    unnamed_option,
)
from actors.cli.options import level as chosen

EPILOG = """\b
Examples:
  actors export output/ --format gexf
  actors export output/ --format graphml --level state -o states.graphml
  actors export output/ --format csv -o tables/
"""


@click.command("export", cls=Command, epilog=EPILOG)
@study_argument
@click.option(
    "--format",
    required=True,
    type=Plugin("exporters"),
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
    """Write the network for another program.

    As GEXF, GraphML, JSON (node-link), CSV tables or FollowTheMoney entities.
    """
    from actors.cli.progress import working
    from actors.study import open_study

    with working("Writing"):
        paths = open_study(study).export(
            format, output, background=background, unnamed=unnamed, **chosen(level, on, private)
        )
    for path in paths:
        click.echo(path)
