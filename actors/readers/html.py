"""Web pages: their main text, without menus and footers (trafilatura)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from actors.errors import ReadError
from actors.readers.article import Completed, complete
from actors.readers.databases import in_page
from actors.readers.dates import parse_date
from actors.readers.encoding import decode
from actors.readers.files import read_bytes
from actors.readers.fragment import plain
from actors.readers.guard import guarded
from actors.readers.markup import prepare
from actors.types import Document, Skipped

_BOXES = ("related", "recommended", "author-bio", "author-box", "more-stories", "most-read")
_BESIDE = "//*[self::div or self::aside or self::section or self::ul][{}][count(.//p) < 8]".format(
    " or ".join(
        f"contains(concat(' ', normalize-space(@class), ' '), ' {box}{end}')"
        for box in _BOXES
        for end in (" ", "-", "_")
    )
)
"""Boxes of links to other articles, and of their authors."""
_WHOLE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_MENUS = ("nav", "header", "footer", "aside", "form")
"""The last may hold the whole page, as some programs write it."""
_NEW_YEAR = re.compile(r"\b0?1[-/.]0?1\b|\bJan(?:uary|\.)? 0?1\b|\b0?1(?:st)? Jan", re.IGNORECASE)
_MOST_OF = 0.8
"""Of the text outside menus, that an article has at least; below it the page may hold several."""
_SMALL = 3000
"""Characters of a page that is hardly more than what it says, where half of them may be lost."""
_HALF = 0.5
_LITTLE = 200
"""Characters of a page without an article that are worth reading."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)


def read(path: Path) -> Iterator[Document | Skipped]:
    """One document: the main text of the page, its title, date, site and address.

    A page that a news database saved gives its articles, a piece of a page all its text.

    Raises:
        ReadError: the page is empty, too large, built to break readers, or has no text.
    """
    yield from guarded("actors.readers.html:parse", path)


def parse(path: Path) -> Iterator[Document | Skipped]:
    """The same, in this process: `read` gives it a process with limits.

    Raises:
        ReadError: as `read`.
    """
    page = prepare(_decode(read_bytes(path), path.name), path.name)
    articles = in_page(page)
    if articles is not None:
        yield from articles
        return
    found = _whole(page, _extract(page))
    completed = complete(page, found.text or "", found.title or "") if found else None
    if found is None and not _WHOLE.search(page) and (text := plain(page)):
        yield Document(name="", text=text)
        return
    if completed is None or not completed.text.strip():
        yield _without_article(page, path.name)
        return
    day = _day(page, found.date)
    yield Document(
        name="",
        text=completed.text,
        notes=_notes(completed),
        title=found.title or None,
        source=found.sitename or found.hostname or None,
        url=found.url or None,
        published=day,
        published_from="page" if day else None,
    )


def _without_article(page: str, name: str) -> Document:
    """All the text of a page in which no article was found, and a note that says so.

    Raises:
        ReadError: there is hardly any text.
    """
    text = plain(page, _MENUS)
    if len(text) < _LITTLE:
        text = plain(page, _MENUS[:-1])
    if len(text) < _LITTLE:
        raise ReadError(name, "no text in the page: save the article itself as text or PDF")
    note = "no article was found in the page, so all its text is read: look at the page"
    return Document(name="", text=text, notes=(note,))


def _decode(data: bytes, name: str) -> str:
    """The page says its own encoding, most of the time rightly."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeError):
            return decode(data, name)
    return decode(data, name)


def _whole(page: str, found: Any) -> Any:
    """What is found in a small page, read again less strictly where half of the page is missing."""
    if found is None or not _WHOLE.search(page):
        return found
    shown = len(plain(page, _MENUS))
    if shown > _SMALL or len(found.text or "") >= _HALF * shown:
        return found
    again = _extract(page, lenient=True)
    more = again is not None and len(again.text or "") > len(found.text or "")
    return again if more else found


def _extract(page: str, lenient: bool = False) -> Any:
    from trafilatura import bare_extraction

    if not _WHOLE.search(page):
        page = f"<html><body><article>{page}</article></body></html>"
    return bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        deduplicate=False,
        favor_recall=lenient,
        prune_xpath=[_BESIDE],
    )


def _day(page: str, said: str | None) -> date | None:
    """The date of a whole page; the first of January may be made of a year in its text."""
    if not said or not _WHOLE.search(page):
        return None
    day = parse_date(said)
    made = day is not None and (day.month, day.day) == (1, 1)
    return None if made and not _NEW_YEAR.search(page) else day


def _notes(found: Completed) -> tuple[str, ...]:
    """A warning where much of the text of a page was not taken for its article."""
    letters = found.letters + found.lost
    if found.lost < _LITTLE or found.letters >= _MOST_OF * letters:
        return ()
    share = round(100 * found.letters / letters)
    return (f"{share} % of the text of the page was taken for its article: look at the page",)
