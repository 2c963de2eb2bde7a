"""The first lines of a text without a header: its heading, and a date on a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actors.readers.dates import Day, Order, find_day
from actors.readers.firstlines import first_lines

_MOST_LINES = 12
_LONGEST_DATE = 90
_LONGEST_TITLE = 160
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{_MONTH}[ ,-]{{1,2}}\d{{4}}"
    rf"|{_MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)\d{4})"
)
_TIME = (
    r"(?:[T,|]? ?(?:at )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?Z? ?(?:[aApP]\.?[mM]\.?)?"
    r"(?: ?\(?[A-Z]{2,5}\)?)?)"
)
_LABEL = (
    r"(?:first published|published|posted|updated|last updated|last modified|date|dated|issued"
    r"|released?|press release|for immediate release|created)"
)
_CITY = r"(?:[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3}(?:, [A-Z][\w. ]+)?,? )"
_OWN_LINE = re.compile(
    rf"(?:[*_#>]{{0,3}} ?)(?:(?i:{_LABEL})(?: on)?:? ?[-–|]? ?)?(?P<city>{_CITY})?"
    rf"\(?(?:{_WEEKDAY}\.?,? )?(?P<date>{DATE})\)?{_TIME}?(?:,? \(?{_WEEKDAY}\)?)?"
    r"(?: ?[|·•] ?.{0,40})?[.*_]{0,2}"
)
_HELD = re.compile(
    rf"(?:Held|Meeting held|Done|Adopted|Signed)\b.{{0,40}}? (?P<date>{DATE})\b.{{0,60}}"
)
_ENTRY = re.compile(
    r"(?:#{1,4} )?(?:(?:Version|Release|Changes in) )?\[?v?\d+(?:\.\d+){1,3}[\w.-]*\]?"
    rf"(?:\([^()]*\))? ?[-–—,/:(]{{0,2}} ?(?P<date>{DATE})\)?.{{0,40}}"
)
_DAY = re.compile(rf"#{{1,4}} (?P<date>{DATE})(?:[,:] .{{0,80}})?")
"""The heading of the newest entry of a log of versions or of a diary."""
_MOST_ENTRY_LINES = 60
_HEADING = re.compile(r"(?:# )?(?P<title>[^\s|#*>-].*?)(?: #)?")
_NO_TITLE = re.compile(r"[.!?:;,]$|\t|\s\|\s|^[A-Z][\w ]{0,30}:|^\(?\d+[.)]|https?://|@\w")


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first lines say: a heading, a day, where it stands, and how it is written."""

    title: str | None = None
    day: Day | None = None
    aside: tuple[int, int] | None = None
    written: str | None = None


def read_opening(text: str, start: int = 0, order: Order | None = None) -> Opening:
    """Read the first lines of a text from ``start`` on.

    >>> found = read_opening("Talks in Minsk\\n\\n13 April 2021\\n\\nKenya accused Angola.")
    >>> found.title, found.day.dated
    ('Talks in Minsk', datetime.date(2021, 4, 13))
    """
    title: str | None = None
    for number, (begin, end) in enumerate(first_lines(text, start, _MOST_LINES)):
        line = text[begin:end]
        if len(line) <= _LONGEST_DATE and (match := _OWN_LINE.fullmatch(line)):
            if day := find_day(match["date"], order):
                said = begin + match.end("city") if match["city"] else begin
                return Opening(title, day, (said, end), match["date"])
        elif match := _HELD.fullmatch(line[: 2 * _LONGEST_DATE]):
            return Opening(title, find_day(match["date"], order), None, match["date"])
        if number == 0:
            title = _title(text, begin, end)
    return Opening(title, _newest(text, start, order))


def _newest(text: str, start: int, order: Order | None) -> Day | None:
    """The day of the first entry of a log, whose heading is a version and a day, or a day."""
    for begin, end in first_lines(text, start, _MOST_ENTRY_LINES):
        line = text[begin:end] if end - begin <= _LONGEST_TITLE else ""
        if match := _ENTRY.fullmatch(line) or _DAY.fullmatch(line):
            return find_day(match["date"], order)
    return None


def _title(text: str, begin: int, end: int) -> str | None:
    """The first line, if it is a heading: no sentence, and more follows."""
    match = _HEADING.fullmatch(text, begin, end) if end - begin <= _LONGEST_TITLE else None
    if match is None or _NO_TITLE.search(match["title"]) or " " not in match["title"]:
        return None
    rest = text[end:].strip()
    longer = any(
        len(line) > end - begin and line.rstrip()[-1:] in '.!?”"' for line in rest.split("\n")
    )
    return match["title"] if longer else None
