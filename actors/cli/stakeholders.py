"""``actors stakeholders``: who has power over an issue, interest in it, and a claim on it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actors.cli.options import format_option, study_argument

if TYPE_CHECKING:
    from actors.stakeholders import Issue, Stakeholder
    from actors.stakeholders.scores import Score
    from actors.study.stakeholding import Stakes

EPILOG = """\b
Examples:
  actors stakeholders output/ --issue "border security"
  actors stakeholders output/ --issue "border security=border*,frontier*" --sentences 2
  actors stakeholders output/ --issues issues.toml --overrides scores.csv --format csv
"""
SCORES = ("power", "interest", "legitimacy", "urgency")


def issue_options(command: Any) -> Any:
    """``--issue``, ``--issues`` and ``--overrides``, as several commands take them."""
    for option in (
        click.option(
            "--overrides",
            type=click.Path(path_type=Path, dir_okay=False),
            default=None,
            help="The analyst's scores: a CSV with actor, score, value, reason (and issue).",
        ),
        click.option(
            "--issues",
            "file",
            type=click.Path(path_type=Path, dir_okay=False),
            default=None,
            help='A TOML file with an issue a line: "border security" = ["border*"].',
        ),
        click.option(
            "--issue",
            "named",
            multiple=True,
            metavar="NAME[=TERM,TERM]",
            help="An issue, and the words that show it (default: its name). May be repeated.",
        ),
    ):
        command = option(command)
    return command


@click.command("stakeholders", epilog=EPILOG)
@study_argument
@issue_options
@format_option
@click.option("--top", type=click.IntRange(min=1), default=None, help="Only the first N.")
@click.option(
    "--sentences",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Sentences to print for each, below the table.",
)
def command(
    study: Path,
    named: tuple[str, ...],
    file: Path | None,
    overrides: Path | None,
    format: str,
    top: int | None,
    sentences: int,
) -> None:
    """Print the stakeholders of issues in STUDY: power, interest, legitimacy, urgency.

    Scores lie between 0 and 1; from 0.5 on they are high. A * marks a score that the
    analyst has put in the place of the computed one. The formulas: docs/stakeholders.md.
    """
    from actors.stakeholders import read_overrides
    from actors.study import open_study
    from actors.study.stakeholding import stakes

    found = stakes(
        open_study(study),
        issues(named, file),
        read_overrides(overrides) if overrides else (),
    )
    shown = {name: held[:top] for name, held in found.stakeholders.items()}
    if format == "table":
        _print_tables(found, shown, sentences)
    elif format == "csv":
        _print_csv(shown)
    else:
        click.echo(json.dumps(_record(found, shown), ensure_ascii=False, indent=2))


def issues(named: tuple[str, ...], file: Path | None) -> list[Issue]:
    """The issues of ``--issue`` and ``--issues`` together.

    Raises:
        SettingsError: there are none, or two have one name
    """
    from actors.errors import SettingsError
    from actors.stakeholders import parse_issue, read_issues

    found = [parse_issue(text) for text in named] + (read_issues(file) if file else [])
    if not found:
        raise SettingsError('name an issue, as in --issue "border security"')
    names = [issue.name for issue in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise SettingsError(f"two issues are called {twice[0]!r}: give each its own name")
    return found


def _print_tables(found: Stakes, shown: dict[str, list[Stakeholder]], sentences: int) -> None:
    from rich.console import Console
    from rich.markup import escape

    from actors.study.findings.material import count

    console = Console(width=None if Console().is_terminal else 160, highlight=False)
    for name, held in shown.items():
        about = found.sentences[name]
        console.print(f"\n[bold]{escape(name)}[/]: {count(about, 'sentence')} about it")
        if about < 10:
            console.print("Few: name more words with --issue NAME=TERM,TERM", style="yellow")
        console.print(_grid(held))
        for each in held:
            _print_evidence(console, each, sentences)


def _grid(held: list[Stakeholder]) -> Any:
    from rich.markup import escape
    from rich.table import Table

    table = Table()
    table.add_column("Stakeholder")
    for name in (*SCORES, "stance"):
        table.add_column(name, justify="right")
    for name in ("grid", "salience"):
        table.add_column(name)
    for each in held:
        table.add_row(
            escape(each.name),
            *(_shown(getattr(each, name)) for name in SCORES),
            "" if each.stance is None else f"{each.stance:+.2f}",
            each.quadrant,
            each.salience,
        )
    return table


def _shown(score: Score) -> str:
    return f"{score.value:.2f}{'*' if score.overridden else ''}"


def _print_evidence(console: Any, each: Stakeholder, sentences: int) -> None:
    from rich.markup import escape

    changed = [(name, score) for name in SCORES if (score := getattr(each, name)).overridden]
    if sentences or changed:
        console.print(f"\n[bold]{escape(each.name)}[/]")
    for name, score in changed:
        console.print(
            f"  * {name} {score.value:.2f} (computed: {score.computed:.2f}): {escape(score.reason)}"
        )
    for one in each.evidence[:sentences]:
        where = ", ".join(filter(None, (one.source, one.date, one.name)))
        console.print(f"  {escape(' '.join(one.text.split()))}  [dim]{escape(where)}[/]")


def _print_csv(shown: dict[str, list[Stakeholder]]) -> None:
    import csv
    import sys

    from actors.export.text import cell

    rows = list(_rows(shown))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(rows[0])
    for row in rows:
        writer.writerow([cell(one) if isinstance(one, str) else one for one in row.values()])


def _rows(shown: dict[str, list[Stakeholder]]) -> Iterator[dict[str, Any]]:
    for issue, held in shown.items():
        for each in held:
            scores: dict[str, Any] = {}
            for name in SCORES:
                score: Score = getattr(each, name)
                scores |= {
                    name: round(score.value, 4),
                    f"{name}_computed": round(score.computed, 4),
                }
                scores |= {f"{name}_why": score.why, f"{name}_reason": score.reason}
            first = each.evidence[0]
            yield {
                "issue": issue,
                "key": each.key,
                "name": each.name,
                "kind": each.kind,
                **scores,
                "stance": "" if each.stance is None else round(each.stance, 4),
                "for": each.statements[0],
                "against": each.statements[1],
                "grid": each.quadrant,
                "salience": each.salience,
                "sentence": " ".join(first.text.split()),
                "document": first.name,
                "date": first.date,
            }


def _record(found: Stakes, shown: dict[str, list[Stakeholder]]) -> dict[str, Any]:
    influence = found.influence
    return {
        "issues": [
            {"name": one.name, "terms": one.terms, "sentences": found.sentences[one.name]}
            for one in found.issues
        ],
        "stakeholders": [
            row | {"evidence": [_passage(one) for one in each.evidence]}
            for row, each in zip(_rows(shown), (e for h in shown.values() for e in h), strict=True)
        ],
        "influence": {
            "actors": influence.actors,
            "names": influence.names,
            "direct": influence.direct.tolist(),
            "indirect_length": influence.indirect.length,
            "indirect_stable": influence.indirect.stable,
            "indirect_influence": influence.indirect.influence.tolist(),
            "indirect_dependence": influence.indirect.dependence.tolist(),
            "mactor_midi": influence.balance.total.tolist(),
            "mactor_ratio": influence.balance.ratio.tolist(),
            "convergence": influence.together.tolist(),
            "divergence": influence.against.tolist(),
        },
    }


def _passage(one: Any) -> dict[str, Any]:
    place = {"document": one.name, "start": one.start, "end": one.end, "about": one.distance == 0}
    return place | {"text": one.text, "source": one.source, "date": one.date}
