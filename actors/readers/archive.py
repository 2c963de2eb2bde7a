"""Archives: each file in a zip or tar, and what is in a compressed file."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import IO, Any, BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from actors.errors import ReadError
from actors.readers.files import MEGABYTE
from actors.readers.single import Inside
from actors.types import Document, Skipped

_TIMES = 200
_LARGE = 10 * MEGABYTE
_LONGEST_NOTE = MEGABYTE
_NOTES = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE)
_USTAR = slice(257, 262)
_BROKEN = (EOFError, zlib.error, lzma.LZMAError, tarfile.TarError, BadZipFile, RuntimeError)
"""What the unpackers of the standard library raise on damaged or encrypted data."""


def read_zip(path: Path, inside: Inside) -> Iterator[Document | Skipped]:
    """Every file of a zip archive, read as if it lay in a folder.

    Raises:
        ReadError: not a zip, or it unpacks to more than is reasonable.
    """
    try:
        archive = ZipFile(path)
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise ReadError(path.name, "not a zip, or broken: download or pack it again") from error
    with archive:
        for member in archive.infolist():
            if not member.is_dir() and _is_wanted(member.filename):
                yield from _zip_member(archive, member, inside)


def _zip_member(archive: ZipFile, member: ZipInfo, inside: Inside) -> Iterator[Document | Skipped]:
    name = _plain(member.filename)
    if member.flag_bits & 0x1:
        yield Skipped(f"#{name}", "encrypted: unpack it with its password and read the files")
    elif member.file_size > max(_LARGE, _TIMES * member.compress_size):
        yield Skipped(f"#{name}", f"packed more than {_TIMES} times: unpack it and look at it")
    else:
        try:
            with archive.open(member) as content:
                yield from inside.read(name, cast(BinaryIO, content))
        except (*_BROKEN, NotImplementedError) as error:
            yield Skipped(f"#{name}", f"broken inside its archive ({error}): pack it again")


def read_tar(path: Path, inside: Inside) -> Iterator[Document | Skipped]:
    """Every file of a tar archive; links and devices in it are passed over.

    Raises:
        ReadError: not a tar, broken, or it unpacks to more than is reasonable.
    """
    with path.open("rb") as file:
        yield from _members(path, file, inside)


def read_compressed(path: Path, inside: Inside) -> Iterator[Document | Skipped]:
    """The files of a compressed tar, or the one file that was compressed.

    Raises:
        ReadError: broken, or it unpacks to more than is reasonable.
    """
    try:
        with closing(_Bounded(_unpacked(path), path)) as content:
            is_tar = content.peek()[_USTAR] == b"ustar"
            if is_tar:
                yield from _members(path, content, inside)
            else:
                yield from inside.read(path.stem, cast(BinaryIO, content))
    except (*_BROKEN, OSError) as error:
        raise ReadError(path.name, f"broken ({error}): download or pack it again") from error


def _members(path: Path, file: Any, inside: Inside) -> Iterator[Document | Skipped]:
    try:
        with tarfile.open(fileobj=file, mode="r|", tarinfo=_Header) as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isreg() else None
                if content is not None and _is_wanted(member.name):
                    yield from inside.read(_plain(member.name), cast(BinaryIO, content))
    except (*_BROKEN, ValueError) as error:
        raise ReadError(path.name, f"broken ({error}): download or pack it again") from error


class _Header(tarfile.TarInfo):
    """A header that says how long a name or a note is: they are read into memory whole."""

    @classmethod
    def frombuf(cls, *args: Any, **options: Any) -> _Header:
        info = super().frombuf(*args, **options)
        if info.type in _NOTES and info.size > _LONGEST_NOTE:
            raise tarfile.ReadError("a name of more than a megabyte")
        return info


class _Bounded:
    """An unpacking stream that ends with an error where it gives far more than it takes."""

    def __init__(self, stream: IO[bytes], path: Path) -> None:
        self._stream = stream
        self._name = path.name
        self._left = max(_LARGE, _TIMES * path.stat().st_size)
        self._start = b""

    def peek(self) -> bytes:
        self._start = self._stream.read(512)
        return self._start

    def read(self, size: int = -1) -> bytes:
        start, self._start = self._start, b""
        if 0 <= size <= len(start):
            self._start = start[size:]
            return start[:size]
        data = start + self._stream.read(size - len(start) if size >= 0 else self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise ReadError(self._name, f"packed more than {_TIMES} times: unpack it yourself")
        return data

    def close(self) -> None:
        self._stream.close()


def _unpacked(path: Path) -> IO[bytes]:
    with path.open("rb") as file:
        start = file.read(3)
    if start.startswith(b"\x1f\x8b"):
        return cast(IO[bytes], gzip.open(path))
    return cast(IO[bytes], bz2.open(path) if start == b"BZh" else lzma.open(path))


def _plain(name: str) -> str:
    """The path of a member, without what leads out of the archive: it is only shown."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in ("/", "..", ".")) or "file"


def _is_wanted(name: str) -> bool:
    """Hidden files are passed over, as in folders, and what archivers add of their own."""
    parts = _plain(name).split("/")
    return not any(part.startswith(".") or part == "__MACOSX" for part in parts)
