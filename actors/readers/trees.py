"""XML as trees (lxml): no entity is expanded, and nothing outside of the file is loaded."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html.entities import html5
from typing import Any, TypeAlias

from actors.errors import ReadError

Element: TypeAlias = Any
"""An element of a tree of lxml, which has no types of its own."""

__all__ = ["blocks", "children", "first", "local", "parse", "said", "text"]

_NAMED = re.compile(rb"&([A-Za-z]{2,8}\d{0,2});")
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})


def parse(data: bytes, name: str) -> Element:
    """The root element of some XML.

    Names that HTML has for characters, such as ``&nbsp;``, are understood; mistakes are
    passed over as far as the parser can.

    Raises:
        ReadError: not XML, or nested deeper than documents are.

    >>> parse(b"<a>Marsh&nbsp;&amp; Alder<b>!</b></a>", "a.xml").text.split()
    ['Marsh', '&', 'Alder']
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=True,
    )
    try:
        root = etree.fromstring(_NAMED.sub(_numbered, data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(name, f"not XML, or broken ({error}): save it again") from error
    if root is None:
        raise ReadError(name, "not XML, or broken: save it again")
    return root


def _numbered(match: re.Match[bytes]) -> bytes:
    name = match.group(1).decode("ascii")
    character = html5.get(f"{name};")
    if name in _OWN or character is None:
        return match.group()
    return b"".join(b"&#%d;" % ord(each) for each in character)


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """All elements below one that have a name, whatever their namespace, in their order."""
    return (each for each in element.iter() if local(each) == name)


def first(element: Element, *path: str) -> Element:
    """The first element that some names, each below the one before, lead to; or None."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in children(element, name) if each is not element), None)
    return element


def text(element: Element, without: Collection[str] = ()) -> str:
    """All text in an element, with single spaces; ``without`` names elements to leave out."""
    return "" if element is None else " ".join("".join(_pieces(element, without)).split())


def said(element: Element, *path: str) -> str | None:
    """The text that some names lead to; None where there is none."""
    return text(first(element, *path)) or None


def blocks(
    element: Element, names: Collection[str], without: Collection[str] = ()
) -> Iterator[str]:
    """The text of each outermost element of some names, without the empty ones."""
    if local(element) in without:
        return
    if local(element) in names:
        found = text(element, without)
        if found:
            yield found
        return
    for child in element:
        yield from blocks(child, names, without)


def _pieces(element: Element, without: Collection[str]) -> Iterator[str]:
    if local(element) and local(element) not in without:
        yield element.text or ""
        for child in element:
            yield from _pieces(child, without)
            yield child.tail or ""
