"""``actors export``: the network for other programs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from actors.cli.command import Command
from actors.cli.levels import background_option, level_options, unnamed_option
from actors.cli.levels import level as chosen
from actors.cli.options import Plugin, study_argument
from actors.factuality import STATUSES

EPILOG = """\b
Formats (docs/exports.md says what to click in each program):
  gexf                Gephi, with places, colours, measures and days
  gephi-csv           Gephi's spreadsheets
  graphml             igraph, Cytoscape, yEd
  json, graphology    D3; sigma.js
  csv                 spreadsheets
  kumu, polinode      workbooks for these services
  neo4j               the bulk import of Neo4j
  pajek, ucinet, vna  Pajek; UCINET (DL); NetDraw
  r                   R: tables and a script for igraph and statnet
  netzschleuder       CSV as in the repository of that name
  i2                  i2 Analyst's Notebook
  ftm                 FollowTheMoney: Aleph, OpenSanctions
  dna                 Discourse Network Analyzer, congruence and conflict

\b
Examples:
  actors export output/ --format gexf
  actors export output/ --format gexf --layer stated --sign negative
  actors export output/ --format pajek --kind country --kind organisation
  actors export output/ --format r --period 2021-07-01..2021-07-14
  actors export output/ --format graphml --level state -o states.graphml
  actors export output/ --format dna --issue "border=border*,frontier*"
"""


@click.command("export", cls=Command, epilog=EPILOG)
@study_argument
@click.option(
    "--format",
    required=True,
    metavar="FORMAT",
    type=Plugin("exporters"),
    help="For which program; the formats are listed below.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    help="The file to write; the folder for formats of several files (default: beside the study).",
)
@click.option(
    "--layer",
    "layers",
    multiple=True,
    type=click.Choice(["stated", "cooccurrence", "background"]),
    help="Only this layer. May be repeated.",
)
@click.option(
    "--sign",
    "signs",
    multiple=True,
    type=click.Choice(["positive", "negative", "neutral", "+", "-", "0"]),
    help="Only ties of this sign; ties that are planned or denied have none. May be repeated.",
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(tuple(STATUSES)),
    metavar="STATUS",
    help="Only ties that are asserted, planned, demanded, denied ... May be repeated.",
)
@click.option(
    "--period",
    metavar="FROM..TO",
    help="Only what happened in these days, both included; either end may be left out.",
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(["country", "organisation", "person", "group"]),
    help="Only ties among actors of this kind. May be repeated.",
)
@click.option(
    "--min-weight",
    type=click.FloatRange(min=0),
    metavar="N",
    help="Only ties with at least N sentences.",
)
@click.option(
    "--concept",
    type=click.Choice(["relation", "target"]),
    help="With --format dna: a concept is a type of tie towards an actor, or the actor.",
)
@click.option(
    "--issue",
    "issues",
    multiple=True,
    metavar="NAME[=WORDS]",
    help="With --format dna: concepts are issues, found by words as in actors stakeholders.",
)
@background_option
@unnamed_option
@level_options
def command(
    study: Path,
    format: str,
    output: Path | None,
    layers: tuple[str, ...],
    signs: tuple[str, ...],
    statuses: tuple[str, ...],
    period: str | None,
    kinds: tuple[str, ...],
    min_weight: float | None,
    concept: str | None,
    issues: tuple[str, ...],
    level: str,
    on: datetime | None,
    private: bool,
    background: bool,
    unnamed: bool,
) -> None:
    """Write the network, or a part of it, for another program."""
    from actors.cli.progress import working
    from actors.stakeholders import parse_issue
    from actors.study import open_study

    with working("Writing"):
        paths = open_study(study).export(
            format,
            output,
            layer=layers or None,
            sign=signs or None,
            status=statuses or None,
            period=period,
            kinds=kinds or None,
            min_weight=min_weight,
            concept=concept,
            issues=[parse_issue(issue) for issue in issues],
            background=background,
            unnamed=unnamed,
            **chosen(level, on, private),
        )
    for path in paths:
        click.echo(path)
