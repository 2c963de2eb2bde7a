"""NITF, the format of news agencies: headline, source, date and the content of the body."""

from __future__ import annotations

from actors.readers.dates import parse_date
from actors.readers.trees import Element, blocks, children, first, said, text
from actors.types import Document, Skipped

_PARAGRAPHS = ("p", "hl2", "li", "td", "pre")
_ASIDE = ("media", "note", "caption")


def from_nitf(element: Element) -> Document | Skipped:
    """One article."""
    content = first(element, "body.content")
    content = first(element, "body") if content is None else content
    if content is None:
        return Skipped("", "empty: the article has no body")
    paragraphs = [*blocks(content, _PARAGRAPHS, _ASIDE)] or [text(content)]
    if not any(paragraphs):
        return Skipped("", "empty: the article has no text")
    return Document(
        name="",
        text="\n\n".join(paragraphs),
        title=said(element, "hl1") or said(element, "hedline") or said(element, "head", "title"),
        source=_attribute(element, "pubdata", "name")
        or _attribute(element, "doc.copyright", "holder"),
        published=next((day for day in map(parse_date, _days(element)) if day), None),
    )


def _days(element: Element) -> list[str | None]:
    return [
        _attribute(element, "date.issue", "norm"),
        _attribute(element, "date.release", "norm"),
        _attribute(element, "pubdata", "date.publication"),
        _attribute(element, "story.date", "norm"),
        said(element, "story.date"),
    ]


def _attribute(element: Element, name: str, attribute: str) -> str | None:
    values = (each.get(attribute) for each in children(element, name))
    return next((value for value in values if value), None)
