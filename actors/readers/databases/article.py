"""One article of an export: its parts, and the document that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from actors.readers.boilerplate import worth_reading
from actors.readers.dates import parse_date
from actors.types import Document, Skipped

_DAY = re.compile(
    r"\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th|er|º)?\.?\s+(?:de\s+)?[^\W\d_]{3,12}\.?,?\s+(?:de\s+)?\d{4}"
    r"|[^\W\d_]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}"
)
RIGHTS = re.compile(
    r"\s*(?:Copyright\b|©|\(c\)|All Rights Reserved|Alle Rechte|Tous droits)", re.IGNORECASE
)
"""How the line begins that says whose an article is."""
_WRAPPED = 55
_SPACES = re.compile(r"[ \t\xa0]+")


@dataclass(frozen=True, slots=True)
class Article:
    """What an export says of one article; ``head`` and ``tail`` lie outside the body."""

    body: str
    title: str | None = None
    source: str | None = None
    published: date | None = None
    url: str | None = None
    head: str = ""
    tail: str = ""


def documents(articles: Iterable[Article]) -> Iterator[Document | Skipped]:
    """A document for each article, called by its place: ``#12``.

    The text of a document is that of its article alone, and offsets refer to it.
    """
    for number, article in enumerate(articles, start=1):
        yield _document(article, f"#{number}")


def _document(article: Article, name: str) -> Document | Skipped:
    if not article.body.strip():
        about = f" ({article.title})" if article.title else ""
        return Skipped(name, f"empty: this article of the export has no text{about}")
    upto = "\n\n".join(part for part in (article.head, article.body) if part)
    start = len(upto) - len(article.body)
    return Document(
        name=name,
        text=f"{upto}\n\n{article.tail}" if article.tail else upto,
        title=article.title,
        source=article.source,
        url=article.url,
        published=article.published,
        body=worth_reading(upto, start) or ((start, len(upto)),),
    )


def day_in(line: str) -> date | None:
    """The first day that a line names, in English and other languages.

    >>> day_in("mardi 6 juillet 2021, p. 3")
    datetime.date(2021, 7, 6)
    """
    found = (parse_date(match.group()) for match in _DAY.finditer(line[:200]))
    return next((day for day in found if day), None)


def clean(line: str | None) -> str | None:
    """A line with single spaces; None where nothing is left."""
    return _SPACES.sub(" ", line).strip() or None if line else None


def paragraphs(lines: Iterable[str]) -> str:
    r"""Paragraphs, a blank line between, of lines that were wrapped at the width of a page.

    A blank line or an indented first line begins a paragraph. A hyphen at the end of a line
    belongs to its word.

    >>> paragraphs([f"We will launch a long and, to judge by what was said, a {'counter-':9}",
    ...             "attack.", "", "He left."])
    'We will launch a long and, to judge by what was said, a counter-attack.\n\nHe left.'
    """
    return "\n\n".join(_join(block) for block in blocks(lines))


def blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Runs of lines that have something in them."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def _join(block: list[str]) -> str:
    """One paragraph, or lines as they are where they are too short to have been wrapped."""
    joined = [block[0].strip()]
    for before, line in pairwise(block):
        indented = line[:2].isspace() and not before[:2].isspace()
        if indented or len(before.strip()) < _WRAPPED:
            joined.append(line.strip())
        else:
            cut = re.search(r"\w-$", before) and line.strip()[:1].isalnum()
            joined[-1] += ("" if cut else " ") + line.strip()
    return "\n".join(joined)
