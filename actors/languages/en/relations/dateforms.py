"""Expressions of time in a sentence, each as precise as it is said and no more.

"On Wednesday", "last week" and "three days ago" count from the document's date; without
one only absolute dates are read. What is read is an ISO 8601 date of reduced precision
(``2012``, ``2012-03``, ``2012-03-04``) or an interval of two of them: "last week" is the Monday
and the Sunday of the week before, ``2021-07-05/2021-07-11``. `actors.knowledge.calendar.span`
gives the days that it can mean.
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
QUARTERS = ("first", "second", "third", "fourth")
MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
UNIT = r"(?P<unit>day|week|month|year|decade)s?"


Reading = Callable[[re.Match[str], date | None], str | None]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: its characters in the sentence, and when that is (ISO 8601)."""

    start: int
    end: int
    when: str


@functools.cache
def patterns() -> tuple[tuple[re.Pattern[str], Reading], ...]:
    """The forms, most specific first, each with its reading."""
    forms = (
        (r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b", numeric),
        (
            rf"\b(?:from|between)\s+{YEAR}\s*(?:to|and|until|till|-|–)\s*(?P<end>\d{{4}}|\d\d)\b",
            years,
        ),
        (
            rf"\b(?:the\s+)?(?:Q(?P<number>[1-4])|(?P<ordinal>{'|'.join(QUARTERS)})\s+quarter)"
            rf",?\s+(?:of\s+)?{YEAR}\b",
            quarter_of,
        ),
        (rf"\b(?:fiscal|financial)\s+year\s+{YEAR}\s?[-–/]\s?(?P<end>\d{{4}}|\d\d)\b", years),
        (rf"\bFY\s?{YEAR}\s?[-–/]\s?(?P<end>\d{{4}}|\d\d)\b", years),
        (rf"\b{YEAR}\s?[-–]\s?(?P<end>\d{{4}}|\d\d)\b(?![-–]\d)", years),
        (rf"\b{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b", dated),
        (rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b", dated),
        (rf"\b{MONTH},?\s+(?:of\s+)?{YEAR}\b", dated),
        (rf"\b(?P<season>winter|spring|summer|autumn|fall)\s+(?:of\s+)?{YEAR}\b", season),
        (rf"\b{MONTH}\s+(?P<which>last|this|next)\s+year\b", named_month),
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
        (r"\bthe\s+(?:early|late|mid)?[\s-]*(?P<year>1[89]\d0|20\d0)s\b", decade),
        (r"\b(?P<word>today|yesterday|tomorrow|tonight)\b", near),
        (rf"\b(?:in|last|this|since|early|late|mid)[\s-]+{MONTH}\b", dated),
        (rf"\b(?:in|of|early|late|during|mid-?|year|recently as)\s*{YEAR}\b", dated),
        (rf"\b{YEAR}\b(?=\s+[A-Za-z])", dated),
    )
    return tuple((re.compile(form, re.IGNORECASE), read) for form, read in forms)


def times(text: str, published: date | None) -> Iterator[Time]:
    """The time expressions of a sentence that can be placed, without overlaps.

    >>> [time.when for time in times("They met on 3 May 2019, not in 2020.", None)]
    ['2019-05-03', '2020']
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


def safely(read: Reading, match: re.Match[str], published: date | None) -> str | None:
    """The reading of a form; a day that doesn't exist (30 February) is no date."""
    try:
        return read(match, published)
    except (ValueError, OverflowError):
        return None


def numeric(match: re.Match[str], published: date | None) -> str:
    """ "2021-07-07"."""
    return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()


def years(match: re.Match[str], published: date | None) -> str | None:
    """ "From 1846 to 1848", "1846-48"."""
    first, last = match["year"], match["end"]
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if first < last else None


def dated(match: re.Match[str], published: date | None) -> str | None:
    """A day, month or year; without its year, the last such day before publication."""
    parts = match.groupdict()
    month = month_number(parts["month"]) if parts.get("month") else 0
    day = int(parts["day"]) if parts.get("day") else 0
    if parts.get("year"):
        return iso(int(parts["year"]), month, day)
    if published is None:
        return None
    passed = (month, day) <= (published.month, published.day)
    return iso(published.year - (not passed), month, day)


def iso(year: int, month: int = 0, day: int = 0) -> str:
    """A date as precise as its parts; `ValueError` where there is no such day.

    >>> iso(2012), iso(2012, 3), iso(2012, 3, 4)
    ('2012', '2012-03', '2012-03-04')
    """
    whole = date(year, month or 1, day or 1).isoformat()
    return whole if day else whole[:7] if month else whole[:4]


def between(first: date, last: date) -> str:
    """An interval of days."""
    return f"{first.isoformat()}/{last.isoformat()}"


def named_month(match: re.Match[str], published: date | None) -> str | None:
    """ "In November last year"."""
    if published is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return iso(published.year + step, month_number(match["month"]))


def month_number(name: str) -> int:
    """The number of a month from its first three letters."""
    return [full[:3] for full in MONTHS.split()].index(name[:3].lower()) + 1


def decade(match: re.Match[str], published: date | None) -> str:
    """ "The 1990s"."""
    return f"{match['year']}/{int(match['year']) + 9}"


def season(match: re.Match[str], published: date | None) -> str:
    """ "The summer of 2014": its three months."""
    return quarter(date(int(match["year"]), SEASONS[match["season"].lower()], 1))


def quarter_of(match: re.Match[str], published: date | None) -> str:
    """ "Q3 2021", "the third quarter of 2021": its three months."""
    number = match["number"] or QUARTERS.index(match["ordinal"].lower()) + 1
    return quarter(date(int(match["year"]), 3 * int(number) - 2, 1))


def quarter(start: date) -> str:
    """Three months from the one that a day is in."""
    last = moved(start, "month", 2)
    return f"{iso(start.year, start.month)}/{iso(last.year, last.month)}"


def nearest(match: re.Match[str], published: date | None) -> str | None:
    """ "Last summer" is over, "next summer" to come; "this" is that of the year."""
    if published is None:
        return None
    month = SEASONS[match["season"].lower()]
    starts = [date(published.year + step, month, 1) for step in (-2, -1, 0, 1)]
    which = match["which"].lower()
    if which == "this":
        return quarter(starts[2])
    if which == "next":
        return quarter(next(start for start in starts if start > published))
    return quarter(max(start for start in starts if moved(start, "month", 3) <= published))


def weekend(match: re.Match[str], published: date | None) -> str | None:
    """The last weekend up to publication; "last" on a weekend is the one before."""
    if published is None:
        return None
    back = (published.weekday() - 5) % 7
    again = 7 if match["which"].lower() in ("last", "past") and back < 2 else 0
    saturday = published - timedelta(days=back + again)
    return between(saturday, saturday + timedelta(days=1))


def ago(match: re.Match[str], published: date | None) -> str | None:
    """ "Three days ago" is a day, "three weeks ago" a week, "three years ago" a year."""
    if published is None:
        return None
    said = match["count"].lower()
    count = int(said) if said.isdigit() else 1 if said == "an" else NUMBERS.split().index(said) or 1
    unit = match["unit"].lower()
    return around(moved(published, unit, -count), unit)


def around(day: date, unit: str) -> str:
    """The day, week, month or year that a day is in; of a decade, no more than the year."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return between(monday, monday + timedelta(days=6))
    if unit == "month":
        return iso(day.year, day.month)
    return day.isoformat() if unit == "day" else iso(day.year)


def moved(day: date, unit: str, count: int) -> date:
    """A day moved by some units."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (1 if unit == "day" else 7))
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, min(day.day, 28))


def period(match: re.Match[str], published: date | None) -> str | None:
    """ "Last week", "this month", "next year"; "the past month" runs up to publication.

    "The next day" counts from another event, so it is no date.
    """
    which, unit = match["which"].lower(), match["unit"].lower()
    if published is None or unit in ("day", "decade"):
        return None
    if which == "past":
        return between(moved(published, unit, -1), published)
    step = {"last": -1, "previous": -1, "next": 1, "this": 0}[which]
    return around(moved(published, unit, step), unit)


def weekday(match: re.Match[str], published: date | None) -> str | None:
    """ "On Wednesday": the last one up to publication; "next Wednesday": the one after."""
    if published is None:
        return None
    wanted = DAYS.split().index(match["weekday"].lower())
    back = (published.weekday() - wanted) % 7
    which = (match["which"] or "").lower()
    if which == "next":
        return (published + timedelta(days=7 - back)).isoformat()
    if which == "last" and back == 0:
        back = 7
    return (published - timedelta(days=back)).isoformat()


def near(match: re.Match[str], published: date | None) -> str | None:
    """ "Today", "yesterday", "tomorrow"."""
    if published is None:
        return None
    step = {"yesterday": -1, "tomorrow": 1}.get(match["word"].lower(), 0)
    return (published + timedelta(days=step)).isoformat()
