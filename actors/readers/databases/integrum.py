"""Integrum: a page, or the same as text: fields ``^ИС:``, ``^ДТ:``, ``^ЗГ:``, then the article.

They are Russian abbreviations: source, date, heading; further author, number of the issue, section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from actors.readers.databases.article import Article, clean, day_in, paragraphs
from actors.readers.trees import Element

__all__ = ["SEPARATOR", "SIGNS", "in_page", "split"]

SEPARATOR = re.compile(r"^[ \t]*\^?ИС:", re.MULTILINE)
SIGNS = (
    re.compile(r"^[ \t]*\^?ДТ:\s*\d{1,2}\.\d{1,2}\.\d{2,4}", re.MULTILINE),
    re.compile(r"^[ \t]*\^?ЗГ:", re.MULTILINE),
)
_FIELD = re.compile(r"^[ \t]*\^?(?P<key>[А-Я]{2}):[ \t]*\n?(?P<value>[^\n]*)", re.MULTILINE)
_BEGINS = re.compile(r"(?<=[.!?…\"»”])[ \t]*\n(?=[ \t]{2,}\S)")
"""Where a paragraph ends and the next begins, set in."""
_TEXT = ("ТЕ", "ТК", "ТТ")
"""Fields after which the text of an article begins, where they are given."""


def in_page(page: Element) -> Iterator[Article]:
    """The articles of a page that Integrum saved (an lxml tree): a table of fields, then text."""
    for block in page.xpath("//div[table][pre]"):
        head = "\n".join(_lines(block.xpath("./table//td")[:1]))
        body = "\n".join(_lines(block.xpath("./pre")[:1]))
        yield _article(head, body)


def split(text: str) -> Iterator[Article]:
    """The articles of a text: each begins with its source."""
    starts = [match.start() for match in SEPARATOR.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield _article(*_parted(text[start:end]))


def _parted(article: str) -> tuple[str, str]:
    """The fields of an article, and the lines after the last of them."""
    end = 0
    for match in _FIELD.finditer(article):
        if match.start() > 2 and article[end : match.start()].strip():
            break
        end = match.start("value") if match["key"] in _TEXT else match.end()
    return article[:end], article[end:]


def _article(head: str, body: str) -> Article:
    said = {match["key"]: match["value"].strip() for match in _FIELD.finditer(head)}
    return Article(
        body=paragraphs(_BEGINS.sub("\n\n", body.strip("\n")).split("\n")),
        title=clean(said.get("ЗГ")),
        source=clean(said.get("ИС")),
        published=day_in(said.get("ДТ", "")),
        head="\n".join(line.strip() for line in head.split("\n") if line.strip()),
    )


def _lines(elements: list[Element]) -> Iterator[str]:
    """The lines of an element as a browser would show them."""
    for element in elements:
        for broken in element.xpath(".//br"):
            broken.tail = f"\n{broken.tail or ''}"
        yield from (line.rstrip() for line in "".join(element.itertext()).split("\n"))
