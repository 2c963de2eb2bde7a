"""Dates as people and machines write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_SPELT = re.compile(r"\d.*[^\W\d_]{3}|[^\W\d_]{3}.*\d")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_ENGLISH = re.compile(
    rf"(?:[a-z]+,?\s+)?(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(\d{{4}})(?!\d)"
    rf"|{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d))",
    re.IGNORECASE,
)
_LONGEST = 60


def parse_date(value: object) -> date | None:
    """The day that a value names, or None where it names no single day.

    Numbers alone are read year first, else day first, as most of the world writes them;
    month first only where day first is impossible. Other languages than English go
    through dateparser.

    >>> parse_date("7 July 2021") == parse_date("2021-07-07T10:00:00Z") == date(2021, 7, 7)
    True
    >>> parse_date("last week") is None
    True
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not 6 <= len(value.strip()) <= _LONGEST:
        return None
    return _parse(value.strip())


@lru_cache(maxsize=4096)
def _parse(text: str) -> date | None:
    found = _numeric(text)
    if found is None and (match := _ENGLISH.match(text)):
        found = _spelt(match)
    if found is None and _SPELT.search(text) and re.search(r"(?<!\d)\d{4}(?!\d)", text):
        found = _in_any_language(text)
    return found


def _numeric(text: str) -> date | None:
    if match := _ISO.match(text) or _COMPACT.match(text):
        year, month, day = map(int, match.groups())
        return _day(year, month, day)
    if match := _DAY_FIRST.match(text):
        first, second, year = map(int, match.groups())
        return _day(year, second, first) or _day(year, first, second)
    return None


def _spelt(match: re.Match[str]) -> date | None:
    day, month, year = match.group(1, 2, 3) if match.group(1) else match.group(5, 4, 6)
    return _day(int(year), _MONTHS.index(month.lower()) + 1, int(day))


def _day(year: int, month: int, day: int) -> date | None:
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
