"""Days put into periods of one length, chosen so that a figure has neither few nor many."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

MOST = 31
"""Periods that a figure may have before the next longer length is taken."""
LENGTHS = ("day", "week", "month", "quarter", "year")


def periods(days: Sequence[str]) -> list[str]:
    """The first days of the periods that cover some days, without gaps; ISO dates.

    Days if there are at most 31 of them, else weeks (from Monday), months, quarters or years.

    >>> periods(["2021-07-05", "2021-07-07"])
    ['2021-07-05', '2021-07-06', '2021-07-07']
    >>> periods(["2021-07-05", "2021-09-07"])[:2]
    ['2021-07-05', '2021-07-12']
    >>> periods([])
    []
    """
    if not days:
        return []
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    for length in LENGTHS:
        starts = _starts(first, last, length)
        if len(starts) <= MOST:
            break
    return [start.isoformat() for start in starts]


def length(labels: Sequence[str]) -> str:
    """What periods are called: the distance of the first two.

    >>> length(["2021-07-05", "2021-07-12"]), length(["2021-07-05"])
    ('week', 'day')
    """
    if len(labels) < 2:
        return "day"
    apart = (date.fromisoformat(labels[1]) - date.fromisoformat(labels[0])).days
    return LENGTHS[bisect_right((2, 8, 32, 93), apart)]


def binned(days: Iterable[str], labels: Sequence[str]) -> list[int]:
    """How many of some days fall into each period; those before the first are left out.

    >>> binned(["2021-07-05", "2021-07-06", "2020-01-01"], ["2021-07-05", "2021-07-12"])
    [2, 0]
    """
    counts = [0] * len(labels)
    for day in days:
        place = place_of(day, labels)
        if place >= 0:
            counts[place] += 1
    return counts


def place_of(day: str, labels: Sequence[str]) -> int:
    """The number of the period that holds a day; -1 before the first.

    >>> place_of("2021-07-13", ["2021-07-05", "2021-07-12"])
    1
    """
    return bisect_right(labels, day) - 1


def _starts(first: date, last: date, length: str) -> list[date]:
    start = _start(first, length)
    found = [start]
    while (start := _next(start, length)) <= last:
        found.append(start)
    return found


def _start(day: date, length: str) -> date:
    match length:
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
    return day.replace(month=1, day=1)


def _next(start: date, length: str) -> date:
    if length in ("day", "week"):
        return start + timedelta(days=1 if length == "day" else 7)
    months = {"month": 1, "quarter": 3, "year": 12}[length]
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, 1)
