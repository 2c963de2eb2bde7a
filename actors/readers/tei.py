"""TEI, the format of text archives and parliaments: the body, with who speaks."""

from __future__ import annotations

from collections.abc import Iterator

from actors.readers.dates import parse_date
from actors.readers.trees import Element, blocks, children, first, local, said, text
from actors.types import Document, Skipped

_PARAGRAPHS = ("p", "head", "ab", "l", "item", "u")
_ASIDE = ("note", "fw", "pb", "figure", "gap", "kinesic", "vocal", "incident", "speaker")


def from_tei(element: Element) -> Document | Skipped:
    """One text with its header."""
    body = first(element, "text", "body")
    header = first(element, "teiHeader")
    paragraphs = [] if body is None else [*_turns(body)]
    if not paragraphs:
        return Skipped("", "empty: the text has no body")
    return Document(
        name="",
        text="\n\n".join(paragraphs),
        title=said(header, "titleStmt", "title"),
        source=said(header, "publicationStmt", "publisher") or said(header, "sourceDesc", "title"),
        published=_day(header),
    )


def _turns(element: Element) -> Iterator[str]:
    """Paragraphs; the first of each turn in a dialogue begins with the speaker."""
    if local(element) != "sp":
        if any(local(each) == "sp" for each in element.iter()):
            for child in element:
                yield from _turns(child)
        else:
            yield from blocks(element, _PARAGRAPHS, _ASIDE)
        return
    speaker = text(first(element, "speaker")).rstrip(".:")
    for number, paragraph in enumerate(blocks(element, _PARAGRAPHS, _ASIDE)):
        yield f"{speaker}: {paragraph}" if speaker and number == 0 else paragraph


def _day(header: Element) -> Element:
    """The day of the source, or else of the publication."""
    if header is None:
        return None
    for name in ("sourceDesc", "publicationStmt", "settingDesc"):
        for part in children(header, name):
            for each in children(part, "date"):
                day = parse_date(each.get("when") or text(each))
                if day:
                    return day
    return None
