"""The analyst's own scores, from a CSV: each with a reason, none of them silently."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from actors.atomic import replacing
from actors.errors import CurationError
from actors.stakeholders.scores import Score

_COLUMNS = ("actor", "score", "value", "reason")
SCORE_NAMES = ("power", "interest", "legitimacy", "urgency")
"""The scores that an analyst may override."""
_ALL = (*_COLUMNS, "issue")


@dataclass(frozen=True, slots=True)
class Override:
    """One line of the CSV: ``actor`` as written, ``issue`` empty for all issues."""

    line: int
    actor: str
    issue: str
    score: str
    value: float
    reason: str


def read_overrides(path: Path) -> list[Override]:
    """Read the columns actor, score, value, reason, and issue if there is one.

    Raises:
        CurationError: a column is missing, or a line can't be used; all such lines are named
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(_checked(csv.DictReader(file, strict=True), path))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CurationError(f"{path}: {error}") from error


def put_override(path: Path, actor: str, issue: str, score: str, value: str, reason: str) -> None:
    """Write a score into the CSV, in the place of an earlier one of the same actor and issue.

    Args:
        path: the file, made if it is missing
        actor: the name of the actor
        issue: the name of the issue; empty for all
        score: one of `SCORE_NAMES`
        value: a number between 0 and 1, as it was typed
        reason: why

    Raises:
        CurationError: the line can't be used, or the file can't be read; nothing was written
    """
    kept = read_overrides(path) if path.exists() else []
    row = dict(zip(_ALL, (actor, score, value, reason, issue), strict=True))
    if fault := _fault(row, False):
        raise CurationError(fault)
    place = (actor.casefold(), issue, score)
    rows = [
        {**{name: str(getattr(one, name)) for name in _ALL}, "value": f"{one.value:g}"}
        for one in kept
        if (one.actor.casefold(), one.issue, one.score) != place
    ]
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="") as file:
        written = csv.DictWriter(file, _ALL, lineterminator="\n")
        written.writeheader()
        written.writerows([*rows, row])
        file.flush()
        os.fsync(file.fileno())


def override(scores: Mapping[str, Score], chosen: Iterable[Override]) -> dict[str, Score]:
    """The scores of an actor with the analyst's in place; what was computed is kept.

    >>> found = override({"power": Score(0.2, 0.2, "rank")},
    ...     [Override(2, "Taliban", "", "power", 0.9, "they hold most districts")])
    >>> found["power"].value, found["power"].computed, found["power"].overridden
    (0.9, 0.2, True)
    """
    found = dict(scores)
    for each in chosen:
        found[each.score] = replace(found[each.score], value=each.value, reason=each.reason)
    return found


def _checked(rows: csv.DictReader[str], path: Path) -> Iterator[Override]:
    missing = [name for name in _COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise CurationError(
            f"{path}: no column {', '.join(missing)}; the first line must name "
            f"{', '.join(_COLUMNS)}, and issue where a score holds for one issue only"
        )
    faults: list[str] = []
    seen: dict[tuple[str, str, str], int] = {}
    for row in rows:
        filled = {str(name): (cell or "").strip() for name, cell in row.items() if name}
        fault = _fault(filled, len(row) > len(filled))
        place = (filled["actor"].casefold(), filled.get("issue", ""), filled["score"])
        if not fault and place in seen:
            fault = f"says again what line {seen[place]} says"
        if fault:
            faults.append(f"\n  line {rows.line_num}: {fault}")
            continue
        seen[place] = rows.line_num
        yield Override(
            rows.line_num,
            filled["actor"],
            filled.get("issue", ""),
            filled["score"],
            float(filled["value"]),
            filled["reason"],
        )
    if faults:
        raise CurationError(f"{path}:{''.join(faults)}")


def _fault(row: Mapping[str, str], too_long: bool) -> str:
    """What is wrong with a line; empty if nothing is."""
    if too_long:
        return "more cells than columns: put text with commas in quotes"
    empty = [name for name in _COLUMNS if not row[name]]
    if empty:
        return f"{', '.join(empty)} is empty"
    if row["score"] not in SCORE_NAMES:
        return f"{row['score']!r} is no score: use {', '.join(SCORE_NAMES)}"
    try:
        value = float(row["value"])
    except ValueError:
        return f"{row['value']!r} is no number"
    return "" if 0 <= value <= 1 else f"{row['value']} is not between 0 and 1"
