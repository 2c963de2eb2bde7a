"""Europresse, a saved page: an ``article`` each, its parts told by their classes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from actors.readers.databases.article import Article, clean, day_in
from actors.readers.trees import Element

_NUMBER = re.compile(r",\s+n[o°]\.?\s.*|\s+\|.*|\s{3,}.*", re.DOTALL | re.IGNORECASE)
_TEXT = ("docOcurrContainer", "DocText")
_TITLE = ("titreArticle", "titreArticleVisu", "rdp__articletitle")


def in_page(page: Element) -> Iterator[Article]:
    """The articles of a page that Europresse saved (an lxml tree)."""
    for element in page.xpath("//article"):
        name = _first(element, "DocPublicationName")
        if not name:
            continue
        headers = _all(element, "DocHeader") or _all(element, "DocTitreSousSection")
        days = (day_in(line) for line in (*headers, _text(element)[:500]))
        title = next((text for one in _TITLE if (text := _first(element, one))), "")
        yield Article(
            body=_body(element),
            title=clean(title),
            source=clean(_NUMBER.sub("", name)),
            published=next((day for day in days if day), None),
            head="\n".join(line for line in (name, *headers, title) if line),
        )


def _body(element: Element) -> str:
    for name in _TEXT:
        for found in element.xpath(f".//*[{_is(name)}]"):
            texts = [_text(p) for p in found.xpath(".//p")] or [_text(found)]
            if any(texts):
                return "\n\n".join(text for text in texts if text)
    return ""


def _first(element: Element, name: str) -> str:
    return next((text for text in _all(element, name) if text), "")


def _all(element: Element, name: str) -> list[str]:
    return [_text(found) for found in element.xpath(f".//*[{_is(name)}]")]


def _is(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
