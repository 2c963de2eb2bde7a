"""Dates as the reader of a report is used to."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from actors.errors import SettingsError

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["DEFAULT_DATES", "ISO", "check", "written"]

DEFAULT_DATES, ISO = "en-GB", "iso"


def written(day: str, language: str = DEFAULT_DATES) -> str:
    """A day, month, year or span in words; what isn't a date stays as it is.

    Args:
        day: ``2021-07-05``, ``2021-07``, ``2021``, or two of them with a slash between
        language: a language code (``de``, ``en-US``), or ``iso`` for dates as they stand

    >>> written("2021-07-05"), written("2021-07"), written("2021-07-05", "iso")
    ('5 Jul 2021', 'Jul 2021', '2021-07-05')
    >>> written("2021-07-05/2021-07-09", "de"), written("")
    ('05.07.2021–09.07.2021', '')
    """
    if language == ISO:
        return day.replace("/", " to ")
    return "–".join(_one(part, language) for part in day.split("/"))


def check(language: str) -> str:
    """The language as it is given, if its dates are known.

    Raises:
        SettingsError: they are not
    """
    if language != ISO:
        _locale(language)
    return language


def _one(day: str, language: str) -> str:
    from babel.dates import format_date, format_skeleton

    parts = day.split("-")
    try:
        found = date(*(int(part) for part in (*parts, *("1", "1"))[:3]))
    except ValueError:
        return day
    if len(parts) == 1:
        return day
    if len(parts) == 2:
        return format_skeleton("yMMM", found, locale=_locale(language))
    return format_date(found, "medium", locale=_locale(language))


@cache
def _locale(language: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError) as error:
        raise SettingsError(
            f"no dates are known in the language {language!r}: give a code such as en-GB, en-US, "
            "de or fr, or iso"
        ) from error
