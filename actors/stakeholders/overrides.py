"""The analyst's own scores, from a CSV: each with a reason, none of them silently."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from actors.atomic import replacing
from actors.errors import CurationError
from actors.stakeholders.scores import Score

_COLUMNS = ("actor", "score", "value", "reason")
SCORE_NAMES = ("power", "interest", "legitimacy", "urgency")
"""The scores that an analyst may override."""
INFLUENCE = "influence"
"""The level at which one actor moves another, whatever the issue: the column ``on`` names whom."""
INFLUENCE_LEVELS = ("0", "1", "2", "3")
_ALL = (*_COLUMNS, "issue", "on")


@dataclass(frozen=True, slots=True)
class Override:
    """One line of the CSV: ``actor`` as written, ``issue`` empty for all issues.

    ``on`` is whom the actor moves, where the score is that level, else empty.
    """

    line: int
    actor: str
    issue: str
    score: str
    value: float
    reason: str
    on: str = ""

    @property
    def place(self) -> tuple[str, str, str, str]:
        """What the line is about; no two lines say something of the same."""
        return self.actor.casefold(), self.issue, self.score, self.on.casefold()


def read_overrides(path: Path) -> list[Override]:
    """Read the columns actor, score, value, reason, and issue and on if they are there.

    Raises:
        CurationError: a column is missing, or a line can't be used; all such lines are named
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(_checked(csv.DictReader(file, strict=True), path))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CurationError(f"{path}: {error}") from error


def put_override(
    path: Path, actor: str, issue: str, score: str, value: str, reason: str, on: str = ""
) -> None:
    """Write a score into the CSV, in the place of an earlier one of the same actor and issue.

    Args:
        path: the file, made if it is missing
        actor: the name of the actor
        issue: the name of the issue; empty for all
        score: one of `SCORE_NAMES`, or `INFLUENCE`
        value: a number between 0 and 1, or one of `INFLUENCE_LEVELS`, as it was typed
        reason: why
        on: whom the actor moves at that level

    Raises:
        CurationError: the line can't be used, or the file can't be read; nothing was written
    """
    kept = read_overrides(path) if path.exists() else []
    row = dict(zip(_ALL, (actor, score, value, reason, issue, on), strict=True))
    if fault := _fault(row, False):
        raise CurationError(fault)
    added = Override(0, actor, issue, score, float(value), reason, on)
    _write(path, [*(one for one in kept if one.place != added.place), added])


def drop_override(path: Path, actor: str, issue: str, score: str, on: str = "") -> None:
    """Take a score out of the CSV, so that the computed one holds again.

    Raises:
        CurationError: the file does not have it, or can't be read; nothing was written
    """
    kept = read_overrides(path) if path.exists() else []
    place = Override(0, actor, issue, score, 0.0, "", on).place
    left = [one for one in kept if one.place != place]
    if len(left) == len(kept):
        raise CurationError(f"{path.name} has no {score} of {actor} for this")
    _write(path, left)


def _write(path: Path, overrides: Sequence[Override]) -> None:
    """Put lines in the place of the file; the column ``on`` is there if one of them needs it."""
    columns = _ALL if any(one.on for one in overrides) else _ALL[:-1]
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="") as file:
        written = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        written.writeheader()
        for one in overrides:
            told = {name: str(getattr(one, name)) for name in columns}
            written.writerow(told | {"value": f"{one.value:g}"})
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
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        filled = {str(name): (cell or "").strip() for name, cell in row.items() if name}
        fault = _fault(filled, len(row) > len(filled))
        issue, on = filled.get("issue", ""), filled.get("on", "")
        place = (filled["actor"].casefold(), issue, filled["score"], on.casefold())
        if not fault and place in seen:
            fault = f"says again what line {seen[place]} says"
        if fault:
            faults.append(f"\n  line {rows.line_num}: {fault}")
            continue
        seen[place] = rows.line_num
        yield Override(
            rows.line_num,
            filled["actor"],
            issue,
            filled["score"],
            float(filled["value"]),
            filled["reason"],
            on,
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
    if row["score"] not in (*SCORE_NAMES, INFLUENCE):
        return f"{row['score']!r} is no score: use {', '.join((*SCORE_NAMES, INFLUENCE))}"
    if (row["score"] == INFLUENCE) != bool(row.get("on")):
        return "influence needs the column on, whom the actor moves; other scores leave it empty"
    if row["score"] == INFLUENCE:
        return (
            "" if row["value"] in INFLUENCE_LEVELS else f"{row['value']!r} is no level from 0 to 3"
        )
    try:
        value = float(row["value"])
    except ValueError:
        return f"{row['value']!r} is no number"
    return "" if 0 <= value <= 1 else f"{row['value']} is not between 0 and 1"
