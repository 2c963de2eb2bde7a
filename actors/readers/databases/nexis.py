"""Nexis Uni and Nexis Advance (DOCX, RTF, PDF): articles that end in ``End of Document``.

Each has a headline, the publication, the date and a copyright, a line each; lines such as
``Section: ...``; a line ``Body``; the text; and lines such as ``Load-Date: ...``. A cover
goes before the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from actors.readers.databases.article import RIGHTS, Article, clean, day_in

SEPARATOR = re.compile(
    r"^[ \t]*(?:End of Document|Ende des Dokuments|Fin du document)[ \t]*$", re.MULTILINE
)
SIGNS = (
    re.compile(r"^[ \t]*Body[ \t]*$", re.MULTILINE),
    re.compile(r"^[ \t]*Load-Date:", re.MULTILINE),
    re.compile(r"^[ \t]*(?:Length|Section|Byline):[\s\xa0]", re.MULTILINE),
    re.compile(r"^[ \t]*Copyright \d{4}\b|^[ \t]*©", re.MULTILINE),
    re.compile(r"^[ \t]*(?:Job Number:|Documents \(\d+\)|Date and Time:)", re.MULTILINE),
)
_LABELS = re.compile(
    r"(?:Section|Length|Byline|Highlight|Dateline|Edition|Column|Series|Correction Appended)"
    r"\s*:(?:\s|$)"
)
_COVER = re.compile(
    r"(?:Date and Time|Job Number|Client/Matter|Search Terms?|Search Type|Narrowed by)\s*:"
    r"|Documents? \(\d+\)|\d+\.\s|Content Type|Narrowed by|User Name:|.*About LexisNexis"
)
_TAIL = re.compile(
    r"(?:Graphic|Classification|Notes|Correction(?:-Date)?|Load-Date|Language|Publication-Type"
    r"|Subject|Geographic|Industry|Company|Organization|Person|Ticker|Journal Code)\s*(?::.*)?"
)
_BODY = re.compile(r"\s*Body\s*")
_PAGE = re.compile(r"Page \d+ of \d+")


def split(text: str) -> Iterator[Article]:
    """The articles of an export; what follows the last is no article."""
    for chunk in SEPARATOR.split(text)[:-1]:
        lines = [line.strip() for line in chunk.split("\n") if line.strip()]
        lines = [line for line in lines if not _PAGE.fullmatch(line)]
        if lines:
            yield _article(lines)


def _article(lines: Sequence[str]) -> Article:
    body = next((i for i, line in enumerate(lines) if _BODY.fullmatch(line)), None)
    top = body if body is not None else len(lines)
    dated = _dated(lines[:top])
    first = top + 1 if body is not None else _after_labels(lines, dated)
    last = next((i for i in range(first, len(lines)) if _TAIL.fullmatch(lines[i])), len(lines))
    title = _title(lines[: dated - 1]) if dated else clean(lines[0])
    return Article(
        body="\n\n".join(line for line in lines[first:last] if line != title),
        title=title,
        source=clean(lines[dated - 1]) if dated else None,
        published=day_in(lines[dated]) if dated else None,
        head="\n".join(lines[:first]),
        tail="\n".join(lines[last:]),
    )


def _dated(lines: Sequence[str]) -> int:
    """The line with the date of the article: the last before the labels; 0 for none.

    Magazines have only a month, in the line before the copyright.
    """
    found = 0
    for i, line in enumerate(lines):
        if _LABELS.match(line) or (found and RIGHTS.match(line)):
            break
        if i > 0 and not _COVER.match(line) and len(line) < 80 and day_in(line):
            found = i
    rights = next((i for i, line in enumerate(lines) if RIGHTS.match(line)), 0)
    return found or max(rights - 1, 0)


def _title(lines: Sequence[str]) -> str | None:
    """The headline: one line after a cover, else all the lines that there are."""
    after_cover = [i for i, line in enumerate(lines) if _COVER.match(line)]
    if after_cover:
        return clean(lines[-1])
    return clean(" ".join(lines))


def _after_labels(lines: Sequence[str], dated: int) -> int:
    first = dated + 1
    while first < len(lines) and (_LABELS.match(lines[first]) or RIGHTS.match(lines[first])):
        first += 1
    return first
