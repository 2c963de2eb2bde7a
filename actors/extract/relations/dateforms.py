"""Expressions of time in a sentence, each as the first day it covers.

"On Wednesday", "last week" and "three days ago" count from the document's date; without
one only absolute dates are read. A period stands for its first day: "in 2012" is
2012-01-01, "last week" the Monday of the week before.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = "january february march april may june july august september october november december"
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
NUMBERS = "a one two three four five six seven eight nine ten eleven twelve"
SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9, "fall": 9}
MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
UNIT = r"(?P<unit>day|week|month|year|decade)s?"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: its characters in the sentence, and the first day it covers."""

    start: int
    end: int
    when: date


@functools.cache
def patterns() -> tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], date | None], date | None]], ...
]:
    """The forms, most specific first, each with its reading."""
    forms = (
        (r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b", numeric),
        (rf"\b{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b", dated),
        (rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b", dated),
        (rf"\b{MONTH},?\s+(?:of\s+)?{YEAR}\b", dated),
        (rf"\b(?P<season>winter|spring|summer|autumn|fall)\s+(?:of\s+)?{YEAR}\b", season),
        (rf"\b{DAY}\s+(?:of\s+)?{MONTH}\b", dated),
        (rf"\b{MONTH}\s+{DAY}\b(?!\s*(?:percent|%|million|people))", dated),
        (
            rf"\b(?P<count>{'|'.join(NUMBERS.split())}|an|\d{{1,3}})\s+{UNIT}\s+(?:ago|earlier)\b",
            ago,
        ),
        (rf"\b(?P<which>last|next|this|past|previous)\s+{UNIT}\b", period),
        (
            rf"\b(?P<which>last|next|this|past)?\s*\b(?P<weekday>{'|'.join(DAYS.split())})\b",
            weekday,
        ),
        (r"\b(?P<which>last|this|next)\s+(?P<season>winter|spring|summer|autumn|fall)\b", nearest),
        (r"\b(?P<which>last|past|this|the)\s+weekend\b", weekend),
        (r"\bthe\s+(?:early|late|mid)?[\s-]*(?P<year>1[89]\d0|20\d0)s\b", dated),
        (r"\b(?P<word>today|yesterday|tomorrow|tonight)\b", near),
        (rf"\b(?:in|last|this|since|early|late|mid)[\s-]+{MONTH}\b", dated),
        (rf"\b(?:in|of|early|late|during|mid-?|year)\s*{YEAR}\b", dated),
        (rf"\b{YEAR}\b(?=\s+[A-Za-z])", dated),
    )
    return tuple((re.compile(form, re.IGNORECASE), read) for form, read in forms)


def times(text: str, published: date | None) -> Iterator[Time]:
    """The time expressions of a sentence that can be placed, without overlaps.

    >>> [time.when.isoformat() for time in times("They met on 3 May 2019.", None)]
    ['2019-05-03']
    """
    taken: list[tuple[int, int]] = []
    for form, read in patterns():
        for match in form.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            when = safely(read, match, published)
            if when is not None:
                yield Time(match.start(), match.end(), when)


def safely(
    read: Callable[[re.Match[str], date | None], date | None],
    match: re.Match[str],
    published: date | None,
) -> date | None:
    """The reading of a form; a day that doesn't exist (30 February) is no date."""
    try:
        return read(match, published)
    except (ValueError, OverflowError):
        return None


def numeric(match: re.Match[str], published: date | None) -> date:
    """ "2021-07-07"."""
    return date(int(match["year"]), int(match["month"]), int(match["day"]))


def dated(match: re.Match[str], published: date | None) -> date | None:
    """A day, month or year; without its year, the last such day before publication."""
    parts = match.groupdict()
    month = month_number(parts["month"]) if parts.get("month") else 1
    day = int(parts["day"]) if parts.get("day") else 1
    if parts.get("year"):
        return date(int(parts["year"]), month, day)
    if published is None:
        return None
    year = (
        published.year if (month, day) <= (published.month, published.day) else published.year - 1
    )
    return date(year, month, day)


def month_number(name: str) -> int:
    """The number of a month from its first three letters."""
    return [full[:3] for full in MONTHS.split()].index(name[:3].lower()) + 1


def season(match: re.Match[str], published: date | None) -> date:
    """ "The summer of 2014": its first month."""
    return date(int(match["year"]), SEASONS[match["season"].lower()], 1)


def nearest(match: re.Match[str], published: date | None) -> date | None:
    """ "Last summer" is over, "next summer" to come; "this" is that of the year."""
    if published is None:
        return None
    month = SEASONS[match["season"].lower()]
    starts = [date(published.year + step, month, 1) for step in (-2, -1, 0, 1)]
    which = match["which"].lower()
    if which == "this":
        return starts[2]
    if which == "next":
        return next(start for start in starts if start > published)
    return max(start for start in starts if moved(start, "month", 3) <= published)


def weekend(match: re.Match[str], published: date | None) -> date | None:
    """The Saturday of the last weekend up to publication; "last" on a weekend is the one before."""
    if published is None:
        return None
    back = (published.weekday() - 5) % 7
    again = 7 if match["which"].lower() in ("last", "past") and back < 2 else 0
    return published - timedelta(days=back + again)


def ago(match: re.Match[str], published: date | None) -> date | None:
    """ "Three days ago"."""
    if published is None:
        return None
    said = match["count"].lower()
    count = int(said) if said.isdigit() else 1 if said == "an" else NUMBERS.split().index(said) or 1
    return moved(published, match["unit"].lower(), -count)


def moved(day: date, unit: str, count: int) -> date:
    """A day moved by some units."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (1 if unit == "day" else 7))
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, min(day.day, 28))


def period(match: re.Match[str], published: date | None) -> date | None:
    """ "Last week", "this month", "next year": the first day of it."""
    if published is None or match["unit"].lower() == "decade":
        return None
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "this": 0}[match["which"].lower()]
    unit = match["unit"].lower()
    day = moved(published, unit, step)
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == "year" else day


def weekday(match: re.Match[str], published: date | None) -> date | None:
    """ "On Wednesday": the last one up to publication; "next Wednesday": the one after."""
    if published is None:
        return None
    wanted = DAYS.split().index(match["weekday"].lower())
    back = (published.weekday() - wanted) % 7
    which = (match["which"] or "").lower()
    if which == "next":
        return published + timedelta(days=7 - back)
    if which == "last" and back == 0:
        back = 7
    return published - timedelta(days=back)


def near(match: re.Match[str], published: date | None) -> date | None:
    """ "Today", "yesterday", "tomorrow"."""
    if published is None:
        return None
    return published + timedelta(
        days={"yesterday": -1, "tomorrow": 1}.get(match["word"].lower(), 0)
    )
