"""Exports of news databases: one file becomes its articles.

===============  ==================================================================
`lexisnexis`     plain text, ``1 of 300 DOCUMENTS``
`nexis`          Nexis Uni as DOCX, RTF or PDF, ``End of Document``
`factiva`        RTF, DOCX, text and pages, plain and indexed
`proquest`       plain text, lines of underscores
`europresse`     pages
`integrum`       pages and plain text, ``^ИС:``
===============  ==================================================================

A layout is believed where its separators are there, and two other signs of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from actors.readers.databases import europresse, factiva, integrum, lexisnexis, nexis, proquest
from actors.readers.databases.article import Article, documents
from actors.readers.fragment import tree_of
from actors.types import Document, Skipped

__all__ = ["in_page", "split"]

_SIGNS_NEEDED = 2
_OF_PAGES = ("articleParagraph", "enArticle", "DocPublicationName", 'class="article', "^ИС:")


class _Layout(NamedTuple):
    name: str
    separator: re.Pattern[str]
    told: str
    signs: tuple[re.Pattern[str], ...]
    split: Callable[[str], Iterator[Article]]
    fewest: int = 1


_LAYOUTS = (
    _Layout(
        "LexisNexis",
        lexisnexis.SEPARATOR,
        "'n of m DOCUMENTS'",
        lexisnexis.SIGNS,
        lexisnexis.split,
    ),
    _Layout("Nexis Uni", nexis.SEPARATOR, "'End of Document'", nexis.SIGNS, nexis.split),
    _Layout(
        "Factiva",
        factiva.INDEXED,
        "'HD'",
        factiva.INDEX_SIGNS,
        factiva.split_indexed,
    ),
    _Layout("Factiva", factiva.SEPARATOR, "'Document ...'", factiva.SIGNS, factiva.split),
    _Layout(
        "ProQuest",
        proquest.SEPARATOR,
        "of underscores",
        proquest.SIGNS,
        proquest.split,
    ),
    _Layout("Integrum", integrum.SEPARATOR, "'ИС:'", integrum.SIGNS, integrum.split),
)


def split(document: Document) -> Iterator[Document | Skipped]:
    """The articles of a document that is an export, or else the document itself.

    Where only the separators of a layout are there, the document stays whole, and a
    `Skipped` warns of it.

    >>> export = "1 of 1 DOCUMENTS\\n\\nWire\\n\\nJuly 5, 2021\\n\\nTalks\\n\\nLENGTH: 2 words"
    >>> export += "\\n\\nThey met.\\n\\nLOAD-DATE: July 6, 2021"
    >>> [(each.name, each.title) for each in split(Document("", export))]
    [('#1', 'Talks')]
    """
    text = _without_heads(document)
    if text is None:
        yield document
        return
    for layout in _LAYOUTS:
        if layout.separator.search(text) and _is_certain(layout, text):
            yield from documents(layout.split(text))
            return
    yield document
    yield from _suspected(text)


def _without_heads(document: Document) -> str | None:
    """The text without the heads and feet of pages; None for a body of other parts, as in mail.

    >>> _without_heads(Document("", "They met. Page 3", body=((0, 9),)))
    'They met.'
    """
    match document.body:
        case ():
            return document.text
        case ((0, end),):
            return document.text[:end]
        case _:
            return None


def in_page(page: str) -> Iterator[Document | Skipped] | None:
    """The articles of a page that a database saved, or None for another page.

    >>> in_page("<html><body><p>They met.</p></body></html>") is None
    True
    """
    if not any(sign in page for sign in _OF_PAGES):
        return None
    tree = tree_of(page)
    for reader in (factiva.in_page, europresse.in_page, integrum.in_page):
        found = [article for article in reader(tree) if article.published and article.source]
        if any(article.body.strip() for article in found):
            return documents(found)
    return None


def _is_certain(layout: _Layout, text: str) -> bool:
    return sum(bool(sign.search(text)) for sign in layout.signs) >= _SIGNS_NEEDED


def _suspected(text: str) -> Iterator[Skipped]:
    for layout in _LAYOUTS[:2]:
        count = sum(1 for _ in layout.separator.finditer(text))
        if count >= _SIGNS_NEEDED:
            reason = (
                f"{count} lines {layout.told}: perhaps an export of {layout.name} with several "
                "articles, read here as one; export it again, as plain text or DOCX"
            )
            yield Skipped("#articles", reason)
