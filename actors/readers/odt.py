"""OpenDocument text and slides: paragraphs and tables in their order, as they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from actors.errors import ReadError
from actors.readers.files import check_length
from actors.readers.trees import Element, children, first, local, said
from actors.readers.zipped import opened, tree
from actors.types import Document

_WHAT = "OpenDocument file"
_PARAGRAPHS = ("p", "h")
_ASIDE = ("tracked-changes", "annotation", "note", "ruby-text", "table-of-content", "forms")
_MOST_SPACES = 100


def read(path: Path) -> Iterator[Document]:
    """One document: a paragraph a line, a blank line between; table cells with tabs.

    What was deleted while changes were tracked, notes and comments are left out.

    Raises:
        ReadError: not ODT, encrypted, broken, without text, or too large.
    """
    with opened(path, _WHAT) as archive:
        content = tree(archive, "content.xml")
        about = tree(archive, "meta.xml")
    body = None if content is None else first(content, "body")
    if body is None:
        raise ReadError(path.name, f"not an {_WHAT}: open it in a word processor and save it again")
    text = "\n\n".join(block for block in _blocks(body) if block.strip())
    check_length(path.name, len(text))
    yield Document(name="", text=text, title=None if about is None else said(about, "title"))


def _blocks(element: Element) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name in _ASIDE:
            continue
        if name == "table":
            yield "\n".join(_rows(child))
        elif name in _PARAGRAPHS:
            yield "".join(_pieces(child)).strip()
            yield from _boxes(child)
        else:
            yield from _blocks(child)


def _boxes(paragraph: Element) -> Iterator[str]:
    """The text boxes that are anchored in a paragraph."""
    for box in children(paragraph, "text-box"):
        yield from _blocks(box)


def _rows(table: Element) -> Iterator[str]:
    for row in children(table, "table-row"):
        cells = [cell for cell in row if local(cell) == "table-cell"]
        texts = [" ".join(block for block in _blocks(cell) if block) for cell in cells]
        if any(texts):
            yield "\t".join(texts).rstrip()


def _pieces(element: Element) -> Iterator[str]:
    yield _collapsed(element.text)
    for child in element:
        name = local(child)
        if name == "s":
            yield " " * min(_count(child), _MOST_SPACES)
        elif name in ("tab", "line-break"):
            yield "\t" if name == "tab" else "\n"
        elif name and name not in _ASIDE and name != "frame":
            yield from _pieces(child)
        yield _collapsed(child.tail)


def _count(element: Element) -> int:
    counts = (value for key, value in element.attrib.items() if key.endswith("}c"))
    value = next(counts, "1")
    return int(value) if value.isdecimal() else 1


def _collapsed(text: str | None) -> str:
    if not text:
        return ""
    words = " ".join(text.split())
    return f"{' ' * text[0].isspace()}{words}{' ' * (text[-1].isspace() and bool(words))}"
