"""Word documents (python-docx): paragraphs and tables in their order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from actors.errors import ReadError
from actors.readers.files import LONGEST, check_length
from actors.types import Document

_PART = "word/document.xml"


def read(path: Path) -> Iterator[Document]:
    """One document: a paragraph a line, a blank line between; table cells with tabs.

    Raises:
        ReadError: not a DOCX, encrypted, broken, or it unpacks to more than is reasonable.
    """
    _check_archive(path)
    import docx

    document = docx.Document(str(path))
    blocks = [block for block in _blocks(document) if block.strip()]
    text = "\n\n".join(blocks)
    check_length(path.name, len(text))
    yield Document(name="", text=text, title=document.core_properties.title.strip() or None)


def _check_archive(path: Path) -> None:
    try:
        with ZipFile(path) as archive:
            sizes = {info.filename: info.file_size for info in archive.infolist()}
    except (BadZipFile, ValueError, NotImplementedError) as error:  # or a compression it lacks
        raise ReadError(path.name, _reason(path)) from error
    if _PART not in sizes:
        raise ReadError(path.name, "not a DOCX: open it in a word processor and save it as one")
    # Zip members are never unpacked past the size they declare, so this bounds memory.
    texts = sum(size for name, size in sizes.items() if name.endswith((".xml", ".rels")))
    if texts > LONGEST or sum(sizes.values()) > 10 * LONGEST:
        raise ReadError(
            path.name, "unpacks to far more than a document holds: save it anew, smaller"
        )


def _reason(path: Path) -> str:
    start = path.open("rb").read(8)
    if not start:
        return "empty: the file holds nothing"
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return "encrypted, or an old .doc file: save it as a plain .docx and try again"
    return "not a DOCX, or broken: open it in a word processor and save it again"


def _blocks(document: Any) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield "\n".join("\t".join(_cells(row)) for row in block.rows)
        else:
            yield block.text


def _cells(row: Any) -> list[str]:
    """The texts of a row; a merged cell counts once."""
    cells = {id(cell._tc): cell.text.strip().replace("\n", " ") for cell in row.cells}
    return list(cells.values())
