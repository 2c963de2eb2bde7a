"""``actors stakeholders``: who has power over an issue, interest in it, and a claim on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actors.cli.command import Command
from actors.cli.evidence import where
from actors.cli.options import (
    Decorated,
    format_option,
    sentences_option,
    study_argument,
    top_option,
)
from actors.cli.printed import print_csv, print_json
from actors.cli.screen import line, note, say
from actors.cli.tables import ScreenTable, numbers, print_table, words

if TYPE_CHECKING:
    from actors.analysis.stakeholders import Stakes
    from actors.stakeholders import Issue, Passage, Stakeholder
    from actors.stakeholders.scores import Score

EPILOG = """\b
Examples:
  actors stakeholders output/ --issue "border security"
  actors stakeholders output/ --issue "security=secur*,defen*" --sentences 2
  actors stakeholders output/ --issue refugees --top 5 --format csv
"""
_SCORES = ("power", "interest", "legitimacy", "urgency")


def issue_options(command: Decorated) -> Decorated:
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


@click.command("stakeholders", cls=Command, epilog=EPILOG)
@study_argument
@issue_options
@format_option
@top_option()
@sentences_option(0, "stakeholder, below the table")
def command(
    study: Path,
    named: tuple[str, ...],
    file: Path | None,
    overrides: Path | None,
    format: str,
    top: int | None,
    sentences: int,
) -> None:
    """Rank the stakeholders of issues by power and interest.

    Legitimacy, urgency and stance stand beside them. Scores lie between 0 and 1; from 0.5 on
    they are high. A * marks a score that the analyst has put in the place of the computed
    one. The formulas: docs/stakeholders.md.
    """
    from actors.analysis.measuring import as_mapping
    from actors.analysis.stakeholders import POWER_MEASURES, stakes
    from actors.cli.progress import working
    from actors.stakeholders import read_overrides
    from actors.study import open_study

    chosen = read_overrides(overrides) if overrides else ()
    with working("Reading what is said of the issues"):
        opened = open_study(study)
        graph, measures = opened.graph(), as_mapping(opened.measures(names=POWER_MEASURES))
        with opened.store() as store:
            found = stakes(store, graph, measures, issues(named, file), chosen)
    shown = {name: held[:top] for name, held in found.stakeholders.items()}
    if format == "table":
        _print_tables(found, shown, sentences)
    elif format == "csv":
        print_csv(list(_rows(shown)))
    else:
        print_json(_record(found, shown))


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
    from actors.views.wording import count

    for name, held in shown.items():
        about = found.sentences[name]
        say(f"{line(name)}: {count(about, 'sentence')} about it", "bold")
        if about < 10:
            note("few sentences: name more words with --issue NAME=TERM,TERM")
        print_table(_table(held))
        for each in held:
            _print_evidence(each, sentences)


def _table(held: list[Stakeholder]) -> ScreenTable:
    rows = [
        (
            each.name,
            *(_shown(getattr(each, name)) for name in _SCORES),
            "" if each.stance is None else f"{each.stance:+.2f}",
            each.quadrant,
            each.salience,
        )
        for each in held
    ]
    columns = [*words("stakeholder"), *numbers(*_SCORES, "stance"), *words("grid", "salience")]
    return ScreenTable(columns, rows)


def _shown(score: Score) -> str:
    return f"{score.value:.2f}{'*' if score.overridden else ''}"


def _print_evidence(each: Stakeholder, sentences: int) -> None:
    changed = [(name, score) for name in _SCORES if (score := getattr(each, name)).overridden]
    if sentences or changed:
        say(line(each.name), "bold")
    for name, score in changed:
        said = f"* {name} {score.value:.2f} (computed: {score.computed:.2f}): {score.reason}"
        say(line(said), indent=2)
    for one in each.evidence[:sentences]:
        place = where({"source": one.source, "date": one.date, "name": one.name})
        say(f"{line(one.text)} ({place})", indent=2)


def _rows(shown: dict[str, list[Stakeholder]]) -> Iterator[dict[str, object]]:
    for issue, held in shown.items():
        for each in held:
            scores: dict[str, object] = {}
            for name in _SCORES:
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


def _record(found: Stakes, shown: dict[str, list[Stakeholder]]) -> dict[str, object]:
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
            "overridden": [
                {
                    "actor": influence.names[row],
                    "on": influence.names[column],
                    "level": float(influence.direct[row, column]),
                    "computed": float(influence.computed[row, column]),
                    "reason": reason,
                }
                for (row, column), reason in influence.reasons.items()
            ],
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


def _passage(one: Passage) -> dict[str, object]:
    place = {"document": one.name, "start": one.start, "end": one.end, "about": one.distance == 0}
    return place | {"text": one.text, "source": one.source, "date": one.date}
