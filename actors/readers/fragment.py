"""Pieces of HTML, such as a field of a table or a message, as text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from actors.readers.trees import Element

__all__ = ["flatten_cells", "plain", "readable", "tree_of"]

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"}
    | {"main", "nav", "ol", "p", "pre", "section", "table", "ul"}
)
_LINES = frozenset({"br", "li", "tr"})
_CELLS = frozenset({"td", "th"})
_UNSEEN = ("script", "style", "head", "noscript", "template", "title", "iframe", "object", "svg")
_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|u|h[1-6]|ul|ol|li|blockquote|figure|figcaption|img|table"
    r"|tr|td|th|tbody|section|article|sub|sup|small|font|center|hr|iframe|html|body)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d?);", re.IGNORECASE)
_PARAGRAPH = re.compile(r"[ \t]*\n[ \t\r]*\n\s*")
_LONGEST_CELL = 200
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r"[ \xa0]*([\n\t])[ \xa0]*")
_MANY_LINES = re.compile(r"\n{3,}")


def readable(text: str) -> str:
    """The text of a field, without markup and with its entities decoded, if it has any.

    >>> readable("Marsh &amp; Alder accused Vera Lund&#39;s firm.<br/>She denied it.")
    "Marsh & Alder accused Vera Lund's firm.\\nShe denied it."
    >>> readable("if a < b and b > c")
    'if a < b and b > c'
    """
    if _TAG.search(text):
        return plain(text)
    return html.unescape(text) if _ENTITY.search(text) else text


def plain(markup: str, without: Iterable[str] = ()) -> str:
    r"""The text that a piece of HTML shows: a blank line between blocks, a tab between cells.

    Args:
        without: names of elements that are left out with all they hold, such as ``nav``.

    >>> plain("<p>One <b>two</b></p><ul><li>three</li></ul><script>four()</script>")
    'One two\n\nthree'
    """
    tree = tree_of(markup)
    return "" if tree is None else _shown(tree, without)


def tree_of(markup: str) -> Element:
    """A parsed piece of HTML (an lxml element), or None where there is nothing in it.

    Neither entities nor anything outside of the markup is loaded.
    """
    from lxml import etree

    if not markup.strip():
        return None
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(markup.replace("\x00", "").encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _shown(tree: Element, without: Iterable[str]) -> str:
    from lxml import etree

    etree.strip_elements(tree, *_UNSEEN, *without, with_tail=False)
    flatten_cells(tree)
    for element in tree.iter():
        _space(element)
    text = _AROUND.sub(r"\1", "".join(tree.itertext())).replace("\t\n", "\n")
    return _MANY_LINES.sub("\n\n", text).strip()


def flatten_cells(tree: Element) -> None:
    """What a cell of a table of data holds stays on the line of its row."""
    for cell in [*tree.iter(*_CELLS)]:
        if cell.find(".//table") is None and len("".join(cell.itertext())) < _LONGEST_CELL:
            for inner in cell.iterdescendants(*_BLOCKS, *_LINES):
                inner.tag = "span"
                inner.tail = f" {inner.tail or ''}"


def _space(element: Element) -> None:
    """White space as a browser shows it; breaks around blocks, lines and cells."""
    element.text = _collapsed(element.text)
    element.tail = _collapsed(element.tail)
    if element.tag in _BLOCKS:
        element.text, element.tail = f"\n\n{element.text}", f"\n\n{element.tail}"
    elif element.tag in _LINES:
        element.tail = f"\n{element.tail}"
    elif element.tag in _CELLS:
        element.tail = f"\t{element.tail}"


def _collapsed(text: str | None) -> str:
    """Single spaces. An empty line is kept: many programs write paragraphs so."""
    if not text:
        return ""
    return "\n\n".join(_SPACE.sub(" ", part) for part in _PARAGRAPH.split(text))
