"""The line of a news agency before its first sentence: *NAIROBI, April 13 (Xinhua) --*.

It says where and when a report was written and who supplied it. The place stays in what is read,
apart from the sentence that follows; the agency and the dash are nobody's words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from actors.knowledge.places import find_city, find_place
from actors.knowledge.states import find_capital, find_state
from actors.readers.dates import Day, find_day
from actors.readers.firstlines import first_lines

_MOST_LINES = 8
_LONGEST = 160
_SENTENCE = 70
"""Characters: what follows a city and a hyphen is a report, where a headline would be shorter."""
_SKIPPED_LINE = 140
"""A line at least this long is text: a dateline stands at its beginning, or nowhere."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ]+(?:(?:[-'’/ ]|(?<=ST)\. ?| and (?=[A-Z]{3}))[A-ZÀ-Þ]+)*"
_TITLE = (
    r"[A-ZÀ-Þ][\w'’.-]+(?:[ /-](?:(?:de|del|la|el|al|and|of|the|upon|sur) )?[A-ZÀ-Þ][\w'’.-]+){0,3}"
)
_CITY = rf"(?:{_CAPITALS}|{_TITLE})"
_REGION = (
    rf"(?:, ?(?:[A-Z]\.(?: ?[A-Z]\.)+|(?!{_MONTH}\W)[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){{0,2}}))"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = (
    rf"(?:{_WEEKDAY},? )?(?:{_MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH}(?:[, -]{{1,2}}\d{{4}})?"
    rf"|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}})|{_WEEKDAY}"
)
_NAME = r"[A-Z0-9][\w.&'’ /-]{1,40}"
_AGENCY = rf"(?:\({_NAME}\)|\[{_NAME}\]|/{_NAME}/)"
_KNOWN = (
    r"(?:AFP|AP|ANSA|APA|AZERTAC|Anadolu(?: Agency)?|BNO News|Bloomberg|DPA|dpa|EFE|IANS|IRNA"
    r"|Interfax|INTERFAX|KAZINFORM|Kazinform|KUNA|KYODO|Kyodo|PTI|Reuters|REUTERS|RIA Novosti|SANA"
    r"|Sputnik|TASS|ITAR-TASS|UNI|UPI|WAM|XINHUA|Xinhua|Yonhap)"
)
_DASH = r"(?:[-–—−]{1,3}|_|\|)"
_LINE = re.compile(
    rf"(?P<place>\[?{_CITY}\]?(?:{_REGION}){{0,2}})?"
    rf"(?P<when>[,.]? ?\(?(?P<date>{_DATE})\)?)?"
    rf"(?P<agency>[,.]? ?(?:{_DASH} ?)?(?:{_AGENCY}|{_KNOWN}\b\.?))?"
    rf"(?P<late>,? (?P<date2>{_DATE}))?"
    rf"(?P<end>\.?[ ]?(?:{_DASH}(?: ?/ ?-*/)?|:|(?<=[/.)]) |(?<=[/.])(?= ))[ ]*)"
    r"(?=[\"“‘'«(]?[A-Z0-9À-Þ])"
)
_NO_PLACES = frozenset(
    [
        "ANALYSIS",
        "BREAKING",
        "CORRECTED",
        "CORRECTION",
        "COUNTRIES",
        "EXCLUSIVE",
        "EXPLAINER",
        "FACTBOX",
        "FEATURE",
        "FOCUS",
        "HIGHLIGHTS",
        "INSIGHT",
        "INTERVIEW",
        "LATEST",
        "LIVE",
        "NEWS",
        "OPINION",
        "PHOTOS",
        "PRESS",
        "PREVIEW",
        "QUOTES",
        "REPORT",
        "REVIEW",
        "SPECIAL",
        "SUMMARY",
        "TIMELINE",
        "UPDATE",
        "UPDATED",
        "URGENT",
        "VIDEO",
        "WATCH",
        "WRAPUP",
    ]
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dateline starts and its place ends, where its report starts, and what it says."""

    start: int
    said: int
    lead: int
    place: str | None = None
    day: Day | None = None


def find_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline in the first lines of a text, from ``start`` on.

    >>> found = find_dateline("NAIROBI, April 13, 2021 (Xinhua) -- Kenya accused Angola.")
    >>> found.place, found.day.dated, found.lead
    ('Nairobi', datetime.date(2021, 4, 13), 36)
    >>> find_dateline("Kenya accused Angola (AP) of piracy.") is None
    True
    """
    for begin, end in first_lines(text, start, _MOST_LINES):
        match = _LINE.match(text, begin, min(end, begin + _LONGEST + 2))
        if match and (found := _believed(match)):
            return found
        if end - begin >= _SKIPPED_LINE:
            return None
    return None


def _believed(match: re.Match[str]) -> Dateline | None:
    """A match that is certainly a dateline: an agency, a date, or a place that is known."""
    written = (match["place"] or "").strip("[] ")
    day = find_day(match["date"] or match["date2"] or "")
    agency = match["agency"]
    if not written:
        sure = bool(agency) and (agency.strip()[0] in "([/" or day is not None)
        return Dateline(match.start(), match.start(), match.end(), None, day) if sure else None
    if set(re.findall(r"[A-Z]+", written)) & _NO_PLACES:
        return None
    place = _place(written)
    known = place is not None
    known = known and (not match["end"].strip().startswith(":") or _is_large(place or ""))
    dash = not match["end"].strip().startswith(":")
    capitals = written.split(",")[0].isupper()
    line = match.string[
        match.end() : match.string.find("\n", match.end()) % (len(match.string) + 1)
    ]
    long = len(line) >= _SENTENCE
    dated = day is not None or bool(match["date"] or match["date2"])
    sure = (
        (bool(agency) and (dash or known) and (capitals or known or dated))
        or (dated and (known or capitals) and bool(match["when"] or agency))
        or (known and capitals)
        or (known and match["end"].strip() in _LONG)
        or (known and match["end"].strip() == "-" and bool(find_city(place or "")) and long)
    )
    if not sure:
        return None
    said = match.end("when") if match["when"] else match.end("place")
    return Dateline(match.start(), said, match.end(), place or _cased(written), day)


_LONG = frozenset({"–", "—", "--", "---"})
"""What stands between a place in small letters and its report; a hyphen may be of a name."""


def _place(written: str) -> str | None:
    """The name of a known place; of several, the first."""
    first = re.split(r",|/| and | AND ", written)[0].strip(" .")
    for name in (_cased(first), _cased(written.strip(" ."))):
        if find_city(name) or find_place(name) or find_state(name) or name in _SEATS:
            return name
    return None


def _is_large(name: str) -> bool:
    """Before a colon only a city that everybody knows is no speaker's name."""
    city = find_city(name)
    large = city is None or (city.population >= _LARGE and city.name == name)
    return large or find_capital(name) is not None


_LARGE = 150_000
_SEATS = frozenset({"United Nations"})
"""Reports are written there, though it is no place."""


def _cased(name: str) -> str:
    """*ST. PETERSBURG* as it is written elsewhere."""
    return (
        re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)
        if name.isupper()
        else name
    )
