"""JATS, the format of journals and of PubMed Central: abstract and body."""

from __future__ import annotations

from datetime import date

from actors.readers.dates import parse_date
from actors.readers.trees import Element, blocks, children, first, said
from actors.types import Document, Skipped

_PARAGRAPHS = ("p", "title", "disp-quote")
_ASIDE = ("xref", "table-wrap", "fig", "ref-list", "fn", "disp-formula", "media", "label")


def from_article(element: Element) -> Document | Skipped:
    """One article of a journal; figures, tables and references are left out."""
    about = first(element, "article-meta")
    parts = (first(about, "abstract"), first(element, "body"))
    found = [
        line for part in parts if part is not None for line in blocks(part, _PARAGRAPHS, _ASIDE)
    ]
    if not found:
        return Skipped("", "empty: the article has neither an abstract nor a body")
    return Document(
        name="",
        text="\n\n".join(found),
        title=said(about, "article-title") or said(element, "title"),
        source=said(element, "journal-title"),
        published=_day(about),
    )


def _day(about: Element) -> date | None:
    """The first date of publication that has a day."""
    if about is None:
        return None
    for element in (*children(about, "pub-date"), *children(about, "date")):
        whole = element.get("iso-8601-date")
        parts = [said(element, part) or "" for part in ("year", "month", "day")]
        day = parse_date(whole) or parse_date("-".join(parts)) or parse_date(" ".join(parts[::-1]))
        if day:
            return day
    return None
