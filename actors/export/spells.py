"""On which days a tie is reported, as runs of days, for programs with a timeline."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeAlias

from actors.knowledge.calendar import span
from actors.types import TieAttributes

__all__ = ["days", "spells"]

Spell: TypeAlias = tuple[str, str]


def spells(days: Iterable[str]) -> list[Spell]:
    """Runs of days without a gap: the first and the last day of each.

    >>> spells(["2021-07-06", "2021-07-05", "2021-07-09"])
    [('2021-07-05', '2021-07-06'), ('2021-07-09', '2021-07-09')]
    """
    found: list[Spell] = []
    for day in sorted(set(days)):
        if found and _after(found[-1][1]) == day:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def days(tie: TieAttributes) -> set[str]:
    """The days (ISO 8601) on which a tie is reported.

    That of the event where the text gives it, else that of the document. Of a co-occurrence
    only the days of the sentences that it keeps are known, and its first and last day.
    """
    said = {one.get("event_date") or one.get("date") or "" for one in tie.get("evidence") or ()}
    said |= {str(tie.get("first") or ""), str(tie.get("last") or "")}
    known = [between for each in said if (between := span(each))]
    return {first.isoformat() for first, last in known if first == last}


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
