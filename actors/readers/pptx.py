"""PowerPoint: the text of each slide in its order, and the speaker's notes after it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from actors.errors import ReadError
from actors.readers.files import check_length
from actors.readers.trees import Element, children, local, said
from actors.readers.zipped import opened, tree
from actors.types import Document

_WHAT = "PowerPoint file"
_MAIN = "ppt/presentation.xml"
_BREAKS = {"br": "\n", "tab": "\t"}
_NUMBERS = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})
"""Placeholders that say nothing of their own: number, date, footer, header, picture."""


def read(path: Path) -> Iterator[Document]:
    """One document: slides one after the other, a paragraph a line; a row of a table a line.

    Raises:
        ReadError: not PPTX, encrypted, broken, without text, or too large.
    """
    with opened(path, _WHAT) as archive:
        texts = [text for slide in _slides(archive) for text in _slide(archive, slide)]
        about = tree(archive, "docProps/core.xml")
    text = "\n\n".join(text for text in texts if text)
    if not text:
        raise ReadError(path.name, "no text on its slides, perhaps pictures: save it as text")
    check_length(path.name, len(text))
    yield Document(name="", text=text, title=None if about is None else said(about, "title"))


def _slides(archive: ZipFile) -> Iterator[str]:
    """The members that are slides, in the order of the presentation."""
    main = tree(archive, _MAIN)
    targets = dict(_related(archive, _MAIN))
    for slide in () if main is None else children(main, "sldId"):
        keys = [value for name, value in slide.attrib.items() if name.endswith("}id")]
        target = targets.get(keys[0], ("", ""))[1] if keys else ""
        if target:
            yield target


def _related(archive: ZipFile, member: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """What a member refers to: id, kind and member."""
    folder, name = posixpath.split(member)
    found = tree(archive, f"{folder}/_rels/{name}.rels")
    for each in () if found is None else children(found, "Relationship"):
        target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
        kind = each.get("Type", "").rsplit("/", 1)[-1]
        yield each.get("Id", ""), (kind, target.lstrip("/"))


def _slide(archive: ZipFile, member: str) -> Iterator[str]:
    yield _text(tree(archive, member))
    for kind, target in dict(_related(archive, member)).values():
        if kind == "notesSlide":
            yield _text(tree(archive, target))


def _text(slide: Element) -> str:
    return "" if slide is None else "\n".join(line for line in _lines(slide) if line)


def _lines(element: Element) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name == "tr":
            cells = (cell for cell in child if local(cell) == "tc")
            yield "\t".join(" ".join(_lines(cell)) for cell in cells).rstrip()
        elif name == "p":
            yield _paragraph(child)
        elif name == "sp" and _placeholder(child) in _NUMBERS:
            continue
        elif name:
            yield from _lines(child)


def _placeholder(shape: Element) -> str:
    return next((each.get("type", "") for each in children(shape, "ph")), "")


def _paragraph(element: Element) -> str:
    return "".join(_pieces(element)).strip()


def _pieces(element: Element) -> Iterator[str]:
    for each in element.iter():
        if local(each) == "t":
            yield each.text or ""
        elif local(each) in _BREAKS:
            yield _BREAKS[local(each)]
