"""When a document was published, of all that says so, and where that was found.

What stands in the document, or beside it in its table, goes before what its file or its address
is called, and that before the properties of its file, which programs fill in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from actors.readers.dates import Day, is_doubtful, parse_date
from actors.types import Document

PROPERTIES = "file properties"
"""Where a date is from that a reader found in the properties of a file."""
GUESSED = "{} (a guess: day before month)"

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_IN_ADDRESS = re.compile(
    rf"(?<!\d)(?P<year>(?:19|20)\d\d)[/_.-]?(?P<month>\d\d|{'|'.join(_MONTHS)})[/_.-]?(?P<day>\d\d)(?!\d)",
    re.IGNORECASE,
)
_IN_NAME = re.compile(
    r"(?<!\d)(?P<day>\d\d?)[ _.-](?P<month>\d\d?|[A-Za-z]{3,9})[ _.-]"
    r"(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|(?<![A-Za-z])(?P<month2>[A-Za-z]{3,9})[ _.-](?P<day2>\d\d?)(?:st|nd|rd|th)?[ _.,-]{1,2}"
    r"(?P<year2>(?:19|20)\d\d)(?!\d)"
)
_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d])")
_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 1, 1)


def dated(document: Document, found: Iterator[tuple[str, Day | date | None]]) -> Document:
    """A document with its date, and where that is from.

    Args:
        found: what its text says, the best first: where, and the day. A day without its
            year is the last such day before a date found elsewhere.
    """
    given = document.published
    if given and document.published_from != PROPERTIES:
        return replace(document, published_from=document.published_from or "reader")
    said = [(where, day) for where, day in found if day]
    near = given if given and _plausible(document, given) else None
    for where, day in (*said, *_named(document)):
        when = day.dated if isinstance(day, Day) else day
        if when and _EARLIEST < when < _LATEST:
            doubtful = isinstance(day, Day) and day.doubtful
            where = GUESSED.format(where) if doubtful else where
            return replace(document, published=when, published_from=where)
    for where, day in said:
        if isinstance(day, Day) and near and (when := day.before(near)):
            return replace(document, published=when, published_from=f"{where}, year of the file")
    return replace(document, published=near, published_from=PROPERTIES if near else None)


def _named(document: Document) -> Iterator[tuple[str, Day | date | None]]:
    """Dates in the address and in the name of the file."""
    yield "address", _in_address(document.url or "")
    file = document.name.rsplit("/", 1)[-1].split("#", 1)[0]
    yield "file name", _in_address(file) or _in_name(file)


def _in_address(text: str) -> date | None:
    """A day with its year first, as in ``/2021/07/05/`` or ``20210705``."""
    for match in _IN_ADDRESS.finditer(text):
        month = match["month"].lower()
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
        if day := parse_date(f"{match['year']}-{number:02}-{match['day']}"):
            return day
    return None


def _in_name(name: str) -> Day | None:
    for match in _IN_NAME.finditer(name):
        day, month, year = (match[part] or match[f"{part}2"] for part in ("day", "month", "year"))
        written = f"{day}/{month}/{year}" if month.isdigit() else f"{day} {month} {year}"
        if found := parse_date(written):
            return Day(found.month, found.day, found.year, is_doubtful(written))
    return None


def _plausible(document: Document, day: date) -> bool:
    """Whether the properties of a file may be believed: its text names no later year.

    Nor is a file believed that was made long after the last year that its text names: it is
    a copy of something older.
    """
    if not date(1990, 1, 1) <= day <= _LATEST:
        return False
    years = [int(year) for year in _YEAR.findall(document.text)]
    years = [year for year in years if year <= day.year + 1] or years
    return not years or day.year - 2 <= max(years) <= day.year
