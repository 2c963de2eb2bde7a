"""The periods of a report: of one length, and so many that a figure has neither few nor many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from actors.network.slices import fitting
from actors.network.slices import periods as covering
from actors.network.when import within
from actors.types import Evidence

if TYPE_CHECKING:
    from actors.network.slices import Period

TAIL, STRETCH = 0.05, 3
"""Early and late documents, as a share, that are left out if they stretch the time so often."""


def periods(days: Sequence[str]) -> list[Period]:
    """Periods that cover some days, without gaps: see `actors.network.slices.fitting`.

    A few documents far from all others would make one period of all others: where the first or
    last twentieth stretches the time more than threefold, it is left out.

    Args:
        days: of the documents, ISO

    >>> [str(period.since) for period in periods(["2021-07-05", "2021-09-07"])][:2]
    ['2021-07-05', '2021-07-12']
    >>> periods([])
    []
    """
    if not days:
        return []
    first, last = window(sorted(map(date.fromisoformat, days)))
    return covering(first, last, fitting(first, last))


def window(days: Sequence[date]) -> tuple[date, date]:
    """The first and the last day, without stragglers.

    >>> late = [date(2022, 7, day) for day in range(1, 31)]
    >>> [str(day) for day in window([date(2019, 2, 14), *late])]
    ['2022-07-01', '2022-07-30']
    """
    cut = int(len(days) * TAIL)
    inner = days[cut], days[-1 - cut]
    most = STRETCH * max(1, (inner[1] - inner[0]).days)
    first = days[0] if (inner[1] - days[0]).days <= most else inner[0]
    last = days[-1] if (days[-1] - inner[0]).days <= most else inner[1]
    return first, last


def length(found: Sequence[Period]) -> str:
    """What periods are called.

    >>> length(periods(["2021-07-05", "2021-09-07"]))
    'week'
    """
    longest = max(((one.until - one.since).days + 1 for one in found), default=1)
    known = ((1, "day"), (7, "week"), (31, "month"), (92, "quarter"))
    return next((name for days, name in known if longest <= days), "year")


def binned(told: Iterable[Evidence], found: Sequence[Period]) -> list[int]:
    """How many of some sentences, or documents, fall into each period.

    >>> week = periods(["2021-07-05", "2021-07-06"])
    >>> binned([{"date": "2021-07-06"}, {"date": "2021-07"}, {"date": ""}], week)
    [0, 1]
    """
    counts = [0] * len(found)
    for one in told:
        place = place_of(one, found)
        if place >= 0:
            counts[place] += 1
    return counts


def place_of(one: Evidence, found: Sequence[Period]) -> int:
    """The number of the period that a sentence belongs to; -1 if to none."""
    places = (n for n, period in enumerate(found) if within(one, period.since, period.until))
    return next(places, -1)
