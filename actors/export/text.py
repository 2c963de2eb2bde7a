"""Strings that came from documents, made safe for the format they go into."""

from __future__ import annotations

import re
from functools import lru_cache

# What XML 1.0 (production 2, "Char") does not allow, plus the carriage return, which a
# parser would turn into a line feed.
_NOT_XML = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Kept by XML and by spreadsheets alike: tab and line feed.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# Excel, LibreOffice and Google Sheets read these as the start of a formula, the full-width
# forms too (OWASP, "CSV Injection"), also behind blanks and invisible characters.
_FORMULA = re.compile(
    r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠−﹣﹢﹦﹫]|[\t\r\n]"
)


def xml(value: str) -> str:
    """The text without the characters that XML forbids.

    >>> xml("Tajik\\x00 Border\\ud800 Guards")
    'Tajik Border Guards'
    """
    return value if value.isprintable() else _NOT_XML.sub("", value)


@lru_cache(maxsize=10_000)
def cell(value: str) -> str:
    """The text so that no spreadsheet runs it: an apostrophe goes before a formula.

    >>> cell('=HYPERLINK("http://example.org")')
    '\\'=HYPERLINK("http://example.org")'
    >>> cell("Tajikistan")
    'Tajikistan'
    """
    clean = value if value.isprintable() else _CONTROL.sub("", value)
    return f"'{clean}" if _FORMULA.match(clean) else clean
