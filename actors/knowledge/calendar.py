"""The calendar: the days that a written date can mean, be it a day, a month or a year.

A text may give a day (``2021-07-05``), a month (``2021-07``), a year (``2021``), or a first and a
last of them (``2021-07-05/2021-07-09``, ISO 8601).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

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
