"""When a sentence happened, put into periods.

What is known only to the year belongs into a year, and into no day of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from actors.knowledge.calendar import Days, span


def taken_place(sentence: Mapping[str, object]) -> Days | None:
    """The days in which what a sentence tells took place; nothing if no day is known.

    Those of the event where the text gives them, else the day of the document.
    """
    return span(str(sentence.get("event_date") or "")) or span(str(sentence.get("date") or ""))


def within(sentence: Mapping[str, object], since: date | None, until: date | None) -> bool:
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


def extent(written: Iterable[str]) -> tuple[str, str]:
    """From when to when some dates reach, each end as precise as it was written; or empty.

    >>> extent(["2012-03", "2012", "2012-02-05/2012-02-11"])
    ('2012', '2012')
    >>> extent(["2012-03", "2012-02-05/2012-02-11"]), extent([])
    (('2012-02-05', '2012-03'), ('', ''))
    """
    known = [(days, each) for each in written if (days := span(each))]
    if not known:
        return "", ""
    first = min((days[0], each.partition("/")[0]) for days, each in known)
    last = max((days[1], each.rpartition("/")[2]) for days, each in known)
    return first[1], last[1]
