"""The stakeholders of issues, a row each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from actors.errors import SettingsError
from actors.frames.columns import FrameRow, frame, one_line
from actors.stakeholders.issues import Issue, parse_issue, read_issues

if TYPE_CHECKING:
    import pandas as pd

    from actors.analysis.stakeholders import Stakes
    from actors.stakeholders import Stakeholder

Issues: TypeAlias = str | Issue | Path | Iterable[str | Issue]
"""Issues as a user names them; a `Path` is that of a TOML file of issues."""

_SCORES = ("power", "interest", "legitimacy", "urgency")


def stakeholders(found: Stakes) -> pd.DataFrame:
    """The stakeholders of each issue, the weightiest first.

    Args:
        found: as `actors.analysis.stakeholders.stakes` gives it

    Returns:
        columns as `actors.frames.columns.COLUMNS` lists them
    """
    held = found.stakeholders.items()
    return frame("stakeholders", [_row(issue, one) for issue, each in held for one in each])


def as_issues(given: Issues) -> list[Issue]:
    """The issues that a user names.

    Args:
        given: ``"border security"``, ``"border security=border*,frontier*"``, an `Issue`,
            several of them, or the path of a TOML file

    Raises:
        SettingsError: there is none, two have one name, or one can't be read

    >>> as_issues("border security=border*,frontier*")
    [Issue(name='border security', terms=('border*', 'frontier*'))]
    """
    if isinstance(given, Path):
        found = read_issues(given)
    else:
        several = [given] if isinstance(given, str | Issue) else list(given)
        found = [one if isinstance(one, Issue) else parse_issue(one) for one in several]
    names = [issue.name for issue in found]
    if not names or len(set(names)) < len(names):
        raise SettingsError('name issues, each once, as in issues=["border security", "refugees"]')
    return found


def _row(issue: str, one: Stakeholder) -> FrameRow:
    scores = [getattr(one, name) for name in _SCORES]
    first = one.evidence[0]
    return (
        *(issue, one.name, one.kind),
        *(score.value for score in scores),
        float("nan") if one.stance is None else one.stance,
        *one.statements,
        *(one.quadrant, one.salience),
        *(one_line(first.text), first.name, first.date or None),
        *(score.computed for score in scores),
        *(one_line(score.why) for score in scores),
        *(one_line(score.reason) for score in scores),
        one.key,
    )
