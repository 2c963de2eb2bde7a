"""Periods of a study: as they are typed, as its documents need them, and what each tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from actors.errors import NotFound, SettingsError
from actors.network.slices import LENGTHS, Period, fitting, periods, rolling
from actors.store.holdings import coverage, stories_told

if TYPE_CHECKING:
    from actors.store import Store

__all__ = [
    "DateRange",
    "Periods",
    "as_days",
    "chosen_periods",
    "parse_period",
    "span",
    "study_periods",
    "told",
]

DateRange: TypeAlias = str | Sequence[date | str | None]
"""``"2021-07-01..2021-07-14"``, or the first and the last day."""

Periods: TypeAlias = "str | int | Iterable[str | Sequence[date | str | None] | Period] | None"


def parse_period(text: str) -> tuple[date | None, date | None]:
    """Read ``FROM..TO``; either may be left out.

    Raises:
        SettingsError: it is not two ISO dates in order

    >>> parse_period("2021-07-01..2021-07-10")
    (datetime.date(2021, 7, 1), datetime.date(2021, 7, 10))
    >>> parse_period("..2021-07-10")[0] is None
    True
    """
    first, dots, last = text.partition("..")
    try:
        since = date.fromisoformat(first) if first else None
        until = date.fromisoformat(last) if last else None
    except ValueError:
        since = until = None
    backwards = since and until and until < since
    if not dots or not (since or until) or backwards:
        raise SettingsError(
            f"the period {text!r} cannot be read: write it as 2021-07-01..2021-07-10"
        )
    return since, until


def as_days(period: DateRange) -> tuple[date | None, date | None]:
    """The first and the last day of a period, in whatever way it is given.

    Args:
        period: ``"2021-07-01..2021-07-10"``, or two days (dates, or strings such as
            ``"2021-07-01"``); an end left out, `None` or empty is open

    Raises:
        SettingsError: it is not two days in order

    >>> as_days(("2021-07-01", None))
    (datetime.date(2021, 7, 1), None)
    """
    if isinstance(period, str):
        return parse_period(period)
    if len(period) != 2:
        raise SettingsError(f"a period has a first and a last day, not {len(period)} days")
    first, last = (str(day)[:10] if day else "" for day in period)
    return parse_period(f"{first}..{last}") if first or last else (None, None)


def span(store: Store) -> tuple[date, date]:
    """The days of the first and of the last document.

    Raises:
        NotFound: no document has a date
    """
    found = coverage(store)
    if found.first is None or found.last is None:
        raise NotFound(
            "no document of the study has a date, so nothing can be put in time: give texts a "
            "line such as 'date: 2021-07-05' at the top, or tables --column date=NAME"
        )
    return found.first, found.last


def study_periods(store: Store, length: str | int | None = "week", step: int = 1) -> list[Period]:
    """Periods that cover the documents of a study.

    Args:
        store: the records of the study
        length: ``"day"``, ``"week"``, ``"month"``, ``"quarter"``, ``"year"``, a number of days
            for a rolling window, or nothing for the shortest that gives 31 periods at most
        step: days by which a rolling window moves

    Raises:
        NotFound: no document has a date
        SettingsError: there is no such length
    """
    first, last = span(store)
    if isinstance(length, int):
        return rolling(first, last, length, step)
    return periods(first, last, length or fitting(first, last))


def chosen_periods(store: Store, given: Periods = None) -> list[Period]:
    """Periods in any of the ways in which they may be given.

    Args:
        store: the records of the study whose documents they cover
        given: ``"day"``, ``"week"``, ``"month"``, ``"quarter"`` or ``"year"``; a number of days,
            or ``"30/7"`` for windows of 30 days that move by 7; periods one by one, as in
            ``["2021-07-01..2021-07-14", "2021-07-15..2021-07-31"]``; nothing for the shortest
            calendar periods that are 31 at most

    Raises:
        NotFound: no document has a date
        SettingsError: they can't be read, or one has no end
    """
    several = [given] if isinstance(given, str | int) else list(given or ())
    first = str(several[0]) if several else ""
    width, slash, step = first.partition("/")
    if len(several) <= 1 and (not first or first in LENGTHS):
        return study_periods(store, first or None)
    if len(several) == 1 and width.isdecimal() and (step.isdecimal() or not slash):
        return study_periods(store, int(width), int(step or width))
    ends = [
        (one.since, one.until)
        if isinstance(one, Period)
        else as_days(str(one) if isinstance(one, int) else one)
        for one in several
    ]
    if any(since is None or until is None for since, until in ends):
        raise SettingsError("a period of a timeline needs both its days: 2021-07-01..2021-07-10")
    return [Period(since, until) for since, until in ends if since and until]


def told(store: Store, periods: Sequence[Period]) -> list[int]:
    """How many stories the documents of each period tell."""
    return [len(stories_told(store, each.since, each.until)) for each in periods]
