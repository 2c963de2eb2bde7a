"""``actors build``: documents to a study and its page."""

from __future__ import annotations

from pathlib import Path

import click

from actors.cli.options import parse_columns, reading_options, settings

EPILOG = """\b
Examples:
  actors build seeds/ -o output/
  actors build 'reports/*.pdf' briefing.docx -o border/ --engine processes
  actors build news.csv --column text=body --column date=day -o news/
  cat report.txt | actors build - -o output/
"""


@click.command("build", epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="DOCUMENTS...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output"),
    show_default=True,
    help="Folder of the study.",
)
@click.option(
    "--window",
    default="sentence",
    show_default=True,
    help="What occurs together: sentence, paragraph, document, or a number of sentences.",
)
@click.option(
    "--known",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="A list of known actors: CSV, or FollowTheMoney entities as JSON lines.",
)
@click.option("--fresh", is_flag=True, help="Start over, even if there is a study.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar, no summary.")
@reading_options
def command(
    paths: tuple[str, ...],
    output: Path,
    window: str,
    known: Path | None,
    fresh: bool,
    quiet: bool,
    model: str,
    recogniser: bool,
    metonymy: str,
    recall: bool,
    columns: tuple[str, ...],
    languages: tuple[str, ...],
    engine: str,
    workers: int | None,
) -> None:
    """Read DOCUMENTS and leave the study, its page, tables and graphs in a folder.

    DOCUMENTS are files, folders (read with all that is in them), globs, or - for standard
    input, in any format that `actors formats` lists. What an earlier run has read is not read
    again; new documents are added, changed ones replaced.
    """
    from actors.cli.progress import progress_bars
    from actors.cli.summary import print_summary
    from actors.study import build

    with progress_bars(quiet=quiet) as progress:
        study = build(
            paths,
            output,
            settings=settings(model, recogniser, metonymy, recall, window),
            engine=engine,
            workers=workers,
            columns=parse_columns(columns),
            languages=languages,
            fresh=fresh,
            known=known,
            progress=progress,
        )
    if not quiet:
        print_summary(study)
