"""Word documents: all that Word shows, as a stream of its XML (lxml), whatever it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from actors.errors import ReadError
from actors.readers.dates import parse_date
from actors.readers.files import LONGEST, check_length
from actors.readers.guard import guarded
from actors.readers.layout import tidy
from actors.readers.origins import PROPERTIES
from actors.readers.wordml import Story, paragraphs
from actors.types import Document, Skipped

_PART = "word/document.xml"
_TEMPLATE = date(2013, 12, 23)
"""When the template of a common library was made: no date of a document."""


def read(path: Path) -> Iterator[Document | Skipped]:
    """One document: a paragraph a line, a blank line between; table cells with tabs.

    Text boxes, content controls, nested tables and insertions are read, deletions and hidden
    text are not. Footnotes come last; heads and feet of pages lie outside the body.

    Raises:
        ReadError: not a DOCX, encrypted, broken, or it unpacks to more than is reasonable.
    """
    yield from guarded("actors.readers.docx:parse", path)


def parse(path: Path) -> Iterator[Document]:
    """The same, in this process: `read` gives it a process with limits.

    Raises:
        ReadError: as `read`.
    """
    _check_archive(path)
    try:
        with ZipFile(path) as archive:
            yield _document(archive, path.name)
    except (BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise ReadError(path.name, _reason(path)) from error


def _document(archive: ZipFile, name: str) -> Document:
    story = _story(archive, _PART, name)
    notes = [line for part in ("footnotes", "endnotes") for line in _lines(archive, part, name)]
    heads = [line for part in _heads(archive) for line in _lines(archive, part, name)]
    text = tidy("\n\n".join([*story.blocks, *notes]))
    check_length(name, len(text))
    outside = "\n\n".join(dict.fromkeys(heads))
    title, created = _properties(archive)
    return Document(
        name="",
        text=f"{text}\n\n{outside}" if outside and text else text,
        title=title,
        body=((0, len(text)),) if outside and text else (),
        published=created,
        published_from=PROPERTIES if created else None,
        notes=(_EMBEDDED,) if story.embedded else (),
    )


_EMBEDDED = "a part of it is embedded in another format and was not read: save it anew from Word"


def _heads(archive: ZipFile) -> list[str]:
    """Which parts hold the heads and feet of pages."""
    names = sorted(archive.namelist())
    return [
        n[5:-4]
        for n in names
        if n.startswith(("word/header", "word/footer")) and n.endswith(".xml")
    ]


def _lines(archive: ZipFile, part: str, name: str) -> list[str]:
    member = f"word/{part}.xml"
    return _story(archive, member, name).blocks if member in archive.namelist() else []


def _story(archive: ZipFile, member: str, name: str) -> Story:
    from lxml import etree

    try:
        with archive.open(member) as file:
            return paragraphs(Bounded(file, name), name)
    except etree.XMLSyntaxError as error:
        raise ReadError(
            name, "broken inside: open it in a word processor and save it again"
        ) from error


class Bounded:
    """A file that is read in pieces and refused once it gives more than it should."""

    def __init__(self, file: IO[bytes], name: str, limit: int = LONGEST) -> None:
        self.file, self.name, self.left = file, name, limit

    def read(self, size: int = 1 << 16) -> bytes:
        """At most ``size`` bytes more.

        Raises:
            ReadError: more than the limit was read.
        """
        part = self.file.read(min(size, 1 << 16) if size > 0 else 1 << 16)
        self.left -= len(part)
        if self.left < 0:
            raise ReadError(self.name, _TOO_LARGE)
        return part


def _properties(archive: ZipFile) -> tuple[str | None, date | None]:
    """The title and the day of creation that the file states of itself."""
    from lxml import etree

    try:
        with archive.open("docProps/core.xml") as file:
            root = etree.fromstring(file.read(1 << 20), etree.XMLParser(resolve_entities=False))
    except (KeyError, etree.XMLSyntaxError):
        return None, None
    said: dict[str, Any] = {etree.QName(child).localname: child.text for child in root}
    created = parse_date(said.get("created") or said.get("modified"))
    return (said.get("title") or "").strip() or None, None if created == _TEMPLATE else created


def _check_archive(path: Path) -> None:
    try:
        with ZipFile(path) as archive:
            sizes = {info.filename: info.file_size for info in archive.infolist()}
    except (BadZipFile, ValueError, NotImplementedError) as error:  # or a compression it lacks
        raise ReadError(path.name, _reason(path)) from error
    if _PART not in sizes:
        raise ReadError(path.name, "not a DOCX: open it in a word processor and save it as one")
    texts = sum(size for name, size in sizes.items() if name.endswith((".xml", ".rels")))
    if texts > LONGEST or sum(sizes.values()) > 10 * LONGEST:
        raise ReadError(path.name, _TOO_LARGE)


_TOO_LARGE = "unpacks to far more than a document holds: save it anew, smaller"


def _reason(path: Path) -> str:
    start = path.open("rb").read(8)
    if not start:
        return "empty: the file holds nothing"
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return "encrypted, or an old .doc file: save it as a plain .docx and try again"
    return "not a DOCX, or broken: open it in a word processor and save it again"
