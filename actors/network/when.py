"""When a sentence happened: days, months, years and stretches of time, put into periods.

A text may give a day (``2021-07-05``), a month (``2021-07``), a year (``2021``), or a first and a
last of them (``2021-07-05/2021-07-09``, ISO 8601). What is known only to the year belongs into a
year, and into no day of it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

Days = tuple[date, date]
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@lru_cache(maxsize=65_536)
def span(written: str) -> Days | None:
    """The first and the last day that a date can mean; nothing if it is no date.

    >>> [str(day) for day in span("2012-02")]
    ['2012-02-01', '2012-02-29']
    >>> [str(day) for day in span("2021-07-05/2021-07")]
    ['2021-07-05', '2021-07-31']
    >>> span("last summer") is None
    True
    """
    first, _, last = written.partition("/")
    ends = _one(first), _one(last or first)
    if ends[0] is None or ends[1] is None or ends[1][1] < ends[0][0]:
        return None
    return ends[0][0], ends[1][1]


def taken_place(sentence: Mapping[str, Any]) -> Days | None:
    """The days in which what a sentence tells took place; nothing if no day is known.

    Those of the event where the text gives them, else the day of the document.
    """
    return span(str(sentence.get("event_date") or "")) or span(str(sentence.get("date") or ""))


def within(sentence: Mapping[str, Any], since: date | None, until: date | None) -> bool:
    """Whether a sentence belongs into a period, both days included.

    Where the event is no longer than the period, it belongs where it begins. Where it is
    longer, as a year is against a month, the day of the document stands for it if it lies in
    it (*this year*, in a report of that year); otherwise it belongs into no such period. Of a
    period without an end it has to keep to the end there is.

    >>> told = {"event_date": "2012", "date": "2012-03-05"}
    >>> within(told, date(2012, 1, 1), date(2012, 12, 31))
    True
    >>> within(told, date(2012, 1, 1), date(2012, 1, 31))
    False
    >>> within(told, date(2012, 3, 1), date(2012, 3, 31))
    True
    """
    days = taken_place(sentence)
    if days is None:
        return False
    if since is None or until is None:
        return (since is None or since <= days[0]) and (until is None or days[1] <= until)
    if days[1] - days[0] <= until - since:
        return since <= days[0] <= until
    told = span(str(sentence.get("date") or ""))
    if told is None or told[0] != told[1]:
        return False
    return days[0] <= told[0] <= days[1] and since <= told[0] <= until


def _one(written: str) -> Days | None:
    found = _DATE.fullmatch(written.strip())
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    first_month, last_month = (month, month) if month else (1, 12)
    try:
        last_day = day or monthrange(year or 0, last_month)[1]
        return date(year or 0, first_month, day or 1), date(year or 0, last_month, last_day)
    except ValueError:  # no such month or day
        return None
