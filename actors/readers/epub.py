"""EPUB: the chapters of a book in their order, or the articles of a newspaper from PressReader."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

from actors.errors import ReadError
from actors.readers.databases import pressreader
from actors.readers.databases.article import documents
from actors.readers.dates import parse_date
from actors.readers.encoding import decode
from actors.readers.files import check_length
from actors.readers.fragment import plain
from actors.readers.trees import Element, children, first, said
from actors.readers.zipped import opened, part, tree
from actors.types import Document, Skipped

_WHAT = "EPUB book"
_PAGES = ("application/xhtml+xml", "text/html")


def read(path: Path) -> Iterator[Document | Skipped]:
    """One document: all chapters, as the book orders them; of a newspaper, one an article.

    Raises:
        ReadError: not EPUB, protected, broken, without text, or too large.
    """
    with opened(path, _WHAT) as archive:
        package = _package(archive)
        if package is None:
            raise ReadError(path.name, f"not an {_WHAT}: convert it to text or PDF")
        member, root = package
        pages = [decode(page, path.name) for page in _chapters(archive, member, root)]
    check_length(path.name, sum(map(len, pages)))
    if pressreader.made(root):
        day = parse_date(said(root, "date"))
        yield from documents(pressreader.articles(pages, said(root, "title"), day))
        return
    chapters = map(plain, pages)
    text = "\n\n".join(chapter for chapter in chapters if chapter)
    if not text:
        raise ReadError(path.name, "no text in it, or it is protected: convert it to text")
    check_length(path.name, len(text))
    yield Document(
        name="",
        text=text,
        title=said(root, "title"),
        source=said(root, "publisher"),
        published=parse_date(said(root, "date")),
    )


def _package(archive: ZipFile) -> tuple[str, Element] | None:
    """The member that lists what is in the book."""
    container = tree(archive, "META-INF/container.xml")
    found = None if container is None else first(container, "rootfile")
    member = "" if found is None else found.get("full-path", "")
    root = tree(archive, member)
    return None if root is None else (member, root)


def _chapters(archive: ZipFile, member: str, root: Element) -> Iterator[bytes]:
    listed = {item.get("id"): item for item in children(root, "item")}
    for reference in children(root, "itemref"):
        item = listed.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _PAGES or _is_contents(item):
            continue
        target = posixpath.join(posixpath.dirname(member), unquote(item.get("href", "")))
        page = part(archive, posixpath.normpath(target.split("#")[0]))
        if page:
            yield page


def _is_contents(item: Element) -> bool:
    return "nav" in (item.get("properties") or "").split()
