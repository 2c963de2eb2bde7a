"""One file: its reader is chosen and run, and what goes wrong is told, never raised."""

from __future__ import annotations

import inspect
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeAlias

from actors import plugins
from actors.errors import ReadError
from actors.readers.databases import split
from actors.readers.files import MEGABYTE
from actors.readers.sniff import suffix_for
from actors.readers.table import Columns
from actors.types import Document, Skipped

Item: TypeAlias = Document | Skipped
Read: TypeAlias = Callable[[Path], Iterator[Item]]

DEEPEST = 4
"""Files within files within files: how far down is read."""
MOST_FILES = 100_000
"""Files inside one file, on all levels together."""
MOST_BYTES = 2_000 * MEGABYTE
"""Bytes that one file may unpack to, on all levels together."""
_CHUNK = 1 << 20
_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80


def read_file(path: Path, columns: Columns, inside: Inside | None = None) -> Iterator[Item]:
    """All documents of one file. Names are places in it, such as ``#12``, or ids, or empty.

    A file that cannot be read, or not to its end, gives a `Skipped` that says why.
    """
    inside = inside or Inside(columns)
    try:
        for item in _reader(path, columns, inside)(path):
            if isinstance(item, Document) and not item.name:
                yield from split(item)
            else:
                yield item
    except ReadError as error:
        yield Skipped("", error.reason)
    except PermissionError:
        yield Skipped("", "permission denied: check your rights to the file")
    except OSError as error:
        yield Skipped("", f"cannot be opened ({error.strerror or error}): check the file")
    except Exception as error:  # noqa: BLE001 - parsers of others raise anything on broken files
        what = f"{type(error).__name__}: {error}"[:200]
        yield Skipped("", f"broken ({what}): save it again, or as text")


def _reader(path: Path, columns: Columns, inside: Inside) -> Read:
    reader = plugins.load("readers", suffix_for(path))
    takes = inspect.signature(reader).parameters
    if columns and "columns" in takes:
        reader = partial(reader, columns=columns)
    if "inside" in takes:
        reader = partial(reader, inside=inside)
    return reader  # type: ignore[no-any-return]


@dataclass(slots=True)
class _Spent:
    files: int = 0
    bytes: int = 0


@dataclass(slots=True)
class Inside:
    """Reads the files inside a file, within limits that all levels share.

    A reader that has an argument ``inside`` is given one. It hands over each part with a
    name; what is read from it is called after that: ``#folder/report.txt``.
    """

    columns: Columns
    depth: int = 0
    spent: _Spent = field(default_factory=_Spent)

    def read(self, name: str, content: BinaryIO) -> Iterator[Item]:
        """All documents of one part.

        Raises:
            ReadError: the file that holds the part unpacks to more than is reasonable.
        """
        if self.depth >= DEEPEST:
            reason = f"packed {DEEPEST} files deep: unpack it and read what it holds"
            yield Skipped(f"#{name}", reason)
            return
        self._count_file()
        with _place(name) as copy:
            with copy.open("wb") as out:
                self._copy(content, out)
            below = Inside(self.columns, self.depth + 1, self.spent)
            for item in read_file(copy, self.columns, below):
                yield replace(item, name=_name(name, item.name))

    def _count_file(self) -> None:
        self.spent.files += 1
        if self.spent.files > MOST_FILES:
            raise ReadError("", f"holds more than {MOST_FILES:,} files: unpack it and read those")

    def _copy(self, content: BinaryIO, out: BinaryIO) -> None:
        while chunk := content.read(_CHUNK):
            self.spent.bytes += len(chunk)
            if self.spent.bytes > MOST_BYTES:
                size = f"{MOST_BYTES // MEGABYTE:,} MB"
                raise ReadError("", f"unpacks to more than {size}: unpack it and read the files")
            out.write(chunk)


@contextmanager
def _place(name: str) -> Iterator[Path]:
    """Where a part is copied to while it is read: alone in a new folder."""
    copy = Path(tempfile.mkdtemp(prefix="actors-"), _safe(name))
    try:
        yield copy
    finally:
        copy.unlink(missing_ok=True)
        copy.parent.rmdir()


def _name(part: str, name: str) -> str:
    """An id stands alone; a place in the part follows the part's name."""
    return f"#{part}{name}" if not name or name.startswith("#") else name


def _safe(name: str) -> str:
    """A name for a copy on disk: the last part of a path, its suffix kept.

    >>> _safe("../../etc/../Press release (2).PDF")
    'Press_release_2_.PDF'
    """
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    return _UNSAFE.sub("_", base)[-_LONGEST_NAME:].lstrip(".") or "part"
