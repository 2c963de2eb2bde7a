"""Dates as people and machines write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Literal, TypeAlias

Order: TypeAlias = Literal["day first", "month first"]
"""Which of two numbers is the day: *03/04/2021* is 3 April, or 4 March."""

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_SPELT = re.compile(r"\d.*[^\W\d_]{3}|[^\W\d_]{3}.*\d")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_ENGLISH = tuple(
    re.compile(_WEEKDAY + form, re.IGNORECASE)
    for form in (
        rf"{_DAY}[\s-]+(?:of\s+)?{_MONTH}(?:[\s,-]+(?P<year>\d{{4}})(?!\d))?",
        rf"{_MONTH}\s*{_DAY}(?:\s+\d\d?:[\d:]+)?(?:\s+[+-]\d{{4}}|\s+[A-Z]{{3,4}})?"
        r"(?:[\s,]+(?P<year>\d{4})(?!\d))?",
    )
)
_LONGEST = 60
_EXCEL = datetime(1899, 12, 30, tzinfo=UTC)
_SERIALS = range(15_000, 80_000)
"""Days since 1899 in a spreadsheet: 1941 to 2119."""
_SECONDS = range(100_000_000, 10_000_000_000)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it is written: perhaps without its year, perhaps with day and month in doubt."""

    month: int
    day: int
    year: int | None = None
    doubtful: bool = False

    @property
    def dated(self) -> date | None:
        """The day in a calendar, or None where its year is not known."""
        return _calendar(self.year, self.month, self.day) if self.year else None

    def before(self, near: date) -> date | None:
        """The last such day up to another.

        >>> Day(12, 30).before(date(2021, 1, 2))
        datetime.date(2020, 12, 30)
        """
        days = (_calendar(near.year - back, self.month, self.day) for back in range(9))
        return next((day for day in days if day and day <= near + timedelta(days=1)), None)


def parse_date(value: object, order: Order | None = None) -> date | None:
    """The day that a value names, or None where it names no single day.

    Numbers alone are read year first, else in the ``order`` given, else day first, as most of
    the world writes them; the other way round only where that is impossible. Other languages
    than English go through dateparser.

    >>> parse_date("7 July 2021") == parse_date("2021-07-07T10:00:00Z") == date(2021, 7, 7)
    True
    >>> parse_date("03/04/2021"), parse_date("03/04/2021", "month first")
    (datetime.date(2021, 4, 3), datetime.date(2021, 3, 4))
    >>> parse_date("last week") is None
    True
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not 6 <= len(value.strip()) <= _LONGEST:
        return None
    return _parse(value.strip(), order)


def column_date(value: object, order: Order | None = None) -> date | None:
    """A date as a table or a web service holds it: also days since 1899, seconds since 1970.

    >>> column_date("44387"), column_date(1625644800), column_date("1625644800000")
    (datetime.date(2021, 7, 10), datetime.date(2021, 7, 7), datetime.date(2021, 7, 7))
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float) or (isinstance(value, str) and value.strip().isdigit()):
        number = int(value)
        if number in _SERIALS:
            return (_EXCEL + timedelta(days=number)).date()
        if number // 1000 in _SECONDS:
            number //= 1000
        if number in _SECONDS and not _COMPACT.fullmatch(str(number)):
            return datetime.fromtimestamp(number, UTC).date()
    return parse_date(str(value) if isinstance(value, int) else value, order)


def is_doubtful(value: object) -> bool:
    """Whether day and month could be the other way round.

    >>> is_doubtful("03/04/2021"), is_doubtful("13/04/2021"), is_doubtful("4.3.2021")
    (True, False, False)
    """
    match = _NUMBERS.match(value.strip()) if isinstance(value, str) else None
    return bool(match) and match[2] != "." and match[1] != match[3] and _both_months(match)  # type: ignore[index,arg-type]


def order_of(values: Iterable[object]) -> Order | None:
    """The order that dates of one hand are written in, where one of them gives it away.

    >>> order_of(["03/04/2021", "04/13/2021"]), order_of(["03/04/2021"])
    ('month first', None)
    """
    found: set[Order] = set()
    for value in values:
        match = _NUMBERS.match(value.strip()) if isinstance(value, str) else None
        if match and match[2] != "." and not _both_months(match):
            found.add("day first" if int(match[1]) > 12 else "month first")
    return found.pop() if len(found) == 1 else None


def find_day(text: str, order: Order | None = None) -> Day | None:
    """The day that a text begins with, perhaps without its year.

    >>> find_day("April 13"), find_day("Tuesday") is None
    (Day(month=4, day=13, year=None, doubtful=False), True)
    """
    text = text.strip(" ()")
    for form in _ENGLISH:
        if match := form.match(text):
            year = int(match["year"]) if match["year"] else None
            month, day = _MONTHS.index(match["month"].lower()) + 1, int(match["day"])
            return Day(month, day, year) if _calendar(year or 2020, month, day) else None
    found = _numeric(text, order)
    return Day(found.month, found.day, found.year, is_doubtful(text)) if found else None


@lru_cache(maxsize=4096)
def _parse(text: str, order: Order | None) -> date | None:
    found = _numeric(text, order)
    if found is None and (day := find_day(text, order)):
        found = day.dated
    if found is None and _SPELT.search(text) and re.search(r"(?<!\d)\d{4}(?!\d)", text):
        found = _in_any_language(text)
    return found


def _numeric(text: str, order: Order | None) -> date | None:
    if match := _ISO.match(text) or _COMPACT.match(text):
        return _calendar(*map(int, match.groups()))
    if match := _NUMBERS.match(text):
        first, second, year = int(match[1]), int(match[3]), _century(match[4])
        if order == "month first" and match[2] != ".":
            first, second = second, first
        return _calendar(year, second, first) or _calendar(year, first, second)
    return None


def _both_months(match: re.Match[str]) -> bool:
    return int(match[1]) <= 12 and int(match[3]) <= 12


def _century(year: str) -> int:
    return int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 70 else 1900)


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_any_language(text: str) -> date | None:
    import dateparser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    try:
        found = dateparser.parse(text, settings=settings)
    except (ValueError, OverflowError):
        return None
    return found.date() if found else None
