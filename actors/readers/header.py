"""What a text says about itself before it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from actors.readers.dates import Order, is_doubtful, parse_date
from actors.readers.frontmatter import front_matter

_KEYS = {
    "title": "title headline heading subject titel titre",
    "published": "date published published_on published_at publication_date pubdate datetime sent "
    "posted posted_on issued release_date date_published datum",
    "source": "source publisher outlet publication newspaper site",
    "url": "url link permalink",
    "language": "language lang",
    "": "author authors byline by editor section category categories tags keywords topic id "
    "location place dateline country updated from to cc bcc reply_to importance attachments "
    "message_id layout slug",
}
_MEANING = {key: meaning for meaning, keys in _KEYS.items() for key in keys.split()}
_LETTER = frozenset(["from", "to", "cc"])
_LINE = re.compile(r"[ \t\ufeff]*([A-Za-z][\w -]{0,20}?)[ \t]*:[ \t]*(.*)")
_DAY = (
    r"\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2} [^\W\d_]{3,12},? \d{4}|[^\W\d_]{3,12} \d{1,2}, \d{4}"
)
_INLINE = re.compile(rf"\s*(?:date|published)[ \t]*:?[ \t]+({_DAY})(?:[ \t]+|\s*\n)", re.IGNORECASE)
_BLANK = re.compile(r"\s*")
_ADDRESS = re.compile(r"<[^<>]*>|\[mailto:[^\]]*\]|\S+@\S+")
_MOST_LINES = 30
_LONGEST_VALUE = 300


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says, and the character of the text where the body starts.

    ``people`` are the ranges of those who sent and received a letter.
    """

    start: int = 0
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None
    written: str | None = None
    people: tuple[tuple[int, int], ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether day and month of the date could be the other way round."""
        return is_doubtful(self.written)


def read_header(text: str, order: Order | None = None) -> Header:
    """Read the header that a text begins with; one without says that it starts at 0.

    Three forms are known: front matter; lines of ``key: value`` up to a blank line, where
    every key is one of the words used for it; and a date on the first line before the
    text, ``date 2021-07-07 Text ...``. ``order`` tells day and month apart.

    >>> read_header("Title: Talks\\nDate: 7 July 2021\\n\\nMinisters met.").start
    32
    >>> read_header(" date 2021-07-07 Ministers met.").published
    datetime.date(2021, 7, 7)
    >>> read_header("Moscow: no change of course.\\n\\nMore follows.").start
    0
    """
    return _fenced(text, order) or _lines(text, order) or _inline(text, order) or Header()


def _inline(text: str, order: Order | None) -> Header | None:
    match = _INLINE.match(text)
    published = parse_date(match.group(1), order) if match else None
    if match is None or published is None:
        return None
    return Header(start=match.end(), published=published, written=match.group(1))


def _fenced(text: str, order: Order | None) -> Header | None:
    """Front matter; what its unknown keys say is left alone."""
    found = front_matter(text)
    if found is None:
        return None
    said, end = found
    pairs = [(str(key), value) for key, value in said.items()]
    return _header(pairs, _after_blank(text, end), order)


@dataclass(frozen=True, slots=True)
class _Pair:
    key: str
    value: str
    start: int
    """Where the value starts."""


def _lines(text: str, order: Order | None) -> Header | None:
    """Lines of known keys. Without a blank line after them, two are needed to believe it."""
    pairs, position = _pairs(text)
    blank = position >= len(text) or not text[position:].split("\n", 1)[0].strip()
    if not pairs or (not blank and len(pairs) < 2) or not _tells(pairs):
        return None
    people = tuple(_people(pairs)) if {"from", "to"} <= {pair.key for pair in pairs} else ()
    start = _after_blank(text, min(position, len(text)))
    return _header([(pair.key, pair.value) for pair in pairs], start, order, people)


def _pairs(text: str) -> tuple[list[_Pair], int]:
    """The lines of known keys that a text begins with, and where they end."""
    position = _after_blank(text, 0)
    pairs: list[_Pair] = []
    while position < len(text) and len(pairs) < _MOST_LINES:
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        match = _LINE.fullmatch(text, position, end)
        if match is None or not _is_known(*match.group(1, 2)):
            break
        pairs.append(_Pair(_key(match.group(1)), match.group(2), match.start(2)))
        position = end + 1
    return pairs, position


def _is_known(key: str, value: str) -> bool:
    return _key(key) in _MEANING and len(value) <= _LONGEST_VALUE


def _tells(pairs: list[_Pair]) -> bool:
    """Whether one of the lines is worth a header: ``By: ...`` alone may be anything."""
    return any(_MEANING[pair.key] for pair in pairs)


def _people(pairs: list[_Pair]) -> Iterator[tuple[int, int]]:
    """The ranges of the names of a letter's people, without their addresses."""
    for pair in pairs:
        if pair.key not in _LETTER:
            continue
        separator = ";" if ";" in pair.value else ","
        bare = _ADDRESS.sub(lambda match: " " * len(match.group()), pair.value)
        position = 0
        for part in bare.split(separator):
            name = part.strip(" \t\"'")
            if name:
                start = pair.start + position + part.index(name)
                yield start, start + len(name)
            position += len(part) + 1


def _header(
    pairs: list[tuple[str, object]],
    start: int,
    order: Order | None,
    people: tuple[tuple[int, int], ...] = (),
) -> Header:
    known: dict[str, Any] = {}
    for key, value in pairs:
        meaning = _MEANING.get(_key(key), "")
        value = value.strip().strip("\"'").strip() if isinstance(value, str) else value
        if meaning and isinstance(value, str | date) and value:
            known.setdefault(meaning, value)
    words = {meaning: str(value) for meaning, value in known.items()}
    return Header(
        start=start,
        title=words.get("title"),
        source=words.get("source"),
        url=words.get("url"),
        published=parse_date(known.get("published"), order),
        language=words.get("language"),
        written=words.get("published"),
        people=people,
    )


def _key(word: str) -> str:
    return re.sub(r"[ -]+", "_", word.strip().lower())


def _after_blank(text: str, position: int) -> int:
    blank = _BLANK.match(text, position)
    return blank.end() if blank else position
