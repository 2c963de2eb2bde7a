"""Documents that are zip archives (ODT, PPTX, EPUB, XLSX): opened within limits."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from actors.errors import ReadError
from actors.readers.files import LONGEST, MEGABYTE
from actors.readers.trees import Element, parse

__all__ = ["check", "opened", "part", "tree"]

_OLE = b"\xd0\xcf\x11\xe0"
_MOST = 500 * MEGABYTE
_LONGEST_PART = 4 * LONGEST


@contextmanager
def opened(path: Path, what: str) -> Iterator[ZipFile]:
    """The archive that a document is; ``what`` names its kind in messages.

    Raises:
        ReadError: not such a file, encrypted, broken, or it unpacks to more than is reasonable.
    """
    try:
        archive = ZipFile(path)
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise ReadError(path.name, _reason(path, what)) from error
    with archive:
        if sum(member.file_size for member in archive.infolist()) > _MOST:
            raise ReadError(path.name, "unpacks to far more than a document holds: make it smaller")
        try:
            yield archive
        except (BadZipFile, EOFError, zlib.error, RuntimeError, NotImplementedError) as error:
            raise ReadError(path.name, _reason(path, what)) from error


def check(path: Path, what: str) -> None:
    """Unpack a document once without keeping it, for a library that has no limits of its own.

    Raises:
        ReadError: as for `opened`.
    """
    with opened(path, what) as archive:
        for member in archive.infolist():
            with archive.open(member) as content:
                while content.read(MEGABYTE):
                    pass


def part(archive: ZipFile, name: str) -> bytes | None:
    """One member, or None where there is none of that name.

    Raises:
        ReadError: it is longer than parts of documents are.
    """
    if name not in archive.NameToInfo:
        return None
    if archive.getinfo(name).file_size > _LONGEST_PART:
        raise ReadError(name, "unpacks to far more than a document holds: make it smaller")
    return archive.read(name)


def tree(archive: ZipFile, name: str) -> Element:
    """One member as XML, or None."""
    data = part(archive, name)
    return parse(data, name) if data else None


def _reason(path: Path, what: str) -> str:
    with path.open("rb") as file:
        start = file.read(8)
    if start.startswith(_OLE):
        return f"encrypted: save the {what} without its password and try again"
    return f"not a {what}, or broken: open it in the program that made it and save it again"
