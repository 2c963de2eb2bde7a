"""What a text says about itself before it begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from actors.readers.dates import parse_date

_KEYS = {
    "title": "title headline heading subject",
    "published": "date published published_on published_at publication_date pubdate datetime",
    "source": "source publisher outlet publication newspaper site",
    "url": "url link permalink",
    "language": "language lang",
    "": "author authors byline by editor section category tags keywords topic id location "
    "place dateline country updated from to",
}
_MEANING = {key: meaning for meaning, keys in _KEYS.items() for key in keys.split()}
_LINE = re.compile(r"[ \t\ufeff]*([A-Za-z][\w -]{0,20}?)[ \t]*:[ \t]*(.*)")
_DAY = (
    r"\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2} [^\W\d_]{3,12},? \d{4}|[^\W\d_]{3,12} \d{1,2}, \d{4}"
)
_INLINE = re.compile(rf"\s*(?:date|published)[ \t]*:?[ \t]+({_DAY})(?:[ \t]+|\s*\n)", re.IGNORECASE)
_FENCE = re.compile(r"\s*---[ \t]*\n")
_BLANK = re.compile(r"\s*")
_MOST_LINES = 30
_LONGEST_VALUE = 300


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says, and the character of the text where the body starts."""

    start: int = 0
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None


def read_header(text: str) -> Header:
    """Read the header that a text begins with; one without says that it starts at 0.

    Two forms are known: lines of ``key: value`` up to a blank line (or between ``---``
    lines), where every key is one of the words used for it; and a date on the first
    line before the text, ``date 2021-07-07 Text ...``.

    >>> read_header("Title: Talks\\nDate: 7 July 2021\\n\\nMinisters met.").start
    32
    >>> read_header(" date 2021-07-07 Ministers met.").published
    datetime.date(2021, 7, 7)
    >>> read_header("Moscow: no change of course.\\n\\nMore follows.").start
    0
    """
    return _fenced(text) or _lines(text) or _inline(text) or Header()


def _inline(text: str) -> Header | None:
    match = _INLINE.match(text)
    published = parse_date(match.group(1)) if match else None
    if match is None or published is None:
        return None
    return Header(start=match.end(), published=published)


def _fenced(text: str) -> Header | None:
    """Markdown's front matter; what its unknown keys say is left alone."""
    opening = _FENCE.match(text)
    closing = (
        re.compile(r"^---[ \t]*(?:\n|$)", re.MULTILINE).search(
            text, opening.end(), opening.end() + 10_000
        )
        if opening
        else None
    )
    if opening is None or closing is None:
        return None
    pairs = [_LINE.fullmatch(line) for line in text[opening.end() : closing.start()].split("\n")]
    if not any(pairs):
        return None
    return _header(
        [(m.group(1), m.group(2)) for m in pairs if m], _after_blank(text, closing.end())
    )


def _lines(text: str) -> Header | None:
    """Lines of known keys. Without a blank line after them, two are needed to believe it."""
    position = _indent(text)
    pairs: list[tuple[str, str]] = []
    while position < len(text) and len(pairs) < _MOST_LINES:
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        match = _LINE.fullmatch(text[position:end].rstrip("\r"))
        if match is None or not _is_known(*match.group(1, 2)):
            break
        pairs.append((match.group(1), match.group(2)))
        position = end + 1
    blank = position >= len(text) or not text[position:].split("\n", 1)[0].strip()
    if not pairs or (not blank and len(pairs) < 2) or not _tells(pairs):
        return None
    return _header(pairs, _after_blank(text, min(position, len(text))))


def _is_known(key: str, value: str) -> bool:
    return _key(key) in _MEANING and len(value) <= _LONGEST_VALUE


def _tells(pairs: list[tuple[str, str]]) -> bool:
    """Whether one of the lines is worth a header: ``By: ...`` alone may be anything."""
    return any(_MEANING[_key(key)] for key, _ in pairs)


def _header(pairs: list[tuple[str, str]], start: int) -> Header:
    known: dict[str, str] = {}
    for key, value in pairs:
        meaning = _MEANING.get(_key(key), "")
        value = value.strip().strip("\"'").strip()
        if meaning and value:
            known.setdefault(meaning, value)
    return Header(
        start=start,
        title=known.get("title"),
        source=known.get("source"),
        url=known.get("url"),
        published=parse_date(known.get("published")),
        language=known.get("language"),
    )


def _key(word: str) -> str:
    return re.sub(r"[ -]+", "_", word.strip().lower())


def _indent(text: str) -> int:
    blank = _BLANK.match(text)
    return blank.end() if blank else 0


def _after_blank(text: str, position: int) -> int:
    blank = _BLANK.match(text, position)
    return blank.end() if blank else position
