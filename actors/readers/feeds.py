"""RSS and Atom: an entry of a feed as a document."""

from __future__ import annotations

from actors.readers.dates import parse_date
from actors.readers.fragment import plain, readable
from actors.readers.trees import Element, local, text
from actors.types import Document, Skipped

_NO_TEXT = "empty: this entry of the feed has no text, only a link: save the article itself"


def from_item(item: Element) -> Document | Skipped:
    """An ``item`` of RSS: its whole content, or else its description."""
    own = _own(item)
    body = _longest(own, "encoded", "content", "description", "summary")
    if not body:
        return Skipped("", _NO_TEXT)
    return Document(
        name="",
        text=body,
        title=_line(own.get("title")),
        source=_line(own.get("source")) or _title_of(item, "channel"),
        url=_text(own.get("link")) or _text(own.get("guid")),
        published=parse_date(_text(own.get("pubDate")) or _text(own.get("date"))),
        language=None,
    )


def from_entry(entry: Element) -> Document | Skipped:
    """An ``entry`` of Atom."""
    own = _own(entry)
    body = _longest(own, "content", "summary")
    if not body:
        return Skipped("", _NO_TEXT)
    links = [link for link in entry if local(link) == "link"]
    pages = [link for link in links if link.get("rel", "alternate") == "alternate"]
    return Document(
        name="",
        text=body,
        title=_line(own.get("title")),
        source=_source(own.get("source")) or _title_of(entry, "feed"),
        url=next((link.get("href") for link in pages), None),
        published=parse_date(_text(own.get("published")) or _text(own.get("updated"))),
    )


def _own(element: Element) -> dict[str, Element]:
    """What an entry has itself, by name; the first of each."""
    found: dict[str, Element] = {}
    for child in element:
        found.setdefault(local(child), child)
    return found


def _longest(own: dict[str, Element], *names: str) -> str:
    return max((_shown(own[name]) for name in names if name in own), key=len, default="")


def _shown(element: Element) -> str:
    """The text of a field: markup as a string, or as elements of its own."""
    if len(element):
        from lxml import etree

        return plain(etree.tostring(element, encoding="unicode", with_tail=False))
    return readable(element.text or "").strip()


def _title_of(element: Element, name: str) -> str | None:
    """The title of the feed around an entry; in RSS 1.0 the channel stands beside it."""
    for above in element.iterancestors():
        for each in (above, *above):
            if local(each) == name:
                return _line(_own(each).get("title"))
    return None


def _source(element: Element) -> str | None:
    return None if element is None else _line(_own(element).get("title"))


def _line(element: Element) -> str | None:
    return None if element is None else " ".join(_shown(element).split()) or None


def _text(element: Element) -> str | None:
    return text(element) or None
