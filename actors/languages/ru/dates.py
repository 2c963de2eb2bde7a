"""When it happened, as far as the sentence says: *4 марта 2021 года*, *в среду*, *в 2012 году*."""

from __future__ import annotations

import re
from datetime import date, timedelta

__all__ = ["date_in"]

_MONTHS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр",
           "ноябр", "декабр")  # fmt: skip
_ENDINGS = r"(?:я|ь|е|а|й|ю|)"
_MONTH = "|".join(f"{stem}{_ENDINGS}" for stem in _MONTHS)
_DAY = re.compile(rf"\b(\d{{1,2}}) ({_MONTH})\b(?: (\d{{4}})\b)?", re.IGNORECASE)
_OF_MONTH = re.compile(rf"\bв ({_MONTH}) (\d{{4}})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b[вс] (\d{4})(?:-м|-го)?\b(?: год[ау]?)?", re.IGNORECASE)
_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
_WEEKDAY = re.compile(rf"\bв(?:о)? ({'|'.join(_WEEKDAYS)})\w{{0,2}}\b", re.IGNORECASE)
_NEAR = {"сегодня": 0, "вчера": -1, "позавчера": -2}
_WORD = re.compile(rf"\b({'|'.join(_NEAR)})\b", re.IGNORECASE)


def date_in(sentence: str, published: date | None = None) -> str | None:
    """The date that a sentence gives, as precise as it says and no more.

    Args:
        sentence: its text
        published: of the document; without it, weekdays and *вчера* say nothing

    >>> date_in("Встреча прошла 4 марта 2021 года."), date_in("В 2012 году ушёл.")
    ('2021-03-04', '2012')
    >>> date_in("Они встретились в среду.", date(2021, 7, 9))
    '2021-07-07'
    """
    return (
        _full(sentence, published)
        or _month(sentence)
        or _close(sentence, published)
        or _year(sentence)
    )


def _full(sentence: str, published: date | None) -> str | None:
    found = _DAY.search(sentence)
    if found is None:
        return None
    day, month, year = int(found[1]), _number(found[2]), found[3]
    told = int(year) if year else (published.year if published else None)
    if told is None:
        return None
    try:
        return date(told, month, day).isoformat()
    except ValueError:
        return None


def _number(month: str) -> int:
    """The number of a month by its stem; *мая* and *марта* begin alike."""
    small = month.casefold()
    fitting = [number for number, stem in enumerate(_MONTHS, 1) if small.startswith(stem)]
    return max(fitting, key=lambda number: len(_MONTHS[number - 1]))


def _month(sentence: str) -> str | None:
    found = _OF_MONTH.search(sentence)
    return f"{found[2]}-{_number(found[1]):02d}" if found else None


def _close(sentence: str, published: date | None) -> str | None:
    if published is None:
        return None
    near = _WORD.search(sentence)
    if near:
        return (published + timedelta(days=_NEAR[near[1].casefold()])).isoformat()
    found = _WEEKDAY.search(sentence)
    if found is None:
        return None
    back = (published.weekday() - _WEEKDAYS.index(found[1].casefold())) % 7
    return (published - timedelta(days=back)).isoformat()


def _year(sentence: str) -> str | None:
    found = _YEAR.search(sentence)
    return found[1] if found and 1800 <= int(found[1]) <= 2100 else None
